"""Encrypted single files: what is the same in many is encrypted once, and kept, so that a run can be taken up again.

Encryption takes random numbers, and would make other files each time. What qpdf encrypted with them is kept under
`.kept/locked` as it is, encrypted; with it every file is made byte for byte again. Whether a password is that of the
last time is seen by opening what was kept with it: nothing of a password is kept.
"""

from __future__ import annotations

import hashlib
import io
import secrets
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from lexdocs.mailing.frames import Frames
from lexdocs.mailing.keeping import keep
from lexdocs.outputs.files import digest_of
from lexdocs.outputs.locked_file import locked, locked_frame, opens
from lexdocs.outputs.single_file import Frame

LOCKED = "locked"
_LOCK = "lock.pdf"
_NAME = 32
_KEY = 64  # bytes: two of AES-256
_HELD = "/LexdocsKey"


@dataclass(frozen=True)
class Lock:
    """The password of a mailing and the folder of what was encrypted with it; `digest` changes with the password.

    `key` is for what is kept of statements until they are put together; it lies in the folder, encrypted itself.
    """

    folder: Path
    password: str = field(repr=False)
    key: bytes = field(repr=False)
    digest: str = ""
    used: set[Path] = field(default_factory=set, compare=False, repr=False)

    @staticmethod
    def opened(kept: Path, password: str) -> Lock | None:
        """The lock with which a mailing was encrypted; none where it is not there, or the password is another."""
        folder = kept / LOCKED
        path = folder / _LOCK
        if not path.is_file() or not opens(path.read_bytes(), password):
            return None
        return Lock(folder, password, _held(path, password), digest_of(path))

    @staticmethod
    def of(kept: Path, password: str) -> Lock:
        """The lock of a mailing: that of the last time if the password is still the same, or else a new one."""
        before = Lock.opened(kept, password)
        if before is not None:
            return before
        folder = kept / LOCKED
        path = folder / _LOCK
        shutil.rmtree(folder, ignore_errors=True)
        keep(path, locked(_holding(secrets.token_bytes(_KEY)), password))
        return Lock(folder, password, _held(path, password), digest_of(path))

    def encrypted(self, data: bytes) -> bytes:
        """A whole PDF encrypted, or what was made of it the last time."""
        path = self.folder / hashlib.sha256(data).hexdigest()[:_NAME]
        if not path.is_file():
            keep(path, locked(data, self.password))
        self.used.add(path)
        return path.read_bytes()

    def forget(self) -> None:
        """Take away what is no longer of use."""
        for path in self.folder.iterdir():
            if path not in self.used and path.name != _LOCK:
                path.unlink()


@dataclass
class LockedFrames(Frames):
    """Frames that are encrypted, and whole PDFs as well."""

    encrypted: ClassVar[bool] = True
    lock: Lock = field(kw_only=True)
    sealing: Sealing | None = field(default=None, kw_only=True)
    locked: dict[str, Frame] = field(default_factory=dict, kw_only=True)

    def of(self, name: str) -> Frame:
        """The frame of the plate of a name."""
        if name not in self.locked:
            frame = super().of(name)
            self.locked[name] = locked_frame(frame, self.lock.encrypted(frame.data), self.lock.password)
        return self.locked[name]

    def opened(self, data: bytes) -> bytes:
        """What was kept of a statement, open."""
        return self.sealing.opened(data) if self.sealing is not None else data

    def whole(self, paper: bytes) -> bytes:
        """A PDF that was rendered, as it becomes a file."""
        return self.lock.encrypted(super().whole(paper))


def unlock(kept: Path) -> None:
    """Take away what was kept encrypted, where nothing is encrypted any more."""
    shutil.rmtree(kept / LOCKED, ignore_errors=True)


class Sealing:
    """Encrypts what is kept of statements, and opens it again: AES-SIV (RFC 5297), which gives the same each time."""

    def __init__(self, key: bytes) -> None:
        self.coder = AESSIV(key)

    def sealed(self, data: bytes) -> bytes:
        """Encrypted; nothing stays nothing."""
        return self.coder.encrypt(data, None) if data else b""

    def opened(self, data: bytes) -> bytes:
        """As it was."""
        return self.coder.decrypt(data, None) if data else b""


def _holding(key: bytes) -> bytes:
    """A PDF that holds a key."""
    import pikepdf

    buffer = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root[_HELD] = pdf.make_stream(key)
        pdf.save(buffer)
    return buffer.getvalue()


def _held(path: Path, password: str) -> bytes:
    import pikepdf

    with pikepdf.open(path, password=password) as pdf:
        return bytes(pdf.Root[_HELD].read_bytes())
