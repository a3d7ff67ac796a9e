//! The sample's evidence files, made by this project.

use domain::evidence::{Confidentiality, Evidence, EvidenceDescription, Phi, Strength};
use domain::id::EvidenceId;
use uuid::Uuid;

use super::{Sample, attach as attach_bytes};
use crate::error::Error;
use crate::evidence::Target;
use crate::open::Workbench;

/// Name, control, strength, bytes, who gave it, what it shows.
type File = (
    &'static str,
    &'static str,
    Strength,
    &'static [u8],
    &'static str,
    &'static str,
);

const FILES: &[File] = &[
    (
        "designation-memo.pdf",
        "ADM-SO-1",
        Strength::Examined,
        include_bytes!("../../../../../assets/sample/designation-memo.pdf"),
        "Dana Whitlock",
        "Designation of the security official, signed 3 February.",
    ),
    (
        "role-charter-v2.txt",
        "ADM-SO-3",
        Strength::Examined,
        include_bytes!("../../../../../assets/sample/role-charter-v2.txt"),
        "Dana Whitlock",
        "Role charter, version 2.",
    ),
    (
        "account-export.csv",
        "ADM-AC-4",
        Strength::Tested,
        include_bytes!("../../../../../assets/sample/account-export.csv"),
        "Theo Lindqvist",
        "All accounts of both servers, exported during the visit.",
    ),
    (
        "log-review-signoff.pdf",
        "ADM-AC-2",
        Strength::Examined,
        include_bytes!("../../../../../assets/sample/log-review-signoff.pdf"),
        "Theo Lindqvist",
        "Signed reviews of three weeks.",
    ),
    (
        "training-completions.csv",
        "ADM-WT-1",
        Strength::Examined,
        include_bytes!("../../../../../assets/sample/training-completions.csv"),
        "Dana Whitlock",
        "Completions joined with the access list.",
    ),
    (
        "server-closet-door.jpg",
        "PHY-FA-1",
        Strength::Observed,
        include_bytes!("../../../../../assets/sample/server-closet-door.jpg"),
        "Robin Ashdown",
        "The door with its badge reader, on the walk-through.",
    ),
    (
        "imaging-desk.jpg",
        "PHY-WS-4",
        Strength::Observed,
        include_bytes!("../../../../../assets/sample/imaging-desk.jpg"),
        "Robin Ashdown",
        "The desk at 17:40; names covered.",
    ),
    (
        "screen-lock-policy.png",
        "PHY-WS-2",
        Strength::Examined,
        include_bytes!("../../../../../assets/sample/screen-lock-policy.png"),
        "Theo Lindqvist",
        "The central setting, as a screenshot.",
    ),
    (
        "storage-encryption.png",
        "TEC-EN-1",
        Strength::Examined,
        include_bytes!("../../../../../assets/sample/storage-encryption.png"),
        "Theo Lindqvist",
        "Encryption settings of the cloud store.",
    ),
    (
        "TLS-scan.txt",
        "TEC-EN-2",
        Strength::Tested,
        include_bytes!("../../../../../assets/sample/tls-scan.txt"),
        "Robin Ashdown",
        "Protocols offered by both vendors' endpoints.",
    ),
    (
        "model-registry.csv",
        "TEC-MS-1",
        Strength::Tested,
        include_bytes!("../../../../../assets/sample/model-registry.csv"),
        "Priya Raman",
        "Registry export with hashes.",
    ),
    (
        "architecture-october.pdf",
        "AUD-DS-1",
        Strength::Examined,
        include_bytes!("../../../../../assets/sample/architecture-october.pdf"),
        "Priya Raman",
        "Components, data flows and trust zones.",
    ),
    (
        "restore-test.txt",
        "INC-MI-2",
        Strength::Tested,
        include_bytes!("../../../../../assets/sample/restore-test.txt"),
        "Theo Lindqvist",
        "Log of the restore test.",
    ),
];

pub(super) fn attach(workbench: &mut Workbench, sample: &Sample) -> Result<(), Error> {
    for (name, control, strength, bytes, provided_by, text) in FILES {
        let evidence = attach_bytes(workbench, sample, name, bytes, control, *strength)?;
        let described = Evidence {
            title: title(name),
            description: EvidenceDescription {
                text: (*text).into(),
                provided_by: (*provided_by).into(),
                collected_by: "Robin Ashdown".into(),
                collected_on: Some(sample.days_ago(6)),
                confidentiality: Confidentiality::Client,
                phi: if *name == "imaging-desk.jpg" {
                    Phi::Unknown
                } else {
                    Phi::No
                },
                ..EvidenceDescription::default()
            },
            ..evidence
        };
        workbench.save_evidence(described, None, sample.now)?;
    }
    let reference = Evidence {
        id: EvidenceId(Uuid::nil()),
        assessment: sample.assessment,
        title: "Business associate agreements, originals".into(),
        attachment: None,
        description: EvidenceDescription {
            text: "Seen in the office safe at Quarry Lane; not copied.".into(),
            provided_by: "Marisol Vega".into(),
            collected_by: "Robin Ashdown".into(),
            collected_on: Some(sample.days_ago(6)),
            ..EvidenceDescription::default()
        },
        added: sample.noon(),
        withdrawn: None,
        redacts: None,
    };
    let target = Target {
        assessment: sample.assessment,
        control: Some("ADM-BA-1".into()),
        subject: domain::answer::Subject::All,
        strength: Strength::Examined,
    };
    workbench.save_evidence(reference, Some(target), sample.now)?;
    Ok(())
}

/// A file's name as a title.
fn title(name: &str) -> String {
    let stem = name
        .rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .replace('-', " ");
    let mut letters = stem.chars();
    letters
        .next()
        .map_or_else(String::new, |l| l.to_uppercase().chain(letters).collect())
}
