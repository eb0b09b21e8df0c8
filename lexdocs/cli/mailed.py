"""What a mailing came to, as it is told on the screen: holders, forms, reasons, residues, and who is without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from lexdocs.cli.allocate import left_out, told
from lexdocs.cli.common import say

if TYPE_CHECKING:
    from lexdocs.mailing.control import Control
    from lexdocs.mailing.mail import Mailed
    from lexdocs.mailing.sampling import Sample

_SHOWN = 10  # reasons for which holders are without a statement that are told at most
_REASONS = 3  # for which statements are rendered page by page


def tell(made: Mailed, pages_per_file: int | None) -> None:
    """Tell it: what was asked for on standard output, what one has to look at beside it."""
    from lexdocs.mailing.ticket import in_words

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
    for line in left_out(made.log.later, made.log.not_counted, control.as_of):
        typer.echo(line)
    for line in _without(control):
        say(line)
    if control.unchanged:
        typer.echo("nothing changed since this was mailed: all of it lies there already")
    else:
        typer.echo(f"{made.shards - made.again:,} of {made.shards:,} shards were worked out; every page says PROOF")


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


def _say_sample(sample: Sample) -> None:
    if sample.holders:
        of = f"{len(sample.holders):,} statements of {sample.shapes:,} of {sample.of_shapes:,} shapes"
        typer.echo(f"{of} rendered the long way and compared: {len(sample.apart) or 'none'} differ")
    for line in sample.told():
        say(f"{line}: differs from what the long way makes")
