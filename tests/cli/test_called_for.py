"""What `build` and `status` say of documents that the terms do not call for."""

import json

import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.deal import open_deal
from lexdocs.errors import InputError
from tests.ancillary_deals import DEALS, variant


def run(*arguments):
    return CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)


def build(deal, out, *more):
    return run("build", deal, "--out", out, "--format", "html", *more)


def test_a_document_that_is_not_called_for_is_refused_with_the_reason_and_the_term(tmp_path):
    deal = variant("tiny", tmp_path, "book-entry", guaranteed=False)
    ran = build(deal, tmp_path / "out", "--only", "letter-of-transmittal")
    line = 1 + (deal / "term-sheet.yaml").read_text("utf-8").splitlines().index("  form: book-entry")
    assert ran.exit_code == 4
    assert ran.stderr.splitlines()[0] == (
        "ancillary/letter-of-transmittal.md:11: is not called for: the notes are held in book-entry form only, and are "
        f"tendered by agent's message; old_notes.form stands at term-sheet.yaml:{line}:9"
    )
    assert not (tmp_path / "out" / "ancillary").exists()
    ran = build(deal, tmp_path / "out", "--only", "notice-of-guaranteed-delivery")
    assert ran.exit_code == 4
    assert "the terms offer no guaranteed delivery; offer.guaranteed_delivery is not stated" in ran.stderr


def test_a_document_of_which_it_is_not_known_is_refused_by_name_and_else_a_warning(tmp_path):
    ran = build(DEALS / "tiny", tmp_path / "out", "--only", "letter-of-transmittal")
    what = "letter_of_transmittal_is_used is pending: whether this is called for is not known"
    assert ran.exit_code == 4
    assert ran.stderr.splitlines()[0] == (
        f"ancillary/letter-of-transmittal.md:11: {what}; fix or assume old_notes.form"
    )
    ran = build(DEALS / "tiny", tmp_path / "out", "--only", "ancillary")
    assert ran.exit_code == 0
    assert what in ran.stderr
    assert "guaranteed delivery" not in ran.stderr


def test_a_kind_of_offer_has_its_own_document_of_one_name(tmp_path):
    deal = variant("ferry", tmp_path, guaranteed=False)
    ran = build(deal, tmp_path / "out", "--only", "letter-of-transmittal", "--as-of", "2016-06-06")
    assert ran.exit_code == 0
    assert (tmp_path / "out" / "ancillary" / "letter-of-transmittal-2016-06-06.html").is_file()


def test_status_says_what_is_not_called_for_and_what_is_not_known(tmp_path):
    def states(deal):
        ran = run("status", deal, "--json", "--out", tmp_path / "out")
        return {each["document"]: each for each in json.loads(ran.stdout)["documents"]}

    found = states(variant("tiny", tmp_path, "book-entry", guaranteed=False))
    letter = found["ancillary/letter-of-transmittal"]
    assert letter["state"] == "not called for"
    assert letter["waits_for"][0].startswith("the notes are held in book-entry form only, and are tendered by agent's")
    assert found["ancillary/notice-of-guaranteed-delivery"]["state"] == "not called for"
    assert found["ancillary/eligibility-letter"]["state"] == "due"
    unsure = states(DEALS / "tiny")["ancillary/eligibility-letter"]
    assert unsure["state"] == "waiting"
    assert unsure["waits_for"][0].endswith("fix or assume law.exemption")


NO_WORD = '"no" is no word for it; write book-entry, certificated or both'
NOT_OFFERED = "no guaranteed delivery is offered; write offer.guaranteed_delivery, or leave it out"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("form: both", "form: no", f"24:9 old_notes.form: {NO_WORD}"),
        ("delivery: three", "delivery: 31", "60:24 offer.guaranteed_delivery: 31 days are too many; write at most 30"),
        (
            "delivery: three", "delivery: 0",
            "60:24 offer.guaranteed_delivery: must be more than nothing; correct the amount",
        ),
        (
            "guaranteed_delivery: three", "delivery_counted_in: trading days",
            f"60:24 offer.delivery_counted_in: {NOT_OFFERED}",
        ),
    ],
)  # fmt: skip
def test_terms_that_cannot_be_meant_are_refused(old, new, says, tmp_path):
    with pytest.raises(InputError) as caught:
        open_deal(variant("tiny", tmp_path, more=((old, new),)))
    assert [str(each) for each in caught.value.problems] == [f"term-sheet.yaml:{says}"]
