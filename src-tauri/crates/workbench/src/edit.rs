//! Editing an assessment: what a task changes, what follows from it, and one transaction.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::answer::{Implementation, Subject};
use domain::assessment::{Assessment, Snapshot, Stage};
use domain::dossier::Dossier;
use domain::finding::{self, Finding, FindingStanding, Response};
use domain::framework::Framework;
use domain::id::{AssessmentId, FindingId, RequestId};
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use domain::request::{EvidenceRequest, Origin, RequestCourse, RequestState};
use domain::score::{self, Standing};
use domain::step::Step;
use serde::Deserialize;
use store::{Chain, Change, Record};
use uuid::Uuid;

use crate::error::Error;
use crate::open::Workbench;
use crate::role::require_edit;

/// An assessment under a task's hands.
pub(crate) struct Edit<'w> {
    /// The assessment with all that belongs to it, to be changed.
    pub(crate) dossier: Dossier,
    /// The moment of the task.
    pub(crate) now: DateTime<Utc>,
    /// Who does it.
    pub(crate) person: String,
    /// What is done, as it can be undone; nothing ends the history here.
    pub(crate) step: Option<Step>,
    new_id: &'w dyn Fn() -> Result<Uuid, store::Error>,
}

impl Edit<'_> {
    /// Returns a new id.
    pub(crate) fn new_id(&self) -> Result<Uuid, Error> {
        Ok((self.new_id)()?)
    }

    /// Says in which field was typed, when nothing but that was done.
    pub(crate) fn typed_in(&mut self, field: Option<String>) {
        if let Some(step) = &mut self.step {
            step.typed_in = field;
        }
    }
}

/// An assessment after a task, with where it now stands.
pub(crate) struct Edited {
    pub(crate) dossier: Arc<Dossier>,
    pub(crate) standing: Standing,
}

impl Workbench {
    /// Returns an assessment with all that belongs to it.
    pub fn dossier(&mut self, id: AssessmentId) -> Result<Arc<Dossier>, Error> {
        if let Some(open) = self.open.as_ref().filter(|open| open.assessment.id == id) {
            return Ok(Arc::clone(open));
        }
        let mut dossier = self.read_dossier(id)?;
        if dossier.assessment.stage == Stage::Final {
            self.show_as_pinned(&mut dossier)?;
        }
        let dossier = Arc::new(dossier);
        self.open = Some(Arc::clone(&dossier));
        Ok(dossier)
    }

    /// Shows the organisation as it was when the version was made final: what is renamed or
    /// added later belongs to the next version.
    fn show_as_pinned(&self, dossier: &mut Dossier) -> Result<(), Error> {
        let newest = dossier.versions.iter().max_by_key(|version| version.number);
        let Some(version) = newest else { return Ok(()) };
        let snapshot: Snapshot = self
            .store
            .get(&version.id.to_string())?
            .ok_or(Error::NotFound("version"))?;
        let unreadable = |_| store::Error::Unreadable { kind: "snapshot" };
        let pinned: Pinned = serde_json::from_str(&snapshot.state).map_err(unreadable)?;
        dossier.organisation = pinned.organisation;
        dossier.sites = pinned.sites;
        dossier.systems = pinned.systems;
        dossier.vendors = pinned.vendors;
        dossier.people = pinned.people;
        Ok(())
    }

    /// Reads an assessment as it is now, whatever its newest version shows.
    pub(crate) fn read_dossier(&mut self, id: AssessmentId) -> Result<Dossier, Error> {
        let store = &self.store;
        let assessment: Assessment = store
            .get(&id.to_string())?
            .ok_or(Error::NotFound("assessment"))?;
        let framework = self.frameworks.of(&assessment.framework.digest, store)?;
        let mut dossier = Dossier {
            answers: store.of_assessment(id)?,
            observations: store.of_assessment(id)?,
            evidence: store.of_assessment(id)?,
            links: store.of_assessment(id)?,
            findings: store.of_assessment(id)?,
            requests: store.of_assessment(id)?,
            versions: store.of_assessment(id)?,
            ..self.blank_dossier(assessment, framework)?
        };
        dossier.put_in_order();
        Ok(dossier)
    }

