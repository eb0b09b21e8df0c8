"""How a translation stands: whole or not, of the English words as they are now or not, approved by name or a draft."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lexdocs.documents.header import read_header
from lexdocs.documents.languages.catalogue import catalogue_of
from lexdocs.documents.languages.completeness import differences
from lexdocs.documents.languages.heading import Approval, digest_of, heading_of
from lexdocs.documents.languages.translated import (
    command,
    in_language,
    parts_of,
    translation_name,
    untranslated,
    words_digest,
)
from lexdocs.documents.library import Library
from lexdocs.errors import LexdocsError, Problem, Where
from lexdocs.notation.languages import LANGUAGES

TRANSLATED = ("notice", "statement")
"""The layouts of documents that are translated."""


@dataclass(frozen=True)
class Standing:
    """How the translation of a document stands.

    `missing` are the files that nobody has translated, `wrong` what differs from the English, `stale` what the English
    has said otherwise since, `drafts` why nobody's name stands for it; `approval` is that of the document.
    """

    template: str
    language: str
    missing: tuple[Problem, ...] = ()
    wrong: tuple[Problem, ...] = ()
    stale: tuple[Problem, ...] = ()
    drafts: tuple[Problem, ...] = ()
    approval: Approval | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that stands against mailing it."""
        return (*self.missing, *self.wrong, *self.stale, *self.drafts)

    @property
    def said(self) -> str:
        """The state in a word or two, as a table has it."""
        words = (("missing", self.missing), ("differs", self.wrong), ("stale", self.stale), ("draft", self.drafts))
        return next((word for word, found in words if found), "approved")


def is_translated(library: Library, template: str) -> bool:
    """Whether a document is one of those that are translated: notices, and the statements of holders."""
    header = read_header(library.templates[template])
    return header.layout in TRANSLATED and header.audience != "internal"


def standing(library: Library, template: str, language: str) -> Standing:
    """How a document of an English library stands in a language; `template` is its English name."""
    return _standing(library, template, language)


@lru_cache(maxsize=256)
def _standing(library: Library, template: str, language: str) -> Standing:
    own = in_language(library, language)
    parts = list(parts_of(own, template))
    absent = [name for name in parts if name in own.untranslated]
    missing = tuple(Problem(Where(name), *untranslated(name, language, library.deal)) for name in absent)
    if template in absent:
        return Standing(template, language, missing)
    try:
        wrong = differences(own, template)
        stale = tuple(problem for name in parts for problem in _stale(own, name))
        header = heading_of(own.templates[template])
        drafts = () if missing or stale else tuple(_drafts(own, template, header.approval))
    except LexdocsError as error:
        return Standing(template, language, missing, error.problems)
    return Standing(template, language, missing, wrong, stale, drafts, header.approval)


def _stale(library: Library, name: str) -> list[Problem]:
    """What is wrong where a file translates other English words than there are now."""
    own = library.templates.get(name)
    if own is None or own.of is None:
        return []
    heading, now = heading_of(own), digest_of(own.of)
    if heading.translates == now:
        return []
    what = f"translates other words than {own.of.name} has now"
    done = command(f"{library.language} {own.of.name} --current", library.deal)
    remedy = f"translate what has changed, then {done}"
    if library.is_own(own.of) and not library.is_own(own):
        # What the house has translated would be said of the deal's words: the deal needs a file of its own.
        begun = command(f"{library.language} {own.of.name}", library.deal)
        what = f"the house's, translates other words than the deal's own {own.of.name}"
        remedy = f"{begun} copies it into the deal; {remedy}"
    return [Problem(heading.where, what, remedy)]


def _drafts(library: Library, template: str, approval: Approval | None) -> list[Problem]:
    """Why a document is a draft: its own words, or phrases of a catalogue, have nobody's name, or changed since."""
    language = library.language
    whole = [(translation_name(template, language), template, approval, words_digest(library, template))]
    phrases = catalogue_of(library)
    if phrases.files:
        whole.append((phrases.files[0].file, "phrases", phrases.approval, phrases.words))
    found = []
    for file, named, own, words in whole:
        remedy = f"have it read, then {command(f'{language} {named} --approve NAME --on DATE', library.deal)}"
        if own is None:
            what = f"nobody has approved this {LANGUAGES[language].name} by name"
            found.append(Problem(Where(file, 1), what, remedy))
        elif own.words != words:
            what = f"its words are no longer those that {own.by} approved on {own.on}"
            found.append(Problem(own.where, what, remedy))
    return found
