"""HTML as a reader of files sees it: its pieces with their places, its tables, and its text without ticks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_PIECES = re.compile(
    r"(?P<hidden><!--.*?-->|<!DOCTYPE[^>]*>|<(?P<tag>style|script|title)\b.*?</(?P=tag)>)"
    r"|(?P<markup></?[a-zA-Z][^>]*>)|(?P<entity>&#?[a-zA-Z0-9]+;)|(?P<words>[^<&]+|[<&])",
    re.DOTALL,
)
_TICK = re.compile(r'<data(?: [a-z-]+="[^"]*")*>|</data>')
_ADDRESS = re.compile(r'data-figure="([^"]*)"')
BLOCKS = frozenset(
    "address caption div footer h1 h2 h3 h4 header li main nav ol p section table tbody td tfoot th thead tr ul "
    "blockquote body html br hr dl dt dd figcaption center title".split()
)


@dataclass(frozen=True)
class Piece:
    """A tag, or some visible characters; `start` and `end` are its place in the file."""

    sort: str  # tag or words
    text: str
    start: int
    end: int

    @property
    def tag(self) -> str:
        """The element's name in small letters, with its stroke where it ends one."""
        return re.split(r"[\s>/]", self.text[1:].lower().removeprefix("/"))[0] if self.sort == "tag" else ""

    @property
    def closes(self) -> bool:
        """Whether it ends an element."""
        return self.text.startswith("</")


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a page that a reader sees, and its tags.

    >>> [(piece.sort, piece.text) for piece in pieces("<p>Kroll &amp; Kroll</p>")]
    [('tag', '<p>'), ('words', 'Kroll '), ('words', '&'), ('words', ' Kroll'), ('tag', '</p>')]
    """
    for match in _PIECES.finditer(text):
        if match.lastgroup == "hidden" or match["hidden"]:
            continue
        if match["markup"]:
            yield Piece("tag", match[0], match.start(), match.end())
        else:
            yield Piece("words", html.unescape(match[0]), match.start(), match.end())


def without_ticks(page: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A page with its ticks taken out, and where the value of each stands now, with the figure's address.

    >>> without_ticks('<p>At <data class="figure" value="1/2" data-figure="rate">50%</data></p>')
    ('<p>At 50%</p>', [(6, 9, 'rate')])
    """
    kept: list[str] = []
    at = size = 0
    open_: list[tuple[int, str]] = []
    stretches = []
    for match in _TICK.finditer(page):
        kept.append(page[at : match.start()])
        size += match.start() - at
        at = match.end()
        if match[0] == "</data>":
            start, address = open_.pop()
            stretches.append((start, size, address))
        else:
            named = _ADDRESS.search(match[0])
            open_.append((size, html.unescape(named[1]) if named else ""))
    return "".join(kept) + page[at:], sorted(stretches)


Table = tuple[tuple[tuple[int, int], ...], ...]  # its rows, each of its cells with where its content stands


def tables(text: str) -> list[Table]:
    """The tables of a page, row by row: where the content of each cell begins and ends.

    >>> page = "<table><tr><th>Fee</th><td>$30</td></tr></table>"
    >>> [[page[start:end] for start, end in row] for table in tables(page) for row in table]
    [['Fee', '$30']]
    """
    found: list[Table] = []
    rows: list[tuple[tuple[int, int], ...]] = []
    cells: list[tuple[int, int]] = []
    begun = 0
    for piece in pieces(text):
        if piece.tag in ("td", "th") and not piece.closes:
            begun = piece.end
        elif piece.tag in ("td", "th"):
            cells.append((begun, piece.start))
        elif piece.tag == "tr" and piece.closes:
            rows.append(tuple(cells))
            cells = []
        elif piece.tag == "table" and piece.closes:
            found.append(tuple(rows))
            rows, cells = [], []
    return found