    /// Returns an assessment of an organisation in which nothing is recorded.
    pub(crate) fn blank_dossier(
        &self,
        assessment: Assessment,
        framework: Arc<Framework>,
    ) -> Result<Dossier, Error> {
        let (store, organisation) = (&self.store, assessment.organisation);
        Ok(Dossier {
            framework,
            organisation: store
                .get(&organisation.to_string())?
                .ok_or(Error::NotFound("organisation"))?,
            sites: store.of_organisation(organisation)?,
            systems: store.of_organisation(organisation)?,
            vendors: store.of_organisation(organisation)?,
            people: store.of_organisation(organisation)?,
            answers: Vec::new(),
            observations: Vec::new(),
            evidence: Vec::new(),
            links: Vec::new(),
            findings: Vec::new(),
            requests: Vec::new(),
            versions: Vec::new(),
            assessment,
        })
    }

    /// Edits an assessment. What follows from the edit is worked out, and what differs is
    /// written in one transaction, as one step that can be undone.
    pub(crate) fn edit(
        &mut self,
        id: AssessmentId,
        step: Step,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Edit<'_>) -> Result<(), Error>,
    ) -> Result<Edited, Error> {
        self.edit_beside(id, Some(step), now, |_, edit| work(edit))
    }

    /// Edits an assessment like [`Workbench::edit`], with a write handle for what belongs to
    /// the same transaction and not to the dossier. Without a step it cannot be undone, nor
    /// can what was done before it.
    pub(crate) fn edit_beside(
        &mut self,
        id: AssessmentId,
        step: Option<Step>,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Change<'_>, &mut Edit<'_>) -> Result<(), Error>,
    ) -> Result<Edited, Error> {
        let mut before = self.dossier(id)?;
        if before.assessment.stage == Stage::Final {
            before = Arc::new(self.read_dossier(id)?);
        }
        // What is in memory is right again only when all of this succeeds.
        self.open = None;
        let chain = Chain::Organisation(before.organisation.id);
        let (person, role) = (self.person().to_owned(), self.role());
        let new_id = move || store::new_id(now);
        let edited = self.store.change(chain, now, |change| {
            let mut edit = Edit {
                dossier: Dossier::clone(&before),
                now,
                person,
                step,
                new_id: &new_id,
            };
            change.begin_step(id.0);
            work(change, &mut edit)?;
            require_edit(role, &before, &edit.dossier)?;
            let standing = follow(&mut edit)?;
            reopen(&before, &mut edit.dossier);
            write(change, &before, &edit.dossier)?;
            match &edit.step {
                Some(step) => change.end_step(step)?,
                None => change.end_history(id.0)?,
            }
            Ok::<_, Error>(Edited {
                dossier: Arc::new(edit.dossier),
                standing,
            })
        })?;
        if edited.dossier.assessment.stage == Stage::Draft {
            self.open = Some(Arc::clone(&edited.dossier));
        }
        Ok(edited)
    }
}

/// The part of a pinned state that says what the organisation was.
#[derive(Deserialize)]
struct Pinned {
    organisation: Organisation,
    sites: Vec<Site>,
    systems: Vec<System>,
    vendors: Vec<Vendor>,
    people: Vec<Person>,
}

/// Works out what follows from an edit.
pub(crate) fn follow(edit: &mut Edit<'_>) -> Result<Standing, Error> {
    ask_who_would_know(edit)?;
    let standing = score::standing(&edit.dossier);
    raise_findings(edit, &standing)?;
    edit.dossier.put_in_order();
    Ok(standing)
}

/// A change of a final assessment opens a new version.
fn reopen(before: &Dossier, dossier: &mut Dossier) {
    let was_final = before.assessment.stage == Stage::Final;
    if was_final && dossier.assessment.stage == Stage::Final && before != dossier {
        dossier.assessment.stage = Stage::Draft;
        dossier.assessment.version += 1;
    }
}

