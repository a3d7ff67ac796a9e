//! Where an assessment stands: conformity (what is in place) and assurance (how well it is
//! proven), as two figures that are never mixed, with the rows that each came from.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use crate::answer::{AnswerWords, Determination, Implementation, ItemState, Subject};
use crate::dossier::Dossier;
use crate::evidence::{Bearing, Evidence, EvidenceLink};
use crate::framework::{Control, Designation, Framework, Gate, GateRule, Role};
use crate::id::EvidenceLinkId;
use crate::profile::{self, Consequence};

/// Where an assessment stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Standing {
    /// Over the items that rest on a provision of law.
    pub provisions: Figures,
    /// Over all items.
    pub all: Figures,
    /// By section, in order.
    pub sections: Vec<SectionStanding>,
    /// By item, in order.
    pub items: Vec<ItemStanding>,
    /// The word that the provisions figure alone would earn.
    pub band: String,
    /// The word after gates and coverage.
    pub word: String,
    /// The gates that closed.
    pub gates: Vec<ClosedGate>,
    /// The sentence that stands wherever a figure stands.
    pub disclaimer: String,
}

/// The figures of a set of items. Nothing where the set is empty.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Figures {
    /// What is in place, per cent.
    pub conformity: Option<f64>,
    /// How well what is in place is proven, per cent.
    pub assurance: Option<f64>,
    /// Resolved among applicable items, per cent.
    pub coverage: Option<f64>,
    /// Items in the set.
    pub items: u32,
    /// Items that apply.
    pub applicable: u32,
    /// Applicable items that are resolved.
    pub resolved: u32,
}

/// The figures of one section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SectionStanding {
    /// The section's name.
    pub section: String,
    /// Its heading.
    pub title: String,
    /// Its figures.
    pub figures: Figures,
}

/// How one control stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ItemStanding {
    /// The control's id.
    pub control: String,
    /// Its state: that of its lowest row.
    pub state: ItemState,
    /// Its value, 0 to 1: that of its lowest row.
    pub value: f64,
    /// Its assurance, 0 to 1: that of its lowest row with a value.
    pub assurance: f64,
    /// The severity weight after the profile, 1 to 5.
    pub severity: u8,
    /// The class's factor.
    pub class_weight: f64,
    /// Whether it rests on a provision of law.
    pub rests_on_provision: bool,
    /// The rows it came from.
    pub rows: Vec<RowStanding>,
}

/// How one answer stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RowStanding {
    /// What it is about.
    pub subject: Subject,
    /// Its state.
    pub state: ItemState,
    /// Its value, 0 to 1.
    pub value: f64,
    /// Its assurance, 0 to 1.
    pub assurance: f64,
    /// The link that the assurance came from.
    pub best_link: Option<EvidenceLinkId>,
    /// Whether evidence speaks against it.
    pub contradicted: bool,
    /// Whether the assurance was halved because the evidence is no longer fresh.
    pub stale: bool,
}

/// A gate that closed, with the controls that closed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ClosedGate {
    /// The gate's name.
    pub gate: String,
    /// What is the matter.
    pub title: String,
    /// The best word left.
    pub cap: String,
    /// The controls that closed it.
    pub controls: Vec<String>,
}

impl ItemStanding {
    /// Returns whether the item counts.
    pub fn applies(&self) -> bool {
        self.state != ItemState::NotApplicable
    }

    fn weight(&self) -> f64 {
        f64::from(self.severity) * self.class_weight
    }
}

