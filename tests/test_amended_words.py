"""How an amendment is told: each changed term by its phrase, and what is tendered where it extends the offer."""

import shutil
from pathlib import Path

import pytest
from lxml import html
from ruamel.yaml import YAML

from lexdocs.checks.coverage import coverage
from lexdocs.checks.defined_terms import defined_terms
from lexdocs.deal import findings, open_deal
from lexdocs.errors import InputError
from lexdocs.resources import bundled_deals
from lexdocs.writing.words import write_words
from tests.test_amendments import AT, amended, items, words_of

MOVED = YAML(typ="safe").load(Path(__file__).with_name("amended-words.yaml"))


SUPPLEMENTS = {
    "lexington_later": "offering-circular/supplement.md", "ferry": "offer-to-purchase/tender-supplement.md",
    "windrow": "offering-circular/series-supplement.md",
}  # fmt: skip


def some_of(folder, *only):
    """Some documents of the deal as of its last amendment, by template."""
    event = max(path.name[:10] for path in (folder / "events").glob("*amendment*"))
    written = write_words(open_deal(folder, event=event), only)
    assert written.problems == ()
    return {each.template.rpartition("/")[2].removesuffix(".md"): each for each in written.documents}


@pytest.mark.parametrize("name", MOVED)
def test_each_changed_term_is_told_by_its_phrase(tmp_path, name):
    moved = MOVED[name]
    folder = amended(tmp_path, name, {path: each["to"] for path, each in moved.items()})
    (supplement,) = some_of(folder, SUPPLEMENTS[name]).values()
    told = items(supplement)
    for said, each in zip(told, moved.values(), strict=True):
        before, _, after = each["told"].partition("…")
        assert said.startswith(before), said
        assert said.endswith(after), said


def test_a_changed_term_is_told_in_the_language_of_the_notice(tmp_path):
    changes = {path: each["to"] for path, each in MOVED["windrow"].items()}
    folder = amended(tmp_path, "windrow", changes)
    sheet = folder / "term-sheet.yaml"
    sheet.write_text("languages: [en, es, fr, de]\n" + sheet.read_text("utf-8"), "utf-8")
    deal = open_deal(folder, event="2012-07-02")
    written = write_words(deal, ["notices/series-amendment.md"])
    assert written.problems == ()
    told = {each.name.rpartition(".")[2]: items(each) for each in written.documents}
    german, spanish, french = told["de"], told["es"], told["fr"]
    assert "Tag der dritten Rate der Vergütung. Bisher: 1. März 2013; nunmehr: 15. März 2013." in german
    assert (
        german[2] == "Option, in die das Übermaß der Mischoption übergeht. Bisher: Anleiheoption; nunmehr: Baroption."
    )
    assert german[1].startswith("Zinssatz der Income Notes due August 1, 2022 in der zweiten Zinsstufe. Bisher:")
    assert french[4].startswith("Part minimale de 9% Senior Notes due 2015 à apporter. Auparavant :")
    assert spanish[6].startswith("Fecha del plazo tercero de la comisión. Antes: 1 de marzo de 2013;")


def words(document):
    return " ".join(html.fromstring(document.body).text_content().split())


def until(folder, last):
    """A deal folder without the events after a day."""
    for each in folder.glob("events/*"):
        if each.name[:10] > last:
            each.unlink()
    return folder


def unlogged(tmp_path, day, *more):
    """A deal without a tender log, with an amendment that extends it."""
    folder = Path(shutil.copytree(bundled_deals()["lexington_2001"], tmp_path / "deal"))
    lines = ["kind: amendment", f"at: {day}", "classed: consideration", *more, "changes:"]
    lines.append(f"  offer.expiration: {LATER['lexington_later']}")
    (folder / "events" / "2001-amendment.yaml").write_text("\n".join(lines), "utf-8")
    return folder


LATER = {
    "lexington_later": "12 midnight, New York City time, on September 11, 2001",
    "ferry": "12 midnight, New York City time, on July 11, 2016",
    "windrow": "12 midnight, New York City time, on August 6, 2012",
}


@pytest.mark.parametrize("name", LATER)
def test_an_amendment_that_extends_says_what_is_tendered_to_date(tmp_path, name):
    """Rule 14e-1(d): every document that announces an extension says about how much is tendered."""
    folder = amended(tmp_path / "a", name, {"offer.expiration": LATER[name]})
    if name != "lexington_later":  # which was extended later
        until(folder, AT[name])
    documents = some_of(folder, "press-releases", "notices", SUPPLEMENTS[name], "current-reports")
    said = "outstanding, had been validly tendered"
    shown = {
        each: " ".join(html.fromstring(document.body).text_content().split()) for each, document in documents.items()
    }
    telling = {each for each in shown if each.split("-")[-1] in ("amendment", "supplement", "report")}
    assert len(telling) >= 3
    for each in telling:
        assert said in shown[each], each
    addresses = {tick.address for each in telling for tick in documents[each].ticks}
    assert {"tendered_to_date", "percentage_to_date"} <= addresses
    documents = some_of(amended(tmp_path / "b", name, {"offer.minimum_tender": "40%"}), "press-releases", "notices")
    assert not any(said in words(each) for each in documents.values())


