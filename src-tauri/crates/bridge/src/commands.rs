//! One function per command of the list: from a request to a view.

mod answer;
mod assessment;
mod attach;
mod evidence;
mod health;
mod history;
mod library;
mod locking;
mod paper;
mod preview;
mod search;
mod settings;
mod stubs;
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
pub use evidence::*;
pub use health::*;
pub use history::*;
pub use library::*;
pub use locking::*;
pub use paper::*;
pub use preview::*;
pub use search::*;
pub use settings::*;
pub use stubs::*;
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
