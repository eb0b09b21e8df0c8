"""`lexdocs translations`: how translations stand, and the files that a translator begins and somebody approves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from lexdocs.cli.common import say, say_problems, table

if TYPE_CHECKING:
    from lexdocs.deal import Deal
    from lexdocs.documents.languages.standing import Standing
    from lexdocs.documents.library import Library
    from lexdocs.errors import Problem

_PHRASES = "phrases"


def translations(
    language: Annotated[str | None, typer.Argument(metavar="[LANGUAGE]", help="es, fr or de; left out, all.")] = None,
    template: Annotated[
        Optional[str],  # noqa: UP045  as above
        typer.Argument(metavar="[TEMPLATE]", help="An English template to begin, such as notices/commencement.md."),
    ] = None,
    deal: Annotated[
        Optional[str],  # noqa: UP045  as above
        typer.Option("--deal", help="A deal folder or a bundled deal, whose own templates count and are written to."),
    ] = None,
    current: Annotated[
        bool, typer.Option("--current", help="Say that TEMPLATE translates the English words as they are now.")
    ] = False,
    approve: Annotated[
        Optional[str],  # noqa: UP045  as above
        typer.Option("--approve", metavar="NAME", help="Who has read TEMPLATE, or the phrases, and answers for it."),
    ] = None,
    on: Annotated[Optional[str], typer.Option("--on", metavar="DATE", help="The day of the approval.")] = None,  # noqa: UP045  as above
) -> None:
    """Tell how translations stand; with a template, begin its translation, bring it up to date, or approve it."""
    from lexdocs.errors import Problem, UsageError, Where
    from lexdocs.notation.error import NotationError
    from lexdocs.notation.languages import ENGLISH, parse_language

    folder, library = _library(deal)
    try:
        code = parse_language(language) if language else None
    except NotationError as error:
        raise UsageError(Problem(Where("LANGUAGE"), error.what, error.example)) from None
    if code == ENGLISH:
        raise UsageError(Problem(Where("LANGUAGE"), "English is what is translated", "name es, fr or de"))
    if (approve is None) != (on is None):
        missing = "--on" if on is None else "--approve"
        raise UsageError(Problem(Where(missing), "an approval names who and when", f"add {missing}"))
    if template is None or code is None:
        _tell(library, code, folder)
    elif approve is not None and on is not None:
        _approve(library, folder, code, template, approve, on)
    else:
        _write(library, folder, code, template, current=current)


def _library(deal: str | None) -> tuple[Path | None, Library]:
    from lexdocs import resources
    from lexdocs.documents.library import open_library

    folder = resources.find_deal(deal, Path.cwd()) if deal is not None else None
    if folder is None:
        return None, open_library([resources.templates_folder()])
    return folder, open_library([folder / "templates", resources.templates_folder()], deal or "")


def _tell(library: Library, code: str | None, folder: Path | None) -> None:
    """The table of all documents that are translated, and what is wrong; a missing one is, where a deal asks for it.

    Of a deal, the phrases too that its documents print and that have no words, as they go into its catalogue.
    """
    from lexdocs.deal import open_life
    from lexdocs.documents.header import read_header
    from lexdocs.documents.languages.standing import is_translated, standing
    from lexdocs.notation.languages import TRANSLATIONS

    life = open_life(folder) if folder is not None else ()
    kind, asked = (life[-1].terms.values.kind, life[-1].terms.values.languages) if life else ("", ())
    codes = [code] if code else list(TRANSLATIONS)
    names = [name for name in library.documents if is_translated(library, name)]
    names = [name for name in names if not kind or kind in read_header(library.templates[name]).offers]
    found = [standing(library, name, each) for name in names for each in codes]
    rows = [[each.template, each.language, each.said, _by(each)] for each in found]
    typer.echo(table(["template", "language", "state", "approved by"], [*rows, *_phrases(library, codes)]))
    wrong = [problem for each in found for problem in (*each.wrong, *each.stale)]
    wrong += [problem for each in found if each.language in asked for problem in each.missing]
    say_problems(dict.fromkeys(wrong))
    lacking = _tell_wordless(life, codes)
    if wrong or lacking:
        raise typer.Exit(1)


def _tell_wordless(life: Sequence[Deal], codes: list[str]) -> bool:
    """The phrases that have no words, ready to be pasted into the catalogue; whether there are any."""
    from lexdocs.documents.library import CATALOGUES
    from lexdocs.notation.languages import LANGUAGES
    from lexdocs.writing.wordless import wordless

    found = {code: phrases for code, phrases in wordless(life).items() if code in codes} if life else {}
    for code, phrases in found.items():
        english = dict.fromkeys(each.english for each in phrases)
        where = f"templates/{CATALOGUES}/{code}.yaml"
        many = f"{len(english)} phrase{'s have' if len(english) > 1 else ' has'}"
        say(f"{many} no {LANGUAGES[code].name} words: write them into the deal's {where}, behind each colon")
        typer.echo("\n".join(["texts:", *(f"  {json.dumps(each, ensure_ascii=False)}:" for each in english)]))
    return bool(found)


def _by(stands: Standing) -> str:
    approval = stands.approval
    return f"{approval.by}, {approval.on}" if approval is not None and stands.said == "approved" else ""


def _phrases(library: Library, codes: list[str]) -> Iterator[list[str]]:
    from lexdocs.documents.languages.catalogue import catalogue_of
    from lexdocs.documents.languages.translated import in_language

    for code in codes:
        catalogue = catalogue_of(in_language(library, code))
        approval = catalogue.approval
        stands = approval is not None and approval.words == catalogue.words
        by = f"{approval.by}, {approval.on}" if approval is not None and stands else ""
        yield [_PHRASES, code, "approved" if stands else "draft", by]


def _write(library: Library, folder: Path | None, code: str, template: str, *, current: bool) -> None:
    """Begin the translation of a template and of its clauses, or say of what is there that it is up to date."""
    from lexdocs.documents.languages import edited
    from lexdocs.documents.languages.completeness import differences
    from lexdocs.documents.languages.standing import standing
    from lexdocs.documents.languages.translated import command, in_language, parts_of, translation_name
    from lexdocs.errors import LexdocsError
    from lexdocs.outputs.files import write

    name = _named(library, template)
    own = in_language(library, code)
    if current:
        translation = own.templates.get(name)
        _refuse_missing(own, name)
        if translation is not None and translation.of is not None:
            wrong = [each for each in differences(own, name) if each.where.file == translation.name]
            if wrong:
                raise LexdocsError(wrong)
            # With a deal, into the deal's own: the house's goes on translating the house's words.
            target = folder / "templates" if folder is not None else _root(translation.path, translation.name)
            write(target, translation.name, edited.current(translation, translation.of))
            say(f"{target / translation.name}: translates the English words as they are now")
        return
    amended = [each for each in parts_of(library, name) if _is_houses(library, own, each)] if folder is not None else []
    for each in amended:
        # To be amended in the deal: under its old digest, for nobody has looked at it yet.
        target, translation = (folder or Path()) / "templates", own.templates[each]
        write(target, translation.name, translation.text)
        typer.echo((target / translation.name).as_posix())
    begun = [each for each in parts_of(library, name) if each in own.untranslated]
    for each in begun:
        english = library.templates[each]
        target = folder / "templates" if folder is not None else _root(english.path, each)
        write(target, translation_name(each, code), edited.skeleton(english, code))
        typer.echo((target / translation_name(each, code)).as_posix())
    if amended:
        done = command(f"{code} {name} --current", library.deal)
        say(f"copies of the house's translations: amend what the deal says otherwise, then {done}, for each")
    if begun:
        say("translate the words, leave what stands in braces and tags, then run this again with --current for each")
    if begun or amended:
        return
    stands = standing(library, name, code)
    say_problems(stands.problems)
    say(f"{translation_name(name, code)}: {stands.said}")
    if stands.wrong or stands.stale:
        raise typer.Exit(1)


def _is_houses(library: Library, own: Library, name: str) -> bool:
    """Whether words of the deal's own are translated by the house alone, whose words were others."""
    english, translation = library.templates.get(name), own.templates.get(name)
    if english is None or translation is None or translation.of is None:
        return False
    return library.is_own(english) and not library.is_own(translation)


