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
fn an_option_that_stands_alone_takes_no_word_after_it() {
    let command = parsed("vault create --approved --vault v --person P").unwrap();
    assert!(command.has("approved"));
    assert_eq!(command.option("person").unwrap(), Some("P"));
    assert!(!parsed("crypto --vault v").unwrap().has("approved"));
    assert!(parsed("crypto --approved --approved").is_err());
    assert!(parsed("score --approved").is_err());
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
        for option in shape.options.iter().chain(&WAYS_IN) {
            assert!(HELP.contains(&format!("--{option}")), "--{option}");
        }
    }
}
