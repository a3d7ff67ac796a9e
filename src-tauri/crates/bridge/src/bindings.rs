//! The TypeScript of the wire: shapes from ts-rs, the client from the list of commands.

use std::collections::BTreeMap;
use std::fmt::Write;

use domain::answer::Observation;
use domain::assessment::Assessment;
use domain::evidence::EvidenceLink;
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use domain::packet::PacketTemplate;
use ts_rs::{Config, TS, TypeVisitor};

use crate::Nothing;
use crate::fault::Fault;
use crate::request::*;
use crate::view::*;

const HEAD: &str = "// Written from the Rust of the bridge. Do not edit: npm run bindings.\n\n";

/// Returns the shapes of all requests, views and records.
pub fn shapes() -> String {
    let mut all = Shapes {
        config: Config::new(),
        found: BTreeMap::new(),
    };
    macro_rules! visit {
        ($($name:ident: $request:ty => $view:ty,)*) => {
            $(all.visit::<$request>(); all.visit::<$view>();)*
        };
    }
    with_commands!(visit);
    all.visit::<Fault>();
    all.visit::<ProgressView>();
    all.visit::<DroppedView>();
    let mut text = HEAD.to_owned();
    for shape in all.found.values() {
        let _ = writeln!(text, "export {shape}\n");
    }
    text
}

/// Returns the table of commands with the types of what goes in and out.
pub fn commands() -> String {
    let mut names = String::new();
    let mut types: Vec<String> = Vec::new();
    macro_rules! list {
        ($($name:ident: $request:ty => $view:ty,)*) => {$(
            let (request, view) = (stringify!($request), stringify!($view));
            let _ = writeln!(names, "  {}: {{ request: {request}; view: {view} }};", stringify!($name));
            types.extend([request.to_owned(), view.to_owned()]);
        )*};
    }
    with_commands!(list);
    types.sort();
    types.dedup();
    format!(
        "{HEAD}import type {{\n  {},\n}} from \"./wire\";\n\n/** Every command with its request and view. */\nexport type Commands = {{\n{names}}};\n",
        types.join(",\n  ")
    )
}

/// Returns the names of all commands.
pub fn names() -> Vec<&'static str> {
    macro_rules! list {
        ($($name:ident: $request:ty => $view:ty,)*) => { vec![$(stringify!($name)),*] };
    }
    with_commands!(list)
}

struct Shapes {
    config: Config,
    found: BTreeMap<String, String>,
}

impl TypeVisitor for Shapes {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let known =
            T::output_path().is_none() || self.found.contains_key(&T::ident(&self.config));
        if !known {
            let shape = T::decl(&self.config);
            self.found.insert(T::ident(&self.config), shape);
        }
        if T::output_path().is_none() || !known {
            T::visit_dependencies(self);
            T::visit_generics(self);
        }
    }
}