/// Returns where the assessment stands on its as-of date.
pub fn standing(dossier: &Dossier) -> Standing {
    let framework = &dossier.framework;
    let consequences = profile::consequences(framework, &dossier.assessment.profile);
    let items: Vec<ItemStanding> = framework
        .controls()
        .map(|c| item(dossier, c, &consequences))
        .collect();
    let provisions = figures(items.iter().filter(|i| i.rests_on_provision));
    let all = figures(items.iter());
    let sections = framework
        .sections
        .iter()
        .map(|section| SectionStanding {
            section: section.id.clone(),
            title: section.title.clone(),
            figures: figures(
                items
                    .iter()
                    .filter(|i| section.controls().any(|c| c.id == i.control)),
            ),
        })
        .collect();
    let gates = closed_gates(dossier, &items, &all);
    let band = band(framework, provisions.conformity.or(all.conformity));
    let word = capped(framework, &band, &gates, all.coverage);
    Standing {
        provisions,
        all,
        sections,
        items,
        band,
        word,
        gates,
        disclaimer: framework.disclaimer.clone(),
    }
}

fn item(dossier: &Dossier, control: &Control, consequences: &[Consequence]) -> ItemStanding {
    let framework = &dossier.framework;
    let rows: Vec<RowStanding> = dossier
        .rows(control)
        .into_iter()
        .map(|subject| row(dossier, control, subject, consequences))
        .collect();
    let lowest = rows
        .iter()
        .filter(|r| r.state != ItemState::NotApplicable)
        .min_by(|a, b| a.value.total_cmp(&b.value).then(b.state.cmp(&a.state)));
    ItemStanding {
        control: control.id.clone(),
        state: lowest.map_or(ItemState::NotApplicable, |r| r.state),
        value: lowest.map_or(0.0, |r| r.value),
        assurance: rows
            .iter()
            .filter(|r| r.value > 0.0)
            .map(|r| r.assurance)
            .min_by(f64::total_cmp)
            .unwrap_or(0.0),
        severity: profile::severity(control, consequences),
        class_weight: framework.class(&control.class).map_or(1.0, |c| c.weight),
        rests_on_provision: framework.rests_on_provision(control),
        rows,
    }
}

fn row(
    dossier: &Dossier,
    control: &Control,
    subject: Subject,
    consequences: &[Consequence],
) -> RowStanding {
    let framework = &dossier.framework;
    let words = dossier.answer(&control.id, subject).map(|a| &a.words);
    let excluded = profile::supports_exclusion(&control.id, subject, consequences);
    let state = words.map_or(ItemState::Unresolved, |w| {
        state(framework, control, w, excluded)
    });
    let value = words.map_or(0.0, |w| value(framework, state, w));
    let proof = proof(dossier, control, subject);
    RowStanding {
        subject,
        state,
        value,
        assurance: proof.as_ref().map_or(0.0, |p| p.factor),
        best_link: proof.as_ref().map(|p| p.link),
        contradicted: dossier
            .links_of(&control.id, subject)
            .any(|l| l.bearing == Bearing::Contradicts && dossier.evidence_of(l).is_some()),
        stale: proof.is_some_and(|p| p.stale),
    }
}

/// Returns the state of an answer. `excluded` says that the profile proposes that the
/// control does not apply.
pub fn state(
    framework: &Framework,
    control: &Control,
    words: &AnswerWords,
    excluded: bool,
) -> ItemState {
    let said = match words.implementation {
        None | Some(Implementation::Unknown) => ItemState::Unresolved,
        Some(Implementation::Implemented) => ItemState::Implemented,
        Some(Implementation::Partial) => ItemState::Partial,
        Some(Implementation::Planned) => ItemState::Planned,
        Some(Implementation::NotImplemented) => ItemState::NotImplemented,
        Some(Implementation::Alternative | Implementation::NotReasonable) => {
            let complete = framework.allows_decision(control)
                && missing_decision(framework, words).is_empty();
            if complete {
                ItemState::Decided
            } else {
                ItemState::DecisionIncomplete
            }
        }
        Some(Implementation::NotApplicable) => {
            let reasoned = !words.exclusion_reason.trim().is_empty()
                && !words.exclusion_approver.trim().is_empty();
            if reasoned && (excluded || !needs_profile(control)) {
                ItemState::NotApplicable
            } else {
                ItemState::Unresolved
            }
        }
    };
    match (words.determination, said) {
        (
            Some(Determination::OtherThanSatisfied),
            ItemState::Implemented | ItemState::Decided,
        ) => ItemState::Partial,
        _ => said,
    }
}

