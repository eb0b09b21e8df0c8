"""Tie-out held against what is known of a text: whether a plant was found, and what was an alarm for nothing."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lexdocs.checks.reading.html import read_html
from lexdocs.checks.reading.passage import Reading
from lexdocs.checks.reading.text import read_text
from lexdocs.checks.tieout.item import Item, Outcome
from lexdocs.checks.tieout.tie import OF_THE_PAGE, Memory, tie_out
from lexdocs.notation.units import Day
from tests.checks.tieout.documents import life_of
from tests.checks.tieout.planter import Planted, together
from tests.checks.tieout.source import Mark, Source, line_of, shown
from tests.checks.tieout.standing import standing, stretch

Stretch = tuple[int, int]


@dataclass(frozen=True)
class Told:
    """What tie-out says of a stretch of a file: an item, and whether a discord touches it."""

    at: Stretch
    item: Item
    discord: str = ""

    @property
    def outcomes(self) -> frozenset[str]:
        """How it ended, in the words of `Planted.expected`."""
        marked = {
            self.item.outcome.value,
            "irregular" if self.item.irregular else "",
            "discord" if self.discord else "",
        }
        return frozenset(marked - {""})

    @property
    def stands(self) -> bool:
        """Whether somebody must look at it."""
        return self.item.stands or bool(self.discord)


@dataclass(frozen=True)
class Verdict:
    """Of a plant, whether it was found; `exact` where the right figure was named as contradicted.

    `stray` is whether something else is called wrong that was not before. `blind` is whether the place had an alarm
    before anything was planted, so that nothing is learned from it.
    """

    source: str
    deal: str
    suffix: str
    kind: str
    line: int
    before: str
    after: str
    found: bool
    exact: bool
    stray: bool
    blind: bool
    passage: str
    said: str


@dataclass(frozen=True)
class Alarm:
    """Something amiss in a text that nobody changed: what stands there, what is true, what was said."""

    source: str
    deal: str
    line: int
    text: str
    true: str
    said: str


@cache
def _memory(deal: str, as_of: str | None) -> Memory:
    return {}


def read(text: str, suffix: str, file: str) -> Reading:
    """A file as its reader gives it."""
    reader = read_html if suffix == ".html" else read_text
    return reader(text, file)


def told(source: Source, text: str | None = None) -> list[Told]:
    """Everything that tie-out says of a text, unchanged or with a plant in it, with its places in the file."""
    text = source.text if text is None else text
    reading = read(text, source.suffix, source.name)
    made = tie_out(life_of(source.deal, source.as_of), [reading], _memory(source.deal, source.as_of))
    places = standing(text, source.suffix, reading)
    # What ties is told in a discord beside what contradicts it, and is not called wrong itself.
    at_odds = {(item.passage, item.start): each.says for each in made.discords for item in each.items if item.stands}
    found = []
    for item in made.items:
        if item.says == OF_THE_PAGE:
            continue  # numbers of pages would only make alarms look rarer
        at = stretch(places[item.passage], item.start, item.end)
        if at is not None:
            found.append(Told(at, item, at_odds.get((item.passage, item.start), "")))
    return found


@cache
def told_before(source: Source) -> tuple[Told, ...]:
    """What tie-out says of the unchanged text."""
    return tuple(told(source))


def judged_all(source: Source, planted: Iterable[Planted]) -> Iterator[Verdict]:
    """Whether tie-out finds each of some plants; several are tried in one text, and alone where that shows a miss."""
    alone = list(planted)
    numbered = {(each.kind, each.origins, each.after): each for each in alone}
    for group in together(source, alone):
        try:
            said = told(source, group[0].text)
        except Exception as error:
            error.add_note(f"{source.deal}/{source.name} with " + "; ".join(f"{p.before} -> {p.after}" for p in group))
            raise
        others = tuple(at for each in group for at in each.stretches)
        for each in group:
            verdict = judged(source, each, said, others)
            sound = verdict.found and not verdict.stray
            yield verdict if sound else judged(source, numbered[each.kind, each.origins, each.after])


def judged(
    source: Source, planted: Planted, said_of_all: Sequence[Told] | None = None, others: Sequence[Stretch] = ()
) -> Verdict:
    """Whether tie-out finds a plant; `others` are the stretches of all plants in its text."""
    all_ = told(source, planted.text) if said_of_all is None else said_of_all
    after = [each for each in all_ if _touches(each.at, planted.stretches)]
    planted_at = (*planted.stretches, *others)
    strays = Counter(_marked(each) for each in all_ if each.item.stands and not _touches(each.at, planted_at))
    stray = bool(strays - Counter(_marked(each) for each in told_before(source) if each.item.stands))
    flagged = [each for each in after if each.outcomes & planted.expected]
    blind = any(each.stands and _touches(each.at, planted.origins) for each in told_before(source))
    exact = any(
        each.item.outcome is Outcome.CONTRADICTED and set(each.item.figures) & set(planted.figures) for each in flagged
    )
    said = "; ".join(f"{each.item.text} {_said(each)}" for each in after) or "not seen"
    start, end = planted.stretches[0]
    passage = shown(planted.text[max(0, start - 150) : start] + "[" + planted.text[start:end] + "]")
    passage += " " + shown(planted.text[end : end + 100])
    return Verdict(
        source.name, source.deal, source.suffix, planted.kind, planted.line, planted.before, planted.after,
        bool(flagged), exact, stray, blind, passage, said,
    )  # fmt: skip


def _marked(each: Told) -> tuple[str, str]:
    return each.item.text, each.item.outcome.value


def _touches(at: Stretch, stretches: Sequence[Stretch]) -> bool:
    return any(at[0] < end and start < at[1] for start, end in stretches)


def _said(each: Told) -> str:
    figures = ", ".join(each.item.figures)
    parts = (each.item.outcome.value, figures, each.item.irregular, each.discord, each.item.says)
    return " / ".join(part for part in parts if part)


@dataclass(frozen=True)
class Precision:
    """How an unchanged text fared: numbers and names seen, alarms for nothing, errors of its own that were missed.

    `elsewhere` are those tied to another figure than the text means: an alarm where the other is of another value, and
    only told where it is equal, since the figure that a label names need not be the only right one. `unseen` are marks
    that no item covers.
    """

    source: str
    deal: str
    seen: int
    alarms: tuple[Alarm, ...]
    missed: tuple[Alarm, ...]
    elsewhere: tuple[Alarm, ...]
    unseen: tuple[Alarm, ...]


def precision(source: Source) -> Precision:
    """Hold what is said of an unchanged text against what is known of it."""
    said = told_before(source)
    alarms: list[Alarm] = []
    elsewhere: list[tuple[Alarm, bool]] = []
    wrong = {id(each) for each, mark in _meant(source, said) if mark.sort not in ("true", "aside")}
    for each in said:
        if each.stands and id(each) not in wrong:
            marks = [mark for mark in source.marks if _touches(each.at, [(mark.start, mark.end)])]
            alarms.append(_alarm(source, each, marks[0] if marks else None))
    for each, mark in _meant(source, said):
        if (each.at[0], each.at[1]) != (mark.start, mark.end):
            continue  # part of a name or of a moment, which may well be of another figure
        tied = each.item.outcome in (Outcome.TIED, Outcome.ROUNDED) and mark.sort == "true" and mark.figures
        if tied and not each.stands and not set(each.item.figures) & set(mark.figures):
            differs = not any(_equal(source, one, other) for one in each.item.figures for other in mark.figures)
            elsewhere.append((_alarm(source, each, mark), differs))
    flagged = {mark for each, mark in _meant(source, said) if each.stands}
    missed = [
        _unmet(source, mark) for mark in source.marks if mark.sort not in ("true", "aside") and mark not in flagged
    ]
    unseen = [
        _unmet(source, mark) for mark in source.true
        if mark.kind != "term" and not any(_touches(each.at, [(mark.start, mark.end)]) for each in said)
    ]  # fmt: skip
    alarms += [alarm for alarm, differs in elsewhere if differs]
    return Precision(
        source.name, source.deal, len(said), tuple(alarms), tuple(missed), tuple(a for a, _ in elsewhere), tuple(unseen)
    )


def _equal(source: Source, one: str, other: str) -> bool:
    """Whether two figures have one value, or fall on one day, which is all that a text says of them."""
    known = [source.truth.get(each) for each in (one, other)]
    first, second = ("" if each is None else _on_its_day(each.value) for each in known)
    if not first or not second:
        return False
    pairs = ((first, second), (second, first))
    return first == second or any(len(a) == _DAY and b.endswith(a) for a, b in pairs)


_DAY = len("-09-30")


def _on_its_day(value: object) -> str:
    """A value as it is compared: a moment by its date, a day of the year by its end."""
    date = getattr(value, "date", value)
    if isinstance(date, datetime.date):
        return date.isoformat()
    return f"-{value.month:02}-{value.day:02}" if isinstance(value, Day) else str(value)


def _meant(source: Source, said: Sequence[Told]) -> Iterator[tuple[Told, Mark]]:
    for each in said:
        for mark in source.marks:
            if _touches(each.at, [(mark.start, mark.end)]):
                yield each, mark


def _alarm(source: Source, each: Told, mark: Mark | None) -> Alarm:
    true = f"{mark.sort} {'/'.join(mark.figures)}" if mark else "no mark"
    start, end = each.at
    around = shown(
        source.text[max(0, start - 80) : start] + "[" + source.text[start:end] + "]" + source.text[end : end + 60]
    )
    return Alarm(source.name, source.deal, line_of(source.text, start), around, true, _said(each))


def _unmet(source: Source, mark: Mark) -> Alarm:
    line = line_of(source.text, mark.start)
    return Alarm(source.name, source.deal, line, shown(source.said(mark)), f"{mark.sort} {'/'.join(mark.figures)}", "")
