"""The marks of a page: what numbers it, ends it, heads a list's item or a footnote; and what looks like a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ROMAN = "[ivxl]+|[IVXL]+"
_NUMBER = re.compile(
    r"""(?:[-\u2010-\u2014]\s?(?P<dashed>\d{1,4})\s?[-\u2010-\u2014]
    | \[?\(?page\s+(?P<page>\d{1,4})(?:\s+of\s+\d{1,4})?\)?\]?
    | (?P<of>\d{1,4})\s+of\s+\d{1,4})$""",
    re.VERBOSE | re.IGNORECASE,
)
_HEADED = re.compile(
    r"""(?i:page)\s(?P<before>\d{1,3})(?:\sof\s\d{1,3})?\s{3,}(?P<behind>\S.{2,60})$
    | (?P<ahead>\S.{2,60}?)\s{3,}(?:(?i:page)\s|-\s?)(?P<after>\d{1,3})(?:\sof\s\d{1,3}|\s?-)?$
    | (?P<name>[A-Z][^/a-z]{2,40}?)\s?/\s?(?:(?:PAGE|Page)\s)?(?P<slug>\d{1,2})$""",
    re.VERBOSE,
)
_LONE = re.compile(
    rf"(?:[A-Z]{{1,3}}-)?(?P<lone>\d{{1,3}})$|\[(?P<boxed>\d{{1,3}})\]$|(?:{_ROMAN})$|\((?:{_ROMAN})\)$|[A-Z]{{1,3}}-(?:{_ROMAN})$"
)
_END = re.compile(
    r"[-(\u2013\u2014 ]+(?:more|end|30|0)[-)\u2013\u2014 ]+(?:\.{3})?$|\(?continued(?: on next page)?\W*$|END$",
    re.IGNORECASE,
)
_SIGNS = frozenset("#*~ ")
_EXHIBIT = re.compile(
    r"(?:exhibit|ex\.?|annex)[\s-]+(?:\d{1,2}(?:\.\d{1,3})?|\(?[a-z]\)?)(?:\([a-z0-9]{1,4}\))*$", re.IGNORECASE
)
_ITEM = re.compile(
    r"""(?P<mark>\((?:\d{1,2}|[A-Za-z]|[ivx]{1,5})\)|\d{1,2}\)|[a-z]\)|[ivx]{2,5}\)
    | \d{1,2}\.(?=\s+[^\W\d_]|\s+[$"'\u201c(])|[a-z]\.(?=\s)
    | [-*\u2013\u2014\u2022\u00b7\u25aa\u25cf\u25cb\u25e6\u25a0\u2023\u00a7](?=\s)|o(?=\s\s?\S))\s+(?=\S)""",
    re.VERBOSE,
)
_NOTE = re.compile(
    r"(?P<mark>\(\d{1,2}\)|\([a-z]\)|\[\d{1,2}\]|\d{1,2}/|\d{1,2}(?=\s{1,4}[^\W\d])|\*{1,4}|[\u2020\u2021\u00a7]+)\s*(?=\S)"
)
_NUMBERED = re.compile(
    r"(?:(?:article|section|item|part|annex|appendix|schedule|question)\s+[\dA-Z]|[A-Z]\.\s|[IVX]+\.\s|\d{1,2}(?:\.\d{1,2})*\.?\s)",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "a an and as at but by for from in into its of on or our per than that the their to under with your".split()
)
_COUNTED = re.compile(r"\d{1,2}\.\s(?=[^\W\d_])")
_SHORT = 80
HEADING = 150  # characters at most


def page_number(line: str) -> int | None:
    """The number that a line by itself gives its page beyond doubt; None where it gives none.

    >>> page_number("- 2 -"), page_number("Page 3 of 12"), page_number("3")
    (2, 3, None)
    """
    match = _NUMBER.match(line.strip())
    return int(next(group for group in match.groups() if group)) if match else None


def headed_number(line: str) -> tuple[str, int]:
    """The running head and the number of a page that stand on one line; no number where they do not.

    >>> headed_number("WEXFORD TOOL/2"), headed_number("Page 3              Wexford Tool Corp.")
    (('WEXFORD TOOL', 2), ('Wexford Tool Corp.', 3))
    """
    match = _HEADED.match(line.strip())
    if not match:
        return "", 0
    number = next(match[name] for name in ("before", "after", "slug") if match[name])
    return match["behind"] or match["ahead"] or match["name"], int(number)


def lone_number(line: str) -> int | None:
    """The number of a line that may number its page where it stands at a page's edge; zero for iii and its like.

    >>> lone_number("F-12"), lone_number("[3]"), lone_number("iii"), lone_number("$12")
    (12, 3, 0, None)
    """
    match = _LONE.match(line.strip())
    return int(match["lone"] or match["boxed"] or 0) if match else None


def is_end(line: str) -> bool:
    """Whether a line only says that a text ends or goes on.

    >>> is_end("# # #"), is_end("-more-"), is_end("-30-"), is_end("Fee")
    (True, True, True, False)
    """
    words = line.strip()
    return bool(words) and len(words) <= 40 and (bool(_END.match(words)) or (len(words) > 2 and set(words) <= _SIGNS))


def is_exhibit(line: str) -> bool:
    """Whether a line only says which exhibit of a filing the text is.

    >>> is_exhibit("EXHIBIT 99.1"), is_exhibit("Exhibit (a)(1)(i)"), is_exhibit("Exhibit 4 is attached")
    (True, True, False)
    """
    return bool(_EXHIBIT.match(line.strip()))


def item_mark(words: str) -> tuple[str, str]:
    """What counts an item of a list, and its words; no mark where they begin no item.

    >>> item_mark("(1) agree with the holder"), item_mark("31. 2001"), item_mark("(555) 555-0100")
    (('(1)', 'agree with the holder'), ('', '31. 2001'), ('', '(555) 555-0100'))
    """
    match = _ITEM.match(words)
    return (match["mark"], words[match.end() :]) if match else ("", words)


def is_item_mark(words: str) -> bool:
    """Whether words are only what counts an item.

    >>> is_item_mark("(iv)"), is_item_mark("\u2022"), is_item_mark("12")
    (True, True, False)
    """
    return len(words) <= 6 and item_mark(f"{words} x")[0] == words != ""


def note_mark(words: str) -> tuple[str, str]:
    """What names a footnote, and its words.

    >>> note_mark("(1) Rounded."), note_mark("** Estimated.")
    (('(1)', 'Rounded.'), ('**', 'Estimated.'))
    """
    match = _NOTE.match(words)
    return (match["mark"], words[match.end() :]) if match else ("", words)


def is_heading(words: str, *, set_off: bool = False) -> bool:
    """Whether words by themselves look like a heading; `set_off` where they are bold or centred.

    >>> is_heading("HOLDERS WHO DO NOT TENDER"), is_heading("Terms of the Offer"), is_heading("The fee is $20.")
    (True, True, False)
    """
    letters = [char for char in words if char.isalpha()]
    if not letters or len(words) > HEADING or words[-1] in ",;":
        return False
    upper = sum(map(str.isupper, letters)) > 0.9 * len(letters)
    numbered = bool(_NUMBERED.match(words))
    if words[-1] in ".:" and not (words.count(". ") <= 1 and len(words) < _SHORT and (numbered or upper)):
        return False
    if upper and len(letters) > 3:
        return True
    return set_off or (_titled(words, 1 if numbered else 2) and ":" not in words and "," not in words)


def stand_alone(lines: Sequence[str]) -> bool:
    """Whether none of some lines can be the rest of the one before it.

    >>> stand_alone(["Wexford Tool Corp.", "318 Madeup Street"]), stand_alone(["Holders of", "Subject Notes"])
    (True, False)
    """
    ends = [line.rsplit(None, 1)[-1].lower() for line in lines[:-1] if line]
    return not any(line[:1].islower() for line in lines) and not any(end in _SMALL for end in ends)


def is_numbered_heading(words: str) -> bool:
    """Whether words that begin as an item of a list are a heading with its number.

    >>> is_numbered_heading("1. Summary"), is_numbered_heading("1. that the lenders agree; and")
    (True, False)
    """
    match = _COUNTED.match(words)
    return match is not None and words[match.end()].isupper() and words[-1].isalnum() and len(words) < _SHORT


def _titled(words: str, least: int) -> bool:
    said = [word.strip("\"'()\u201c\u201d\u2018\u2019") for word in words.split()]
    said = [word for word in said if word and word[0].isalpha()]
    great = [word for word in said if word[0].isupper()]
    return (
        least <= len(said) <= 14 and said[0] in great and all(word in great or word.lower() in _SMALL for word in said)
    )
