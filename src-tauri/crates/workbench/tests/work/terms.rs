//! Changed terms: seen before they are saved, and nothing is lost by them.

use domain::answer::{Implementation, Subject};
use domain::assessment::{Assessment, ProfileAnswer};
use domain::framework::{Effect, Framework, SubjectKind};
use domain::terms::TermsEffect;

use crate::place::*;

/// Returns a profile answer that proposes to leave controls out, with one of these.
fn leaves_out(framework: &Framework) -> (ProfileAnswer, String) {
    for question in &framework.profile {
        for option in &question.options {
            for effect in &option.effects {
                let Effect::NotApplicable { controls, .. } = effect else {
                    continue;
                };
                let out = |id: &str| controls.iter().any(|s| framework.selects(s, id));
                let control = first(framework, |c| out(&c.id));
                let answer = ProfileAnswer {
                    question: question.id.clone(),
                    subject: Subject::All,
                    option: option.id.clone(),
                };
                return (answer, control);
            }
        }
    }
    panic!("the catalogue proposes nothing");
}

#[test]
fn a_profile_that_would_orphan_an_answer_says_so_and_keeps_it() {
    let place = Place::new("orphan");
    let mut clinic = Clinic::new(&place);
    let framework = clinic.dossier().framework.clone();
    let (answer, control) = leaves_out(&framework);
    clinic
        .answer(&control, said(Implementation::Implemented, "We have it"))
        .unwrap();
    let before = clinic.dossier();
    let terms = |profile: Vec<ProfileAnswer>| Assessment {
        profile,
        ..before.assessment.clone()
    };
    let (_, change) = clinic
        .workbench
        .preview_terms(terms(vec![answer.clone()]))
        .unwrap();
    let touched = change
        .touched
        .iter()
        .find(|t| t.control == control)
        .unwrap();
    assert_eq!(touched.implementation, Some(Implementation::Implemented));
    assert!(!change.added.is_empty() && change.gone.is_empty());
    assert_eq!(clinic.dossier(), before, "a preview changes nothing");
    let (dossier, _) = clinic
        .workbench
        .save_assessment(terms(vec![answer]), later(3))
        .unwrap();
    assert_eq!(dossier.answers, before.answers);
    let back = clinic
        .workbench
        .save_assessment(terms(Vec::new()), later(4));
    assert_eq!(back.unwrap().0.answers, before.answers);
}

#[test]
fn a_system_that_leaves_the_scope_and_comes_back_has_its_answers_again() {
    let place = Place::new("leave");
    let mut clinic = Clinic::new(&place);
    let control = control_per(&clinic.dossier().framework, SubjectKind::System);
    clinic
        .workbench
        .split_answer(clinic.assessment, &control, later(1))
        .unwrap();
    let second = Subject::System(clinic.systems[1]);
    let words = said(Implementation::NotImplemented, "Not there");
    clinic
        .workbench
        .answer(clinic.assessment, &control, second, words, later(2))
        .unwrap();
    let before = clinic.dossier();
    let mut less = before.assessment.clone();
    less.scope.systems.pop();
    let (_, change) = clinic.workbench.preview_terms(less.clone()).unwrap();
    let leaves: Vec<_> = (change.touched.iter())
        .filter(|t| t.effect == TermsEffect::Leaves)
        .collect();
    assert_eq!((leaves.len(), leaves[0].subject), (1, second));
    clinic.workbench.save_assessment(less, later(3)).unwrap();
    let standing = clinic.workbench.standing(clinic.assessment).unwrap().1;
    let item = standing
        .items
        .iter()
        .find(|i| i.control == control)
        .unwrap();
    assert_eq!(item.rows.len(), 1, "it no longer counts");
    let (_, again) = clinic
        .workbench
        .preview_terms(before.assessment.clone())
        .unwrap();
    assert!(again.touched.iter().any(|t| t.effect == TermsEffect::Enters
        && t.implementation == Some(Implementation::NotImplemented)));
    let (dossier, _) = clinic
        .workbench
        .save_assessment(before.assessment.clone(), later(4))
        .unwrap();
    assert_eq!(dossier.answers, before.answers);
}

#[test]
fn a_final_assessment_is_previewed_with_what_came_since() {
    let place = Place::new("terms-final");
    let mut clinic = Clinic::new(&place);
    let control = control_per(&clinic.dossier().framework, SubjectKind::System);
    let id = clinic.assessment;
    clinic
        .workbench
        .split_answer(id, &control, later(1))
        .unwrap();
    clinic.workbench.finalise(id, later(2)).unwrap();
    clinic
        .workbench
        .save_system(new_system(clinic.organisation, "Third"), later(3))
        .unwrap();
    let file = clinic.workbench.organisation(clinic.organisation).unwrap();
    let mut terms = clinic.dossier().assessment.clone();
    terms.scope.systems = file.systems.iter().map(|s| s.id).collect();
    let (dossier, change) = clinic.workbench.preview_terms(terms).unwrap();
    let enters = change
        .touched
        .iter()
        .find(|t| t.effect == TermsEffect::Enters)
        .unwrap();
    assert_eq!(dossier.subject_name(enters.subject), "Third");
}
