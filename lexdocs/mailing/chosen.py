"""Which template is mailed, and how one that is the same for all holders gets the address of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from lexdocs.deal import Deal, library_of
from lexdocs.documents.header import Header, read_header
from lexdocs.documents.library import FENCE, Library, Template
from lexdocs.errors import InputError, Problem, UsageError, Where, did_you_mean
from lexdocs.terms.register import AXIS

_ADDRESSED = "shared/addressed.md"
_PRINTED, _NAME = re.compile(r"\{\{(.*?)\}\}"), re.compile(r"[a-z][a-z0-9_]*")
_INCLUDED = re.compile(r"""\{%-?\s*include\s+["']([^"']+)["']""")


def template_of(deal: Deal, asked: str) -> tuple[str, str]:
    """The template that is mailed, and how its documents are named for the event.

    Where none is asked for, it is the statement of the kind of offer. Raises `UsageError` where there is none, where
    several are meant, or where the event does not call for it, and `InputError` for one whose title names a holder.
    """
    library = library_of(deal)
    kind, event = deal.terms.values.kind, deal.terms.event
    headers = {name.removesuffix(".md"): read_header(library.templates[name]) for name in library.documents}
    found = {name: header for name, header in headers.items() if kind in header.offers and _is_mailed(header)}
    # Of several events of one day the last is that of the deal; what the others call for is mailed that day too.
    of_day = {each.kind: each.name for each in deal.terms.events if each.date == event.date}
    due = {name: header for name, header in found.items() if not of_day.keys().isdisjoint(header.events)}
    names = [each for each in found if asked.removesuffix(".md") in (each, each.rpartition("/")[2])]
    if not asked:
        names = [each for each, header in found.items() if header.layout == "statement" and header.per == AXIS]
    if len(names) != 1:
        what = f"there is no document “{asked}” for holders" if not names else "there are several documents for holders"
        remedy = (did_you_mean(asked, found) if not names else "") or _named(due)
        raise UsageError(Problem(Where("--document"), what, remedy))
    if asked and names[0] not in due:
        what = f"{names[0]} is for {', '.join(found[names[0]].events)}, and the event is {event.kind} of {event.name}"
        raise UsageError(Problem(Where("--document"), what, f"choose another with --as-of, or {_named(due)}"))
    header = found[names[0]]
    _refuse_named(deal, header)
    own = [event.name] if event.kind in header.events else [of_day[each] for each in of_day if each in header.events]
    return f"{names[0]}.md", f"{names[0]}-{own[-1] if own else event.name}"


def _named(found: Mapping[str, Header]) -> str:
    """What can be mailed at an event, as a remedy."""
    return f"name one with --document: {', '.join(sorted(found)) or 'none is written for holders'}"


def _refuse_named(deal: Deal, header: Header) -> None:
    """Refuse a title that prints what the register says of a holder, for titles stand in the metadata of files."""
    derived = {rule.name for rule in deal.graph.order}
    said = dict.fromkeys(_NAME.findall(" ".join(_PRINTED.findall(header.title))))
    given = [name for name in said if name in deal.graph.shapes and name not in derived]
    named = [name for name in given if AXIS in deal.graph.shapes[name].axes]
    if named:
        what = f"title: prints {', '.join(named)} of a holder, and titles stand in the metadata of files"
        raise InputError(Problem(header.title_at, what, "leave it to the words; statement_number tells whose it is"))


def _is_mailed(header: Header) -> bool:
    """Whether a document is for each holder: written for each, or in the same words for all of them."""
    return header.per in (None, AXIS) and (header.audience == "holder" or header.layout == "notice")


def addressed(library: Library, template: str) -> Library:
    """The library with a template written for each holding: one that is the same for all has an address in front."""
    own = library.templates[template]
    if read_header(own).per is not None:
        return library
    lines, count = own.text.split("\n"), own.header_lines
    include = f'{{% include "{_ADDRESSED}" %}}\n'
    text = "\n".join([*lines[: count - 1], f"per: {AXIS}", FENCE, include, *lines[count:]])
    translations = {
        (language, name): _in_front(each, include) if name == template else each
        for (language, name), each in library.translations.items()
    }
    return replace(
        library, templates={**library.templates, template: replace(own, text=text)}, translations=translations
    )


def _in_front(translation: Template, include: str) -> Template:
    """A translation with the address in front: its header has what is the translation's alone."""
    lines, count = translation.text.split("\n"), translation.header_lines
    return replace(translation, text="\n".join([*lines[:count], include, *lines[count:]]))


def parts_of(library: Library, template: str) -> frozenset[str]:
    """A template with all that are included in it, by name."""
    found: set[str] = set()
    waiting = [template]
    while waiting:
        name = waiting.pop()
        if name not in found and name in library.templates:
            found.add(name)
            waiting += _INCLUDED.findall(library.templates[name].text)
    return frozenset(found)
