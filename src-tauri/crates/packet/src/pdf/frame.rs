//! All that stands around the pages: numbers for every object, the page tree, bookmarks,
//! links, and the words that make the file PDF/UA-1 and PDF/A-3a.

mod files;
mod metadata;

use lopdf::{Object, Stream, dictionary};

use super::codes::Codes;
use super::file::{File, name, text};
use super::structure::{Annotation, Structure};
use super::{font, icc};
use crate::Error;
use crate::display::{AnchorId, Target};
use crate::document::LANGUAGE;
use crate::pages::Pages;

const CATALOG: u32 = 1;
const PAGE_TREE: u32 = 2;
const INFO: u32 = 3;
const METADATA: u32 = 4;
const PROFILE: u32 = 5;
const RESOURCES: u32 = 6;
const STRUCTURE: u32 = 7;
const PARENT_TREE: u32 = 8;
const OUTLINE: u32 = 9;

/// The numbers of all objects, known before the first is written.
pub(super) struct Frame {
    pages: u32,
    contents: u32,
    fonts: u32,
    images: u32,
    annotations: u32,
    bookmarks: u32,
    parents: u32,
    files: u32,
    nodes: u32,
    end: u32,
    page_count: usize,
}

impl Frame {
    pub(super) fn of(pages: &Pages, structure: &Structure, codes: &Codes) -> Self {
        let count = small(pages.count());
        let first = OUTLINE + 1;
        let contents = first + count;
        let fonts = contents + count;
        let images = fonts + small(codes.fonts.len()) * font::OBJECTS;
        let annotations = images + small(pages.images.len());
        let bookmarks = annotations + small(structure.annotations.len());
        let parents = bookmarks + small(pages.bookmarks.len());
        let files = parents + count;
        let nodes = files + small(pages.associated.len()) * files::OBJECTS;
        let end = nodes + small(structure.nodes());
        let page_count = pages.count();
        Self {
            pages: first,
            contents,
            fonts,
            images,
            annotations,
            bookmarks,
            parents,
            files,
            nodes,
            end,
            page_count,
        }
    }

    /// How many objects there are.
    pub(super) fn objects(&self) -> u32 {
        self.end - 1
    }

    pub(super) fn catalog(&self) -> u32 {
        CATALOG
    }

    pub(super) fn info(&self) -> u32 {
        INFO
    }

    pub(super) fn structure(&self) -> u32 {
        STRUCTURE
    }

    pub(super) fn parent_tree(&self) -> u32 {
        PARENT_TREE
    }

    pub(super) fn page(&self, at: usize) -> u32 {
        self.pages + small(at)
    }

    pub(super) fn content(&self, at: usize) -> u32 {
        self.contents + small(at)
    }

    pub(super) fn font(&self, at: usize) -> u32 {
        self.fonts + small(at) * font::OBJECTS
    }

    pub(super) fn image(&self, at: usize) -> u32 {
        self.images + small(at)
    }

    pub(super) fn annotation(&self, at: usize) -> u32 {
        self.annotations + small(at)
    }

    pub(super) fn parents(&self, page: usize) -> u32 {
        self.parents + small(page)
    }

    pub(super) fn node(&self, at: usize) -> u32 {
        self.nodes + small(at)
    }

    /// A link's number in the parent tree: pages come first.
    pub(super) fn struct_parent(&self, annotation: usize) -> usize {
        self.page_count + annotation
    }

    /// Writes everything but the streams of pages, fonts and pictures.
    pub(super) fn write(
        &self,
        pages: &Pages,
        structure: &Structure,
        codes: &Codes,
        file: &mut File<'_>,
    ) -> Result<(), Error> {
        self.resources(pages, codes, file)?;
        self.page_objects(pages, structure, file)?;
        for (at, annotation) in structure.annotations.iter().enumerate() {
            file.object(self.annotation(at), &self.link(pages, annotation, at))?;
        }
        self.outline(pages, file)?;
        self.files(pages, file)?;
        structure.write(pages, self, file)?;
        let profile = super::file::deflated(dictionary! { "N" => 3 }, &icc::srgb());
        file.stream(PROFILE, &profile)?;
        let dict = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        // Metadata stays readable without a PDF reader (ISO 19005-3, 6.6.2.1).
        file.stream(
            METADATA,
            &Stream::new(dict, metadata::xmp(pages).into_bytes()),
        )?;
        file.object(INFO, &metadata::info(pages))?;
        file.object(CATALOG, &self.catalog_object(pages))
    }

