//! The seal around a bundle: the age format, or an envelope of the vault.

use std::io::{self, Read, Write};
use std::iter;
use std::str::FromStr;

use age::secrecy::SecretString;
use age::stream::{StreamReader, StreamWriter};
use age::{DecryptError, Decryptor, Encryptor, scrypt, x25519};
use vault::{ENVELOPE_MAGIC, EnvelopeReader, EnvelopeWriter, Mode, Passphrase, Stretch};
use zeroize::Zeroizing;

use crate::error::Error;
use crate::open::Key;

/// What every age file begins with.
const AGE_MAGIC: &[u8] = b"age-encryption.org/v1\n";

/// Where an age header must have ended. A header for one recipient has some 200 bytes.
const LONGEST_HEADER: usize = 1 << 16;

/// The work of age's own scrypt for a passphrase: N = 2^18, which takes 256 MiB and about a
/// second. It is what age's reference program asks for.
const SCRYPT_WORK: u8 = 18;

/// The most work that is done for an age file: a gibibyte, which also is what no vault
/// may ask for more than.
const MOST_SCRYPT_WORK: u8 = 20;

/// How a bundle is sealed.
pub enum Seal<'a> {
    /// The age format, to a passphrase.
    AgePassphrase(&'a str),
    /// The age format, to an X25519 recipient (`age1…`).
    AgeRecipient(&'a str),
    /// This program's own format, to a passphrase, with the work that a try shall cost.
    Own(&'a Passphrase, Stretch),
}

/// Returns whether bundles in the age format are offered: its ciphers are not in the validated
/// module.
pub fn age_is_offered() -> bool {
    vault::mode() == Some(Mode::Standard)
}

/// Writes through the seal.
pub(crate) enum Sealer<W: Write> {
    Age(Box<StreamWriter<W>>),
    Own(Box<EnvelopeWriter<W>>),
}

impl<W: Write> Sealer<W> {
    pub(crate) fn begin(into: W, seal: &Seal<'_>) -> Result<Self, Error> {
        let encryptor = match seal {
            Seal::Own(passphrase, stretch) => {
                let own = EnvelopeWriter::begin(into, passphrase, *stretch)?;
                return Ok(Self::Own(Box::new(own)));
            }
            _ if !age_is_offered() => return Err(Error::NotOffered),
            Seal::AgeRecipient(recipient) => {
                let recipient = x25519::Recipient::from_str(recipient.trim())
                    .map_err(|_| Error::NotARecipient)?;
                Encryptor::with_recipients(iter::once(&recipient as _))
            }
            Seal::AgePassphrase(passphrase) => {
                let mut recipient =
                    scrypt::Recipient::new(SecretString::from((*passphrase).to_owned()));
                recipient.set_work_factor(SCRYPT_WORK);
                Encryptor::with_recipients(iter::once(&recipient as _))
            }
        };
        let encryptor = encryptor.map_err(|_| Error::NotARecipient)?;
        Ok(Self::Age(Box::new(
            encryptor.wrap_output(into).map_err(Error::Write)?,
        )))
    }

    /// Writes the end, without which nobody takes the bundle for whole.
    pub(crate) fn finish(self) -> Result<W, Error> {
        match self {
            Self::Age(writer) => writer.finish().map_err(Error::Write),
            Self::Own(writer) => Ok(writer.finish()?),
        }
    }
}

impl<W: Write> Write for Sealer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Age(writer) => writer.write(bytes),
            Self::Own(writer) => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

type Buffered<R> = io::BufReader<io::Chain<io::Cursor<Vec<u8>>, R>>;

/// Reads through the seal.
pub(crate) enum Unsealed<R: Read> {
    Age(Box<StreamReader<Buffered<R>>>),
    Own(Box<EnvelopeReader<Buffered<R>>>),
}

impl<R: Read> Unsealed<R> {
    /// Opens the seal, whichever it is.
    pub(crate) fn open(mut from: R, key: &Key) -> Result<Self, Error> {
        let mut begin = Vec::new();
        let limit = LONGEST_HEADER as u64;
        (&mut from)
            .take(limit)
            .read_to_end(&mut begin)
            .map_err(Error::Read)?;
        let is_own = begin.starts_with(ENVELOPE_MAGIC);
        let is_age = begin.starts_with(AGE_MAGIC) && begin.windows(5).any(|w| w == b"\n--- ");
        let whole = io::BufReader::new(io::Cursor::new(begin).chain(from));
        if is_own {
            if key.passphrase.is_empty() {
                return Err(Error::NeedsPassphrase);
            }
            let passphrase = Passphrase::given(key.passphrase.as_str().to_owned());
            let opened = EnvelopeReader::open(whole, &passphrase).map_err(of_envelope)?;
            return Ok(Self::Own(Box::new(opened)));
        }
        if !is_age {
            return Err(Error::NotABundle);
        }
        if !age_is_offered() {
            return Err(Error::NotOffered);
        }
        let decryptor = Decryptor::new_buffered(whole).map_err(of_age)?;
        let opened = if decryptor.is_scrypt() {
            if key.passphrase.is_empty() {
                return Err(Error::NeedsPassphrase);
            }
            let mut identity =
                scrypt::Identity::new(SecretString::from(key.passphrase.as_str().to_owned()));
            identity.set_max_work_factor(MOST_SCRYPT_WORK);
            decryptor.decrypt(iter::once(&identity as _))
        } else {
            let text = key.identity.as_ref().ok_or(Error::NeedsIdentity)?;
            let identities = identities(text)?;
            decryptor.decrypt(identities.iter().map(|identity| identity as _))
        };
        Ok(Self::Age(Box::new(opened.map_err(of_age)?)))
    }
}

/// Reads an identity file: comments and `AGE-SECRET-KEY-1…`, one in a line.
fn identities(text: &Zeroizing<String>) -> Result<Vec<x25519::Identity>, Error> {
    let lines = text.lines().map(str::trim);
    let found: Result<Vec<_>, _> = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(x25519::Identity::from_str)
        .collect();
    match found {
        Ok(identities) if !identities.is_empty() => Ok(identities),
        _ => Err(Error::NotAnIdentity),
    }
}

fn of_envelope(error: vault::Error) -> Error {
    use vault::Error as E;
    match error {
        E::WrongPassphrase => Error::WrongPassphrase,
        E::Tampered { .. } => Error::Altered,
        E::NewerFormat { found, supported } => Error::NewerFormat { found, supported },
        E::StretchOutOfBounds => Error::ExcessiveWork,
        E::Source(source) => Error::of_reading(source),
        other => Error::Vault(other),
    }
}

fn of_age(error: DecryptError) -> Error {
    match error {
        DecryptError::ExcessiveWork { .. } => Error::ExcessiveWork,
        DecryptError::NoMatchingKeys => Error::WrongIdentity,
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            Error::WrongPassphrase
        }
        DecryptError::Io(source) => Error::of_reading(source),
        _ => Error::Altered,
    }
}

impl<R: Read> Read for Unsealed<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Age(reader) => reader.read(into),
            Self::Own(reader) => reader.read(into),
        }
    }
}
