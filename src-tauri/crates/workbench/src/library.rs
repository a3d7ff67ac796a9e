//! Organisations, what belongs to them, and the list of assessments.

use chrono::{DateTime, NaiveDate, Utc};
use domain::assessment::{Assessment, Stage};
use domain::id::{AssessmentId, OrganisationId, PersonId, SiteId, SystemId, VendorId};
use domain::member::Act;
use domain::organisation::{Agreement, Organisation, Person, Site, System, Vendor};
use domain::step::{Step, StepKind};
use store::{Chain, Record};

use crate::error::Error;
use crate::open::Workbench;

/// All organisations by name, and all assessments, newest first.
#[derive(Debug, Clone)]
pub struct Library {
    /// The organisations.
    pub organisations: Vec<Organisation>,
    /// The assessments.
    pub assessments: Vec<AssessmentRow>,
}

/// An assessment in a list.
#[derive(Debug, Clone)]
pub struct AssessmentRow {
    /// Its id.
    pub id: AssessmentId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The organisation's name.
    pub organisation_name: String,
    /// What it is called.
    pub title: String,
    /// The framework's edition.
    pub edition: String,
    /// Whether it is still worked on.
    pub stage: Stage,
    /// Its version.
    pub version: u32,
    /// The day on which dates are judged.
    pub as_of: NaiveDate,
    /// When it was started.
    pub started: DateTime<Utc>,
    /// Controls with an answer word.
    pub answered: u32,
    /// Controls in the framework.
    pub controls: u32,
    /// Answers flagged.
    pub flagged: u32,
    /// Findings that stand open.
    pub findings: u32,
    /// When an answer of it was last changed, or it was started.
    pub changed: DateTime<Utc>,
    /// Whether it was put away.
    pub archived: bool,
}

/// An organisation with all that belongs to it.
#[derive(Debug, Clone)]
pub struct OrganisationFile {
    /// The organisation.
    pub organisation: Organisation,
    /// Its sites.
    pub sites: Vec<Site>,
    /// Its systems.
    pub systems: Vec<System>,
    /// Its vendors.
    pub vendors: Vec<Vendor>,
    /// Its people.
    pub people: Vec<Person>,
    /// Its assessments.
    pub assessments: Vec<AssessmentRow>,
}

impl Workbench {
    /// Returns all organisations and assessments.
    pub fn library(&mut self) -> Result<Library, Error> {
        let mut organisations: Vec<Organisation> = self.store.all()?;
        let assessments = self.rows(self.store.all()?, &organisations)?;
        organisations.sort_by_key(|o| o.name.to_lowercase());
        Ok(Library {
            organisations,
            assessments,
        })
    }

    /// Returns an organisation with all that belongs to it.
    pub fn organisation(&mut self, id: OrganisationId) -> Result<OrganisationFile, Error> {
        let store = &self.store;
        let organisation: Organisation = store
            .get(&id.to_string())?
            .ok_or(Error::NotFound("organisation"))?;
        let sites = by_name(store.of_organisation::<Site>(id)?, |site| &site.name);
        let systems = by_name(store.of_organisation::<System>(id)?, |system| &system.name);
        let vendors = by_name(store.of_organisation::<Vendor>(id)?, |vendor| &vendor.name);
        let people = by_name(store.of_organisation::<Person>(id)?, |person| &person.name);
        let assessments = self.rows(
            self.store.of_organisation(id)?,
            std::slice::from_ref(&organisation),
        )?;
        Ok(OrganisationFile {
            organisation,
            sites,
            systems,
            vendors,
            people,
            assessments,
        })
    }

    fn rows(
        &mut self,
        mut assessments: Vec<Assessment>,
        organisations: &[Organisation],
    ) -> Result<Vec<AssessmentRow>, Error> {
        let names: std::collections::HashMap<_, _> = organisations
            .iter()
            .map(|o| (o.id, o.name.as_str()))
            .collect();
        let progress = self.store.progress()?;
        assessments.sort_by(|a, b| b.started.cmp(&a.started).then(b.id.cmp(&a.id)));
        assessments
            .into_iter()
            .map(|a| {
                let framework = self.frameworks.of(&a.framework.digest, &self.store)?;
                let progress = progress.get(&a.id).copied().unwrap_or_default();
                let name = names.get(&a.organisation).copied().unwrap_or_default();
                Ok(AssessmentRow {
                    id: a.id,
                    organisation: a.organisation,
                    organisation_name: name.to_owned(),
                    title: a.title,
                    edition: a.framework.edition,
                    stage: a.stage,
                    version: a.version,
                    as_of: a.as_of,
                    started: a.started,
                    answered: progress.answered,
                    controls: u32::try_from(framework.controls().count()).unwrap_or(u32::MAX),
                    flagged: progress.flagged,
                    findings: progress.findings,
                    changed: progress.changed.unwrap_or(a.started),
                    archived: a.archived,
                })
            })
            .collect()
    }

