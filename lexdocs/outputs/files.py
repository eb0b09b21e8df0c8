"""Writing files so that a reader never meets half of one, and only inside the folder that was asked for."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from lexdocs.errors import InputError, Problem, Where

# What every file system takes, and nothing that a shell or a web server would read as more than a name.
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_LONGEST = 200


def place(folder: Path, name: str) -> Path:
    """Where a file of that name goes inside the folder; `name` may hold subfolders, parted by `/`.

    Raises `InputError` for a name that is absolute, leads out of the folder (by `..` or by a link), or that holds
    characters other than letters, digits, dots, hyphens and underscores; and for a folder that cannot be one.

    >>> place(Path("out"), "notices/commencement.html").as_posix()
    'out/notices/commencement.html'
    """
    parts = PurePosixPath(name).parts
    for part in parts or ("",):
        if not _SAFE.fullmatch(part) or len(part) > _LONGEST or part.endswith(".") or _RESERVED.fullmatch(part):
            what = f'"{name}" is not a safe file name'
            remedy = "use letters, digits, hyphens and underscores, and begin with a letter or digit"
            raise InputError(Problem(Where(str(folder)), what, remedy))
    path = folder.joinpath(*parts)
    try:
        inside = path.parent.resolve().is_relative_to(folder.resolve()) and not path.is_symlink()
    except (OSError, RuntimeError, ValueError):
        # A link to itself, a name longer than the system takes, or one with a sign that no name can have.
        raise InputError(Problem(Where(str(folder)), "cannot be a folder", "name another folder")) from None
    if not inside:
        raise InputError(Problem(Where(str(path)), "this place is a link that leads elsewhere", "remove the link"))
    return path


def write(folder: Path, name: str, data: str | bytes) -> Path:
    """Write a whole file or nothing: to a temporary name beside it, to the disk, and only then to its own name.

    Text is written as UTF-8 with plain line ends on every system. Raises `InputError` where the folder cannot be
    written to; what stood there before stays as it was.
    """
    path = place(folder, name)
    _write(path, [data], private=False)
    return path


def write_pieces(path: Path, pieces: Iterable[str]) -> None:
    """Write a whole file or nothing, as `write` does, from pieces that need not be in memory together."""
    _write(path, pieces, private=False)


def write_private(path: Path, pieces: Iterable[str | bytes]) -> None:
    """Write a whole file or nothing, as `write` does, that nobody but its owner may read: it tells of holders."""
    _write(path, pieces, private=True)


def _write(path: Path, pieces: Iterable[str | bytes], *, private: bool) -> None:
    with replacing(path, private=private) as file:
        for piece in pieces:
            file.write(piece.encode("utf-8") if isinstance(piece, str) else piece)


_OWNER_ONLY = 0o600


def digest_of(path: Path) -> str:
    """The SHA-256 of a file of any length."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def replacing(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """A file that is written piece by piece, and takes its name when all of it is on the disk; or else is not there."""
    path = place(path.parent, path.name)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("xb") as file:
            if private:
                temporary.chmod(_OWNER_ONLY)
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise InputError(unwritable(path, error)) from None
    finally:
        # After a success the temporary name is gone; after any failure, an interrupt too, it must go. Where no file
        # could be made, there may be no folder to look for it in either.
        with contextlib.suppress(OSError):
            temporary.unlink()


def unwritable(path: Path, error: OSError) -> Problem:
    """Why nothing could be written there; a file that stands where a folder is needed is named itself."""
    if isinstance(error, FileExistsError | NotADirectoryError):
        for above in path.parents:
            if above.exists() and not above.is_dir():
                return Problem(Where(str(above)), "is a file, and a folder is needed here", "name another folder")
    return Problem(Where(str(path)), f"cannot be written ({error.strerror})")
