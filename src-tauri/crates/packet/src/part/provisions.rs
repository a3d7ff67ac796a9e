//! The index by provision, in the order of the law.

use domain::framework::Role;
use domain::profile::{self, Consequence};
use domain::provision::{self, Conclusion, ProvisionStanding};

use super::{Source, words};
use crate::document::{Block, Column, Face, Run, Table, Tone};

pub(super) fn index(source: &Source<'_>) -> Vec<Block> {
    let prefix = &source.dossier.framework.citation_prefix;
    let index = provision::index(source.dossier, source.standing);
    let consequences = profile::of(source.dossier);
    let rows = index
        .iter()
        .map(|entry| {
            let (word, ink) = words::conclusion(entry.conclusion);
            let mut conclusion = vec![Block::Paragraph(
                Tone::Body,
                vec![Run::set(word, Face::Semibold).ink(ink)],
            )];
            conclusion.extend(
                remarks(source, &consequences, entry)
                    .into_iter()
                    .map(Block::small),
            );
            let mut speakers = Vec::new();
            for (i, speaker) in entry.speakers.iter().enumerate() {
                if i > 0 {
                    speakers.push(Run::plain(", "));
                }
                speakers.push(words::control_run(&speaker.control));
                speakers.push(Run::plain(format!(
                    " ({}: {})",
                    words::role(speaker.role),
                    words::state(speaker.state).0.to_lowercase()
                )));
            }
            if speakers.is_empty() {
                speakers.push(Run::plain("\u{2013}"));
            }
            vec![
                vec![
                    Block::Paragraph(
                        Tone::Body,
                        vec![Run::set(entry.provision.citation.clone(), Face::Semibold)],
                    ),
                    Block::small(words::designation(entry.provision.designation)),
                ],
                words::cell(entry.provision.title.clone()),
                words::cell_runs(speakers),
                conclusion,
            ]
        })
        .collect();
    vec![
        Block::heading(1, "Index by provision", "provisions"),
        Block::text(format!(
            "Every provision of {prefix} that this framework knows, in the order of the law, \
             with the controls that speak to it. A conclusion reads the answers of controls \
             that are what the provision asks; where there is none, of those that are a means \
             toward it. It reads a checklist, not the law."
        )),
        Block::Table(Table {
            columns: vec![
                Column::Fixed(98.0),
                Column::Share(0.9),
                Column::Share(1.2),
                Column::Fixed(86.0),
            ],
            header: ["Provision", "Title", "Controls", "Conclusion"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }),
    ]
}

/// What a conclusion rests on, where that is less than its word might say.
fn remarks(
    source: &Source<'_>,
    consequences: &[Consequence],
    entry: &ProvisionStanding,
) -> Vec<String> {
    let dossier = source.dossier;
    let citation = &entry.provision.citation;
    if !profile::binds(citation, consequences, &dossier.assessment.scope) {
        return vec!["does not bind here, by the scoping profile".to_owned()];
    }
    let mut remarks = Vec::new();
    if entry.rests_on == Some(Role::Means) {
        remarks.push(match entry.conclusion {
            Conclusion::Open => "what else meets it?".to_owned(),
            _ => "by a means".to_owned(),
        });
    }
    let below = dossier.framework.assurance.gap_below;
    let unshown = entry
        .speakers
        .iter()
        .filter(|s| Some(s.role) == entry.rests_on)
        .any(|s| {
            let item = source
                .standing
                .items
                .iter()
                .find(|item| item.control == s.control);
            item.is_some_and(|item| item.assurance < below)
        });
    if matches!(entry.conclusion, Conclusion::Met | Conclusion::Decided) && unshown {
        remarks.push("said, not shown".to_owned());
    }
    remarks
}
