"""Faults planted in the defined terms of documents: each is found, by kind, with file and line, and nothing else is."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace

import pytest

from lexdocs.checks.defined_terms import defined_terms
from lexdocs.documents.document import Document, compose
from lexdocs.documents.library import Library, Template
from lexdocs.errors import Where
from lexdocs.figures.figure import Figure, Shape
from lexdocs.notation.units import Unit
from lexdocs.terms.leaf import Leaf

SHAPES = {name: Shape(Unit.TEXT, ()) for name in ("old_notes_term", "company_name", "trustee")}
VALUES = {"old_notes_term": "Old Notes", "company_name": "Amberline Company", "trustee": "First Exchange Offer Trust"}
SHAPES["record_date"] = Shape(Unit.DATE, ())


class Book:
    """Names and a date."""

    def names(self) -> Mapping[str, Shape]:
        return SHAPES

    def rows(self, axis: str) -> tuple[str, ...]:
        raise KeyError(axis)

    def lookup(self, name: str, context: Mapping[str, str]) -> Figure:
        unit = SHAPES[name].unit
        value = datetime.date(2012, 5, 4) if unit is Unit.DATE else VALUES[name]
        return Figure(name, (), unit, value, "", Leaf(name, name, unit, "", Where("term-sheet.yaml")))


def document(body: str, name: str = "a", layout: str = "circular", **files: str) -> Document:
    header = f"---\ntitle: Offer\naudience: public\nevents: [commencement]\noffers: [exchange]\nlayout: {layout}\n---\n"
    texts = {f"{name}.md": header + body, **{f"{file}.md": text for file, text in files.items()}}
    library = Library({each: Template(each, text) for each, text in texts.items()})
    return compose(library, f"{name}.md", Book(), {}, name)


def said(*documents: Document) -> list[str]:
    return [f"{kind} {problem}" for kind, problem in defined_terms(documents)]


SOUND = """# The Exchange Offer {#top}

{{ company_name }} (the "Company") offers to exchange its notes (the "{{ old_notes_term }}") (the "Exchange Offer").

The Exchange Offer is made by the Company for each Old Note, through {{ trustee }}, *any* company.

EXCHANGE OFFER
{: .question }

## The exchange offer {#offer}

It pays more than the exchange offers. "Expiration" means {{ record_date }}; after the Expiration the offer ends.
"""


def test_a_sound_document_has_no_fault() -> None:
    written = document(SOUND).written
    assert written is not None
    assert [each.term for each in written.definitions] == ["Company", "Old Notes", "Exchange Offer", "Expiration"]
    assert said(document(SOUND)) == []


UNUSED = "is defined and never used; leave the definition out, or use the term"
OTHER = 'is written, and "Exchange Offer" is defined; write "Exchange Offer"'
TWICE = "define it once, and use it from then on"
EARLY = "is used before it is defined at"
REMEDY = "define it where it is used first"
AHEAD = """The Record Date and the Fee lead.

Of {{ record_date }} (the "Record Date"), a fee (each, a "Fee").

The Record Date and the Fee.
"""


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ('A fee (the "Participation\nFee").\n', []),  # a term is on one line
        ('A fee (the "Participation Fee").\n', [f'unused a.md:21: "Participation Fee" {UNUSED}']),
        (
            'A fee (the "Fee"). The Fee.\n\nMore of a fee (the "Fee").\n',
            [f'twice a.md:23: "Fee" is defined at a.md:21 already; {TWICE}'],
        ),
        ("It ends the EXCHANGE OFFER for all.\n", [f'capitals a.md:21: "EXCHANGE OFFER" {OTHER}']),
        ("**THE EXCHANGE OFFER IS NEAR.** All of it.\n\nEXCHANGE OFFER\n", []),
        ('Each of them (each, an "Agent", and together, the "Agents"). The Agents, and an Agent.\n', []),
        (
            'Each of them (an "Agent"). An Agent.\n\nAll of them (together, the "Agents").\n',
            [f'twice a.md:23: "Agents" is defined at a.md:21 already; {TWICE}'],
        ),
        (
            "Under the *exchange offer* the company\nand each old note, and a trust company.\n",
            [
                'capitals a.md:21: "company" is written, and "Company" is defined; write "Company"',
                f'capitals a.md:21: "exchange offer" {OTHER}',
            ],
        ),
        (
            AHEAD,
            [
                f'early a.md:21: "Fee" {EARLY} a.md:23; {REMEDY}',
                f'early a.md:21: "Record Date" {EARLY} a.md:23; {REMEDY}',
            ],
        ),
        (
            'Fee by the Fee.\n\n<table>\n<tr><th>Fees</th></tr>\n</table>\n\nA "Fee" is a fee.\n',
            [f'early a.md:21: "Fee" {EARLY} a.md:27; {REMEDY}'],
        ),
        ('(see "Terms of the Offer") and "quoted words" are no terms.\n', []),
    ],
)
def test_a_planted_fault(planted: str, found: list[str]) -> None:
    assert sorted(said(document(f"{SOUND}\n{planted}"))) == sorted(found)


def test_a_fault_in_an_included_file_is_told_with_its_line() -> None:
    body = SOUND + '\n{% include "b.md" %}\n'
    assert said(document(body, b="Words.\n\nMore of the exchange offer.\n")) == [
        'capitals b.md:3: "exchange offer" is written, and "Exchange Offer" is defined; write "Exchange Offer"'
    ]


def test_a_term_that_another_document_defines() -> None:
    circular = document(SOUND)
    release = document("# Exchange Offer begins {#top}\n\nThe exchange offer, and\nthe Exchange Offer.\n", "release")
    sheet = document("<table>\n<tr><th>Exchange Offer</th></tr>\n</table>\n", "sheet", "statement")
    lower = document("The exchange offer of the company; {{ trustee }}.\n", "lower")
    what = '"Exchange Offer" is used and not defined in this document; define it: (the "Exchange Offer")'
    assert said(circular, release, sheet, lower) == [f"undefined release.md:11: {what}"]
    assert said(release, sheet, lower) == []


ENGLISH = '# A {#a}\n\nAn offer (the "Offer") for notes (the "Old Notes"). The Offer is for Old Notes.\n'
SPANISH = '# A {#a}\n\nUna oferta (la "Oferta") por notas (las "Notas Viejas"). La Oferta es por las Notas Viejas.\n'


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        (SPANISH, []),
        (f"{SPANISH}\nOtra oferta, y la oferta.\n", []),
        (
            f'{SPANISH}\nLa oferta (la "Oferta").\n',
            [f'twice a.md:12: "Oferta" is defined at a.md:10 already; {TWICE}'],
        ),
        (
            f"{SPANISH}\nEn la OFERTA entran notas viejas.\n",
            [
                'capitals a.md:12: "OFERTA" is written, and "Oferta" is defined; write "Oferta"',
                'capitals a.md:12: "notas viejas" is written, and "Notas Viejas" is defined; write "Notas Viejas"',
            ],
        ),
        (
            SPANISH.replace('(las "Notas Viejas")', "viejas"),
            [
                (
                    "undefined a.md: defines one term, and the English 2 terms; "
                    "define what it defines, in brackets and quotation marks"
                )
            ],
        ),
    ],
)
def test_a_translation_defines_what_the_english_does(planted: str, found: list[str]) -> None:
    spanish = document(planted)
    spanish = replace(spanish, name="a.es", language="es-US", header=replace(spanish.header, language="es"))
    english = document(ENGLISH)
    assert said(replace(english, header=replace(english.header, template="en.md")), spanish) == found
