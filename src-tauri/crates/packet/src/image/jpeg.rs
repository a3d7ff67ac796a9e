//! JPEG files: how large, how they are turned, and what must not leave with them.
//!
//! A photo's Exif part names the device, the time and often the place. It is left out; only
//! the turn that it asks for is kept.

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::{Fault, Points};

/// What is known of a JPEG file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Jpeg {
    /// Quarter turns clockwise that make it upright.
    pub(super) turns: u8,
    pub(super) gray: bool,
    /// Whether its stream can stand in a PDF as it is.
    pub(super) passes: bool,
}

/// A file that was walked through.
pub(super) struct Found {
    pub(super) kind: Jpeg,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Walks through the whole file.
pub(super) fn read(bytes: &[u8]) -> Result<Found, Fault> {
    let mut found: Option<(u32, u32, u8, bool)> = None;
    let mut turns = 0;
    for segment in segments(bytes).ok_or(Fault::Damaged)? {
        let body = segment.body(bytes);
        match segment.marker {
            // SOF0 to SOF15 but for DHT, JPG and DAC (ITU-T T.81, table B.1).
            0xc0..=0xcf if !matches!(segment.marker, 0xc4 | 0xc8 | 0xcc) => {
                let [bits, h1, h0, w1, w0, channels, ..] = body else {
                    return Err(Fault::Damaged);
                };
                let two = |high: &u8, low: &u8| u32::from(u16::from_be_bytes([*high, *low]));
                let usual = *bits == 8 && matches!(segment.marker, 0xc0..=0xc2);
                found = Some((two(w1, w0), two(h1, h0), *channels, usual));
            }
            0xe1 => turns = orientation(body).unwrap_or(turns),
            _ => {}
        }
    }
    let (width, height, channels, usual) = found.ok_or(Fault::Damaged)?;
    // PDF/A allows no CMYK beside an RGB output intent: such a photo is decoded instead.
    let passes = usual && matches!(channels, 1 | 3);
    Ok(Found {
        kind: Jpeg {
            turns,
            gray: channels == 1,
            passes,
        },
        width,
        height,
    })
}

/// The file without the segments that describe who made it, where and with what, and
/// without what phones append after the picture's end.
pub(super) fn without_maker(bytes: &[u8]) -> Vec<u8> {
    let mut clean = vec![0xff, 0xd8];
    for segment in segments(bytes).unwrap_or_default() {
        // Exif and XMP, ICC, Photoshop, comments. APP0 and APP14 say how colours are stored.
        if !matches!(segment.marker, 0xe1..=0xed | 0xef | 0xfe) {
            clean.extend_from_slice(bytes.get(segment.start..segment.end).unwrap_or_default());
        }
    }
    clean.extend_from_slice(&[0xff, 0xd9]);
    clean
}

pub(super) fn decode(bytes: &[u8]) -> Option<Points> {
    let options = DecoderOptions::new_fast().jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let rgb = decoder.decode().ok()?;
    let info = decoder.info()?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    (rgb.len() == width as usize * height as usize * 3).then_some(Points { width, height, rgb })
}

struct Segment {
    marker: u8,
    start: usize,
    end: usize,
}

impl Segment {
    fn body<'a>(&self, bytes: &'a [u8]) -> &'a [u8] {
        bytes.get(self.start + 4..self.end).unwrap_or_default()
    }
}

/// The segments between the picture's start and its end, a scan with its data; `None` where
/// the file stops before the picture does.
fn segments(bytes: &[u8]) -> Option<Vec<Segment>> {
    let mut segments = Vec::new();
    let mut at = 2;
    loop {
        while bytes.get(at..at + 2)? == [0xff, 0xff] {
            at += 1;
        }
        let [0xff, marker] = *bytes.get(at..at + 2)? else {
            return None;
        };
        if marker == 0xd9 {
            return Some(segments);
        }
        let length: [u8; 2] = bytes.get(at + 2..at + 4)?.try_into().ok()?;
        let mut end = at + 2 + usize::from(u16::from_be_bytes(length));
        if end > bytes.len() || end < at + 4 {
            return None;
        }
        if marker == 0xda {
            end = after_scan(bytes, end)?;
        }
        segments.push(Segment {
            marker,
            start: at,
            end,
        });
        at = end;
    }
}

/// Where a scan's data ends: at the next marker that is neither stuffing nor a restart.
fn after_scan(bytes: &[u8], from: usize) -> Option<usize> {
    let data = bytes.get(from..)?;
    let found = data.windows(2).position(|pair| {
        pair.first() == Some(&0xff) && !matches!(pair.last(), Some(0 | 0xd0..=0xd7 | 0xff))
    })?;
    Some(from + found)
}

/// The turn that an Exif part asks for (tag 0x0112 of its first directory).
fn orientation(body: &[u8]) -> Option<u8> {
    let tiff = body.strip_prefix(b"Exif\0\0")?;
    let little = tiff.starts_with(b"II");
    let two = |at: usize| {
        let pair: [u8; 2] = tiff.get(at..at + 2)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        })
    };
    let four: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let first = if little {
        u32::from_le_bytes(four)
    } else {
        u32::from_be_bytes(four)
    } as usize;
    let count = usize::from(two(first)?);
    for entry in 0..count.min(200) {
        let at = first + 2 + entry * 12;
        if two(at)? == 0x0112 {
            return Some(match two(at + 8)? {
                3 | 4 => 2,
                5 | 6 => 1,
                7 | 8 => 3,
                _ => 0,
            });
        }
    }
    Some(0)
}
