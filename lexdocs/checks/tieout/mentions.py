"""How a document means a side of the offer or a row of an axis: by defined terms, titles, rates and years."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lexdocs.checks.tieout.facts import label
from lexdocs.figures.book import FigureBook
from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure, Pending
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit

_ROW_TITLES = (
    "series_title", "series_name", "series_cusip", "series_isin", "new_note_title", "new_note_name", "new_note_cusip",
    "option_name", "holder_id", "holder_name", "holder_account", "statement_number",
)  # fmt: skip


def mentions(book: FigureBook) -> Mapping[str, frozenset[str]]:
    """Texts by which a document means a side of the offer or a row of an axis, in small letters, with their concepts.

    The defined terms and titles of the old and of the new notes, the title, the name and the CUSIP of each series.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for side in ("old", "new"):
        for name in (f"{side}_notes_term", f"{side}_notes_title", f"{side}_notes_name"):
            said = _text(book, name)
            if said:
                found[said.lower()].add(side)
    for figure in book:
        if isinstance(figure, Pending) or figure.name not in _ROW_TITLES or not str(figure.value).strip():
            continue
        axes = book.shapes[figure.name].axes
        found[" ".join(str(figure.value).lower().split())].update(map(label, axes, figure.key))
        found[" ".join(shown(figure).lower().split())].update(map(label, axes, figure.key))
    for row, said in _short_names(book):
        found[said].add(row)
    # A text that means several rows, as a name that two series share, means none of them.
    return {said: frozenset(each) for said, each in found.items() if len(_by_axis(each)) == len(each)}


def bare_names(book: FigureBook) -> Mapping[str, frozenset[str]]:
    """Series by their rate, their year or the word that tells them alone, as heads have them: 6.35 2016, Senior."""
    found: dict[str, set[str]] = defaultdict(set)
    for names in _TOLD_BY_A_WORD:
        for word, row in telling_words(book, names):
            found[word].add(row)
    for figure in book:
        if not isinstance(figure, Figure) or figure.name not in ("series_rate", "series_maturity", *_NEW_NOTES):
            continue
        row = label(book.shapes[figure.name].axes[0], figure.key[0])
        if isinstance(figure.value, datetime.date):
            found[str(figure.value.year)].add(row)
        else:
            for rate in _rates(figure):
                found[rate.removesuffix("%").rstrip()].add(row)
                found[rate.removesuffix("%").rstrip("0 ")].add(row)
    return {said: frozenset(each) for said, each in found.items() if len(each) == 1}


def _short_names(book: FigureBook) -> Iterator[tuple[str, str]]:
    """Series by their rate and by the year in which they fall due, as texts shorten their titles."""
    for figure in book:
        if not isinstance(figure, Figure) or figure.name not in ("series_rate", "series_maturity", *_NEW_NOTES):
            continue
        row = label(book.shapes[figure.name].axes[0], figure.key[0])
        if isinstance(figure.value, datetime.date):
            year = figure.value.year
            yield from ((row, said) for said in (f"due {year}", f"notes, {year}", f"notes of {year}"))
            yield from ((row, f"{year} {kind}") for kind in _KINDS)
        else:
            yield from ((row, f"{rate} {kind}") for rate in _rates(figure) for kind in _KINDS)


def _rates(figure: Figure) -> set[str]:
    """A rate in the forms in which titles and tables have it."""
    styles = ((Unit.RATE, None), (Unit.RATE, "decimal"), (Unit.PERCENTAGE, "two_places"))
    return {write(figure.value, unit, style=style, written=figure.written) for unit, style in styles}


def telling_words(book: FigureBook, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The words that only one row has in its name or its title, each with that row."""
    words: dict[str, set[str]] = defaultdict(set)
    for figure in book:
        if isinstance(figure, Figure) and figure.name in names:
            row = label(book.shapes[figure.name].axes[0], figure.key[0])
            for word in re.findall(r"[a-z]+", str(figure.value).lower()):
                words[word].add(row)
    several = len({row for rows in words.values() for row in rows}) > 1
    yield from ((word, next(iter(rows))) for word, rows in words.items() if len(rows) == 1 and several)


_TOLD_BY_A_WORD = (("series_name", "series_title"), ("new_note_name", "new_note_title"), ("option_name",))
_NEW_NOTES = ("new_note_rate", "new_note_maturity")
_KINDS = ("notes", "senior notes", "debentures", "bonds", "securities", "debs", "junior notes")


def _by_axis(labels: Iterable[str]) -> set[str]:
    return {each.split("=")[0] for each in labels}


def _text(book: FigureBook, name: str) -> str:
    if name not in book.shapes or book.shapes[name].axes:
        return ""
    figure = book.figure(name)
    return str(figure.value) if isinstance(figure, Figure) else ""
