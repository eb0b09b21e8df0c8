"""Drift: what is printed in an output folder, held against what the calculator says today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from lexdocs.checks import drift_html
from lexdocs.checks.causes import EDITED, RECORD_EDITED, Ancestry, CauseKind
from lexdocs.checks.differences import Moved, differences
from lexdocs.checks.drift_text import drift_in_text
from lexdocs.checks.drifted import Drift, Drifted, Fault, Reasons, Reworded
from lexdocs.checks.restamped import restamped
from lexdocs.checks.saved import Saved, ticks
from lexdocs.deal import Deal
from lexdocs.documents.document import Document
from lexdocs.figures.book import FigureBook
from lexdocs.figures.record import record
from lexdocs.outputs.kept import RECORD
from lexdocs.writing.files import FIGURES

DEPENDENCIES = "dependencies.json"
_AGAINST_PAGES = replace(RECORD_EDITED, name="figures.json says otherwise than every page")


def drift(
    book: FigureBook, pages: Mapping[str, str], saved: Saved, expected: Mapping[str, Any] | None = None, *,
    known: Iterable[str] = (), ancestry: Ancestry | None = None, written: Mapping[str, Document] | None = None,
) -> Drift:  # fmt: skip
    """Hold rebuilt pages of one event, by file name, against the files of a saved build.

    `expected` is the record that a build would save today; its head is compared, its figures come from `book`.
    `known` are the pages of the other events, `ancestry` that of the book where the caller knows more than its
    proofs, and `written` the documents of the pages.
    """
    now = record(book)
    digests = saved.record.get("terms_sha256")
    same_terms = bool(digests) and digests == (expected or {}).get("terms_sha256")
    moved = differences(saved.figures, now, ancestry or Ancestry.of(book), same_terms=same_terms)
    why = Reasons({each.address: each.causes for each in moved}, now)
    found: list[Drifted | Reworded] = [*_head(saved.record, expected or {})]
    for name, page in pages.items():
        found += _page(name, page, pages, saved.folder, _of(why, (written or {}).get(name)))
    found += [
        Reworded(name, "file", "is there, and no document of the deal", Fault.STRANGER)
        for name in strangers(saved.folder, [*pages, *known])
    ]
    figures = _as_in_html([each for each in found if isinstance(each, Drifted)])
    figures += _of_record(moved, {each.name for each in figures}, pages, saved)
    return Drift(tuple(figures), tuple(each for each in found if isinstance(each, Reworded)))


def drifts(
    life: Sequence[Deal], pages: Sequence[Mapping[str, str]], saved: Saved, expected: Mapping[str, Any],
    written: Mapping[str, Document] | None = None,
) -> Drift:  # fmt: skip
    """Hold the rebuilt pages of every event of a deal against a saved build."""
    figures: list[Drifted] = []
    words: list[Reworded] = []
    known = [name for each in pages for name in each]
    digests = {"terms_sha256": expected.get("terms_sha256")}
    for deal, of in zip(life, pages, strict=True):
        of_event = saved.of(deal.terms.event.name)
        head = expected if deal is life[-1] else digests
        ancestry = Ancestry.of(deal.book, deal.graph, deal.terms.leaves)
        found = drift(deal.book, of, of_event, head, known=known, ancestry=ancestry, written=written)
        figures += found.figures
        words += found.words
    return Drift(tuple(dict.fromkeys(figures)), tuple(dict.fromkeys(words)))


def _of(why: Reasons, document: Document | None) -> Reasons:
    if document is None:
        return why
    return replace(why, template=document.template, asked=tuple(figure.address for figure in document.asked))


def _page(
    name: str, page: str, pages: Mapping[str, str], folder: Path, why: Reasons
) -> Sequence[Drifted | Reworded]:  # fmt: skip
    """What a committed file prints otherwise than its page of today."""
    path = folder / name
    if not path.is_file():
        return [Reworded(name, "file", "is missing; it would be built now", Fault.MISSING)]
    # Line ends are compared too: they are part of the bytes that are committed.
    old = path.read_bytes().decode("utf-8", errors="replace")
    if old == page:
        return []
    html = page if name.endswith(".html") else pages.get(re.sub(r"\.txt$", ".html", name), "")
    found: list[Drifted | Reworded] = []
    if stamped := restamped(old, page):
        old, line, says = stamped
        found.append(Reworded(name, f"line {line}", says, line=line, causes=why.of_stamp(ticks(html))))
    if name.endswith(".html"):
        figures = list(drift_html.figures(name, old, page, why))
        found += [*figures, *drift_html.reworded(name, old, page, figures, why)]
    else:
        found += drift_in_text(name, old, page, html, why)
    form = "its style sheet, its markup or its line ends" if name.endswith(".html") else "its line ends or page breaks"
    return found or [Reworded(name, "page", f"differs in {form}", Fault.MARKUP)]


def _as_in_html(figures: Sequence[Drifted]) -> list[Drifted]:
    """A figure of a text that no hand edited alone: what its HTML page prints otherwise too has the page's cause."""
    of_page = {
        (Path(each.document).with_suffix(""), each.name): each.causes
        for each in figures
        if each.document.endswith(".html")
    }
    return [
        replace(each, causes=of_page.get((Path(each.document).with_suffix(""), each.name), each.causes))
        if each.causes == (EDITED,)
        else each
        for each in figures
    ]


def _of_record(
    moved: Iterable[Moved], seen: set[str], pages: Mapping[str, str], saved: Saved
) -> Iterator[Drifted]:  # fmt: skip
    """The figures that differ in the record alone.

    A figure that every page prints as it is calculated was not moved by its rule: a tick carries its exact value.
    """
    alone = [each for each in moved if each.address not in seen]
    lines = saved.lines() if alone else {}
    held = [page for name, page in pages.items() if name.endswith(".html")] if alone else []
    printed = {tick.address for page in held for tick in ticks(page)}
    for each in alone:
        by_rule = each.causes and each.causes[0].kind is CauseKind.RULE
        causes = (_AGAINST_PAGES,) if by_rule and each.address in printed else each.causes
        yield Drifted(each.address, each.before, each.after, FIGURES, lines.get(each.address, 0), causes)


def _head(saved: Mapping[str, Any], expected: Mapping[str, Any]) -> Iterator[Reworded]:
    """What the record says beside its figures.

    A copy of a deal may have another name, and the digests of the inputs move with a comment in them.
    """
    for part in sorted({*saved, *expected} - {"deal", "figures", "terms_sha256"}) if "figures" in expected else ():
        was, now = saved.get(part), expected.get(part)
        if part == "earlier":
            was, now = ([each.get("event") for each in side or ()] for side in (was, now))
        if was != now:
            yield Reworded(FIGURES, part, f"says {was}, the deal says {now}", Fault.RECORD)


_PDF = re.compile(r"(-large-print)?\.pdf$")


def strangers(folder: Path, pages: Iterable[str]) -> list[str]:
    """Files of an output folder that no document of the deal gives; a PDF belongs to its page.

    The records that verbs keep beside the documents are none: `mutate` holds its own against what it finds.
    """
    known = {*pages, FIGURES, DEPENDENCIES, RECORD}
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in files if name not in known and _PDF.sub(".html", name) not in known)
