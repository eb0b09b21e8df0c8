"""No claim to the statutory safe harbor for forward-looking statements: it excludes tender offers.

What is looked for is a claim, in the words of templates and of terms. A sentence that says the safe harbor does
not apply may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexdocs.figures.book import FigureBook
from lexdocs.law.finding import Finding, Result, place_of, under
from lexdocs.law.in_force import form_of
from lexdocs.law.looking import rows
from lexdocs.notation.units import Unit

_GAP = r"[\s\u00a0\u202f\u2010\u2011-]*"
_STATUTE = re.compile(
    rf"private{_GAP}securities{_GAP}litigation{_GAP}reform{_GAP}act|\bPSLRA\b|section{_GAP}(?:21E|27A)\b", re.IGNORECASE
)
_HARBOR = re.compile(rf"safe{_GAP}harbou?rs?\b", re.IGNORECASE)
_FORWARD = re.compile(rf"forward{_GAP}looking", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not|nor|never|neither)\s+(?:\w+\s+){0,2}?(?:apply|applies|available|extend|cover|protect|rely|claim|invoke)"
    rf"|\bexclud|\bunavailable\b|\binapplicable\b|\bno\s+(?:statutory\s+)?safe{_GAP}harbou?r",
    re.IGNORECASE,
)
_NEAR = re.compile(rf"\bstatements?\b|\breform{_GAP}act\b|\bstatutory\b", re.IGNORECASE)
_OTHER = re.compile(r"\btax|\bwithholding\b|\bRule\b|\bRegulation\s+[A-Z]|\bsections?\s+\d", re.IGNORECASE)
"""What speaks of another safe harbor: of tax, of a rule, of a section that is neither 21E nor 27A."""

_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?!\s)|\n(?!\s*\n))+")
_HEADING = re.compile(rf"[#*_\s]*safe{_GAP}harbou?rs?[\w\s]{{0,40}}[#*_:.\s]*", re.IGNORECASE)
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")


def claims(text: str) -> Iterator[re.Match[str]]:
    """Every place at which a text claims the safe harbor: by the statute's name, beside forward-looking statements.

    Beside statements of any other kind, too, unless the sentence speaks of tax, of a rule or of another section.

    >>> [found[0] for found in claims("Forward-looking statements come under the safe harbor of the law.")]
    ['safe harbor']
    >>> list(claims("The safe harbor for forward-looking statements does not apply to this offer."))
    []
    """
    for paragraph in _PARAGRAPH.finditer(text):
        # A heading speaks for the paragraph that it stands over.
        over = _PARAGRAPH.search(text, paragraph.end()) if _HEADING.fullmatch(paragraph[0].strip()) else None
        if over and _HARBOR.search(over[0]) and _DENIED.search(over[0]):
            continue
        speaks_of_it = _FORWARD.search(paragraph[0]) or (over and _FORWARD.search(over[0]))
        for sentence in _SENTENCE.finditer(text, paragraph.start(), paragraph.end()):
            span = sentence.start(), sentence.end()
            found = _STATUTE.search(text, *span) or _harbor(text, span, speaks_of_it is not None)
            if found is not None and not _DENIED.search(text, *span):
                yield found


def _harbor(text: str, span: tuple[int, int], spoken_of: bool) -> re.Match[str] | None:
    """The safe harbor in a sentence: beside forward-looking statements, or near words that mean the statute's."""
    found = _HARBOR.search(text, *span)
    if found is None or _FORWARD.search(text, *span):
        return found
    if _OTHER.search(text, *span):
        return None
    return found if spoken_of or _NEAR.search(text, *span) else None


def check(book: FigureBook) -> Iterator[Finding]:
    """Texts of the term sheet that claim it; nothing where none does. Templates are read by preflight."""
    for name, shape in book.shapes.items():
        # The names of holders are nobody's claim, and there may be a million of them.
        if shape.unit is not Unit.TEXT or "holding" in shape.axes:
            continue
        for figure in (each for each in rows(book, name) if next(claims(str(each.value)), None)):
            says = "the text claims a safe harbor that excludes tender offers"
            yield under(form_of("safe harbor"), figure.address, Result.NOT_MET, says, place_of(figure))
