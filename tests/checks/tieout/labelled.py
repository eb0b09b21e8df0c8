"""The corpus of labelled documents as texts of which every number is known."""

from __future__ import annotations

from functools import cache

from lexdocs.figures.figure import Figure
from tests.checks.tieout import corpus
from tests.checks.tieout.corpus import Label, Labelled, Sort
from tests.checks.tieout.source import Mark, Source, kind_of

_SORTS = {Sort.TIED: "true", Sort.ROUNDED: "true"}


@cache
def labelled_sources() -> tuple[Source, ...]:
    """Every document of the corpus, without its labels."""
    return tuple(_source(corpus.load(path)) for path in corpus.paths())


def _source(document: Labelled) -> Source:
    truth = {figure.address: figure for figure in document.book if isinstance(figure, Figure)}
    marks = tuple(_mark(document, label) for label in document.labels)
    name = f"{document.name}.{document.suffix}"
    return Source(name, document.deal, f".{document.suffix}", document.text, marks, truth, document.as_of)


def _mark(document: Labelled, label: Label) -> Mark:
    said = document.text[label.start : label.end]
    kind = kind_of(said, label.addresses, named=label.is_name)
    return Mark(label.start, label.end, kind, label.addresses, _SORTS.get(label.sort, label.sort.value))
