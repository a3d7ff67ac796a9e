//! How a packet looks: the colour and the logos of whoever made it and of whom it is about.

use domain::packet::Look;

use super::Issuing;
use crate::document::{DocumentLook, PlacedLogo};

/// Returns the look: whoever works with the vault first, as the paper is theirs, then the
/// organisation.
pub(super) fn look(issuing: &Issuing<'_>) -> DocumentLook {
    let looks = [issuing.consultant_look, issuing.organisation_look];
    let looks = looks.into_iter().flatten();
    DocumentLook {
        accent: looks.clone().find_map(Look::accent),
        logos: looks.filter_map(placed).collect(),
    }
}

fn placed(look: &Look) -> Option<PlacedLogo> {
    Some(PlacedLogo {
        png: look.logo.as_ref()?.bytes()?,
        alternative: look.alternative.clone(),
    })
}
