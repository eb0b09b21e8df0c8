"""Sources: whether the documents that the term sheet names state its terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lexdocs.checks.reading.passage import Reading
from lexdocs.checks.tieout.item import Item, Outcome
from lexdocs.checks.tieout.tie import tie_out
from lexdocs.deal import Deal
from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure, address
from lexdocs.notation.dates import parse_date
from lexdocs.notation.error import NotationError
from lexdocs.notation.find import find
from lexdocs.notation.typography import plain
from lexdocs.notation.units import Unit
from lexdocs.terms.leaf import Leaf

_HEAD = 12  # passages in which a document says what it is
_IDLE = frozenset("of the and a an on in to for its dated".split())
_WORDY = frozenset({Unit.TEXT, Unit.TITLE})
_UNSAID = frozenset({Unit.FLAG, Unit.ROUNDING})


class Standing(StrEnum):
    """What the sources say of a term."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not found"  # the document is there; a person must read whether it states the term
    NO_SOURCE = "no source"


@dataclass(frozen=True)
class Sourced:
    """A term with what its source says of it: where, or why not."""

    leaf: Leaf
    standing: Standing
    says: str

    def __str__(self) -> str:
        """The finding in a line, with the place of the term."""
        return f"{self.leaf.where} {self.leaf.path}: {self.standing}{f' {self.says}' if self.says else ''}"


def sourced(life: Sequence[Deal], leaves: Sequence[Leaf], readings: Sequence[Reading]) -> tuple[Sourced, ...]:
    """Hold terms against the documents that they come from; each term against its own alone."""
    documents = dict.fromkeys(leaf.source.document for leaf in leaves if leaf.source is not None)
    files = {document: _file_of(document, readings) for document in documents}
    found = {reading.file: tie_out(life, [reading]).items for reading in readings if reading in files.values()}
    return tuple(_sourced(leaf, files, found, life[-1]) for leaf in leaves)


def _sourced(
    leaf: Leaf, files: Mapping[str, Reading | None], found: Mapping[str, Sequence[Item]], deal: Deal
) -> Sourced:
    if leaf.source is None:
        by = f"assumed by {leaf.assumption.by}" if leaf.assumption is not None else "none is named"
        return Sourced(leaf, Standing.NO_SOURCE, f"({by})")
    reading = files[leaf.source.document]
    if reading is None:
        return Sourced(leaf, Standing.NO_SOURCE, f"here: {leaf.source.document} is not among the files")
    items = found[reading.file]
    own = address(leaf.name, leaf.key)
    for item in _stating(own, leaf, items, deal):
        rounded = ", rounded" if item.outcome is Outcome.ROUNDED else ""
        odd = f" ({item.irregular})" if item.irregular else ""
        return Sourced(leaf, Standing.CONFIRMED, f"at {_place(item)}{rounded}{odd}")
    for item in items:
        if item.outcome is Outcome.CONTRADICTED and item.figures[:1] == (own,):
            return Sourced(leaf, Standing.CONTRADICTED, f"at {_place(item)}: “{' '.join(item.text.split())}”")
    if leaf.unit in _WORDY:
        where = _worded(str(leaf.value), reading)
        if where:
            return Sourced(leaf, Standing.CONFIRMED, f"at {where}")
    what = "a choice that no number states" if leaf.unit in _UNSAID else "not stated so"
    return Sourced(leaf, Standing.NOT_FOUND, f"in {reading.file} ({what}; read {leaf.source.place or 'it'})")


def _stating(own: str, leaf: Leaf, items: Sequence[Item], deal: Deal) -> Iterator[Item]:
    """The items that tie to a term, or to a figure that has its value and unit."""
    sound = [item for item in items if item.outcome in (Outcome.TIED, Outcome.ROUNDED)]
    yield from (item for item in sound if own in item.figures)
    values = {figure.address: figure for figure in deal.book if isinstance(figure, Figure)}
    for item in sound:
        figure = values.get(item.figures[0]) if item.figures else None
        if figure is not None and figure.unit is leaf.unit and figure.value == leaf.value:
            yield item
    mine = values.get(own)
    if mine is not None and leaf.unit not in _WORDY:
        yield from (item for item in sound if plain(item.text) == plain(shown(mine)))


def _worded(text: str, reading: Reading) -> str:
    """Where a file says the words of a text, capitals and line ends aside."""
    said = plain(text).lower().rstrip(".")
    for passage in reading.passages:
        at = plain(passage.text).lower().find(said)
        if at >= 0:
            return f"{reading.file}:{passage.line(min(at, len(passage.text) - 1))} ({passage.place})"
    return ""


def _place(item: Item) -> str:
    return f"{item.file}:{item.line} ({item.place})"


def _file_of(document: str, readings: Sequence[Reading]) -> Reading | None:
    """The file that is a document: by the words of its name, and by the date that it bears."""
    scores = [(_likeness(document, reading), reading) for reading in readings]
    best = max(scores, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] > 1 else None


def _likeness(document: str, reading: Reading) -> int:
    """How much speaks for a file being a document: two for its kind, one for its date; less where it is another."""
    words = {word for word in re.findall(r"[a-z]+", document.lower()) if word not in _IDLE} - _MONTHS
    named = set(re.findall(r"[a-z]+", f"{reading.file} {reading.title}".lower()))
    head = " ".join(passage.text for passage in reading.passages[:_HEAD]).lower()
    score = 2 if words <= named else 1 if all(word in head for word in words) else 0
    date = _date_in(document)
    if date:
        dates = {getattr(each.value, "isoformat", str)() for each in find(head)} | set(
            re.findall(r"\d{4}-\d\d-\d\d", reading.file)
        )
        score += 1 if date in dates else -2
    return score


_MONTHS = frozenset("january february march april may june july august september october november december".split())


def _date_in(text: str) -> str:
    match = re.search(r"[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}", text)
    try:
        return parse_date(match[0]).isoformat() if match else ""
    except NotationError:
        return ""
