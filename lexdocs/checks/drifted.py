"""What the drift check finds: a figure printed otherwise than it is calculated, words or files that are others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lexdocs.checks.causes import EDITED, Cause, CauseKind, Record, shown
from lexdocs.checks.saved import Printed

NOT_PRINTED = "not printed"


@dataclass(frozen=True)
class Drifted:
    """A figure that is printed otherwise than it is calculated: where, and what moved it.

    `line` is that of the committed file, or, for a figure that it does not print, of the page as it is written now.
    """

    name: str
    printed: str
    calculated: str
    document: str
    line: int
    causes: tuple[Cause, ...]

    @property
    def place(self) -> str:
        """The place within the document, in words."""
        return f"line {self.line}" if self.line else ""

    @property
    def cause(self) -> str:
        """What moved it, in a line."""
        return "; ".join(str(each) for each in self.causes)


class Fault(StrEnum):
    """What is wrong where no single figure is."""

    WORDS = "words"
    MARKUP = "markup"
    MISSING = "missing"
    STRANGER = "stranger"
    RECORD = "record"


@dataclass(frozen=True)
class Reworded:
    """Words that are not those of the templates, or a file too many or too few."""

    document: str
    place: str
    says: str
    fault: Fault = Fault.WORDS
    line: int = 0
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True)
class Drift:
    """All drift of an output folder, figures first."""

    figures: tuple[Drifted, ...]
    words: tuple[Reworded, ...]

    def __bool__(self) -> bool:
        return bool(self.figures or self.words)

    def by_cause(self) -> Mapping[tuple[Cause, ...], Sequence[Drifted | Reworded]]:
        """Every place under what moved it: terms and rules first, then hands, then words."""
        sections: dict[tuple[Cause, ...], list[Drifted | Reworded]] = {}
        found: tuple[Drifted | Reworded, ...] = (*self.figures, *self.words)
        for each in found:
            sections.setdefault(each.causes, []).append(each)
        return dict(sorted(sections.items(), key=lambda section: _rank(section[0])))


def _rank(causes: tuple[Cause, ...]) -> tuple[int, int, str, int]:
    """Terms before rules, in the order of the term sheet; what has several causes behind what has one of its kind."""
    if not causes:
        return len(CauseKind), 0, "", 0
    first = causes[0]
    where = first.where
    return list(CauseKind).index(first.kind), len(causes), where.file if where else "", where.line if where else 0


@dataclass(frozen=True)
class Reasons:
    """The causes of what one document prints otherwise: of its figures by address, and of its words.

    `template` is the file from which the document is written, `asked` the flags by which its words were chosen.
    """

    moved: Mapping[str, tuple[Cause, ...]]
    now: Record
    template: str = ""
    asked: tuple[str, ...] = ()

    def of_words(self) -> tuple[Cause, ...]:
        """Why words stand here now, or stand here no more: a flag that moved, or else the template or a hand."""
        flags = dict.fromkeys(cause for each in self.asked for cause in self.moved.get(each, ()))
        return tuple(flags) or (Cause(CauseKind.WORDS, f"{self.template or 'the template'}, or its output by hand"),)

    def of_stamp(self, printed: Iterable[Printed]) -> tuple[Cause, ...]:
        """Why a draft bears another stamp: what moved its figures, or else what moved any."""
        own = [*(each.address for each in printed), *self.asked]
        causes = dict.fromkeys(cause for each in own for cause in self.moved.get(each, ()))
        any_causes = dict.fromkeys(cause for each in self.moved.values() for cause in each)
        return tuple(causes or any_causes) or self.of_words()

    def of_figure(self, address: str, *, stands: bool) -> tuple[Cause, ...]:
        """Why a figure is printed otherwise; `stands` where it is printed on both sides."""
        return self.moved.get(address) or ((EDITED,) if stands else self.of_words())

    def calculated(self, address: str) -> str:
        """What the calculator says of a figure that a page prints no more."""
        return f"{shown(self.now, address)}, not printed here" if address in self.now else "gone"