    /// Writes an organisation; a nil id asks for a new one.
    pub fn save_organisation(
        &mut self,
        mut organisation: Organisation,
        now: DateTime<Utc>,
    ) -> Result<OrganisationId, Error> {
        named(&organisation.name, "The organisation needs a name.")?;
        if organisation.id.0.is_nil() {
            organisation.id = OrganisationId(store::new_id(now)?);
        }
        self.save(&organisation, organisation.id, now)
    }

    /// Writes a site; a nil id asks for a new one.
    pub fn save_site(
        &mut self,
        mut site: Site,
        now: DateTime<Utc>,
    ) -> Result<OrganisationId, Error> {
        named(&site.name, "The site needs a name.")?;
        if site.id.0.is_nil() {
            site.id = SiteId(store::new_id(now)?);
        }
        self.save(&site, site.organisation, now)
    }

    /// Writes a system; a nil id asks for a new one.
    pub fn save_system(
        &mut self,
        mut system: System,
        now: DateTime<Utc>,
    ) -> Result<OrganisationId, Error> {
        named(&system.name, "The system needs a name.")?;
        if system.id.0.is_nil() {
            system.id = SystemId(store::new_id(now)?);
        }
        self.save(&system, system.organisation, now)
    }

    /// Writes a vendor; a nil id asks for a new one.
    pub fn save_vendor(
        &mut self,
        mut vendor: Vendor,
        now: DateTime<Utc>,
    ) -> Result<OrganisationId, Error> {
        named(&vendor.name, "The vendor needs a name.")?;
        check_agreement(&vendor.agreement)?;
        if vendor.id.0.is_nil() {
            vendor.id = VendorId(store::new_id(now)?);
        }
        self.save(&vendor, vendor.organisation, now)
    }

    /// Writes a person; a nil id asks for a new one.
    pub fn save_person(
        &mut self,
        mut person: Person,
        now: DateTime<Utc>,
    ) -> Result<OrganisationId, Error> {
        named(&person.name, "The person needs a name.")?;
        if person.id.0.is_nil() {
            person.id = PersonId(store::new_id(now)?);
        }
        self.save(&person, person.organisation, now)
    }

    fn save<R: Record>(
        &mut self,
        record: &R,
        organisation: OrganisationId,
        now: DateTime<Utc>,
    ) -> Result<OrganisationId, Error> {
        self.require(Act::Assess)?;
        let known: Option<Organisation> = self.store.get(&organisation.to_string())?;
        if known.is_none() && record.id() != organisation.to_string() {
            return Err(Error::NotFound("organisation"));
        }
        let chain = Chain::Organisation(organisation);
        self.store.change(chain, now, |change| {
            // That an organisation is there at all is not undone: much may hang on it.
            if known.is_some() {
                change.begin_step(organisation.0);
            }
            change.put(record)?;
            change.end_step(&Step::of(StepKind::Organisation))
        })?;
        self.open = None;
        Ok(organisation)
    }
}

/// Refuses an agreement whose dates are in the wrong order.
pub(crate) fn check_agreement(agreement: &Agreement) -> Result<(), Error> {
    let dates = agreement.signed.zip(agreement.until);
    if dates.is_some_and(|(signed, until)| until < signed) {
        return Err(Error::input(
            "The agreement ends before it was signed. Please check the two dates.",
        ));
    }
    Ok(())
}

fn named(name: &str, sentence: &str) -> Result<(), Error> {
    if name.trim().is_empty() {
        Err(Error::input(sentence))
    } else {
        Ok(())
    }
}

fn by_name<T>(mut all: Vec<T>, name: impl Fn(&T) -> &String) -> Vec<T> {
    all.sort_by_cached_key(|item| name(item).to_lowercase());
    all
}
