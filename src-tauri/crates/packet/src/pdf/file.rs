//! The file itself: objects one after another, small ones packed into object streams, and the
//! cross-reference stream at the end (ISO 32000-1, 7.5.7 and 7.5.8).

use std::io::{BufWriter, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, Stream, StringFormat, dictionary};

use crate::Error;

/// Objects in one object stream.
const PACKED: usize = 200;

/// Where an object stands.
#[derive(Debug, Clone, Copy)]
enum Entry {
    Free,
    At(u64),
    Packed { stream: u32, index: u16 },
}

/// A file that is being written.
pub(super) struct File<'w> {
    out: BufWriter<&'w mut dyn Write>,
    at: u64,
    entries: Vec<Entry>,
    pack: Pack,
}

#[derive(Default)]
struct Pack {
    ids: Vec<u32>,
    heads: String,
    body: Vec<u8>,
}

impl<'w> File<'w> {
    /// Begins a file whose objects have the numbers 1 to `objects`; those that pack others
    /// come after them.
    pub(super) fn begin(into: &'w mut dyn Write, objects: u32) -> Result<Self, Error> {
        let out = BufWriter::with_capacity(1 << 16, into);
        let objects = objects as usize + 1;
        // Room for the packing streams too: growing would hold all entries twice.
        let mut entries = Vec::with_capacity(objects + objects / PACKED + 2);
        entries.resize(objects, Entry::Free);
        let mut file = Self {
            out,
            at: 0,
            entries,
            pack: Pack::default(),
        };
        // Four high bytes in a comment tell transports that the file is binary (7.5.2).
        file.bytes(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")?;
        Ok(file)
    }

    /// Writes a stream.
    pub(super) fn stream(&mut self, id: u32, stream: &Stream) -> Result<(), Error> {
        self.set(id, Entry::At(self.at));
        let mut head = format!("{id} 0 obj\n").into_bytes();
        serialize(&Object::Dictionary(stream.dict.clone()), &mut head);
        head.extend_from_slice(b"\nstream\n");
        self.bytes(&head)?;
        self.bytes(&stream.content)?;
        // Content that ends in a carriage return would lose it to a lone line feed: the two
        // together are one line end.
        let end = if stream.content.ends_with(b"\r") {
            "\r\n"
        } else {
            "\n"
        };
        self.bytes(end.as_bytes())?;
        self.bytes(b"endstream\nendobj\n")
    }

    /// Writes an object that is no stream.
    pub(super) fn object(&mut self, id: u32, object: &Object) -> Result<(), Error> {
        let pack = &mut self.pack;
        pack.heads.push_str(&format!("{id} {} ", pack.body.len()));
        pack.ids.push(id);
        serialize(object, &mut pack.body);
        pack.body.push(b'\n');
        if pack.ids.len() >= PACKED {
            self.unpack()
        } else {
            Ok(())
        }
    }

    /// Writes what is packed so far.
    fn unpack(&mut self) -> Result<(), Error> {
        let pack = std::mem::take(&mut self.pack);
        if pack.ids.is_empty() {
            return Ok(());
        }
        let stream = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.entries.push(Entry::Free);
        for (index, id) in pack.ids.iter().enumerate() {
            let index = u16::try_from(index).unwrap_or(u16::MAX);
            self.set(*id, Entry::Packed { stream, index });
        }
        let count = i64::try_from(pack.ids.len()).unwrap_or(0);
        let first = i64::try_from(pack.heads.len()).unwrap_or(0);
        let dict = dictionary! { "Type" => "ObjStm", "N" => count, "First" => first };
        let content = [pack.heads.as_bytes(), &pack.body].concat();
        self.stream(stream, &deflated(dict, &content))
    }

    /// Writes the cross-reference stream and ends the file.
    pub(super) fn finish(
        mut self,
        root: u32,
        info: u32,
        identifier: &[u8; 16],
    ) -> Result<(), Error> {
        self.unpack()?;
        let start = self.at;
        let id = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.entries.push(Entry::At(start));
        let mut table = Vec::with_capacity(self.entries.len() * 8);
        for entry in &self.entries {
            let (kind, place, index) = match *entry {
                Entry::Free => (0, 0, u16::MAX),
                Entry::At(at) => (1, at, 0),
                Entry::Packed { stream, index } => (2, u64::from(stream), index),
            };
            table.push(kind);
            table.extend_from_slice(place.to_be_bytes().get(3..).unwrap_or_default());
            table.extend_from_slice(&index.to_be_bytes());
        }
        let name = Object::String(identifier.to_vec(), StringFormat::Hexadecimal);
        let dict = dictionary! {
            "Type" => "XRef",
            "Size" => i64::try_from(self.entries.len()).unwrap_or(0),
            "W" => vec![1.into(), 5.into(), 2.into()],
            "Root" => (root, 0),
            "Info" => (info, 0),
            "ID" => vec![name.clone(), name],
        };
        self.stream(id, &deflated(dict, &table))?;
        self.bytes(format!("startxref\n{start}\n%%EOF\n").as_bytes())?;
        self.out.flush()?;
        Ok(())
    }

    fn set(&mut self, id: u32, entry: Entry) {
        if let Some(place) = self.entries.get_mut(id as usize) {
            *place = entry;
        }
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.out.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }
}

/// A stream with its content compressed.
pub(super) fn deflated(mut dict: Dictionary, content: &[u8]) -> Stream {
    let mut encoder =
        ZlibEncoder::new(Vec::with_capacity(content.len() / 3), Compression::new(6));
    // Writing to memory does not fail; were it to, the stream goes in as it is.
    match encoder.write_all(content).and_then(|()| encoder.finish()) {
        Ok(packed) => {
            dict.set("Filter", "FlateDecode");
            Stream::new(dict, packed)
        }
        Err(_) => Stream::new(dict, content.to_vec()),
    }
}

/// A text string: letters beyond ASCII need UTF-16 (7.9.2.2).
pub(super) fn text(text: &str) -> Object {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// A name.
pub(super) fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

fn serialize(object: &Object, into: &mut Vec<u8>) {
    match object {
        Object::Null => into.extend_from_slice(b"null"),
        Object::Boolean(true) => into.extend_from_slice(b"true"),
        Object::Boolean(false) => into.extend_from_slice(b"false"),
        Object::Integer(value) => into.extend_from_slice(value.to_string().as_bytes()),
        Object::Real(value) => into.extend_from_slice(value.to_string().as_bytes()),
        Object::Name(name) => serialize_name(name, into),
        Object::String(bytes, StringFormat::Literal) => {
            into.push(b'(');
            for byte in bytes {
                if matches!(byte, b'(' | b')' | b'\\') {
                    into.push(b'\\');
                }
                into.push(*byte);
            }
            into.push(b')');
        }
        Object::String(bytes, StringFormat::Hexadecimal) => {
            into.push(b'<');
            for byte in bytes {
                into.extend_from_slice(format!("{byte:02X}").as_bytes());
            }
            into.push(b'>');
        }
        Object::Array(items) => {
            into.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    into.push(b' ');
                }
                serialize(item, into);
            }
            into.push(b']');
        }
        Object::Dictionary(dict) => serialize_dictionary(dict, into),
        // A stream stands for itself in the file; inside another object it is its dictionary.
        Object::Stream(stream) => serialize_dictionary(&stream.dict, into),
        Object::Reference((id, _)) => into.extend_from_slice(format!("{id} 0 R").as_bytes()),
    }
}

fn serialize_dictionary(dict: &Dictionary, into: &mut Vec<u8>) {
    into.extend_from_slice(b"<<");
    for (key, value) in dict {
        serialize_name(key, into);
        into.push(b' ');
        serialize(value, into);
    }
    into.extend_from_slice(b">>");
}

fn serialize_name(name: &[u8], into: &mut Vec<u8>) {
    into.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            into.push(*byte);
        } else {
            into.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}
