//! How documents look: a colour, and a logo that was drawn anew before it was kept.

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;

use chrono::{DateTime, Utc};
use domain::id::OrganisationId;
use domain::member::Act;
use domain::organisation::Organisation;
use domain::packet::{LEAST_CONTRAST, Logo, Look};
use preview::{Answer, Ask, Failure, Hint, Pixels, Size, What, Why};
use store::Chain;

use super::exhibit::Show;
use crate::error::Error;
use crate::open::Workbench;

/// Bytes of a picture that is taken as a logo.
const LARGEST: u64 = 32 << 20;

/// The longer edge of a logo that is kept: 4 inches at 150 to the inch.
const EDGE: u32 = 600;

/// The shorter edge that a logo must have, so that something can be seen of it.
const LEAST: u32 = 24;

/// How many times as long as wide, or as wide as long, a logo may be.
const LONGEST_SHAPE: u32 = 20;

/// No alternative has more letters.
const LONGEST_WORDS: usize = 300;

impl Workbench {
    /// Returns how documents look: those of an organisation, or of whoever works here.
    pub fn look(&self, of: Option<OrganisationId>) -> Result<Look, Error> {
        let id = id(of);
        Ok(self.store.get(&id)?.unwrap_or(Look {
            id,
            ..Look::default()
        }))
    }

    /// Keeps the colour and the words for those who cannot see the logo.
    pub fn save_look(
        &mut self,
        of: Option<OrganisationId>,
        colour: &str,
        alternative: &str,
        now: DateTime<Utc>,
    ) -> Result<Look, Error> {
        self.require(Act::Assess)?;
        let colour = colour.trim().trim_start_matches('#').to_lowercase();
        let alternative = alternative.trim();
        if alternative.chars().count() > LONGEST_WORDS {
            return Err(Error::input(format!(
                "The words for those who cannot see the logo have more than {LONGEST_WORDS} \
                 letters. Say whose logo it is and no more."
            )));
        }
        let look = Look {
            colour,
            alternative: alternative.to_owned(),
            ..self.look(of)?
        };
        if !look.colour.is_empty() && look.chosen().is_none() {
            return Err(Error::input(
                "Write the colour as six hexadecimal digits, such as 0b5563.",
            ));
        }
        self.keep_look(of, look, now)
    }

    /// Keeps a logo.
    pub fn save_logo(
        &mut self,
        of: Option<OrganisationId>,
        logo: Option<Logo>,
        now: DateTime<Utc>,
    ) -> Result<Look, Error> {
        self.require(Act::Assess)?;
        let look = Look {
            logo,
            ..self.look(of)?
        };
        self.keep_look(of, look, now)
    }

    fn keep_look(
        &mut self,
        of: Option<OrganisationId>,
        look: Look,
        now: DateTime<Utc>,
    ) -> Result<Look, Error> {
        let chain = match of {
            None => Chain::Vault,
            Some(of) => {
                let known: Option<Organisation> = self.store.get(&of.to_string())?;
                Chain::Organisation(known.ok_or(Error::NotFound("organisation"))?.id)
            }
        };
        self.store.change(chain, now, |change| change.put(&look))?;
        Ok(look)
    }
}

fn id(of: Option<OrganisationId>) -> String {
    of.map_or_else(|| Look::CONSULTANT.to_owned(), |of| of.to_string())
}

/// Says why the colour of a look is not used; nothing when it is.
pub fn refused_colour(look: &Look) -> Option<String> {
    let contrast = look
        .contrast()
        .filter(|contrast| *contrast < LEAST_CONTRAST)?;
    // Cut, never rounded up: 4.49 is not 4.5.
    let shown = (contrast * 100.0).floor() / 100.0;
    Some(format!(
        "The colour has a contrast of {shown:.2} to 1 on white, and words need 4.5 to 1. It is \
         kept, but documents do not use it. Choose a darker one."
    ))
}

