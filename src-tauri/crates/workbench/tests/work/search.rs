//! Finding anything that was written, where it stands, and nothing that is no longer so.

use domain::answer::{Implementation, Subject};
use domain::find::FindKind;
use domain::framework::SubjectKind;
use domain::id::AssessmentId;
use workbench::{Find, Workbench};

use crate::place::*;

fn finds(workbench: &mut Workbench, typed: &str, within: Option<AssessmentId>) -> Vec<Find> {
    workbench.search(typed, within).unwrap().finds
}

fn kinds(finds: &[Find]) -> Vec<FindKind> {
    finds.iter().map(|find| find.kind).collect()
}

/// Writes a word in each place that is searched.
fn write_everywhere(clinic: &mut Clinic, control: &str, word: &str) {
    let assessment = clinic.assessment;
    let observation = clinic.observed(control, word);
    clinic
        .answer(control, said(Implementation::NotImplemented, word))
        .unwrap();
    let workbench = &mut clinic.workbench;
    workbench
        .write_working_note(assessment, control, Subject::All, word, later(1))
        .unwrap();
    workbench.save_observation(observation, later(2)).unwrap();
    let finding = workbench.dossier(assessment).unwrap().findings[0].id;
    let response = domain::finding::Response {
        course: domain::finding::ResponseCourse::Other,
        text: word.into(),
        ..Default::default()
    };
    workbench
        .save_response(finding, String::new(), response, later(2))
        .unwrap();
    clinic.attach(control, &format!("{word}.txt"), word.as_bytes());
    let mut request = clinic.dossier().requests[0].clone();
    request.course.ask = word.into();
    let organisation = clinic.organisation;
    let workbench = &mut clinic.workbench;
    workbench
        .save_requests(assessment, vec![request], later(3))
        .unwrap();
    let mut person = new_person(organisation);
    person.role = word.into();
    workbench.save_person(person, later(3)).unwrap();
    let mut system = new_system(organisation, word);
    system.purpose = String::new();
    workbench.save_system(system, later(3)).unwrap();
    let mut vendor = new_vendor(organisation);
    vendor.service = word.into();
    workbench.save_vendor(vendor, later(3)).unwrap();
    workbench
        .save_site(new_site(organisation, word), later(3))
        .unwrap();
    let mut whole = workbench.organisation(organisation).unwrap().organisation;
    whole.remarks = word.into();
    workbench.save_organisation(whole, later(3)).unwrap();
    change(clinic, |assessment| assessment.scope.left_out = word.into()).unwrap();
}

#[test]
fn every_place_that_holds_a_word_is_found_by_kind_in_one_order() {
    let place = Place::new("find-all");
    let mut clinic = Clinic::new(&place);
    let control = control_per(&clinic.dossier().framework, SubjectKind::Organisation);
    write_everywhere(&mut clinic, &control, "Pelargonium");
    use FindKind::*;
    let found = finds(&mut clinic.workbench, "pelarg", None);
    assert_eq!(
        kinds(&found),
        [
            Answer,
            WorkingNote,
            Observation,
            Evidence,
            Finding,
            Request,
            Person,
            System,
            Vendor,
            Site,
            Organisation,
            Assessment
        ]
    );
    for find in &found {
        assert!(
            find.snippet
                .iter()
                .any(|span| span.found && span.text == "Pelargonium"),
            "{find:?}"
        );
        assert_eq!(find.organisation, Some(clinic.organisation));
        assert_eq!(find.organisation_name, "Fenwick Clinic");
        assert!(!find.title.is_empty(), "{find:?}");
        let at_control = matches!(
            find.kind,
            Answer | WorkingNote | Observation | Finding | Request
        );
        assert_eq!(find.control.is_some(), at_control, "{find:?}");
        let in_assessment = at_control || matches!(find.kind, Evidence | Assessment);
        assert_eq!(find.assessment.is_some(), in_assessment, "{find:?}");
        assert_eq!(!find.assessment_title.is_empty(), in_assessment);
    }
    assert_eq!(found[0].control.as_deref(), Some(control.as_str()));
    // The same in the one assessment, and nothing of it in another.
    assert_eq!(
        finds(&mut clinic.workbench, "pelarg", Some(clinic.assessment)),
        found
    );
    let start = clinic.dossier().assessment.clone();
    let other = clinic
        .workbench
        .save_organisation(new_organisation("Geranium Practice"), later(7))
        .unwrap();
    let start = workbench::Start {
        organisation: other,
        title: "Geranium".into(),
        period: start.period,
        as_of: start.as_of,
        scope: Default::default(),
        engagement: start.engagement,
        profile: Vec::new(),
    };
    let elsewhere = clinic.workbench.start_assessment(start, later(8)).unwrap();
    assert!(finds(&mut clinic.workbench, "pelarg", Some(elsewhere)).is_empty());
    assert_eq!(
        finds(&mut clinic.workbench, "geranium", Some(elsewhere)).len(),
        2
    );
}

