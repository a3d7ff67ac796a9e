//! Pictures and the pages of exhibits, with their words.

use super::slab::{Slab, stacked};
use super::{Frame, Setter};
use crate::display::{Mark, NodeId, Role};
use crate::document::{Face, Ink, Run, Tone};
use crate::image::Picture;
use crate::style;

/// The tallest a picture may be, in points.
const TALLEST: f32 = 380.0;
/// The most that a pixel of a picture covers: half a point, sharp at 144 dots an inch.
const PIXEL: f32 = 0.5;
/// The same for an exhibit, which may be larger than it is sharp so that it can be read.
const EXHIBIT_PIXEL: f32 = 0.72;
/// The least that a picture measures on paper.
const LEAST: f32 = 2.0;
/// What measures less on paper is said to be hardly there.
const SEEN: f32 = 9.0;
/// What a picture is called that nobody described.
const UNTOLD: &str = "A picture that nobody described.";
/// Space above and below an exhibit's picture.
const AIR: f32 = 6.0;
/// What stands above an exhibit at the head of its page takes this share at the most; else the
/// exhibit gets a page of its own.
const HEADED: f32 = 0.4;
/// An exhibit whose words leave less than this is drawn this tall all the same.
const ROOM: f32 = 200.0;

impl Setter<'_> {
    pub(super) fn image(
        &mut self,
        bytes: &[u8],
        (alternative, caption): (&str, &str),
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let Some(picture) = self.readable(bytes, alternative, frame, node, into) else {
            return self.caption(caption, frame, node, into);
        };
        let (wide, high) = picture.size();
        let scale = (frame.width / wide).min(TALLEST / high).min(PIXEL);
        let (remark, mut slab) = self.placed(picture, scale, alternative, frame, node);
        slab.before = 8.0;
        slab.after = 6.0;
        slab.glue = !caption.trim().is_empty() || !remark.is_empty();
        into.push(slab);
        self.remark(&remark, frame, node, into);
        self.caption(caption, frame, node, into);
    }

    /// One page of an exhibit: label, picture and caption stay together, and the picture is as
    /// large as the page leaves room for.
    pub(super) fn exhibit(
        &mut self,
        label: &str,
        bytes: &[u8],
        (alternative, caption): (&str, &str),
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let above = head_of_page(into, self.body_height() * HEADED);
        let start = above.map_or(into.len(), |(start, _)| start);
        if !label.trim().is_empty() {
            let words = [Run::set(label, Face::Semibold).ink(Ink::Accent)];
            self.toned(Tone::Label, &words, frame, node, into);
        }
        match self.readable(bytes, alternative, frame, node, into) {
            Some(picture) => {
                let room = self.exhibit_room(label, caption, frame)
                    - above.map_or(0.0, |(_, height)| height);
                let room = room.max(ROOM);
                let (wide, high) = picture.size();
                let scale = (frame.width / wide).min(room / high).min(EXHIBIT_PIXEL);
                let (remark, mut slab) = self.placed(picture, scale, alternative, frame, node);
                slab.before = AIR;
                slab.after = AIR;
                into.push(slab);
                self.remark(&remark, frame, node, into);
                self.caption(caption, frame, node, into);
            }
            None => self.caption(caption, frame, node, into),
        }
        let count = into.len();
        for slab in into.iter_mut().take(count.saturating_sub(1)).skip(start) {
            slab.glue = true;
        }
    }

    /// The height that an exhibit's words leave on a page of its own.
    fn exhibit_room(&mut self, label: &str, caption: &str, frame: Frame) -> f32 {
        let mut words = 2.0 * AIR;
        for (tone, text) in [(Tone::Label, label), (Tone::Small, caption)] {
            let scale = style::scale(tone, frame.place);
            let width = frame.measure();
            let runs = [Run::plain(text)];
            let lines = super::lines::lines(&mut self.shaper, &runs, scale.size, width);
            #[expect(clippy::cast_precision_loss, reason = "a caption has few lines")]
            let count = lines.len() as f32;
            words += count * scale.line + scale.before + scale.after;
        }
        // One more line, for a remark about the picture.
        words += style::scale(Tone::Small, frame.place).line;
        self.body_height() - words
    }

    /// Reads a picture. One that cannot be shown becomes a sentence and a warning.
    fn readable(
        &mut self,
        bytes: &[u8],
        alternative: &str,
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) -> Option<Picture> {
        match Picture::read(bytes) {
            Ok(picture) => Some(picture),
            Err(fault) => {
                self.warnings.push(format!(
                    "A picture cannot be shown: {fault}. A sentence stands in its place."
                ));
                let sentence = format!(
                    "A picture stands here that cannot be shown: {fault}. It was to show: {alternative}"
                );
                let words = [Run::set(sentence, Face::Italic).ink(Ink::Muted)];
                self.toned(Tone::Small, &words, frame, node, into);
                None
            }
        }
    }

    /// Makes the figure of a picture at a scale, and says what a reader must know of it.
    fn placed(
        &mut self,
        picture: Picture,
        scale: f32,
        alternative: &str,
        frame: Frame,
        node: NodeId,
    ) -> (String, Slab) {
        let (wide, high) = picture.size();
        let (w, h) = ((wide * scale).max(LEAST), (high * scale).max(LEAST));
        let mut remark = String::new();
        if w < SEEN || h < SEEN {
            remark = format!("This picture is only {wide} by {high} pixels.");
            self.warnings.push(format!(
                "A picture is only {wide} by {high} pixels and can hardly be seen."
            ));
        }
        if picture.moves() {
            if !remark.is_empty() {
                remark.push(' ');
            }
            remark.push_str("This picture moves; its first state is shown.");
            self.warnings.push(
                "A picture moves, which paper cannot: its first state is shown.".to_owned(),
            );
        }
        let alternative = if alternative.trim().is_empty() {
            self.warnings
                .push("A picture has no words for somebody who cannot see it.".to_owned());
            UNTOLD
        } else {
            alternative
        };
        let image = self.keep_image(picture.shown_at(w, h));
        let figure = self.tree.add_with(node, Role::Figure, alternative);
        let mut slab = Slab::space(h);
        let (x, y) = (frame.x, 0.0);
        slab.body = vec![
            Mark::Begin(figure),
            Mark::Image { image, x, y, w, h },
            Mark::End,
        ];
        (remark, slab)
    }

    /// Keeps a picture and returns its number.
    pub(super) fn keep_image(&mut self, picture: Picture) -> u32 {
        self.images.push(picture);
        u32::try_from(self.images.len() - 1).unwrap_or(u32::MAX)
    }

    fn remark(&mut self, remark: &str, frame: Frame, node: NodeId, into: &mut Vec<Slab>) {
        let start = into.len();
        self.caption(remark, frame, node, into);
        for slab in into.iter_mut().skip(start) {
            slab.after = 0.0;
        }
    }

    fn caption(&mut self, caption: &str, frame: Frame, node: NodeId, into: &mut Vec<Slab>) {
        if !caption.trim().is_empty() {
            let words = [Run::plain(caption).ink(Ink::Muted)];
            self.toned(Tone::Small, &words, frame, node, into);
        }
    }
}

/// Where the page that is being filled begins and how much of it is taken, if that is known
/// and no more than a height: behind a chapter's head, for example.
fn head_of_page(slabs: &[Slab], most: f32) -> Option<(usize, f32)> {
    let start = slabs.iter().rposition(|slab| slab.fresh)?;
    let head = slabs.get(start..)?;
    let height = stacked(head) + head.last().map_or(0.0, |slab| slab.after.max(AIR));
    (height <= most).then_some((start, height))
}
