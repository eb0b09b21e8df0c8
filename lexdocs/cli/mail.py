"""`lexdocs mail`: a statement for every holder of a register, in print streams or files, and totals that tie."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from lexdocs.cli.allocate import told
from lexdocs.cli.common import AsOfOption, AssumeOption, DealArgument, mail_named, say
from lexdocs.mailing.printing import PLAIN, Marks, Order, Printing

if TYPE_CHECKING:
    from lexdocs.mailing.control import Control
    from lexdocs.mailing.sampling import Sample

VARIABLE = "LEXDOCS_PASSWORD"
_SHOWN = 10  # reasons for which holders are without a statement that are told at most
_REASONS = 3  # for which statements are rendered page by page


def mail(
    deal: DealArgument = None,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="The folder; output/DEAL/mailing when left out.")
    ] = Path(),
    document: Annotated[
        str, typer.Option("--document", help="The template that is mailed; the statement if left out.")
    ] = "",
    as_of: AsOfOption = None,
    assume: AssumeOption = None,
    exceptions: Annotated[
        Optional[Path],  # noqa: UP045  the library reads annotations at run time
        typer.Option("--exceptions", metavar="FILE.csv", help="Set bad rows aside in this file instead of refusing."),
    ] = None,
    stream: Annotated[bool, typer.Option("--stream", help="Print streams; so it is when left out.")] = False,
    each: Annotated[
        bool,
        typer.Option("--each", help="A tagged PDF for each holder: instead of print streams, or with --stream too."),
    ] = False,
    html: Annotated[
        bool, typer.Option("--html", help="An HTML file for each holder: alone, or with --stream or --each too.")
    ] = False,
    encrypt: Annotated[
        bool, typer.Option("--encrypt", help="Encrypt the files of --each (AES-256) with a password.")
    ] = False,
    password_file: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--password-file", metavar="FILE", help=f"Has the password in one line; or set {VARIABLE}, with --encrypt."
        ),
    ] = None,
    corrects: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--corrects", metavar="DIR", help="A released mailing: new statements for those that have changed since."
        ),
    ] = None,
    pages_per_file: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--pages-per-file", min=1, help="Several print streams, each of so many pages at most."),
    ] = None,
    order: Annotated[
        Order, typer.Option("--order", help="Print streams as the register stands, or by country and postal code.")
    ] = Order.REGISTER,
    marks: Annotated[
        Marks, typer.Option("--marks", help="What an inserter reads on each sheet of a print stream.")
    ] = Marks.NONE,
    marks_at: Annotated[
        str, typer.Option("--marks-at", metavar="LEFT,BOTTOM", help="Where marks stand: mm from the two edges.")
    ] = f"{PLAIN.left},{PLAIN.bottom}",
    duplex: Annotated[
        bool, typer.Option("--duplex", help="Print streams for both sides: a statement begins on a front.")
    ] = False,
    sample: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option(
            "--sample",
            min=0,
            max=40,
            metavar="N",
            help="Statements that are rendered the long way and compared, 0 for none; 3, and more for many holders.",
        ),
    ] = None,
    jobs: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--jobs", min=1, help="Processes; as many as there are processors when left out."),
    ] = None,
    scheduler: Annotated[
        str, typer.Option("--scheduler", metavar="tcp://HOST:PORT", help="A Dask cluster whose workers do the work.")
    ] = "",
    shared: Annotated[
        str,
        typer.Option("--shared", metavar="URL", help="A folder or s3://… that its workers see too."),
    ] = "",
) -> None:
    """Mail: a statement for every holder as print streams or files, a manifest, and totals held against the deal's."""
    from lexdocs.mailing.asked import Asked
    from lexdocs.mailing.passwords import password_of
    from lexdocs.mailing.ticket import in_words

    printing = Printing(order, marks, duplex, *_edges(marks_at))
    locked = encrypt or password_file is not None
    password = password_of(password_file, os.environ.get(VARIABLE), VARIABLE) if locked else None
    asked = Asked(
        Path(), out, document, exceptions=exceptions, pages_per_file=pages_per_file,
        jobs=jobs or (1 if scheduler else os.cpu_count() or 1), stream=stream or not (each or html), each=each,
        html=html, password=password, printing=printing, sample=sample, scheduler=scheduler, shared=shared,
        corrects=corrects,
    )  # fmt: skip
    made = mail_named(deal, asked, assume, as_of)
    control = made.control
    for line in _counted(control):
        typer.echo(line)
    typer.echo(f"{control.stamped:,} stamped, {len(control.rendered):,} rendered, {', '.join(_forms(control))}")
    for line in _reasons(control):
        say(line)
    for line in _beyond(control, pages_per_file):
        say(line)
    if control.job:
        typer.echo(f"Print job {in_words(control.job)}")
    for line in _residues(control):
        say(line)
    _say_sample(control.sample)
    if made.exceptions is not None:
        for line in told(made.exceptions):
            typer.echo(line)
    for line in _without(control):
        say(line)
    if control.unchanged:
        typer.echo("nothing changed since this was mailed: all of it lies there already")
    else:
        typer.echo(f"{made.shards - made.again:,} of {made.shards:,} shards were worked out; every page says PROOF")
    if not control.ties:
        raise typer.Exit(1)
    if control.failed:
        raise typer.Exit(5)


