//! The trail as a file of its own, for somebody who checks it elsewhere.

use std::io::Write;
use std::path::Path;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use store::{Chain, Occasion, SignedHead, TrailFilter};
use vault::Sha256;

use super::{Names, Told};
use crate::error::Error;
use crate::export::{Both, Exported};
use crate::file::{Prepared, not_written};
use crate::open::Workbench;

/// How an exported trail is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrailFormat {
    /// Comma-separated values (RFC 4180), for a spreadsheet.
    Csv,
    /// JSON, for a program.
    Json,
}

impl TrailFormat {
    /// Returns the format that a file's ending asks for.
    pub fn of(path: &Path) -> Self {
        match path.extension() {
            Some(ending) if ending.eq_ignore_ascii_case("json") => Self::Json,
            _ => Self::Csv,
        }
    }
}

/// The columns, in order. A signed head has a row of its own behind the entries: `number` is
/// how many entries stand behind it, `previous` the same of the head before it.
const COLUMNS: [&str; 22] = [
    "row",
    "number",
    "at",
    "name",
    "slot",
    "device",
    "copy",
    "organisation",
    "chain",
    "place",
    "action",
    "kind",
    "object",
    "about",
    "before",
    "after",
    "previous",
    "hash",
    "head",
    "root",
    "signature",
    "signer",
];

impl Workbench {
    /// Writes what a filter lets through of the trail into a file, with all signed heads. It
    /// is signed before, so that a head stands over all that the file holds; the trail says
    /// that it was exported.
    pub fn export_trail(
        &mut self,
        filter: &TrailFilter,
        format: TrailFormat,
        path: &Path,
        now: DateTime<Utc>,
    ) -> Result<Exported, Error> {
        self.sign_head(Occasion::Export, now)?;
        let (prepared, sha256) = Prepared::write(path, |into| {
            let mut both = Both {
                into,
                digest: Sha256::new(),
            };
            match format {
                TrailFormat::Csv => self.write_csv(filter, &mut both)?,
                TrailFormat::Json => self.write_json(filter, &mut both, now)?,
            }
            Ok(vault::hex(&both.digest.finish()))
        })?;
        let chain = filter.chain.unwrap_or(Chain::Vault);
        if self.store.may_write() {
            self.store.change(chain, now, |change| {
                change.record("export-trail", "vault", &sha256)
            })?;
        }
        prepared.put_in_place()?;
        Ok(Exported {
            pages: 0,
            sha256,
            warnings: Vec::new(),
        })
    }

    fn write_csv(&self, filter: &TrailFilter, into: &mut dyn Write) -> Result<(), Error> {
        line(into, &COLUMNS.map(str::to_owned))?;
        let mut names = Names::of(self)?;
        self.store.each_entry(filter, &mut |entry| {
            let told = names.tell(self, entry)?;
            line(into, &entry_cells(&told))
        })?;
        for head in self.store.signed_heads()? {
            let (head, who) = names.signer(head);
            line(into, &head_cells(&head, who))?;
        }
        Ok(())
    }

