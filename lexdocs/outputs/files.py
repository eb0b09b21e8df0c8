"""Writing files so that a reader never meets half of one, and only inside the folder that was asked for."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path, PurePosixPath

from lexdocs.errors import InputError, Problem, Where

# What every file system takes, and nothing that a shell or a web server would read as more than a name.
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_LONGEST = 200


def place(folder: Path, name: str) -> Path:
    """Where a file of that name goes inside the folder; `name` may hold subfolders, parted by `/`.

    Raises `InputError` for a name that is absolute, leads out of the folder (by `..` or by a link), or that holds
    characters other than letters, digits, dots, hyphens and underscores.

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
    if not path.parent.resolve().is_relative_to(folder.resolve()) or path.is_symlink():
        raise InputError(Problem(Where(str(path)), "this place is a link that leads elsewhere", "remove the link"))
    return path


def write(folder: Path, name: str, data: str | bytes) -> Path:
    """Write a whole file or nothing: to a temporary name beside it, to the disk, and only then to its own name.

    Text is written as UTF-8 with plain line ends on every system. Raises `InputError` where the folder cannot be
    written to; what stood there before stays as it was.
    """
    path = place(folder, name)
    content = data.encode("utf-8") if isinstance(data, str) else data
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise InputError(Problem(Where(str(path)), f"cannot be written ({error.strerror})")) from None
    finally:
        # After a success the temporary name is gone; after any failure, an interrupt too, it must go.
        temporary.unlink(missing_ok=True)
    return path
