"""The house's words follow the terms: what a deal does not have, or has not settled, its documents do not say."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from lxml import html

from lexdocs.deal import open_deal
from lexdocs.resources import bundled_deals
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

pytestmark = pytest.mark.xdist_group("house_words")  # one worker writes the documents of each variant
RELEASE, NOTICE, CIRCULAR = "press-releases/commencement", "notices/commencement", "offering-circular/offering-circular"
UNSETTLED = "The terms stated here do not settle whether"


@dataclass(frozen=True)
class Variant:
    """An edit of the example's terms and assumptions, and the phrases that must or must not follow from it."""

    edit: Callable[[str, str | None], tuple[str, str | None]]
    said: tuple[tuple[str, str], ...] = ()
    unsaid: tuple[tuple[str, str], ...] = ()


def cut(pattern, by=""):
    """An edit of the term sheet: whatever matches goes, or is replaced."""

    def edit(sheet, assumed):
        edited, times = re.subn(pattern, by, sheet, flags=re.MULTILINE | re.DOTALL)
        assert times, pattern
        return edited, assumed

    return edit


def assumed_instead(pattern, by=""):
    """The same of the assumptions."""

    def edit(sheet, assumed):
        edited, times = re.subn(pattern, by, assumed, flags=re.MULTILINE)
        assert times, pattern
        return sheet, edited

    return edit


def both(one, other):
    return lambda sheet, assumed: other(*one(sheet, assumed))


def everywhere(phrase):
    return tuple((name, phrase) for name in (RELEASE, NOTICE, CIRCULAR))


NO_CONDITIONS = cut(r"^  conditions:\n.*?(?=^support:)|^ +paragraph 7: \[offer.conditions\]\n")
NO_SUPPORT = both(
    cut(r"^support:\n.*?(?=^holdouts:)"), cut(r"\[offer.minimum_tender, support\]", "[offer.minimum_tender]")
)
PAYMENT_DATE = cut(r"^  paid_in_full: yes", "  paid_in_full: yes\n  payment_date: October 1, 2001")

VARIANTS = {
    "as it is": Variant(
        lambda sheet, assumed: (sheet, assumed),
        said=(
            (RELEASE, "Among the conditions of the exchange offer is that at least 99%"),
            (RELEASE, "past due; and agree amendments"),
            (CIRCULAR, "past due; and agree amendments"),
            (CIRCULAR, "and, through them, those for whom they hold"),
            (CIRCULAR, "It is subject to conditions, among them the tender of at least 99%"),
            (CIRCULAR, "Once the conditions are met or waived"),
            (CIRCULAR, "Yes, until the offer expires."),
            (CIRCULAR, "bear interest at 14% per annum from consummation"),
            (CIRCULAR, "Later installments, too, are paid to the tendering holder."),
            (CIRCULAR, "Each holder decides alone whether to tender"),
            (NOTICE, "Tenders may be withdrawn until then."),
            (NOTICE, "validly tendered and not withdrawn, and the other conditions"),
            (NOTICE, "The date of that payment has not been set."),
        ),
        unsaid=(
            (CIRCULAR, "guaranteed delivery"),
            (CIRCULAR, "benefit of the Company"),
            (CIRCULAR, "recommendation"),
            (CIRCULAR, "from the Consummation Date, at"),
            (CIRCULAR, "do not pass"),
            *everywhere("issuer's"),
            *everywhere(UNSETTLED),
        ),
    ),
    "no conditions": Variant(
        NO_CONDITIONS,
        said=(
            (RELEASE, "It is a condition of the exchange offer that at least 99% of the Old Notes be validly tendered"),
            (CIRCULAR, "No. It is subject to the tender of at least 99% of the Old Notes."),
            (CIRCULAR, "Once the Minimum Condition is met or waived"),
            (NOTICE, "are validly tendered and not withdrawn. How to tender"),
        ),
        unsaid=(
            (RELEASE, "Among the conditions"),
            (RELEASE, "Talks with"),
            (CIRCULAR, "among them"),
            (CIRCULAR, "conditions are"),
            (CIRCULAR, "depends also on"),
            (NOTICE, "other conditions"),
        ),
    ),
    "one condition": Variant(
        cut(r"^    - name: trade creditors.*?^support:", "\nsupport:"),
        said=(
            (RELEASE, "on whether it is able to agree with the holder"),
            (RELEASE, "to extend the maturity date of that note. Talks with"),
            (CIRCULAR, "to extend the maturity date of that note. There can be"),
        ),
        unsaid=((RELEASE, "; and"), (CIRCULAR, "that note;")),
    ),
    "beneficial holders": Variant(
        cut(r"^  holder_level: registered", "  holder_level: beneficial"),
        said=(
            (RELEASE, "an offer to beneficial holders"),
            (CIRCULAR, "who act through the banks, brokers and other nominees that hold for them"),
        ),
        unsaid=((CIRCULAR, "through them"), *everywhere("registered holders")),
    ),
    "withdrawal not settled": Variant(
        assumed_instead(r"^  offer.withdrawable: yes\n"),
        said=(
            (CIRCULAR, f"change my mind? {UNSETTLED} a tender may be withdrawn. The final offering circular will. See"),
            (NOTICE, f"{UNSETTLED} tenders may be withdrawn; the final offering circular will."),
        ),
        unsaid=(*everywhere("not withdrawn"), *everywhere("until then."), (CIRCULAR, "may be tendered again")),
    ),
    "no withdrawal": Variant(
        assumed_instead(r"^  offer.withdrawable: yes", "  offer.withdrawable: no"),
        said=(
            (CIRCULAR, "change my mind? No. Tenders may not be withdrawn. See"),
            (CIRCULAR, "Withdrawal Tenders may not be withdrawn."),
            (NOTICE, "Tenders may not be withdrawn."),
        ),
        unsaid=(*everywhere("not withdrawn"), *everywhere(UNSETTLED), (CIRCULAR, "may be tendered again")),
    ),
    "nothing assumed": Variant(
        lambda sheet, assumed: (sheet, None),
        said=(
            (CIRCULAR, "is not yet fixed: it depends on the Consummation Date and on the day-count basis."),
            (CIRCULAR, "cannot be scheduled here: the Consummation Date and a day-count basis are not yet fixed."),
            (CIRCULAR, UNSETTLED),
            (NOTICE, UNSETTLED),
        ),
        unsaid=(*everywhere("will be announced"), *everywhere("not withdrawn"), *everywhere("when that date is known")),
    ),
    "others not paid": Variant(
        cut(r"^  paid_in_full: yes", "  paid_in_full: no"),
        unsaid=(*everywhere("will be paid the whole principal"), *everywhere("date of that payment")),
    ),
    "payment date": Variant(
        PAYMENT_DATE,
        said=((NOTICE, "The date of that payment is October 1, 2001."), (CIRCULAR, "If it is paid on October 1, 2001")),
        unsaid=(*everywhere("taken to be October"), *everywhere("has not been set")),
    ),
    "default rate": Variant(
        cut(
            r"^  maturity: February 1, 2000",
            "  maturity: February 1, 2000\n  default_margin: 2%\n  default_from: February 1, 2000",
        ),
        said=((CIRCULAR, "12¾% per annum. From February 1, 2000 it runs at that rate and a further 2% per annum."),),
    ),
    "interest on overdue interest": Variant(
        cut(
            r"^  maturity: February 1, 2000",
            "  maturity: February 1, 2000\n  interest_on_overdue: yes\n  payment_days:\n    - February 1",
        ),
        said=((CIRCULAR, "12¾% per annum. Interest that was not paid when due bears interest in its turn."),),
        unsaid=everywhere("it runs at that rate and a further"),
    ),
    "no support": Variant(
        NO_SUPPORT,
        unsaid=(*everywhere("largest holder"), *everywhere("negotiated")),
    ),
    "one supporter": Variant(
        cut(r"^  holders: four", "  holders: one"),
        said=(
            (RELEASE, "with the largest holder of the Old Notes"),
            (CIRCULAR, "The largest holder, whose Old Notes come to"),
        ),
        unsaid=everywhere("largest holders"),
    ),
    "one rate": Variant(
        cut(r"^    - rate: 14%\n      through: December 31, 2001\n"),
        said=((CIRCULAR, "The New Notes bear interest from the Consummation Date at 15% per annum. It is payable"),),
    ),
    "the whole fee at once": Variant(
        cut(r"^    - share: one-third # .*?^warrants:", "    - share: 1/1\n\nwarrants:"),
        unsaid=((CIRCULAR, "Later installments"), *everywhere("equal installments")),
    ),
}  # fmt: skip


