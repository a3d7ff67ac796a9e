//! Framework editions: the one built in, and those kept in the vault.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use domain::framework::Framework;
use store::Store;

use crate::error::Error;

/// Framework editions that were read before, by digest.
#[derive(Default)]
pub(crate) struct Frameworks {
    read: HashMap<String, Arc<Framework>>,
}

/// Returns the newest framework built in, with the digest of its text.
pub fn built_in() -> Result<(String, Arc<Framework>), Error> {
    static READ: OnceLock<(String, Arc<Framework>)> = OnceLock::new();
    if let Some(read) = READ.get() {
        return Ok(read.clone());
    }
    let framework = Arc::new(catalog::read(catalog::BUILT_IN)?);
    let digest = vault::hex(&vault::sha256(catalog::BUILT_IN));
    Ok(READ.get_or_init(|| (digest, framework)).clone())
}

impl Frameworks {
    /// Returns the framework of a digest, from memory, from what is built in, or from the
    /// vault, where its full text was kept when the assessment started.
    pub(crate) fn of(&mut self, digest: &str, store: &Store) -> Result<Arc<Framework>, Error> {
        if let Some(framework) = self.read.get(digest) {
            return Ok(Arc::clone(framework));
        }
        let (newest, framework) = built_in()?;
        let framework = if newest == digest {
            framework
        } else {
            let text = store
                .framework(digest)?
                .ok_or(Error::NotFound("framework edition"))?;
            Arc::new(catalog::read(&text)?)
        };
        self.read.insert(digest.to_owned(), Arc::clone(&framework));
        Ok(framework)
    }
}

impl crate::open::Workbench {
    /// Returns the framework of a digest.
    pub fn framework(&mut self, digest: &str) -> Result<Arc<Framework>, Error> {
        self.frameworks.of(digest, &self.store)
    }
}
