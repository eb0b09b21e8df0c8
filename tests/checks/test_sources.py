"""Terms against the files that are their sources: each is confirmed, contradicted or not found where it stands."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from lexdocs.checks.reading.text import read_text
from lexdocs.checks.source_files import files_of, place_in
from lexdocs.checks.sources import Standing
from lexdocs.deal import open_deal
from tests.checks.sourced_deal import CIRCULAR, FILES, INVENTION, RELEASE, a_deal, change, files, held, term


@pytest.fixture(scope="module")
def deal(tmp_path_factory):
    return a_deal(tmp_path_factory.mktemp("deal"))


def test_every_term_that_a_file_states_is_confirmed_where_it_stands(deal):
    found = held(deal, FILES)
    assert found.strays == ()
    for each in found.terms:
        source = each.leaf.source
        if source is None or source.document == INVENTION or (each.leaf.written is None and not each.leaf.value):
            assert each.standing is Standing.NO_SOURCE, str(each)
        else:
            assert each.standing is Standing.CONFIRMED, str(each)
            named = CIRCULAR if source.document == "offering circular" else RELEASE
            assert f"/{named}:" in each.says
    # The place is the line on which it stands.
    lines = (FILES / RELEASE).read_text("utf-8").split("\n")
    assert "$45" in lines[_line(term(found, "participation_fee.amount").says) - 1]
    assert "October 1, 2012" in lines[_line(term(found, "participation_fee.installments[1].date").says) - 1]
    assert "one share" in lines[_line(term(found, "warrants.shares_per_warrant").says) - 1]
    assert str(term(found, "legend")).endswith(f"no source here: {INVENTION} is not among the files")
    assert str(term(found, "old_notes.day_count")).endswith("no source (assumed by the tests)")


def _line(says: str) -> int:
    return int(says.rpartition(":")[2].partition(" ")[0])


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("old_notes.outstanding", "$6,250,000", "$6,520,000"),
        ("old_notes.interest_paid_to", "November 15, 2011", "November 15, 2010"),
        ("new_notes.steps[0].rate", "10 1/2%", "10 3/4%"),
        ("participation_fee.amount", "fee of $45", "fee of $54"),
        ("warrants.exercise_price", "$8.40", "$8.04"),
        ("warrants.shares_outstanding", "9,016,500", "9,061,500"),
        ("offer.minimum_tender", "66 2/3%", "68%"),
        ("offer.record_date", "June 8, 2012", "June 7, 2012"),
        ("offer.expiration", "July 20, 2012", "July 23, 2012"),
        ("contact.telephone", "555-0177", "555-0171"),
    ],
)
def test_a_source_that_states_another_value_contradicts_the_term_and_no_other(deal, tmp_path, path, old, new):
    folder = files(tmp_path)
    change(folder / RELEASE, old, new)
    found = held(deal, folder)
    assert [each.leaf.path for each in found.terms if each.standing is Standing.CONTRADICTED] == [path]
    assert f"/{RELEASE}:" in term(found, path).says


def test_a_rounded_value_confirms_a_term_and_is_called_rounded(deal, tmp_path):
    folder = files(tmp_path)
    change(folder / RELEASE, "66 2/3%", "approximately 67%")
    said = term(held(deal, folder), "offer.minimum_tender")
    assert said.standing is Standing.CONFIRMED
    assert said.says.endswith(", rounded: “67%”")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("old_notes.rate", "9 3/8% Subordinated", "9 5/8% Subordinated"),
        ("new_notes.steps[0].rate", "10 1/2%", "10 3/4%"),
    ],
)
def test_a_number_that_can_only_be_meant_for_a_term_contradicts_it(deal, tmp_path, path, old, new):
    folder = files(tmp_path)
    change(folder / RELEASE, old, new)
    found = held(deal, folder)
    assert [each.leaf.path for each in found.terms if each.standing is Standing.CONTRADICTED] == [path]
    assert new.partition("%")[0] in term(found, path).says


def test_a_source_that_says_a_term_in_two_ways_contradicts_it_and_is_told_where_it_confirms_it(deal, tmp_path):
    folder = files(tmp_path)
    again = "The outstanding principal amount of the Existing Debentures is $6,520,000. "
    change(folder / RELEASE, "The offer is conditioned", f"{again}The offer is conditioned")
    said = term(held(deal, folder), "old_notes.outstanding")
    assert said.standing is Standing.CONTRADICTED
    assert "“$6,520,000” (and confirmed at " in said.says


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("participation_fee.installments[1].date", " on October 1, 2012"),
        ("warrants.exercise_price", " at $8.40"),
        ("warrants.shares_outstanding", " There are 9,016,500 ordinary shares outstanding."),
        ("new_notes.covenants", "Their covenants are broader than those of the Existing Debentures."),
    ],
)
def test_a_term_that_its_source_leaves_out_is_not_found(deal, tmp_path, path, sentence):
    folder = files(tmp_path)
    change(folder / RELEASE, sentence, "")
    found = held(deal, folder)
    assert [each.leaf.path for each in found.terms if each.standing is Standing.NOT_FOUND] == [path]
    assert term(found, path).says.endswith("(not stated in these words; read all of it)")


def test_a_term_is_held_against_its_own_source_alone(deal, tmp_path):
    folder = files(tmp_path)
    (folder / CIRCULAR).unlink()
    found = held(deal, folder)
    lacking = Counter(str(each) for each in found.terms if "offering circular is not among" in each.says)
    assert len(lacking) == 2
    # The release names no CUSIP, and the circular's own date is not in it.
    assert term(found, "old_notes.cusip").standing is Standing.NO_SOURCE


@pytest.mark.parametrize(
    ("name", "is_it"),
    [
        ("ex99-1.txt", True),  # its head says when it was released, and it is dated
        ("release.txt", True),  # named as the term sheet names it
        ("press-release-2012-06-12.txt", False),
        ("minutes.txt", False),
    ],
)
def test_a_file_is_known_by_its_name_or_its_head_and_never_under_another_date(deal, tmp_path, name, is_it):
    folder = files(tmp_path)
    (folder / RELEASE).rename(folder / name)
    if name == "ex99-1.txt":
        change(folder / name, "QUILLFEATHER OFFERS", "FOR IMMEDIATE RELEASE\n\n           QUILLFEATHER OFFERS")
    found = held(deal, folder)
    assert [Path(each).name for each in found.strays] == ([] if is_it else [name])
    assert (term(found, "company.name").standing is Standing.CONFIRMED) == is_it


def test_a_document_may_be_in_several_files(deal, tmp_path):
    folder = files(tmp_path)
    text = (folder / RELEASE).read_text("utf-8")
    first, second = text[: text.index("           Each warrant")], text[text.index("           Each warrant") :]
    (folder / RELEASE).write_text(first, "utf-8")
    (folder / "press-release-2012-06-11-page-2.txt").write_text(second, "utf-8")
    found = held(deal, folder)
    assert "page-2.txt:" in term(found, "warrants.exercise_price").says
    assert f"/{RELEASE}:" in term(found, "participation_fee.amount").says
    assert found.count(Standing.NOT_FOUND) == 0


def test_a_copy_of_another_announcement_is_a_stray(deal, tmp_path):
    folder = files(tmp_path)
    shutil.copy(folder / RELEASE, folder / "press-release-2012-07-02.txt")
    found = held(deal, folder)
    assert [Path(each).name for each in found.strays] == ["press-release-2012-07-02.txt"]
    assert all("07-02" not in each.says for each in found.terms)


def test_the_date_of_a_document_is_its_own_before_any_other_that_it_names(deal):
    dated = read_text("Offering Circular dated June 13, 2012\n\nIt was announced on June 11, 2012.\n", "b.txt")
    other = read_text("Offering Circular\n\nAs announced on June 11, 2012, this offer goes on.\n", "c.txt")
    named = ("offering circular", "press release of June 11, 2012")
    found = files_of(open_deal(deal), named, [dated, other])
    assert found["offering circular"] == (dated,)
    assert found[named[1]] == ()


def test_the_place_behind_a_document_is_no_part_of_its_name():
    assert place_in("press release of March 15, 2012, dateline, second page") == "dateline, second page"
    assert place_in("indenture of March 15, 2012") == place_in("minutes of the board, second page") == ""
