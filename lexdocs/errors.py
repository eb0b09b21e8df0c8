"""Problems a reader can act on: where, what is wrong, and what to do about it.

Nothing here knows of deals, figures or documents. A stage that finds something wrong collects
`Problem` records and raises one `LexdocsError` holding all of them, so that a reader sees every
mistake at once.

* `LexdocsError`: the base of all that this package raises on purpose
    * `UsageError`: the call makes no sense (exit code 2)
    * `InputError`: an input cannot be read, or leaves a figure meaningless (exit code 3)
    * `RenderError`: a document could not be rendered (exit code 4)
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: an error stops or fails a run, the others only show."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class Where:
    """A place in a file that a person wrote: lines and columns count from one, zero means none.

    >>> str(Where("term-sheet.yaml", 4, 16))
    'term-sheet.yaml:4:16'
    >>> str(Where("--assume"))
    '--assume'
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(part) for part in (self.line, self.column) if part)])


@dataclass(frozen=True)
class Problem:
    """Something wrong: its place, the fault and the remedy, in the reader's words.

    >>> print(Problem(Where("a.md", 14), 'no figure named "fee_totl"', 'did you mean "fee_total"?'))
    a.md:14: no figure named "fee_totl"; did you mean "fee_total"?
    """

    where: Where
    what: str
    remedy: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        # A path inside the file ("term-sheet.yaml:4:16 old_notes.rate: …") is part of `what`.
        joint = " " if self.where.column else ": "
        return f"{self.where}{joint}{self.what}" + (f"; {self.remedy}" if self.remedy else "")


class LexdocsError(Exception):
    """One or more problems, found together and reported together."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem] | Problem | str) -> None:
        if isinstance(problems, str):
            problems = Problem(Where("lexdocs"), problems)
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[LexdocsError], tuple[tuple[Problem, ...]]]:
        """Problems, rather than their text, so that one process can hand its error to another."""
        return type(self), (self.problems,)


class UsageError(LexdocsError):
    """The call makes no sense: an unknown verb, deal, option or figure."""

    exit_code = 2


class InputError(LexdocsError):
    """An input cannot be read, or leaves a figure meaningless."""

    exit_code = 3


class RenderError(LexdocsError):
    """A document could not be rendered; nothing of it was written."""

    exit_code = 4


class MailingError(LexdocsError):
    """A mailing is incomplete: it can be taken up again."""

    exit_code = 5


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like the given one, or None where nothing comes near.

    >>> nearest("expirtion", ["expiration", "record_date"])
    'expiration'
    """
    found = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The remedy naming the nearest known name, or an empty text.

    >>> did_you_mean("expirtion", ["expiration", "record_date"])
    'did you mean "expiration"?'
    """
    found = nearest(name, known)
    return f'did you mean "{found}"?' if found else ""
