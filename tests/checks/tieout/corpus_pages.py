"""What a reader sees of an HTML document of the corpus, and where each place of its source stands in it."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article blockquote body br caption center dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr html li main "
    "ol p pre table tbody td th thead tr ul".split()
)
_UNSEEN = frozenset({"head", "script", "style", "template", "title"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


def visible(source: str, places: Sequence[int] = ()) -> tuple[str, list[int]]:
    """The visible text of a source, and its places there of the given places of the source, in order.

    Blocks and cells stand apart by an empty line. A raised figure behind a digit begins a fraction.

    >>> visible("12<sup>3</sup>/<sub>4</sub>% <b>Notes</b><br>due&nbsp;2004<span style='display: none'>1</span>")[0]
    '12 3/4% Notes\\n\\ndue\\xa02004'
    >>> visible("<td>$</td><td>5</td>", [4, 5, 14, 15])
    ('$\\n\\n5', [0, 1, 3, 4])
    """
    reader = _Reader(places)
    reader.read(source)
    return "".join(reader.parts), [reader.found.get(place, reader.length) for place in places]


class _Reader(HTMLParser):
    """Gathers text and, for each place asked for, how long the text was there."""

    def __init__(self, places: Sequence[int]) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self.length = 0
        self.found: dict[int, int] = {}
        self._places = sorted({*places})
        self._lines = [0]
        self._open: list[tuple[str, bool]] = []
        self._gap = False

    def read(self, source: str) -> None:
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        hidden = tag in _UNSEEN or "hidden" in named or bool(re.search(r"display:\s*none", named.get("style") or ""))
        self._gap |= tag in _BLOCKS
        if tag == "sup" and self.parts and self.parts[-1][-1:].isdigit():
            self._say(" ")
        if tag not in _VOID:
            self._open.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        self._gap |= tag in _BLOCKS
        if any(each == tag for each, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._text(data, len(data))

    def handle_entityref(self, name: str) -> None:
        self._text(html.unescape(f"&{name};"), len(name) + 2)

    def handle_charref(self, name: str) -> None:
        self._text(html.unescape(f"&#{name};"), len(name) + 3)

    def _text(self, said: str, length: int) -> None:
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        hidden = any(hidden for _, hidden in self._open)
        if self._gap and not hidden and said.strip():
            self._gap = False
            self._say("\n\n" if self.length else "")
        for place in (each for each in self._places if start <= each <= start + length):
            # A character by its name is one place: it has begun, or it has ended.
            within = place - start if len(said) == length else len(said) * (place > start)
            self.found[place] = self.length + (0 if hidden else within)
        if not hidden:
            self._say(said)

    def _say(self, said: str) -> None:
        self.parts.append(said)
        self.length += len(said)
