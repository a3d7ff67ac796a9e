//! Commands under construction.

use workbench::host::Host;

use crate::desk::Desk;
use crate::fault::Fault;
use crate::request::*;
use crate::view::*;

use super::Answered;

macro_rules! stubs {
    ($($name:ident: $request:ty => $view:ty;)*) => {$(
        #[allow(missing_docs)]
        pub fn $name(_: &Desk, _: &dyn Host, _: $request) -> Answered<$view> {
            Err(Fault::input("This is not there yet."))
        }
    )*};
}

stubs! {
    search: SearchRequest => SearchView;
}
