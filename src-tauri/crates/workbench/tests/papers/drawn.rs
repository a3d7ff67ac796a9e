//! How the pages of the sample look: each kind of page as a small picture, compared with the one
//! that was looked at and found right before.
//!
//! `npm run goldens` writes them anew, and a page that shows the old beside the new.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use domain::packet::Audience;
use packet::document::{Block, Document};
use packet::{Pages, Paper, layout, part};

use super::{Sample, now, odd};

/// Wide enough to see what stands where, too small to read.
const WIDTH: u32 = 220;
/// The most that a picture may differ, as a mean over all points and as the share of points that
/// are quite another colour: another machine rounds a little otherwise.
const MEAN: f64 = 0.6;
const SHARE: f64 = 0.002;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers/pages")
}

/// The first pages of a document and those where its chapters begin, by name.
fn kinds(document: &Document, pages: &Pages) -> Vec<(String, usize)> {
    let mut kinds = vec![("page-1".to_owned(), 0), ("page-2".to_owned(), 1)];
    for block in &document.blocks {
        let Block::Heading { level: 1, text, .. } = block else {
            continue;
        };
        let begins = |page: &usize| {
            let said = pages.text(*page);
            said.split_whitespace()
                .collect::<String>()
                .starts_with(&text.split_whitespace().collect::<String>())
        };
        if !text.is_empty()
            && let Some(page) = (2..pages.count()).find(begins)
        {
            kinds.push((slug(text), page));
        }
    }
    kinds.retain(|(_, page)| *page < pages.count());
    kinds
}

fn slug(text: &str) -> String {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join("-").chars().take(40).collect()
}

/// How two pictures of one size differ: the mean, and the share of points quite another colour.
fn difference(one: &[u8], other: &[u8]) -> (f64, f64) {
    let steps = || {
        one.iter()
            .zip(other)
            .map(|(a, b)| f64::from(a.abs_diff(*b)))
    };
    let count = one.len() as f64;
    let far = steps().filter(|step| *step > 64.0).count() as f64;
    (steps().sum::<f64>() / count, far / count)
}

/// A PNG file as size and points.
fn points(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .unwrap();
    let mut points = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut points).unwrap();
    points.truncate(info.buffer_size());
    (info.width, info.height, points)
}

/// Compares the pages of a document with the pictures, or writes those when asked to. Returns
/// the names of those that differ, and notes all that it looked at.
fn look(
    name: &str,
    document: &Document,
    paper: Paper,
    seen: &mut BTreeSet<String>,
) -> Vec<String> {
    let pages = layout(document.clone(), paper).unwrap();
    let mut differ = Vec::new();
    for (kind, page) in kinds(document, &pages) {
        // The working papers repeat what the client's copy has.
        if name == "working" && seen.contains(&format!("client-{kind}.png")) {
            continue;
        }
        let file = format!("{name}-{kind}.png");
        let path = folder().join(&file);
        let picture = pages.picture(page, WIDTH).unwrap();
        let bytes = picture.png().unwrap();
        if std::env::var_os("AUSCULT_WRITE_GOLDEN").is_some() {
            fs::create_dir_all(folder()).unwrap();
            fs::write(&path, &bytes).unwrap();
        }
        let known = fs::read(&path).unwrap_or_default();
        let same = !known.is_empty() && {
            let ((w, h, old), (wide, high, new)) = (points(&known), points(&bytes));
            let (mean, share) = difference(&old, &new);
            (w, h) == (wide, high) && mean <= MEAN && share <= SHARE
        };
        if !same {
            differ.push(file.clone());
        }
        seen.insert(file);
    }
    differ
}

#[test]
fn every_kind_of_page_looks_as_it_did() {
    let mut sample = Sample::new("drawn");
    let mut seen = BTreeSet::new();
    let mut differ = Vec::new();
    for (name, audience) in [
        ("leadership", Audience::Leadership),
        ("client", Audience::Client),
        ("working", Audience::Working),
    ] {
        let document = sample.packet(audience);
        differ.extend(look(name, &document, Paper::Letter, &mut seen));
    }
    differ.extend(look("plan", &sample.plan(), Paper::A4, &mut seen));
    let (_, framework) = workbench::built_in().unwrap();
    let checklist = part::checklist(&framework, now(), [0; 16]);
    differ.extend(look("checklist", &checklist, Paper::A4, &mut seen));
    differ.extend(look("odd", &odd::odd(), Paper::Letter, &mut seen));
    // No picture is left of a page that is no more.
    let kept = fs::read_dir(folder()).unwrap();
    for name in kept.map(|file| file.unwrap().file_name().into_string().unwrap()) {
        if !seen.contains(&name) {
            if std::env::var_os("AUSCULT_WRITE_GOLDEN").is_some() {
                fs::remove_file(folder().join(&name)).unwrap();
            } else {
                differ.push(format!("{name} (no such page)"));
            }
        }
    }
    assert!(
        differ.is_empty(),
        "These pages look otherwise. Run `npm run goldens` and look at out/goldens.html: {differ:?}"
    );
}

#[test]
fn a_line_that_moved_is_seen() {
    let block = |space: f32| {
        vec![
            Block::Space(space),
            Block::text("A line of words. ".repeat(5)),
        ]
    };
    let drawn = |space| {
        let document = Document {
            blocks: block(space),
            ..Document::default()
        };
        layout(document, Paper::Letter)
            .unwrap()
            .picture(0, WIDTH)
            .unwrap()
    };
    let (one, other) = (drawn(40.0), drawn(46.0));
    assert!(difference(&one.rgb, &drawn(40.0).rgb) == (0.0, 0.0));
    let (mean, share) = difference(&one.rgb, &other.rgb);
    assert!(mean > MEAN || share > SHARE, "{mean} {share}");
}
