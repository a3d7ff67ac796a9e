//! Pages of a TIFF: scanners and fax machines put many into one file.
//!
//! The decoder reads the first page. The place of the first is a number in the header, so a
//! page is read by putting its place there.

use std::collections::HashSet;

use crate::limit;

/// Where a page is described: a number as it stands in the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    at: u64,
    layout: Layout,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Layout {
    is_little: bool,
    is_big: bool,
}

impl Layout {
    fn of(bytes: &[u8]) -> Option<Self> {
        let mark = bytes.get(..4)?;
        Some(Self {
            is_little: mark.first() == Some(&b'I'),
            is_big: mark.contains(&b'+'),
        })
    }

    fn number(self, bytes: &[u8], at: u64, length: usize) -> Option<u64> {
        let at = usize::try_from(at).ok()?;
        let digits = bytes.get(at..at.checked_add(length)?)?;
        let add = |number: u64, digit: &u8| number << 8 | u64::from(*digit);
        Some(if self.is_little {
            digits.iter().rev().fold(0, add)
        } else {
            digits.iter().fold(0, add)
        })
    }

    /// Returns where the header holds the first place, and how long a place is.
    fn first(self) -> (u64, usize) {
        if self.is_big { (8, 8) } else { (4, 4) }
    }

    /// Returns where the place of the page after a page stands.
    fn next(self, bytes: &[u8], page: u64) -> Option<u64> {
        let (count, field) = if self.is_big { (8, 20) } else { (2, 12) };
        let fields = self.number(bytes, page, count)?.checked_mul(field)?;
        page.checked_add(count as u64)?.checked_add(fields)
    }
}

/// Returns the places of all pages. A chain that bites its tail ends there.
pub(crate) fn pages(bytes: &[u8]) -> Vec<Place> {
    let Some(layout) = Layout::of(bytes) else {
        return Vec::new();
    };
    let (mut at, length) = layout.first();
    let mut seen = HashSet::new();
    let mut pages = Vec::new();
    while let Some(page) = layout.number(bytes, at, length) {
        if page == 0 || pages.len() == limit::PAGES || !seen.insert(page) {
            break;
        }
        let Some(next) = layout.next(bytes, page) else {
            break;
        };
        pages.push(Place { at: page, layout });
        at = next;
    }
    pages
}

/// Makes a page the first.
pub(crate) fn begin_at(bytes: &mut [u8], page: &Place) {
    let (at, length) = page.layout.first();
    let mut digits = page.at.to_be_bytes();
    if page.layout.is_little {
        digits.reverse();
    }
    let digits = if page.layout.is_little {
        digits.get(..length)
    } else {
        digits.get(8 - length..)
    };
    let at = usize::try_from(at).unwrap_or_default();
    if let (Some(into), Some(digits)) = (bytes.get_mut(at..at + length), digits) {
        into.copy_from_slice(digits);
    }
}