def _approve(library: Library, folder: Path | None, code: str, template: str, by: str, on: str) -> None:
    """Write an approval; refused while anything else stands against the translation.

    With a deal it is written into the deal's own templates, where a copy of a translation of the house's goes.
    """
    from lexdocs.documents.languages import edited
    from lexdocs.documents.languages.catalogue import catalogue_of
    from lexdocs.documents.languages.standing import standing
    from lexdocs.documents.languages.translated import in_language, words_digest
    from lexdocs.documents.library import CATALOGUES
    from lexdocs.errors import LexdocsError, Problem, UsageError, Where
    from lexdocs.notation.error import NotationError
    from lexdocs.notation.forms import parse, write
    from lexdocs.notation.units import Unit
    from lexdocs.outputs.files import write as write_file
    from lexdocs.resources import templates_folder

    try:
        day = write(parse(Unit.DATE, on), Unit.DATE)
    except NotationError as error:
        raise UsageError(Problem(Where("--on"), error.what, error.example)) from None
    if not by.strip():
        raise UsageError(Problem(Where("--approve"), "names nobody", "write who has read it"))
    own = in_language(library, code)
    if template == _PHRASES:
        catalogue = catalogue_of(own)
        target = (folder / "templates" if folder is not None else templates_folder()) / CATALOGUES / f"{code}.yaml"
        before = target.read_text("utf-8") if target.is_file() else ""
        text = edited.approved(before, by.strip(), day, catalogue.words)
    else:
        name = _named(library, template)
        _refuse_missing(own, name)
        stands = standing(library, name, code)
        against: list[Problem] = [*stands.missing, *stands.wrong, *stands.stale]
        if against:
            raise LexdocsError(against)
        translation = own.templates[name]
        target = (folder / "templates" if folder is not None else templates_folder()) / translation.name
        text = edited.approved(translation.text, by.strip(), day, words_digest(own, name))
    write_file(target.parent, target.name, text)
    say(f"{target}: approved by {by.strip()} on {day}")


def _refuse_missing(own: Library, name: str) -> None:
    from lexdocs.documents.languages.translated import untranslated
    from lexdocs.errors import InputError, Problem, Where

    if name in own.untranslated:
        raise InputError(Problem(Where(name), *untranslated(name, own.language, own.deal)))


def _named(library: Library, template: str) -> str:
    """The English name of a template that a person means."""
    from lexdocs.documents.library import english_name
    from lexdocs.errors import Problem, UsageError, Where, did_you_mean

    name = english_name(template if template.endswith(".md") else f"{template}.md")
    if name not in library.templates:
        remedy = did_you_mean(name, library.templates) or "name it as under templates/, like notices/commencement.md"
        raise UsageError(Problem(Where("TEMPLATE"), f'there is no template "{template}"', remedy))
    return name


def _root(path: Path | None, name: str) -> Path:
    """The folder of templates in which a template of that name stands."""
    return path.parents[name.count("/")] if path is not None else Path("templates")
