"""Where an offer stands: its last event, what is tendered, the deadlines ahead, and which documents are out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lexdocs.conventions.clock import at_or_before
from lexdocs.deal import Deal, findings, library_of
from lexdocs.documents.document import FaultyWordsError, compose
from lexdocs.documents.header import Header, read_header
from lexdocs.documents.occasions import occasions, withheld_everywhere
from lexdocs.errors import InputError, LexdocsError, Problem, Severity
from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure, Pending
from lexdocs.law.finding import Finding
from lexdocs.notation.forms import write
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms.event_terms import EventKind
from lexdocs.terms.leaf import Leaf
from lexdocs.writing.drafts import draft_reasons
from lexdocs.writing.forms import SUFFIXES

TENDERS = (
    "outstanding", "total_held", "total_tendered", "total_withdrawn", "total_valid", "total_accepted",
    "percentage_tendered", "minimum_tender_principal", "minimum_shortfall_principal", "minimum_shortfall_notes",
    "minimum_is_met", "number_tendering",
)  # fmt: skip
"""The figures of the tenders so far, as far as a kind of offer has them."""


_FEW = 3
# The end of withdrawals stands among the terms.
_NO_DEADLINES = ("as_of", "latest_announced", "due_installment_date", "withdrawal_ends")


@dataclass(frozen=True)
class Deadline:
    """A day or a time ahead, what it is, and the rule or the source that sets it."""

    figure: str
    when: str
    says: str
    cite: str


@dataclass(frozen=True)
class Due:
    """A document that an event calls for: whether it stands in the output folder, and what it waits for or lacks.

    `draft` says why it is a draft as yet, if it is one.
    """

    document: str
    event: str
    state: str
    waits_for: tuple[str, ...] = ()
    draft: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standing:
    """Where an offer stands as of a moment."""

    as_of: str
    events: tuple[Mapping[str, str], ...]
    tenders: Mapping[str, str]
    not_counted: tuple[str, ...]
    idle_waivers: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    documents: tuple[Due, ...]
    pending: tuple[str, ...]
    findings: tuple[Finding, ...]


def standing(life: tuple[Deal, ...], now: Deal, out: Path) -> Standing:
    """Where a deal stands: `life` is the deal as of each event, `now` as of the moment asked; `out` what was built."""
    return Standing(
        write(now.terms.as_of, Unit.MOMENT),
        tuple(_events(now)),
        {name: shown(figure) for name in TENDERS if (figure := _figure(now, name)) is not None},
        now.terms.log.remarks() if now.terms.log else (),
        now.terms.log.idle_waivers() if now.terms.log else (),
        tuple(_deadlines(now)),
        tuple(each for deal in life for each in _documents(deal, out)),
        _waiting(now),
        findings(now, life),
    )


def _events(deal: Deal) -> Iterator[Mapping[str, str]]:
    for event in deal.terms.events:
        after = deal.book.figure("event_expiration_after", (event.name,))
        yield {
            "event": event.name,
            "kind": event.kind.value,
            "announced": write(event.at, Unit.MOMENT) if event.timed else write(event.date, Unit.DATE),
            "expiration": shown(after) if isinstance(after, Figure) else "",
        }


def _figure(deal: Deal, name: str) -> Figure | None:
    found = deal.book.figure(name) if name in deal.book.shapes and not deal.book.shapes[name].axes else None
    return found if isinstance(found, Figure) else None


def _deadlines(deal: Deal) -> Iterator[Deadline]:
    """Terms that are dates or times still ahead, in their order; of dates worked out, those with a row of their own."""
    now = deal.terms.as_of
    if any(event.kind is EventKind.TERMINATION for event in deal.terms.events):
        return  # nothing is ahead of an offer that has ended
    ahead: list[tuple[Moment, Figure]] = []
    for each in deal.book:
        if not isinstance(each, Figure) or each.name.startswith("event_") or each.name in _NO_DEADLINES:
            continue
        if not isinstance(each.proof, Leaf) and each.key:
            continue
        when = each.value
        if isinstance(when, datetime.date):
            when = Moment(when, 24, 0, now.place)
        if isinstance(when, Moment) and not _passed(when, now):
            ahead.append((when, each))
    for _when, figure in sorted(ahead, key=lambda pair: (pair[0].date, pair[0].hour, pair[0].minute, pair[1].address)):
        proof = figure.proof
        cite = str(proof.source or "") if isinstance(proof, Leaf) else proof.cite
        yield Deadline(figure.address, shown(figure), figure.says.rstrip("."), cite)


def _passed(when: Moment, now: Moment) -> bool:
    try:
        return at_or_before(when, now) and when != now
    except KeyError:
        return (when.date, when.hour, when.minute) < (now.date, now.hour, now.minute)


def _waiting(deal: Deal) -> tuple[str, ...]:
    """The terms for which some figure waits; a term that nothing needs is not missed."""
    leaves = {leaf.name for leaf in deal.terms.leaves}
    worked_out = (each for each in deal.book if isinstance(each, Pending) and each.name not in leaves)
    return tuple(dict.fromkeys(path for each in worked_out for path in each.waits_for))


def _documents(deal: Deal, out: Path) -> Iterator[Due]:
    """What the deal's last event calls for, one line a template; holders' documents are counted."""
    library = library_of(deal)
    event = deal.terms.event
    for template in library.documents:
        header: Header | None = None
        try:
            header = read_header(library.templates[template])
            if event.kind not in header.events or deal.terms.values.kind not in header.offers:
                continue
            suffixes = [SUFFIXES[each] for each in header.formats]
            reasons = withheld_everywhere(deal.book, header)
            if reasons:
                unsure = any(each.severity is Severity.WARNING for each in reasons)
                state = "waiting" if unsure else "not called for"
                yield Due(_stem(template), event.name, state, tuple(_without_place(each) for each in reasons))
                continue
            written = list(occasions(deal.book, header, event.name))
            there = [name for _context, name in written if all((out / f"{name}{each}").is_file() for each in suffixes)]
            composed = [compose(library, template, deal.book, context, name) for context, name in written[:1]]
        except (InputError, FaultyWordsError) as error:
            # No term that comes makes a document of it: somebody must mend the template.
            yield Due(_stem(template), event.name, "cannot be written", tuple(map(str, error.problems)))
            continue
        except LexdocsError as error:
            yield Due(_stem(template), event.name, "waiting", tuple(problem.what for problem in error.problems))
            continue
        some = any((out / f"{name}{each}").is_file() for _context, name in written for each in suffixes)
        count = f" ({len(there)} of {len(written)})" if header.per else ""
        state = "built" if len(there) == len(written) else "built in part" if some else "due"
        missing = () if state != "built in part" else tuple(_missing(out, [name for _row, name in written], suffixes))
        draft = tuple(reason for each in composed for reason in draft_reasons(deal, each))
        yield Due(_stem(template), event.name, state + count, missing, draft)


def _without_place(problem: Problem) -> str:
    """What a need of a header says: the line of the template is not what its reader must look at."""
    return "; ".join(part for part in (problem.what.removeprefix("is not called for: "), problem.remedy) if part)


def _missing(out: Path, names: list[str], suffixes: list[str]) -> Iterator[str]:
    """The files of a document that are not there, at most a few by name."""
    absent = [f"{name}{each}" for name in names for each in suffixes if not (out / f"{name}{each}").is_file()]
    yield from (f"{each} is not there" for each in absent[:_FEW])
    if len(absent) > _FEW:
        yield f"and {len(absent) - _FEW} files more"


def _stem(template: str) -> str:
    return template.removesuffix(".md")
