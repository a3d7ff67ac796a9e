//! Members: who gets in, and what the program lets each do.

use domain::answer::{AnswerWords, Subject};
use domain::member::{Act, MemberRole};
use vault::{Passphrase, RecoveryCode, Way};
use workbench::{Error, Workbench};

use crate::place::*;

/// A control of the catalogue.
const CONTROL: &str = "AUD-CA-3";

const SECOND: &str = "another horse, another battery";

fn phrase(text: &str) -> Passphrase {
    Passphrase::given(text.to_owned())
}

fn unlock(place: &Place, text: &str) -> Result<Workbench, Error> {
    Workbench::unlock(&place.vault(), &phrase(text), &work())
}

/// A clinic with a second member of a role.
fn with_second(place: &Place, role: MemberRole) -> Clinic {
    let mut clinic = Clinic::new(place);
    let second = phrase(SECOND);
    clinic
        .workbench
        .add_member("Iris Okafor", role, &Way::from(&second), later(1))
        .unwrap();
    clinic
}

fn id_of(workbench: &Workbench, name: &str) -> uuid::Uuid {
    let members = workbench.members().unwrap().members;
    members
        .iter()
        .find(|here| here.member.name == name)
        .unwrap()
        .member
        .id
}

#[test]
fn who_makes_a_vault_owns_it_and_a_second_member_gets_in_under_their_own_name() {
    let place = Place::new("people-second");
    let clinic = with_second(&place, MemberRole::Assessor);
    let members = clinic.workbench.members().unwrap().members;
    let owner = &members[0];
    assert!(owner.is_present && owner.is_last_owner);
    assert_eq!(owner.member.role, MemberRole::Owner);
    assert_ne!(members[1].fingerprint, owner.fingerprint);
    clinic.workbench.close().unwrap();

    let second = unlock(&place, SECOND).unwrap();
    assert_eq!(second.person(), "Iris Okafor");
    assert_eq!(second.role(), MemberRole::Assessor);
}

#[test]
fn a_removed_member_gets_in_no_more_and_everybody_else_does() {
    let place = Place::new("people-removed");
    let mut clinic = with_second(&place, MemberRole::Assessor);
    clinic.attach(CONTROL, "kept.txt", b"kept over a new key");
    let gone = id_of(&clinic.workbench, "Iris Okafor");
    clinic.workbench.remove_member(gone, later(2)).unwrap();
    let members = clinic.workbench.members().unwrap();
    assert_eq!((members.members.len(), members.removed.len()), (1, 1));
    clinic.workbench.close().unwrap();

    assert!(matches!(
        unlock(&place, SECOND),
        Err(Error::Vault(vault::Error::WrongPassphrase))
    ));
    let mut workbench = place.unlock().unwrap();
    assert_eq!(
        workbench.dossier(clinic.assessment).unwrap().evidence.len(),
        1
    );
    assert!(workbench.check_vault(later(3)).unwrap().is_sound());
}

#[test]
fn the_only_owner_stays_an_owner_and_nobody_removes_themself() {
    let place = Place::new("people-owner");
    let mut clinic = with_second(&place, MemberRole::Owner);
    let workbench = &mut clinic.workbench;
    let (first, second) = (
        id_of(workbench, "Robin Ashdown"),
        id_of(workbench, "Iris Okafor"),
    );
    assert!(matches!(
        workbench.remove_member(first, later(2)),
        Err(Error::Input(_))
    ));
    workbench
        .save_member(second, "Iris Okafor", MemberRole::Reader, later(2))
        .unwrap();
    let refused = [
        workbench.save_member(first, "Robin Ashdown", MemberRole::Assessor, later(3)),
        workbench.remove_member(first, later(3)),
    ];
    assert!(
        refused
            .iter()
            .all(|done| matches!(done, Err(Error::Input(_))))
    );
    assert_eq!(workbench.role(), MemberRole::Owner);
}

#[test]
fn two_members_of_one_name_are_refused_and_a_nameless_one_too() {
    let place = Place::new("people-names");
    let mut clinic = Clinic::new(&place);
    let second = phrase(SECOND);
    for name in ["  ", "robin ashdown"] {
        let added = clinic.workbench.add_member(
            name,
            MemberRole::Reader,
            &Way::from(&second),
            later(1),
        );
        assert!(matches!(added, Err(Error::Input(_))), "{name:?}");
    }
    assert_eq!(clinic.workbench.members().unwrap().members.len(), 1);
}

#[test]
fn a_passphrase_is_changed_by_who_knows_it_and_the_old_one_opens_nothing_more() {
    let place = Place::new("people-passphrase");
    let mut workbench = place.create();
    let (right, wrong, new) = (
        phrase(PASSPHRASE),
        phrase(SECOND),
        phrase("a third, quite unlike"),
    );
    let refused = workbench.change_passphrase(&Way::from(&wrong), &Way::from(&new), later(1));
    assert!(matches!(
        refused,
        Err(Error::Vault(vault::Error::WrongPassphrase))
    ));
    workbench
        .change_passphrase(&Way::from(&right), &Way::from(&new), later(1))
        .unwrap();
    workbench.close().unwrap();
    assert!(unlock(&place, PASSPHRASE).is_err());
    assert_eq!(
        unlock(&place, "a third, quite unlike").unwrap().person(),
        "Robin Ashdown"
    );
}

