"""Processes that are forked for a mailing: each has the worker without being told, and they stay until all is done."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, Generic, Protocol, TypeVar

from lexdocs.mailing.claiming import leave_to


class Warmed(Protocol):
    """What has to be loaded before a process is forked that works with it."""

    def warm(self) -> None:
        """Load what each process needs that is forked from this one."""


_W_co = TypeVar("_W_co", bound=Warmed, covariant=True)
_T = TypeVar("_T")

_worker: list[Any] = []
"""What each forked process has of the one that forked it."""


class Processes(Generic[_W_co]):
    """So many processes as there are `jobs`, forked when there is something to do; with one job there are none."""

    def __init__(self, worker: _W_co, jobs: int) -> None:
        self.worker, self.jobs = worker, jobs
        self.executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> Processes[_W_co]:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    def submit(self, do: Callable[..., _T], *given: Any) -> Future[_T]:
        """Have one of them do something with its worker. Raises `BrokenProcessPool` where one of them has ended."""
        if self.executor is None:
            self.worker.warm()
            _worker[:] = [self.worker]
            context = multiprocessing.get_context("fork")
            self.executor = ProcessPoolExecutor(self.jobs, context, initializer=leave_to, initargs=(os.getpid(),))
        return self.executor.submit(_do, do, *given)

    def close(self) -> None:
        """Let them go when they are done with what they have; they are forked anew where there is more to do."""
        if self.executor is not None:
            self.executor.shutdown(cancel_futures=True)
            self.executor = None


def _do(do: Callable[..., _T], *given: Any) -> _T:
    return do(_worker[0], *given)
