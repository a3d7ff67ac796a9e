//! Packets as a screen sees them: laid out, looked at page by page, searched, exported, printed.

use std::fs;

use bridge::commands::*;
use bridge::request::*;
use bridge::view::*;
use bridge::{FaultCode, Printing};
use domain::id::{AssessmentId, TemplateId};
use domain::packet::{
    Audience, Exhibit, IssueKind, PacketPart, PacketPlan, PacketTemplate, PaperSize,
};
use uuid::Uuid;

use crate::host::{Room, desk};
use crate::screens::sample;

fn plan_of(audience: Audience) -> PacketPlan {
    PacketPlan::proposed(audience)
}

fn lay_out(
    desk: &bridge::Desk,
    room: &Room,
    assessment: AssessmentId,
    plan: PacketPlan,
) -> LaidOutView {
    lay_out_packet(desk, room, LayOutRequest { assessment, plan }).unwrap()
}

fn find(desk: &bridge::Desk, room: &Room, token: Uuid, words: &str) -> PacketFindsView {
    let words = words.to_owned();
    search_packet(desk, room, SearchPacketRequest { token, words }).unwrap()
}

#[test]
fn a_packet_is_looked_at_page_by_page_and_searched() {
    let (desk, room) = (desk(), Room::new("packet"));
    let assessment = sample(&desk, &room);
    let mut plan = plan_of(Audience::Client);
    plan.paper = PaperSize::A4;
    let laid = lay_out(&desk, &room, assessment, plan);
    assert!(laid.pages > 20 && (laid.width, laid.height) == (595.276, 841.89));
    assert!(
        laid.outline
            .iter()
            .any(|row| row.level == 1 && row.page > 0)
    );
    assert!(laid.outline.iter().all(|row| row.page < laid.pages));
    let token = laid.token;
    let page = |page| packet_page(&desk, &room, PacketPageRequest { token, page }).unwrap();
    assert_eq!(page(0).label, "Cover");
    assert!(!page(1).text.is_empty());
    let png = packet_picture(&desk, token, 1, 400).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!(packet_picture(&desk, token, laid.pages, 400), None);
    assert_eq!(packet_picture(&desk, token, 1, 9_000), None);

    let found = find(&desk, &room, token, "MACHINE learning");
    assert!(found.total > 0 && found.total as usize >= found.finds.len());
    for one in &found.finds {
        let units: Vec<u16> = one.excerpt.encode_utf16().collect();
        let words = &units[one.from as usize..one.to as usize];
        let words = String::from_utf16(words).unwrap().to_lowercase();
        assert!("machine learning".starts_with(words.trim_end()), "{words}");
        assert!(
            page(one.page)
                .text
                .to_lowercase()
                .contains(words.trim_end())
        );
        for share in [one.x, one.y, one.x + one.width, one.y + one.height] {
            assert!((0.0..=1.0).contains(&share), "{one:?}");
        }
    }
    assert_eq!(find(&desk, &room, token, "no such words here").total, 0);
}

#[test]
fn a_part_that_is_dropped_goes_and_is_listed_as_left_out() {
    let (desk, room) = (desk(), Room::new("dropped-part"));
    let assessment = sample(&desk, &room);
    let whole = lay_out(&desk, &room, assessment, plan_of(Audience::Client));
    let mut plan = plan_of(Audience::Client);
    for choice in &mut plan.parts {
        choice.shown &= choice.part != PacketPart::Glossary;
    }
    let view = save_packet_plan(
        &desk,
        &room,
        SavePacketPlanRequest {
            assessment,
            plan: plan.clone(),
        },
    );
    assert_eq!(view.unwrap().plan.parts, plan.parts);
    let short = lay_out(&desk, &room, assessment, plan);
    assert!(short.pages < whole.pages);
    let has = |laid: &LaidOutView| laid.outline.iter().any(|row| row.title == "Glossary");
    assert!(has(&whole) && !has(&short));
    assert!(short.excluded.iter().any(|row| row.what == "Glossary"));
}

#[test]
fn two_packets_are_kept_and_none_once_the_vault_is_locked() {
    let (desk, room) = (desk(), Room::new("kept"));
    let assessment = sample(&desk, &room);
    let plan = || plan_of(Audience::Leadership);
    let tokens = [(); 3].map(|()| lay_out(&desk, &room, assessment, plan()).token);
    let is_there = |token| packet_picture(&desk, token, 0, 200).is_some();
    assert_eq!(tokens.map(is_there), [false, true, true]);
    let request = PacketPageRequest {
        token: tokens[0],
        page: 0,
    };
    let gone = packet_page(&desk, &room, request).unwrap_err();
    assert_eq!(gone.code, FaultCode::NotFound);
    lock(&desk, &room, LockRequest { lost: 0 }).unwrap();
    assert_eq!(tokens.map(is_there), [false; 3]);
    let request = LayOutRequest {
        assessment,
        plan: plan(),
    };
    let locked = lay_out_packet(&desk, &room, request).unwrap_err();
    assert_eq!(locked.code, FaultCode::Locked);
}

