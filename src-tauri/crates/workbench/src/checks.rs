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
        let mut warnings = Vec::new();
        let anchor = self.anchor_line();
        if !anchor.sound {
            warnings.push(anchor.sentence);
        }
        let set_aside = self.opening().set_aside;
        if set_aside > 0 {
            warnings.push(format!(
                "{set_aside} sealed file(s) belonged to no evidence item and were set aside in \
                 the vault's folder, as after an interrupted attachment. Nothing else is touched."
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
                    "The last {missing} save(s) are missing from the database: its log was lost \
                     or an older file was put in its place. What is there was kept. Look for a \
                     newer copy of the folder before you go on."
                ),
            ),
            Freshness::Different => (
                false,
                "The database has another history than its anchor knows: files of two copies \
                 were mixed, or it was altered. Look for an unmixed copy before you go on."
                    .to_owned(),
            ),
            Freshness::Unanchored => (
                false,
                "The anchor is missing or damaged, so it cannot be told whether the last saves \
                 are there. What is there was kept."
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
            format!("{faults} page(s) are damaged."),
        ),
        CheckPart::Structure => (
            "Structure",
            "Tables and indices agree.".to_owned(),
            format!("{faults} fault(s) in tables or indices."),
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
                "{faults} record(s) are not as their last trail entry says, or are missing."
            ),
        ),
        CheckPart::Attachments => (
            "Attachments",
            format!("All {looked_at} attachments open and have their digest."),
            format!("{faults} attachment(s) do not open or have another digest."),
        ),
    };
    CheckLine {
        part: name.to_owned(),
        sound,
        sentence: if sound { fine } else { bad },
    }
}
