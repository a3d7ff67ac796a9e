//! What a screen reader says of the written file: the structure tree is walked, each node's
//! text is found by its marked content, and what is heard is what the document's outline says,
//! in its order.

use std::collections::HashMap;

use domain::answer::Implementation;
use domain::packet::Audience;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document as Pdf, Object, ObjectId};
use packet::document::{Block, Document};
use packet::{Paper, layout, outline};

use super::clinic::{answer_all, clinic, proposed, raised, words};
use super::written;

/// A font's codes as letters.
type Letters = HashMap<u16, String>;

/// An opened file, with the text of each marked content.
struct Reader {
    pdf: Pdf,
    /// By page and number.
    contents: HashMap<(ObjectId, i64), String>,
    said: String,
}

/// Returns all that is heard of a file, as letters alone.
fn heard(pdf: Pdf) -> String {
    let mut contents = HashMap::new();
    for page in pdf.get_pages().into_values() {
        for (mcid, text) in texts(&pdf, page) {
            contents.insert((page, mcid), text);
        }
    }
    let root = pdf
        .catalog()
        .unwrap()
        .get(b"StructTreeRoot")
        .unwrap()
        .clone();
    let mut reader = Reader {
        pdf,
        contents,
        said: String::new(),
    };
    let root = reader.resolved(&root).as_dict().unwrap().clone();
    reader.kids(&root, None);
    letters(&reader.said)
}

impl Reader {
    fn resolved(&self, object: &Object) -> Object {
        self.pdf.dereference(object).unwrap().1.clone()
    }

    fn kids(&mut self, node: &Dictionary, page: Option<ObjectId>) {
        match node.get(b"K").map(|kids| self.resolved(kids)) {
            Ok(Object::Array(kids)) => kids.iter().for_each(|kid| self.kid(kid, page)),
            Ok(_) => self.kid(&node.get(b"K").unwrap().clone(), page),
            Err(_) => {}
        }
    }

    fn kid(&mut self, kid: &Object, page: Option<ObjectId>) {
        match self.resolved(kid) {
            Object::Integer(mcid) => self.content(page.unwrap(), mcid),
            Object::Dictionary(dict) if dict.has(b"MCID") => {
                let page = dict.get(b"Pg").unwrap().as_reference().unwrap();
                self.content(page, dict.get(b"MCID").unwrap().as_i64().unwrap());
            }
            Object::Dictionary(dict) if dict.has(b"S") => self.node(&dict),
            // A link's rectangle says nothing beside its words.
            Object::Dictionary(_) => {}
            other => panic!("{other:?} is no kid of a node"),
        }
    }

    fn content(&mut self, page: ObjectId, mcid: i64) {
        let text = self.contents.get(&(page, mcid));
        self.said += text.unwrap_or_else(|| panic!("content {mcid} is on no page"));
    }

    fn node(&mut self, node: &Dictionary) {
        let page = node
            .get(b"Pg")
            .ok()
            .map(|page| page.as_reference().unwrap());
        match node.get(b"S").unwrap().as_name().unwrap() {
            // The outline does not spell the contents out, nor a list's markers.
            b"TOC" => {}
            b"Figure" => {
                let said = text_string(node.get(b"Alt").unwrap().as_str().unwrap());
                self.said += &said;
            }
            b"Lbl" => {
                let before = self.said.len();
                self.kids(node, page);
                let label = self.said[before..].trim();
                let counts = label.ends_with('.')
                    && label
                        .trim_end_matches('.')
                        .bytes()
                        .all(|b| b.is_ascii_digit());
                if label == "\u{2022}" || counts {
                    self.said.truncate(before);
                }
            }
            _ => self.kids(node, page),
        }
        self.said.push('\n');
    }
}