#[test]
fn what_is_exported_or_printed_is_in_the_register() {
    let (desk, room) = (desk(), Room::new("issued"));
    let assessment = sample(&desk, &room);
    let request = || ExportPacketRequest {
        assessment,
        plan: plan_of(Audience::Leadership),
        to: "The board".to_owned(),
    };
    let all = || IssuedRequest {
        organisation: None,
        assessment: Some(assessment),
    };
    let register = || issued(&desk, &room, all()).unwrap().issues;
    // Where nobody prints, and where somebody thinks better of it, nothing is entered.
    let not_here = print_packet(&desk, &room, request()).unwrap_err();
    assert!(not_here.message.contains("Export the packet as a PDF"));
    *room.printer.lock().unwrap() = Some(Printing::Cancelled);
    assert!(!print_packet(&desk, &room, request()).unwrap().printed);
    *room.printer.lock().unwrap() = Some(Printing::Failed);
    assert!(print_packet(&desk, &room, request()).is_err());
    assert!(register().is_empty());
    *room.printer.lock().unwrap() = Some(Printing::Begun);
    assert!(print_packet(&desk, &room, request()).unwrap().printed);
    let path = room.folder.join("board.pdf");
    room.will_choose(&[&path]);
    let file = export_packet(&desk, &room, request())
        .unwrap()
        .file
        .unwrap();
    let [pdf, paper] = &register()[..] else {
        panic!("two things left")
    };
    assert_eq!(
        (pdf.kind, paper.kind),
        (IssueKind::Packet, IssueKind::Print)
    );
    assert_eq!((&pdf.sha256, paper.sha256.as_str()), (&file.sha256, ""));
    assert_eq!(
        pdf.sha256,
        vault::hex(&vault::sha256(&fs::read(path).unwrap()))
    );
    assert_eq!((pdf.to.as_str(), pdf.pages), ("The board", file.pages));
    let fingerprint = issued(&desk, &room, all()).unwrap().fingerprint;
    assert_eq!(pdf.signer, fingerprint);
}

#[test]
fn an_exhibit_is_offered_with_what_is_known_of_it_and_stands_in_the_packet() {
    let (desk, room) = (desk(), Room::new("exhibit"));
    let assessment = sample(&desk, &room);
    let request = PacketRequest {
        assessment,
        audience: Audience::Client,
    };
    let offer = packet_plan(&desk, &room, request).unwrap();
    let can = |of: &&ExhibitCandidate| of.why_not.is_empty();
    let candidate = offer.candidates.iter().find(can).unwrap().clone();
    let mut plan = offer.plan;
    plan.exhibits = vec![Exhibit {
        evidence: candidate.evidence,
        pages: String::new(),
        caption: "A caption of its own".to_owned(),
        alternative: String::new(),
    }];
    let laid = lay_out(&desk, &room, assessment, plan);
    assert!(find(&desk, &room, laid.token, "a caption of its own").total > 0);
    let lacks = laid.checks.iter().find(|check| check.code == "alternative");
    assert_eq!(lacks.unwrap().evidence, Some(candidate.evidence));
    let template = PacketTemplate {
        id: TemplateId(Uuid::nil()),
        name: "Short".to_owned(),
        plan: plan_of(Audience::Client),
    };
    let templates = save_template(&desk, &room, template).unwrap().templates;
    let template = templates[0].id;
    let left = remove_template(&desk, &room, TemplateRequest { template }).unwrap();
    assert_eq!(left.templates, []);
}

#[test]
fn a_logo_is_chosen_shown_and_removed() {
    let (desk, room) = (desk(), Room::new("logo"));
    sample(&desk, &room);
    let own = || LookRequest { organisation: None };
    let before = look(&desk, &room, own()).unwrap();
    // Nobody chose anything: it is as it was.
    assert_eq!(choose_logo(&desk, &room, own()).unwrap().look, before.look);
    let broken = room.file("broken.png", b"\x89PNG\r\n\x1a\n and no more");
    room.will_choose(&[&broken]);
    let refused = choose_logo(&desk, &room, own()).unwrap_err();
    assert!(
        refused.message.contains("The logo is as it was"),
        "{refused:?}"
    );
    let asset = concat!(env!("CARGO_MANIFEST_DIR"), "/../../icons/128x128.png");
    room.will_choose(&[asset.as_ref()]);
    let chosen = choose_logo(&desk, &room, own()).unwrap().look;
    let logo = chosen.logo.unwrap();
    assert_eq!((logo.width, logo.height), (128, 128));
    assert_eq!(logo_picture(&desk, None), logo.bytes());
    let request = SaveLookRequest {
        organisation: None,
        colour: "#dddd00".to_owned(),
        alternative: "Harbour Audits".to_owned(),
    };
    let pale = save_look(&desk, &room, request).unwrap();
    assert!(pale.contrast.unwrap() < 2.0 && pale.refused.is_some());
    assert!(pale.look.logo.is_some());
    let gone = remove_logo(&desk, &room, own()).unwrap().look;
    assert_eq!(
        (gone.logo, gone.alternative.as_str()),
        (None, "Harbour Audits")
    );
    assert_eq!(logo_picture(&desk, None), None);
    lock(&desk, &room, LockRequest { lost: 0 }).unwrap();
    assert!(look(&desk, &room, own()).is_err());
}
