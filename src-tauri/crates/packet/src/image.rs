//! Pictures that others made: read with suspicion, made ready for the page.

mod jpeg;

use crate::image::jpeg::Jpeg;

/// A file larger than this is not looked at.
const MOST_BYTES: usize = 64 << 20;
/// A picture of more points than this is not decoded.
const MOST_POINTS: u64 = 120_000_000;
/// Points an inch that paper can show; finer pictures are made smaller.
const DENSITY: f32 = 220.0;

/// A picture that was found whole.
#[derive(Debug)]
pub(crate) struct Picture {
    kind: Kind,
    bytes: Vec<u8>,
    width: u32,
    height: u32,
    /// The most points that its place on paper can show.
    most: (u32, u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Png,
    Jpeg(Jpeg),
}

/// Why a picture cannot be shown, in words for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Fault {
    #[error("it is neither PNG nor JPEG")]
    Unknown,
    #[error("the file is damaged")]
    Damaged,
    #[error("it is too large")]
    TooLarge,
}

/// A picture as its points: RGB, three bytes each.
#[derive(Debug)]
pub(crate) struct Points {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) rgb: Vec<u8>,
}

/// A picture as it goes into a file.
#[derive(Debug)]
pub(crate) enum Ready {
    /// A JPEG stream, whole but for what describes its maker.
    Jpeg {
        bytes: Vec<u8>,
        width: u32,
        height: u32,
        gray: bool,
    },
    /// Points.
    Points(Points),
}

impl Picture {
    /// Reads what a file is and how large, and whether its parts are whole.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > MOST_BYTES {
            return Err(Fault::TooLarge);
        }
        let (kind, width, height) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
            let info = decoder.read_header_info().map_err(|_| Fault::Damaged)?;
            (Kind::Png, info.width, info.height)
        } else if bytes.starts_with(b"\xff\xd8") {
            let found = jpeg::read(bytes)?;
            (Kind::Jpeg(found.kind), found.width, found.height)
        } else {
            return Err(Fault::Unknown);
        };
        if width == 0 || height == 0 {
            return Err(Fault::Damaged);
        }
        if u64::from(width) * u64::from(height) > MOST_POINTS {
            return Err(Fault::TooLarge);
        }
        if kind == Kind::Png && !png_is_whole(bytes) {
            return Err(Fault::Damaged);
        }
        let bytes = bytes.to_vec();
        Ok(Self {
            kind,
            bytes,
            width,
            height,
            most: (width, height),
        })
    }

    /// Width and height in points of the picture, as it is shown upright.
    #[expect(
        clippy::cast_precision_loss,
        reason = "pictures have fewer than 2^24 points a side"
    )]
    pub(crate) fn size(&self) -> (f32, f32) {
        let (width, height) = (self.width as f32, self.height as f32);
        if self.turns() % 2 == 1 {
            (height, width)
        } else {
            (width, height)
        }
    }

    /// Says how large it stands on paper.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a page is smaller than any integer's end"
    )]
    pub(crate) fn shown_at(mut self, width: f32, height: f32) -> Self {
        let points = |length: f32| (length / 72.0 * DENSITY).ceil().max(1.0) as u32;
        self.most = (points(width), points(height));
        self
    }

    /// Whether it is an animation, of which paper shows the first state.
    pub(crate) fn moves(&self) -> bool {
        // An animated PNG says so before its first picture data (PNG, third edition, 11.3.6.1).
        self.kind == Kind::Png
            && parts(&self.bytes)
                .take_while(|part| !part.starts_with(b"IDAT"))
                .any(|part| part.starts_with(b"acTL"))
    }

    /// How many quarter turns clockwise make it upright.
    pub(crate) fn turns(&self) -> u8 {
        match self.kind {
            Kind::Png => 0,
            Kind::Jpeg(jpeg) => jpeg.turns,
        }
    }

    /// Makes the picture ready for a file: photos stay as they are where they are not much
    /// larger than paper can show.
    pub(crate) fn ready(&self) -> Ready {
        let (most, side) = (self.most.0.max(self.most.1), self.width.max(self.height));
        if let Kind::Jpeg(jpeg) = self.kind
            && jpeg.passes
            && side <= most.saturating_mul(2)
        {
            let bytes = jpeg::without_maker(&self.bytes);
            let (width, height) = (self.width, self.height);
            return Ready::Jpeg {
                bytes,
                width,
                height,
                gray: jpeg.gray,
            };
        }
        Ready::Points(self.points())
    }

    /// Decodes the picture, not larger than paper can show. What cannot be decoded after all
    /// is a grey plane.
    pub(crate) fn points(&self) -> Points {
        let decoded = match self.kind {
            Kind::Png => decode_png(&self.bytes),
            Kind::Jpeg(_) => jpeg::decode(&self.bytes),
        };
        let points = decoded.unwrap_or_else(|| Points {
            width: 1,
            height: 1,
            rgb: vec![0xe4, 0xea, 0xec],
        });
        let most = self.most.0.max(self.most.1).max(1);
        smaller(points, most)
    }
}

