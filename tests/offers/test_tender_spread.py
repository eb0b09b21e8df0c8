"""Cash tenders priced by a spread: published prices, the Kittiwake deal by hand, and its life before and after pricing.

Kittiwake pays for early tenders on April 25, 2018, and its yields are read on April 23:

    notes-a, 7 1/4% to November 15, 2024, at 2.845% + 0.95%: above par, so to August 15, 2024, from when it is callable
    notes-b, 3 3/8% to June 1, 2028, at 2.975% + 1.40%: below par
    notes-c: a stated price
"""

import json
import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from lxml import html

from lexdocs.checks.coverage import coverage
from lexdocs.deal import open_deal, open_life
from lexdocs.documents.document import Document
from lexdocs.errors import InputError, Where
from lexdocs.figures.figure import Pending
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Rounding
from lexdocs.terms.changes import Change
from lexdocs.writing.words import write_words
from tests.offers.tenders import FERRY, deal, series, sheet

KITTIWAKE = FERRY.parent / "kittiwake"
PUBLISHED = next(
    each
    for each in json.loads((FERRY.parents[1] / "conventions" / "published-figures.json").read_text("utf-8"))
    if each["slug"] == "wy-2007-06-04"
)
PAID_TO = {  # the coupon date before June 7, 2007
    "7.50% 2013": "March 1, 2007", "7.95% 2025": "March 15, 2007", "7.85% 2026": "January 1, 2007",
    "5.95% 2008": "May 1, 2007", "6.95% 2017": "February 1, 2007",
}  # fmt: skip
MONTHS = "January February March April May June July August September October November December".split()


def dated(iso):
    year, month, day = iso.split("-")
    return f"{MONTHS[int(month) - 1]} {int(day)}, {year}"


def published(folder):
    """The five series of a published pricing as a deal of nobody's."""
    listed = [
        series(
            f"s{number}", 1_000_000, rate=f"{given['coupon_pct']}%", maturity=dated(given["maturity"]),
            interest_paid_to=PAID_TO[name], payments_a_year=2, fixed_spread=f"{int(given['spread_bp']) / 100:.2f}%",
            reference_yield=f"{given['reference_yield_pct']}%", reference_security="a Treasury security",
        ).replace("    total_consideration: $1,000\n", "")
        for number, (name, given) in enumerate(PUBLISHED["inputs"]["series"].items())
    ]  # fmt: skip
    text = sheet(listed).replace("July 1, 2016", "June 1, 2007").replace("July 6, 2016", "June 7, 2007")
    made = deal(folder, text, [])
    (folder / "events" / "commencement.yaml").write_text("kind: commencement\nat: May 3, 2007\n", "utf-8")
    return made


def kittiwake(*changes, **how):
    return open_deal(KITTIWAKE, [Change(path, value, Where("test")) for path, value in changes], **how).book


def test_published_prices_follow_from_the_published_yields_and_spreads(tmp_path):
    book = published(tmp_path).book
    printed = {each["name"]: Fraction(each["value"]) for each in PUBLISHED["published"]}
    assert len(PUBLISHED["inputs"]["series"]) == 5
    for number, name in enumerate(PUBLISHED["inputs"]["series"]):
        assert Fraction(book.value("total_consideration", f"s{number}")) == printed[f"total consideration {name}"]
        accrued = round_to(book.value("early_accrued_per_thousand", f"s{number}"), Rounding.HALF_UP, Fraction(1, 100))
        assert accrued == printed[f"accrued {name}"]


def worked(rate, yielded, first, whole, last=180):
    """A price for 1,000 in floating point: `first` days of 180 to the next coupon, whole periods, and a last one."""
    coupon, growth, to_first = 1000 * rate / 2, 1 + yielded / 2, first / 180
    paid = [(to_first + each, coupon) for each in range(whole + 1)]
    paid.append((to_first + whole + last / 180, coupon * last / 180 + 1000))
    return sum(amount / growth**when for when, amount in paid) - coupon * (1 - to_first)


