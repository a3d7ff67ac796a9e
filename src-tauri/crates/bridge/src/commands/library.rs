//! Organisations and what belongs to them, and the framework editions.

use std::sync::Arc;

use domain::framework::Framework;
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use domain::profile;
use workbench::Workbench;
use workbench::host::Host;

use crate::Nothing;
use crate::desk::Desk;
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::Answered;

/// Lists organisations and assessments.
pub fn library(desk: &Desk, _: &dyn Host, _: Nothing) -> Answered<LibraryView> {
    let library = desk.with(Workbench::library)?;
    Ok(LibraryView {
        organisations: library.organisations,
        assessments: library
            .assessments
            .into_iter()
            .map(shape::assessment_row)
            .collect(),
    })
}

/// Shows an organisation.
pub fn organisation(
    desk: &Desk,
    _: &dyn Host,
    request: OrganisationRequest,
) -> Answered<OrganisationView> {
    desk.with(|w| w.organisation(request.organisation))
        .map(shape::organisation)
}

macro_rules! saves {
    ($($(#[$doc:meta])* $name:ident: $type:ty;)*) => {$(
        $(#[$doc])*
        pub fn $name(desk: &Desk, host: &dyn Host, record: $type) -> Answered<OrganisationView> {
            let now = host.now();
            desk.with(|w| {
                let id = w.$name(record, now)?;
                w.organisation(id)
            })
            .map(shape::organisation)
        }
    )*};
}

saves! {
    /// Writes an organisation.
    save_organisation: Organisation;
    /// Writes a site.
    save_site: Site;
    /// Writes a system.
    save_system: System;
    /// Writes a vendor.
    save_vendor: Vendor;
    /// Writes a person.
    save_person: Person;
}

/// Gives a framework edition.
pub fn framework(
    desk: &Desk,
    _: &dyn Host,
    request: FrameworkRequest,
) -> Answered<FrameworkView> {
    let (digest, framework) = edition(desk, request.digest)?;
    Ok(FrameworkView {
        digest,
        framework: Framework::clone(&framework),
    })
}

fn edition(desk: &Desk, digest: Option<String>) -> Answered<(String, Arc<Framework>)> {
    let built_in = workbench::built_in()?;
    match digest {
        Some(digest) if digest != built_in.0 => {
            let framework = desk.with(|w| w.framework(&digest))?;
            Ok((digest, framework))
        }
        _ => Ok(built_in),
    }
}

/// Tells what a profile changes.
pub fn profile_consequences(
    desk: &Desk,
    _: &dyn Host,
    request: ProfileRequest,
) -> Answered<ProfileView> {
    let (_, framework) = edition(desk, request.digest)?;
    Ok(ProfileView {
        consequences: profile::consequences(&framework, &request.answers),
    })
}
