//! Pictures as objects.

use lopdf::{Stream, dictionary};

use super::Streams;
use super::file::deflated;
use super::frame::Frame;
use crate::image::Ready;
use crate::pages::Pages;

/// A picture's stream: photos as they are, everything else as compressed points.
pub(super) fn image(pages: &Pages, at: usize, frame: &Frame) -> Streams {
    let Some(picture) = pages.images.get(at) else {
        return Vec::new();
    };
    let dict = |width: u32, height: u32, space: &str| {
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(width),
            "Height" => i64::from(height),
            "ColorSpace" => space,
            "BitsPerComponent" => 8,
        }
    };
    let stream = match picture.ready() {
        Ready::Jpeg {
            bytes,
            width,
            height,
            gray,
        } => {
            let space = if gray { "DeviceGray" } else { "DeviceRGB" };
            let mut dict = dict(width, height, space);
            dict.set("Filter", "DCTDecode");
            Stream::new(dict, bytes)
        }
        Ready::Points(points) => {
            deflated(dict(points.width, points.height, "DeviceRGB"), &points.rgb)
        }
    };
    vec![(frame.image(at), stream)]
}
