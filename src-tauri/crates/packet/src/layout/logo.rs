//! Logos at the head of the cover.

use super::slab::Slab;
use super::{Frame, Setter};
use crate::display::{Mark, NodeId, Role};
use crate::document::PlacedLogo;
use crate::image::Picture;

/// The tallest and the widest that a logo stands.
const TALL: f32 = 52.0;
const WIDE: f32 = 168.0;
/// Where they begin, from the top of the text.
const TOP: f32 = -4.0;
/// Space between two, and to the marking at the right.
const GAP: f32 = 22.0;
/// The least that each measures: a hairline at the least.
const LEAST: f32 = 2.0;
/// Fewer pixels than this are no logo but a spot.
const FEW: f32 = 8.0;

impl Setter<'_> {
    /// Reads the logos. One that cannot be shown is left out with a warning.
    pub(super) fn read_logos(&mut self, logos: &[PlacedLogo]) {
        for logo in logos {
            let whose = match logo.alternative.trim() {
                "" => "Logo",
                words => words,
            };
            let picture = match Picture::read(&logo.png) {
                Ok(picture) => picture,
                Err(fault) => {
                    self.warnings.push(format!(
                        "A logo cannot be shown and is left out: {fault}. ({whose})"
                    ));
                    continue;
                }
            };
            let (wide, high) = picture.size();
            if wide.min(high) < FEW {
                self.warnings.push(format!(
                    "A logo is only {wide} by {high} pixels and is left out. ({whose})"
                ));
                continue;
            }
            let scale = (TALL / high).min(WIDE / wide);
            let size = ((wide * scale).max(LEAST), (high * scale).max(LEAST));
            let image = self.keep_image(picture.shown_at(size.0, size.1));
            self.logos.push((image, size, whose.to_owned()));
        }
    }

    /// Makes room at the head of a slab for the logos that no cover has placed.
    pub(super) fn logos_above(&mut self, frame: Frame, node: NodeId, slab: &mut Slab) {
        if self.logos.is_empty() {
            return;
        }
        slab.push_down(TALL + GAP);
        self.place_logos(frame, frame.width, node, slab);
    }

    /// Puts the logos side by side, smaller where a width would not hold them.
    pub(super) fn place_logos(
        &mut self,
        frame: Frame,
        width: f32,
        node: NodeId,
        page: &mut Slab,
    ) {
        let logos = std::mem::take(&mut self.logos);
        let natural: f32 = logos.iter().map(|(_, (w, _), _)| w + GAP).sum();
        let scale = (width / natural.max(1.0)).min(1.0);
        let mut x = frame.x;
        for (image, (w, h), whose) in logos {
            let (w, h) = (w * scale, h * scale);
            let figure = self.tree.add_with(node, Role::Figure, &whose);
            // Their middles stand on one line.
            let y = TOP + (TALL * scale - h) / 2.0;
            page.body.push(Mark::Begin(figure));
            page.body.push(Mark::Image { image, x, y, w, h });
            page.body.push(Mark::End);
            x += w + GAP * scale;
        }
    }
}
