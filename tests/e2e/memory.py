"""Looks for secrets in the memory of running programs, as an administrator can.

    python memory.py VAULT PROCESS... < lines

The first line is the vault's passphrase; each further line is a text that must not stay. Says
one line for each secret that was found: the process, the secret's name and how often. Needs
what reader.py needs.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "reader"))
import reader  # noqa: E402

BLOCK = 1 << 22
PAGE = 4096


def keys(folder, passphrase):
    """Returns the keys of a vault, in every form in which one may lie in memory."""
    header = reader.Header(folder)
    vault_key = header.unlock(reader.way_in(header, passphrase, None, False))

    def key(purpose):
        return reader.derive(vault_key, header.vault, purpose)

    salt = key(b"database salt")[:16]
    digits = (key(b"database") + key(b"database mac") + salt).hex().encode()
    raw = {
        "vault key": vault_key,
        "database key": key(b"database"),
        "database mac key": key(b"database mac"),
    }
    return {
        **raw,
        "database key, as digits": digits[:64],
        "database key, as capital digits": digits[:64].upper(),
        "all digits of the database's keys": digits,
    }


def regions(process):
    """Returns what is readable and holds something: a web view reserves far more than it has."""
    found, is_readable = [], False
    for line in Path(f"/proc/{process}/smaps").read_text().splitlines():
        region = re.match(r"([0-9a-f]+)-([0-9a-f]+) (r?)", line)
        if region:
            start, end = int(region[1], 16), int(region[2], 16)
            is_readable = region[3] and not line.endswith(("[vvar]", "[vvar_vclock]", "[vsyscall]"))
        elif re.match(r"(Rss|Swap): +[1-9]", line) and is_readable:
            found.append((start, end))
    return sorted(set(found))


def pieces(pages, start, end):
    """Yields the runs of pages of a region that are in memory or swapped out (proc_pid_pagemap(5))."""
    for at in range(start, end, BLOCK):
        length = min(BLOCK, end - at)
        pages.seek(at // PAGE * 8)
        told = memoryview(pages.read(length // PAGE * 8)).cast("Q")
        if len(told) == 0 or max(told) < 1 << 62:
            continue
        run = None
        for number, page in enumerate(told):
            if page >= 1 << 62 and run is None:
                run = number
            elif page < 1 << 62 and run is not None:
                yield at + run * PAGE, (number - run) * PAGE
                run = None
        if run is not None:
            yield at + run * PAGE, (len(told) - run) * PAGE


def count(process, secrets, marks):
    found = dict.fromkeys(secrets, 0)
    read = 0
    longest = max(map(len, secrets.values()))
    folder = Path(f"/proc/{process}")
    with (folder / "mem").open("rb", 0) as memory, (folder / "pagemap").open("rb", 0) as pages:
        for start, end in regions(process):
            for at, length in pieces(pages, start, end):
                # A secret may lie across two pieces.
                try:
                    memory.seek(at)
                    piece = memory.read(min(length + longest, end - at))
                except (OSError, OverflowError):
                    continue
                read += len(piece)
                # Without its zeros a text in wide letters is one in narrow ones, and what was
                # never written is nothing.
                plain = piece.translate(None, b"\0")
                if not plain:
                    continue
                for name, secret in secrets.items():
                    found[name] += (plain if name in marks else piece).count(secret)
    return found, read


def main():
    folder, processes = Path(sys.argv[1]), sys.argv[2:]
    passphrase, *marks = sys.stdin.read().splitlines()
    texts = {"passphrase": passphrase.encode()}
    texts |= {f"text {number}": mark.encode() for number, mark in enumerate(marks, 1)}
    secrets = {**keys(folder, passphrase), **texts}
    for process in processes:
        found, read = count(process, secrets, texts)
        print(f"{process}\tbytes looked at\t{read}")
        for name, times in found.items():
            if times:
                print(f"{process}\t{name}\t{times}")


main()
