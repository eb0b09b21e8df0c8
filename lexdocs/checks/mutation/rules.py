"""What a rule's text says of its inputs: which of them it reads, and by what it may rightly stay as it is."""

from __future__ import annotations

import ast
import builtins
import inspect
import textwrap
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

_CHOOSING = {"min": "the smaller of several", "max": "the larger of several", "len": "a count of rows"}
_PLAIN = frozenset({"Fraction", "items", "keys", "values", "get"})
_PARTS = frozenset({"date", "year", "month", "day", "hour", "minute", "place"})
_MOST = 3


@cache
def _body(function: Callable[..., Any]) -> tuple[ast.AST, ...]:
    """Every node of a function's body; what its decorators declare is not its body."""
    found = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    return tuple(node for each in getattr(found, "body", ()) for node in ast.walk(each))


@cache
def unread(function: Callable[..., Any]) -> frozenset[str]:
    """The parameters of a function that its body never reads.

    >>> def kept(held, withheld):
    ...     return held
    >>> unread(kept)
    frozenset({'withheld'})
    """
    read = {node.id for node in _body(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    return frozenset(inspect.signature(function).parameters) - read


@cache
def choices(function: Callable[..., Any]) -> tuple[str, ...]:
    """What in a function may let an input move without the result.

    >>> def paid(fraction, applies):
    ...     return fraction if applies else 0
    >>> choices(paid)
    ('if applies',)
    """
    return tuple(dict.fromkeys(_choices(_body(function))))[:_MOST]


def _choices(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.If | ast.IfExp | ast.While):
            yield f"if {ast.unparse(node.test)}"
        elif isinstance(node, ast.comprehension):
            yield from (f"those with {ast.unparse(test)}" for test in node.ifs)
        elif isinstance(node, ast.Compare | ast.BoolOp):
            yield ast.unparse(node)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in _PARTS:
            yield f"its {node.attr} alone"
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Call):
            yield "one of several rows"
        elif isinstance(node, ast.Call):
            yield from _called(node)


def _called(node: ast.Call) -> Iterator[str]:
    name = ast.unparse(node.func).rsplit(".", 1)[-1]
    if name in _CHOOSING:
        yield _CHOOSING[name]
    elif name == "round_to":
        yield "a rounding"
    elif name == "index" or not (hasattr(builtins, name) or name in _PLAIN):
        yield f"by {name.strip('_').replace('_', ' ')}"
