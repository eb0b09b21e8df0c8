"""Tie-out, `mutate` and `check`: what they find of thousands of planted errors, and what they cost.

python -m tests.benchmarks.tying [PLANTS]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.measuring import Result, cpu, table
from tests.checks.tieout.measure import Measured, measure, sources
from tests.checks.tieout.planter import KINDS

ROOT = Path(__file__).parents[2]
BINARY = Path(sys.executable).parent / "lexdocs"
PAGES = 300
EACH = 2  # plants of each kind in each text: some thousands
_CHECK = """
import sys, time
from lexdocs.cli.main import app
import lexdocs.checks.drift, lexdocs.outputs.text, lexdocs.documents.document, lexdocs.outputs.html
start = time.process_time()
try:
    app(["check", sys.argv[1]], standalone_mode=False)
finally:
    print(time.process_time() - start, file=sys.stderr)
"""


def tying(deal: Path, environment: Mapping[str, str], each: int = EACH) -> list[Result]:
    """Every line of the table about the witnesses."""
    return [
        *planted(measure(sources(), each, jobs=min(2, os.cpu_count() or 1))),
        *long_texts(environment),
        mutating(deal, environment),
        checking(deal, environment),
    ]


def planted(measured: Measured) -> list[Result]:
    """Recall and precision over all plants, and of each kind."""
    counted = measured.counted()
    by_kind = {kind: [each for each in measured.verdicts if each.kind == kind and not each.blind] for kind in KINDS}
    results = [
        Result(f"{len(counted):,} planted errors: found", 100 * measured.recall, "%", goal=99, below=False),
        Result("of them named as against the right figure", _share(sum(v.exact for v in counted), len(counted)), "%"),
        Result("false alarms in 200 figures of unchanged texts", measured.alarms, "", goal=1),
    ]
    for kind, of in by_kind.items():
        apart = " (told apart)" if KINDS[kind].apart else ""
        found, strays = sum(each.found for each in of), sum(each.stray for each in of)
        results += [
            Result(f"  {kind}{apart}: recall, {len(of)} planted", _share(found, len(of)), "%"),
            Result(f"  {kind}{apart}: precision", _share(found, found + strays), "%"),
        ]
    return results


def _share(some: int, all_: int) -> float:
    return 100 * some / all_ if all_ else 100.0


def long_texts(environment: Mapping[str, str]) -> list[Result]:
    """How the cost grows from half of a long text to the whole of it, and what it is to reading and finding alone."""
    seen = json.loads(cpu([sys.executable, "-m", "tests.benchmarks.long_text", PAGES], ROOT, environment)[1])
    tied, half, found = seen["tied"], seen["half tied"], seen["read and found"]
    return [
        Result(f"tie-out of {PAGES} pages, against {PAGES // 2}: CPU", tied, "s", half, tied / half, goal=2.2),
        Result(f"tie-out of {PAGES} pages, against reading and finding alone: CPU", tied, "s", found, tied / found, 20),
    ]


def mutating(deal: Path, environment: Mapping[str, str]) -> Result:
    """`lexdocs mutate` of the worked example, by the clock of the wall."""
    start = time.perf_counter()
    command = [str(BINARY), "mutate", str(deal)]
    ended = subprocess.run(command, cwd=ROOT, env=dict(environment), check=False, capture_output=True, text=True)
    if ended.returncode > 1:  # beyond findings
        raise RuntimeError(f"lexdocs mutate ended with {ended.returncode}\n{ended.stderr[-2000:]}")
    return Result("lexdocs mutate: wall time", time.perf_counter() - start, "s", goal=60)


def checking(deal: Path, environment: Mapping[str, str]) -> Result:
    """`lexdocs check` of the worked example, once everything is imported."""
    command = [sys.executable, "-c", _CHECK, str(deal)]
    ended = subprocess.run(command, cwd=ROOT, env=dict(environment), check=True, capture_output=True, text=True)
    return Result("lexdocs check: CPU after imports", float(ended.stderr.split()[-1]), "s", goal=1)


if __name__ == "__main__":
    plants = int(sys.argv[1]) if len(sys.argv) > 1 else EACH
    example = ROOT / "lexdocs" / "deals" / "lexington_2001"
    sys.stdout.write(table(tying(example, dict(os.environ), plants)) + "\n")
