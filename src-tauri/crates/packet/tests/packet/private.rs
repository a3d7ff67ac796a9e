//! Nothing private leaves: a marker in every private field, and a look for each in all that a
//! packet consists of.

use domain::answer::{Implementation, Subject};
use domain::disclosed::Disclosed;
use domain::dossier::Dossier;
use domain::evidence::{
    Attachment, Bearing, Confidentiality, Evidence, EvidenceDescription, EvidenceLink, Phi,
    Strength, Withdrawal,
};
use domain::id::{
    AttachmentId, EvidenceId, EvidenceLinkId, IssueId, OrganisationId, RequestId, WorkingNoteId,
};
use domain::note::WorkingNote;
use domain::packet::{Audience, Exhibit, Issue, IssueKind, PacketPlan};
use domain::request::{EvidenceRequest, Origin, RequestCourse, RequestState};
use packet::document::{Associated, Block, Document};
use packet::part::{ExhibitPage, Papers, PrintedExhibit, TrailLine};
use packet::{Paper, layout, outline};
use uuid::Uuid;

use super::clinic::{self, ASSESSMENT};
use super::written;

/// What stands in private fields: each marker once, so that a find names its field.
const TITLE: &str = "Zqtitle";
const FILE: &str = "Zqfilename";
const DIGEST: &str = "7a71d16e57";
const TEXT: &str = "Zqtext";
const GIVEN: &str = "Zqprovidedby";
const TAKEN: &str = "Zqcollectedby";
const EDITION: &str = "Zqdocversion";
const REASON: &str = "Zqwithdrawnreason";
const BY: &str = "Zqwithdrawnby";
const REMARK: &str = "Zqlinkremark";
const NOTE: &str = "Zqnote";
const WHO: &str = "Zqtrailwho";
const WHAT: &str = "Zqtrailwhat";
const CAPTION: &str = "Zqcaption";
const ALTERNATIVE: &str = "Zqalternative";
const UNSHOWN: &str = "Zqunshown";
const TO: &str = "Zqissuedto";
/// The private item's id, by which a request names it.
const ID: EvidenceId = EvidenceId(Uuid::from_u128(0x5a71_d000_0000_7000_8000_0000_0000_0001));

const MARKERS: [&str; 17] = [
    TITLE,
    FILE,
    DIGEST,
    TEXT,
    GIVEN,
    TAKEN,
    EDITION,
    REASON,
    BY,
    REMARK,
    NOTE,
    WHO,
    WHAT,
    CAPTION,
    ALTERNATIVE,
    UNSHOWN,
    TO,
];

fn private_evidence(id: EvidenceId, title: &str) -> Evidence {
    Evidence {
        id,
        assessment: ASSESSMENT,
        title: title.to_owned(),
        attachment: Some(Attachment {
            id: AttachmentId(Uuid::from_u128(9)),
            file_name: FILE.to_owned(),
            length: 5,
            sha256: DIGEST.to_owned(),
        }),
        description: EvidenceDescription {
            text: TEXT.to_owned(),
            provided_by: GIVEN.to_owned(),
            collected_by: TAKEN.to_owned(),
            document_version: EDITION.to_owned(),
            confidentiality: Confidentiality::WorkingOnly,
            phi: Phi::No,
            ..EvidenceDescription::default()
        },
        added: clinic::now(),
        withdrawn: None,
        redacts: None,
    }
}