MOVES = [  # change, series, what the price then is
    ((), "notes-a", worked(0.0725, 0.03795, 20, 12, 90)),
    ((), "notes-b", worked(0.03375, 0.04375, 36, 19)),
    (("series[0].reference_yield", "3.345%"), "notes-a", worked(0.0725, 0.04295, 20, 12, 90)),
    (("series[0].fixed_spread", "1%"), "notes-a", worked(0.0725, 0.03845, 20, 12, 90)),
    (("series[0].rate", "7%"), "notes-a", worked(0.07, 0.03795, 20, 12, 90)),
    (("series[0].par_call_date", "May 15, 2024"), "notes-a", worked(0.0725, 0.03795, 20, 11)),
    (("series[0].fixed_spread", "5%"), "notes-a", worked(0.0725, 0.07845, 20, 12)),  # below par: to maturity
    (("series[1].par_call_date", "March 1, 2028"), "notes-b", worked(0.03375, 0.04375, 36, 19)),
    (("series[1].maturity", "December 1, 2028"), "notes-b", worked(0.03375, 0.04375, 36, 20)),
    (("offer.early_settlement_date", "April 30, 2018"), "notes-b", worked(0.03375, 0.04375, 31, 19)),
    (("series[1].reference_yield", "1%"), "notes-b", worked(0.03375, 0.024, 36, 19)),
]  # fmt: skip


@pytest.mark.parametrize(("change", "label", "price"), MOVES, ids=lambda each: str(each)[:50])
def test_a_price_moves_with_each_input(change, label, price):
    book = kittiwake(*([change] if change else []))
    found = book.value("total_consideration", label)
    assert float(found) == pytest.approx(price, abs=0.0051)
    assert found * 100 == int(found * 100)
    assert book.value("late_consideration", label) == found - 30


def without(line, folder):
    """The book of a copy whose terms lack a line."""
    copy = Path(shutil.copytree(KITTIWAKE, folder / "deal"))
    text = (copy / "term-sheet.yaml").read_text("utf-8")
    assert line in text
    (copy / "term-sheet.yaml").write_text(text.replace(line, ""), "utf-8")
    return open_deal(copy).book


def test_where_nothing_is_paid_early_the_price_is_for_the_settlement(tmp_path):
    book = without("  early_settlement_date: April 25, 2018\n", tmp_path)  # May 8: 23 days to June 1
    found = book.value("total_consideration", "notes-b")
    assert float(found) == pytest.approx(worked(0.03375, 0.04375, 23, 19), abs=0.0051)


def test_without_a_call_a_price_above_par_is_reckoned_to_maturity(tmp_path):
    book = without("    par_call_date: August 15, 2024\n", tmp_path)
    found = book.value("total_consideration", "notes-a")
    assert float(found) == pytest.approx(worked(0.0725, 0.03795, 20, 12), abs=0.0051)


def test_until_it_is_priced_a_price_waits_for_the_yield():
    book = kittiwake(event="2018-04-23")
    for number, label in enumerate(("notes-a", "notes-b")):
        figure = book.figure("total_consideration", (label,))
        assert isinstance(figure, Pending)
        assert figure.waits_for == (f"series[{number}].reference_yield",)
    assert (book.value("prices_are_determined"), book.value("total_consideration", "notes-c")) == (
        False, Fraction("1012.50"))  # fmt: skip


def said(document):
    return " ".join(html.fromstring(document.body).text_content().split())


def rows(document):
    """The rows of all tables, as their cells."""
    return [
        [" ".join(cell.text_content().split()) for cell in row] for row in html.fromstring(document.body).iter("tr")
    ]