    fn catalog_object(&self, pages: &Pages) -> Object {
        let intent = dictionary! {
            "Type" => "OutputIntent",
            "S" => "GTS_PDFA1",
            "OutputConditionIdentifier" => text("sRGB"),
            "Info" => text("sRGB IEC61966-2.1"),
            "DestOutputProfile" => (PROFILE, 0),
        };
        let mut catalog = dictionary! {
            "Type" => "Catalog",
            "Pages" => (PAGE_TREE, 0),
            "Metadata" => (METADATA, 0),
            "Lang" => text(LANGUAGE),
            "MarkInfo" => dictionary! { "Marked" => true },
            "StructTreeRoot" => (STRUCTURE, 0),
            "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
            "PageLabels" => dictionary! { "Nums" => labels(pages) },
            "OutputIntents" => vec![intent.into()],
        };
        if !pages.bookmarks.is_empty() {
            catalog.set("Outlines", (OUTLINE, 0));
            catalog.set("PageMode", "UseOutlines");
        }
        self.name_files(pages, &mut catalog);
        catalog.into()
    }

    fn resources(
        &self,
        pages: &Pages,
        codes: &Codes,
        file: &mut File<'_>,
    ) -> Result<(), Error> {
        let mut fonts = dictionary! {};
        for (at, used) in codes.fonts.iter().enumerate() {
            fonts.set(format!("F{}", used.font), (self.font(at), 0));
            for (id, object) in font::dictionaries(used, at, self.font(at)) {
                file.object(id, &object)?;
            }
        }
        let mut images = dictionary! {};
        for at in 0..pages.images.len() {
            images.set(format!("I{at}"), (self.image(at), 0));
        }
        let resources = dictionary! { "Font" => fonts, "XObject" => images };
        file.object(RESOURCES, &resources.into())
    }

    fn page_objects(
        &self,
        pages: &Pages,
        structure: &Structure,
        file: &mut File<'_>,
    ) -> Result<(), Error> {
        let mut links: Vec<Vec<Object>> = vec![Vec::new(); pages.count()];
        for (at, annotation) in structure.annotations.iter().enumerate() {
            if let Some(links) = links.get_mut(annotation.page) {
                links.push((self.annotation(at), 0).into());
            }
        }
        for (at, links) in links.into_iter().enumerate() {
            let mut page = dictionary! {
                "Type" => "Page",
                "Parent" => (PAGE_TREE, 0),
                "Contents" => (self.content(at), 0),
                // Named on each page: PDF/A-3 knows no inherited resources (6.2.2).
                "Resources" => (RESOURCES, 0),
                "StructParents" => i64::try_from(at).unwrap_or(0),
                "Tabs" => "S",
            };
            if !links.is_empty() {
                page.set("Annots", links);
            }
            file.object(self.page(at), &page.into())?;
        }
        let (width, height) = pages.paper.size();
        let kids: Vec<Object> = (0..pages.count())
            .map(|at| (self.page(at), 0).into())
            .collect();
        let tree = dictionary! {
            "Type" => "Pages",
            "Count" => i64::from(small(pages.count())),
            "Kids" => kids,
            "MediaBox" => vec![0.into(), 0.into(), Object::Real(width), Object::Real(height)],
        };
        file.object(PAGE_TREE, &tree.into())
    }