/// "I don't know, but they would" becomes a request; it goes again when it was not yet
/// acted on and the answer is known.
fn ask_who_would_know(edit: &mut Edit<'_>) -> Result<(), Error> {
    let unknown: Vec<(String, Subject, String)> = edit
        .dossier
        .answers
        .iter()
        .filter(|a| a.words.implementation == Some(Implementation::Unknown))
        .filter(|a| !a.words.who_would_know.trim().is_empty())
        .map(|a| {
            (
                a.control.clone(),
                a.subject,
                a.words.who_would_know.trim().to_owned(),
            )
        })
        .collect();
    let still = |r: &EvidenceRequest| {
        unknown
            .iter()
            .any(|(c, s, _)| *c == r.control && *s == r.subject)
    };
    edit.dossier.requests.retain(|r| {
        r.origin != Origin::Unknown || r.course.state != RequestState::Wanted || still(r)
    });
    for (control, subject, who) in unknown {
        let known = edit.dossier.requests.iter_mut().find(|r| {
            r.origin == Origin::Unknown && r.control == control && r.subject == subject
        });
        if let Some(request) = known {
            if request.course.state == RequestState::Wanted {
                request.course.ask = who;
            }
            continue;
        }
        let framework = Arc::clone(&edit.dossier.framework);
        let Some(asked) = framework.control(&control) else {
            continue;
        };
        let request = EvidenceRequest {
            id: RequestId(edit.new_id()?),
            assessment: edit.dossier.assessment.id,
            artefact: format!("An answer to: {}", asked.question),
            control,
            subject,
            origin: Origin::Unknown,
            owners: Vec::new(),
            collection: String::new(),
            course: RequestCourse {
                ask: who,
                ..RequestCourse::default()
            },
        };
        edit.dossier.requests.push(request);
    }
    Ok(())
}

/// A finding follows its answer and loses nothing that a person wrote.
fn raise_findings(edit: &mut Edit<'_>, standing: &Standing) -> Result<(), Error> {
    let raised = finding::raise(&edit.dossier, standing);
    for raised in finding::follow(&mut edit.dossier.findings, raised) {
        let finding = Finding {
            id: FindingId(edit.new_id()?),
            assessment: edit.dossier.assessment.id,
            raised,
            standing: FindingStanding::Open,
            first_raised: edit.now,
            consequence: String::new(),
            response: Response::default(),
        };
        edit.dossier.findings.push(finding);
    }
    Ok(())
}

/// Writes an assessment that is not in the vault yet, with what follows from its answers.
pub(crate) fn write_new(
    change: &mut Change<'_>,
    dossier: Dossier,
    person: String,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let new_id = move || store::new_id(now);
    let mut before = dossier.clone();
    before.answers.clear();
    before.requests.clear();
    let mut edit = Edit {
        dossier,
        now,
        person,
        step: None,
        new_id: &new_id,
    };
    follow(&mut edit)?;
    change.put(&edit.dossier.assessment)?;
    write(change, &before, &edit.dossier)
}

/// Writes what differs.
fn write(change: &mut Change<'_>, before: &Dossier, after: &Dossier) -> Result<(), Error> {
    if before.assessment != after.assessment {
        change.put(&after.assessment)?;
    }
    write_list(change, &before.answers, &after.answers)?;
    write_list(change, &before.observations, &after.observations)?;
    write_list(change, &before.evidence, &after.evidence)?;
    write_list(change, &before.links, &after.links)?;
    write_list(change, &before.requests, &after.requests)?;
    write_list(change, &before.findings, &after.findings)?;
    write_list(change, &before.versions, &after.versions)
}

fn write_list<R: Record + PartialEq>(
    change: &mut Change<'_>,
    before: &[R],
    after: &[R],
) -> Result<(), Error> {
    if before == after {
        return Ok(());
    }
    let mut gone: HashMap<String, &R> = before.iter().map(|old| (old.id(), old)).collect();
    for new in after {
        if gone.remove(&new.id()) != Some(new) {
            change.put(new)?;
        }
    }
    for id in gone.into_keys() {
        change.remove::<R>(&id)?;
    }
    Ok(())
}
