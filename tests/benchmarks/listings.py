"""A fictional register and tender log of any length, as agents' systems write them.

Every holder is invented: names with commas, addresses of two or three lines, amounts with and without signs and
cents, holders who tender nothing, all or in parts, and who withdraw. The same length gives the same files.

    python -m tests.benchmarks.listings ROWS FOLDER
"""

from __future__ import annotations

import csv
import datetime
import random
import sys
from collections.abc import Iterator
from pathlib import Path

START = datetime.datetime(2012, 6, 12, 9, 30)  # noqa: DTZ001  local time of the offer, as the log keeps it
HOURS = 24 * 35  # of tendering: every tender comes before the expiration
_FIRST = (
    "Ada Bruno Clea Dario Edda Felix Greta Hugo Iris Jonas Kaja Lars Mona Nils Oda Piet Runa Sven Tilda Ulf".split()
)
_LAST = (
    "Nonesuch Fictional Makebelieve Invented Imaginary Fabled Notional Feigned Supposed Unreal Mythical Sham".split()
)
_FUNDS = ("{} {} Holdings, Inc.", "{} {} Income Fund, L.P.", "{} {} Trust, Series B", "Estate of {} {}", "{} {}")
_STREETS = ("Nowhere Row", "Phantom Lane", "Mirage Street", "Paper Avenue")
_FLOORS = ("", "Floor 7", "Suite 1200")
_TOWNS = ("Ely, MN 55731", "Orr, MN 55771", "Ash, MN 55700", "Cook, MN 55723")
REGISTER = ("id", "name", "address_1", "address_2", "address_3", "account", "participant", "held", "withholding")
LOG = ("time", "holder", "action", "principal", "reference")


def write_listings(rows: int, folder: Path) -> None:
    """Write `register.csv` and `tenders.csv`, each with so many rows under its heading."""
    chance = random.Random(rows)  # noqa: S311  nothing secret: the same rows each time
    held = [_held(chance) for _ in range(rows)]
    with (folder / "register.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(REGISTER)
        writer.writerows(_holding(number, cents, chance) for number, cents in enumerate(held))
    with (folder / "tenders.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(LOG)
        for number, (holder, action, cents) in enumerate(_history(rows, held, chance)):
            time = START + datetime.timedelta(seconds=HOURS * 3600 * number // rows)
            writer.writerow((time.isoformat(" "), _id(holder), action, _money(cents, chance), f"V{number:08}"))


def _id(number: int) -> str:
    return f"H-{number:07}"


def _held(chance: random.Random) -> int:
    """Principal in cents: mostly thousands, seldom an odd lot with cents."""
    thousands = chance.choice((1, 2, 5, 10, 25, chance.randrange(1, 400), chance.randrange(1, 9_000)))
    return thousands * 100_000 + (chance.randrange(100_000) if chance.random() < 0.02 else 0)


def _money(cents: int, chance: random.Random) -> str:
    dollars, rest = divmod(cents, 100)
    said = f"{dollars:,}" if chance.random() < 0.7 else str(dollars)
    return ("$" if chance.random() < 0.6 else "") + said + (f".{rest:02}" if rest or chance.random() < 0.1 else "")


def _holding(number: int, cents: int, chance: random.Random) -> tuple[str, ...]:
    name = chance.choice(_FUNDS).format(chance.choice(_FIRST), chance.choice(_LAST))
    street, floor = (
        f"{chance.randrange(1, 900)} {chance.choice(_STREETS)}",
        chance.choice(("", "Floor 7", "Suite 1200")),
    )
    withholding = chance.choice(("", "", "", "24%", "0%"))
    return (
        _id(number), f"{name} (fictional)", street, floor, chance.choice(_TOWNS), f"A-{number % 99_991}",
        f"Pine Custody {number % 40}", _money(cents, chance), withholding,
    )  # fmt: skip


def _history(rows: int, held: list[int], chance: random.Random) -> Iterator[tuple[int, str, int]]:
    """Tenders and withdrawals in the order of time: some holders act once, some several times, a third never."""
    valid: dict[int, int] = {}
    acting = max(1, rows * 2 // 3)
    for _ in range(rows):
        holder = chance.randrange(acting)
        before = valid.get(holder, 0)
        if before and (before == held[holder] or chance.random() < 0.25):
            part = before if chance.random() < 0.5 else max(1, before // 100_000 // 2) * 100_000
            part = min(part, before)
            valid[holder] = before - part
            yield holder, "withdrawal", part
        else:
            left = held[holder] - before
            part = left if chance.random() < 0.6 else min(left, max(1, left // 100_000 // 2) * 100_000)
            valid[holder] = before + part
            yield holder, "tender", part


if __name__ == "__main__":
    write_listings(int(sys.argv[1]), Path(sys.argv[2]))
