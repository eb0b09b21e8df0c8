"""The cells of a tender log: its columns, and what each of them must hold. The long way to an entry."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from lexdocs.errors import Problem, Where, did_you_mean
from lexdocs.notation.dates import parse_date
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.forms import parse
from lexdocs.notation.local_times import instant, parse_local_time
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms.files.opening import beyond
from lexdocs.terms.files.records import Kind, Told
from lexdocs.terms.frame import SHOWN, Frame, no_label
from lexdocs.terms.listing import Column, Principal, Unread, cell_problem, plain_ends, read_amount, totals_row, uneven
from lexdocs.terms.tender_terms import TendersTerms
from lexdocs.terms.unsaid import DiscreetError, cell_of

KIND = Kind(
    "the tender log", "tenders", "its tenders", texts=("holder", "reference"), amounts=("principal",),
    others=(
        "time", "action", "series", "option", "guaranteed", "delivered", "defect", "waived_by", "waived_at",
        "waived_because", "note",
    ),
)  # fmt: skip
ACTIONS = {"tender": True, "withdrawal": False}
GUARANTEES = {"yes": True, "no": False}
COLUMNS = (
    Column("time", "", Unit.MOMENT, "Local time of the offer at which it was received"),
    Column("holder", "", Unit.TEXT, "Identifier of the holder in the register"),
    Column("action", "", Unit.TEXT, "tender or withdrawal"),
    Column("principal", "", Unit.MONEY, "Principal amount tendered or withdrawn"),
    Column("series", "", Unit.TEXT, "Series of the notes, for a holder of several", required=False),
    Column("option", "", Unit.TEXT, "Option that the tender chooses", required=False),
    Column("reference", "", Unit.TEXT, "Number of the instruction", required=False),
    Column("guaranteed", "", Unit.TEXT, "yes: tendered by a notice of guaranteed delivery", required=False),
    Column(
        "delivered", "", Unit.MOMENT, "When the notes of a guaranteed tender came; empty until then", required=False
    ),
    Column("defect", "", Unit.TEXT, "What is wrong with it, so that it does not count", required=False),
    Column("waived_by", "", Unit.TEXT, "Who waived its lateness or defect", required=False),
    Column("waived_at", "", Unit.MOMENT, "When it was waived", required=False),
    Column("waived_because", "", Unit.TEXT, "Why it was waived", required=False),
    Column("note", "", Unit.TEXT, "Remark", required=False),
)
WAIVER = ("waived_by", "waived_at", "waived_because")
RARE = ("guaranteed", "delivered", "defect", *WAIVER)
"""Columns that few rows have anything in: a row that has takes the long way."""


@dataclass(frozen=True)
class Waiver:
    """That lateness or a defect was waived: by whom, when (local time) and why."""

    by: str
    at: datetime.datetime
    because: str


@dataclass(frozen=True)
class Guarantee:
    """That the notes are delivered later, under a guarantee: at a local time, or None as long as they have not come."""

    delivered: datetime.datetime | None = None


class Entry(NamedTuple):
    """A row of the log that is sound in itself.

    `time` is the local time of the offer, `principal` dollars (`int`, or `Fraction` where there are cents), more
    than nothing; `line` where the row begins in the file. `series`, `option`, `reference` and `defect` are empty
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
    guarantee: Guarantee | None = None


