"""What the last announcement says of the offer's history: when it was made, and what it extended."""

from __future__ import annotations

from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Flag, Money, Text, Time


@rule()
def number_of_extensions(event_kind: Each[Text]) -> Count:
    """Extensions announced so far.

    >>> number_of_extensions({"2012-06-15": "commencement", "2012-07-16": "extension"})
    1
    """
    return sum(kind == "extension" for kind in event_kind.values())


@rule()
def is_first_extension(number_of_extensions: Count) -> Flag:
    """Whether the offer was extended once.

    >>> is_first_extension(2)
    False
    """
    return number_of_extensions == 1


@rule()
def expiration_before(event_expiration_before: Each[Time]) -> Time:
    """Time at which the offer was to expire before the last announcement.

    >>> import datetime
    >>> from lexdocs.notation.units import Moment
    >>> friday = Moment(datetime.date(2012, 7, 13), 24, 0, "Chicago")
    >>> expiration_before({"2012-07-16": friday}).date
    datetime.date(2012, 7, 13)
    """
    return event_expiration_before[list(event_expiration_before)[-1]]


@rule()
def announced_tendered(event_tendered: Each[Money]) -> Money:
    """Principal tendered so far, as the last announcement says it.

    >>> from fractions import Fraction
    >>> announced_tendered({"2012-07-16": Fraction(4_000_000)})
    Fraction(4000000, 1)
    """
    return event_tendered[list(event_tendered)[-1]]


@rule()
def announcement_is_timed(event_is_timed: Each[Flag]) -> Flag:
    """Whether the time of day of the last announcement is known.

    >>> announcement_is_timed({"2012-06-15": True, "2012-07-16": False})
    False
    """
    return event_is_timed[list(event_is_timed)[-1]]


@rule()
def offer_is_terminated(event_kind: Each[Text]) -> Flag:
    """Whether the offer was ended without accepting anything.

    >>> offer_is_terminated({"2012-06-15": "commencement", "2012-07-16": "termination"})
    True
    """
    return "termination" in event_kind.values()


@rule()
def ended_for_minimum(event_kind: Each[Text], event_reason: Each[Text]) -> Flag:
    """Whether the offer was terminated because its minimum was not tendered.

    >>> ended_for_minimum({"2012-07-16": "termination"}, {"2012-07-16": "minimum not met"})
    True
    """
    return _ended("minimum not met", event_kind, event_reason)


@rule()
def ended_for_conditions(event_kind: Each[Text], event_reason: Each[Text]) -> Flag:
    """Whether the offer was terminated because other conditions of it were not met.

    >>> ended_for_conditions({"2012-07-16": "termination"}, {"2012-07-16": "minimum not met"})
    False
    """
    return _ended("conditions not met", event_kind, event_reason)


def _ended(reason: str, event_kind: Each[str], event_reason: Each[str]) -> bool:
    """Whether the last event is a termination for a reason; pending where its file gives none."""
    last = list(event_kind)[-1]
    return event_kind[last] == "termination" and event_reason[last] == reason
