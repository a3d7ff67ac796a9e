//! The clinic: sites, people, vendors, systems, and the terms of its assessment.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::answer::Subject;
use domain::assessment::{Engagement, EngagementKind, Period, ProfileAnswer, Scope};
use domain::id::{OrganisationId, PersonId, SiteId, SystemId, VendorId};
use domain::organisation::{
    Agreement, AgreementState, Organisation, Person, Site, System, Vendor,
};
use uuid::Uuid;

use crate::assessment::Start;
use crate::error::Error;
use crate::open::Workbench;

/// The ids of what was written.
pub(super) struct Clinic {
    pub(super) organisation: OrganisationId,
    pub(super) sites: Vec<SiteId>,
    pub(super) vendors: Vec<VendorId>,
    pub(super) systems: Vec<SystemId>,
    pub(super) people: Vec<PersonId>,
}

pub(super) fn write(workbench: &mut Workbench, now: DateTime<Utc>) -> Result<Clinic, Error> {
    let nil = Uuid::nil();
    let organisation = workbench.save_organisation(
        Organisation {
            id: OrganisationId(nil),
            name: "Larkspur Family Health".into(),
            kind: "Outpatient clinic, 46 staff".into(),
            address: "12 Quarry Lane, Millbrook".into(),
            contact: "Dana Whitlock, practice manager".into(),
            remarks: "An invented clinic. Nothing here is about anybody.".into(),
        },
        now,
    )?;
    for (name, address) in [
        ("Quarry Lane", "12 Quarry Lane, Millbrook"),
        ("Harbor Street", "88 Harbor Street, Eastport"),
    ] {
        let site = Site {
            id: SiteId(nil),
            organisation,
            name: name.into(),
            address: address.into(),
            remarks: String::new(),
        };
        workbench.save_site(site, now)?;
    }
    for vendor in vendors(organisation) {
        workbench.save_vendor(vendor, now)?;
    }
    for (name, role) in [
        ("Dana Whitlock", "Practice manager and security official"),
        ("Dr. Imani Okafor", "Medical director, clinical owner"),
        ("Theo Lindqvist", "IT lead"),
        ("Marisol Vega", "Privacy official"),
        ("Priya Raman", "Data analyst, ML lead"),
    ] {
        let person = Person {
            id: PersonId(nil),
            organisation,
            name: name.into(),
            role: role.into(),
            contact: String::new(),
        };
        workbench.save_person(person, now)?;
    }
    let vendors = in_order(
        ["Brightscribe", "Northfold Cloud"],
        &workbench.organisation(organisation)?.vendors,
        |vendor| (&vendor.name, vendor.id),
    );
    for system in systems(organisation, &vendors) {
        workbench.save_system(system, now)?;
    }
    let file = workbench.organisation(organisation)?;
    Ok(Clinic {
        organisation,
        sites: file.sites.iter().map(|s| s.id).collect(),
        vendors,
        systems: in_order(
            ["Retina triage", "Visit notes", "No-show forecast"],
            &file.systems,
            |system| (&system.name, system.id),
        ),
        people: file.people.iter().map(|p| p.id).collect(),
    })
}

/// Returns the ids of what has these names, in the order of the names.
fn in_order<T, Id, const N: usize>(
    names: [&str; N],
    all: &[T],
    of: impl Fn(&T) -> (&String, Id),
) -> Vec<Id> {
    let id = |name| {
        all.iter()
            .map(&of)
            .find(|(n, _)| n.as_str() == name)
            .map(|(_, id)| id)
    };
    names.into_iter().filter_map(id).collect()
}

fn vendors(organisation: OrganisationId) -> [Vendor; 2] {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
    [
        Vendor {
            id: VendorId(Uuid::nil()),
            organisation,
            name: "Brightscribe".into(),
            service: "Ambient visit notes (hosted language model)".into(),
            contact: "support desk".into(),
            agreement: Agreement {
                state: AgreementState::Signed,
                signed: day(2025, 3, 14),
                until: day(2027, 3, 13),
                remarks: "Silent on training with customer data.".into(),
            },
        },
        Vendor {
            id: VendorId(Uuid::nil()),
            organisation,
            name: "Northfold Cloud".into(),
            service: "Hosted compute and storage".into(),
            contact: "account team".into(),
            agreement: Agreement {
                state: AgreementState::Signed,
                signed: day(2024, 9, 2),
                until: None,
                remarks: "Covers the services on its list only.".into(),
            },
        },
    ]
}

