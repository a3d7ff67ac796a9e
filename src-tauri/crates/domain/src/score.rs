//! Where an assessment stands: conformity (what is in place) and assurance (how well it is
//! proven), as two figures that are never mixed, with the rows that each came from.
//!
//! `row` judges one answer, `proof` the evidence behind it, `word` puts the figures
//! into a word and says which gates lower it. Here the rows become items, and the items
//! figures.

use serde::Serialize;

use crate::answer::{ItemState, Subject};
use crate::dossier::Dossier;
use crate::framework::Control;
use crate::id::EvidenceLinkId;
use crate::lookup::Lookup;
use crate::profile::{self, Consequence};

mod proof;
mod row;
mod word;

use proof::Proofs;

pub use proof::is_fresh;
pub use row::{missing_decision, missing_exclusion, state};

/// What is said in place of a word where no control applies: there is nothing to judge.
pub const NOTHING_APPLIES: &str = "Nothing applies";

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
    /// The word that the provisions figure alone would earn; where no item rests on a
    /// provision or none of them applies, the figure over all items; [`NOTHING_APPLIES`] where
    /// none of these does either.
    pub band: String,
    /// The word after gates and coverage.
    pub word: String,
    /// The gates that closed.
    pub gates: Vec<ClosedGate>,
    /// The sentence that stands wherever a figure stands.
    pub disclaimer: String,
}

/// The figures of a set of items, not rounded. Nothing where the set is empty.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Figures {
    /// What is in place, per cent.
    pub conformity: Option<f64>,
    /// How well what is in place is proven, per cent, over the items with a value.
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
    /// Its state: that of its lowest row; unresolved as long as one row is.
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
    /// Whether the assurance was lowered because the evidence was not fresh on the as-of
    /// date, or its document not in force.
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

    /// Returns what the item weighs in every figure: its severity times its class's factor.
    pub fn weight(&self) -> f64 {
        f64::from(self.severity) * self.class_weight
    }
}

/// Returns where the assessment stands on its as-of date.
pub fn standing(dossier: &Dossier) -> Standing {
    let framework = &dossier.framework;
    let consequences = profile::of(dossier);
    let lookup = Lookup::of(dossier);
    let items: Vec<ItemStanding> = framework
        .controls()
        .map(|c| item(dossier, &lookup, c, &consequences))
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
    let gates = word::closed_gates(dossier, &lookup, &items, &all, &consequences);
    let (band, word) = if all.applicable == 0 {
        (NOTHING_APPLIES.to_owned(), NOTHING_APPLIES.to_owned())
    } else {
        let band = word::band(framework, provisions.conformity.or(all.conformity));
        let word = word::capped(framework, &band, &gates, all.coverage);
        (band, word)
    };
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

fn item(
    dossier: &Dossier,
    lookup: &Lookup<'_>,
    control: &Control,
    consequences: &[Consequence],
) -> ItemStanding {
    let framework = &dossier.framework;
    let subjects = dossier.assessment.scope.subjects(control.asked_per);
    let proofs = Proofs::of(dossier, lookup, control, &subjects);
    let rows: Vec<RowStanding> = dossier
        .rows(control)
        .into_iter()
        .map(|subject| row::row(dossier, lookup, control, subject, &proofs, consequences))
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
        severity: profile::severity(control, consequences, &dossier.assessment.scope),
        class_weight: framework.class(&control.class).map_or(1.0, |c| c.weight),
        rests_on_provision: framework.rests_on_provision(control),
        rows,
    }
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

/// Returns the mean by weight, per cent.
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
