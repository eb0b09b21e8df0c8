"""What a process and those that it starts take: each one's peak of memory, seen from outside while they run."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.2  # seconds from look to look
_SMALL = 16  # MB: less than a Python that has loaded anything
_PROC = Path("/proc")


@dataclass(frozen=True)
class Ran:
    """What a command took: seconds on the clock and of CPU, and the peak of memory of each process, the largest first.

    Processes of a few MB are left out: they begin others, and end. Where the system shows no processes of others, the
    peaks are that of the largest alone. `said` is what it wrote.
    """

    wall: float
    cpu: float
    peaks: tuple[float, ...]
    said: str


def watched(command: Sequence[object], folder: Path, environment: Mapping[str, str]) -> Ran:
    """Run a command and watch its processes. Raises `RuntimeError` where it does not end well.

    >>> watched(["/bin/echo", "done"], Path("."), {}).said
    'done\\n'
    """
    peaks: dict[int, float] = {}
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        start = time.perf_counter()
        words = [str(each) for each in command]
        process = subprocess.Popen(words, cwd=folder, env=environment, stdout=out, stderr=err)
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            _look(process.pid, peaks)
            time.sleep(_EVERY)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode:
            raise RuntimeError(f"{' '.join(words)} ended with {process.returncode}\n{err.read()[-2000:]}")
        found = tuple(sorted((each for each in peaks.values() if each > _SMALL), reverse=True)) or (
            usage.ru_maxrss / 1024,
        )
        return Ran(wall, usage.ru_utime + usage.ru_stime, found, out.read() + err.read())


def _look(pid: int, peaks: dict[int, float]) -> None:
    """Note the peak, in MB, of a process and of all that it started."""
    try:
        said = (_PROC / str(pid) / "status").read_text("utf-8")
        children = (_PROC / str(pid) / "task" / str(pid) / "children").read_text("utf-8").split()
    except OSError:
        return  # it has ended, or this system shows none
    for line in said.splitlines():
        if line.startswith("VmHWM:"):
            peaks[pid] = max(peaks.get(pid, 0.0), int(line.split()[1]) / 1024)
    for child in children:
        _look(int(child), peaks)
