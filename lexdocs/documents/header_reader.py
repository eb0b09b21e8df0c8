"""Reads the YAML of a header into texts, lists and tables, each with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import AliasEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from lexdocs.errors import InputError, Problem, Where


@dataclass(frozen=True)
class Entry:
    """A value of the header (text as typed, list or table) and the line where it stands."""

    value: str | tuple[Entry, ...] | dict[str, Entry]
    where: Where


Tree = dict[str, Entry]
_MARKS = frozenset("&*")
"""What an anchor or an alias begins with: a header without either need not be asked for them, which costs a parse."""


def read(text: str, file: str, first_line: int = 1) -> Tree:
    """The table that a header holds. Every scalar stays the text that was typed.

    Raises `InputError` for what is not a table, for a key given twice, for anchors and aliases, for a character that
    does not print, and for lists within lists without end.

    >>> read("title: Notice", "a.md", first_line=2)["title"]
    Entry(value='Notice', where=Where(file='a.md', line=2, column=0))
    """
    try:
        return _tree(text, file, first_line)
    except RecursionError:
        raise InputError(Problem(Where(file, first_line), "the header is nested too deeply", "write it flat")) from None


def _tree(text: str, file: str, first_line: int) -> Tree:
    try:
        for event in YAML(typ="safe", pure=True).parse(text) if _MARKS.intersection(text) else ():
            if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
                where = Where(file, first_line + event.start_mark.line)
                raise InputError(Problem(where, "anchors and aliases are not used here", "write the value out"))
        node = YAML(typ="safe", pure=True).compose(text)
    except ReaderError as error:
        where = Where(file, first_line + text.count("\n", 0, error.position))
        what = f"the character U+{ord(text[error.position]):04X} does not print"
        raise InputError(Problem(where, what, "delete it")) from None
    except MarkedYAMLError as error:
        problem, mark = str(error.problem), error.problem_mark or error.context_mark
        line = text.split("\n")[mark.line] if mark and mark.line < len(text.split("\n")) else ""
        if _NEVER_CLOSED.search(problem) and error.context_mark:
            mark = error.context_mark  # where it was opened
        where = Where(file, first_line + (mark.line if mark else 0))
        raise InputError(Problem(where, *_in_plain_words(problem, line))) from None
    problems: list[Problem] = []
    tree = _entry(node, file, first_line, problems).value if node is not None else {}
    if not isinstance(tree, dict):
        problems.append(Problem(Where(file, first_line), "the header is not a table", "write lines like title: …"))
    if problems:
        raise InputError(problems)
    return tree if isinstance(tree, dict) else {}


_FAULTS = (
    (r"found character '\\t'", "a tab stands in the header", "put spaces in its place"),
    (
        r"expected '?<(document start|block end)>",
        "this line is indented otherwise than those above it",
        "begin each key at the left edge, and what belongs to it two spaces further in",
    ),
    (r"could not find expected ':'", "a line of the header has no key", "write lines like title: …"),
    (r"end of stream", "a quotation mark is never closed", "add it where the text ends"),
    (r"expected ',' or '[\]}]'", "a list or a table is never closed", "add ] or } where it ends"),
)


_NEVER_CLOSED = re.compile(r"end of stream|expected ',' or")
_ONE_KEY = re.compile(r"[ ]+[a-z_]+:[^:]*")


def _in_plain_words(problem: str, line: str) -> tuple[str, str]:
    """What to say of a header that is not YAML at a line, and what to do."""
    if "mapping values" in problem and _ONE_KEY.fullmatch(line):
        problem = "expected <block end>"  # the key is right, and stands too far in
    for pattern, what, remedy in _FAULTS:
        if re.search(pattern, problem):
            return what, remedy
    return f"the header is not YAML ({problem})", "put quotation marks around a text that holds : # { or ["


def _entry(node: Node, file: str, first_line: int, problems: list[Problem]) -> Entry:
    where = Where(file, first_line + node.start_mark.line)
    if isinstance(node, ScalarNode):
        return Entry(node.value, where)
    if isinstance(node, SequenceNode):
        return Entry(tuple(_entry(each, file, first_line, problems) for each in node.value), where)
    tree: Tree = {}
    for key, value in node.value if isinstance(node, MappingNode) else ():
        place = Where(file, first_line + key.start_mark.line)
        if not isinstance(key, ScalarNode):
            problems.append(Problem(place, "a list or a table stands where a key belongs", "write lines like title: …"))
            continue
        if str(key.value) in tree:
            problems.append(Problem(place, f'"{key.value}" is given twice', "keep one of them"))
        entry = _entry(value, file, first_line, problems)
        # A long text starts on the line of its key, even where YAML folds it from the next line on.
        tree[str(key.value)] = Entry(entry.value, entry.where)
    return Entry(tree, where)