/// Reads a picture as a logo. It is decoded in a process of its own and drawn anew, so that
/// what is kept is a plain PNG that this program made.
pub fn read_logo(path: &Path, show: &Show<'_>) -> Result<Logo, Error> {
    let not_read = |source| Error::File {
        action: "The picture could not be read, so the logo is as it was.",
        source,
    };
    let file = File::open(path).map_err(not_read)?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(not_read)?;
    if bytes.len() as u64 > LARGEST {
        return Err(refused(
            "The picture has more than 32 MB, which is no logo's size.",
        ));
    }
    if moves(&bytes) {
        return Err(refused("The picture moves, and paper does not."));
    }
    let ask = |what| {
        let ask = Ask {
            what,
            hint: Hint::Nothing,
        };
        show(ask, &mut Cursor::new(&bytes)).map_err(|failure| match failure {
            Failure::Source(source) | Failure::Start(source) => not_read(source),
        })
    };
    let (whole, pixels) = match ask(What::Look)? {
        Answer::Picture { whole, pixels } => (whole, pixels),
        Answer::Unshown(why) => return Err(refused(unshown(why))),
        Answer::Pages { .. } | Answer::Page(_) => {
            return Err(refused("The file has pages and is no picture."));
        }
        _ => return Err(refused("The file is no picture.")),
    };
    let (longer, shorter) = (whole.width.max(whole.height), whole.width.min(whole.height));
    if longer < LEAST {
        return Err(refused(&format!(
            "The picture has {} by {} pixels, which is too small to be seen on paper.",
            whole.width, whole.height
        )));
    }
    if longer > shorter.saturating_mul(LONGEST_SHAPE) {
        return Err(refused(&format!(
            "The picture has {} by {} pixels: it is more a line than a logo.",
            whole.width, whole.height
        )));
    }
    if longer <= EDGE {
        return Ok(logo(&pixels));
    }
    let width = Some(width_of(whole));
    match ask(What::Page { number: 1, width })? {
        Answer::Page(pixels) => Ok(logo(&pixels)),
        Answer::Unshown(why) => Err(refused(unshown(why))),
        _ => Err(refused("The file is no picture.")),
    }
}

/// The width at which neither edge is longer than is kept.
fn width_of(whole: Size) -> u32 {
    let longer = u64::from(whole.width.max(whole.height));
    let width = u64::from(whole.width) * u64::from(EDGE) / longer.max(1);
    u32::try_from(width).unwrap_or(EDGE)
}

fn logo(pixels: &Pixels) -> Logo {
    let Size { width, height } = pixels.size();
    Logo::of_png(&pixels.png(), (width, height))
}

/// Returns whether a PNG says before its first picture that there are more: the chunk acTL
/// (PNG specification, third edition, 11.3.6.1).
fn moves(bytes: &[u8]) -> bool {
    let Some(mut rest) = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n") else {
        return false;
    };
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, name @ ..] = *head;
        if name == *b"acTL" || name == *b"IDAT" {
            return name == *b"acTL";
        }
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        // Four bytes of a checksum follow.
        let Some(next) = length.checked_add(4).and_then(|skip| after.get(skip..)) else {
            return false;
        };
        rest = next;
    }
    false
}

fn refused(why: &str) -> Error {
    Error::input(format!(
        "{why} The logo is as it was. Choose a PNG or JPEG picture of some hundred pixels."
    ))
}

fn unshown(why: Why) -> &'static str {
    match why {
        Why::Empty => "The file is empty.",
        Why::Heic => "It is a HEIC or AVIF picture, for which there is no decoder here.",
        Why::Broken => "The picture is damaged, or the file is something else than it seems.",
        Why::TooLarge => "The picture has more than 256 MB.",
        Why::TooManyPixels => "The picture has more than 200 million pixels.",
        Why::TooLong => "Reading the picture took too long.",
        Why::GaveUp => "The picture is more than can be read here.",
        Why::Office
        | Why::Archive
        | Why::Media
        | Why::Password
        | Why::NoPage
        | Why::TooManyCells
        | Why::Unfolds
        | Why::NoWorkbook
        | Why::Unknown => "The file is no picture that can be read here.",
    }
}
