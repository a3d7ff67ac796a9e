//! Numbered migrations, each with its version in one transaction.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::Error;

/// All migrations in order; the database's `user_version` counts those that ran.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_initial.sql"),
    include_str!("../migrations/0002_history.sql"),
    include_str!("../migrations/0003_at_a_glance.sql"),
    include_str!("../migrations/0004_search.sql"),
    include_str!("../migrations/0005_keeping.sql"),
    include_str!("../migrations/0006_packets.sql"),
];

/// Refuses a database on which a newer program ran migrations that are not known here.
pub(crate) fn refuse_newer(connection: &Connection) -> Result<(), Error> {
    let supported = u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX);
    let found = version(connection)?;
    if found > supported {
        return Err(Error::NewerFormat { found, supported });
    }
    Ok(())
}

/// Returns whether none has run yet.
pub(crate) fn is_empty(connection: &Connection) -> Result<bool, Error> {
    Ok(version(connection)? == 0)
}

/// Returns whether all have run.
pub(crate) fn is_current(connection: &Connection) -> Result<bool, Error> {
    Ok(version(connection)? as usize == MIGRATIONS.len())
}

/// Brings the database up to date.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), Error> {
    run(connection, MIGRATIONS)
}

/// Runs what has not run yet in a transaction that never ends and that stays in memory, so
/// that a database that must not be written to can be read like one that was brought up to
/// date.
pub(crate) fn rehearse(connection: &Connection) -> Result<(), Error> {
    let found = version(connection)? as usize;
    if found == MIGRATIONS.len() {
        return Ok(());
    }
    connection.execute_batch("PRAGMA cache_spill = OFF; BEGIN IMMEDIATE;")?;
    for sql in MIGRATIONS.iter().skip(found) {
        connection.execute_batch(sql)?;
    }
    Ok(())
}

/// Takes back what was rehearsed.
pub(crate) fn end_rehearsal(connection: &Connection) -> Result<(), Error> {
    if !connection.is_autocommit() {
        connection.execute_batch("ROLLBACK; PRAGMA cache_spill = ON;")?;
    }
    Ok(())
}

fn run(connection: &mut Connection, migrations: &[&str]) -> Result<(), Error> {
    let found = version(connection)?;
    for (number, sql) in (1_u32..).zip(migrations).skip(found as usize) {
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        step.execute_batch(sql)?;
        step.pragma_update(None, "user_version", number)?;
        step.commit()?;
    }
    Ok(())
}

/// Gives an attached database the version of the main one: an export leaves it out.
pub(crate) fn repeat_version(connection: &Connection, schema: &str) -> Result<(), Error> {
    let found = version(connection)?;
    Ok(connection.pragma_update(Some(schema), "user_version", found)?)
}

/// Returns the statements that make what is in the database.
pub(crate) fn schema(connection: &Connection) -> Result<Vec<String>, Error> {
    let sql = "SELECT sql FROM sqlite_schema
        WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY sql";
    let mut statement = connection.prepare(sql)?;
    let found = statement.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Returns the statements that all migrations give.
pub(crate) fn expected_schema() -> Result<Vec<String>, Error> {
    let mut fresh = Connection::open_in_memory()?;
    migrate(&mut fresh)?;
    schema(&fresh)
}

fn version(connection: &Connection) -> Result<u32, Error> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the statements that make the schema, by kind and name.
    fn dump(connection: &Connection) -> String {
        let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name";
        let mut statement = connection.prepare(sql).unwrap();
        let lines: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        lines.join(";\n\n") + ";\n"
    }

    /// A difference here is a new migration, never a changed one: vaults of the old schema
    /// are out there. `AUSCULT_WRITE_SNAPSHOTS=1` writes it.
    #[test]
    fn the_schema_that_all_migrations_give_is_the_committed_one() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schema.sql");
        let dumped = dump(&connection);
        if std::env::var_os("AUSCULT_WRITE_SNAPSHOTS").is_some() {
            std::fs::write(&path, &dumped).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap(), dumped);
        assert_eq!(version(&connection).unwrap() as usize, MIGRATIONS.len());
    }

    #[test]
    fn a_migration_that_fails_leaves_schema_rows_and_version_as_they_were() {
        let mut connection = Connection::open_in_memory().unwrap();
        let first = "CREATE TABLE note (text TEXT) STRICT; INSERT INTO note VALUES ('kept');";
        run(&mut connection, &[first]).unwrap();
        let before = dump(&connection);
        let failing =
            "CREATE TABLE other (a); DELETE FROM note; INSERT INTO missing VALUES (1);";
        assert!(run(&mut connection, &[first, failing]).is_err());
        assert_eq!(dump(&connection), before);
        assert_eq!(version(&connection).unwrap(), 1);
        let text: String = connection
            .query_row("SELECT text FROM note", [], |row| row.get(0))
            .unwrap();
        assert_eq!(text, "kept");
    }

    #[test]
    fn migrations_that_ran_do_not_run_again() {
        let mut connection = Connection::open_in_memory().unwrap();
        let first = "CREATE TABLE note (text TEXT) STRICT;";
        run(&mut connection, &[first]).unwrap();
        run(
            &mut connection,
            &[first, "INSERT INTO note VALUES ('once');"],
        )
        .unwrap();
        run(
            &mut connection,
            &[first, "INSERT INTO note VALUES ('once');"],
        )
        .unwrap();
        let count: u32 = connection
            .query_row("SELECT COUNT(*) FROM note", [], |row| row.get(0))
            .unwrap();
        assert_eq!((count, version(&connection).unwrap()), (1, 2));
    }
}
