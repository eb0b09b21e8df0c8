"""Making things aside: another process makes them one after another, while this one does what does not need them."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from lexdocs.mailing.claiming import leave_to

_T = TypeVar("_T")
_MADE, _RAISED, _ENDED = range(3)  # what a process says of what it sends


@contextmanager
def aside(make: Callable[[bool], Iterator[_T]]) -> Iterator[Iterator[_T]]:
    """What `make` gives, one after another, from a process that begins with it at once; its errors are raised here.

    If that process is killed, `make` is called here with True: what it had given already is passed over.
    """
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_make, args=(make, ours, theirs, os.getpid()), daemon=True)
    process.start()
    theirs.close()
    try:
        yield _received(ours, make)
    finally:
        ours.close()
        process.kill()
        process.join()


def _received(ours: Connection, make: Callable[[bool], Iterator[_T]]) -> Iterator[_T]:
    count = 0
    while True:
        try:
            kind, told = ours.recv()
        except EOFError:
            yield from islice(make(True), count, None)
            return
        if kind == _ENDED:
            return
        if kind == _RAISED:
            raise told
        count += 1
        yield told


def _make(make: Callable[[bool], Iterator[Any]], theirs: Connection, own: Connection, parent: int) -> None:
    theirs.close()
    leave_to(parent)
    try:
        for each in make(False):
            own.send((_MADE, each))
    except KeyboardInterrupt:
        return
    except Exception as error:  # noqa: BLE001  whatever it is, it is raised where it is waited for
        own.send((_RAISED, error))
    else:
        own.send((_ENDED, None))
