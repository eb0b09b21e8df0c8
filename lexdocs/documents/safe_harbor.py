"""No claim to the statutory safe harbor for forward-looking statements: it excludes tender offers.

What is looked for is a claim. A sentence that says the safe harbor does not apply may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexdocs.documents.prose import visible
from lexdocs.documents.script import Script
from lexdocs.errors import Problem
from lexdocs.law.in_force import form_of

_GAP = r"[\s\u00a0\u202f\u2010\u2011-]+"
_STATUTE = re.compile(
    rf"private{_GAP}securities{_GAP}litigation{_GAP}reform{_GAP}act|\bPSLRA\b|section{_GAP}(?:21E|27A)\b", re.IGNORECASE
)
_HARBOR = re.compile(rf"safe{_GAP}harbou?rs?\b", re.IGNORECASE)
_FORWARD = re.compile(rf"forward{_GAP}looking", re.IGNORECASE)
_DENIED = re.compile(
    rf"\b(?:not|nor|never|neither){_GAP}(?:\w+{_GAP}){{0,2}}?(?:apply|applies|available|extend|cover|protect|rely)"
    rf"|\bexclud|\bunavailable\b|\binapplicable\b|\bno{_GAP}(?:statutory{_GAP})?safe{_GAP}harbou?r",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?!\s)|\n(?!\s*\n))+")
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")


def safe_harbor_problems(words: Script) -> Iterator[Problem]:
    """Every sentence that claims the safe harbor, by the statute's name or beside forward-looking statements."""
    seen = visible(words)
    for paragraph in _PARAGRAPH.finditer(seen.text):
        speaks_of_it = _FORWARD.search(paragraph[0])
        for sentence in _SENTENCE.finditer(seen.text, paragraph.start(), paragraph.end()):
            found = _STATUTE.search(sentence[0]) or (_HARBOR.search(sentence[0]) if speaks_of_it else None)
            if found is None or _DENIED.search(sentence[0]):
                continue
            said = " ".join(found[0].split())
            cite = form_of("safe harbor").cite
            what = f'"{said}" claims a safe harbor that excludes tender offers ({cite})'
            where = words.where(seen.offsets[sentence.start() + found.start()])
            yield Problem(where, what, "delete the claim, or say that the safe harbor does not apply")
