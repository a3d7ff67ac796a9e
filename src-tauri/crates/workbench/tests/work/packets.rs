//! Packets: what they consist of, what is printed in them, and what is known before they leave.

use std::fs;

use domain::answer::{Implementation, Subject};
use domain::evidence::{Confidentiality, Evidence, EvidenceDescription, Phi};
use domain::id::{EvidenceId, TemplateId};
use domain::member::MemberRole;
use domain::packet::{
    Audience, Exhibit, Issue, IssueKind, PacketPart, PacketPlan, PacketTemplate, PaperSize,
};
use preview::{Ask, Failure};
use uuid::Uuid;
use workbench::{
    Check, Error, GatheredPacket, KeptPages, LaidPacket, Stamp, Weight, Workbench,
};

use crate::place::*;

const STAMP: [u8; 16] = [9; 16];

fn exhibit(evidence: EvidenceId, pages: &str) -> Exhibit {
    Exhibit {
        evidence,
        pages: pages.to_owned(),
        caption: String::new(),
        alternative: "What it shows".to_owned(),
    }
}

fn with_exhibits(audience: Audience, exhibits: Vec<Exhibit>) -> PacketPlan {
    PacketPlan {
        exhibits,
        ..PacketPlan::proposed(audience)
    }
}

pub(crate) fn lay_out(clinic: &mut Clinic, plan: &PacketPlan) -> LaidPacket {
    let stamp = Stamp {
        now: later(5),
        identifier: STAMP,
    };
    let id = clinic.assessment;
    clinic
        .workbench
        .lay_out_packet(id, plan, "", stamp, &show)
        .unwrap()
}

fn gather(clinic: &mut Clinic, plan: &PacketPlan) -> GatheredPacket {
    let stamp = Stamp {
        now: later(5),
        identifier: STAMP,
    };
    let id = clinic.assessment;
    clinic.workbench.gather_packet(id, plan, "", stamp).unwrap()
}

pub(crate) fn check<'l>(laid: &'l LaidPacket, code: &str) -> Option<&'l Check> {
    laid.checks.iter().find(|check| check.code == code)
}

/// A PDF of so many pages with nothing but a white sheet each.
pub(crate) fn pdf(pages: usize) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut at = Vec::new();
    let mut object = |file: &mut Vec<u8>, body: String| {
        at.push(file.len());
        file.extend(format!("{} 0 obj\n{body}\nendobj\n", at.len()).into_bytes());
    };
    object(&mut file, "<< /Type /Catalog /Pages 2 0 R >>".to_owned());
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", page + 3)).collect();
    let kids = kids.join(" ");
    object(
        &mut file,
        format!("<< /Type /Pages /Count {pages} /Kids [{kids}] >>"),
    );
    for _ in 0..pages {
        let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 60 80] >>";
        object(&mut file, page.to_owned());
    }
    let start = file.len();
    let count = at.len() + 1;
    let mut table = format!("xref\n0 {count}\n0000000000 65535 f \n");
    for at in at {
        table.push_str(&format!("{at:010} 00000 n \n"));
    }
    table.push_str(&format!(
        "trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    ));
    file.extend(table.into_bytes());
    file
}

/// A white PNG picture.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    let pixels = vec![255; width as usize * height as usize];
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    file
}

fn attached(clinic: &mut Clinic, name: &str, bytes: &[u8]) -> EvidenceId {
    let control = clinic.first_control();
    clinic.attach(&control, name, bytes).evidence.id
}

fn describe(clinic: &mut Clinic, id: EvidenceId, words: EvidenceDescription) {
    let dossier = clinic.dossier();
    let evidence = dossier.evidence.iter().find(|e| e.id == id).unwrap();
    let evidence = Evidence {
        description: words,
        ..evidence.clone()
    };
    clinic
        .workbench
        .save_evidence(evidence, None, later(4))
        .unwrap();
}

