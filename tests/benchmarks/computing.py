"""The calculator by itself, in a process of its own, so that nothing is worked out before the clock starts.

Prints as JSON what the whole book of a deal costs in CPU seconds, the first time, and how many holdings a second of CPU
can be worked out: by the book, with its proofs, by the function compiled from it, and by that function lowered to
whole numbers.

    python -m tests.benchmarks.computing DEAL
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from lexdocs.figures.book import compute
from lexdocs.figures.compiling import compile_per
from lexdocs.figures.quick import Quick
from lexdocs.notation.units import Value
from lexdocs.offers.kinds import KINDS, graph_of
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.terms import read_terms

AXIS = "holding"
MORE = 300  # holdings added to the register, so that what the deal itself costs falls out of the difference
CALLS = 3_000


def measure(folder: Path) -> dict[str, float]:
    """CPU seconds of the book; holdings a second, each way."""
    terms = read_terms(folder, KINDS)
    graph = graph_of(terms.values.kind)
    first = cpu(lambda: compute(graph, terms.leaves, terms.axes))
    short = min(cpu(lambda: compute(graph, terms.leaves, terms.axes)) for _ in range(5))
    leaves, labels = longer(terms.leaves, terms.axes[AXIS])
    long = min(cpu(lambda: compute(graph, leaves, {**terms.axes, AXIS: labels})) for _ in range(2))
    compiled = compile_per(AXIS, graph, compute(graph, terms.leaves, terms.axes))
    rows = [row_of(terms.leaves, label) for label in terms.axes[AXIS]]
    calls = cpu(lambda: [compiled(rows[number % len(rows)]) for number in range(CALLS)])
    quick = Quick(compiled)
    quick(rows[0])
    lowered = cpu(lambda: [quick(rows[number % len(rows)]) for number in range(CALLS)])
    return {
        "book": first, "holdings by the book": MORE / (long - short), "holdings compiled": CALLS / calls,
        "holdings lowered": CALLS / lowered,
    }  # fmt: skip


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def row_of(leaves: Iterable[Leaf], label: str) -> dict[str, Value]:
    """The leaves of one holding, by name."""
    return {leaf.name: leaf.value for leaf in leaves if leaf.key == (label,) and leaf.value is not None}


def longer(leaves: Sequence[Leaf], labels: Sequence[str]) -> tuple[list[Leaf], tuple[str, ...]]:
    """The register, and `MORE` holdings like those in it."""
    made, added = list(leaves), []
    for number in range(MORE):
        like = labels[number % len(labels)]
        added.append(f"{like}-{number}")
        made += [replace(leaf, key=(added[-1],)) for leaf in leaves if leaf.axes == (AXIS,) and leaf.key == (like,)]
    return made, (*labels, *added)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))))
