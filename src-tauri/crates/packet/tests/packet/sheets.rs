//! The papers that come with a vault: each on as many pages as it is meant to have.

use chrono::DateTime;
use packet::part::{
    Certificate, DestroyedAssessment, DestroyedFile, RecoverySheet, certificate_of_destruction,
    recovery_sheet,
};
use packet::{Paper, layout};

fn groups() -> Vec<String> {
    (0..8_u32)
        .map(|n| format!("{:06}", n * 111_111 + 12))
        .collect()
}

#[test]
fn a_recovery_sheet_is_one_page_with_every_group_in_order() {
    let groups = groups();
    let long = "Kinderwunschzentrum an der alten Landstrasse 2026 ".repeat(3);
    for paper in [Paper::Letter, Paper::A4] {
        for vault in ["Lakeside", &long] {
            let sheet = RecoverySheet {
                vault,
                vault_id: "0199c1f2-7a51-7c7e-9df1-0b9a6f6f3a10",
                member: vault,
                slot: "0199c1f2",
                groups: &groups,
            };
            let now = DateTime::from_timestamp(1_795_600_000, 0).unwrap();
            let pages = layout(recovery_sheet(&sheet, now, [7; 16]), paper).unwrap();
            assert_eq!(pages.count(), 1, "{vault}");
            assert_eq!(pages.warnings(), [] as [&str; 0]);
            let words = pages.text(0);
            let found: Vec<_> = groups.iter().map(|group| words.find(group)).collect();
            assert!(found.iter().all(Option::is_some), "{words}");
            assert!(found.is_sorted(), "the groups read in their order: {words}");
        }
    }
}

#[test]
fn a_certificate_of_destruction_names_every_digest_and_what_stays() {
    let digest = |n: usize| format!("{n:064x}");
    let files = (0..300).map(|n| DestroyedFile {
        sha256: digest(n),
        length: n as u64,
        stays: n == 7,
    });
    let certificate = Certificate {
        organisation: "Lakeside Imaging".to_owned(),
        organisation_id: "an id".to_owned(),
        vault: "Clients".to_owned(),
        vault_id: "another id".to_owned(),
        by: "Dana Whitfield".to_owned(),
        reason: "The engagement ended.".to_owned(),
        ground: "Six years are over.".to_owned(),
        records: vec![("answers".to_owned(), 120)],
        assessments: vec![DestroyedAssessment {
            title: "First half-year".to_owned(),
            framework: "hipaa-ml 2026.11".to_owned(),
            version: 2,
            state: digest(999),
        }],
        files: files.collect(),
        chain: (12, digest(1000)),
        head: (40, digest(1001)),
        how: vec!["It was overwritten.".to_owned()],
        unreached: vec!["Backups.".to_owned()],
        version: "0.1.0".to_owned(),
    };
    let now = DateTime::from_timestamp(1_795_600_000, 0).unwrap();
    let document = certificate_of_destruction(&certificate, now, [7; 16]);
    let pages = layout(document, Paper::A4).unwrap();
    let text: String = (0..pages.count()).map(|page| pages.text(page)).collect();
    let text: String = text.split_whitespace().collect();
    for n in (0..300).chain([999, 1000, 1001]) {
        assert!(text.contains(&digest(n)), "{n}");
    }
    assert_eq!(text.matches("Thesealedfilestays").count(), 1);
    assert!(text.contains("DanaWhitfield") && text.contains("Backups."));
    assert_eq!(pages.warnings(), [] as [&str; 0]);
}
