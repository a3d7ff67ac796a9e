//! Pages that were drawn, kept for as long as the vault is open.

use std::sync::Arc;

use domain::id::EvidenceId;

/// Bytes that are kept: some tens of pages, so that turning back costs nothing.
const KEPT: usize = 64 << 20;

/// A page: of which evidence, which, at what width it was asked for.
pub(crate) type Place = (EvidenceId, u32, Option<u32>);

/// A page as a PNG file.
#[derive(Debug)]
struct Page {
    place: Place,
    width: u32,
    png: Arc<[u8]>,
}

impl Page {
    /// Returns whether this can stand where a page was asked for: a wider one is made narrow
    /// by whoever shows it.
    fn serves(&self, (evidence, number, asked): &Place) -> bool {
        let is_of_it = (self.place.0, self.place.1) == (*evidence, *number);
        let is_wide_enough = asked.is_some_and(|asked| self.width >= asked);
        is_of_it && (self.place.2 == *asked || is_wide_enough)
    }
}

/// Pages that were drawn, the one that was asked for last at the end.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    opening: u64,
    pages: Vec<Page>,
}

impl Drawn {
    /// Returns which opening of a vault this is, counted by how often one was closed.
    pub(crate) fn opening(&self) -> u64 {
        self.opening
    }

    /// Forgets all: the vault is closed.
    pub(crate) fn forget(&mut self) {
        self.opening += 1;
        self.pages.clear();
    }

    /// Returns a page that was drawn.
    pub(crate) fn get(&mut self, place: &Place) -> Option<Arc<[u8]>> {
        let at = self.pages.iter().position(|page| page.serves(place))?;
        let page = self.pages.remove(at);
        let png = Arc::clone(&page.png);
        self.pages.push(page);
        Some(png)
    }

    /// Keeps a page and gives it out, unless the vault that it is of was closed meanwhile.
    pub(crate) fn keep(
        &mut self,
        opening: u64,
        place: Place,
        (width, png): (u32, Vec<u8>),
    ) -> Option<Arc<[u8]>> {
        if opening != self.opening {
            return None;
        }
        let png: Arc<[u8]> = png.into();
        self.pages.retain(|page| page.place != place);
        let given = Arc::clone(&png);
        self.pages.push(Page { place, width, png });
        while self.pages.len() > 1 && self.bytes() > KEPT {
            self.pages.remove(0);
        }
        Some(given)
    }

    fn bytes(&self) -> usize {
        self.pages.iter().map(|page| page.png.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(number: u32, width: Option<u32>) -> Place {
        (EvidenceId(uuid::Uuid::nil()), number, width)
    }

    #[test]
    fn pages_are_kept_within_bounds_and_those_asked_for_last_stay() {
        let mut drawn = Drawn::default();
        for number in 0..10 {
            drawn.keep(0, place(number, None), (9, vec![0; KEPT / 4]));
            assert!(drawn.get(&place(0, None)).is_some());
        }
        assert_eq!(drawn.pages.len(), 4);
        assert!(drawn.get(&place(9, None)).is_some());
        assert!(drawn.get(&place(5, None)).is_none());
    }

    #[test]
    fn a_page_that_is_wide_enough_is_not_drawn_again() {
        let mut drawn = Drawn::default();
        drawn.keep(0, place(1, None), (200, vec![1]));
        assert!(drawn.get(&place(1, Some(150))).is_some());
        assert!(drawn.get(&place(1, Some(201))).is_none());
        assert!(drawn.get(&place(2, Some(150))).is_none());
        drawn.keep(0, place(2, Some(300)), (300, vec![1]));
        assert!(
            drawn.get(&place(2, None)).is_none(),
            "its own width was asked for"
        );
    }

    #[test]
    fn nothing_is_given_or_kept_of_a_vault_that_was_closed_meanwhile() {
        let mut drawn = Drawn::default();
        let opening = drawn.opening();
        drawn.keep(opening, place(1, None), (1, vec![1]));
        drawn.forget();
        assert!(drawn.get(&place(1, None)).is_none());
        assert!(drawn.keep(opening, place(1, None), (1, vec![1])).is_none());
        assert!(drawn.get(&place(1, None)).is_none());
    }
}
