//! The words of a command.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::Path;

use crate::output::Failure;

/// What the program prints for help.
pub(crate) const HELP: &str = "\
auscult: offline audits of machine-learning systems

  auscult vault create --vault DIR --passphrase-file FILE --person NAME [--approved]
  auscult vault check ... [--repair NAME] [--out FILE] [--json]
  auscult vault backup ... --to DIR [--json]
  auscult vault restore --from DIR --vault NEWDIR
  auscult vault accept ...
  auscult vault people ... [--name NAME [--rename NAME] [--role ROLE]] [--json]
  auscult vault add ... --name NAME [--role ROLE] --new-passphrase-file FILE [--new-key-file FILE]
  auscult vault remove ... --name NAME
  auscult vault passphrase ... --new-passphrase-file FILE [--new-key-file FILE]
  auscult vault recovery ... --out FILE [--paper letter|a4]
  auscult vault key-file --out FILE
  auscult vault strict ... [on|off]
  auscult vault move ... --to standard|approved
  auscult trail verify ... [--json]
  auscult trail show ... [--organisation ID] [--slot ID] [--action WORD] [--from DAY] [--to DAY]
                         [--take N] [--json] [NUMBER]
  auscult trail export ... --out FILE [--organisation ID] [--slot ID] [--action WORD]
                           [--from DAY] [--to DAY]
  auscult sample ... [--approved]
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
  auscult packet ... --assessment ID --out FILE [--audience leadership|client|working]
                 [--template NAME] [--data] [--to TEXT] [--paper letter|a4]
  auscult issued ... [--organisation ID|NAME] [--assessment ID] [--json]
  auscult evidence-plan ... --assessment ID --out FILE [--format pdf|xlsx|ics] [--to NAME]
                            [--paper letter|a4]
  auscult evidence-plan import ... --assessment ID [--apply] [--json] FILE
  auscult record ... --assessment ID --out FILE [--audience WORD[,WORD]] [--evidence all|none|ID[,ID]]
                 [--no-data] [--plan] [--to TEXT]
  auscult verify [--json] FILE
  auscult bundle make ... --assessment ID --out FILE (--recipient AGE1... |
                      --bundle-passphrase-file FILE [--age])
  auscult bundle look ... --from FILE [--bundle-passphrase-file FILE] [--identity FILE] [--json]
  auscult bundle open ... --from FILE [--bundle-passphrase-file FILE] [--identity FILE] [--json]
  auscult retention show ... --organisation ID|NAME [--json]
  auscult retention set ... --organisation ID|NAME [--hold REASON | --release]
                        [--contract-until DAY|none]
  auscult destroy ... --organisation ID|NAME --name NAME --reason TEXT --certificate FILE
                  [--early] [--paper letter|a4]
  auscult crypto [--vault DIR] [--approved] [--json]
  auscult catalog check FILE
  auscult catalog show [ID] [--json]
  auscult catalog print --out FILE [--paper letter|a4]

`...` stands for --vault DIR --passphrase-file FILE, with --key-file FILE where one is needed, or
--vault DIR --recovery-code-file FILE. FILE of a passphrase or code may be - for standard input.
Roles: owner, assessor, reviewer, reader.
--approved makes a vault in approved mode (FIPS 140-3). One that is there says its mode itself.
Answers: implemented, partial, planned, alternative, not-reasonable, not-implemented,
not-applicable, unknown. Strengths: stated, examined, tested, observed.

Exit codes: 0 done; 1 it could not be done; 2 the words are off; 3 a check found a fault.";

/// Options that stand alone and take no value.
const ALONE: [&str; 8] = [
    "approved", "age", "release", "early", "apply", "no-data", "plan", "data",
];

/// Options that every command takes that opens a vault.
const WAYS_IN: [&str; 2] = ["key-file", "recovery-code-file"];

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

/// What a bundle that came is opened with.
const BUNDLE: &[&str] = &[
    "vault",
    "passphrase-file",
    "from",
    "bundle-passphrase-file",
    "identity",
];

