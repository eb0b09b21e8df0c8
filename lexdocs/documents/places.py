"""Places: in which file, and on which line of it, each stretch of rendered words was written."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from jinja2 import nodes

from lexdocs.documents.footnotes import call_places
from lexdocs.documents.library import Library, Template
from lexdocs.documents.names import plural
from lexdocs.documents.script import Piece, Script, script
from lexdocs.documents.tags import Anchor, anchors, references
from lexdocs.errors import Where

_OPEN, _CLOSE, _FILE, _LINE = "\ue002", "\ue003", 0xE020, 0xE010
_NUMERALS = {_LINE + digit: str(digit) for digit in range(10)}
_PLACE = re.compile("\ue002([\ue020-\ue02f]{8})([\ue010-\ue019]+)\ue003")


def mark_places(tree: nodes.Template, name: str) -> None:
    """Put a mark before each line of the words of a template's tree, and before those that follow a figure.

    The mark says the file by a digest of its name: what is compiled serves every library with such a file.
    """
    file = _digits(_key(name), _FILE)
    for output in tree.find_all(nodes.Output):
        for child in output.nodes:
            if isinstance(child, nodes.TemplateData):
                lines = enumerate(child.data.split("\n"), child.lineno)
                child.data = "\n".join(_marked(line, file, number) for number, line in lines)


def _marked(line: str, file: str, number: int) -> str:
    return f"{_OPEN}{file}{_digits(str(number), _LINE)}{_CLOSE}{line}" if line.strip() else line


def without_places(rendered: str) -> str:
    """Rendered words without the marks of their places."""
    return _PLACE.sub("", rendered)


def written(rendered: str, library: Library) -> Script:
    """Rendered words in pieces, each with its place; their text is that without marks."""
    return script(_pieces(rendered, _files(library)))


def _pieces(rendered: str, files: dict[str, str]) -> Iterator[Piece]:
    file, line, at = "", 1, 0
    for mark in _PLACE.finditer(rendered):
        yield Piece(rendered[at : mark.start()], file, line)
        file, line, at = files[mark[1]], int(mark[2].translate(_NUMERALS)), mark.end()
    yield Piece(rendered[at:], file, line)


def asked_at(template: Template, name: str) -> Where | None:
    r"""Where a template itself prints a figure of some name, or else asks it or goes through its rows; None where not.

    >>> str(asked_at(Template("a.md", "Words.\n{{ fee | cents }}"), "fee"))
    'a.md:2'
    """
    printed, asked = (
        re.search(rf"\{{{sign}[^{{}}]*?\b(?:{name}|{plural(name)})\b", template.text) for sign in (r"\{", "%")
    )
    found = printed or asked
    return Where(template.name, template.text.count("\n", 0, found.start()) + 1) if found else None


@dataclass(frozen=True)
class Placed:
    """Rendered words with their places, which are worked out only where a problem must be told."""

    rendered: str
    library: Library
    otherwise: Where

    @cached_property
    def text(self) -> str:
        """The words without their places."""
        return without_places(self.rendered)

    @cached_property
    def words(self) -> Script:
        """The words in pieces."""
        return written(self.rendered, self.library)

    def anchor(self, name: str) -> Where:
        """Where an anchor stands for the last time."""
        return self._first(reversed([*anchors(self.words)]), name)

    def reference(self, name: str, number: int = 0) -> Where:
        """Where an anchor is referred to first, or for another time, counted from zero."""
        found = [each for each in references(self.words) if each.name == name]
        return self._first(found[number:] or found, name)

    def call(self, name: str) -> Where:
        """Where a footnote is called first."""
        return call_places(self.words).get(name, self.otherwise)

    def _first(self, found: Iterable[Anchor], name: str) -> Where:
        return next((self.words.where(each.offset) for each in found if each.name == name), self.otherwise)


@lru_cache(maxsize=8)
def _files(library: Library) -> dict[str, str]:
    return {_digits(_key(name), _FILE): name for name in library.templates}


@lru_cache(maxsize=1024)
def _key(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def _digits(number: str, zero: int) -> str:
    return "".join(chr(zero + int(digit, 16)) for digit in number)
