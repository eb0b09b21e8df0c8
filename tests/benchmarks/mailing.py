"""`lexdocs mail` beside those who print page by page, on the same statement, and on a register as mixed as real ones.

Ours is the whole process: reading, calculation, plates, stamping, manifest, hashing, sums and the control sheet, with
nothing kept before. The peers are printed in this process, with the same calculation, a hash of what they print and a
line of a manifest; their compilers and fonts are ready before the clock. All principals are distinct.

    python -m tests.benchmarks.mailing [ROUNDS] [HOLDERS] [MIXED]
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from tests.benchmarks.compiling import compiling
from tests.benchmarks.mailing_peers import PAGES, Timed, installed, plain, ready
from tests.benchmarks.measuring import Result, interleaved, run, table
from tests.benchmarks.statement_texts import write_register

ROOT = Path(__file__).parents[2]
HOLDERS, MIXED, FEW = 1_000_000, 300_000, 10_000  # a million is the largest register that we promise
GOALS: Mapping[str, tuple[float | None, float | None]] = {
    "WeasyPrint, one call a holder": (600, 2_000),
    "Typst, compiler kept": (80, 250),
    "ReportLab, one document": (12, 40),
    "ReportLab, fixed words in forms": (None, None),
}
NOTES = (
    "A statement in the stream is paid for with the whole process: start, reading, calculation, plates of all shapes,",
    "stamping, manifest, hashing, sums, control sheet. Start, plates, sample and sheet cost some seconds, however many",
    "holders there are: a million share them here, and “a further statement” leaves them out. Peers print the same",
    "words and figures, two pages; to their printing are added the same calculation, a hash and a line of the",
    "manifest, and neither start nor compilation.",
    "“Mixed” is a register of some twenty-five shapes, of one and of two pages; its peers are the same, by the page.",
)


def mailing(
    rounds: int, folder: Path, environment: Mapping[str, str], holders: int = HOLDERS, many: int = MIXED
) -> list[Result]:
    """All rows of the mailing but those of single files: so many of the example's statement, so many of mixed ones."""
    like, less, mixed, out = (folder / each for each in ("like", "less", "mixed", "mailing"))
    write_register(holders, like)
    write_register(FEW, less)
    _listed(many, mixed, environment)
    names = installed(tuple(GOALS))
    calculate, timed = ready(names, rounds, folder / "peers")
    _mail(folder / "peers", out, environment)  # compiles the bytecode
    _same_words(out, timed[0])
    walls: dict[int, list[float]] = {1: [], 2: []}
    peaks: list[float] = []
    controls: dict[Path, dict[str, Any]] = {}

    def mail(deal: Path, jobs: int) -> float:
        start = time.perf_counter()
        seconds, peak = _mail(deal, out, environment, jobs)
        if deal == mixed:
            walls[jobs].append(time.perf_counter() - start)
            peaks.append(peak)
        controls[deal] = control = json.loads((out / "control.json").read_text("utf-8"))
        return seconds / int(control["files"]["statements.pdf"]["pages"])

    ours = (partial(mail, like, 1), partial(mail, less, 1), partial(mail, mixed, 1), partial(mail, mixed, 2))
    costs = [statistics.median(each) for each in interleaved(rounds, *ours, calculate, *timed)]
    others = dict(zip(names, (costs[4] + each for each in costs[5:]), strict=True))
    further = (costs[0] * holders - costs[1] * FEW) * PAGES / (holders - FEW)
    compiled = compiling(folder, timed[0])
    return [
        *_against(f"a statement of {holders:,} in a stream", costs[0] * PAGES, others),
        Result(f"a further statement, from {FEW:,} to {holders:,}: CPU", further * 1e6, "µs"),
        *_by_the_page(f"a page of {many:,} mixed statements", costs[2], others),
        *_sizes("a statement", controls[like]),
        *_sizes("a mixed statement", controls[mixed]),
        _two(walls),
        _memory(many, peaks, folder, environment),
        compiled,
        _fallbacks(controls[mixed]),
    ]


