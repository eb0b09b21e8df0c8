"""The password of a mailing: from a file or from what the environment holds, never from the command line."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from lexdocs.documents.marks import unprintable
from lexdocs.errors import Problem, UsageError, Where

_MOST = 127  # bytes of UTF-8 of which the format takes notice
_REMEDY = "give one line of printing characters"


def password_of(file: Path | None, environment: str | None, variable: str) -> str:
    """The password in a file, or else the one that the environment holds in a variable.

    Characters that look alike are made one (NFKC), as readers do with what is typed. Raises `UsageError` where there
    is no password, or none that a reader could be given; what it says tells nothing of it.
    """
    if file is None:
        if not environment:
            remedy = f"name a file with --password-file, or set {variable}"
            raise UsageError(Problem(Where("--encrypt"), "there is no password", remedy))
        return _checked(environment, Where(variable))
    where = Where(str(file))
    try:
        text = file.read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(Problem(where, f"cannot be read ({error.strerror})", "name another file")) from None
    except UnicodeDecodeError:
        raise UsageError(Problem(where, "is not UTF-8", "save the file as UTF-8")) from None
    return _checked(text.removesuffix("\n").removesuffix("\r"), where)


def _checked(text: str, where: Where) -> str:
    said = unicodedata.normalize("NFKC", text)
    if not said.strip():
        raise UsageError(Problem(where, "holds no password", _REMEDY))
    if any(map(unprintable, said)):
        raise UsageError(Problem(where, "holds more than one line, or what cannot be typed", _REMEDY))
    if len(said.encode("utf-8")) > _MOST:
        raise UsageError(Problem(where, f"holds a password of more than {_MOST} bytes", "take a shorter one"))
    return said
