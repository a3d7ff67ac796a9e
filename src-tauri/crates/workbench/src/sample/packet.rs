//! What the sample's packets consist of: a few exhibits, each with words for those who cannot
//! see it.

use domain::packet::{Audience, Exhibit, PacketPlan};

use super::Sample;
use crate::error::Error;
use crate::open::Workbench;

/// The evidence's title, the caption, what it shows.
const EXHIBITS: [(&str, &str, &str); 3] = [
    (
        "Screen lock policy",
        "The central setting for screen locks, as it was on the day of the visit.",
        "A screenshot of the device management. Screens lock after 10 minutes, when a lid is \
         closed and when a token is taken out. A password is needed to unlock, users may not \
         change this, and all 38 clinic devices have it.",
    ),
    (
        "Server closet door",
        "The door of the server closet with its badge reader.",
        "A photograph of a closed grey door under a sign that says Server closet. A badge \
         reader with a red light is on the wall to its right.",
    ),
    (
        "Log review signoff",
        "Reviews of three weeks, each signed.",
        "A page with three signed lines: week 44 reviewed with 2 questions, closed; week 45 \
         with nothing to note; week 46 with 1 account disabled.",
    ),
];

pub(super) fn plan(workbench: &mut Workbench, sample: &Sample) -> Result<(), Error> {
    let dossier = workbench.dossier(sample.assessment)?;
    let titled = |title: &str| dossier.evidence.iter().find(|e| e.title == title);
    let exhibits = EXHIBITS.into_iter().filter_map(|(title, caption, shows)| {
        Some(Exhibit {
            evidence: titled(title)?.id,
            pages: String::new(),
            caption: caption.to_owned(),
            alternative: shows.to_owned(),
        })
    });
    let exhibits: Vec<Exhibit> = exhibits.collect();
    for audience in [Audience::Client, Audience::Working] {
        let plan = PacketPlan {
            exhibits: exhibits.clone(),
            ..PacketPlan::proposed(audience)
        };
        workbench.save_packet_plan(sample.assessment, plan, sample.now)?;
    }
    Ok(())
}
