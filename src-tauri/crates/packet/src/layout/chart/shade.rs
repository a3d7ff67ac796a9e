//! Colours that stay apart when they are printed in grey: each part of a bar has its own
//! pattern, and the cells of a matrix their own depth.

use super::path;
use crate::display::{Mark, Paint, Step};
use crate::document::Ink;
use crate::style::{self, Rgb};

/// The width of a pattern's lines.
const LINE: f32 = 0.7;

/// How an area is filled beside its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Pattern {
    /// Colour alone.
    Solid,
    /// White lines that rise to the right.
    Rising,
    /// White lines that fall to the right.
    Falling,
    /// Both.
    Crossed,
    /// White lines that stand upright.
    Upright,
    /// The colour's light ground inside a frame.
    Open,
}

/// Returns the pattern of an ink. No two inks have the same.
pub(super) fn pattern(ink: Ink) -> Pattern {
    match ink {
        Ink::Good | Ink::Text => Pattern::Solid,
        Ink::Accent => Pattern::Falling,
        Ink::Warn => Pattern::Rising,
        Ink::Bad => Pattern::Crossed,
        Ink::Muted => Pattern::Upright,
        Ink::Paper => Pattern::Open,
    }
}

/// Fills a rectangle with a colour and the pattern of its ink.
pub(super) fn fill(x: f32, y: f32, (w, h): (f32, f32), ink: Ink, into: &mut Vec<Mark>) {
    let color = style::rgb(ink);
    let ground = if pattern(ink) == Pattern::Open {
        style::GROUND
    } else {
        color
    };
    into.push(Mark::Rect {
        x,
        y,
        w,
        h,
        ink: ground,
    });
    let area = Area { x, y, w, h };
    match pattern(ink) {
        Pattern::Solid => {}
        Pattern::Rising => area.slanted(true, 4.6, into),
        Pattern::Falling => area.slanted(false, 4.6, into),
        Pattern::Crossed => {
            area.slanted(true, 4.6, into);
            area.slanted(false, 4.6, into);
        }
        Pattern::Upright => area.upright(3.2, into),
        Pattern::Open => area.framed(into),
    }
}

/// A rectangle that is hatched.
#[derive(Clone, Copy)]
struct Area {
    x: f32,
    y: f32,
    w: f32,
    h: f32,
}

impl Area {
    /// Lines at 45 degrees, each cut off where it leaves the rectangle.
    fn slanted(self, rises: bool, step: f32, into: &mut Vec<Mark>) {
        let mut along = step;
        while along < self.w + self.h {
            // A line from a point of the left or lower edge to one of the upper or right edge.
            let (x0, y0) = if along < self.h {
                (0.0, along)
            } else {
                (along - self.h, self.h)
            };
            let (x1, y1) = if along < self.w {
                (along, 0.0)
            } else {
                (self.w, along - self.w)
            };
            let at = |x: f32, y: f32| {
                let y = if rises { y } else { self.h - y };
                (self.x + x, self.y + y)
            };
            into.push(line(at(x0, y0), at(x1, y1)));
            along += step;
        }
    }

    fn upright(self, step: f32, into: &mut Vec<Mark>) {
        let mut along = step / 2.0;
        while along < self.w {
            let x = self.x + along;
            into.push(line((x, self.y), (x, self.y + self.h)));
            along += step;
        }
    }

    fn framed(self, into: &mut Vec<Mark>) {
        let (x, y) = (self.x + 0.4, self.y + 0.4);
        let (w, h) = ((self.w - 0.8).max(0.1), (self.h - 0.8).max(0.1));
        let paint = Paint::Stroke {
            ink: style::STRONG_RULE,
            width: 0.8,
        };
        let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)];
        let mut steps: Vec<Step> = corners.iter().map(|(x, y)| Step::Line(*x, *y)).collect();
        if let Some(first) = steps.first_mut() {
            *first = Step::Move(x, y);
        }
        steps.push(Step::Close);
        into.push(path(steps, paint));
    }
}

fn line(from: (f32, f32), to: (f32, f32)) -> Mark {
    let steps = vec![Step::Move(from.0, from.1), Step::Line(to.0, to.1)];
    let ink = style::rgb(Ink::Paper);
    path(steps, Paint::Stroke { ink, width: LINE })
}

/// The ground of a matrix cell and the colour of what stands in it: the worse, the darker.
pub(super) fn depth(ink: Ink) -> (Rgb, Rgb) {
    let (dark, paper) = (style::rgb(Ink::Text), style::rgb(Ink::Paper));
    match ink {
        Ink::Text | Ink::Paper | Ink::Muted => ([0xf1, 0xf4, 0xf5], style::rgb(Ink::Muted)),
        Ink::Good => ([0xd2, 0xe6, 0xda], dark),
        Ink::Accent => ([0xb4, 0xd3, 0xd9], dark),
        Ink::Warn => ([0xe0, 0xb0, 0x66], dark),
        Ink::Bad => (style::rgb(Ink::Bad), paper),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::luminance;

    const INKS: [Ink; 7] = [
        Ink::Text,
        Ink::Muted,
        Ink::Accent,
        Ink::Good,
        Ink::Warn,
        Ink::Bad,
        Ink::Paper,
    ];

    #[test]
    fn parts_that_mean_different_things_differ_in_pattern_or_in_depth() {
        for (at, one) in INKS.iter().enumerate() {
            for other in INKS.iter().skip(at + 1) {
                let steps = (luminance(style::rgb(*one)) - luminance(style::rgb(*other))).abs();
                assert!(
                    pattern(*one) != pattern(*other) || steps > 0.05,
                    "{one:?} and {other:?} look alike in grey"
                );
            }
        }
    }

    #[test]
    fn a_worse_cell_of_a_matrix_is_darker_and_its_words_can_be_read() {
        let grounds = [Ink::Muted, Ink::Good, Ink::Accent, Ink::Warn, Ink::Bad].map(depth);
        for pair in grounds.windows(2) {
            let [(light, _), (deep, _)] = pair else {
                panic!("two at a time");
            };
            assert!(luminance(*light) > luminance(*deep) + 0.08);
        }
        for (ground, words) in grounds {
            assert!(style::contrast(ground, words) >= 4.5, "{ground:?}");
        }
    }

    #[test]
    fn a_pattern_stays_inside_its_rectangle() {
        for ink in INKS {
            let mut marks = Vec::new();
            fill(10.0, 20.0, (30.0, 8.0), ink, &mut marks);
            for mark in marks {
                let Mark::Path(path) = mark else { continue };
                for step in path.steps {
                    if let Step::Move(x, y) | Step::Line(x, y) = step {
                        assert!((10.0..=40.0).contains(&x) && (20.0..=28.0).contains(&y));
                    }
                }
            }
        }
    }
}
