"""What a row of a file expects, read, and held against the answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from lexdocs.cli.batch import Answer, Fault, RefusedError, Row, too_long
from lexdocs.conventions.printed import agrees
from lexdocs.errors import did_you_mean
from lexdocs.notation.error import quoted
from lexdocs.notation.units import Rounding

_WITHIN = Fraction(1, 10**10)  # what the sources of published cases hold themselves to

_NUMBER = r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?"

UNITS = ("days", "fraction")
"""What an expected number of a day count may be."""


def answered(row: Row, answer: Callable[[], Answer], *wrong: Fault) -> Answer:
    """The answer to a row whose expected number can be read; `RefusedError` with everything wrong with either."""
    faults = [*too_long(row), *expected_faults(row), *wrong]
    try:
        found = answer()
    except RefusedError as error:
        raise RefusedError([*faults, *error.faults]) from None
    if faults:
        raise RefusedError(faults)
    return found


def expected_faults(row: Row) -> Iterator[Fault]:
    """What is wrong with the number that a row expects, and with the step to which its source rounds.

    >>> [column for column, _, _ in expected_faults({"expected": "abc", "quantum": "0"})]
    ['expected', 'quantum']
    """
    said, step = row.get("expected", ""), row.get("quantum", "")
    value, unit = _number(said), _number(step)
    if said and value is None:
        yield "expected", f"{quoted(said)} is not a number", "write it as the source prints it, such as 180 or 0.5"
    if step and (unit is None or unit <= 0):
        what = f"{quoted(step)} is not a step to which a source rounds"
        yield "quantum", what, "write a number of more than nothing, such as 1000 for thousands"
    elif value is not None and unit is not None and value % unit:
        yield "expected", f"{said} is no multiple of the quantum, {step}", "correct one of the two"


def unit_faults(row: Row) -> Iterator[Fault]:
    """What is wrong with the unit of an expected day count."""
    unit = row.get("expected_unit", "")
    if unit not in ("", *UNITS):
        remedy = did_you_mean(unit, UNITS) or f"write {' or '.join(UNITS)}"
        yield "expected_unit", f"{quoted(unit)} is not a unit of a day count", remedy


def compared(found: Fraction, expected: str, rounding: Rounding = Rounding.HALF_UP, quantum: str = "") -> Answer:
    """A value held against what a source prints: whether it agrees, and if not where the true value must lie.

    The source is taken to round to the last digit that it prints, or to `quantum`, such as 1000 for thousands;
    both are numbers, as `expected_faults` sees to.

    >>> compared(Fraction(1, 3), "0.334")
    {'expected': '0.334', 'match': 'no', 'true_value': '[0.3335, 0.3345)'}
    >>> compared(Fraction(9_611_332), "$9,611,000", quantum="1000")["match"]
    'yes'
    """
    answer = {"expected": expected, "match": "", "true_value": None}
    value = _number(expected)
    if value is None:
        return answer
    unit = _number(quantum) or Fraction(1, 10 ** len(expected.partition(".")[2]))
    # Some sources pad their last digits with zeros: what differs by less than their tolerance is the same.
    padded = unit < _WITHIN and abs(found - value) < _WITHIN
    held = agrees(found, value, unit, rounding)
    if padded or held.agrees:
        return {**answer, "match": "yes"}
    return {**answer, "match": "no", "true_value": str(held.interval)}


def _number(text: str) -> Fraction | None:
    said = text.replace("$", "").replace(",", "")
    return Fraction(said) if re.fullmatch(_NUMBER, said, re.ASCII) else None
