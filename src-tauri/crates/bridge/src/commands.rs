//! One function per command of the list: from a request to a view.

mod answer;
mod assessment;
mod attach;
pub mod crypto;
mod evidence;
mod hand_over;
mod health;
mod history;
mod library;
mod locking;
mod look;
mod packet;
mod paper;
mod people;
mod plan;
mod preview;
mod record;
mod search;
mod settings;
mod trail;
mod vault;

use std::sync::Arc;

use domain::dossier::Dossier;
use domain::score::Standing;
use workbench::host::Host;
use workbench::{Error, Workbench};

use crate::desk::Desk;
use crate::fault::Fault;
use crate::shape;
use crate::view::AnsweredView;

pub use answer::*;
pub use assessment::*;
pub use attach::*;
pub use crypto::{begin_anew, crypto, move_vault};
pub use evidence::*;
pub use hand_over::*;
pub use health::*;
pub use history::*;
pub use library::*;
pub use locking::*;
pub use look::*;
pub use packet::*;
pub use paper::*;
pub use people::*;
pub use plan::*;
pub use preview::*;
pub use record::*;
pub use search::*;
pub use settings::*;
pub use trail::*;
pub use vault::*;

type Answered<T> = Result<T, Fault>;

/// Does something to a control and shows what it changed.
fn changed(
    desk: &Desk,
    host: &dyn Host,
    work: impl FnOnce(&mut Workbench) -> Result<(Arc<Dossier>, Standing, String), Error>,
) -> Answered<AnsweredView> {
    desk.with(|w| {
        let (dossier, standing, control) = work(w)?;
        shape::answered(w, &dossier, standing, &control, host.now())
    })
}
