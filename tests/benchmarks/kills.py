"""Mailings and releases that are killed at random points, and run again: they always come to the same bytes.

python -m tests.benchmarks.kills [COUNT]
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.mailing.fictional import Row, lay_out_deal, varied

ROOT = Path(__file__).parents[2]
FORMS = {"print streams": (), "single files": ("--each",), "both": ("--stream", "--each", "--pages-per-file", "20")}
# Few holdings to a shard, so that there are several to be killed in.
_LEXDOCS = """
import sys
from lexdocs.cli.main import app
from lexdocs.mailing import cutting
cutting.MEAN = 3
app(sys.argv[1:])
"""

Begin = Callable[[], subprocess.Popen[bytes]]


@dataclass
class Came:
    """What came of killing: kills, those before the end, runs after them, and files that were others then."""

    kills: int = 0
    early: int = 0
    runs: int = 0
    others: Sequence[str] = ()

    def told(self, what: str) -> str:
        """As a line."""
        same = f"other bytes in {', '.join(self.others)}" if self.others else "all to the same bytes"
        return f"{what}: {self.kills} kills, {self.early} of them before the end; {self.runs} runs after them, {same}\n"


def main(count: int, holders: int = 24) -> int:
    """Kill each form of a mailing, and its release, so many times in all; says what came of it."""
    chance = random.Random(count)  # noqa: S311  nothing secret
    share = -(-count // (len(FORMS) + 1))
    came = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = lay_out_deal(Path(scratch) / "lexington_2001", list(_few_shapes(holders)))
        proof, out = Path(scratch) / "proof", Path(scratch) / "killed"
        for name, options in FORMS.items():
            whole = Path(scratch) / "whole"
            shutil.rmtree(whole, ignore_errors=True)
            began = time.monotonic()
            finish(start(folder, whole, 1, *options))
            lasted = time.monotonic() - began
            if not options:
                shutil.copytree(whole, proof)
            begin = [partial(start, folder, out, jobs, *options) for jobs in (1, 2)]
            came.append(killing(share, begin, out, contents(whole), lasted, chance))
            sys.stdout.write(came[-1].told(name))
        released = Path(scratch) / "released"
        shutil.copytree(proof, released)
        began = time.monotonic()
        finish(releasing(folder, released))
        lasted = time.monotonic() - began
        begin = [partial(releasing, folder, out)]
        came.append(killing(share, begin, out, contents(released), lasted, chance, proof))
        sys.stdout.write(came[-1].told("release"))
    return 1 if any(each.others for each in came) else 0


def _few_shapes(holders: int) -> Iterator[Row]:
    """Holders who tender all or nothing, so that a run takes a few seconds and there can be many."""
    for number, row in enumerate(varied(holders)):
        held = f"${20_000 * (number + 1):,}"
        name = f"{row[1][:12]} Fund {number}"
        tendered = held if number % 3 else "$0"
        own = "1 Street", "", "", "Town 1", f"A-{number}", "Pine Custody"
        yield row[0], name, *own, held, tendered, "$0", ""


def killing(
    count: int, begin: Sequence[Begin], out: Path, wanted: dict[str, bytes], lasted: float, chance: random.Random,
    before: Path | None = None,
) -> Came:  # fmt: skip
    """Kill what is begun, up to three times in a row, and let it run to its end, until that is not what is wanted.

    `before` is what lies in the folder at first.
    """
    came = Came()
    while came.kills < count and not came.others:
        shutil.rmtree(out, ignore_errors=True)
        if before is not None:
            shutil.copytree(before, out)
        for _ in range(min(chance.randrange(1, 4), count - came.kills)):
            came.early += killed(chance.choice(begin)(), chance.random() * lasted)
            came.kills += 1
        if contents(out) != wanted or before is None:
            finish(chance.choice(begin)())
        came.runs += 1
        came.others = apart(contents(out), wanted)
    return came


def start(folder: Path, out: Path, jobs: int, *options: str) -> subprocess.Popen[bytes]:
    """A mailing in processes of a group of their own."""
    return _begun("mail", str(folder), "--out", str(out), "--jobs", str(jobs), *options)


def releasing(folder: Path, out: Path) -> subprocess.Popen[bytes]:
    """A release of a mailing."""
    names = ("--maker", "Ann Lee", "--checker", "Bo Diaz", "--on", "2001-08-07")
    return _begun("release", str(out), "--deal", str(folder), *names)


def _begun(*arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", _LEXDOCS, *arguments], env=environment, start_new_session=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip


def killed(process: subprocess.Popen[bytes], after: float) -> bool:
    """Kill a mailing with all its processes after so many seconds; whether it had not ended by itself."""
    time.sleep(after)
    under_way = process.poll() is None
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    return under_way


def finish(process: subprocess.Popen[bytes]) -> None:
    """Let a mailing run to its end."""
    said, errors = process.communicate()
    if process.returncode:
        raise RuntimeError(f"the mailing ended with {process.returncode}: {said.decode()} {errors.decode()}")


def contents(out: Path) -> dict[str, bytes]:
    """Every file of a mailing, kept ones and temporary ones among them."""
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def apart(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that differ."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
