"""Edits of a deal folder: a term changed, or a file of it written otherwise, in a copy that nobody else reads."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lexdocs.deal import Deal, open_deal
from lexdocs.terms.changes import Change
from lexdocs.terms.terms import events_of

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_PLAIN = re.compile(r"[^\s#>|&*{\[](?:[^\n#]|(?<=\S)#)*?(?=\s*(?:\s#|$))", re.MULTILINE)


@dataclass(frozen=True)
class Edit:
    """Changes of terms, and files with their new texts."""

    changes: tuple[Change, ...] = ()
    files: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Bench:
    """Where edits are made, read and taken back: a copy of a deal folder in a room, one for each process."""

    source: Path
    room: Path

    @property
    def folder(self) -> Path:
        """The copy of this process."""
        own = self.room / str(os.getpid()) / self.source.name
        if not own.is_dir():
            shutil.copytree(self.source, own)
        return own

    def opened(self, edit: Edit, number: int | None = None) -> Deal:
        """The deal with an edit made, as of its last event or the one of a number. Raises `InputError` where refused.

        Events are named by their dates, and an edit may move a date: so the number says which one is meant.
        """
        folder = self.folder
        kept = {name: (folder / name).read_bytes() for name, _ in edit.files if (folder / name).is_file()}
        for name, text in edit.files:
            (folder / name).write_text(text, "utf-8")
        try:
            names = [event.name for event in events_of(folder)] if number is not None else []
            return open_deal(folder, edit.changes, event=names[number] if number is not None else None)
        finally:
            for name, _ in edit.files:
                if name in kept:
                    (folder / name).write_bytes(kept[name])
                else:
                    (folder / name).unlink()


def value_replaced(text: str, line: int, column: int, new: str) -> str | None:
    r"""A YAML text with the one-line value at a place replaced; None where it is written over several lines.

    >>> value_replaced("rate: 9% # a year\nname: Notes\n", 1, 7, "10%")
    'rate: "10%" # a year\nname: Notes\n'
    """
    lines = text.split("\n")
    before, rest = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
    old = _QUOTED.match(rest) or _PLAIN.match(rest)
    if old is None:
        return None
    lines[line - 1] = before + json.dumps(new, ensure_ascii=False) + rest[old.end() :]
    return "\n".join(lines)


def block_removed(text: str, line: int, column: int) -> str:
    r"""A YAML text without the name or the item that begins at a place, and all that belongs to it.

    >>> block_removed("a:\n  - b: 1\n    c: 2\n  - b: 3\nd: 4\n", 2, 5)
    'a:\n  - b: 3\nd: 4\n'
    """
    lines = text.split("\n")
    first = lines[line - 1]
    begins = len(first) - len(first.lstrip())  # an item begins with its dash
    dash = first[begins : begins + 1] == "-"
    end = line
    while end < len(lines) and _belongs(lines[end], begins, dash=dash):
        end += 1
    kept = lines[: line - 1] + lines[end:]
    return "\n".join(kept) if begins < column else text


def _belongs(line: str, begins: int, *, dash: bool) -> bool:
    """Whether a line goes on with what began further up: it stands deeper, or says nothing."""
    if not line.strip() or line.lstrip().startswith("#"):
        return True
    depth = len(line) - len(line.lstrip())
    # The items of a list may stand as deep as the name of the list.
    return depth > begins or (depth == begins and not dash and line.lstrip().startswith("- "))


def cell_replaced(text: str, row: int, column: int, new: str) -> str:
    r"""A CSV text with one cell replaced; rows and columns count from nought, the heading among them.

    >>> cell_replaced("id,name\nF-1,\"Oak, Elm\"\n", 1, 0, "F-2")
    'id,name\nF-2,"Oak, Elm"\n'
    """
    rows = rows_in(text)
    rows[row][column] = new
    return _csv(rows)


def row_removed(text: str, row: int) -> str:
    r"""A CSV text with one row less.

    >>> row_removed("id\nF-1\nF-2\n", 1)
    'id\nF-2\n'
    """
    return _csv([cells for number, cells in enumerate(rows_in(text)) if number != row])


def rows_in(text: str) -> list[list[str]]:
    """The rows of a CSV text."""
    return list(csv.reader(io.StringIO(text, newline="")))


def _csv(rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