    fn write_json(
        &self,
        filter: &TrailFilter,
        into: &mut dyn Write,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let begin = json!({
            "format": "auscult trail 1",
            "vault": self.vault().id(),
            "exported": now,
        });
        let begin = begin.to_string();
        let begin = begin.strip_suffix('}').unwrap_or(&begin);
        write!(into, "{begin},\n\"entries\": [").map_err(not_written)?;
        let mut names = Names::of(self)?;
        let mut between = "\n";
        self.store.each_entry(filter, &mut |entry| {
            let told = names.tell(self, entry)?;
            write!(into, "{between}{}", entry_json(&told)).map_err(not_written)?;
            between = ",\n";
            Ok::<(), Error>(())
        })?;
        write!(into, "\n],\n\"signedHeads\": [").map_err(not_written)?;
        between = "\n";
        for head in self.store.signed_heads()? {
            let (head, who) = names.signer(head);
            let text = head_json(&head, &who, self.vault().id());
            write!(into, "{between}{text}").map_err(not_written)?;
            between = ",\n";
        }
        writeln!(into, "\n]}}").map_err(not_written)
    }
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

fn hex(digest: Option<&Vec<u8>>) -> String {
    digest.map(|bytes| vault::hex(bytes)).unwrap_or_default()
}

fn entry_cells(told: &Told) -> [String; 22] {
    let entry = &told.entry;
    [
        "entry".to_owned(),
        entry.number.to_string(),
        moment(entry.at),
        told.who.clone(),
        entry.slot.clone(),
        entry.device.clone(),
        entry.copy.clone(),
        told.organisation.clone().unwrap_or_default(),
        entry.chain.clone(),
        entry.place.to_string(),
        entry.action.clone(),
        entry.kind.clone(),
        entry.object.clone(),
        told.about.clone().unwrap_or_default(),
        hex(entry.before.as_ref()),
        hex(entry.after.as_ref()),
        vault::hex(&entry.previous),
        vault::hex(&entry.hash),
        vault::hex(&entry.head),
        String::new(),
        String::new(),
        String::new(),
    ]
}

fn head_cells(head: &SignedHead, who: String) -> [String; 22] {
    let mut cells: [String; 22] = Default::default();
    let set = [
        (0, "signed-head".to_owned()),
        (1, head.head.entries.to_string()),
        (2, head.at.clone()),
        (3, who),
        (4, head.slot.clone()),
        (10, head.occasion.clone()),
        (16, head.previous.to_string()),
        (18, head.head.hex()),
        (19, vault::hex(&head.root)),
        (20, vault::hex(&head.signature)),
        (21, String::from_utf8_lossy(&head.signer).trim().to_owned()),
    ];
    for (at, text) in set {
        if let Some(cell) = cells.get_mut(at) {
            *cell = text;
        }
    }
    cells
}

fn entry_json(told: &Told) -> Value {
    let entry = &told.entry;
    json!({
        "number": entry.number,
        "at": moment(entry.at),
        "name": told.who,
        "slot": entry.slot,
        "device": entry.device,
        "copy": entry.copy,
        "organisation": told.organisation,
        "chain": entry.chain,
        "place": entry.place,
        "action": entry.action,
        "kind": entry.kind,
        "object": entry.object,
        "about": told.about,
        "before": entry.before.as_deref().map(vault::hex),
        "after": entry.after.as_deref().map(vault::hex),
        "previous": vault::hex(&entry.previous),
        "hash": vault::hex(&entry.hash),
        "head": vault::hex(&entry.head),
    })
}

fn head_json(head: &SignedHead, who: &str, vault: uuid::Uuid) -> Value {
    json!({
        "entries": head.head.entries,
        "previous": head.previous,
        "at": head.at,
        "occasion": head.occasion,
        "head": head.head.hex(),
        "root": vault::hex(&head.root),
        "name": who,
        "slot": head.slot,
        "signer": String::from_utf8_lossy(&head.signer),
        "signature": vault::hex(&head.signature),
        "signed": String::from_utf8_lossy(&head.signed_bytes(vault)),
    })
}

/// Writes a line of comma-separated values. A cell that a spreadsheet would take for a
/// formula begins with an apostrophe.
fn line(into: &mut dyn Write, cells: &[String]) -> Result<(), Error> {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    write!(into, "{}\r\n", cells.join(",")).map_err(not_written)
}

fn quoted(cell: &str) -> String {
    let harmless = if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        "'"
    } else {
        ""
    };
    format!("\"{harmless}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_each_stays_one_cell() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            assert!(quoted(formula).starts_with("\"'"), "{formula:?}");
        }
        assert_eq!(quoted("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(quoted(""), "\"\"");
    }

    #[test]
    fn the_ending_says_the_format() {
        assert_eq!(TrailFormat::of(Path::new("trail.JSON")), TrailFormat::Json);
        assert_eq!(TrailFormat::of(Path::new("trail.csv")), TrailFormat::Csv);
        assert_eq!(TrailFormat::of(Path::new("trail")), TrailFormat::Csv);
    }
}
