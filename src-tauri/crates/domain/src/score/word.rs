//! The word for the figures, and the gates that lower it.
//!
//! Figures are compared as they are shown, to one decimal: nobody reads "90.0" and finds the
//! word for less than 90.

use super::{ClosedGate, Figures, ItemStanding};
use crate::answer::ItemState;
use crate::dossier::Dossier;
use crate::framework::{Framework, Gate, GateRule, Role};
use crate::lookup::Lookup;
use crate::profile::{self, Consequence};

fn as_shown(figure: f64) -> f64 {
    (figure * 10.0).round() / 10.0
}

/// Returns the word that a figure earns by itself.
pub(super) fn band(framework: &Framework, figure: Option<f64>) -> String {
    let figure = as_shown(figure.unwrap_or(0.0));
    framework
        .bands
        .iter()
        .find(|b| figure >= b.at_least)
        .or_else(|| framework.bands.last())
        .map_or_else(String::new, |b| b.word.clone())
}

/// Returns the word after gates and coverage: the worst of the band and the caps.
pub(super) fn capped(
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
    if coverage.is_none_or(|c| as_shown(c) < framework.coverage_floor.below) {
        format!("{} {word}", framework.coverage_floor.prefix)
    } else {
        word.to_owned()
    }
}

/// Returns the gates that closed, in the framework's order.
pub(super) fn closed_gates(
    dossier: &Dossier,
    lookup: &Lookup<'_>,
    items: &[ItemStanding],
    all: &Figures,
    consequences: &[Consequence],
) -> Vec<ClosedGate> {
    dossier
        .framework
        .gates
        .iter()
        .filter_map(|gate| {
            closing(dossier, lookup, items, all, gate, consequences).map(|controls| {
                ClosedGate {
                    gate: gate.id.clone(),
                    title: gate.title.clone(),
                    cap: gate.cap.clone(),
                    controls,
                }
            })
        })
        .collect()
}

/// Returns the controls that close a gate; none of them where a figure closes it.
fn closing(
    dossier: &Dossier,
    lookup: &Lookup<'_>,
    items: &[ItemStanding],
    all: &Figures,
    gate: &Gate,
    consequences: &[Consequence],
) -> Option<Vec<String>> {
    let framework = &dossier.framework;
    let scope = &dossier.assessment.scope;
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
            i.control == *control && (is_in(i, states) || is_qualified(lookup, i, qualifiers))
        }),
        GateRule::RoleIs {
            designations,
            states,
        } => those(&|i| {
            is_in(i, states)
                && framework.control(&i.control).is_some_and(|c| {
                    c.provisions.iter().any(|p| {
                        p.role == Role::Is
                            && designations.contains(&p.designation)
                            && profile::binds(&p.citation, consequences, scope)
                    })
                })
        }),
        GateRule::Class { class, states } => those(&|i| {
            is_in(i, states)
                && framework
                    .control(&i.control)
                    .is_some_and(|c| c.class == *class)
        }),
        GateRule::AssuranceBelow { percent } => all
            .assurance
            .filter(|a| as_shown(*a) < *percent)
            .map(|_| Vec::new()),
    }
}

/// Whether any row is in one of the states: what one system lacks is not hidden by what
/// another leaves open.
fn is_in(item: &ItemStanding, states: &[ItemState]) -> bool {
    item.rows.iter().any(|r| states.contains(&r.state))
}

/// Whether an answer that applies says of itself one of the qualifiers.
fn is_qualified(lookup: &Lookup<'_>, item: &ItemStanding, qualifiers: &[String]) -> bool {
    item.rows
        .iter()
        .filter(|r| r.state != ItemState::NotApplicable)
        .filter_map(|r| lookup.answer(&item.control, r.subject))
        .any(|a| a.words.qualifiers.iter().any(|q| qualifiers.contains(q)))
}
