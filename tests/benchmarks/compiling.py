"""What a plate costs: each shape of a mixed register, against a call of WeasyPrint for the same statement.

A call draws a statement of two pages once; a plate is drawn from the same words, with every slot probed.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

from lexdocs.mailing.mail import Asked, mail
from lexdocs.mailing.shape import Shape
from lexdocs.mailing.shaping import Key, Shapes
from tests.benchmarks.mailing_peers import Timed
from tests.benchmarks.measuring import Result
from tests.benchmarks.mixed_register import write_mixed_register

HOLDERS = 200  # enough for nearly all shapes


def compiling(folder: Path, weasyprint: Timed) -> Result:
    """The median of the shapes' plates, against the median of calls before and after."""
    write_mixed_register(HOLDERS, folder / "shapes")
    of, seconds, plain = Shapes.of, [], []

    def timed(self: Shapes, key: Key, *holding: Any, **how: Any) -> Shape | None:
        known, start = key in self.known, time.process_time()
        shape = of(self, key, *holding, **how)
        if not known and shape is not None and shape.plate is not None:
            seconds.append(time.process_time() - start)
        return shape

    def call() -> float:
        start = time.process_time()
        weasyprint.print_all(weasyprint.holders[:1])
        return time.process_time() - start

    plain += [call() for _ in range(3)]
    with patch.object(Shapes, "of", timed):
        mail(Asked(folder / "shapes", folder / "compiled"))
    plain += [call() for _ in range(3)]
    plate, page = statistics.median(seconds), statistics.median(plain)
    what = f"a plate, of {len(seconds)} shapes, against a statement of WeasyPrint: CPU"
    return Result(what, plate, "s", page, plate / page, goal=3, aim=1.5)
