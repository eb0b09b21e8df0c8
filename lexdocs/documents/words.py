"""Rendering a template's words: figures become marks, nothing is computed. A door of jinja2, with `syntax.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lexdocs.documents.library import Library
from lexdocs.documents.marks import Marker
from lexdocs.documents.names import plural
from lexdocs.documents.places import mark_places, without_places
from lexdocs.documents.syntax import SETTINGS
from lexdocs.errors import Problem, RenderError, Where
from lexdocs.figures.figure import Figure, Pending
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import STYLES
from lexdocs.notation.units import Unit


class MisusedError(Exception):
    """A template asked of a figure what it must not: to compute with it, or to decide by it."""


@dataclass(frozen=True, eq=False)
class Name:
    """A figure's name in the words of one document, with the rows it stands in."""

    name: str
    marker: Marker
    row: Mapping[str, str]
    style: str | None = None

    def figure(self) -> Figure | Pending:
        """The figure that the name stands for here."""
        return self.marker.book.lookup(self.name, self.row)

    def __bool__(self) -> bool:
        found = self.figure()
        if found.unit is not Unit.FLAG:
            raise MisusedError(f'"{self.name}" is not a flag: if asks flags and "is pending" only')
        if isinstance(found, Pending):
            # Which words would be printed is not known, so the document waits for the flag too.
            self.marker.pending.append(found)
            return False
        self.marker.asked[found.address] = found
        return bool(found.value)

    def __getitem__(self, label: str) -> Name:
        free = [axis for axis in self.marker.book.names()[self.name].axes if axis not in self.row]
        if not free:
            raise MisusedError(f'"{self.name}" has no row to choose here: leave out ["{label}"]')
        return Name(self.name, self.marker, {**self.row, free[0]: label}, self.style)

    def _refuse(self, *_others: object) -> NoReturn:
        raise MisusedError(f'"{self.name}" is a figure: templates print, and do not compute or compare')

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _refuse
    __floordiv__ = __mod__ = __pow__ = __neg__ = __pos__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __eq__ = __ne__ = __iter__ = __len__ = __str__ = __int__ = __contains__ = __call__ = _refuse
    __hash__ = None  # type: ignore[assignment]  # as above


@dataclass(frozen=True)
class Row:
    """A row of an axis inside a loop: its attributes are the figures of that row, and the loops inside it."""

    _marker: Marker
    _row: Mapping[str, str]

    def __getattr__(self, name: str) -> Name | Rows:
        shapes = self._marker.book.names()
        if name in shapes:
            return Name(name, self._marker, self._row)
        for shape in shapes.values():
            for axis in shape.axes:
                if plural(axis) == name:
                    return Rows(axis, self._marker, self._row)
        raise AttributeError(name)


@dataclass(frozen=True)
class Rows:
    """An axis, over which a template may loop."""

    axis: str
    marker: Marker
    row: Mapping[str, str]

    def __iter__(self) -> Iterator[Row]:
        labels = self.marker.book.rows(self.axis)
        if isinstance(labels, Pending):
            self.marker.pending.append(labels)
            return iter(())
        return iter([Row(self.marker, {**self.row, self.axis: label}) for label in labels])

    def __bool__(self) -> bool:
        raise MisusedError(f'"{plural(self.axis)}" are rows: if asks flags and "is pending" only')


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox that hands out figures only, and in which an inner loop goes through the rows of the outer row."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Only rows have parts, and loops their first and last."""
        if isinstance(obj, LoopContext):
            return attr in ("first", "last")
        return isinstance(obj, Row) and isinstance(value, Name | Rows)

    def is_safe_callable(self, _obj: Any) -> bool:
        """Nothing can be called."""
        return False

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _nest(tree, None)
        if name is not None:  # a title, or a running head, is of one line and has no file of its own
            mark_places(tree, name)
        tree.set_environment(self)
        return tree


def _nest(node: nodes.Node, row: str | None) -> None:
    for child in node.iter_child_nodes():
        within = row
        if isinstance(child, nodes.For) and isinstance(child.target, nodes.Name):
            if row is not None and isinstance(child.iter, nodes.Name):
                outer = nodes.Name(row, "load", lineno=child.lineno)
                child.iter = nodes.Getattr(outer, child.iter.name, "load", lineno=child.lineno)
            within = child.target.name
        _nest(child, within)


class _Compiled(jinja2.BytecodeCache):
    """What templates were compiled to in this process: a library with one template of its own compiles that alone."""

    _MOST = 512

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What the same words in a file of the same name were compiled to."""
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled; of too many, all are forgotten."""
        if len(self.codes) >= self._MOST:
            self.codes.clear()
        self.codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


def environment(library: Library) -> jinja2.Environment:
    """The sandbox for a library's templates: their figures, loops and includes, and nothing else."""
    made = _Sandbox(
        **SETTINGS,
        loader=jinja2.FunctionLoader(lambda name: _source(library, name)),
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        bytecode_cache=_COMPILED,
    )
    made.globals = {}
    made.filters = {style: _styled(style) for styles in STYLES.values() for style in styles}
    made.tests = {"pending": _is_pending}
    return made


def _finalize(value: Any) -> str:
    """What an output of a template becomes: a figure its mark; nothing else is printed."""
    if isinstance(value, Name):
        return value.marker.mark(value.figure(), value.style)
    if isinstance(value, jinja2.Undefined):
        return str(value)  # raises, naming what is not there
    raise MisusedError("templates print figures only")


def _source(library: Library, name: str) -> tuple[str, str, Callable[[], bool]] | None:
    template = library.get(name)
    return None if template is None else (template.body, template.name, lambda: True)


def _styled(style: str) -> Callable[[Any], Any]:
    def styled(value: Any) -> Any:
        if not isinstance(value, Name):
            raise MisusedError(f"| {style} is a print style, and only figures are printed in one")
        return Name(value.name, value.marker, value.row, style)

    return styled


def _is_pending(value: Any) -> bool:
    if isinstance(value, Rows):
        return value.marker.waits(value.marker.book.rows(value.axis))
    if isinstance(value, Name):
        return value.marker.waits(value.figure())
    raise MisusedError("is pending asks of figures only")


def render(template: jinja2.Template, row: Mapping[str, str], marker: Marker) -> str:
    """The words of a template with a mark for each printed value. Raises `RenderError` with file and line."""
    return without_places(render_with_places(template, row, marker))


def render_with_places(template: jinja2.Template, row: Mapping[str, str], marker: Marker) -> str:
    """The same words with a mark for the place of each line too."""
    shapes = marker.book.names()
    axes = {axis for shape in shapes.values() for axis in shape.axes}
    names: dict[str, Any] = {plural(axis): Rows(axis, marker, row) for axis in axes}
    names |= {name: Name(name, marker, row) for name in shapes}
    try:
        return template.render(names)
    except RenderError:
        raise
    except (MisusedError, NotationError, KeyError, jinja2.TemplateError) as error:
        said = f"no row is known for {error}" if isinstance(error, KeyError) else str(error)
        file, line = _place(error, marker.where)
        raise RenderError(Problem(Where(file, line), said)) from None


def _place(error: BaseException, otherwise: Where) -> tuple[str, int]:
    """The template file and line where an error arose: the innermost that its trace knows."""
    place = (otherwise.file, otherwise.line)
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".md"):
            place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return place
