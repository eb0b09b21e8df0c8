"""`lexdocs tieout`: every number and name of a text that somebody else wrote or edited, held against the deal."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from lexdocs.cli.common import AsOfOption, AssumeOption, open_named_life, say
from lexdocs.cli.reporting import ReportFileOption, ReportOption, TodayOption, day, emit, reporting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lexdocs.checks.reading.passage import Reading
    from lexdocs.checks.texts import Tied

_PAGES = (".html", ".htm")
_COPY = "<title>Tie-out of "


def tieout(
    words: Annotated[list[str], typer.Argument(metavar="[DEAL] FILE", help="A deal, if one is named, and the files.")],
    assume: AssumeOption = None,
    as_of: AsOfOption = None,
    kind: Annotated[
        Optional[str],  # noqa: UP045  the library reads annotations at run time
        typer.Option("--as", metavar="TEMPLATE", help="What the files are, as press-releases/commencement."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Show every number and name, the sound ones too.")] = False,
    marked: Annotated[
        Optional[Path],  # noqa: UP045  as above
        typer.Option(
            "--marked", metavar="FILE.html", help="Write a marked copy with proofs; of more files FILE-2.html…"
        ),
    ] = None,
    report: ReportOption = "text",
    report_file: ReportFileOption = None,
    today: TodayOption = None,
) -> None:
    """Tie out files: each number and name is tied, contradicted, unexplained or set aside; exit 1 where any is not."""
    from lexdocs.checks.reading.files import read_files
    from lexdocs.checks.reports.tying_text import closing, tying_text
    from lexdocs.checks.texts import tie
    from lexdocs.resources import find_deal

    folders = [Path.cwd()]
    with reporting("tieout", folders, report, report_file):
        asked = day(today)
        name, files = _parted(words)
        copies = _copies(marked, files, report_file)
        readings = read_files(files)
        source = find_deal(name, Path.cwd())
        folders += [source, source / "templates"]
        tied = tie(open_named_life(str(source), assume, as_of), readings, source, asked, kind)
        _write(copies, readings, tied)
    named = [reading.file for reading in readings]
    emit(tied.report, folders, report, report_file, tying_text(tied.report, named, every=every))
    if report != "text" and report_file is None:
        for line in closing(tied.report, named):
            say(line)
    for copy in copies.values():
        say(f"marked copy: {copy}")
    if tied.report.stands:
        raise typer.Exit(1)


def _parted(words: Sequence[str]) -> tuple[str | None, list[Path]]:
    """The deal, where the first word is one, and the files, each once."""
    from lexdocs.errors import Problem, UsageError, Where
    from lexdocs.resources import bundled_deals

    first, *rest = words
    path = Path(first)
    # A word that is no file, has no ending and stands before others can only be meant for a deal.
    meant = bool(rest) and not path.exists() and not path.suffix
    named = path.is_dir() or (first in bundled_deals() and not path.is_file()) or meant
    files = rest if named else words
    if not files:
        remedy = "name a text or a page: lexdocs tieout DEAL FILE"
        raise UsageError(Problem(Where("tieout"), "no file is named", remedy))
    return (first if named else None), list({os.path.realpath(each): Path(each) for each in files}.values())


def _copies(marked: Path | None, files: Sequence[Path], report_file: Path | None) -> Mapping[str, Path]:
    """Where the marked copy of each file goes. Raises `UsageError` where that, or the report, would cost a file."""
    from lexdocs.errors import Problem, UsageError, Where

    inputs = {os.path.realpath(file) for file in files}
    if report_file is not None and os.path.realpath(report_file) in inputs:
        raise UsageError(Problem(Where("--report-file"), f"{report_file} is a file to tie out", "name another"))
    if marked is None:
        return {}
    if marked.suffix.lower() not in _PAGES:
        raise UsageError(Problem(Where("--marked"), f"{marked} is no name of a page", "let it end in .html"))
    copies = {
        str(file): marked if number == 1 else marked.with_name(f"{marked.stem}-{number}{marked.suffix}")
        for number, file in enumerate(files, 1)
    }
    problems = []
    for copy in copies.values():
        if os.path.realpath(copy) in inputs:
            problems.append(Problem(Where("--marked"), f"{copy} is a file to tie out", "name another"))
        elif report_file is not None and os.path.realpath(copy) == os.path.realpath(report_file):
            problems.append(Problem(Where("--marked"), f"{copy} is the report's file", "name another"))
        elif copy.exists() and not _is_copy(copy):
            problems.append(Problem(Where("--marked"), f"{copy} is there and is no marked copy", "name another"))
    if problems:
        raise UsageError(problems)
    return copies


def _is_copy(path: Path) -> bool:
    """Whether a file is a marked copy, which may be written again."""
    try:
        with path.open(encoding="utf-8") as file:
            return _COPY in file.read(1000)
    except (OSError, UnicodeDecodeError):
        return False


def _write(copies: Mapping[str, Path], readings: Sequence[Reading], tied: Tied) -> None:
    from lexdocs.checks.tieout.marked import marked
    from lexdocs.outputs.files import write

    for reading in readings:
        if reading.file in copies:
            path = copies[reading.file]
            write(path.parent, path.name, marked(reading, tied.found, tied.books[reading.file]))
