//! What the workbook says, held against what it said when it was made and what stands here.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::dossier::Dossier;
use domain::id::RequestId;
use domain::organisation::Person;
use domain::request::{EvidenceRequest, RequestCourse, RequestState};
use sheet::{Column, text, written};

use super::day::{NoDay, day};
use super::table::{FilledRow, Kept};
use super::{PlanChange, PlanField, Refusal, counted, quoted};

/// The rows of each request that the workbook has; none where they were refused.
pub(super) type Rows<'a> = HashMap<RequestId, Vec<FilledRow<'a>>>;

/// What comes of it.
#[derive(Default)]
pub(super) struct Merged {
    pub(super) changes: Vec<PlanChange>,
    pub(super) refused: Vec<Refusal>,
    pub(super) unchanged: u32,
    pub(super) requests: Vec<(EvidenceRequest, EvidenceRequest)>,
}

/// Holds each request against its rows.
pub(super) fn merge(dossier: &Dossier, kept: Option<&Kept>, rows: &Rows<'_>) -> Merged {
    let mut merged = Merged::default();
    for request in &dossier.requests {
        let Some(rows) = rows.get(&request.id).filter(|rows| !rows.is_empty()) else {
            continue;
        };
        let mut one = One {
            dossier,
            request,
            base: kept.and_then(|kept| kept.rows.get(&request.id.to_string())),
            course: request.course.clone(),
            changes: Vec::new(),
            refused: Vec::new(),
        };
        for column in Column::FILLED_IN {
            one.column(column, rows);
        }
        one.need_a_reason(rows);
        if one.changes.is_empty() && one.refused.is_empty() {
            merged.unchanged += 1;
        }
        if one.course != request.course {
            let mut after = request.clone();
            after.course = one.course;
            merged.requests.push((request.clone(), after));
        }
        merged.changes.extend(one.changes);
        merged.refused.extend(one.refused);
    }
    merged
}

/// A request under way.
struct One<'a> {
    dossier: &'a Dossier,
    request: &'a EvidenceRequest,
    base: Option<&'a HashMap<Column, String>>,
    course: RequestCourse,
    changes: Vec<PlanChange>,
    refused: Vec<Refusal>,
}

