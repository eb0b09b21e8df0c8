"""Trust Indenture Act §§ 304 and 306: whether the indenture is qualified in time, where it must be."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure
from lexdocs.law.exemptions import exemption_of, offers_securities
from lexdocs.law.finding import Finding, Result, place_of, said, under
from lexdocs.law.in_force import form_of
from lexdocs.law.looking import date, fixed
from lexdocs.terms.law_terms import Exemption

RULE = "Trust Indenture Act"


def check(book: FigureBook) -> Iterator[Finding]:
    """Filed before the offer, effective before issuance; nothing for an exempt issue beyond saying so."""
    if not offers_securities(book):
        return
    force, named = form_of(RULE), exemption_of(book)
    if named is None:
        yield under(force, "", Result.COUNSEL, "whether the indenture must be qualified turns on law.exemption")
    elif named is Exemption.PRIVATE:
        says = "an offer under § 4(a)(2), Rule 144A or Regulation S is exempt by § 304(b)"
        yield under(force, "", Result.MET, says)
    elif named is Exemption.REGISTERED:
        says = "the indenture is qualified when the registration statement becomes effective"
        yield under(force, "", Result.MET, says)
    else:
        yield _before("filed", fixed(book, "t3_filed"), date(book, "announced"), "the offer")
        issued = date(book, "consummation_date", "settlement_date")
        yield _before("effective", fixed(book, "t3_effective"), issued, "issuance")


def _before(about: str, found: Figure | None, limit: datetime.date | None, what: str) -> Finding:
    """A date of Form T-3 against the day by which it must be; the same day is for counsel, who knows the hour."""
    force, name = form_of(RULE), f"law.t3_{about}"
    if found is None or not isinstance(found.value, datetime.date):
        return under(force, about, Result.COUNSEL, f"Form T-3 must be {about} before {what}: {name} is not given")
    if limit is None:
        says = f"Form T-3 was {about} on {said(found.value)}; the date of {what} is not fixed yet"
        return under(force, about, Result.COUNSEL, says, place_of(found))
    says = f"Form T-3 was {about} on {said(found.value)}, {what} is on {said(limit)}"
    if found.value == limit:
        return under(force, about, Result.COUNSEL, f"{says}: which came first that day?", place_of(found))
    return under(force, about, Result.MET if found.value < limit else Result.NOT_MET, says, place_of(found))
