"""Mail: a register and a tender log in, a statement for every holder out, with a manifest and totals that tie.

1. *Read.* The terms and both listings are read as for an allocation; the holdings are cut into shards.
2. *Work.* Each shard is worked out by itself, in one process or several: figures, texts, what is stamped on each page.
   What was made of a shard is kept under a name that stands for all that it follows from; if it is there, it is taken.
3. *Put together.* The shards, in order, become print streams, or a file for each holder, or both; each holder has a
   line in the manifest.
4. *Control.* The sums of what was mailed are held against the deal's own totals.

With several processes a shard is worked out as soon as it is cut, and put together while the next ones are worked out.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

from lexdocs.deal import Deal, library_of
from lexdocs.errors import InputError, Problem, Where
from lexdocs.figures.adding import totals_of
from lexdocs.figures.batch import pieces
from lexdocs.figures.book import compute
from lexdocs.figures.figure import Key
from lexdocs.figures.streaming import Pass, Stream, Streamed, leaves_of_rows
from lexdocs.mailing.against import refuse_findings, refuse_nobody
from lexdocs.mailing.aside import aside
from lexdocs.mailing.asked import Asked, refuse
from lexdocs.mailing.beside import BesideFigures
from lexdocs.mailing.chosen import template_of
from lexdocs.mailing.claiming import SCRATCH, claimed
from lexdocs.mailing.cluster import Cluster, cluster_of
from lexdocs.mailing.collecting import seldom_collected
from lexdocs.mailing.control import Control
from lexdocs.mailing.corrections import Corrections, corrections_of
from lexdocs.mailing.cutting import Cut, LogCounts, Shard, apart, cut
from lexdocs.mailing.exceptions import Exceptions, set_aside, write_exceptions
from lexdocs.mailing.exceptions_place import kept_in_mind, refuse_place
from lexdocs.mailing.file_names import KEPT
from lexdocs.mailing.forms import Forms, refuse_forms
from lexdocs.mailing.largest import Largest
from lexdocs.mailing.locking import Lock
from lexdocs.mailing.long_way import LongWay
from lexdocs.mailing.passing import by_statements, merging, noted
from lexdocs.mailing.pool import worked_out
from lexdocs.mailing.processes import Processes
from lexdocs.mailing.recipe import inputs_of, words_of
from lexdocs.mailing.sampling import Candidates, Sample, compared
from lexdocs.mailing.shaping import Shapes
from lexdocs.mailing.sharing import Shared
from lexdocs.mailing.sums import MailedSums
from lexdocs.mailing.together import Together
from lexdocs.mailing.words import NUMBER, REPLACED
from lexdocs.mailing.working import Worker, control_figures
from lexdocs.offers.kinds import KINDS, graph_of
from lexdocs.terms.joined import listings_of
from lexdocs.terms.ordered import Unordered
from lexdocs.terms.parting import Listings
from lexdocs.terms.register import AXIS
from lexdocs.terms.register_columns import DESTINATION, LANGUAGE
from lexdocs.terms.terms import Terms, read_terms

__all__ = ["KEPT", "Asked", "Mailed", "mail"]


@dataclass(frozen=True)
class Mailed:
    """What a mailing came to; `again` counts shards that were taken as they were, `shards` all of them.

    `log` counts the rows of the tender log of which nothing is mailed.
    """

    control: Control
    shards: int
    again: int
    exceptions: Exceptions | None = None
    log: LogCounts = field(default_factory=LogCounts)


def mail(asked: Asked, heard: Callable[[int, int], None] = lambda _done, _of: None) -> Mailed:
    """Mail a deal's statements into a folder; `heard` is told how many statements are done, of how many.

    Raises `InputError` with every problem of the terms, or else of every row of register and log, and `LexdocsError`
    with the findings that stand against the deal; then nothing is written but what is kept for the next time.
    """
    with cluster_of(asked.scheduler, asked.shared, asked.out / KEPT, asked.jobs) as cluster:
        return _mailed(asked, heard, cluster)


def _mailed(asked: Asked, heard: Callable[[int, int], None], cluster: Cluster | None) -> Mailed:
    folder = asked.folder.resolve()
    locked = asked.password is not None
    refuse_forms(each=asked.each, html=asked.html, locked=locked)
    terms = read_terms(folder, KINDS, asked.changes, asked.as_of, holdings_too=False)
    listings = listings_of(folder, terms)
    refuse(asked, folder)
    if asked.exceptions is not None:
        others = [asked.out, *([] if asked.corrects is None else [asked.corrects])]
        read = [folder / each.file for each in (listings.holders, listings.tenders)]
        refuse_place(asked.exceptions, folder, read, others)
    if not (folder / listings.holders.file).exists():
        raise InputError(Problem(Where(listings.holders.file), "there is no register", "put it beside the term sheet"))
    graph = graph_of(terms.values.kind)
    deal = Deal(folder, terms, graph, compute(graph, terms.leaves, terms.axes))
    refuse_findings(deal.book, terms)
    way = LongWay(deal, *template_of(deal, asked.document), {})
    way.refuse_template()
    found = None if asked.exceptions is None else set_aside(folder, terms)
    if found is not None and asked.exceptions is not None:
        listings = replace(listings, aside=found.aside)
        write_exceptions(found, asked.exceptions)
    inputs = inputs_of(deal, listings, library_of(deal), way.template)
    aside = sum(len(each.aside) for each in found.listings) if found is not None else 0
    corrections = None if asked.corrects is None else corrections_of(asked.corrects, asked.out, way)
    mailing = _Mailing(asked, terms, listings, way, inputs, aside, cluster, corrections)
    for ordered in (True, False):
        with contextlib.suppress(Unordered), kept_in_mind(found, asked.exceptions), \
                claimed(asked.out, asked.out / KEPT), seldom_collected():  # fmt: skip
            return replace(mailing.run(heard, ordered=ordered), exceptions=found)
    raise AssertionError("a register can always be parted by hashes")


@dataclass(frozen=True)
class _Mailing:
    asked: Asked
    terms: Terms
    listings: Listings
    way: LongWay
    inputs: Mapping[str, str]
    aside: int
    cluster: Cluster | None = None
    corrections: Corrections | None = None

    @property
    def kept(self) -> Path:
        """Where shards and plates are kept."""
        return self.asked.out / KEPT

    @property
    def sample(self) -> int | None:
        """How many statements are compared: none of what cannot be read back, as encrypted files, or has no pages."""
        read = (self.asked.stream or self.asked.each) and self.asked.password is None
        return self.asked.sample if read else 0

    @cached_property
    def forms(self) -> Forms:
        """The forms that are asked for."""
        asked = self.asked
        lock = None if asked.password is None else Lock.of(self.kept, asked.password)
        return Forms(asked.stream, asked.each, asked.html, lock)

    def run(self, heard: Callable[[int, int], None], *, ordered: bool) -> Mailed:
        """Read, work, put together, control. Raises `Unordered` where the register is in no order."""
        shapes = Shapes(self.way, self.asked.stream, self.asked.each)
        graph = self.way.deal.graph
        totals = totals_of(graph, AXIS, self.way.deal.book.axes)
        sums = control_figures(shapes, [total.of for total in totals if not total.by])
        numbers = [name for name in (NUMBER, REPLACED) if name in shapes.units]
        numbers += [LANGUAGE] if shapes.tongues.several else []
        own = [each.partition("[")[0] for each in sums]
        names = tuple(dict.fromkeys((*shapes.printed, *shapes.deciding, *own, *numbers)))
        passing = leaves_of_rows(graph, AXIS, names, self.terms.axes)
        with (
            tempfile.TemporaryDirectory(prefix=SCRATCH, dir=self.kept) as scratch,
            self._shards(passing, Path(scratch), ordered=ordered) as coming,
            contextlib.ExitStack() as hired,
        ):
            counts: list[LogCounts] = []
            alone = apart(coming, counts)
            shards = Cut(alone if self.corrections is None else self._released(alone, passing, Path(scratch)))
            stream = Stream(
                graph, self.terms.leaves, self.terms.axes, AXIS, shards.reading, passing, names, shapes.totals
            )
            if stream.last:
                shards.all()  # the rows must pass before any is worked out
            last = stream.last_pass()
            shapes.shared = Shared(self.kept, Path(scratch))
            worker = self._worker(shapes, stream, last, sums)
            counted, told = shards.counted(lambda shard: worker.path(shard).is_file()), by_statements(shards, heard)
            processes = hired.enter_context(Processes(worker, self.asked.jobs))
            if self.cluster is not None:
                paths = self.cluster.worked_out(worker, counted, told)
            else:
                paths = worked_out(processes, counted, told)
            mailed, candidates, largest = MailedSums(sums), Candidates(self.sample), Largest(worker.largest)
            beside = BesideFigures((*sums, NUMBER))

            @cache
            def finished() -> Streamed:
                # A rule needs each row of what is gathered at once: then the rows pass once more, here.
                for rows in chain.from_iterable(pieces(read()) for read in shards.reading if last.gathered):
                    last.take(rows)
                streamed = stream.finished(last)
                refuse_nobody(streamed.rows, self.listings.holders.file, aside=self.aside > 0)
                refuse_findings(streamed.book, self.terms, largest, aside=self.aside)
                return streamed

            def sampled() -> Callable[[], Sample]:
                chosen = candidates.chosen(shards.known, worker.stamping.scales)
                return compared(chosen, processes, self.asked.out, self.asked.printing.spared)

            gone: list[Path] = []
            merged = merging(paths, last, mailed, largest, beside, graph.shapes, candidates.see)
            if self.corrections is not None:
                merged = chain(merged, noted(self.corrections.withdrawn(worker.folder / "shards"), gone))
            together = Together(self.asked, self.terms, self.way, self.inputs, self.aside, self.forms, self.sample,
                                self.corrections)  # fmt: skip
            control = together.put(worker, merged, mailed, beside, finished, sampled)
        self._forget(worker, shards.known, gone)
        return Mailed(control, len(shards.known), shards.again, log=counts[-1])

    def _released(self, coming: Iterator[Shard], passing: Sequence[tuple[str, Key]], scratch: Path) -> Iterator[Shard]:
        """Shards as they come, with what was released of each holding."""
        if self.corrections is not None:
            yield from self.corrections.attached(coming, passing.index((REPLACED, ())), scratch)

    def _shards(
        self, passing: Sequence[tuple[str, Key]], scratch: Path, *, ordered: bool
    ) -> AbstractContextManager[Iterator[Shard | LogCounts]]:
        """The shards of register and log; with several processes it is another one that cuts them."""
        wanted = [*((name, "".join(key)) for name, key in passing), (DESTINATION.figure, "")]

        def make(again: bool) -> Iterator[Shard | LogCounts]:
            folder = scratch / "again" if again else scratch
            folder.mkdir(exist_ok=True)
            return cut(self.listings, wanted, folder, ordered=ordered)

        return aside(make) if self.asked.jobs > 1 else nullcontext(make(False))

    def _worker(self, shapes: Shapes, stream: Stream, last: Pass, control: tuple[str, ...]) -> Worker:
        known = stream.settled()
        shapes.way = replace(self.way, known=known)
        shapes.run = words_of(self.way, self.listings, self.asked.changes, known)
        stamping, sealing = self.forms.stamping(shapes, stream.passing, last), self.forms.sealing
        largest, run = Largest.wanted(self.way.deal.book), shapes.run + self.forms.said()
        return Worker(last, shapes, stamping, control, run, self.kept, largest, sealing.sealed if sealing else None)

    def _forget(self, worker: Worker, shards: Iterable[Shard], gone: Iterable[Path]) -> None:
        """Take away what is kept of shards that are no longer any; `gone` is kept of what was withdrawn."""
        wanted = {*(worker.path(each) for each in shards), *gone}
        for path in (worker.folder / "shards").glob("*"):
            if path not in wanted:
                path.unlink()
