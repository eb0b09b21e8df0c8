"""What stands against a mailing: findings of the rules that are not met, and that nobody has acknowledged."""

from __future__ import annotations

from pathlib import Path

from lexdocs.errors import LexdocsError, Problem, Where
from lexdocs.figures.book import FigureBook
from lexdocs.law import checks, consistency
from lexdocs.law.acknowledged import acknowledge
from lexdocs.law.consistency import overstated
from lexdocs.mailing.assembling import Assembled
from lexdocs.mailing.file_names import MANIFEST
from lexdocs.mailing.largest import Largest
from lexdocs.mailing.own_files import OwnFiles
from lexdocs.outputs.files import place
from lexdocs.terms.terms import Terms

_TERMS = "term-sheet.yaml"
_WHOLE = ("register and outstanding", "largest holders")  # rules that a register can only meet as a whole


def refuse_findings(book: FigureBook, terms: Terms, largest: Largest | None = None, *, aside: int = 0) -> None:
    """Refuse while a rule is not met. Raises `LexdocsError` with all findings that stand.

    `largest` are those holdings of the register that rules ask for, where the register was read. Where rows were set
    aside, what is left cannot add up to what the terms say: it is for the exceptions to account for the rest.
    """
    noted = terms.values.acknowledged
    found = checks.findings(book if largest is None else largest.within(book), noted, terms.events)
    against = [each for each in (*found, *acknowledge(overstated(book), noted)) if each.stands]
    if aside:
        against = [each for each in against if each.rule not in _WHOLE]
    if against:
        raise LexdocsError([_problem(each.where, each.key, each.says) for each in against])


def untied(book: FigureBook, terms: Terms) -> tuple[Problem, ...]:
    """What a whole register does not meet, such as its sum, where nobody has acknowledged it."""
    found = acknowledge([each for each in consistency.check(book) if each.rule in _WHOLE], terms.values.acknowledged)
    return tuple(_problem(each.where, each.key, each.says) for each in found if each.stands)


def take_back(out: Path, made: Assembled) -> None:
    """Take away what was put together before it was known what stands against it."""
    for name in (*made.files, MANIFEST):
        place(out, name).unlink(missing_ok=True)
    OwnFiles(out).take_away()


def _problem(where: Where | None, key: str, says: str) -> Problem:
    remedy = (
        f"mend it, or let counsel acknowledge it in {_TERMS}: acknowledged: [{{finding: {key}, by: …, because: …}}]"
    )
    return Problem(where or Where(_TERMS), f"{key}: not met: {says}", remedy)
