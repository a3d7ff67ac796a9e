//! What a screen asks about the vault itself: people and keys, trail, health, what leaves.

use chrono::NaiveDate;
use domain::id::{AssessmentId, OrganisationId};
use domain::member::MemberRole;
use serde::Deserialize;
use uuid::Uuid;

use crate::view::CryptoMode;

requests! {
    /// Names the folder of a vault that somebody wants to open.
    FolderRequest {
        /// The folder.
        folder: String,
    }
    /// Locks the vault.
    LockRequest {
        /// How many pieces of text could not be saved before.
        lost: u32,
    }
    /// Begins the program anew in a mode, with a vault asked for.
    ModeRequest {
        /// The mode.
        mode: CryptoMode,
        /// The vault; nothing shows the beginning.
        folder: Option<String>,
    }
    /// Moves the open vault to the other mode.
    MoveRequest {
        /// The mode to move to.
        mode: CryptoMode,
        /// The passphrase of who asks: it is stretched anew.
        passphrase: String,
        /// The key file, where it is needed.
        key_file: Option<String>,
    }
    /// Asks how good a passphrase is.
    RateRequest {
        /// The passphrase.
        passphrase: String,
        /// The mode of the vault it is for.
        mode: CryptoMode,
    }
    /// Puts a secret on the clipboard for thirty seconds.
    CopySecretRequest {
        /// The secret.
        secret: String,
    }
    /// Gives somebody a way in.
    AddMemberRequest {
        /// The name.
        name: String,
        /// What the program lets them do.
        role: MemberRole,
        /// Their passphrase, typed by themself.
        passphrase: String,
        /// The key file that is needed beside it.
        key_file: Option<String>,
    }
    /// Changes a member's name or role.
    SaveMemberRequest {
        /// Which.
        #[cfg_attr(feature = "bindings", ts(type = "string"))]
        member: Uuid,
        /// The name.
        name: String,
        /// The role.
        role: MemberRole,
    }
    /// Names a member.
    MemberRequest {
        /// Which.
        #[cfg_attr(feature = "bindings", ts(type = "string"))]
        member: Uuid,
    }
    /// Changes the present member's own passphrase or key file.
    ChangePassphraseRequest {
        /// The passphrase as it is; empty when a recovery code opened the vault.
        current: String,
        /// The key file as it is, where one is needed.
        current_key_file: Option<String>,
        /// The new passphrase.
        passphrase: String,
        /// The key file that is needed beside it from now on.
        key_file: Option<String>,
    }
    /// A recovery code as somebody typed it from paper.
    RecoveryCodeRequest {
        /// Eight groups of six digits, in any layout.
        code: String,
    }
    /// Asks for a piece of the trail.
    TrailRequest {
        /// Only this organisation's chain.
        organisation: Option<OrganisationId>,
        /// Only what this key slot wrote.
        slot: Option<String>,
        /// Only this action.
        action: Option<String>,
        /// From this day on.
        from: Option<NaiveDate>,
        /// To this day.
        to: Option<NaiveDate>,
        /// How many entries to skip.
        skip: u32,
        /// How many entries to give; 200 at most.
        take: u32,
    }
    /// Names an entry of the trail.
    TrailEntryRequest {
        /// Its number over all chains.
        number: u32,
    }
    /// Repairs what a check found.
    RepairRequest {
        /// The repair, as the check named it.
        repair: String,
    }
    /// Makes a backup.
    BackupRequest {
        /// The folder it goes to, as `choose_backup_place` gave it.
        folder: String,
        /// A name for the work, by which it can be cancelled.
        task: String,
    }
    /// Puts a backup in a new place and asks for its passphrase there.
    RestoreRequest {
        /// The backup.
        from: String,
        /// The new place.
        to: String,
        /// A name for the work, by which it can be cancelled.
        task: String,
    }
    /// Makes a bundle of one assessment for somebody else.
    BundleRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// The passphrase it is sealed with; empty when it is for a recipient.
        passphrase: String,
        /// The age recipient it is sealed to.
        recipient: Option<String>,
        /// The format.
        format: BundleFormat,
        /// A name for the work, by which it can be cancelled.
        task: String,
    }
    /// Opens a bundle.
    OpenBundleRequest {
        /// The file, as `choose_bundle` gave it.
        file: String,
        /// The passphrase; empty when an age identity is given.
        passphrase: String,
        /// The file with the age identity.
        identity: Option<String>,
        /// Whether it is taken into the vault, or only looked at.
        take: bool,
        /// A name for the work, by which it can be cancelled.
        task: String,
    }
    /// Says how long what belongs to an organisation is kept.
    RetentionRequest {
        /// The organisation.
        organisation: OrganisationId,
        /// Whether a legal hold stops all deletion.
        hold: bool,
        /// Why.
        hold_reason: String,
        /// The day until which the contract lets this copy be kept.
        contract_until: Option<NaiveDate>,
    }
    /// Destroys all that belongs to an organisation.
    DestroyRequest {
        /// The organisation.
        organisation: OrganisationId,
        /// Its name, typed by the person: this cannot be undone.
        name: String,
        /// Why, for the certificate.
        reason: String,
        /// Whether the person confirmed what `early` of the retention says.
        early: bool,
    }
}

/// How a bundle is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum BundleFormat {
    /// The age format.
    Age,
    /// This program's own, by a passphrase.
    Own,
}
