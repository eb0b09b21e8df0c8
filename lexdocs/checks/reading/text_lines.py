"""The lines of a plain text: which are words, which empty, and what the tags of an EDGAR submission say."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from lexdocs.checks.reading.characters import clean, expanded
from lexdocs.checks.reading.text_tabs import tabbed

_EDGAR = re.compile(r"^\s*<(?:SEC-DOCUMENT|DOCUMENT|TYPE|TEXT|PAGE|TABLE|CAPTION)>", re.MULTILINE)
_TAG = re.compile(r"\s*<(/?)([A-Z][A-Z0-9-]*)>")
_NOTE = re.compile(r"<F([0-9]{1,2})>")
_INLINE = re.compile(r"</?(?:R|B|I|U|FN?)>")
_COLUMNS = re.compile(r"\s*<S>(?:\s*<C>)*\s*$")
_HEADERS = frozenset({"SEC-HEADER", "IMS-HEADER"})
_TABLE_TAGS = frozenset({"TABLE", "CAPTION", "FN"})


class Kind(Enum):
    """What a line is."""

    BODY = "body"
    BLANK = "blank"
    FURNITURE = "furniture"
    BREAK = "break"  # of a page
    TAG = "tag"  # of EDGAR, about a table


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its number in the file, its words where they stand, what it is, and the page on which it stands."""

    number: int
    text: str
    kind: Kind
    page: int = 0

    @property
    def indent(self) -> int:
        """The columns before its first word."""
        return len(self.text) - len(self.text.lstrip())


def lines(text: str) -> list[Line]:
    r"""The lines of a text, form feeds as page breaks.

    >>> [(line.number, line.kind.value, line.text) for line in lines("Fee\n\n  $20\fNotes")]
    [(1, 'body', 'Fee'), (2, 'blank', ''), (3, 'body', '  $20'), (3, 'break', ''), (3, 'body', 'Notes')]
    """
    typed = clean(text)
    tagged = bool(_EDGAR.search(typed))
    found = _cut(typed)
    return list(_tagged(found) if tagged else found)


def _cut(text: str) -> Iterator[Line]:
    for number, whole in enumerate(tabbed(text.split("\n")), 1):
        for place, part in enumerate(whole.split("\f")):
            if place:
                yield Line(number, "", Kind.BREAK)
            words = expanded(part).rstrip()
            if words or not place:
                yield Line(number, words, Kind.BODY if words else Kind.BLANK)


def _tagged(found: Iterator[Line]) -> Iterator[Line]:
    """The lines of a submission, its tags read; what stands in a header is no part of the document."""
    header = ""
    for line in found:
        tag = _TAG.match(line.text)
        name = tag[2] if tag else ""
        if line.text.startswith("-----BEGIN PRIVACY") or (name in _HEADERS and tag and not tag[1]):
            header = "SEC-DOCUMENT" if line.text.startswith("-") else name
        if header:
            yield Line(line.number, line.text, Kind.FURNITURE if line.text else Kind.BLANK)
            header = "" if name == header and (name not in _HEADERS or (tag and tag[1])) else header
        elif tag and line.kind is Kind.BODY:
            yield from _read(line, tag)
        elif line.kind is Kind.BODY:
            yield Line(line.number, _plain(line.text), Kind.BODY)
        else:
            yield line


def _read(line: Line, tag: re.Match[str]) -> Iterator[Line]:
    """What a line says that begins with a tag."""
    name, rest = tag[2], line.text[tag.end() :]
    if name in ("PAGE", "DOCUMENT"):
        yield Line(line.number, line.text.strip(), Kind.FURNITURE)
        yield Line(line.number, "", Kind.BREAK)
    elif _COLUMNS.match(line.text):
        yield Line(line.number, line.text, Kind.TAG)
    elif name in _TABLE_TAGS:
        yield Line(line.number, f"<{tag[1]}{name}>", Kind.TAG)
        if rest.strip():
            yield Line(line.number, _plain(" " * tag.end() + rest), Kind.BODY)
    elif _INLINE.match(line.text.strip()) or _NOTE.match(line.text.strip()):
        words = _plain(line.text)
        yield Line(line.number, words, Kind.BODY if words.strip() else Kind.BLANK)
    else:
        yield Line(line.number, line.text.strip(), Kind.FURNITURE)


def _plain(text: str) -> str:
    """A line of a submission without the tags within it, and its entities as the characters they stand for."""
    if "<" in text:
        text = _INLINE.sub("", _NOTE.sub(r"(\1)", text))
    return (clean(html.unescape(text)) if "&" in text else text).rstrip()
