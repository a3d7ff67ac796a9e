//! A look at the whole vault, in sentences.

use store::{CheckFinding, CheckPart, Freshness};

use crate::error::Error;
use crate::open::Workbench;

/// What a look at one part found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckLine {
    /// What was looked at.
    pub part: String,
    /// Whether it was sound.
    pub sound: bool,
    /// What was found.
    pub sentence: String,
}

impl Workbench {
    /// Looks at everything in the vault.
    pub fn check_vault(&self) -> Result<Vec<CheckLine>, Error> {
        let mut lines = vec![self.header_line()?, self.anchor_line()];
        lines.extend(self.store.check()?.iter().map(line));
        Ok(lines)
    }

    /// Returns what the person should know about how the vault was found; empty when all
    /// was well.
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = self.notices().to_vec();
        let anchor = self.anchor_line();
        if !anchor.sound {
            warnings.push(anchor.sentence);
        }
        let set_aside = self.opening().set_aside;
        if set_aside > 0 {
            warnings.push(format!(
                "{} belonged to no evidence item, as after an interrupted attachment. They were \
                 set aside in the folder evidence/set-aside of the vault and not deleted.",
                counted(u64::from(set_aside), "sealed file")
            ));
        }
        warnings
    }

    fn header_line(&self) -> Result<CheckLine, Error> {
        let sound = vault::check_header(self.vault().folder())?;
        Ok(CheckLine {
            part: "Header".to_owned(),
            sound,
            sentence: if sound {
                "Both copies of the header are whole and agree.".to_owned()
            } else {
                "One copy of the header is damaged; the other opened the vault. Make a backup \
                 of the whole folder now."
                    .to_owned()
            },
        })
    }

    fn anchor_line(&self) -> CheckLine {
        let (sound, sentence) = match self.opening().freshness {
            Freshness::Fresh => (true, "The database is as new as its anchor says.".to_owned()),
            Freshness::Behind { missing } => (
                false,
                format!(
                    "The last {} missing from the database: its log was lost, or an older \
                     file was put in its place. What is there was kept, and nothing is written \
                     to it. Look for a newer copy of the folder before you accept it as it is.",
                    match missing {
                        1 => "save is".to_owned(),
                        more => format!("{more} saves are"),
                    }
                ),
            ),
            Freshness::Older { missing } => (
                false,
                format!(
                    "This computer saw a newer state of this vault: the last {} missing. An \
                     older copy of the whole folder was put in its place. Nothing is written to \
                     it. Look for the newer copy before you accept it as it is.",
                    match missing {
                        1 => "save is".to_owned(),
                        more => format!("{more} saves are"),
                    }
                ),
            ),
            Freshness::Forked => (
                false,
                "This computer saw another history of this vault: it was written to in two \
                 places, or altered. Nothing is written to it. Look for the other copy before \
                 you accept it as it is."
                    .to_owned(),
            ),
            Freshness::Different => (
                false,
                "The database has another history than its anchor knows: files of two copies \
                 were mixed, or it was altered. Nothing is written to it. Look for an unmixed \
                 copy before you accept it as it is."
                    .to_owned(),
            ),
            Freshness::Unanchored => (
                false,
                "The anchor is missing or damaged, so it cannot be told whether the last saves \
                 are there. What is there was kept, and nothing is written to it. Look for a \
                 whole copy of the folder before you accept it as it is."
                    .to_owned(),
            ),
        };
        CheckLine {
            part: "Anchor".to_owned(),
            sound,
            sentence,
        }
    }
}

fn line(found: &CheckFinding) -> CheckLine {
    let CheckFinding {
        part,
        looked_at,
        faults,
        first,
    } = found;
    let sound = *faults == 0;
    let (name, fine, bad) = match part {
        CheckPart::Pages => (
            "Pages",
            format!("All {looked_at} pages carry their authentication code."),
            format!("Damaged: {}.", counted(*faults, "page")),
        ),
        CheckPart::Structure => (
            "Structure",
            "Tables and indices agree.".to_owned(),
            format!("{} in tables or indices.", counted(*faults, "fault")),
        ),
        CheckPart::Trail => (
            "Trail",
            format!("All {looked_at} entries follow from those before them."),
            format!(
                "Entry {} does not follow from those before it.",
                first.unwrap_or_default()
            ),
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
    CheckLine {
        part: name.to_owned(),
        sound,
        sentence: if sound {
            fine
        } else {
            format!("{bad} Copy the whole folder before anything else, then look for a backup.")
        },
    }
}

fn counted(count: u64, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        more => format!("{more} {noun}s"),
    }
}
