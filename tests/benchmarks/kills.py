"""A mailing that is killed at random points, and run again: it always comes to the same bytes.

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
from pathlib import Path

from tests.mailing.fictional import lay_out_deal, varied

ROOT = Path(__file__).parents[2]
# Few holdings to a shard, so that there are several to be killed in.
_MAIL = """
import sys
from lexdocs.cli.main import app
from lexdocs.mailing import cutting
cutting.MEAN = 3
app(sys.argv[1:])
"""


def main(count: int, holders: int = 24) -> int:
    """Kill a mailing so many times, with one process and with two by turns; says what came of it."""
    chance = random.Random(count)  # noqa: S311  nothing secret
    with tempfile.TemporaryDirectory() as scratch:
        folder = lay_out_deal(Path(scratch) / "lexington_2001", list(varied(holders)))
        whole, out = Path(scratch) / "whole", Path(scratch) / "killed"
        began = time.monotonic()
        finish(start(folder, whole, 1))
        lasted, wanted = time.monotonic() - began, contents(whole)
        done = early = runs = 0
        while done < count:
            shutil.rmtree(out, ignore_errors=True)
            for _ in range(min(chance.randrange(1, 4), count - done)):
                early += killed(start(folder, out, chance.choice((1, 2))), chance.random() * lasted)
                done += 1
            finish(start(folder, out, chance.choice((1, 2))))
            runs += 1
            if contents(out) != wanted:
                sys.stdout.write(f"after {done} kills the bytes are others: {apart(contents(out), wanted)}\n")
                return 1
    sys.stdout.write(f"{done} kills, {early} of them before the end; {runs} runs after them, all to the same bytes\n")
    return 0


def start(folder: Path, out: Path, jobs: int) -> subprocess.Popen[bytes]:
    """A mailing in processes of a group of their own."""
    command = [sys.executable, "-c", _MAIL, "mail", str(folder), "--out", str(out), "--jobs", str(jobs)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, start_new_session=True, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)  # fmt: skip


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
