"""The header of a translation: which language, of which English words, and who approved it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from lexdocs.documents.header import Header, Reader, read_header
from lexdocs.documents.library import Template
from lexdocs.errors import InputError, Problem, Where
from lexdocs.notation.languages import LANGUAGES, TRANSLATIONS

OF_A_DOCUMENT = (
    "language", "translates", "title", "running_head", "literals", "approved_by", "approved_on", "approved_words",
)  # fmt: skip
OF_A_CLAUSE = ("language", "translates")
APPROVAL = ("approved_by", "approved_on", "approved_words")
_DIGEST = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class Approval:
    """Who approved which words of a translation, and when; `words` is their digest."""

    by: str
    on: str
    words: str
    where: Where


@dataclass(frozen=True)
class Heading:
    """What a translation says of itself; `translates` is the digest of the English words that it was made of."""

    language: str
    translates: str
    where: Where
    approval: Approval | None = None


def digest(*texts: str) -> str:
    r"""A short digest of some words; neither how lines end nor empty lines about them count.

    >>> digest("To  \n", "") == digest("To", "") != digest("", "To")
    True
    """
    said = "\x1f".join("\n".join(line.rstrip() for line in text.split("\n")).strip() for text in texts)
    return hashlib.sha256(said.encode("utf-8")).hexdigest()[:16]


def digest_of(english: Template) -> str:
    """The digest of all of an English template that is translated: its title, its running head and its words."""
    header = read_header(english) if english.has_header else None
    return digest(header.title if header else "", header.running_head if header else "", english.words)


@lru_cache(maxsize=512)
def heading_of(template: Template) -> Heading:
    """What a translation says of itself. Raises `InputError` with all that is wrong with it."""
    return _Reader(template).heading()


def translated_header(english: Header, template: Template) -> Header:
    """The header of a translation: the English one, with the title, the running head and the numbers of its own."""
    reader = _Reader(template)
    heading = reader.heading()
    title, running = reader.tree["title"], reader.tree.get("running_head")
    return replace(
        english,
        template=template.name,
        title=reader.text("title"),
        title_at=title.where,
        running_head=reader.text("running_head"),
        running_head_at=running.where if running else title.where,
        literals=reader.literals(reader.tree["literals"]) if "literals" in reader.tree else english.literals,
        language=heading.language,
    )


class _Reader(Reader):
    """Takes the header of a translation apart."""

    def heading(self) -> Heading:
        """What it says of itself."""
        template = self.template
        document = template.of is None or template.of.has_header
        self.read(OF_A_DOCUMENT if document else OF_A_CLAUSE)
        where = Where(template.name, 1)
        running = document and template.of is not None and bool(read_header(template.of).running_head)
        wanted = ["language", "translates", *(["title"] if document else []), *(["running_head"] if running else [])]
        for key in wanted:
            if key not in self.tree:
                self.fault(where, f'the header of a translation has no "{key}"', f"add a line {key}: …")
        code, said = self.text("language"), self.text("translates")
        named = template.name.rpartition(".md")[0].rpartition(".")[2]
        if code and code not in TRANSLATIONS:
            self.fault(self.tree["language"].where, f'language: no "{code}"', f"one of: {', '.join(TRANSLATIONS)}")
        elif code and code != named:
            what = f"language: {code} is {LANGUAGES[code].name}, and the file is called .{named}.md"
            self.fault(self.tree["language"].where, what, "correct one of the two")
        if said and not _DIGEST.fullmatch(said):
            english = template.of.name if template.of is not None else "NAME"
            what = "translates: is not the digest of English words"
            done = f"lexdocs translations {named} {english} --current"
            remedy = f"when the words are translated, {done} writes it (for a deal with --deal)"
            self.fault(self.tree["translates"].where, what, remedy)
        approval = self._approval(named)
        if self.problems:
            raise InputError(sorted(self.problems, key=lambda problem: problem.where))
        return Heading(code, said, self.tree["translates"].where, approval)

    def _approval(self, named: str) -> Approval | None:
        given = [key for key in APPROVAL if key in self.tree]
        if not given:
            return None
        missing = [key for key in APPROVAL if key not in given]
        if missing:
            what = f"an approval names who, when and of which words, and {' and '.join(missing)} is missing"
            remedy = f"let lexdocs translations {named} … --approve NAME --on DATE write it (for a deal with --deal)"
            self.problems.append(Problem(self.tree[given[0]].where, what, remedy))
            return None
        by, on, words = (self.text(key) for key in APPROVAL)
        return Approval(by, on, words, self.tree["approved_by"].where)
