"""From a validated term sheet to the leaves of the figure graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

from lexdocs.errors import Problem, did_you_mean
from lexdocs.notation.units import Unit
from lexdocs.terms.changes import Change
from lexdocs.terms.fields import AxisOf, Section
from lexdocs.terms.leaf import Leaf, Source
from lexdocs.terms.reader import Path_, Sheet, dotted
from lexdocs.terms.sheet import SourceTerms, TermSheet
from lexdocs.terms.validation import section_type


@dataclass(frozen=True)
class Flattened:
    """The leaves of a term sheet, the axes that it lists, and what is wrong with its labels."""

    leaves: tuple[Leaf, ...]
    axes: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...] = ()


@cache
def declared(model: type[Section]) -> tuple[Leaf, ...]:
    """Every leaf that a kind of term sheet can have, without values: one for all rows of an axis."""
    return tuple(_Walk(Sheet("", {}, {}, {}), ()).shapes(model, (), ()))


def flatten(values: TermSheet, sheet: Sheet, changes: Iterable[Change] = ()) -> Flattened:
    """The leaves of a term sheet, each with its place and its source or assumption."""
    walk = _Walk(sheet, tuple(changes))
    leaves = tuple(walk.section(type(values), values, (), (), ()))
    # The rows of the tender log have sources, as those of the register have, though no term of the sheet does.
    known = {_plain(leaf.path) for leaf in declared(type(values))} | {"tenders"}
    sourced, problems = _sourced(leaves, values.sources, sheet, known)
    return Flattened(sourced, walk.axes, tuple(walk.problems) + tuple(problems))


class _Walk:
    """One walk over a model; it gathers axes and problems as it goes."""

    def __init__(self, sheet: Sheet, changes: tuple[Change, ...]) -> None:
        self.sheet = sheet
        self.assumed = {change.path: change.assumption for change in changes}
        self.axes: dict[str, tuple[str, ...]] = {}
        self.problems: list[Problem] = []

    def section(
        self, model: type[Section], section: Any, path: Path_, axes: tuple[str, ...], key: tuple[str, ...]
    ) -> Iterable[Leaf]:
        for name, field in model.model_fields.items():
            value, at = getattr(section, name, None), (*path, name)
            axis, inner = _axis(field), section_type(field.annotation)
            if axis is not None:
                yield from self.rows(axis, inner, value or (), at, (*axes, axis.axis), key, field)
            elif figure := _figure(field):
                yield self.leaf(figure, field, value, at, axes, key)
            elif inner is not None and issubclass(inner, Section) and _is_section(field):
                if not field.is_required() and field.default is None:
                    where, says = self.sheet.place(at), f"Whether the terms have a section {name}"
                    yield Leaf(f"has_{name}", dotted(at), Unit.FLAG, says, where, value is not None, axes=axes, key=key)
                yield from self.section(inner, value, at, axes, key)

    def rows(
        self, axis: AxisOf, inner: type[Any] | None, items: Any, path: Path_, axes: tuple[str, ...],
        key: tuple[str, ...], field: FieldInfo,
    ) -> Iterable[Leaf]:  # fmt: skip
        labels = [axis.label(item) for item in items]
        for index, label in enumerate(labels):
            if label in labels[:index]:
                what = f'{dotted((*path, index))}: another row is called "{label}" too'
                self.problems.append(Problem(self.sheet.place((*path, index)), what, "tell the rows apart"))
        self.axes[axis.axis] = tuple(labels)
        for index, (label, item) in enumerate(zip(labels, items, strict=True)):
            at, row = (*path, index), (*key, label)
            if inner is not None:
                yield from self.section(inner, item, at, axes, row)
            else:
                yield self.leaf(axis.item, field, item, at, axes, row)

    def leaf(
        self, name: str, field: FieldInfo, value: Any, at: Path_, axes: tuple[str, ...], key: tuple[str, ...]
    ) -> Leaf:
        raw = self.sheet.value(at)
        path = dotted(at)
        where, written = self.sheet.place(at), raw if isinstance(raw, str) else None
        return Leaf(
            name, path, _unit(field), field.description or name, where, value, written, axes, key,
            assumption=self.assumed.get(path),
        )  # fmt: skip

    def shapes(self, model: type[Section], path: Path_, axes: tuple[str, ...]) -> Iterable[Leaf]:
        for name, field in model.model_fields.items():
            at, axis, inner = (*path, name), _axis(field), section_type(field.annotation)
            if axis is not None and inner is None:
                yield self.leaf(axis.item, field, None, at, (*axes, axis.axis), ())
            elif axis is not None and inner is not None and issubclass(inner, Section):
                self.axes[axis.axis] = ()
                yield from self.shapes(inner, at, (*axes, axis.axis))
            elif figure := _figure(field):
                yield self.leaf(figure, field, None, at, axes, ())
            elif inner is not None and issubclass(inner, Section) and _is_section(field):
                if not field.is_required() and field.default is None:
                    says = f"Whether the terms have a section {name}"
                    yield Leaf(f"has_{name}", dotted(at), Unit.FLAG, says, self.sheet.place(at), axes=axes)
                yield from self.shapes(inner, at, axes)


def axes_of(model: type[Section]) -> tuple[str, ...]:
    """The axes that a kind of term sheet lists, filled or not."""
    return tuple(dict.fromkeys(axis for leaf in declared(model) for axis in leaf.axes))


def _axis(field: FieldInfo) -> AxisOf | None:
    return next((each for each in field.metadata if isinstance(each, AxisOf)), None)


def _figure(field: FieldInfo) -> str:
    extra = field.json_schema_extra
    return str(extra.get("x-figure", "")) if isinstance(extra, dict) else ""


def _is_section(field: FieldInfo) -> bool:
    """A section proper, not a table or a list of them, as the sources and the acknowledgments are."""
    return "dict" not in str(field.annotation) and "tuple" not in str(field.annotation)


def _unit(field: FieldInfo) -> Unit:
    """The unit in a field's annotation, wherever pydantic keeps it."""

    def search(thing: Any) -> Unit | None:
        for each in getattr(thing, "__metadata__", ()):
            if isinstance(each, Unit):
                return each
        for each in getattr(thing, "__args__", ()):
            found = search(each)
            if found is not None:
                return found
        return None

    found = next((each for each in field.metadata if isinstance(each, Unit)), None) or search(field.annotation)
    if found is None:
        raise TypeError(f"the term {field.description} has no unit")
    return found


