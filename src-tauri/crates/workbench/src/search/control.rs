//! Controls: there are few, so each is looked at.

use std::collections::HashMap;
use std::sync::Arc;

use domain::find::FindKind;
use domain::framework::{Control, Framework};
use domain::id::AssessmentId;
use store::Store;
use store::words::{Word, places, words};

use super::snippet::{cut_out, of_terms};
use super::{EACH, Find, Look};
use crate::error::Error;
use crate::frameworks::built_in;

/// The words of the controls of each framework that was searched, by its digest.
#[derive(Default)]
pub(crate) struct Controls(HashMap<String, Arc<Vec<Readable>>>);

impl Controls {
    fn of(&mut self, digest: &str, framework: &Framework) -> Arc<Vec<Readable>> {
        let read = self.0.entry(digest.to_owned()).or_insert_with(|| {
            let readable = framework.controls().map(Readable::of);
            Arc::new(readable.collect())
        });
        Arc::clone(read)
    }
}

/// A control with its texts, the name and what is asked first, and their words.
struct Readable {
    id: String,
    label: String,
    texts: Vec<String>,
    words: Vec<Vec<Word>>,
}

/// How many of a control's texts are its name.
const NAMES: usize = 2;

impl Readable {
    fn of(control: &Control) -> Self {
        let mut texts = vec![
            control.label.clone(),
            control.id.clone(),
            control.question.clone(),
            control.text.clone(),
            control.citation.clone(),
            control.ml_failure.clone(),
            control.remedy.clone(),
            control.finding_when.clone(),
        ];
        texts.extend(control.evidence.iter().map(|asked| asked.artefact.clone()));
        Self {
            id: control.id.clone(),
            label: control.label.clone(),
            words: texts.iter().map(|text| words(text)).collect(),
            texts,
        }
    }
}

impl Look<'_> {
    /// Looks at the controls of an assessment's framework, or of the newest one. Those that
    /// are called so come first. Returns whether there are more.
    pub(super) fn at_controls(
        &mut self,
        store: &Store,
        within: Option<AssessmentId>,
    ) -> Result<bool, Error> {
        let (digest, framework) = match within {
            Some(id) => {
                let digest = self.assessment(store, id)?.framework.digest.clone();
                let framework = self.frameworks.of(&digest, store)?;
                (digest, framework)
            }
            None => built_in()?,
        };
        let controls = self.controls.of(&digest, &framework);
        let mut finds = Vec::new();
        for control in controls.iter() {
            let Some(found) = of_terms(&control.words, self.terms) else {
                continue;
            };
            let is_called_so = self.terms.iter().all(|term| {
                let names = control.words.iter().take(NAMES);
                names
                    .into_iter()
                    .any(|words| !places(words, term).is_empty())
            });
            let texts: Vec<&str> = control.texts.iter().map(String::as_str).collect();
            let mut find = Find {
                kind: FindKind::Control,
                id: control.id.clone(),
                organisation: None,
                organisation_name: String::new(),
                assessment: None,
                assessment_title: String::new(),
                control: Some(control.id.clone()),
                subject: None,
                title: control.label.clone(),
                snippet: cut_out(&texts, &found),
            };
            if let Some(id) = within {
                self.stand_in(store, id, &mut find)?;
            }
            finds.push((!is_called_so, find));
        }
        finds.sort_by_key(|(is_called_otherwise, _)| *is_called_otherwise);
        let more = finds.len() > EACH;
        let shown = finds.into_iter().take(EACH).map(|(_, find)| find);
        self.finds.extend(shown);
        Ok(more)
    }
}
