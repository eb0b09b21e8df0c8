"""What a mailing was put together from: kept beside its shards, so that it can be put together again as it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import lexdocs
from lexdocs.deal import Deal
from lexdocs.documents.library import Library, Template
from lexdocs.figures.figure import Figure, Key, Pending
from lexdocs.mailing.long_way import LongWay
from lexdocs.mailing.printing import PLAIN, Printing
from lexdocs.mailing.ticket import Job
from lexdocs.notation.languages import ENGLISH
from lexdocs.outputs.blanks import printer_version
from lexdocs.outputs.files import digest_of, write_private
from lexdocs.terms.changes import Change
from lexdocs.terms.parting import Listings
from lexdocs.writing.house import stylesheet

_FILE = "mailed.json"


@dataclass(frozen=True)
class Recipe:
    """The shards of a mailing in order, by the names under which they are kept, and how they were put together.

    `title` is that of the print streams, `legend` what stands at the foot of the control sheet; `stream` and `each` are
    its forms, `printing` says how print streams are made up, and `locked` changes with the password of single files.
    `corrects` is the SHA-256 of the manifest of a released mailing that this one corrects, which lies in the folder
    `corrected`.
    """

    shards: Sequence[str]
    pages_per_file: int | None
    title: str
    legend: str
    stream: bool = True
    each: bool = False
    printing: Printing = PLAIN
    html: bool = False
    locked: str = ""
    corrects: str = ""
    corrected: str = ""

    def stands_for(self, inputs: Mapping[str, str]) -> str:
        """What stands for all that the mailing follows from, with the digests of its inputs."""
        how = [
            self.pages_per_file, self.title, self.legend, self.stream, self.each, asdict(self.printing), self.html,
            self.locked, self.corrects,
        ]  # fmt: skip
        said = [list(self.shards), how, sorted(inputs.items())]
        return hashlib.sha256(json.dumps(said).encode("utf-8")).hexdigest()

    def job(self, inputs: Mapping[str, str]) -> Job:
        """The job of print streams that it makes of these inputs."""
        return Job.of(self.stands_for(inputs), self.printing)

    def keep(self, kept: Path) -> None:
        """Keep it in the folder where the shards are."""
        write_private(kept / _FILE, [json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n"])

    @staticmethod
    def read(kept: Path) -> Recipe | None:
        """What is kept in a folder, or nothing where it cannot be read."""
        try:
            told = json.loads((kept / _FILE).read_text("utf-8"))
            return Recipe(**{**told, "printing": Printing(**told["printing"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None


def inputs_of(deal: Deal, listings: Listings, library: Library, document: str) -> dict[str, str]:
    """The SHA-256 of everything that people write and a mailing follows from: terms, register, log, words, style."""
    found = dict(deal.terms.digests)
    for name in (listings.holders.file, listings.tenders.file):
        if (deal.folder / name).is_file():
            found[name] = digest_of(deal.folder / name)
    # A template that is a document of its own is no part of this one; all others may be included in it.
    for name, template in library.templates.items():
        if name == document or name not in library.documents:
            found[f"templates/{name}"] = _digest(template.text)
    for each in _foreign(deal, library):
        found[f"templates/{each.name}"] = _digest("\n".join([found.get(f"templates/{each.name}", ""), each.text]))
    found["templates/style/house.css"] = _digest(stylesheet(deal))
    return dict(sorted(found.items()))


def _foreign(deal: Deal, library: Library) -> list[Template]:
    """The translations and catalogues of the languages of a deal beside English."""
    codes = [each for each in deal.terms.values.languages if each != ENGLISH]
    found = [each for (code, _), each in sorted(library.translations.items()) if code in codes]
    return [*found, *(each for code in codes for each in library.catalogues.get(code, ()))]


def words_of(
    way: LongWay, listings: Listings, changes: Sequence[Change], known: Mapping[tuple[str, Key], Figure | Pending]
) -> str:
    """What stands for all that statements share: terms, words, style, the `known` totals, and what makes them."""
    library, terms = way.library, way.deal.terms
    listed = {listings.holders.file, listings.tenders.file}
    said = [
        lexdocs.__version__, printer_version(), way.template, way.event,
        *(f"{name} {digest}" for name, digest in sorted(terms.digests.items()) if name not in listed),
        *(f"{leaf.path}={leaf.value}" for leaf in terms.leaves if leaf.assumption is not None),
        *(f"{change.path}={change.value}" for change in changes),
        str(terms.as_of),
        *(f"{name}\n{library.templates[name].text}" for name in sorted(library.templates)),
        *(f"{each.name}\n{each.text}" for each in _foreign(way.deal, library)),
        stylesheet(way.deal),
        *sorted(f"{each.address}={each.value}" for each in known.values() if isinstance(each, Figure)),
    ]  # fmt: skip
    return _digest("\n".join(said))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
