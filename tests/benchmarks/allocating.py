"""`lexdocs allocate` on long registers and logs, each run in a process of its own, writing its files included.

python -m tests.benchmarks.allocating [ROWS]
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.measuring import Result, against, interleaved, run, table
from tests.benchmarks.statement_texts import acknowledge

ROOT = Path(__file__).parents[2]
DEAL = ROOT / "tests" / "deals" / "tiny"
PEER = Path(__file__).with_name("reading.py")
MANY, FEW = 1_000_000, 10_000
AFTER = "July 24, 2012"  # all tenders are in by then


def allocating(rounds: int, folder: Path, environment: Mapping[str, str], many: int = MANY) -> list[Result]:
    """CPU against reading the same files with the csv module, and the peak of memory against a short register."""
    deals = {}
    for rows in (FEW, many):
        deals[rows] = folder / f"deal-{rows}"
        shutil.copytree(DEAL, deals[rows])
        acknowledge(deals[rows], "register and outstanding")
        # In a process of its own: what this one holds would be counted with those that it starts.
        run([sys.executable, "-m", "tests.benchmarks.listings", rows, deals[rows]], ROOT, environment)
    peaks: dict[int, list[float]] = {FEW: [], many: []}

    def allocate(rows: int) -> float:
        out = folder / f"out-{rows}.csv"
        command = [sys.executable, "-m", "lexdocs.cli.main", "allocate", deals[rows], "--out", out, "--as-of", AFTER]
        seconds, peak, _ = run(command, ROOT, environment)
        peaks[rows].append(peak)
        with out.open(encoding="utf-8", newline="") as handle:
            if sum(1 for _ in handle) != rows + 1:
                raise AssertionError("a holding was lost")
        return seconds

    allocate(FEW)  # compiles the bytecode
    costs = interleaved(
        rounds, lambda: allocate(many), lambda: run([sys.executable, PEER, deals[many]], ROOT, environment)[0]
    )
    for _ in range(rounds):
        allocate(FEW)
    most, least = (statistics.median(peaks[rows]) for rows in (many, FEW))
    long = f"{many:,} rows of register and log"
    return [
        against(f"{long} tallied and allocated, against reading them with csv: CPU", costs, "s", goal=12),
        Result(f"{long} allocated, against {FEW:,}: peak memory", most, "MB", least, most / least, goal=1.3),
    ]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        rows = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
        sys.stdout.write(table(allocating(3, Path(scratch), dict(os.environ), rows)) + "\n")
