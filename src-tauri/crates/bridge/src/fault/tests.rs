//! Every sentence says what happened and what to do, and none tells what it should not.

use std::io::Error as Io;

use super::*;

const SECRET: &str = "secret-of-a-client";

/// One error of each kind, with a secret wherever something from outside could come in.
fn every() -> Vec<Error> {
    use ::vault::Error as V;
    let holder = ::vault::Holder {
        program: "auscult".to_owned(),
        host: "laptop".to_owned(),
        process: 7,
        since: "2026-11-24T10:00:00Z".parse().unwrap(),
    };
    let io = || Io::other(SECRET);
    let vault = vec![
        V::NotAVault,
        V::NewerFormat {
            found: 2,
            supported: 1,
        },
        V::DamagedHeader,
        V::StretchOutOfBounds,
        V::WrongPassphrase,
        V::WeakPassphrase(::vault::Weakness::Short { fewest: 12 }),
        V::WeakPassphrase(::vault::Weakness::Monotonous),
        V::WeakPassphrase(::vault::Weakness::Common),
        V::WeakPassphrase(::vault::Weakness::Guessable),
        V::Held(None),
        V::Held(Some(holder)),
        V::AlreadyThere,
        V::Tampered {
            part: "sealed file",
        },
        V::Source(io()),
        V::FullDisk,
        V::TooLarge,
        V::ReadOnly,
        V::Unreachable,
        V::Io {
            action: "flushing",
            source: io(),
        },
        V::Crypto,
    ];
    let store = vec![
        store::Error::NewerFormat {
            found: 2,
            supported: 1,
        },
        store::Error::Damaged,
        store::Error::Missing,
        store::Error::NotAccepted,
        store::Error::ChangedSince,
        store::Error::StillNamed,
        store::Error::NamesGone,
        store::Error::FullDisk,
        store::Error::ReadOnly,
        store::Error::Unreachable,
        store::Error::Busy,
        store::Error::Unreadable { kind: "answer" },
        store::Error::Database { code: 19 },
    ];
    let mut errors: Vec<Error> = vault.into_iter().map(Error::Vault).collect();
    errors.extend(store.into_iter().map(Error::Store));
    errors.extend([
        Error::Store(store::Error::Vault(V::FullDisk)),
        Error::Catalog(catalog::read(b"{").map(|_| ()).unwrap_err()),
        Error::Packet(packet::Error::Write(io())),
        Error::Packet(packet::Error::Font),
        Error::NotFound("control"),
        Error::Input("The period ends before it begins.".to_owned()),
        Error::File {
            action: "The disk is full. No half-written file was left.",
            source: io(),
        },
        Error::SourceChanged,
    ]);
    errors
}

#[test]
fn every_fault_is_made_of_full_sentences_and_says_what_to_do() {
    for error in every() {
        let kind = error.to_string();
        let fault = Fault::from(error);
        for sentence in [&fault.message, &fault.hint] {
            assert!(sentence.ends_with('.'), "{kind}: {sentence}");
            assert!(
                sentence.starts_with(|c: char| c.is_uppercase() || c == 'a'),
                "{sentence}"
            );
            assert!(
                !sentence.contains("  ") && !sentence.contains('\n'),
                "{sentence}"
            );
        }
        assert!(!fault.reference.is_empty(), "{kind}");
    }
}

#[test]
fn no_fault_tells_content() {
    for error in every() {
        let fault = Fault::from(error);
        let told = format!("{fault:?} {}", serde_json::to_string(&fault).unwrap());
        assert!(!told.contains(SECRET), "{told}");
    }
}

#[test]
fn what_a_screen_acts_on_is_told_by_its_code() {
    let code = |error: ::vault::Error| Fault::from(Error::Vault(error)).code;
    assert_eq!(
        code(::vault::Error::WrongPassphrase),
        FaultCode::WrongPassphrase
    );
    assert_eq!(code(::vault::Error::Held(None)), FaultCode::Held);
    assert_eq!(code(::vault::Error::NotAVault), FaultCode::NotFound);
    let weak = ::vault::Error::WeakPassphrase(::vault::Weakness::Short { fewest: 12 });
    assert_eq!(code(weak), FaultCode::WeakPassphrase);
    assert_eq!(Fault::locked().code, FaultCode::Locked);
    assert_eq!(
        Fault::from(Error::Input("No.".into())).code,
        FaultCode::Input
    );
}

#[test]
fn a_reference_stands_for_one_sentence() {
    let mut seen = std::collections::HashMap::new();
    for error in every() {
        let fault = Fault::from(error);
        // These name what is held, weak or missing in their sentence.
        if ["V4", "V7", "N1", "I1"].contains(&fault.reference.as_str()) {
            continue;
        }
        let known = seen
            .entry(fault.reference.clone())
            .or_insert_with(|| fault.message.clone());
        assert_eq!(*known, fault.message, "{}", fault.reference);
    }
}
