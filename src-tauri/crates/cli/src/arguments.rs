//! The words of a command.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::Path;

use crate::output::Failure;

/// What the program prints for help.
pub(crate) const HELP: &str = "\
auscult: offline audits of machine-learning systems

  auscult vault create --vault DIR --passphrase-file FILE --person NAME
  auscult vault check ... [--repair NAME] [--out FILE] [--json]
  auscult vault accept ...
  auscult sample ...
  auscult assessments ... [--json]
  auscult answer ... --assessment ID --control ID [--implementation WORD] [--note TEXT]
                     [--subject all|site:ID|system:ID|vendor:ID]
  auscult attach ... --assessment ID --control ID [--subject SUBJECT] [--strength WORD]
                     [--json] FILE...
  auscult score ... --assessment ID [--json]
  auscult findings ... --assessment ID [--json]
  auscult requests ... --assessment ID [--json]
  auscult search ... [--assessment ID] [--json] WORD...
  auscult compare ... --assessment ID --from VERSION [--to VERSION] [--json]
  auscult undo ... --assessment ID
  auscult redo ... --assessment ID
  auscult packet ... --assessment ID --out FILE [--paper letter|a4]
  auscult evidence-plan ... --assessment ID --out FILE [--paper letter|a4]
  auscult catalog check FILE
  auscult catalog show [ID] [--json]
  auscult catalog print --out FILE [--paper letter|a4]

`...` stands for --vault DIR --passphrase-file FILE. FILE may be - for standard input.
Answers: implemented, partial, planned, alternative, not-reasonable, not-implemented,
not-applicable, unknown. Strengths: stated, examined, tested, observed.

Exit codes: 0 done; 1 it could not be done; 2 the words are off; 3 a check found a fault.";

/// What a command takes beside its name.
struct Shape {
    name: &'static str,
    options: &'static [&'static str],
    json: bool,
    rest: Rest,
}

/// What may follow the options.
#[derive(PartialEq, Eq)]
enum Rest {
    Nothing,
    AtMostOne,
    Any,
}

const SHAPES: &[Shape] = &[
    shape("help", &[], false, Rest::Nothing),
    shape(
        "vault create",
        &["vault", "passphrase-file", "person"],
        false,
        Rest::Nothing,
    ),
    shape(
        "vault check",
        &["vault", "passphrase-file", "repair", "out"],
        true,
        Rest::Nothing,
    ),
    shape(
        "vault accept",
        &["vault", "passphrase-file"],
        false,
        Rest::Nothing,
    ),
    shape(
        "sample",
        &["vault", "passphrase-file"],
        false,
        Rest::Nothing,
    ),
    shape(
        "assessments",
        &["vault", "passphrase-file"],
        true,
        Rest::Nothing,
    ),
    shape(
        "answer",
        &[
            "vault",
            "passphrase-file",
            "assessment",
            "control",
            "subject",
            "implementation",
            "note",
        ],
        false,
        Rest::Nothing,
    ),
    shape(
        "attach",
        &[
            "vault",
            "passphrase-file",
            "assessment",
            "control",
            "subject",
            "strength",
        ],
        true,
        Rest::Any,
    ),
    shape(
        "score",
        &["vault", "passphrase-file", "assessment"],
        true,
        Rest::Nothing,
    ),
    shape(
        "findings",
        &["vault", "passphrase-file", "assessment"],
        true,
        Rest::Nothing,
    ),
    shape(
        "requests",
        &["vault", "passphrase-file", "assessment"],
        true,
        Rest::Nothing,
    ),
    shape(
        "search",
        &["vault", "passphrase-file", "assessment"],
        true,
        Rest::Any,
    ),
    shape(
        "compare",
        &["vault", "passphrase-file", "assessment", "from", "to"],
        true,
        Rest::Nothing,
    ),
    shape(
        "undo",
        &["vault", "passphrase-file", "assessment"],
        false,
        Rest::Nothing,
    ),
    shape(
        "redo",
        &["vault", "passphrase-file", "assessment"],
        false,
        Rest::Nothing,
    ),
    shape(
        "packet",
        &["vault", "passphrase-file", "assessment", "out", "paper"],
        false,
        Rest::Nothing,
    ),
    shape(
        "evidence-plan",
        &["vault", "passphrase-file", "assessment", "out", "paper"],
        false,
        Rest::Nothing,
    ),
    shape("catalog check", &[], false, Rest::AtMostOne),
    shape("catalog show", &[], true, Rest::AtMostOne),
    shape("catalog print", &["out", "paper"], false, Rest::Nothing),
];

const fn shape(
    name: &'static str,
    options: &'static [&'static str],
    json: bool,
    rest: Rest,
) -> Shape {
    Shape {
        name,
        options,
        json,
        rest,
    }
}

/// A command with its options and what follows them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Command {
    pub(crate) name: &'static str,
    options: BTreeMap<&'static str, OsString>,
    pub(crate) rest: Vec<OsString>,
    pub(crate) json: bool,
}