fn marked() -> Dossier {
    let mut dossier = clinic::clinic();
    let control = "ADM-SO-1";
    clinic::answer(
        &mut dossier,
        control,
        Subject::All,
        clinic::words(Implementation::Implemented),
    );
    let mut withdrawn = private_evidence(EvidenceId(Uuid::from_u128(77)), TITLE);
    withdrawn.withdrawn = Some(Withdrawal {
        reason: REASON.to_owned(),
        by: BY.to_owned(),
        at: clinic::now(),
    });
    let mut copy = private_evidence(EvidenceId(Uuid::from_u128(78)), "A copy for others");
    copy.attachment = None;
    copy.description = EvidenceDescription::default();
    copy.redacts = Some(ID);
    dossier.evidence = vec![private_evidence(ID, TITLE), withdrawn, copy];
    dossier.links.push(EvidenceLink {
        id: EvidenceLinkId(Uuid::from_u128(5)),
        assessment: ASSESSMENT,
        evidence: ID,
        control: control.to_owned(),
        subject: Subject::All,
        strength: Strength::Examined,
        bearing: Bearing::Contradicts,
        remark: REMARK.to_owned(),
    });
    dossier.requests.push(EvidenceRequest {
        id: RequestId(Uuid::from_u128(6)),
        assessment: ASSESSMENT,
        control: control.to_owned(),
        subject: Subject::All,
        artefact: "A letter".to_owned(),
        origin: Origin::Catalogue,
        owners: Vec::new(),
        collection: String::new(),
        course: RequestCourse {
            state: RequestState::Received,
            evidence: vec![ID],
            ..RequestCourse::default()
        },
    });
    clinic::raised(&mut dossier);
    dossier
}

/// The packet for an audience, with every part that it may have, private exhibits chosen.
fn made(audience: Audience) -> Document {
    let dossier = marked();
    let mut plan = PacketPlan::proposed(audience);
    plan.parts.iter_mut().for_each(|part| part.shown = true);
    plan.exhibits = vec![Exhibit {
        evidence: ID,
        pages: String::new(),
        caption: CAPTION.to_owned(),
        alternative: ALTERNATIVE.to_owned(),
    }];
    let exhibits = [PrintedExhibit {
        evidence: ID,
        pages: vec![ExhibitPage {
            number: 1,
            png: super::png(12, 12),
        }],
        total: 2,
        unshown: UNSHOWN.to_owned(),
    }];
    let issued = [Issue {
        id: IssueId(Uuid::from_u128(8)),
        organisation: OrganisationId(Uuid::from_u128(1)),
        assessment: ASSESSMENT,
        kind: IssueKind::Packet,
        audience: Some(Audience::Working),
        version: 1,
        draft: true,
        sha256: String::new(),
        pages: Some(3),
        to: TO.to_owned(),
        at: clinic::now(),
        by: "Robin".to_owned(),
        signer: String::new(),
        head: String::new(),
        entries: 1,
    }];
    let notes = [WorkingNote {
        id: WorkingNoteId(Uuid::from_u128(4)),
        assessment: ASSESSMENT,
        control: "ADM-SO-1".to_owned(),
        subject: Subject::All,
        text: NOTE.to_owned(),
    }];
    let trail = [TrailLine {
        number: 1,
        at: clinic::now(),
        who: WHO.to_owned(),
        what: WHAT.to_owned(),
    }];
    let disclosed = Disclosed::of(&dossier);
    let papers = match audience {
        Audience::Leadership => Papers::Leadership(&disclosed),
        Audience::Client => Papers::Client(&disclosed),
        Audience::Working => Papers::Working {
            dossier: &dossier,
            notes: &notes,
            trail: &trail,
        },
    };
    let mut issuing = clinic::issuing(&plan);
    issuing.exhibits = &exhibits;
    issuing.issued = &issued;
    issuing.data = Some(b"{}");
    clinic::packet(&dossier, &papers, &issuing)
}

/// Where the markers are, in all that somebody gets with a document.
fn found(document: &Document) -> Vec<String> {
    let pages = layout(document.clone(), Paper::Letter).unwrap();
    let text: String = (0..pages.count())
        .map(|page| pages.text(page) + "\n")
        .collect();
    let places: [(&str, Vec<u8>); 5] = [
        ("outline", outline(document).into_bytes()),
        ("document", format!("{document:?}").into_bytes()),
        ("pages", text.into_bytes()),
        ("warnings", format!("{:?}", pages.warnings()).into_bytes()),
        ("file", inflated(&written(&pages))),
    ];
    let id = ID.to_string();
    let markers = MARKERS.into_iter().chain([id.as_str()]);
    markers
        .flat_map(|marker| {
            let utf16: Vec<u8> = marker.encode_utf16().flat_map(u16::to_be_bytes).collect();
            let mut found: Vec<String> = places
                .iter()
                .filter(|(_, bytes)| holds(bytes, marker.as_bytes()) || holds(bytes, &utf16))
                .map(|(place, _)| format!("{marker} in {place}"))
                .collect();
            let mut attached = document.associated.iter();
            if attached.any(|file| holds(&file.bytes, marker.as_bytes())) {
                found.push(format!("{marker} in attached data"));
            }
            found
        })
        .collect()
}