fn systems(organisation: OrganisationId, vendors: &[VendorId]) -> [System; 3] {
    let vendor = |at: usize| vendors.get(at).copied();
    [
        System {
            id: SystemId(Uuid::nil()),
            organisation,
            name: "Retina triage".into(),
            purpose: "Sorts eye photographs of diabetic patients by urgency".into(),
            users: "Two nurses, one physician".into(),
            model_kind: "Image classifier".into(),
            model_version: "2.3".into(),
            hosting: "Workstation at Quarry Lane".into(),
            training_data: "41,000 photographs of own patients, 2016 to 2024".into(),
            inference_data: "Photographs with record number".into(),
            vendor: None,
        },
        System {
            id: SystemId(Uuid::nil()),
            organisation,
            name: "Visit notes".into(),
            purpose: "Drafts visit notes from recorded conversations".into(),
            users: "Nine clinicians".into(),
            model_kind: "Language model, third party".into(),
            model_version: "vendor-managed".into(),
            hosting: "Brightscribe".into(),
            training_data: "Not known".into(),
            inference_data: "Audio and transcripts with names".into(),
            vendor: vendor(0),
        },
        System {
            id: SystemId(Uuid::nil()),
            organisation,
            name: "No-show forecast".into(),
            purpose: "Forecasts missed appointments for the front desk".into(),
            users: "Front desk at both sites".into(),
            model_kind: "Gradient-boosted trees".into(),
            model_version: "0.9".into(),
            hosting: "Northfold Cloud".into(),
            training_data: "Appointment history without names, 2019 to 2025".into(),
            inference_data: "Appointment book".into(),
            vendor: vendor(1),
        },
    ]
}

impl Clinic {
    /// Returns the terms of the assessment.
    pub(super) fn start(&self, today: NaiveDate) -> Start {
        let from = today.checked_sub_days(Days::new(365)).unwrap_or(today);
        Start {
            organisation: self.organisation,
            title: format!(
                "Safeguards of machine-learning systems, {}",
                today.format("%Y")
            ),
            period: Period { from, to: today },
            as_of: today,
            scope: Scope {
                statement:
                    "All machine-learning systems that see patient data, at both sites, \
                            with the vendors that host or supply them."
                        .into(),
                left_out: "The billing clearinghouse, which uses no machine learning here."
                    .into(),
                sites: self.sites.clone(),
                systems: self.systems.clone(),
                vendors: self.vendors.clone(),
            },
            engagement: Engagement {
                requested_by: "Dr. Imani Okafor, medical director".into(),
                kind: EngagementKind::Independent,
                assessor: "Robin Ashdown, Ashdown Advisory".into(),
                qualifications: "Twelve years of health-care security assessments".into(),
                independence: "No other business with the clinic or its vendors".into(),
                marking: "Confidential".into(),
                agreement: Agreement {
                    state: AgreementState::Signed,
                    signed: today.checked_sub_days(Days::new(40)),
                    until: None,
                    remarks: String::new(),
                },
            },
            profile: self.profile(),
        }
    }

    fn profile(&self) -> Vec<ProfileAnswer> {
        let organisation = [
            ("entity", "covered-entity"),
            ("premises", "yes"),
            ("federal-funds", "yes"),
            ("part-2", "no"),
        ];
        let systems = [
            [
                ("phi", "training"),
                ("deidentified", "no"),
                ("clinical", "yes"),
                ("leaves", "no"),
                ("generative", "no"),
            ],
            [
                ("phi", "inference"),
                ("deidentified", "no"),
                ("clinical", "yes"),
                ("leaves", "yes"),
                ("generative", "yes"),
            ],
            [
                ("phi", "training"),
                ("deidentified", "deidentified"),
                ("clinical", "no"),
                ("leaves", "no"),
                ("generative", "no"),
            ],
        ];
        let answer = |subject, (question, option): (&str, &str)| ProfileAnswer {
            question: question.to_owned(),
            subject,
            option: option.to_owned(),
        };
        let of_systems = self.systems.iter().zip(systems).flat_map(|(id, answers)| {
            answers
                .into_iter()
                .map(move |pair| answer(Subject::System(*id), pair))
        });
        organisation
            .into_iter()
            .map(|pair| answer(Subject::All, pair))
            .chain(of_systems)
            .collect()
    }
}