#[test]
fn a_plan_is_kept_for_each_audience_and_holds_only_what_its_reader_may_see() {
    let place = Place::new("plan");
    let mut clinic = Clinic::new(&place);
    let shown = attached(&mut clinic, "shown.png", &png(40, 30));
    let private = attached(&mut clinic, "private.png", &png(41, 30));
    describe(
        &mut clinic,
        private,
        EvidenceDescription {
            confidentiality: Confidentiality::WorkingOnly,
            ..EvidenceDescription::default()
        },
    );
    let gone = EvidenceId(Uuid::from_u128(5));
    let exhibits = [shown, private, shown, gone].map(|id| exhibit(id, ""));
    let id = clinic.assessment;
    for (audience, kept) in [
        (Audience::Client, vec![shown]),
        (Audience::Working, vec![shown, private]),
    ] {
        let mut plan = with_exhibits(audience, exhibits.to_vec());
        plan.paper = PaperSize::A4;
        plan.parts.reverse();
        let saved = clinic
            .workbench
            .save_packet_plan(id, plan.clone(), later(5));
        let saved = saved.unwrap().plan;
        let of: Vec<EvidenceId> = saved.exhibits.iter().map(|e| e.evidence).collect();
        assert_eq!(of, kept, "{audience:?}");
        assert_eq!((saved.parts, saved.paper), (plan.parts, PaperSize::A4));
    }
    let offer = clinic.workbench.packet_plan(id, Audience::Client).unwrap();
    assert_eq!(offer.plan.paper, PaperSize::A4);
    assert_eq!(offer.proposed, PacketPlan::proposed(Audience::Client));
    let why = |id| {
        let of = offer.candidates.iter().find(|c| c.evidence == id).unwrap();
        of.why_not
    };
    assert_eq!(why(shown), "");
    assert_eq!(why(private), "It is for working papers only.");
    let leadership = clinic
        .workbench
        .packet_plan(id, Audience::Leadership)
        .unwrap();
    assert_eq!(leadership.plan, leadership.proposed);
    assert!(clinic.workbench.check_vault(now()).unwrap().is_sound());
}

#[test]
fn a_template_needs_a_name_of_its_own_and_has_no_exhibits() {
    let place = Place::new("template");
    let mut clinic = Clinic::new(&place);
    let shown = attached(&mut clinic, "shown.png", &png(40, 30));
    let template = |id: Uuid, name: &str| PacketTemplate {
        id: TemplateId(id),
        name: name.to_owned(),
        plan: with_exhibits(Audience::Client, vec![exhibit(shown, "")]),
    };
    let workbench = &mut clinic.workbench;
    for name in ["", "  ", &"x".repeat(81)] {
        refused(workbench.save_template(template(Uuid::nil(), name), later(5)));
    }
    let kept = workbench.save_template(template(Uuid::nil(), " For regulators "), later(5));
    let [one] = &kept.unwrap()[..] else {
        panic!("one template is kept")
    };
    assert_eq!(one.name, "For regulators");
    assert!(one.plan.exhibits.is_empty() && !one.id.0.is_nil());
    refused(workbench.save_template(template(Uuid::nil(), "FOR REGULATORS"), later(5)));
    let renamed =
        workbench.save_template(template(one.id.0, "For regulators, short"), later(6));
    assert_eq!(renamed.unwrap().len(), 1);
    let unknown = template(Uuid::from_u128(4), "Another");
    assert!(matches!(
        workbench.save_template(unknown, later(6)),
        Err(Error::NotFound(_))
    ));
    let left = workbench.remove_template(one.id, later(7)).unwrap();
    assert_eq!(left, []);
}

#[test]
fn the_same_packet_at_the_same_moment_is_the_same_to_the_byte() {
    let place = Place::new("bytes");
    let mut clinic = Clinic::new(&place);
    let picture = attached(&mut clinic, "picture.png", &png(300, 200));
    for audience in Audience::ALL {
        let mut plan = with_exhibits(audience, vec![exhibit(picture, "")]);
        plan.data = true;
        let written = |clinic: &mut Clinic| {
            let mut bytes = Vec::new();
            lay_out(clinic, &plan).pages.write(&mut bytes).unwrap();
            bytes
        };
        let first = written(&mut clinic);
        assert!(first == written(&mut clinic), "{audience:?}");
    }
}

