"""Registers and tender logs of invented holders for the deals of several series: every option, early and late."""

from __future__ import annotations

import csv
import random
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.statement_texts import acknowledge
from tests.mailing.fictional import Row, varied

DEALS = Path(__file__).parents[1] / "deals"
LONG = "care of the Office of the Bursar, Second Floor, North Wing, Hall of the Invented Guild of Chandlers, Room 12"


@dataclass(frozen=True)
class Deal:
    """A deal of several series: the template of its statement, its series with what is tendered at a time, its log."""

    template: str
    series: dict[str, int]
    options: Sequence[str]
    heading: tuple[str, ...]
    early: Sequence[str]
    late: Sequence[str]
    withdrawn: str


WINDROW = Deal(
    "statements/series-settlement", {"senior": 1_000, "junior": 5_000}, ("notes", "mix", "cash"),
    ("time", "holder", "action", "principal", "series", "option", "reference"),
    ("2012-07-02 10:15", "2012-07-05 11:00"), ("2012-07-16 10:00", "2012-07-27 23:30"), "2012-07-12 15:59",
)  # fmt: skip
FERRY = Deal(
    "statements/tender-settlement", {"notes-a": 2_000, "notes-b": 1_000, "notes-c": 5_000}, (),
    ("time", "holder", "series", "action", "principal", "reference"),
    ("2016-06-07 10:15", "2016-06-08 09:40"), ("2016-06-20 10:00", "2016-06-27 13:25"), "2016-06-15 09:10",
)  # fmt: skip


def lay_out(name: str, folder: Path, count: int) -> Deal:
    """One of the deals with so many invented holders, and as much outstanding as they hold."""
    deal = {"windrow": WINDROW, "ferry": FERRY}[name]
    shutil.copytree(DEALS / name, folder)
    rows = list(_register(deal, count))
    register = "id name address_1 address_2 address_3 address_4 account participant series held withholding".split()
    _write(folder / "register.csv", register, rows)
    moves = sorted(_moves(deal, rows))
    log = [{**dict(zip(("time", "holder", "action", "principal", "series", "option"), move, strict=True)),
            "reference": str(number)} for number, move in enumerate(moves)]  # fmt: skip
    _write(folder / "tenders.csv", deal.heading, [[line[each] for each in deal.heading] for line in log])
    sheet = folder / "term-sheet.yaml"
    said = sheet.read_text("utf-8")
    for label in deal.series:
        held = sum(int(row[9].replace(",", "")) for row in rows if row[8] == label)
        said = re.sub(rf"(label: {label}\n(?:.*\n)*?\s+outstanding: )\$[0-9,]+", _put(f"${held:,}"), said, count=1)
    sheet.write_text(said, "utf-8")
    if name == "windrow":
        acknowledge(folder, "minimum condition")
    return deal


def _put(amount: str) -> Callable[[re.Match[str]], str]:
    return lambda match: match[1] + amount


def _register(deal: Deal, count: int) -> Iterator[Row]:
    """Holders with names and addresses of every length, of whom each fifth holds two series."""
    chance = random.Random(count)  # noqa: S311  nothing secret
    labels = list(deal.series)
    for number, row in enumerate(varied(count)):
        lines = list(row[2:6])
        if number % 7 == 3:
            lines[1] = LONG
        for label in {labels[number % len(labels)], labels[(number + (number % 5 == 0)) % len(labels)]}:
            held = f"{deal.series[label] * chance.randrange(2, 10 ** chance.randrange(1, 6) + 2):,}"
            yield (row[0], row[1], *lines, row[6], row[7], label, held, row[11])


def _moves(deal: Deal, rows: Sequence[Row]) -> Iterator[tuple[str, str, str, str, str, str]]:
    """What they did: nothing, all, a part, early, late, both, and a part of it withdrawn."""
    chance = random.Random(len(rows))  # noqa: S311  nothing secret
    for number, row in enumerate(rows):
        unit, held = deal.series[row[8]], int(row[9].replace(",", ""))
        option = deal.options[number % len(deal.options)] if deal.options else ""
        kind = number % 6
        part = max(held // unit // 3, 1) * unit
        if kind in (1, 3, 5):
            amount = held if kind == 1 else part
            yield chance.choice(deal.early), row[0], "tender", f"{amount:,}", row[8], option
            if kind == 5:
                yield deal.withdrawn, row[0], "withdrawal", f"{amount if number % 4 else unit:,}", row[8], option
        if kind in (2, 3):
            amount = part if number % 4 else held - part if kind == 3 else held
            amount = min(amount, held - part) if kind == 3 else amount
            if amount:
                yield chance.choice(deal.late), row[0], "tender", f"{amount:,}", row[8], option


def _write(path: Path, heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)