/// Reads the words. A name of two words, such as `vault create`, is one name; `--` says that
/// only names of files follow.
pub(crate) fn parse(words: Vec<OsString>) -> Result<Command, Failure> {
    let asks_for_help = words.is_empty()
        || words
            .iter()
            .take_while(|word| *word != "--")
            .any(|word| word == "--help" || word == "-h");
    if asks_for_help {
        return Ok(Command {
            name: "help",
            ..Command::default()
        });
    }
    let mut words = words.into_iter();
    let mut name = words
        .next()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    if matches!(name.as_str(), "vault" | "catalog") {
        let second = words.next().unwrap_or_default();
        name = format!("{name} {}", second.to_string_lossy())
            .trim()
            .to_owned();
    }
    let shape = SHAPES
        .iter()
        .find(|shape| shape.name == name)
        .ok_or_else(|| Failure::words(format!("There is no command {name:?}.")))?;
    let mut command = Command {
        name: shape.name,
        ..Command::default()
    };
    while let Some(word) = words.next() {
        if word == "--" {
            command.rest.extend(words);
            break;
        }
        match word.to_str().and_then(|word| word.strip_prefix("--")) {
            Some("json") if shape.json => command.json = true,
            Some(option) => {
                let known = shape.options.iter().find(|known| **known == option);
                let known = known.ok_or_else(|| {
                    Failure::words(format!("{name} has no option --{option}."))
                })?;
                let value = words
                    .next()
                    .ok_or_else(|| Failure::words(format!("--{option} needs a value.")))?;
                if command.options.insert(known, value).is_some() {
                    return Err(Failure::words(format!("--{option} stands there twice.")));
                }
            }
            None => command.rest.push(word),
        }
    }
    let is_too_much = match shape.rest {
        Rest::Nothing => !command.rest.is_empty(),
        Rest::AtMostOne => command.rest.len() > 1,
        Rest::Any => false,
    };
    if is_too_much {
        return Err(Failure::words(format!(
            "{name} takes fewer words than that."
        )));
    }
    Ok(command)
}

impl Command {
    /// Returns an option that must be there.
    pub(crate) fn need(&self, option: &str) -> Result<&str, Failure> {
        self.option(option)?.ok_or_else(|| missing(option))
    }

    /// Returns an option that must be there and names a file or folder.
    pub(crate) fn need_path(&self, option: &str) -> Result<&Path, Failure> {
        let value = self.options.get(option).ok_or_else(|| missing(option))?;
        Ok(Path::new(value))
    }

    /// Returns an option that names a file or folder.
    pub(crate) fn option_path(&self, option: &str) -> Option<&Path> {
        self.options.get(option).map(Path::new)
    }

    /// Returns an option.
    pub(crate) fn option(&self, option: &str) -> Result<Option<&str>, Failure> {
        let Some(value) = self.options.get(option) else {
            return Ok(None);
        };
        match OsStr::to_str(value) {
            Some(text) => Ok(Some(text)),
            None => Err(Failure::words(format!(
                "--{option} is not valid text (UTF-8)."
            ))),
        }
    }

    /// Reads an option's word, by the words that files and the wire use.
    pub(crate) fn word<T: serde::de::DeserializeOwned>(
        &self,
        option: &str,
    ) -> Result<Option<T>, Failure> {
        let Some(word) = self.option(option)? else {
            return Ok(None);
        };
        serde_json::from_value(serde_json::Value::String(word.to_owned()))
            .map(Some)
            .map_err(|_| Failure::words(format!("--{option} does not know the word {word:?}.")))
    }
}

fn missing(option: &str) -> Failure {
    Failure::words(format!("--{option} is missing."))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Command, Failure> {
        parse(text.split_whitespace().map(OsString::from).collect())
    }

    #[test]
    fn a_command_is_its_name_its_options_and_the_rest() {
        let command = parsed("attach --vault v --control A-1 --json a.pdf b.pdf").unwrap();
        assert_eq!(command.name, "attach");
        assert_eq!(command.option("control").unwrap(), Some("A-1"));
        assert!(command.json);
        assert_eq!(command.rest, ["a.pdf", "b.pdf"]);
    }

    #[test]
    fn a_passphrase_is_not_an_option_of_any_command() {
        for shape in SHAPES {
            for option in ["passphrase", "password", "key"] {
                assert!(parsed(&format!("{} --{option} secret", shape.name)).is_err());
            }
        }
    }

    #[test]
    fn what_no_command_takes_is_refused() {
        for words in [
            "no-such-command",
            "vault",
            "catalog",
            "vault no-such",
            "score extra",
            "score --note text",
            "score --no-such x",
            "score --assessment",
            "score --assessment a --assessment b",
            "packet --json",
            "catalog show A B",
            "-x",
        ] {
            assert!(matches!(parsed(words), Err(Failure::Words(_))), "{words}");
        }
    }

    #[test]
    fn help_is_given_whatever_else_is_asked() {
        for words in ["", "help", "--help", "-h", "score --help", "attach -h"] {
            assert_eq!(parsed(words).unwrap().name, "help", "{words}");
        }
    }

    #[test]
    fn after_two_dashes_a_file_may_have_any_name() {
        let command = parsed("attach --control A-1 -- --help --json").unwrap();
        assert_eq!(command.rest, ["--help", "--json"]);
        assert!(!command.json);
    }

    #[test]
    fn help_names_every_command_and_option() {
        for shape in SHAPES {
            let is_there =
                shape.name == "help" || HELP.contains(&format!("auscult {}", shape.name));
            assert!(is_there, "{}", shape.name);
            for option in shape.options {
                assert!(HELP.contains(&format!("--{option}")), "--{option}");
            }
        }
    }
}
