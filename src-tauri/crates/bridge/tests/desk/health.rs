//! The page of the vault's health: a check with its repair, a backup, and one restored.

use std::fs;

use bridge::commands::*;
use bridge::request::*;
use bridge::view::*;
use bridge::{FaultCode, Nothing};

use crate::host::{Room, desk};

const PASSPHRASE: &str = "correct horse battery staple";

fn create(room: &Room, desk: &bridge::Desk) -> StatusView {
    let request = CreateVaultRequest {
        folder: room.folder.join("Clinic").to_string_lossy().into_owned(),
        passphrase: PASSPHRASE.into(),
        person: "Robin Ashdown".into(),
        key_file: None,
    };
    create_vault(desk, room, request).unwrap()
}

fn task() -> TaskRequest {
    TaskRequest {
        task: "check".into(),
    }
}

#[test]
fn a_check_names_its_repair_and_is_saved_where_the_person_says() {
    let (room, desk) = (Room::new("health-check"), desk());
    let nothing = save_check(&desk, &room, Nothing {}).unwrap_err();
    assert_eq!(nothing.code, FaultCode::Locked);
    create(&room, &desk);
    let early = save_check(&desk, &room, Nothing {}).unwrap_err();
    assert_eq!(early.code, FaultCode::Input);
    fs::write(room.folder.join("Clinic.auscult/header.json"), "{").unwrap();
    let found = check_vault(&desk, &room, task()).unwrap();
    assert!(!found.sound);
    let header = found
        .lines
        .iter()
        .find(|line| line.part == "Header")
        .unwrap();
    assert_eq!(header.severity, Severity::Warning);
    let repair = header.repair.clone().unwrap();
    let after = repair_vault(&desk, &room, RepairRequest { repair }).unwrap();
    assert!(after.sound);
    let unknown = RepairRequest {
        repair: "everything".into(),
    };
    assert_eq!(
        repair_vault(&desk, &room, unknown).unwrap_err().code,
        FaultCode::Input
    );
    room.will_choose(&[&room.folder.join("report.txt")]);
    let saved = save_check(&desk, &room, Nothing {}).unwrap().file.unwrap();
    assert_eq!(saved.name, "report.txt");
    let text = fs::read(room.folder.join("report.txt")).unwrap();
    assert_eq!(vault::hex(&vault::sha256(&text)), saved.sha256);
    room.will_choose(&[]);
    assert!(save_check(&desk, &room, Nothing {}).unwrap().file.is_none());
}

#[test]
fn a_backup_is_remembered_and_restored_into_a_new_place_that_is_then_asked_for() {
    let (room, desk) = (Room::new("health-backup"), desk());
    let made = create(&room, &desk).vault.unwrap();
    assert!(made.backup.unwrap().contains("no backup"));
    assert!(!made.read_only);
    let before = backups(&desk, &room, Nothing {}).unwrap();
    assert!(before.is_overdue && before.backups.is_empty());
    let drive = room.folder.join("drive");
    fs::create_dir(&drive).unwrap();
    room.will_choose(&[&drive]);
    let folder = choose_backup_place(&desk, &room, Nothing {})
        .unwrap()
        .folder;
    let request = BackupRequest {
        folder: folder.unwrap(),
        task: "backup".into(),
    };
    let after = back_up(&desk, &room, request).unwrap();
    assert_eq!(after.sentence, "Last verified backup today.");
    assert!(!after.is_overdue);
    let row = &after.backups[0];
    assert!(row.verified && row.present);
    let open = status(&desk, &room, Nothing {}).unwrap().vault.unwrap();
    assert_eq!(open.backup.as_deref(), Some("Last verified backup today."));

    let restore = |to: &str| RestoreRequest {
        from: row.folder.clone(),
        to: room.folder.join(to).to_string_lossy().into_owned(),
        task: "restore".into(),
    };
    let over = restore_vault(&desk, &room, restore("Clinic")).unwrap_err();
    assert_eq!(over.code, FaultCode::Input);
    let open = status(&desk, &room, Nothing {}).unwrap();
    assert_eq!(
        open.state,
        VaultState::Unlocked,
        "nothing was closed for it"
    );
    let restored = restore_vault(&desk, &room, restore("Back")).unwrap();
    assert_eq!(restored.state, VaultState::Locked);
    let asked = restored.vault.unwrap();
    assert!(asked.folder.ends_with("Back.auscult"));
    assert!(
        asked
            .warnings
            .iter()
            .any(|said| said.contains("as it was on"))
    );
    let request = UnlockRequest {
        folder: asked.folder,
        passphrase: PASSPHRASE.into(),
        key_file: None,
        recovery_code: None,
    };
    let unlocked = unlock(&desk, &room, request).unwrap().vault.unwrap();
    assert!(!unlocked.held_back);
    assert!(
        unlocked
            .warnings
            .iter()
            .any(|said| said.contains("restored"))
    );
}