impl One<'_> {
    fn column(&mut self, column: Column, rows: &[FilledRow<'_>]) {
        let now = text(column, self.dossier, self.request);
        let base = self.base.and_then(|base| base.get(&column));
        let base = base.unwrap_or(&now);
        let said = rows.iter().filter_map(|row| Some((row, row.text(column)?)));
        let changed: Vec<_> = said
            .filter(|(_, said)| !alike(column, said, base))
            .collect();
        let Some((first, said)) = changed.first() else {
            return;
        };
        if let Some((other, words)) = changed.iter().find(|(_, w)| !alike(column, w, said)) {
            self.refused.push(Refusal {
                row: format!("{} and {}", first.place, other.place),
                sentence: format!(
                    "The two sheets say different things under {}: {} and {}. Neither was taken. \
                     Make them agree, or empty the change in one of them.",
                    quoted(column.header()),
                    quoted(said),
                    quoted(words)
                ),
            });
            return;
        }
        if alike(column, said, &now) {
            return;
        }
        let conflicts = !alike(column, base, &now);
        match self.taken(column, said) {
            Ok((field, course)) => {
                self.changes.push(PlanChange {
                    request: self.request.id,
                    control: self.request.control.clone(),
                    artefact: self.request.artefact.clone(),
                    field,
                    after: shown(column, said, &course),
                    before: now,
                    conflicts,
                });
                if !conflicts {
                    self.course = course;
                }
            }
            Err(sentence) => self.refused.push(Refusal {
                row: first.place.clone(),
                sentence,
            }),
        }
    }

    /// Returns the course with what a cell says, or why it cannot be taken.
    fn taken(&self, column: Column, said: &str) -> Result<(PlanField, RequestCourse), String> {
        let mut course = self.course.clone();
        let words = written(said);
        let field = match column {
            Column::State => {
                course.state = state(said).ok_or_else(|| no_state(said))?;
                PlanField::State
            }
            Column::Due => {
                course.due = day(said).map_err(|fault| no_day(said, fault))?;
                PlanField::Due
            }
            Column::Reason => {
                course.reason = words;
                PlanField::Reason
            }
            Column::Remark => {
                course.remark = words;
                PlanField::Remark
            }
            _ => match self.person(&words)? {
                Some(person) => {
                    (course.person, course.ask) = (Some(person), String::new());
                    PlanField::Person
                }
                None => {
                    (course.person, course.ask) = (None, words);
                    PlanField::Ask
                }
            },
        };
        Ok((field, course))
    }

    /// Returns who of the organisation's people has a name.
    fn person(&self, name: &str) -> Result<Option<domain::id::PersonId>, String> {
        let has = |person: &&Person| alike(Column::Whom, &person.name, name);
        let mut named = self.dossier.people.iter().filter(has);
        match (named.next(), named.next()) {
            (Some(_), Some(_)) => Err(format!(
                "More than one person is called {}. Choose here whom to ask.",
                quoted(name)
            )),
            (person, _) => Ok(person.map(|person| person.id)),
        }
    }

    /// Takes back what would leave a request refused, or not to be had, without a reason.
    fn need_a_reason(&mut self, rows: &[FilledRow<'_>]) {
        let was = &self.request.course;
        let needs = matches!(
            self.course.state,
            RequestState::Refused | RequestState::NotToBeHad
        );
        if !needs || !self.course.reason.trim().is_empty() {
            return;
        }
        let word = self.course.state.word();
        let (field, sentence) = if self.course.state == was.state {
            self.course.reason = was.reason.clone();
            let sentence = format!(
                "The reason was emptied, but the state is {word}, which needs one. The reason \
                 stays as it is."
            );
            (PlanField::Reason, sentence)
        } else {
            self.course.state = was.state;
            let sentence = format!(
                "The state {word} needs a reason. Write it in the column Reason and read the \
                 workbook again."
            );
            (PlanField::State, sentence)
        };
        let had = self.changes.len();
        self.changes
            .retain(|change| change.field != field || change.conflicts);
        // A reason that was lacking before the workbook came is not the workbook's fault.
        if self.changes.len() < had {
            let place = rows.first().map(|row| row.place.clone());
            self.refused.push(Refusal {
                row: place.unwrap_or_default(),
                sentence,
            });
        }
    }
}

/// Returns whether two texts say the same in a column.
fn alike(column: Column, one: &str, other: &str) -> bool {
    match column {
        Column::Due => match (day(one), day(other)) {
            (Ok(one), Ok(other)) => one == other,
            _ => one.trim() == other.trim(),
        },
        Column::State => match (state(one), state(other)) {
            (Some(one), Some(other)) => one == other,
            _ => one.trim() == other.trim(),
        },
        Column::Whom => {
            let words = |text: &str| {
                text.to_lowercase()
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            words(one) == words(other)
        }
        _ => lines(one) == lines(other),
    }
}

/// Returns text as programs of tables may not change it: its lines without their ends.
fn lines(text: &str) -> Vec<String> {
    let written = written(text);
    written
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// Reads a state by its word, or by the code that the command line prints.
fn state(said: &str) -> Option<RequestState> {
    let plain = |text: &str| {
        let words: Vec<String> = text
            .split(|c: char| c.is_whitespace() || matches!(c, '-' | '_'))
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        words.join(" ")
    };
    let said = plain(said);
    RequestState::ALL
        .into_iter()
        .find(|state| plain(state.word()) == said)
}

fn no_state(said: &str) -> String {
    let words: Vec<&str> = RequestState::ALL
        .into_iter()
        .map(RequestState::word)
        .collect();
    let words = words.join(", ");
    if said.trim().is_empty() {
        format!("The state was emptied. It is one of: {words}.")
    } else {
        format!("{} is no state. It is one of: {words}.", quoted(said))
    }
}

fn no_day(said: &str, fault: NoDay) -> String {
    let said = quoted(said);
    match fault {
        NoDay::Either(one, other) => format!(
            "The due date {said} can be read as {one} or as {other}. Write the one that is meant."
        ),
        NoDay::Number => format!(
            "The due date {said} is a number without the form of a date. Write it such as \
             2026-12-31."
        ),
        NoDay::Far => format!(
            "The due date {said} is too far away to be meant. Write a day between 2000 and 2099."
        ),
        NoDay::Unreadable => {
            format!("The due date {said} is no date. Write it such as 2026-12-31.")
        }
    }
}

fn shown(column: Column, said: &str, course: &RequestCourse) -> String {
    match column {
        Column::State => course.state.word().to_owned(),
        Column::Due => course
            .due
            .as_ref()
            .map(NaiveDate::to_string)
            .unwrap_or_default(),
        _ => written(said),
    }
}

/// Says which requests the workbook does not have any more, or never had.
pub(super) fn missing(dossier: &Dossier, kept: Option<&Kept>, rows: &Rows<'_>) -> Vec<String> {
    let was_there = |request: &EvidenceRequest| {
        kept.is_none_or(|kept| kept.rows.contains_key(&request.id.to_string()))
    };
    let absent = dossier
        .requests
        .iter()
        .filter(|r| !rows.contains_key(&r.id));
    let (gone, new): (Vec<_>, Vec<_>) = absent.partition(|request| was_there(request));
    let mut notes = Vec::new();
    if !gone.is_empty() {
        notes.push(format!(
            "{} not in the workbook any more: {}. Nothing is deleted; what stands here stays.",
            counted(gone.len(), "request is", "requests are"),
            listed(
                gone.iter()
                    .map(|r| format!("{}, {}", r.control, quoted(&r.artefact)))
            )
        ));
    }
    if !new.is_empty() {
        notes.push(format!(
            "{} made here after the workbook was, so it says nothing of {}.",
            counted(new.len(), "request was", "requests were"),
            if new.len() == 1 { "it" } else { "them" }
        ));
    }
    notes
}

/// Says in which rows columns were written to that are not read.
pub(super) fn rewritten(dossier: &Dossier, rows: &Rows<'_>) -> Vec<String> {
    let fixed = Column::BY_OWNER
        .into_iter()
        .filter(|column| !column.is_filled_in() && *column != Column::Row);
    let mut notes = Vec::new();
    for column in fixed {
        let mut places = Vec::new();
        for request in &dossier.requests {
            let stands = text(column, dossier, request);
            for row in rows.get(&request.id).into_iter().flatten() {
                if row
                    .text(column)
                    .is_some_and(|said| lines(said) != lines(&stands))
                {
                    places.push(row.place.clone());
                }
            }
        }
        if !places.is_empty() {
            notes.push(format!(
                "Under {} stands something else than here in {}: {}. That column is not read, so \
                 nothing of it was taken.",
                quoted(column.header()),
                counted(places.len(), "row", "rows"),
                listed(places.into_iter())
            ));
        }
    }
    notes
}

/// How many of a list are named.
const NAMED: usize = 5;

fn listed(all: impl ExactSizeIterator<Item = String>) -> String {
    let more = all.len().saturating_sub(NAMED);
    let mut words: Vec<String> = all.take(NAMED).collect();
    if more > 0 {
        words.push(format!("and {more} more"));
    }
    words.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_known_by_its_word_in_any_letters_and_by_its_code() {
        for (said, expected) in [
            ("Not to be had", Some(RequestState::NotToBeHad)),
            (" NOT  TO BE\u{a0}HAD ", Some(RequestState::NotToBeHad)),
            ("not-to-be-had", Some(RequestState::NotToBeHad)),
            ("accepted", Some(RequestState::Accepted)),
            ("done", None),
            ("", None),
        ] {
            assert_eq!(state(said), expected, "{said:?}");
        }
    }

    #[test]
    fn texts_that_a_program_of_tables_may_change_are_alike() {
        for (column, one, other, is_alike) in [
            (Column::Reason, "a\nb", "a \r\nb\r\n", true),
            (Column::Reason, "a", "A", false),
            (Column::Whom, "Jo  Chen", "jo chen ", true),
            (Column::Due, "2026-12-01", "1 Dec 2026", true),
            (Column::Due, "2026-12-01", "", false),
            (Column::Due, "soon", " soon", true),
            (Column::State, "Asked", "asked", true),
            (Column::State, "", "Asked", false),
        ] {
            assert_eq!(alike(column, one, other), is_alike, "{one:?} {other:?}");
        }
    }
}
