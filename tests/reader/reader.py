"""Reads a vault of format 1 without a line of Auscult's own code.

Written from the FORMAT.md of the crates vault and store alone, so that the two pages are known
to be whole and true. It opens the folder, checks every code, digest and chain, and says what it found.

    python reader.py VAULT [--key-file FILE] < file-with-the-passphrase
    python reader.py VAULT --recovery-code < file-with-the-code

With --keys-only it stops before the database, as for a vault that has none yet.

Needs the packages argon2-cffi, cryptography and sqlcipher3.
"""

import argparse
import hashlib
import hmac
import json
import re
import struct
import sys
import unicodedata
import uuid
from pathlib import Path

import sqlcipher3
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap

CHUNK = 1 << 20
START = bytes(32)


def require(holds, sentence):
    """Stops with a sentence unless something holds."""
    if not holds:
        sys.exit(f"The vault is not as FORMAT.md says: {sentence}")


def derive(key, salt, info):
    return HKDF(hashes.SHA256(), 32, salt, b"auscult 1 " + info).derive(key)


def sha256(data):
    return hashlib.sha256(data).digest()


def public(key):
    return key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )


class Header:
    """header.json: what is read before any key is known."""

    def __init__(self, folder):
        text = (folder / "header.json").read_bytes()
        copy = (folder / "header.copy.json").read_bytes()
        require(text == copy, "the two headers differ")
        summed, sum_line = text[:-85], text[-85:]
        self.signed, mac_line = summed[:-77], summed[-77:]
        require(sum_line[:17] == b',\n  "checksum": "', "the last line is no checksum")
        require(mac_line[:12] == b',\n  "mac": "', "the line before it is no code")
        require(sum_line[17:81].decode() == sha256(summed).hex(), "the checksum is another")
        self.mac = bytes.fromhex(mac_line[12:76].decode())
        self.fields = json.loads(self.signed + b"\n}")
        require(self.fields["format"] == 1, "its format is another")
        self.vault = uuid.UUID(self.fields["vault"]).bytes

    def stretch(self, passphrase):
        cost = self.fields["stretch"]
        secret = unicodedata.normalize("NFC", passphrase).encode()
        salt = bytes.fromhex(self.fields["salt"])
        if cost["kind"] == "pbkdf2-hmac-sha512":
            return hashlib.pbkdf2_hmac("sha512", secret, salt, cost["rounds"], 32)
        require(cost["kind"] == "argon2id", "the stretch is another")
        return hash_secret_raw(
            secret,
            salt,
            cost["passes"],
            cost["memoryKib"],
            cost["lanes"],
            32,
            Type.ID,
            version=0x13,
        )

    def unlock(self, way):
        """Returns the vault key, out of the slot that a way in opens."""
        for slot in self.fields["slots"]:
            if slot["kind"] == way.kind:
                vault_key = self.open(slot, way)
                if vault_key is not None:
                    return vault_key
        sys.exit("This opens none of the vault's slots.")

    def open(self, slot, way):
        """Returns the vault key out of one slot; nothing when the slot is another's."""
        names = [
            "id",
            "kind",
            "agreementKey",
            "signingKey",
            "sealedAgreementKey",
            "sealedSigningKey",
            "ephemeralKey",
            "wrappedVaultKey",
        ]
        summed = "\n".join(slot[name] for name in names).encode()
        require(slot["checksum"] == sha256(summed).hex(), "a slot's checksum is another")
        place = self.vault + uuid.UUID(slot["id"]).bytes
        slot_key = AESGCM(derive(way.secret, place[16:], way.info))

        def private(sealed, purpose):
            sealed = bytes.fromhex(sealed)
            plain = slot_key.decrypt(sealed[:12], sealed[12:], place + purpose)
            return serialization.load_der_private_key(plain, None)

        try:
            agreement = private(slot["sealedAgreementKey"], b"agreement")
        except InvalidTag:
            return None
        signing = private(slot["sealedSigningKey"], b"signing")
        require(public(agreement).hex() == slot["agreementKey"], "the agreement keys differ")
        require(public(signing).hex() == slot["signingKey"], "the signing keys differ")
        ephemeral = bytes.fromhex(slot["ephemeralKey"])
        secret = agreement.exchange(ec.ECDH(), serialization.load_der_public_key(ephemeral))
        wrapping = derive(secret, place + ephemeral + public(agreement), b"vault key")
        return aes_key_unwrap(wrapping, bytes.fromhex(slot["wrappedVaultKey"]))


class Way:
    """What somebody brings, after all the work that a try costs."""

    def __init__(self, kind, info, secret):
        self.kind, self.info, self.secret = kind, info, secret


