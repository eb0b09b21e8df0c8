"""Which reader reads a file: by the end of its name, else by how it begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from lexdocs.checks.reading.characters import decoded
from lexdocs.checks.reading.html import read_html
from lexdocs.checks.reading.passage import Reading
from lexdocs.checks.reading.text import read_text
from lexdocs.errors import InputError, LexdocsError, Problem, UsageError, Where

Reader = Callable[[bytes, str], Reading]

_SAVE = "save it as text or HTML"
# How files begin that no reader takes yet, and what they are.
_BEGINNINGS: Mapping[bytes, str] = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zipped file, as Word documents are",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
_ENDINGS: Mapping[str, str] = {
    ".pdf": "a PDF",
    ".docx": "a Word document",
    ".doc": "an old Word document",
    ".rtf": "an RTF document",
    ".xlsx": "a spreadsheet",
    ".odt": "a text document of an office suite",
}
_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_LOOKED_AT = 65_536  # characters in which a page says that it is one


def _text(data: bytes, file: str) -> Reading:
    text = decoded(data, file)
    # A submission to EDGAR is a text of which the documents may be pages.
    return read_html(text, file) if _PAGE.search(text, 0, _LOOKED_AT) else read_text(text, file)


READERS: Mapping[str, Reader] = {
    ".txt": _text,
    ".text": _text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}
"""The readers by the end of a file's name; a new form of file is one more line here."""


def read_file(path: Path, name: str | None = None) -> Reading:
    """The passages of a file, which messages and the reading call by `name`.

    Raises `UsageError` for a file that is not there and for a folder, `InputError` for one that cannot be read.
    """
    file = name or str(path)
    if path.is_dir():
        raise UsageError(Problem(Where(file), "is a folder", "name a file in it"))
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UsageError(Problem(Where(file), "is not there", "name a file that is")) from None
    except OSError as error:
        raise InputError(Problem(Where(file), f"cannot be read: {error.strerror}")) from None
    reader = READERS.get(path.suffix.lower(), _text)
    for beginning, what in _BEGINNINGS.items():
        if data.startswith(beginning) and path.suffix.lower() not in _others():
            raise InputError(Problem(Where(file), f"is {what}, which is not read yet", _SAVE))
    ending = path.suffix.lower()
    if ending in _ENDINGS and ending not in READERS:
        raise InputError(Problem(Where(file), f"is {_ENDINGS[ending]}, which is not read yet", _SAVE))
    if not data.strip():
        raise InputError(Problem(Where(file), "is empty", "name a file with words in it"))
    return reader(data, file)


def _others() -> set[str]:
    """The ends of names whose readers take more than text and pages."""
    return {suffix for suffix, reader in READERS.items() if reader not in (_text, read_html)}


def read_files(paths: Iterable[Path]) -> tuple[Reading, ...]:
    """Several files, each read; everything that is wrong with any of them is raised at once."""
    readings: list[Reading] = []
    failed: list[LexdocsError] = []
    for path in paths:
        try:
            readings.append(read_file(path))
        except LexdocsError as error:
            failed.append(error)
    if failed:
        problems = [problem for error in failed for problem in error.problems]
        raise (UsageError if isinstance(failed[0], UsageError) else InputError)(problems)
    return tuple(readings)
