//! What falls due when: one row for each entry over a common scale of time.

use chrono::{Datelike, Months, NaiveDate};

use super::{STEP, WORDS};
use crate::display::{Mark, NodeId, Paint, Step};
use crate::document::{Face, Ink, Timeline, TimelineEntry};
use crate::layout::slab::{Header, Slab};
use crate::layout::{Frame, Setter};
use crate::style;

/// Room for the word at the right of a row.
const WORD: f32 = 82.0;
/// The height of the scale.
const SCALE: f32 = 18.0;
/// Half the height of a mark.
const MARK: f32 = 4.2;
/// The most marks on the scale.
const TICKS: usize = 5;

/// A stretch of time on a stretch of paper.
struct Axis {
    from: NaiveDate,
    days: f32,
    x: f32,
    width: f32,
    ticks: Vec<(NaiveDate, String)>,
    today: Option<NaiveDate>,
}

impl Setter<'_> {
    pub(super) fn timeline(
        &mut self,
        timeline: &Timeline,
        frame: Frame,
        figure: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let label = super::label_width(frame);
        let width = (frame.width - label - WORD).max(40.0);
        let Some(axis) = Axis::of(timeline, frame.x + label, width) else {
            return;
        };
        let start = into.len();
        let mut scale = Slab::space(SCALE);
        let mut marks = Vec::new();
        self.scale(&axis, &mut marks);
        scale.body.push(Mark::Begin(figure));
        scale.body.extend(marks.iter().cloned());
        scale.body.push(Mark::End);
        into.push(scale);
        let header = self.flow.add_header(Header {
            height: SCALE,
            marks,
        });
        for entry in &timeline.entries {
            let mut slab = self.entry_row(entry, &axis, frame, figure);
            slab.header = header;
            into.push(slab);
        }
        super::keep_some(into, start);
    }

    fn scale(&mut self, axis: &Axis, into: &mut Vec<Mark>) {
        let muted = style::rgb(Ink::Muted);
        let mut free = f32::MIN;
        for (day, words) in &axis.ticks {
            let x = axis.at(*day);
            let spaced = format!("{words} ");
            let wide = self.shaper.width(Face::Regular, WORDS, words);
            let from = (x - wide / 2.0).clamp(axis.x, (axis.x + axis.width - wide).max(axis.x));
            if from > free {
                self.word_at(&spaced, Face::Regular, (from, 8.0), WORDS, muted, into);
                free = from + wide + 6.0;
            }
        }
        into.push(Mark::Line {
            x: axis.x,
            y: SCALE - 4.0,
            dx: axis.width,
            dy: 0.0,
            width: 0.8,
            ink: style::STRONG_RULE,
        });
    }

    fn entry_row(
        &mut self,
        entry: &TimelineEntry,
        axis: &Axis,
        frame: Frame,
        figure: NodeId,
    ) -> Slab {
        let tall = 2.0 * STEP + 1.0;
        let mut slab = Slab::space(tall);
        slab.body.push(Mark::Begin(figure));
        self.row_label(&entry.label, tall, axis.x - frame.x, frame, &mut slab);
        for (day, _) in &axis.ticks {
            slab.body
                .push(upright(axis.at(*day), tall, style::HAIR, style::RULE));
        }
        if let Some(today) = axis.today {
            slab.body
                .push(upright(axis.at(today), tall, 1.2, style::rgb(Ink::Accent)));
        }
        let (middle, ink) = (tall / 2.0, style::rgb(entry.ink));
        let x = axis.at(entry.on);
        if let Some(from) = entry.from {
            let from = axis.at(from.min(entry.on));
            slab.body.push(Mark::Rect {
                x: from,
                y: middle - 1.6,
                w: (x - from).max(0.8),
                h: 3.2,
                ink,
            });
        }
        slab.body.push(diamond(x, middle, entry.ink));
        let at = (axis.x + axis.width + 10.0, middle + WORDS * 0.34);
        let word = self.shortened(&entry.word, Face::Regular, WORDS, WORD - 12.0);
        let spaced = format!("{word} ");
        self.word_at(&spaced, Face::Regular, at, WORDS, ink, &mut slab.body);
        slab.body.push(Mark::End);
        slab
    }
}

