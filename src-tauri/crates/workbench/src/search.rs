//! Finding anything: controls of the framework, and what people wrote.

mod control;
mod snippet;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use domain::answer::{Answer, Observation, Subject};
use domain::assessment::Assessment;
use domain::evidence::Evidence;
use domain::find::FindKind;
use domain::finding::Finding;
use domain::id::{AssessmentId, OrganisationId};
use domain::note::WorkingNote;
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use domain::request::EvidenceRequest;
use store::words::{Term, terms};
use store::{Found, Record, Searched, Store, Within};

use crate::error::Error;
use crate::frameworks::Frameworks;
use crate::open::Workbench;

pub(crate) use control::Controls;
pub use snippet::Span;
use snippet::snippet;

/// How many of each kind are shown.
const EACH: usize = 8;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Finds {
    /// The finds, kinds in a fixed order; of each kind what was written last first.
    pub finds: Vec<Find>,
    /// Whether there are more than these.
    pub more: bool,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    /// What it is.
    pub kind: FindKind,
    /// Its id: a record's, or a control's.
    pub id: String,
    /// The organisation.
    pub organisation: Option<OrganisationId>,
    /// The organisation's name.
    pub organisation_name: String,
    /// The assessment.
    pub assessment: Option<AssessmentId>,
    /// The assessment's title.
    pub assessment_title: String,
    /// The control that it belongs to.
    pub control: Option<String>,
    /// What the answer is about, of what stands at a control.
    pub subject: Option<Subject>,
    /// Its name.
    pub title: String,
    /// The words around what was found.
    pub snippet: Vec<Span>,
}

impl Workbench {
    /// Finds what holds every word that was typed, each as the beginning of a word, without
    /// case and accents: in one assessment with its organisation, or in the whole vault. Of
    /// the whole vault, controls are those of the newest framework built in.
    pub fn search(
        &mut self,
        typed: &str,
        within: Option<AssessmentId>,
    ) -> Result<Finds, Error> {
        let terms = terms(typed);
        let mut look = Look {
            terms: &terms,
            frameworks: &mut self.frameworks,
            controls: &mut self.controls,
            assessments: HashMap::new(),
            organisations: HashMap::new(),
            finds: Vec::new(),
        };
        let scope = match within {
            None => Within::Vault,
            Some(id) => Within::Assessment {
                assessment: id.0,
                organisation: look.assessment(&self.store, id)?.organisation.0,
            },
        };
        if terms.is_empty() {
            return Ok(Finds::default());
        }
        let more_controls = look.at_controls(&self.store, within)?;
        let more = self.store.search(typed, scope, EACH, &mut |store, found| {
            look.at(store, found)
        })?;
        Ok(Finds {
            finds: look.finds,
            more: more || more_controls,
        })
    }
}

/// A search under way.
struct Look<'w> {
    terms: &'w [Term],
    frameworks: &'w mut Frameworks,
    controls: &'w mut Controls,
    assessments: HashMap<AssessmentId, Assessment>,
    organisations: HashMap<OrganisationId, String>,
    finds: Vec<Find>,
}

