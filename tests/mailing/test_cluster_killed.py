"""Workers of a cluster that are killed while they work: the mailing comes to the bytes of one process all the same."""

import os
import re
import signal

import dask
import fsspec
import pytest

from lexdocs.errors import MailingError
from lexdocs.mailing import cutting
from lexdocs.mailing.mail import Asked, mail
from lexdocs.resources import bundled_deals
from tests.benchmarks.kills import contents
from tests.mailing.clusters import HOLDERS, bucket, cluster, few

EXAMPLE = bundled_deals()["lexington_2001"]
pytestmark = pytest.mark.soak

# What a worker loads before it works: on its second shard it ends, as if its memory had run out.
_ENDS = """
import os, signal
from lexdocs.mailing import working
def ending(self, shard, plain=working.Worker.packed):
    if shard.number == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(self, shard)
if working.Worker.packed.__name__ != "ending":  # it is loaded twice
    working.Worker.packed = ending
"""


@pytest.fixture(autouse=True)
def small_shards(monkeypatch):
    monkeypatch.setattr(cutting, "MEAN", 3)


@pytest.fixture(scope="module")
def wanted(tmp_path_factory):
    out = tmp_path_factory.mktemp("one") / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "MEAN", 3)
        assert mail(Asked(EXAMPLE, out, each=True)).shards > 3
    return contents(out)


@pytest.mark.parametrize("shared", ["s3", ""])
def test_a_worker_that_is_killed_does_not_end_the_mailing(tmp_path, wanted, shared):
    with bucket("mailings") as url, cluster(tmp_path / "dask", processes=True) as made:
        place = f"{url}/some" if shared else ""
        pids = {each.pid for each in made.workers.values()}
        killed: list[int] = []

        def kill(done, of):
            if not killed and done + 1 < of:  # others are under way
                killed.append(min(pids))
                os.kill(killed[0], signal.SIGKILL)

        out = tmp_path / "out"
        mailed = mail(Asked(EXAMPLE, out, each=True, scheduler=made.scheduler_address, shared=place), kill)
        assert killed
        assert killed[0] not in {each.pid for each in made.workers.values()}
        assert mailed.again == 0
        assert contents(out) == wanted
        if shared:
            assert fsspec.filesystem("s3").find("mailings") == []


def test_a_shard_that_kills_its_workers_is_named_and_the_others_are_kept(tmp_path, monkeypatch):
    deal = few(tmp_path, (*HOLDERS, "Dogwood Fund (fictional)", "Elder Fund (fictional)"))
    monkeypatch.setattr(cutting, "MEAN", 1)
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        cluster(tmp_path / "dask", processes=True, preload=[_ENDS]) as made,
    ):
        asked = Asked(deal, tmp_path / "out", scheduler=made.scheduler_address)
        with pytest.raises(MailingError, match=re.escape("mail: shard 2 ends its process whenever it is worked")):
            mail(asked)
    assert mail(Asked(deal, tmp_path / "out")).again == 4
