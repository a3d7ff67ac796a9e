//! Putting in order what a check found.

use chrono::{DateTime, Utc};
use domain::member::Act;

use crate::error::Error;
use crate::open::Workbench;

/// What puts something in order. Nothing that is named by a record is lost by any of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// Both copies of the header are written anew.
    Header,
    /// Both places of the anchor are written anew.
    Anchor,
    /// Every index is made anew from its table.
    Indexes,
    /// The index of words is made anew from the records.
    Search,
    /// Attachments that nothing names are removed.
    Unused,
    /// What was set aside is removed.
    SetAside,
}

impl Repair {
    /// All there are.
    pub const ALL: [Self; 6] = [
        Self::Header,
        Self::Anchor,
        Self::Indexes,
        Self::Search,
        Self::Unused,
        Self::SetAside,
    ];

    /// Returns its name, for requests and the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Anchor => "anchor",
            Self::Indexes => "indexes",
            Self::Search => "search",
            Self::Unused => "unused",
            Self::SetAside => "set-aside",
        }
    }

    /// Finds a repair by its name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|repair| repair.name() == name)
    }

    /// Returns what it does.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Header => "Write both copies of the header anew.",
            Self::Anchor => "Write both places of the anchor anew.",
            Self::Indexes => "Make every index anew from its table.",
            Self::Search => "Make the index of words anew from the records.",
            Self::Unused => {
                "Remove the attachments that no evidence names, for good. The trail keeps that \
                 they were there."
            }
            Self::SetAside => "Remove the files that were set aside, for good.",
        }
    }
}

impl Workbench {
    /// Puts in order what a check found. The trail says so.
    pub fn repair(&mut self, repair: Repair, now: DateTime<Utc>) -> Result<(), Error> {
        self.require(Act::Own)?;
        if !self.store.may_write() {
            return Err(if self.is_held_back() {
                store::Error::NotAccepted.into()
            } else {
                store::Error::ReadOnly.into()
            });
        }
        match repair {
            Repair::Header => {
                self.vault().mend_header()?;
            }
            Repair::Anchor => self.vault().mend_anchor()?,
            Repair::Indexes => return Ok(self.store.make_indexes_anew(now)?),
            Repair::Search => return Ok(self.store.make_search_anew(now)?),
            Repair::Unused => {
                self.store.remove_unused_attachments(now)?;
            }
            Repair::SetAside => {
                self.vault().remove_set_aside()?;
            }
        }
        Ok(self.store.record_repair(repair.name(), now)?)
    }
}
