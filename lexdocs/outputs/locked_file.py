"""Encrypted single files: AES-256 by the security handler of PDF 2.0 (ISO 32000-2, 7.6.4, revision 6).

qpdf encrypts what is the same for many readers, and with it chooses the key of the file. What is a reader's own is
encrypted with that key and put behind, as it is in a file that is not encrypted. In this revision all of a file has
one key, and each stream and string an initialization vector of its own.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from xml.sax.saxutils import escape

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from lexdocs.outputs.single_file import Frame, signs

_BLOCK = 16  # bytes


@dataclass(frozen=True)
class LockedFrame(Frame):
    """A frame that is encrypted; `key` is that of its files, `clear` the metadata before and behind the title."""

    key: bytes = field(default=b"", repr=False)
    clear: tuple[bytes, bytes] = (b"", b"")

    @cached_property
    def _seal(self) -> Seal:
        return Seal(self.key)

    def tail(self, pages: Sequence[bytes], title: str) -> bytes:
        """What stands behind the frame in the file of a reader."""
        before, behind = self.clear
        metadata = before + escape(title).encode("utf-8") + behind
        said = self._seal.string(signs(title))
        return self.written([self._seal(page) for page in pages], self._seal(metadata), said)


class Seal:
    """Encrypts streams and strings with the key of a file.

    The vector of each is taken from the key and from what it says: nobody else can foresee it, and the same file is
    encrypted the same way again.
    """

    def __init__(self, key: bytes) -> None:
        self.algorithm = AES256(key)
        self.own = hmac.new(key, b"initialization vectors", hashlib.sha256).digest()

    def __call__(self, data: bytes) -> bytes:
        """The vector and the encrypted data."""
        vector = hmac.digest(self.own, data, "sha256")[:_BLOCK]
        lacks = _BLOCK - len(data) % _BLOCK
        coder = Cipher(self.algorithm, CBC(vector)).encryptor()
        return vector + coder.update(data + bytes([lacks]) * lacks) + coder.finalize()

    def string(self, data: bytes) -> bytes:
        """The same as a string of PDF."""
        return b"<" + self(data).hex().encode("ascii") + b">"


def locked(data: bytes, password: str) -> bytes:
    """A whole PDF encrypted. Whoever has the password may read, copy and print it, and change nothing.

    Programs that read aloud may read it, as PDF/UA asks for. There is a second password that lifts the rest, as the
    format demands, and nobody knows it.
    """
    import pikepdf

    may = pikepdf.Permissions(modify_annotation=False, modify_assembly=False, modify_form=False, modify_other=False)
    how = pikepdf.Encryption(owner=secrets.token_urlsafe(32), user=password, R=6, allow=may, aes=True, metadata=True)
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(
            buffer, encryption=how, object_stream_mode=pikepdf.ObjectStreamMode.generate, fix_metadata_version=False
        )
    return buffer.getvalue()


def opens(data: bytes, password: str) -> bool:
    """Whether a password opens a PDF that is encrypted; what is no PDF, none opens."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), password=password) as pdf:
            return bool(pdf.is_encrypted)
    except (pikepdf.PasswordError, pikepdf.PdfError):
        return False


def locked_frame(frame: Frame, data: bytes, password: str) -> LockedFrame:
    """A frame as it is encrypted: `data` is what `locked` made of it."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data), password=password) as pdf:
        places = [*(page.Contents[1] for page in pdf.pages), pdf.Root.Metadata, pdf.trailer.Info]
        key = bytes(pdf.encryption.encryption_key)
        start = int(data[data.rindex(b"startxref") :].split()[1])
        handler = _HANDLER.search(data, start)
        if handler is None:
            raise ValueError("the trailer of an encrypted file names no security handler")
        return LockedFrame(
            data, tuple(place.objgen[0] for place in places), (b"", b""), _information(frame.info, Seal(key)),
            pdf.Root.objgen[0], int(pdf.trailer.Size), start, handler[0], key, frame.metadata,
        )  # fmt: skip


_HANDLER = re.compile(rb"/Encrypt [0-9]+ 0 R")


def _information(info: bytes, seal: Seal) -> bytes:
    """What the information says, with each text encrypted."""
    import pikepdf

    said = pikepdf.Object.parse(b"<<%b>>" % info)
    return b"".join(
        b"%b %b" % (name.encode("ascii"), seal.string(bytes(value)) if isinstance(value, pikepdf.String) else b"null")
        for name, value in said.items()
    )
