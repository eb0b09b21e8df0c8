"""Rows of the tender log as they are kept on disk between two readings: small, numbers and texts alone."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

from lexdocs.notation.units import SCALES, Unit
from lexdocs.terms.plain_tally import Limits
from lexdocs.terms.tender_cells import Guarantee
from lexdocs.terms.tenders import Entry, Waiver

Move = tuple[Any, ...]
"""Time as a whole number, whether it withdraws, principal in cents, holder, line, series, option, and what few rows
have: principal in parts of a cent (numerator and denominator of dollars), a defect, a waiver, and a guarantee. Whether
a reference stands twice is looked at apart from them."""

TIME, WITHDRAWS, CENTS, HOLDER, LINE, SERIES, OPTION, UNUSUAL = range(8)

_CENTS = SCALES[Unit.MONEY]
_DAY = 24 * 60 * 60 * 10**6


def whole(scaled: Fraction | int, scale: int) -> Any:
    """A whole number of its scale; what is none, as numerator and denominator of what it was before it was scaled.

    >>> whole(Fraction(250), 100), whole(Fraction(5, 2), 100)
    (250, (1, 40))
    """
    if scaled.denominator == 1:
        return scaled.numerator
    unscaled = Fraction(scaled) / scale
    return unscaled.numerator, unscaled.denominator


def exactly(amount: Any, scale: int) -> Fraction:
    """The amount that `whole` was given, before it was scaled.

    >>> exactly(250, 100), exactly((1, 40), 100)
    (Fraction(5, 2), Fraction(1, 40))
    """
    return Fraction(*amount) if isinstance(amount, tuple) else Fraction(amount, scale)


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


def stamped(limits: Limits) -> Limits:
    """Limits as stamps, to which the times of moves are held."""
    as_of, opens, tender, withdrawal, early = map(stamp, limits[:-1])
    return Limits(as_of, opens, tender, withdrawal, early, limits.latest)


def move_of(entry: Entry) -> Move:
    """What is kept of a row of the log."""
    time, holder, tenders, principal, line, series, option, _reference, defect, waiver, guarantee = entry
    cents = principal * _CENTS
    if type(cents) is int and not (defect or waiver or guarantee):
        return stamp(time), not tenders, cents, holder, line, series, option, ()
    size = whole(cents, _CENTS)
    waived = (waiver.by, stamp(waiver.at), waiver.because) if waiver else None
    guaranteed = None
    if guarantee is not None:
        guaranteed = (stamp(guarantee.delivered) if guarantee.delivered is not None else None,)
    rare = defect or waived or guaranteed or type(size) is tuple
    unusual = (size, defect, waived, guaranteed) if rare else ()
    kept = size if type(size) is int else 0
    return stamp(time), not tenders, kept, holder, line, series, option, unusual


def entry_of(move: Move) -> Entry:
    """The row of the log that a move was made from."""
    time, withdraws, cents, holder, line, series, option, unusual = move
    size, defect, waived, guaranteed = unusual or (cents, "", None, None)
    principal = exactly(size, _CENTS)
    waiver = Waiver(waived[0], unstamped(waived[1]), waived[2]) if waived else None
    guarantee = Guarantee(unstamped(guaranteed[0]) if guaranteed[0] is not None else None) if guaranteed else None
    dollars = principal.numerator if principal.denominator == 1 else principal
    return Entry(unstamped(time), holder, not withdraws, dollars, line, series, option, "", defect, waiver, guarantee)
