"""Explaining a figure: its value, its formula with the values in it, its inputs down to the lines of the terms."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

from lexdocs.figures.figure import Derivation, Figure, Input, Pending
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.terms.leaf import Leaf

_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "÷", ast.FloorDiv: "÷", ast.Mod: "mod", ast.Lt: "<",
    ast.LtE: "≤", ast.Gt: ">", ast.GtE: "≥", ast.Eq: "=", ast.NotEq: "≠", ast.In: "in", ast.And: "and", ast.Or: "or",
}  # fmt: skip


def shown(figure: Figure | Pending) -> str:
    """A figure's value as a reader would write it, or that it is pending.

    A value that would have to be rounded to be printed is shown to six decimals with its sign of
    approximation; the exact value is in the JSON of the book.
    """
    if isinstance(figure, Pending):
        return "pending"
    try:
        return write(figure.value, figure.unit, written=figure.written)
    except NotationError:
        return "≈ " + approximately(figure)


def approximately(figure: Figure) -> str:
    """A never-ending value to six decimals, cut and not rounded, in its unit."""
    value: Any = figure.value
    scale, sign, tail = (100, "", "%") if figure.unit in (Unit.PERCENTAGE, Unit.RATE) else (1, "", "")
    sign = "$" if figure.unit is Unit.MONEY else ""
    minus, whole = ("-" if value < 0 else ""), abs(value) * scale * 10**6
    digits = str(int(whole)).rjust(7, "0")
    return f"{minus}{sign}{int(digits[:-6]):,}.{digits[-6:]}{tail}"


def formula(figure: Figure) -> str:
    """The rule's formula with each input's name and value; empty for a leaf."""
    if isinstance(figure.proof, Leaf):
        return ""
    tree = returned(figure.proof.function)
    if tree is None or not _speaks(tree):
        given = [_named(given) for given in figure.inputs if given.figures]
        return "from " + ", ".join(given) if given else "given by its row"
    return _Formula({given.parameter: given for given in figure.inputs}).text(tree)


_SPOKEN = {"min", "max", "sum", "len", "all", "any"}


def _speaks(tree: ast.expr) -> bool:
    """Whether an expression reads as a formula: sums, products and comparisons, and no machinery of the rule's."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and not (isinstance(node.func, ast.Name) and node.func.id in _SPOKEN):
            return False
        if isinstance(node, (ast.JoinedStr, ast.Attribute, ast.GeneratorExp, ast.ListComp, ast.Lambda)):
            return False
    return True


@cache
def returned(function: object) -> ast.expr | None:
    """The expression that a one-line rule returns, or None where the rule says it in several lines."""
    source = textwrap.dedent(inspect.getsource(function))  # type: ignore[arg-type]  # a function, as rules are
    tree = ast.parse(source).body[0]
    body = [each for each in getattr(tree, "body", []) if not _is_docstring(each)]
    only = body[0] if len(body) == 1 else None
    return only.value if isinstance(only, ast.Return) else None


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _named(given: Input) -> str:
    if given.each:
        return f"{given.parameter} ({len(given.figures)} rows)"
    return f"{given.parameter} {shown(given.figures[0])}"


class _Formula:
    """Writes an expression as counsel would, with the values of the inputs beside their names."""

    def __init__(self, inputs: dict[str, Input]) -> None:
        self.inputs = inputs

    def text(self, node: ast.expr, tight: bool = False) -> str:
        match node:
            case ast.Name(id=name):
                return _named(self.inputs[name]) if name in self.inputs else name
            case ast.BinOp(left=left, op=op, right=right):
                text = f"{self.text(left, True)} {_SIGNS[type(op)]} {self.text(right, True)}"
                return f"({text})" if tight else text
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return f"{self.text(left)} {_SIGNS.get(type(op), '?')} {self.text(right)}"
            case ast.BoolOp(op=op, values=values):
                return f" {_SIGNS[type(op)]} ".join(self.text(each) for each in values)
            case ast.Call(func=func, args=args, keywords=keywords):
                called = ast.unparse(func).rsplit(".", 1)[-1].strip("_").replace("_", " ")
                given = [self.text(each) for each in args] + [self.text(each.value) for each in keywords]
                owner = [self.text(func.value)] if isinstance(func, ast.Attribute) else []
                return f"{called}({', '.join(owner + given)})"
            case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=label)) if name in self.inputs:
                found = next((each for each in self.inputs[name].figures if each.key and each.key[-1] == label), None)
                return f"{name}[{label!s}] {shown(found)}" if found else f"{name}[{label!s}]"
            case ast.IfExp(body=body, test=test, orelse=orelse):
                return f"{self.text(body)} if {self.text(test)}, otherwise {self.text(orelse)}"
        return ast.unparse(node)


