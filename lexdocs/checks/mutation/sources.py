"""The templates as they are written, in all their arms: which figures they name, in what order, between what words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lexdocs.documents.header import read_header
from lexdocs.documents.library import Library

BLANK = "\ufffc"
_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{!.*?!\}", re.DOTALL)
_NAME = re.compile(r"[a-z_]\w*")
_INCLUDE = re.compile(r"\{%\s*include\s+\"([^\"]+)\"")


@dataclass(frozen=True)
class Sources:
    """The text of each template for a kind of offer, and of what they include, by name without its ending."""

    texts: Mapping[str, str]

    def names(self) -> frozenset[str]:
        """Every name in them, whatever the event.

        >>> sorted(Sources({"a": "{% if has_cap %}At most {{ cap | words }}{% endif %}"}).names())
        ['cap', 'endif', 'has_cap', 'if', 'words']
        """
        every = (part for text in self.texts.values() for part in _CODE.findall(text))
        return frozenset(name for part in every for name in _NAME.findall(part))

    def digests(self) -> Mapping[str, str]:
        """What stands for the figures and the choices of each, in their order. Words may change; these may not."""
        return {name: _digest(_CODE.findall(text)) for name, text in self.texts.items()}

    def words(self) -> Iterator[tuple[str, str, str]]:
        """Each line of each template with its figures and choices blanked out: template, place, words."""
        for name, text in self.texts.items():
            lines = _CODE.sub(lambda found: BLANK + "\n" * found[0].count("\n"), text).split("\n")
            yield from ((name, f"line {number}", line) for number, line in enumerate(lines, 1) if line.strip())


def sources(library: Library, kind: str) -> Sources:
    """The templates for a kind of offer, with what they include, however deep."""
    documents = [name for name in library.documents if kind in read_header(library.templates[name]).offers]
    found: dict[str, str] = {}
    queue = list(documents)
    while queue:
        name = queue.pop(0)
        template = library.get(name)
        if template is not None and name.removesuffix(".md") not in found:
            found[name.removesuffix(".md")] = template.text
            queue += _INCLUDE.findall(template.text)
    return Sources(dict(sorted(found.items())))


def _digest(parts: list[str]) -> str:
    return hashlib.sha256("\n".join(" ".join(part.split()) for part in parts).encode()).hexdigest()[:10]
