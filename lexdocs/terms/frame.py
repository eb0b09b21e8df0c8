"""What the terms of a deal ask of its register and its tender log: series, options, and early tenders apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lexdocs.errors import did_you_mean

SERIES = "series"
OPTION = "option"
SHOWN = 5  # labels that a remedy lists at most


@dataclass(frozen=True)
class Frame:
    """The labels of the series and of the options, and whether early tenders are counted apart.

    `series` and `options` are None where a kind of offer has no such axis, and empty where its rows are not known.
    """

    series: tuple[str, ...] | None = None
    options: tuple[str, ...] | None = None
    early: bool = False

    @property
    def several_series(self) -> bool:
        """Whether a holding must say its series; one series needs no saying."""
        return self.series is not None and len(self.series) != 1

    @property
    def several_options(self) -> bool:
        """Whether a tender must say its option; one option needs no saying."""
        return self.options is not None and len(self.options) > 1


def frame_of(axes: Mapping[str, tuple[str, ...]], figures: Iterable[str]) -> Frame:
    """The frame of a deal, from the axes and the leaves that its kind of offer has.

    >>> frame_of({"series": ("senior", "junior")}, ["early_deadline"])
    Frame(series=('senior', 'junior'), options=None, early=True)
    """
    return Frame(axes.get(SERIES), axes.get(OPTION), "early_deadline" in figures)


def nearest_label(said: str, labels: tuple[str, ...]) -> str:
    """The remedy for a label that the terms do not have: the nearest one, or those there are.

    >>> nearest_label("senor", ("senior", "junior")), nearest_label("x", ("senior", "junior"))
    ('did you mean "senior"?', 'write senior or junior')
    """
    return did_you_mean(said, labels) or "write " + " or ".join(labels[:SHOWN])
