"""What the terms of a deal ask of its register and its tender log: series, options, and early tenders apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lexdocs.notation.error import NotationError
from lexdocs.notation.languages import ENGLISH, LANGUAGES, parse_language
from lexdocs.terms.unsaid import no_such

SERIES = "series"
OPTION = "option"
SHOWN = 5  # labels that a remedy lists at most


@dataclass(frozen=True)
class Frame:
    """The labels of the series and of the options, whether early tenders are counted apart, and the languages.

    `series` and `options` are None where a kind of offer has no such axis, and empty where its rows are not known;
    `closed` are the pairs of a series and an option that it may not choose.
    """

    series: tuple[str, ...] | None = None
    options: tuple[str, ...] | None = None
    early: bool = False
    languages: tuple[str, ...] = (ENGLISH,)
    closed: frozenset[tuple[str, str]] = frozenset()

    @property
    def several_series(self) -> bool:
        """Whether a holding must say its series; one series needs no saying."""
        return self.series is not None and len(self.series) != 1

    @property
    def several_options(self) -> bool:
        """Whether a tender must say its option; one option needs no saying."""
        return self.options is not None and len(self.options) > 1


def frame_of(
    axes: Mapping[str, tuple[str, ...]], figures: Iterable[str], languages: tuple[str, ...] = (ENGLISH,),
    closed: frozenset[tuple[str, str]] = frozenset(),
) -> Frame:  # fmt: skip
    """The frame of a deal, from the axes and the leaves that its kind of offer has.

    >>> frame_of({"series": ("senior", "junior")}, ["early_deadline"])
    Frame(series=('senior', 'junior'), options=None, early=True, languages=('en',), closed=frozenset())
    """
    return Frame(axes.get(SERIES), axes.get(OPTION), "early_deadline" in figures, languages, closed)


def no_label(axis: str, said: str, labels: tuple[str, ...]) -> NotationError:
    """A label that the terms do not have, with the nearest one, or those there are.

    >>> print(no_label("series", "senor", ("senior", "junior")))
    the terms have no series "senor"; did you mean "senior"?
    >>> print(no_label("series", "x", ("senior", "junior")))
    the cell (1 character) is no series of the terms; write senior or junior
    """
    otherwise = "write " + " or ".join(labels[:SHOWN])
    return no_such(said, labels, f"the terms have no {axis}", f"is no {axis} of the terms", otherwise)


def no_language(said: str, languages: tuple[str, ...]) -> NotationError | None:
    """What is wrong with a holder's language, or nothing; a holder of whom none is said is written to in English.

    >>> print(no_language("es", ("en", "fr")))
    the deal's documents are not written in Spanish; add es to languages in the term sheet
    """
    if not said or said in languages:
        return None
    if said in LANGUAGES:
        what = f"the deal's documents are not written in {LANGUAGES[said].name}"
        return NotationError(what, f"add {said} to languages in the term sheet")
    try:
        code = parse_language(said)
    except NotationError as error:
        return no_such(
            said, list(LANGUAGES), "there is no language", "is no language of these documents", error.example
        )
    return NotationError(f'"{said}" is not the code of a language', f"write {code}")
