"""The options by which any verb writes a report, and writing it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

if TYPE_CHECKING:
    from lexdocs.checks.reports.record import Report

ReportOption = Annotated[str, typer.Option("--report", metavar="FORM", help="text, json, junit, sarif or github.")]
ReportFileOption = Annotated[
    Optional[Path],  # noqa: UP045  the library reads annotations at run time
    typer.Option("--report-file", metavar="FILE", help="Write the report to this file, and text to the screen."),
]
TodayOption = Annotated[
    Optional[str],  # noqa: UP045  as above
    typer.Option("--today", metavar="DATE", help="The day by which acceptances expire; the real one when left out."),
]


def checked_form(form: str) -> str:
    """The form that is asked for. Raises `UsageError` for one that there is not."""
    from lexdocs.checks.reports.forms import FORMS
    from lexdocs.errors import Problem, UsageError, Where, did_you_mean

    if form not in FORMS:
        remedy = did_you_mean(form, FORMS) or f"choose {', '.join(FORMS)}"
        raise UsageError(Problem(Where("--report"), f'"{form}" is not a form of report', remedy))
    return form


def day(today: str | None) -> datetime.date:
    """The day that a person names, or the real one: no calculation and no page reads it, only acceptances do.

    Raises `UsageError` for what is not a date.
    """
    from lexdocs.errors import Problem, UsageError, Where
    from lexdocs.notation.error import NotationError
    from lexdocs.notation.forms import parse
    from lexdocs.notation.units import Unit

    if today is None:
        return datetime.datetime.now(tz=datetime.UTC).date()
    for read in (datetime.date.fromisoformat, lambda text: parse(Unit.DATE, text)):
        try:
            found = read(today.strip())
        except (NotationError, ValueError):
            continue
        if isinstance(found, datetime.date):
            return found
    raise UsageError(Problem(Where("--today"), f'"{today}" is not a date', "write it like 2012-03-15"))


def version() -> str:
    """The version of lexdocs that runs."""
    import sys

    return str(getattr(sys.modules["lexdocs"], "__version__", ""))


def emit(report: Report, folders: Iterable[Path], form: str, file: Path | None, text: str | None = None) -> None:
    """Write a report in a form: to standard output, or to a file, with text on standard output beside it.

    `folders` are those in which its files lie; they are named from where the verb was run. `text` is what the verb says
    in its own words, in place of the results in lines.
    """
    from lexdocs.checks.reports.forms import FORMS
    from lexdocs.checks.reports.places import Places
    from lexdocs.outputs.files import write

    placed = Places(Path.cwd(), tuple(folders)).report(replace(report, version=version()))
    forms = dict(FORMS) if text is None else {**FORMS, "text": lambda _: text}
    if file is None:
        typer.echo(forms[form](placed), nl=False)
        return
    write(file.parent, file.name, forms[form](placed))
    typer.echo(forms["text"](placed), nl=False)


@contextmanager
def reporting(verb: str, folders: list[Path], form: str, file: Path | None) -> Iterator[None]:
    """What cannot be read is a result of the report too, before it ends the run as it always does.

    `folders` may be filled while the verb runs. In text, problems are told on standard error alone.
    """
    from lexdocs.errors import LexdocsError

    checked_form(form)
    try:
        yield
    except LexdocsError as error:
        from lexdocs.checks.reports.adapters import of_problem
        from lexdocs.checks.reports.record import Report

        if form != "text":
            emit(Report(verb, "", "", tuple(of_problem(each) for each in error.problems)), folders, form, file)
        raise
