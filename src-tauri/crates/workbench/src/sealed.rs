//! Reading the bytes of evidence, to show them.

use std::io::Read;

use domain::evidence::Evidence;
use domain::id::EvidenceId;

use crate::error::Error;
use crate::open::Workbench;

impl Workbench {
    /// Opens the bytes of evidence; nothing when it is a written reference. They are read
    /// beside the database, so that typing goes on meanwhile.
    pub fn open_evidence(
        &self,
        id: EvidenceId,
    ) -> Result<(Evidence, Option<Box<dyn Read + Send>>), Error> {
        let evidence = self.evidence(id)?;
        let Some(attachment) = &evidence.attachment else {
            return Ok((evidence, None));
        };
        let reader = self
            .store
            .open_attachment(attachment.id)?
            .ok_or(Error::NotFound("attachment"))?;
        Ok((evidence, Some(Box::new(reader))))
    }
}
