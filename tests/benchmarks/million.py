"""Many fictional holders from end to end: register and log, `lexdocs mail` with two processes, `lexdocs verify`.

First the same with 10,000, for the peak of memory to be held against. Prints time, memory of each process, bytes,
fallbacks and control totals, and what qpdf says of the streams. Fails where a sum does not tie.

    python -m tests.benchmarks.million [HOLDERS]
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.benchmarks.measuring import run
from tests.benchmarks.processes import Ran, watched

ROOT = Path(__file__).parents[2]
DEAL = ROOT / "tests" / "deals" / "tiny"
ACKNOWLEDGED = """
acknowledged:
  - finding: register and outstanding
    by: A. Counsel (fictional)
    because: the register of the benchmark is invented
"""
HOLDERS, FEW, MOST = 1_000_000, 10_000, 1.3
AFTER = "July 24, 2012"  # all tenders are in by then
CHECKED = 50_000  # pages that qpdf looks at: a millisecond each, and all of them in memory
_QPDF = (
    "import pikepdf, sys; pdf = pikepdf.open(sys.argv[1]); print('\\n'.join(map(str, pdf.check_pdf_syntax())), end='')"
)


@dataclass(frozen=True)
class Passed:
    """A mailing that was made and verified; `checked` is what qpdf said of its stream, None where it was not asked."""

    control: Mapping[str, Any]
    mailed: Ran
    verified: Ran
    checked: Ran | None

    @property
    def ties(self) -> bool:
        """Whether every holder has a statement, every sum is the deal's to its last digit, and qpdf has no word."""
        control = self.control
        whole = control["holders"] == control["stamped"] + len(control["rendered"]) + len(control["failed"])
        even = all(Fraction(each["mailed"]) == Fraction(each["deal"]) for each in control["totals"] if each["deal"])
        return bool(whole and even and (self.checked is None or not self.checked.said))


def mailed(
    holders: int, folder: Path, environment: Mapping[str, str], jobs: int = 2,
    heard: Callable[[str], None] = lambda _said: None,
) -> Passed:  # fmt: skip
    """Invent so many holders, mail them and verify what was mailed. `folder` is filled, and not taken away.

    `heard` is told what each step took.
    """
    deal, out = folder / "deal", folder / "out"
    shutil.copytree(DEAL, deal)
    with (deal / "term-sheet.yaml").open("a", encoding="utf-8") as sheet:
        sheet.write(ACKNOWLEDGED)
    run([sys.executable, "-m", "tests.benchmarks.listings", holders, deal], ROOT, environment)
    lexdocs = [sys.executable, "-m", "lexdocs.cli.main"]
    asked = ["mail", deal, "--out", out, "--stream", "--jobs", jobs, "--as-of", AFTER]
    made = watched([*lexdocs, *asked], ROOT, environment)
    heard(f"{holders:,} mailed: {_cost(made, holders)}")
    verified = watched([*lexdocs, "verify", out], ROOT, environment)
    heard(f"{holders:,} verified: {_cost(verified, holders)}")
    control = json.loads((out / "control.json").read_text("utf-8"))
    checked = None
    if control["files"]["statements.pdf"]["pages"] <= CHECKED:
        checked = watched([sys.executable, "-c", _QPDF, out / "statements.pdf"], ROOT, environment)
    return Passed(control, made, verified, checked)


def told(found: Passed, before: Passed) -> Iterator[str]:
    """The lines for a reader; `before` is the mailing with few holders."""
    control, holders = found.control, found.control["holders"]
    stream, statements = control["files"]["statements.pdf"], control["stamped"] + len(control["rendered"])
    yield f"{holders:,} holders = {statements:,} statements + {len(control['failed']):,} without one"
    yield f"{control['stamped']:,} stamped, {len(control['rendered']):,} rendered; {stream['pages']:,} pages"
    size = stream["bytes"]
    yield f"{size:,} bytes: {size / statements:.0f} a statement, {size / stream['pages']:.0f} a page"
    yield f"mail --jobs 2: {_cost(found.mailed, holders)}"
    yield f"  with {before.control['holders']:,}: {_cost(before.mailed, before.control['holders'])}"
    yield f"  peak memory against {before.control['holders']:,}: {grown(found, before):.3f} times"
    yield f"verify: {_cost(found.verified, holders)}"
    if found.checked is None:
        few = before.control["holders"]
        yield f"qpdf, which holds every page in memory, was not asked; of {few:,} it says {_said(before)}"
    else:
        yield f"qpdf says {_said(found)}: {_cost(found.checked, holders)}"
    for each in control["totals"]:
        yield f"  {each['figure']}: mailed {each['mailed']}, the deal's {each['deal']}, residue {each['residue']}"


def grown(found: Passed, before: Passed) -> float:
    """How many times as large the largest process has become with more holders."""
    return found.mailed.peaks[0] / before.mailed.peaks[0]


def _cost(ran: Ran, holders: int) -> str:
    peaks = ", ".join(f"{each:.0f}" for each in ran.peaks)
    return f"{ran.wall:.1f} s, {ran.cpu:.1f} s of CPU ({ran.cpu / holders * 1e6:.0f} µs a holder); {peaks} MB"


def _said(found: Passed) -> str:
    if found.checked is None:
        return "nothing: it was not asked"
    return found.checked.said or "nothing against the stream"


def _hear(said: str) -> None:
    sys.stderr.write(f"{said}\n")


def main(holders: int) -> int:
    """Mail few, then many; says what came of it, and whether all is as promised."""
    with tempfile.TemporaryDirectory() as scratch:
        before = mailed(FEW, Path(scratch) / "few", os.environ, heard=_hear)
        found = mailed(holders, Path(scratch) / "many", os.environ, heard=_hear)
    sys.stdout.write("\n".join(told(found, before)) + "\n")
    return 0 if found.ties and before.ties and grown(found, before) <= MOST else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else HOLDERS))
