//! What is to be done by whom and when: from responses, plans and requests.

use chrono::NaiveDate;
use domain::answer::Implementation;
use domain::finding::{Finding, FindingStanding, ResponseCourse, ResponseState};
use domain::lookup::Lookup;
use domain::request::EvidenceRequest;

use super::{Source, plan, words};

/// Something that is to be done.
pub(super) struct Step {
    /// By when; nothing where no date is set.
    pub(super) on: Option<NaiveDate>,
    /// What.
    pub(super) what: String,
    /// What it is about: the control's name, or whose papers.
    pub(super) about: String,
    /// The control, where it is about one.
    pub(super) control: Option<String>,
    /// Who sees to it; nothing where nobody is named.
    pub(super) who: Option<String>,
    /// Where it comes from.
    pub(super) origin: StepOrigin,
    /// The severity of the gap that it closes, 0 where it closes none.
    pub(super) severity: u8,
}

/// Where a step comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StepOrigin {
    /// A response to a finding.
    Response,
    /// An answer that says it is planned.
    Plan,
    /// Requests for evidence.
    Request,
    /// A gap without a response: what the catalogue proposes.
    Proposal,
}

impl Step {
    pub(super) fn is_late(&self, today: NaiveDate) -> bool {
        self.on.is_some_and(|on| on < today)
    }
}

impl StepOrigin {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Response => "response",
            Self::Plan => "plan",
            Self::Request => "evidence",
            Self::Proposal => "proposed",
        }
    }
}

/// Returns all steps: those with a date first, the earliest at the top, then by how much their
/// gap weighs; what is only proposed comes last.
pub(super) fn steps(source: &Source<'_>, requests: Requests) -> Vec<Step> {
    let lookup = Lookup::of(source.dossier);
    let findings = source.dossier.findings.iter();
    let open = findings.filter(|f| f.standing == FindingStanding::Open);
    let mut steps: Vec<Step> = open
        .filter(|f| f.raised.kind.is_gap())
        .filter_map(|finding| of_finding(source, &lookup, finding))
        .collect();
    steps.extend(of_requests(source, requests));
    steps.sort_by_key(|step| {
        (
            step.on.is_none(),
            step.on,
            step.origin == StepOrigin::Proposal,
            std::cmp::Reverse(step.severity),
        )
    });
    steps
}

fn of_finding(source: &Source<'_>, lookup: &Lookup<'_>, finding: &Finding) -> Option<Step> {
    let raised = &finding.raised;
    let control = source.dossier.framework.control(&raised.control)?;
    let response = &finding.response;
    let step = |what: &str, who: &str, on: Option<NaiveDate>, origin: StepOrigin| Step {
        on,
        what: what.trim().to_owned(),
        about: control.label.clone(),
        control: Some(control.id.clone()),
        who: named(who),
        origin,
        severity: raised.severity,
    };
    let (owner, due) = (response.owner.as_str(), response.due);
    match response.course {
        ResponseCourse::WillNot => None,
        ResponseCourse::Remedy | ResponseCourse::Other
            if response.state == ResponseState::Done =>
        {
            None
        }
        ResponseCourse::Remedy => Some(step(&control.remedy, owner, due, StepOrigin::Response)),
        ResponseCourse::Other => {
            let text = response.text.trim();
            let what = if text.is_empty() {
                &control.remedy
            } else {
                text
            };
            Some(step(what, owner, due, StepOrigin::Response))
        }
        ResponseCourse::None => {
            let answer = lookup.answer(&raised.control, raised.subject);
            let planned = answer
                .map(|a| &a.words)
                .filter(|words| words.implementation == Some(Implementation::Planned));
            Some(planned.map_or_else(
                || step(&control.remedy, "", None, StepOrigin::Proposal),
                |words| {
                    step(
                        &control.remedy,
                        &words.plan_owner,
                        words.plan_due,
                        StepOrigin::Plan,
                    )
                },
            ))
        }
    }
}

/// What is wanted is told together by person or by day, as it would be many lines otherwise.
fn of_requests(source: &Source<'_>, requests: Requests) -> Vec<Step> {
    let mut groups: Vec<Asked<'_>> = Vec::new();
    let open = source.dossier.requests.iter();
    for request in open.filter(|r| r.course.state.is_open()) {
        let who = plan::asked(source, request);
        let due = request.course.due;
        let belongs = |group: &&mut Asked<'_>| match requests {
            Requests::ByPerson => group.who.first() == who.as_ref(),
            Requests::ByDay => group.due == due,
        };
        let Some(group) = groups.iter_mut().find(belongs) else {
            groups.push(Asked {
                due,
                who: who.into_iter().collect(),
                requests: vec![request],
            });
            continue;
        };
        // The earliest day of a person's.
        group.due = [group.due, due].into_iter().flatten().min();
        group.requests.push(request);
        group.who.extend(who.filter(|who| !group.who.contains(who)));
    }
    groups.into_iter().map(Asked::step).collect()
}

/// How requests are told together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Requests {
    /// A step for each person, due when the first paper is.
    ByPerson,
    /// A step for each day.
    ByDay,
}

/// Requests that are told together.
struct Asked<'a> {
    due: Option<NaiveDate>,
    who: Vec<String>,
    requests: Vec<&'a EvidenceRequest>,
}

impl Asked<'_> {
    fn step(self) -> Step {
        let papers = words::count(self.requests.len(), "paper", "papers");
        let first = self.requests.iter().min_by_key(|r| {
            let due = r.course.due;
            (due.is_none(), due)
        });
        let first = first.map_or("", |r| r.artefact.as_str());
        let first = words::brief(first.trim_start_matches("An answer to: "), 90);
        Step {
            on: self.due,
            what: match self.requests.as_slice() {
                [_] => format!("Hand over: {first}"),
                _ => format!("Hand over {papers}, first of all: {first}"),
            },
            about: format!("{papers} wanted as evidence"),
            control: None,
            who: match self.who.len() {
                0 => None,
                1 | 2 => Some(self.who.join("; ")),
                many => Some(format!("{many} people")),
            },
            origin: StepOrigin::Request,
            severity: 0,
        }
    }
}

fn named(who: &str) -> Option<String> {
    let who = who.trim();
    (!who.is_empty()).then(|| who.to_owned())
}
