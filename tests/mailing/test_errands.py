"""Shards that others work out: what is lost is tried again, what cannot be done is told, what is done is kept."""

import marshal
import threading
import time
from concurrent.futures import CancelledError, ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from lexdocs.errors import InputError, MailingError, Problem, Where
from lexdocs.mailing import errands, remote
from lexdocs.mailing.cutting import Shard
from lexdocs.mailing.errands import Errands, Hands
from lexdocs.mailing.installed import installed
from lexdocs.mailing.remote import Failure, Task, sent, work
from lexdocs.mailing.shared_store import store_of
from lexdocs.mailing.working import Worker

COUNT = 5
NOT_SEEN = Failure((Problem(Where("s3://a"), "does not see it", "name another"),), by_store=True)


def _row(label: str, plate: str) -> tuple[Any, ...]:
    """What is kept of a statement that is stamped on a plate."""
    return label, plate, (), b"", "", [], "", (), "", (), ""


class Killed(Exception):  # noqa: N818  named as others name it
    """A task has ended its process again and again."""


class Run:
    """Shards that are worked out in threads by `act`, which is given the number of a shard and of earlier tries."""

    def __init__(self, folder, monkeypatch):
        self.folder, self.kept, self.shared = folder, folder / "kept", folder / "shared"
        self.tried, self.told, self.lock = [], [], threading.Lock()
        self.coming = self.shards = []
        self.futures, self.most, self.monkeypatch = [], 0, monkeypatch
        self.act, self.threads = lambda _number, _times: None, 2
        for number in range(COUNT):
            (folder / f"rows-{number}").write_bytes(b"rows")
            self.shards.append(Shard(number, folder / f"rows-{number}", f"{number:032}", 1))
        monkeypatch.setattr(errands, "described", lambda _worker: b"the deal")
        monkeypatch.setattr(errands, "work", self.work)

    def path(self, shard):
        return self.kept / "shards" / shard.digest

    def work(self, task):
        number, store = task.shard.number, store_of(task.store)
        with self.lock:
            times = self.tried.count(number)
            self.tried.append(number)
        failure = self.act(number, times)
        if failure is None:
            for kind in ("plates", "shapes"):
                store.put(f"{kind}/{number % 2}", kind.encode())
            store.put(
                f"shards/{task.shard.digest}", marshal.dumps({"rows": [_row("a", f"{number % 2}"), _row("b", "")]})
            )
        return failure

    def run(self):
        worker = cast("Worker", SimpleNamespace(folder=self.kept, path=self.path))
        with ThreadPoolExecutor(self.threads or 1) as pool:
            submit = pool.submit

            def counted(*what):
                self.futures.append(submit(*what))
                self.most = max(self.most, sum(not each.done() for each in self.futures))
                return self.futures[-1]

            self.monkeypatch.setattr(pool, "submit", counted)
            hands = Hands(pool, "tcp://s:8786", lambda: self.threads, (Killed,))
            errand = Errands(worker, self.coming, str(self.shared), hands, lambda *of: self.told.append(of))
            assert list(errand.run()) == [self.path(shard) for shard in self.shards]
            errand.fetch_plates()

    def kept_names(self):
        return sorted(str(path.relative_to(self.kept)) for path in self.kept.rglob("*") if path.is_file())


@pytest.fixture
def run(tmp_path, monkeypatch):
    return Run(tmp_path, monkeypatch)


def test_what_is_made_is_fetched_and_what_is_kept_is_not_made_again(run):
    run.run()
    shards = [f"shards/{number:032}" for number in range(COUNT)]
    assert run.kept_names() == ["plates/0", "plates/1", "shapes/0", "shapes/1", *sorted(shards)]
    assert run.told[-1] == (COUNT, COUNT)
    run.path(run.shards[3]).unlink()
    run.told.clear()
    run.run()
    assert sorted(run.tried) == [0, 1, 2, 3, 3, 4]
    assert run.told == [(COUNT, COUNT)]


def test_what_is_wrong_with_the_register_comes_before_what_is_wrong_with_a_shard(run):
    def coming():
        yield from run.shards[:2]
        time.sleep(0.2)
        yield run.shards[2]
        raise InputError(Problem(Where("register.csv", 7), "is no amount"))

    run.coming = coming()
    run.act = lambda number, _times: Failure((Problem(Where("tcp://w:1"), "is other"),)) if number == 0 else None
    with pytest.raises(InputError, match=r"^register.csv:7: is no amount$"):
        run.run()


def test_no_more_is_handed_out_than_keeps_each_thread_busy(run):
    def act(number, _times):
        ended = time.monotonic() + 10
        while number == 0 and len(run.futures) < 2 and time.monotonic() < ended:
            time.sleep(0.01)

    run.act, run.threads = act, 1
    run.run()
    assert run.most == 2


def test_a_shard_that_the_store_lost_is_made_again(run):
    def act(number, times):
        if (number, times) == (2, 0):
            (run.shared / "description").unlink()
            return NOT_SEEN
        if number == 2:
            assert (run.shared / "description").read_bytes() == b"the deal"
        return None

    run.act = act
    run.run()
    assert run.tried.count(2) == 2
    assert len(run.kept_names()) == COUNT + 4


