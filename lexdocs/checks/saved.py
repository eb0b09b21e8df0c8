"""What an earlier build left in an output folder: its figures, and the ticks of its pages."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lexdocs.errors import InputError, Problem, Where
from lexdocs.terms.changes import Change, assume

_TICK = re.compile(r'<data\b([^>]*?)\bdata-figure="([^"]*)"([^>]*)>(.*?)</data>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_BREAK = re.compile(r"<br\b[^>]*>")
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


@dataclass(frozen=True)
class Printed:
    """A figure as a page prints it: its address, its text, the line of the file, and what else the tick says."""

    address: str
    text: str
    line: int
    marks: str = ""


@dataclass(frozen=True)
class Saved:
    """The record that a build left: its figures by address, what was assumed on its command line, its formats.

    `figures` are those of the last event, `earlier` those of the events before it, by event. `text` is the file's
    own; `event` is the earlier event whose record this is, and empty for the last one's.
    """

    figures: Mapping[str, Mapping[str, Any]]
    changes: tuple[Change, ...]
    formats: tuple[str, ...]
    folder: Path
    record: Mapping[str, Any]
    earlier: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    text: str = field(default="", repr=False)
    event: str = ""

    def of(self, event: str) -> Saved:
        """The record as it was saved for one event; without figures where it holds none for it."""
        last = event == self.record.get("event", {}).get("at")
        return self if last else replace(self, figures=self.earlier.get(event, {}), event=event)

    def lines(self) -> Mapping[str, int]:
        """The line of the record's file on which each of the figures stands."""
        lines = self.text.split("\n")
        first = next((at for at, line in enumerate(lines) if self.event and f'"at": "{self.event}"' in line), 0)
        found: dict[str, int] = {}
        # Those of the last event stand first and two deep; those of an earlier one follow its name, four deep.
        entry = re.compile(r' {4}"(.*)": \{' if self.event else r' {2}"(.*)": \{')
        for number, line in enumerate(lines[first:], first + 1):
            if match := entry.fullmatch(line):
                found.setdefault(json.loads(f'"{match[1]}"'), number)
        return found


def read_saved(folder: Path, name: str = "figures.json") -> Saved:
    """Read the record of a build. Raises `InputError` where there is none or it cannot be read."""
    path = folder / name
    remedy = "run `lexdocs build` first, and commit what it writes"
    try:
        text = path.read_text("utf-8")
        data = json.loads(text)
        made = [f"{each['path']}={each['value']}" for each in data["assumed_on_the_command_line"]]
        figures = {str(name): dict(entry) for name, entry in data["figures"].items()}
        earlier = {
            str(each["event"]["at"]): {str(name): dict(entry) for name, entry in each["figures"].items()}
            for each in data.get("earlier", ())
        }
        formats = tuple(str(each) for each in data["formats"])
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(Problem(Where(str(path)), "nothing was built here", remedy)) from None
    except (ValueError, KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
        raise InputError(Problem(Where(str(path)), f"is not the record of a build ({error})", remedy)) from None
    changes = tuple(assume(each) for each in made)
    return Saved(figures, changes, formats, folder, data, earlier, text)


def ticks(page: str) -> list[Printed]:
    """The figures that an HTML page prints, in order.

    >>> ticks('<p>At <data data-figure="rate">9⅜%</data></p>')
    [Printed(address='rate', text='9⅜%', line=1, marks=' ')]
    """
    found = []
    line, at = 1, 0
    for match in _TICK.finditer(page):
        line += page.count("\n", at, match.start())
        at = match.start()
        found.append(Printed(html.unescape(match[2]), plain(match[4]), line, match[1] + match[3]))
    return found


def plain(markup: str) -> str:
    """The visible text of a piece of a page."""
    return html.unescape(_TAG.sub(" ", markup)).replace("\u00a0", " ").strip()


def words(page: str) -> list[str]:
    """The lines of a page with every figure blanked out: what is left is words and markup."""
    return _STYLE.sub(lambda match: "\n" * match[0].count("\n"), _TICK.sub("[…]", page)).split("\n")


def pieces(page: str) -> Iterator[tuple[str, str | None]]:
    """The visible text of a page's body in pieces, each with the address of the figure that it prints, or None.

    >>> list(pieces('<body><p>At <data data-figure="rate">9⅜%</data>.</p>'))
    [('At ', None), ('9⅜%', 'rate'), ('.', None)]
    """
    at = page.find("<body")
    start = page.find(">", at) + 1 if at >= 0 else 0
    for match in _TICK.finditer(page, start):
        yield _bare(page[start : match.start()]), None
        yield _bare(match[4]), html.unescape(match[2])
        start = match.end()
    yield _bare(page[start:]), None


def _bare(markup: str) -> str:
    return html.unescape(_TAG.sub("", _BREAK.sub(" ", markup)))
