//! Records and the one way to write them.

use chrono::{DateTime, Utc};
use domain::answer::{Answer, Observation};
use domain::assessment::{Assessment, Snapshot, Version};
use domain::evidence::{Evidence, EvidenceLink};
use domain::finding::Finding;
use domain::member::Member;
use domain::note::WorkingNote;
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use domain::packet::{Issue, Look, PacketDraft, PacketTemplate};
use domain::request::EvidenceRequest;
use domain::retention::Retention;
use rusqlite::{Connection, OptionalExtension, params};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::Error;
use crate::history::{Stood, UnderWay};
use crate::trail::{self, Author, Chain, Deed};

/// What one row holds.
pub trait Record: Serialize + DeserializeOwned {
    /// The table.
    const KIND: &'static str;

    /// Returns the row's id.
    fn id(&self) -> String;

    /// Returns the organisation that it hangs on directly.
    fn organisation(&self) -> Option<Uuid> {
        None
    }

    /// Returns the assessment that it hangs on.
    fn assessment(&self) -> Option<Uuid> {
        None
    }
}

macro_rules! records {
    ($($type:ident in $kind:literal $(of organisation $organisation:ident)? $(of assessment $assessment:ident)?;)*) => {$(
        impl Record for $type {
            const KIND: &'static str = $kind;

            fn id(&self) -> String {
                self.id.to_string()
            }

            $(fn organisation(&self) -> Option<Uuid> {
                Some(self.$organisation.0)
            })?

            $(fn assessment(&self) -> Option<Uuid> {
                Some(self.$assessment.0)
            })?
        }
    )*};
}

records! {
    Organisation in "organisation";
    Site in "site" of organisation organisation;
    System in "system" of organisation organisation;
    Vendor in "vendor" of organisation organisation;
    Person in "person" of organisation organisation;
    Assessment in "assessment" of organisation organisation;
    Version in "version" of assessment assessment;
    Snapshot in "snapshot" of assessment assessment;
    Answer in "answer" of assessment assessment;
    WorkingNote in "working_note" of assessment assessment;
    Observation in "observation" of assessment assessment;
    Evidence in "evidence" of assessment assessment;
    EvidenceLink in "evidence_link" of assessment assessment;
    EvidenceRequest in "evidence_request" of assessment assessment;
    Finding in "finding" of assessment assessment;
    Setting in "setting";
    Member in "member";
    Retention in "retention";
    PacketDraft in "packet_draft" of assessment assessment;
    PacketTemplate in "packet_template";
    Look in "look";
    Issue in "issue" of organisation organisation of assessment assessment;
}

/// All tables that hold records, for checks.
pub(crate) const KINDS: &[&str] = &[
    Organisation::KIND,
    Site::KIND,
    System::KIND,
    Vendor::KIND,
    Person::KIND,
    Assessment::KIND,
    Version::KIND,
    Snapshot::KIND,
    Answer::KIND,
    WorkingNote::KIND,
    Observation::KIND,
    Evidence::KIND,
    EvidenceLink::KIND,
    EvidenceRequest::KIND,
    Finding::KIND,
    Setting::KIND,
    Member::KIND,
    Retention::KIND,
    PacketDraft::KIND,
    PacketTemplate::KIND,
    Look::KIND,
    Issue::KIND,
];

/// A choice that belongs to the vault, such as who works here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// Its name.
    pub id: String,
    /// What was chosen.
    pub value: String,
}

/// A write handle: it lives inside one transaction and leaves a trail entry for each write.
pub struct Change<'t> {
    pub(crate) tx: &'t Connection,
    pub(crate) vault: &'t vault::Vault,
    pub(crate) author: Author,
    pub(crate) chain: Chain,
    pub(crate) at: DateTime<Utc>,
    pub(crate) under_way: Option<UnderWay>,
}

