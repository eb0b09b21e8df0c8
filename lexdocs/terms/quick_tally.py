"""The tally of a holding in whole cents, for histories without anything unusual: what `tally` gives, more quickly.

Whatever is late, defective, waived, impossible or told apart by options that withdrawals mix is left to `tally`.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NamedTuple

from lexdocs.terms.deadlines import Deadlines

_DAY = 24 * 60 * 60 * 10**6
_NEVER = 10**30


class Move(NamedTuple):
    """A row of the log as it is kept on disk: its time as a whole number, its principal in cents.

    `unusual` holds what such a row cannot say: principal in parts of a cent (numerator and denominator of dollars),
    a defect, and a waiver (by whom, at what time, why); it is empty for most.
    """

    time: int
    withdraws: bool
    cents: int
    holder: str
    line: int
    series: str
    option: str
    reference: str
    unusual: tuple[Any, ...]


def stamp(time: datetime.datetime) -> int:
    """A local time as a whole number that comes before that of every later time.

    >>> stamp(datetime.datetime(2012, 3, 15, 14, 5)) < stamp(datetime.datetime(2012, 3, 15, 14, 5, 0, 1))
    True
    """
    seconds = (time.hour * 60 + time.minute) * 60 + time.second
    return time.toordinal() * _DAY + seconds * 10**6 + time.microsecond


def unstamped(stamped: int) -> datetime.datetime:
    """The time of a stamp.

    >>> unstamped(stamp(datetime.datetime(2012, 3, 15, 14, 5, 30)))
    datetime.datetime(2012, 3, 15, 14, 5, 30)
    """
    day, rest = divmod(stamped, _DAY)
    start = datetime.datetime.combine(datetime.date.fromordinal(day), datetime.time())
    return start + datetime.timedelta(microseconds=rest)


@dataclass(frozen=True)
class Limits:
    """The deadlines of an offer as stamps."""

    as_of: int
    opens: int
    expires: int
    last_withdrawal: int
    early: int


def limits_of(deadlines: Deadlines) -> Limits:
    """The stamps of deadlines; where there is none, of a time that never comes, or was always past."""
    irrevocable = deadlines.withdrawal is None and not deadlines.withdrawable
    last = deadlines.last_withdrawal
    return Limits(
        stamp(deadlines.as_of),
        -1 if deadlines.opens is None else stamp(deadlines.opens),
        _NEVER if deadlines.expiration is None else stamp(deadlines.expiration.at),
        -1 if irrevocable else _NEVER if last is None else stamp(last.at),
        _NEVER if deadlines.early is None else stamp(deadlines.early.at),
    )


def quick_tally(held: int, moves: Sequence[Move], limits: Limits) -> tuple[int, int, int, str] | None:
    """What is tendered and withdrawn, what of it is early and left, and the one option; None for anything unusual.

    All in cents. Moves after `limits.as_of` are left out; a withdrawal takes the latest tender first.
    """
    tendered = withdrawn = early = late = 0
    option, before = None, -1
    as_of, opens, expires, last, soon = limits.as_of, limits.opens, limits.expires, limits.last_withdrawal, limits.early
    for time, withdraws, cents, _holder, _line, _series, chosen, _reference, unusual in (
        sorted(moves, key=_IN_TIME) if len(moves) > 1 else moves
    ):
        if time > as_of:
            break
        # Once a moment is over, withdrawals of that moment included, no more may be tendered than is held.
        if unusual or time < opens or (time != before and early + late > held):
            return None
        before = time
        if withdraws:
            if time > last or cents > early + late or (chosen and chosen != option):
                return None
            withdrawn += cents
            from_early = max(0, cents - late)
            early -= from_early
            late -= cents - from_early
        else:
            if time > expires or (option is not None and chosen != option):
                return None
            option = chosen
            tendered += cents
            if time > soon:
                late += cents
            else:
                early += cents
    return None if early + late > held else (tendered, withdrawn, early, option or "")


_IN_TIME = itemgetter(0, 1)
