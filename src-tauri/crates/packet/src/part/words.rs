//! Words for people that several parts print. A word is the same wherever it stands: those
//! that are public are also used where states of an assessment are compared.

use domain::answer::{Determination, Implementation, ItemState};
use domain::assessment::Stage;
use domain::evidence::{Bearing, Phi, Strength};
use domain::finding::{FindingKind, ResponseCourse, ResponseState};
use domain::framework::{Control, Designation, Framework, Method, Role, SubjectKind};
use domain::organisation::AgreementState;
use domain::packet::{Audience, PacketPart};
use domain::provision::Conclusion;
use domain::request::RequestState;

use super::Source;
use crate::document::{Block, Face, Ink, Run};

/// Returns what a packet for an audience is called.
pub fn packet_kind(of: Audience) -> &'static str {
    match of {
        Audience::Leadership => "Summary for leadership",
        Audience::Client => "Audit packet",
        Audience::Working => "Working papers",
    }
}

/// For whom a packet is, in a sentence.
pub(super) fn audience(of: Audience) -> &'static str {
    match of {
        Audience::Leadership => "Whoever decides for the organisation",
        Audience::Client => "The client, and whoever the client shows it to",
        Audience::Working => "The assessor alone: private",
    }
}

/// Returns what a part of a packet is called.
pub fn part(of: PacketPart) -> &'static str {
    match of {
        PacketPart::DocumentControl => "Document control",
        PacketPart::Attestation => "Attestation of the client",
        PacketPart::HowToRead => "How to read this",
        PacketPart::Position => "Where we stand",
        PacketPart::Harm => "What could hurt us",
        PacketPart::ToDecide => "What to decide",
        PacketPart::NextSteps => "Next steps",
        PacketPart::Summary => "Summary",
        PacketPart::Scope => "Scope and systems",
        PacketPart::Sections => "Sections with their controls",
        PacketPart::Findings => "Findings and responses",
        PacketPart::Provisions => "Index by provision",
        PacketPart::Decisions => "Decision records",
        PacketPart::Evidence => "Evidence index",
        PacketPart::ExhibitList => "List of exhibits",
        PacketPart::Exhibits => "Exhibits",
        PacketPart::Custodian => "Certificate of the custodian of records",
        PacketPart::OpenQuestions => "Open questions",
        PacketPart::Method => "Method and limits",
        PacketPart::Glossary => "Glossary",
        PacketPart::Proof => "Proof",
        PacketPart::WorkingNotes => "Private working notes",
        PacketPart::Trail => "The trail",
    }
}

/// The trail's head, as printed.
#[derive(Debug, Clone, Default)]
pub struct Trail {
    /// Entries of the organisation's chain.
    pub entries: u64,
    /// SHA-256 of the last, in hex.
    pub head: String,
    /// SHA-256 of the assessment's state, in hex.
    pub state: String,
    /// The vault's id.
    pub vault: String,
    /// The program's version.
    pub version: String,
}

pub(super) fn state(state: ItemState) -> (&'static str, Ink) {
    match state {
        ItemState::Implemented => ("Implemented", Ink::Good),
        ItemState::Partial => ("Partial", Ink::Warn),
        ItemState::Planned => ("Planned", Ink::Warn),
        ItemState::Decided => ("Decided, with record", Ink::Good),
        ItemState::DecisionIncomplete => ("Decision record incomplete", Ink::Warn),
        ItemState::NotImplemented => ("Not implemented", Ink::Bad),
        ItemState::NotApplicable => ("Not applicable", Ink::Muted),
        ItemState::Unresolved => ("Not resolved", Ink::Warn),
    }
}

pub(super) fn state_run(of: ItemState) -> Run {
    let (word, ink) = state(of);
    Run::set(word, Face::Semibold).ink(ink)
}

/// Returns the framework's label of an answer word.
pub fn implementation(framework: &Framework, word: Option<Implementation>) -> String {
    word.and_then(|w| framework.answer(w))
        .map_or_else(|| "Not answered".to_owned(), |w| w.label.clone())
}

/// Returns what was concluded, in words.
pub fn determination(of: Option<Determination>) -> &'static str {
    match of {
        Some(Determination::Satisfied) => "Satisfied",
        Some(Determination::OtherThanSatisfied) => "Other than satisfied",
        None => "Not determined",
    }
}

