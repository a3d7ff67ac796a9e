//! What should be known before a packet leaves.

use std::collections::BTreeMap;

use domain::assessment::Stage;
use domain::evidence::{Confidentiality, Evidence, Phi};
use domain::id::EvidenceId;
use domain::owed::{self, Lack};
use domain::packet::{Audience, Look};
use domain::score::Standing;
use packet::Pages;

use super::exhibit::{Exhibits, Trouble};
use super::gathered::GatheredPacket;
use super::phi::{Shape, shapes};
use super::plan::has_redacted;

/// How many titles or pages a sentence names.
const NAMED: usize = 4;

/// How much a check matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It should not leave like that.
    Stop,
    /// Somebody should look at it.
    Warn,
    /// Good to know.
    Info,
}

/// Something that should be known before a packet leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was looked at, in a word that does not change.
    pub code: &'static str,
    /// How much it matters.
    pub weight: Weight,
    /// What was found and what to do.
    pub sentence: String,
    /// How many.
    pub count: usize,
    /// The control it is about.
    pub control: Option<String>,
    /// The evidence it is about.
    pub evidence: Option<EvidenceId>,
}

impl Check {
    fn of(code: &'static str, weight: Weight, count: usize, sentence: String) -> Self {
        Self {
            code,
            weight,
            sentence,
            count,
            control: None,
            evidence: None,
        }
    }
}

/// Looks at a packet that was laid out; what matters most comes first.
pub(super) fn checks(
    gathered: &GatheredPacket,
    standing: &Standing,
    exhibits: &Exhibits,
    pages: &Pages,
) -> Vec<Check> {
    let mut found = of_exhibits(gathered, exhibits);
    found.extend(of_answers(gathered, standing));
    found.extend(of_evidence(gathered));
    found.extend(of_words(pages));
    found.extend(
        pages
            .warnings()
            .iter()
            .map(|warning| Check::of("layout", Weight::Warn, 1, warning.clone())),
    );
    found.extend(of_looks(gathered));
    if gathered.dossier.assessment.stage == Stage::Draft {
        found.push(Check::of(
            "draft",
            Weight::Info,
            1,
            "This version is a draft, and every page says so. Make it final first when the \
             packet is to be relied on."
                .to_owned(),
        ));
    }
    found.sort_by_key(|check| check.weight);
    found
}

fn of_exhibits(gathered: &GatheredPacket, exhibits: &Exhibits) -> Vec<Check> {
    let evidence = |id: EvidenceId| gathered.dossier.evidence.iter().find(move |e| e.id == id);
    let mut found = Vec::new();
    for (id, trouble) in &exhibits.troubles {
        let Some(of) = evidence(*id) else { continue };
        let printed = exhibits
            .printed
            .iter()
            .find(|printed| printed.evidence == *id);
        let why = printed.map_or("", |printed| printed.unshown.as_str());
        let title = quoted(&of.title);
        let (code, weight, sentence) = match trouble {
            Trouble::GoneBad => (
                "gone-bad",
                Weight::Stop,
                format!(
                    "The sealed file of {title} is damaged: it is not what was attached. The \
                     packet says so in its place. Attach the file again, or restore it from a \
                     backup, before this leaves."
                ),
            ),
            Trouble::NoSuchPages => (
                "pages",
                Weight::Warn,
                format!("Nothing of {title} is printed. {why}"),
            ),
            Trouble::Unshown => (
                "unshown",
                Weight::Warn,
                format!("{title} cannot be printed as it is. {why}"),
            ),
            Trouble::Cut => ("cut", Weight::Warn, format!("{title} is cut short: {why}")),
        };
        found.push(Check {
            evidence: Some(*id),
            ..Check::of(code, weight, 1, sentence)
        });
    }
    let chosen = || gathered.chosen.iter();
    let leaves = gathered.plan.audience != Audience::Working;
    let of_evidence = || chosen().map(|one| &one.evidence);
    found.extend(about(
        ("alternative", Weight::Warn),
        chosen()
            .filter(|one| one.exhibit.alternative.trim().is_empty())
            .map(|one| &one.evidence)
            .collect(),
        "has no words for those who cannot see it",
        "have no words for those who cannot see them",
        "Say in a sentence or two what it shows.",
    ));
    if !leaves {
        return found;
    }
    found.extend(about(
        ("restricted", Weight::Warn),
        of_evidence()
            .filter(|e| e.description.confidentiality == Confidentiality::Restricted)
            .collect(),
        "is for named people only and is printed",
        "are for named people only and are printed",
        "Make sure that this packet goes to them and to nobody else.",
    ));
    found.extend(about(
        ("phi-exhibit", Weight::Warn),
        of_evidence()
            .filter(|e| e.description.phi == Phi::Yes)
            .collect(),
        "is said to hold health information and is printed",
        "are said to hold health information and are printed",
        "Print a redacted copy in its place, or only the pages without it.",
    ));
    found.extend(about(
        ("phi-unknown", Weight::Warn),
        of_evidence()
            .filter(|e| e.description.phi == Phi::Unknown)
            .collect(),
        "is printed, and nobody has looked whether it holds health information",
        "are printed, and nobody has looked whether they hold health information",
        "Look before this leaves.",
    ));
    found.extend(about(
        ("has-redacted", Weight::Warn),
        of_evidence()
            .filter(|e| has_redacted(&gathered.dossier, e.id))
            .collect(),
        "is printed though there is a redacted copy of it",
        "are printed though there are redacted copies of them",
        "Print the copy in its place.",
    ));
    found
}

