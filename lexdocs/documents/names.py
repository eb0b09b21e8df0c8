"""Names in templates: which figure an expression means, whether it has a row, and in which style it prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import nodes

from lexdocs.documents.marks import Book
from lexdocs.errors import Problem, Where, did_you_mean
from lexdocs.figures.figure import Pending, Shape
from lexdocs.notation.forms import STYLES
from lexdocs.notation.units import Unit


def plural(axis: str) -> str:
    """The name of an axis in a loop.

    >>> plural("step"), plural("series")
    ('steps', 'all_series')
    """
    return f"all_{axis}" if axis.endswith("s") else f"{axis}s"


@dataclass(frozen=True)
class Scope:
    """What is known at a place: the axes of the document, and the rows of the loops around it, with their axes.

    `hidden` are the axes whose rows are nobody's business who reads the document: a holder sees no other's.
    """

    document: frozenset[str] = frozenset()
    loops: frozenset[str] = frozenset()  # the axes of the loops around this place in this file
    rows: Mapping[str, frozenset[str]] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()

    def within(self, row: str, axis: str) -> Scope:
        """The scope inside a loop over an axis."""
        loops = self.loops | {axis}
        return Scope(self.document, loops, {**self.rows, row: self.document | loops}, self.hidden)

    def included(self) -> Scope:
        """The scope of an included file: the rows can be used, but its own loops begin anew."""
        return Scope(self.document, frozenset(), self.rows, self.hidden)


def own_or_internal(axis: str) -> str:
    """What to do where a document would tell rows of an axis to those whom they do not concern."""
    return f"write per: {axis} into its header for a document of each, or audience: internal"


class Names:
    """Resolves the names of templates against a book, and collects what is wrong with them."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.shapes: Mapping[str, Shape] = book.names()
        self.axes = frozenset(axis for shape in self.shapes.values() for axis in shape.axes)
        self.problems: list[Problem] = []

    def fault(self, where: Where, what: str, remedy: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(where, what, remedy))

    def printed(self, node: nodes.Expr, where: Where, scope: Scope) -> str:
        """Check what `{{ … }}` prints; gives the figure's name."""
        style = None
        if isinstance(node, nodes.Filter):
            style = node.name
            if node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
                self.fault(where, f"the print style {style} takes nothing in brackets", f"write | {style}")
            if isinstance(node.node, nodes.Filter):
                self.fault(where, "a figure prints in one style only", f"leave out | {node.node.name} or | {style}")
                return ""
        inner = node.node if isinstance(node, nodes.Filter) else node
        name = self.figure(inner, where, scope) if inner is not None else None
        if name is None:
            return ""
        unit = self.shapes[name].unit
        if unit is Unit.FLAG:
            self.fault(where, f'"{name}" is a flag and has no printed form', f"decide by it: {{% if {name} %}}")
        elif style is not None and style not in STYLES[unit]:
            self.fault(where, *_style_fault(name, unit, style))
        return name

    def decides(self, node: nodes.Node, where: Where, scope: Scope) -> None:
        """Check what `if` asks: flags, `is pending`, the place in a loop, and not, and, or of them."""
        if isinstance(node, nodes.Not):
            self.decides(node.node, where, scope)
        elif isinstance(node, nodes.And | nodes.Or):
            self.decides(node.left, where, scope)
            self.decides(node.right, where, scope)
        elif isinstance(node, nodes.Test):
            if node.name != "pending" or node.args or node.kwargs:
                self.fault(where, f'there is no test "is {node.name}"', "the only test is: is pending")
            elif not (isinstance(node.node, nodes.Name) and self.axis(node.node.name)):
                self.figure(node.node, where, scope)
        elif isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name == "loop":
            if node.attr not in ("first", "last"):
                self.fault(where, f"there is no loop.{node.attr}", "a loop knows loop.first and loop.last")
            elif not scope.rows:
                self.fault(where, f"loop.{node.attr} stands outside of a loop")
        else:
            name = self.figure(node, where, scope)
            if name is not None and self.shapes[name].unit is not Unit.FLAG:
                self.fault(where, f'"{name}" is not a flag', f"if asks flags only, or: {name} is pending")

    def axis(self, name: str) -> str | None:
        """The axis that a loop means by a name."""
        return next((axis for axis in self.axes if plural(axis) == name), None)

    def figure(self, node: nodes.Node, where: Where, scope: Scope) -> str | None:
        """The name of the figure that an expression means; None, with its problem noted, where it means none."""
        labels: list[str] = []
        while isinstance(node, nodes.Getitem):
            if not isinstance(node.arg, nodes.Const) or not isinstance(node.arg.value, str):
                self.fault(where, "a row is named by its label", 'write it like aggregate_fee["all"]')
                return None
            labels.insert(0, node.arg.value)
            node = node.node
        if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
            name, have = self._of_row(node.node.name, node.attr, where, scope)
        elif isinstance(node, nodes.Name):
            name, have = self._bare(node.name, where, scope)
        else:
            self.fault(where, f"{_KINDS.get(type(node), 'this')} is not allowed: templates print, and do not compute")
            return None
        if name is not None:
            self._rows(name, have, labels, where, scope)
        return name

    def _of_row(self, row: str, name: str, where: Where, scope: Scope) -> tuple[str | None, frozenset[str]]:
        axes = scope.rows.get(row)
        if row == "loop":
            self.fault(where, f"loop.{name} is not printed", "only if asks for it: loop.first and loop.last")
            return None, frozenset()
        if axes is None:
            if row in self.axes:
                what = f'"{row}.{name}" stands outside of a loop over {plural(row)}'
                remedy = f"put it inside {{% for {row} in {plural(row)} %}}"
                if row in scope.document:
                    what = f'this document is of one {row}, and "{row}.{name}" asks which'
                    remedy = f"write {{{{ {name} }}}}"
                self.fault(where, what, remedy)
            elif row in self.shapes:
                self.fault(where, f'"{row}" is a figure, and has no parts: .{name}')
            else:
                self.fault(where, f'no row is named "{row}"', did_you_mean(row, [*scope.rows, *self.axes]))
            return None, frozenset()
        shape = self.shapes.get(name)
        if shape is None:
            near = [each for each, known in self.shapes.items() if axes & set(known.axes)]
            self.fault(where, f'no figure of {_a(row)} is named "{name}"', did_you_mean(name, near))
            return None, axes
        if row not in shape.axes:
            self.fault(where, f'"{name}" is not a figure of {_a(row)}', f"write {{{{ {name} }}}}")
            return None, axes
        return name, axes

    def _bare(self, name: str, where: Where, scope: Scope) -> tuple[str | None, frozenset[str]]:
        if name in scope.rows:
            self.fault(where, f'"{name}" is a row', f"write which figure of it: {name}.…")
        elif name not in self.shapes and self.axis(name):
            self.fault(where, f'"{name}" are rows', f"go through them: {{% for {self.axis(name)} in {name} %}}")
        elif name == "loop":
            self.fault(where, "loop is no figure", "if may ask loop.first and loop.last")
        elif name not in self.shapes:
            self.fault(where, f'no figure named "{name}"', did_you_mean(name, self.shapes))
        else:
            return name, scope.document
        return None, frozenset()

    def _rows(self, name: str, have: frozenset[str], labels: list[str], where: Where, scope: Scope) -> None:
        free = [axis for axis in self.shapes[name].axes if axis not in have]
        hidden = next((axis for axis in free if axis in scope.hidden), "")
        if hidden:
            what = f'"{name}" is of one {hidden}, and this document is for everybody'
            self.fault(where, what, own_or_internal(hidden))
            return
        for label in labels:
            if not free:
                self.fault(where, f'"{name}" has no row to choose here', f'leave out ["{label}"]')
                return
            axis = free.pop(0)
            rows = self.book.rows(axis)
            if re.search(r"\d", label):
                remedy = f"a date is not typed twice: use {{% for {axis} in {plural(axis)} %}}"
                self.fault(where, f'the label "{label}" holds a number', remedy)
            elif not isinstance(rows, Pending) and label not in rows:
                remedy = did_you_mean(label, rows) or "there are: " + ", ".join(rows)
                self.fault(where, f'no {axis} is called "{label}"', remedy)
        if free:
            axis = free[0]
            remedy = f"write {{% for {axis} in {plural(axis)} %}} and {axis}.{name}"
            self.fault(where, f'"{name}" has a value for each {axis}', remedy)


