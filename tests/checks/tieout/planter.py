"""The planter: a text with one error of a kind in it, chosen by a seed, and what was done where.

A plant is always an error: what would still be right in its place (the same value, the value rightly rounded, an equal
figure) is passed over. The same text, kind and seed give the same plant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.checks.tieout import plants_names as names
from tests.checks.tieout import plants_numbers as numbers
from tests.checks.tieout import plants_tables as tabled
from tests.checks.tieout import plants_times as times
from tests.checks.tieout.plants_tables import Edit
from tests.checks.tieout.source import Mark, Source, line_of, shown

FOUND = frozenset({"contradicted", "unexplained", "ambiguous", "irregular", "discord"})
"""What tie-out may say of a plant so that it counts as found."""


_DISTANCE = 250  # characters between two plants in one text


@dataclass(frozen=True)
class Planted:
    """A text with an error in it. `stretches` are where it stands now, `line` the first line of it.

    `origins` are where the stretches stood before. `figures` are those that they should say; `expected` is what counts
    as having found it.
    """

    text: str
    suffix: str
    kind: str
    stretches: tuple[tuple[int, int], ...]
    origins: tuple[tuple[int, int], ...]
    line: int
    before: str
    after: str
    figures: tuple[str, ...]
    expected: frozenset[str] = FOUND


Way = Callable[[str, Random], str | None]


@dataclass(frozen=True)
class Kind:
    """A way of going wrong. `on` are the kinds of stretches that it changes; one that is `apart` is told apart."""

    way: Way | None = None
    on: frozenset[str] = frozenset()
    edits: Callable[[Source, Random], list[Edit] | None] | None = None
    apart: bool = False


def _on(way: Way, kinds: str, *, apart: bool = False) -> Kind:
    return Kind(way, frozenset(kinds.split()), apart=apart)


def _swapped(kinds: str, *, apart: bool = False) -> Kind:
    on = frozenset(kinds.split())
    return Kind(on=on, edits=lambda source, chance: _another(source, on, chance), apart=apart)


def _another(source: Source, on: frozenset[str], chance: Random) -> list[Edit] | None:
    """What the text says in another place, put where it does not belong."""
    marks = [mark for mark in source.true if mark.kind in on]
    for mark in chance.sample(marks, len(marks)):
        others = {shown(source.said(other)) for other in marks if other.kind == mark.kind}
        wrong = sorted(each for each in others if not source.still_right(mark, each))
        if wrong:
            return [Edit(mark.start, mark.end, chance.choice(wrong), mark)]
    return None


def _term(source: Source, chance: Random) -> list[Edit] | None:
    """One defined term for another of its like."""
    families = ({"old_notes_term", "new_notes_term"}, {"option_name"})
    marks = [mark for mark in source.true if mark.kind == "term"]
    for mark in chance.sample(marks, len(marks)):
        family = next((each for each in families if _name(mark) in each), set())
        others = {str(figure.value) for figure in source.truth.values() if figure.name in family}
        wrong = sorted(each for each in others if not source.still_right(mark, each))
        if wrong:
            return [Edit(mark.start, mark.end, chance.choice(wrong), mark)]
    return None


def _name(mark: Mark) -> str:
    return mark.figures[0].partition("[")[0]


_NUMBERS = "money percentage number ordinal date day year moment time name"
KINDS: Mapping[str, Kind] = {
    "digits swapped": _on(numbers.digits_swapped, _NUMBERS),
    "digit changed": _on(numbers.digit_changed, _NUMBERS),
    "digit dropped": _on(numbers.digit_dropped, _NUMBERS),
    "digit doubled": _on(numbers.digit_doubled, _NUMBERS),
    "thousands dropped": _on(numbers.thousands_dropped, "money number"),
    "decimal point moved": _on(numbers.point_moved, "money percentage number"),
    "currency changed": _on(numbers.sign_changed, "money"),
    "scale changed": _on(numbers.scale_changed, "money number count"),
    "percentage truncated": _on(numbers.truncated, "percentage name"),
    "number truncated": _on(numbers.truncated, "money number"),
    "fraction changed": _on(numbers.fraction_changed, "percentage fraction number money name"),
    "count in words changed": _on(numbers.count_changed, "count number"),
    "ordinal changed": _on(numbers.ordinal_changed, "ordinal date"),
    "rate for another": _swapped("percentage"),
    "amount for another": _swapped("money"),
    "date for another": _swapped("date day"),
    "moment for another": _swapped("moment"),
    "number for another": _swapped("number count fraction"),
    "weekday wrong": _on(times.weekday_wrong, "date moment"),
    "hour changed": _on(times.hour_changed, "moment time"),
    "a.m. for p.m.": _on(times.meridiem_changed, "moment time"),
    "day off by one": _on(times.day_off, "date day moment name"),
    "month off by one": _on(times.month_off, "date day moment name"),
    "year off by one": _on(times.year_off, "date year moment name"),
    "stop for comma in a date": _on(times.stop_for_comma, "date moment"),
    "CUSIP digit changed": _on(numbers.digit_changed, "cusip"),
    "CUSIP digits swapped": _on(numbers.digits_swapped, "cusip"),
    "telephone digit changed": _on(numbers.digit_changed, "telephone"),
    "telephone digits swapped": _on(numbers.digits_swapped, "telephone"),
    "name: letters swapped": _on(names.letters_swapped, "name"),
    "name: letter dropped": _on(names.letter_dropped, "name"),
    "name: letter doubled": _on(names.letter_doubled, "name"),
    "name: letter replaced": _on(names.letter_replaced, "name"),
    "name: word replaced": _on(names.word_replaced, "name"),
    "name for another": _swapped("name", apart=True),
    "column shifted": Kind(edits=tabled.column_shifted),
    "cells of a row swapped": Kind(edits=tabled.cells_swapped),
    "heads of rows swapped": Kind(edits=tabled.heads_swapped),
    "defined term swapped": Kind(edits=_term, apart=True),
}


def plant(source: Source, kind: str, seed: int) -> Planted | None:
    """The text with one error of a kind, or None where it has no place for one."""
    chance = Random(f"{source.deal}/{source.name}/{kind}/{seed}")  # noqa: S311  the same plant each time
    way = KINDS[kind]
    edits = way.edits(source, chance) if way.edits else _changed(source, way, chance)
    return _applied(source, kind, edits) if edits else None


def _changed(source: Source, kind: Kind, chance: Random) -> list[Edit] | None:
    marks = [mark for mark in source.true if mark.kind in kind.on]
    for mark in chance.sample(marks, len(marks)):
        after = kind.way(source.said(mark), chance) if kind.way else None
        if after is not None and (not source.still_right(mark, after) or _irregular(source, mark, after)):
            return [Edit(mark.start, mark.end, after, mark)]
    return None


def _irregular(source: Source, mark: Mark, after: str) -> bool:
    """Whether the value is right, but said with a weekday that is wrong, or with a slip of punctuation."""
    said = source.said(mark)
    return mark.kind in ("date", "moment") and (times.has_weekday(after) or after.count(",") < said.count(","))


def _applied(source: Source, kind: str, edits: Sequence[Edit]) -> Planted:
    text, stretches = _edited(source.text, [(edit.start, edit.end, edit.after) for edit in edits])
    moved = [edit for edit in edits if edit.after != source.text[edit.start : edit.end]]
    before = " | ".join(shown(source.text[edit.start : edit.end]) for edit in moved)
    after = " | ".join(shown(edit.after) for edit in moved)
    figures = tuple(dict.fromkeys(each for edit in edits if edit.mark for each in edit.mark.figures))
    line = line_of(text, stretches[0][0])
    origins = tuple((edit.start, edit.end) for edit in edits)
    return Planted(text, source.suffix, kind, stretches, origins, line, before, after, figures)


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text with stretches of it replaced, in order, and where what replaced them stands."""
    parts: list[str] = []
    stretches = []
    at = size = 0
    for start, end, after in edits:
        parts += [text[at:start], after]
        size += start - at
        stretches.append((size, size + len(after)))
        size, at = size + len(after), end
    return "".join([*parts, text[at:]]), tuple(stretches)


