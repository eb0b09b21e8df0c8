"""Reading the terms of a question from options or from a row of a file, with everything that is wrong at once."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import datetime

    from lexdocs.cli.batch import Fault, Row
    from lexdocs.conventions.calendar import Calendar
    from lexdocs.notation.units import Moment

T = TypeVar("T")
_DIGITS = 6  # a priority has no more


class Reading:
    """One question's terms by column; it notes what cannot be read and goes on."""

    def __init__(self, row: Row) -> None:
        from lexdocs.cli.batch import too_long

        self.row = row
        self.faults: list[Fault] = list(too_long(row))

    def take(self, column: str, parse: Callable[[str], T]) -> T | None:
        """What a column says; None where it is empty or wrong."""
        from lexdocs.notation.error import NotationError

        text = (self.row.get(column) or "").strip()
        if not text:
            return None
        try:
            return parse(text)
        except NotationError as error:
            self.faults.append((column, error.what, error.example))
            return None

    def need(self, column: str, parse: Callable[[str], T], example: str) -> T | None:
        """What a column must say; where it is empty, that is wrong too."""
        if not (self.row.get(column) or "").strip():
            self.faults.append((column, "is missing", example))
            return None
        return self.take(column, parse)

    def refuse(self, column: str, what: str, remedy: str) -> None:
        """Note something wrong with a column."""
        self.faults.append((column, what, remedy))

    def done(self) -> None:
        """Raise `RefusedError` with everything that is wrong, if anything is."""
        from lexdocs.cli.batch import RefusedError

        if self.faults:
            raise RefusedError(self.faults)


def amount(text: str) -> Fraction:
    """An amount of money with its currency sign or without it, not below nothing.

    >>> amount("$2,500"), amount("2500.50")
    (Fraction(2500, 1), Fraction(5001, 2))
    """
    from lexdocs.notation.error import NotationError, quoted
    from lexdocs.notation.forms import parse
    from lexdocs.notation.units import Unit

    if text.startswith(","):
        what = f"{quoted(text)} is what a shell leaves of an amount whose $ and first digits it took for a variable"
        raise NotationError(what, "put the amount in single quotation marks, such as '$2,500'")
    found = Fraction(str(parse(Unit.MONEY, f"${text}" if text[:1].isdigit() else text)))
    if found < 0:
        raise NotationError(f"{quoted(text)} is less than nothing", "write the amount without a sign")
    return found


def priority_of(text: str) -> int:
    """The priority of a holding, counted from one.

    >>> priority_of("2")
    2
    """
    from lexdocs.notation.error import NotationError, quoted

    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS and int(text)):
        raise NotationError(
            f"{quoted(text)} is not a priority", "write 1, 2 or another whole number: 1 is filled first"
        )
    return int(text)


def calendar_named(text: str) -> Calendar:
    """The calendar of a name."""
    from lexdocs.conventions.calendar import calendar
    from lexdocs.notation.error import NotationError, quoted

    try:
        return calendar(text)
    except KeyError as error:
        raise NotationError(f"{quoted(text)} is not a calendar", error.args[0]) from None


def last_day(text: str) -> datetime.date:
    """The last day that counts: a date itself, or of a moment the last day that it lets run to its midnight.

    >>> str(last_day("2012-07-06")), str(last_day("5:00 p.m., New York City time, on July 6, 2012"))
    ('2012-07-06', '2012-07-05')
    """
    import datetime

    moment = day_or_moment(text)
    return moment.date if moment.hour == 24 else moment.date - datetime.timedelta(days=1)


def first_day(text: str) -> datetime.date:
    """The day on which something happens: a date, or the date of a moment.

    >>> str(first_day("9:00 a.m., New York City time, on July 6, 2012")), str(first_day("2012-07-06T00:00"))
    ('2012-07-06', '2012-07-06')
    """
    return day_or_moment(text).date


def day_or_moment(text: str) -> Moment:
    """A date, which lasts to its midnight, or a moment in words or such as 2012-07-06T17:00.

    >>> day_or_moment("2012-07-06T17:00").hour, day_or_moment("July 6, 2012").hour
    (17, 24)
    """
    from lexdocs.errors import UsageError
    from lexdocs.notation.dates import parse_date
    from lexdocs.notation.error import NotationError
    from lexdocs.notation.times import parse_moment
    from lexdocs.notation.units import Moment
    from lexdocs.terms.as_of import parse_as_of

    try:
        return Moment(parse_date(text), 24, 0, "")
    except NotationError as error:
        for read, refused in ((parse_moment, NotationError), (parse_as_of, UsageError)):
            try:
                return read(text)
            except refused:
                continue
        raise error from None
