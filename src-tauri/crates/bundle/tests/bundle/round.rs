//! Round trips through each seal, and keys that do not open.

use std::ops::ControlFlow;

use age::secrecy::ExposeSecret;
use bundle::{Error, Key, Seal};
use zeroize::Zeroizing;

use crate::bench::*;

fn check(bytes: &[u8], key: &Key) {
    let Sample {
        content,
        catalogue,
        originals,
    } = sample();
    let taken = read(bytes, key).unwrap();
    assert_eq!(
        taken,
        Taken {
            content,
            catalogue,
            originals
        }
    );
}

fn with_identity(text: &str) -> Key {
    Key {
        passphrase: Zeroizing::new(String::new()),
        identity: Some(Zeroizing::new(text.to_owned())),
    }
}

#[test]
fn a_bundle_in_its_own_format_comes_back_as_it_was_made() {
    check(&sample().own(), &key());
}

#[test]
fn a_bundle_for_an_age_recipient_comes_back_with_its_identity_and_no_other() {
    let identity = age::x25519::Identity::generate();
    let recipient = identity.to_public().to_string();
    let bytes = sample().write(&Seal::AgeRecipient(&recipient)).unwrap();
    let text = identity.to_string();
    let text = format!("# created: today\n\n{}\n", text.expose_secret());
    check(&bytes, &with_identity(&text));

    let other = age::x25519::Identity::generate().to_string();
    for (given, refused) in [
        (with_identity(other.expose_secret()), "WrongIdentity"),
        (with_identity("# nothing\n"), "NotAnIdentity"),
        (with_identity("AGE-SECRET-KEY-1QQQQ"), "NotAnIdentity"),
        (key(), "NeedsIdentity"),
    ] {
        let error = read(&bytes, &given).unwrap_err();
        assert_eq!(format!("{error:?}"), refused);
    }
}

#[test]
fn a_bundle_for_an_age_passphrase_comes_back_with_it_and_no_other() {
    let bytes = sample().write(&Seal::AgePassphrase(PASSPHRASE)).unwrap();
    check(&bytes, &key());
    let other = Key {
        passphrase: Zeroizing::new("another passphrase".to_owned()),
        identity: None,
    };
    assert!(matches!(read(&bytes, &other), Err(Error::WrongPassphrase)));
    assert!(matches!(
        read(&bytes, &Key::default()),
        Err(Error::NeedsPassphrase)
    ));
}

#[test]
fn what_is_no_recipient_is_refused_before_anything_is_written() {
    for text in [
        "",
        "age1",
        "dana@example.org",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI",
        "AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ",
    ] {
        let refused = sample().write(&Seal::AgeRecipient(text));
        assert!(matches!(refused, Err(Error::NotARecipient)), "{text}");
    }
}

#[test]
fn making_a_bundle_can_be_stopped() {
    let passphrase = own_passphrase();
    let seal = Seal::Own(&passphrase, vault::Stretch::WEAK_FOR_TESTS);
    let mut heard = 0;
    let stopped = sample().write_watched(&seal, &mut |done| {
        heard = done;
        ControlFlow::Break(())
    });
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert!(
        heard > 0 && heard < 800_000,
        "it stopped on the way: {heard}"
    );
}

#[test]
fn evidence_that_differs_from_its_record_makes_no_bundle() {
    for change in [
        |bytes: &mut Vec<u8>| bytes[0] ^= 1,
        |bytes: &mut Vec<u8>| bytes.push(0),
        |bytes: &mut Vec<u8>| bytes.truncate(5),
    ] {
        let mut sample = sample();
        sample
            .originals
            .values_mut()
            .filter(|bytes| !bytes.is_empty())
            .for_each(change);
        let passphrase = own_passphrase();
        let refused = sample.write(&Seal::Own(&passphrase, vault::Stretch::WEAK_FOR_TESTS));
        assert!(matches!(refused, Err(Error::EvidenceDiffers)));
    }
}
