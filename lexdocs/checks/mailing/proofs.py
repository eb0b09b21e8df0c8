"""Whether pages say PROOF: a word drawn across them as outlines, above all else, until a mailing is released."""

from __future__ import annotations

import re

from lexdocs.checks.mailing.paper import Page, Paper, inflated
from lexdocs.checks.mailing.syntax import Ref

_MARK = re.compile(
    rb"/Artifact BMC\nq 1 0 0 1 [0-9.-]+ [0-9.-]+ cm \.7071 \.7071 -\.7071 \.7071 0 0 cm\n"
    rb"/LexdocsProof gs 0 g 1 G \.08 w\n(?:q [^qQ]+ f\* Q\n){5}(?:q [^qQ]+ S Q\n){5}Q\nEMC\n"
)
_BELOW = 2  # content streams of any page: what many share, and what is the reader's own
_REMEMBERED = 256  # drawings that pages share


def is_marked(drawn: bytes) -> bool:
    """Whether what is drawn is the word PROOF across the page, and nothing else."""
    return _MARK.fullmatch(drawn) is not None


def said_of(*, released: bool) -> str:
    """What is wrong with pages whose mark is not as it should be."""
    return "PROOF is still said there, and the mailing is released" if released else "PROOF is not said on each page"


class Marks:
    """Looks for the mark on pages; what is found of a drawing is kept, for most pages share theirs."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.known: dict[int, bool] = {}

    def are_on(self, page: Page) -> bool:
        """Whether a page says PROOF. Raises `Unreadable`."""
        contents = page.get("Contents")
        # The mark comes last, so that nothing on the page is above it.
        return isinstance(contents, list) and len(contents) > _BELOW and self._is_marked(contents[-1])

    def _is_marked(self, ref: Ref) -> bool:
        found = self.known.get(ref)
        if found is None:
            if len(self.known) > _REMEMBERED:
                self.known.clear()
            found = self.known[ref] = is_marked(inflated(*self.paper.stream(ref)))
        return found
