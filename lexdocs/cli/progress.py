"""How far a mailing is, on a terminal: statements done, how many a second, and how long it will take."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import TextIO

_EVERY = 0.3  # seconds between two lines at least
_LOOKED_AT = 20.0  # seconds by which the rate is told: what was taken as it lay there went by at once
_WIDTH = 72


def told_in_progress(screen: TextIO, clock: Callable[[], float] = monotonic) -> Callable[[int, int], None]:
    """What tells of statements done, of how many, where somebody looks at the screen; nothing anywhere else.

    `clock` gives seconds.
    """
    if not screen.isatty():
        return lambda _done, _of: None
    seen: deque[tuple[float, int]] = deque([(clock(), 0)])
    last = [0.0]

    def heard(done: int, of: int) -> None:
        now = clock()
        if done < of and now - last[0] < _EVERY:
            return
        last[0] = now
        seen.append((now, done))
        while len(seen) > 2 and now - seen[1][0] > _LOOKED_AT:
            seen.popleft()
        began, before = seen[0]
        said = in_words(done, of, (done - before) / (now - began) if now > began else 0.0)
        screen.write(f"\r{said:<{_WIDTH}}" + ("\n" if done == of else ""))
        screen.flush()

    return heard


def in_words(done: int, of: int, rate: float) -> str:
    """How far it is, at so many statements a second.

    >>> in_words(41_000, 1_000_000, 10_250.0)
    '41,000 of 1,000,000 statements, 10,250/s, 1:34 left'
    >>> in_words(12, 12, 300.0)
    '12 of 12 statements, 300/s; putting them together'
    """
    said = f"{done:,} of {of:,} statements"
    if rate >= 1:
        said += f", {rate:,.0f}/s"
    if done == of:
        return f"{said}; putting them together"
    if not rate:
        return said
    minutes, seconds = divmod(round((of - done) / rate), 60)
    hours, minutes = divmod(minutes, 60)
    left = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"{said}, {left} left"
