"""What a mailing is asked for, and what of it is refused before anything is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lexdocs.errors import Problem, UsageError, Where
from lexdocs.mailing.file_names import FOLDER, KEPT, WHOLE
from lexdocs.mailing.printing import PLAIN, Marks, Order, Printing
from lexdocs.mailing.released import refuse_released
from lexdocs.notation.units import Moment
from lexdocs.terms.changes import Change


@dataclass(frozen=True)
class Asked:
    """What a mailing is asked for: where it goes, which document, as of when, and how.

    `document` is a template that is written for each holding, by its name; left out, the one of the kind of offer.
    With `exceptions` bad rows of register and log are set aside and written there. `stream`, `each` and `html` are its
    forms; with a `password` single files are encrypted. `printing` says how print streams are made up. `sample` is how
    many statements are rendered the long way and compared; left out, few. A cluster of `scheduler` has its shards
    worked out by way of what is `shared`, a folder or a URL. `corrects` is the folder of a released mailing whose
    statements are to be replaced where they have changed.
    """

    folder: Path
    out: Path
    document: str = ""
    changes: tuple[Change, ...] = ()
    as_of: Moment | None = None
    exceptions: Path | None = None
    pages_per_file: int | None = None
    jobs: int = 1
    stream: bool = True
    each: bool = False
    html: bool = False
    password: str | None = field(default=None, repr=False)
    printing: Printing = PLAIN
    sample: int | None = None
    scheduler: str = ""
    shared: str = ""
    corrects: Path | None = None


def refuse(asked: Asked, folder: Path) -> None:
    """Refuse a place where no mailing can be, and options for print streams where none is asked for."""
    out = asked.out
    if out.exists() and not out.is_dir():
        raise UsageError(Problem(Where(str(out)), "is a file", "name a folder for the mailing"))
    if out.resolve() == folder:
        raise UsageError(Problem(Where(str(out)), "is the deal's own folder", "name another folder for the mailing"))
    refuse_released(out)
    _refuse_others(out)
    if asked.password is not None and asked.scheduler:
        what = "would send what opens the files to the machines of a cluster"
        raise UsageError(Problem(Where("--encrypt"), what, "mail these files without --scheduler"))
    if asked.corrects is not None and asked.html:
        what = "replaces statements that are printed"
        raise UsageError(Problem(Where("--corrects"), what, "mail HTML files anew into a folder of their own"))
    if asked.corrects is not None and asked.scheduler:
        what = "is worked out on this machine"
        raise UsageError(Problem(Where("--corrects"), what, "leave out --scheduler: few statements are made"))
    for option, what in _of_streams(asked) if not asked.stream else ():
        problem = Problem(Where(option), f"{what}, and none is asked for", "leave it out, or ask for --stream too")
        raise UsageError(problem)


def _refuse_others(out: Path) -> None:
    """Refuse a folder in which no mailing was made, and others have files where its own would be."""
    if (out / KEPT).exists() or not out.is_dir():
        return
    there = sorted(path.name for path in out.iterdir() if path.name == FOLDER or WHOLE.fullmatch(path.name))
    if there and "control.json" not in there:
        remedy = "name another folder with --out, or move it"
        problems = [Problem(Where(f"{out}/{name}"), "lies there, and no mailing made it", remedy) for name in there]
        raise UsageError(problems)


def _of_streams(asked: Asked) -> Iterator[tuple[str, str]]:
    """The options that are given and are about print streams alone, and what each does."""
    if asked.pages_per_file is not None:
        yield "--pages-per-file", "parts print streams"
    if asked.printing.order != Order.REGISTER:
        yield "--order", "sorts print streams"
    if asked.printing.marks != Marks.NONE:
        yield "--marks", "marks print streams"
    if asked.printing.duplex:
        yield "--duplex", "fills the sheets of print streams"
