"""`lexdocs mail` on a long register of the worked example's statement, against those who print page by page.

Ours is the whole process: reading, calculation, plates, stamping, manifest, hashing and sums, with nothing kept before.
The peers are printed in this process, with the same calculation added; compilers and fonts are ready before the clock.

    python -m tests.benchmarks.mailing [ROUNDS] [HOLDERS]
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.mailing_peers import measure
from tests.benchmarks.measuring import Result, run, table
from tests.benchmarks.statement_texts import write_register

ROOT = Path(__file__).parents[2]
HOLDERS = 50_000
GOALS = {
    "WeasyPrint, one call a holder": 600.0,
    "Typst, compiler kept": 80.0,
    "ReportLab, one document": 12.0,
    "ReportLab, fixed words in forms": None,
}
BYTES, TWO, FALLBACKS = 750.0, 1.8, 1.0


def mailing(rounds: int, folder: Path, environment: Mapping[str, str], holders: int = HOLDERS) -> list[Result]:
    """CPU of a statement against each peer's; bytes of a statement; two processes against one; what was rendered."""
    deal, out = folder / "mailed", folder / "mailing"
    write_register(holders, deal)
    walls: dict[int, list[float]] = {1: [], 2: []}
    costs: list[float] = []

    def mail(jobs: int) -> float:
        shutil.rmtree(out, ignore_errors=True)
        command = [sys.executable, "-m", "lexdocs.cli.main", "mail", deal, "--out", out, "--jobs", jobs]
        start = time.perf_counter()
        seconds, _, _ = run(command, ROOT, environment)
        walls[jobs].append(time.perf_counter() - start)
        return seconds / holders

    mail(1)  # compiles the bytecode
    peers: dict[str, list[float]] = {name: [] for name in GOALS}
    for _ in range(rounds):
        costs.append(mail(1))
        for name, (seconds, _) in measure(tuple(GOALS), 1).items():
            if name in peers:
                peers[name].append(seconds)
        mail(2)
    control = json.loads((out / "control.json").read_text("utf-8"))
    own = statistics.median(costs)
    results = []
    for name, goal in GOALS.items():
        other = statistics.median(peers[name])
        what = f"a statement in the stream, against {name}: CPU"
        results.append(Result(what, own * 1e6, "µs", other * 1e6, other / own, goal, below=False))
    size = control["files"]["statements.pdf"]["bytes"] / holders
    one, two = (statistics.median(walls[jobs]) for jobs in (1, 2))
    share = 100 * (holders - control["stamped"]) / holders
    return [
        *results,
        Result(f"a statement in a stream of {holders:,}", size, "bytes", goal=BYTES),
        Result("two processes against one: wall time", two, "s", one, one / two, TWO, below=False),
        Result("statements that were not stamped", share, "%", goal=FALLBACKS),
    ]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        given = [int(each) for each in sys.argv[1:]]
        sys.stdout.write(table(mailing(given[0] if given else 3, Path(scratch), os.environ, *given[1:])) + "\n")
