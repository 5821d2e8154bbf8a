# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds secrets where none may be: in output, files, arguments and environments, in any usual disguise."""

import base64
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from . import processes

_PREFIX = 12  # characters of a secret that count as a find
_PERIOD = 0.1  # seconds

# What an OidcServer tells of the whole life of a confidential client: a search for less would find less.
SECRET_KINDS = {"client_secret", "code", "code_verifier", "access_token", "refresh_token"}


@dataclass(frozen=True)
class Find:
    kind: str
    form: str
    where: str


def forms_of(secret: str) -> dict[str, set[bytes]]:
    plain = secret.encode()
    every = "".join(f"%{byte:02X}" for byte in plain)
    quoted = quote(secret, safe="")
    return {
        "plain": {plain},
        "UTF-16": {secret.encode("utf-16-le"), secret.encode("utf-16-be")},
        "base64": _base64_forms(plain) | _base64_forms(secret.encode("utf-16-le")),
        "percent": {form.encode() for form in (quoted, quoted.lower(), every, every.lower())} - {plain.lower()},
        "hexadecimal": {plain.hex().encode(), plain.hex().upper().encode()},
    }


def _base64_forms(data: bytes) -> set[bytes]:
    """As it looks inside a longer text, at each of the three positions, without what depends on the neighbours."""
    forms = set()
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + data)
        start = -(-before * 4 // 3) + (1 if before else 0)
        whole = (before + len(data)) // 3 * 4
        forms |= {encoded[start:whole], encoded[start:whole].translate(bytes.maketrans(b"+/", b"-_"))}
    return forms


class SecretSearch:
    """Secrets by kind; each is searched for whole and by its first characters."""

    def __init__(self, secrets: list[tuple[str, str]]):
        needles = {(kind, form, needle)
                   for kind, secret in secrets for text in (secret, secret[:_PREFIX])
                   for form, needles in forms_of(text).items() for needle in needles}
        self._needles: list[tuple[str, str, bytes]] = []
        for kind, form, needle in sorted(needles):
            # What begins with another one is found with that; a run of minutes has hundreds of secrets.
            last = self._needles[-1] if self._needles else ("", "", b"")
            if last[:2] != (kind, form) or not needle.startswith(last[2]):
                self._needles.append((kind, form, needle))

    def in_bytes(self, data: bytes, where: str) -> set[Find]:
        return {Find(kind, form, where) for kind, form, needle in self._needles if needle in data}

    def in_folder(self, folder: Path, apart_from: set[Path] = frozenset()) -> set[Find]:
        found = set()
        for top, folders, files in os.walk(folder):
            folders[:] = [name for name in folders if Path(top, name) not in apart_from]
            for path in (Path(top, name) for name in folders + files):
                found |= self.in_bytes(str(path.relative_to(folder)).encode(), f"name of {path}")
                if path.is_file():
                    found |= self.in_bytes(path.read_bytes(), str(path))
        return found


class ProcessWatch:
    """Collects arguments and environment of every process below `root`, until left."""

    def __init__(self, root: int):
        self._root = root
        self._seen: set[bytes] = set()
        self.programs: set[str] = set()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._ended.set()
        self._thread.join()

    def found(self, search: SecretSearch) -> set[Find]:
        return {find for text in self._seen for find in search.in_bytes(text, text[:80].decode(errors="replace"))}

    def _watch(self):
        while not self._ended.wait(_PERIOD):
            for pid in processes.descendants(self._root):
                for name in ("cmdline", "environ"):
                    self._read(Path(f"/proc/{pid}"), name)

    def _read(self, process: Path, name: str):
        try:
            text = (process / name).read_bytes()
            self.programs.add((process / "comm").read_text().strip())
        except OSError:
            return  # it ended, or it shields itself, as a browser's sandbox does
        self._seen.add(text)
