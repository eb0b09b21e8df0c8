"""What can be changed in a deal: its terms, its events, and the rows of its register and its tender log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, get_args

from lexdocs.checks.mutation.edits import Edit, value_replaced
from lexdocs.checks.mutation.values import first, others
from lexdocs.deal import Deal
from lexdocs.errors import Where
from lexdocs.notation.forms import write
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms import history
from lexdocs.terms.changes import Change, parse_path
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.reader import dotted
from lexdocs.terms.validation import model_at, section_type


class Standing(StrEnum):
    """How an input stands in the deal. Only what is written counts towards the score; all else is tried as well."""

    WRITTEN = "written"
    ABSENT = "left out"
    REMOVED = "taken out"
    LABEL = "label"


@dataclass(frozen=True)
class Try:
    """A new value for an input, as it would be written, and the edit that makes it."""

    text: str
    edit: Edit


@dataclass(frozen=True)
class Input:
    """Something that a person wrote, or could have written: its path, its place, what it says, and what it could say.

    At most `most` of the values that the terms allow are tried, in their order. `finite` says that there are no others.
    `later` says that it is later than the event: nothing of the event may follow from it.
    """

    path: str
    where: Where
    was: str
    tries: tuple[Try, ...]
    standing: Standing = Standing.WRITTEN
    most: int = 3
    finite: bool = False
    later: bool = False


_ROWS_OF_FILES = ("register.", "tenders", "as_of", "events")


def is_term(leaf: Leaf) -> bool:
    """Whether a leaf is a term of the sheet, rather than a cell of a file or what follows from an event."""
    return not leaf.path.startswith(_ROWS_OF_FILES)


def terms(deal: Deal) -> Iterator[Input]:
    """The terms of the sheet: those that are written, and those that could be."""
    for leaf in deal.terms.leaves:
        if not is_term(leaf) or (leaf.unit is Unit.FLAG and leaf.name.startswith("has_") and leaf.written is None):
            continue
        said = shown(leaf)
        if leaf.written is not None and leaf.value is not None:
            if parse_path(leaf.path) != history.EXPIRATION:
                tries = (*changing(leaf, values_for(deal, leaf)), *_exchanging(deal, leaf))
                finite = leaf.unit is Unit.FLAG or bool(_words(deal, leaf.path))
                yield Input(leaf.path, leaf.where, said, tries, finite=finite)
        else:
            tries = (*_alone(deal, leaf), *_with_its_section(deal, leaf))
            yield Input(leaf.path, leaf.where, said, tries, Standing.ABSENT, 2)


def shown(leaf: Leaf) -> str:
    """What a leaf says."""
    return leaf.written or ("" if leaf.value is None else write(leaf.value, leaf.unit))


def changing(leaf: Leaf, texts: Iterable[str]) -> tuple[Try, ...]:
    """A change of one term to each of some values. What is assumed stays assumed."""
    where = Where("mutate")
    return tuple(Try(text, Edit((Change(leaf.path, text, where, leaf.assumption),))) for text in texts)


def replacing(file: str, text: str, where: Where, values: tuple[str, ...]) -> tuple[Try, ...]:
    """One value of a file written otherwise, in each of some ways."""
    found = ((value, value_replaced(text, where.line, where.column, value)) for value in values)
    return tuple(Try(value, Edit(files=((file, new),))) for value, new in found if new is not None)


def _exchanging(deal: Deal, leaf: Leaf) -> Iterator[Try]:
    """A word of one row exchanged for that of another: rows are told apart by such words, and each must be there."""
    if leaf.unit is Unit.TEXT and leaf.key:
        for other in deal.terms.leaves:
            if other.name == leaf.name and other.written and other.value != leaf.value and is_term(other):
                made = [
                    Change(leaf.path, other.written, Where("mutate")),
                    Change(other.path, shown(leaf), Where("mutate")),
                ]
                yield Try(f"{other.written} (exchanged)", Edit(tuple(made)))


def values_for(deal: Deal, leaf: Leaf) -> tuple[str, ...]:
    """Other values for a term: of its own kind, or what another row says in its place."""
    if leaf.value is None:
        return _words(deal, leaf.path) or _times(deal, leaf.unit) or first(leaf.unit)
    found = others(leaf.unit, leaf.value, leaf.written)
    beside = (each for each in deal.terms.leaves if each.name == leaf.name and each.value != leaf.value)
    rows = tuple(each.written for each in beside if each.written) if leaf.unit is Unit.TEXT else ()
    return tuple(dict.fromkeys((*(_words(deal, leaf.path) or found), *rows)))


def _words(deal: Deal, path: str) -> tuple[str, ...]:
    """The words that a term may be, where there is a list of them."""
    steps = parse_path(path)
    around = model_at(type(deal.terms.values), steps[:-1])
    field = around.model_fields.get(str(steps[-1])) if around else None
    kinds = [field.annotation, *get_args(field.annotation)] if field is not None else []
    members = [str(each.value) for kind in kinds if isinstance(kind, type) and issubclass(kind, Enum) for each in kind]
    said = next((leaf.value for leaf in deal.terms.leaves if leaf.path == path), None)
    return tuple(each for each in members if said is None or each != str(said))


def words_of_terms(deal: Deal) -> Mapping[str, tuple[str, ...]]:
    """The words that terms may be, by the names of their figures, where there is a list of them."""
    found: dict[str, tuple[str, ...]] = {}
    for leaf in deal.terms.leaves:
        if is_term(leaf) and leaf.unit is Unit.TEXT:
            said = tuple(dict.fromkeys((*_words(deal, leaf.path), *([str(leaf.value)] if leaf.value else []))))
            if len(said) > 1:
                found[leaf.name] = said
    return found


def _times(deal: Deal, unit: Unit) -> tuple[str, ...]:
    """Dates or moments near those of the deal, for a term that has none yet."""
    if unit not in (Unit.DATE, Unit.MOMENT):
        return ()
    known = {leaf.value for leaf in deal.terms.leaves if leaf.unit is unit and leaf.value is not None}
    if unit is Unit.DATE:
        moments = (leaf.value for leaf in deal.terms.leaves if isinstance(leaf.value, Moment))
        known |= {moment.date for moment in moments}
    ordered: list[Any] = sorted(known, key=lambda each: each.date if isinstance(each, Moment) else each)
    return tuple(text for value in ordered for text in others(unit, value)[:2])


def _alone(deal: Deal, leaf: Leaf) -> tuple[Try, ...]:
    """A term that is left out, stated by itself."""
    return changing(leaf, values_for(deal, leaf))


def _with_its_section(deal: Deal, leaf: Leaf) -> Iterator[Try]:
    """A term that is left out, stated together with all else that its section may say."""
    around = dotted(parse_path(leaf.path)[:-1])
    beside = [
        each for each in deal.terms.leaves
        if is_term(each) and each.value is None and each is not leaf and dotted(parse_path(each.path)[:-1]) == around
    ]  # fmt: skip
    made = [Change(each.path, texts[0], Where("mutate")) for each in beside if (texts := values_for(deal, each))]
    if made:
        yield from (
            Try(f"{text} (with its section)", Edit((*made, Change(leaf.path, text, Where("mutate")))))
            for text in values_for(deal, leaf)[:3]
        )


def is_section(deal: Deal, path: str) -> bool:
    """Whether a path is that of a section."""
    steps = parse_path(path)
    around = model_at(type(deal.terms.values), steps[:-1])
    field = around.model_fields.get(str(steps[-1])) if around else None
    return field is not None and section_type(field.annotation) is not None
