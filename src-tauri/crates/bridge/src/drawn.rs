//! Pages that were drawn, kept for as long as the vault is open.

use std::sync::Arc;

use domain::id::EvidenceId;

/// Bytes that are kept: some tens of pages, so that turning back costs nothing.
const KEPT: usize = 64 << 20;

/// A page: of which evidence, which, how wide.
pub(crate) type Place = (EvidenceId, u32, Option<u32>);

/// Pages as PNG files, the one that was asked for last at the end.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    opening: u64,
    pages: Vec<(Place, Arc<[u8]>)>,
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
        let at = self.pages.iter().position(|(known, _)| known == place)?;
        let page = self.pages.remove(at);
        self.pages.push(page);
        self.pages.last().map(|(_, png)| Arc::clone(png))
    }

    /// Keeps a page and gives it out, unless the vault that it is of was closed meanwhile.
    pub(crate) fn keep(
        &mut self,
        opening: u64,
        place: Place,
        png: Vec<u8>,
    ) -> Option<Arc<[u8]>> {
        if opening != self.opening {
            return None;
        }
        let png: Arc<[u8]> = png.into();
        self.pages.retain(|(known, _)| *known != place);
        self.pages.push((place, Arc::clone(&png)));
        let bytes =
            |pages: &[(Place, Arc<[u8]>)]| pages.iter().map(|p| p.1.len()).sum::<usize>();
        while self.pages.len() > 1 && bytes(&self.pages) > KEPT {
            self.pages.remove(0);
        }
        Some(png)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(number: u32) -> Place {
        (EvidenceId(uuid::Uuid::nil()), number, None)
    }

    #[test]
    fn pages_are_kept_within_bounds_and_those_asked_for_last_stay() {
        let mut drawn = Drawn::default();
        for number in 0..10 {
            drawn.keep(0, place(number), vec![0; KEPT / 4]);
            assert!(drawn.get(&place(0)).is_some());
        }
        assert_eq!(drawn.pages.len(), 4);
        assert!(drawn.get(&place(9)).is_some() && drawn.get(&place(5)).is_none());
    }

    #[test]
    fn nothing_is_given_or_kept_of_a_vault_that_was_closed_meanwhile() {
        let mut drawn = Drawn::default();
        let opening = drawn.opening();
        drawn.keep(opening, place(1), vec![1]);
        drawn.forget();
        assert!(drawn.get(&place(1)).is_none());
        assert!(drawn.keep(opening, place(1), vec![1]).is_none());
        assert!(drawn.get(&place(1)).is_none());
    }
}
