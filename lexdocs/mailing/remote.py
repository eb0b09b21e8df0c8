"""What a process of a cluster does: it takes up the description of a mailing, and works shards out one by one.

The description has what a `Worker` has: the deal's terms, its graph, its totals, and its own templates as they are
written. It lies in the store, under a name that comes with each shard together with its SHA-256; the rows of a shard
come with the shard. What is made is put to the store: plates when they are laid out, so that others take them, and
then the shard.
"""

from __future__ import annotations

import hashlib
import pickle
import tempfile
import threading
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from lexdocs.errors import LexdocsError, MailingError, Problem, Where
from lexdocs.mailing.cutting import Shard, holdings_from
from lexdocs.mailing.installed import differences, installed
from lexdocs.mailing.keeping import keep
from lexdocs.mailing.shared_store import Store, StoreError, store_of
from lexdocs.mailing.sharing import PLATES, SHAPES, Outline, Shared
from lexdocs.mailing.working import Worker, plates_of
from lexdocs.terms.joined import Holdings

SHARDS = "shards"


@dataclass(frozen=True)
class Sent(Shard):
    """A shard that brings its rows along; they are shown in no log."""

    data: bytes = field(repr=False)

    def read_with_destinations(self) -> tuple[Holdings, Sequence[str]]:
        """The holdings, and where the statement of each is posted to."""
        return holdings_from(self.data)


@dataclass(frozen=True)
class Task:
    """A shard to be worked out: the store, its description of the mailing, and what is installed at the client."""

    store: str = field(repr=False)
    description: str
    digest: str
    installed: Mapping[str, str] = field(repr=False)
    shard: Sent


@dataclass(frozen=True)
class Failure:
    """Why a shard was not worked out; where it was by the store, another try may do."""

    problems: tuple[Problem, ...]
    by_store: bool = False


@dataclass
class _Ready:
    """A worker as its description gives it, where it keeps its plates meanwhile, and which of them are in the store."""

    made_of: tuple[str, str]
    worker: Worker
    scratch: tempfile.TemporaryDirectory[str]
    put: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Stored(Shared):
    """Plates that are shared by way of the store; each process has its own of them, too."""

    store: Store = field(kw_only=True)

    def outline(self, name: str) -> Outline | None:
        """What is kept under a name, here or in the store."""
        found = super().outline(name)
        if found is None and (told := self.store.get(f"{SHAPES}/{name}")) is not None:
            keep(self.folder / SHAPES / name, told)
            found = super().outline(name)
        return found

    def keep(self, name: str, made: Outline) -> None:
        """Keep what was laid out, here and in the store."""
        super().keep(name, made)
        self.store.put(f"{SHAPES}/{name}", (self.folder / SHAPES / name).read_bytes())


_ready: list[_Ready] = []
_one = threading.Lock()  # pages are laid out by one thread at a time


def is_here() -> bool:
    """Whether this can be loaded: it is, where it can be called."""
    return True


def sent(shard: Shard) -> Sent:
    """A shard with its rows."""
    return Sent(shard.number, Path(), shard.digest, shard.rows, shard.path.read_bytes())


def described(worker: Worker) -> bytes:
    """A worker as it can be taken up elsewhere, where the deal's folder is not."""
    import cloudpickle  # functions that are compiled while running travel by value

    folder = worker.shapes.way.deal.folder / "templates"
    own = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return cast("bytes", cloudpickle.dumps((replace(worker, folder=Path()), own)))


def work(task: Task) -> Failure | None:
    """Work a shard out and put it to the store, unless it lies there already; gives why that could not be done.

    Nothing is raised: what an error says may name a holder, and the worker would log it; nor can each be sent.
    """
    place = _place()
    try:
        _work(task, place)
    except StoreError as error:
        return Failure(error.problems, by_store=True)
    except LexdocsError as error:
        return Failure(error.problems)
    except Exception as error:  # noqa: BLE001  as said above
        last = traceback.extract_tb(error.__traceback__)[-1]
        why = f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"
        what = f"shard {task.shard.number + 1} cannot be worked out there ({why})"
        return Failure((Problem(Where(place), what, "run it without --scheduler to see why"),))
    return None


def _work(task: Task, place: str) -> None:
    problems = differences(place, installed(), task.installed)
    if problems:
        raise MailingError(problems)
    store = store_of(task.store)
    with _one:
        ready = _taken_up(task, store, place)
        name = f"{SHARDS}/{ready.worker.name(task.shard)}"
        if not store.has(name):
            made = ready.worker.packed(task.shard)
            # What is put names nothing that is not there.
            for plate in plates_of(made):
                _put_plate(plate, ready, store)
            store.put(name, made)


def _put_plate(name: str, ready: _Ready, store: Store) -> None:
    if name not in ready.put and not store.has(f"{PLATES}/{name}"):
        store.put(f"{PLATES}/{name}", (ready.worker.folder / PLATES / name).read_bytes())
    ready.put.add(name)


def _place() -> str:
    """The address of the process among those of the cluster."""
    from distributed import get_worker

    return str(get_worker().address)


def _scratch() -> str | None:
    """Where the process has its temporary files; the cluster takes them away when it is killed."""
    from distributed import get_worker

    return str(get_worker().local_directory)


def _taken_up(task: Task, store: Store, place: str) -> _Ready:
    for each in _ready:
        if each.made_of == (task.store, task.digest):
            return each
    data = store.get(task.description)
    if data is None:
        remedy = "name one with --shared that all workers see, such as a folder that they mount or s3://BUCKET/FOLDER"
        raise StoreError(Problem(Where(store.shown), f"the worker {place} does not see what is shared there", remedy))
    if hashlib.sha256(data).hexdigest() != task.digest:
        what, remedy = "has another description than was put there", "let nobody else write there, and run it again"
        raise StoreError(Problem(Where(store.shown), what, remedy))
    # Its digest came with the task, so it is what the client has put there.
    worker, templates = cast("tuple[Worker, dict[str, bytes]]", pickle.loads(data))  # noqa: S301
    scratch = tempfile.TemporaryDirectory(prefix="lexdocs-", dir=_scratch(), ignore_cleanup_errors=True)
    way = worker.shapes.way
    folder = Path(scratch.name) / "deal" / way.deal.name  # under its name, which is that of the deal
    for name, text in templates.items():
        path = folder / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    worker.shapes.way = replace(way, deal=replace(way.deal, folder=folder))
    worker.shapes.shared = Stored(Path(scratch.name), store=store)
    for other in _ready:  # one mailing at a time
        other.scratch.cleanup()
    _ready[:] = [_Ready((task.store, task.digest), replace(worker, folder=Path(scratch.name)), scratch)]
    return _ready[0]
