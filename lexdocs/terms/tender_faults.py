"""Whether a row of the tender log counts by itself: in time and without defect, or waived; and else why it does not.

What is told of a row here rests on the deadlines alone, not on the other rows of its holding.
"""

from __future__ import annotations

import datetime
import re

from lexdocs.terms.deadlines import Deadline, Deadlines
from lexdocs.terms.tenders import Entry

_SAYS_LATE = re.compile(r"late\b", re.IGNORECASE).match
_KNOWN = "correct its time, or write the reason under defect, and it is known not to count"
_INCURABLE = "no waiver cures that"


def fault(entry: Entry, deadlines: Deadlines) -> str | tuple[str, str] | None:
    """Nothing where a row counts, why it does not where that is known, or what is wrong and what to do about it."""
    waived = _is_waived(entry, deadlines)
    if not entry.tenders:
        return _fault_of_withdrawal(entry, deadlines, waived)
    if deadlines.opens is not None and entry.time < deadlines.opens:
        if entry.defect and entry.waiver is None:
            return f"before the offer commenced; {entry.defect}"
        return f"tenders on {_said(entry.time)}, before the offer commences", _KNOWN
    return _fault_of_tender(entry, deadlines, waived)


def _fault_of_tender(entry: Entry, deadlines: Deadlines, waived: bool) -> str | tuple[str, str] | None:
    """As of a tender that was made while the offer was open or later."""
    last = deadlines.last_tender
    late = last is not None and entry.time > last.at
    undelivered = _fault_of_delivery(entry, deadlines)
    if isinstance(undelivered, tuple) and not entry.defect:
        return undelivered
    if not (late or entry.defect or undelivered):
        return None
    if entry.waiver is not None:
        over = _over(entry, deadlines)
        if over:
            remedy = "correct its time; or take its waiver away and write the reason under defect"
            return f"tenders on {_said(entry.time)}, {over}, when nothing can be accepted any more", remedy
    if waived:
        return _waived_after_results(entry, deadlines)
    why = _why(entry, late)
    if isinstance(undelivered, str) and not late:
        why = "; ".join(filter(None, [undelivered, entry.defect]))
    if entry.waiver is not None:
        return f"{why}; waived only on {_said(entry.waiver.at)}"
    if entry.defect or (undelivered and not late):
        return why
    remedy = (
        "write the reason under defect, and it is known not to count; write when its notice came, and yes "
        "under guaranteed, if delivery was; or log who waived that, when and why (waived_by, waived_at, waived_because)"
    )
    if _over(entry, deadlines):
        remedy = _KNOWN
    return f"tenders on {_said(entry.time)}, {_after(deadlines, last, 'expiration')}", remedy


def _waived_after_results(entry: Entry, deadlines: Deadlines) -> tuple[str, str] | None:
    """What the results say is accepted stays all that is; late delivery under a guarantee is known after them."""
    told = deadlines.results
    if told is None or entry.waiver is None or entry.waiver.at <= told.at or entry.guarantee is not None:
        return None
    what = f"has a tender of {_said(entry.time)} waived on {_said(entry.waiver.at)}, after the results, {told}"
    return what, "correct the time of the waiver, or take it away: nothing else is accepted after the results"


def _fault_of_delivery(entry: Entry, deadlines: Deadlines) -> str | tuple[str, str] | None:
    """Why a tender under a guarantee does not count as of a moment: its notes have not come by the last day for it."""
    guarantee, last = entry.guarantee, deadlines.delivery
    if guarantee is None:
        return None
    if last is None:
        return "tenders under a guarantee, and no guaranteed delivery is offered", (
            "write offer.guaranteed_delivery, or leave guaranteed empty"
        )
    if guarantee.delivered is not None and guarantee.delivered <= last.at:
        return None
    if deadlines.as_of <= last.at:
        return None
    if guarantee.delivered is not None and guarantee.delivered <= deadlines.as_of:
        return f"late: delivered on {_said(guarantee.delivered)}, after the last day for guaranteed delivery, {last}"
    return f"its notes were not delivered by the last day for guaranteed delivery, {last}"


def says_late(because: str) -> bool:
    """Whether what is told of a row that does not count is that it came too late.

    >>> says_late("late; no signature"), says_late("no signature")
    (True, False)
    """
    return bool(_SAYS_LATE(because))


def waives_nothing(entry: Entry, deadlines: Deadlines) -> bool:
    """Whether a row that counts has a waiver, as of the moment, and neither lateness nor a defect to waive."""
    if entry.defect or not _is_waived(entry, deadlines):
        return False
    last = deadlines.last_tender if entry.tenders else deadlines.last_withdrawal
    return last is None or entry.time <= last.at


def _is_waived(entry: Entry, deadlines: Deadlines) -> bool:
    return entry.waiver is not None and entry.waiver.at <= deadlines.as_of


def _over(entry: Entry, deadlines: Deadlines) -> str:
    """That a row came when the offer was over for good, if it did: no waiver reaches so far."""
    if deadlines.termination is not None and entry.time > deadlines.termination.at:
        return f"after the termination, {deadlines.termination}"
    if deadlines.settled is not None and entry.time > deadlines.settled.at:
        return f"after the settlement, {deadlines.settled}"
    return ""


def _fault_of_withdrawal(entry: Entry, deadlines: Deadlines, waived: bool) -> str | tuple[str, str] | None:
    """As of a withdrawal. A waiver mends its form, but not that it comes when tenders are irrevocable."""
    last = deadlines.last_withdrawal
    irrevocable = deadlines.withdrawal is None and not deadlines.withdrawable
    late = irrevocable or (last is not None and entry.time > last.at)
    cure = f"; {_INCURABLE}" if late and entry.waiver is not None else ""
    if entry.defect and not (waived and not late):
        if entry.waiver is not None and not late:
            return f"{entry.defect}; waived only on {_said(entry.waiver.at)}"
        return f"{_why(entry, late)}{cure}"
    if irrevocable:
        return f"withdraws, and tenders cannot be withdrawn in this offer{cure}", _KNOWN
    if late:
        return f"withdraws on {_said(entry.time)}, {_after(deadlines, last, 'last moment for it')}{cure}", _KNOWN
    return None


def _after(deadlines: Deadlines, last: Deadline | None, usual: str) -> str:
    return f"after the {'termination' if last is deadlines.termination else usual}, {last}"


def _why(entry: Entry, late: bool) -> str:
    """That it is late, unless the row says so itself, and its defect."""
    said = ["late"] if late and not _SAYS_LATE(entry.defect) else []
    return "; ".join([*said, *([entry.defect] if entry.defect else [])])


def _said(time: datetime.datetime) -> str:
    return time.isoformat(" ", "minutes" if not (time.second or time.microsecond) else "auto")
