//! Words with a look.

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Running text.
    #[default]
    Body,
    /// The larger opening of a chapter.
    Lead,
    /// Smaller text.
    Small,
    /// A short label above what it names, kept with it.
    Label,
}

/// Words in one look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Their face.
    pub face: Face,
    /// Their colour.
    pub ink: Ink,
    /// Where they lead.
    pub link: Option<Link>,
    /// Whether they stand on a small tinted ground, as a status does.
    pub chip: bool,
}

/// A face.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Running text.
    #[default]
    Regular,
    /// Between regular and bold.
    Semibold,
    /// The heaviest.
    Bold,
    /// Emphasis.
    Italic,
    /// Digests, identifiers and code; broken anywhere where a line must.
    Mono,
}

/// A colour by what it says; a word beside it always says the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Ink {
    /// The colour of running text.
    #[default]
    Text,
    /// Grey, for what matters less.
    Muted,
    /// The accent colour.
    Accent,
    /// In place, satisfied, received.
    Good,
    /// In part, planned, soon due.
    Warn,
    /// Missing, severe, overdue.
    Bad,
    /// The colour of the paper, on a dark ground.
    Paper,
}

/// Where words lead.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Link {
    /// The heading of this name in the same document.
    Anchor(String),
    /// An address outside.
    Address(String),
}

impl Run {
    /// Makes words in the regular face.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::set(text, Face::Regular)
    }

    /// Makes words in a face.
    pub fn set(text: impl Into<String>, face: Face) -> Self {
        Self {
            text: text.into(),
            face,
            ..Self::default()
        }
    }

    /// Sets the colour.
    #[must_use]
    pub fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// Puts the words on a small tinted ground, as a status.
    #[must_use]
    pub fn chip(self) -> Self {
        Self {
            chip: true,
            face: Face::Semibold,
            ..self
        }
    }

    /// Leads to the heading of this name, in the accent colour.
    #[must_use]
    pub fn to(self, anchor: impl Into<String>) -> Self {
        Self {
            link: Some(Link::Anchor(anchor.into())),
            ink: Ink::Accent,
            ..self
        }
    }

    /// Leads to an address outside, in the accent colour.
    #[must_use]
    pub fn address(self, address: impl Into<String>) -> Self {
        Self {
            link: Some(Link::Address(address.into())),
            ink: Ink::Accent,
            ..self
        }
    }
}
