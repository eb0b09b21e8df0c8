"""Which files are the documents that a deal names as its sources: by what they are called, and the date they bear."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from lexdocs.checks.reading.passage import Reading
from lexdocs.deal import Deal
from lexdocs.notation.dates import parse_date
from lexdocs.notation.error import NotationError
from lexdocs.notation.find import find
from lexdocs.notation.typography import plain

_HEAD = 12  # passages in which a document says what it is
_IDLE = frozenset("of the and a an on in to for its by with from dated".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_SAID = {
    "press release": ("press release", "news release", "for immediate release", "announced today"),
    "offering circular": ("offering circular", "offering memorandum"),
}
"""Other words in which a document says of itself what it is."""
_DATED = re.compile(r"(?i)\bdated?(?: as of)?:? *$")
_DATELINE = re.compile(r" *(?:[-\u2013\u2014/]|\(|$)")
_ISO = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_DATE = re.compile(r"[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}")
_PLACED = re.compile(rf"({_DATE.pattern}), +\S.*$")


def documents_of(deal: Deal, named: Iterable[str]) -> Mapping[str, str]:
    """The date of each document that is named as a source, as ISO writes it; empty where it has none."""
    dates = {source.document: source.dated for source in deal.terms.values.sources.values()}
    events = {str(event.source): event.date for event in deal.terms.events if event.source is not None}
    found: dict[str, str] = {}
    for document in named:
        date = dates.get(document)
        found[document] = date.isoformat() if date else _date_in(document)
        if not found[document] and document in events and document not in dates:
            found[document] = events[document].isoformat()
    return found


def files_of(deal: Deal, named: Iterable[str], readings: Sequence[Reading]) -> Mapping[str, tuple[Reading, ...]]:
    """The files that are each document: all that are called so and bear no other date, else those that say so."""
    documents = documents_of(deal, named)
    keys = {source.document: key for key, source in deal.terms.values.sources.items()}
    heads = {reading.file: _head(reading) for reading in readings}
    borne = {reading.file: _borne(reading, frozenset(documents.values())) for reading in readings}
    found: dict[str, tuple[Reading, ...]] = {}
    for document, date in documents.items():
        fitting = [each for each in readings if not (date and borne[each.file] and borne[each.file] != date)]
        called = [each for each in fitting if _is_called(each, document, keys.get(document, ""))]
        says = [each for each in fitting if _says(heads[each.file], document) and borne[each.file] == date]
        found[document] = tuple(called or says)
    return found


def place_in(document: str) -> str:
    """The place that a document's name ends with: `dateline`, of `release of March 15, 2012, dateline`.

    >>> place_in("press release of March 15, 2012, dateline"), place_in("offering circular of March 15, 2012")
    ('dateline', '')
    """
    match = _PLACED.search(document)
    return match[0].removeprefix(match[1]).lstrip(", ") if match else ""


def _kind(document: str) -> frozenset[str]:
    """The words that say what a document is, without its date and the place in it."""
    bare = _PLACED.sub(r"\1", document)
    return frozenset(re.findall(r"[a-z]+", bare.lower())) - _IDLE - _MONTHS


def _is_called(reading: Reading, document: str, key: str) -> bool:
    """Whether a file's name or its title says what a document is, or a file is named as the term sheet names it."""
    words = re.findall(r"[a-z]+", f"{PurePath(reading.file).stem} {reading.title}".lower())
    kind = _kind(document)
    return (bool(kind) and kind <= set(words)) or (bool(key) and _named_as(reading, key))


def _named_as(reading: Reading, key: str) -> bool:
    stem = _ISO.sub("", PurePath(reading.file).stem.lower())
    return re.sub(r"[^a-z0-9]+", "", stem) == re.sub(r"[^a-z0-9]+", "", key.lower())


def _says(head: str, document: str) -> bool:
    """Whether the head of a file says what a document is."""
    bare = document.lower()
    for name, forms in _SAID.items():
        if name in bare:
            return any(form in head for form in forms)
    kind = _kind(document)
    return bool(kind) and all(re.search(rf"\b{word}\b", head) for word in kind)


def _head(reading: Reading) -> str:
    return " ".join(plain(passage.text) for passage in reading.passages[:_HEAD]).lower()


def _borne(reading: Reading, known: frozenset[str]) -> str:
    """The date that a file bears: in its name, as its date or in its dateline, else the first that a source has."""
    in_name = _ISO.search(PurePath(reading.file).name)
    if in_name:
        return in_name[0]
    dates = list(_dates(reading))
    own = (date for date, before, after in dates if _DATED.search(before) or _DATELINE.match(after))
    return next(own, None) or next((date for date, _, _ in dates if date in known), "")


def _dates(reading: Reading) -> Iterator[tuple[str, str, str]]:
    """The dates in the head of a file, each with the words before and behind it."""
    for passage in reading.passages[:_HEAD]:
        for each in find(passage.text):
            if isinstance(each.value, datetime.date):
                yield each.value.isoformat(), passage.text[: each.start], passage.text[each.end :]


def _date_in(text: str) -> str:
    match = _DATE.search(text)
    try:
        return parse_date(match[0]).isoformat() if match else ""
    except NotationError:
        return ""
