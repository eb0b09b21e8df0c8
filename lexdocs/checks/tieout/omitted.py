"""What a document of its kind should state and does not, by the house's own document of that kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from lexdocs.checks.tieout.item import Item, Omitted, Outcome
from lexdocs.checks.tieout.known import Known
from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure
from lexdocs.notation.units import Unit, Value

_LIKE = 0.4
"""How much of a house document's figures a text must state to be one of its kind."""
_STATED = frozenset({Outcome.TIED, Outcome.ROUNDED, Outcome.CONTRADICTED, Outcome.AMBIGUOUS})
_PLACES = 4  # of a share: hundredths of a percent
_UNSAID = frozenset({Unit.ROUNDING, Unit.FLAG})
_FURNITURE = frozenset({"legend", "company_short_name", "company_business"})


def omitted(file: str, items: Sequence[Item], known: Known, template: str | None = None) -> Iterator[Omitted]:
    """The figures that the house's document of the same kind prints and a file does not state.

    Which kind a file is, is told by the figures that it states; `template` says it outright.
    """
    stated = {address for item in items if item.outcome in _STATED for address in item.figures}
    kind = template or kind_of(stated, known)
    if kind is None:
        return
    values = {_as_printed(figure) for address in stated if (figure := _figure(known, address)) is not None}
    for address in known.printed[kind]:
        figure = _figure(known, address)
        if figure is None or address in stated or figure.name in _FURNITURE or _as_printed(figure) in values:
            continue
        if figure.value in (0, 1) or figure.unit in _UNSAID or _is_said_otherwise(figure):
            continue
        yield Omitted(file, address, shown(figure), kind)


def kind_of(stated: set[str], known: Known) -> str | None:
    """The template whose figures a text states best, or None where it is like none."""
    scores = {
        template: len(stated & set(printed)) / len(set(printed) | stated)
        for template, printed in known.printed.items()
        if printed
    }
    best = max(scores, key=lambda template: scores[template], default=None)
    return best if best is not None and scores[best] >= _LIKE else None


def _as_printed(figure: Figure) -> tuple[Unit, Value]:
    """A figure by what a document shows of it: of a percentage two places, for more of them are not printed."""
    if figure.unit is Unit.PERCENTAGE and isinstance(figure.value, Fraction):
        return figure.unit, round(figure.value, _PLACES)
    return figure.unit, figure.value


def _figure(known: Known, address: str) -> Figure | None:
    name, _, row = address.partition("[")
    key = tuple(row.removesuffix("]").split(",")) if row else ()
    try:
        figure = known.book.figure(name, key)
    except KeyError:
        return None
    return figure if isinstance(figure, Figure) else None


def _is_said_otherwise(figure: Figure) -> bool:
    """Whether a text is a word such as a place or a class of shares, which a document may say in many forms."""
    return figure.unit is Unit.TEXT and not str(figure.value)[:1].isupper()
