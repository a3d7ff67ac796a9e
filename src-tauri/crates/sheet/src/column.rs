//! The columns of a plan, and the names by which they are found again.

/// A column of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// Whom to ask.
    Whom,
    /// The control's id.
    Control,
    /// What is wanted.
    Wanted,
    /// Why it is asked.
    Why,
    /// Who usually has it.
    Holder,
    /// By when.
    Due,
    /// Where it stands.
    State,
    /// Why it was refused or is not to be had.
    Reason,
    /// What whoever was asked says to it.
    Remark,
    /// The request's id. Nobody sees it; rows are known by it.
    Row,
}

impl Column {
    /// The columns of the sheet by owner, in order.
    pub const BY_OWNER: [Self; 10] = [
        Self::Whom,
        Self::Control,
        Self::Wanted,
        Self::Why,
        Self::Holder,
        Self::Due,
        Self::State,
        Self::Reason,
        Self::Remark,
        Self::Row,
    ];

    /// The columns of the sheet by control, in order.
    pub const BY_CONTROL: [Self; 10] = [
        Self::Control,
        Self::Wanted,
        Self::Why,
        Self::Holder,
        Self::Whom,
        Self::Due,
        Self::State,
        Self::Reason,
        Self::Remark,
        Self::Row,
    ];

    /// The columns that are filled in; all others say what the program knows.
    pub const FILLED_IN: [Self; 5] = [
        Self::Whom,
        Self::Due,
        Self::State,
        Self::Reason,
        Self::Remark,
    ];

    /// Returns whether the column is filled in.
    pub fn is_filled_in(self) -> bool {
        Self::FILLED_IN.contains(&self)
    }

    /// Returns the words above the column.
    pub fn header(self) -> &'static str {
        match self {
            Self::Whom => "Whom to ask",
            Self::Control => "Control",
            Self::Wanted => "What is wanted",
            Self::Why => "Why it is asked",
            Self::Holder => "Who usually has it",
            Self::Due => "Due date",
            Self::State => "State",
            Self::Reason => "Reason",
            Self::Remark => "Remark",
            Self::Row => "Row id",
        }
    }

    /// Returns the name in the hidden row, by which a column is found whose words were changed.
    pub fn key(self) -> &'static str {
        match self {
            Self::Whom => "auscult:whom",
            Self::Control => "auscult:control",
            Self::Wanted => "auscult:wanted",
            Self::Why => "auscult:why",
            Self::Holder => "auscult:holder",
            Self::Due => "auscult:due",
            Self::State => "auscult:state",
            Self::Reason => "auscult:reason",
            Self::Remark => "auscult:remark",
            Self::Row => "auscult:row",
        }
    }

    /// Returns how wide the column is, in letters.
    pub(crate) fn width(self) -> f64 {
        match self {
            Self::Whom => 19.0,
            Self::Control => 12.0,
            Self::Wanted => 36.0,
            Self::Why => 30.0,
            Self::Holder => 21.0,
            Self::Due => 12.0,
            Self::State => 13.5,
            Self::Reason | Self::Remark => 24.0,
            Self::Row => 40.0,
        }
    }

    /// Returns what is said of the column to whoever fills it in.
    pub(crate) fn advice(self) -> &'static str {
        match self {
            Self::Whom => "Choose a name from the list or write another.",
            Self::Due => "A date, such as 2026-12-31. Empty when there is none.",
            Self::State => "Choose one of the words in the list.",
            Self::Reason => "Needed when the state is Refused or Not to be had.",
            Self::Remark => "Anything the assessor should know. Please no patient data.",
            Self::Control | Self::Wanted | Self::Why | Self::Holder | Self::Row => "",
        }
    }
}

/// The names by which the hidden sheet is found and read.
pub mod kept {
    /// The hidden sheet's name.
    pub const SHEET: &str = "Auscult";
    /// What its first cell says.
    pub const MARK: &str = "auscult:evidence-plan";
    /// The version of this layout, beside the mark.
    pub const VERSION: &str = "1";
    /// The first cell of the row with the assessment's id.
    pub const ASSESSMENT: &str = "auscult:assessment";
    /// The first cell of the row with the moment at which the workbook was made.
    pub const MADE: &str = "auscult:made";
}
