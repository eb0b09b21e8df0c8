"""Files of translations as they are written for a translator: a skeleton, a new digest, an approval."""

from __future__ import annotations

import re

from lexdocs.documents.header import read_header
from lexdocs.documents.languages.heading import APPROVAL, digest_of
from lexdocs.documents.library import FENCE, Template

UNTRANSLATED = "not yet"
"""Stands in a skeleton for the digest of the English words, until somebody has translated them."""


def skeleton(english: Template, language: str) -> str:
    r"""What a translator begins with: the English words in their place, under the header of a translation.

    >>> print(skeleton(Template("shared/due.md", "due on {{ announced }}\n"), "fr"), end="")
    ---
    language: fr
    translates: not yet
    ---
    due on {{ announced }}
    """
    lines = [FENCE, f"language: {language}", f"translates: {UNTRANSLATED}"]
    if english.has_header:
        header = read_header(english)
        lines.append(f"title: {_yaml(header.title)}")
        lines += [f"running_head: {_yaml(header.running_head)}"] if header.running_head else []
        if header.literals:
            lines.append("literals:")
        for each in header.literals:
            lines.append(f"  - {{text: {_yaml(each.text)}, count: {each.count}, reason: {_yaml(each.reason)}}}")
    return "\n".join([*lines, FENCE, english.words])


def current(translation: Template, english: Template) -> str:
    """The translation with the digest of the English words as they are now; an approval of other words goes."""
    return with_entries(translation.text, {"translates": digest_of(english)}, without=APPROVAL)


def approved(text: str, by: str, on: str, words: str) -> str:
    """A translation, or a catalogue, with the approval of its words."""
    return with_entries(text, dict(zip(APPROVAL, (_yaml(by), _yaml(on), words), strict=True)))


def with_entries(text: str, entries: dict[str, str], without: tuple[str, ...] = ()) -> str:
    r"""A text with entries in its header, or at its top where it has none; those that are there are replaced.

    >>> with_entries("---\ntranslates: not yet\n---\nWords\n", {"translates": "0f"})
    '---\ntranslates: 0f\n---\nWords\n'
    """
    fenced = text.startswith(FENCE)
    head, end, words = text.partition(f"\n{FENCE}\n") if fenced else ("", "", text)
    kept = head if fenced else words
    for key in (*(entries if fenced else reversed(entries)), *without):
        kept = re.sub(rf"(?m)^{key}:.*\n?", "\0" if key in entries else "", kept, count=1)
        if key in entries:
            line = f"{key}: {entries[key]}\n"
            kept = kept.replace("\0", line) if "\0" in kept else _added(kept, line, fenced=fenced)
    return f"{kept.rstrip()}{end}{words}" if fenced else kept


def _added(kept: str, line: str, *, fenced: bool) -> str:
    """A new entry: at the end of a header, and in a file of entries above the first of them."""
    if fenced:
        return f"{kept.rstrip()}\n{line}"
    at = next((found.start() for found in re.finditer(r"(?m)^[a-z]", kept)), len(kept))
    return f"{kept[:at]}{line}{kept[at:]}"


def _yaml(text: str) -> str:
    """A text in quotation marks, as YAML takes it."""
    said = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{said}"'