def _listed(holders: int, folder: Path, environment: Mapping[str, str]) -> None:
    # In a process of its own: what this one holds would be counted with those that it starts.
    run([sys.executable, "-m", "tests.benchmarks.mixed_register", holders, folder], ROOT, environment)


def _mail(deal: Path, out: Path, environment: Mapping[str, str], jobs: int = 1) -> tuple[float, float]:
    """Mail a deal from nothing: seconds of CPU, and the peak of memory in MB."""
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "lexdocs.cli.main", "mail", deal, "--out", out, "--stream", "--jobs", jobs]
    seconds, peak, _ = run(command, ROOT, environment)
    return seconds, peak


def _same_words(out: Path, weasyprint: Timed) -> None:
    """Hold a few statements of the stream against WeasyPrint's: they say the same, but for the mark of a proof."""
    lines = [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()[:3]]
    for line in lines:
        holder = weasyprint.holders[int(line["holder"].partition("-")[2])]
        first, last = line["page"], line["page"] + line["pages"] - 1
        command = ["pdftotext", "-layout", "-f", str(first), "-l", str(last), str(out / line["file"]), "-"]
        own = subprocess.run(command, capture_output=True, check=True).stdout
        [data] = weasyprint.print_all([holder])
        theirs = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True).stdout
        said, wanted = (plain(each.decode()) for each in (own, theirs))
        if said.replace("PROOF", "") != wanted:
            raise AssertionError(f"{line['holder']}: the stream says something else than its peer")


def _against(name: str, own: float, others: Mapping[str, float]) -> list[Result]:
    found = []
    for peer, other in others.items():
        goal, aim = GOALS[peer]
        what = f"{name}, against {peer}: CPU"
        found.append(Result(what, own * 1e6, "µs", other * 1e6, other / own, goal, below=False, aim=aim))
    return found


def _by_the_page(name: str, own: float, others: Mapping[str, float]) -> list[Result]:
    pages = {peer: other / PAGES for peer, other in others.items()}
    return [
        Result(f"{name}, against {peer}: CPU", own * 1e6, "µs", other * 1e6, other / own)
        for peer, other in pages.items()
    ]


def _sizes(name: str, control: Mapping[str, Any]) -> list[Result]:
    stream, holders = control["files"]["statements.pdf"], control["holders"]
    size, pages = stream["bytes"], stream["pages"]
    return [
        Result(f"{name} in a stream of {holders:,}", size / holders, "bytes", goal=750, aim=600),
        Result(f"{name}: a page of {pages / holders:.2f}", size / pages, "bytes"),
    ]


def _two(walls: Mapping[int, list[float]]) -> Result:
    one, two = (statistics.median(walls[jobs]) for jobs in (1, 2))
    return Result("mixed, two processes against one: wall time", two, "s", one, one / two, 1.8, below=False, aim=1.95)


def _memory(many: int, peaks: Sequence[float], folder: Path, environment: Mapping[str, str]) -> Result:
    """The peak of memory of the largest process with many holders, against few."""
    deal = folder / "few"
    _listed(FEW, deal, environment)
    most, least = max(peaks), _mail(deal, folder / "mailing", environment)[1]
    what = f"{many:,} mixed holders mailed, against {FEW:,}: peak memory"
    return Result(what, most, "MB", least, most / least, goal=1.3, aim=1.1)


def _fallbacks(control: Mapping[str, Any]) -> Result:
    share = 100 * (control["holders"] - control["stamped"]) / control["holders"]
    return Result("mixed, Latin letters: statements that were not stamped", share, "%", goal=1)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        given = [int(each) for each in sys.argv[1:]]
        sys.stdout.write(table(mailing(given[0] if given else 3, Path(scratch), os.environ, *given[1:])) + "\n")
        sys.stdout.write("\n".join(NOTES) + "\n")
