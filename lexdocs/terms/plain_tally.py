"""The short way to a tally: sums alone, for the rows of a holding that are plainly in order.

It knows no options, no defects and no waivers, and gives nothing where any row is out of order: `tallies.tally` is
what says then what counts and what is wrong. Where it gives sums, they are the same; a test holds it to that.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Any, NamedTuple

from lexdocs.terms.deadlines import Deadlines
from lexdocs.terms.listing import Principal

Sums = tuple[Principal, Principal, Principal]
"""What is tendered, what is withdrawn, and what of it was tendered early and is not withdrawn."""

NOTHING: Sums = (0, 0, 0)


class Limits(NamedTuple):
    """The deadlines as bare points of time: datetimes, or any other ordered values in which rows tell their times.

    A row after `as_of` is left out; where these are the `latest`, it must be in time all the same.
    """

    as_of: Any
    opens: Any
    last_tender: Any
    last_withdrawal: Any
    last_early: Any
    latest: bool


def limits_of(deadlines: Deadlines) -> Limits:
    """The limits that deadlines are; where there is no such deadline, no row passes it."""
    never, ever = datetime.datetime.min, datetime.datetime.max  # noqa: DTZ901  local times, as the log's are
    tender, last = deadlines.last_tender, deadlines.last_withdrawal
    irrevocable = deadlines.withdrawal is None and not deadlines.withdrawable
    tenders, withdrawals = tender.at if tender else ever, never if irrevocable else last.at if last else ever
    early = deadlines.early.at if deadlines.early else ever
    return Limits(deadlines.as_of, deadlines.opens or never, tenders, withdrawals, early, deadlines.latest)


def plain_tally(held: Principal, rows: Collection[tuple[Any, bool, Principal]], limits: Limits) -> Sums | None:
    """The sums of a holding as of `limits.as_of`, or None where a row is out of order.

    `rows` are time, whether it withdraws, and principal, in any order; none of them names an option, a defect or a
    waiver.

    >>> plain_tally(9_000, [(3, False, 5_000), (7, True, 1_000)], Limits(9, 1, 8, 8, 4, True))
    (5000, 1000, 4000)
    """
    as_of, opens, last_tender, last_withdrawal, last_early, latest = limits
    if len(rows) == 1:
        ((time, withdraws, principal),) = rows
        if time > as_of:
            return None if latest and time > (last_withdrawal if withdraws else last_tender) else NOTHING
        if withdraws or principal > held or not opens <= time <= last_tender:
            return None
        return principal, 0, principal if time <= last_early else 0
    tendered: Principal = 0
    withdrawn: Principal = 0
    early: Principal = 0
    late: Principal = 0
    ordered = sorted(rows)
    for time, withdraws, principal in ordered:
        if time > as_of:
            if latest and any(at > (last_withdrawal if out else last_tender) for at, out, _ in ordered if at > as_of):
                return None
            break
        if withdraws:
            if time > last_withdrawal or principal > early + late:
                return None
            withdrawn += principal
            # The latest tenders go first, and every late one is later than any early one.
            late -= principal
            if late < 0:
                early += late
                late = 0
            continue
        tendered += principal
        if time <= last_early:
            early += principal
        else:
            late += principal
        if early + late > held or not opens <= time <= last_tender:
            return None
    return tendered, withdrawn, early
