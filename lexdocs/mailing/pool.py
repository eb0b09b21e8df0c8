"""Working shards out in one process or in several, and going on where one of them is killed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Protocol

from lexdocs.errors import MailingError, Problem, Where
from lexdocs.mailing.cutting import Shard
from lexdocs.mailing.processes import Processes, Warmed

_TRIES = 3  # times that a shard may take its process with it


class Works(Warmed, Protocol):
    """Works shards out; a process that is forked has it without being told."""

    def path(self, shard: Shard) -> Path:
        """Where what is made of a shard is kept."""

    def work(self, shard: Shard) -> Path:
        """Work a shard out, unless that was done already; gives where what was made of it is kept."""


def worked_out(
    processes: Processes[Works], shards: Iterable[Shard], heard: Callable[[int, int], None]
) -> Iterator[Path]:
    """What was made of each shard, in their order, as soon as it is there; `heard` is told how many are done.

    `shards` may still be cut while the first are worked out; with one process they are cut before. An error of theirs
    comes before one of a process. Raises `MailingError` where a shard ends its process again and again.
    """
    if processes.jobs == 1:
        known = list(shards)
        for number, shard in enumerate(known):
            made = processes.worker.work(shard)
            heard(number + 1, len(known))
            yield made
        return
    yield from _Pool(processes, iter(shards), heard).run()


class _Pool:
    """Shards on their way through some processes: those that are `known`, those that are done, those under way."""

    def __init__(self, processes: Processes[Works], coming: Iterator[Shard], heard: Callable[[int, int], None]) -> None:
        self.processes, self.coming, self.heard = processes, coming, heard
        self.known: list[Shard] = []
        self.whole = False  # whether all are known
        self.told = 0
        self.found: dict[int, Path] = {}
        self.waiting: list[int] = []
        self.tries: dict[int, int] = {}
        self.under_way: dict[Future[Path], int] = {}

    def run(self) -> Iterator[Path]:
        """What was made of each shard, in order. To cut the next comes before to wait for one that is under way."""
        given = 0
        while not self.whole or given < len(self.known):
            if not self.whole:
                self._next()
            elif given not in self.found:
                wait(self.under_way, return_when="FIRST_COMPLETED")
            self._take()
            self._hand_out()
            while given in self.found:
                yield self.found[given]
                given += 1
                self._take()
                self._hand_out()

    def _next(self) -> None:
        """Know one more shard."""
        shard = next(self.coming, None)
        if shard is None:
            self.whole = True
            return
        number = len(self.known)
        self.known.append(shard)
        if (path := self.processes.worker.path(shard)).is_file():
            self.found[number] = path
        else:
            self.waiting.append(number)

    def _hand_out(self) -> None:
        """Hand out what is waiting; no more than keeps each process busy."""
        while self.waiting and len(self.under_way) < 2 * self.processes.jobs:
            number = self.waiting.pop(0)
            try:
                self.under_way[self.processes.submit(_work, self.known[number])] = number
            except BrokenProcessPool:
                self.waiting.insert(0, number)
                self._broken()

    def _take(self) -> None:
        """Take what is done."""
        for future in [each for each in self.under_way if each.done()]:
            error = future.exception()
            if isinstance(error, BrokenProcessPool):
                self._broken()
                return
            if error is not None:
                # What is wrong with the register may be why: it is told when all of it is read.
                while not self.whole:
                    self._next()
                raise error
            self.found[self.under_way.pop(future)] = future.result()
        self._tell()

    def _tell(self) -> None:
        """Tell how many are done, once it is known of how many."""
        if self.whole and len(self.found) > self.told:
            self.told = len(self.found)
            self.heard(self.told, len(self.known))

    def _broken(self) -> None:
        """Begin anew with what was under way when a process ended."""
        lost = []
        for future, number in self.under_way.items():
            if not future.done() or future.exception() is not None:
                lost.append(number)
            else:
                self.found[number] = future.result()
        self.under_way.clear()
        self.processes.close()
        self.waiting[:0] = sorted(lost)
        # One of these ended its process; which, is seen when it does so by itself.
        for number in lost:
            self.tries[number] = self.tries.get(number, 0) + 1
            if self.tries[number] > _TRIES:
                what = f"shard {number + 1} ends its process whenever it is worked out"
                raise MailingError(Problem(Where("mail"), what, "see whether memory runs out; use fewer --jobs"))


def _work(worker: Works, shard: Shard) -> Path:
    return worker.work(shard)