/// Checks the length and sum of every part of a PNG file, without decoding it.
fn png_is_whole(bytes: &[u8]) -> bool {
    parts(bytes).any(|part| part.starts_with(b"IEND"))
}

/// The parts of a PNG file that are whole: kind and content, up to the first that is not.
fn parts(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes.get(8..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let length = u32::from_be_bytes(*length) as usize;
        let (part, after) = after.split_at_checked(length.saturating_add(4))?;
        let (sum, after) = after.split_first_chunk::<4>()?;
        let mut crc = flate2::Crc::new();
        crc.update(part);
        rest = after;
        (crc.sum() == u32::from_be_bytes(*sum)).then_some(part)
    })
}

fn decode_png(bytes: &[u8]) -> Option<Points> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut buffer = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut buffer).ok()?;
    buffer.truncate(frame.buffer_size());
    let rgb = match frame.color_type {
        png::ColorType::Rgb => buffer,
        png::ColorType::Rgba => over_white(&buffer, 4),
        png::ColorType::GrayscaleAlpha => over_white(&buffer, 2),
        png::ColorType::Grayscale | png::ColorType::Indexed => {
            buffer.iter().flat_map(|gray| [*gray; 3]).collect()
        }
    };
    Some(Points {
        width: frame.width,
        height: frame.height,
        rgb,
    })
}

/// Lays points with transparency on white paper.
fn over_white(points: &[u8], channels: usize) -> Vec<u8> {
    let mut rgb = Vec::with_capacity(points.len() / channels * 3);
    for point in points.chunks_exact(channels) {
        let Some((alpha, colors)) = point.split_last() else {
            continue;
        };
        for channel in 0..3 {
            let color = colors
                .get(channel)
                .or(colors.first())
                .copied()
                .unwrap_or(255);
            let (color, alpha) = (u32::from(color), u32::from(*alpha));
            let mixed = (color * alpha + 255 * (255 - alpha) + 127) / 255;
            rgb.push(u8::try_from(mixed).unwrap_or(255));
        }
    }
    rgb
}

/// Makes a picture smaller by whole steps: each new point is the mean of a square of old ones.
fn smaller(points: Points, most: u32) -> Points {
    let step = points.width.max(points.height) / most;
    if step < 2 {
        return points;
    }
    let (width, height) = (points.width.div_ceil(step), points.height.div_ceil(step));
    let row = points.width as usize * 3;
    let mut rgb = Vec::with_capacity(width as usize * height as usize * 3);
    let step = step as usize;
    for lines in points.rgb.chunks(row * step) {
        for x in 0..width as usize {
            let mut sums = [0_u32; 3];
            let mut count = 0_u32;
            for line in lines.chunks(row) {
                let from = x * step * 3;
                let to = (from + step * 3).min(line.len());
                for point in line.get(from..to).unwrap_or_default().chunks_exact(3) {
                    sums.iter_mut()
                        .zip(point)
                        .for_each(|(sum, c)| *sum += u32::from(*c));
                    count += 1;
                }
            }
            let mean = sums.map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(255));
            rgb.extend_from_slice(&mean);
        }
    }
    Points { width, height, rgb }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().unwrap();
        writer
            .write_image_data(&vec![7; (width * height * 3) as usize])
            .unwrap();
        writer.finish().unwrap();
        bytes
    }

    #[test]
    fn a_flipped_byte_in_a_png_is_seen() {
        let mut bytes = png(8, 8);
        assert!(Picture::read(&bytes).is_ok());
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        assert_eq!(Picture::read(&bytes).err(), Some(Fault::Damaged));
        bytes.truncate(40);
        assert_eq!(Picture::read(&bytes).err(), Some(Fault::Damaged));
    }

    #[test]
    fn what_is_no_picture_is_said_to_be_none() {
        assert_eq!(Picture::read(b"hello").err(), Some(Fault::Unknown));
        assert_eq!(Picture::read(b"").err(), Some(Fault::Unknown));
        assert_eq!(Picture::read(b"\xff\xd8").err(), Some(Fault::Damaged));
    }

    #[test]
    fn a_huge_picture_is_made_as_small_as_paper_can_show() {
        let picture = Picture::read(&png(3000, 30)).unwrap().shown_at(72.0, 7.2);
        assert!(picture.points().width <= 500);
    }

    #[test]
    fn a_picture_that_claims_to_be_endless_is_refused() {
        let mut bytes = png(8, 8);
        bytes[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
        assert!(Picture::read(&bytes).is_err());
    }
}
