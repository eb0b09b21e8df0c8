"""How the new securities escape registration: a term of counsel's, and the conditions of each exemption.

Conversion of the old notes into equity would bring Rule 13e-4 in, which is not covered: such a deal is refused
when its terms are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lexdocs.figures.book import FigureBook
from lexdocs.law.facts import stated
from lexdocs.law.finding import Finding, Result, place_of, under
from lexdocs.law.in_force import Force, form_of
from lexdocs.law.looking import fixed, value
from lexdocs.law.relief_shown import SHOWN
from lexdocs.terms.law_terms import Exemption, Fact

_CONDITIONS: Mapping[Exemption, tuple[tuple[Fact, str], ...]] = {
    Exemption.EXCHANGE: (
        (Fact.SAME_ISSUER, "the new securities are the old notes' issuer's own"),
        (Fact.EXISTING_HOLDERS, "the offer is made to the issuer's existing holders alone"),
        (Fact.NO_PAID_SOLICITATION, "nobody is paid for soliciting tenders"),
    ),
    Exemption.PRIVATE: (
        (Fact.NO_GENERAL_SOLICITATION, "there is no general solicitation: institutions and persons abroad alone"),
    ),
    Exemption.FAIRNESS: ((Fact.FAIRNESS_HEARING, "a court or an authority has held a hearing on fairness"),),
    Exemption.REGISTERED: ((Fact.REGISTRATION_EFFECTIVE, "the registration statement is effective before any sale"),),
    Exemption.PLAN: ((Fact.PLAN_CONFIRMED, "the securities are issued under a confirmed plan of reorganization"),),
}


def exemption_of(book: FigureBook) -> Exemption | None:
    """The exemption that counsel names; None where nothing is said."""
    text = value(book, "securities_exemption")
    return None if text is None else Exemption(str(text))


def offers_securities(book: FigureBook) -> bool:
    """Whether the kind of offer gives anything but cash, as far as its figures show."""
    return any(name in book.shapes for name in ("new_maturity", "new_note_maturity", "consideration_shares"))


def check(book: FigureBook) -> Iterator[Finding]:
    """One line where no exemption is named; else each of its conditions. And whether the notes are convertible."""
    yield from _convertible(book)
    if not offers_securities(book):
        return
    named = exemption_of(book)
    if named is None:
        says = "law.exemption names none, and does not say that the new securities are registered"
        yield Finding("exemption", Result.COUNSEL, says, "Securities Act § 5")
        return
    force = form_of(named)
    for fact, says in _CONDITIONS[named]:
        shown = SHOWN[fact](book) if fact in SHOWN else None
        if shown is not None:
            yield under(force, fact, Result.NOT_MET, f"{says}; but {shown[0]}", shown[1])
        else:
            yield stated(book, force, fact, says)
    if named is Exemption.EXCHANGE:
        yield from _warrants(book, force)


def _warrants(book: FigureBook, force: Force) -> Iterator[Finding]:
    price = fixed(book, "exercise_price")
    if price is not None and price.value:
        says = "the exemption does not cover the sale of shares when a warrant is exercised for cash: name what does"
        yield under(force, "exercise of warrants", Result.COUNSEL, says, place_of(price))


def _convertible(book: FigureBook) -> Iterator[Finding]:
    if "old_notes_are_convertible" not in book.shapes:
        return
    force, said = form_of("13e-4"), fixed(book, "old_notes_are_convertible")
    if said is None:
        says = "law.convertible does not say; offers for convertible notes are not covered here"
        yield under(force, "", Result.COUNSEL, says)
    else:
        says = "the notes are not convertible into equity, and the rule does not reach them"
        yield under(force, "", Result.MET, says, place_of(said))
