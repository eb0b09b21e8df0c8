"""Texts of a few lines, held against a deal: what tie-out says of each number and name in them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lexdocs.checks.reading.html import read_html
from lexdocs.checks.reading.passage import Reading
from lexdocs.checks.reading.text import read_text
from lexdocs.checks.tieout.item import Item, TieOut
from lexdocs.checks.tieout.known import Known, know
from lexdocs.checks.tieout.seen import Seen, look
from lexdocs.checks.tieout.tie import Memory, tie_out
from lexdocs.deal import Deal, open_life
from lexdocs.terms.changes import assume
from tests.checks.tieout.documents import life_of

# A release about the worked example, in words of our own, with nothing wrong in it.
RELEASE = """\
LEXINGTON PRECISION OFFERS NEW NOTES FOR OLD

NEW YORK, August 6, 2001 -- Lexington Precision Corporation (OTC: LEXP) today began an offer to exchange its
12 3/4% Senior Subordinated Notes, which matured on February 1, 2000 (the Old Notes), for Increasing Rate Senior
Subordinated Notes due December 31, 2004 (the New Notes). The offer is made to holders of record on August 2, 2001,
and expires at 12 midnight, New York City time, on September 4, 2001, unless it is extended.

Old Notes in the principal amount of $27,412,000 are outstanding. Interest on them has not been paid since August 1,
1999.

The New Notes will bear interest at 14% a year to December 31, 2001, and at 15% from then on.

For each $1,000 of Old Notes a holder will receive a participation fee of $30, payable in three equal installments,
and warrants to purchase 5.45 shares of common stock. Each warrant may be exercised at $2.273 a share until December
31, 2004. If all Old Notes are exchanged, the company will issue warrants to purchase 149,396 shares; 4,828,036 shares
of common stock are outstanding today.

The offer is subject to the tender of at least 99% of the Old Notes. The four largest holders, who own 74.7% of the
Old Notes, have said that they will tender. The exchange agent is Wilmington Trust Company.

Questions: Warren Delano, President, (212) 319-4657
"""


def reading_of(text: str, file: str = "release.txt") -> Reading:
    """A text, or an HTML page, as passages."""
    return (read_html if file.endswith(".html") else read_text)(text, file)


@cache
def memory_of(deal: str) -> Memory:
    """What was made ready of a deal: once for all tests."""
    return {}


@cache
def known_of(deal: str) -> Known:
    """A deal as of its last event, ready for texts to be held against it."""
    return know(life_of(deal)[-1], frozenset())


def seen_in(text: str, file: str = "release.txt") -> tuple[Seen, ...]:
    """The passages of a text with what is found in each."""
    return look(reading_of(text, file).passages)


@cache
def assumed_life(deal: str, *assumptions: str) -> tuple[Deal, ...]:
    """A deal as of each of its events, with other terms than its own."""
    return open_life(life_of(deal)[-1].folder, [assume(each) for each in assumptions])


def tied(
    text: str | Mapping[str, str], deal: str = "lexington_2001", *assumptions: str, template: str | None = None
) -> TieOut:
    """A text, or several by file, held against a deal, whose terms may be changed by `PATH=VALUE`."""
    files = {"release.txt": text} if isinstance(text, str) else text
    readings = [reading_of(said, file) for file, said in files.items()]
    if assumptions:
        return tie_out(assumed_life(deal, *assumptions), readings, template=template)
    return tie_out(life_of(deal), readings, memory_of(deal), template)


def edited(old: str, new: str, text: str = RELEASE) -> str:
    """The release with one thing said otherwise."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def standing(found: TieOut) -> list[tuple[str, str, tuple[str, ...]]]:
    """What somebody must look at: each text with its outcome and its figures."""
    return [(_flat(item.text), item.outcome.value, item.figures) for item in found.items if item.stands]


def item_of(found: TieOut, text: str, file: str = "") -> Item:
    """The one item with a text, of all files or of one."""
    (item,) = [item for item in found.items if _flat(item.text) == text and file in ("", item.file)]
    return item


def _flat(text: str) -> str:
    return " ".join(text.split())
