//! Pages of a PDF.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use crate::answer::{Answer, Pixels, Size, What, Why};
use crate::limit;

/// Pixels for each point at a page's natural width: 96 to the inch.
const NATURAL: f32 = 96.0 / 72.0;

/// Answers what is asked about a PDF.
pub(crate) fn answer(bytes: Vec<u8>, what: What) -> Answer {
    let pdf = match Pdf::new(bytes) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => {
            return Answer::Unshown(Why::Password);
        }
        Err(_) => return Answer::Unshown(Why::Broken),
    };
    let pages = pdf.pages();
    match what {
        What::Look if pages.is_empty() => Answer::Unshown(Why::Broken),
        What::Look => Answer::Pages {
            sizes: pages
                .iter()
                .take(limit::PAGES)
                .map(|page| natural(page).asked(None))
                .collect(),
            total: u32::try_from(pages.len()).unwrap_or(u32::MAX),
        },
        What::Sheets => Answer::Unshown(Why::NoWorkbook),
        What::Page { number, width } => {
            let page = (number as usize).checked_sub(1);
            page.and_then(|page| pages.get(page))
                .map_or(Answer::Unshown(Why::NoPage), |page| draw(page, width))
        }
    }
}

/// Returns a page's size in pixels. What a broken page says of itself may be no number, and
/// becomes the smallest or the largest.
fn natural(page: &Page<'_>) -> Size {
    let (width, height) = page.render_dimensions();
    let pixels = |points: f32| ((points * NATURAL).round() as u32).max(1);
    Size {
        width: pixels(width),
        height: pixels(height),
    }
}

fn draw(page: &Page<'_>, width: Option<u32>) -> Answer {
    let size = natural(page).asked(width);
    let (wide, tall) = page.render_dimensions();
    // Half a pixel more, so that rounding down gives the whole number that is meant.
    let scale =
        |pixels: u32, points: f32| (pixels as f32 + 0.5) / points.max(f32::MIN_POSITIVE);
    let drawn = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings {
            x_scale: scale(size.width, wide),
            y_scale: scale(size.height, tall),
            bg_color: WHITE,
        },
    );
    let size = Size {
        width: u32::from(drawn.width()),
        height: u32::from(drawn.height()),
    };
    let colours = drawn.data_as_u8_slice().chunks_exact(4);
    let rgb = colours
        .flat_map(|pixel| pixel.iter().copied().take(3))
        .collect();
    Pixels::new(size, rgb).map_or(Answer::Unshown(Why::Broken), Answer::Page)
}
