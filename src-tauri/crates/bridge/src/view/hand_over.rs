//! What leaves: bundles for other people, and the end of what is kept.

use chrono::{DateTime, NaiveDate, Utc};

views! {
    /// What a bundle holds, before it is taken into the vault.
    BundleView {
        /// The file's name.
        name: String,
        /// The organisation's name.
        organisation: String,
        /// What the assessment is called.
        title: String,
        /// Who made it.
        made_by: String,
        /// When.
        at: DateTime<Utc>,
        /// Answers in it.
        answers: u32,
        /// Evidence items in it.
        evidence: u32,
        /// Why it cannot be taken into this vault; nothing when it can.
        refused: Option<String>,
        /// The organisation under which it now is, when it was taken in.
        taken: Option<String>,
    }
    /// How long what belongs to an organisation is kept.
    RetentionView {
        /// The organisation.
        organisation: String,
        /// Its name.
        name: String,
        /// Whether a legal hold stops all deletion.
        hold: bool,
        /// Why, or until when.
        hold_reason: String,
        /// The day until which the contract lets the consultant keep this copy; nothing when
        /// it does not say.
        contract_until: Option<NaiveDate>,
        /// One line for each assessment and evidence document.
        rows: Vec<RetentionRow>,
        /// Why it cannot be destroyed now; nothing when it can.
        refused: Option<String>,
        /// What a person must say they know before it is destroyed early: it is a
        /// consultant's copy and the organisation still has to keep its own; nothing when its
        /// time is over or it cannot be destroyed.
        early: Option<String>,
        /// The rule, in a sentence with its citation.
        rule: String,
    }
    /// How long one thing is kept.
    RetentionRow {
        /// Its name.
        name: String,
        /// "assessment" or "evidence".
        kind: String,
        /// When it was created.
        created: NaiveDate,
        /// When it last was in effect; nothing while it is.
        last_in_effect: Option<NaiveDate>,
        /// The day until which it is kept; nothing while it is in effect.
        keep_until: Option<NaiveDate>,
        /// Whether that day is past.
        is_past: bool,
    }
    /// An organisation was destroyed.
    DestroyedView {
        /// Its name.
        name: String,
        /// The certificate.
        certificate: Option<super::ExportedFile>,
        /// What cannot be reached, in sentences.
        unreached: Vec<String>,
    }
}
