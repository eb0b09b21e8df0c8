"""Where the file of exceptions may be: nowhere that it would take something away, or be taken for something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lexdocs.errors import LexdocsError, Problem, Severity, UsageError, Where
from lexdocs.mailing.rows_aside import TITLES, Exceptions

_OUTPUT = "output"
"""The folder to which things go that are made of a deal by somebody who stands in its folder."""


def refuse_place(path: Path, deal: Path, inputs: Iterable[Path], taken: Iterable[Path]) -> None:
    """Refuse a place for the file of exceptions where it would destroy something. Raises `UsageError`.

    `inputs` are the files that are read, `taken` are files and folders that belong to something else, such as the
    mailing itself. A file that is there already must be one of exceptions, as it was written.
    """
    where, found = Where(str(path)), path.resolve()
    what = ""
    if path.is_dir():
        raise UsageError(Problem(where, "is a folder", "name a file in it"))
    if found in [each.resolve() for each in inputs]:
        what = "is what is read"
    elif any(found.is_relative_to(each.resolve()) for each in taken):
        what = "belongs to what is written beside it"
    elif found.is_relative_to(deal.resolve()) and found.relative_to(deal.resolve()).parts[0] != _OUTPUT:
        what = "lies in the deal's own folder"
    elif found.exists() and not _is_exceptions(found):
        what = "is there already, and is no file of exceptions"
    if what:
        raise UsageError(Problem(where, what, "name another file for the exceptions"))


def _is_exceptions(path: Path) -> bool:
    """Whether a file is one of exceptions, to which nobody has done anything that its first line shows."""
    start = f"{','.join(TITLES)},".encode()
    try:
        if not path.is_file():
            return False  # a pipe would be waited for
        with path.open("rb") as file:
            return file.read(len(start)) == start
    except OSError:
        return False


@contextmanager
def kept_in_mind(found: Exceptions | None, path: Path | None) -> Iterator[None]:
    """What is refused once rows are set aside says so too, and where they are: nobody has seen them yet."""
    try:
        yield
    except LexdocsError as error:
        if found is None or not found.rows:
            raise
        count = len(found.rows)
        what = f"has the {count:,} rows that were set aside" if count > 1 else "has the row that was set aside"
        told = Problem(Where(str(path)), what, severity=Severity.NOTE)
        raise type(error)([*error.problems, told]) from None
