//! The colour profile that says what the file's red, green and blue are: sRGB
//! (IEC 61966-2-1), as an ICC profile of version 2.1 made from its published figures.

/// The bytes of the profile.
pub(super) fn srgb() -> Vec<u8> {
    let curve = curve();
    // White is D50; the primaries are sRGB's, adapted to it by Bradford's method.
    let parts: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", description("sRGB")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", xyz([0.9642, 1.0, 0.8249])),
        (b"rXYZ", xyz([0.436_07, 0.222_49, 0.013_92])),
        (b"gXYZ", xyz([0.385_15, 0.716_87, 0.097_08])),
        (b"bXYZ", xyz([0.143_07, 0.060_61, 0.714_10])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = count(parts.len()).to_vec();
    let mut body = Vec::new();
    let start = 128 + 4 + parts.len() * 12;
    for (name, part) in parts {
        table.extend_from_slice(name);
        table.extend_from_slice(&count(start + body.len()));
        table.extend_from_slice(&count(part.len()));
        body.extend_from_slice(&part);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    let mut profile = header(start + body.len());
    profile.extend_from_slice(&table);
    profile.extend_from_slice(&body);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = count(size).to_vec();
    header.extend_from_slice(&[0; 4]);
    header.extend_from_slice(&[2, 0x10, 0, 0]);
    header.extend_from_slice(b"mntrRGB XYZ ");
    // The profile's date: 2026-01-01.
    for part in [2026_u16, 1, 1, 0, 0, 0] {
        header.extend_from_slice(&part.to_be_bytes());
    }
    header.extend_from_slice(b"acsp");
    header.resize(68, 0);
    header.extend_from_slice(&xyz([0.9642, 1.0, 0.8249])[8..]);
    header.resize(128, 0);
    header
}

fn count(of: usize) -> [u8; 4] {
    u32::try_from(of).unwrap_or(u32::MAX).to_be_bytes()
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut bytes = b"XYZ \0\0\0\0".to_vec();
    for value in values {
        #[expect(clippy::cast_possible_truncation, reason = "the values are near 1")]
        let fixed = (value * 65536.0).round() as i32;
        bytes.extend_from_slice(&fixed.to_be_bytes());
    }
    bytes
}

fn text(words: &str) -> Vec<u8> {
    let mut bytes = b"text\0\0\0\0".to_vec();
    bytes.extend_from_slice(words.as_bytes());
    bytes.push(0);
    bytes
}

fn description(words: &str) -> Vec<u8> {
    let mut bytes = b"desc\0\0\0\0".to_vec();
    bytes.extend_from_slice(&count(words.len() + 1));
    bytes.extend_from_slice(words.as_bytes());
    // No Unicode and no Macintosh description.
    bytes.resize(bytes.len() + 1 + 8 + 3 + 67, 0);
    bytes
}

/// The curve from a stored value to light, in 256 steps.
fn curve() -> Vec<u8> {
    let mut bytes = b"curv\0\0\0\0".to_vec();
    bytes.extend_from_slice(&count(256));
    for step in 0..=255_u8 {
        let stored = f64::from(step) / 255.0;
        let light = if stored <= 0.04045 {
            stored / 12.92
        } else {
            ((stored + 0.055) / 1.055).powf(2.4)
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "light is between 0 and 1"
        )]
        let fixed = (light * 65535.0).round() as u16;
        bytes.extend_from_slice(&fixed.to_be_bytes());
    }
    bytes
}
