"""Release: a mailing put together again without the mark of a proof, when two people have answered for it.

1. *Refuse*, all reasons at once: names, sums, exceptions, inputs that are no longer those of the mailing.
2. *Prove* that what is kept is what was seen: put together again, it is the proof, file by file.
3. *Put together* the same without the mark, in a folder of its own; its manifest is that of the proof, but for the
   SHA-256 of single files, on whose pages the mark was.
4. *Commit*: that folder takes its name in one step, and its files then take the places of the proof's. Whoever is
   interrupted there finds it done by the next release.
"""

from __future__ import annotations

import datetime
import json
import shutil
import struct
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lexdocs.deal import Deal, library_of
from lexdocs.errors import InputError, LexdocsError, Problem, UsageError, Where
from lexdocs.figures.book import compute
from lexdocs.mailing.assembling import Assembled, Assembly
from lexdocs.mailing.claiming import claimed
from lexdocs.mailing.control import CONTROL, CORRECTED, Control, files_of, with_ticket, write_control
from lexdocs.mailing.corrections import corrected_already, note_corrected
from lexdocs.mailing.each import same_but_singles
from lexdocs.mailing.file_names import KEPT, MANIFEST
from lexdocs.mailing.forms import Forms
from lexdocs.mailing.locking import Lock
from lexdocs.mailing.recipe import Recipe, inputs_of
from lexdocs.mailing.released import COMMITTED, RELEASE, finish, is_released
from lexdocs.mailing.report import Signed, report_of
from lexdocs.mailing.sharing import PLATES
from lexdocs.mailing.ticket import Job
from lexdocs.offers.kinds import KINDS, graph_of
from lexdocs.outputs.files import digest_of, write_private
from lexdocs.terms.changes import assume
from lexdocs.terms.joined import listings_of
from lexdocs.terms.terms import read_terms

_Files = Mapping[str, Mapping[str, Any]]
_MAKING = ".releasing"  # the folder in which a release is put together
_AGAIN = "run lexdocs mail again, and look at its proofs"
# What readers of pages and of fonts raise when a byte is not what it was: they trip over it wherever it leads them.
_TRIPPED = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, TypeError,
    ValueError, struct.error, zlib.error,
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """Who releases which mailing of which deal, on what day.

    `verified` is the SHA-256 of the control that was verified: the mailing is held against its files elsewhere, by
    means that share nothing with what made it. `exceptions` says that holders without a statement are approved, and
    `password` opens files that are encrypted.
    """

    out: Path
    folder: Path
    maker: str
    checker: str
    on: datetime.date
    verified: str
    exceptions: bool = False
    password: str | None = field(default=None, repr=False)


def release(asked: Asked, heard: Callable[[str], None] = lambda _: None) -> Control:
    """Release a mailing; gives its new control. Raises `LexdocsError` with every reason against it at once.

    `heard` is told what else is to be known.
    """
    out = asked.out
    if is_released(out):
        raise UsageError(Problem(Where(str(out)), "is released already", "a correction is a new statement"))
    control, recipe = Control.read(out), Recipe.read(out / KEPT)
    if control is None:
        raise InputError(Problem(Where(str(out)), "is no mailing", "name the folder that lexdocs mail wrote"))
    lock = None if asked.password is None else Lock.opened(out / KEPT, asked.password)
    problems = [*_unsigned(asked), *_shut(asked, control, lock), *_untied(asked, control), *_moved(asked, control)]
    if recipe is None or recipe.stands_for(control.inputs) != control.made_of:
        problems.append(Problem(Where(f"{KEPT}/"), "what the mailing was made of is not kept there", _AGAIN))
        raise LexdocsError(problems)
    if control.corrects and (problem := corrected_already(Path(recipe.corrected), out)):
        problems.append(problem)
    if problems:
        raise LexdocsError(problems)
    making = out / _MAKING
    with claimed(out, out / KEPT):
        shutil.rmtree(making, ignore_errors=True)  # of a release that was interrupted
        try:
            forms = Forms(recipe.stream, recipe.each, recipe.html, lock if recipe.locked else None)
            _prove(recipe, forms, control, out)
            released = _made(asked, recipe, forms, control)
            before = Path(recipe.corrected)
            if control.corrects and not note_corrected(before, control.corrects["release_sha256"], out):
                heard(f"{before}: not there, or not to be written: note yourselves that this mailing corrects it")
            making.replace(out / COMMITTED)
        finally:
            shutil.rmtree(making, ignore_errors=True)
        finish(out)
    return released


