"""Clusters for tests, and a mailing of a few invented holders to be worked out on them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import fsspec
import pytest
from distributed import LocalCluster

from tests.mailing.fictional import Row, lay_out_deal

HOLDERS = ("Alder Fund (fictional)", "Birch Fund (fictional)", "Cedar Fund (fictional)")


def few(folder: Path, names: tuple[str, ...] = HOLDERS) -> Path:
    """A deal whose holders share a plate."""
    rows: list[Row] = [
        (f"BO-{number}", name, "1 Madeup Street", "", "", "Boston, MA 02110", f"A-{number}", "Pine Custody",
         f"${number:,},000", f"${number:,},000", "$0", "")
        for number, name in enumerate(names, 1)
    ]  # fmt: skip
    return lay_out_deal(folder / "lexington_2001", rows)


@contextmanager
def cluster(scratch: Path, *, processes: bool, workers: int = 2, **options: object) -> Iterator[LocalCluster]:
    """A cluster of this machine, in threads of this process or in processes that come again when they are killed."""
    more = {"processes": processes, "n_workers": workers, "threads_per_worker": 1, "dashboard_address": ":0"}
    with LocalCluster(local_directory=str(scratch), **more, **options) as made:
        yield made


@contextmanager
def bucket(name: str) -> Iterator[str]:
    """A bucket of a local S3 server, for this process and for those that it starts meanwhile."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        with pytest.MonkeyPatch.context() as patch:
            said = {"ENDPOINT_URL": f"http://{host}:{port}", "ACCESS_KEY_ID": "none", "SECRET_ACCESS_KEY": "none"}
            for key, value in {**said, "DEFAULT_REGION": "us-east-1"}.items():
                patch.setenv(f"AWS_{key}", value)
            fsspec.get_filesystem_class("s3").clear_instance_cache()  # of another server
            boto3.client("s3").create_bucket(Bucket=name)
            yield f"s3://{name}"
    finally:
        server.stop()
