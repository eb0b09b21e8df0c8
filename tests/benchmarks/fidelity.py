"""Every statement of registers of varied invented holders, held against WeasyPrint's own page of that holder.

They are those of the worked example, and of deals with several series: an exchange with options, a cash tender.

python -m tests.benchmarks.fidelity [COUNT] [--each]
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.mailing.beside import Found, beside, mailed
from tests.mailing.fictional import lay_out_deal, varied
from tests.mailing.fictional_series import LONG, lay_out

MOST, PART = 0.01, 0.0002  # of pages that may differ at all, and of the dots of one of them
_LONG = 9  # each so many holders have a line that is broken into two, or three


def main(count: int, *, each: bool) -> int:
    """Mail so many holders and hold them up; says what was found, and whether it will do. `each` adds single files."""
    whole, done = Found(), True
    for name, some in (
        ("lexington_2001", count * 2 // 3),
        ("windrow", max(count // 6, 6)),
        ("ferry", max(count // 6, 6)),
    ):
        with tempfile.TemporaryDirectory() as scratch:
            folder, out, template = Path(scratch) / name, Path(scratch) / "out", "statements/settlement"
            if name == "lexington_2001":
                lay_out_deal(folder, [(*row[:3], LONG, *row[4:]) if number % _LONG == 0 else row
                                      for number, row in enumerate(varied(some))])  # fmt: skip
            else:
                template = lay_out(name, folder, some).template
            made = mailed(folder, out, each=each)
            found = beside(folder, out, template)
            reasons = Counter(why for _, why in made.control.rendered)
        sys.stdout.write(f"{name}: {told(found, reasons)}\n")
        sys.stdout.flush()
        done = done and made.control.holders == sum(found.made.values()) >= some
        whole.pages += found.pages
        whole.texts += found.texts
        whole.dots |= {f"{name} {page}": part for page, part in found.dots.items()}
    return 0 if done and holds(whole) else 1


def holds(found: Found) -> bool:
    """Whether a comparison found what is promised."""
    few = len(found.dots) <= MOST * found.pages
    return not found.texts and few and all(part <= PART for part in found.dots.values())


def told(found: Found, reasons: Counter[str]) -> str:
    """What was found, as lines."""
    same, most = found.pages - len(found.dots), max(found.dots.values(), default=0)
    lines = [
        f"{sum(found.made.values()):,} holders: {dict(found.made)}",
        *(f"  {count:,} rendered: {why}" for why, count in reasons.items()),
        f"{found.statements:,} statements compared, {found.trees:,} single files: {len(found.texts)} differ in words",
        f"{same:,} of {found.pages:,} pages the same dot by dot; most that differs {most:.4%}",
        *found.texts,
        *(f"{page}: {part:.4%} of dots" for page, part in found.dots.items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    numbers = [int(given) for given in sys.argv[1:] if given.isdigit()]
    sys.exit(main(numbers[0] if numbers else 300, each="--each" in sys.argv))
