//! Headers that somebody without the key wrote. Each line is one: what was done to a sound
//! header (its checksums made anew, as anybody can), and what is said to whoever unlocks.
//! None panics, none makes much work, none opens.

use std::fs;
use std::time::{Duration, Instant};

use uuid::Uuid;
use vault::{Error, KeyFile, Mode, Passphrase, RecoveryCode, Vault, Way, check_header};

use crate::place::{HEADERS, PASSPHRASE, Place, create, holder};

/// What is done to the text of a header.
enum Do {
    /// The value of a member before the slots.
    Set(&'static str, &'static str),
    /// A member before the slots is taken out.
    Drop(&'static str),
    /// The value of a member of the first slot, its checksum made anew.
    Slot(&'static str, &'static str),
    /// The same, its checksum left as it was.
    Unsummed(&'static str, &'static str),
    /// A member of the first slot is taken out.
    DropInSlot(&'static str),
    /// A piece of the text by another.
    Swap(&'static str, &'static str),
    /// The whole text is made anew; its checksum is not.
    Raw(fn(&str) -> Vec<u8>),
    /// The whole text is made anew, and then its checksum.
    Summed(fn(&str) -> String),
}

/// What is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Damaged,
    Bounds,
    Newer,
    OtherMode,
    Wrong,
    Header,
    Slot,
    Opens,
}

use Do::{Drop, DropInSlot, Raw, Set, Slot, Summed, Swap, Unsummed};
use Said::{Bounds, Damaged, Header, Newer, Opens, OtherMode, Wrong};

/// A public key on another curve (P-384), which is no key of this format.
const P384: &str = "\"3076301006072a8648ce3d020106052b81040022036200043617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5faa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7\"";

/// A public key of the right length whose point is not on the curve.
const OFF_CURVE: &str = "\"3059301306072a8648ce3d020106082a8648ce3d0301070342000401010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101\"";

/// The generator of P-256: a sound point that nobody sealed anything with.
const GENERATOR: &str = "\"3059301306072a8648ce3d020106082a8648ce3d030107034200046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5\"";

/// The point at infinity.
const INFINITY: &str = "\"3019301306072a8648ce3d020106082a8648ce3d03010703020000\"";

const ZEROS_32: &str = "\"0000000000000000000000000000000000000000000000000000000000000000\"";

#[rustfmt::skip]
const VECTORS: &[(&str, Do, Said)] = &[
    ("nothing was done", Set("generation", "4"), Opens),
    // The stretch: bounds come before any work.
    ("memory of 64 GiB", Set("memoryKib", "67108864"), Bounds),
    ("memory just above the most", Set("memoryKib", "1048577"), Bounds),
    ("memory just below the least", Set("memoryKib", "8191"), Bounds),
    ("no memory", Set("memoryKib", "0"), Bounds),
    ("the most memory a number says", Set("memoryKib", "4294967295"), Bounds),
    ("memory beyond the number", Set("memoryKib", "4294967296"), Damaged),
    ("memory below nothing", Set("memoryKib", "-8192"), Damaged),
    ("memory in pieces", Set("memoryKib", "8192.5"), Damaged),
    ("memory as a text", Set("memoryKib", "\"8192\""), Damaged),
    ("memory as a list", Set("memoryKib", "[8192]"), Damaged),
    ("memory null", Set("memoryKib", "null"), Damaged),
    ("memory left out", Drop("memoryKib"), Damaged),
    ("memory in another way of writing", Set("memoryKib", "8192e0"), Damaged),
    ("2^32 passes", Set("passes", "4294967296"), Damaged),
    ("2^32 - 1 passes", Set("passes", "4294967295"), Bounds),
    ("eleven passes", Set("passes", "11"), Bounds),
    ("no pass", Set("passes", "0"), Bounds),
    ("passes below nothing", Set("passes", "-1"), Damaged),
    ("passes true", Set("passes", "true"), Damaged),
    ("passes left out", Drop("passes"), Damaged),
    ("one pass more", Set("passes", "2"), Wrong),
    ("no lane", Set("lanes", "0"), Bounds),
    ("five lanes", Set("lanes", "5"), Bounds),
    ("2^24 - 1 lanes", Set("lanes", "16777215"), Bounds),
    ("2^32 lanes", Set("lanes", "4294967296"), Damaged),
    ("one lane more", Set("lanes", "2"), Wrong),
    ("a stretch of no name", Set("kind", "\"\""), Damaged),
    ("a stretch of another name", Set("kind", "\"scrypt\""), Damaged),
    ("Argon2i", Set("kind", "\"argon2i\""), Damaged),
    ("Argon2id in capitals", Set("kind", "\"ARGON2ID\""), Damaged),
    ("a stretch that is a number", Set("kind", "0"), Damaged),
    ("a stretch that is null", Set("kind", "null"), Damaged),
    ("the stretch's name left out", Drop("kind"), Damaged),
    ("the stretch's name twice", Swap("\"kind\": \"argon2id\"", "\"kind\": \"argon2id\", \"kind\": \"argon2id\""), Damaged),
    ("a stretch with more in it", Swap("\"passes\": 1", "\"passes\": 1, \"secret\": \"\""), Damaged),
    ("the memory twice", Swap("\"memoryKib\": 8192", "\"memoryKib\": 8192, \"memoryKib\": 8192"), Damaged),
    ("PBKDF2 with the numbers of Argon2id", Set("kind", "\"pbkdf2-hmac-sha512\""), Damaged),
    ("a stretch that is a list", Summed(|t| stretch(t, "[]")), Damaged),
    ("a stretch that is empty", Summed(|t| stretch(t, "{}")), Damaged),
    ("a stretch that is null", Summed(|t| stretch(t, "null")), Damaged),
    ("a stretch that is a text", Summed(|t| stretch(t, "\"argon2id\"")), Damaged),
    ("PBKDF2 without a round", Summed(|t| stretch(t, &pbkdf2("0"))), Bounds),
    ("PBKDF2 with one round", Summed(|t| stretch(t, &pbkdf2("1"))), Bounds),
    ("PBKDF2 just below the least", Summed(|t| stretch(t, &pbkdf2("999"))), Bounds),
    ("PBKDF2 just above the most", Summed(|t| stretch(t, &pbkdf2("10000001"))), Bounds),
    ("PBKDF2 with 2^32 - 1 rounds", Summed(|t| stretch(t, &pbkdf2("4294967295"))), Bounds),
    ("PBKDF2 with 2^32 rounds", Summed(|t| stretch(t, &pbkdf2("4294967296"))), Damaged),
    ("PBKDF2 with rounds as a text", Summed(|t| stretch(t, &pbkdf2("\"1000\""))), Damaged),
    ("a vault that says it is of the other mode", Summed(|t| stretch(t, &pbkdf2("1000"))), OtherMode),
    // The format.
    ("format 0", Set("format", "0"), Damaged),
    ("format 2", Set("format", "2"), Newer),
    ("the highest format", Set("format", "4294967295"), Newer),
    ("a format beyond the number", Set("format", "4294967296"), Damaged),
    ("a format below nothing", Set("format", "-1"), Damaged),
    ("a format in pieces", Set("format", "1.0"), Damaged),
    ("a format that is a text", Set("format", "\"1\""), Damaged),
    ("a format that is null", Set("format", "null"), Damaged),
    ("a format that is a list", Set("format", "[1]"), Damaged),
    ("no format", Drop("format"), Damaged),
    ("the format twice", Swap("\"format\": 1", "\"format\": 1, \"format\": 1"), Damaged),
    ("another format the second time", Swap("\"format\": 1", "\"format\": 1, \"format\": 2"), Damaged),
    ("the format written with a space more", Swap("\"format\": 1", "\"format\":  1"), Header),
    // Ids and generation.
    ("another vault's id", Set("vault", "\"01890000-0000-7000-8000-000000000000\""), Wrong),
    ("an id of zeros", Set("vault", "\"00000000-0000-0000-0000-000000000000\""), Wrong),
    ("an id that is none", Set("vault", "\"vault\""), Damaged),
    ("an id cut short", Set("vault", "\"01890000-0000-7000-8000-00000000000\""), Damaged),
    ("an id that is a number", Set("vault", "1"), Damaged),
    ("an id that is null", Set("vault", "null"), Damaged),
    ("no id", Drop("vault"), Damaged),
    ("the id in capitals", Summed(|t| member(t, "vault", str::to_uppercase)), Header),
    ("the id in braces", Summed(|t| member(t, "vault", |id| format!("{{{id}}}"))), Header),
    ("the id twice", Summed(|t| twice(t, "vault")), Damaged),
    ("another copy's id", Set("copy", "\"01890000-0000-7000-8000-000000000000\""), Header),
    ("a copy that is none", Set("copy", "\"\""), Damaged),
    ("no copy", Drop("copy"), Damaged),
    ("generation 0", Set("generation", "0"), Damaged),
    ("an older generation", Set("generation", "3"), Header),
    ("a newer generation", Set("generation", "5"), Header),
    ("the highest generation", Set("generation", "18446744073709551615"), Damaged),
    ("a generation beyond the number", Set("generation", "18446744073709551616"), Damaged),
    ("a generation below nothing", Set("generation", "-1"), Damaged),
    ("a generation in pieces", Set("generation", "4.0"), Damaged),
    ("a generation that is a text", Set("generation", "\"4\""), Damaged),
    ("no generation", Drop("generation"), Damaged),
    // The salt.
    ("another salt", Set("salt", ZEROS_32), Wrong),
    ("no salt", Drop("salt"), Damaged),
    ("an empty salt", Set("salt", "\"\""), Damaged),
    ("a salt that is too short", Set("salt", "\"00\""), Damaged),
    ("a salt that is a byte too long", Summed(|t| member(t, "salt", |s| format!("{s}00"))), Damaged),
    ("a salt of half a byte more", Summed(|t| member(t, "salt", |s| format!("{s}0"))), Damaged),
    ("a salt in capitals", Summed(|t| member(t, "salt", |s| s.replace(|c: char| c.is_alphabetic(), "A"))), Damaged),
    ("a salt that is no hex", Summed(|t| member(t, "salt", |s| s.replace(|c: char| c.is_alphabetic(), "z"))), Damaged),
    ("a salt in digits of another script", Summed(|t| member(t, "salt", |s| s.replace(|c: char| c.is_ascii_digit(), "\u{0660}"))), Damaged),
    ("a salt that is null", Set("salt", "null"), Damaged),
    ("a salt that is a list", Set("salt", "[]"), Damaged),
    // The key of the trail.
    ("a trail's key put in", Summed(|t| after(t, "salt", "\"trailKey\": \"00\"")), Header),
    ("a trail's key of nothing", Summed(|t| after(t, "salt", "\"trailKey\": \"\"")), Header),
    ("a trail's key that is null", Summed(|t| after(t, "salt", "\"trailKey\": null")), Header),
    ("a trail's key that is a number", Summed(|t| after(t, "salt", "\"trailKey\": 7")), Damaged),
    // What is not known.
    ("a member that is not known", Summed(|t| after(t, "salt", "\"name\": \"Clinic\"")), Damaged),
    ("a member without a name", Summed(|t| after(t, "salt", "\"\": 1")), Damaged),
    // The slots.
    ("no slots", Summed(|t| slots(t, None)), Damaged),
    ("an empty list of slots", Summed(|t| slots(t, Some("[]"))), Damaged),
    ("slots null", Summed(|t| slots(t, Some("null"))), Damaged),
    ("slots that are one", Summed(|t| slots(t, Some("{}"))), Damaged),
    ("a slot that is null", Summed(|t| slots(t, Some("[null]"))), Damaged),
    ("a slot that is empty", Summed(|t| slots(t, Some("[{}]"))), Damaged),
    ("a slot that is a text", Summed(|t| slots(t, Some("[\"passphrase\"]"))), Damaged),
    ("slots a hundred thousand deep", Summed(|t| slots(t, Some(&"[".repeat(100_000)))), Damaged),
    ("sixty-five slots", Summed(|t| repeated(t, 65)), Damaged),
    ("ten thousand slots", Summed(|t| repeated(t, 10_000)), Damaged),
    ("the first slot twice", Summed(|t| repeated(t, 2)), Damaged),
    ("only the first slot", Summed(|t| repeated(t, 1)), Header),
    // A slot.
    ("another slot's id", Slot("id", "\"01890000-0000-7000-8000-000000000000\""), Wrong),
    ("a slot's id that is none", Unsummed("id", "\"slot\""), Damaged),
    ("a slot's id in capitals", Summed(|t| in_slot(t, "id", str::to_uppercase)), Header),
    ("no slot's id", DropInSlot("id"), Damaged),
    ("a slot of another kind", Slot("kind", "\"recovery-code\""), Wrong),
    ("a slot that asks for a key file", Slot("kind", "\"passphrase-and-key-file\""), Wrong),
    ("a slot of no kind", Unsummed("kind", "\"\""), Damaged),
    ("a slot of a kind in capitals", Unsummed("kind", "\"Passphrase\""), Damaged),
    ("a slot of a kind that is not known", Unsummed("kind", "\"fingerprint\""), Damaged),
    ("no slot's kind", DropInSlot("kind"), Damaged),
    ("a slot with a name in it", Summed(|t| t.replacen("\"kind\": \"passphrase\"", "\"name\": \"Ada\", \"kind\": \"passphrase\"", 1)), Damaged),
    ("a slot's checksum of before", Unsummed("wrappedVaultKey", "\"00\""), Damaged),
    ("a slot's checksum in capitals", Summed(|t| in_slot(t, "checksum", str::to_uppercase)), Damaged),
    ("a slot's checksum of zeros", Unsummed("checksum", ZEROS_32), Damaged),
    ("no slot's checksum", DropInSlot("checksum"), Damaged),
    ("another agreement key", Slot("agreementKey", GENERATOR), Header),
    ("an agreement key of nothing", Slot("agreementKey", "\"\""), Header),
    ("no agreement key", DropInSlot("agreementKey"), Damaged),
    ("another signing key", Slot("signingKey", GENERATOR), Header),
    ("a signing key that is none", Slot("signingKey", "\"zz\""), Header),
    ("no signing key", DropInSlot("signingKey"), Damaged),
    ("a sealed agreement key of nothing", Slot("sealedAgreementKey", "\"\""), Wrong),
    ("a sealed agreement key of zeros", Slot("sealedAgreementKey", ZEROS_32), Wrong),
    ("a sealed agreement key that is no hex", Slot("sealedAgreementKey", "\"0z\""), Said::Slot),
    ("a sealed agreement key of half a byte", Slot("sealedAgreementKey", "\"0\""), Said::Slot),
    ("a sealed agreement key with a bit flipped", Summed(|t| in_slot(t, "sealedAgreementKey", flipped)), Wrong),
    ("a sealed agreement key cut short", Summed(|t| in_slot(t, "sealedAgreementKey", |k| k[..k.len() - 2].to_owned())), Wrong),
    ("a sealed agreement key with more at its end", Summed(|t| in_slot(t, "sealedAgreementKey", |k| format!("{k}00"))), Wrong),
    ("a sealed agreement key that is a list", Unsummed("sealedAgreementKey", "[]"), Damaged),
    ("no sealed agreement key", DropInSlot("sealedAgreementKey"), Damaged),
    ("a sealed signing key of nothing", Slot("sealedSigningKey", "\"\""), Said::Slot),
    ("a sealed signing key with a bit flipped", Summed(|t| in_slot(t, "sealedSigningKey", flipped)), Said::Slot),
    ("a sealed signing key that is no hex", Slot("sealedSigningKey", "\"0z\""), Said::Slot),
    ("the sealed agreement key where the signing key belongs", Summed(|t| copied(t, "sealedAgreementKey", "sealedSigningKey")), Said::Slot),
    ("the sealed signing key where the agreement key belongs", Summed(|t| copied(t, "sealedSigningKey", "sealedAgreementKey")), Wrong),
    ("no sealed signing key", DropInSlot("sealedSigningKey"), Damaged),
    ("another ephemeral key", Slot("ephemeralKey", GENERATOR), Said::Slot),
    ("an ephemeral key on another curve", Slot("ephemeralKey", P384), Said::Slot),
    ("an ephemeral key off the curve", Slot("ephemeralKey", OFF_CURVE), Said::Slot),
    ("an ephemeral key at infinity", Slot("ephemeralKey", INFINITY), Said::Slot),
    ("an ephemeral key of nothing", Slot("ephemeralKey", "\"\""), Said::Slot),
    ("an ephemeral key that is no hex", Slot("ephemeralKey", "\"0z\""), Said::Slot),
    ("the agreement key as the ephemeral key", Summed(|t| copied(t, "agreementKey", "ephemeralKey")), Said::Slot),
    ("no ephemeral key", DropInSlot("ephemeralKey"), Damaged),
    ("a wrapped key of nothing", Slot("wrappedVaultKey", "\"\""), Said::Slot),
    ("a wrapped key of one block", Slot("wrappedVaultKey", "\"0000000000000000\""), Said::Slot),
    ("a wrapped key of zeros", Slot("wrappedVaultKey", ZEROS_32), Said::Slot),
    ("a wrapped key with a bit flipped", Summed(|t| in_slot(t, "wrappedVaultKey", flipped)), Said::Slot),
    ("a wrapped key cut by a byte", Summed(|t| in_slot(t, "wrappedVaultKey", |k| k[..k.len() - 2].to_owned())), Said::Slot),
    ("a wrapped key cut by a block", Summed(|t| in_slot(t, "wrappedVaultKey", |k| k[..k.len() - 16].to_owned())), Said::Slot),
    ("a wrapped key with a block more", Summed(|t| in_slot(t, "wrappedVaultKey", |k| format!("{k}0000000000000000"))), Said::Slot),
    ("a wrapped key in capitals", Summed(|t| in_slot(t, "wrappedVaultKey", |k| k.replace(|c: char| c.is_alphabetic(), "A"))), Said::Slot),
    ("no wrapped key", DropInSlot("wrappedVaultKey"), Damaged),
    // Code and checksum.
    ("a code of zeros", Summed(|t| code(t, |_| "0".repeat(64))), Header),
    ("a code in capitals", Summed(|t| code(t, |c| c.replace(|c: char| c.is_alphabetic(), "A"))), Header),
    ("a code that is no hex", Summed(|t| code(t, |_| "z".repeat(64))), Header),
    ("a code that is too short", Summed(|t| code(t, |c| c[1..].to_owned())), Damaged),
    ("a code that is too long", Summed(|t| code(t, |c| format!("{c}0"))), Damaged),
    ("no code", Summed(|t| t.split(",\n  \"mac\"").next().unwrap_or_default().to_owned()), Damaged),
    ("two codes", Summed(|t| format!("{t},\n  \"mac\": \"{}\"", "0".repeat(64))), Damaged),
    ("the old checksum", Raw(|t| t.replace("\"generation\": 4", "\"generation\": 9").into_bytes()), Damaged),
    ("a checksum in capitals", Raw(|t| { let at = t.len() - 68; format!("{}{}", &t[..at], t[at..].to_uppercase()).into_bytes() }), Damaged),
    ("two checksums", Raw(|t| format!("{}{}", t, &t[t.len() - 85..]).into_bytes()), Damaged),
    ("no checksum", Raw(|t| t.as_bytes()[..t.len() - 85].to_vec()), Damaged),
    // The file.
    ("an empty file", Raw(|_| Vec::new()), Damaged),
    ("one byte", Raw(|_| b"{".to_vec()), Damaged),
    ("an empty document", Raw(|_| b"{}\n".to_vec()), Damaged),
    ("only a checksum's line", Raw(|t| t.as_bytes()[t.len() - 85..].to_vec()), Damaged),
    ("a mark of byte order in front", Summed(|t| format!("\u{feff}{t}")), Damaged),
    ("something in front", Summed(|t| format!("{{}}{t}")), Damaged),
    ("something behind", Raw(|t| format!("{t}{{}}").into_bytes()), Damaged),
    ("lines that end as on Windows", Raw(|t| t.replace('\n', "\r\n").into_bytes()), Damaged),
    ("the last line's end left out", Raw(|t| t.trim_end().as_bytes().to_vec()), Damaged),
    ("bytes that are no text", Raw(|t| t.bytes().map(|b| if b == b'v' { 0xff } else { b }).collect()), Damaged),
    ("zeros", Raw(|t| vec![0; t.len()]), Damaged),
    ("sixteen bits a letter", Raw(|t| t.encode_utf16().flat_map(u16::to_le_bytes).collect()), Damaged),
    ("a mebibyte of spaces in front", Summed(|t| format!("{}{t}", " ".repeat(1 << 20))), Damaged),
    ("thirty-two mebibytes", Raw(|t| t.repeat((32 << 20) / t.len()).into_bytes()), Damaged),
    ("spaces in front, within what is read", Summed(|t| format!("{}{t}", " ".repeat(1000))), Header),
];

/// Makes the checksum anew over a text that ends before it.
fn summed(rest: &str) -> Vec<u8> {
    let sum = vault::hex(&vault::sha256(rest.as_bytes()));
    format!("{rest},\n  \"checksum\": \"{sum}\"\n}}\n").into_bytes()
}

/// Returns where a member's value stands: from behind its name to the end of its line, without
/// the comma.
fn value(text: &str, from: usize, name: &str) -> std::ops::Range<usize> {
    let before = format!("\"{name}\": ");
    let begin = from + text[from..].find(&before).unwrap() + before.len();
    let line = text[begin..].find('\n').unwrap();
    let end = begin + text[begin..begin + line].trim_end_matches(',').len();
    begin..end
}

fn first_slot(text: &str) -> usize {
    text.find("\"slots\"").unwrap()
}

fn put(text: &str, range: std::ops::Range<usize>, new: &str) -> String {
    format!("{}{new}{}", &text[..range.start], &text[range.end..])
}

/// Takes a whole line out, with the comma that joins it.
fn without(text: &str, range: std::ops::Range<usize>) -> String {
    let begin = text[..range.start].rfind('\n').unwrap();
    let end = range.end + text[range.end..].find('\n').unwrap();
    let rest = format!("{}{}", &text[..begin], &text[end..]);
    // The last member of an object leaves a comma behind that would be no JSON.
    let cut = rest[..begin].trim_end_matches(',').len();
    match rest[begin..].trim_start().chars().next() {
        Some('}') => format!("{}{}", &rest[..cut], &rest[begin..]),
        _ => rest,
    }
}

fn member(text: &str, name: &str, new: impl Fn(&str) -> String) -> String {
    let range = value(text, 0, name);
    let old = text[range.clone()].trim_matches('"').to_owned();
    put(text, range, &format!("\"{}\"", new(&old)))
}

fn after(text: &str, name: &str, line: &str) -> String {
    let range = value(text, 0, name);
    put(text, range.end..range.end, &format!(",\n  {line}"))
}

fn twice(text: &str, name: &str) -> String {
    let value = text[value(text, 0, name)].to_owned();
    after(text, name, &format!("\"{name}\": {value}"))
}

fn stretch(text: &str, new: &str) -> String {
    let begin = text.find("\"stretch\": ").unwrap() + "\"stretch\": ".len();
    let end = begin + text[begin..].find('}').unwrap() + 1;
    put(text, begin..end, new)
}

fn pbkdf2(rounds: &str) -> String {
    format!("{{\"kind\": \"pbkdf2-hmac-sha512\", \"rounds\": {rounds}}}")
}

fn slots(text: &str, new: Option<&str>) -> String {
    let begin = text.find(",\n  \"slots\": ").unwrap();
    let end = text.find(",\n  \"mac\"").unwrap();
    let new = new.map_or_else(String::new, |new| format!(",\n  \"slots\": {new}"));
    put(text, begin..end, &new)
}

fn repeated(text: &str, times: usize) -> String {
    let begin = first_slot(text) + text[first_slot(text)..].find('{').unwrap();
    let end = begin + text[begin..].find('}').unwrap() + 1;
    let slot = &text[begin..end];
    slots(text, Some(&format!("[{}]", vec![slot; times].join(","))))
}

fn in_slot(text: &str, name: &str, new: impl Fn(&str) -> String) -> String {
    let range = value(text, first_slot(text), name);
    let old = text[range.clone()].trim_matches('"').to_owned();
    let text = put(text, range, &format!("\"{}\"", new(&old)));
    if name == "checksum" {
        text
    } else {
        slot_summed(&text)
    }
}

fn copied(text: &str, from: &str, to: &str) -> String {
    let from = text[value(text, first_slot(text), from)]
        .trim_matches('"')
        .to_owned();
    in_slot(text, to, |_| from.clone())
}

fn flipped(hex: &str) -> String {
    let last = if hex.ends_with('0') { '1' } else { '0' };
    format!("{}{last}", &hex[..hex.len() - 1])
}

/// Makes the first slot's checksum anew, as FORMAT.md says it.
fn slot_summed(text: &str) -> String {
    let names = [
        "id",
        "kind",
        "agreementKey",
        "signingKey",
        "sealedAgreementKey",
        "sealedSigningKey",
        "ephemeralKey",
        "wrappedVaultKey",
    ];
    let fields = names.map(|name| {
        let field = text[value(text, first_slot(text), name)].trim_matches('"');
        if name == "id" {
            field.to_lowercase()
        } else {
            field.to_owned()
        }
    });
    let sum = vault::hex(&vault::sha256(fields.join("\n").as_bytes()));
    put(
        text,
        value(text, first_slot(text), "checksum"),
        &format!("\"{sum}\""),
    )
}

fn code(text: &str, new: impl Fn(&str) -> String) -> String {
    let begin = text.find(",\n  \"mac\": \"").unwrap() + ",\n  \"mac\": \"".len();
    let end = begin + 64;
    put(text, begin..end, &new(&text[begin..end]))
}

/// Returns the file after what was done to it.
fn done(what: &Do, sound: &str) -> Vec<u8> {
    let rest = &sound[..sound.len() - 85];
    match what {
        Set(name, new) => summed(&put(rest, value(rest, 0, name), new)),
        Drop(name) => summed(&without(rest, value(rest, 0, name))),
        Slot(name, new) => {
            let range = value(rest, first_slot(rest), name);
            summed(&slot_summed(&put(rest, range, new)))
        }
        Unsummed(name, new) => summed(&put(rest, value(rest, first_slot(rest), name), new)),
        DropInSlot(name) => summed(&without(rest, value(rest, first_slot(rest), name))),
        Swap(from, to) => {
            assert!(rest.contains(from), "{from}");
            summed(&rest.replacen(from, to, 1))
        }
        Raw(make) => make(sound),
        Summed(make) => summed(&make(rest)),
    }
}

fn said(found: Result<Vault, Error>) -> Said {
    match found {
        Ok(_) => Opens,
        Err(Error::DamagedHeader) => Damaged,
        Err(Error::StretchOutOfBounds) => Bounds,
        Err(Error::NewerFormat { supported: 1, .. }) => Newer,
        Err(Error::OtherMode {
            needs: Mode::Approved,
        }) => OtherMode,
        Err(Error::WrongPassphrase) => Wrong,
        Err(Error::Tampered { part: "header" }) => Header,
        Err(Error::Tampered { part }) if part.starts_with("vault's folder") => Damaged,
        Err(Error::Tampered { part: "key slot" }) => Said::Slot,
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn a_hostile_header_is_named_at_once_and_opens_nothing() {
    let place = Place::new("hostile");
    let mut vault = create(&place.vault());
    let second = Passphrase::given("maple otter violin drift saddle".into());
    let file = KeyFile::make(&place.0.join("stick.key")).unwrap();
    let both = Way::Passphrase {
        passphrase: &second,
        key_file: Some(&file),
    };
    let code = RecoveryCode::make().unwrap();
    for (number, way) in [
        (2, (&second).into()),
        (3, both),
        (4, Way::RecoveryCode(&code)),
    ] {
        vault.add_slot(Uuid::from_u128(number), way).unwrap();
    }
    std::mem::drop(vault);
    let sound = fs::read_to_string(place.vault().join("header.json")).unwrap();
    let own = Passphrase::given(PASSPHRASE.into());
    let mut faults = Vec::new();
    for (name, what, expected) in VECTORS {
        let hostile = done(what, &sound);
        let is_sound = hostile == sound.as_bytes();
        assert_eq!(
            is_sound,
            *expected == Opens,
            "{name}: something is done, or nothing"
        );
        for copy in HEADERS {
            fs::write(place.vault().join(copy), &hostile).unwrap();
        }
        let begun = Instant::now();
        let found = said(Vault::unlock(&place.vault(), &own, holder()));
        let _ = (
            Vault::look(&place.vault()),
            check_header(&place.vault()),
            vault::needs(&place.vault()),
        );
        if found != *expected || begun.elapsed() > Duration::from_secs(2) {
            faults.push(format!(
                "{name}: {found:?}, not {expected:?} ({:?})",
                begun.elapsed()
            ));
        }
        // None of the other ways opens it either, and none panics.
        for way in [(&second).into(), both, Way::RecoveryCode(&code)] {
            let opened = Vault::unlock(&place.vault(), way, holder());
            if opened.is_ok() && *expected != Opens {
                faults.push(format!("{name}: another way opens it"));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {}:\n{}",
        faults.len(),
        VECTORS.len(),
        faults.join("\n")
    );
    assert!(VECTORS.len() >= 150, "{}", VECTORS.len());
}

#[cfg(unix)]
#[test]
fn a_header_that_is_no_file_is_a_damaged_header_and_is_not_waited_for() {
    let place = Place::new("no-file");
    std::mem::drop(create(&place.vault()));
    let replace = |make: &dyn Fn(&std::path::Path)| {
        for copy in HEADERS {
            let path = place.vault().join(copy);
            let _ = fs::remove_file(&path);
            make(&path);
        }
        let own = Passphrase::given(PASSPHRASE.into());
        let found = said(Vault::unlock(&place.vault(), &own, holder()));
        assert_eq!(found, Damaged);
    };
    replace(&|path| {
        let made = std::process::Command::new("mkfifo")
            .arg(path)
            .status()
            .unwrap();
        assert!(made.success());
    });
    replace(&|path| std::os::unix::fs::symlink("/dev/zero", path).unwrap());
    replace(&|path| fs::create_dir(path).unwrap());
}
