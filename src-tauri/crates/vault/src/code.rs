//! Recovery codes: 128 random bits as eight groups of six digits.
//!
//! Each group is a number of 16 bits times eleven, so that a group which was mistyped is
//! told at once, by itself: one digit that is wrong, or two neighbours that changed places,
//! never give another multiple of eleven.

use zeroize::Zeroizing;

use crate::error::Error;
use crate::primitive::random;

/// How many groups a code has.
const GROUPS: usize = 8;

/// How many digits a group has.
const DIGITS: usize = 6;

/// Each group is a multiple of this.
const CHECK: u32 = 11;

/// A recovery code. It needs no stretch: nobody guesses 128 random bits.
pub struct RecoveryCode(Zeroizing<[u8; 16]>);

/// What is wrong with a recovery code as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeFault {
    /// It has another number of digits than eight groups of six.
    Length {
        /// How many digits there are.
        digits: usize,
    },
    /// A group is not one that any code has: it was mistyped.
    Group {
        /// Which, counted from 1.
        number: usize,
    },
}

impl RecoveryCode {
    /// Makes a new code.
    pub fn make() -> Result<Self, Error> {
        Ok(Self(Zeroizing::new(random()?)))
    }

    /// Reads a code as somebody typed it, with anything between the groups.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let groups = cut(text).map_err(Error::Code)?;
        let mut bytes = Zeroizing::new([0; 2 * GROUPS]);
        let mut places = bytes.chunks_exact_mut(2);
        for (number, group) in (1..).zip(groups.iter()) {
            let value = value(group).ok_or(Error::Code(CodeFault::Group { number }))?;
            if let Some(place) = places.next() {
                place.copy_from_slice(&value.to_be_bytes());
            }
        }
        Ok(Self(bytes))
    }

    /// Returns whether six digits can be a group of a code, for a check as it is typed.
    pub fn is_group(text: &str) -> bool {
        value(text).is_some()
    }

    /// Returns the eight groups.
    pub fn groups(&self) -> Zeroizing<Vec<String>> {
        let groups = self.0.chunks_exact(2).map(|pair| {
            let value = pair
                .iter()
                .fold(0, |value, byte| value << 8 | u32::from(*byte));
            format!("{:0DIGITS$}", value * CHECK)
        });
        Zeroizing::new(groups.collect())
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }
}

/// Cuts what was typed into eight groups. Where somebody kept the groups apart, a group that
/// is too short is that group's fault and not the next one's.
fn cut(text: &str) -> Result<Zeroizing<Vec<String>>, CodeFault> {
    let is_between =
        |c: char| c.is_whitespace() || "-\u{2010}\u{2011}\u{2013}.,:/|".contains(c);
    let pieces: Zeroizing<Vec<String>> = Zeroizing::new(
        text.split(is_between)
            .filter(|piece| !piece.is_empty())
            .map(str::to_owned)
            .collect(),
    );
    if pieces.len() == GROUPS {
        return Ok(pieces);
    }
    let digits: Zeroizing<Vec<char>> =
        Zeroizing::new(pieces.iter().flat_map(|p| p.chars()).collect());
    if digits.len() != GROUPS * DIGITS {
        return Err(CodeFault::Length {
            digits: digits.len(),
        });
    }
    Ok(Zeroizing::new(
        digits
            .chunks(DIGITS)
            .map(|group| group.iter().collect())
            .collect(),
    ))
}

/// Returns the number behind a group; nothing when it is none.
fn value(group: &str) -> Option<u16> {
    let is_whole = group.len() == DIGITS && group.bytes().all(|byte| byte.is_ascii_digit());
    let number: u32 = group.parse().ok().filter(|_| is_whole)?;
    u16::try_from(number / CHECK)
        .ok()
        .filter(|_| number.is_multiple_of(CHECK))
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode(redacted)")
    }
}
