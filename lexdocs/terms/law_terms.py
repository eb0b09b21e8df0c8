"""What counsel elects and knows of the law: relief, exemption, filings, tax, and facts that no other term shows.

Nothing here is inferred. What is left out is counsel's to decide, and a finding says so.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import model_validator

from lexdocs.notation.units import Unit
from lexdocs.terms.fields import (
    AxisOf,
    DateTerm,
    FlagTerm,
    MoneyTerm,
    PercentageTerm,
    RateTerm,
    Section,
    TextTerm,
    leaf,
    part,
)


class Relief(StrEnum):
    """Relief from the time for which a tender offer must stay open, which counsel elects."""

    NONE = "none"
    STAFF_LETTERS = "staff letters of 1986 to 1990"
    LETTER_2015 = "no-action letter of January 23, 2015"
    ORDER_2026 = "exemptive order of June 30, 2026"


class Exemption(StrEnum):
    """How the securities that are offered escape registration, or that they do not."""

    EXCHANGE = "3(a)(9)"
    PRIVATE = "4(a)(2)/144A/Reg S"
    FAIRNESS = "3(a)(10)"
    REGISTERED = "registered"
    PLAN = "1145"


class Fact(StrEnum):
    """A fact on which a rule turns and which no other term shows; counsel says whether it holds."""

    SAME_ISSUER = "same issuer"
    EXISTING_HOLDERS = "existing holders only"
    NO_PAID_SOLICITATION = "no paid solicitation"
    FAIRNESS_HEARING = "fairness hearing held"
    NO_GENERAL_SOLICITATION = "no general solicitation"
    PLAN_CONFIRMED = "plan confirmed"
    REGISTRATION_EFFECTIVE = "registration effective"
    BY_ISSUER = "made by the issuer or its group"
    ANY_AND_ALL = "any and all"
    CASH_OR_QUALIFIED_DEBT = "cash or qualified debt only"
    ALL_CASH = "cash only"
    INVESTMENT_GRADE = "investment grade"
    OPEN_TO_ALL = "open to all holders"
    NO_CONSENTS = "no consent solicitation"
    NO_DEFAULT = "no default"
    NO_INSOLVENCY = "no insolvency or restructuring"
    NO_CHANGE_OF_CONTROL = "no change of control"
    NO_COMPETING_OFFER = "no response to another offer"
    NO_OFFER_BESIDE = "no offer beside it that ranks other notes higher"
    NO_MATERIAL_TRANSACTION = "no recent material acquisition or sale"
    NO_SENIOR_FINANCING = "not financed by senior debt"
    GUARANTEED_DELIVERY = "guaranteed delivery"
    RELEASE_BY_TEN = "press release by 10:00 a.m."
    FORM_8K_BY_NOON = "Form 8-K by noon"
    WITHDRAWAL_RIGHTS = "withdrawal rights"
    PRICE_FIXED = "fixed price or fixed spread"
    EXPEDITED_DISSEMINATION = "expedited dissemination"


class LegalFact(Section):
    """A fact, and whether counsel says that it holds."""

    fact: Fact = part("the fact: one of the list")
    holds: FlagTerm = leaf("legal_fact_holds", "Whether counsel says that the fact holds")


class TaxTerms(Section):
    """What the rules on original issue discount ask of the new notes."""

    publicly_traded: FlagTerm | None = leaf(
        "notes_are_publicly_traded",
        "Whether the old or the new notes are publicly traded, for tax",
        pending=True,
    )
    issue_price: PercentageTerm | None = leaf(
        "issue_price",
        "Issue price of the new notes and of what comes with them, as part of principal",
        pending=True,
    )
    allocated_to_warrants: PercentageTerm | None = leaf(
        "issue_price_of_warrants",
        "Part of the issue price that goes to warrants or shares, as part of principal",
        pending=True,
    )
    federal_rate: RateTerm | None = leaf(
        "applicable_federal_rate",
        "Applicable federal rate for the month of issue and the term of the new notes, compounded as they pay interest",
        pending=True,
    )


class LawTerms(Section):
    """What counsel elects and knows."""

    @model_validator(mode="after")
    def _covered(self) -> LawTerms:
        """Refuse what this tool does not cover."""
        if self.convertible:
            what = "an offer for convertible notes is under Rule 13e-4 too, which is not covered here"
            raise ValueError(f"law.convertible: {what}; leave this deal to other means")
        return self

    relief: Annotated[Relief | None, Unit.TEXT] = leaf(
        "tender_relief", "Relief from the time for which the offer must stay open", pending=True
    )
    exemption: Annotated[Exemption | None, Unit.TEXT] = leaf(
        "securities_exemption", "Exemption from registration under which the new securities are offered", pending=True
    )
    convertible: FlagTerm | None = leaf(
        "old_notes_are_convertible", "Whether the old notes are convertible into equity", pending=True
    )
    t3_filed: DateTerm | None = leaf("t3_filed", "Date on which Form T-3 was filed", pending=True)
    t3_effective: DateTerm | None = leaf("t3_effective", "Date on which Form T-3 became effective", pending=True)
    solicitation_fee: MoneyTerm | None = leaf(
        "solicitation_fee", "Fee paid for soliciting tenders, for each denomination", pending=True
    )
    facts: Annotated[tuple[LegalFact, ...], AxisOf("legal_fact", lambda each: str(each.fact))] = part(
        "facts on which a rule turns and which no other term shows", default=()
    )
    tax: TaxTerms = part("what the rules on original issue discount ask", default=TaxTerms())


class AcknowledgedTerms(Section):
    """A finding that counsel has taken note of: it still shows, and no longer fails a run."""

    finding: TextTerm = part("the finding's key, as `lexdocs validate` shows it")
    by: TextTerm = part("who takes note of it")
    because: TextTerm = part("why it may stand")
