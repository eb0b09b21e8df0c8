"""Relief that lets an offer for debt be open for less than twenty business days: elected by counsel, never inferred.

Each condition is a finding of its own. The conditions are in our words, from summaries: what counts is the letter.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from lexdocs.figures.book import FigureBook
from lexdocs.law.facts import stated
from lexdocs.law.finding import Finding, Result, place_of, said, under
from lexdocs.law.in_force import Force, form_of
from lexdocs.law.looking import date, fixed, value
from lexdocs.law.relief_shown import SHOWN
from lexdocs.terms.law_terms import Fact, Relief


@dataclass(frozen=True)
class Period:
    """How long an offer must be open under elected relief, and whether the relief's conditions hold.

    `changes` are business days after a change of consideration and after any other material change.
    """

    force: Force
    standing: Result
    days: int
    calendar: bool = False
    changes: tuple[int, int] | None = None


_CONDITIONS: dict[Relief, tuple[tuple[Fact, str], ...]] = {
    Relief.STAFF_LETTERS: (
        (Fact.BY_ISSUER, "the offer is made by the issuer of the notes"),
        (Fact.ANY_AND_ALL, "it is made for any and all of the class"),
        (Fact.ALL_CASH, "it pays cash and nothing else"),
        (Fact.INVESTMENT_GRADE, "the notes are rated investment grade"),
        (Fact.EXPEDITED_DISSEMINATION, "all holders, beneficial ones too, hear of it in time to take part"),
        (Fact.NO_COMPETING_OFFER, "it neither foresees nor answers another offer for the issuer's securities"),
    ),
    Relief.LETTER_2015: (
        (Fact.BY_ISSUER, "the offer is made by the issuer, its wholly owned subsidiary or its sole parent"),
        (Fact.ANY_AND_ALL, "it is made for any and all of the class"),
        (
            Fact.CASH_OR_QUALIFIED_DEBT,
            "it pays cash, or debt that differs in maturity, rate, dates and redemption alone",
        ),
        (Fact.PRICE_FIXED, "the price is fixed, or a fixed spread over a benchmark"),
        (Fact.OPEN_TO_ALL, "it is open to all holders, with cash for those who may not take new debt"),
        (Fact.NO_CONSENTS, "no consents to amend the indenture are solicited with it"),
        (Fact.NO_DEFAULT, "no default exists under the indenture or another material credit agreement"),
        (Fact.NO_INSOLVENCY, "no insolvency, no prepackaged plan, no talks on a restructuring with creditors"),
        (Fact.NO_CHANGE_OF_CONTROL, "no change of control or other extraordinary transaction prompts it"),
        (Fact.NO_COMPETING_OFFER, "it neither foresees nor answers another offer for the issuer's securities"),
        (Fact.NO_OFFER_BESIDE, "no offer beside it gives other notes obligors, collateral or an earlier maturity"),
        (Fact.NO_MATERIAL_TRANSACTION, "no acquisition or sale that needs pro forma figures was announced just before"),
        (Fact.NO_SENIOR_FINANCING, "it is not paid for with new debt that ranks ahead of the notes"),
        (Fact.GUARANTEED_DELIVERY, "tenders by guaranteed delivery are taken, two business days after expiration"),
        (Fact.RELEASE_BY_TEN, "a release with a link went to a wire service by ten in the morning, Eastern time"),
        (Fact.FORM_8K_BY_NOON, "a reporting issuer furnished it on Form 8-K by noon of the first business day"),
        (Fact.WITHDRAWAL_RIGHTS, "tenders may be withdrawn until expiration, and again if the offer drags on"),
    ),
}

_CHANGES = {Relief.LETTER_2015: (5, 3)}


def elected(book: FigureBook) -> Relief | None:
    """The relief that counsel elects; `Relief.NONE` where counsel elects none, None where nothing is said."""
    text = value(book, "tender_relief")
    return None if text is None else Relief(str(text))


def check(book: FigureBook) -> Iterator[Finding]:
    """One line where nothing is elected; else the dates and each condition of the relief."""
    if "announced" not in book.shapes:
        return
    chosen = elected(book)
    if chosen is None:
        says = "law.relief elects none and rules none out; the offer is judged by the full period"
        yield Finding("relief", Result.COUNSEL, says, "staff letters and orders on Rule 14e-1")
        return
    if chosen is Relief.NONE:
        yield Finding("relief", Result.MET, "counsel elects none; the offer is judged by the full period")
        return
    yield from conditions(book, chosen)


def conditions(book: FigureBook, chosen: Relief) -> Iterator[Finding]:
    """The dates of a relief and each of its conditions."""
    force, announced, leaf = form_of(chosen), date(book, "announced"), fixed(book, "tender_relief")
    where = place_of(leaf) if leaf else None
    if announced is None:
        yield under(force, "dates", Result.COUNSEL, "the offer is not announced yet", where, rule="relief")
    else:
        yield under(force, "dates", *_dated(force, announced), where, rule="relief")
    if chosen is Relief.ORDER_2026:
        says = "the conditions of the order are to be read in the order itself"
        yield under(force, "conditions", Result.COUNSEL, says, where, rule="relief")
        return
    yield _plain_debt(book, force)
    for fact, says in _CONDITIONS[chosen]:
        yield _condition(book, force, fact, says)


def _dated(force: Force, announced: datetime.date) -> tuple[Result, str]:
    span = f"from {said(force.since)}" + (f" to {said(force.until)}" if force.until else "")
    verb = "are" if force.rule.startswith("staff letters") else "is"
    says = f"the {force.rule} {verb} for offers announced {span}; this one was on {said(announced)}"
    return (Result.MET if force.holds(announced) else Result.NOT_MET), says


def _plain_debt(book: FigureBook, force: Force) -> Finding:
    convertible = fixed(book, "old_notes_are_convertible")
    says = "the notes are not convertible into equity"
    if convertible is None:
        return under(force, "not convertible", Result.COUNSEL, f"{says}: law.convertible does not say", rule="relief")
    return under(force, "not convertible", Result.MET, says, place_of(convertible), rule="relief")


def _condition(book: FigureBook, force: Force, fact: Fact, says: str) -> Finding:
    shown = SHOWN[fact](book) if fact in SHOWN else None
    if shown is not None:
        return under(force, fact, Result.NOT_MET, f"{says}; but {shown[0]}", shown[1], rule="relief")
    return stated(book, force, fact, says, rule="relief")


def period_of(book: FigureBook) -> Period | None:
    """The period under the relief that counsel elects, with how its conditions stand; None where none is elected."""
    chosen = elected(book)
    if chosen is None or chosen is Relief.NONE:
        return None
    results = {each.result for each in conditions(book, chosen)}
    standing = next((each for each in (Result.NOT_MET, Result.COUNSEL) if each in results), Result.MET)
    force = form_of(chosen)
    return Period(force, standing, force.days, chosen is Relief.STAFF_LETTERS, _CHANGES.get(chosen))
