//! A packet from the command line: for whom, of which parts, and what the register says.

use std::fs;

use domain::id::TemplateId;
use domain::packet::{Audience, PacketPart, PacketPlan, PacketTemplate};
use uuid::Uuid;

use crate::place::{Place, now};

#[test]
fn a_packet_is_written_for_its_audience_and_entered_in_the_register() {
    let (place, id) = Place::with_sample("packet");
    let mut pages = Vec::new();
    for audience in ["leadership", "client", "working"] {
        let written = place.run_words(&[
            "packet",
            "...",
            "--assessment",
            &id,
            "--audience",
            audience,
            "--data",
            "--to",
            "Their counsel",
            "--out",
            &format!("{audience}.pdf"),
        ]);
        assert_eq!(written.code, 0, "{written:?}");
        let bytes = fs::read(place.0.join(format!("{audience}.pdf"))).unwrap();
        assert!(written.out.starts_with(&vault::hex(&vault::sha256(&bytes))));
        pages.push(
            written
                .out
                .split_whitespace()
                .nth(1)
                .unwrap()
                .parse()
                .unwrap(),
        );
    }
    let [leadership, client, working]: [u32; 3] = pages.try_into().unwrap();
    assert!((2..=4).contains(&leadership), "{leadership} pages");
    assert!(leadership < client && client < working);
    let issued = place.json(&format!("issued ... --assessment {id}"));
    let audiences: Vec<&str> = issued
        .iter()
        .map(|i| i["audience"].as_str().unwrap())
        .collect();
    assert_eq!(audiences, ["working", "client", "leadership"]);
    for issue in &issued {
        assert_eq!(
            (&issue["kind"], &issue["to"]),
            (&"packet".into(), &"Their counsel".into())
        );
    }
    let organisation = issued[0]["organisation"].as_str().unwrap();
    let of = place.json(&format!("issued ... --organisation {organisation}"));
    assert_eq!(of.len(), 3);
    let nobody = Uuid::from_u128(3);
    let none = place.json(&format!("issued ... --organisation {nobody}"));
    assert!(none.is_empty());
}

#[test]
fn a_template_gives_a_packet_its_parts() {
    let (place, id) = Place::with_sample("template");
    let mut workbench = place.unlock();
    let mut plan = PacketPlan::proposed(Audience::Client);
    for choice in &mut plan.parts {
        choice.shown = choice.part == PacketPart::Summary;
    }
    let template = PacketTemplate {
        id: TemplateId(Uuid::nil()),
        name: "Figures only".to_owned(),
        plan,
    };
    workbench.save_template(template, now()).unwrap();
    workbench.close().unwrap();
    let with = |name: &str, audience: &str| {
        place.run_words(&[
            "packet",
            "...",
            "--assessment",
            &id,
            "--template",
            name,
            "--audience",
            audience,
            "--out",
            "short.pdf",
        ])
    };
    let short = with("figures ONLY", "client");
    assert_eq!(short.code, 0, "{short:?}");
    let pages: u32 = short
        .out
        .split_whitespace()
        .nth(1)
        .unwrap()
        .parse()
        .unwrap();
    assert!(pages < 8, "{pages}");
    assert_eq!(with("Nothing of the kind", "client").code, 2);
    assert_eq!(with("Figures only", "working").code, 2);
    assert_eq!(with("Figures only", "everybody").code, 2);
}
