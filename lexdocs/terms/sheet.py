"""What every term sheet has, whatever the kind of offer: its kind, its legend, its sources, its register."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BeforeValidator

from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.find import Found, find
from lexdocs.notation.grammar import Kind
from lexdocs.notation.languages import ENGLISH, parse_language
from lexdocs.notation.units import Unit
from lexdocs.terms.calendar_terms import CalendarTerms
from lexdocs.terms.fields import DateTerm, Section, TextTerm, leaf, part
from lexdocs.terms.law_terms import AcknowledgedTerms, LawTerms
from lexdocs.terms.listing_terms import ListingTerms
from lexdocs.terms.tender_terms import TendersTerms


def _without_figures(text: object) -> object:
    """Refuse a figure inside free text: it would have two authors, here and in a term of its own."""
    # "First mortgage" and "second lien" are ranks, which no term of the offer gives a number.
    return _refused(text, lambda each, _text: each.kind is not Kind.ORDINAL)


def _refused(text: object, is_figure: Callable[[Found, str], bool]) -> object:
    """A text in which nothing that is found is a figure."""
    found = [each for each in find(text) if is_figure(each, text)] if isinstance(text, str) else []
    if found:
        what = f'"{found[0].text}" is a figure inside a text'
        raise NotationError(what, "give it a term of its own, and say the rest in words")
    return text


ProseTerm = Annotated[TextTerm, BeforeValidator(_without_figures)]
"""Free text that must not hold a figure. Names of persons and companies may: they are `TextTerm`."""


def _within_a_sentence(text: object) -> object:
    """Refuse a sentence where a part of one is asked for: what begins it and ends it stands in the document."""
    said = text.strip() if isinstance(text, str) else ""
    if said[:1].isupper():
        what = f"{quoted(said.split()[0])} begins a sentence, and a document's own sentence goes on with it"
        raise NotationError(what, "begin with a verb in small letters, such as: complete a financing")
    if said.endswith(".") and not said.endswith(("Inc.", "Corp.", "Co.", "Ltd.", "L.P.", "N.A.")):
        raise NotationError("ends with a full stop, and a document's own sentence goes on after it", "leave it out")
    return text


PhraseTerm = Annotated[ProseTerm, BeforeValidator(_within_a_sentence)]
"""Free text that stands within a sentence of a document: it begins with a verb, and no full stop ends it."""

_IN_NAMES = frozenset({Kind.COUNT, Kind.NUMBER, Kind.ORDINAL, Kind.OTHER})
_MATURITY = re.compile(r"\b(?:due|of|maturing|payable)(?: in)?$", re.IGNORECASE)


def _a_name(text: object) -> object:
    """Refuse a rate or a maturity in a name of securities; "Zero Coupon", "Two-Year" and "Series 2031-1" are names."""
    return _refused(
        text, lambda each, said: each.kind not in _IN_NAMES or bool(_MATURITY.search(said[: each.start].strip()))
    )


NameTerm = Annotated[TextTerm, BeforeValidator(_a_name)]
"""The name of securities: it may hold numbers as names do, but no rate, amount or date, which are terms."""


def _language(text: object) -> object:
    return parse_language(text) if isinstance(text, str) else text


def _with_english(codes: tuple[str, ...]) -> tuple[str, ...]:
    """English is the language of the terms, and what every document is translated from."""
    if ENGLISH not in codes or len(set(codes)) != len(codes):
        what = "leaves out en, in which the terms are written" if ENGLISH not in codes else "names a language twice"
        raise NotationError(what, "write it like [en, es]")
    return codes


LanguageTerms = Annotated[
    tuple[Annotated[str, BeforeValidator(_language)], ...], AfterValidator(_with_english)
]  # fmt: skip


class SourceTerms(Section):
    """A document that states terms, and which term stands where in it."""

    document: str = part("what the document is, as a reader would cite it")
    dated: DateTerm | None = part("its date", default=None)
    approved_by: str | None = part("who approved the terms taken from it", default=None)
    states: dict[str, tuple[str, ...]] = part("place in the document: the paths of the terms that stand there")


class HolderLevel(StrEnum):
    """Whose holdings a register lists, and to whom an offer is made."""

    REGISTERED = "registered"
    PARTICIPANT = "participant"
    BENEFICIAL = "beneficial"


class HoldersTerms(ListingTerms):
    """Where the register of holders is, whose holdings it lists, and what its columns are called."""

    section: ClassVar[str] = "holders"

    level: Annotated[HolderLevel | None, Unit.TEXT] = leaf(
        "register_level", "Level of the holders whom the register lists", pending=True
    )
    file: str = part("the file, beside the term sheet", default="register.csv")


class TermSheet(Section):
    """The terms of any offer."""

    kind: str = part("the kind of offer, such as exchange")
    legend: ProseTerm | None = leaf("legend", "Legend that must stand on every page", default=None)
    languages: LanguageTerms = part(
        "the languages in which notices and statements are written: en, and es, fr or de beside it", default=(ENGLISH,)
    )
    sources: dict[str, SourceTerms] = part("the documents from which the terms are taken", default={})
    holders: HoldersTerms = part("the register of holders", default=HoldersTerms())
    tenders: TendersTerms = part("the log of tenders and withdrawals", default=TendersTerms())
    calendar: CalendarTerms = part("the business days of the deal", default=CalendarTerms())
    law: LawTerms = part("what counsel elects and knows of the law", default=LawTerms())
    acknowledged: tuple[AcknowledgedTerms, ...] = part("findings that counsel has taken note of", default=())