def rounding(proof: Derivation) -> str:
    """What a proof's rounding says, or an empty text."""
    if proof.rounding is None or proof.quantum is None:
        return ""
    whole = proof.quantum == 1
    raw = f"{_cut(proof.exact)} " if isinstance(proof.exact, Fraction) and proof.exact % proof.quantum else ""
    return f"{raw}rounded {proof.rounding} to {'whole ones' if whole else 'multiples of ' + _plain(proof.quantum)}"


def _plain(value: Any) -> str:
    return write(value, Unit.NUMBER)


def _cut(value: Fraction, places: int = 6) -> str:
    """A number to some decimals, with three dots where it goes on."""
    steps = value * 10**places
    digits = str(abs(int(steps))).rjust(places + 1, "0")
    text = f"{int(digits[:-places]):,}.{digits[-places:].rstrip('0')}".rstrip(".")
    return ("−" if value < 0 else "") + text + ("…" if steps.denominator != 1 else "")


def explain(figure: Figure | Pending, depth: int = 12) -> Iterator[str]:
    """The proof of a figure as a tree of lines."""
    if isinstance(figure, Pending):
        yield f"{figure.address} is pending: {lower(figure.says)}"
        yield "waits for " + ", ".join(figure.waits_for)
        return
    yield f"{shown(figure)}  {lower(figure.says)}"
    yield from _proof(figure, "", depth, {figure.address})


def lower(says: str) -> str:
    """A sentence as it follows a value: its first letter small, without its period."""
    return says[:1].lower() + says[1:].rstrip(".")


def _proof(figure: Figure, indent: str, depth: int, seen: set[str]) -> Iterator[str]:
    proof = figure.proof
    if isinstance(proof, Leaf):
        yield f"{indent}{_origin(proof)}"
        return
    parts = [f"= {formula(figure)}", rounding(proof), f"[{proof.cite}]" if proof.cite else ""]
    yield indent + "   ".join(part for part in parts if part)
    if depth <= 0:
        return
    for given in proof.inputs:
        for each in given.figures:
            if each.address in seen:
                continue
            seen.add(each.address)
            yield from _input(each, indent + "  ", depth, seen)


def _input(figure: Figure | Pending, indent: str, depth: int, seen: set[str]) -> Iterator[str]:
    if isinstance(figure, Pending):
        yield f"{indent}{figure.address}  pending: waits for {', '.join(figure.waits_for)}"
    elif isinstance(figure.proof, Leaf):
        yield f"{indent}{figure.address}  {shown(figure)}  {_origin(figure.proof)}"
    else:
        yield f"{indent}{figure.address}  {shown(figure)}  {lower(figure.says)}"
        yield from _proof(figure, indent + "  ", depth - 1, seen)


def _origin(leaf: Leaf) -> str:
    if leaf.assumption is not None:
        return f"{leaf.where}   assumed by {leaf.assumption.by}: {leaf.assumption.because}"
    source = f"source: {leaf.source}" if leaf.source else "no source is named"
    return "   ".join(part for part in (_added(leaf), str(leaf.where), source) if part)


def _added(leaf: Leaf) -> str:
    """The sum that a leaf is of rows of a log; nothing for a value that was typed."""
    said = leaf.written or ""
    return f"= {said}" if leaf.unit is Unit.MONEY and (" + " in said or " − " in said) else ""
