//! A trail that somebody with the key changed by direct SQL: what is changed is named.

use super::*;

const ENTRIES: u64 = 24;

/// Makes a trail of three chains whose entries alternate.
fn trail() -> Connection {
    let mut connection = Connection::open_in_memory().unwrap();
    crate::migrate::migrate(&mut connection).unwrap();
    let chains = [
        Chain::Vault,
        Chain::Organisation(OrganisationId(Uuid::from_u128(1))),
        Chain::Organisation(OrganisationId(Uuid::from_u128(2))),
    ];
    for (number, chain) in (0..ENTRIES).zip(chains.into_iter().cycle()) {
        write(&connection, chain, &format!("object {number}"));
    }
    connection
        .execute_batch(
            "DROP TRIGGER trail_is_not_altered; DROP TRIGGER trail_is_not_shortened;",
        )
        .unwrap();
    connection
}

fn write(connection: &Connection, chain: Chain, object: &str) {
    let author = Author {
        slot: Uuid::from_u128(7),
        device: Uuid::from_u128(8),
        copy: Uuid::from_u128(9),
    };
    let deed = Deed {
        action: "change".to_owned(),
        kind: "answer".to_owned(),
        object: object.to_owned(),
        before: Some(vec![1; 32]),
        after: Some(vec![2; 32]),
    };
    let at = "2026-11-24T10:00:00.123Z".parse().unwrap();
    append(connection, &author, chain, at, deed).unwrap();
}

/// Runs statements on a whole trail and returns where it then breaks.
fn broken_by(connection: &Connection, sql: &str) -> Option<u64> {
    connection.execute_batch("SAVEPOINT attempt").unwrap();
    connection.execute_batch(sql).unwrap();
    let found = first_break(connection).unwrap();
    connection
        .execute_batch("ROLLBACK TO attempt; RELEASE attempt")
        .unwrap();
    found
}

#[test]
fn a_trail_as_it_was_written_holds() {
    assert_eq!(first_break(&trail()).unwrap(), None);
}

#[test]
fn every_entry_that_is_edited_in_any_column_is_named() {
    let trail = trail();
    let edits = [
        "encoding = encoding + 1",
        "chain = 'another'",
        "place = place + 100",
        "at = '2026-11-24T10:00:00.124Z'",
        "who = 'somebody else'",
        "device = ''",
        "copy = upper(copy) || 'x'",
        "action = 'remove'",
        "kind = 'finding'",
        "object = object || ' '",
        "before = NULL",
        "before = zeroblob(32)",
        "after = NULL",
        "after = zeroblob(31)",
        "previous = randomblob(32)",
        "hash = randomblob(32)",
        "head = randomblob(32)",
        "hash = x'00'",
    ];
    for number in 1..=ENTRIES {
        for edit in edits {
            let sql = format!("UPDATE trail SET {edit} WHERE number = {number}");
            assert_eq!(broken_by(&trail, &sql), Some(number), "{sql}");
        }
    }
}

#[test]
fn an_entry_that_is_deleted_is_named_also_when_the_rest_is_counted_anew() {
    let trail = trail();
    for number in 1..ENTRIES {
        let delete = format!("DELETE FROM trail WHERE number = {number};");
        assert_eq!(broken_by(&trail, &delete), Some(number));
        let closed = format!(
            "{delete} UPDATE trail SET number = -number WHERE number > {number};
             UPDATE trail SET number = -number - 1 WHERE number < 0;"
        );
        assert_eq!(broken_by(&trail, &closed), Some(number));
    }
}

#[test]
fn two_entries_in_each_others_place_are_named() {
    let trail = trail();
    for number in 1..ENTRIES {
        let next = number + 1;
        let sql = format!(
            "UPDATE trail SET number = -1 WHERE number = {number};
             UPDATE trail SET number = {number} WHERE number = {next};
             UPDATE trail SET number = {next} WHERE number = -1;"
        );
        assert_eq!(broken_by(&trail, &sql), Some(number));
    }
}

#[test]
fn an_entry_that_is_slipped_in_is_named() {
    let trail = trail();
    for number in 1..=ENTRIES {
        let sql = format!(
            "UPDATE trail SET number = -number - 1 WHERE number >= {number};
             UPDATE trail SET number = -number WHERE number < 0;
             INSERT INTO trail SELECT {number}, encoding, 'new chain', 1, at, who, device, copy,
             action, kind, 'slipped in', before, after, zeroblob(32), hash, head
             FROM trail WHERE number = 1 OR number = 2 LIMIT 1;"
        );
        assert_eq!(broken_by(&trail, &sql), Some(number));
    }
}

#[test]
fn the_trail_refuses_to_be_altered_by_mistake() {
    let mut connection = Connection::open_in_memory().unwrap();
    crate::migrate::migrate(&mut connection).unwrap();
    write(&connection, Chain::Vault, "object");
    assert!(
        connection
            .execute("UPDATE trail SET who = 'me'", [])
            .is_err()
    );
    assert!(connection.execute("DELETE FROM trail", []).is_err());
}

#[test]
fn each_chain_is_numbered_by_itself_and_holds_nothing_of_another() {
    let trail = trail();
    let one = Chain::Organisation(OrganisationId(Uuid::from_u128(1)));
    let before = chain_head(&trail, one).unwrap();
    assert_eq!(before.entries, ENTRIES / 3);
    write(&trail, Chain::Vault, "elsewhere");
    assert_eq!(chain_head(&trail, one).unwrap(), before);
    assert_eq!(head(&trail).unwrap().entries, ENTRIES + 1);
}

#[test]
fn no_two_entries_share_an_encoding() {
    let entry = |action: &str, kind: &str| Entry {
        chain: "vault".to_owned(),
        place: 1,
        at: String::new(),
        who: String::new(),
        device: String::new(),
        copy: String::new(),
        deed: Deed {
            action: action.to_owned(),
            kind: kind.to_owned(),
            object: String::new(),
            before: None,
            after: None,
        },
    };
    assert_ne!(entry("ab", "c").canonical(), entry("a", "bc").canonical());
    assert_ne!(entry("ab", "").canonical(), entry("", "ab").canonical());
}

/// The encoding is a promise to whoever verifies a trail without this program (FORMAT.md).
#[test]
fn the_hash_of_a_known_entry_never_changes() {
    let entry = Entry {
        chain: "vault".to_owned(),
        place: 1,
        at: "2026-11-24T10:00:00.000Z".to_owned(),
        who: Uuid::from_u128(1).to_string(),
        device: Uuid::from_u128(2).to_string(),
        copy: Uuid::from_u128(3).to_string(),
        deed: Deed {
            action: "add".to_owned(),
            kind: "answer".to_owned(),
            object: Uuid::from_u128(4).to_string(),
            before: None,
            after: Some(vec![5; 32]),
        },
    };
    assert_eq!(
        vault::hex(&entry.hash(&START)),
        "c61849666adcec322b1b435083ed696486b0d1ff23197d46f6395de7ec68dbb4"
    );
    assert_eq!(
        vault::hex(&running(&START, &entry.hash(&START))),
        "08fe86136342f689405c63b9d2a9fcd7b588fa91565ae16bffe4d324bd22e0a6"
    );
}
