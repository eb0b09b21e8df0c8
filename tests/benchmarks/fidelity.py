"""Every statement of a register of varied invented holders, held against WeasyPrint's own page of that holder.

python -m tests.benchmarks.fidelity [COUNT]
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.mailing.beside import Found, beside, mailed
from tests.mailing.fictional import lay_out_deal, varied

MOST, PART = 0.01, 0.0002  # of pages that may differ at all, and of the dots of one of them


def main(count: int) -> int:
    """Mail so many holders and hold them up; says what was found, and whether it will do."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = lay_out_deal(Path(scratch) / "lexington_2001", list(varied(count)))
        made = mailed(folder, Path(scratch) / "out")
        found = beside(folder, Path(scratch) / "out")
        reasons = Counter(why for _, why in made.control.rendered)
    sys.stdout.write(told(found, reasons))
    return 0 if holds(found) and made.control.holders == count else 1


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
        f"{found.statements:,} statements compared: text differs in {len(found.texts)}",
        f"{same:,} of {found.pages:,} pages the same dot by dot; most that differs {most:.4%}",
        *found.texts,
        *(f"{page}: {part:.4%} of dots" for page, part in found.dots.items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