_KINDS: Mapping[type[nodes.Node], str] = {
    nodes.Const: "a value typed into {{ … }} or {% … %}", nodes.Call: "a call", nodes.Compare: "a comparison",
    nodes.CondExpr: "a choice inside {{ … }}", nodes.Concat: "joining with ~", nodes.Filter: "a print style here",
    nodes.Getattr: "this chain of names", nodes.And: "and", nodes.Or: "or", nodes.Not: "not", nodes.Test: "a test",
    nodes.Add: "arithmetic", nodes.Sub: "arithmetic", nodes.Mul: "arithmetic", nodes.Div: "arithmetic",
    nodes.FloorDiv: "arithmetic", nodes.Mod: "arithmetic", nodes.Pow: "arithmetic", nodes.Neg: "arithmetic",
    nodes.Pos: "arithmetic", nodes.List: "a list", nodes.Tuple: "a list", nodes.Dict: "a table",
    nodes.TemplateData: "text inside {{ … }}",
}  # fmt: skip


def _style_fault(name: str, unit: Unit, style: str) -> tuple[str, str]:
    known = STYLES[unit]
    everywhere = {each for styles in STYLES.values() for each in styles}
    if style not in everywhere:
        what = f'there is no print style "{style}"'
        return what, did_you_mean(style, known) or did_you_mean(style, everywhere) or _listed(known)
    return f'"{name}" is {_a(unit.value.replace("_", " "))} and has no print style "{style}"', _listed(known)


def _listed(styles: tuple[str, ...]) -> str:
    return f"its styles are {', '.join(styles)}" if styles else "it prints in one way only"


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
