"""Drift in the text form of a document, which has no ticks: its words are told apart by those of its HTML page."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lexdocs.checks.drifted import NOT_PRINTED, Drifted, Reasons, Reworded
from lexdocs.checks.saved import pieces
from lexdocs.checks.wording import between
from lexdocs.outputs.typewriter import plain

_MARK = re.compile(r"\s*-\d+-")  # the foot of a page
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Word:
    """A word of a text with its line; `tick`, `address` and `figure` are those of the figure that it is part of."""

    text: str
    line: int = 0
    tick: int | None = None
    address: str = ""
    figure: str = ""


def drift_in_text(name: str, old: str, text: str, page: str, why: Reasons) -> Iterator[Drifted | Reworded]:
    """The figures and words of a committed text that are others than those of today; `page` is the HTML of today.

    Line ends and page breaks are no words. A figure of which a part differs is shown whole.
    """
    was, now = _read(old), _told(_read(text), page)
    matcher = difflib.SequenceMatcher(None, [each.text for each in was], [each.text for each in now], autojunk=False)
    done = 0
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal" or c < done:
            continue
        start, end = c, d
        while start > done and _same(now, start - 1, start):
            start -= 1
        while end < len(now) and end > 0 and _same(now, end - 1, end):
            end += 1
        printed, written = was[max(a - (c - start), 0) : b + (end - d)], now[start:end]
        done = end
        yield from _differing(name, printed, written, (was[a:] or was[-1:] or [Word("", 1)])[0].line, why)


def _differing(
    name: str, printed: list[Word], written: list[Word], line: int, why: Reasons
) -> Iterator[Drifted | Reworded]:
    line = printed[0].line if printed else line
    here, there = (" ".join(each.text for each in side) for side in (printed, written))
    figures = {each.tick: each.address for each in written if each.tick is not None}
    for tick, address in figures.items():
        of = [each for each in written if each.tick == tick]
        calculated = of[0].figure
        # The signs around a figure are words: they are not shown where both sides have them.
        before, _, after = " ".join(each.text for each in of).casefold().partition(calculated.casefold())
        said = between(here, there)[0] if len(figures) > 1 else here
        said = said[len(before) :] if before and said.casefold().startswith(before) else said
        said = said[: -len(after)] if after and said.casefold().endswith(after) else said
        causes = why.of_figure(address, stands=bool(printed))
        yield Drifted(address, said if printed else NOT_PRINTED, calculated, name, line, causes)
    if not figures or any(each.tick is None for each in written):
        one, two = between(here, there)
        yield Reworded(name, f"line {line}", f"printed “{one}”, written “{two}”", line=line, causes=why.of_words())


def _same(words: list[Word], one: int, two: int) -> bool:
    return words[one].tick is not None and words[one].tick == words[two].tick


def _read(text: str) -> list[Word]:
    """The words of a text with their lines; what stands on every page, a mark and a head, is read once."""
    sheets: list[list[tuple[int, str]]] = [[]]
    for number, line in enumerate(text.split("\n"), 1):
        if _MARK.fullmatch(line):
            sheets.append([])
        elif line.strip():
            sheets[-1].append((number, line))
    sheets = [sheet for sheet in sheets if sheet]
    lines = sheets[0] if sheets else []
    for sheet in sheets[1:]:
        head = 0
        while head < min(len(sheet), len(sheets[0])) and sheet[head][1] == sheets[0][head][1]:
            head += 1
        lines = lines + sheet[head:]
    return [Word(word, number) for number, line in lines for word in line.split()]


def _told(words: list[Word], page: str) -> list[Word]:
    """The words with the figures that they print, by the ticks of the page that says the same."""
    text, spans = "", []
    for number, (piece, address) in enumerate(pieces(page)):
        typed = plain(piece)
        if address is not None:
            spans.append((len(text), len(text) + len(typed), Word("", 0, number, address, " ".join(typed.split()))))
        text += typed
    known: list[Word] = []
    at = 0
    for match in _WORD.finditer(text):
        while at < len(spans) and spans[at][1] <= match.start():
            at += 1
        ticked = at < len(spans) and spans[at][0] < match.end()
        known.append(replace(spans[at][2], text=match[0]) if ticked else Word(match[0]))
    matcher = difflib.SequenceMatcher(
        None, [each.text.casefold() for each in known], [each.text.casefold() for each in words], autojunk=False
    )
    told = list(words)
    for block in matcher.get_matching_blocks():
        for shift in range(block.size):
            read, one = words[block.b + shift], known[block.a + shift]
            told[block.b + shift] = replace(one, text=read.text, line=read.line)
    return told