#[test]
fn a_recovery_code_counts_once_it_was_typed_and_opens_for_its_owner() {
    let place = Place::new("people-recovery");
    let mut workbench = place.create();
    let code = workbench.make_recovery_code().unwrap().join(" ");
    let code = RecoveryCode::parse(&code).unwrap();
    workbench.close().unwrap();
    let by_code = |code: &RecoveryCode| {
        Workbench::unlock(&place.vault(), Way::RecoveryCode(code), &work())
    };
    assert!(by_code(&code).is_err(), "it was not typed yet");

    let mut workbench = place.unlock().unwrap();
    let other = RecoveryCode::make().unwrap();
    let shown = workbench.make_recovery_code().unwrap().join("-");
    let shown = RecoveryCode::parse(&shown).unwrap();
    assert!(workbench.confirm_recovery_code(&other, later(1)).is_err());
    workbench.confirm_recovery_code(&shown, later(1)).unwrap();
    workbench.close().unwrap();

    let mut workbench = by_code(&shown).unwrap();
    assert_eq!(workbench.person(), "Robin Ashdown");
    assert!(workbench.members().unwrap().by_recovery_code);
    // Whoever came in by it needs not know the passphrase that was lost.
    let (none, new) = (phrase(""), phrase("a third, quite unlike"));
    workbench
        .change_passphrase(&Way::from(&none), &Way::from(&new), later(2))
        .unwrap();
    workbench.close().unwrap();
    assert!(place.unlock().is_err());

    let mut workbench = unlock(&place, "a third, quite unlike").unwrap();
    workbench.remove_recovery_code(later(3)).unwrap();
    workbench.close().unwrap();
    assert!(by_code(&shown).is_err());
    assert!(unlock(&place, "a third, quite unlike").is_ok());
}

#[test]
fn a_reader_changes_nothing_and_a_reviewer_only_flags_and_notes() {
    for role in [MemberRole::Reader, MemberRole::Reviewer] {
        let place = Place::new(&format!("people-{role:?}"));
        let clinic = with_second(&place, role);
        let (assessment, control) = (clinic.assessment, CONTROL.to_owned());
        clinic.workbench.close().unwrap();
        let mut workbench = unlock(&place, SECOND).unwrap();
        let mut answer = |words: AnswerWords| {
            let done = workbench.answer(assessment, &control, Subject::All, words, later(2));
            done.map(|_| ())
        };
        let noted = answer(AnswerWords {
            note: "Seen".into(),
            ..AnswerWords::default()
        });
        let flagged = answer(AnswerWords {
            flagged: true,
            ..AnswerWords::default()
        });
        let working =
            workbench.write_working_note(assessment, &control, Subject::All, "Hm", later(3));
        let may_review = role == MemberRole::Reviewer;
        assert!(matches!(
            noted,
            Err(Error::NotAllowed {
                act: Act::Assess,
                ..
            })
        ));
        assert_eq!((flagged.is_ok(), working.is_ok()), (may_review, may_review));
        let second = phrase("a fourth, not like the others");
        assert!(matches!(
            workbench.add_member("X", MemberRole::Owner, &Way::from(&second), later(4)),
            Err(Error::NotAllowed { act: Act::Own, .. })
        ));
        assert!(workbench.dossier(assessment).is_ok(), "reading is for all");
    }
}

/// Whoever has the key can write into the header what this program would not.
fn put_a_way_in_of_nobodys(place: &Place, text: &str) {
    let holder = vault::Holder {
        program: "another".into(),
        host: String::new(),
        process: 1,
        since: now(),
    };
    let mut vault = vault::Vault::unlock(&place.vault(), &passphrase(), holder).unwrap();
    let id = uuid::Uuid::from_u128(77);
    vault.add_slot(id, &phrase(text)).unwrap();
}

#[test]
fn a_way_in_that_is_nobodys_is_said_and_does_not_outlive_the_next_new_key() {
    const HIDDEN: &str = "put in by another program";
    let place = Place::new("people-hidden");
    let clinic = with_second(&place, MemberRole::Assessor);
    let gone = id_of(&clinic.workbench, "Iris Okafor");
    clinic.workbench.close().unwrap();
    put_a_way_in_of_nobodys(&place, HIDDEN);
    let mut workbench = place.unlock().unwrap();
    let warned = workbench.warnings().join(" ");
    assert!(warned.contains("belongs to no member"), "{warned}");
    workbench.remove_member(gone, later(1)).unwrap();
    workbench.close().unwrap();
    assert!(unlock(&place, HIDDEN).is_err());
    let warnings = place.unlock().unwrap().warnings();
    assert_eq!(warnings, [] as [&str; 0]);
}
