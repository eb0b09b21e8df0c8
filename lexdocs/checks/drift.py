"""Drift: what is printed in an output folder, held against what the calculator says today."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lexdocs.checks.saved import Printed, Saved, plain, ticks, words
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure, ancestors
from lexdocs.figures.record import record
from lexdocs.terms.leaf import Leaf

NOT_PRINTED, NOT_CALCULATED = "not printed", "not calculated"


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


def drift(book: FigureBook, pages: Mapping[str, str], saved: Saved) -> Drift:
    """Hold rebuilt pages, by file name, against the files of a saved build."""
    now = record(book)
    moved = _moved(saved.figures, now)
    causes = {address: _cause(address, book, moved, saved.figures, now) for address in moved}
    figures: list[Drifted] = []
    reworded: list[Reworded] = []
    seen: set[str] = set()
    for name, page in pages.items():
        path = saved.folder / name
        if not path.is_file():
            reworded.append(Reworded(name, "file", "is missing; it would be built now"))
            continue
        old = path.read_text("utf-8", errors="replace")
        if old == page:
            continue
        before = len(figures) + len(reworded)
        found = list(_figures(name, old, page, causes)) if name.endswith(".html") else []
        figures += found
        seen |= {each.name for each in found}
        reworded += _words(name, old, page)
        if len(figures) + len(reworded) == before:
            reworded.append(Reworded(name, "page", "differs in its style sheet or its marks, in no visible word"))
    reworded += [
        Reworded(name, "file", "is there, and no document of the deal") for name in _strangers(saved.folder, pages)
    ]
    unseen = [address for address in moved if address not in seen]
    figures += [
        Drifted(address, _shown(saved.figures, address), _shown(now, address), "figures.json", "", causes[address])
        for address in unseen
    ]
    return Drift(tuple(figures), tuple(reworded))


def _moved(saved: Mapping[str, Mapping[str, object]], now: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Addresses whose value is another, or that are only on one side."""
    keys = [*now, *(address for address in saved if address not in now)]
    return [address for address in keys if _core(saved.get(address)) != _core(now.get(address))]


def _core(entry: Mapping[str, object] | None) -> tuple[object, ...] | None:
    return None if entry is None else tuple(entry.get(part) for part in ("value", "shown", "pending"))


def _shown(side: Mapping[str, Mapping[str, object]], address: str) -> str:
    entry = side.get(address)
    if entry is None:
        return NOT_CALCULATED
    return str(entry.get("shown", "pending"))


def _cause(
    address: str, book: FigureBook, moved: list[str], saved: Mapping[str, Mapping[str, object]],
    now: Mapping[str, Mapping[str, object]],
) -> str:  # fmt: skip
    """The terms that moved among those that a figure follows from, as counsel reads them."""
    changed = set(moved)
    figure = next((each for each in book if each.address == address), None)
    if not isinstance(figure, Figure):
        entry = saved.get(address, {})
        path = entry.get("path")
        return f"{path}: {entry.get('shown')} is gone" if path else "its row or its inputs are gone"
    causes = [
        f"{leaf.path}: {_shown(saved, each.address)} → {_shown(now, each.address)}"
        for each in ancestors(figure)
        if each.address in changed and isinstance(leaf := each.proof, Leaf)
    ]
    return "; ".join(causes) or "no term moved: the rule did"


def _figures(name: str, old: str, page: str, causes: Mapping[str, str]) -> Iterator[Drifted]:
    was, now = ticks(old), ticks(page)
    matcher = difflib.SequenceMatcher(
        None, [each.address for each in was], [each.address for each in now], autojunk=False
    )
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            for left, right in zip(was[a:b], now[c:d], strict=True):
                if left.text != right.text:
                    yield _drifted(left.address, left, right, name, causes)
            continue
        for left in was[a:b]:
            yield _drifted(left.address, left, None, name, causes)
        for right in now[c:d]:
            yield _drifted(right.address, None, right, name, causes)


def _drifted(address: str, old: Printed | None, new: Printed | None, name: str, causes: Mapping[str, str]) -> Drifted:
    line = old.line if old else new.line if new else 0
    cause = causes.get(address, "edited by hand: no figure moved" if old and new else "the words around it moved")
    return Drifted(
        address, old.text if old else NOT_PRINTED, new.text if new else NOT_CALCULATED, name, f"line {line}", cause
    )


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
            here, now_here = _around(printed, written)
            yield Reworded(name, f"line {a + 1}", f"printed “{here}”, written “{now_here}”")


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


def _strangers(folder: Path, pages: Mapping[str, str]) -> list[str]:
    """Files of the output folder that no document of the deal gives."""
    kept = {".html", ".txt"}
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix in kept]
    return sorted(name for path in files if (name := path.relative_to(folder).as_posix()) not in pages)