fn holds(bytes: &[u8], marker: &[u8]) -> bool {
    bytes.windows(marker.len()).any(|at| at == marker)
}

/// All strings and streams of a PDF, opened: what stands in them in any object.
fn inflated(pdf: &[u8]) -> Vec<u8> {
    let file = lopdf::Document::load_mem(pdf).unwrap();
    let mut all = pdf.to_vec();
    for object in file.objects.values() {
        gather(object, &mut all);
    }
    all
}

fn gather(object: &lopdf::Object, into: &mut Vec<u8>) {
    use lopdf::Object;
    match object {
        Object::String(bytes, _) | Object::Name(bytes) => {
            into.extend(bytes);
            into.push(b'\n');
        }
        Object::Array(items) => items.iter().for_each(|item| gather(item, into)),
        Object::Dictionary(dictionary) => {
            dictionary.iter().for_each(|(_, value)| gather(value, into));
        }
        Object::Stream(stream) => {
            stream
                .dict
                .iter()
                .for_each(|(_, value)| gather(value, into));
            let opened = stream.decompressed_content();
            into.extend(opened.unwrap_or_else(|_| stream.content.clone()));
        }
        _ => {}
    }
}

#[test]
fn the_working_papers_have_what_is_private_and_no_other_copy_has_any_of_it() {
    let working = found(&made(Audience::Working));
    for marker in MARKERS {
        let is_there = |place: &str| working.contains(&format!("{marker} in {place}"));
        // An alternative stands in the file's structure alone, and in the outline of none.
        assert!(
            is_there("pages") || (marker == ALTERNATIVE && is_there("file")),
            "{marker}: {working:?}"
        );
    }
    for audience in [Audience::Leadership, Audience::Client] {
        assert_eq!(found(&made(audience)), [""; 0], "{audience:?}");
    }
}

#[test]
fn a_leak_would_be_found_wherever_it_is() {
    type Leak = (&'static str, fn(&mut Document));
    let clean = made(Audience::Client);
    let leaks: [Leak; 8] = [
        ("pages", |d| d.blocks.push(Block::text(NOTE))),
        ("file", |d| d.blocks.push(Block::heading(2, NOTE, ""))),
        ("file", |d| d.title.push_str(NOTE)),
        ("file", |d| d.subject.push_str(NOTE)),
        ("file", |d| d.author.push_str(NOTE)),
        ("document", |d| d.foot.push_str(NOTE)),
        ("warnings", |d| d.warnings.push(NOTE.to_owned())),
        ("attached data", |d| {
            d.associated.push(Associated {
                name: "data.json".to_owned(),
                bytes: NOTE.as_bytes().to_vec(),
                ..Associated::default()
            });
        }),
    ];
    for (place, leak) in leaks {
        let mut document = clean.clone();
        leak(&mut document);
        let found = found(&document);
        assert!(
            found.contains(&format!("{NOTE} in {place}")),
            "{place}: {found:?}"
        );
    }
}

#[test]
fn a_copy_for_others_says_how_much_it_keeps_back_and_nothing_of_what_that_is() {
    let said = outline(&made(Audience::Client));
    assert!(
        said.contains("2 items of evidence in the assessor's working papers"),
        "{said}"
    );
    assert!(said.contains("2 items of evidence are in the assessor's working papers"));
    let working = outline(&made(Audience::Working));
    assert!(working.contains("Working papers only"));
    assert!(!working.contains("counts in the figures"));
}
