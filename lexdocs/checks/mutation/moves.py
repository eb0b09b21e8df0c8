"""What moved between two books, whether it may, and what took up the change where nothing did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from lexdocs.checks.mutation.ancestry import Below, Bits, Place, resting, rows_of
from lexdocs.checks.mutation.liveness import SELF, Liveness
from lexdocs.checks.mutation.outcome import Fault, Finding, Moved, Stayed
from lexdocs.checks.mutation.rules import choices, unread
from lexdocs.checks.mutation.watching import labels, state
from lexdocs.deal import Deal
from lexdocs.figures.explain import rounding, shown
from lexdocs.figures.figure import Derivation, Figure, Pending, address
from lexdocs.figures.plan import Plan
from lexdocs.notation.units import Unit

_AMOUNTS = (int, Fraction, Decimal)
_NO_TERM = "no term that moved is among those it follows from"


@dataclass
class Base:
    """A deal before any change, with what can be worked out of it once."""

    deal: Deal
    below: Below
    liveness: Liveness
    bits: Bits = field(default_factory=Bits)
    resting: Mapping[Place, int] = field(default_factory=dict)
    plans: Mapping[str, list[Plan]] = field(default_factory=dict)
    leaves: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.resting = resting(self.deal.book, self.bits)
        plans: dict[str, list[Plan]] = {}
        for plan in self.deal.graph.plans:
            plans.setdefault(plan.rule.name, []).append(plan)
        self.plans = plans
        self.leaves = leaf_states(self.deal)

    def plan(self, figure: Figure) -> Plan:
        """The plan by which a figure was worked out."""
        every = self.plans[figure.name]
        own = (plan for plan in every if plan.rule.row is not None and plan.rule.row[1] in figure.key)
        return next(own, every[0])


def leaf_states(deal: Deal) -> Mapping[str, object]:
    """Each term with what it says and the row it says it of."""
    return {leaf.path: (leaf.value, leaf.written, leaf.key) for leaf in deal.terms.leaves}


@dataclass(frozen=True)
class Moves:
    """The differences of a changed deal from its base."""

    base: Base
    deal: Deal

    def places(self) -> set[Place]:
        """The figures that are others, or that are only on one side."""
        was, now = self.base.deal.book.figures, self.deal.book.figures
        both = {place for place, figure in was.items() if place in now and state(figure) != state(now[place])}
        return both | (was.keys() ^ now.keys())

    def figures(self, places: set[Place]) -> tuple[Moved, ...]:
        """What moved, in the order of the book."""
        was, now = self.base.deal.book.figures, self.deal.book.figures
        ordered = [place for place in (*was, *(each for each in now if each not in was)) if place in places]
        return tuple(Moved(address(*place), _says(was.get(place)), _says(now.get(place))) for place in ordered)

    def leaves(self) -> set[str]:
        """The paths of the terms that are others, or that are only on one side."""
        now = leaf_states(self.deal)
        both = {path for path, said in self.base.leaves.items() if path in now and now[path] != said}
        return both | (self.base.leaves.keys() ^ now.keys())

    def axes(self) -> set[str]:
        """The axes that list other rows."""
        book, new = self.base.deal.book, self.deal.book
        return {axis for axis in book.axes if labels(book, axis) != labels(new, axis)}

    def uncalled(self, places: set[Place], now: Mapping[Place, int]) -> Iterator[Finding]:
        """Figures that moved though no term under their proof did, before or after."""
        terms, axes = self.leaves(), self.axes()
        roots = self.base.bits.of(terms)
        by_rows = self.base.below.of(map(rows_of, axes)) if axes else frozenset()
        for place in places:
            under = self.base.resting.get(place, 0) | now.get(place, 0)
            if not under & roots and place[0] not in by_rows:
                yield Finding(Fault.UNCALLED, address(*place), "", _NO_TERM)
        if axes:
            both = (*self.base.deal.terms.leaves, *self.deal.terms.leaves)
            reached = self.base.below.of({leaf.name for leaf in both if leaf.path in terms})
            listed = {axis for leaf in both for axis in leaf.axes}
            for axis in sorted(axes - listed):
                if rows_of(axis) not in reached:
                    yield Finding(Fault.UNCALLED, rows_of(axis), "", _NO_TERM)

    def stayed(self, places: set[Place]) -> Iterator[tuple[Stayed, Finding | None]]:
        """Figures of which an input moved and that did not, each with the reason, or with what is wrong."""
        book = self.deal.book.figures
        for place, was in self.base.deal.book.figures.items():
            now = book.get(place)
            if place in places or not isinstance(was, Figure) or not isinstance(now, Figure):
                continue
            moved = [
                given.parameter
                for given in was.inputs
                if any((each.name, each.key) in places for each in given.figures)
            ]
            for parameter in moved:
                reason = self._reason(was, now, parameter, alone=len(moved) == 1)
                says = f"{parameter} never moves it, and neither a rounding nor a branch takes it up"
                if reason:
                    yield Stayed(was.address, f"{parameter}: {reason}"), None
                else:
                    yield Stayed(was.address, says), Finding(Fault.SKIPPED, was.name, "", says)

    def _reason(self, was: Figure, now: Figure, parameter: str, *, alone: bool) -> str:
        """What took up the move of an input, or nothing."""
        old, new = was.proof, now.proof
        if isinstance(old, Derivation) and isinstance(new, Derivation) and old.exact != new.exact:
            return rounding(new) or rounding(old) or "rounded"
        plan = self.base.plan(was)
        if plan.rule.round is not None and parameter in plan.rule.round.figures:
            return "there is nothing to round"
        if _values(was, parameter) == _values(now, parameter):
            return "its rows say the same under other names"
        if _sum(was, parameter) is not None and _sum(was, parameter) == _sum(now, parameter):
            return "its rows come to the same in sum"
        by = self.base.liveness.moves(plan, parameter)
        chosen = choices(plan.rule.function)
        if by and by != SELF:
            return f"it depends on {by}"
        if was.unit is Unit.FLAG and (by or chosen):
            return "the answer is the same"
        if chosen:
            return "; ".join(chosen)
        nothing = [
            each.address
            for given in now.inputs
            for each in given.figures
            if given.parameter != parameter and isinstance(each, Figure) and each.value == 0
        ]
        if by and nothing:
            return f"{nothing[0]} is nothing"
        return "the changes cancel out" if by and not alone else ""


def _values(figure: Figure, parameter: str) -> list[object]:
    """What a figure was given for a parameter, without the names of the rows."""
    return [state(each) for given in figure.inputs if given.parameter == parameter for each in given.figures]


def _sum(figure: Figure, parameter: str) -> Fraction | None:
    """What the rows come to that a figure was given for a parameter; None where they are no amounts."""
    rows = [each for given in figure.inputs if given.parameter == parameter and given.each for each in given.figures]
    amounts = [Fraction(each.value) for each in rows if isinstance(each, Figure) and isinstance(each.value, _AMOUNTS)]
    return sum(amounts, Fraction(0)) if rows and len(amounts) == len(rows) else None


def _says(figure: Figure | Pending | None) -> str:
    return "not there" if figure is None else shown(figure)


def skipped(base: Base) -> Iterator[Finding]:
    """Inputs of rules that the rules do not read at all."""
    for plan in base.deal.graph.plans:
        unused = unread(plan.rule.function)
        for take in plan.takes:
            name = take.parameter.name
            if name in unused:
                yield Finding(Fault.SKIPPED, plan.rule.name, "", f"{name} is an input and is never read")
