//! The parts of a packet, in every state that an assessment can be in.

use domain::answer::{AnswerWords, Implementation, Subject};
use domain::disclosed::Disclosed;
use domain::dossier::Dossier;
use domain::evidence::{Attachment, Evidence, EvidenceDescription};
use domain::finding::{Finding, ResponseCourse};
use domain::id::{AttachmentId, EvidenceId, FindingId, IssueId, OrganisationId, SystemId};
use domain::packet::{Audience, Exhibit, Issue, IssueKind, PacketPart, PacketPlan, PartChoice};
use packet::document::{Block, Document};
use packet::part::{ExhibitPage, Papers, PrintedExhibit, TrailLine};
use packet::{Paper, layout, outline};
use uuid::Uuid;

use super::clinic::{
    self, ASSESSMENT, answer, answer_all, clinic, day, issuing, packet, proposed, raised, words,
};

fn pages(document: &Document) -> usize {
    layout(document.clone(), Paper::Letter).unwrap().count()
}

/// The packet for the client of these parts, in this order.
fn of_parts(dossier: &Dossier, parts: &[PacketPart]) -> Document {
    let mut plan = PacketPlan::proposed(Audience::Client);
    plan.parts = Audience::Client
        .parts()
        .iter()
        .filter(|part| !parts.contains(part))
        .map(|part| (*part, false))
        .chain(parts.iter().map(|part| (*part, true)))
        .map(|(part, shown)| PartChoice { part, shown })
        .collect();
    let disclosed = Disclosed::of(dossier);
    packet(dossier, &Papers::Client(&disclosed), &issuing(&plan))
}

#[test]
fn an_assessment_without_an_answer_has_all_three_packets_and_they_say_so() {
    let dossier = clinic();
    let leadership = proposed(&dossier, Audience::Leadership);
    let said = outline(&leadership);
    for sentence in [
        "None of the 74 controls that apply was answered yet.",
        "No gap follows from what was answered.",
        "nothing waits for a decision by leadership",
        "No step is open",
    ] {
        assert!(said.contains(sentence), "{sentence}\n{said}");
    }
    assert_eq!(pages(&leadership), 1);
    for audience in [Audience::Client, Audience::Working] {
        let document = proposed(&dossier, audience);
        let said = outline(&document);
        for sentence in [
            "No version was made final yet.",
            "Nothing of this assessment was issued before this copy.",
            "No system is in scope.",
            "The scoping profile was not answered.",
            "No finding stands.",
            "74 controls are not answered yet",
            "No evidence was recorded.",
            "No date is set for any response, plan or request.",
            "Exhibits: none was chosen for this copy.",
            "Decision records: no control was answered with a decision",
        ] {
            assert!(said.contains(sentence), "{audience:?}: {sentence}");
        }
        assert!(!said.contains("# Decision records"));
        assert!(pages(&document) > 10);
    }
}

#[test]
fn what_was_said_not_to_apply_is_listed_with_its_reason_and_its_approver() {
    let mut dossier = clinic();
    let none = AnswerWords {
        exclusion_reason: "No model runs here".to_owned(),
        exclusion_approver: "Dr. Okafor".to_owned(),
        ..words(Implementation::NotApplicable)
    };
    answer_all(&mut dossier, &none);
    raised(&mut dossier);
    let said = outline(&of_parts(&dossier, &[PacketPart::Decisions]));
    assert_eq!(said.matches("No model runs here").count(), 74, "{said}");
    assert_eq!(said.matches("Dr. Okafor").count(), 74);
    assert!(said.contains("Does not count as settled"));
    assert!(pages(&proposed(&dossier, Audience::Leadership)) <= 4);
}

#[test]
fn leadership_has_four_pages_at_most_whatever_there_is_to_tell() {
    let mut dossier = clinic();
    answer_all(&mut dossier, &words(Implementation::NotImplemented));
    raised(&mut dossier);
    let long = "A consequence that goes on and on, with a Donaudampfschifffahrtsgesellschaft. "
        .repeat(500);
    let few = dossier.findings.clone();
    dossier.findings = (0..5000)
        .map(|at| {
            let one = few[at % few.len()].clone();
            let mut finding = Finding {
                id: FindingId(Uuid::from_u128(at as u128)),
                consequence: long.clone(),
                ..one
            };
            finding.raised.subject = Subject::System(SystemId(Uuid::from_u128(at as u128)));
            finding.response.course = match at % 4 {
                0 => ResponseCourse::None,
                1 => ResponseCourse::Remedy,
                2 => ResponseCourse::Other,
                _ => ResponseCourse::WillNot,
            };
            finding.response.text.clone_from(&long);
            finding.response.owner.clone_from(&long);
            finding.response.due = Some(day("2026-01-01"));
            finding
        })
        .collect();
    let document = proposed(&dossier, Audience::Leadership);
    for paper in [Paper::Letter, Paper::A4] {
        let count = layout(document.clone(), paper).unwrap().count();
        assert!((2..=4).contains(&count), "{paper:?}: {count} pages");
    }
    let said = outline(&document);
    assert!(
        said.contains("And 68 more gaps in the audit packet."),
        "{said}"
    );
    let tables = said.lines().filter(|line| line.starts_with("| ")).count();
    assert!(tables <= 4, "{tables} tables");
}

