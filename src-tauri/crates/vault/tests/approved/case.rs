//! One case, in a process that it has for itself.

use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use uuid::Uuid;
use vault::{
    Creation, Error, Holder, Mode, ModuleFault, Passphrase, RecoveryCode, Stretch, Vault, Way,
};

/// Runs a case; its process ends badly when it does not hold.
pub(crate) fn run(case: &str, module: &Path, vault: Option<&Path>) {
    match case {
        "moved" => moved(module, vault.unwrap()),
        "used" => used(module),
        "outside" => outside(module),
        "other-mode" => other_mode(module),
        "refused" => closed(module, |fault| *fault == ModuleFault::Refused),
        "missing" => closed(module, |fault| *fault == ModuleFault::Missing),
        "settings" => closed(module, |fault| *fault == ModuleFault::Settings),
        "another" => closed(module, |fault| {
            matches!(fault, ModuleFault::Another { name, version }
                if name == "OpenSSL FIPS Provider" && version == "3.1.9")
        }),
        _ => panic!("there is no case {case}"),
    }
}

fn enter(module: &Path) {
    vault::enter(Mode::Approved, Some(module)).unwrap();
    assert_eq!(vault::mode(), Some(Mode::Approved));
}

/// A vault's whole life: made, written to, signed with, closed, opened, read.
fn used(module: &Path) {
    enter(module);
    let place = Place::new("used");
    let vault = create(&place.0, Stretch::APPROVED_WEAK_FOR_TESTS).unwrap();
    let bytes = vec![7; (3 << 20) + 5];
    let sealed = vault
        .seal_evidence(&mut bytes.as_slice(), &mut |_| ControlFlow::Continue(()))
        .unwrap();
    assert_eq!(sealed.sha256, vault::sha256(&bytes));
    let signature = vault.sign(b"a head").unwrap();
    let signer = vault.signer_pem().unwrap();
    assert!(vault::is_signed_by(&signer, b"a head", &signature));
    assert!(!vault::is_signed_by(&signer, b"another head", &signature));
    drop(vault);

    assert_eq!(vault::needs(&place.0), Some(Mode::Approved));
    assert_eq!(Vault::look(&place.0).unwrap().mode, Mode::Approved);
    let wrong = Passphrase::given("another passphrase".to_owned());
    let refused = Vault::unlock(&place.0, &wrong, holder());
    assert!(matches!(refused, Err(Error::WrongPassphrase)));
    let vault = Vault::unlock(&place.0, &passphrase(), holder()).unwrap();
    let mut read = Vec::new();
    vault
        .open_evidence(&sealed.object, &sealed.key, sealed.length)
        .unwrap()
        .read_to_end(&mut read)
        .unwrap();
    assert!(read == bytes, "what was read is not what was sealed");
    drop(vault);

    only_the_module();
    let words = vault::ask_module().unwrap();
    assert_eq!(
        (words.name.as_str(), words.version.as_str()),
        ("OpenSSL FIPS Provider", "3.1.2")
    );
    assert!(words.has_passed);
}

/// Makes a vault in standard mode with a recovery code and moves it to approved mode.
pub(crate) fn moved_to_approved() -> (Place, String) {
    let place = Place::new("moved");
    let mut vault = create(&place.0, Stretch::WEAK_FOR_TESTS).unwrap();
    let code = RecoveryCode::make().unwrap();
    vault
        .add_slot(Uuid::from_u128(7), Way::RecoveryCode(&code))
        .unwrap();
    vault.move_to(Mode::Approved, &passphrase()).unwrap();
    let refused = Vault::unlock(&place.0, &passphrase(), holder());
    assert!(refused.is_err());
    (place, code.groups().join("-"))
}

/// A moved vault opens here by both of its ways, and goes back.
fn moved(module: &Path, folder: &Path) {
    enter(module);
    let code = RecoveryCode::parse(&std::env::var(crate::CODE).unwrap()).unwrap();
    let vault = Vault::unlock(folder, Way::RecoveryCode(&code), holder()).unwrap();
    drop(vault);
    let mut vault = Vault::unlock(folder, &passphrase(), holder()).unwrap();
    assert_eq!(vault.stretch(), Stretch::APPROVED);
    only_the_module();
    vault.move_to(Mode::Standard, &passphrase()).unwrap();
    assert_eq!(vault.mode(), Mode::Standard);
    drop(vault);
    assert_eq!(vault::needs(folder), Some(Mode::Standard));
    let again = Vault::unlock(folder, &passphrase(), holder());
    assert!(matches!(again, Err(Error::OtherMode { .. })));
}

