"""A mailing on a Dask cluster comes to the same bytes as one in a single process, whatever happens to its workers."""

import socket
import sys
import time
from types import SimpleNamespace
from typing import cast

import dask
import fsspec
import pytest
from distributed import Client, Security

from lexdocs.cli import main
from lexdocs.errors import MailingError, UsageError
from lexdocs.mailing import cluster as connecting
from lexdocs.mailing import cutting, errands
from lexdocs.mailing.installed import installed
from lexdocs.mailing.mail import Asked, mail
from lexdocs.resources import bundled_deals
from tests.benchmarks.kills import contents
from tests.mailing.clusters import HOLDERS, cluster, few

EXAMPLE = bundled_deals()["lexington_2001"]
SHARED = "memory://mailings"
pytestmark = [pytest.mark.xdist_group("cluster"), pytest.mark.soak]


@pytest.fixture(autouse=True)
def small_shards(monkeypatch):
    monkeypatch.setattr(cutting, "MEAN", 1)


@pytest.fixture(scope="module")
def deal(tmp_path_factory):
    return few(tmp_path_factory.mktemp("deal"))


@pytest.fixture(scope="module")
def local(tmp_path_factory):
    with cluster(tmp_path_factory.mktemp("dask"), processes=False) as made:
        yield made.scheduler_address


@pytest.fixture
def call(monkeypatch, capsys):
    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["lexdocs", "mail", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main.run()
        return left.value.code, capsys.readouterr().err

    return run


def shared():
    return fsspec.filesystem("memory").find("/mailings")


def interrupted(done, _of):
    if done == 1:
        raise KeyboardInterrupt


def test_a_cluster_makes_the_same_mailing_as_one_process_though_it_was_interrupted(tmp_path, deal, local, caplog):
    caplog.set_level("DEBUG", "distributed")
    far = Asked(deal, tmp_path / "far", scheduler=local, shared=SHARED)
    with pytest.raises(KeyboardInterrupt):
        mail(far, interrupted)
    (description,) = (name for name in shared() if name.endswith("/description"))
    assert not any(name.encode() in fsspec.filesystem("memory").cat_file(description) for name in HOLDERS)
    told = []
    made = mail(far, lambda *of: told.append(of))
    assert (made.shards, made.again, made.control.stamped) == (3, 1, 3)
    assert told[-1] == (3, 3)
    assert shared() == []
    assert "Receive client connection" in caplog.text
    assert not any(name in caplog.text for name in HOLDERS)
    assert mail(Asked(deal, tmp_path / "one")).shards == 3
    assert contents(tmp_path / "far") == contents(tmp_path / "one")


def test_a_process_with_something_else_installed_is_refused(tmp_path, deal, local, monkeypatch):
    """Not only the workers that are there at first: each holds what it has against what comes with its shard."""
    monkeypatch.setattr(errands, "installed", lambda: {**installed(), "pango": "1.56.3"})
    with pytest.raises(MailingError) as refused:
        mail(Asked(deal, tmp_path / "out", scheduler=local, shared=SHARED))
    (said,) = map(str, refused.value.problems)
    here = installed()["pango"]
    assert said.startswith("inproc://")
    assert said.endswith(f": pango is {here} there and 1.56.3 here; install the same there as here")


def test_all_processes_are_asked_what_is_installed_before_anything_is_done():
    missing = ModuleNotFoundError("No module named 'lexdocs'")

    def none(_):
        raise missing

    found = {"tcp://a:1": {**installed(), "pango": "1.0.0"}, "tcp://b:2": dict(installed()), "tcp://c:3": missing}
    client = SimpleNamespace(run_on_scheduler=none, run=lambda *_, **__: found)
    with pytest.raises(MailingError) as refused:
        connecting._refuse_others(cast("Client", client), "tcp://s:8786")
    assert [str(each) for each in refused.value.problems] == [
        "tcp://s:8786: lexdocs cannot be loaded there (No module named 'lexdocs'); install the same there as here",
        f"tcp://a:1: pango is 1.0.0 there and {installed()['pango']} here; install the same there as here",
        "tcp://c:3: lexdocs cannot be loaded there (No module named 'lexdocs'); install the same there as here",
    ]


def test_a_scheduler_that_nobody_answers_for_is_told_at_once(tmp_path, call):
    with socket.socket() as taken:  # bound, and nobody listens
        taken.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        began = time.monotonic()
        code, said = call(EXAMPLE, "--out", tmp_path, "--scheduler", address)
    assert time.monotonic() - began < 2 * connecting.CONNECTED_WITHIN
    assert code == 5
    assert said.startswith(f"{address}: the scheduler cannot be reached (")
    assert "see that it runs there" in said


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--shared", "s3://a/b"], "--shared: is where the workers of a cluster put what they make, and none is asked"),
        (
            ["--scheduler", "tcp://h:8786", "--jobs", "2"],
            "--jobs: are processes of this machine, and a cluster is asked",
        ),
        (["--scheduler", "host:8786"], "--scheduler: “host:8786” is not the address of a scheduler; write it like tcp"),
        (["--scheduler", "tcp://host"], "--scheduler: “tcp://host” is not the address of a scheduler"),
        (["--scheduler", "tls://127.0.0.1:9"], "tls://127.0.0.1:9: needs certificates, and Dask's configuration names"),
        (
            ["--scheduler", "tcp://h:8786", "--shared", "ftps3://x"],
            "ftps3://x: ftps3:// is no place that is known; name",
        ),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(tmp_path, call, options, message):
    code, said = call(EXAMPLE, "--out", tmp_path / "out", *options)
    assert (code, said[: len(message)]) == (2, message)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("missing", "shared", "message"),
    [
        ("distributed", "", "--scheduler: needs Dask, which is not installed; install it with"),
        ("fsspec.core", "s3://a", "s3://a: is a target of fsspec, which is not installed; install it with"),
    ],
)
def test_the_extra_is_named_where_it_is_not_installed(tmp_path, monkeypatch, missing, shared, message):
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(UsageError) as refused:
        mail(Asked(EXAMPLE, tmp_path, scheduler="tcp://127.0.0.1:8786", shared=shared))
    assert str(refused.value) == f'{message} `pip install "lexdocs[cluster]"`'


def test_certificates_are_those_of_dask_s_own_configuration(tmp_path, deal):
    own = Security.temporary()
    names = {"ca-file": own.tls_ca_file}
    names |= {f"client.{name}": getattr(own, f"tls_client_{name}") for name in ("cert", "key")}
    said = {f"distributed.comm.tls.{name}": text for name, text in names.items()}
    with cluster(tmp_path / "dask", processes=False, workers=1, protocol="tls://", security=own) as made:
        assert made.scheduler_address.startswith("tls://")
        with dask.config.set(said), connecting.cluster_of(made.scheduler_address, "", tmp_path, 1) as found:
            assert found is not None
            assert found._threads() == 1
