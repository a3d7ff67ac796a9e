//! The private working notes, each beside its control. Only working papers hold any.

use domain::answer::Subject;
use domain::note::WorkingNote;

use super::gathered::Packet;
use super::{Papers, words};
use crate::document::{Block, Ink, Run, Tone};
use crate::markdown;

/// Returns the notes that say something.
pub(super) fn of<'a>(packet: &Packet<'a>) -> Vec<&'a WorkingNote> {
    match packet.papers {
        Papers::Working { notes, .. } => {
            notes.iter().filter(|n| !n.text.trim().is_empty()).collect()
        }
        Papers::Leadership(_) | Papers::Client(_) => Vec::new(),
    }
}

pub(super) fn notes(packet: &Packet<'_>) -> Vec<Block> {
    let notes = of(packet);
    let dossier = packet.source.dossier;
    let mut blocks = vec![
        Block::heading(1, "Private working notes", "working-notes"),
        Block::Toned(
            Ink::Bad,
            vec![Block::text(
                "Private. What the assessor wrote for themselves. No other copy of this packet \
                 has it; take this chapter out before anybody else reads the rest.",
            )],
        ),
    ];
    for item in &packet.source.standing.items {
        let of_control = notes.iter().filter(|n| n.control == item.control);
        let mut of_control = of_control.peekable();
        if of_control.peek().is_none() {
            continue;
        }
        let control = dossier.framework.control(&item.control);
        let label = control.map_or("", |c| c.label.as_str());
        blocks.push(Block::heading(
            2,
            format!("{} {label}", item.control),
            format!("notes-{}", item.control),
        ));
        blocks.push(Block::Paragraph(
            Tone::Small,
            vec![
                words::control_run(&item.control),
                Run::plain("   "),
                words::state_run(item.state),
            ],
        ));
        for note in of_control {
            if note.subject != Subject::All {
                blocks.push(Block::label(dossier.subject_name(note.subject)));
            }
            blocks.extend(markdown(&note.text));
        }
    }
    let lost = notes.iter().filter(|note| {
        let mut items = packet.source.standing.items.iter();
        !items.any(|item| item.control == note.control)
    });
    for note in lost {
        blocks.push(Block::heading(
            2,
            format!("{}, not in this edition", note.control),
            format!("notes-{}", note.control),
        ));
        blocks.extend(markdown(&note.text));
    }
    blocks
}
