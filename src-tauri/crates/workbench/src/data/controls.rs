//! Each control with what was answered, observed and shown for it.

use std::collections::HashMap;

use domain::answer::{Answer, Observation};
use domain::dossier::Dossier;
use domain::evidence::EvidenceLink;
use domain::framework::{Control, Section};
use domain::score::{ItemStanding, Standing};

use super::shape::*;

/// What was recorded, by control.
struct Recorded<'d> {
    standing: HashMap<&'d str, &'d ItemStanding>,
    answers: HashMap<&'d str, Vec<AnswerData<'d>>>,
    observations: HashMap<&'d str, Vec<ObservationData<'d>>>,
    evidence: HashMap<&'d str, Vec<LinkData<'d>>>,
}

pub(super) fn of<'d>(dossier: &'d Dossier, standing: &'d Standing) -> Vec<ControlData<'d>> {
    let items = standing.items.iter();
    let mut recorded = Recorded {
        standing: items.map(|item| (item.control.as_str(), item)).collect(),
        answers: by_control(&dossier.answers, |a| &a.control, answer),
        observations: by_control(&dossier.observations, |o| &o.control, observation),
        evidence: by_control(&dossier.links, |l| &l.control, link),
    };
    let mut controls = Vec::new();
    for section in &dossier.framework.sections {
        for control in section.controls() {
            controls.extend(data(section, control, &mut recorded));
        }
    }
    controls
}

fn by_control<'d, T, D>(
    all: &'d [T],
    control: impl Fn(&'d T) -> &'d String,
    data: impl Fn(&'d T) -> D,
) -> HashMap<&'d str, Vec<D>> {
    let mut found: HashMap<&str, Vec<D>> = HashMap::new();
    for one in all {
        found.entry(control(one)).or_default().push(data(one));
    }
    found
}

fn data<'d>(
    section: &'d Section,
    control: &'d Control,
    recorded: &mut Recorded<'d>,
) -> Option<ControlData<'d>> {
    let id = control.id.as_str();
    let item = recorded.standing.get(id)?;
    let provisions = control.provisions.iter().map(|link| ProvisionData {
        citation: &link.citation,
        role: link.role,
    });
    let rows = item.rows.iter().map(|row| RowData {
        subject: row.subject,
        state: row.state,
        value: row.value,
        assurance: row.assurance,
        is_contradicted: row.contradicted,
        is_stale: row.stale,
    });
    Some(ControlData {
        id,
        section: &section.id,
        label: &control.label,
        text: &control.text,
        citation: &control.citation,
        provisions: provisions.collect(),
        state: item.state,
        value: item.value,
        assurance: item.assurance,
        severity: item.severity,
        rows: rows.collect(),
        answers: recorded.answers.remove(id).unwrap_or_default(),
        observations: recorded.observations.remove(id).unwrap_or_default(),
        evidence: recorded.evidence.remove(id).unwrap_or_default(),
    })
}

fn answer(of: &Answer) -> AnswerData<'_> {
    let words = &of.words;
    AnswerData {
        subject: of.subject,
        implementation: words.implementation,
        determination: words.determination,
        note: &words.note,
        qualifiers: &words.qualifiers,
        decision: &words.decision,
        exclusion_reason: &words.exclusion_reason,
        exclusion_approver: &words.exclusion_approver,
        plan_owner: &words.plan_owner,
        plan_due: words.plan_due,
        who_would_know: &words.who_would_know,
        assessor: &of.assessor,
        changed: of.changed,
    }
}

fn observation(of: &Observation) -> ObservationData<'_> {
    ObservationData {
        subject: of.subject,
        method: of.method,
        procedure: &of.procedure,
        with_whom: &of.with_whom,
        on: of.on,
        population: &of.population,
        sample: &of.sample,
        result: &of.result,
        by: &of.by,
    }
}

fn link(of: &EvidenceLink) -> LinkData<'_> {
    LinkData {
        evidence: of.evidence,
        subject: of.subject,
        strength: of.strength,
        bearing: of.bearing,
        remark: &of.remark,
    }
}
