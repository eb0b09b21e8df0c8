"""Rules that only put texts together, as the number of a statement: seen in their source, and written out as a sum.

Once put together, a text no longer tells what a rule does with it; so a rule is taken for such only where its
source is one formatted string in which each text of the row stands by itself.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Mapping
from typing import Any

_MARK = "\ue000"


def put_together(function: Callable[..., Any], fixed: Mapping[str, Any], texts: Mapping[str, str]) -> str | None:
    """The expression of a text that a rule puts together, or None where it does anything else.

    `fixed` are its arguments that are known, `texts` the names of the variables that hold the others.

    >>> def label(holder: str, date: str) -> str:
    ...     return f"{date}-{holder}"
    >>> put_together(label, {"date": "2012"}, {"holder": "holder_id"})
    "'2012-' + holder_id"
    """
    formatted = _formatted(function)
    if formatted is None:
        return None
    for part in formatted.values:
        if not isinstance(part, ast.FormattedValue):
            continue
        bare = isinstance(part.value, ast.Name) and part.conversion == -1 and part.format_spec is None
        named = {node.id for node in ast.walk(part) if isinstance(node, ast.Name)}
        if not bare and named & texts.keys():
            return None
    said = function(**fixed, **{name: f"{_MARK}{name}{_MARK}" for name in texts})
    pieces = said.split(_MARK)
    # Every other piece is the name of a text.
    written = [texts[piece] if place % 2 else repr(piece) for place, piece in enumerate(pieces) if piece]
    return " + ".join(written) or "''"


def _formatted(function: Callable[..., Any]) -> ast.JoinedStr | None:
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, SyntaxError, TypeError):
        return None
    body = tree.body[0].body if isinstance(tree.body[0], ast.FunctionDef) else []
    after = body[1:] if body and isinstance(body[0], ast.Expr) else body
    returned = after[0].value if len(after) == 1 and isinstance(after[0], ast.Return) else None
    return returned if isinstance(returned, ast.JoinedStr) else None