def test_an_amendment_that_extends_without_a_log_must_say_what_is_tendered(tmp_path):
    """It is refused as an extension is; and with the amount, every document says that."""
    with pytest.raises(InputError) as refused:
        open_deal(unlogged(tmp_path / "a", "August 20, 2001"))
    (problem,) = refused.value.problems
    assert str(problem) == (
        "events/2001-amendment.yaml:2:5 the amendment extends the offer and does not say how much was tendered,"
        " and there is no tender log to tell it (Rule 14e-1(d)); write `tendered:` with the principal, which the"
        " announcement must state, or keep a tender log"
    )
    deal = open_deal(unlogged(tmp_path / "b", "August 20, 2001", "tendered: $13,706,000"))
    written = write_words(deal, ["press-releases", "notices", "offering-circular/supplement.md", "current-reports"])
    said = "$13,706,000 principal amount of the Old Notes, or about 50.00% of the $27,412,000 outstanding"
    telling = [each for each in written.documents if "." not in each.name.rpartition("/")[2]]
    assert len(telling) == 4
    for each in telling:
        assert said in words(each), each.name
    found = {each.key: each for each in findings(deal)}["14e-1(d):extension 2001-08-20"]
    assert (found.result, "with $13,706,000 tendered" in found.says) == ("met", True)


def test_an_amendment_that_extends_too_late_is_not_met(tmp_path):
    deal = open_deal(unlogged(tmp_path, "September 6, 2001", "tendered: $13,706,000"))
    found = {each.key: each for each in findings(deal)}["14e-1(d):extension 2001-09-06"]
    assert found.result == "not met"
    assert "due by 9:00 a.m., New York City time, on September 5, 2001" in found.says


def test_an_expiration_that_is_brought_forward_is_no_extension(tmp_path):
    sooner = {"offer.expiration": "12 midnight, New York City time, on August 31, 2001"}
    deal, documents = words_of(amended(tmp_path, "lexington_later", sooner))
    assert (deal.book.value("latest_extends"), deal.book.value("expiration_is_moved")) == (False, True)
    assert "had been validly tendered" not in words(documents["amendment"])


FIGURED = {
    "lexington_later": ("participation_fee.amount", "$33", "What the company would issue and pay, as amended"),
    "ferry": ("series[0].total_consideration", "$1,050", "Prices for each $1,000 of principal"),
    "windrow": ("considerations[1].total.new_notes", "$620", "Total consideration for each $1,000 of Existing Notes"),
}


@pytest.mark.parametrize("name", FIGURED)
def test_a_supplement_gives_the_figures_anew_that_follow_from_a_changed_term(tmp_path, name):
    path, to, caption = FIGURED[name]
    documents = some_of(amended(tmp_path / "a", name, {path: to}), SUPPLEMENTS[name], "current-reports")
    supplement = next(each for template, each in documents.items() if template.endswith("supplement"))
    assert coverage(supplement).problems == ()
    assert caption in [each.text_content() for each in html.fromstring(supplement.body).iter("caption")]
    addresses = {tick.address.partition("[")[0] for tick in supplement.ticks}
    follows = {"lexington_later": "aggregate_fee", "ferry": "late_consideration", "windrow": "early_new_notes"}
    assert follows[name] in addresses
    assert [*defined_terms(documents.values())] == []
    folder = amended(tmp_path / "b", name, {"contact.telephone": "(212) 555-0100"})
    documents = some_of(folder, SUPPLEMENTS[name], "current-reports")
    supplement = next(each for template, each in documents.items() if template.endswith("supplement"))
    assert caption not in [each.text_content() for each in html.fromstring(supplement.body).iter("caption")]
    assert [*defined_terms(documents.values())] == []


def test_the_late_price_is_told_with_the_total_from_which_it_follows(tmp_path):
    changes = {"series[0].total_consideration": "$1,050", "series[2].early_premium": "$20"}
    documents = some_of(amended(tmp_path, "ferry", changes), "notices", SUPPLEMENTS["ferry"])
    for name in ("tender-amendment", "tender-supplement"):
        shown = words(documents[name])
        assert "6% Senior Notes due 2021 follows from this: it was $1,010.00, and is now $1,020.00." in shown
        assert "4½% Debentures due 2030 follows from this: it was $932.25, and is now $942.25." in shown
        assert "7.20% Senior Notes due 2024 follows" not in shown


def test_one_changed_term_is_no_list(tmp_path):
    documents = some_of(amended(tmp_path, "ferry", {"offer.cap.amount": "$320,000"}), "press-releases", "notices")
    for each in documents.values():
        assert not html.fromstring(each.body).xpath("//ol")
        assert "This term is changed" in words(each)
        assert items(each) == [MOVED["ferry"]["offer.cap.amount"]["told"]]
