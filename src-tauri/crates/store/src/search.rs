//! Search: the words of the records in a full-text index, which is caught up with the trail
//! before each search, so that it never tells of what is no longer so.
//!
//! Nothing of it is written while somebody types an answer. It lies in the database, or, of
//! a vault that must not be written to, in memory.

mod index;
mod searched;

use std::collections::HashSet;
use std::ops::Range;

use uuid::Uuid;

use crate::error::Error;
use crate::open::Store;
use crate::words::{Term, terms};

use searched::KINDS;
pub use searched::Searched;

/// The letters of a word for which the index has lists of their own.
const LISTED: usize = 6;

/// How many records are looked at before a longer word is looked for in full.
const LOOKED_AT: usize = 300;

/// Where the bits of a row's number begin that say which kind it is of.
const KIND_BITS: u32 = 48;

/// Which part of the vault is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// All of it.
    Vault,
    /// One assessment, with what belongs to its organisation.
    Assessment {
        /// The assessment.
        assessment: Uuid,
        /// Its organisation.
        organisation: Uuid,
    },
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The table.
    pub kind: &'static str,
    /// Its id.
    pub id: Uuid,
}

/// Where the index lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lies {
    InVault,
    InMemory,
}

impl Lies {
    fn schema(self) -> &'static str {
        match self {
            Self::InVault => "main",
            Self::InMemory => "temp",
        }
    }
}

impl Store {
    /// Looks for records that hold every word that was typed, each as the beginning of a
    /// word: of each kind at most `each`, those written last first, kinds in a fixed order.
    /// `take` looks at the record itself and says whether it counts. Returns whether there
    /// are more.
    pub fn search<E: From<Error>>(
        &mut self,
        typed: &str,
        within: Within,
        each: usize,
        take: &mut dyn FnMut(&Self, &Found) -> Result<bool, E>,
    ) -> Result<bool, E> {
        let terms = terms(typed);
        if terms.is_empty() {
            return Ok(false);
        }
        let lies = self.catch_up()?;
        let listed = query(&terms, within, false);
        let is_exact = !terms.iter().any(is_long);
        let (mut from, mut more) = (0, false);
        let mut taken = HashSet::new();
        while from < KINDS.len() {
            let all = (listed.as_str(), from..KINDS.len(), is_exact);
            match self.look(lies, all, each, &mut taken, take)? {
                Looked::All => break,
                Looked::Enough(kind) => {
                    more = true;
                    from = kind + 1;
                }
                Looked::TooMany(kind) => {
                    let full = query(&terms, within, true);
                    let one = (full.as_str(), kind..kind + 1, true);
                    more |= self.look(lies, one, each, &mut taken, take)? != Looked::All;
                    from = kind + 1;
                }
            }
            taken.clear();
        }
        Ok(more)
    }

    /// Looks through some kinds. What was taken of the first of them before is not taken again.
    fn look<E: From<Error>>(
        &self,
        lies: Lies,
        (query, kinds, is_exact): (&str, Range<usize>, bool),
        each: usize,
        taken: &mut HashSet<Uuid>,
        take: &mut dyn FnMut(&Self, &Found) -> Result<bool, E>,
    ) -> Result<Looked, E> {
        let schema = lies.schema();
        let sql = format!(
            "SELECT s.rowid, p.object
             FROM {schema}.search s JOIN {schema}.search_place p ON p.doc = s.rowid
             WHERE s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3 ORDER BY s.rowid"
        );
        let mut statement = self.connection.prepare_cached(&sql).map_err(Error::from)?;
        let (first, last) = (
            numbers(kinds.start).0,
            numbers(kinds.end.saturating_sub(1)).1,
        );
        let mut rows = statement.query((query, first, last)).map_err(Error::from)?;
        let (mut kind, mut looked_at) = (kinds.start, 0);
        while let Some(row) = rows.next().map_err(Error::from)? {
            let of = kind_of(row.get(0).map_err(Error::from)?);
            if of != kind {
                (kind, looked_at) = (of, 0);
                taken.clear();
            }
            if taken.len() == each {
                return Ok(Looked::Enough(kind));
            }
            if looked_at == LOOKED_AT && !is_exact {
                return Ok(Looked::TooMany(kind));
            }
            looked_at += 1;
            let found = Found {
                kind: KINDS.get(kind).map_or("", |kind| kind.name),
                id: Uuid::from_bytes(row.get(1).map_err(Error::from)?),
            };
            if !taken.contains(&found.id) && take(self, &found)? {
                taken.insert(found.id);
            }
        }
        Ok(Looked::All)
    }

    /// Brings the index up to date in the vault.
    pub(crate) fn catch_search_up(&mut self) -> Result<(), Error> {
        self.catch_up().map(|_| ())
    }

    /// Brings the index up to date, in the vault or, where nothing may be written, in memory.
    fn catch_up(&mut self) -> Result<Lies, Error> {
        let lies = if self.may_write() {
            Lies::InVault
        } else {
            Lies::InMemory
        };
        index::catch_up(&self.connection, lies)?;
        Ok(lies)
    }
}

/// How far a look went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looked {
    /// To the end.
    All,
    /// Until enough of a kind was found.
    Enough(usize),
    /// Until too many of a kind were looked at that do not hold the longer words in full.
    TooMany(usize),
}

/// Returns the numbers that rows of a kind have, the first and the last.
fn numbers(kind: usize) -> (i64, i64) {
    let kind = i64::try_from(kind).unwrap_or_default() + 1;
    (kind << KIND_BITS, ((kind + 1) << KIND_BITS) - 1)
}

/// Returns the kind of a row.
fn kind_of(doc: i64) -> usize {
    usize::try_from((doc >> KIND_BITS) - 1).unwrap_or_default()
}

/// Returns whether the index has no list for a term as long as this.
fn is_long(term: &Term) -> bool {
    matches!(term, Term::Begins(word) if word.chars().count() > LISTED)
}

/// Returns the query of the index. It holds letters and digits only, each word between
/// quotes, so that nothing that was typed is taken for an operator.
fn query(terms: &[Term], within: Within, full: bool) -> String {
    let mut parts: Vec<String> = Vec::new();
    for term in terms {
        match term {
            Term::Begins(word) if full => parts.push(format!("\"{word}\"*")),
            Term::Begins(word) => {
                let listed: String = word.chars().take(LISTED).collect();
                parts.push(format!("\"{listed}\"*"));
            }
            Term::Letters(letters) => match letters.as_slice() {
                [letter] => parts.push(format!("\"{letter}\"*")),
                letters => parts.extend(
                    letters
                        .windows(2)
                        .map(|two| format!("\"{}\"", two.concat())),
                ),
            },
        }
    }
    if let Within::Assessment {
        assessment,
        organisation,
    } = within
    {
        let of = [assessment, organisation].map(|id| format!("\"{}\"", scope_word(id)));
        parts.push(format!("({})", of.join(" OR ")));
    }
    parts.join(" AND ")
}

/// Returns the word by which the index knows what a record hangs on. No text holds its first
/// letter.
fn scope_word(scope: Uuid) -> String {
    format!("\u{e000}{}", scope.simple())
}
