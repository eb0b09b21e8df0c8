"""What cannot be meant of the terms on delivery and withdrawal, alike in every kind of offer."""

from __future__ import annotations

from collections.abc import Iterator

from lexdocs.notation.forms import write
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms.calendar_terms import DeliveryDays

_MOST = 30  # days: far more than any offer waits


def delivery_faults(days: int | None, counted_in: DeliveryDays | None) -> Iterator[str]:
    """A line for each fault of the time for guaranteed delivery: the path of the term, what is wrong, the remedy.

    >>> list(delivery_faults(None, DeliveryDays.TRADING))
    ['offer.delivery_counted_in: no guaranteed delivery is offered; write offer.guaranteed_delivery, or leave it out']
    """
    if days is not None and days <= 0:
        yield "offer.guaranteed_delivery: must be more than nothing; correct the amount"
    if days is not None and days > _MOST:
        yield f"offer.guaranteed_delivery: {days:,} days are too many; write at most {_MOST}"
    if days is None and counted_in is not None:
        remedy = "write offer.guaranteed_delivery, or leave it out"
        yield f"offer.delivery_counted_in: no guaranteed delivery is offered; {remedy}"


def withdrawal_faults(withdrawable: bool | None, deadline: Moment | None) -> Iterator[str]:
    """A line where tenders have a deadline of withdrawal and cannot be withdrawn.

    >>> list(withdrawal_faults(None, None)), list(withdrawal_faults(False, None))
    ([], [])
    """
    if withdrawable is False and deadline is not None:
        what = f"until {write(deadline, Unit.MOMENT)} tenders may be withdrawn, and by offer.withdrawable they may not"
        yield f"offer.withdrawal_deadline: {what}; write offer.withdrawable: yes, or leave the deadline out"
