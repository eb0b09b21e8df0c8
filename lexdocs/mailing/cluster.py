"""A Dask cluster that works a mailing out: its scheduler connected, its workers held against what is installed here.

The door of distributed. Certificates of `tls://` and all limits of time and memory are Dask's own configuration.
"""

from __future__ import annotations

import re
import secrets
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lexdocs.errors import MailingError, Problem, UsageError, Where
from lexdocs.mailing.cutting import Shard
from lexdocs.mailing.errands import Errands, Hands
from lexdocs.mailing.installed import REMEDY, differences, installed
from lexdocs.mailing.keeping import keep
from lexdocs.mailing.remote import is_here
from lexdocs.mailing.shared_store import store_of, within
from lexdocs.mailing.working import Worker

if TYPE_CHECKING:
    from distributed import Client

CONNECTED_WITHIN = 5  # seconds
_SCHEDULER = re.compile(r"(tcp|tls|ws|wss)://(\[[0-9a-fA-F:]+\]|[^\s/@:\[\]]+):[0-9]{1,5}/?|inproc://\S+")
_SHARED, _TOKEN = "shared", "at-work"


@dataclass(frozen=True)
class Cluster:
    """A cluster that is connected; `shared` is the store by which the mailing kept in `kept` and its workers meet."""

    scheduler: str
    shared: str
    kept: Path
    client: Client = field(repr=False)

    def worked_out(self, worker: Worker, shards: Iterable[Shard], heard: Callable[[int, int], None]) -> Iterator[Path]:
        """What was made of each shard, in their order, as soon as it is there; `heard` is told how many are done.

        Raises `MailingError` where a shard ends its process again and again, where a worker or the store cannot be
        used, or no worker is left; what is done until then is kept.
        """
        from distributed import KilledWorker

        root = within(self.shared, self._token())
        hands = Hands(self.client.get_executor(pure=False), self.scheduler, self._threads, (KilledWorker,))
        errands = Errands(worker, shards, root, hands, heard)
        yield from errands.run()
        errands.fetch_plates()
        errands.store.clear()
        (self.kept / _TOKEN).unlink()
        with suppress(OSError):  # there is none, or something lies in it that is not ours
            (self.kept / _SHARED).rmdir()

    def _token(self) -> str:
        """The mailing's own place in the store: the same until it is complete, however often it is taken up again."""
        path = self.kept / _TOKEN
        if not path.is_file():
            keep(path, secrets.token_hex(8).encode())
        return path.read_text("ascii")

    def _threads(self) -> int:
        """How many threads the workers have that are there just now."""
        try:
            return sum(self.client.nthreads().values())
        except OSError:  # the scheduler is lost: what is under way is told so
            return 0


@contextmanager
def cluster_of(scheduler: str, shared: str, kept: Path, jobs: int) -> Iterator[Cluster | None]:
    """The cluster of a scheduler, or none where none is asked for; the store is one within `kept` if none is named.

    Raises `UsageError` where that cannot be meant, and `MailingError` where the scheduler cannot be reached or where
    something is installed otherwise there than here.
    """
    if not scheduler:
        if shared:
            what = "is where the workers of a cluster put what they make, and none is asked for"
            raise UsageError(Problem(Where("--shared"), what, "leave it out, or name a cluster with --scheduler"))
        yield None
        return
    if jobs > 1:
        what = "are processes of this machine, and a cluster is asked for"
        raise UsageError(Problem(Where("--jobs"), what, "leave it out: the cluster has its own number of workers"))
    if not _SCHEDULER.fullmatch(scheduler):
        what = f"“{scheduler}” is not the address of a scheduler"
        raise UsageError(Problem(Where("--scheduler"), what, "write it like tcp://HOST:8786 or tls://HOST:8786"))
    place = shared if "://" in shared else str(Path(shared).resolve() if shared else (kept / _SHARED).resolve())
    store_of(place)
    with _connected(scheduler) as client:
        _refuse_others(client, scheduler)
        yield Cluster(scheduler, place, kept, client)


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    try:
        from distributed import Client, Security
    except ImportError:
        what, remedy = "needs Dask, which is not installed", 'install it with `pip install "lexdocs[cluster]"`'
        raise UsageError(Problem(Where("--scheduler"), what, remedy)) from None
    if scheduler.startswith(("tls://", "wss://")) and not Security().get_connection_args("client").get("ssl_context"):
        what = "needs certificates, and Dask's configuration names none"
        remedy = "set distributed.comm.tls.ca-file and .client.cert and .key, in a file or the environment of Dask"
        raise UsageError(Problem(Where(scheduler), what, remedy))
    try:
        _knock(scheduler)
        client = Client(scheduler, timeout=CONNECTED_WITHIN, set_as_default=False, name="lexdocs")
    except (OSError, TimeoutError) as error:
        what = f"the scheduler cannot be reached ({error})"
        raise MailingError(Problem(Where(scheduler), what, "see that it runs there, and is let through to")) from None
    with client:
        yield client


def _knock(scheduler: str) -> None:
    """See whether anybody is there: Dask itself would try again and again."""
    parts = urlsplit(scheduler)
    if parts.scheme != "inproc":
        with socket.create_connection((parts.hostname, parts.port), CONNECTED_WITHIN):
            pass


def _refuse_others(client: Client, scheduler: str) -> None:
    """Refuse a cluster of which a process has something else installed than this one, with all that differs."""
    problems: list[Problem] = []
    try:
        client.run_on_scheduler(is_here)
    except ImportError as error:
        problems.append(Problem(Where(scheduler), f"lexdocs cannot be loaded there ({error})", REMEDY))
    for place, found in sorted(client.run(installed, on_error="return").items()):
        if isinstance(found, Exception):
            problems.append(Problem(Where(place), f"lexdocs cannot be loaded there ({found})", REMEDY))
        else:
            problems += differences(place, found, installed())
    if problems:
        raise MailingError(problems)