#[test]
fn exhibits_are_printed_page_by_page_and_drawn_once() {
    let place = Place::new("exhibits");
    let mut clinic = Clinic::new(&place);
    let picture = attached(&mut clinic, "picture.png", &png(300, 200));
    let scan = attached(&mut clinic, "scan.pdf", &pdf(9));
    let exhibits = vec![exhibit(picture, ""), exhibit(scan, "2-3, 7")];
    let plan = with_exhibits(Audience::Client, exhibits);
    let (kept, asked) = (KeptPages::default(), std::sync::atomic::AtomicU32::new(0));
    let counted = |ask: Ask, bytes: &mut (dyn std::io::Read + Send)| {
        asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        show(ask, bytes)
    };
    let drawn = |clinic: &mut Clinic, plan: &PacketPlan| {
        let gathered = gather(clinic, plan);
        let exhibits = gathered.draw(&counted, &kept).unwrap();
        let laid = gathered.lay_out(&exhibits).unwrap();
        (laid, asked.swap(0, std::sync::atomic::Ordering::Relaxed))
    };
    let (laid, asked) = drawn(&mut clinic, &plan);
    // A look at each, and three pages; the picture is drawn by the look.
    assert_eq!(asked, 5);
    let words = words_of(&laid.pages);
    assert!(words.contains("picture.png") && words.contains("scan.pdf"));
    assert_eq!(check(&laid, "alternative"), None);
    // Another part goes, and nothing is drawn again.
    let mut other = plan.clone();
    for choice in &mut other.parts {
        choice.shown &= choice.part != PacketPart::Glossary;
    }
    let (shorter, asked) = drawn(&mut clinic, &other);
    assert_eq!(asked, 0);
    assert!(shorter.pages.count() < laid.pages.count());
    let left_out: Vec<&str> = shorter.excluded.iter().map(|e| e.what.as_str()).collect();
    assert!(left_out.contains(&"Glossary"), "{left_out:?}");
    // Without its words for those who cannot see it, an exhibit is said to lack them.
    let mut silent = plan;
    silent.exhibits[0].alternative.clear();
    let found = lay_out(&mut clinic, &silent);
    let found = check(&found, "alternative").unwrap();
    assert_eq!(
        (found.weight, found.evidence),
        (Weight::Warn, Some(picture))
    );
}

#[test]
fn what_cannot_be_printed_is_said_in_the_packet_and_before_it_leaves() {
    let place = Place::new("unshown");
    let mut clinic = Clinic::new(&place);
    let text = attached(&mut clinic, "notes.txt", b"only words");
    let broken = attached(&mut clinic, "broken.pdf", b"%PDF-1.7 and nothing more");
    let long = attached(&mut clinic, "long.pdf", &pdf(2_000));
    for (id, pages, code, said) in [
        (text, "", "unshown", "pictures and PDF files"),
        (broken, "", "unshown", "damaged"),
        (long, "1-", "pages", "names no pages"),
        (long, "2001", "pages", "the file has 2000 pages"),
        (long, "", "cut", "at most 200 pages"),
    ] {
        let plan = with_exhibits(Audience::Client, vec![exhibit(id, pages)]);
        let laid = lay_out(&mut clinic, &plan);
        let found = check(&laid, code).unwrap_or_else(|| panic!("{code}: {:?}", laid.checks));
        assert!(found.sentence.contains(said), "{}", found.sentence);
        assert_eq!((found.weight, found.evidence), (Weight::Warn, Some(id)));
        let words: String = words_of(&laid.pages).split_whitespace().collect();
        let said: String = said.split_whitespace().collect();
        assert!(words.contains(&said), "the packet itself says {said:?}");
    }
}

#[test]
fn evidence_that_went_bad_stops_a_packet_and_is_said_in_it() {
    let place = Place::new("bad");
    let mut clinic = Clinic::new(&place);
    let picture = attached(&mut clinic, "picture.png", &png(900, 700));
    let sealed = fs::read_dir(place.vault().join("evidence")).unwrap();
    let sealed = sealed.map(|e| e.unwrap().path()).next().unwrap();
    let mut bytes = fs::read(&sealed).unwrap();
    let last = bytes.len() - 5;
    bytes[last] ^= 1;
    fs::write(&sealed, bytes).unwrap();
    let plan = with_exhibits(Audience::Client, vec![exhibit(picture, "")]);
    let laid = lay_out(&mut clinic, &plan);
    let first = laid.checks.first().unwrap();
    assert_eq!((first.code, first.weight), ("gone-bad", Weight::Stop));
    assert_eq!(first.evidence, Some(picture));
    let words: String = words_of(&laid.pages).split_whitespace().collect();
    assert!(words.contains("itisnotwhatwasattached"));
}

