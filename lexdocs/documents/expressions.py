"""What a template may say about figures: their names, their print styles, loops over rows, and flags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import nodes

from lexdocs.documents.marks import Book
from lexdocs.errors import Problem, Where, did_you_mean
from lexdocs.notation.forms import STYLES
from lexdocs.notation.units import Unit

_LOOP = ("first", "last")


@dataclass(frozen=True)
class Expressions:
    """Holds the expressions of one file against the book's names.

    `axes` are those of which a row is known where the expression stands; `rows` the loop variables
    with their axes; `fixed_line` the line to report where the text is one line of a header.
    """

    book: Book
    file: str
    axes: frozenset[str]
    rows: dict[str, str]
    problems: list[Problem]
    fixed_line: int = 0

    def printed(self, node: nodes.Expr) -> None:
        """An expression between braces: a figure, with or without a row and a style."""
        style = None
        if isinstance(node, nodes.Filter):
            style = node
            if node.args or node.kwargs or node.node is None:
                self._fault(node, f"the print style {node.name} takes nothing", "remove the brackets after it")
                return
            node = node.node
        unit = self._figure(node)
        if unit is not None and style is not None:
            self._style(style, unit)

    def _style(self, node: nodes.Filter, unit: Unit) -> None:
        styles: Sequence[str] = STYLES[unit]
        if node.name not in styles:
            remedy = did_you_mean(node.name, styles) or f"its styles are: {', '.join(styles) or 'none'}"
            self._fault(node, f'a {unit} has no print style "{node.name}"', remedy)

    def condition(self, node: nodes.Node) -> None:
        """What `if` decides by: flags, and whether a figure is pending."""
        match node:
            case nodes.And() | nodes.Or():
                self.condition(node.left)
                self.condition(node.right)
            case nodes.Not():
                self.condition(node.node)
            case nodes.Test(name="pending"):
                if not self._is_axis(node.node):
                    self._figure(node.node)
            case nodes.Test():
                self._fault(node, f'there is no test "{node.name}"', "only `is pending` can be asked")
            case nodes.Getattr(node=nodes.Name(name="loop")):
                self._loop_attribute(node)
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                unit = self._figure(node)
                if unit is not None and unit is not Unit.FLAG:
                    self._fault(node, f"`if` cannot decide by a {unit}", "use a flag, or `is pending`")
            case _:
                self.refuse(node)

    def loop(self, node: nodes.For) -> str | None:
        """The axis that a `for` goes through, or None where it may not."""
        if node.test is not None or node.recursive or not isinstance(node.target, nodes.Name):
            self._fault(node, "a loop goes through rows and nothing more", "write {% for row in rows %}")
            return None
        known = sorted(f"{axis}s" for axis in self._known_axes())
        if isinstance(node.iter, nodes.Name) and node.iter.name in known:
            return node.iter.name[:-1]
        named = node.iter.name if isinstance(node.iter, nodes.Name) else "this"
        self._fault(
            node, f'"{named}" has no rows to go through', did_you_mean(named, known) or "there are: " + ", ".join(known)
        )
        return None

    def refuse(self, node: nodes.Node) -> None:
        """An expression that a template may not hold."""
        kind = re.sub(r"(?<!^)([A-Z])", r" \1", type(node).__name__).lower()
        self._fault(node, f"a template cannot do this ({kind})", "let a figure say it, and print the figure")

    def _figure(self, node: nodes.Node) -> Unit | None:
        """The unit of the figure that a node names, or None after reporting why it names none."""
        given = set(self.axes)
        if isinstance(node, nodes.Getitem):
            return self._row_of(node, given)
        if isinstance(node, nodes.Getattr):
            if not (isinstance(node.node, nodes.Name) and node.node.name in self.rows):
                named = node.node.name if isinstance(node.node, nodes.Name) else "this"
                self._fault(
                    node, f'"{named}" is not a row here', did_you_mean(named, self.rows) or "use it in its loop"
                )
                return None
            return self._named(node, node.attr, given)
        if isinstance(node, nodes.Name):
            return self._named(node, node.name, given)
        self.refuse(node)
        return None

    def _row_of(self, node: nodes.Getitem, given: set[str]) -> Unit | None:
        label = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if not isinstance(label, str):
            self._fault(node, "a row is named by its label", 'write it like {{ figure["label"] }}')
            return None
        if re.search(r"\d", label):
            self._fault(node, f'the label "{label}" holds a figure', "go through the rows with a loop")
            return None
        named = node.node.attr if isinstance(node.node, nodes.Getattr) else getattr(node.node, "name", "")
        shape = self.book.names().get(named)
        free = [axis for axis in shape.axes if axis not in given] if shape else []
        if len(free) == 1:
            labels = self.book.rows(free[0])
            if isinstance(labels, tuple) and label not in labels:
                self._fault(node, f'{free[0]} has no row "{label}"', did_you_mean(label, labels))
            return self._named(node, named, given | set(free))
        return self._figure(node.node)

    def _named(self, node: nodes.Node, name: str, given: set[str]) -> Unit | None:
        names = self.book.names()
        shape = names.get(name)
        if shape is None:
            self._fault(node, f'no figure named "{name}"', did_you_mean(name, names))
            return None
        free = [axis for axis in shape.axes if axis not in given]
        if free:
            self._fault(node, f"{name} belongs to a {free[0]}", f"use it in {{% for {free[0]} in {free[0]}s %}}")
            return None
        return shape.unit

    def _loop_attribute(self, node: nodes.Getattr) -> None:
        if node.attr not in _LOOP or not self.rows:
            self._fault(node, f"loop.{node.attr} cannot be asked", "loop.first and loop.last can, inside a loop")

    def _is_axis(self, node: nodes.Node) -> bool:
        return isinstance(node, nodes.Name) and node.name.removesuffix("s") in self._known_axes()

    def _known_axes(self) -> set[str]:
        return {axis for shape in self.book.names().values() for axis in shape.axes}

    def _fault(self, node: nodes.Node, what: str, remedy: str) -> None:
        self.problems.append(Problem(Where(self.file, self.fixed_line or node.lineno), what, remedy))
