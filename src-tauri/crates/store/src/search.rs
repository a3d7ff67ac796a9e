//! Search: the words of the records in a full-text index, which is caught up with the trail
//! before each search, so that it never tells of what is no longer so.
//!
//! Nothing of it is written while somebody types an answer. It lies in the database, or, of
//! a vault that must not be written to, in memory.

mod index;
mod searched;

use uuid::Uuid;

use crate::error::Error;
use crate::open::{Freshness, Store};
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
        let is_long = terms.iter().any(is_long);
        let mut more = false;
        for (number, kind) in KINDS.iter().enumerate() {
            let scope = kind.scope(within);
            let mut look = |full| {
                let query = query(&terms, scope, full);
                self.look(lies, number, &query, (each, full), take)
            };
            let looked = match look(!is_long)? {
                Looked::TooMany => look(true)?,
                looked => looked,
            };
            more |= looked != Looked::All;
        }
        Ok(more)
    }

    /// Looks through one kind.
    fn look<E: From<Error>>(
        &self,
        lies: Lies,
        kind: usize,
        query: &str,
        (each, full): (usize, bool),
        take: &mut dyn FnMut(&Self, &Found) -> Result<bool, E>,
    ) -> Result<Looked, E> {
        let schema = lies.schema();
        let sql = format!(
            "SELECT p.object FROM {schema}.search s JOIN {schema}.search_place p ON p.doc = s.rowid
             WHERE s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3 ORDER BY s.rowid"
        );
        let mut statement = self.connection.prepare_cached(&sql).map_err(Error::from)?;
        let (first, last) = numbers(kind);
        let mut rows = statement.query((query, first, last)).map_err(Error::from)?;
        let (mut taken, mut looked_at) = (0, 0);
        while let Some(row) = rows.next().map_err(Error::from)? {
            if taken == each {
                return Ok(Looked::Some);
            }
            if looked_at == LOOKED_AT && !full {
                return Ok(Looked::TooMany);
            }
            let found = Found {
                kind: KINDS.get(kind).map_or("", |kind| kind.name),
                id: Uuid::from_bytes(row.get(0).map_err(Error::from)?),
            };
            taken += usize::from(take(self, &found)?);
            looked_at += 1;
        }
        Ok(Looked::All)
    }

    /// Brings the index up to date, in the vault or, where nothing may be written, in memory.
    fn catch_up(&mut self) -> Result<Lies, Error> {
        let lies = if self.freshness() == Freshness::Fresh {
            Lies::InVault
        } else {
            Lies::InMemory
        };
        index::catch_up(&self.connection, lies)?;
        Ok(lies)
    }
}

/// How far a look through one kind went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looked {
    /// To the end.
    All,
    /// Until enough was found.
    Some,
    /// Until too much was looked at that does not hold the longer words in full.
    TooMany,
}

/// Returns the numbers that rows of a kind have, the first and the last.
fn numbers(kind: usize) -> (i64, i64) {
    let kind = i64::try_from(kind).unwrap_or_default() + 1;
    (kind << KIND_BITS, ((kind + 1) << KIND_BITS) - 1)
}

/// Returns whether the index has no list for a term as long as this.
fn is_long(term: &Term) -> bool {
    matches!(term, Term::Begins(word) if word.chars().count() > LISTED)
}

/// Returns the query of the index. It holds letters and digits only, each word between
/// quotes, so that nothing that was typed is taken for an operator.
fn query(terms: &[Term], scope: Option<Uuid>, full: bool) -> String {
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
    parts.extend(scope.map(|scope| format!("\"{}\"", scope_word(scope))));
    parts.join(" AND ")
}

/// Returns the word by which the index knows what a record hangs on. No text holds its first
/// letter.
fn scope_word(scope: Uuid) -> String {
    format!("\u{e000}{}", scope.simple())
}
