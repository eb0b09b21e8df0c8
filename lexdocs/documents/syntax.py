"""The syntax of templates: its signs, and the tree of a template's words. A door of jinja2, with `words.py`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import jinja2
from jinja2 import nodes

from lexdocs.errors import Problem, Where

SETTINGS: Mapping[str, Any] = {
    "comment_start_string": "{!",  # `{#` begins a heading's anchor
    "comment_end_string": "!}",
    "trim_blocks": True,
    "lstrip_blocks": True,
    # A shared clause often is a part of a sentence: its last line end is no part of it.
    "keep_trailing_newline": False,
    "autoescape": False,
}
_READER = jinja2.Environment(**SETTINGS)  # noqa: S701  it only parses; words become HTML by Markdown and are cleaned

# Python, into which a template is compiled, takes no more than 20 loops and 100 conditions within one another.
DEEPEST = 40
_LOOP = 3  # how many levels a loop counts for
_DEEP = ("is nested too deeply", "put the inner parts into templates of their own, or leave conditions out")

_TAG = re.compile(r"\{%[-+]?\s*(end)?(if|for)\b")
_UNKNOWN = re.compile(r"Encountered unknown tag '(\w+)'")
_CHAR = re.compile(r"unexpected char '(.)'")
_CURLY = "“”„‘’‚«»"
_UNCLOSED = re.compile(r"innermost block that needs to be closed is '(\w+)'")


@lru_cache(maxsize=512)
def parse(text: str, file: str, line: int = 1) -> nodes.Template | Problem:
    """The tree of a template's words; `line` is where they begin. A problem where they are not a template.

    What many documents include is parsed once: who reads a tree leaves it as it is.

    >>> print(parse("{% if due %}now", "a.md"))
    a.md:1: {% if %} is never closed; add {% endif %} where it ends
    """
    text = "\n" * (line - 1) + text
    try:
        tree = _READER.parse(text)
    except jinja2.TemplateSyntaxError as error:
        return Problem(*_in_plain_words(error.message or "", Where(file, error.lineno), text.split("\n")))
    except RecursionError:
        return Problem(Where(file), *_DEEP)
    return Problem(Where(file), *_DEEP) if _depth(tree) > DEEPEST else tree


def _depth(tree: nodes.Node) -> int:
    """How many levels a tree has, counted without going down by recursion: it may have thousands."""
    deepest, left = 0, [(tree, 0)]
    while left and deepest <= DEEPEST:
        node, depth = left.pop()
        deepest = max(deepest, depth)
        left += [(each, depth + (_LOOP if isinstance(each, nodes.For) else 1)) for each in node.iter_child_nodes()]
    return deepest


def _in_plain_words(message: str, where: Where, source: Sequence[str]) -> tuple[Where, str, str]:
    unclosed, unknown = _UNCLOSED.search(message), _UNKNOWN.search(message)
    if unknown and unknown[1] in ("elseif", "elsif", "else_if"):
        return where, f"there is no {{% {unknown[1]} %}}", "write {% elif … %}"
    if unknown and unknown[1].startswith(("end", "el")):
        return where, f"{{% {unknown[1]} %}} belongs to nothing", "remove it, or open what it belongs to"
    if unknown:
        known = "the words of this language are if, elif, else, for, include"
        return where, f"there is no {{% {unknown[1]} %}}", known
    if unclosed:
        where = Where(where.file, _opened(source) or where.line)
        return where, f"{{% {unclosed[1]} %}} is never closed", f"add {{% end{unclosed[1]} %}} where it ends"
    if "comment" in message:
        return where, "a {! … !} is never closed", "add !} where it ends"
    char = _CHAR.search(message)
    if char and char[1] in _CURLY:
        return where, f"the quotation mark {char[1]} stands in template language", 'write a straight one: "'
    line = source[where.line - 1] if 0 < where.line <= len(source) else ""
    if "block" in message or ("'}'" in message and line.count("{%") > line.count("%}")):
        return where, "a {% … %} does not end as it should", "write it like {% if has_support %}"
    if "end of print statement" in message or "'}'" in message or line.count("{{") > line.count("}}"):
        remedy = "write it like {{ record_date }} or {{ record_date | style }}"
        return where, "a {{ … }} does not end as it should", remedy
    return where, f"this is not template language ({message.rstrip('.').lower()})", "write it like {{ record_date }}"


def _opened(source: Sequence[str]) -> int:
    """The line of the last `if` or `for` that nothing closes; 0 where there is none."""
    lines: list[int] = []
    for number, line in enumerate(source, 1):
        for found in _TAG.finditer(line):
            if not found[1]:
                lines.append(number)
            elif lines:
                lines.pop()
    return lines[-1] if lines else 0
