//! Numbered migrations, each with its version in one transaction.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::Error;

/// All migrations in order; the database's `user_version` counts those that ran.
const MIGRATIONS: &[&str] = &[include_str!("../migrations/0001_initial.sql")];

/// Brings the database up to date. A newer one is refused untouched.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), Error> {
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let supported = u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX);
    if found > supported {
        return Err(Error::NewerFormat { found, supported });
    }
    for (number, sql) in (1_u32..).zip(MIGRATIONS).skip(found as usize) {
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        step.execute_batch(sql)?;
        step.pragma_update(None, "user_version", number)?;
        step.commit()?;
    }
    Ok(())
}