/// Returns a method's name.
pub fn method(of: Method) -> &'static str {
    match of {
        Method::Examine => "Examine",
        Method::Interview => "Interview",
        Method::Test => "Test",
    }
}

pub(super) fn role(of: Role) -> &'static str {
    match of {
        Role::Is => "is",
        Role::Means => "means",
        Role::Supports => "supports",
    }
}

pub(super) fn kind(of: SubjectKind) -> &'static str {
    match of {
        SubjectKind::Organisation => "the organisation",
        SubjectKind::Site => "each site",
        SubjectKind::System => "each system",
        SubjectKind::Vendor => "each vendor",
    }
}

/// Returns how strong a link is, in a word.
pub fn strength(of: Strength) -> &'static str {
    match of {
        Strength::Stated => "stated",
        Strength::Examined => "examined",
        Strength::Tested => "tested",
        Strength::Observed => "observed",
    }
}

/// Returns which way evidence points.
pub fn bearing(of: Bearing) -> &'static str {
    match of {
        Bearing::Supports => "supports",
        Bearing::Contradicts => "contradicts",
    }
}

/// Returns whether evidence holds health information.
pub fn phi(of: Phi) -> &'static str {
    match of {
        Phi::Yes => "contains PHI",
        Phi::No => "no PHI",
        Phi::Unknown => "PHI not looked for",
    }
}

/// Returns where a request stands.
pub fn request_state(of: RequestState) -> &'static str {
    of.word()
}

/// Returns where an agreement stands.
pub fn agreement(of: AgreementState) -> &'static str {
    match of {
        AgreementState::Unknown => "not looked at",
        AgreementState::Signed => "signed",
        AgreementState::InPreparation => "in preparation",
        AgreementState::Missing => "missing",
        AgreementState::NotNeeded => "not needed",
    }
}

pub(super) fn finding_kind(of: FindingKind) -> &'static str {
    match of {
        FindingKind::Gap => "Gap",
        FindingKind::DocumentationGap => "Documentation gap",
        FindingKind::EvidenceGap => "Evidence gap",
        FindingKind::OpenQuestion => "Open question",
    }
}

/// Returns what will be done about a finding.
pub fn course(of: ResponseCourse) -> &'static str {
    match of {
        ResponseCourse::None => "No response yet",
        ResponseCourse::Remedy => "The proposed remedy",
        ResponseCourse::Other => "Another remedy",
        ResponseCourse::WillNot => "Will not be done",
    }
}

/// Returns how far a response is.
pub fn response_state(of: ResponseState) -> &'static str {
    match of {
        ResponseState::Open => "open",
        ResponseState::InProgress => "in progress",
        ResponseState::Done => "done",
    }
}

pub(super) fn designation(of: Designation) -> &'static str {
    match of {
        Designation::Required => "Required",
        Designation::Standard => "Standard",
        Designation::Addressable => "Addressable",
        Designation::PrivacyOrBreach => "Privacy or breach",
        Designation::OtherLaw => "Other law",
    }
}

pub(super) fn conclusion(of: Conclusion) -> (&'static str, Ink) {
    match of {
        Conclusion::Met => ("Met", Ink::Good),
        Conclusion::Partly => ("Partly", Ink::Warn),
        Conclusion::NotMet => ("Not met", Ink::Bad),
        Conclusion::Decided => ("Decided, with record", Ink::Good),
        Conclusion::Open => ("Open", Ink::Warn),
        Conclusion::NotApplicable => ("Not applicable here", Ink::Muted),
        Conclusion::ContextOnly => ("Context only, no conclusion", Ink::Muted),
        Conclusion::NotAssessed => ("Not assessed by this checklist", Ink::Muted),
    }
}

/// The heading of a decision record, with where the law asks for it.
pub(super) fn decision_record(framework: &Framework) -> String {
    if framework.decision_citation.is_empty() {
        return "Decision record".to_owned();
    }
    format!(
        "Decision record ({} {})",
        framework.citation_prefix, framework.decision_citation
    )
}

pub(super) fn severity(framework: &Framework, weight: u8) -> String {
    framework
        .severities
        .iter()
        .find(|s| s.weight == weight)
        .map_or_else(|| weight.to_string(), |s| s.label.clone())
}

