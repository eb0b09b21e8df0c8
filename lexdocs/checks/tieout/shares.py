"""Shares that a text works out itself: so many percent, where two amounts beside it stand in that proportion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from lexdocs.checks.tieout.facts import MICRO, Fact
from lexdocs.checks.tieout.known import Known
from lexdocs.checks.tieout.looking import Looked
from lexdocs.checks.tieout.values import Fit, Held, held
from lexdocs.notation.grammar import Kind
from lexdocs.notation.units import Unit

_CLOSE = 100  # millionths
_NEAREST = 4  # amounts on either side
_AMOUNTS = (Kind.MONEY, Kind.NUMBER)


def worked_out(looked: Looked, beside: Sequence[Looked], known: Known) -> tuple[Fact, Held] | None:
    """The share that a percentage is, where it is the proportion of two figures beside it; the most public of several.

    `beside` are the numbers of its passage, or of its row of a table, that tie to figures, in order.
    """
    reading = looked.reading
    if reading.value is None or not (looked.item.kind in (Kind.PERCENTAGE, Kind.FRACTION) or reading.share):
        return None
    fitting = [
        (fact, fit)
        for fact in known.matcher.facts.by_unit.get(Unit.PERCENTAGE, ())
        if (fit := held(looked.item, reading, fact)).fit in (Fit.EXACT, Fit.ROUNDED)
    ]
    for share in _proportions(looked, beside) if fitting else ():
        of = [(fact, fit) for fact, fit in fitting if _near(share, fact, fit)]
        if of:
            return max(of, key=lambda pair: (pair[0].known, looked.score(pair[0].address), pair[0].address))
    return None


def _near(share: Fraction, fact: Fact, fit: Held) -> bool:
    """Whether a proportion is printed as a figure is; amounts in a text may be rounded themselves."""
    close = fact.micros is not None and abs(share * MICRO - fact.micros) < _CLOSE
    return close or (fit.interval is not None and share in fit.interval)


def _proportions(looked: Looked, beside: Sequence[Looked]) -> Iterator[Fraction]:
    amounts = [each for each in beside if each.item.kind in _AMOUNTS and each.exact and each.reading.value]
    place = sum(1 for each in amounts if each.spot < looked.spot)
    near = amounts[max(place - _NEAREST, 0) : place + _NEAREST]
    for one in near:
        for other in near:
            part, whole = one.reading.value, other.reading.value
            if part and whole and 0 < part <= whole and one is not other:
                yield part / whole