#[test]
fn what_should_be_known_before_a_packet_leaves_is_found() {
    let place = Place::new("known-before");
    let mut clinic = Clinic::new(&place);
    let picture = attached(&mut clinic, "picture.png", &png(60, 50));
    describe(
        &mut clinic,
        picture,
        EvidenceDescription {
            confidentiality: Confidentiality::Restricted,
            phi: Phi::Yes,
            valid_until: Some(day("2026-11-23")),
            ..EvidenceDescription::default()
        },
    );
    let control = clinic.first_control();
    let note = "Seen on her screen: SSN 219-09-9999 and MRN 0048213. A rune: \u{16fe5}";
    clinic
        .answer(&control, said(Implementation::Partial, note))
        .unwrap();
    let plan = with_exhibits(Audience::Client, vec![exhibit(picture, "")]);
    let laid = lay_out(&mut clinic, &plan);
    for (code, weight, evidence) in [
        ("unanswered", Weight::Warn, None),
        ("expired", Weight::Warn, Some(picture)),
        ("restricted", Weight::Warn, Some(picture)),
        ("phi-exhibit", Weight::Warn, Some(picture)),
        ("phi-ssn", Weight::Warn, None),
        ("phi-record", Weight::Warn, None),
        ("layout", Weight::Warn, None),
        ("draft", Weight::Info, None),
    ] {
        let found = check(&laid, code).unwrap_or_else(|| panic!("{code}: {:?}", laid.checks));
        assert_eq!((found.weight, found.evidence), (weight, evidence), "{code}");
        assert!(
            found.count > 0 && found.sentence.ends_with('.'),
            "{found:?}"
        );
        assert!(!found.sentence.contains("219-09") && !found.sentence.contains("0048213"));
    }
    assert!(laid.checks.is_sorted_by_key(|check| check.weight));
    // Working papers go to nobody, so what others may not see is no matter there.
    let plan = with_exhibits(Audience::Working, vec![exhibit(picture, "")]);
    let laid = lay_out(&mut clinic, &plan);
    assert_eq!(check(&laid, "restricted"), None);
    assert_eq!(check(&laid, "phi-exhibit"), None);
}

#[test]
fn what_a_recipient_will_not_see_is_listed_with_how_much_and_why() {
    let place = Place::new("excluded");
    let mut clinic = Clinic::new(&place);
    let private = attached(&mut clinic, "private.png", &png(60, 50));
    describe(
        &mut clinic,
        private,
        EvidenceDescription {
            confidentiality: Confidentiality::WorkingOnly,
            ..EvidenceDescription::default()
        },
    );
    let (control, id) = (clinic.first_control(), clinic.assessment);
    clinic
        .workbench
        .write_working_note(id, &control, Subject::All, "mine", later(4))
        .unwrap();
    let rows = |clinic: &mut Clinic, audience| {
        let laid = lay_out(clinic, &PacketPlan::proposed(audience));
        let rows = laid.excluded.into_iter();
        rows.map(|row| (row.what, row.count)).collect::<Vec<_>>()
    };
    let client = rows(&mut clinic, Audience::Client);
    for what in ["Private working notes", "Working-only evidence"] {
        assert!(client.contains(&(what.to_owned(), 1)), "{what}: {client:?}");
    }
    let working = rows(&mut clinic, Audience::Working);
    assert_eq!(working, [("Certificate of the custodian".to_owned(), 1)]);
}

#[test]
fn what_leaves_is_in_the_register_with_what_it_was_and_who_says_so() {
    let place = Place::new("register");
    let mut clinic = Clinic::new(&place);
    let (id, path) = (clinic.assessment, place.0.join("packet.pdf"));
    let head = clinic.workbench.chain_head(id).unwrap();
    let plan = PacketPlan::proposed(Audience::Leadership);
    let (exported, _) = clinic
        .workbench
        .export_packet((id, &plan, " Their counsel "), &show, &path, later(6))
        .unwrap();
    let issued = clinic.workbench.issued(None, Some(id)).unwrap();
    let [issue] = &issued[..] else {
        panic!("one thing was issued")
    };
    let expected = Issue {
        id: issue.id,
        organisation: clinic.organisation,
        assessment: id,
        kind: IssueKind::Packet,
        audience: Some(Audience::Leadership),
        version: 1,
        draft: true,
        sha256: vault::hex(&vault::sha256(&fs::read(&path).unwrap())),
        pages: Some(u32::try_from(exported.pages).unwrap()),
        to: "Their counsel".to_owned(),
        at: later(6),
        by: "Robin Ashdown".to_owned(),
        signer: clinic.workbench.signer().unwrap(),
        head: head.hex(),
        entries: head.entries,
    };
    assert_eq!(*issue, expected);
    assert_eq!(issue.signer.len(), 64);
    // The next one names it.
    let stamp = Stamp {
        now: later(7),
        identifier: STAMP,
    };
    let plan = PacketPlan::proposed(Audience::Client);
    let laid = clinic.workbench.lay_out_packet(id, &plan, "", stamp, &show);
    assert!(words_of(&laid.unwrap().pages).contains("Their counsel"));
    // It belongs to the organisation, and to no other.
    let other = domain::id::OrganisationId(Uuid::from_u128(3));
    let of = |organisation| clinic.workbench.issued(Some(organisation), None).unwrap();
    assert_eq!(of(clinic.organisation).len(), 1);
    assert_eq!(of(other), []);
    assert!(clinic.workbench.check_vault(now()).unwrap().is_sound());
}

