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


@rule()
def latest_tells_conditions(event_conditions: Each[Text | Pending]) -> Flag:
    """Whether the last announcement itself says that the conditions beside the minimum have been met or waived.

    >>> unsaid = Pending("event_conditions", ("2012-07-20",), "", "", ())
    >>> latest_tells_conditions({"2012-06-15": unsaid, "2012-07-20": "waived"})
    True
    >>> latest_tells_conditions({"2012-06-15": "waived", "2012-07-20": unsaid})
    False
    """
    return not isinstance(event_conditions[list(event_conditions)[-1]], Pending)


@rule()
def latest_waives_minimum(event_minimum: Each[Text | Pending]) -> Flag:
    """Whether the last announcement itself says that a minimum which was not reached is waived.

    >>> unsaid = Pending("event_minimum", ("2012-07-20",), "", "", ())
    >>> latest_waives_minimum({"2012-07-06": "waived", "2012-07-20": unsaid})
    False
    """
    return not isinstance(event_minimum[list(event_minimum)[-1]], Pending)


@rule()
def minimum_is_waived(event_minimum: Each[Text | Pending]) -> Flag:
    """Whether any announcement says that a minimum which was not reached is waived.

    >>> unsaid = Pending("event_minimum", ("2012-06-15",), "", "", ())
    >>> minimum_is_waived({"2012-06-15": unsaid}), minimum_is_waived({"2012-06-15": unsaid, "2012-07-20": "waived"})
    (False, True)
    """
    return any(not isinstance(said, Pending) for said in event_minimum.values())


@rule()
def tenders_may_be_accepted(minimum_is_met: Flag | Pending, minimum_is_waived: Flag) -> Flag:
    """Whether no minimum stands in the way of accepting tenders: it was reached, or is waived, or there is none.

    >>> [tenders_may_be_accepted(met, waived) for met, waived in ((True, False), (False, True), (False, False))]
    [True, True, False]
    """
    return minimum_is_met is not False or minimum_is_waived


@rule()
def announcement_holds(latest_is_settlement: Flag, tenders_may_be_accepted: Flag) -> Flag:
    """Whether the last announcement can be made: that of a settlement only where tenders may be accepted.

    >>> announcement_holds(True, False), announcement_holds(False, False)
    (False, True)
    """
    return tenders_may_be_accepted or not latest_is_settlement


def _last(event_conditions: Each[str | Pending]) -> str:
    return next((said for said in reversed(list(event_conditions.values())) if not isinstance(said, Pending)), "")
