"""What is installed in a process: two in which all of it is the same make the same bytes of the same deal."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import lexdocs
from lexdocs import resources
from lexdocs.errors import Problem, Where
from lexdocs.outputs.versions import library_versions

REMEDY = "install the same there as here"


@lru_cache(maxsize=1)
def installed() -> Mapping[str, str]:
    """The releases of Python, of lexdocs and of all that has a hand in a page, and what stands for our own files.

    `lexdocs files` stands for code, house templates and fonts: a checkout can differ from another of its version.
    """
    python = ".".join(platform.python_version_tuple()[:2])
    ours = _digest([resources.fonts_folder().parent, resources.templates_folder()])
    return {"Python": python, "lexdocs": lexdocs.__version__, "lexdocs files": ours, **library_versions()}


def _digest(folders: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            # In a wheel the templates lie within the package: they are taken once, as in a checkout.
            if path.is_file() and "__pycache__" not in name.parts and name.parts[0] != "templates":
                digest.update(f"{name.as_posix()} {path.stat().st_size}\n".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def differences(place: str, there: Mapping[str, str], here: Mapping[str, str]) -> list[Problem]:
    """What is installed otherwise in a place than here: a problem for each.

    >>> for each in differences("tcp://10.0.0.7:4001", {"pango": "1.56.3"}, {"pango": "1.50.12", "zlib": "1.2.13"}):
    ...     print(each)
    tcp://10.0.0.7:4001: pango is 1.56.3 there and 1.50.12 here; install the same there as here
    tcp://10.0.0.7:4001: zlib is missing there and 1.2.13 here; install the same there as here
    """
    return [
        Problem(Where(place), f"{name} is {there.get(name, 'missing')} there and {release} here", REMEDY)
        for name, release in here.items()
        if there.get(name) != release
    ]
