//! What a packet is made from, and for whom: what is private is in the working papers' variant
//! alone, so no other packet can hold it.

use chrono::{DateTime, Utc};
use domain::disclosed::Disclosed;
use domain::dossier::Dossier;
use domain::id::EvidenceId;
use domain::note::WorkingNote;
use domain::packet::{Audience, Issue, Look, PacketPlan};
use domain::score::Standing;

use super::{Cryptography, Trail};

/// What is known of an assessment beside its records.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Where it stands.
    pub standing: &'a Standing,
    /// The trail's head, as printed.
    pub trail: &'a Trail,
    /// What does the cryptography, where something is claimed of it.
    pub cryptography: Option<&'a Cryptography>,
    /// When the packet is made.
    pub now: DateTime<Utc>,
    /// What tells it from every other.
    pub identifier: [u8; 16],
}

/// How a packet is issued: of which parts, to whom, by whom.
#[derive(Debug, Clone, Copy)]
pub struct Issuing<'a> {
    /// Its parts in their order.
    pub plan: &'a PacketPlan,
    /// To whom it goes, in the words of who issues it; empty where nobody said.
    pub to: &'a str,
    /// Who issues it.
    pub by: &'a str,
    /// The fingerprint of their signing key; empty where there is none.
    pub signer: &'a str,
    /// What was issued of this assessment before.
    pub issued: &'a [Issue],
    /// The pages of the exhibits, as pictures.
    pub exhibits: &'a [PrintedExhibit],
    /// How documents about the organisation look.
    pub organisation_look: Option<&'a Look>,
    /// How documents of whoever works with this vault look.
    pub consultant_look: Option<&'a Look>,
    /// The assessment's data as JSON, to go along inside the PDF.
    pub data: Option<&'a [u8]>,
}

/// The pages of evidence that is printed as an exhibit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedExhibit {
    /// Which evidence.
    pub evidence: EvidenceId,
    /// The pages that are shown, in order.
    pub pages: Vec<ExhibitPage>,
    /// How many pages the evidence has.
    pub total: u32,
    /// Why it, or the rest of it, cannot be shown; empty where nothing lacks.
    pub unshown: String,
}

/// One page of an exhibit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExhibitPage {
    /// Its number in the evidence, counted from 1.
    pub number: u32,
    /// The page as a PNG picture.
    pub png: Vec<u8>,
}

/// An entry of the trail, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailLine {
    /// Its number in the organisation's chain.
    pub number: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub who: String,
    /// What was done.
    pub what: String,
}

/// An assessment as one audience may have it.
#[derive(Debug, Clone, Copy)]
pub enum Papers<'a> {
    /// For whoever decides.
    Leadership(&'a Disclosed),
    /// For the client.
    Client(&'a Disclosed),
    /// For the assessor alone.
    Working {
        /// The assessment with all that belongs to it.
        dossier: &'a Dossier,
        /// The private working notes.
        notes: &'a [WorkingNote],
        /// The trail's entries.
        trail: &'a [TrailLine],
    },
}

impl<'a> Papers<'a> {
    /// Returns whom they are for.
    pub fn audience(&self) -> Audience {
        match self {
            Self::Leadership(_) => Audience::Leadership,
            Self::Client(_) => Audience::Client,
            Self::Working { .. } => Audience::Working,
        }
    }

    pub(super) fn dossier(&self) -> &'a Dossier {
        match self {
            Self::Leadership(disclosed) | Self::Client(disclosed) => disclosed.dossier(),
            Self::Working { dossier, .. } => dossier,
        }
    }
}
