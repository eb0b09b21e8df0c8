"""Working shards out in one process or in several, and going on where one of them is killed."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from lexdocs.errors import MailingError, Problem, Where
from lexdocs.mailing.claiming import leave_to
from lexdocs.mailing.cutting import Shard
from lexdocs.mailing.working import Worker

_TRIES = 3  # times that a shard may take its process with it

_worker: list[Worker] = []
"""What each forked process has of the one that forked it."""


def worked_out(worker: Worker, shards: Sequence[Shard], jobs: int, heard: Callable[[int, int], None]) -> list[Path]:
    """What was made of each shard, in their order; `heard` is told how many are done.

    Raises `MailingError` where a shard ends its process again and again.
    """
    done = 0
    if jobs == 1 or len(shards) < 2:
        made = []
        for done, shard in enumerate(shards, 1):
            made.append(worker.work(shard))
            heard(done, len(shards))
        return made
    found: dict[int, Path] = {}
    tries = dict.fromkeys(range(len(shards)), 0)
    _worker[:] = [worker]
    while len(found) < len(shards):
        waiting = [number for number in range(len(shards)) if number not in found]
        try:
            _round(shards, waiting, min(jobs, len(waiting)), found, heard)
        except BrokenProcessPool:
            # One of those that were under way ended its process; which, is seen when it does so by itself.
            for number in [each for each in waiting if each not in found][: 2 * jobs]:
                tries[number] += 1
                if tries[number] > _TRIES:
                    what = f"shard {number + 1} ends its process whenever it is worked out"
                    raise MailingError(
                        Problem(Where("mail"), what, "see whether memory runs out; use fewer --jobs")
                    ) from None
    return [found[number] for number in range(len(shards))]


def _round(
    shards: Sequence[Shard],
    waiting: Sequence[int],
    jobs: int,
    found: dict[int, Path],
    heard: Callable[[int, int], None],
) -> None:
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, context, initializer=leave_to, initargs=(os.getpid(),)) as pool:
        under_way: dict[Future[Path], int] = {}
        left = iter(waiting)
        while True:
            # A window: no more is handed out than keeps each process busy.
            while len(under_way) < 2 * jobs and (number := next(left, None)) is not None:
                under_way[pool.submit(_work, shards[number])] = number
            if not under_way:
                return
            for future in wait(under_way, return_when="FIRST_COMPLETED").done:
                number = under_way.pop(future)
                found[number] = future.result()
                heard(len(found), len(shards))


def _work(shard: Shard) -> Path:
    return _worker[0].work(shard)
