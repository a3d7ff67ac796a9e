//! Title, author, dates, and the claims that the file makes about itself, twice: for old
//! readers and in XMP. Both have to say the same (ISO 19005-3, 6.6.2.3).

use lopdf::{Object, dictionary};

use crate::document::LANGUAGE;
use crate::pages::Pages;
use crate::pdf::file::text;

const CREATOR: &str = "Auscult";
const PRODUCER: &str = "Auscult with printpdf";

/// The information dictionary.
pub(super) fn info(pages: &Pages) -> Object {
    let date = text(&format!("D:{}Z", pages.created.format("%Y%m%d%H%M%S")));
    let mut info = dictionary! {
        "Title" => text(title(pages)),
        "Creator" => text(CREATOR),
        "Producer" => text(PRODUCER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    };
    if !pages.author.is_empty() {
        info.set("Author", text(&pages.author));
    }
    if !pages.subject.is_empty() {
        info.set("Subject", text(&pages.subject));
    }
    info.into()
}

/// The metadata as XMP.
pub(super) fn xmp(pages: &Pages) -> String {
    let date = pages.created.format("%Y-%m-%dT%H:%M:%SZ");
    let title = escape(title(pages));
    let id = pages
        .identifier
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    let mut dublin = format!(
        "<dc:format>application/pdf</dc:format>\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>"
    );
    if !pages.author.is_empty() {
        let author = escape(&pages.author);
        dublin.push_str(&format!(
            "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        ));
    }
    if !pages.subject.is_empty() {
        let subject = escape(&pages.subject);
        dublin.push_str(&format!(
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>"
        ));
    }
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         {dublin}\
         <xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>\
         <xmp:CreateDate>{date}</xmp:CreateDate>\
         <xmp:ModifyDate>{date}</xmp:ModifyDate>\
         <xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID>\
         <pdf:Producer>{PRODUCER}</pdf:Producer>\
         <pdfaid:part>3</pdfaid:part>\
         <pdfaid:conformance>A</pdfaid:conformance>\
         <pdfuaid:part>1</pdfuaid:part>\
         </rdf:Description>{EXTENSION}</rdf:RDF></x:xmpmeta>\n\
         <?xpacket end=\"r\"?>"
    )
}

/// PDF/A knows no PDF/UA: its one property has to be described (ISO 19005-3, 6.6.2.3.3).
const EXTENSION: &str = "<rdf:Description rdf:about=\"\" \
    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
    <pdfaProperty:name>part</pdfaProperty:name>\
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
    <pdfaProperty:category>internal</pdfaProperty:category>\
    <pdfaProperty:description>Part of ISO 14289 that the file conforms to\
    </pdfaProperty:description>\
    </rdf:li></rdf:Seq></pdfaSchema:property>\
    </rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>";

/// A file that shows its title needs one.
fn title(pages: &Pages) -> &str {
    if pages.title.trim().is_empty() {
        "Untitled"
    } else {
        &pages.title
    }
}

/// Text as XML, without what XML cannot hold.
fn escape(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            other if other.is_control() || matches!(other, '\u{fffe}' | '\u{ffff}') => {
                xml.push(' ');
            }
            other => xml.push(other),
        }
    }
    xml
}
