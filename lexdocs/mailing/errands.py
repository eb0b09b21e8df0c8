"""Shards worked out elsewhere, through an executor as those of `concurrent.futures`: a window, retries, and fetching.

What is made lies in a store; it is fetched into the mailing's own folder as soon as it is there, each shard after the
plates that it names.
"""

from __future__ import annotations

import hashlib
import marshal
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import CancelledError, Executor, Future, wait
from dataclasses import dataclass, field

from lexdocs.errors import MailingError, Problem, Where
from lexdocs.mailing.cutting import Shard
from lexdocs.mailing.installed import REMEDY, installed
from lexdocs.mailing.remote import PLATES, SHARDS, Failure, Task, described, sent, work
from lexdocs.mailing.shared_store import StoreError, store_of
from lexdocs.mailing.working import Worker, keep

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


@dataclass
class Errands:
    """The shards of a mailing to be worked out by others, by way of the store `root`."""

    worker: Worker
    shards: Sequence[Shard]
    root: str
    hands: Hands
    heard: Callable[[int, int], None]
    done: int = 0
    tries: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.store = store_of(self.root)
        self.description = described(self.worker)
        self.digest = hashlib.sha256(self.description).hexdigest()

    def run(self) -> None:
        """Have all of them worked out that are not kept already.

        Raises `MailingError` where it cannot be gone on with; what is done by then is kept.
        """
        waiting = [number for number, shard in enumerate(self.shards) if not self.worker.path(shard).is_file()]
        self._count(len(self.shards) - len(waiting))
        if waiting:
            self.store.put(_DESCRIPTION, self.description)
            suspects = self._round(waiting)
            # One of those that were under way together ended its process; which, is seen when each is by itself.
            for number in suspects:
                if self._round([number]):
                    what = f"shard {number + 1} ends its process whenever it is worked out"
                    raise MailingError(Problem(Where("mail"), what, "see whether the memory of the workers runs out"))

    def _round(self, numbers: Iterable[int]) -> list[int]:
        """Have some shards worked out; gives those under which processes ended again and again."""
        left, suspects = deque(numbers), list[int]()
        under_way: dict[Future[Failure | None], int] = {}
        seen = time.monotonic()
        try:
            while left or under_way:
                threads = self.hands.threads()
                # A window: no more is handed out than keeps each thread busy.
                while left and len(under_way) < 2 * max(1, threads):
                    number = left.popleft()
                    under_way[self.hands.executor.submit(work, self._task(number))] = number
                done = wait(under_way, timeout=_LOOK, return_when="FIRST_COMPLETED").done
                if done or threads:
                    seen = time.monotonic()
                elif time.monotonic() - seen > _PATIENCE:
                    remedy = "start workers, and run it again: what is done is kept"
                    raise MailingError(Problem(Where(self.hands.place), "there is no worker", remedy))
                for future in done:
                    number = under_way.pop(future)
                    try:
                        self._take(future, number)
                    except StoreError:
                        if not self._may_try_again(number):
                            raise
                        left.append(number)
                    except self.hands.lethal:
                        suspects.append(number)
        finally:
            for future in under_way:
                future.cancel()
        return suspects

    def _task(self, number: int) -> Task:
        return Task(self.root, _DESCRIPTION, self.digest, installed(), sent(self.shards[number]))

    def _take(self, future: Future[Failure | None], number: int) -> None:
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
        path = self.worker.path(self.shards[number])
        made = self._got(f"{SHARDS}/{path.name}")
        # A row names its plate behind its label.
        for name in sorted({row[1] for row in marshal.loads(made)["rows"]} - {""}):  # noqa: S302  made by our own workers
            plate = self.worker.folder / PLATES / name
            if not plate.is_file():
                keep(plate, self._got(f"{PLATES}/{name}"))
        keep(path, made)
        self._count(1)

    def _got(self, name: str) -> bytes:
        data = self.store.get(name)
        if data is None:
            what, remedy = f"{name} is not there, and was put there", "let nobody else write there, and run it again"
            raise StoreError(Problem(Where(self.store.shown), what, remedy))
        return data

    def _may_try_again(self, number: int) -> bool:
        """Whether a shard that failed by the store is tried again; what all need from there is put there again."""
        self.tries[number] = self.tries.get(number, 0) + 1
        if self.tries[number] <= _TRIES:
            self.store.put(_DESCRIPTION, self.description)
            return True
        return False

    def _count(self, more: int) -> None:
        self.done += more
        if self.done:
            self.heard(self.done, len(self.shards))
