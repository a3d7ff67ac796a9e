//! Charts as the figures they show.
//!
//! Every chart is legible in grey: each value stands as words beside its colour.
//! The table twin is the caller's to add.

use chrono::NaiveDate;

use super::Ink;

/// One row of bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What the row is about.
    pub label: String,
    /// The name of each series with its value from 0 to 100; `None` says "not assessed".
    pub values: Vec<(String, Option<f64>)>,
}

/// A big number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BigFigure {
    /// The number as it is shown.
    pub figure: String,
    /// What it says.
    pub label: String,
    /// A remark below.
    pub remark: String,
}

/// A chart other than bars.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// Half-circle gauges in a row.
    Dials(Vec<Dial>),
    /// One bar cut into parts: coverage, findings by severity.
    Stack(Stack),
    /// A grid of counts: likelihood against impact.
    Matrix(Matrix),
    /// Several bars cut into the same parts, one below the other.
    Coverage(Coverage),
    /// What falls due when.
    Timeline(Timeline),
}

/// A half-circle gauge.
#[derive(Debug, Clone, PartialEq)]
pub struct Dial {
    /// What it measures.
    pub label: String,
    /// From 0 to 100; `None` says "not assessed".
    pub value: Option<f64>,
    /// The word for the value, such as "Partial".
    pub word: String,
    /// The colour of the arc.
    pub ink: Ink,
}

/// One bar cut into parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stack {
    /// The words above the bar.
    pub label: String,
    /// The parts from the left.
    pub parts: Vec<Part>,
}

/// A part of a stack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it counts.
    pub label: String,
    /// How many.
    pub count: u32,
    /// Its colour.
    pub ink: Ink,
}

/// A grid of counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The words for the rows' axis.
    pub row_axis: String,
    /// The words for the columns' axis.
    pub column_axis: String,
    /// The rows' labels from the top.
    pub rows: Vec<String>,
    /// The columns' labels from the left.
    pub columns: Vec<String>,
    /// Each row's cells: what stands in it and its colour.
    pub cells: Vec<Vec<(String, Ink)>>,
}

/// Bars that are all cut into the same parts: how much of each section is covered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The parts from the left: what they count and their colour.
    pub parts: Vec<(String, Ink)>,
    /// The bars from the top.
    pub rows: Vec<CoverageRow>,
}

/// One bar of a coverage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageRow {
    /// What the bar is about.
    pub label: String,
    /// How many in each part, in the order of the parts.
    pub counts: Vec<u32>,
}

/// What happens when, one row for each entry, over a common scale of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The day that a line marks; `None` for no line.
    pub today: Option<NaiveDate>,
    /// The rows from the top.
    pub entries: Vec<TimelineEntry>,
}

/// One row of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// What it is about.
    pub label: String,
    /// When it begins: a bar up to `on`; `None` for a mark on one day.
    pub from: Option<NaiveDate>,
    /// The day it is due or happened.
    pub on: NaiveDate,
    /// What stands beside the mark, such as "overdue".
    pub word: String,
    /// The colour of the mark.
    pub ink: Ink,
}
