"""What a process costs, and a row of the table."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Result:
    """One line of the table. A goal holds for the ratio where there is a peer, and for the value where there is none.

    `below` says on which side of the goal the better results lie; `aim` is what would be better still.
    """

    name: str
    value: float
    unit: str
    peer: float | None = None
    ratio: float | None = None
    goal: float | None = None
    below: bool = True
    aim: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none.

        >>> Result("cold start", 0.3, "s", goal=0.5).met, Result("build", 9, "s", 6, 1.5, goal=1.3).met
        (True, False)
        """
        if self.goal is None:
            return None
        reached = self.value if self.ratio is None else self.ratio
        return reached <= self.goal if self.below else reached >= self.goal

    def as_json(self) -> dict[str, object]:
        """The row as `.bench/results.json` holds it.

        >>> Result("a", 0.25, "s", goal=0.5).as_json()
        {'name': 'a', 'value': 0.25, 'unit': 's', 'peer': None, 'ratio': None, 'goal': 0.5, 'met': True, 'aim': None}
        """
        peer, ratio = (None if each is None else round(each, 4) for each in (self.peer, self.ratio))
        value = round(self.value, 4)
        return {
            "name": self.name, "value": value, "unit": self.unit, "peer": peer, "ratio": ratio, "goal": self.goal,
            "met": self.met, "aim": self.aim,
        }  # fmt: skip


def run(command: Sequence[object], folder: Path, environment: Mapping[str, str]) -> tuple[float, float, str]:
    """What a process and its children took: CPU seconds, user and system; its peak of memory in MB; what it wrote.

    >>> run(["/bin/echo", "done"], Path("."), {})[2]
    'done\\n'
    """
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen([str(part) for part in command], cwd=folder, env=environment, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode:
            raise RuntimeError(f"{' '.join(map(str, command))} ended with {process.returncode}\n{err.read()[-2000:]}")
        unit = 1 << 20 if sys.platform == "darwin" else 1 << 10  # one system counts bytes, the others kilobytes
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, out.read()


def cpu(command: Sequence[object], folder: Path, environment: Mapping[str, str]) -> tuple[float, str]:
    """The CPU seconds of a process and its children, user and system, and what it wrote to its standard output.

    >>> cpu(["/bin/echo", "done"], Path("."), {})[1]
    'done\\n'
    """
    seconds, _, written = run(command, folder, environment)
    return seconds, written


def interleaved(rounds: int, *contestants: Callable[[], float]) -> list[list[float]]:
    """What each contestant cost in each round; the order is turned round every time, so that none runs in a lee.

    >>> interleaved(3, lambda: 1.0, lambda: 2.0)
    [[1.0, 1.0, 1.0], [2.0, 2.0, 2.0]]
    """
    costs: list[list[float]] = [[] for _ in contestants]
    for number in range(rounds):
        order = range(len(contestants))
        for which in order if number % 2 == 0 else reversed(order):
            costs[which].append(contestants[which]())
    return costs


def against(
    name: str, costs: Sequence[Sequence[float]], unit: str, goal: float | None, aim: float | None = None
) -> Result:
    """The row of a contestant and its peer: the medians of their rounds, and the ratio of the medians.

    >>> against("build", [[2.0, 9.0, 2.2], [2.0, 2.0, 9.0]], "s", goal=1.3).ratio
    1.1
    """
    ours, peers = (statistics.median(each) for each in costs)
    return Result(name, ours, unit, peers, ours / peers, goal, aim=aim)


def table(results: Sequence[Result]) -> str:
    """The results for a reader.

    >>> print(table([Result("cold start", 0.25, "s", goal=0.5)]))
    benchmark   value     peer   ratio  goal
    cold start  0.25 s                  <= 0.5  met
    """
    rows = [("benchmark", "value", "peer", "ratio", "goal", "")]
    for each in results:
        goal = "" if each.goal is None else f"{'<=' if each.below else '>='} {each.goal:g}"
        goal += "" if each.aim is None else f" (aim {each.aim:g})"
        met = {None: "", True: "met", False: "NOT MET"}[each.met]
        peer, ratio = ("" if part is None else f"{part:.4g}" for part in (each.peer, each.ratio))
        rows.append((each.name, f"{each.value:.4g} {each.unit}", peer, ratio, goal, met))
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    widths[2:4] = [max(6, width) for width in widths[2:4]]
    lines = []
    for name, value, peer, ratio, goal, met in rows:
        cells = (name.ljust(widths[0]), value.ljust(widths[1]), peer.rjust(widths[2]), ratio.rjust(widths[3]))
        lines.append("  ".join((*cells, goal.ljust(widths[4]), met)).rstrip())
    return "\n".join(lines)