@dataclass(frozen=True)
class Reader:
    """The long way: a row read through the notation."""

    terms: TendersTerms
    frame: Frame
    place: str

    def careful(
        self, cells: Sequence[str], heading: Sequence[str], places: dict[str, int], line: int, problems: list[Problem]
    ) -> Entry | None:
        """The entry of a row, or nothing and what is wrong with it."""
        where = Where(self.terms.file, line)
        if not any(cell.strip() for cell in cells):
            return None
        total = totals_row(cells, where, KIND)
        if total is not None:
            problems.append(total)
            return None
        if len(cells) != len(heading):
            fault = uneven(cells, heading, where, beyond(self.terms))
            holder = cells[at].strip() if (at := places["holder"]) < len(cells) else ""
            problems.append(Unread(where, fault.what, fault.remedy, holder=holder))
            return None
        said = {name: plain_ends(cells[at]).strip() for name, at in places.items()}
        values: dict[str, Any] = {}
        found: list[Problem] = []
        told = {name for name, at in places.items() if type(cells[at]) is Told}
        for column in COLUMNS:
            if column.name in told:
                continue
            text = said.get(column.name, "")
            try:
                values[column.name] = self._value(column, text, values)
            except NotationError as error:
                found.append(cell_problem(column, text, error, where))
        if not told:
            found += self._waiver(said, values, where)
            found += _guarantee(said, values, where)
        problems += [Unread(each.where, each.what, each.remedy, holder=said["holder"]) for each in found]
        if found or told:
            return None
        return Entry(
            values["time"], values["holder"], values["action"], values["principal"], line, values["series"],
            values["option"], values["reference"], values["defect"], values["waiver"], values["guarantee"],
        )  # fmt: skip

    def _value(self, column: Column, text: str, before: dict[str, Any]) -> Any:
        name = column.name
        if name in ("series", "option"):
            labels = self.frame.series if name == "series" else self.frame.options
            if text and labels and text not in labels:
                raise no_label(name, text, labels)
            if not text and name == "option" and before.get("action") and self.frame.several_options:
                raise NotationError("is empty", "write " + " or ".join((labels or ())[:SHOWN]))
            return text
        if not text and not column.required:
            return ""
        if not text:
            raise NotationError("is empty", _EMPTY[name])
        if name in _WORDS:
            known, fault = _WORDS[name]
            if text.lower() not in known:
                raise fault(text)
            return known[text.lower()]
        if name == "principal":
            return _principal(text)
        if name == "time":
            return parse_local_time(text, self.place)
        if name in ("waived_at", "delivered"):
            return self._time_or_date(text)
        return parse(Unit.TEXT, text)

    def _time_or_date(self, text: str) -> datetime.datetime:
        """When something was waived or delivered: a date alone is the end of that day, as with events."""
        try:
            return instant(Moment(parse_date(text), 24, 0, self.place))
        except NotationError:
            return parse_local_time(text, self.place)

    def _waiver(self, said: dict[str, str], values: dict[str, Any], where: Where) -> list[Problem]:
        """The waiver of a row: all of it or nothing."""
        stated = [name for name in WAIVER if said.get(name)]
        values["waiver"] = None
        if not stated:
            return []
        lacking = [name for name in WAIVER if name not in stated]
        if lacking:
            what = f"{lacking[0]}: is empty, though the row has {' and '.join(stated)}"
            return [Problem(where, what, "log who waived it, when and why, or none of them")]
        if all(name in values for name in WAIVER):
            values["waiver"] = Waiver(values["waived_by"], values["waived_at"], values["waived_because"])
            if "time" in values and values["waived_at"] < values["time"]:
                what = f'waived_at: "{said["waived_at"]}" is before the row was received, "{said["time"]}"'
                return [Problem(where, what, "correct one of the two; nothing is waived before it is there")]
        return []


def _guarantee(said: dict[str, str], values: dict[str, Any], where: Where) -> list[Problem]:
    """The guarantee of a row: of a tender alone, and delivered after its notice."""
    values["guarantee"] = None
    if not values.get("guaranteed"):
        if said.get("delivered"):
            what = "delivered: is written, and the row is no tender under a guarantee"
            return [Problem(where, what, "write yes under guaranteed, or leave delivered empty")]
        return []
    if values.get("action") is False:
        what = "guaranteed: a withdrawal is not guaranteed"
        return [Problem(where, what, "write it with the tender; a withdrawal names the tender by its option, or none")]
    delivered = values.get("delivered") or None
    values["guarantee"] = Guarantee(delivered)
    if delivered is not None and "time" in values and delivered < values["time"]:
        what = f'delivered: "{said["delivered"]}" is before the notice was received, "{said["time"]}"'
        return [
            Problem(where, what, "correct one of the two, or leave guaranteed empty: the notes came with the tender")
        ]
    return []


_EMPTY = {
    "time": "write it like 2012-03-15 14:05",
    "holder": "write the identifier of the holder in the register",
    "action": "write tender or withdrawal",
    "principal": "write the amount tendered or withdrawn, like $1,250",
}


def _no_action(text: str) -> NotationError:
    """What is neither of the two actions; it is repeated where it is nearly one of them."""
    meant = did_you_mean(text.lower(), ACTIONS)
    said = quoted(text) if meant else cell_of(text)
    return DiscreetError(f"{said} is neither tender nor withdrawal", meant or "write one of the two")


def _no_guarantee(text: str) -> NotationError:
    """What says neither that a tender is guaranteed nor that it is not."""
    return DiscreetError(f"{cell_of(text)} is neither yes nor no", "write yes, or leave it empty")


_WORDS = {"action": (ACTIONS, _no_action), "guaranteed": (GUARANTEES, _no_guarantee)}


def _principal(text: str) -> Principal:
    negative = text.startswith(("-", "\u2212"))
    amount = read_amount(text[1:].lstrip() if negative else text)
    if amount < 0 or negative:
        raise NotationError(f"{quoted(text)} is less than nothing", "write it without sign; the action says which way")
    if amount == 0:
        raise NotationError(f"{quoted(text)} is nothing", "write the amount, or delete the row")
    return amount
