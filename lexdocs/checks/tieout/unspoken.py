"""Figures of which the words around a number say nothing, and that have its value all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from lexdocs.checks.tieout.known import Known
from lexdocs.checks.tieout.matching import Ranked
from lexdocs.checks.tieout.numerals import Reading
from lexdocs.checks.tieout.values import Fit, Held, held
from lexdocs.notation.find import Found
from lexdocs.notation.grammar import Kind
from lexdocs.notation.units import Unit

_TOLD, MILLION = 3, 10**6  # digits, and dollars, from which a rounded amount tells its figure


def unspoken(item: Found, units: Sequence[Unit], reading: Reading, known: Known) -> list[Ranked]:
    """Figures of which the words around say nothing, and that have the value all the same."""
    facts = (fact for unit in units for fact in known.matcher.facts.by_unit.get(unit, ()))
    found = [Ranked(fact, 0.0, 0.0) for fact in facts if held(item, reading, fact).fit is Fit.EXACT]
    return sorted(found, key=lambda each: (-each.fact.known, each.fact.address))


def unspoken_rounded(item: Found, reading: Reading, known: Known) -> list[tuple[Ranked, Held]]:
    """The one total or public amount that rounds to a large number, though the words around say nothing of it."""
    digits = re.sub("[^0-9]", "", item.text).strip("0")
    amount = item.kind is Kind.MONEY or (item.kind is Kind.NUMBER and "," in item.text)
    if not amount or len(digits) < _TOLD or abs(reading.value or Fraction(0)) < MILLION:
        return []
    found = [
        (Ranked(fact, 0.0, 0.0), fit)
        for fact in known.matcher.facts.by_unit.get(Unit.MONEY, ())
        if (fact.known > 1 or fact.name.startswith(("total_", "series_", "old_")))
        and (fit := held(item, reading, fact)).fit is Fit.ROUNDED
    ]
    values = {each.fact.figure.value for each, _ in found}
    return sorted(found, key=lambda pair: (-pair[0].fact.known, pair[0].fact.address)) if len(values) == 1 else []
