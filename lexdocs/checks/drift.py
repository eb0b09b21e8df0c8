"""Drift: what is printed in an output folder, held against what the calculator says today."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lexdocs.checks.causes import BY_HAND, Causes, Record, shown
from lexdocs.checks.saved import Printed, Saved, plain, ticks, words
from lexdocs.deal import Deal
from lexdocs.figures.book import FigureBook
from lexdocs.figures.record import record

NOT_PRINTED = "not printed"


@dataclass(frozen=True)
class Drifted:
    """A figure that is printed otherwise than it is calculated: where, and the input that moved."""

    name: str
    printed: str
    calculated: str
    document: str
    place: str
    cause: str


@dataclass(frozen=True)
class Reworded:
    """Words that are not those of the templates, or a file too many or too few."""

    document: str
    place: str
    says: str


@dataclass(frozen=True)
class Drift:
    """All drift of an output folder, figures first."""

    figures: tuple[Drifted, ...]
    words: tuple[Reworded, ...]

    def __bool__(self) -> bool:
        return bool(self.figures or self.words)


def drift(
    book: FigureBook, pages: Mapping[str, str], saved: Saved, expected: Mapping[str, Any] | None = None,
    known: Iterable[str] = (),
) -> Drift:  # fmt: skip
    """Hold rebuilt pages of one event, by file name, against the files of a saved build.

    `expected` is the record that a build would save today; its head is compared, its figures come from `book`.
    `known` are the pages of the other events.
    """
    now = record(book)
    causes = Causes(book, saved.figures, now).all()
    figures: list[Drifted] = []
    reworded = list(_head(saved.record, expected or {}))
    seen: set[str] = set()
    for name, page in pages.items():
        path = saved.folder / name
        if not path.is_file():
            reworded.append(Reworded(name, "file", "is missing; it would be built now"))
            continue
        old = path.read_bytes().decode("utf-8", errors="replace")
        if old == page:
            continue
        before = len(figures) + len(reworded)
        found = list(_figures(name, old, page, causes, now)) if name.endswith(".html") else []
        figures += found
        seen |= {each.name for each in found}
        reworded += _words(name, old, page)
        if len(figures) + len(reworded) == before:
            reworded.append(Reworded(name, "page", "differs in its style sheet, its marks or its line ends"))
    reworded += [
        Reworded(name, "file", "is there, and no document of the deal")
        for name in strangers(saved.folder, [*pages, *known])
    ]
    figures += [
        Drifted(address, shown(saved.figures, address), shown(now, address), "figures.json", "", cause)
        for address, cause in causes.items()
        if address not in seen
    ]
    return Drift(tuple(figures), tuple(reworded))


def drifts(
    life: Sequence[Deal], pages: Sequence[Mapping[str, str]], saved: Saved, expected: Mapping[str, Any]
) -> Drift:
    """Hold the rebuilt pages of every event of a deal against a saved build."""
    figures: list[Drifted] = []
    words: list[Reworded] = []
    known = [name for each in pages for name in each]
    for deal, of in zip(life, pages, strict=True):
        name = deal.terms.event.name
        found = drift(deal.book, of, saved.of(name), expected if deal is life[-1] else None, known)
        figures += found.figures
        words += found.words
    return Drift(tuple(dict.fromkeys(figures)), tuple(dict.fromkeys(words)))


def _head(saved: Mapping[str, Any], expected: Mapping[str, Any]) -> Iterator[Reworded]:
    """What the record says beside its figures.

    A copy of a deal may have another name, and the digests of the inputs move with a comment in them.
    """
    for part in sorted({*saved, *expected} - {"deal", "figures", "terms_sha256"}) if expected else ():
        was, now = saved.get(part), expected.get(part)
        if part == "earlier":
            was, now = ([each.get("event") for each in side or ()] for side in (was, now))
        if was != now:
            yield Reworded("figures.json", part, f"says {was}, the deal says {now}")


def _figures(name: str, old: str, page: str, causes: Mapping[str, str], record_now: Record) -> Iterator[Drifted]:
    was, now = ticks(old), ticks(page)
    matcher = difflib.SequenceMatcher(
        None, [each.address for each in was], [each.address for each in now], autojunk=False
    )
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            for left, right in zip(was[a:b], now[c:d], strict=True):
                if left.text != right.text:
                    yield _drifted(left.address, left, right, name, causes, record_now)
                elif left.marks != right.marks:
                    one, two = (
                        replace(each, text=f"{each.text} ({' '.join(each.marks.split())})") for each in (left, right)
                    )
                    yield _drifted(left.address, one, two, name, causes, record_now)
            continue
        for left in was[a:b]:
            yield _drifted(left.address, left, None, name, causes, record_now)
        for right in now[c:d]:
            yield _drifted(right.address, None, right, name, causes, record_now)


def _drifted(
    address: str, old: Printed | None, new: Printed | None, name: str, causes: Mapping[str, str], now: Record
) -> Drifted:
    line = old.line if old else new.line if new else 0
    cause = causes.get(address, BY_HAND if old and new else "the words around it moved")
    calculated = new.text if new else f"{shown(now, address)}, not printed here" if address in now else "gone"
    return Drifted(address, old.text if old else NOT_PRINTED, calculated, name, f"line {line}", cause)


def _words(name: str, old: str, page: str) -> Iterator[Reworded]:
    """Lines whose words differ once every figure is blanked out."""
    if name.endswith(".html"):
        was, now = words(old), words(page)
    else:
        was, now = old.split("\n"), page.split("\n")
    for tag, a, b, c, d in difflib.SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        printed, written = (" ".join(plain(line) for line in lines).strip() for lines in (was[a:b], now[c:d]))
        if printed != written:
            here, there = _around(printed, written)
            yield Reworded(name, f"line {a + 1}", f"printed “{here}”, written “{there}”")


def _around(printed: str, written: str, context: int = 4) -> tuple[str, str]:
    """Two texts cut down to where they differ, with a few words on either side.

    >>> _around("The offer opened on the day before", "The offer opened on the day after", context=1)
    ('… day before', '… day after')
    """
    left, right = printed.split(), written.split()
    same = next(
        (n for n, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), min(len(left), len(right))
    )
    ends = zip(reversed(left[same:]), reversed(right[same:]), strict=False)
    tail = next((n for n, pair in enumerate(ends) if pair[0] != pair[1]), min(len(left), len(right)) - same)
    return _cut(left, same - context, len(left) - tail + context), _cut(
        right, same - context, len(right) - tail + context
    )


def _cut(words: list[str], first: int, last: int, most: int = 60) -> str:
    first = max(first, 0)
    kept = words[first : min(last, first + most)]
    return ("… " if first else "") + " ".join(kept) + (" …" if first + len(kept) < len(words) else "")


def strangers(folder: Path, pages: Iterable[str]) -> list[str]:
    """Files of an output folder that no document of the deal gives; a PDF belongs to its page."""
    known = {*pages, "figures.json"}
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in files if name not in known and re.sub(r"\.pdf$", ".html", name) not in known)
