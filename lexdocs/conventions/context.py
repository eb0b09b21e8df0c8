"""What some day counts need beside two dates: the coupon's reference period, and where the notes end."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum

from lexdocs.notation.units import Day


class Never(Enum):
    """Says that there is no termination date, or that none is meant; not that it is unknown."""

    NEVER = "none"


NEVER = Never.NEVER


@dataclass(frozen=True)
class Context:
    """What is known of the notes beside the two dates; None is what is not known.

    `termination` is the maturity or termination date (`NEVER` where there is none), for 30E/360 ISDA.
    For Act/Act ICMA either `payment_days` says on which days of each year coupons are paid; or
    `reference_start` and `reference_end` are a regular coupon period, `frequency` the coupon periods in a
    year, and `end_of_month` whether coupon dates that end a month all do.
    """

    termination: datetime.date | Never | None = None
    reference_start: datetime.date | None = None
    reference_end: datetime.date | None = None
    frequency: int | None = None
    end_of_month: bool = False
    payment_days: tuple[Day, ...] = ()


NOTHING = Context()


class ContextError(ValueError):
    """A day count lacks something beside the two dates, or was given what makes no sense; with the remedy.

    >>> print(ContextError("Act/Act ICMA needs a frequency", "say how many coupon periods make a year"))
    Act/Act ICMA needs a frequency; say how many coupon periods make a year
    """

    def __init__(self, what: str, remedy: str) -> None:
        self.what = what
        self.remedy = remedy
        super().__init__(f"{what}; {remedy}")