#[test]
fn what_did_not_leave_is_not_in_the_register() {
    let place = Place::new("not-left");
    let mut clinic = Clinic::new(&place);
    let id = clinic.assessment;
    let plan = PacketPlan::proposed(Audience::Leadership);
    // The folder goes between the writing and the moment in which the file is put in its place.
    let folder = place.0.join("stick");
    fs::create_dir(&folder).unwrap();
    let gathered = gather(&mut clinic, &plan);
    let exhibits = gathered.draw(&show, &KeptPages::default()).unwrap();
    let laid = gathered.lay_out(&exhibits).unwrap();
    let made = gathered.write(&laid, &folder.join("packet.pdf")).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    assert!(matches!(
        clinic.workbench.end_packet(made, later(6)),
        Err(Error::File { .. })
    ));
    assert_eq!(clinic.workbench.issued(None, Some(id)).unwrap(), []);
    // A full disk leaves no half and no entry.
    let before = clinic.workbench.head().unwrap();
    let nowhere = place.0.join("missing/packet.pdf");
    let what = (id, &plan, "");
    assert!(
        clinic
            .workbench
            .export_packet(what, &show, &nowhere, later(6))
            .is_err()
    );
    assert_eq!(clinic.workbench.head().unwrap(), before);
}

#[test]
fn a_reader_looks_at_packets_and_issues_none() {
    let place = Place::new("reader");
    let mut clinic = Clinic::new(&place);
    let assessment = clinic.assessment;
    let theirs = vault::Passphrase::given("seven lanterns on a quiet pier".into());
    clinic
        .workbench
        .add_member("Ines", MemberRole::Reader, &(&theirs).into(), now())
        .unwrap();
    clinic.workbench.close().unwrap();
    let mut workbench = Workbench::unlock(&place.vault(), &theirs, &work()).unwrap();
    let plan = PacketPlan::proposed(Audience::Client);
    let stamp = Stamp {
        now: now(),
        identifier: STAMP,
    };
    let laid = workbench.lay_out_packet(assessment, &plan, "", stamp, &show);
    assert!(laid.unwrap().pages.count() > 5);
    let not_allowed = |result: Result<(), Error>| {
        assert!(
            matches!(result, Err(Error::NotAllowed { .. })),
            "{result:?}"
        );
    };
    let path = place.0.join("packet.pdf");
    let what = (assessment, &plan, "");
    not_allowed(workbench.export_packet(what, &show, &path, now()).map(drop));
    not_allowed(
        workbench
            .save_packet_plan(assessment, plan, now())
            .map(drop),
    );
    not_allowed(workbench.save_look(None, "0b5563", "", now()).map(drop));
    assert!(!path.exists());
    assert!(workbench.issued(None, None).unwrap().is_empty());
}

#[test]
fn the_samples_packet_has_its_exhibits_with_words_and_nothing_to_fear() {
    let place = Place::new("sample-packet");
    let today = day("2026-11-24");
    let mut workbench =
        workbench::sample::make(&place.vault(), &passphrase(), today, &work()).unwrap();
    let id = workbench.library().unwrap().assessments[0].id;
    let plan = workbench.packet_plan(id, Audience::Client).unwrap().plan;
    assert_eq!(plan.exhibits.len(), 3);
    let stamp = Stamp {
        now: now(),
        identifier: STAMP,
    };
    let laid = workbench
        .lay_out_packet(id, &plan, "", stamp, &show)
        .unwrap();
    let codes: Vec<&str> = laid.checks.iter().map(|check| check.code).collect();
    assert!(
        codes
            .iter()
            .all(|code| ["unanswered", "draft"].contains(code)),
        "{:?}",
        laid.checks
    );
}

#[test]
fn a_program_that_cannot_draw_makes_no_packet_without_its_exhibits() {
    let place = Place::new("no-decoder");
    let mut clinic = Clinic::new(&place);
    let picture = attached(&mut clinic, "picture.png", &png(60, 50));
    let plan = with_exhibits(Audience::Client, vec![exhibit(picture, "")]);
    let path = place.0.join("packet.pdf");
    let fails = |_: Ask, _: &mut (dyn std::io::Read + Send)| {
        Err(Failure::Start(std::io::ErrorKind::OutOfMemory.into()))
    };
    let what = (clinic.assessment, &plan, "");
    let failed = clinic
        .workbench
        .export_packet(what, &fails, &path, later(5));
    assert!(matches!(failed, Err(Error::File { .. })), "{failed:?}");
    assert!(!path.exists());
}
