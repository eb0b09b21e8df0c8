"""Reading YAML 1.2 strictly: every value stays the text that counsel typed, with its place.

The door of ruamel.yaml. Only its node tree is used: nothing is resolved to numbers or dates, so that
`30.00` stays `30.00`. Duplicate keys, aliases, tags, tabs and wrong encodings are refused.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from lexdocs.errors import InputError, Problem, Where

Raw = str | None | list["Raw"] | dict[str, "Raw"]
Path_ = tuple[str | int, ...]

_PRIVATE = ("\ue000", "\uf8ff")


@dataclass(frozen=True)
class Sheet:
    """A YAML file as text: its tree of strings, and where each key and value of it stands.

    `problems` are names that stand twice: the first holds while the rest of the file is read.
    """

    file: str
    data: dict[str, Raw]
    places: Mapping[Path_, Where]
    keys: Mapping[Path_, Where]
    problems: tuple[Problem, ...] = ()

    def place(self, path: Path_) -> Where:
        """Where a value stands, or else the nearest thing around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return Where(self.file)

    def value(self, path: Path_) -> Raw:
        """What the sheet gives at a path, as it was typed; None where it gives nothing."""
        at: Raw = self.data
        for part in path:
            if isinstance(at, dict) and isinstance(part, str):
                at = at.get(part)
            elif isinstance(at, list) and isinstance(part, int) and part < len(at):
                at = at[part]
            else:
                return None
        return at


def read_sheet(path: Path, file: str | None = None) -> Sheet:
    """Read one YAML file; `file` is the name under which problems report it. Raises `InputError`."""
    name = file or path.name
    return parse_sheet(read_text(path, name), name)


def read_text(path: Path, name: str) -> str:
    """The text of an input file in UTF-8, or an `InputError` that says what is wrong with it."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise _error(Where(name), "there is no such file", f"it belongs in {path.parent}") from None
    except OSError as error:
        raise _error(
            Where(name), f"cannot be read ({error.strerror})", "check what it is and who may read it"
        ) from None
    for mark, encoding in ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if raw.startswith(mark):
            raise _error(Where(name, 1), f"the file is in {encoding}", "save it as UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        where = Where(name, before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1)
        raise _error(where, f"byte 0x{raw[error.start]:02x} is not UTF-8", "save the file as UTF-8") from None
    return text


@lru_cache(maxsize=32)
def parse_sheet(text: str, file: str) -> Sheet:
    """The tree of a YAML text. Raises `InputError` where it cannot be read, or shares values by alias or tag.

    A text is read once, for a deal is opened as of each of its events, with many changes. Nobody writes in its tree.
    """
    if not text.strip():
        raise _error(Where(file, 1), "the file is empty", "`lexdocs init` writes one to start from")
    _refuse_characters(text, file)
    yaml = YAML(typ="safe", pure=True)
    problems: list[Problem] = []
    try:
        for event in yaml.parse(text):
            _refuse_sharing(event, file, problems)
        if problems:
            raise InputError(problems)
        root = yaml.compose(text)
    except MarkedYAMLError as error:
        raise _syntax(error, file) from None
    except RecursionError:
        raise _error(
            Where(file), "is nested too deeply to be read", "write sections no deeper than the schema"
        ) from None
    if root is None:
        raise _error(
            Where(file, 1), "the file holds no terms, only comments", "`lexdocs init` writes one to start from"
        )
    if not isinstance(root, MappingNode):
        raise _error(_where(root, file), "the file must hold names and values", "write each term like `name: value`")
    places: dict[Path_, Where] = {}
    keys: dict[Path_, Where] = {}
    data = _tree(root, (), file, places, keys, problems)
    assert isinstance(data, dict)  # noqa: S101  a MappingNode gives a dict; this tells the type checker
    return Sheet(file, data, places, keys, tuple(problems))


def _tree(
    node: Node, path: Path_, file: str, places: dict[Path_, Where], keys: dict[Path_, Where], problems: list[Problem]
) -> Raw:
    places[path] = _where(node, file)
    if isinstance(node, ScalarNode):
        empty = node.style is None and node.value in ("", "~", "null")
        return None if empty else str(node.value)
    if isinstance(node, SequenceNode):
        return [_tree(each, (*path, index), file, places, keys, problems) for index, each in enumerate(node.value)]
    tree: dict[str, Raw] = {}
    for key, value in node.value:
        where = _where(key, file)
        if not isinstance(key, ScalarNode):
            problems.append(Problem(where, "a name must be a plain word", "write each term like `name: value`"))
            continue
        name = str(key.value)
        if name in tree:
            first = keys[(*path, name)].line
            what = f"{dotted((*path, name))}: stands twice, first in line {first}"
            problems.append(Problem(where, what, "keep the one that holds"))
            continue
        keys[(*path, name)] = where
        tree[name] = _tree(value, (*path, name), file, places, keys, problems)
    return tree


def dotted(path: Path_) -> str:
    """A path as counsel reads it.

    >>> dotted(("new_notes", "steps", 1, "rate"))
    'new_notes.steps[1].rate'
    """
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _where(node: Node, file: str) -> Where:
    return Where(file, node.start_mark.line + 1, node.start_mark.column + 1)


def _error(where: Where, what: str, remedy: str) -> InputError:
    return InputError(Problem(where, what, remedy))


def _refuse_characters(text: str, file: str) -> None:
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent:
            problems.append(
                Problem(Where(file, number, indent.index("\t") + 1), "a tab indents this line", "use spaces")
            )
        for column, char in enumerate(line, 1):
            private = _PRIVATE[0] <= char <= _PRIVATE[1] or ord(char) >= 0xF0000
            if private or (unicodedata.category(char) in ("Cc", "Cs", "Cn") and char not in "\t\r"):
                reason = "is for private use and has no meaning here" if private else "does not print"
                what = f"the character U+{ord(char):04X} {reason}"
                problems.append(Problem(Where(file, number, column), what, "delete it"))
    if problems:
        raise InputError(problems)


def _refuse_sharing(event: object, file: str, problems: list[Problem]) -> None:
    mark = getattr(event, "start_mark", None)
    where = Where(file, mark.line + 1, mark.column + 1) if mark else Where(file)
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if type(event).__name__ == "AliasEvent":
        problems.append(
            Problem(where, f"*{anchor} repeats a value by an alias", "write the value out where it belongs")
        )
    elif anchor:
        problems.append(Problem(where, f"&{anchor} names a value for repeating", "remove it: each term stands once"))
    if tag and str(tag) != "!":
        problems.append(Problem(where, f"{tag} is a tag", "remove it: the kind of a value follows from its name"))


def _syntax(error: MarkedYAMLError, file: str) -> InputError:
    # A quotation that never ends is at fault where it begins, not where the file does.
    endless = "end of stream" in str(error.problem) and error.context_mark
    mark = error.context_mark if endless else error.problem_mark or error.context_mark
    where = Where(file, mark.line + 1, mark.column + 1) if mark else Where(file)
    what = f"this is not YAML: {error.problem or error.context}"
    return InputError(Problem(where, what, "check the indentation, the colons and the quotation marks around here"))
