"""Shards on their way through processes: in order, as they come; a process that is killed is made up for."""

import os
import signal
from collections.abc import Callable, Mapping
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from lexdocs.errors import InputError, MailingError, Problem, Where
from lexdocs.mailing.aside import aside
from lexdocs.mailing.cutting import Shard
from lexdocs.mailing.pool import worked_out
from lexdocs.mailing.processes import Processes


@dataclass
class Stub:
    """Works out a shard by writing its number; what it does before is given by number."""

    folder: Path
    before: Mapping[int, Callable[[], None]]

    def path(self, shard):
        return self.folder / str(shard.number)

    def warm(self):
        (self.folder / "warm").touch()

    def work(self, shard):
        if shard.number in self.before:
            self.before[shard.number]()
        self.path(shard).write_text(f"{os.getpid()}", "ascii")
        return self.path(shard)


def shards(many):
    for number in range(many):
        yield Shard(number, Path(f"rows-{number}"), f"{number}", 1)


def quiet(_done, _of):
    pass


def made(stub, some, jobs=2, heard=quiet):
    with Processes(stub, jobs) as processes:
        yield from worked_out(processes, some, heard)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_was_made_comes_in_order_and_progress_is_told_once_all_are_known(tmp_path, jobs):
    told = []
    found = made(Stub(tmp_path, {}), shards(9), jobs, lambda *said: told.append(said))
    assert [path.name for path in found] == [str(number) for number in range(9)]
    assert told[-1] == (9, 9)
    assert {of for _, of in told} == {9}


def test_with_all_made_before_no_process_is_begun(tmp_path):
    for number in range(4):
        (tmp_path / str(number)).touch()
    told: list[tuple[int, int]] = []
    assert len(list(made(Stub(tmp_path, {}), shards(4), 2, lambda *said: told.append(said)))) == 4
    assert told == [(4, 4)]
    assert not (tmp_path / "warm").exists()


def test_the_first_are_given_while_later_ones_are_not_cut_yet(tmp_path):
    without_end = (Shard(number, Path(f"rows-{number}"), f"{number}", 1) for number in count())
    found = made(Stub(tmp_path, {}), without_end)
    with closing(found):
        assert [next(found).name for _ in range(3)] == ["0", "1", "2"]


def test_what_is_wrong_with_the_register_comes_before_what_a_process_stumbles_over(tmp_path):
    def stumble():
        raise ValueError("no amount")

    def bad():
        yield from shards(6)
        raise InputError(Problem(Where("register.csv"), "is wrong", "mend it"))

    with pytest.raises(InputError, match="is wrong"):
        list(made(Stub(tmp_path, dict.fromkeys(range(6), stumble)), bad()))
    with pytest.raises(ValueError, match="no amount"):
        list(made(Stub(tmp_path, {1: stumble}), shards(6)))


def test_a_killed_process_is_made_up_for_unless_it_is_so_each_time(tmp_path):
    def once():
        if not (tmp_path / "killed").exists():
            (tmp_path / "killed").touch()
            os.kill(os.getpid(), signal.SIGKILL)

    found = made(Stub(tmp_path, {2: once}), shards(8))
    assert [path.name for path in found] == [str(number) for number in range(8)]
    assert (tmp_path / "killed").exists()
    (tmp_path / "3").unlink()
    with pytest.raises(MailingError, match="shard 4 ends its process whenever"):
        list(made(Stub(tmp_path, {3: lambda: os.kill(os.getpid(), signal.SIGKILL)}), shards(8)))


def test_processes_do_other_things_with_the_worker_too_and_are_forked_anew_when_one_of_them_was_killed(tmp_path):
    with Processes(Stub(tmp_path, {}), 2) as processes:
        assert processes.submit(_named, "a").result() == (tmp_path / "a", True)
        with pytest.raises(BrokenProcessPool):
            processes.submit(_killed).result()
        processes.close()
        assert processes.submit(_named, "b").result() == (tmp_path / "b", True)


def _named(worker, name):
    return worker.folder / name, os.getppid() != os.getpid() and (worker.folder / "warm").exists()


def _killed(_worker):
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_is_made_aside_comes_as_it_is_made_and_raises_what_was_raised_there():
    def make(_again):
        yield os.getpid()
        yield os.getppid()
        raise InputError(Problem(Where("register.csv"), "is wrong", "mend it"))

    with aside(make) as coming:
        assert next(coming) != os.getpid()
        assert next(coming) == os.getpid()
        with pytest.raises(InputError, match="is wrong"):
            next(coming)


def test_a_process_aside_that_is_killed_is_made_up_for_here():
    def make(again):
        yield 0
        yield 1
        if not again:
            os.kill(os.getpid(), signal.SIGKILL)
        yield from range(2, 5)

    with aside(make) as coming:
        assert list(coming) == [0, 1, 2, 3, 4]


def test_a_process_aside_ends_with_the_one_for_whom_it_makes():
    def make(_again):
        while True:
            yield os.getpid()

    with aside(make) as coming:
        process = next(coming)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
