//! Pictures, turned as their camera was held, and pages of a scan in one file.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};

use crate::answer::{Answer, Pixels, Size, What, Why};
use crate::{limit, tiff};

/// Answers what is asked about a picture.
pub(crate) fn answer(mut bytes: Vec<u8>, format: ImageFormat, what: What) -> Answer {
    let pages = match format {
        ImageFormat::Tiff => tiff::pages(&bytes),
        _ => Vec::new(),
    };
    match what {
        What::Look if pages.len() > 1 => {
            let size = |at: &tiff::Place| {
                tiff::begin_at(&mut bytes, at);
                let whole = header(&bytes, format).ok();
                // A page that cannot be read keeps its number; asked for, it says so.
                whole.map_or(
                    Size {
                        width: 1,
                        height: 1,
                    },
                    |whole| whole.asked(None),
                )
            };
            let sizes: Vec<Size> = pages.iter().map(size).collect();
            let total = u32::try_from(sizes.len()).unwrap_or(u32::MAX);
            Answer::Pages { sizes, total }
        }
        What::Look => {
            draw(&bytes, format, None).map_or_else(Answer::Unshown, |(whole, pixels)| {
                Answer::Picture { whole, pixels }
            })
        }
        What::Sheets => Answer::Unshown(Why::NoWorkbook),
        What::Page { number, width } => {
            let number = number as usize;
            match pages.get(number.wrapping_sub(1)) {
                Some(at) => tiff::begin_at(&mut bytes, at),
                None if number == 1 => {}
                None => return Answer::Unshown(Why::NoPage),
            }
            draw(&bytes, format, width)
                .map_or_else(Answer::Unshown, |(_, pixels)| Answer::Page(pixels))
        }
    }
}

type Decoder<'a> = Box<dyn ImageDecoder + 'a>;

/// Reads what stands before the colours, and refuses more pixels than are drawn.
fn open(bytes: &[u8], format: ImageFormat) -> Result<(Decoder<'_>, Size), Why> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(limit::MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| why(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > limit::PIXELS
        || decoder.total_bytes() > limit::MEMORY / 2
    {
        return Err(Why::TooManyPixels);
    }
    let whole = if is_laid_down(&mut decoder) {
        Size {
            width: height,
            height: width,
        }
    } else {
        Size { width, height }
    };
    Ok((Box::new(decoder), whole))
}

/// Returns whether the camera was held upright and so width and height change places.
fn is_laid_down(decoder: &mut impl ImageDecoder) -> bool {
    use image::metadata::Orientation as O;
    matches!(
        decoder.orientation(),
        Ok(O::Rotate90 | O::Rotate270 | O::Rotate90FlipH | O::Rotate270FlipH)
    )
}

fn header(bytes: &[u8], format: ImageFormat) -> Result<Size, Why> {
    open(bytes, format).map(|(_, whole)| whole)
}

fn why(error: &image::ImageError) -> Why {
    match error {
        image::ImageError::Limits(_) => Why::TooManyPixels,
        _ => Why::Broken,
    }
}

fn draw(bytes: &[u8], format: ImageFormat, width: Option<u32>) -> Result<(Size, Pixels), Why> {
    let (mut decoder, whole) = open(bytes, format)?;
    let turn = decoder
        .orientation()
        .unwrap_or(image::metadata::Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder).map_err(|error| why(&error))?;
    let given = whole.asked(width);
    // Made small first: turning moves every pixel.
    let (wide, tall) = if (whole.width, whole.height) == (image.width(), image.height()) {
        (given.width, given.height)
    } else {
        (given.height, given.width)
    };
    let mut small = if (wide, tall) == (image.width(), image.height()) {
        image
    } else {
        image.thumbnail_exact(wide, tall)
    };
    small.apply_orientation(turn);
    let pixels = Pixels::new(given, on_white(small)).ok_or(Why::Broken)?;
    Ok((whole, pixels))
}

/// Lays what can be seen through on white paper.
fn on_white(image: DynamicImage) -> Vec<u8> {
    if !image.color().has_alpha() {
        return image.into_rgb8().into_raw();
    }
    let over = |[red, green, blue, alpha]: [u8; 4]| {
        let on = |colour: u8| {
            let mixed = u32::from(colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
            u8::try_from(mixed / 255).unwrap_or(u8::MAX)
        };
        [on(red), on(green), on(blue)]
    };
    image
        .into_rgba8()
        .pixels()
        .flat_map(|pixel| over(pixel.0))
        .collect()
}
