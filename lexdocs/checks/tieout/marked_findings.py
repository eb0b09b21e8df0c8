"""What somebody must look at, and the sheet in front of a marked copy: counts, key of marks, places for initials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lexdocs.checks.reading.passage import Reading
from lexdocs.checks.tieout.item import Item, Outcome, TieOut
from lexdocs.checks.tieout.marked_html import heads, said
from lexdocs.checks.tieout.marked_proofs import where
from lexdocs.checks.tieout.marked_references import SIGNS, References
from lexdocs.checks.tieout.marked_words import Numbered
from lexdocs.notation.nouns import plural

_MEANS = {
    Outcome.TIED: "has the value of the figure whose number it bears",
    Outcome.ROUNDED: "is that figure rounded: the true value lies where it must",
    Outcome.CONTRADICTED: "stands where that figure belongs, and differs from it",
    Outcome.AMBIGUOUS: "may be one of several figures",
    Outcome.UNEXPLAINED: "is no figure of the deal",
    Outcome.SET_ASIDE: "is a citation, a number of a page or a paragraph, or a label",
}
_ORDER = (Outcome.CONTRADICTED, Outcome.UNEXPLAINED, Outcome.AMBIGUOUS)
TIES = (
    "This ties to the terms and does not say that it is correct: "
    "a number that follows from a wrong term ties all the same."
)


def front(reading: Reading, items: Sequence[Item], found: TieOut) -> str:
    """The first sheet: what was held against what, how it ended, what the marks mean, and who signs for it."""
    title = f"<dt>Its title</dt><dd>{said(reading.title)}</dd>" if reading.title else ""
    held = f"<dt>Held against</dt><dd>term sheet SHA-256 <code>{said(found.terms_sha256)}</code></dd>"
    made = [
        "<header>",
        '<p class="kind">Tie-out</p>',
        f"<h1>Marked copy of {said(reading.file)}</h1>",
        f'<dl class="facts">{title}{held}</dl>',
        f'<p class="ties">{TIES}</p>',
        *_counts(items),
        _signed(),
        "</header>",
    ]
    return "\n".join(made)


def _counts(items: Sequence[Item]) -> Iterator[str]:
    """How many items ended in each way, which is the key of the marks too."""
    yield '<div class="scroll" tabindex="0"><table class="counts"><caption>Numbers and names by outcome</caption>'
    yield heads("Mark", "Outcome", "Count", "What is so marked")
    yield "<tbody>"
    for outcome, means in _MEANS.items():
        count = sum(item.outcome is outcome for item in items)
        name = f'<th scope="row">{outcome.value}</th>'
        yield f'<tr><td>{_sample(outcome)}</td>{name}<td class="figures">{count:,}</td><td>{means}</td></tr>'
    irregular = sum(bool(item.irregular) for item in items)
    remark = f'of these {irregular:,} written irregularly, marked <span class="sic">sic</span>'
    total = f'<th scope="row">together</th><td class="figures">{len(items):,}</td>'
    remark += "; a number inside a name bears the name’s mark"
    yield f"</tbody><tfoot><tr><td></td>{total}<td>{remark}</td></tr></tfoot>"
    yield "</table></div>"


def _sample(outcome: Outcome) -> str:
    """What a mark looks like."""
    sign = SIGNS[outcome]
    reference = {Outcome.AMBIGUOUS: "A", Outcome.UNEXPLAINED: "B", Outcome.SET_ASIDE: "i"}.get(outcome, "7")
    beside = f'<span class="ref {sign.name}">{reference}<span class="sign">{sign.text}</span></span>'
    return f'<span class="item number {sign.name}">$1,250</span>\u2060{beside}'


def _signed() -> str:
    rows = [f'<tr><th scope="row">{who}</th><td></td><td></td></tr>' for who in ("Prepared by", "Reviewed by")]
    head, body = heads("Signed", "Initials", "Date"), "".join(rows)
    return f'<table class="signed"><caption>Prepared and reviewed</caption>{head}<tbody>{body}</tbody></table>'


def findings(reading: Reading, items: Sequence[Numbered], found: TieOut, references: References) -> str:
    """Everything that somebody must look at: items, facts said in two ways, and what is not stated."""
    made = [*_items(items, references), *_discords(reading, found), *_omitted(reading, found)]
    return "\n".join(made or ["<p>Nothing: every number and name ties or is set aside, and nothing is left out.</p>"])


def _items(items: Sequence[Numbered], references: References) -> Iterator[str]:
    groups = [(outcome.value, [each for each in items if each.item.outcome is outcome]) for outcome in _ORDER]
    groups.append(("irregular", [each for each in items if each.item.irregular]))
    if not any(group for _, group in groups):
        return
    yield '<div class="scroll" tabindex="0"><table class="findings"><caption>Numbers and names</caption>'
    yield heads("Ref.", "Where", "What stands there", "What belongs there", "Remark")
    for title, group in groups:
        if group:
            yield f'<tbody><tr class="group"><th scope="rowgroup" colspan="5">{title}: {len(group):,}</th></tr>'
            yield from (_row(each, references, title == "irregular") for each in group)
            yield "</tbody>"
    yield "</table></div>"


def _row(each: Numbered, references: References, irregular: bool) -> str:
    item, sign = each.item, SIGNS[each.item.outcome]
    remark = item.irregular if irregular else item.says
    mark = '<span class="sic">sic</span>' if irregular else f'<span class="sign">{sign.text}</span>'
    return (
        f'<tr><td><a href="#{references.target(item)}">{references.of(item)}</a> {mark}</td>'
        f'<td><a href="#at-{each.number}">{said(where(item))}</a></td><td>“{said(item.text)}”</td>'
        f"<td>{said(item.expected) or '—'}</td><td>{said(remark)}</td></tr>"
    )


def _discords(reading: Reading, found: TieOut) -> Iterator[str]:
    said_twice = [each.says for each in found.discords if any(item.file == reading.file for item in each.items)]
    if said_twice:
        yield f"<h3>{plural(len(said_twice), 'fact')} said in two ways</h3>"
        yield "\n".join(["<ul>", *(f"<li>{said(says)}</li>" for says in said_twice), "</ul>"])


def _omitted(reading: Reading, found: TieOut) -> Iterator[str]:
    lacking = [each for each in found.omitted if each.file == reading.file]
    if lacking:
        yield f"<h3>{plural(len(lacking), 'figure')} not stated</h3>"
        lines = (
            f"<li><code>{said(each.figure)}</code>, {said(each.shown)}, as {said(each.template)} states it</li>"
            for each in lacking
        )
        yield "\n".join(["<ul>", *lines, "</ul>"])