def _plain(path: str) -> str:
    """A path without its row numbers."""
    return "".join(part.split("]")[-1] for part in path.split("["))


def source_of(path: str, sources: Mapping[str, SourceTerms]) -> Source | None:
    """The source that names a path, or the longest beginning of it."""
    named = {
        each: Source(source.document, place)
        for source in sources.values()
        for place, paths in source.states.items()
        for each in paths
    }
    while path and path not in named:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return named.get(path)


def _sourced(
    leaves: Iterable[Leaf], sources: Mapping[str, SourceTerms], sheet: Sheet, known: set[str]
) -> tuple[tuple[Leaf, ...], list[Problem]]:
    """Give each leaf its source; a path that no term has is a problem."""
    problems = [
        Problem(
            sheet.place(("sources", name, "states", place, index)),
            f'sources.{name}: "{path}" is not the path of a term', did_you_mean(path, known),
        )
        for name, source in sources.items()
        for place, paths in source.states.items()
        for index, path in enumerate(paths)
        if not any(_plain(path) == each or each.startswith(_plain(path) + ".") for each in known)
    ]  # fmt: skip
    sourced = (
        leaf if leaf.assumption is not None else replace(leaf, source=source_of(leaf.path, sources)) for leaf in leaves
    )
    return tuple(sourced), problems
