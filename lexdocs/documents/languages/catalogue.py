"""The catalogue of a language: phrases that terms and the house say, each with its translation.

`languages/es.yaml` among the house's templates has the closed vocabularies; that of a deal has its own free texts, and
may say otherwise what the house says. Three tables: `figures`, by the figure that prints a phrase, for a sentence may
need another form of it than another sentence; `texts`, for a phrase wherever it is printed; `assumed`, for what an
illustrative copy says of its assumptions, a flag by its `yes` and `no`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from lexdocs.documents.header_reader import Entry, Tree, read
from lexdocs.documents.languages.heading import APPROVAL, Approval, digest
from lexdocs.documents.library import Library, Template
from lexdocs.errors import InputError, Problem, Where, did_you_mean, nearest
from lexdocs.notation.find import find
from lexdocs.notation.languages import LANGUAGES, typeset
from lexdocs.notation.locales.find import find_in

TABLES = ("figures", "texts", "assumed")
KEYS = (*TABLES, *APPROVAL)


@dataclass(frozen=True)
class Wordless(Problem):
    """A phrase without words in a language: the figure that says it, and its English."""

    figure: str = ""
    english: str = ""


@dataclass(frozen=True)
class Phrases:
    """The phrases of one file, by the table and the path in it; `path` is where it lies."""

    file: str
    said: Mapping[tuple[str, ...], str] = field(repr=False)
    path: Path | None = None
    approval: Approval | None = None


@dataclass(frozen=True)
class Catalogue:
    """The phrases of a language, those of the deal before those of the house.

    Whoever approves them answers for all: the approval stands in the file of the deal, if it has one.
    """

    language: str
    files: tuple[Phrases, ...] = ()

    def text(self, figure: str, english: str, *more: str) -> str | None:
        """What a phrase that a figure prints is called, or None where nobody has said.

        `more` are figures that say the same: what is said of one of them comes before what is said of all.
        """
        own = (self._of(("figures", name, english)) for name in (figure, *more))
        return next((each for each in own if each), None) or self._of(("texts", english))

    def assumed(self, english: str, answer: str = "") -> str | None:
        """How an assumption is said; `answer` is that of a flag."""
        return self._of(("assumed", english, answer) if answer else ("assumed", english))

    @property
    def approval(self) -> Approval | None:
        """The approval of the phrases, whether it still holds or not."""
        return self.files[0].approval if self.files else None

    @property
    def words(self) -> str:
        """The digest of the phrases of all files."""
        said = {path: text for each in reversed(self.files) for path, text in each.said.items()}
        return digest(*(f"{' '.join(path)}={text}" for path, text in sorted(said.items())))

    def known(self, figure: str) -> Iterator[str]:
        """The English of every phrase that a figure may print: those of others have nothing to do with it."""
        for each in self.files:
            yield from (path[-1] for path in each.said if path[0] == "texts" or path[:2] == ("figures", figure))

    def _of(self, path: tuple[str, ...]) -> str | None:
        return next((each.said[path] for each in self.files if path in each.said), None)

    def missing(self, figure: str, english: str) -> Problem:
        """What to say of a phrase that is not there."""
        name, file = LANGUAGES[self.language].name, f"templates/languages/{self.language}.yaml"
        what = f'{figure} says "{english}", and has no {name} words for it'
        remedy = f'write them under texts in the deal\'s {file}, like "{english}": …'
        near = "" if figure.endswith("notes_term") else nearest(english, list(self.known(figure)))
        remedy += f' (or say "{near}" in the term sheet, which has words)' if near else ""
        return Wordless(Where(file), what, remedy, figure=figure, english=english)

    def unassumed(self, english: str, answer: str) -> Problem:
        """What to say of an assumption that has no words."""
        name, file = LANGUAGES[self.language].name, f"templates/languages/{self.language}.yaml"
        what = f'"{english}" is assumed{f" ({answer})" if answer else ""}, and has no {name} words'
        return Problem(Where(file), what, f"write them under assumed in the deal's {file}")


def catalogue_of(library: Library) -> Catalogue:
    """The catalogue of a library's language. Raises `InputError` with all that is wrong with its files."""
    return _catalogue(library.language, library.catalogues.get(library.language, ()))


@lru_cache(maxsize=16)
def _catalogue(language: str, files: tuple[Template, ...]) -> Catalogue:
    problems: list[Problem] = []
    found = []
    for each in files:
        try:
            found.append(_phrases(language, each))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return Catalogue(language, tuple(found))


def _phrases(language: str, file: Template) -> Phrases:
    place = f"templates/{file.name}"
    problems: list[Problem] = []
    tree = read(file.text, place)
    for key, entry in tree.items():
        if key not in KEYS:
            remedy = did_you_mean(key, KEYS) or f"there are: {', '.join(KEYS)}"
            problems.append(Problem(entry.where, f'a catalogue has no "{key}"', remedy))
    said: dict[tuple[str, ...], Entry] = {}
    for table in TABLES:
        if table in tree:
            _gather((table,), tree[table], said, problems)
    texts = {path: typeset(language, str(entry.value).strip()) for path, entry in said.items()}
    for path, text in texts.items():
        found = find_in(language, text) if path[0] != "assumed" else []
        # The name of securities may hold numbers: its words in another language then hold as many.
        if found and len(found) != len(find(path[-1])):
            what = f'{" → ".join(path)}: "{found[0].text}" is a figure inside a text'
            problems.append(Problem(said[path].where, what, "say it in words, or give it a term of its own"))
    approval = _approval(tree, problems)
    if problems:
        raise InputError(problems)
    return Phrases(place, texts, file.path, approval)


def _gather(path: tuple[str, ...], entry: Entry, said: dict[tuple[str, ...], Entry], problems: list[Problem]) -> None:
    if isinstance(entry.value, dict):
        for key, each in entry.value.items():
            _gather((*path, key), each, said, problems)
    elif isinstance(entry.value, str) and entry.value.strip() and len(path) > 1:
        said[path] = entry
    else:
        problems.append(Problem(entry.where, f"{' → '.join(path)}: says nothing", 'write it like "common stock": …'))


def _approval(tree: Tree, problems: list[Problem]) -> Approval | None:
    given = [tree[key] for key in APPROVAL if key in tree]
    if not given:
        return None
    texts = [each.value for each in given if isinstance(each.value, str)]
    if len(texts) < len(APPROVAL):
        what = "an approval names who, when and of which words"
        problems.append(
            Problem(
                given[0].where,
                what,
                "let lexdocs translations … --approve NAME --on DATE write it (for a deal with --deal)",
            )
        )
        return None
    by, on, words = texts
    return Approval(by, on, words, given[0].where)
