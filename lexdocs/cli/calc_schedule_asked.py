"""What `lexdocs calc schedule` is asked, read and answered: the periods, and the interest of each."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lexdocs.cli.batch import Answer, Row
    from lexdocs.cli.calc_reading import Reading
    from lexdocs.conventions.schedule_dates import Dates
    from lexdocs.conventions.schedule_periods import Period, Rolling


class Asked(NamedTuple):
    """A schedule with the answers of its periods, the sum of the interest as rounded, and what was asked for."""

    terms: Dates
    rolling: Rolling
    periods: tuple[Period, ...]
    rows: list[Answer]
    total: Fraction | None
    how: list[str]


def read(row: Row) -> Asked:
    """The schedule that a row asks for. Raises `RefusedError` with everything that is wrong."""
    from lexdocs.cli.calc_reading import Reading, calendar_named
    from lexdocs.conventions.calendar import SEC
    from lexdocs.conventions.rolling import Roll
    from lexdocs.conventions.schedule_dates import Dates, ScheduleError
    from lexdocs.conventions.schedule_periods import Rolling, periods
    from lexdocs.conventions.schedule_question import parse_frequency, parse_roll, parse_stub
    from lexdocs.errors import InputError
    from lexdocs.notation.choices import parse_flag
    from lexdocs.notation.dates import parse_date

    asked = Reading(row)
    start, end = (asked.need(column, parse_date, "write a date like 2012-03-15") for column in ("from", "to"))
    months = asked.need("frequency", parse_frequency, "write semiannual, 2 or 6M")
    stub, first, last = (
        asked.take("stub", parse_stub),
        asked.take("first", parse_date),
        asked.take("next_to_last", parse_date),
    )
    direction = asked.take("direction", _direction)
    eom, adjusted, equal = (bool(asked.take(column, parse_flag)) for column in ("eom", "adjusted", "equal"))
    roll, last_roll = asked.take("roll", parse_roll), asked.take("termination_roll", parse_roll)
    held = asked.take("calendar", calendar_named)
    if (roll or last_roll or Roll.NONE) is not Roll.NONE and held is None and not row.get("calendar"):
        asked.refuse("calendar", "is missing: a roll needs to know which days are business days", "name a calendar")
    if stub is not None and direction is not None and ("first" in stub) != direction:
        asked.refuse("stub", f"a {stub} stub runs the other way than was said", "leave one of the two out")
    money = _money(asked)
    terms: Dates | None = None
    if not asked.faults and start is not None and end is not None:
        try:
            terms = Dates(start, end, months, direction is not False, first, last, stub, eom)
        except ScheduleError as error:
            asked.refuse("schedule", error.what, error.remedy)
    asked.done()
    assert terms is not None  # noqa: S101  it is there or its fault was told
    rolling = Rolling(roll or Roll.NONE, held or SEC, adjusted, last_roll)
    try:
        found = periods(terms, rolling)
    except (InputError, ScheduleError) as error:
        asked.refuse("schedule", str(error), "correct the dates or the calendar")
        asked.done()
    rows, total = _rows(asked, terms, found, money, equal)
    return Asked(terms, rolling, found, rows, total, _how(terms, rolling, money, equal, len(found)))


def _direction(text: str) -> bool:
    from lexdocs.notation.error import NotationError, quoted

    if text.lower() not in ("backward", "forward"):
        raise NotationError(f"{quoted(text)} is not a direction", "write backward or forward")
    return text.lower() == "backward"


class _Money(NamedTuple):
    rate: Fraction
    principal: Fraction
    convention: str
    said: str  # the rate as it was given: 9 3/8% is not told as 9.375%


def _money(asked: Reading) -> _Money | None:
    """The rate, the principal and the day count; None where no interest is asked for."""
    from lexdocs.cli.calc_reading import amount
    from lexdocs.notation.day_counts import candidates, parse_day_count
    from lexdocs.notation.rates import parse_rate

    rate, principal = asked.take("rate", parse_rate), asked.take("principal", amount)
    if not asked.row.get("rate"):
        for column in ("principal", "day_count"):
            if asked.row.get(column):
                asked.refuse(
                    "rate", f"is missing: a {column.replace('_', ' ')} is of use with a rate alone", "write 8%"
                )
        return None
    count = asked.need("day_count", parse_day_count, f"interest needs one: write {candidates()}")
    if not count:
        return None
    said = asked.row["rate"].strip()
    return _Money(rate or Fraction(0), Fraction(1000) if principal is None else principal, count, said)


def _rows(
    asked: Reading, terms: Dates, found: tuple[Period, ...], money: _Money | None, equal: bool
) -> tuple[list[Answer], Fraction | None]:
    """The answers of the periods and the sum of their interest as it is rounded."""
    from lexdocs.conventions.context import ContextError
    from lexdocs.conventions.day_count import day_count
    from lexdocs.conventions.day_count_proof import decimal
    from lexdocs.conventions.schedule_periods import context, interest
    from lexdocs.notation.decimals import fixed
    from lexdocs.notation.rounding import round_to
    from lexdocs.notation.units import Rounding

    rows: list[Answer] = []
    total = Fraction(0)
    for number, each in enumerate(found, 1):
        answer: dict[str, object] = {
            "period": number, "start": each.start.isoformat(), "end": each.end.isoformat(),
            "payment": each.payment.isoformat(), "regular": each.regular, "calendar_days": (each.end - each.start).days,
        }  # fmt: skip
        if money is not None:
            count = day_count(money.convention)
            try:
                days = count.days(each.start, each.end, context(each, terms))
                fraction = interest(each, terms, Fraction(1), count, equal=equal)
            except ContextError as error:
                asked.refuse("day_count", error.what, error.remedy)
                asked.done()
            exact = money.principal * money.rate * fraction
            cents = round_to(exact, Rounding.HALF_UP, Fraction(1, 100))
            total += cents
            answer |= {
                "days": days, "fraction": Decimal(decimal(fraction)), "fraction_exact": str(fraction),
                "interest": Decimal(fixed(cents, 2, group=False)), "interest_exact": str(exact),
            }  # fmt: skip
        rows.append(answer)
    return rows, total if money else None


def _how(terms: Dates, rolling: Rolling, money: _Money | None, equal: bool, periods: int) -> list[str]:
    """What was generated and how, a line a step."""
    from lexdocs.conventions.day_count import day_count
    from lexdocs.conventions.day_count_proof import decimal
    from lexdocs.conventions.rolling import Roll
    from lexdocs.conventions.schedule_dates import boundaries, ends_month

    lines = [f"one period from {terms.effective} to {terms.termination}"]
    if terms.months is not None:
        every = "every month" if terms.months == 1 else f"every {terms.months} months"
        way = "backward" if terms.runs_backward else "forward"
        lines = [f"{every} {way} from {terms.anchor}, each date counted from there"]
    if terms.end_of_month and terms.months is not None:
        ends = ends_month(terms.anchor)
        lines.append(
            "dates keep to the ends of months"
            if ends
            else f"{terms.anchor} ends no month: the rule of month ends moves nothing"
        )
    if rolling.roll is Roll.NONE and rolling.termination in (None, Roll.NONE):
        lines.append("no date is moved")
    else:
        last = "" if rolling.termination is None else f", the last date {rolling.termination}"
        lines.append(f"rolled {rolling.roll}{last}, on {rolling.calendar.name} [{rolling.calendar.source}]")
        runs = "to the moved date" if rolling.adjusted else "to the date as it was before it is moved"
        lines.append(f"interest runs {runs}")
        merged = len(boundaries(terms)) - 1 - periods
        if merged:
            says = "a period without days is" if merged == 1 else f"{merged} periods without days are"
            lines.append(f"{says} left out: its two dates are moved to one business day, paid once")
    if money is not None:
        count = day_count(money.convention)
        of = f"{money.said} on ${Decimal(decimal(money.principal)):,f}"
        lines.append(f"{of}, {count.full_name} [{count.source}], the end date excluded")
        if equal:
            lines.append("each regular period pays the rate over the periods of a year")
    return lines
