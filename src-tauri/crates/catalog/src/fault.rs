//! Faults with their place.

/// One fault of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where: a path in the file, or the id of a control with the field.
    pub place: String,
    /// What is wrong, as a sentence.
    pub sentence: String,
}

impl Fault {
    pub(crate) fn new(place: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            sentence: sentence.into(),
        }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.place, self.sentence)
    }
}

/// All faults of a catalogue.
#[derive(Debug, thiserror::Error)]
#[error("the catalogue has {} fault(s)", .0.len())]
pub struct Error(pub Vec<Fault>);