def together(source: Source, planted: Iterable[Planted], most: int = 6) -> list[list[Planted]]:
    """Plants put into one text, several at a time, so that it is tied out once for all of them.

    Only those that are well apart and of different figures come together; each is told as it stands in their text.
    """
    groups: list[list[Planted]] = []
    for each in planted:
        free = (group for group in groups if len(group) < most and all(_apart(each, other) for other in group))
        group = next(free, None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return [_merged(source, group) for group in groups]


def _apart(one: Planted, other: Planted) -> bool:
    near = any(
        start - _DISTANCE < until and begin < end + _DISTANCE
        for start, end in one.origins
        for begin, until in other.origins
    )
    return not near and not set(one.figures) & set(other.figures)


def _merged(source: Source, group: Sequence[Planted]) -> list[Planted]:
    edits = sorted(
        (start, end, each.text[slice(*each.stretches[at])], number)
        for number, each in enumerate(group)
        for at, (start, end) in enumerate(each.origins)
    )
    text, stretches = _edited(source.text, [edit[:3] for edit in edits])
    own = [
        tuple(at for at, (*_, of) in zip(stretches, edits, strict=True) if of == number) for number in range(len(group))
    ]
    return [
        replace(each, text=text, stretches=at, line=line_of(text, at[0][0]))
        for each, at in zip(group, own, strict=True)
    ]


def plants(source: Source, kind: str, count: int) -> Iterator[Planted]:
    """Up to so many different plants of a kind."""
    seen: set[tuple[tuple[tuple[int, int], ...], str]] = set()
    for seed in range(2 * count):
        made = plant(source, kind, seed)
        if made is None:
            return
        if (made.stretches, made.after) not in seen:
            seen.add((made.stretches, made.after))
            yield made
        if len(seen) == count:
            return
