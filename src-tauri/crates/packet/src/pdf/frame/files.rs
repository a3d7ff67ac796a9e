//! Files inside the file: data that the pages were made from, for machines (ISO 19005-3, 6.8).

use std::collections::BTreeSet;

use lopdf::{Object, StringFormat, dictionary};
use md5::{Digest, Md5};

use super::{Frame, small};
use crate::Error;
use crate::document::Associated;
use crate::pages::Pages;
use crate::pdf::file::{File, deflated, name, text};

/// Objects for one file: what it is, and its bytes.
pub(super) const OBJECTS: u32 = 2;
/// What a file without a media type is said to be.
const ANY: &str = "application/octet-stream";

impl Frame {
    fn file_specification(&self, at: usize) -> u32 {
        self.files + small(at) * OBJECTS
    }

    /// Writes the files that belong to the document.
    pub(super) fn files(&self, pages: &Pages, file: &mut File<'_>) -> Result<(), Error> {
        for (at, (named, inside)) in named(&pages.associated).into_iter().enumerate() {
            let id = self.file_specification(at);
            file.stream(id + 1, &embedded(inside))?;
            let stream = dictionary! { "F" => (id + 1, 0), "UF" => (id + 1, 0) };
            let specification = dictionary! {
                "Type" => "Filespec",
                "F" => text(&named),
                "UF" => text(&named),
                "Desc" => text(&inside.description),
                "AFRelationship" => "Data",
                "EF" => stream,
            };
            file.object(id, &specification.into())?;
        }
        Ok(())
    }

    /// Names the files in the catalog: for who opens the list of attachments, and as belonging
    /// to the whole document.
    pub(super) fn name_files(&self, pages: &Pages, catalog: &mut lopdf::Dictionary) {
        if pages.associated.is_empty() {
            return;
        }
        let (mut list, mut belonging): (Vec<Object>, Vec<Object>) = (Vec::new(), Vec::new());
        for (at, (named, _)) in named(&pages.associated).into_iter().enumerate() {
            list.push(text(&named));
            list.push((self.file_specification(at), 0).into());
            belonging.push((self.file_specification(at), 0).into());
        }
        let tree = dictionary! { "Names" => list };
        catalog.set("Names", dictionary! { "EmbeddedFiles" => tree });
        catalog.set("AF", belonging);
    }
}

fn embedded(inside: &Associated) -> lopdf::Stream {
    let date = text(&format!("D:{}Z", inside.modified.format("%Y%m%d%H%M%S")));
    // ISO 32000-1, 7.11.4.2 asks for MD5: it tells a damaged file from a whole one and claims
    // nothing else. What a recipient relies on is the digest in the manifest.
    let sum = Md5::digest(&inside.bytes).to_vec();
    let media = match inside.media_type.trim() {
        "" => ANY,
        media => media,
    };
    let dict = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => name(media),
        "Params" => dictionary! {
            "Size" => i64::try_from(inside.bytes.len()).unwrap_or(i64::MAX),
            "CreationDate" => date.clone(),
            "ModDate" => date,
            "CheckSum" => Object::String(sum, StringFormat::Hexadecimal),
        },
    };
    deflated(dict, &inside.bytes)
}

/// The files with the names that they get inside: in order, as a name tree wants it (7.9.6),
/// each name once and none that leads out of a folder.
fn named(files: &[Associated]) -> Vec<(String, &Associated)> {
    let mut taken = BTreeSet::new();
    let mut named: Vec<(String, &Associated)> = Vec::with_capacity(files.len());
    for file in files {
        let plain: String = file
            .name
            .chars()
            .map(|letter| match letter {
                '/' | '\\' | ':' => '_',
                control if control.is_control() => '_',
                letter => letter,
            })
            .collect();
        let plain = match plain.trim().trim_start_matches('.') {
            "" => "data".to_owned(),
            name => name.to_owned(),
        };
        let mut name = plain.clone();
        let mut next = 2;
        while !taken.insert(name.clone()) {
            name = format!("{next}-{plain}");
            next += 1;
        }
        named.push((name, file));
    }
    named.sort_by_key(|(name, _)| encoded(name));
    named
}

/// A name as its bytes stand in the file, which is how a name tree is searched.
fn encoded(name: &str) -> Vec<u8> {
    match text(name) {
        Object::String(bytes, _) => bytes,
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_inside_are_in_order_differ_and_lead_nowhere() {
        let file = |name: &str| Associated {
            name: name.to_owned(),
            ..Associated::default()
        };
        let files = [
            "b.json",
            "../../etc/a",
            "b.json",
            "",
            "\u{1f4c4}.json",
            "a\u{0}b",
        ]
        .map(file);
        let names: Vec<String> = named(&files).into_iter().map(|(name, _)| name).collect();
        assert_eq!(
            names,
            [
                "2-b.json",
                "_.._etc_a",
                "a_b",
                "b.json",
                "data",
                "\u{1f4c4}.json"
            ]
        );
    }
}