def way_in(header, line, key_file, is_code):
    if is_code:
        groups = re.findall(r"\d{6}", line)
        require(len(groups) == 8, "the code has other groups than eight of six digits")
        numbers = [int(group) for group in groups]
        for place, number in enumerate(numbers, 1):
            sound = number % 11 == 0 and number // 11 < 1 << 16
            require(sound, f"group {place} of the code was mistyped")
        secret = struct.pack(">8H", *(number // 11 for number in numbers))
        return Way("recovery-code", b"slot with recovery code", secret)
    stretched = header.stretch(line)
    if key_file is None:
        return Way("passphrase", b"slot", stretched)
    secret = stretched + sha256(Path(key_file).read_bytes())
    return Way("passphrase-and-key-file", b"slot with key file", secret)


def read_anchor(folder, key, generation):
    data = (folder / "anchor").read_bytes()
    require(len(data) == 1024, "the anchor has another length")
    turns = []
    for at in (0, 1):
        slot = data[512 * at : 512 * at + 512]
        code = hmac.new(key, slot[:480], "sha256").digest()
        require(slot[:8] == b"AUSANCH1" and slot[480:] == code, "an anchor's slot is not whole")
        require(slot[64:480] == bytes(416), "an anchor's slot is not empty where it should be")
        turn, header, entries = struct.unpack(">QQQ", slot[8:32])
        require(turn % 2 != at, "an anchor's slot is in the other's place")
        require(header <= generation, "the anchor knows a newer header")
        turns.append((turn, entries, slot[32:64]))
    return max(turns)[1:]


def open_database(folder, key):
    salt = key(b"database salt")[:16]
    with (folder / "vault.db").open("rb") as file:
        require(file.read(16) == salt, "the database begins with another salt")
    digits = (key(b"database") + key(b"database mac") + salt).hex()
    database = sqlcipher3.connect(str(folder / "vault.db"))
    database.execute(f"PRAGMA key = \"x'{digits}'\"")
    damaged = database.execute("PRAGMA cipher_integrity_check").fetchall()
    require(not damaged, "a page of the database has another code")
    return database


RECORDS = """organisation site system vendor person assessment version snapshot answer
working_note observation evidence evidence_link evidence_request finding setting framework""".split()
SINCE_FIFTH = ["member", "retention"]


def read_rows(database, digest):
    count = 0
    (version,) = database.execute("PRAGMA user_version").fetchone()
    for table in RECORDS + (SINCE_FIFTH if version >= 5 else []):
        for row, body, expected in database.execute(f"SELECT id, body, digest FROM {table}"):
            body = body.encode() if isinstance(body, str) else body
            require(digest(table, row, body) == expected, f"a row of {table} has another digest")
            count += 1
    return count


def read_evidence(folder, database, digest):
    count = 0
    columns = "id, object, key, length, sha256, digest"
    for row, name, key, length, sha, expected in database.execute(
        f"SELECT {columns} FROM attachment"
    ):
        body = name + key + struct.pack(">q", length) + sha
        require(digest("attachment", row, body) == expected, "an attachment has another digest")
        data = (folder / "evidence" / name.hex()).read_bytes()
        chunks = max(1, -(-length // CHUNK))
        require(len(data) == 24 + length + 28 * chunks, "a sealed file has another length")
        require(data[:24] == b"AUSEVID1" + name, "a sealed file begins otherwise")
        plain, at = b"", 24
        for index in range(chunks):
            end = at + min(CHUNK, length - index * CHUNK) + 28
            last = bytes([index == chunks - 1])
            bound = b"AUSEVID1" + name + struct.pack(">Q", index) + last
            plain += AESGCM(key).decrypt(data[at : at + 12], data[at + 12 : end], bound)
            at = end
        require(sha256(plain) == sha, "sealed bytes have another digest")
        count += 1
    return count


def read_trail(database):
    """Returns how many entries there are and where they end."""

    def field(data):
        return struct.pack(">Q", len(data)) + data

    ends, head, count = {}, START, 0
    names = "chain, at, who, device, copy, action, kind, object"
    columns = f"number, encoding, place, before, after, previous, hash, head, {names}"
    for row in database.execute(f"SELECT {columns} FROM trail ORDER BY number"):
        number, encoding, place, before, after, previous, hashed, headed, *texts = row
        count += 1
        data = bytes([encoding])
        data += b"".join(field(text.encode()) for text in texts[:5])
        data += field(struct.pack(">q", place))
        data += b"".join(field(text.encode()) for text in texts[5:])
        data += field(before or b"") + field(after or b"")
        last, end = ends.get(texts[0], (0, START))
        follows = (number, encoding, place, previous) == (count, 1, last + 1, end)
        require(follows, f"entry {count} does not follow from those before it")
        require(hashed == sha256(b"\0" + end + data), f"entry {count} has another hash")
        head = sha256(b"\1" + head + hashed)
        require(headed == head, f"entry {count} has another head")
        ends[texts[0]] = (place, hashed)
    return count, head


def main():
    words = argparse.ArgumentParser()
    words.add_argument("vault", type=Path)
    words.add_argument("--key-file")
    words.add_argument("--recovery-code", action="store_true")
    words.add_argument("--keys-only", action="store_true")
    words = words.parse_args()
    folder = words.vault
    line = sys.stdin.readline().rstrip("\n")
    header = Header(folder)
    vault_key = header.unlock(way_in(header, line, words.key_file, words.recovery_code))

    def key(purpose):
        return derive(vault_key, header.vault, purpose)

    trail_key = key(b"trail")
    if "trailKey" in header.fields:
        sealed = bytes.fromhex(header.fields["trailKey"])
        trail_key = aes_key_unwrap(key(b"sealed trail key"), sealed)

    def digest(purpose, row, body):
        data = purpose.encode() + b"\0" + row.encode() + b"\0" + body
        return hmac.new(trail_key, data, "sha256").digest()

    code = hmac.new(key(b"header"), header.signed, "sha256").digest()
    require(code == header.mac, "the header's code is another")
    anchor = read_anchor(folder, key(b"anchor"), header.fields["generation"])
    if words.keys_only:
        print(f"All agrees. Trail key: {sha256(trail_key).hex()}. Trail entries: {anchor[0]}.")
        return
    database = open_database(folder, key)
    rows = read_rows(database, digest)
    evidence = read_evidence(folder, database, digest)
    trail = read_trail(database)
    require(anchor == trail, "the anchor and the trail do not agree")
    print(f"All agrees. Rows: {rows}. Sealed files: {evidence}. Trail entries: {trail[0]}.")


if __name__ == "__main__":
    main()
