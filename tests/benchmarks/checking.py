"""What `lexdocs check` costs beyond loading itself: its process, less one that loads the same modules and no more."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from tests.benchmarks.measuring import Result, cpu, interleaved

_LOADED = """
import sys
from lexdocs.cli.main import app
try:
    app(["check", sys.argv[1], "--out", sys.argv[2]])
except SystemExit:
    pass
print("MODULES", *(name for name in sys.modules if not name.startswith("__")))
"""
_LOAD = """
import importlib, sys
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ImportError:
        pass
"""


def checking(rounds: int, deal: Path, root: Path, environment: dict[str, str]) -> Result:
    """The CPU of a check of the worked example and its committed output, after imports."""
    output = root / "output" / deal.name
    said = cpu([sys.executable, "-c", _LOADED, deal, output], root, environment)[1]
    modules = said.rpartition("MODULES ")[2].split()
    command = [sys.executable, "-m", "lexdocs.cli.main", "check", deal, "--out", output]

    def whole() -> float:
        return cpu(command, root, environment)[0]

    def loading() -> float:
        return cpu([sys.executable, "-c", _LOAD, *modules], root, environment)[0]

    whole(), loading()  # compiles the bytecode
    costs, loads = interleaved(rounds, whole, loading)
    spent = statistics.median(costs) - statistics.median(loads)
    return Result("lexdocs check: CPU after imports", spent, "s", goal=1.0)
