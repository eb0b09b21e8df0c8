"""`lexdocs build`: the documents of a deal, to HTML, PDF and text."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from lexdocs.cli.common import AsOfOption, AssumeOption, DealArgument, open_named_life, output_of, say, say_problems

if TYPE_CHECKING:
    from lexdocs.documents.document import Document
    from lexdocs.errors import Problem


def build(
    deal: DealArgument = None,
    out: Annotated[Optional[Path], typer.Option("--out", help="Folder to write to; output/DEAL when left out.")] = None,  # noqa: UP045  read at run time
    only: Annotated[Optional[list[str]], typer.Option("--only", help="Only this template; may be given again.")] = None,  # noqa: UP045  read at run time
    formats: Annotated[
        list[str] | None, typer.Option("--format", help="html, pdf or text; may be given again.")
    ] = None,
    large_print: Annotated[
        bool, typer.Option("--large-print", help="Besides, each PDF at 18 points: NAME-large-print.pdf.")
    ] = False,
    assume: AssumeOption = None,
    as_of: AsOfOption = None,
    anew: Annotated[bool, typer.Option("--anew", help="Make all anew, also what would come out the same.")] = False,
) -> None:
    """Build the documents of each of a deal's events to HTML, PDF and text, and save the figures beside them.

    What an earlier build left in the folder, and what would come out the same, is left as it is.
    """
    from lexdocs.checks.coverage import coverage
    from lexdocs.checks.drift import strangers
    from lexdocs.deal import findings, library_of
    from lexdocs.documents.languages.writing import told
    from lexdocs.documents.remarks import remarks
    from lexdocs.errors import Problem, Severity, UsageError, Where, did_you_mean
    from lexdocs.outputs.kept import Kept, read_kept
    from lexdocs.writing.files import write_files
    from lexdocs.writing.forms import FORMATS, LARGE_PRINT
    from lexdocs.writing.words import uncalled, unused, write_words

    for each in formats or ():
        if each not in FORMATS:
            remedy = did_you_mean(each, FORMATS) or "choose html, pdf or text"
            raise UsageError(Problem(Where("--format"), f'"{each}" is not a format', remedy))
    life = open_named_life(deal, assume, as_of)
    folder = output_of(life[-1], out)
    kept = Kept(folder) if anew else read_kept(folder)
    wanted = [*(formats or FORMATS), *([LARGE_PRINT] if large_print else [])]
    words = [write_words(each, only or (), kept, wanted) for each in life]
    # What was read stays to the end: the collector need not walk it again and again while pages print.
    gc.freeze()
    files = write_files(life, words, folder, wanted, kept)
    for name in files.written:
        typer.echo((folder / name).as_posix())
    left_over = strangers(folder, files.written) if not (only or formats) else []
    stale = [
        Problem(Where(name), "stands here from an earlier build", "delete it", Severity.WARNING) for name in left_over
    ]
    documents = [document for each in words for document in each.documents]
    unwritten = [*(problem for each in words for problem in each.problems), *uncalled(life, only or ())]
    covered = {document.name: coverage(document).problems for document in documents}
    uncovered = [problem for problems in covered.values() for problem in problems]
    against = [finding for finding in findings(life[-1], life) if finding.stands]
    translated = [each for at, of in zip(life, words, strict=True) for each in told(library_of(at), of.documents)]
    stale_words = [each for each in translated if each.severity is Severity.ERROR]
    lacking = [problem for document in documents for problem in _lacking(document, formats or ())]
    undecided = [each for at in words for each in at.withheld if each.severity is Severity.WARNING]
    remarked = [each for document in documents for each in remarks(document)]
    strays = unused(life[-1])
    say_problems([
        *unwritten, *undecided, *strays, *files.problems, *files.warnings, *stale, *lacking, *uncovered,
        *dict.fromkeys([*translated, *remarked]),
    ])  # fmt: skip
    for finding in against:
        say(str(finding))
    for name in (name for name, problems in covered.items() if problems):
        kept.forget(name)
    unchanged = [name for each in words for name in each.unchanged]
    kept.save({*kept.documents} if only or formats else {*covered, *unchanged})
    as_before = f", {len(unchanged)} of them as {'they were' if len(unchanged) > 1 else 'it was'}" if unchanged else ""
    total = len(documents) + len(unchanged)
    say(f"{total} document{'s' * (total != 1)}{as_before}, {len(files.written)} files in {folder.as_posix()}")
    failed = [each for each in (*unwritten, *strays) if each.severity is Severity.ERROR]
    if failed or files.problems or not (documents or unchanged):
        raise typer.Exit(4)
    serious = [each for each in files.warnings if each.severity is Severity.ERROR]
    if uncovered or against or serious or stale_words:
        raise typer.Exit(1)


def _lacking(document: Document, formats: Sequence[str]) -> list[Problem]:
    """A warning where a document has none of the formats that were asked for, or not all of them."""
    from lexdocs.errors import Problem, Severity, Where

    has = document.header.formats
    lacks = [each for each in formats if each not in has]
    if not lacks:
        return []
    what = f"has no form in {' or '.join(lacks)}"
    remedy = f"its template names {', '.join(has)}; build one of these, or add to formats in its header"
    return [Problem(Where(document.name), what, remedy, Severity.WARNING)]
