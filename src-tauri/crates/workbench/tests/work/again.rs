//! The next year: a fresh assessment from the last one, the old one put away.

use domain::answer::{AnswerWords, Determination, Implementation, Subject};
use domain::assessment::{Period, ProfileAnswer, Stage};
use domain::id::AssessmentId;
use domain::request::{Origin, RequestState};
use workbench::{Carry, Duplicate};

use crate::place::*;

fn next_year(from: AssessmentId, carry: Carry) -> Duplicate {
    Duplicate {
        from,
        title: "Autumn 2027".into(),
        period: Period {
            from: day("2026-11-25"),
            to: day("2027-11-24"),
        },
        as_of: day("2027-11-24"),
        carry,
    }
}

#[test]
fn a_fresh_assessment_takes_the_terms_over_and_nothing_that_was_answered() {
    let place = Place::new("fresh");
    let mut clinic = Clinic::new(&place);
    let question = clinic.dossier().framework.profile[0].clone();
    let profile = vec![ProfileAnswer {
        question: question.id,
        subject: Subject::All,
        option: question.options[0].id.clone(),
    }];
    change(&mut clinic, |a| a.profile = profile).unwrap();
    let control = clinic.first_control();
    clinic
        .answer(&control, said(Implementation::Implemented, "Here"))
        .unwrap();
    let old = clinic.dossier();
    let from = next_year(clinic.assessment, Carry::Terms);
    let made = clinic.workbench.duplicate(from, later(9)).unwrap();
    assert!(made.gone.is_empty() && made.assessment != clinic.assessment);
    let new = clinic.workbench.dossier(made.assessment).unwrap();
    assert_eq!(
        (
            &new.assessment.scope,
            &new.assessment.profile,
            &new.assessment.engagement
        ),
        (
            &old.assessment.scope,
            &old.assessment.profile,
            &old.assessment.engagement
        )
    );
    assert_eq!(
        (new.assessment.title.as_str(), new.assessment.version),
        ("Autumn 2027", 1)
    );
    assert_eq!(new.assessment.started, later(9));
    assert!(new.answers.is_empty() && new.links.is_empty() && new.evidence.is_empty());
    assert_eq!(new.requests.len(), old.requests.len(), "a plan of its own");
    assert_eq!(clinic.dossier().answers, old.answers, "the old one stays");
}

#[test]
fn carried_answers_are_flagged_and_their_evidence_and_conclusions_stay_behind() {
    let place = Place::new("carried");
    let mut clinic = Clinic::new(&place);
    let framework = clinic.dossier().framework.clone();
    let ids: Vec<String> = framework.controls().take(2).map(|c| c.id.clone()).collect();
    let words = AnswerWords {
        determination: Some(Determination::Satisfied),
        ..said(Implementation::Implemented, "A note")
    };
    clinic.answer(&ids[0], words).unwrap();
    let unknown = AnswerWords {
        who_would_know: "Kim".into(),
        ..said(Implementation::Unknown, "")
    };
    clinic.answer(&ids[1], unknown).unwrap();
    clinic.attach(&ids[0], "memo.pdf", b"memo");
    let (old, id) = (clinic.assessment, &ids[0]);
    clinic
        .workbench
        .write_working_note(old, id, Subject::All, "For myself", later(4))
        .unwrap();
    let from = next_year(old, Carry::Answers);
    let made = clinic
        .workbench
        .duplicate(from, later(9))
        .unwrap()
        .assessment;
    let new = clinic.workbench.dossier(made).unwrap();
    let answer = new.answer(id, Subject::All).unwrap();
    let expected = AnswerWords {
        flagged: true,
        ..said(Implementation::Implemented, "A note")
    };
    assert_eq!(answer.words, expected);
    assert_eq!((answer.assessment, answer.changed), (made, later(9)));
    assert!(new.evidence.is_empty() && new.links.is_empty());
    assert!(
        new.findings
            .iter()
            .any(|f| f.raised.control == *id && f.assessment == made),
        "not shown yet: what follows is worked out"
    );
    let asked = new
        .requests
        .iter()
        .find(|r| r.origin == Origin::Unknown)
        .unwrap();
    assert_eq!(
        (asked.course.ask.as_str(), asked.course.state),
        ("Kim", RequestState::Wanted)
    );
    let note = clinic
        .workbench
        .working_note(made, id, Subject::All)
        .unwrap();
    assert_eq!(note, "For myself");
    let note = clinic
        .workbench
        .working_note(old, id, Subject::All)
        .unwrap();
    assert_eq!(note, "For myself", "the old one keeps its own");
    let mut clinic = clinic.reopen(&place);
    assert_eq!(clinic.workbench.dossier(made).unwrap().answers, new.answers);
}

#[test]
fn a_duplicate_whose_period_ends_before_it_begins_is_refused() {
    let place = Place::new("backwards");
    let mut clinic = Clinic::new(&place);
    let mut from = next_year(clinic.assessment, Carry::Terms);
    from.period.to = day("2020-01-01");
    refused(clinic.workbench.duplicate(from, later(9)));
    let unknown = next_year(AssessmentId(uuid::Uuid::from_u128(4)), Carry::Terms);
    assert!(clinic.workbench.duplicate(unknown, later(9)).is_err());
    assert_eq!(clinic.workbench.library().unwrap().assessments.len(), 1);
}

#[test]
fn a_final_assessment_that_is_put_away_stays_final() {
    let place = Place::new("away");
    let mut clinic = Clinic::new(&place);
    let id = clinic.assessment;
    let (dossier, _) = clinic.workbench.finalise(id, later(2)).unwrap();
    let digest = dossier.versions[0].digest.clone();
    let entries = clinic.workbench.chain_head(id).unwrap().entries;
    clinic.workbench.archive(id, true, later(3)).unwrap();
    let put_away = clinic.dossier();
    assert!(put_away.assessment.archived);
    assert_eq!(
        (put_away.assessment.stage, put_away.assessment.version),
        (Stage::Final, 1)
    );
    assert_eq!(
        clinic.workbench.chain_head(id).unwrap().entries,
        entries + 1,
        "the trail says so"
    );
    assert!(clinic.workbench.library().unwrap().assessments[0].archived);
    // Put away already, there is nothing to say.
    clinic.workbench.archive(id, true, later(4)).unwrap();
    assert_eq!(
        clinic.workbench.chain_head(id).unwrap().entries,
        entries + 1
    );
    clinic.workbench.archive(id, false, later(5)).unwrap();
    let back = clinic.dossier();
    assert_eq!(
        (back.assessment.archived, back.assessment.stage),
        (false, Stage::Final)
    );
    assert_eq!(back.versions[0].digest, digest);
    // Other terms leave alone whether it is put away.
    let mut terms = back.assessment.clone();
    terms.archived = true;
    terms.title = "Renamed".into();
    let (saved, _) = clinic.workbench.save_assessment(terms, later(6)).unwrap();
    assert!(!saved.assessment.archived);
}
