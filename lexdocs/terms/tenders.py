"""The tender log as it streams: who tendered or withdrew what, and when; each row read by itself, none kept.

A clean row takes a short way and any other the long way through the notation, as in the register.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from lexdocs.errors import Problem, Where, did_you_mean
from lexdocs.notation.dates import parse_date
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.forms import parse
from lexdocs.notation.local_times import instant, parse_local_time, usual_local_time
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms.frame import SHOWN, Frame, nearest_label
from lexdocs.terms.listing import (
    Column,
    Kind,
    Principal,
    Remembered,
    cell_problem,
    heading_of,
    listing,
    misspelt,
    places_of,
    plain_amount,
    read_amount,
    uneven,
)
from lexdocs.terms.tender_terms import TendersTerms

KIND = Kind("the tender log", "tenders", "its tenders")
ACTIONS = {"tender": True, "withdrawal": False}
COLUMNS = (
    Column("time", "", Unit.MOMENT, "Local time of the offer at which it was received"),
    Column("holder", "", Unit.TEXT, "Identifier of the holder in the register"),
    Column("action", "", Unit.TEXT, "tender or withdrawal"),
    Column("principal", "", Unit.MONEY, "Principal amount tendered or withdrawn"),
    Column("series", "", Unit.TEXT, "Series of the notes, for a holder of several", required=False),
    Column("option", "", Unit.TEXT, "Option that the tender chooses", required=False),
    Column("reference", "", Unit.TEXT, "Number of the instruction", required=False),
    Column("defect", "", Unit.TEXT, "What is wrong with it, so that it does not count", required=False),
    Column("waived_by", "", Unit.TEXT, "Who waived its lateness or defect", required=False),
    Column("waived_at", "", Unit.MOMENT, "When it was waived", required=False),
    Column("waived_because", "", Unit.TEXT, "Why it was waived", required=False),
    Column("note", "", Unit.TEXT, "Remark", required=False),
)
_WAIVER = ("waived_by", "waived_at", "waived_because")


@dataclass(frozen=True)
class Waiver:
    """That lateness or a defect was waived: by whom, when (local time) and why."""

    by: str
    at: datetime.datetime
    because: str


class Entry(NamedTuple):
    """A row of the log that is sound in itself.

    `time` is the local time of the offer, `principal` dollars (`int`, or `Fraction` where there are cents), more
    than nothing; `line` where the row ends in the file. `series`, `option`, `reference` and `defect` are empty
    where the row has none.
    """

    time: datetime.datetime
    holder: str
    tenders: bool
    principal: Principal
    line: int
    series: str = ""
    option: str = ""
    reference: str = ""
    defect: str = ""
    waiver: Waiver | None = None


def read_entries(
    folder: Path, terms: TendersTerms, frame: Frame, problems: list[Problem], place: str = ""
) -> Iterator[Entry]:
    """The sound rows of a tender log, in the order of the file; what is wrong with others is added to `problems`.

    `place` names whose local time it is kept in. Nothing is kept: whether the register has the holder, whether a
    reference stands twice (`repeated`) and whether the history is possible (`tallies.tally`) is the caller's to see,
    who may do so in parts. Raises `InputError` where the file or its heading cannot be read.
    """
    with listing(folder / terms.file, terms.file, problems) as records:
        heading = heading_of(records, terms.file, KIND)
        idle = {
            name for name, labels in (("series", frame.series), ("option", frame.options or None)) if labels is None
        }
        needed = {"option"} if frame.several_options else set()
        wanted = tuple(
            replace(each, required=True) if each.name in needed else each for each in COLUMNS if each.name not in idle
        )
        places = places_of(heading, wanted, terms.columns, terms.file, KIND, [each.name for each in COLUMNS])
        problems += misspelt(heading, places, wanted, terms.file)
        yield from _entries(records, heading, places, _Reader(terms.file, frame, place), problems)


def _entries(
    records: Any, heading: list[str], places: dict[str, int], reader: _Reader, problems: list[Problem]
) -> Iterator[Entry]:
    width, options = len(heading), frozenset(reader.frame.options or ())
    pick = itemgetter(*(places.get(each, width) for each in ("time", "holder", "action", "principal", "reference")))
    of = itemgetter(*(places.get(each, width) for each in ("series", "option")))
    rare = [places.get(each, width) for each in ("defect", *_WAIVER)]
    # A row with a defect or a waiver takes the long way; most logs have no such column at all.
    unusual = itemgetter(*rare) if any(at < width for at in rare) else None
    series_known, labeled = frozenset(reader.frame.series or ("",)), "series" in places or "option" in places
    times, amounts, make = Remembered(usual_local_time), Remembered(plain_amount), tuple.__new__
    must_choose = reader.frame.several_options
    series = option = ""
    for cells in records:
        line = records.line_num
        if len(cells) == width:
            cells.append("")
            time, holder, action, principal, reference = pick(cells)
            if labeled:
                series, option = of(cells)
            usual = holder.isascii() and holder.isprintable() and holder and " " not in holder
            plain = not labeled or (
                (not series or series in series_known) and (option in options or not (option or must_choose))
            )
            if usual and plain and reference == reference.strip() and not (unusual and any(unusual(cells))):
                try:
                    size = amounts[principal]
                    if size:
                        yield make(
                            Entry,
                            (times[time], holder, ACTIONS[action], size, line, series, option, reference, "", None),
                        )
                        continue
                except KeyError:
                    pass
            del cells[width:]
        entry = reader.careful(cells, heading, places, line, problems)
        if entry is not None:
            yield entry


@dataclass(frozen=True)
class _Reader:
    """The long way: a row read through the notation."""

    file: str
    frame: Frame
    place: str

    def careful(
        self, cells: Sequence[str], heading: Sequence[str], places: dict[str, int], line: int, problems: list[Problem]
    ) -> Entry | None:
        """The entry of a row, or nothing and what is wrong with it."""
        where = Where(self.file, line)
        if not any(cell.strip() for cell in cells):
            return None
        if len(cells) != len(heading):
            problems.append(uneven(cells, heading, where))
            return None
        said = {name: cells[at].strip() for name, at in places.items()}
        values: dict[str, Any] = {}
        found: list[Problem] = []
        for column in COLUMNS:
            text = said.get(column.name, "")
            try:
                values[column.name] = self._value(column, text, values)
            except NotationError as error:
                found.append(cell_problem(column.name, error, where))
        found += self._waiver(said, values, where)
        problems += found
        if found:
            return None
        return Entry(
            values["time"], values["holder"], values["action"], values["principal"], line, values["series"],
            values["option"], values["reference"], values["defect"], values["waiver"],
        )  # fmt: skip

    def _value(self, column: Column, text: str, before: dict[str, Any]) -> Any:
        name = column.name
        if name in ("series", "option"):
            labels = self.frame.series if name == "series" else self.frame.options
            if text and labels and text not in labels:
                raise NotationError(f"the terms have no {name} {quoted(text)}", nearest_label(text, labels))
            if not text and name == "option" and before.get("action") and self.frame.several_options:
                raise NotationError("is empty", "write " + " or ".join((labels or ())[:SHOWN]))
            return text
        if not text and not column.required:
            return ""
        if not text:
            raise NotationError("is empty", _EMPTY[name])
        if name == "action":
            if text.lower() not in ACTIONS:
                remedy = did_you_mean(text.lower(), ACTIONS) or "write one of the two"
                raise NotationError(f"{quoted(text)} is neither tender nor withdrawal", remedy)
            return ACTIONS[text.lower()]
        if name == "principal":
            return _principal(text)
        if name == "time":
            return parse_local_time(text, self.place)
        if name == "waived_at":
            return self._time_or_date(text)
        return parse(Unit.TEXT, text)

    def _time_or_date(self, text: str) -> datetime.datetime:
        """When something was waived: a date alone is the end of that day, as with events."""
        try:
            return instant(Moment(parse_date(text), 24, 0, self.place))
        except NotationError:
            return parse_local_time(text, self.place)

    def _waiver(self, said: dict[str, str], values: dict[str, Any], where: Where) -> list[Problem]:
        """The waiver of a row: all of it or nothing."""
        stated = [name for name in _WAIVER if said.get(name)]
        values["waiver"] = None
        if not stated:
            return []
        lacking = [name for name in _WAIVER if name not in stated]
        if lacking:
            what = f"{lacking[0]}: is empty, though the row has {' and '.join(stated)}"
            return [Problem(where, what, "log who waived it, when and why, or none of them")]
        if all(name in values for name in _WAIVER):
            values["waiver"] = Waiver(values["waived_by"], values["waived_at"], values["waived_because"])
        return []


_EMPTY = {
    "time": "write it like 2012-03-15 14:05",
    "holder": "write the identifier of the holder in the register",
    "action": "write tender or withdrawal",
    "principal": "write the amount tendered or withdrawn, like $1,250",
}


def _principal(text: str) -> Principal:
    negative = text.startswith(("-", "\u2212"))
    amount = read_amount(text[1:].lstrip() if negative else text)
    if amount < 0 or negative:
        raise NotationError(f"{quoted(text)} is less than nothing", "write it without sign; the action says which way")
    if amount == 0:
        raise NotationError(f"{quoted(text)} is nothing", "write the amount, or delete the row")
    return amount


def repeated(entries: Iterable[Entry], file: str) -> list[Problem]:
    """References that stand twice: an instruction entered again. Rows without one may well be alike."""
    seen: dict[str, int] = {}
    problems = []
    for entry in entries:
        first = seen.setdefault(entry.reference, entry.line) if entry.reference else entry.line
        if first != entry.line:
            what = f'reference: "{entry.reference}" stands in line {first} already'
            problems.append(Problem(Where(file, entry.line), what, "delete the row that was entered again"))
    return problems
