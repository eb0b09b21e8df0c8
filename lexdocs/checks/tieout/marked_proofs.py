"""The legend of proofs: what each reference stands for, where it comes from or how it is worked out, and its value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lexdocs.checks.reading.passage import Part, Place
from lexdocs.checks.tieout.item import Item, Outcome
from lexdocs.checks.tieout.marked_html import heads, said
from lexdocs.checks.tieout.marked_references import SIGNS, References, figure_at, is_told
from lexdocs.checks.tieout.marked_words import Numbered
from lexdocs.figures.book import FigureBook
from lexdocs.figures.explain import explain, lower, shown
from lexdocs.figures.figure import Figure, Input, Pending
from lexdocs.figures.record import exact
from lexdocs.notation.nouns import plural

_PLACES = 6  # places at most that the legend lists for one form of a figure


def legend(items: Sequence[Numbered], references: References, book: FigureBook) -> str:
    """The tables of the legend: figures that the text states, figures on which they rest, and everything else."""
    stated: dict[str, list[Numbered]] = defaultdict(list)
    others: dict[str, list[Numbered]] = defaultdict(list)
    for each in items:
        target = references.target(each.item)
        if target.startswith("proof-"):
            stated[each.item.figures[0]].append(each)
        else:
            others[target].append(each)
    made = list(_proofs("Figures that the document states", references.figures, stated, references, book))
    made += _proofs("Figures on which these rest", references.resting, {}, references, book)
    made += _others("Without a proof", [t for t in others if t.startswith("other-")], others, references)
    made += _others("Set aside", [t for t in others if t.startswith("aside-")], others, references)
    return "\n".join(made)


def _proofs(
    title: str,
    numbers: Mapping[str, str],
    stated: Mapping[str, Sequence[Numbered]],
    references: References,
    book: FigureBook,
) -> Iterator[str]:
    if not numbers:
        return
    yield f'<div class="scroll" tabindex="0"><table class="proofs"><caption>{title}</caption>'
    result = "Result, and as the document states it" if stated else "Result"
    yield heads("Ref.", "Figure", "Source or formula", result)
    yield "<tbody>"
    for address, number in numbers.items():
        figure = figure_at(book, address)
        proof, result = "<br>\n".join(_proof(figure, references)), _result(figure, stated.get(address, ()))
        yield _row(f"proof-{number}", number, (_what(address, figure), proof, result))
    yield "</tbody></table></div>"


def _row(name: str, reference: str, cells: Sequence[str]) -> str:
    inner = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr id="{name}"><th scope="row">{reference}</th>{inner}</tr>'


def _what(address: str, figure: Figure | Pending | None) -> str:
    says = "" if figure is None else f"<br>\n{said(lower(figure.says))}"
    return f"<code>{_breakable(address)}</code>{says}"


def _breakable(address: str) -> str:
    """An address that may go on in the next line behind an underscore."""
    return said(address).replace("_", "_<wbr>")


def _proof(figure: Figure | Pending | None, references: References) -> Iterator[str]:
    """The lines of a proof: its formula or its place in the terms, then what it rests on, by reference."""
    if figure is None:
        yield "a name of the deal"
        return
    _, *lines = explain(figure, depth=0)
    for line in lines:
        yield from (said(part) for part in line.split("   ") if part)
    if isinstance(figure, Figure):
        rests = [_given(given, references) for given in figure.inputs if given.figures]
        if rests:
            yield f'<span class="rests">rests on {", ".join(rests)}</span>'


def _given(given: Input, references: References) -> str:
    """An input by its references, or how many rows it has where they are not told."""
    if not is_told(given):
        return f"{said(given.parameter)} ({plural(len(given.figures), 'row')}, each in figures.json)"
    numbers = [references.of_figure(each.address) for each in given.figures]
    return " ".join(f'<a href="#proof-{number}">{number}</a>' for number in numbers if number)


def _result(figure: Figure | Pending | None, stated: Sequence[Numbered]) -> str:
    value = shown(figure) if figure is not None else stated[0].item.expected if stated else ""
    made = [f"<strong>{said(value)}</strong>"] if value else []
    forms: dict[tuple[Outcome, str], list[Numbered]] = defaultdict(list)
    for each in stated:
        forms[each.item.outcome, " ".join(each.item.text.split())].append(each)
    made += [_form(text, outcome, each, figure) for (outcome, text), each in forms.items()]
    return "<br>\n".join(made)


def _form(text: str, outcome: Outcome, stated: Sequence[Numbered], figure: Figure | Pending | None) -> str:
    """How a text states a figure, and where; for a rounded one what it is in full and where the true value must lie."""
    sign, item = SIGNS[outcome], stated[0].item
    line = f'<span class="{sign.name}"><span class="sign">{sign.text}</span> “{said(text)}”</span> {_places(stated)}'
    if outcome is Outcome.ROUNDED:
        true = exact(figure.value) if isinstance(figure, Figure) else item.expected
        line += f"<br>\nprinted rounded; the true value {said(true)} lies in {said(item.interval)}"
    if outcome is Outcome.CONTRADICTED:
        line += f"<br>\n{said(_belongs(item))}"
    return line


def _belongs(item: Item) -> str:
    return f"contradicted: “{item.expected}” belongs there" if item.expected else f"contradicted: {item.says}"


def _places(stated: Sequence[Numbered]) -> str:
    """Links to where something stands, each passage once."""
    by_place: dict[str, list[Numbered]] = defaultdict(list)
    for each in stated:
        by_place[short(each.item.place)].append(each)
    links = [
        f'<a href="#at-{each[0].number}">{place}</a>{f" ({len(each)} times)" if len(each) > 1 else ""}'
        for place, each in list(by_place.items())[:_PLACES]
    ]
    more = [f"and in {plural(len(by_place) - _PLACES, 'more place')}"] if len(by_place) > _PLACES else []
    return '<span class="places">' + "; ".join([*links, *more]) + "</span>"


def short(place: Place) -> str:
    """A place in as little room as it takes.

    >>> short(Place(2, Part.PARAGRAPH, 7)), short(Place(0, Part.CELL, 1, 3, 2))
    ('p. 2, ¶ 7', 'table 1, row 3, column 2')
    """
    said_in_full = str(Place(0, place.part, place.number, place.row, place.column))
    where_on_page = f"¶ {place.number}" if place.part is Part.PARAGRAPH else said_in_full
    return f"p. {place.page}, {where_on_page}" if place.page else where_on_page


def where(item: Item) -> str:
    """Where an item stands: its place in the document, and its line in the file where that is known."""
    return f"{item.place}, line {item.line}" if item.line else str(item.place)


def _others(
    title: str, targets: Sequence[str], others: Mapping[str, Sequence[Numbered]], references: References
) -> Iterator[str]:
    if not targets:
        return
    yield f'<div class="scroll" tabindex="0"><table class="proofs"><caption>{title}</caption>'
    yield heads("Ref.", "What stands there", "Why", "Where")
    yield "<tbody>"
    for target in targets:
        first = others[target][0].item
        texts = dict.fromkeys(" ".join(each.item.text.split()) for each in others[target])
        candidates = [references.of_figure(address) for address in first.figures]
        links = " ".join(f'<a href="#proof-{number}">{number}</a>' for number in candidates if number)
        why = said(first.says or SIGNS[first.outcome].word) + (f"; see {links}" if links else "")
        shows = "<br>\n".join(f"“{said(text)}”" for text in texts)
        yield _row(target, target.partition("-")[2], (shows, why, _places(others[target])))
    yield "</tbody></table></div>"
