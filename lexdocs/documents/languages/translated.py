"""A library in another language: for each English name the translation, so that includes keep the English names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from shlex import quote

from lexdocs.documents.languages.heading import digest
from lexdocs.documents.library import Library, Template
from lexdocs.notation.languages import ENGLISH, LANGUAGES

_SIGNS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{!.*?!\}|<[^>]*>|\{:[^}]*\}", re.DOTALL)
_LETTER = re.compile(r"[^\W\d_]")
_INCLUDED = re.compile(r"""\{%-?\s*include\s+["']([^"']+)["']""")


def is_wordless(template: Template) -> bool:
    """Whether a clause has no words of its own, so that it serves in every language.

    >>> [is_wordless(Template("a.md", said)) for said in ("{% if due %}{{ fee }}{% endif %}", "the {{ fee }}")]
    [True, False]
    """
    return not template.is_document and not _LETTER.search(_SIGNS.sub("", template.text))


def translation_name(english: str, language: str) -> str:
    """The name of the translation of an English template.

    >>> translation_name("notices/commencement.md", "es")
    'notices/commencement.es.md'
    """
    return f"{english.removesuffix('.md')}.{language}.md"


def command(said: str, deal: str = "") -> str:
    """What a person calls to have something done about translations: the house's, or those of a deal.

    >>> command("es phrases", "deals/ours")
    'lexdocs translations es phrases --deal deals/ours'
    """
    return f"lexdocs translations {said}" + (f" --deal {quote(deal)}" if deal else "")


def untranslated(english: str, language: str, deal: str = "") -> tuple[str, str]:
    """What to say of a template without a translation, and what to do.

    >>> untranslated("shared/holdouts.md", "de")  # doctest: +ELLIPSIS
    ('"shared/holdouts.md" has no German translation', 'write shared/holdouts.de.md: ...')
    """
    what = f'"{english}" has no {LANGUAGES[language].name} translation'
    begun = command(f"{language} {english}", deal)
    return what, f"write {translation_name(english, language)}: {begun} begins it"


@lru_cache(maxsize=16)
def in_language(library: Library, language: str) -> Library:
    """The library in a language; the English one is itself.

    A translation stands under the English name and under its own. Clauses without words are the English ones; all
    others that nobody translated are missing, and whoever asks for one is told so.
    """
    if language == ENGLISH:
        return library
    templates: dict[str, Template] = {}
    missing = set()
    for name, english in library.templates.items():
        own = library.translations.get((language, name))
        if own is not None:
            templates[name] = templates[own.name] = replace(own, of=english)
        elif is_wordless(english):
            templates[name] = english
        else:
            missing.add(name)
    return replace(library, templates=templates, translations={}, language=language, untranslated=frozenset(missing))


def parts_of(library: Library, template: str) -> Iterator[str]:
    """The English names of a template and of all that is included in it, in order, whether they are there or not."""
    waiting, seen = [template], set()
    while waiting:
        name = waiting.pop(0)
        if name not in seen:
            seen.add(name)
            yield name
            own = library.templates.get(name)
            waiting += _INCLUDED.findall(own.text) if own is not None else ()


def words_digest(library: Library, template: str) -> str:
    """The digest of the words of a translated document: its title, its running head, its own words and its clauses'."""
    from lexdocs.documents.header import read_header

    header = read_header(library.templates[template])
    parts = (library.templates.get(name) for name in sorted(parts_of(library, template)))
    said = [f"{each.name}\n{each.words.strip()}" for each in parts if each is not None]
    literals = [f"{each.text} {each.count}" for each in header.literals]
    return digest(header.title, header.running_head, *literals, *said)
