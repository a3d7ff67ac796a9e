//! What a row counted.

/// What a row counted. What was lost must be nothing.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Rounds, states or changes.
    pub(crate) rounds: u64,
    /// What was told as done, in all.
    pub(crate) done: u64,
    /// What happened and was not noticed, or was told as done and is not there.
    pub(crate) lost: Vec<String>,
    /// What is worth a number: "noticed 300, changes nothing 12".
    pub(crate) remarks: Vec<(&'static str, u64)>,
}

impl Tally {
    pub(crate) fn count(&mut self, what: &'static str) {
        match self.remarks.iter_mut().find(|(name, _)| *name == what) {
            Some((_, count)) => *count += 1,
            None => self.remarks.push((what, 1)),
        }
    }

    pub(crate) fn line(&self, name: &str, seed: u64) -> String {
        let remarks: Vec<String> = self
            .remarks
            .iter()
            .map(|(n, c)| format!("{n} {c}"))
            .collect();
        let rest = if remarks.is_empty() {
            String::new()
        } else {
            format!(", {}", remarks.join(", "))
        };
        format!(
            "{name}: {} rounds, {} told as done, {} lost{rest} (seed {seed})",
            self.rounds,
            self.done,
            self.lost.len(),
        )
    }
}
