"""Where the single file of a holder stands: named for its identifier, in one of many folders, whatever it holds."""

from __future__ import annotations

import hashlib
import re

FOLDER = "each"
"""The folder of single files in that of a mailing."""
KEPT = ".kept"
"""The folder of a mailing in which its shards and plates are kept, so that it can be taken up again."""
MANIFEST = "manifest.jsonl"
WHOLE = re.compile(
    r"(?:manifest|corrected)\.jsonl|(?:control|job|release)\.json|control\.pdf|statements(?:-[0-9]{4,})?\.pdf"
)
"""The names of files that are of a whole mailing."""
_OTHER = re.compile(rb"[^A-Za-z0-9.-]")
# What stands first would hide a file, or make an option of its name; and some systems keep these names for devices.
_FIRST = re.compile(rb"[.-]|(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)", re.IGNORECASE)
_LONGEST = 120


def file_of(label: str, suffix: str = ".pdf") -> str:
    """The file of a holding below the folder of a mailing. No two identifiers have the same.

    What no file name should hold stands as the codes of its bytes, each behind a low line; a name that is too long is
    cut, and ends with a digest of the identifier.

    >>> file_of("BO-7")
    'each/ae/BO-7.pdf'
    >>> file_of("é/..")
    'each/29/_c3_a9_2f...pdf'
    >>> file_of("NUL")
    'each/ae/_4eUL.pdf'
    """
    data = label.encode("utf-8")
    digest = hashlib.sha256(data).hexdigest()
    name = label
    if not _PLAIN.fullmatch(label) or _FIRST.match(data):
        first = 1 if _FIRST.match(data) else 0
        name = "".join(map("_{:02x}".format, data[:first])) + _OTHER.sub(_code, data[first:]).decode("ascii")
    if len(name) > _LONGEST:
        # A low line is followed by a digit everywhere else.
        name = f"{name[:_LONGEST]}_-{digest}"
    return f"{FOLDER}/{digest[:2]}/{name}{suffix}"


_PLAIN = re.compile(r"[A-Za-z0-9.-]+")


def _code(found: re.Match[bytes]) -> bytes:
    return b"_%02x" % found[0][0]
