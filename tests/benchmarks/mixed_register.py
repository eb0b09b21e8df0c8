"""A register of invented holders of the worked example, as mixed as real ones are: some twenty shapes of a statement.

Names and addresses take three to five lines together. Most holders tender everything, some a part, some nothing, and
some withdrew a part; all principals are distinct. The same length gives the same register.

    python -m tests.benchmarks.mixed_register ROWS FOLDER
"""

from __future__ import annotations

import csv
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from lexdocs.resources import bundled_deals
from tests.benchmarks.statement_texts import acknowledge

DEAL = bundled_deals()["lexington_2001"]
_HEADING = (
    "Account", "Registered name", "Address 1", "Address 2", "Address 3", "Address 4", "Account at participant",
    "Participant", "Principal held", "Principal tendered", "Principal withdrawn",
)  # fmt: skip
_FIRST = (
    "Ada Bruno Clea Dario Edda Félix Greta Hugo Iris Jónas Kaja Lars Mona Nils Oda Piet Runa Sven Tilda Ulf".split()
)
_LAST = (
    "Nonesuch Fictional Makebelieve Invented Imaginary Fabled Notional Feigned Supposed Unreal Mythical Sham "
    "Müller-Lüdenscheidt O'Nemo Naplószám Señor-Nadie"
).split()
_NAMES = ("{} {}", "{} {} & Sons, Inc.", "{} {} Income Fund, L.P.", "{} {} Trust, Series B", "Estate of {} {}")
_STREETS = ("Nowhere Row", "Phantom Lane", "Mirage Street", "Paper Avenue", "Rue de l'Exemple")
_CARE = ("Attention: Corporate Actions", "c/o Notional Nominees (fictional)", "Attention: Trust Department")
_FLOORS = ("Floor 7", "Suite 1200", "P.O. Box 77")
_TOWNS = ("Ely, MN 55731", "Orr, MN 55771", "Ash, MN 55700", "Cook, MN 55723", "75008 Paris", "60311 Frankfurt")
_CUSTODIANS = 40


def write_mixed_register(count: int, folder: Path) -> None:
    """Copy the worked example to `folder`, with a register of so many holders, and as much outstanding as they hold."""
    shutil.copytree(DEAL, folder, ignore=shutil.ignore_patterns("output"))
    acknowledge(folder, "largest holders")
    chance = random.Random(count)  # noqa: S311  nothing secret: the same holders each time
    notes = chance.sample(range(1, 4 * count + 1), count)
    with (folder / "register.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(_HEADING)
        writer.writerows(_row(number, each, chance) for number, each in enumerate(notes))
    sheet = folder / "term-sheet.yaml"
    said = sheet.read_text("utf-8").replace("outstanding: $27,412,000", f"outstanding: {_dollars(sum(notes))}")
    mapped = "    address_3: Address 3\n"
    sheet.write_text(said.replace(mapped, f"{mapped}    address_4: Address 4\n"), "utf-8")


def _row(number: int, notes: int, chance: random.Random) -> tuple[str, ...]:
    name = chance.choice(_NAMES).format(chance.choice(_FIRST), chance.choice(_LAST))
    tendered, withdrawn = _position(notes, chance.random())
    lines = [f"{chance.randrange(1, 900)} {chance.choice(_STREETS)}", chance.choice(_TOWNS)]
    if chance.random() < 0.5:
        lines.insert(1, chance.choice(_FLOORS))
    if chance.random() < 0.3:
        lines.insert(0, chance.choice(_CARE))
    custodian = number % _CUSTODIANS
    return (
        f"H-{number:07}", f"{name} {number} (fictional)", *(lines + [""] * 4)[:4], f"A-{number:07}",
        f"Pine Custody {custodian} (fictional)", *map(_dollars, (notes, tendered, withdrawn)),
    )  # fmt: skip


def _position(notes: int, chance: float) -> tuple[int, int]:
    """Of so many notes, those tendered, and those of them withdrawn again."""
    if chance < 0.12:
        return 0, 0
    if chance < 0.24 and notes > 1:
        return notes // 2, 0
    if chance < 0.3 and notes > 3:
        return notes, notes // 3
    return notes, 0


def _dollars(notes: int) -> str:
    return f"${notes * 1_000:,}" if notes else "$0"


def main(arguments: Iterator[str]) -> None:
    """The command."""
    write_mixed_register(int(next(arguments)), Path(next(arguments)))


if __name__ == "__main__":
    main(iter(sys.argv[1:]))
