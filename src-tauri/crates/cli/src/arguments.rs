//! The words of a command.

use std::collections::BTreeMap;

use crate::output::Failure;

/// What the program prints for help.
pub(crate) const HELP: &str = "\
auscult: offline audits of machine-learning systems

  auscult vault create --vault DIR --passphrase-file FILE --person NAME
  auscult vault check --vault DIR --passphrase-file FILE
  auscult sample --vault DIR --passphrase-file FILE
  auscult assessments ... [--json]
  auscult answer ... --assessment ID --control ID --implementation WORD
                     [--subject all|site:ID|system:ID|vendor:ID] [--note TEXT]
  auscult attach ... --assessment ID --control ID [--strength WORD] FILE...
  auscult score ... --assessment ID [--json]
  auscult findings ... --assessment ID [--json]
  auscult requests ... --assessment ID [--json]
  auscult packet ... --assessment ID --out FILE [--paper letter|a4]
  auscult evidence-plan ... --assessment ID --out FILE [--paper letter|a4]
  auscult catalog check FILE
  auscult catalog show [ID] [--json]
  auscult catalog print --out FILE [--paper letter|a4]

`...` stands for --vault DIR --passphrase-file FILE. FILE may be - for standard input.
Answers: implemented, partial, planned, alternative, not-reasonable, not-implemented,
not-applicable, unknown. Strengths: stated, examined, tested, observed.

Exit codes: 0 done; 1 it could not be done; 2 the words are off; 3 a check found a fault.";

/// A command with its options and what follows them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Command {
    pub(crate) name: String,
    options: BTreeMap<String, String>,
    pub(crate) rest: Vec<String>,
    pub(crate) json: bool,
}

const OPTIONS: &[&str] = &[
    "vault",
    "passphrase-file",
    "person",
    "assessment",
    "control",
    "subject",
    "implementation",
    "note",
    "strength",
    "out",
    "paper",
];

/// Reads the words. A name of two words, such as `vault create`, is one name.
pub(crate) fn parse(words: &[String]) -> Result<Command, Failure> {
    let mut command = Command::default();
    let mut words = words.iter();
    let first = words.next().map_or("help", String::as_str);
    if matches!(first, "help" | "--help" | "-h") {
        return Ok(Command {
            name: "help".to_owned(),
            ..command
        });
    }
    command.name = first.to_owned();
    if matches!(first, "vault" | "catalog") {
        let second = words.next().map_or("", String::as_str);
        command.name = format!("{first} {second}");
    }
    while let Some(word) = words.next() {
        match word.strip_prefix("--") {
            Some("json") => command.json = true,
            Some(option) if OPTIONS.contains(&option) => {
                let value = words
                    .next()
                    .ok_or_else(|| Failure::words(format!("--{option} needs a value.")))?;
                command.options.insert(option.to_owned(), value.clone());
            }
            Some(option) => {
                return Err(Failure::words(format!("There is no option --{option}.")));
            }
            None => command.rest.push(word.clone()),
        }
    }
    Ok(command)
}

impl Command {
    /// Returns an option that must be there.
    pub(crate) fn need(&self, option: &str) -> Result<&str, Failure> {
        self.option(option)
            .ok_or_else(|| Failure::words(format!("--{option} is missing.")))
    }

    /// Returns an option.
    pub(crate) fn option(&self, option: &str) -> Option<&str> {
        self.options.get(option).map(String::as_str)
    }

    /// Reads an option's word, by the words that files and the wire use.
    pub(crate) fn word<T: serde::de::DeserializeOwned>(
        &self,
        option: &str,
    ) -> Result<Option<T>, Failure> {
        let Some(word) = self.option(option) else {
            return Ok(None);
        };
        serde_json::from_value(serde_json::Value::String(word.to_owned()))
            .map(Some)
            .map_err(|_| Failure::words(format!("--{option} does not know the word {word:?}.")))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn a_command_is_its_name_its_options_and_the_rest() {
        let command = parse(&words("attach --vault v --control A-1 --json a.pdf b.pdf")).ok();
        let command = command.unwrap();
        assert_eq!(command.name, "attach");
        assert_eq!(command.option("control"), Some("A-1"));
        assert!(command.json);
        assert_eq!(command.rest, ["a.pdf", "b.pdf"]);
    }

    #[test]
    fn a_passphrase_is_not_an_option() {
        assert!(parse(&words("assessments --passphrase secret")).is_err());
    }
}
