"""The text form of a document against its page: the same words in the same order, page furniture aside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexdocs.checks.mutation.outcome import Fault, Finding
from lexdocs.checks.mutation.pages import Page
from lexdocs.notation.typography import plain
from lexdocs.outputs.html import DRAFT
from lexdocs.outputs.typewriter import filed

_PAGE = re.compile(r"^ *-\d+-$", re.MULTILINE)
_BLANKS = re.compile(r"_{2,}|\[ \]")  # what stands for a field, which has no words
# Under the heads of a table, around its totals. A dash between empty lines is what a cell says.
_RULE = re.compile(r"^(?!(?<=\n\n) *--\n\n)(?=.*(?:--|==))[ =-]+$", re.MULTILINE)
_DASHES = re.compile(r"[\u2010-\u2015\u2212-]+")


def squeezed(text: str) -> str:
    """A text without what the text form may write otherwise: spaces, capitals, and how signs are set.

    >>> squeezed("9⅜% Senior Notes — due\u00a02012") == squeezed("9 3/8% SENIOR NOTES -- due 2012")
    True
    """
    return "".join(_DASHES.sub("-", plain(filed(text))).split()).casefold()


# Which version a draft is stands on every page too, and ends with hashes of its terms and its words.
_STAMP = re.compile(re.escape(squeezed(DRAFT)) + r".*?terms[0-9a-f]{12},words[0-9a-f]{12}")


def differing(template: str, page: Page, text: str) -> Iterator[Finding]:
    """The first paragraph of a page that its text form does not hold in its place."""
    said = squeezed(_BLANKS.sub("", _RULE.sub("", _PAGE.sub("", text))))
    for block in page.header:
        said = said.replace(squeezed(block.text), "")
    said = _STAMP.sub("", said.replace(squeezed(page.legend), "") if page.legend else said)
    at = 0
    for block in page.main:
        meant = squeezed(block.text)
        found = said.find(meant, at)
        # The marks of list items are all that may stand between two paragraphs.
        if found < 0 or re.sub(r"\(\d+\)|-", "", said[at:found]):
            says = f"its text form does not say “{block.text[:60].strip()}”"
            yield Finding(Fault.FROZEN, template, block.place, says)
            return
        at = found + len(meant)
