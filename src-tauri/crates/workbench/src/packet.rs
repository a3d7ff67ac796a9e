//! Packets: what they consist of, how they look, and the register of what was issued.
//!
//! A packet is gathered (`gathered`, which reads the vault), then its exhibits are drawn
//! (`exhibit`) and it is laid out, both beside the vault; with the pages come what should be
//! known before it leaves (`checks`) and what its recipient will not see (`excluded`). What
//! leaves is entered in the register (`issued`) before anybody can hold it.

mod look;
mod plan;

mod exhibit;
mod gathered;
mod lines;
mod range;

mod checks;
mod excluded;
mod issued;
mod phi;

pub use checks::{Check, Weight};
pub use excluded::Excluded;
pub use exhibit::{Exhibits, KeptPages, Show};
pub use gathered::{GatheredPacket, LaidPacket, MadePacket, Stamp};
pub use look::{read_logo, refused_colour};
pub use plan::{Candidate, PacketOffer};

pub(crate) use issued::Leaving;
