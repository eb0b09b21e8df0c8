"""Shards worked out elsewhere, through an executor as those of `concurrent.futures`: a window, retries, and fetching.

What is made lies in a store; it is fetched into the mailing's own folder as soon as it is there, each shard after the
plates that it names.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future, wait
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lexdocs.errors import LexdocsError, MailingError, Problem, Where
from lexdocs.mailing.cutting import Shard
from lexdocs.mailing.installed import REMEDY, installed
from lexdocs.mailing.keeping import keep
from lexdocs.mailing.remote import SHARDS, Failure, Task, described, sent, work
from lexdocs.mailing.shared_store import StoreError, store_of
from lexdocs.mailing.sharing import PLATES, SHAPES
from lexdocs.mailing.working import Worker, plates_of

_TRIES = 3  # times that a shard may fail by the store and be tried again
_PATIENCE = 60.0  # seconds for which there may be no worker: a cluster that grows by need has none at first
_LOOK = 1.0  # seconds between looks whether there is any
_DESCRIPTION = "description"


@dataclass(frozen=True)
class Hands:
    """Who works: an executor, the place by which it is told, and how many threads it has just now.

    `lethal` are the errors that say of a task that it ended its process again and again.
    """

    executor: Executor
    place: str
    threads: Callable[[], int]
    lethal: tuple[type[BaseException], ...] = ()


class Errands:
    """Shards on their way through the hands of others, by way of the store `root`."""

    def __init__(
        self, worker: Worker, shards: Iterable[Shard], root: str, hands: Hands, heard: Callable[[int, int], None]
    ) -> None:
        self.worker, self.coming, self.root, self.hands, self.heard = worker, iter(shards), root, hands, heard
        self.store = store_of(root)
        self.description = b""
        self.known: list[Shard] = []
        self.whole = False  # whether all are known
        self.done: set[int] = set()
        self.waiting: list[int] = []
        self.suspects: list[int] = []  # under which processes ended, while others were under way
        self.alone: set[int] = set()
        self.lethal: list[Problem] = []  # of those that ended their processes by themselves
        self.tries: dict[int, int] = {}
        self.under_way: dict[Future[Failure | None], int] = {}
        self.seen = time.monotonic()  # when there was a worker

    def run(self) -> Iterator[Path]:
        """What was made of each shard, in order, as soon as it is there. To cut the next comes before to wait.

        Raises `MailingError` where it cannot be gone on with; what is done by then is kept.
        """
        given = 0
        try:
            while not self.whole or given < len(self.known):
                if not self.whole:
                    self._next()
                elif given not in self.done:
                    self._wait()
                self._take()
                self._hand_out()
                while given in self.done:
                    yield self.worker.path(self.known[given])
                    given += 1
        except LexdocsError:
            self._keep_the_rest()
            raise
        finally:
            for future in self.under_way:
                future.cancel()

    def fetch_plates(self) -> None:
        """Fetch all plates that were made, those that no shard names too: the next run finds them."""
        for kind in (PLATES, SHAPES):
            for name in self.store.names(kind):
                self._fetch(kind, name)

    def _next(self) -> None:
        """Know one more shard."""
        shard = next(self.coming, None)
        if shard is None:
            self.whole = True
            return
        number = len(self.known)
        self.known.append(shard)
        if self.worker.path(shard).is_file():
            self._count(number)
        else:
            self.waiting.append(number)

    def _wait(self) -> None:
        """Wait until something is done, and not for ever where nobody is there to do it."""
        if wait(self.under_way, timeout=_LOOK, return_when="FIRST_COMPLETED").done or self.hands.threads():
            self.seen = time.monotonic()
        elif time.monotonic() - self.seen > _PATIENCE:
            remedy = "start workers, and run it again: what is done is kept"
            raise MailingError(Problem(Where(self.hands.place), "there is no worker", remedy))

    def _hand_out(self) -> None:
        """Hand out what is waiting; no more than keeps each thread busy."""
        room = 2 * max(1, self.hands.threads()) - len(self.under_way) if self.waiting else 0
        while self.waiting and room > 0:
            self._submit(self.waiting.pop(0))
            room -= 1
        if self.whole and not self.waiting and not self.under_way and (self.suspects or self.lethal):
            if not self.suspects:
                raise MailingError(self.lethal)
            # One of those that were under way together ended its process; which, is seen when each is by itself.
            number = self.suspects.pop(0)
            self.alone.add(number)
            self._submit(number)

    def _keep_the_rest(self) -> None:
        """Begin no more, and fetch what others have made or are making when one ends the mailing."""
        begun = [future for future in self.under_way if not future.cancel()]
        for future in wait(begun, timeout=_PATIENCE).done:
            # What ended the mailing is told; what else went wrong is met again by the next run.
            with suppress(LexdocsError, *self.hands.lethal):
                self._taken(future, self.under_way[future])

    def _submit(self, number: int) -> None:
        if not self.description:
            self.description = described(self.worker)
            self.store.put(_DESCRIPTION, self.description)
        digest = hashlib.sha256(self.description).hexdigest()
        task = Task(self.root, _DESCRIPTION, digest, installed(), sent(self.known[number]))
        self.under_way[self.hands.executor.submit(work, task)] = number

    def _take(self) -> None:
        """Take what is done."""
        for future in [each for each in self.under_way if each.done()]:
            number = self.under_way.pop(future)
            try:
                self._taken(future, number)
            except self.hands.lethal:
                if number in self.alone:
                    what = f"shard {number + 1} ends its process whenever it is worked out"
                    remedy = "see whether the memory of the workers runs out"
                    self.lethal.append(Problem(Where("mail"), what, remedy))
                else:
                    self.suspects.append(number)
            except LexdocsError as error:
                if isinstance(error, StoreError) and self._may_try_again(number):
                    continue
                # What is wrong with the register may be why: it is told when all of it is read.
                while not self.whole:
                    self._next()
                raise

    def _taken(self, future: Future[Failure | None], number: int) -> None:
        """Fetch what was made of a shard."""
        try:
            failure = future.result()
        except CancelledError:
            what, remedy = "the scheduler is lost", "see that it runs, and run it again: what is done is kept"
            raise MailingError(Problem(Where(self.hands.place), what, remedy)) from None
        except ImportError as error:
            what = f"lexdocs cannot be loaded there ({error})"
            raise MailingError(Problem(Where(self.hands.place), what, REMEDY)) from None
        if failure is not None:
            raise (StoreError if failure.by_store else MailingError)(failure.problems)
        path = self.worker.path(self.known[number])
        made = self._got(SHARDS, path.name)
        for name in plates_of(made):
            self._fetch(PLATES, name)
        keep(path, made)
        self._count(number)

    def _fetch(self, kind: str, name: str) -> None:
        path = self.worker.folder / kind / name
        if not path.is_file():
            keep(path, self._got(kind, name))

    def _got(self, kind: str, name: str) -> bytes:
        data = self.store.get(f"{kind}/{name}")
        if data is None:
            what = f"{kind}/{name} is not there, and was put there"
            raise StoreError(Problem(Where(self.store.shown), what, "let nobody else write there, and run it again"))
        return data

    def _may_try_again(self, number: int) -> bool:
        """Whether a shard that failed by the store is tried again; what all need from there is put there again."""
        self.tries[number] = self.tries.get(number, 0) + 1
        if self.tries[number] > _TRIES:
            return False
        self.store.put(_DESCRIPTION, self.description)
        self.waiting.append(number)
        return True

    def _count(self, number: int) -> None:
        self.done.add(number)
        if self.whole:
            self.heard(len(self.done), len(self.known))
