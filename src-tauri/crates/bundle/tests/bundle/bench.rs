//! A small assessment with two originals, and bundles of it.

use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::ops::ControlFlow;

use bundle::{Bundle, Catalogue, Content, Error, Key, Manifest, Seal};
use chrono::{DateTime, NaiveDate, Utc};
use domain::answer::{Answer, AnswerWords, Subject};
use domain::assessment::{
    Assessment, Engagement, FrameworkRef, Period, Scope, Snapshot, Stage, Version,
};
use domain::evidence::{Attachment, Evidence, EvidenceDescription};
use domain::id::*;
use domain::note::WorkingNote;
use domain::organisation::{Organisation, Site};
use uuid::Uuid;
use vault::{Passphrase, Stretch};
use zeroize::Zeroizing;

pub(crate) const PASSPHRASE: &str = "correct horse battery staple";

pub(crate) fn at() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_600_000, 0).unwrap()
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    vault::hex(&vault::sha256(bytes))
}

/// An assessment, its catalogue, and the bytes of its originals by digest.
pub(crate) struct Sample {
    pub(crate) content: Content,
    pub(crate) catalogue: Catalogue,
    pub(crate) originals: HashMap<String, Vec<u8>>,
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(crate) fn sample() -> Sample {
    let catalogue = Catalogue(b"{\"a\": \"catalogue\"}".to_vec());
    let files: [(&str, Vec<u8>); 2] = [
        ("policy.pdf", b"a policy".repeat(100_000)),
        ("empty.txt", Vec::new()),
    ];
    let assessment = AssessmentId(id(1));
    let organisation = OrganisationId(id(2));
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
    let state = "{\"as\":\"pinned\"}".to_owned();
    let version = VersionId(id(3));
    let evidence = files
        .iter()
        .zip(10..)
        .map(|((name, bytes), number)| Evidence {
            id: EvidenceId(id(number)),
            assessment,
            title: (*name).to_owned(),
            attachment: Some(Attachment {
                id: AttachmentId(id(number + 10)),
                file_name: (*name).to_owned(),
                length: bytes.len() as u64,
                sha256: sha256(bytes),
            }),
            description: EvidenceDescription::default(),
            added: at(),
            withdrawn: None,
            redacts: None,
        });
    let content = Content {
        organisation: Organisation {
            id: organisation,
            name: "Lakeside".to_owned(),
            kind: String::new(),
            address: String::new(),
            contact: String::new(),
            remarks: String::new(),
        },
        sites: vec![Site {
            id: SiteId(id(4)),
            organisation,
            name: "Main house".to_owned(),
            address: String::new(),
            remarks: String::new(),
        }],
        systems: Vec::new(),
        vendors: Vec::new(),
        people: Vec::new(),
        assessment: Assessment {
            id: assessment,
            organisation,
            title: "First half-year".to_owned(),
            framework: FrameworkRef {
                id: "hipaa-ml".to_owned(),
                edition: "1".to_owned(),
                digest: sha256(&catalogue.0),
            },
            period: Period { from: day, to: day },
            as_of: day,
            scope: Scope::default(),
            engagement: Engagement::default(),
            profile: Vec::new(),
            stage: Stage::Final,
            version: 1,
            started: at(),
            archived: false,
        },
        versions: vec![Version {
            id: version,
            assessment,
            number: 1,
            digest: sha256(state.as_bytes()),
            by: "Dana".to_owned(),
            at: at(),
        }],
        snapshots: vec![Snapshot {
            id: version,
            assessment,
            state,
        }],
        answers: vec![Answer {
            id: AnswerId(id(5)),
            assessment,
            control: "A".to_owned(),
            subject: Subject::All,
            words: AnswerWords::default(),
            assessor: String::new(),
            changed: at(),
        }],
        working_notes: vec![WorkingNote {
            id: WorkingNoteId(id(6)),
            assessment,
            control: "A".to_owned(),
            subject: Subject::All,
            text: "for colleagues only".to_owned(),
        }],
        observations: Vec::new(),
        evidence: evidence.collect(),
        links: Vec::new(),
        requests: Vec::new(),
        findings: Vec::new(),
    };
    Sample {
        content,
        catalogue,
        originals: files.into_iter().map(|(_, b)| (sha256(&b), b)).collect(),
    }
}

pub(crate) fn about() -> Manifest {
    Manifest {
        format: 0,
        program: "test".to_owned(),
        made_by: "Dana".to_owned(),
        at: at(),
        members: Vec::new(),
    }
}

impl Sample {
    pub(crate) fn write(&self, seal: &Seal<'_>) -> Result<Vec<u8>, Error> {
        self.write_watched(seal, &mut |_| ControlFlow::Continue(()))
    }

    pub(crate) fn write_watched(
        &self,
        seal: &Seal<'_>,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Vec<u8>, Error> {
        let mut into = Vec::new();
        bundle::write(
            &mut into,
            seal,
            about(),
            &self.content,
            &self.catalogue,
            &mut |original| {
                let bytes = self.originals[&original.sha256].clone();
                Ok(Box::new(Cursor::new(bytes)))
            },
            watch,
        )?;
        Ok(into)
    }

    pub(crate) fn own(&self) -> Vec<u8> {
        self.write(&Seal::Own(&own_passphrase(), Stretch::WEAK_FOR_TESTS))
            .unwrap()
    }
}

pub(crate) fn own_passphrase() -> Passphrase {
    Passphrase::given(PASSPHRASE.to_owned())
}

pub(crate) fn key() -> Key {
    Key {
        passphrase: Zeroizing::new(PASSPHRASE.to_owned()),
        identity: None,
    }
}

/// What came out of a bundle.
#[derive(Debug, PartialEq)]
pub(crate) struct Taken {
    pub(crate) content: Content,
    pub(crate) catalogue: Catalogue,
    pub(crate) originals: HashMap<String, Vec<u8>>,
}

/// Opens a bundle and reads it to its end.
pub(crate) fn read(bytes: &[u8], key: &Key) -> Result<Taken, Error> {
    let mut bundle = Bundle::open(bytes, bytes.len() as u64, key)?;
    let mut originals = HashMap::new();
    while let Some((sha256, mut reader)) = bundle.next_original()? {
        let mut bytes = Vec::new();
        if let Err(error) = reader.read_to_end(&mut bytes) {
            let inner = error.into_inner().map(|inner| inner.downcast::<Error>());
            return Err(*inner.unwrap().unwrap());
        }
        originals.insert(sha256, bytes);
    }
    Ok(Taken {
        content: bundle.content,
        catalogue: bundle.catalogue,
        originals,
    })
}
