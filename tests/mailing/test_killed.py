"""A mailing that is killed comes to the same bytes when it is run again; two runs do not share a folder."""

import fcntl
import os
import signal
import time

import pytest

from lexdocs.errors import InputError, MailingError, Problem, Where
from lexdocs.mailing import cutting, working
from lexdocs.mailing import mail as mailing
from lexdocs.mailing.claiming import LOCK, claimed
from lexdocs.mailing.mail import KEPT, Asked, mail
from lexdocs.resources import bundled_deals
from tests.benchmarks.kills import contents, finish, killed, start

EXAMPLE = bundled_deals()["lexington_2001"]
pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]  # plates are laid out once for all tests


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    began = time.monotonic()
    finish(start(EXAMPLE, out, 1, "--sample", "0"))
    return contents(out), time.monotonic() - began


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_run_is_completed_by_running_it_again(tmp_path, undisturbed, jobs):
    wanted, lasted = undisturbed
    out = tmp_path / "out"
    for part in (0.5, 0.75):
        killed(start(EXAMPLE, out, jobs, "--sample", "0"), part * lasted)
    finish(start(EXAMPLE, out, jobs, "--sample", "0"))
    assert contents(out) == wanted


def test_what_a_killed_run_left_half_done_is_taken_away(tmp_path, undisturbed):
    out = tmp_path / "out"
    left = [
        out / ".statements.pdf.0a1b2c3d.part",
        out / KEPT / "shards" / ".a.0a1b2c3d.part",
        out / KEPT / "scratch-x" / "r",
    ]
    for path in left:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"half")
    finish(start(EXAMPLE, out, 1, "--sample", "0"))
    assert contents(out) == undisturbed[0]


def test_a_worker_that_is_killed_does_not_end_the_run(tmp_path, monkeypatch, undisturbed):
    monkeypatch.setattr(cutting, "MEAN", 3)
    plain, parent = working.Worker.work, os.getpid()

    def once(self, shard):
        mark = tmp_path / f"killed-{shard.number}"
        if shard.number == 1 and not mark.exists() and os.getpid() != parent:
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(self, shard)

    monkeypatch.setattr(working.Worker, "work", once)
    mail(Asked(EXAMPLE, tmp_path / "out", jobs=2, sample=0))
    assert (tmp_path / "killed-1").exists()
    assert contents(tmp_path / "out") == undisturbed[0]


def test_a_second_run_into_the_same_folder_is_refused(tmp_path):
    (tmp_path / KEPT).mkdir()
    with (tmp_path / KEPT / LOCK).open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(MailingError, match="another mailing is under way in this folder"):
            mail(Asked(EXAMPLE, tmp_path))
    with claimed(tmp_path, tmp_path / KEPT):
        pass


def test_a_full_disk_and_a_folder_that_cannot_be_written_are_told(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(mailing, "worked_out", full)
    with pytest.raises(MailingError, match="No space left on device"):
        mail(Asked(EXAMPLE, tmp_path / "out"))
    (tmp_path / "file").write_text("here")
    with pytest.raises(InputError, match="cannot be written"):
        mail(Asked(EXAMPLE, tmp_path / "file" / "out"))


def test_an_error_of_a_worker_comes_with_its_place():
    error = InputError(Problem(Where("a.pdf"), "cannot be written", "free some space"))
    kind, given = error.__reduce__()
    assert kind(*given).problems == error.problems
