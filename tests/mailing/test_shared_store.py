"""What lies in a store is whole, is for its owner alone, and what cannot be done there is told without a password."""

import sys

import pytest

from lexdocs.errors import UsageError
from lexdocs.mailing import shared_store
from lexdocs.mailing.shared_store import Folder, StoreError, Target, store_of
from tests.mailing.clusters import bucket

pytestmark = pytest.mark.xdist_group("cluster")
PIECE = bytes(range(256)) * 40


@pytest.fixture(scope="module")
def mailings():
    with bucket("mailings") as url:
        yield url


@pytest.fixture(
    params=["folder", "file://", "memory://", pytest.param("s3://", marks=pytest.mark.soak), "written as files"]
)
def store(request, tmp_path):
    if request.param == "s3://":
        yield store_of(f"{request.getfixturevalue('mailings')}/one")
    elif request.param == "written as files":
        from fsspec.implementations.local import LocalFileSystem

        yield Target(LocalFileSystem(), str(tmp_path / "one"), "sftp://h/one", at_once=False)
    else:
        places = {"folder": str(tmp_path / "one"), "file://": f"file://{tmp_path}/one", "memory://": "memory://one"}
        yield store_of(places[request.param])


def test_what_is_put_is_there_until_it_is_taken_away(store):
    assert (store.has("shards/0a"), store.get("shards/0a"), store.names("shards")) == (False, None, [])
    store.put("shards/0a", PIECE)
    store.put("shards/0a", PIECE)
    store.put("plates/0a", b"plate")
    store.put("shards/0b", b"")
    assert (store.names("shards"), store.names("plates")) == (["0a", "0b"], ["0a"])
    assert (store.has("shards/0a"), store.get("shards/0a"), store.get("plates/0a")) == (True, PIECE, b"plate")
    store.clear()
    assert (store.has("shards/0a"), store.get("shards/0a"), store.has("plates/0a")) == (False, None, False)
    store.clear()


def test_files_are_for_their_owner_alone_and_leave_no_half_ones(tmp_path):
    store = Folder(tmp_path / "one")
    store.put("shards/0a", PIECE)
    (found,) = (path for path in tmp_path.rglob("*") if path.is_file())
    assert (found.name, found.stat().st_mode & 0o077) == ("0a", 0)


def test_where_a_put_can_stop_half_way_nothing_is_under_the_name(tmp_path, monkeypatch):
    from fsspec.implementations.local import LocalFileSystem

    files = LocalFileSystem(skip_instance_cache=True)
    whole = files.pipe_file

    def stopping(path, value):
        whole(path, value[:100])
        raise ConnectionResetError("reset by peer")

    monkeypatch.setattr(files, "pipe_file", stopping)
    store = Target(files, str(tmp_path), "sftp://h", at_once=False)
    with pytest.raises(StoreError, match=r"^sftp://h: cannot be written \(ConnectionResetError: reset by peer\); see "):
        store.put("shards/0a", PIECE)
    assert not store.has("shards/0a")


def test_what_cannot_be_read_or_written_is_told(tmp_path):
    (tmp_path / "file").write_text("here")
    store = Folder(tmp_path / "file" / "one")
    with pytest.raises(StoreError, match="cannot be written"):
        store.put("shards/0a", PIECE)
    with pytest.raises(StoreError, match="cannot be read"):
        store.get("shards/0a")


@pytest.mark.soak
@pytest.mark.usefixtures("mailings")
def test_a_bucket_that_is_not_there_is_told():
    store = store_of("s3://another/one")
    with pytest.raises(StoreError, match=r"^s3://another/one: cannot be written \(FileNotFoundError: "):
        store.put("shards/0a", PIECE)


def test_a_password_in_a_url_is_not_told():
    made = shared_store._target("memory://user:secret@host/one", "memory")
    assert made.shown == "memory://host/one"


def test_what_is_no_place_is_wrong_usage(monkeypatch):
    with pytest.raises(UsageError, match="simplecache::s3:// is no place that is known"):
        store_of("simplecache::s3://a/b")
    monkeypatch.setitem(sys.modules, "paramiko", None)
    with pytest.raises(UsageError, match=r"^sftp://a/b: sftp:// cannot be read and written yet; install what it needs"):
        store_of("sftp://a/b")
