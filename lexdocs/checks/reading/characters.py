"""The characters of a file that somebody else saved: decoded, and without those that nobody sees."""

from __future__ import annotations

import codecs
import re

from lexdocs.errors import InputError, Problem, Where
from lexdocs.notation.typography import RAISED, SPACES

TAB = 8
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]*?\b(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_:.-]+)""")
_SOFT = "\u00ad"
# Marks of direction and joiners, which take no room on the page.
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff" + "".join(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
_CONTROLS = "".join(map(chr, [*range(9), *range(0x0E, 0x20), 0x7F]))
_CLEAN = str.maketrans(
    dict.fromkeys(_UNSEEN + _CONTROLS, "")
    | dict.fromkeys(SPACES.replace("\t", "").replace("\x0c", "") + "\u1680\u0085\u2028\u2029", " ")
    # What was typed in Windows' own characters and saved under another name.
    | {chr(code): bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0) if code != 0x85}
)
_RAISED = re.compile(f"[{RAISED}]")
# A raised digit behind a word is a footnote's mark, unless it is the upper half of a fraction.
_RAISED_MARK = re.compile(rf"(?<=[^\s{RAISED}])[{RAISED}]{{1,2}}(?![{RAISED}/\u2044])")
# A small number or letter in brackets right behind an amount is one too; behind other digits it is part of a citation.
_BRACKETED_MARK = re.compile(r"(?:(?<=\d,\d{3})|(?<=\.\d\d)|(?<=%))\((?:\d{1,2}|[a-z])\)(?!\w)")


def decoded(data: bytes, file: str) -> str:
    r"""The text of a file's bytes: by its byte order mark, as UTF-8, as it declares, else as Windows' Western text.

    >>> decoded(b"12\xbe% \x96 due", "a.txt")
    '12¾% – due'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return unified(data[len(mark) :].decode(encoding))
            except UnicodeDecodeError as error:
                raise _unreadable(
                    data, file, f"is not the {encoding.upper()} that it says it is", error.start
                ) from None
    if b"\0" in data:
        raise _unreadable(data, file, "holds NUL bytes, so it is no text", data.index(b"\0"))
    found = _DECLARED.search(data[:4096])
    for encoding in ("utf-8", *([found[1].decode("ascii")] if found else []), "cp1252"):
        try:
            if b"<a 1".decode(encoding) == "<a 1":  # else the declaration itself could not be read
                return unified(data.decode("cp1252" if _western(encoding) else encoding))
        except (UnicodeError, LookupError):
            continue
    at = next(place for place, byte in enumerate(data) if byte in b"\x81\x8d\x8f\x90\x9d")
    raise _unreadable(data, file, "is neither UTF-8 nor Windows-1252", at)


def _western(encoding: str) -> bool:
    """Whether an encoding is one for which everybody writes Windows' own."""
    return codecs.lookup(encoding).name in ("iso8859-1", "ascii")


def unified(text: str) -> str:
    """A text whose lines end as ours do."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unreadable(data: bytes, file: str, what: str, at: int) -> InputError:
    where = Where(file, data.count(b"\n", 0, at) + 1)
    return InputError(Problem(where, f"{what} (byte {at + 1})", "save it as text in UTF-8, or as HTML"))


def clean(text: str) -> str:
    """Typographic spaces as plain ones; what takes no room is left out; soft hyphens stay until lines are joined.

    >>> clean("9 3/8%\u00a0of\u2009\u200bthem")
    '9 3/8% of them'
    """
    return text.translate(_CLEAN)


def seen(text: str) -> str:
    """A text without its soft hyphens.

    >>> seen("con\u00adsum\u00admated")
    'consummated'
    """
    return text.replace(_SOFT, "")


def expanded(line: str) -> str:
    """A line with its tabs as spaces, stops at every eighth column."""
    return line.expandtabs(TAB)


def apart(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the footnote marks that stand raised or in brackets right behind an amount, and the marks.

    >>> apart("$38,517¹ of 12 ¹³⁄₁₆%(2) under Section 4(2)")
    ('$38,517 of 12 ¹³⁄₁₆% under Section 4(2)', ('1', '(2)'))
    """
    marks: list[str] = []

    def take(match: re.Match[str]) -> str:
        marks.append("".join(str(RAISED.index(char)) if char in RAISED else char for char in match[0]))
        return ""

    text = _RAISED_MARK.sub(take, text) if _RAISED.search(text) else text
    return (_BRACKETED_MARK.sub(take, text) if "(" in text else text), tuple(marks)
