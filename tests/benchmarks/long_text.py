"""Tie-out of a long text, in a process of its own: CPU seconds of a whole and of half of it, and of finding alone.

The text is the worked example's documents as others type them, over and over, each time with another error in them.
Prints JSON.

    python -m tests.benchmarks.long_text PAGES
"""

from __future__ import annotations

import itertools
import json
import sys
import time
from collections.abc import Callable, Iterator

from lexdocs.checks.reading.text import read_text
from lexdocs.checks.tieout.tie import tie_out
from lexdocs.notation.find import find
from tests.checks.tieout.documents import document_sources, life_of
from tests.checks.tieout.planter import KINDS, plant

DEAL = "lexington_2001"
LINES = 56  # on a page


def long_text(pages: int) -> str:
    """So many pages, each with its number at its foot."""
    lines = _lines()
    made = []
    for number in range(1, pages + 1):
        made += [*itertools.islice(lines, LINES), "", f"-{number}-".center(74).rstrip(), ""]
    return "\n".join(made)


def _lines() -> Iterator[str]:
    """Lines of the documents without end, changed a little each time."""
    typed = [source for source in document_sources(DEAL) if source.name.endswith("-typed.txt")]
    kinds = [kind for kind in KINDS if KINDS[kind].way]
    for turn in itertools.count():
        source = typed[turn % len(typed)]
        planted = plant(source, kinds[turn % len(kinds)], turn)
        text = planted.text if planted else source.text
        yield from (line for line in text.split("\n") if not line.strip().strip("-").isdigit())


def measure(pages: int, rounds: int = 2) -> dict[str, float]:
    """The least CPU seconds of some rounds, so that another's work is not counted."""
    life = life_of(DEAL)
    whole, half = long_text(pages), long_text(pages // 2)
    cpu(lambda: tie_out(life, [read_text(long_text(5), "short.txt")]))  # whatever is made once
    seen = [
        (
            cpu(lambda: tie_out(life, [read_text(whole, "whole.txt")])),
            cpu(lambda: tie_out(life, [read_text(half, "half.txt")])),
            cpu(lambda: [find(passage.text) for passage in read_text(whole, "whole.txt").passages]),
        )
        for _ in range(rounds)
    ]
    tied, halved, found = (min(each) for each in zip(*seen, strict=True))
    return {"tied": tied, "half tied": halved, "read and found": found}


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(int(sys.argv[1]))))
