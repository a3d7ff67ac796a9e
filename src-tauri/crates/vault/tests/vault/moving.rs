//! Moving a vault to approved mode, from the side of standard mode. The other side, and the way
//! back, are in `tests/approved`.

use uuid::Uuid;
use vault::{Error, Mode, Passphrase, RecoveryCode, Vault, Weakness};

use crate::place::{PASSPHRASE, Place, files, try_create, unlock};

fn passphrase(text: &str) -> Passphrase {
    Passphrase::given(text.to_owned())
}

#[test]
fn a_moved_vault_asks_for_approved_mode_and_opens_no_more_in_standard_mode() {
    let place = Place::new("moved");
    let mut vault = try_create(&place.vault(), PASSPHRASE).unwrap();
    let code = RecoveryCode::make().unwrap();
    vault
        .add_slot(Uuid::from_u128(7), vault::Way::RecoveryCode(&code))
        .unwrap();
    let (slot, signer) = (vault.slot_id(), vault.signer_pem().unwrap());
    vault
        .move_to(Mode::Approved, &passphrase(PASSPHRASE))
        .unwrap();
    assert_eq!(vault.mode(), Mode::Approved);
    assert_eq!(
        (vault.slot_id(), vault.signer_pem().unwrap()),
        (slot, signer)
    );
    assert!(vault.is_own_way(&passphrase(PASSPHRASE)).unwrap());
    drop(vault);
    assert_eq!(vault::needs(&place.vault()), Some(Mode::Approved));
    assert_eq!(Vault::look(&place.vault()).unwrap().mode, Mode::Approved);
    let before = files(&place.vault());
    assert!(matches!(
        unlock(&place.vault(), PASSPHRASE),
        Err(Error::OtherMode {
            needs: Mode::Approved
        })
    ));
    assert_eq!(files(&place.vault()), before, "it was touched");
}

#[test]
fn a_vault_stays_where_it_is_when_it_may_not_move() {
    let place = Place::new("stays");
    let mut vault = try_create(&place.vault(), PASSPHRASE).unwrap();
    let before = files(&place.vault());
    let wrong = vault.move_to(Mode::Approved, &passphrase("another passphrase here"));
    assert!(matches!(wrong, Err(Error::WrongPassphrase)));
    let code = RecoveryCode::make().unwrap();
    let by_code = vault.move_to(Mode::Approved, vault::Way::RecoveryCode(&code));
    assert!(matches!(by_code, Err(Error::WrongPassphrase)));
    assert_eq!(files(&place.vault()), before);

    let other = passphrase("somebody else's own words");
    vault.add_slot(Uuid::from_u128(8), &other).unwrap();
    let before = files(&place.vault());
    let others = vault.move_to(Mode::Approved, &passphrase(PASSPHRASE));
    assert!(matches!(others, Err(Error::OthersHavePassphrases)));
    assert_eq!(files(&place.vault()), before);
    drop(vault);
    assert!(unlock(&place.vault(), PASSPHRASE).is_ok());
}

#[test]
fn a_passphrase_that_is_too_short_for_approved_mode_moves_nothing() {
    let place = Place::new("short");
    let mut vault = try_create(&place.vault(), PASSPHRASE).unwrap();
    let short = passphrase("kx7-vq2-mw9-t");
    vault.replace_slot(&short).unwrap();
    let moved = vault.move_to(Mode::Approved, &short);
    assert!(matches!(
        moved,
        Err(Error::WeakPassphrase(Weakness::Short { fewest: 14 }))
    ));
    assert_eq!(vault.mode(), Mode::Standard);
}