const SHAPES: &[Shape] = &[
    shape("help", &[], false, Rest::Nothing),
    shape(
        "vault create",
        &["vault", "passphrase-file", "person", "approved"],
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
        "vault backup",
        &["vault", "passphrase-file", "to"],
        true,
        Rest::Nothing,
    ),
    shape("vault restore", &["vault", "from"], false, Rest::Nothing),
    shape(
        "vault accept",
        &["vault", "passphrase-file"],
        false,
        Rest::Nothing,
    ),
    shape(
        "vault strict",
        &["vault", "passphrase-file"],
        false,
        Rest::AtMostOne,
    ),
    shape(
        "trail verify",
        &["vault", "passphrase-file"],
        true,
        Rest::Nothing,
    ),
    shape(
        "trail show",
        &[
            "vault",
            "passphrase-file",
            "organisation",
            "slot",
            "action",
            "from",
            "to",
            "take",
        ],
        true,
        Rest::AtMostOne,
    ),
    shape(
        "trail export",
        &[
            "vault",
            "passphrase-file",
            "out",
            "organisation",
            "slot",
            "action",
            "from",
            "to",
        ],
        false,
        Rest::Nothing,
    ),
    shape(
        "vault people",
        &["vault", "passphrase-file", "name", "rename", "role"],
        true,
        Rest::Nothing,
    ),
    shape(
        "vault add",
        &[
            "vault",
            "passphrase-file",
            "name",
            "role",
            "new-passphrase-file",
            "new-key-file",
        ],
        false,
        Rest::Nothing,
    ),
    shape(
        "vault remove",
        &["vault", "passphrase-file", "name"],
        false,
        Rest::Nothing,
    ),
    shape(
        "vault move",
        &["vault", "passphrase-file", "to"],
        false,
        Rest::Nothing,
    ),
    shape(
        "vault passphrase",
        &[
            "vault",
            "passphrase-file",
            "new-passphrase-file",
            "new-key-file",
        ],
        false,
        Rest::Nothing,
    ),
    shape(
        "vault recovery",
        &["vault", "passphrase-file", "out", "paper"],
        false,
        Rest::Nothing,
    ),
    shape("vault key-file", &["out"], false, Rest::Nothing),
    shape(
        "bundle make",
        &[
            "vault",
            "passphrase-file",
            "assessment",
            "out",
            "recipient",
            "bundle-passphrase-file",
            "age",
        ],
        false,
        Rest::Nothing,
    ),
    shape("bundle look", BUNDLE, true, Rest::Nothing),
    shape("bundle open", BUNDLE, true, Rest::Nothing),
    shape(
        "retention show",
        &["vault", "passphrase-file", "organisation"],
        true,
        Rest::Nothing,
    ),
    shape(
        "retention set",
        &[
            "vault",
            "passphrase-file",
            "organisation",
            "hold",
            "release",
            "contract-until",
        ],
        false,
        Rest::Nothing,
    ),
    shape(
        "destroy",
        &[
            "vault",
            "passphrase-file",
            "organisation",
            "name",
            "reason",
            "certificate",
            "early",
            "paper",
        ],
        false,
        Rest::Nothing,
    ),
    shape(
        "sample",
        &["vault", "passphrase-file", "approved"],
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
        &[
            "vault",
            "passphrase-file",
            "assessment",
            "out",
            "audience",
            "template",
            "data",
            "to",
            "paper",
        ],
        false,
        Rest::Nothing,
    ),
    shape(
        "issued",
        &["vault", "passphrase-file", "organisation", "assessment"],
        true,
        Rest::Nothing,
    ),
    shape(
        "evidence-plan",
        &[
            "vault",
            "passphrase-file",
            "assessment",
            "out",
            "format",
            "to",
            "paper",
        ],
        false,
        Rest::Nothing,
    ),
    shape(
        "evidence-plan import",
        &["vault", "passphrase-file", "assessment", "apply"],
        true,
        Rest::AtMostOne,
    ),
    shape(
        "record",
        &[
            "vault",
            "passphrase-file",
            "assessment",
            "out",
            "audience",
            "evidence",
            "no-data",
            "plan",
            "to",
        ],
        false,
        Rest::Nothing,
    ),
    shape("verify", &[], true, Rest::AtMostOne),
    shape("crypto", &["vault", "approved"], true, Rest::Nothing),
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
    let mut words = words.into_iter().peekable();
    let mut name = words
        .next()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    if matches!(
        name.as_str(),
        "vault" | "trail" | "bundle" | "retention" | "catalog"
    ) {
        let second = words.next().unwrap_or_default();
        name = format!("{name} {}", second.to_string_lossy())
            .trim()
            .to_owned();
    }
    // A plan is made unless one is read.
    if name == "evidence-plan" && words.next_if(|word| word == "import").is_some() {
        name.push_str(" import");
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
                let opens = shape.options.contains(&"passphrase-file");
                let ways_in = WAYS_IN.iter().filter(|_| opens);
                let mut options = shape.options.iter().chain(ways_in);
                let known = options.find(|known| **known == option);
                let known = known.ok_or_else(|| {
                    Failure::words(format!("{name} has no option --{option}."))
                })?;
                let value = if ALONE.contains(known) {
                    Some(OsString::new())
                } else {
                    words.next()
                };
                let value = value
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
    /// Returns whether an option stands there.
    pub(crate) fn has(&self, option: &str) -> bool {
        self.options.contains_key(option)
    }

    /// Returns an option that names a file or folder.
    pub(crate) fn path(&self, option: &str) -> Option<&Path> {
        self.options.get(option).map(Path::new)
    }

    /// Returns an option that must be there.
    pub(crate) fn need(&self, option: &str) -> Result<&str, Failure> {
        self.option(option)?.ok_or_else(|| missing(option))
    }

    /// Returns an option that must be there and names a file or folder.
    pub(crate) fn need_path(&self, option: &str) -> Result<&Path, Failure> {
        self.path(option).ok_or_else(|| missing(option))
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
mod tests;