/// Returns whether "not applicable" needs the profile's support: the control is, for a
/// required specification or a standard, what the provision asks.
pub fn needs_profile(control: &Control) -> bool {
    control.provisions.iter().any(|p| {
        p.role == Role::Is
            && matches!(p.designation, Designation::Required | Designation::Standard)
    })
}

/// Returns the fields of the decision record that still lack (45 CFR 164.306(d)(3)).
pub fn missing_decision<'f>(framework: &'f Framework, words: &AnswerWords) -> Vec<&'f str> {
    let Some(word) = words.implementation else {
        return Vec::new();
    };
    framework
        .decision_record
        .iter()
        .filter(|field| field.required_for.contains(&word))
        .filter(|field| {
            words
                .decision
                .get(&field.id)
                .is_none_or(|text| text.trim().is_empty())
        })
        .map(|field| field.id.as_str())
        .collect()
}

fn value(framework: &Framework, state: ItemState, words: &AnswerWords) -> f64 {
    let said = words
        .implementation
        .and_then(|w| framework.answer(w))
        .map_or(0.0, |w| w.value);
    let value = match state {
        ItemState::Implemented | ItemState::Partial | ItemState::Decided => said,
        ItemState::Planned
        | ItemState::DecisionIncomplete
        | ItemState::NotImplemented
        | ItemState::NotApplicable
        | ItemState::Unresolved => 0.0,
    };
    match words.determination {
        Some(Determination::OtherThanSatisfied) => value.min(framework.determination_cap),
        Some(Determination::Satisfied) | None => value,
    }
}

struct Proof {
    link: EvidenceLinkId,
    factor: f64,
    stale: bool,
}

fn proof(dossier: &Dossier, control: &Control, subject: Subject) -> Option<Proof> {
    dossier
        .links_of(&control.id, subject)
        .filter(|l| l.bearing == Bearing::Supports)
        .filter_map(|l| dossier.evidence_of(l).map(|e| (l, e)))
        .map(|(link, evidence)| weigh(dossier, control, link, evidence))
        .max_by(|a, b| a.factor.total_cmp(&b.factor))
}

fn weigh(
    dossier: &Dossier,
    control: &Control,
    link: &EvidenceLink,
    evidence: &Evidence,
) -> Proof {
    let rule = &dossier.framework.assurance;
    let rank = rule
        .ranks
        .iter()
        .find(|r| r.strength == link.strength)
        .map_or(0, |r| r.rank);
    let wanted = rule
        .sufficient
        .iter()
        .find(|s| s.method == control.sufficient_method)
        .map_or(rank, |s| s.rank);
    let short = usize::from(wanted.saturating_sub(rank));
    let factor = rule.factors.get(short).copied().unwrap_or(0.0);
    let stale = !is_fresh(evidence, control.fresh_months, dossier.assessment.as_of);
    let factor = if stale {
        factor * rule.stale_factor
    } else {
        factor
    };
    Proof {
        link: link.id,
        factor,
        stale,
    }
}

/// Returns whether evidence still counts in full on a day. With 0 months its own "valid
/// until" decides.
pub fn is_fresh(evidence: &Evidence, months: u32, on: NaiveDate) -> bool {
    let described = &evidence.description;
    if described.valid_until.is_some_and(|until| until < on) {
        return false;
    }
    if months == 0 {
        return true;
    }
    let speaks_for = described
        .covers_to
        .or(described.collected_on)
        .unwrap_or_else(|| evidence.added.date_naive());
    speaks_for
        .checked_add_months(Months::new(months))
        .is_none_or(|last| last >= on)
}