impl Axis {
    fn of(timeline: &Timeline, x: f32, width: f32) -> Option<Self> {
        let days = timeline
            .entries
            .iter()
            .flat_map(|entry| [Some(entry.on), entry.from])
            .chain([timeline.today])
            .flatten();
        let (first, last) = days.fold(None, |range: Option<(NaiveDate, NaiveDate)>, day| {
            Some(range.map_or((day, day), |(a, b)| (a.min(day), b.max(day))))
        })?;
        let (step, months) = [1_u32, 2, 3, 6, 12, 24, 60, 120, 600, 2400, 6000]
            .into_iter()
            .map(|step| (step, spanned(first, last)))
            .find(|(step, months)| (months / step) as usize + 1 < TICKS)
            .unwrap_or((24_000, spanned(first, last)));
        // The scale begins and ends on one of its marks.
        let whole = |day: NaiveDate| {
            let month = day.month0() - day.month0() % step.min(12);
            NaiveDate::from_ymd_opt(day.year(), month + 1, 1)
        };
        let from = whole(first)?;
        let mut ticks = Vec::new();
        let mut to = from;
        for at in 0..=(months / step + 2) {
            let day = from.checked_add_months(Months::new(at * step))?;
            ticks.push((day, named(day, step)));
            to = day;
            if day > last {
                break;
            }
        }
        let days = days_between(from, to).max(1.0);
        Some(Self {
            from,
            days,
            x,
            width,
            ticks,
            today: timeline.today,
        })
    }

    fn at(&self, day: NaiveDate) -> f32 {
        let share = days_between(self.from, day) / self.days;
        self.x + self.width * share.clamp(0.0, 1.0)
    }
}

fn spanned(first: NaiveDate, last: NaiveDate) -> u32 {
    let months = (last.year() - first.year()) * 12 + i32::try_from(last.month()).unwrap_or(0)
        - i32::try_from(first.month()).unwrap_or(0);
    u32::try_from(months).unwrap_or(0)
}

#[expect(clippy::cast_precision_loss, reason = "a scale needs no exact day")]
fn days_between(from: NaiveDate, to: NaiveDate) -> f32 {
    (to - from).num_days() as f32
}

fn named(day: NaiveDate, step: u32) -> String {
    if step < 12 {
        day.format("%b %Y").to_string()
    } else {
        day.format("%Y").to_string()
    }
}

fn upright(x: f32, dy: f32, width: f32, ink: style::Rgb) -> Mark {
    Mark::Line {
        x,
        y: 0.0,
        dx: 0.0,
        dy,
        width,
        ink,
    }
}

/// A diamond: filled for what is not in order, a frame for what is, so that grey paper tells.
fn diamond(x: f32, y: f32, ink: Ink) -> Mark {
    let color = style::rgb(ink);
    let paint = match ink {
        Ink::Good | Ink::Muted | Ink::Paper => Paint::Stroke {
            ink: color,
            width: 1.4,
        },
        Ink::Text | Ink::Accent | Ink::Warn | Ink::Bad => Paint::Fill(color),
    };
    let steps = vec![
        Step::Move(x, y - MARK),
        Step::Line(x + MARK, y),
        Step::Line(x, y + MARK),
        Step::Line(x - MARK, y),
        Step::Close,
    ];
    super::path(steps, paint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(words: &str) -> NaiveDate {
        words.parse().unwrap()
    }

    fn axis(days: &[&str]) -> Axis {
        let entries = days
            .iter()
            .map(|on| TimelineEntry {
                label: String::new(),
                from: None,
                on: day(on),
                word: String::new(),
                ink: Ink::Text,
            })
            .collect();
        let today = None;
        Axis::of(&Timeline { today, entries }, 100.0, 200.0).unwrap()
    }

    #[test]
    fn every_day_stands_on_the_scale_in_order_and_inside() {
        for days in [
            &["2026-11-26"][..],
            &["2026-11-26", "2026-12-01"],
            &["2026-01-31", "2027-12-31"],
            &["1999-12-31", "2150-01-01"],
            &["0001-01-01", "9999-12-31"],
        ] {
            let axis = axis(days);
            assert!(axis.ticks.len() <= TICKS + 2, "{:?}", axis.ticks);
            let places: Vec<f32> = days.iter().map(|on| axis.at(day(on))).collect();
            assert!(places.is_sorted());
            assert!(places.iter().all(|x| (100.0..=300.0).contains(x)));
        }
    }

    #[test]
    fn a_scale_that_ends_with_the_calendar_is_left_out() {
        let entries = vec![TimelineEntry {
            label: String::new(),
            from: None,
            on: NaiveDate::MAX,
            word: String::new(),
            ink: Ink::Text,
        }];
        let today = None;
        assert!(Axis::of(&Timeline { today, entries }, 0.0, 10.0).is_none());
    }
}
