"""The conditions beside the minimum, once the offer has expired: met, waived, or not told, as its events say it."""

from __future__ import annotations

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Flag, Text

MET, WAIVED = "met", "waived"


@rule()
def conditions_are_told(event_conditions: Each[Text | Pending]) -> Flag:
    """Whether any announcement says that the conditions beside the minimum have been met or waived.

    >>> unsaid = Pending("event_conditions", ("2012-06-15",), "", "", ())
    >>> conditions_are_told({"2012-06-15": unsaid}), conditions_are_told({"2012-06-15": unsaid, "2012-07-20": "met"})
    (False, True)
    """
    return any(not isinstance(said, Pending) for said in event_conditions.values())


@rule()
def conditions_are_met(event_conditions: Each[Text | Pending]) -> Flag:
    """Whether the last announcement that tells it says that all conditions beside the minimum have been met.

    >>> conditions_are_met({"2012-07-20": "met"}), conditions_are_met({"2012-07-20": "met or waived"})
    (True, False)
    """
    return _last(event_conditions) == MET


@rule()
def conditions_are_waived(event_conditions: Each[Text | Pending]) -> Flag:
    """Whether the last announcement that tells it says that all conditions beside the minimum have been waived.

    >>> conditions_are_waived({"2012-07-20": "waived"}), conditions_are_waived({"2012-07-20": "met"})
    (True, False)
    """
    return _last(event_conditions) == WAIVED


def _last(event_conditions: Each[str | Pending]) -> str:
    return next((said for said in reversed(list(event_conditions.values())) if not isinstance(said, Pending)), "")
