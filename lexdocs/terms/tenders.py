"""The tender log as it streams: who tendered or withdrew what, and when; each row read by itself, none kept.

A clean row takes a short way and any other the long way through the notation, as in the register.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import Any

from lexdocs.errors import Problem, Where
from lexdocs.notation.local_times import usual_local_time
from lexdocs.terms.files.opening import opened
from lexdocs.terms.files.records import Records, begun
from lexdocs.terms.frame import Frame
from lexdocs.terms.listing import ID, Remembered, heading_of, misspelt, places_of, plain_amount
from lexdocs.terms.tender_cells import ACTIONS, COLUMNS, KIND, RARE, Entry, Reader, Waiver
from lexdocs.terms.tender_terms import TendersTerms
from lexdocs.terms.unsaid import cell_of, is_number_of_row

__all__ = ["Entry", "Waiver", "read_entries", "repeated"]


def read_entries(
    folder: Path, terms: TendersTerms, frame: Frame, problems: list[Problem], place: str = "",
    aside: Collection[int] = (),
) -> Iterator[Entry]:  # fmt: skip
    """The sound rows of a tender log, in the order of the file; what is wrong with others is added to `problems`.

    `place` names whose local time it is kept in. Rows that begin in a line of `aside` are passed over. Nothing is kept:
    whether the register has the holder, whether a reference stands twice (`repeated`) and whether the history is
    possible (`tallies.tally`) is the caller's to see, who may do so in parts. Raises `InputError` where the file or
    its heading cannot be read.
    """
    with opened_log(folder, terms, frame, problems, place, aside) as (records, heading, places, reader):
        yield from _entries(records, heading, places, reader, problems)


@contextmanager
def opened_log(
    folder: Path, terms: TendersTerms, frame: Frame, problems: list[Problem], place: str, aside: Collection[int] = ()
) -> Iterator[tuple[Records, list[str], dict[str, int], Reader]]:
    """The records of a log after its heading, the heading, where its columns stand, and the long way to read them.

    Raises as `read_entries`.
    """
    with opened(folder, terms, KIND, problems, aside) as records:
        heading = heading_of(records, terms, KIND)
        idle = {
            name for name, labels in (("series", frame.series), ("option", frame.options or None)) if labels is None
        }
        needed = {"option"} if frame.several_options else set()
        wanted = tuple(
            replace(each, required=True) if each.name in needed else each for each in COLUMNS if each.name not in idle
        )
        places = places_of(heading, wanted, terms, KIND, [each.name for each in COLUMNS])
        problems += misspelt(heading, places, wanted, terms)
        yield records, heading, places, Reader(terms, frame, place)


def _entries(
    records: Any, heading: list[str], places: dict[str, int], reader: Reader, problems: list[Problem]
) -> Iterator[Entry]:
    width, options = len(heading), frozenset(reader.frame.options or ())
    pick = itemgetter(*(places.get(each, width) for each in ("time", "holder", "action", "principal", "reference")))
    of = itemgetter(*(places.get(each, width) for each in ("series", "option")))
    rare = [places.get(each, width) for each in RARE]
    # A row with a defect, a waiver or a guarantee takes the long way; most logs have no such column at all.
    unusual = itemgetter(*rare) if any(at < width for at in rare) else None
    series_known, labeled = frozenset(reader.frame.series or ("",)), "series" in places or "option" in places
    times, amounts, make = Remembered(usual_local_time), Remembered(plain_amount), tuple.__new__
    must_choose = reader.frame.several_options
    series = option = ""
    for line, cells in begun(records):
        if len(cells) == width:
            cells.append("")
            time, holder, action, principal, reference = pick(cells)
            if labeled:
                series, option = of(cells)
            usual = holder.isascii() and holder.isprintable() and holder and " " not in holder
            plain = not labeled or (
                (not series or series in series_known) and (option in options or not (option or must_choose))
            )
            if usual and plain and reference == reference.strip() and not (unusual and any(unusual(cells))):
                try:
                    size = amounts[principal]
                    if size:
                        kept = (times[time], holder, ACTIONS[action], size, line, series, option, reference)
                        yield make(Entry, (*kept, "", None, None))
                        continue
                except KeyError:
                    pass
            del cells[width:]
        entry = reader.careful(cells, heading, places, line, problems)
        if entry is not None:
            yield entry


def repeated(entries: Iterable[Entry], file: str) -> list[Problem]:
    """References that stand twice: an instruction entered again. Rows without one may well be alike."""
    seen: dict[str, int] = {}
    problems = []
    for entry in entries:
        first = seen.setdefault(entry.reference, entry.line) if entry.reference else entry.line
        if first != entry.line:
            plain = ID(entry.reference) and is_number_of_row(entry.reference)
            said = f'"{entry.reference}"' if plain else cell_of(entry.reference)
            what = f"reference: {said} stands in line {first} already"
            problems.append(Problem(Where(file, entry.line), what, "delete the row that was entered again"))
    return problems
