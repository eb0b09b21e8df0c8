"""What must be alike in a template and its translation: what it prints, asks, goes through and includes, and its frame.

The frame is its headings, tables and attributes in their order; the words between them are the translator's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import nodes

from lexdocs.documents.allowed import INLINE
from lexdocs.documents.library import Template
from lexdocs.documents.syntax import parse
from lexdocs.documents.tags import ATTRIBUTE_LIST
from lexdocs.errors import Problem

_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)((?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>")
_KEPT = re.compile(r"\b(class|id|scope|colspan|rowspan|href)\s*=\s*[\"']?([^\"'>]*)")
_HEADING = re.compile(r"^(#{1,6}) ", re.MULTILINE)
_DASHES = re.compile(r"^ {0,3}(?=[^\n]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$", re.MULTILINE)
_STYLES = {"words_feminine": "words"}  # of one style the forms that a language may need


@dataclass(frozen=True)
class Sign:
    """Something that a template prints or asks: what it says, under which conditions and loops, and its line."""

    said: str
    within: tuple[str, ...]
    line: int

    @property
    def same(self) -> tuple[str, tuple[str, ...]]:
        """What tells it from others, wherever it stands."""
        return self.said, self.within

    def __str__(self) -> str:
        return f"{self.said}{f' under {_listed(self.within)}' if self.within else ''}"


def signs_of(template: Template) -> list[Sign]:
    """What a template prints, asks and includes, in its order; nothing of one that is no template."""
    tree = parse(template.body, template.name)
    return [] if isinstance(tree, Problem) else list(_signs(tree.body, ()))


def frame_of(template: Template) -> list[tuple[str, int]]:
    """The frame of a template, piece by piece, each with its line."""
    text, found = template.body, []
    for tag in _TAG.finditer(text):
        kept = " ".join(f"{name}={value.strip()}" for name, value in _KEPT.findall(tag[3]))
        if kept or (tag[2].lower() not in INLINE and tag[2].lower() != "br"):
            found.append((tag.start(), f"<{tag[1]}{tag[2].lower()}{f' {kept}' if kept else ''}>"))
    found += [(each.start(), f"{{{each[1].strip()}}}") for each in ATTRIBUTE_LIST.finditer(text)]
    found += [(each.start(), f"{each[1]} …") for each in _HEADING.finditer(text)]
    found += [(each.start(), f"a table of {_columns(each[0])} columns") for each in _DASHES.finditer(text)]
    return [(said, text.count("\n", 0, at) + 1) for at, said in sorted(found)]


def _columns(dashes: str) -> int:
    return len(dashes.strip().strip("|").split("|"))


def _signs(body: list[nodes.Node], within: tuple[str, ...]) -> Iterator[Sign]:
    for node in body:
        if isinstance(node, nodes.Output):
            for child in node.nodes:
                if not isinstance(child, nodes.TemplateData):
                    yield Sign(f"{{{{ {_said(child)} }}}}", within, child.lineno)
        elif isinstance(node, nodes.If):
            tests = [_said(each.test) for each in (node, *node.elif_)]
            yield Sign(f"{{% if {' … elif '.join(tests)} %}}", within, node.lineno)
            arms = [node.body, *(each.body for each in node.elif_), node.else_]
            for number, arm in enumerate(arms):
                others = [f"not ({each})" for each in tests[:number]]
                yield from _signs(arm, (*within, *others, *tests[number : number + 1]))
        elif isinstance(node, nodes.For):
            loop = f"for {_said(node.target)} in {_said(node.iter)}"
            yield Sign(f"{{% {loop} %}}", within, node.lineno)
            yield from _signs(node.body, (*within, loop))
        elif isinstance(node, nodes.Include):
            yield Sign(f"{{% include {_said(node.template)} %}}", within, node.lineno)


def _said(node: nodes.Node) -> str:
    """An expression as it is typed."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Const):
        return f'"{node.value}"'
    if isinstance(node, nodes.Getattr):
        return f"{_said(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{_said(node.node)}[{_said(node.arg)}]"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return f"{_said(node.node)} | {_STYLES.get(node.name, node.name)}"
    if isinstance(node, nodes.Test):
        return f"{_said(node.node)} is {node.name}"
    if isinstance(node, nodes.Not):
        return f"not {_said(node.node)}"
    if isinstance(node, nodes.And | nodes.Or):
        return f"{_said(node.left)} {'and' if isinstance(node, nodes.And) else 'or'} {_said(node.right)}"
    return type(node).__name__.lower()


def _listed(within: tuple[str, ...]) -> str:
    return ", ".join(f"“{each}”" for each in within)