pub(super) fn severity_ink(weight: u8) -> Ink {
    match weight {
        5 | 4 => Ink::Bad,
        3 => Ink::Warn,
        _ => Ink::Muted,
    }
}

pub(super) fn effort(framework: &Framework, control: &Control) -> String {
    let found = framework.efforts.iter().find(|e| e.id == control.effort);
    found.map_or_else(String::new, |e| e.label.clone())
}

pub(super) fn owner(framework: &Framework, code: &str) -> String {
    let found = framework.owners.iter().find(|o| o.id == code);
    found.map_or_else(|| code.to_owned(), |o| o.label.clone())
}

pub(super) fn collection(framework: &Framework, code: &str) -> String {
    let found = framework.collections.iter().find(|c| c.id == code);
    found.map_or_else(|| code.to_owned(), |c| c.label.clone())
}

pub(super) fn figure(of: Option<f64>) -> String {
    of.map_or_else(|| "\u{2013}".to_owned(), |f| format!("{f:.1}"))
}

pub(super) fn or_dash(text: &str) -> String {
    if text.trim().is_empty() {
        "\u{2013}".to_owned()
    } else {
        text.to_owned()
    }
}

pub(super) fn is_draft(source: &Source<'_>) -> bool {
    source.dossier.assessment.stage == Stage::Draft
}

/// Which version it is, and whether it can still change.
pub(super) fn stage(source: &Source<'_>) -> String {
    let version = source.dossier.assessment.version;
    if is_draft(source) {
        format!("Draft of version {version}")
    } else {
        format!("Version {version}, final")
    }
}

pub(super) fn banner(source: &Source<'_>) -> String {
    labels(source, "")
}

/// The banner of the working papers, which says on every page that they are private.
pub(super) fn private_banner(source: &Source<'_>) -> String {
    labels(source, "Private working papers")
}

fn labels(source: &Source<'_>, kind: &str) -> String {
    let marking = source.dossier.assessment.engagement.marking.trim();
    let draft = if is_draft(source) { "Draft" } else { "" };
    let words: Vec<&str> = [draft, kind, marking]
        .into_iter()
        .filter(|w| !w.is_empty())
        .collect();
    words.join(" \u{b7} ")
}

pub(super) fn foot(source: &Source<'_>) -> String {
    let version = source.dossier.assessment.version;
    format!(
        "{} \u{b7} version {version}",
        source.dossier.organisation.name
    )
}

/// A day as people write it.
pub(super) fn day(of: chrono::NaiveDate) -> String {
    of.format("%B %-d, %Y").to_string()
}

/// A number with the right form of its noun.
pub(super) fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// As much of a text as a short paper has room for: whole words, and a sign that it goes on.
pub(super) fn brief(text: &str, letters: usize) -> String {
    let mut words: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((at, _)) = words.char_indices().nth(letters) else {
        return words;
    };
    words.truncate(at);
    if let Some(space) = words.rfind(' ').filter(|space| *space > at / 2) {
        words.truncate(space);
    }
    let end = words.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    words.truncate(end);
    words + "\u{2026}"
}

/// A cell with a digest, broken anywhere.
pub(super) fn digest(hex: &str) -> Vec<Block> {
    let run = Run::set(hex, Face::Mono).ink(Ink::Muted);
    vec![Block::Paragraph(crate::document::Tone::Small, vec![run])]
}

/// A cell with one paragraph.
pub(super) fn cell(text: impl Into<String>) -> Vec<Block> {
    vec![Block::text(text)]
}

/// A cell with runs.
pub(super) fn cell_runs(runs: Vec<Run>) -> Vec<Block> {
    vec![Block::Paragraph(crate::document::Tone::Body, runs)]
}

/// The anchor of a control.
pub(super) fn anchor(control: &str) -> String {
    format!("control-{control}")
}

/// A run that leads to a control.
pub(super) fn control_run(control: &str) -> Run {
    Run::set(control, Face::Semibold).to(anchor(control))
}

/// The names of the sites, systems or vendors in scope.
pub(super) fn names<'a, T: 'a, Id: PartialEq>(
    all: &'a [T],
    scope: &'a [Id],
    id: impl Fn(&T) -> Id + 'a,
) -> impl Iterator<Item = &'a T> {
    all.iter().filter(move |item| scope.contains(&id(item)))
}
