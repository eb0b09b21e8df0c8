"""What the processes of a cluster share: a folder that all of them see, or a target of fsspec such as `s3://…`.

What lies there is whole: a file takes its name when all of it is written, and an object is put at once. The door of
fsspec.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from lexdocs.errors import LexdocsError, MailingError, Problem, UsageError, Where
from lexdocs.outputs.files import write_private

T = TypeVar("T")

_URL = re.compile(r"([a-z][a-z0-9+.:-]*)://", re.IGNORECASE)
_SECRET = re.compile(r"(?<=//)[^/@]*@")
# What is put there is there whole or not at all; elsewhere it takes its name when it is whole.
_HALF = ".part"  # what a temporary name ends with
_AT_ONCE = {"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "oss", "memory"}


class StoreError(MailingError):
    """What is shared cannot be reached, read or written just now; another try may do."""


class Store(Protocol):
    """Pieces of data by their names, such as `shards/0a1b`; `shown` is the place as it may be told."""

    @property
    def shown(self) -> str: ...  # noqa: D102

    def has(self, name: str) -> bool:
        """Whether something lies under a name. Raises `StoreError`."""

    def get(self, name: str) -> bytes | None:
        """What lies under a name, if anything does. Raises `StoreError`."""

    def put(self, name: str, data: bytes) -> None:
        """Have data lie under a name, whole or not at all. Raises `StoreError`."""

    def names(self, folder: str) -> list[str]:
        """What lies in a folder, by names within it. Raises `StoreError`."""

    def clear(self) -> None:
        """Take away everything. Raises `StoreError`."""


def within(url: str, name: str) -> str:
    """A place within a store.

    >>> within("s3://bucket/mailing", "0a1b"), within("memory://", "0a1b"), within("/srv/shared", "0a1b")
    ('s3://bucket/mailing/0a1b', 'memory://0a1b', '/srv/shared/0a1b')
    """
    return f"{url}{'' if url.endswith('/') else '/'}{name}"


def store_of(url: str) -> Store:
    """The store that a URL or a folder stands for. Raises `UsageError` where it stands for none."""
    scheme = _URL.match(url)
    if scheme is None:
        return Folder(Path(url))
    if scheme[1].lower() in ("file", "local"):
        return Folder(Path(url[scheme.end() :]))
    return _target(url, scheme[1].lower())


@dataclass(frozen=True)
class Folder:
    """A folder that all processes see. Its files are for their owner alone."""

    path: Path

    @property
    def shown(self) -> str:
        """The folder."""
        return str(self.path)

    def has(self, name: str) -> bool:
        """Whether there is a file of that name."""
        return (self.path / name).is_file()

    def get(self, name: str) -> bytes | None:
        """A file, if it is there."""
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _failed(self.shown, "read", error.strerror or str(error)) from None

    def put(self, name: str, data: bytes) -> None:
        """Write a file under a temporary name, to the disk, and only then under its own."""
        path = self.path / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_private(path, [data])
        except OSError as error:
            raise _failed(self.shown, "written", error.strerror or str(error)) from None
        except LexdocsError as error:
            raise StoreError(error.problems) from None

    def names(self, folder: str) -> list[str]:
        """The files of a folder, those that are being written left out."""
        return sorted(path.name for path in (self.path / folder).glob("[!.]*") if path.is_file())

    def clear(self) -> None:
        """Take the folder away."""
        try:
            shutil.rmtree(self.path)
        except FileNotFoundError:
            return
        except OSError as error:
            raise _failed(self.shown, "taken away", error.strerror or str(error)) from None


@dataclass(frozen=True)
class Target:
    """A place in a file system of fsspec; `at_once` says that what is put there is never there by half."""

    files: Any
    root: str
    shown: str
    at_once: bool

    def has(self, name: str) -> bool:
        """Whether there is an object of that name."""
        return self._tried("read", lambda: bool(self.files.exists(f"{self.root}/{name}")))

    def get(self, name: str) -> bytes | None:
        """An object, if it is there."""

        def got() -> bytes | None:
            try:
                return bytes(self.files.cat_file(f"{self.root}/{name}"))
            except FileNotFoundError:
                return None

        return self._tried("read", got)

    def put(self, name: str, data: bytes) -> None:
        """Put an object; where one could be there by half, under a temporary name first."""

        def put() -> None:
            path = f"{self.root}/{name}"
            if self.at_once:
                self.files.pipe_file(path, data)
                return
            self.files.makedirs(path.rpartition("/")[0], exist_ok=True)
            temporary = f"{path}.{secrets.token_hex(4)}{_HALF}"
            self.files.pipe_file(temporary, data)
            self.files.mv(temporary, path)

        self._tried("written", put)

    def names(self, folder: str) -> list[str]:
        """The objects of a folder, those that are being written left out."""

        def listed() -> list[str]:
            self.files.invalidate_cache()
            try:
                found = self.files.ls(f"{self.root}/{folder}", detail=False)
            except FileNotFoundError:
                return []
            return sorted(name for each in found if not (name := str(each).rpartition("/")[2]).endswith(_HALF))

        return self._tried("read", listed)

    def clear(self) -> None:
        """Take away everything below the place."""

        def clear() -> None:
            self.files.invalidate_cache()
            if self.files.exists(self.root):
                self.files.rm(self.root, recursive=True)

        self._tried("taken away", clear)

    def _tried(self, what: str, act: Callable[[], T]) -> T:
        try:
            return act()
        except Exception as error:  # noqa: BLE001  each file system has errors of its own
            raise _failed(self.shown, what, f"{type(error).__name__}: {error}") from None


def _failed(shown: str, what: str, why: str) -> StoreError:
    remedy = "see that it is there, and that this machine and the workers may read and write it"
    return StoreError(Problem(Where(shown), f"cannot be {what} ({' '.join(why.split())})", remedy))


def _target(url: str, scheme: str) -> Target:
    shown = _SECRET.sub("", url).rstrip("/")
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        what = "is a target of fsspec, which is not installed"
        raise UsageError(Problem(Where(shown), what, 'install it with `pip install "lexdocs[cluster]"`')) from None
    try:
        if "::" in scheme:  # what one process remembers of another place is no place that several share
            raise ValueError(scheme)  # noqa: TRY301
        # Listings that a process remembers know nothing of what another has put.
        files, root = url_to_fs(url, use_listings_cache=False)
    except ImportError as error:
        remedy = f"install what it needs, here and on the workers: {error}"
        raise UsageError(Problem(Where(shown), f"{scheme}:// cannot be read and written yet", remedy)) from None
    except ValueError:
        remedy = "name a folder, or a target of fsspec such as s3://BUCKET/FOLDER"
        raise UsageError(Problem(Where(shown), f"{scheme}:// is no place that is known", remedy)) from None
    return Target(files, root.rstrip("/"), shown, scheme in _AT_ONCE)