#[test]
fn five_thousand_findings_all_stand_in_the_clients_packet() {
    let mut dossier = clinic();
    answer_all(&mut dossier, &words(Implementation::Partial));
    raised(&mut dossier);
    let few = dossier.findings.clone();
    dossier.findings = (0..5000).map(|at| few[at % few.len()].clone()).collect();
    let document = of_parts(&dossier, &[PacketPart::Summary, PacketPart::Findings]);
    let said = outline(&document);
    assert_eq!(said.matches("No response yet.").count(), 5000);
    assert!(said.contains("4992 more stand in the chapter on findings."));
}

#[test]
fn parts_stand_in_the_order_of_the_plan_and_those_left_out_are_named() {
    let mut dossier = clinic();
    answer_all(&mut dossier, &words(Implementation::Partial));
    raised(&mut dossier);
    let parts = [
        PacketPart::Proof,
        PacketPart::Findings,
        PacketPart::HowToRead,
    ];
    let document = of_parts(&dossier, &parts);
    let chapters: Vec<&str> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level: 1, text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        chapters,
        ["Proof", "Findings and responses", "How to read this"]
    );
    let said = outline(&document);
    assert!(
        said.contains("Parts left out by choice: Document control, Attestation"),
        "{said}"
    );
    assert!(
        !said.contains("Index by provision:"),
        "a chapter that is not there is named"
    );
}

#[test]
fn a_link_to_a_part_that_was_left_out_is_words_and_no_link() {
    let mut dossier = clinic();
    answer_all(&mut dossier, &words(Implementation::Partial));
    raised(&mut dossier);
    let links = |parts: &[PacketPart]| {
        let said = format!("{:?}", of_parts(&dossier, parts).blocks);
        said.matches("Anchor(\"control-").count()
    };
    assert!(links(&[PacketPart::Provisions, PacketPart::Sections]) > 100);
    assert_eq!(links(&[PacketPart::Provisions, PacketPart::Findings]), 0);
}

fn evidence(id: u128, title: &str) -> Evidence {
    Evidence {
        id: EvidenceId(Uuid::from_u128(id)),
        assessment: ASSESSMENT,
        title: title.to_owned(),
        attachment: Some(Attachment {
            id: AttachmentId(Uuid::from_u128(id)),
            file_name: format!("{title}.pdf"),
            length: 4096,
            sha256: format!("digest-of-{id}"),
        }),
        description: EvidenceDescription::default(),
        added: clinic::now(),
        withdrawn: None,
        redacts: None,
    }
}

/// A packet with three exhibits: two pages of four, one that is whole, one that is damaged.
fn exhibited() -> Document {
    let mut dossier = clinic();
    dossier.evidence = vec![
        evidence(1, "Access review"),
        evidence(2, "Badge list"),
        evidence(3, "Backup log"),
    ];
    let mut plan = PacketPlan::proposed(Audience::Client);
    plan.parts.iter_mut().for_each(|part| part.shown = true);
    plan.exhibits = [
        (1, "", ""),
        (2, "The badges of May", "A list of badges"),
        (3, "", ""),
    ]
    .map(|(id, caption, alternative)| Exhibit {
        evidence: EvidenceId(Uuid::from_u128(id)),
        pages: String::new(),
        caption: caption.to_owned(),
        alternative: alternative.to_owned(),
    })
    .to_vec();
    let printed = |id, numbers: &[u32], total, unshown: &str| PrintedExhibit {
        evidence: EvidenceId(Uuid::from_u128(id)),
        pages: numbers
            .iter()
            .map(|number| ExhibitPage {
                number: *number,
                png: super::png(120, 160),
            })
            .collect(),
        total,
        unshown: unshown.to_owned(),
    };
    let exhibits = [
        printed(1, &[1, 3], 4, ""),
        printed(2, &[1], 1, ""),
        printed(3, &[], 0, "The file was damaged after it was sealed."),
    ];
    let disclosed = Disclosed::of(&dossier);
    let mut issuing = issuing(&plan);
    issuing.exhibits = &exhibits;
    packet(&dossier, &Papers::Client(&disclosed), &issuing)
}