/// What came back opens in standard mode by both of its ways, and the first unlocking with the
/// passphrase gives it the stretch of standard mode.
pub(crate) fn comes_back(folder: &Path, code: &str) {
    let code = RecoveryCode::parse(code).unwrap();
    let vault = Vault::unlock(folder, Way::RecoveryCode(&code), holder()).unwrap();
    assert_eq!(vault.stretch(), Stretch::APPROVED);
    drop(vault);
    for _ in 0..2 {
        let vault = Vault::unlock(folder, &passphrase(), holder()).unwrap();
        assert_eq!(vault.stretch(), Stretch::STANDARD);
        assert_eq!(vault.mode(), Mode::Standard);
    }
    let header = std::fs::read_to_string(folder.join("header.json")).unwrap();
    assert!(!header.contains("\"mode\""));
    assert_eq!(vault::check_header(folder).ok(), Some(true));
}

/// What the module does not have is not to be had, however it is asked for.
fn outside(module: &Path) {
    enter(module);
    assert_eq!(
        vault::refused(),
        ["Argon2id", "Ed25519", "ChaCha20-Poly1305", "MD5"]
    );
    for name in ["MD5", "SHA2-256"] {
        let is_there = openssl::md::Md::fetch(None, name, None).is_ok();
        assert_eq!(is_there, name == "SHA2-256", "{name}");
        assert!(openssl::md::Md::fetch(None, name, Some("provider=default")).is_err());
    }
    assert!(openssl::pkey::PKey::generate_ed25519().is_err());
    let mut derived = [0; 32];
    let salt = [0; 16];
    let argon2 =
        openssl::kdf::argon2id(None, b"secret", &salt, None, None, 1, 1, 8192, &mut derived);
    assert!(argon2.is_err());
    // The module's own floors, not ours: two rounds, and a salt of eight bytes.
    let pbkdf2 = |salt: &[u8], rounds| {
        ffi::pbkdf2_sha512(b"a long passphrase", salt, rounds, &mut [0; 32])
    };
    assert!(pbkdf2(&salt, 1_000));
    assert!(!pbkdf2(&salt, 2));
    assert!(!pbkdf2(&[0; 8], 1_000));
    only_the_module();
}

/// A vault of the other mode neither opens nor can be made here.
fn other_mode(module: &Path) {
    enter(module);
    let place = Place::new("other");
    let needs_standard = |error| {
        matches!(
            error,
            Error::OtherMode {
                needs: Mode::Standard
            }
        )
    };
    let made = create(&place.0, Stretch::WEAK_FOR_TESTS);
    assert!(needs_standard(made.unwrap_err()));
    assert!(!place.0.exists(), "something was left");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format-1");
    assert_eq!(vault::needs(&fixture), Some(Mode::Standard));
    assert_eq!(Vault::look(&fixture).unwrap().mode, Mode::Standard);
    let opened = Vault::unlock(&fixture, &passphrase(), holder());
    assert!(needs_standard(opened.unwrap_err()));
    assert!(!fixture.join("lock").exists(), "it was touched");
    assert_eq!(
        vault::enter(Mode::Standard, None),
        Err(ModuleFault::Late),
        "a process changed its mode"
    );
}

/// Nothing opens, nothing is made, no random byte comes, and there is no way back.
fn closed(module: &Path, is_expected: impl Fn(&ModuleFault) -> bool) {
    let fault = vault::enter(Mode::Approved, Some(module)).unwrap_err();
    assert!(is_expected(&fault), "{fault:?}");
    assert_eq!(vault::mode(), None);
    assert!(vault::enter(Mode::Standard, None).is_err());
    let place = Place::new("closed");
    for stretch in [Stretch::APPROVED_WEAK_FOR_TESTS, Stretch::WEAK_FOR_TESTS] {
        let made = create(&place.0, stretch);
        assert!(matches!(made, Err(Error::ModuleFailed(_))), "{made:?}");
    }
    assert!(matches!(vault::random::<16>(), Err(Error::ModuleFailed(_))));
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format-1");
    let opened = Vault::unlock(&fixture, &passphrase(), holder());
    assert!(matches!(opened, Err(Error::ModuleFailed(_))));
    assert!(vault::ask_module().is_none());
    // Not only our own calls: whatever else in the process asks gets nothing either.
    assert!(openssl::md::Md::fetch(None, "MD5", None).is_err());
    assert!(!vault::providers().contains(&"default".to_owned()));
}

fn only_the_module() {
    assert_eq!(vault::providers(), ["base", "fips"]);
    for served in vault::served() {
        assert_eq!(served.provider.as_deref(), Some("fips"), "{served:?}");
    }
}

fn create(folder: &Path, stretch: Stretch) -> Result<Vault, Error> {
    Vault::create(&Creation {
        folder,
        way: (&passphrase()).into(),
        stretch,
        holder: holder(),
        now: DateTime::<Utc>::UNIX_EPOCH,
    })
}

fn passphrase() -> Passphrase {
    Passphrase::given("correct horse battery staple".to_owned())
}

fn holder() -> Holder {
    Holder {
        program: "test".to_owned(),
        host: "here".to_owned(),
        process: std::process::id(),
        since: DateTime::<Utc>::UNIX_EPOCH,
    }
}

/// A place for a vault, gone with the case.
pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!(
            "auscult-approved-{name}-{}.auscult",
            std::process::id()
        ));
        Self(folder)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
