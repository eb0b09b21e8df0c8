"""The rows of a tender log in blocks, as moves: what `read_entries` gives, column by column."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from operator import not_
from pathlib import Path
from typing import Any

from lexdocs.errors import Problem
from lexdocs.notation.local_times import usual_local_time
from lexdocs.terms.blocks import Known, blocks, unusual
from lexdocs.terms.frame import Frame
from lexdocs.terms.listing import plain_cents
from lexdocs.terms.moves import Move, move_of, stamp
from lexdocs.terms.tender_cells import ACTIONS, RARE, Reader
from lexdocs.terms.tender_terms import TendersTerms
from lexdocs.terms.tenders import opened_log

_DATE, _MINUTE = 10, 16  # letters up to the end of the date and of the minutes, in the usual form


def read_moves(
    folder: Path, terms: TendersTerms, frame: Frame, problems: list[Problem], place: str, aside: Collection[int] = ()
) -> Iterator[tuple[list[Move], list[str]]]:
    """The sound rows of a tender log, in the order of the file, some hundreds at a time, and their references."""
    with opened_log(folder, terms, frame, problems, place, aside) as (records, heading, places, reader):
        reading = _Reading(heading, places, reader, problems)
        for rows, lines in blocks(records):
            yield reading.moves(rows, lines)


class _Reading:
    """What has been read so far of times and amounts, and where the columns stand."""

    def __init__(self, heading: list[str], places: dict[str, int], reader: Reader, problems: list[Problem]) -> None:
        self.heading, self.places, self.reader, self.problems = heading, places, reader, problems
        frame = reader.frame
        self.series = frozenset(frame.series or ("",)) | {""}
        self.options = frozenset(frame.options or ()) | (frozenset() if frame.several_options else {""})
        self.labeled = "series" in places or "option" in places
        # Nothing is no amount of a tender.
        self.amount = Known(lambda text: plain_cents(text) or None)
        self.days: dict[str, int] = {}
        self.minutes: dict[str, int] = {}
        self.seconds: dict[str, int] = {}
        self.rare = [name for name in RARE if name in places]

    def moves(self, rows: list[list[str]], lines: Sequence[int]) -> tuple[list[Move], list[str]]:
        """The moves of some rows, and their references."""
        width, count = len(self.heading), len(rows)
        odd: set[int] = set()
        if set(map(len, rows)) != {width}:
            odd.update(index for index, cells in enumerate(rows) if len(cells) != width)
        kept = [cells if index not in odd else [""] * width for index, cells in enumerate(rows)] if odd else rows
        columns = list(zip(*kept, strict=True))
        empty = ("",) * count

        def column(name: str) -> Sequence[str]:
            return columns[self.places[name]] if name in self.places else empty

        holders, references, series, options = (column(each) for each in ("holder", "reference", "series", "option"))
        odd.update(unusual(holders, gaps=False))
        if not all(holders):
            odd.update(index for index, each in enumerate(holders) if not each)
        if unusual(references):
            odd.update(index for index, each in enumerate(references) if each != each.strip())
        if self.labeled:
            odd.update(index for index, each in enumerate(series) if each not in self.series)
            odd.update(index for index, each in enumerate(options) if each not in self.options)
        for name in self.rare:
            odd.update(index for index, each in enumerate(column(name)) if each)
        amounts = list(map(self.amount.__getitem__, column("principal")))
        actions = list(map(ACTIONS.get, column("action")))
        times = self._stamps(column("time"))
        for values in (amounts, actions, times):
            if None in values:
                odd.update(index for index, value in enumerate(values) if value is None)
        withdraws = list(map(not_, actions))
        found: list[Any] = list(zip(
            times, withdraws, amounts, holders, lines, series, options, ((),) * count, strict=True
        ))  # fmt: skip
        if not odd:
            return found, list(references)
        said = list(references)
        for index in odd:
            entry = self.reader.careful(rows[index], self.heading, self.places, lines[index], self.problems)
            found[index] = None if entry is None else move_of(entry)
            said[index] = "" if entry is None else entry.reference
        return [move for move in found if move is not None], said

    def _stamps(self, texts: Sequence[str]) -> list[int | None]:
        """The stamps of times in the usual form; those of dates, minutes of the day and seconds are remembered."""
        days, minutes, seconds = self.days, self.minutes, self.seconds
        try:
            return [days[text[:_DATE]] + minutes[text[_DATE:_MINUTE]] + seconds[text[_MINUTE:]] for text in texts]
        except KeyError:
            return [self._stamp(text) for text in texts]

    def _stamp(self, text: str) -> int | None:
        """The stamp of a time in the usual form, or None."""
        read = usual_local_time(text)
        if read is None:
            return None
        day, minute = read.replace(hour=0, minute=0, second=0, microsecond=0), read.replace(second=0, microsecond=0)
        self.days[text[:_DATE]] = stamp(day)
        self.minutes[text[_DATE:_MINUTE]] = stamp(minute) - stamp(day)
        self.seconds[text[_MINUTE:]] = stamp(read) - stamp(minute)
        return stamp(read)