#[test]
fn exhibits_have_running_numbers_over_all_their_pages_and_name_their_file_by_digest() {
    let document = exhibited();
    let labels: Vec<(&str, &str, &str)> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Exhibit {
                label,
                alternative,
                caption,
                ..
            } => Some((label.as_str(), alternative.as_str(), caption.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(
        labels,
        [
            (
                "Exhibit 1, page 1 of 4 \u{b7} EX-0001",
                "Page 1 of 4 of \u{201c}Access review\u{201d}. Nobody wrote down what it shows.",
                "Access review. SHA-256 of the file: digest-of-1"
            ),
            (
                "Exhibit 1, page 3 of 4 \u{b7} EX-0002",
                "Page 3 of 4 of \u{201c}Access review\u{201d}. Nobody wrote down what it shows.",
                "Access review. SHA-256 of the file: digest-of-1"
            ),
            (
                "Exhibit 2, page 1 of 1 \u{b7} EX-0003",
                "A list of badges",
                "The badges of May. SHA-256 of the file: digest-of-2"
            ),
        ]
    );
    let said = outline(&document);
    for words in [
        "EX-0001 to EX-0002 (2 of 4 pages)",
        "The badges of May",
        "Certificate of the custodian of records",
    ] {
        assert!(said.contains(words), "{words}");
    }
}

#[test]
fn a_damaged_exhibit_says_so_on_its_page_in_the_list_and_in_a_warning() {
    let document = exhibited();
    let sentence = "The file was damaged after it was sealed.";
    assert_eq!(outline(&document).matches(sentence).count(), 2);
    let pages = layout(document, Paper::A4).unwrap();
    let warned = format!("Exhibit 3: {sentence}");
    assert_eq!(pages.warnings().first(), Some(&warned));
}

#[test]
fn what_was_issued_before_is_listed_but_for_the_assessors_own_papers() {
    let dossier = clinic();
    let issue = |audience, to: &str| Issue {
        id: IssueId(Uuid::from_u128(1)),
        organisation: OrganisationId(Uuid::from_u128(1)),
        assessment: ASSESSMENT,
        kind: IssueKind::Packet,
        audience,
        version: 1,
        draft: true,
        sha256: "digest-of-the-file".to_owned(),
        pages: Some(3),
        to: to.to_owned(),
        at: clinic::now(),
        by: "Robin".to_owned(),
        signer: String::new(),
        head: String::new(),
        entries: 1,
    };
    let issued = [
        issue(Some(Audience::Client), "Counsel Grey"),
        issue(Some(Audience::Working), "A colleague"),
    ];
    let plan = PacketPlan::proposed(Audience::Client);
    let mut issuing = issuing(&plan);
    issuing.issued = &issued;
    let disclosed = Disclosed::of(&dossier);
    let said = outline(&packet(&dossier, &Papers::Client(&disclosed), &issuing));
    for words in [
        "Counsel Grey",
        "digest-of-the-file",
        "1, draft",
        "Dr. Imani Okafor",
    ] {
        assert!(said.contains(words), "{words}");
    }
    assert!(!said.contains("A colleague"));
    let working = Papers::Working {
        dossier: &dossier,
        notes: &[],
        trail: &[],
    };
    assert!(outline(&packet(&dossier, &working, &issuing)).contains("A colleague"));
}

#[test]
fn the_trail_of_many_thousand_entries_is_printed_whole_and_counted() {
    let dossier = clinic();
    let lines: Vec<TrailLine> = (1..=12_000)
        .map(|number| TrailLine {
            number,
            at: clinic::now(),
            who: "Robin".to_owned(),
            what: format!("entry-{number}."),
        })
        .collect();
    let mut plan = PacketPlan::proposed(Audience::Working);
    for part in &mut plan.parts {
        part.shown = part.part == PacketPart::Trail;
    }
    let papers = Papers::Working {
        dossier: &dossier,
        notes: &[],
        trail: &lines,
    };
    let said = outline(&packet(&dossier, &papers, &issuing(&plan)));
    assert!(said.contains("12000 entries of this organisation"));
    assert!(said.contains("entry-1.") && said.contains("entry-12000."));
}

#[test]
fn no_answer_is_told_as_compliance_or_breach_of_a_law() {
    let mut dossier = clinic();
    for (at, control) in ["ADM-SO-1", "ADM-SO-2", "ADM-SO-3", "ADM-AC-1"]
        .iter()
        .enumerate()
    {
        let word = [
            Implementation::Implemented,
            Implementation::Partial,
            Implementation::NotImplemented,
            Implementation::Unknown,
        ][at];
        answer(&mut dossier, control, Subject::All, words(word));
    }
    raised(&mut dossier);
    for audience in Audience::ALL {
        let said = outline(&proposed(&dossier, audience)).to_lowercase();
        for claim in [
            "is compliant",
            "are compliant",
            "non-compliant",
            "in violation",
            "certified",
        ] {
            assert!(!said.contains(claim), "{audience:?}: {claim}");
        }
    }
}
