"""Putting a mailing together in its folder, with its control, unless it lies there already as it would be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from lexdocs.deal import legend_of
from lexdocs.errors import LexdocsError
from lexdocs.figures.streaming import Streamed
from lexdocs.mailing.against import take_back
from lexdocs.mailing.asked import Asked
from lexdocs.mailing.assembling import Assembled, Assembly
from lexdocs.mailing.beside import BesideFigures
from lexdocs.mailing.control import CORRECTED, REPORT, Basis, Control, control_of, write_control
from lexdocs.mailing.corrections import Corrections, keep_corrected
from lexdocs.mailing.file_names import KEPT, MANIFEST
from lexdocs.mailing.forms import Forms
from lexdocs.mailing.long_way import LongWay
from lexdocs.mailing.own_files import OwnFiles
from lexdocs.mailing.passing import noted
from lexdocs.mailing.recipe import Recipe
from lexdocs.mailing.report import report_of
from lexdocs.mailing.sampling import Sample
from lexdocs.mailing.sharing import PLATES
from lexdocs.mailing.sums import MailedSums
from lexdocs.mailing.working import Worker
from lexdocs.outputs.files import place
from lexdocs.terms.terms import Terms


@dataclass(frozen=True)
class Together:
    """Puts statements together: what was asked for, of which deal, and in which forms.

    `inputs` are the digests of what people wrote, `aside` counts rows of the listings that were set aside, and `sample`
    is how many statements are compared.
    """

    asked: Asked
    terms: Terms
    way: LongWay
    inputs: Mapping[str, str]
    aside: int
    forms: Forms
    sample: int | None
    corrections: Corrections | None

    def put(
        self, worker: Worker, paths: Iterator[Path], mailed: MailedSums, beside: BesideFigures,
        finished: Callable[[], Streamed], sampled: Callable[[], Callable[[], Sample]],
    ) -> Control:  # fmt: skip
        """Put the statements together, unless they lie there already as they would be; and hold the sums.

        What was made of a shard is taken as it comes; only where something was mailed before, or where pages say the
        number of the job, all is waited for.
        `finished` gives the deal's own sums once all was taken; `sampled` begins with the sample once all is written,
        and gives what waits for it.
        """
        title = f"{self.way.deal.name}, {self.way.event.rpartition('/')[2]}"
        before = Control.read(self.asked.out)
        OwnFiles(self.asked.out).begin()  # what lies there now is known by the manifest that lies there now
        segments: list[Path] = []
        if before is not None or self.asked.printing.numbered:
            segments, paths = list(paths), iter(())
        if before is not None:
            finished()  # what stands against the mailing is told before what lies there is written over
        recipe = self._recipe(segments, title)
        if before is not None:
            same = before.made_of == recipe.stands_for(self.inputs) and Recipe.read(worker.folder) == recipe
            if same and before.sample.asked == self.sample and before.is_there(self.asked.out):
                return replace(before, unchanged=True)
        coming = chain(tuple(segments), noted(paths, segments))
        plates, proof = worker.folder / PLATES, True
        each = self.forms.files(self.asked.out, plates, proof=proof)
        job = recipe.job(self.inputs)  # its number is the right one where it is printed
        assembly = Assembly(self.asked.out, plates, title, proof, self.asked.pages_per_file, each, job)
        assembled = assembly.stream(coming) if self.asked.stream else assembly.singles(coming)
        try:
            streamed = finished()
        except LexdocsError:
            take_back(self.asked.out, assembled)
            raise
        sample = sampled()
        self._take_away(before, assembled)
        keep_corrected(self.corrections, self.asked.out)
        recipe = self._recipe(segments, title)
        basis = self._basis(beside, recipe)
        control = control_of(assembled, streamed, mailed.sums, self.way.deal, self.terms, basis, self.asked.out)
        control = replace(control, sample=sample())
        recipe.keep(worker.folder)
        return write_control(control, report_of(control, recipe.legend), self.asked.out)

    def _recipe(self, segments: Sequence[Path], title: str) -> Recipe:
        names, legend, forms = [path.name for path in segments], legend_of(self.way.deal), self.forms
        corrects = "" if self.corrections is None else self.corrections.told["manifest_sha256"]
        corrected = "" if self.corrections is None else str(self.corrections.folder.resolve())
        how = forms.stream, forms.each, self.asked.printing, forms.html, forms.locked, corrects, corrected
        return Recipe(names, self.asked.pages_per_file, title, legend, *how)

    def _basis(self, beside: BesideFigures, recipe: Recipe) -> Basis:
        words = beside.told()
        assumed = [[change.path, change.value] for change in self.asked.changes]
        made_of, job = recipe.stands_for(self.inputs), recipe.job(self.inputs)
        corrects = {} if self.corrections is None else self.corrections.told
        return Basis(made_of, self.way.template, self.inputs, assumed, self.aside, words, job, corrects)

    def _take_away(self, before: Control | None, made: Assembled) -> None:
        """Take away what lies there of an earlier mailing and is no file of this one, such as those of another form."""
        for name in before.files if before is not None else ():
            if name not in made.files and name not in (MANIFEST, REPORT, CORRECTED):
                place(self.asked.out, name).unlink(missing_ok=True)
        self.forms.take_away(self.asked.out, self.asked.out / KEPT)