impl Look<'_> {
    /// Looks at a record that the index named. Returns whether it counts.
    fn at(&mut self, store: &Store, found: &Found) -> Result<bool, Error> {
        use FindKind as K;
        match found.kind {
            Answer::KIND => self.at_record(store, found, K::Answer, |a: &Answer, find| {
                find.at_control(&a.control, a.subject);
            }),
            WorkingNote::KIND => {
                self.at_record(store, found, K::WorkingNote, |n: &WorkingNote, find| {
                    find.at_control(&n.control, n.subject);
                })
            }
            Observation::KIND => {
                self.at_record(store, found, K::Observation, |o: &Observation, find| {
                    find.at_control(&o.control, o.subject);
                })
            }
            Evidence::KIND => {
                self.at_record(store, found, K::Evidence, |e: &Evidence, find| {
                    find.title.clone_from(&e.title);
                })
            }
            Finding::KIND => self.at_record(store, found, K::Finding, |f: &Finding, find| {
                find.at_control(&f.raised.control, f.raised.subject);
            }),
            EvidenceRequest::KIND => {
                self.at_record(store, found, K::Request, |r: &EvidenceRequest, find| {
                    find.at_control(&r.control, r.subject);
                    find.title.clone_from(&r.artefact);
                })
            }
            Person::KIND => self.at_record(store, found, K::Person, |p: &Person, find| {
                find.title.clone_from(&p.name);
            }),
            System::KIND => self.at_record(store, found, K::System, |s: &System, find| {
                find.title.clone_from(&s.name);
            }),
            Vendor::KIND => self.at_record(store, found, K::Vendor, |v: &Vendor, find| {
                find.title.clone_from(&v.name);
            }),
            Site::KIND => self.at_record(store, found, K::Site, |s: &Site, find| {
                find.title.clone_from(&s.name);
            }),
            Organisation::KIND => {
                self.at_record(store, found, K::Organisation, |o: &Organisation, find| {
                    find.title.clone_from(&o.name);
                })
            }
            Assessment::KIND => {
                self.at_record(store, found, K::Assessment, |a: &Assessment, find| {
                    find.title.clone_from(&a.title);
                })
            }
            _ => Ok(false),
        }
    }

    fn at_record<R: Searched>(
        &mut self,
        store: &Store,
        found: &Found,
        kind: FindKind,
        name: impl FnOnce(&R, &mut Find),
    ) -> Result<bool, Error> {
        let Some(record) = store.get::<R>(&found.id.to_string())? else {
            return Ok(false);
        };
        let Some(snippet) = snippet(&record.texts(), self.terms) else {
            return Ok(false);
        };
        let mut find = Find {
            kind,
            id: found.id.to_string(),
            organisation: None,
            organisation_name: String::new(),
            assessment: None,
            assessment_title: String::new(),
            control: None,
            subject: None,
            title: String::new(),
            snippet,
        };
        let hangs_on = record.hangs_on();
        if record.assessment().is_some() || kind == FindKind::Assessment {
            self.stand_in(store, AssessmentId(hangs_on), &mut find)?;
        } else {
            self.stand_at(store, OrganisationId(hangs_on), &mut find)?;
        }
        name(&record, &mut find);
        self.name_after_control(store, &mut find)?;
        self.finds.push(find);
        Ok(true)
    }

    /// What stands at a control and has no name of its own is named after the control.
    fn name_after_control(&mut self, store: &Store, find: &mut Find) -> Result<(), Error> {
        if let (true, Some(control), Some(id)) =
            (find.title.is_empty(), &find.control, find.assessment)
        {
            let digest = self.assessment(store, id)?.framework.digest.clone();
            let framework = self.frameworks.of(&digest, store)?;
            let label = framework.control(control).map(|c| c.label.clone());
            find.title = label.unwrap_or_else(|| control.clone());
        }
        Ok(())
    }

    /// Says of a find in which assessment it stands.
    fn stand_in(
        &mut self,
        store: &Store,
        id: AssessmentId,
        find: &mut Find,
    ) -> Result<(), Error> {
        let assessment = self.assessment(store, id)?;
        let organisation = assessment.organisation;
        find.assessment_title.clone_from(&assessment.title);
        find.assessment = Some(id);
        self.stand_at(store, organisation, find)
    }

    /// Says of a find to which organisation it belongs.
    fn stand_at(
        &mut self,
        store: &Store,
        id: OrganisationId,
        find: &mut Find,
    ) -> Result<(), Error> {
        find.organisation = Some(id);
        if let Some(name) = self.organisations.get(&id) {
            find.organisation_name.clone_from(name);
            return Ok(());
        }
        let organisation: Option<Organisation> = store.get(&id.to_string())?;
        let name = organisation.map_or_else(String::new, |organisation| organisation.name);
        find.organisation_name.clone_from(&name);
        self.organisations.insert(id, name);
        Ok(())
    }

    fn assessment(&mut self, store: &Store, id: AssessmentId) -> Result<&Assessment, Error> {
        Ok(match self.assessments.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unread) => {
                let assessment = store.get(&id.to_string())?;
                unread.insert(assessment.ok_or(Error::NotFound("assessment"))?)
            }
        })
    }
}

impl Find {
    fn at_control(&mut self, control: &str, subject: Subject) {
        self.control = Some(control.to_owned());
        self.subject = Some(subject);
    }
}