def _counted(control: Control) -> Iterator[str]:
    """The holders by what they have, and in a correction what has become of the statements that were released."""
    told = control.corrects
    stand = f" + {told['unchanged']:,} unchanged" if told else ""
    without = f"{len(control.failed):,} without one"
    yield f"{control.holders:,} holders = {control.statements:,} statements{stand} + {without}"
    if told:
        counts = ", ".join(f"{told[each]:,} {each}" for each in ("unchanged", "corrected", "new"))
        yield f"{counts}, {len(told['withdrawn']):,} withdrawn"


def _reasons(control: Control) -> Iterator[str]:
    """Why statements were rendered page by page, the commonest reasons first."""
    reasons = Counter(why for _, why in control.rendered).most_common()
    for why, count in reasons[:_REASONS]:
        yield f"{count:,} of {control.statements:,} rendered page by page: {why}"
    if others := sum(count for _, count in reasons[_REASONS:]):
        yield f"{others:,} more rendered page by page, for other reasons: in control.json"


def _without(control: Control) -> Iterator[str]:
    """Holders without a statement; those with the same reason are told together."""
    alike: dict[str, list[str]] = {}
    for label, problems in control.failed:
        alike.setdefault("; ".join(problems), []).append(label)
    for why, labels in list(alike.items())[:_SHOWN]:
        more = f" and {len(labels) - 1:,} more" if len(labels) > 1 else ""
        yield f"{labels[0]}{more}: {why}"
    if left := sum(map(len, list(alike.values())[_SHOWN:])):
        yield f"and {left:,} more without a statement, in manifest.jsonl"


def _residues(control: Control) -> Iterator[str]:
    """The sums that are not the deal's."""
    for total in control.totals:
        if total.residue.strip("0.-"):
            held = f"the deal's {total.total} is {total.deal}; residue {total.residue}"
            yield f"{total.figure}: mailed {total.mailed}, {held}"


def _beyond(control: Control, most: int | None) -> Iterator[str]:
    """The print streams that are longer than was asked for, since no statement is parted."""
    pages = [control.files[name]["pages"] for name in control.streams]
    if most is not None and (long := [count for count in pages if count > most]):
        files = "print stream has" if len(long) == 1 else "print streams have"
        asked = f"{most:,} page{'s' if most > 1 else ''}"
        what = f"{len(long):,} {files} more than {asked}, {max(long):,} at most, for no statement is parted"
        yield f"--pages-per-file: {what}; ask for {max(long):,} or more"


def _forms(control: Control) -> Iterator[str]:
    """How much there is of each form."""
    if streams := len(control.streams):
        yield f"{control.pages:,} pages in {streams:,} print stream{'s' if streams != 1 else ''}"
    if control.singles:
        how = ", encrypted" if control.singles.get("encrypted") else ""
        yield f"{control.singles['pages']:,} pages in {control.singles['files']:,} single files{how}"
    if control.html:
        own = control.html.get("rendered", 0)
        yield f"{control.html['files']:,} HTML files{f', {own:,} of them made one by one' if own else ''}"


def _edges(said: str) -> tuple[str, str]:
    """Millimetres from the left and the lower edge, from what is typed."""
    from lexdocs.errors import Problem, UsageError, Where

    found = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,2})?),([0-9]{1,3}(?:\.[0-9]{1,2})?)", said.replace(" ", ""))
    if found is None:
        what = f'"{said}" is not two lengths in millimetres'
        raise UsageError(Problem(Where("--marks-at"), what, "write the left one and the lower one, such as 4,105"))
    return found[1], found[2]


def _say_sample(sample: Sample) -> None:
    if sample.holders:
        of = f"{len(sample.holders):,} statements of {sample.shapes:,} of {sample.of_shapes:,} shapes"
        typer.echo(f"{of} rendered the long way and compared: {len(sample.apart) or 'none'} differ")
    for line in sample.told():
        say(f"{line}: differs from what the long way makes")