#[test]
fn controls_are_found_by_their_name_first_and_by_their_id() {
    let place = Place::new("find-controls");
    let mut clinic = Clinic::new(&place);
    let framework = clinic.dossier().framework.clone();
    let one = framework.controls().next().unwrap();
    for within in [None, Some(clinic.assessment)] {
        let found = finds(&mut clinic.workbench, &one.label, within);
        assert_eq!((found[0].kind, &found[0].id), (FindKind::Control, &one.id));
        assert_eq!(found[0].assessment, within);
        let found = finds(&mut clinic.workbench, &one.id, within);
        assert_eq!(found[0].id, one.id);
        let found = clinic.workbench.search("e", within).unwrap();
        assert!(found.more);
        assert_eq!(kinds(&found.finds[..8]), [FindKind::Control; 8]);
    }
}

#[test]
fn what_is_undone_is_found_no_more_until_it_is_redone() {
    let place = Place::new("find-undone");
    let mut clinic = Clinic::new(&place);
    let control = control_per(&clinic.dossier().framework, SubjectKind::Organisation);
    let of = clinic.assessment;
    clinic
        .answer(&control, said(Implementation::Partial, "Pelargonium"))
        .unwrap();
    assert_eq!(
        finds(&mut clinic.workbench, "pelargonium", Some(of)).len(),
        1
    );
    clinic.workbench.undo(of.0, later(2)).unwrap();
    assert!(finds(&mut clinic.workbench, "pelargonium", Some(of)).is_empty());
    clinic.workbench.redo(of.0, later(3)).unwrap();
    assert_eq!(
        finds(&mut clinic.workbench, "pelargonium", Some(of)).len(),
        1
    );
}

#[test]
fn nothing_that_can_be_typed_is_an_error() {
    let place = Place::new("find-typed");
    let mut clinic = Clinic::new(&place);
    for typed in [
        "", " ", "\"", "*", "a\"b", "NEAR(", "- -", "\u{0}", "é", "録", "🌱",
    ] {
        clinic.workbench.search(typed, None).unwrap();
        clinic
            .workbench
            .search(&typed.repeat(10_000), Some(clinic.assessment))
            .unwrap();
    }
    let unknown = AssessmentId(uuid::Uuid::nil());
    assert!(matches!(
        clinic.workbench.search("a", Some(unknown)),
        Err(workbench::Error::NotFound("assessment"))
    ));
}

#[test]
fn the_words_of_a_client_are_in_no_file_of_the_vault_in_plain() {
    let place = Place::new("find-plain");
    let mut clinic = Clinic::new(&place);
    let control = control_per(&clinic.dossier().framework, SubjectKind::Organisation);
    clinic
        .answer(&control, said(Implementation::Partial, "Pelargonium"))
        .unwrap();
    assert_eq!(finds(&mut clinic.workbench, "pelargonium", None).len(), 1);
    let holds = |word: &[u8]| {
        let all = files(&place.vault());
        all.iter()
            .any(|(_, bytes)| bytes.windows(word.len()).any(|w| w == word))
    };
    assert!(!holds(b"Pelargonium") && !holds(b"pelargonium"));
    clinic.workbench.close().unwrap();
    assert!(!holds(b"Pelargonium") && !holds(b"pelargonium"));
}