def _unsigned(asked: Asked) -> Iterator[Problem]:
    """What is wrong with the two names."""
    names = {option: " ".join(name.split()) for option, name in
             (("--maker", asked.maker), ("--checker", asked.checker))}  # fmt: skip
    for option, name in names.items():
        if not _words(name):
            yield Problem(Where(option), "names nobody", "name the person who answers for it")
    if _words(names["--maker"]) and len(set(map(_words, names.values()))) == 1:
        what = f"{names['--checker']} is the maker too"
        yield Problem(Where("--checker"), what, "let another person look at the proofs, and name that one")


def _words(name: str) -> frozenset[str]:
    """What names a person, however it is written: words in any order, without case, accents and punctuation.

    >>> _words("Lee, Ann") == _words("ANN  LÉE")
    True
    """
    letters = (char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return frozenset("".join(char if char.isalnum() else " " for char in letters).casefold().split())


def _shut(asked: Asked, control: Control, lock: Lock | None) -> Iterator[Problem]:
    """Why files that are encrypted cannot be opened."""
    if "encrypted" in control.singles and asked.password is None:
        remedy = "name the file of their password with --password-file, or set LEXDOCS_PASSWORD"
        yield Problem(Where("each/"), "the files are encrypted", remedy)
    elif "encrypted" in control.singles and lock is None:
        yield Problem(Where("each/"), "the password does not open the files", "give that with which they were mailed")


def _untied(asked: Asked, control: Control) -> Iterator[Problem]:
    """What does not tie, and what nobody has approved."""
    if digest_of(asked.out / CONTROL) != asked.verified:
        yield Problem(Where(CONTROL), "is not the one that was verified", "run lexdocs verify, and release again")
    for total in control.totals:
        if total.residue.strip("-0."):
            what = f"{total.figure}: mailed {total.mailed}, the deal's {total.total} is {total.deal}"
            yield Problem(
                Where(CONTROL), f"{what}; residue {total.residue}", "find what makes the residue, and mend it"
            )
    for line in control.sample.told():
        yield Problem(Where(CONTROL), f"{line}: differs from what the long way makes", _AGAIN)
    if control.holders != control.statements + control.corrects.get("unchanged", 0) + len(control.failed):
        yield Problem(Where(CONTROL), "holders are not statements and those without one", _AGAIN)
    without = len(control.failed) + control.aside
    if without and not asked.exceptions:
        what = f"{len(control.failed):,} holders are without a statement, and {control.aside:,} rows were set aside"
        remedy = "mend what is wrong with them, or approve them all with --approve-exceptions"
        yield Problem(Where(CONTROL), what, remedy)


def _moved(asked: Asked, control: Control) -> Iterator[Problem]:
    """The inputs that are no longer those from which the mailing was made."""
    changes = [assume(f"{path}={value}") for path, value in control.assumed]
    folder = asked.folder.resolve()
    try:
        terms = read_terms(folder, KINDS, changes, holdings_too=False)
    except LexdocsError as error:
        yield from error.problems  # beside the reasons that are others'
        return
    announced = [event.date for event in terms.events if event.name == control.event]
    if announced and asked.on < announced[0]:
        what = f"{asked.on} is before {announced[0]}, when what is mailed was announced"
        yield Problem(Where("--on"), what, "give the day of the release")
    graph = graph_of(terms.values.kind)
    deal = Deal(folder, terms, graph, compute(graph, terms.leaves, terms.axes))
    now = inputs_of(deal, listings_of(folder, terms), library_of(deal), control.document)
    for name in sorted({*now, *control.inputs}):
        if now.get(name) != control.inputs.get(name):
            how = "changed" if name in now and name in control.inputs else "gone" if name not in now else "new"
            yield Problem(Where(name), f"is {how} since the mailing was made", _AGAIN)


def _prove(recipe: Recipe, forms: Forms, control: Control, out: Path) -> None:
    """See that what is kept gives the proof again; otherwise what is released would be what nobody has seen."""
    again = out / _MAKING / "proof"
    made = _assembled(recipe, forms, control, again, out, proof=True)
    # Single files are not written again: the manifest, which is the proof's, has the SHA-256 of each.
    _alike(files_of(made, again), control.files, (*control.streams, MANIFEST))
    shutil.rmtree(again)


def _made(asked: Asked, recipe: Recipe, forms: Forms, control: Control) -> Control:
    """Put the released mailing together; the last file of it is the release itself."""
    making = asked.out / _MAKING
    assembled = _assembled(recipe, forms, control, making, asked.out, proof=False)
    made = files_of(assembled, making)
    if not (control.singles or control.html):
        _alike(made, control.files, [MANIFEST])
    elif not same_but_singles(making / MANIFEST, asked.out / MANIFEST):
        raise LexdocsError([_unlike(MANIFEST)])
    signed = Signed(" ".join(asked.maker.split()), " ".join(asked.checker.split()), asked.on)
    if CORRECTED in control.files:
        made[CORRECTED] = dict(control.files[CORRECTED])
    released = replace(control, files=made, singles=assembled.singles, html=assembled.html, released=True)
    released = with_ticket(released, assembled, Job.of(control.made_of, recipe.printing), making)
    released = write_control(released, report_of(released, recipe.legend, signed), making)
    told = {
        "deal": control.deal, "event": control.event, "maker": signed.maker, "checker": signed.checker,
        "on": signed.on.isoformat(), "exceptions_approved": len(control.failed) + control.aside,
        "proof": {name: said["sha256"] for name, said in control.files.items()} | {CONTROL: asked.verified},
        "inputs": dict(control.inputs),
        "files": {name: said["sha256"] for name, said in released.files.items()}
        | {CONTROL: digest_of(making / CONTROL)},
    }  # fmt: skip
    write_private(making / RELEASE, [json.dumps(told, indent=1, ensure_ascii=False) + "\n"])
    return released


def _assembled(
    recipe: Recipe, forms: Forms, control: Control, into: Path, out: Path, *, proof: bool
) -> Assembled:  # fmt: skip
    import pikepdf

    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = out / KEPT
    each = forms.files(into, kept / PLATES, proof=proof, written=not proof, listed=False)
    job = Job.of(control.made_of, recipe.printing)
    assembly = Assembly(into, kept / PLATES, recipe.title, proof, recipe.pages_per_file, each, job)
    segments = [kept / "shards" / name for name in recipe.shards]
    try:
        return assembly.stream(segments) if recipe.stream else assembly.singles(segments)
    except (*_TRIPPED, pikepdf.PikepdfError):
        raise InputError(Problem(Where(f"{KEPT}/"), "what is kept of the mailing is damaged", _AGAIN)) from None


def _alike(
    made: Mapping[str, Mapping[str, object]], told: Mapping[str, Mapping[str, object]], names: Iterable[str]
) -> None:
    """Refuse files that are not those of the proof."""
    wrong = [name for name in names if made.get(name, {}).get("sha256") != told[name]["sha256"]]
    if wrong:
        raise LexdocsError(map(_unlike, wrong))


def _unlike(name: str) -> Problem:
    return Problem(Where(name), "what is kept of the mailing gives another file than the proof", _AGAIN)
