"""Numbers that are no figures: those of pages and sections, of citations, addresses and marks of items."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lexdocs.checks.reading.passage import Part, Passage
from lexdocs.checks.tieout.item import Outcome
from lexdocs.checks.tieout.looking import Looked
from lexdocs.checks.tieout.loudness import is_year
from lexdocs.checks.tieout.seen import Seen
from lexdocs.checks.tieout.verdict import Verdict
from lexdocs.notation.dates import MONTHS

_PAGES = 4  # digits that no number of a page has
_HEADING = 90  # letters that a heading may have
_NO_DAY = re.compile(rf"(?:{'|'.join(MONTHS)}) ?, ?$")
_NUMBERED = re.compile(r"([0-9]+(?:\.[0-9]+)*)\.?[ \u00a0]+([A-Z].*)")


def sections_of(passages: Sequence[Seen]) -> Mapping[str, str]:
    """The numbers of a file's own headings, each with the words of the heading."""
    found: dict[str, str] = {}
    for seen in passages:
        text, part = seen.passage.text, seen.passage.place.part
        match = _NUMBERED.match(text)
        if match and (part is Part.HEADING or (len(text) < _HEADING and part is not Part.CELL)):
            found[match[1]] = match[2].lower().rstrip(".")
    return found


def set_aside(looked: Looked, sections: Mapping[str, str]) -> Verdict | None:
    """Why a number is no figure: a citation, a mark of an item, the number of a page or of a section."""
    item, passage = looked.item, looked.seen.passage
    if _is_page_number(passage):
        return Verdict(Outcome.SET_ASIDE, says="number of a page")
    title = sections.get(item.text.rstrip("."))
    if title is not None and passage.text[item.end :].lstrip(". \u00a0").lower().startswith(title):
        return Verdict(Outcome.SET_ASIDE, says="number of a section")
    if is_year(item) and _NO_DAY.search(passage.text[: item.start]):
        return Verdict(Outcome.UNEXPLAINED, says="is a date without its day")
    for aside in looked.seen.aside:
        if aside.start <= item.start and item.end <= aside.end:
            return Verdict(Outcome.SET_ASIDE, says=aside.why)
    return None


def _is_page_number(passage: Passage) -> bool:
    """Whether a passage is nothing but a small number, as at the foot of a page."""
    said = passage.text.strip()
    return passage.place.part is not Part.CELL and said.isdigit() and len(said) < _PAGES