/// A text string as its letters (ISO 32000-1, 7.9.2.2).
fn text_string(bytes: &[u8]) -> String {
    match bytes.strip_prefix(b"\xfe\xff") {
        Some(wide) => {
            let units = wide
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(Result::unwrap).collect()
        }
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

/// The text of each marked content of a page.
fn texts(pdf: &Pdf, page: ObjectId) -> HashMap<i64, String> {
    let fonts: HashMap<Vec<u8>, Letters> = pdf
        .get_page_fonts(page)
        .unwrap()
        .into_iter()
        .map(|(name, font)| (name, letters_of(pdf, font)))
        .collect();
    let content = Content::decode(&pdf.get_page_content(page)).unwrap();
    let mut found: HashMap<i64, String> = HashMap::new();
    // Each open content: its number, or what replaces its text.
    let mut open: Vec<(Option<i64>, bool)> = Vec::new();
    let mut font = Vec::new();
    for Operation { operator, operands } in content.operations {
        let number = open.iter().rev().find_map(|(mcid, _)| *mcid);
        match operator.as_str() {
            "BMC" => open.push((None, false)),
            "BDC" => {
                let about = operands[1].as_dict().unwrap();
                let mcid = about.get(b"MCID").ok().map(|mcid| mcid.as_i64().unwrap());
                let instead = about.get(b"ActualText").ok();
                if let Some(mcid) = mcid {
                    assert!(
                        found.insert(mcid, String::new()).is_none(),
                        "{mcid} comes twice"
                    );
                }
                if let (Some(text), Some(mcid)) = (instead, number) {
                    *found.get_mut(&mcid).unwrap() += &text_string(text.as_str().unwrap());
                }
                open.push((mcid, instead.is_some()));
            }
            "EMC" => drop(open.pop().unwrap()),
            "Tf" => font = operands[0].as_name().unwrap().to_vec(),
            "TJ" | "Tj" => {
                let replaced = open.iter().any(|(_, replaced)| *replaced);
                let Some(text) = number.filter(|_| !replaced).and_then(|n| found.get_mut(&n))
                else {
                    continue;
                };
                let parts = match &operands[0] {
                    Object::Array(parts) => parts.clone(),
                    one => vec![one.clone()],
                };
                let mut shown = String::new();
                for part in parts.iter().filter_map(|part| part.as_str().ok()) {
                    for code in part.chunks_exact(2) {
                        let code = u16::from_be_bytes([code[0], code[1]]);
                        shown += fonts[&font].get(&code).expect("every code has letters");
                    }
                }
                // A word that reads from the right is shown from its last letter on, as every
                // reader expects it (ISO 32000-1, 14.8.2.3.3).
                if shown
                    .chars()
                    .any(|letter| ('\u{590}'..'\u{900}').contains(&letter))
                {
                    shown = shown.chars().rev().collect();
                }
                *text += &shown;
            }
            _ => {}
        }
    }
    found
}

/// The letters of a font's codes, by its ToUnicode map.
fn letters_of(pdf: &Pdf, font: &Dictionary) -> Letters {
    let map = pdf.dereference(font.get(b"ToUnicode").unwrap()).unwrap().1;
    let map = map.as_stream().unwrap().decompressed_content().unwrap();
    let map = String::from_utf8(map).unwrap();
    let mut letters = HashMap::new();
    let hex = |word: &str| u16::from_str_radix(word, 16).unwrap();
    let wide = |word: &str| {
        let units = (0..word.len()).step_by(4).map(|at| hex(&word[at..at + 4]));
        String::from_utf16(&units.collect::<Vec<_>>()).unwrap()
    };
    let codes = |line: &str| -> Vec<String> {
        line.split(['<', '>'])
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    };
    let mut kind = "";
    for line in map.lines() {
        if line.contains("beginbf") {
            kind = if line.contains("char") {
                "char"
            } else {
                "range"
            };
        } else if line.contains("endbf") {
            kind = "";
        } else if kind == "char" {
            for pair in codes(line).chunks(2) {
                letters.insert(hex(&pair[0]), wide(&pair[1]));
            }
        } else if kind == "range" {
            let [from, to, first] = &codes(line)[..] else {
                panic!("{line} is no range");
            };
            for code in hex(from)..=hex(to) {
                letters.insert(
                    code,
                    wide(&format!("{:04X}", hex(first) + code - hex(from))),
                );
            }
        }
    }
    letters
}

/// What is left of words when neither spaces, nor line ends, nor signs that an outline or a
/// page adds are looked at.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect::<String>()
}

/// The outline as letters: without its title, which stands nowhere on a page by itself, and
/// without the numbers of lists and what a chart's alternative replaces.
fn outlined(document: &Document) -> String {
    let plain = Document {
        blocks: document.blocks.iter().map(spoken).collect(),
        ..document.clone()
    };
    let text = outline(&plain);
    let counted = |line: &str| {
        line.strip_suffix('.').is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
        })
    };
    let mut said = String::new();
    for line in text
        .lines()
        .skip(1)
        .map(str::trim)
        .filter(|line| !counted(line))
    {
        let figure = [
            "picture", "exhibit", "dials", "stack", "matrix", "coverage", "timeline", "bars",
        ]
        .iter()
        .find_map(|kind| line.strip_prefix(&format!("[{kind}: ")));
        said += match line {
            "[contents]" => "Contents",
            line => figure.unwrap_or(line),
        };
        said.push('\n');
    }
    letters(&said)
}

