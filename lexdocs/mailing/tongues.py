"""Holders of several languages: some holdings parted by the language in which each is written to.

A deal that is written in English alone asks nobody's language, and its holdings are one group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lexdocs.documents.languages.saying import Saying
from lexdocs.mailing.long_way import LongWay
from lexdocs.mailing.rows import Rows
from lexdocs.notation.languages import ENGLISH
from lexdocs.terms.register_columns import LANGUAGE


class Tongues:
    """The languages of a mailing; `several` says whether there is any beside English."""

    def __init__(self, way: LongWay) -> None:
        self.way = way
        self.several = len(way.languages) > 1
        self.known: dict[str, Saying] = {}

    def of(self, rows: Rows) -> Iterator[tuple[Rows, Sequence[int] | None]]:
        """The holdings of each language, as they print there: with their places, or nothing where they are all."""
        if not self.several:
            yield rows, None
            return
        places: dict[str, list[int]] = {}
        for place, spoken in enumerate(rows.values(LANGUAGE)):
            places.setdefault(spoken or ENGLISH, []).append(place)
        for language, chosen in sorted(places.items()):
            own = rows if language == ENGLISH else replace(rows, saying=self._saying(language), _texts={}, _same={})
            yield own, chosen

    def spoken(self, rows: Rows) -> Sequence[str]:
        """The language of each statement as a member of its line in the manifest; nothing where it is English."""
        if not self.several:
            return [""] * len(rows.labels)
        codes = (each or ENGLISH for each in rows.values(LANGUAGE))
        return ["" if each == ENGLISH else f',"language":"{each}"' for each in codes]

    def _saying(self, language: str) -> Saying:
        if language not in self.known:
            self.known[language] = self.way.saying(language)
        return self.known[language]
