//! What a check found, as a person reads it.

use store::{CheckFinding, CheckPart, Freshness};
use vault::HeaderCopy;

use super::Repair;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// All is well.
    Sound,
    /// Nothing is lost; something can be put in order.
    Note,
    /// Something may be lost if nothing is done.
    Warning,
    /// Something is lost or was altered.
    Fault,
}

impl Severity {
    /// Returns the word for files and the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Fault => "fault",
        }
    }
}

/// What a look at one part found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckLine {
    /// What was looked at.
    pub part: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// How many things were looked at.
    pub looked_at: u64,
    /// What was found.
    pub sentence: String,
    /// What puts it in order, where that is possible.
    pub repair: Option<Repair>,
}

impl CheckLine {
    fn new(part: &'static str, severity: Severity, looked_at: u64, sentence: String) -> Self {
        Self {
            part,
            severity,
            looked_at,
            sentence,
            repair: None,
        }
    }

    fn with(self, repair: Repair) -> Self {
        Self {
            repair: Some(repair),
            ..self
        }
    }

    /// Returns whether nothing is lost, nor was altered, nor may be lost.
    pub fn is_sound(&self) -> bool {
        self.severity <= Severity::Note
    }
}

pub(super) fn header(copies: [HeaderCopy; 2]) -> CheckLine {
    let of =
        |severity, sentence: &str| CheckLine::new("Header", severity, 2, sentence.to_owned());
    match copies {
        [HeaderCopy::Whole, HeaderCopy::Whole] => of(
            Severity::Sound,
            "Both copies of the header are whole and agree.",
        ),
        [HeaderCopy::Whole, _] | [_, HeaderCopy::Whole] => of(
            Severity::Warning,
            "One copy of the header is damaged or another; the other opened the vault. With \
             both damaged it could not be opened any more.",
        )
        .with(Repair::Header),
        _ => of(
            Severity::Fault,
            "Both copies of the header were damaged since the vault was opened. Put them right \
             before you lock it: it could not be opened again.",
        )
        .with(Repair::Header),
    }
}

pub(super) fn ways_in(count: usize) -> CheckLine {
    let sentence = match count {
        1 => "The one way in stands under the header's code.".to_owned(),
        more => format!("All {more} ways in stand under the header's code."),
    };
    CheckLine::new("Ways in", Severity::Sound, count as u64, sentence)
}

pub(super) fn anchor(freshness: Freshness, slots: [bool; 2]) -> CheckLine {
    let found = self::freshness(freshness);
    if found.severity > Severity::Sound || slots == [true, true] {
        return found;
    }
    let sentence = "One of the anchor's two places is damaged, as after a power cut. The \
                    database is as new as the other says.";
    CheckLine::new("Anchor", Severity::Warning, 2, sentence.to_owned()).with(Repair::Anchor)
}

pub(super) fn freshness(freshness: Freshness) -> CheckLine {
    let (severity, sentence) = match freshness {
        Freshness::Fresh => (
            Severity::Sound,
            "The database is as new as its anchor says.".to_owned(),
        ),
        Freshness::Behind { missing } => (
            Severity::Fault,
            format!(
                "The last {} missing from the database: its log was lost, or an older file was \
                 put in its place. What is there was kept, and nothing is written to it. Look \
                 for a newer copy of the folder before you accept it as it is.",
                match missing {
                    1 => "save is".to_owned(),
                    more => format!("{more} saves are"),
                }
            ),
        ),
        Freshness::Older { missing } => (
            Severity::Fault,
            format!(
                "This computer saw a newer state of this vault: the last {} missing. An older \
                 copy of the whole folder was put in its place. Nothing is written to it. Look \
                 for the newer copy before you accept it as it is.",
                match missing {
                    1 => "save is".to_owned(),
                    more => format!("{more} saves are"),
                }
            ),
        ),
        Freshness::Forked => (
            Severity::Fault,
            "This computer saw another history of this vault: it was written to in two places, \
             or altered. Nothing is written to it. Look for the other copy before you accept it \
             as it is."
                .to_owned(),
        ),
        Freshness::Different => (
            Severity::Fault,
            "The database has another history than its anchor knows: files of two copies were \
             mixed, or it was altered. Nothing is written to it. Look for an unmixed copy \
             before you accept it as it is."
                .to_owned(),
        ),
        Freshness::Unanchored => (
            Severity::Fault,
            "The anchor is missing or damaged, so it cannot be told whether the last saves are \
             there. What is there was kept, and nothing is written to it. Look for a whole copy \
             of the folder before you accept it as it is."
                .to_owned(),
        ),
    };
    CheckLine::new("Anchor", severity, 2, sentence)
}

