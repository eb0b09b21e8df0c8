"""`lexdocs validate`: what is wrong with the inputs, what their sources state, and what the rules say of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from lexdocs.cli.common import (
    AsOfOption,
    AssumeOption,
    DealArgument,
    open_named,
    open_named_life,
    say,
    say_problems,
)
from lexdocs.cli.reporting import ReportFileOption, ReportOption, TodayOption, day, emit, reporting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lexdocs.checks.reviewed import Reviewed
    from lexdocs.checks.sources import Sources
    from lexdocs.deal import Deal


def validate(
    deal: DealArgument = None,
    assume: AssumeOption = None,
    as_of: AsOfOption = None,
    sources: Annotated[
        Optional[Path],  # noqa: UP045  the library reads annotations at run time
        typer.Option("--sources", metavar="DIR", help="Hold each term against its source among the files of a folder."),
    ] = None,
    report: ReportOption = "text",
    report_file: ReportFileOption = None,
    today: TodayOption = None,
) -> None:
    """Read everything and report all problems at once, terms without a source, and what the rules say."""
    from lexdocs.resources import find_deal

    folders: list[Path] = []
    with reporting("validate", folders, report, report_file):
        from lexdocs.checks.reviewed import review, terms_of

        asked = day(today)
        files = _files(sources)
        source = find_deal(deal, Path.cwd())
        folders += [source, source / "templates", Path.cwd()]
        # The terms of every event and the log at its moment are read too, as `build` reads them.
        life = open_named_life(str(source), assume, as_of)
        opened = open_named(str(source), assume, as_of)
        held = None
        if sources is not None:
            from lexdocs.checks.sources import held_against_files

            held, unread = held_against_files(life, terms_of(opened), files)
            say_problems(unread)
        found = review(opened, life, source, asked, held)
    say_problems([*found.problems, *found.warnings])
    emit(found.report, folders, report, report_file, "".join(f"{line}\n" for line in _lines(opened, found, held)))
    _close(found, held)
    if found.problems:
        raise typer.Exit(3)
    if found.report.stands:
        raise typer.Exit(1)


def _files(folder: Path | None) -> list[Path]:
    """The files of a folder of sources, those in folders of it too. Raises `UsageError` where there are none."""
    from lexdocs.errors import Problem, UsageError, Where

    if folder is None:
        return []
    remedy = "name a folder that holds the sources as text or HTML"
    if not folder.is_dir():
        what = f"{folder} is a file" if folder.exists() else f"there is no folder {folder}"
        raise UsageError(Problem(Where("--sources"), what, remedy))
    inside = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    files = [path for path in inside if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not files:
        raise UsageError(Problem(Where("--sources"), f"there is no file in {folder}", remedy))
    return files


def _lines(deal: Deal, found: Reviewed, held: Sources | None) -> Iterator[str]:
    """What is told of a deal, apart from problems: sources, the log, the rules, the rounding."""
    from lexdocs.checks.reports.text import weighed

    if held is not None:
        yield from (str(each) for each in held.terms)
        yield from (f"{file}: is no source that the deal names" for file in held.strays)
    else:
        for leaf in found.assumed:
            by = leaf.assumption.by if leaf.assumption else ""
            yield f"{leaf.where} {leaf.path}: assumed by {by}: {leaf.written}"
        yield from (f"{leaf.where} {leaf.path}: no source is named" for leaf in found.unsourced)
    if deal.terms.log:
        yield from (f"{remark}; it does not count" for remark in deal.terms.log.remarks())
        yield from deal.terms.log.idle_waivers()
    yield from (str(finding) for finding in found.findings)
    own = ("direction", "term/", "acceptance-expired", "accepts-nothing")
    yield from (weighed(each) for each in found.report.results if each.rule_id.startswith(own))
    others = (each for each in found.report.results if each.accepted and not each.rule_id.startswith(own))
    yield from (weighed(each) for each in others)


def _close(found: Reviewed, held: Sources | None) -> None:
    terms, assumed, unsourced = len(found.terms), len(found.assumed), len(found.unsourced)
    named = f"{terms - assumed - unsourced} with a source, {assumed} assumed, {unsourced} without a source"
    say(f"{terms} terms: {named}")
    if held is not None:
        from lexdocs.checks.sources import Standing

        say("their sources: " + ", ".join(f"{held.count(each)} {each}" for each in Standing))
        say(f"{len(held.strays)} files are no source of the deal")