fn of_answers(gathered: &GatheredPacket, standing: &Standing) -> Option<Check> {
    let owed = owed::owed(&gathered.dossier, standing);
    let mut lacking = owed.iter().filter(|owed| owed.lack == Lack::Answer);
    let first = lacking.next()?;
    let count = 1 + lacking.count();
    let sentence = match count {
        1 => "One item has no answer yet. The packet prints it as not assessed.".to_owned(),
        count => {
            format!("{count} items have no answer yet. The packet prints them as not assessed.")
        }
    };
    Some(Check {
        control: first.control.clone(),
        ..Check::of("unanswered", Weight::Warn, count, sentence)
    })
}

fn of_evidence(gathered: &GatheredPacket) -> Option<Check> {
    let as_of = gathered.dossier.assessment.as_of;
    let expired = |e: &&Evidence| {
        let until = e.description.valid_until;
        e.withdrawn.is_none() && until.is_some_and(|until| until < as_of)
    };
    about(
        ("expired", Weight::Warn),
        gathered.dossier.evidence.iter().filter(expired).collect(),
        "was no longer valid on the day that this assessment speaks for",
        "were no longer valid on the day that this assessment speaks for",
        "Ask for what holds now, or say in the note why it still counts.",
    )
}

/// Looks for numbers that could name a patient in the words of all pages.
fn of_words(pages: &Pages) -> Vec<Check> {
    let mut met: BTreeMap<Shape, (usize, Vec<usize>)> = BTreeMap::new();
    for page in 0..pages.count() {
        for shape in shapes(&pages.text(page)) {
            let (count, on) = met.entry(shape).or_default();
            *count += 1;
            if on.last() != Some(&(page + 1)) {
                on.push(page + 1);
            }
        }
    }
    let mut found = Vec::new();
    for shape in Shape::ALL {
        let Some((count, on)) = met.get(&shape) else {
            continue;
        };
        let (code, weight, one, many) = match shape {
            Shape::SocialSecurity => (
                "phi-ssn",
                Weight::Warn,
                "looks like a social security number",
                "look like social security numbers",
            ),
            Shape::MedicalRecord => (
                "phi-record",
                Weight::Warn,
                "looks like a medical record number",
                "look like medical record numbers",
            ),
            Shape::Birth => (
                "phi-birth",
                Weight::Warn,
                "looks like a date of birth",
                "look like dates of birth",
            ),
            Shape::Telephone => (
                "phi-telephone",
                Weight::Info,
                "looks like a telephone number",
                "look like telephone numbers",
            ),
        };
        let what = match count {
            1 => format!("One number {one}"),
            count => format!("{count} numbers {many}"),
        };
        let place = places(on);
        let sentence = format!(
            "{what}, on {place}. If it is a patient's, take it out of the text before this \
             leaves."
        );
        found.push(Check::of(code, weight, *count, sentence));
    }
    found
}

fn of_looks(gathered: &GatheredPacket) -> Option<Check> {
    let refused = |look: &&Look| look.chosen().is_some() && look.accent().is_none();
    let looks = gathered.looks.iter().flatten();
    let count = looks.filter(refused).count();
    (count > 0).then(|| {
        let sentence = "A chosen colour is too pale to be read on white, so the packet keeps the \
                        colour that it has without it.";
        Check::of("colour", Weight::Info, count, sentence.to_owned())
    })
}

/// Says something of evidence, when there is any of which it is so.
fn about(
    (code, weight): (&'static str, Weight),
    of: Vec<&Evidence>,
    one: &str,
    many: &str,
    advice: &str,
) -> Option<Check> {
    let first = of.first()?;
    let titles: Vec<String> = of.iter().map(|e| quoted(&e.title)).collect();
    let says = if of.len() == 1 { one } else { many };
    let sentence = format!("{} {says}. {advice}", listed(&titles));
    Some(Check {
        evidence: Some(first.id),
        ..Check::of(code, weight, of.len(), sentence)
    })
}

fn quoted(title: &str) -> String {
    format!("\u{201c}{}\u{201d}", title.trim())
}

fn places(pages: &[usize]) -> String {
    let numbers: Vec<String> = pages.iter().map(usize::to_string).collect();
    let word = if pages.len() == 1 { "page" } else { "pages" };
    format!("{word} {}", listed(&numbers))
}

/// Names the first of many, and how many more there are.
fn listed(names: &[String]) -> String {
    let (shown, rest) = names.split_at(names.len().min(NAMED));
    match (shown, rest.len()) {
        ([], _) => String::new(),
        ([one], 0) => one.clone(),
        ([first @ .., last], 0) => format!("{} and {last}", first.join(", ")),
        (shown, more) => format!("{} and {more} more", shown.join(", ")),
    }
}
