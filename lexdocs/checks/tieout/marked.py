"""The marked copy: a text set again with a mark at each number and name, and a legend of proofs, as a page to print."""

from __future__ import annotations

from importlib.resources import files
from pathlib import PurePath

from lexdocs.checks.reading.passage import Reading
from lexdocs.checks.tieout.item import TieOut
from lexdocs.checks.tieout.marked_findings import findings, front
from lexdocs.checks.tieout.marked_html import css_string, said
from lexdocs.checks.tieout.marked_proofs import legend
from lexdocs.checks.tieout.marked_references import references
from lexdocs.checks.tieout.marked_words import numbered, words
from lexdocs.figures.book import FigureBook


def marked(reading: Reading, found: TieOut, book: FigureBook) -> str:
    """The marked copy of one file of a tie-out, as one HTML page that asks for no other file.

    `book` holds the figures of the deal as of the event that the file was written for. The same tie-out gives the same
    bytes: the page bears no date, and the initials are written by hand.
    """
    items = [item for item in found.items if item.file == reading.file]
    marks, given = numbered(items), references(items, book)
    sections = (
        ("findings", "What must be looked at", findings(reading, marks, found, given)),
        ("copy", "The document, marked", words(reading, marks, given)),
        ("legend", "Legend of proofs", legend(marks, given, book)),
    )
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Tie-out of {said(reading.file)}</title>",
        "<style>",
        _style(reading.file),
        "</style>",
        "</head>",
        "<body>",
        front(reading, items, found),
        "<main>",
        *(_section(*each) for each in sections),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def _section(name: str, title: str, inner: str) -> str:
    return (
        f'<section id="{name}" aria-labelledby="{name}-title">\n<h2 id="{name}-title">{title}</h2>\n{inner}\n</section>'
    )


def _style(file: str) -> str:
    """The style sheet, with the file's name in the foot of each printed page."""
    sheet = files("lexdocs.checks.tieout").joinpath("marked.css").read_text("utf-8").strip()
    name = css_string(f"Tie-out of {PurePath(file).name}")
    return f"{sheet}\n@page {{ @bottom-left {{ content: {name}; }} }}"