/// A block as it is spoken: bars are one figure, whose rows are in its alternative.
fn spoken(block: &Block) -> Block {
    let all = |blocks: &[Block]| blocks.iter().map(spoken).collect();
    match block {
        Block::Bars { alternative, .. } => Block::Bars {
            bars: Vec::new(),
            alternative: alternative.clone(),
        },
        Block::Together(blocks) => Block::Together(all(blocks)),
        Block::Callout(blocks) => Block::Callout(all(blocks)),
        Block::Toned(ink, blocks) => Block::Toned(*ink, all(blocks)),
        Block::Quote(blocks) => Block::Quote(all(blocks)),
        other => other.clone(),
    }
}

/// Where two texts part, with what stands around it.
fn parting(one: &str, other: &str) -> Option<String> {
    let at = one.chars().zip(other.chars()).position(|(a, b)| a != b);
    let at = at.or(
        (one.len() != other.len()).then(|| one.chars().count().min(other.chars().count()))
    )?;
    let around = |text: &str| {
        let from = at.saturating_sub(60);
        text.chars().skip(from).take(140).collect::<String>()
    };
    Some(format!(
        "heard:   {}\noutline: {}",
        around(one),
        around(other)
    ))
}

fn file(document: &Document, paper: Paper) -> Pdf {
    Pdf::load_mem(&written(&layout(document.clone(), paper).unwrap())).unwrap()
}

#[test]
fn every_packet_is_heard_as_its_outline_says_it() {
    let mut dossier = clinic();
    answer_all(&mut dossier, &words(Implementation::Partial));
    raised(&mut dossier);
    for document in Audience::ALL.map(|audience| proposed(&dossier, audience)) {
        for paper in [Paper::Letter, Paper::A4] {
            let heard = heard(file(&document, paper));
            assert!(heard.len() > 2000, "{}", document.title);
            if let Some(differs) = parting(&heard, &outlined(&document)) {
                panic!("{}:\n{differs}", document.title);
            }
        }
    }
}

#[test]
fn two_contents_in_each_others_place_are_heard() {
    let document = super::document(vec![
        Block::heading(1, "First", ""),
        Block::text("one two three"),
        Block::text("four five six"),
    ]);
    let mut pdf = file(&document, Paper::Letter);
    assert_eq!(parting(&heard(pdf.clone()), &outlined(&document)), None);
    let paragraphs: Vec<ObjectId> = pdf
        .objects
        .iter()
        .filter(|(_, object)| {
            let role = object.as_dict().ok().and_then(|dict| dict.get(b"S").ok());
            role.and_then(|role| role.as_name().ok()) == Some(b"P")
        })
        .map(|(id, _)| *id)
        .collect();
    let content = |pdf: &Pdf, id| pdf.get_dictionary(id).unwrap().get(b"K").unwrap().clone();
    let (first, second) = (content(&pdf, paragraphs[0]), content(&pdf, paragraphs[1]));
    pdf.get_dictionary_mut(paragraphs[0])
        .unwrap()
        .set("K", second);
    pdf.get_dictionary_mut(paragraphs[1])
        .unwrap()
        .set("K", first);
    assert!(parting(&heard(pdf), &outlined(&document)).is_some());
}

#[test]
fn right_to_left_words_are_heard_as_they_are_said() {
    let said = "مستشفى النور (Room 12) للأطفال";
    let document = super::document(vec![Block::text(said.repeat(4))]);
    assert_eq!(
        parting(&heard(file(&document, Paper::A4)), &outlined(&document)),
        None
    );
}
