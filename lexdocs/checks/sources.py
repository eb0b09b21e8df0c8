"""Sources: whether the documents that the term sheet names state its terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from lexdocs.checks.reading.files import read_file
from lexdocs.checks.reading.passage import Reading
from lexdocs.checks.source_evidence import Evidence, Others, evidence, others_of, place
from lexdocs.checks.source_files import files_of, place_in
from lexdocs.checks.tieout.item import Item
from lexdocs.checks.tieout.tie import Memory, held_against, tie_out
from lexdocs.deal import Deal
from lexdocs.errors import LexdocsError, Problem, Severity
from lexdocs.notation.units import Unit
from lexdocs.terms.leaf import Leaf

_UNSAID = frozenset({Unit.FLAG, Unit.ROUNDING})
_WIDEST = 80


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
        return f"{self.leaf.where} {self.leaf.path}: {self.standing} {self.says}"


@dataclass(frozen=True)
class Sources:
    """What came of holding terms against files: each term, and the files that are no source of the deal."""

    terms: tuple[Sourced, ...]
    strays: tuple[str, ...]

    def count(self, standing: Standing) -> int:
        """How many terms stand in one way."""
        return sum(each.standing is standing for each in self.terms)


def sourced(life: Sequence[Deal], terms: Sequence[Leaf], readings: Sequence[Reading]) -> Sources:
    """Hold terms against the documents that they come from; each term against its own alone."""
    deal, memory = life[-1], Memory()
    named = dict.fromkeys(leaf.source.document for leaf in terms if leaf.source is not None)
    files = files_of(deal, named, readings)
    used = {reading.file: reading for found in files.values() for reading in found}
    items = {file: tie_out(life, [reading], memory).items for file, reading in used.items()}
    held = {file: held_against(life, reading, memory).deal for file, reading in used.items()}
    deals = {deal.terms.event.name: deal for deal in held.values()}
    others = others_of(deals.values(), {leaf.path: leaf for leaf in terms})
    found = _claimed([_evidence(leaf, files, items, others.get(leaf.path, Others())) for leaf in terms])
    return Sources(
        tuple(map(_standing, found)), tuple(reading.file for reading in readings if reading.file not in used)
    )


def _evidence(
    leaf: Leaf, files: Mapping[str, tuple[Reading, ...]], items: Mapping[str, Sequence[Item]], others: Others
) -> Evidence:
    left_out = leaf.written is None and not leaf.value
    if leaf.source is None or left_out or not files[leaf.source.document]:
        return Evidence(leaf)
    return evidence(leaf, files[leaf.source.document], items, others)


def _claimed(found: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence with each number that can only be meant for one term, which else is nowhere, held against that.

    Tie-out may lay such a number to another term, or to none; a term that is stated elsewhere is not missed.
    """
    blamed = {item for each in found if each.at for item in each.against}
    claims: dict[Item, list[Leaf]] = defaultdict(list)
    for each in found:
        there = {reading.file for reading in each.readings}
        loose = dict.fromkeys((*each.free, *(item for item in blamed if item.file in there)))
        fitting = [item for item in loose if each.is_lost and each.may_be(item)]
        if len(fitting) == 1:
            claims[fitting[0]].append(each.leaf)
    taken = {item: leaves[0].path for item, leaves in claims.items() if len(leaves) == 1}
    return tuple(
        replace(
            each,
            against=(
                *(item for item in each.against if item not in taken),
                *(item for item, path in taken.items() if path == each.leaf.path),
            ),
        )
        for each in found
    )


def _standing(found: Evidence) -> Sourced:
    leaf = found.leaf
    if not found.readings:
        return Sourced(leaf, Standing.NO_SOURCE, _unsourced(leaf))
    if found.against:
        said = "; ".join(f"at {place(item)}: “{_cut(item.text)}”" for item in found.against)
        return Sourced(leaf, Standing.CONTRADICTED, said + (f" (and confirmed {found.at})" if found.at else ""))
    if found.at:
        return Sourced(leaf, Standing.CONFIRMED, found.at)
    what = "a choice, which no number states" if leaf.unit in _UNSAID else "not stated in these words"
    where = " and ".join(reading.file for reading in found.readings)
    read = (leaf.source and (leaf.source.place or place_in(leaf.source.document))) or "it"
    return Sourced(leaf, Standing.NOT_FOUND, f"in {where} ({what}; read {read})")


def _unsourced(leaf: Leaf) -> str:
    if leaf.assumption is not None:
        return f"(assumed by {leaf.assumption.by})"
    if leaf.source is None:
        return "(none is named)"
    if leaf.written is None and not leaf.value:
        return "(nobody typed it: the term is left out)"
    return f"here: {leaf.source.document} is not among the files"


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _WIDEST else f"{flat[: _WIDEST - 1]}…"


def held_against_files(
    life: Sequence[Deal], terms: Sequence[Leaf], files: Sequence[Path]
) -> tuple[Sources, tuple[Problem, ...]]:
    """Hold terms against files; what cannot be read is named, and the rest is looked at all the same."""
    readings, unread = [], []
    for file in files:
        try:
            readings.append(read_file(file))
        except LexdocsError as error:
            unread += [replace(each, severity=Severity.WARNING) for each in error.problems]
    return sourced(life, terms, readings), tuple(unread)