def plain(page):
    """The visible words of a page on one line, with straight quotes and without the page's own links."""
    tree = html.document_fromstring(page)
    for each in tree.xpath("//head | //style"):
        each.drop_tree()
    text = " ".join("".join(tree.itertext()).split())
    return text.replace("’", "'").replace("“", '"').replace("”", '"')


@pytest.fixture(scope="module", params=VARIANTS)
def variant(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("deal") / "lexington_2001"
    shutil.copytree(bundled_deals()["lexington_2001"], folder)
    sheet, assumptions = folder / "term-sheet.yaml", folder / "assumptions" / "illustration.yaml"
    edited, assumed = VARIANTS[request.param].edit(sheet.read_text("utf-8"), assumptions.read_text("utf-8"))
    sheet.write_text(edited, "utf-8")
    if assumed is None:
        shutil.rmtree(folder / "assumptions")
    else:
        assumptions.write_text(assumed, "utf-8")
    deal = open_deal(folder)
    words = write_words(deal, [RELEASE, NOTICE, CIRCULAR])
    assert words.problems == ()
    pages = [write_pages(deal, document, ["html"]) for document in words.documents]
    texts = [(name, plain(str(page))) for each in pages for name, page in each.items()]
    found = {stem: text for stem in (RELEASE, NOTICE, CIRCULAR) for name, text in texts if stem in name}
    assert len(found) == len(texts)
    return VARIANTS[request.param], found


def test_what_the_terms_say_is_said(variant):
    expected, texts = variant
    assert [(name, phrase) for name, phrase in expected.said if phrase not in texts[name]] == []


def test_what_the_terms_do_not_say_is_not_said(variant):
    expected, texts = variant
    assert [(name, phrase) for name, phrase in expected.unsaid if phrase in texts[name]] == []


def test_the_sentences_close(variant):
    """No point, comma or space is left over where words were left out."""
    _expected, texts = variant
    for name, text in texts.items():
        assert not re.search(r"\.\.|,,|,\.|;\.|; ;|:\.|\( | \)", text), name
