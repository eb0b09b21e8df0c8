"""What the files of events and assumptions say: the kinds of event, and what counsel and the company call things."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator

from lexdocs.terms.fields import DateOrMomentTerm, DateTerm, MoneyTerm, Section, part


class EventKind(StrEnum):
    """The kinds of event that documents are written for."""

    COMMENCEMENT = "commencement"
    EXTENSION = "extension"
    AMENDMENT = "amendment"
    EARLY_RESULTS = "early_results"
    PRICING = "pricing"
    EXPIRATION = "expiration"
    SETTLEMENT = "settlement"
    INSTALLMENT = "installment"
    TERMINATION = "termination"


class AmendmentClass(StrEnum):
    """What an amendment changes, as counsel classes it: Rule 14e-1(b) asks for it, and no program can tell."""

    CONSIDERATION = "consideration"
    PERCENTAGE = "percentage"
    PERCENTAGE_EXCEPTED = "percentage within two percent"
    SOLICITING_FEE = "soliciting fee"
    OTHER_MATERIAL = "other material"
    IMMATERIAL = "immaterial"


class TerminationReason(StrEnum):
    """Why an offer was ended without accepting anything, as the company says it."""

    MINIMUM = "minimum not met"
    CONDITIONS = "conditions not met"
    DECISION = "decision of the company"


class ConditionsSaid(StrEnum):
    """What became of the conditions beside the minimum, as the company announces it with the results."""

    MET = "met"
    WAIVED = "waived"
    EITHER = "met or waived"


class MinimumSaid(StrEnum):
    """What became of a minimum that was not reached, as the company announces it with the results or the settlement."""

    WAIVED = "waived"


class EventTerms(Section):
    """A file of the folder `events/`."""

    @model_validator(mode="after")
    def _class_of_a_change(self) -> EventTerms:
        """Refuse a class on a commencement, which changes nothing that was offered before."""
        if self.kind is EventKind.COMMENCEMENT and self.classed is not None:
            what = "classed: a commencement changes nothing, and there is nothing for counsel to class"
            raise ValueError(f"{what}; delete this line, or write the change as an event of its own")
        return self

    @model_validator(mode="after")
    def _reason_of_a_termination(self) -> EventTerms:
        """Refuse a reason for what is no termination: no document would say it."""
        if self.kind is not EventKind.TERMINATION and self.reason is not None:
            raise ValueError(f"reason: of a termination alone, and this is {with_article(self.kind)}; delete this line")
        return self

    @model_validator(mode="after")
    def _conditions_of_results(self) -> EventTerms:
        """Refuse to say what became of conditions before the offer has expired: no document would say it."""
        for name in ("conditions", "minimum"):
            if getattr(self, name) is not None and self.kind not in (EventKind.EXPIRATION, EventKind.SETTLEMENT):
                what = f"{name}: of an expiration or a settlement alone, and this is {with_article(self.kind)}"
                raise ValueError(f"{what}; delete this line")
        return self

    kind: EventKind = part("what happened: " + ", ".join(EventKind))
    at: DateOrMomentTerm = part("when it was announced: a date, or a time on it")
    source: str | None = part("the document that states it", default=None)
    classed: AmendmentClass | None = part(
        "how counsel classes an amendment: " + ", ".join(AmendmentClass), default=None
    )
    tendered: MoneyTerm | None = part("principal tendered so far, as the announcement says it", default=None)
    reason: TerminationReason | None = part(
        "why an offer was terminated: " + ", ".join(TerminationReason), default=None
    )
    conditions: ConditionsSaid | None = part(
        "what became of the conditions beside the minimum: " + ", ".join(ConditionsSaid), default=None
    )
    minimum: MinimumSaid | None = part("that a minimum which was not reached is waived: waived", default=None)
    changes: dict[str, str] = part("the terms that it changes, path: new value", default={})


class AssumptionTerms(Section):
    """A file of the folder `assumptions/`."""

    assumed_by: str = part("who assumes these values")
    because: str = part("why, and what the sources leave open")
    since: DateTerm | None = part("the day from which it is assumed; from the start where left out", default=None)
    changes: dict[str, str] = part("what is assumed, path: value")


def with_article(kind: EventKind) -> str:
    """A kind of event as words say it.

    >>> with_article(EventKind.EXPIRATION), with_article(EventKind.SETTLEMENT)
    ('an expiration', 'a settlement')
    """
    said = kind.value.replace("_", " ")
    return f"an {said}" if said[0] in "aeiou" else f"a {said}"