def test_every_event_has_its_documents_and_prices_are_printed_once_they_are_known(tmp_path):
    folder = Path(shutil.copytree(KITTIWAKE, tmp_path / "deal"))
    terms = folder / "term-sheet.yaml"
    terms.write_text("languages: [en, es, fr, de]\n" + terms.read_text("utf-8"), "utf-8")
    named: list[set[str]] = []
    found: dict[str, Document] = {}
    for each in open_life(folder):
        words = write_words(each)
        assert words.problems == ()
        for document in words.documents:
            assert coverage(document).problems == (), document.name
        named.append({document.template.removesuffix(".md").removeprefix("press-") for document in words.documents})
        found |= {document.name: document for document in words.documents}
    assert [{each for each in names if each.startswith(("releases", "closing"))} for names in named] == [
        {"releases/tender-commencement"},
        {"releases/tender-early-results", "closing/tender-acceptance-notice"},
        {"releases/tender-pricing", "closing/tender-acceptance-notice"},
        {"releases/tender-results", "closing/tender-acceptance-notice"},
        {"releases/tender-settlement", "closing/tender-funds-flow"},
    ]
    for name in ("press-releases/tender-commencement", "offer-to-purchase/offer-to-purchase"):
        words = said(found[f"{name}-2018-04-09"])
        assert "1,192" not in words
        assert "2.50% U.S. Treasury Notes due March 31, 2023" in words
        assert "11:00 a.m., New York City time, on April 23, 2018" in words
    release = said(found["press-releases/tender-pricing-2018-04-23-pricing"])
    assert [each[2:] for each in rows(found["press-releases/tender-pricing-2018-04-23-pricing"])] == [
        ["Reference yield", "Fixed spread (basis points)", "Offer yield"], ["2.845%", "95", "3.795%"],
        ["2.975%", "140", "4.375%"], ["Outstanding", "Late consideration", "Early premium", "Total consideration"],
        ["$600,000", "$1,162.18", "$30.00", "$1,192.18"], ["$400,000", "$889.03", "$30.00", "$919.03"],
        ["$250,000", "$992.50", "$20.00", "$1,012.50"],
        ["Accepted"], ["$154,000"], ["100,000"], ["90,000"], ["$344,000"],
    ]  # fmt: skip
    assert "therefore reckoned to August 15, 2024" in release
    assert "The Company accepts nothing by this notice" in said(found["closing/tender-acceptance-notice-2018-04-23"])
    accepted = said(found["closing/tender-acceptance-notice-2018-04-23-pricing"])
    assert "The Company accepts for purchase, as of the date of this notice, $344,000" in accepted
    report = said(found["current-reports/current-report-2018-04-23-pricing"])
    assert "announced the prices that it pays" in report
    assert "$1,192.18" in report
    for language, spread in (("es", "puntos básicos"), ("fr", "points de base"), ("de", "Basispunkte")):
        notice = said(found[f"notices/tender-commencement-2018-04-09.{language}"])
        assert spread in notice
        assert "2.50% U.S. Treasury Notes due March 31, 2023" in notice


def by_spread(folder, *, priced=False):
    """The Ferry deal, which has a cap on the purchase price, with its first series priced by a spread."""
    copy = Path(shutil.copytree(FERRY, folder / "deal"))
    terms = copy / "term-sheet.yaml"
    spread = "fixed_spread: 1%\n    reference_security: a Treasury security\n    payments_a_year: 2"
    terms.write_text(terms.read_text("utf-8").replace("total_consideration: $1,040", spread), "utf-8")
    if priced:
        text = "kind: pricing\nat: 2:00 p.m., New York City time, on June 20, 2016\nchanges:\n"
        text += "  series[0].reference_yield: 1.10%\n"
        (copy / "events" / "2016-06-20-pricing.yaml").write_text(text, "utf-8")
    return copy


def test_what_a_cap_on_prices_lets_in_is_told_with_the_prices(tmp_path):
    folder = by_spread(tmp_path)
    for event in ("2016-06-06", "2016-06-20"):
        opened = open_deal(folder, event=event)
        words = write_words(opened)
        assert words.problems == ()
        assert all(coverage(each).problems == () for each in words.documents)
        if event == "2016-06-20":
            release = next(each for each in words.documents if each.template.startswith("press"))
            assert "How much of them is accepted depends on the prices" in said(release)
    refused = write_words(open_deal(folder, event="2016-07-05"), ["press-releases"])
    assert "series[0].reference_yield" in str(refused.problems[0])


def test_a_capped_offer_is_priced_and_prorated(tmp_path):
    for each in open_life(by_spread(tmp_path, priced=True)):
        words = write_words(each, ["press-releases", "notices", "closing", "current-reports"])
        assert words.problems == ()
        assert all(coverage(document).problems == () for document in words.documents)
    book = each.book
    # 6% at 2.10% for nearly five years, on June 21, 2016: 84 days to the coupon of September 15
    assert float(book.value("total_consideration", "notes-a")) == pytest.approx(worked(0.06, 0.021, 84, 8), abs=0.0051)


def test_prices_are_announced_of_an_offer_that_has_a_spread(tmp_path):
    folder = Path(shutil.copytree(FERRY, tmp_path / "deal"))
    (folder / "events" / "p.yaml").write_text("kind: pricing\nat: June 21, 2016\n", "utf-8")
    with pytest.raises(InputError) as refused:
        open_deal(folder)
    assert [str(each) for each in refused.value.problems] == [
        (
            "events/p.yaml:2:5 the pricing of June 21, 2016 has nothing to price: no series has a fixed_spread;"
            " write series[0].fixed_spread, or delete this event"
        )
    ]
