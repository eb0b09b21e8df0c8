"""What a refusal says: which labels a term may be, what must be stated beside it, and if it is about the change."""

from __future__ import annotations

import re
from collections.abc import Collection

from lexdocs.checks.mutation.edits import Edit
from lexdocs.checks.mutation.inputs import Input, Standing, Try, changing, is_term, values_for
from lexdocs.deal import Deal
from lexdocs.errors import InputError, Problem, Where
from lexdocs.notation.units import Unit
from lexdocs.terms.changes import Change
from lexdocs.terms.leaf import Leaf

_LABELS = re.compile(r"the labels of [^;]* are (.+)$")


def labelled(deal: Deal, given: Input, problem: Problem, tried: Collection[str]) -> list[Try]:
    """The labels that a refusal names, where a term must be one of them."""
    leaf = next((leaf for leaf in deal.terms.leaves if leaf.path == given.path), None)
    found = _LABELS.search(problem.remedy)
    if leaf is None or found is None or given.standing is not Standing.WRITTEN:
        return []
    labels = [label.strip() for label in found[1].split(",")]
    return list(changing(leaf, [label for label in labels if label not in tried and label != given.was]))


def completed(deal: Deal, edit: Edit, refused: InputError) -> Edit | None:
    """The edit with one term more, which the refusal asks for; None where it asks for none that could be stated."""
    made = {change.path for change in edit.changes}
    said = " ".join(str(problem) for problem in refused.problems).replace(".", " ")
    for leaf in _absent(deal, edit.changes[-1].path):
        name = re.escape(leaf.path.rpartition(".")[2])
        if leaf.path not in made and re.search(rf"\b{name}\b", said):
            texts = values_for(deal, leaf)
            if texts:
                return Edit((*edit.changes, Change(leaf.path, texts[0], Where("mutate"))), edit.files)
    return None


def _absent(deal: Deal, path: str) -> list[Leaf]:
    """Terms that could be stated, those of the same section first, and dates after all others."""
    section = path.rpartition(".")[0]
    found = [leaf for leaf in deal.terms.leaves if is_term(leaf) and leaf.written is None]
    return sorted(
        found, key=lambda leaf: (leaf.path.rpartition(".")[0] != section, leaf.unit in (Unit.DATE, Unit.MOMENT))
    )


def concerns(problem: Problem, given: Input) -> bool:
    """Whether a refusal is about the very thing that was changed, so that it is held by it.

    A term that names a row has no other values than the labels of the rows; the listings are held against each other.
    """
    if _LABELS.search(problem.remedy) or problem.what.startswith(f"{given.path}:") or given.path.endswith(":kind"):
        return True
    listed = given.where.file.endswith(".csv") and problem.where.file.endswith(".csv")
    return listed or (problem.where.file, problem.where.line) == (given.where.file, given.where.line)
