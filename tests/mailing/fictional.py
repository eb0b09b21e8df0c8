"""Registers of invented holders: of every shape and status, and with every name that could upset a mailing."""

from __future__ import annotations

import csv
import random
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from lexdocs.resources import bundled_deals
from tests.mailing.hostile_texts import HOSTILE

HEADING = (
    "Account", "Registered name", "Address 1", "Address 2", "Address 3", "Address 4", "Account at participant",
    "Participant", "Principal held", "Principal tendered", "Principal withdrawn", "withholding",
)  # fmt: skip
_WORDS = (
    "Ærø Åland Brontë Château Dvořák Español Façade Gößweinstein Håkon Île Jørgensen Kővágó Łódź Māori Núñez Őrség "
    "Português Québec Reykjavík Şişli Țepeș Überlingen Víðarsson Wałbrzych Ystrad Žižkov Harbor Light Teachers Pension "
    "Municipal Avery Tavares Wavelet AVATAR Toy LTD fjord affine office waffle"
).split()
_SMALL = ("of", "and", "for the", "c/o", "d.b.a.", "&", "—", "in re")
_MARKED = (
    "O'Hallaran", "D’Arcy", "Smith-Jones", "Farnsworth-Núñez", "A/C", "Kroll & Kroll", "Pelham, Rowe", "L.P.",
    "(Nominee)", "(fictional)", "AT&T-like", "No. 7", "401(k)", "1st", "24/7", "3,000", "“Quoted”", "St. Brendan's",
    "S.à r.l.", "K.K.", "Series 2001-B", "U/A DTD 01/02/1999", "50%", "#12", "e*Trade-like", "Plan:", "X;Y", "[sic]",
    "P.O.", "100.25", "AG/SA", "well-to-do", "Ltd.)", "¡Olé!", "Fund+", "a@b.example", "«Lys»", "5¢", "£7", "½",
)  # fmt: skip
_STREETS = ("Example Plaza", "Specimen Square", "rue de l'Exemple", "Madeup Street", "Große Fiktionsstraße")
_FLOORS = ("Floor 12", "Suite B-7", "c/o Kroll & Kroll, attention of the bursar", "Apartment 4", "BP 77/B")
_TOWNS = ("Boston, MA 02110", "75008 Paris", "Portland, ME 04101-2203", "60311 Frankfurt am Main", "Łódź 90-001")
_PARTICIPANTS = (
    "", "Pine Custody", "Northgate Custody Bank (fictional)", "Merchants Depository Services & Clearing (fictional)",
    "The Prairie Clearing Corporation of Cedar Rapids, Successor Trustee (fictional)",
    "Bank-Fictional/A&B Nominees, N.A.",
)  # fmt: skip

Row = tuple[str, ...]

ACKNOWLEDGED = """
acknowledged:
  - {finding: largest holders, by: A. Counsel, because: they are not those of whom the company speaks}
  - {finding: register and outstanding, by: A. Counsel, because: the holders are invented}
"""


def varied(count: int, seed: int = 5) -> Iterator[Row]:
    """Holders of every shape and status, with amounts from a dollar to ten thousand million."""
    chance = random.Random(seed)  # noqa: S311  nothing secret: the same holders each time
    for number in range(count):
        held = _held(chance)
        status = number % 4
        tendered = held if status in (0, 1) else max(1, held // 200_000) * 100_000 if status == 2 else 0
        tendered = min(tendered, held)
        withdrawn = tendered // 300_000 * 100_000 if chance.random() < 0.25 else 0
        lines = [f"{chance.randrange(1, 9999)} {chance.choice(_STREETS)}", *chance.sample(_FLOORS, 2)]
        kept = [*lines[: chance.randrange(0, 4)], chance.choice(_TOWNS)]
        account = (
            "" if chance.random() < 0.15 else f"{chance.choice('ABKQ')}{chance.choice('-/ ')}{chance.randrange(10**9)}"
        )
        share = chance.choice(("", "", "24%", "30%", "12.5%", "12 1/2%", "7.125%"))
        yield (
            f"BO-{number:06}", _name(chance), *(kept + [""] * 4)[:4], account, chance.choice(_PARTICIPANTS),
            _dollars(held), _dollars(tendered), _dollars(withdrawn), share,
        )  # fmt: skip


def _held(chance: random.Random) -> int:
    """Principal in cents, of any number of digits."""
    digits = chance.randrange(3, 13)
    cents = chance.randrange(10 ** (digits - 1), 10**digits)
    return max(100, cents if chance.random() < 0.1 else cents // 100_000 * 100_000)


def _name(chance: random.Random) -> str:
    """A name of 5 to 60 letters."""
    most = chance.randrange(5, 61)
    words: list[str] = []
    while True:
        kind = chance.random()
        word = chance.choice(_WORDS if kind < 0.6 else _MARKED if kind < 0.9 else _SMALL)
        if words and len(" ".join([*words, word])) > most:
            break
        words.append(word)
        if len(" ".join(words)) >= most:
            break
    said = " ".join(words)
    return said if len(said) >= 5 else f"{said} Fund"


def _dollars(cents: int) -> str:
    whole, rest = divmod(cents, 100)
    return f"${whole:,}" + (f".{rest:02}" if rest else "")


def lay_out_deal(folder: Path, rows: Sequence[Row]) -> Path:
    """The worked example with these holders, and as much outstanding as they hold."""
    shutil.copytree(bundled_deals()["lexington_2001"], folder, ignore=shutil.ignore_patterns("output"))
    with (folder / "register.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(HEADING)
        writer.writerows(rows)
    held = sum(Fraction(row[8].replace("$", "").replace(",", "")) for row in rows)
    cents = int(held * 100)
    sheet = folder / "term-sheet.yaml"
    said = sheet.read_text("utf-8").replace("outstanding: $27,412,000", f"outstanding: {_dollars(cents)}")
    said += ACKNOWLEDGED
    mapped = "    address_3: Address 3\n"
    sheet.write_text(said.replace(mapped, f"{mapped}    address_4: Address 4\n"), "utf-8")
    return folder


def _shows(text: str) -> bool:
    """Whether anything of a text is seen: a register without a name is refused."""
    return any(unicodedata.category(char)[0] not in "ZC" for char in text)


def hostile(texts: Sequence[str] = HOSTILE) -> Iterator[Row]:
    """A holder for each hostile text, as a name, in the address, as account or participant, by turns."""
    for number, text in enumerate(texts):
        held, tendered = (250_000_000, (250_000_000, 100_000_000, 0)[number % 3])
        other = texts[(number * 7 + 3) % len(texts)]
        lines = (text[:90], "", other, "Town 1") if number % 4 == 0 else ("1 Street", "", "", "")
        lines = ("A long line of an address, " * 3,) * 4 if number % 10 == 7 else lines
        name = text if _shows(text) else "Nobody (fictional)"
        yield (
            f"HO-{number:03}", name, *lines, other if number % 3 == 1 else "", text if number % 3 else other,
            _dollars(held), _dollars(tendered), "$0", ("", "24%", "33 1/3%")[number % 3],
        )  # fmt: skip
