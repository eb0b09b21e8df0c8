"""The template library: the words of a deal, read once from its folders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath

from lexdocs.documents.sections import INCLUDE, is_section, put_in, read_section
from lexdocs.errors import InputError, Problem, Where
from lexdocs.notation.languages import ENGLISH, TRANSLATIONS

FENCE = "---"
CATALOGUES = "languages"
"""The folder of the catalogues among the templates: one file for each language."""
_TRANSLATED = re.compile(rf"(.+)\.({'|'.join(TRANSLATIONS)})\.md").fullmatch
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_USED = re.compile(r"class=\"([^\"]*)\"|\{[:#][^}\n]*?\.([\w.\s-]+)")
_LATE = re.compile(r"^[ \t]*---[ \t]*\n(?:[a-z_]+[ \t]*:[^\n]*\n)*?(?:title|after|before)[ \t]*:", re.MULTILINE)
GUIDE = "README.md"
"""What is written for people about the templates, and is none itself."""


@dataclass(frozen=True)
class Template:
    """One template file: its name in the library (`notices/commencement.md`), its text and its place on disk.

    `sections` are the files that gave themselves a place in it, or in what it includes. `of` is the English template
    that it translates, in a library of another language.
    """

    name: str
    text: str
    path: Path | None = None
    sections: tuple[Template, ...] = ()
    of: Template | None = None

    @property
    def has_header(self) -> bool:
        """Whether the file opens with a header: a document does, and a section that gives itself a place."""
        return self.text.split("\n", 1)[0].rstrip() == FENCE

    @property
    def late_header(self) -> int:
        r"""The line where a header begins below something else, which keeps it from being one; 0 for none.

        >>> Template("a.md", "\n---\ntitle: A\n---\n").late_header, Template("a.md", "---\ntitle: A\n---\n").late_header
        (2, 0)
        """
        found = None if self.has_header else _LATE.search(self.text)
        return 1 + self.text.count("\n", 0, found.start()) if found else 0

    @property
    def is_document(self) -> bool:
        """Whether the file is a document of its own; all others are included."""
        return self.has_header and not self.is_section

    @property
    def is_section(self) -> bool:
        """Whether the file says in its header beside which other one it belongs."""
        return self.has_header and is_section(self.header)

    @property
    def header_lines(self) -> int:
        """How many lines the header takes with both its fences; 0 for none or for one that never ends."""
        lines = self.text.split("\n")
        ends = (number for number, line in enumerate(lines) if number and line.rstrip() == FENCE)
        return next(ends, -1) + 1 if self.has_header else 0

    @property
    def header(self) -> str:
        """The lines between the fences."""
        return "\n".join(self.text.split("\n")[1 : max(self.header_lines - 1, 0)])

    @property
    def words(self) -> str:
        """What comes after the header."""
        return "\n".join(self.text.split("\n")[self.header_lines :])

    @property
    def body(self) -> str:
        """The words, with an empty line for each line of the header, so that line numbers hold.

        A section's end with empty lines, for its include stands on one line with another. In a translation a note
        stands for the header: a clause may stand inside a sentence, where lines would part it.
        """
        lines = self.header_lines
        if self.of is not None and lines:
            return "{!" + "\n" * (lines - 1) + "!}\n" + self.words
        return "\n" * lines + self.words + "\n\n\n" * self.is_section


@dataclass(frozen=True, eq=False)
class Library:
    """Templates by name. A library is a snapshot: it reads nothing from disk after it was opened.

    `templates` are those of its `language`. An English one has the `translations` too, by language and English name,
    and the `catalogues` of each language, those of the deal first; in another one `untranslated` are the English
    templates of which it has none. `deal` is what a person calls the deal whose templates, in the folder `own`, come
    before the house's, and `others` the files there that are no templates. `classes` are those that a style sheet or
    the house's own words know; nothing is known of them where there is no style sheet.
    """

    templates: Mapping[str, Template] = field(repr=False)
    translations: Mapping[tuple[str, str], Template] = field(default_factory=dict, repr=False)
    catalogues: Mapping[str, tuple[Template, ...]] = field(default_factory=dict, repr=False)
    language: str = ENGLISH
    untranslated: frozenset[str] = field(default=frozenset(), repr=False)
    deal: str = ""
    own: Path | None = None
    others: tuple[str, ...] = ()
    classes: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def documents(self) -> tuple[str, ...]:
        r"""The names of the templates that are documents, in order.

        >>> Library({"a.md": Template("a.md", "---\ntitle: A\n---\n"), "b.md": Template("b.md", "B")}).documents
        ('a.md',)
        """
        return tuple(sorted(name for name, template in self.templates.items() if template.is_document))

    def reached_from(self, name: str) -> tuple[Template, ...]:
        r"""A template and all that it may include, however deep, in the order of the names.

        >>> library = Library({"a.md": Template("a.md", '{% include "b.md" %}'), "b.md": Template("b.md", "B")})
        >>> [template.name for template in library.reached_from("a.md")]
        ['a.md', 'b.md']
        """
        found: dict[str, Template] = {}
        ahead = [name]
        while ahead:
            here = self.templates.get(ahead.pop())
            if here is not None and here.name not in found:
                found[here.name] = here
                ahead += INCLUDE.findall(here.text)
        return tuple(found[each] for each in sorted(found))

    def is_own(self, template: Template) -> bool:
        """Whether a template is the deal's, and not the house's."""
        return self.own is not None and template.path is not None and template.path.is_relative_to(self.own)

    def get(self, name: str) -> Template | None:
        """The template of that name; None where there is none (a name with `..` never has one)."""
        return self.templates.get(name)


def english_name(name: str) -> str:
    """The name of the English template that a translation is of; an English one is its own.

    >>> english_name("notices/commencement.es.md"), english_name("notices/commencement.md")
    ('notices/commencement.md', 'notices/commencement.md')
    """
    found = _TRANSLATED(name)
    return f"{found[1]}.md" if found else name


def open_library(folders: Sequence[Path], deal: str = "") -> Library:
    """Read every template (`*.md`) of the folders; a file of an earlier folder hides one of a later folder.

    Folders that do not exist are passed over: a deal need not have templates of its own. Where the first is that of a
    `deal`, it is told what the deal is called.
    Raises `InputError` naming every file that is a link, leads out of its folder, or is not UTF-8, and every one that
    hides a document and is none itself: such a document would be missed by no one until it was wanted.
    """
    problems: list[Problem] = []
    templates: dict[str, Template] = {}
    for folder in folders:
        for path in _files(folder, problems):
            name = PurePosixPath(*path.relative_to(folder).parts).as_posix()
            hiding, text = templates.get(name), _text(path, problems)
            if text is None:
                continue
            found = Template(name, text, path)
            if hiding is None:
                templates[name] = found
            elif found.is_document and not hiding.is_document:
                what, remedy = "hides the house's document, and has no header", "write its header, or delete the file"
                problems.append(Problem(Where(str(hiding.path)), what, remedy))
    catalogues = [each for folder in folders for each in _catalogues(folder, problems)]
    if problems:
        raise InputError(problems)
    own = folders[0] if deal else None
    looks = tuple(path.read_text("utf-8", "replace") for folder in folders for path in _looks(folder))
    return _library(tuple(_with_sections(templates).values()), tuple(catalogues), deal, own, _others(own), looks)


def _with_sections(templates: dict[str, Template]) -> dict[str, Template]:
    """The templates, with every section in its place, and the documents that hold sections knowing of them."""
    placed = {name for name, template in templates.items() if template.is_section}
    if not placed:
        return templates
    sections = {name: read_section(name, templates[name].header) for name in placed}
    changed = put_in({name: template.text for name, template in templates.items()}, sections)
    made = {name: replace(each, text=changed.get(name, each.text)) for name, each in templates.items()}
    library = Library(made)
    for name in library.documents:
        held = tuple(each for each in library.reached_from(name) if each.name in placed)
        made[name] = replace(made[name], sections=held) if held else made[name]
    return made


@lru_cache(maxsize=8)
def _library(
    files: tuple[Template, ...], catalogues: tuple[Template, ...], deal: str, folder: Path | None,
    others: tuple[str, ...], looks: tuple[str, ...],
) -> Library:  # fmt: skip
    """One library for the same files, however often they are read: what was compiled and checked of it serves again."""
    parted = [(_TRANSLATED(each.name), each) for each in files]
    templates = {each.name: each for found, each in parted if found is None}
    translations = {(found[2], f"{found[1]}.md"): each for found, each in parted if found is not None}
    own = {code: tuple(each for each in catalogues if each.name.endswith(f"/{code}.yaml")) for code in TRANSLATIONS}
    house = [each.text for each in files if folder is None or not (each.path and each.path.is_relative_to(folder))]
    known = frozenset(_CLASS.findall("\n".join(looks)))
    used = {name for text in house for found in _USED.findall(text) for name in re.split(r"[\s.]+", "".join(found))}
    classes = known | used if known else frozenset()
    return Library(templates, translations, own, deal=deal, own=folder, others=others, classes=classes)


def _looks(folder: Path) -> list[Path]:
    """The style sheet of a folder."""
    path = folder / "style" / "house.css"
    return [path] if path.is_file() else []


def _others(folder: Path | None) -> tuple[str, ...]:
    """The names of the files in a folder that are no templates, but for what editors and systems leave behind."""
    if folder is None or not folder.is_dir():
        return ()
    files = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
    names = [each for each in files if each.suffix != ".md" and each.name != GUIDE]
    return tuple(each.as_posix() for each in names if not any(part.startswith((".", "~")) for part in each.parts))


def _catalogues(folder: Path, problems: list[Problem]) -> Iterator[Template]:
    for code in TRANSLATIONS:
        path = folder / CATALOGUES / f"{code}.yaml"
        text = _text(path, problems) if path.is_file() else None
        if text is not None:
            yield Template(f"{CATALOGUES}/{code}.yaml", text, path)


def _files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    if not folder.is_dir():
        return
    # The folder itself may be reached by a link (an installed package often is); what lies in it may not.
    linked: dict[Path, bool] = {folder: False}
    for path in sorted(folder.rglob("*.md")):
        if path.name == GUIDE:
            continue
        if _is_linked(path, linked):
            problems.append(Problem(Where(str(path)), "a template may not be a link", "put the file itself here"))
        elif path.is_file():
            yield path


def _is_linked(path: Path, known: dict[Path, bool]) -> bool:
    """Whether a file or a folder, or one between it and the folder of all templates, is a link."""
    if path not in known:
        known[path] = path.is_symlink() or _is_linked(path.parent, known)
    return known[path]


def _text(path: Path, problems: list[Problem]) -> str | None:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"not UTF-8 (byte {data[error.start]:#04x})"
        problems.append(Problem(Where(str(path), line), what, "save the file as UTF-8"))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
