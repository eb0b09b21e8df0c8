"""How far an offer for several series has come at its last announcement: flags by which words are chosen."""

from __future__ import annotations

from lexdocs.conventions.clock import comes_after
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import rule
from lexdocs.notation.units import Flag, Money, Percentage, Time


@rule()
def early_deadline_has_passed(early_deadline: Time | Pending, as_of: Time) -> Flag:
    """Whether there is an early deadline, and it has passed by the time of the announcement.

    >>> import datetime
    >>> from lexdocs.notation.units import Moment
    >>> friday = datetime.date(2012, 7, 6)
    >>> early_deadline_has_passed(Moment(friday, 17, 0, "Chicago"), Moment(friday, 24, 0, "Chicago"))
    True
    """
    return not isinstance(early_deadline, Pending) and not comes_after(early_deadline, as_of)


@rule()
def any_is_returned(total_returned: Money) -> Flag:
    """Whether anything that was validly tendered is not accepted.

    >>> from fractions import Fraction
    >>> any_is_returned(Fraction(0))
    False
    """
    return total_returned > 0


@rule()
def any_is_accepted(total_accepted: Money) -> Flag:
    """Whether anything that was validly tendered is accepted.

    >>> from fractions import Fraction
    >>> any_is_accepted(Fraction(5_000))
    True
    """
    return total_accepted > 0


@rule()
def any_is_tendered(total_valid: Money) -> Flag:
    """Whether anything is validly tendered.

    >>> from fractions import Fraction
    >>> any_is_tendered(Fraction(0))
    False
    """
    return total_valid > 0


@rule(cite="Rule 14e-1(d) under the Securities Exchange Act")
def tendered_to_date(
    tenders_are_logged: Flag, total_valid: Money | Pending, announced_tendered: Money | Pending
) -> Money:
    """Principal of all series tendered to date, as an announcement of an extension must state it.

    A log shows it as of any moment; a register without one shows a single day, so the event's file says it.

    >>> from fractions import Fraction
    >>> tendered_to_date(False, Fraction(9_000), Fraction(4_000))
    Fraction(4000, 1)
    """
    return total_valid if tenders_are_logged else announced_tendered  # type: ignore[return-value]  # pending stays so


@rule()
def percentage_to_date(tendered_to_date: Money, total_outstanding: Money) -> Percentage:
    """Part of all series together that is tendered to date.

    >>> from fractions import Fraction
    >>> percentage_to_date(Fraction(80_000), Fraction(400_000))
    Fraction(1, 5)
    """
    return tendered_to_date / total_outstanding
