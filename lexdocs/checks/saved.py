"""What an earlier build left in an output folder: its figures, and the ticks of its pages."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lexdocs.errors import InputError, Problem, Where
from lexdocs.terms.changes import Change, assume

_TICK = re.compile(r'<data\b([^>]*?)\bdata-figure="([^"]*)"([^>]*)>(.*?)</data>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
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

    `figures` are those of the last event, `earlier` those of the events before it, by event.
    """

    figures: Mapping[str, Mapping[str, Any]]
    changes: tuple[Change, ...]
    formats: tuple[str, ...]
    folder: Path
    record: Mapping[str, Any]
    earlier: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)

    def of(self, event: str) -> Saved:
        """The record as it was saved for one event; without figures where it holds none for it."""
        last = event == self.record.get("event", {}).get("at")
        return self if last else replace(self, figures=self.earlier.get(event, {}))


def read_saved(folder: Path, name: str = "figures.json") -> Saved:
    """Read the record of a build. Raises `InputError` where there is none or it cannot be read."""
    path = folder / name
    remedy = "run `lexdocs build` first, and commit what it writes"
    try:
        data = json.loads(path.read_text("utf-8"))
        made = [f"{each['path']}={each['value']}" for each in data["assumed_on_the_command_line"]]
        figures = {str(name): dict(entry) for name, entry in data["figures"].items()}
        earlier = {
            str(each["event"]["at"]): {str(name): dict(entry) for name, entry in each["figures"].items()}
            for each in data.get("earlier", ())
        }
        formats = tuple(str(each) for each in data["formats"])
    except FileNotFoundError:
        raise InputError(Problem(Where(str(path)), "nothing was built here", remedy)) from None
    except (ValueError, KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
        raise InputError(Problem(Where(str(path)), f"is not the record of a build ({error})", remedy)) from None
    changes = tuple(assume(each) for each in made)
    return Saved(figures, changes, formats, folder, data, earlier)


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
    blank = _TICK.sub(lambda match: f"[{html.unescape(match[2])}]", page)
    return _STYLE.sub(lambda match: "\n" * match[0].count("\n"), blank).split("\n")