/// Puts a finding of the database or of the evidence into words.
pub(super) fn found(found: &CheckFinding) -> CheckLine {
    let CheckFinding {
        part,
        looked_at,
        faults,
        first,
    } = found;
    let (name, fine, bad) = match part {
        CheckPart::Pages => (
            "Pages",
            format!("All {looked_at} pages carry their authentication code."),
            format!("Damaged: {}.", counted(*faults, "page")),
        ),
        CheckPart::Structure => (
            "Structure",
            "Tables and pages agree.".to_owned(),
            format!("{} in tables or pages.", counted(*faults, "fault")),
        ),
        CheckPart::Indexes => (
            "Indexes",
            format!("All {looked_at} indexes agree with their tables."),
            format!(
                "{} in indexes: lists may be incomplete, no record is lost.",
                counted(*faults, "fault")
            ),
        ),
        CheckPart::Search => (
            "Search",
            format!("The index of words is whole; it has {looked_at} records."),
            "The index of words is damaged: a search may miss something, no record is lost."
                .to_owned(),
        ),
        CheckPart::Trail => (
            "Trail",
            format!(
                "All {looked_at} entries follow from those before them, and what was signed is \
                 right."
            ),
            match first {
                Some(first) => format!(
                    "It does not hold from entry {first} on: that entry does not follow from \
                     those before it, or what was signed there is not right."
                ),
                None => "Some of it cannot be read.".to_owned(),
            },
        ),
        CheckPart::Rows => (
            "Records",
            format!("All {looked_at} records are as their last trail entry says."),
            format!(
                "Not as the last trail entry says, or missing: {}.",
                counted(*faults, "record")
            ),
        ),
        CheckPart::Attachments => (
            "Attachments",
            format!("All {looked_at} attachments open and have their digest."),
            format!(
                "Does not open or has another digest: {}. Attaching the same file again makes \
                 it good.",
                counted(*faults, "attachment")
            ),
        ),
    };
    let repair = match part {
        CheckPart::Indexes => Some(Repair::Indexes),
        CheckPart::Search => Some(Repair::Search),
        _ => None,
    };
    match repair {
        _ if *faults == 0 => CheckLine::new(name, Severity::Sound, *looked_at, fine),
        Some(repair) => CheckLine::new(name, Severity::Warning, *looked_at, bad).with(repair),
        None => CheckLine::new(
            name,
            Severity::Fault,
            *looked_at,
            format!(
                "{bad} Copy the whole folder before anything else, then look for a backup."
            ),
        ),
    }
}

pub(super) fn unused(count: u64) -> CheckLine {
    if count == 0 {
        let sentence = "Every attachment is named by evidence.".to_owned();
        return CheckLine::new("Attachments left over", Severity::Sound, 0, sentence);
    }
    let sentence = format!(
        "No evidence names {} any more, as after one was undone long ago. They take room and \
         can still be read by whoever opens the vault.",
        counted(count, "attachment")
    );
    CheckLine::new("Attachments left over", Severity::Note, count, sentence)
        .with(Repair::Unused)
}

pub(super) fn unnamed(count: usize) -> CheckLine {
    let (severity, sentence) = match count {
        0 => (
            Severity::Sound,
            "Every sealed file belongs to an attachment.".to_owned(),
        ),
        _ => (
            Severity::Note,
            format!(
                "{} in the folder belong to no attachment, as while one is being attached. \
                 What still does when the vault is opened next is set aside then.",
                counted(count as u64, "sealed file")
            ),
        ),
    };
    CheckLine::new("Sealed files", severity, count as u64, sentence)
}

pub(super) fn set_aside(count: usize) -> CheckLine {
    if count == 0 {
        let sentence = "No sealed file is set aside.".to_owned();
        return CheckLine::new("Set aside", Severity::Sound, 0, sentence);
    }
    let sentence = format!(
        "{} were set aside because no attachment named them. Their keys are not in this vault; \
         only a backup of its database might still open them.",
        counted(count as u64, "sealed file")
    );
    CheckLine::new("Set aside", Severity::Note, count as u64, sentence).with(Repair::SetAside)
}

pub(super) fn counted(count: u64, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        more => format!("{more} {noun}s"),
    }
}
