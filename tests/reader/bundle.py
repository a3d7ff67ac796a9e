"""Takes the envelope off a bundle in Auscult's own format, without a line of Auscult's code.

Written from the FORMAT.md of the crates vault ("Envelopes") and bundle alone. It writes the tar
archive inside to standard output, and stops with a sentence when anything does not agree.

    python bundle.py BUNDLE < file-with-the-passphrase > bundle.tar
    python bundle.py --check ARCHIVE

The second form holds every member of an archive against bundle.json.
"""

import hashlib
import hmac
import json
import struct
import sys
import tarfile
import unicodedata
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CHUNK = 1 << 20
SEALED = 12 + CHUNK + 16


def require(holds, sentence):
    """Stops with a sentence unless something holds."""
    if not holds:
        sys.exit(f"The bundle is not as FORMAT.md says: {sentence}")


def derive(key, salt, info):
    return HKDF(hashes.SHA256(), 32, salt, b"auscult 1 " + info).derive(key)


def stretch(cost, passphrase, salt):
    secret = unicodedata.normalize("NFC", passphrase).encode()
    if cost["kind"] == "pbkdf2-hmac-sha512":
        return hashlib.pbkdf2_hmac("sha512", secret, salt, cost["rounds"], 32)
    require(cost["kind"] == "argon2id", "its stretch is another")
    return hash_secret_raw(
        secret, salt, cost["passes"], cost["memoryKib"], cost["lanes"], 32, Type.ID, 0x13
    )


def open_envelope(sealed, passphrase):
    require(sealed[:8] == b"AUSENVLP", "it is no envelope")
    (length,) = struct.unpack(">I", sealed[8:12])
    require(length <= 4096, "its header is too long")
    begin, rest = sealed[: 12 + length], sealed[12 + length :]
    header = json.loads(begin[12:])
    require(set(header) == {"format", "id", "salt", "stretch"}, "its header has other members")
    require(header["format"] == 1, "its format is another")
    code, chunks = rest[:32], rest[32:]
    stretched = stretch(header["stretch"], passphrase, bytes.fromhex(header["salt"]))
    digest = hashlib.sha256(begin).digest()
    key = derive(stretched, digest, b"envelope header")
    expected = hmac.new(key, begin, "sha256").digest()
    require(hmac.compare_digest(code, expected), "the passphrase does not open it")
    cipher = AESGCM(derive(stretched, digest, b"envelope"))
    name = bytes.fromhex(header["id"])
    for index, at in enumerate(range(0, max(len(chunks), 1), SEALED)):
        chunk = chunks[at : at + SEALED]
        last = bytes([at + SEALED >= len(chunks)])
        bound = b"AUSEVID1" + name + struct.pack(">Q", index) + last
        try:
            yield cipher.decrypt(chunk[:12], chunk[12:], bound)
        except InvalidTag:
            require(False, f"chunk {index} was altered")


def check(path):
    with tarfile.open(path, "r:") as archive:
        first, *others = archive.getmembers()
        require(first.name == "bundle.json", "the list of members does not come first")
        bundle = json.load(archive.extractfile(first))
        listed = [(m["name"], m["length"], m["sha256"]) for m in bundle["members"]]
        found = [
            (m.name, m.size, hashlib.sha256(archive.extractfile(m).read()).hexdigest())
            for m in others
        ]
    require(listed == found, "the members are not those of the list")
    print(f"All agrees. Members: {len(found)}.")


if sys.argv[1] == "--check":
    check(sys.argv[2])
else:
    passphrase = sys.stdin.readline().rstrip("\n")
    for plain in open_envelope(Path(sys.argv[1]).read_bytes(), passphrase):
        sys.stdout.buffer.write(plain)
