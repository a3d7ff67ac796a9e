//! Commands whose part is not built yet: each is taken out by who builds it.
#![allow(missing_docs)]

use workbench::host::Host;

use super::Answered;
use crate::Nothing;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::request::*;
use crate::view::*;

macro_rules! stubs {
    ($($name:ident: $request:ty => $view:ty,)*) => {$(
        pub fn $name(_: &Desk, _: &dyn Host, _: $request) -> Answered<$view> {
            Err(Fault::input("This is not there yet."))
        }
    )*};
}

stubs! {
    begin_anew: ModeRequest => Nothing,
    crypto: Nothing => CryptoView,
    move_vault: MoveRequest => StatusView,
    choose_key_file: Nothing => ChosenView,
    make_key_file: Nothing => ChosenView,
    suggest_passphrase: Nothing => PassphraseView,
    rate_passphrase: RateRequest => StrengthView,
    members: Nothing => MembersView,
    add_member: AddMemberRequest => MembersView,
    save_member: SaveMemberRequest => MembersView,
    remove_member: MemberRequest => MembersView,
    change_passphrase: ChangePassphraseRequest => MembersView,
    make_recovery_code: Nothing => RecoveryCodeView,
    print_recovery_code: Nothing => ExportedView,
    confirm_recovery_code: RecoveryCodeRequest => MembersView,
    remove_recovery_code: Nothing => MembersView,
    trail: TrailRequest => TrailView,
    trail_entry: TrailEntryRequest => TrailEntryView,
    verify_trail: Nothing => TrailCheckView,
    export_trail: TrailRequest => ExportedView,
    backups: Nothing => BackupsView,
    choose_backup_place: Nothing => ChosenView,
    back_up: BackupRequest => BackupsView,
    restore_vault: RestoreRequest => StatusView,
    export_bundle: BundleRequest => ExportedView,
    choose_bundle: Nothing => ChosenView,
    choose_identity: Nothing => ChosenView,
    open_bundle: OpenBundleRequest => BundleView,
    retention: OrganisationRequest => RetentionView,
    save_retention: RetentionRequest => RetentionView,
    destroy_organisation: DestroyRequest => DestroyedView,
}
