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
mod evidence;
mod library;
mod vault;

pub use answer::*;
pub use assessment::*;
pub use evidence::*;
pub use library::*;
pub use vault::*;
