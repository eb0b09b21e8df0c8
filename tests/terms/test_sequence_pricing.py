"""Announcements of prices that cannot be: refused, each with its exact message."""

import shutil
from pathlib import Path

import pytest

from lexdocs.deal import open_deal
from lexdocs.errors import InputError

KITTIWAKE = Path(__file__).parents[1] / "deals" / "kittiwake"
PRICING, NYC = "events/2018-04-23-pricing.yaml", "New York City time"
AMENDED = """kind: amendment
at: 9:00 a.m., {nyc}, on April 24, 2018
classed: consideration
changes:
  series[0].fixed_spread: 0.80%
  offer.expiration: 12 midnight, {nyc}, on May 11, 2018
"""


@pytest.fixture
def folder(tmp_path):
    made = Path(shutil.copytree(KITTIWAKE, tmp_path / "kittiwake"))
    for name in ("2018-05-07-expiration", "2018-05-08-settlement"):
        (made / "events" / f"{name}.yaml").unlink()
    return made


def again(folder, at="3:00 p.m., New York City time, on April 24, 2018"):
    text = (folder / PRICING).read_text("utf-8").replace("2:30 p.m., New York City time, on April 23, 2018", at)
    (folder / "events" / "again.yaml").write_text(text.replace("2.845%", "2.5%"), "utf-8")


def refused(folder):
    with pytest.raises(InputError) as caught:
        open_deal(folder)
    return [str(each) for each in caught.value.problems]


def test_prices_are_announced_once(folder):
    again(folder)
    (said,) = refused(folder)
    assert said == (
        "events/again.yaml:2:5 the prices were announced already, by the event of April 23, 2018; keep one pricing, or"
        " write the amendment by which they are read anew"
    )


def test_prices_are_announced_anew_after_an_amendment_of_the_spread(folder):
    (folder / "events" / "amended.yaml").write_text(AMENDED.format(nyc=NYC), "utf-8")
    again(folder)
    found = open_deal(folder)
    assert [event.kind for event in found.terms.events][-1] == "pricing"


def test_prices_are_not_announced_after_payment(folder):
    (folder / "events" / "paid.yaml").write_text("kind: settlement\nat: April 25, 2018\nconditions: met\n", "utf-8")
    (folder / PRICING).rename(folder / "events" / "late.yaml")
    late = folder / "events" / "late.yaml"
    late.write_text(late.read_text("utf-8").replace("on April 23, 2018", "on April 26, 2018"), "utf-8")
    assert (
        "events/late.yaml:2:5 prices are announced on April 26, 2018, after tenders were paid for on April 25, 2018;"
        " correct the date of one of the two" in refused(folder)
    )


def test_a_pricing_changes_nothing_else(folder):
    with (folder / PRICING).open("a", encoding="utf-8") as file:
        file.write("  series[0].fixed_spread: 1%\n")
    (said,) = refused(folder)
    assert said.endswith(
        "series[0].fixed_spread: a pricing says what the reference yields are, and changes nothing else; write an"
        " amendment of its own, before the prices are read"
    )


def test_a_pricing_prices_every_series_that_has_a_spread(folder):
    path = folder / PRICING
    path.write_text(path.read_text("utf-8").replace("  series[1].reference_yield: 2.975%\n", ""), "utf-8")
    (said,) = refused(folder)
    assert said == (
        "events/2018-04-23-pricing.yaml:2:5 series[1].reference_yield: is not read, and the series is priced by a"
        " spread; write it under changes"
    )
