//! What stands at the edge of every page: title and chapter, control, foot, page number, banner.

use super::flow::Head;
use super::{Frame, Setter};
use crate::Paper;
use crate::display::{Mark, Page, Paint, Path};
use crate::document::{Document, Face, Ink};
use crate::style;

const SIZE: f32 = 8.0;

impl Setter<'_> {
    pub(super) fn run(
        &mut self,
        pages: &mut [Page],
        heads: &[Head],
        document: &Document,
        paper: Paper,
        frame: Frame,
    ) {
        let (width, height) = paper.size();
        let count = pages.len();
        let half = frame.width * 0.4;
        let foot = self.shortened(&document.foot, Face::Regular, SIZE, half);
        let banner = document.banner.trim();
        let banner = self.shortened(banner, Face::Semibold, SIZE, frame.width * 0.6);
        for (at, page) in pages.iter_mut().enumerate() {
            let head = heads.get(at).copied().unwrap_or_default();
            let on_cover = at == 0 && self.covers;
            if !banner.is_empty() {
                self.banner(&banner, width / 2.0, height, on_cover, page);
            }
            if on_cover {
                continue;
            }
            self.head(&document.title, head, frame, page);
            // The cover is not counted: a page's label is the number at its foot.
            let covers = usize::from(self.covers);
            self.foot(
                &foot,
                (at + 1 - covers, count - covers),
                height,
                frame,
                page,
            );
        }
    }

    /// Title and chapter at the left; the control in progress at the right.
    fn head(&mut self, title: &str, head: Head, frame: Frame, page: &mut Page) {
        let (ink, right) = (style::rgb(Ink::Muted), frame.x + frame.width);
        let names = self.names;
        let named = |number: Option<u32>| {
            number
                .and_then(|at| names.headings.get(at as usize))
                .map(|heading| heading.text.as_str())
                .filter(|text| !text.is_empty())
        };
        let topic = named(head.topic).map_or_else(String::new, |text| {
            self.shortened(text, Face::Regular, SIZE, frame.width * 0.46)
        });
        let room = frame.width - self.shaper.width(Face::Regular, SIZE, &topic) - 18.0;
        let left = match named(head.chapter) {
            Some(chapter) => {
                let chapter = self.shortened(chapter, Face::Regular, SIZE, room * 0.6);
                let words = format!("  \u{b7}  {chapter}");
                let rest = room - self.shaper.width(Face::Regular, SIZE, &words);
                self.shortened(title, Face::Regular, SIZE, rest) + &words
            }
            None => self.shortened(title, Face::Regular, SIZE, room),
        };
        let (at, marks) = ((frame.x, style::HEAD), &mut page.running);
        self.word_at(&left, Face::Regular, at, SIZE, ink, marks);
        self.word_ending_at(
            &topic,
            Face::Regular,
            (right, style::HEAD),
            SIZE,
            ink,
            marks,
        );
        let (x, y, dx) = (frame.x, style::HEAD + 7.0, frame.width);
        let (width, ink) = (style::HAIR, style::RULE);
        page.running.push(Mark::Line {
            x,
            y,
            dx,
            dy: 0.0,
            width,
            ink,
        });
    }

    fn foot(
        &mut self,
        foot: &str,
        (number, count): (usize, usize),
        height: f32,
        frame: Frame,
        page: &mut Page,
    ) {
        let ink = style::rgb(Ink::Muted);
        let y = height - style::FOOT;
        self.word_at(
            foot,
            Face::Regular,
            (frame.x, y),
            SIZE,
            ink,
            &mut page.running,
        );
        let words = format!("Page {number} of {count}");
        let at = (frame.x + frame.width, y);
        self.word_ending_at(&words, Face::Regular, at, SIZE, ink, &mut page.running);
    }

    /// A banner such as "Draft" in a frame at the foot's middle.
    fn banner(
        &mut self,
        words: &str,
        middle: f32,
        height: f32,
        on_cover: bool,
        page: &mut Page,
    ) {
        let ink = style::rgb(Ink::Bad);
        let width = self.shaper.width(Face::Semibold, SIZE, words) + 14.0;
        let y = if on_cover {
            style::HEAD - 3.0
        } else {
            height - style::FOOT
        };
        let paint = Paint::Stroke { ink, width: 0.7 };
        let (x, top) = (middle - width / 2.0, y - 10.0);
        let path = Path::rounded(x, top, width, 14.4, 2.2, paint);
        page.running.push(Mark::Path(Box::new(path)));
        self.word_about(
            words,
            Face::Semibold,
            (middle, y),
            SIZE,
            ink,
            &mut page.running,
        );
    }
}
