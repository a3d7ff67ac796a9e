//! The papers that come with a vault: each on as many pages as it is meant to have.

use chrono::DateTime;
use packet::part::{RecoverySheet, recovery_sheet};
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
            let pages = layout(&recovery_sheet(&sheet, now, [7; 16]), paper).unwrap();
            assert_eq!(pages.count(), 1, "{vault}");
            assert_eq!(pages.warnings(), [] as [&str; 0]);
            let words = pages.text(0);
            let found: Vec<_> = groups.iter().map(|group| words.find(group)).collect();
            assert!(found.iter().all(Option::is_some), "{words}");
            assert!(found.is_sorted(), "the groups read in their order: {words}");
        }
    }
}