def test_a_store_that_fails_again_and_again_is_told_and_what_is_done_is_kept(run):
    run.act = lambda number, _times: NOT_SEEN if number == COUNT - 1 else None
    with pytest.raises(MailingError, match=r"^s3://a: does not see it; name another$"):
        run.run()
    assert run.tried.count(COUNT - 1) == 4
    assert len([name for name in run.kept_names() if name.startswith("shards/")]) == COUNT - 1


def test_what_is_under_way_when_a_shard_ends_the_mailing_is_kept(run):
    ended = threading.Event()

    def act(number, _times):
        if number == 3:
            assert ended.wait(10)
            time.sleep(0.2)
        if number == COUNT - 1 and run.tried.count(number) == 4:
            ended.set()
        return NOT_SEEN if number == COUNT - 1 else None

    run.act = act
    with pytest.raises(MailingError, match=r"^s3://a: does not see it; name another$"):
        run.run()
    assert f"shards/{3:032}" in run.kept_names()


def test_a_shard_that_cannot_be_worked_out_ends_the_mailing(run):
    run.act = lambda number, _times: Failure((Problem(Where("tcp://w:1"), "is other"),)) if number == 0 else None
    with pytest.raises(MailingError, match=r"^tcp://w:1: is other$"):
        run.run()
    assert run.tried.count(0) == 1


def test_of_shards_under_which_a_process_ended_each_is_tried_by_itself(run):
    """The second and the last end their processes; the third was under way beside one, and is as it should be."""

    def act(number, times):
        if number in (1, 4) or (number == 2 and times == 0):
            raise Killed

    run.act = act
    with pytest.raises(MailingError) as told:
        run.run()
    said = "mail: shard {} ends its process whenever it is worked out; see whether the memory of the workers runs out"
    assert sorted(map(str, told.value.problems)) == [said.format(2), said.format(5)]
    assert sorted(run.tried[-3:]) == [1, 2, 4]
    assert len([name for name in run.kept_names() if name.startswith("shards/")]) == COUNT - 2


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (CancelledError(), "the scheduler is lost; see that it runs, and run it again: what is done is kept"),
        (ImportError("No module named 'lexdocs'"), "lexdocs cannot be loaded there (No module named 'lexdocs'); ins"),
    ],
)
def test_what_is_wrong_with_the_cluster_is_told(run, error, said):
    def act(_number, _times):
        raise error

    run.act = act
    with pytest.raises(MailingError) as told:
        run.run()
    assert str(told.value).startswith(f"tcp://s:8786: {said}")


def test_where_no_worker_comes_it_is_told(run, monkeypatch):
    for name, seconds in (("_PATIENCE", 0.05), ("_LOOK", 0.02)):
        monkeypatch.setattr(errands, name, seconds)
    ended = threading.Event()
    run.act, run.threads = lambda _number, _times: ended.wait(10) and None, 0
    monkeypatch.setattr(ThreadPoolExecutor, "__exit__", lambda *_: ended.set())
    with pytest.raises(MailingError, match=r"^tcp://s:8786: there is no worker; start workers, and run it again"):
        run.run()


@pytest.fixture
def task(tmp_path, monkeypatch):
    (tmp_path / "rows").write_bytes(b"Alder Fund (fictional)")
    monkeypatch.setattr(remote, "_place", lambda: "tcp://w:1")
    shard = sent(Shard(0, tmp_path / "rows", "0a", 1))
    return Task(str(tmp_path / "shared"), "description", "0b", installed(), shard)


def refused(task):
    failure = work(task)
    assert failure is not None
    return failure


def test_a_task_shows_no_holder(task):
    assert task.shard.data == b"Alder Fund (fictional)"
    assert "Alder" not in f"{task!r} {task}"


def test_a_worker_that_does_not_see_what_is_shared_says_so(task, tmp_path):
    (failure,) = refused(task).problems
    assert str(failure) == (
        f"{tmp_path / 'shared'}: the worker tcp://w:1 does not see what is shared there; name one with --shared that "
        "all workers see, such as a folder that they mount or s3://BUCKET/FOLDER"
    )
    assert refused(task).by_store


def test_a_description_that_another_has_put_there_is_not_loaded(task):
    store_of(task.store).put("description", b"another's")
    (failure,) = refused(task).problems
    assert "has another description than was put there" in str(failure)


def test_an_error_that_nobody_thought_of_names_no_holder(task, monkeypatch):
    def broken(*_):
        raise ValueError(task.shard.data)

    monkeypatch.setattr(remote, "store_of", broken)
    (failure,) = refused(task).problems
    said = r"^tcp://w:1: shard 1 cannot be worked out there \(ValueError in test_errands.py, line \d+\); run it without"
    with pytest.raises(MailingError, match=said):
        raise MailingError(failure)
    assert "Alder" not in str(failure)
    assert Path(__file__).name in str(failure)
