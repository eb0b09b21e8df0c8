"""The peer of `lexdocs allocate`: a process that does nothing but read the same two files with the csv module.

python tests/benchmarks/reading.py FOLDER
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path


def run(folder: Path) -> int:
    """Read every row of register and log; gives how many there are."""
    rows = 0
    for name in ("register.csv", "tenders.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as handle:
            for _row in csv.reader(handle):
                rows += 1
    return rows


if __name__ == "__main__":
    print(run(Path(sys.argv[1])))