    fn link(&self, pages: &Pages, annotation: &Annotation, at: usize) -> Object {
        let rect: Vec<Object> = annotation
            .rect
            .iter()
            .map(|side| Object::Real((side * 100.0).round() / 100.0))
            .collect();
        let mut link = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => rect,
            "Border" => vec![0.into(), 0.into(), 0.into()],
            // Printed with the page (12.5.3), as PDF/A asks.
            "F" => 4,
            "StructParent" => i64::try_from(self.struct_parent(at)).unwrap_or(0),
        };
        match pages.targets.get(annotation.target as usize) {
            Some(Target::Address(address)) => {
                link.set("Contents", text(address));
                let address = Object::string_literal(ascii(address));
                link.set("A", dictionary! { "S" => "URI", "URI" => address });
            }
            Some(Target::Anchor(AnchorId(anchor))) => {
                let place = pages.places.get(*anchor as usize).copied().flatten();
                let (page, y) = place.unwrap_or((0, 0.0));
                link.set("Contents", text(&spoken(&pages.label(page))));
                link.set("Dest", self.destination(pages, page, y));
            }
            None => {}
        }
        link.into()
    }

    fn destination(&self, pages: &Pages, page: usize, y: f32) -> Object {
        let (_, height) = pages.paper.size();
        // A little above, so that the words do not stick to the window's edge.
        let top = (height - y + 10.0).min(height).round();
        vec![
            (self.page(page), 0).into(),
            name("XYZ"),
            Object::Null,
            Object::Real(top),
            Object::Null,
        ]
        .into()
    }

    /// Writes the bookmarks, nested by level; the chapters are open.
    fn outline(&self, pages: &Pages, file: &mut File<'_>) -> Result<(), Error> {
        let marks = &pages.bookmarks;
        if marks.is_empty() {
            return Ok(());
        }
        // The parent, the last child and the number of children of each; the root is last.
        let root = marks.len();
        let id = |at: usize| {
            if at == root {
                OUTLINE
            } else {
                self.bookmarks + small(at)
            }
        };
        let mut nest: Vec<usize> = Vec::new();
        let mut parents = Vec::with_capacity(marks.len());
        let mut kids: Vec<Vec<usize>> = vec![Vec::new(); marks.len() + 1];
        for (at, mark) in marks.iter().enumerate() {
            while nest
                .last()
                .and_then(|last| marks.get(*last))
                .is_some_and(|m| m.level >= mark.level)
            {
                nest.pop();
            }
            let parent = nest.last().copied().unwrap_or(root);
            parents.push(parent);
            if let Some(kids) = kids.get_mut(parent) {
                kids.push(at);
            }
            nest.push(at);
        }
        for (at, mark) in marks.iter().enumerate() {
            let parent = parents.get(at).copied().unwrap_or(root);
            let title = if mark.title.is_empty() {
                "\u{2013}"
            } else {
                &mark.title
            };
            let mut item = dictionary! {
                "Title" => text(title),
                "Parent" => (id(parent), 0),
                "Dest" => self.destination(pages, mark.page, mark.y),
            };
            let siblings = kids.get(parent).map_or(&[][..], Vec::as_slice);
            let place = siblings.binary_search(&at).unwrap_or(0);
            if let Some(before) = place.checked_sub(1).and_then(|p| siblings.get(p)) {
                item.set("Prev", (id(*before), 0));
            }
            if let Some(after) = siblings.get(place + 1) {
                item.set("Next", (id(*after), 0));
            }
            set_kids(&mut item, kids.get(at), &id, true);
            file.object(id(at), &item.into())?;
        }
        let mut outline = dictionary! { "Type" => "Outlines" };
        set_kids(&mut outline, kids.last(), &id, false);
        file.object(OUTLINE, &outline.into())
    }
}

/// The labels of the pages, as their feet say them (ISO 32000-1, 12.4.2).
fn labels(pages: &Pages) -> Vec<Object> {
    let counted = dictionary! { "S" => "D" };
    if pages.covers == 0 {
        return vec![0.into(), counted.into()];
    }
    let cover = dictionary! { "P" => text(&pages.label(0)) };
    let first = i64::from(small(pages.covers));
    vec![0.into(), cover.into(), first.into(), counted.into()]
}

/// A page's label in a sentence.
fn spoken(label: &str) -> String {
    if label.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("Page {label}")
    } else {
        label.to_owned()
    }
}

fn set_kids(
    item: &mut lopdf::Dictionary,
    kids: Option<&Vec<usize>>,
    id: &impl Fn(usize) -> u32,
    closed: bool,
) {
    let Some((first, last)) = kids.and_then(|kids| kids.first().zip(kids.last())) else {
        return;
    };
    let count = kids.map_or(0, |kids| i64::from(small(kids.len())));
    item.set("First", (id(*first), 0));
    item.set("Last", (id(*last), 0));
    item.set("Count", if closed { -count } else { count });
}

/// An address with all that is not ASCII written as percent codes.
fn ascii(address: &str) -> String {
    let mut plain = String::new();
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            plain.push(char::from(byte));
        } else {
            plain.push_str(&format!("%{byte:02X}"));
        }
    }
    plain
}

fn small(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