impl Change<'_> {
    /// Returns when the change is made.
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// Writes a record, new or changed. A record that is already so leaves no trace.
    pub fn put<R: Record>(&mut self, record: &R) -> Result<(), Error> {
        let id = record.id();
        let body =
            serde_json::to_string(record).map_err(|_| Error::Unreadable { kind: R::KIND })?;
        let after = digest(self.vault, R::KIND, &id, body.as_bytes())?;
        let before = digest_of(self.tx, R::KIND, &id)?;
        if before.as_deref() == Some(after.as_slice()) {
            return Ok(());
        }
        self.take_note(R::KIND, &id, Some(after.clone()))?;
        let organisation = record.organisation().map(|id| id.to_string());
        let assessment = record.assessment().map(|id| id.to_string());
        let places = (organisation.as_deref(), assessment.as_deref());
        write(self.tx, R::KIND, &id, places, &body, &after)?;
        self.note(
            if before.is_some() { "change" } else { "add" },
            R::KIND,
            &id,
            before,
            Some(after),
        )
    }

    /// Removes a record. Its trail stays.
    pub fn remove<R: Record>(&mut self, id: &str) -> Result<(), Error> {
        let Some(before) = digest_of(self.tx, R::KIND, id)? else {
            return Ok(());
        };
        self.take_note(R::KIND, id, None)?;
        let sql = format!("DELETE FROM {} WHERE id = ?1", R::KIND);
        self.tx.prepare_cached(&sql)?.execute([id])?;
        self.note("remove", R::KIND, id, Some(before), None)
    }

    /// Keeps the text of a framework under its digest.
    pub fn keep_framework(&mut self, digest_hex: &str, text: &[u8]) -> Result<(), Error> {
        if digest_of(self.tx, "framework", digest_hex)?.is_some() {
            return Ok(());
        }
        let after = digest(self.vault, "framework", digest_hex, text)?;
        self.tx.execute(
            "INSERT INTO framework (id, body, digest) VALUES (?1, ?2, ?3)",
            params![digest_hex, text, after],
        )?;
        self.note("add", "framework", digest_hex, None, Some(after))
    }

    /// Records that something was done which changes no row, such as an export.
    pub fn record(
        &mut self,
        action: &'static str,
        kind: &'static str,
        object: &str,
    ) -> Result<(), Error> {
        self.note(action, kind, object, None, None)
    }

    /// Keeps for the step under way what stands there before it is written.
    fn take_note(
        &mut self,
        kind: &'static str,
        id: &str,
        stands: Option<Vec<u8>>,
    ) -> Result<(), Error> {
        if let Some(under_way) = &mut self.under_way {
            let before = stood(self.tx, kind, id)?;
            under_way.wrote(kind, id, before, stands);
        }
        Ok(())
    }

    pub(crate) fn note(
        &self,
        action: &str,
        kind: &str,
        object: &str,
        before: Option<Vec<u8>>,
        after: Option<Vec<u8>>,
    ) -> Result<(), Error> {
        let deed = Deed {
            action: action.to_owned(),
            kind: kind.to_owned(),
            object: object.to_owned(),
            before,
            after,
        };
        trail::append(self.tx, &self.author, self.chain, self.at, deed)
    }
}

/// Returns the keyed digest of a row.
pub(crate) fn digest(
    vault: &vault::Vault,
    kind: &str,
    id: &str,
    body: &[u8],
) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::with_capacity(id.len() + 1 + body.len());
    bytes.extend_from_slice(id.as_bytes());
    bytes.push(0);
    bytes.extend_from_slice(body);
    Ok(vault.keyed_digest(kind, &bytes)?.to_vec())
}

/// Writes a row, with the organisation and the assessment that it hangs on.
pub(crate) fn write(
    connection: &Connection,
    kind: &str,
    id: &str,
    (organisation, assessment): (Option<&str>, Option<&str>),
    body: &str,
    digest: &[u8],
) -> Result<(), Error> {
    let sql = format!(
        "INSERT INTO {kind} (id, organisation, assessment, body, digest)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET organisation = ?2, assessment = ?3, body = ?4,
         digest = ?5"
    );
    connection.prepare_cached(&sql)?.execute(params![
        id,
        organisation,
        assessment,
        body,
        digest
    ])?;
    Ok(())
}

/// Returns a row's digest and body as they stand.
pub(crate) fn stood(
    connection: &Connection,
    kind: &str,
    id: &str,
) -> Result<Option<Stood>, Error> {
    let sql = format!("SELECT digest, body FROM {kind} WHERE id = ?1");
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([id], |row| {
            Ok(Stood {
                digest: row.get(0)?,
                body: row.get(1)?,
            })
        })
        .optional()?)
}

fn digest_of(connection: &Connection, kind: &str, id: &str) -> Result<Option<Vec<u8>>, Error> {
    let sql = format!("SELECT digest FROM {kind} WHERE id = ?1");
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([id], |row| row.get(0))
        .optional()?)
}

/// Reads the records that a condition selects.
pub(crate) fn select<R: Record>(
    connection: &Connection,
    condition: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<R>, Error> {
    let sql = format!("SELECT body FROM {} {condition}", R::KIND);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params)?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        let body = row
            .get_ref(0)?
            .as_str()
            .map_err(|_| Error::Unreadable { kind: R::KIND })?;
        records
            .push(serde_json::from_str(body).map_err(|_| Error::Unreadable { kind: R::KIND })?);
    }
    Ok(records)
}
