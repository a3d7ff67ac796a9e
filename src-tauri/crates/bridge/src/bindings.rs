//! The TypeScript of the wire: shapes from ts-rs, the client from the list of commands.

use std::fmt::Write;

use ts_rs::{Config, TS};

use crate::Nothing;
use crate::fault::Fault;
use crate::request::*;
use crate::view::*;
use domain::answer::Observation;
use domain::assessment::Assessment;
use domain::evidence::EvidenceLink;
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use domain::request::EvidenceRequest;
