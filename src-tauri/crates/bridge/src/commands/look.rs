//! How documents look.

use domain::id::OrganisationId;
use domain::packet::Look;
use workbench::host::{Host, Question};
use workbench::{read_logo, refused_colour};

use crate::desk::Desk;
use crate::request::*;
use crate::view::*;

use super::Answered;

/// Shows how documents look.
pub fn look(desk: &Desk, _: &dyn Host, request: LookRequest) -> Answered<LookView> {
    desk.with(|w| w.look(request.organisation)).map(shown)
}

/// Keeps the colour of documents and the words for those who cannot see the logo.
pub fn save_look(desk: &Desk, host: &dyn Host, request: SaveLookRequest) -> Answered<LookView> {
    let SaveLookRequest {
        organisation,
        colour,
        alternative,
    } = request;
    desk.with(|w| w.save_look(organisation, &colour, &alternative, host.now()))
        .map(shown)
}

/// Asks for a picture and keeps it, drawn anew, as the logo.
pub fn choose_logo(desk: &Desk, host: &dyn Host, request: LookRequest) -> Answered<LookView> {
    let of = request.organisation;
    desk.with(|w| w.check_issuing())?;
    let Some(path) = host.choose(Question::Logo).into_iter().next() else {
        return desk.with(|w| w.look(of)).map(shown);
    };
    let logo = read_logo(&path, &|ask, bytes| host.show(ask, bytes))?;
    desk.with(|w| w.save_logo(of, Some(logo), host.now()))
        .map(shown)
}

/// Removes the logo.
pub fn remove_logo(desk: &Desk, host: &dyn Host, request: LookRequest) -> Answered<LookView> {
    desk.with(|w| w.save_logo(request.organisation, None, host.now()))
        .map(shown)
}

/// Returns a logo as a PNG file: an organisation's, or that of whoever works here.
pub fn logo_picture(desk: &Desk, of: Option<OrganisationId>) -> Option<Vec<u8>> {
    let look = desk.with(|w| w.look(of)).ok()?;
    look.logo?.bytes()
}

fn shown(look: Look) -> LookView {
    LookView {
        contrast: look.contrast(),
        refused: refused_colour(&look),
        look,
    }
}
