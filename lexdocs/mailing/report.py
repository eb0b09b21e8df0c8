"""The control sheet of a mailing: one page that a person signs for, printed from its control and from nothing else."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from lexdocs.mailing.control import REPORT, Control, Total
from lexdocs.mailing.ticket import in_words
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.outputs.html import page
from lexdocs.outputs.pdf import Paper, house_style
from lexdocs.writing.house import printer

_REASONS = 6  # that are told one by one
_NUMBERS = 8  # of withdrawn statements
_LONGEST = 90  # characters of a reason
_TERMS = "term-sheet.yaml"
_LAYOUT = "control control-sheet"


@dataclass(frozen=True)
class _Sheet:
    """What the page is made of."""

    title: str
    body: str
    layout: str
    running_head: str = ""


@dataclass(frozen=True)
class Signed:
    """Who released a mailing, and on what day."""

    maker: str
    checker: str
    on: datetime.date


def report_of(control: Control, legend: str, signed: Signed | None = None) -> Paper:
    """The control sheet as a PDF, the same bytes for the same control; `legend` is the deal's, at its foot.

    Until it is signed, it says that the mailing is a proof, and leaves room for two names.
    """
    body = "\n".join(_body(control, signed))
    title = f"Control sheet: {control.deal}, {control.event}"
    for layout in (_LAYOUT, f"{_LAYOUT} dense"):
        made = printer().print(page(_Sheet(title, body, layout), css=house_style(), legend=legend), REPORT)
        if made.pages == 1:
            break
    return made


def _body(control: Control, signed: Signed | None) -> Iterator[str]:
    kind = "Proof: not released" if signed is None else "Released"
    yield f'<p class="document-kind{"" if signed is None else " released"}">{kind}</p>'
    yield '<h1 id="control">Mailing control sheet</h1>'
    yield from _facts(control, signed)
    yield from _counts(control)
    yield from _totals(control.totals)
    yield from _sample(control)
    yield from _reasons(control)


def _facts(control: Control, signed: Signed | None) -> Iterator[str]:
    digest = _words(control.terms_sha256.get(_TERMS, ""))
    assumed = "; ".join(f"{path} = {value}" for path, value in control.assumed)
    rows = [
        ("Deal and event", f"{_words(control.deal)}, {_words(control.event)}"),
        ("Statement", f"{_words(control.document)}, by lexdocs {_words(control.lexdocs)}"),
        ("As of", _words(control.as_of)),
        *([("Print job", _words(in_words(control.job)))] if control.job else []),
        *([("Assumed", _words(assumed))] if assumed else []),
        ("Term sheet, SHA-256", f'<span class="digest">{digest}</span>'),
        ("Maker", _words(signed.maker) if signed else ""),
        ("Checker", _words(signed.checker) if signed else ""),
        ("Released on", _words(write(signed.on, Unit.DATE)) if signed else ""),
    ]
    yield '<table class="facts"><tbody>'
    for name, said in rows:
        kind = "" if said else ' class="to-sign"'
        yield f'<tr{kind}><th scope="row">{name}</th><td>{said}</td></tr>'
    yield "</tbody></table>"


def _counts(control: Control) -> Iterator[str]:
    streams = len(control.streams)
    rows = [
        ("Statements stamped", control.stamped),
        ("Statements rendered page by page", len(control.rendered)),
        ("Exceptions: without a statement", len(control.failed)),
    ]
    rows += [("Released statements that stand", control.corrects["unchanged"])] if control.corrects else []
    below = [(f"Pages, in {streams:,} print stream{'s' if streams != 1 else ''}", control.pages)]
    below += [("Rows of register and log set aside before", control.aside)] if control.aside else []
    yield '<table class="ledger"><caption>Holders and statements</caption><thead><tr><th scope="col">Holders</th>'
    yield '<th scope="col" class="number">Count</th></tr></thead><tbody>'
    yield from (f'<tr><th scope="row">{name}</th><td class="number">{count:,}</td></tr>' for name, count in rows)
    yield '</tbody><tfoot><tr class="total"><th scope="row">Holders in</th>'
    yield f'<td class="number">{control.holders:,}</td></tr>'
    yield from (f'<tr><th scope="row">{name}</th><td class="number">{count:,}</td></tr>' for name, count in below)
    yield "</tfoot></table>"
    if control.corrects:
        yield from _corrections(control.corrects)


def _corrections(told: Mapping[str, Any]) -> Iterator[str]:
    """What has become of the statements of the mailing that is corrected; those withdrawn by number."""
    withdrawn = [number for _, number in told["withdrawn"]]
    yield '<table class="ledger"><caption>Corrections of the released mailing</caption><tbody>'
    for name, count in (
        ("Unchanged, and not sent again", told["unchanged"]), ("Corrected: replaced by another", told["corrected"]),
        ("New: replace none", told["new"]), ("Withdrawn: no holder any more", len(withdrawn)),
    ):  # fmt: skip
        yield f'<tr><th scope="row">{name}</th><td class="number">{count:,}</td></tr>'
    yield "</tbody></table>"
    digest = f'<span class="digest">{_words(told["manifest_sha256"])}</span>'
    yield f'<p class="table-note">Its manifest, SHA-256: {digest}</p>'
    if withdrawn:
        more = f" and {len(withdrawn) - _NUMBERS:,} more, in control.json" if len(withdrawn) > _NUMBERS else ""
        yield f'<p class="table-note">Withdrawn: no. {_words(", ".join(withdrawn[:_NUMBERS]))}{more}.</p>'


def _totals(totals: Iterable[Total]) -> Iterator[str]:
    some = list(totals)
    yield '<table class="ledger sums"><caption>Sums of the statements against the deal</caption><thead><tr>'
    yield '<th scope="col">Figure</th><th scope="col" class="number">Mailed</th>'
    yield '<th scope="col" class="number">Deal</th><th scope="col" class="number">Residue</th></tr></thead><tbody>'
    for total in some:
        cells = "".join(_amount(each) for each in (total.mailed, total.deal, total.residue))
        yield f'<tr><th scope="row">{_named(total.figure)}</th>{cells}</tr>'
    yield "</tbody></table>"
    ties = "Every sum ties." if _tie(some) else "Not every sum ties: the residue must be explained."
    yield f'<p class="table-note">The residue is the deal less what was mailed. {ties}</p>'


def _sample(control: Control) -> Iterator[str]:
    """What came of the sample that was rendered the long way; no holder is named."""
    sample = control.sample
    count, differ = len(sample.holders), len({label for label, *_ in sample.apart})
    if not count:
        said = "No statement was rendered the long way and compared."
    else:
        said = f"Rendered the long way and compared: {count:,} of the stamped statements, "
        said += f"of {sample.shapes:,} of {sample.of_shapes:,} shapes. "
        said += "Pages, words, their places and the picture: " if not differ else ""
        said += "all are the same." if not differ else f"{differ:,} differ, which must be explained."
    yield f'<p class="table-note">{said}</p>'


def _tie(totals: Iterable[Total]) -> bool:
    return not any(each.residue.strip("-0.") for each in totals)


def _reasons(control: Control) -> Iterator[str]:
    """Why statements were not stamped, with how many there are of each reason; no holder is named."""
    for caption, found in (
        ("Rendered page by page, by reason", Counter(_reason(why, label) for label, why in control.rendered)),
        ("Exceptions, by reason", Counter(_reason(why[0], label) for label, why in control.failed)),
    ):
        if not found:
            continue
        told = found.most_common(_REASONS)
        rest = found.total() - sum(count for _, count in told)
        yield f'<table class="ledger"><caption>{caption}</caption><tbody>'
        for why, count in [*told, *([("other reasons", rest)] if rest else [])]:
            yield f'<tr><th scope="row">{_words(why)}</th><td class="number">{count:,}</td></tr>'
        yield "</tbody></table>"


def _reason(why: str, label: str) -> str:
    """A reason without its holder, and no longer than a line."""
    said = " ".join(why.replace(label, "…").split())
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


def _amount(said: str) -> str:
    """An amount, or a count, as a cell; under one another they stand by the decimal point.

    >>> print(_amount("-1234.50"), _amount("44690"), _amount("0.00"))
    <td class="number minus">(1,234.50)</td> <td class="number whole">44,690</td> <td class="number whole">—</td>

    A sum of shares of a thing, such as of warrants before they are rounded, can be a fraction.

    >>> print(_amount("28561/46"))
    <td class="number whole">620 41/46</td>
    """
    if not said.strip("-0."):
        return '<td class="number whole">—</td>'
    whole, point, places = said.lstrip("-").partition(".")
    count, _, parts = whole.partition("/")
    units, rest = divmod(int(count), int(parts or 1))
    form = f"{units:,}{point}{places}" if not rest else f"{units:,} {rest}/{parts}" if units else f"{rest}/{parts}"
    form, minus = (f"({form})", " minus") if said.startswith("-") else (form, "")
    return f'<td class="number{minus}{"" if point else " whole"}">{form}</td>'


def _named(figure: str) -> str:
    """A figure's name in words.

    >>> _named("holder_installment[2001-09-30]")
    'Holder installment, 2001-09-30'
    """
    name, _, key = figure.removesuffix("]").partition("[")
    words = " ".join(name.split("_"))
    return _words(words[:1].upper() + words[1:] + (f", {key}" if key else ""))


def _words(text: str) -> str:
    """A text that is nothing but words, whatever is in it."""
    return escape(re.sub(r"[\x00-\x1f]", " ", text), quote=True)
