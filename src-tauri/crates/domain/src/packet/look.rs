//! How documents look: a colour that can be read, and a logo as bytes.

use super::{Logo, Look};

/// The least contrast of words on their ground (WCAG 2.2, success criterion 1.4.3).
pub const LEAST_CONTRAST: f64 = 4.5;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

impl Look {
    /// Returns the colour as it was chosen, as red, green and blue.
    pub fn chosen(&self) -> Option<[u8; 3]> {
        let is_hex =
            self.colour.len() == 6 && self.colour.bytes().all(|b| b.is_ascii_hexdigit());
        let number = u32::from_str_radix(&self.colour, 16)
            .ok()
            .filter(|_| is_hex)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some([red, green, blue])
    }

    /// Returns the contrast of the chosen colour on white paper (WCAG 2.2, "contrast ratio"),
    /// from 1 to 21.
    pub fn contrast(&self) -> Option<f64> {
        self.chosen()
            .map(|colour| 1.05 / (luminance(colour) + 0.05))
    }

    /// Returns the colour of headings and rules: the chosen one, where words in it can be read.
    pub fn accent(&self) -> Option<[u8; 3]> {
        let can_be_read = self.contrast()? >= LEAST_CONTRAST;
        self.chosen().filter(|_| can_be_read)
    }
}

/// The relative luminance of a colour, from 0 to 1 (WCAG 2.2, "relative luminance").
fn luminance([red, green, blue]: [u8; 3]) -> f64 {
    let linear = |channel: u8| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

impl Logo {
    /// Takes a PNG file of a size in pixels.
    pub fn of_png(png: &[u8], (width, height): (u32, u32)) -> Self {
        Self {
            png: to_base64(png),
            width,
            height,
        }
    }

    /// Returns the PNG file; nothing when what is kept is none.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        from_base64(&self.png)
    }
}

/// Writes bytes as base64 (RFC 4648, section 4).
fn to_base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three
            .iter()
            .zip([16, 8, 0])
            .fold(0_u32, |bits, (byte, shift)| {
                bits | u32::from(*byte) << shift
            });
        for (place, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let digit = DIGITS.get((bits >> shift & 0x3f) as usize);
            let digit = digit.copied().filter(|_| place <= three.len());
            text.push(char::from(digit.unwrap_or(b'=')));
        }
    }
    text
}

/// Reads base64 as [`to_base64`] writes it.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(4) {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let digits = text.trim_end_matches('=').as_bytes();
    if text.len() - digits.len() > 2 {
        return None;
    }
    for four in digits.chunks(4) {
        let mut bits = 0_u32;
        for (digit, shift) in four.iter().zip([18, 12, 6, 0]) {
            let value = DIGITS.iter().position(|known| known == digit)?;
            bits |= u32::try_from(value).ok()? << shift;
        }
        let [_, three @ ..] = bits.to_be_bytes();
        bytes.extend(three.iter().take(four.len().checked_sub(1)?));
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(colour: &str) -> Look {
        Look {
            colour: colour.to_owned(),
            ..Look::default()
        }
    }

    #[test]
    fn the_contrast_of_a_colour_is_that_of_the_guidelines() {
        for (colour, contrast) in [
            ("000000", 21.0),
            ("ffffff", 1.0),
            ("777777", 4.48),
            ("767676", 4.54),
            ("FF0000", 4.0),
            ("0b5563", 8.42),
        ] {
            let found = look(colour).contrast().unwrap();
            assert!((found - contrast).abs() < 0.01, "{colour}: {found}");
        }
        assert_eq!(look("777777").accent(), None);
        assert_eq!(look("767676").accent(), Some([0x76; 3]));
        for odd in ["", "fff", "gggggg", "+12345", "12345é"] {
            assert_eq!(look(odd).chosen(), None, "{odd}");
        }
    }

    #[test]
    fn a_logo_comes_back_byte_for_byte() {
        // The vectors of RFC 4648, section 10.
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            let logo = Logo::of_png(bytes.as_bytes(), (1, 1));
            assert_eq!(logo.png, text);
            assert_eq!(logo.bytes().unwrap(), bytes.as_bytes());
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(Logo::of_png(&all, (1, 1)).bytes().unwrap(), all);
        for odd in ["A", "AAA", "A===", "AA A", "====", "AAAAA==="] {
            let logo = Logo {
                png: odd.to_owned(),
                width: 1,
                height: 1,
            };
            assert_eq!(logo.bytes(), None, "{odd}");
        }
    }
}
