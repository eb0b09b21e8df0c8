"""Labels in the terms of an exchange offer for several series: what may name a row, and which rows are named."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lexdocs.errors import did_you_mean
from lexdocs.offers.capitalization_terms import CapitalKind
from lexdocs.offers.series_exchange_terms import SeriesExchangeSheet

LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")


def label_faults(terms: SeriesExchangeSheet) -> Iterator[str]:
    """A line for each label that cannot name a row, and for each that no row has."""
    named = {f"options[{n}].label": each.label for n, each in enumerate(terms.options)}
    named |= {f"new_notes[{n}].label": each.label for n, each in enumerate(terms.new_notes)}
    for at, label in named.items():
        if not LABEL.fullmatch(label):
            yield f'{at}: "{label}" cannot name a row; use letters, digits and hyphens'
    if not terms.options:
        yield "options: there is none; write at least one, with its label and its name"
    series = [each.label for each in terms.series]
    options = [each.label for each in terms.options]
    notes = [each.label for each in terms.new_notes]
    for n, row in enumerate(terms.considerations):
        yield from _unknown(f"considerations[{n}].series", row.series, series, "series")
        yield from _unknown(f"considerations[{n}].option", row.option, options, "option")
        yield from _unknown(f"considerations[{n}].notes", row.notes, notes, "new notes")
    for n, step in enumerate(terms.steps):
        yield from _unknown(f"steps[{n}].notes", step.notes, notes, "new notes")
    for n, line in enumerate(terms.capitalization.lines if terms.capitalization is not None else ()):
        of_new = line.kind is CapitalKind.NEW
        known, noun = (notes, "new notes") if of_new else (series, "series")
        yield from _unknown(f"capitalization.lines[{n}].of", line.of, known, noun)
    for n, provision in enumerate(terms.provisions):
        yield from _unknown(f"provisions[{n}].notes", provision.notes, notes, "new notes")
    for n, option in enumerate(terms.options):
        for m, label in enumerate(option.series):
            yield from _unknown(f"options[{n}].series[{m}]", label, series, "series")
        if option.cap is not None:
            yield from _unknown(f"options[{n}].cap.excess_to", option.cap.excess_to, options, "option")
        if option.pool is not None:
            yield from _unknown(f"options[{n}].pool.rest_in", option.pool.rest_in, notes, "new notes")


def _unknown(at: str, label: str | None, known: Collection[str], noun: str) -> Iterator[str]:
    if label is not None and label not in known:
        listed = f"the labels of {noun} are {', '.join(known)}" if known else f"the terms list no {noun}"
        yield f'{at}: no {noun} is called "{label}"; {did_you_mean(label, known) or listed}'
