"""A deal's own style sheet: it may change how words look, and neither fetch, hide nor write any. tinycss2's door.

tinycss2, which comes with WeasyPrint, is imported when the first sheet is read, never when this module is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lexdocs.documents.grounds import Said, faint, said_of
from lexdocs.documents.hiding import hidden
from lexdocs.errors import Problem, Where
from lexdocs.notation.find import find

# What the house itself takes off the screen: it stands in the head of each printed page instead.
_RUNNING_HEAD = ".running-head"
# And the name of a sender that the letterhead above it has.
_TWICE = "body:has(.letterhead.naming) :is(.issuer, .sender)"
# What the house itself sets beside the words: a mark in the corner of a statement's first page.
_BESIDE = ".statement .corrected"
_PLACED = frozenset({"absolute", "fixed"})
_GENERATED = re.compile(r"::?(before|after|marker|footnote-call|footnote-marker)$")
# Of these a sheet writes all the words itself, and may let them only take up room; the others number lists and notes.
_WRITTEN = re.compile(r"::?(before|after)$")
_FETCHING = frozenset({"url", "src", "image", "image-set", "-webkit-image-set"})
_LISTS = frozenset({"media", "supports", "layer", "container", "scope", "keyframes", "-webkit-keyframes"})
_END = ".lexdocs-end"
_COUNTING = ("counter-reset", "counter-set", "counter-increment")
# Fonts go by names such as "Frutiger 55": what they are called is printed nowhere.
_NAMES_ONLY = "font"


def style_problems(css: str, file: str) -> list[Problem]:
    r"""Everything in a style sheet that it may not do, in the order of its lines.

    A sheet may not fetch a file, print a number that no figure stands behind, or hide words: the legend least of all.
    Only `.running-head` may be hidden. A problem names the place in `file`; no error is raised.

    >>> [str(each) for each in style_problems("p { color: navy }\n.legend { display: none }", "house.css")]
    ['house.css:2:11 display: none hides words; leave it out: only .running-head may be hidden']
    """
    import tinycss2  # type: ignore[import-untyped]

    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    try:
        sheet = _Sheet(file, said_of(_declared(nodes)))
        sheet.rules(nodes, None)
        sheet.closed(css)
    except RecursionError:
        return [Problem(Where(file), "the style sheet is nested too deeply", "write its rules one after another")]
    return sorted(dict.fromkeys([*sheet.problems, *sheet.running_nowhere()]), key=lambda problem: problem.where)


class _Sheet:
    """Goes through the rules of one sheet and collects what is wrong with them."""

    def __init__(self, file: str, said: Said) -> None:
        self.file = file
        self._said = said
        self.problems: list[Problem] = []
        self._running: dict[str, Any] = {}  # what is taken out of the text, to stand in a margin
        self._margins: dict[str, list[tuple[str | None, Any]]] = {}  # what each margin box holds

    def rules(self, nodes: Iterable[Any], selector: str | None) -> None:
        """Rules and declarations; `selector` is that of the rule around them, None outside of any."""
        nodes = list(nodes)
        pale = faint([each for each in nodes if each.type == "declaration"], self._said)
        if pale:
            self._fault(*pale)
        for node in nodes:
            if node.type == "error":
                self._fault(
                    node, f"this is not CSS ({node.message.rstrip('.').lower()})", "write it like p { margin: 0 }"
                )
            elif node.type == "at-rule":
                self._at_rule(node, selector)
            elif node.type == "qualified-rule":
                self._tokens(node.prelude)
                self.rules(_contents(node.content), _text(node.prelude))
            elif node.type == "declaration":
                self._declaration(node, selector)

    def closed(self, css: str) -> None:
        """What is open at the end of the sheet: CSS closes it there, but its writer may have meant to go on."""
        import tinycss2

        ended = tinycss2.parse_stylesheet(f"{css}\n{_END}{{}}", skip_comments=True, skip_whitespace=True)
        if ended and ended[-1].type == "qualified-rule" and _text(ended[-1].prelude) == _END:
            return
        nodes = [each for each in tinycss2.parse_stylesheet(css) if each.type != "whitespace"]
        if nodes and nodes[-1].type == "comment":
            self._fault(nodes[-1], "this comment is open at the end of the style sheet", "close it with */")
        elif nodes and nodes[-1].type != "error":  # of which it was told
            self._fault(nodes[-1], "this rule is open at the end of the style sheet", "close it with }")

    def running_nowhere(self) -> Iterator[Problem]:
        """What would be taken off the page and stand in no margin of it."""
        boxes = {name: [shown for shown, _ in held] for name, held in self._margins.items()}
        for name, node in self._running.items():
            if not any(name in shown for shown in boxes.values()):
                what = f"running({name}) takes words off the page, and no margin holds element({name})"
                yield self._problem(node, what, "name the margin, or leave it out")
        for name, held in self._margins.items():
            for shown, node in held:
                if "legend" in boxes[name] and shown != "legend":
                    what = f"@{name} holds the legend, and here something else"
                    yield self._problem(node, what, "leave it out: the legend stands on every page")

    def _at_rule(self, node: Any, selector: str | None) -> None:
        import tinycss2

        name = node.lower_at_keyword
        if name == "import":
            self._fault(node, "@import fetches another style sheet", "write its rules here")
            return
        self._tokens(node.prelude)
        if node.content is None:
            return
        if name in _LISTS and selector is None:
            self.rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True), None)
        else:
            # A margin box such as @top-left, or a group of rules inside a rule, of which it keeps the selector.
            self.rules(_contents(node.content), selector if name in _LISTS else f"@{name}")

    def _declaration(self, node: Any, selector: str | None) -> None:
        name, where = node.lower_name, selector or ""
        self._tokens(node.value)
        self._numbers(node)
        if name == "content":
            self._content(node, where)
        for each in _functions(node.value):
            if name == "position" and each.lower_name == "running":
                self._running.setdefault(_text(each.arguments), node)
        if name == "position" and not _is_set_beside(where):
            placed = _PLACED & {each.lower_value for each in node.value if each.type == "ident"}
            if placed:
                what = f"position: {min(placed)} takes words off their places"
                self._fault(node, what, "leave it out: only what ::before and ::after write may stand so")
        if not _may_hide(where):
            what = hidden(name, node.value)
            if what and not (name == "visibility" and _is_written(where)):
                shown = f": only {_RUNNING_HEAD} may be hidden" if "hides words" in what else ""
                self._fault(node, what, f"leave it out{shown}")

    def _content(self, node: Any, selector: str) -> None:
        if selector.startswith("@"):
            shown = [_text(each.arguments) for each in _functions(node.value) if each.lower_name == "element"]
            self._margins.setdefault(selector[1:], []).append((shown[0] if shown else None, node))
        elif not _is_generated(selector):
            self._fault(node, "content: would stand in the place of words", "write it for ::before or ::after")

    def _numbers(self, node: Any) -> None:
        """Numbers in strings, which are words that nobody ticks; strings side by side are printed as one."""
        name = node.lower_name
        if not name.startswith(_NAMES_ONLY):
            for found in find(_printed([each for each in node.value if not _fetches(each)])):
                what = f'the number "{found.text}" is typed into {node.name}'
                self._fault(node, what, "a style sheet prints no numbers but those of pages and lists")
        if name in _COUNTING and any(
            each.type == "function" or (each.type == "number" and each.value not in (0, 1)) for each in node.value
        ):
            self._fault(node, f"{node.name}: counts otherwise than by ones", "count from 0 or 1, and by 1")

    def _tokens(self, tokens: Sequence[Any]) -> None:
        """What no rule may hold, wherever it stands: an address, a broken sign, a comment inside a string."""
        for each in tokens:
            if each.type == "error":
                self._fault(each, f"this is not CSS ({each.message.rstrip('.').lower()})", "close what is open")
            elif each.type == "url" or _fetches(each):
                said = each.value if each.type == "url" else _printed(each.arguments)
                if said.strip().lower().startswith("data:"):
                    self._fault(each, "a style sheet may not hold a picture or a file", "leave it out")
                else:
                    self._fault(each, "a style sheet may not fetch a file", "leave the address out")
            elif each.type == "string" and ("/*" in each.value or "*/" in each.value):
                # The sheet is cut at a comment, and a comment inside a string would be taken for it.
                self._fault(each, "a comment stands inside a string", "write the string without /* and */")
            for inner in ("arguments", "content"):
                self._tokens(getattr(each, inner, None) or ())

    def _fault(self, node: Any, what: str, remedy: str) -> None:
        self.problems.append(self._problem(node, what, remedy))

    def _problem(self, node: Any, what: str, remedy: str) -> Problem:
        return Problem(Where(self.file, node.source_line, node.source_column), what, remedy)


def _contents(tokens: Any) -> list[Any]:
    import tinycss2

    found: list[Any] = tinycss2.parse_blocks_contents(tokens, skip_comments=True, skip_whitespace=True)
    return found


def _text(tokens: Any) -> str:
    """What tokens say, with single spaces and no comments."""
    import tinycss2

    return " ".join(tinycss2.serialize([each for each in tokens if each.type != "comment"]).split())


def _may_hide(selector: str) -> bool:
    return selector == _TWICE or all(f" {each.strip()}".endswith(f" {_RUNNING_HEAD}") for each in selector.split(","))


def _is_generated(selector: str) -> bool:
    """Whether a rule is for what a style sheet itself writes, and for no word of the page."""
    return all(_GENERATED.search(each.strip()) for each in selector.split(","))


def _is_written(selector: str) -> bool:
    """Whether a rule is for words that are a style sheet's own from first to last."""
    return all(_WRITTEN.search(each.strip()) for each in selector.split(","))


def _is_set_beside(selector: str) -> bool:
    return all(_WRITTEN.search(each.strip()) or each.strip() == _BESIDE for each in selector.split(","))


def _declared(nodes: Iterable[Any]) -> Iterator[Any]:
    """All declarations of a sheet, in whatever rule."""
    for node in nodes:
        if node.type == "declaration":
            yield node
        elif getattr(node, "content", None) is not None:
            yield from _declared(_contents(node.content))


def _fetches(token: Any) -> bool:
    return bool(token.type == "function" and token.lower_name in _FETCHING)


def _functions(tokens: Sequence[Any]) -> Iterator[Any]:
    for each in tokens:
        if each.type == "function":
            yield each
            yield from _functions(each.arguments)


def _printed(tokens: Sequence[Any]) -> str:
    """The strings among tokens as they would be printed, whatever else stands between them being a line end."""
    parts: list[str] = []
    for each in tokens:
        if each.type == "string":
            parts.append(each.value)
        elif each.type not in ("whitespace", "comment"):
            inner = getattr(each, "arguments", None) or getattr(each, "content", None) or ()
            parts.append(f"\n{_printed(inner)}\n")
    return "".join(parts)