fn figures<'i>(items: impl Iterator<Item = &'i ItemStanding> + Clone) -> Figures {
    let total = items.clone().count();
    let applicable = items.filter(|i| i.applies());
    let in_place = applicable.clone().filter(|i| i.value > 0.0);
    let count = applicable.clone().count();
    let resolved = applicable
        .clone()
        .filter(|i| i.state != ItemState::Unresolved)
        .count();
    Figures {
        conformity: weighted(applicable.map(|i| (i.weight(), i.value))),
        assurance: weighted(in_place.map(|i| (i.weight(), i.assurance))),
        coverage: (count > 0).then(|| 100.0 * as_f64(resolved) / as_f64(count)),
        items: as_u32(total),
        applicable: as_u32(count),
        resolved: as_u32(resolved),
    }
}

fn weighted(pairs: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let (sum, weights) = pairs.fold((0.0, 0.0), |(s, w), (weight, x)| {
        (s + weight * x, w + weight)
    });
    (weights > 0.0).then(|| 100.0 * sum / weights)
}

fn as_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn as_f64(count: usize) -> f64 {
    f64::from(as_u32(count))
}

fn band(framework: &Framework, figure: Option<f64>) -> String {
    let figure = figure.unwrap_or(0.0);
    framework
        .bands
        .iter()
        .find(|b| figure >= b.at_least)
        .or_else(|| framework.bands.last())
        .map_or_else(String::new, |b| b.word.clone())
}

fn capped(
    framework: &Framework,
    band: &str,
    gates: &[ClosedGate],
    coverage: Option<f64>,
) -> String {
    let rank = |word: &str| {
        framework
            .bands
            .iter()
            .position(|b| b.word == word)
            .unwrap_or(0)
    };
    let word = gates
        .iter()
        .map(|g| g.cap.as_str())
        .chain(std::iter::once(band))
        .max_by_key(|word| rank(word))
        .unwrap_or(band);
    if coverage.is_none_or(|c| c < framework.coverage_floor.below) {
        format!("{} {word}", framework.coverage_floor.prefix)
    } else {
        word.to_owned()
    }
}

fn closed_gates(dossier: &Dossier, items: &[ItemStanding], all: &Figures) -> Vec<ClosedGate> {
    dossier
        .framework
        .gates
        .iter()
        .filter_map(|gate| {
            closing(dossier, items, all, gate).map(|controls| ClosedGate {
                gate: gate.id.clone(),
                title: gate.title.clone(),
                cap: gate.cap.clone(),
                controls,
            })
        })
        .collect()
}

fn closing(
    dossier: &Dossier,
    items: &[ItemStanding],
    all: &Figures,
    gate: &Gate,
) -> Option<Vec<String>> {
    let framework = &dossier.framework;
    let those = |keep: &dyn Fn(&ItemStanding) -> bool| {
        let ids: Vec<String> = items
            .iter()
            .filter(|i| keep(i))
            .map(|i| i.control.clone())
            .collect();
        (!ids.is_empty()).then_some(ids)
    };
    match &gate.when {
        GateRule::Control {
            control,
            states,
            qualifiers,
        } => those(&|i| {
            i.control == *control
                && i.applies()
                && (states.contains(&i.state)
                    || dossier.answers.iter().any(|a| {
                        a.control == *control
                            && a.words.qualifiers.iter().any(|q| qualifiers.contains(q))
                    }))
        }),
        GateRule::RoleIs {
            designations,
            states,
        } => those(&|i| {
            states.contains(&i.state)
                && framework.control(&i.control).is_some_and(|c| {
                    c.provisions
                        .iter()
                        .any(|p| p.role == Role::Is && designations.contains(&p.designation))
                })
        }),
        GateRule::Class { class, states } => those(&|i| {
            states.contains(&i.state)
                && framework
                    .control(&i.control)
                    .is_some_and(|c| c.class == *class)
        }),
        GateRule::AssuranceBelow { percent } => {
            all.assurance.filter(|a| a < percent).map(|_| Vec::new())
        }
    }
}
