//! What a screen gets to see.

macro_rules! views {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, serde::Serialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }
    )*};
}

mod answer;
mod assessment;
mod crypto;
mod evidence;
mod hand_over;
mod health;
mod library;
mod packet;
mod people;
mod trail;
mod vault;

pub use answer::*;
pub use assessment::*;
pub use crypto::*;
pub use evidence::*;
pub use hand_over::*;
pub use health::*;
pub use library::*;
pub use packet::*;
pub use people::*;
pub use trail::*;
pub use vault::*;
