"""Whatever is changed in an output folder, by hand or by a rule, the check finds it and says where."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lexdocs.checks.causes import Ancestry
from lexdocs.checks.differences import differences
from lexdocs.checks.drift import drift
from lexdocs.checks.saved import read_saved, ticks
from lexdocs.cli.main import app
from lexdocs.deal import open_deal, open_life
from lexdocs.errors import InputError
from lexdocs.figures.record import record
from lexdocs.resources import bundled_deals
from lexdocs.writing.files import figures_json, write_files
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

RELEASE = "press-releases/commencement-2001-08-06"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    deal = open_deal(bundled_deals()["lexington_2001"])
    out = tmp_path_factory.mktemp("drift") / "out"
    words = write_words(deal)
    write_files([deal], [words], out, ["html", "text"])
    pages: dict[str, str] = {}
    for document in words.documents:
        pages |= {name: str(page) for name, page in write_pages(deal, document, ["html", "text"]).items()}
    return deal, out, pages


@pytest.fixture
def copy(built, tmp_path):
    return shutil.copytree(built[1], tmp_path / "out")


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def causes(deal, out):
    """What moved each figure between a saved build and a deal, by address."""
    ancestry = Ancestry.of(deal.book, deal.graph, deal.terms.leaves)
    moved = differences(read_saved(out).figures, record(deal.book), ancestry)
    return {each.address: "; ".join(cause.says for cause in each.causes) for each in moved}


def found(built, copy):
    return drift(built[0].book, built[2], read_saved(copy))


def test_nothing_drifts_from_itself(built, copy):
    assert not found(built, copy)


def test_a_digit_changed_by_hand(built, copy):
    edit(copy / f"{RELEASE}.html", ">$274,000<", ">$247,000<")
    (figure,) = found(built, copy).figures
    assert (figure.name, figure.printed, figure.calculated) == ("maximum_holdout_principal", "$247,000", "$274,000")
    assert figure.document == f"{RELEASE}.html"
    assert figure.cause == "edited by hand: no figure moved"


def test_a_word_changed_by_hand(built, copy):
    edit(copy / f"{RELEASE}.html", "opened today", "opened yesterday")
    (word,) = found(built, copy).words
    assert "opened yesterday" in word.says
    assert word.place.startswith("line ")


def test_a_hidden_value_changed_by_hand(built, copy):
    """The machine-readable value of a tick is part of what is printed."""
    edit(copy / f"{RELEASE}.html", 'value="274000"', 'value="247000"')
    assert found(built, copy)


def test_the_text_form_is_held_too(built, copy):
    edit(copy / f"{RELEASE}.txt", "$274,000", "$274,001")
    drifted = found(built, copy)
    (figure,) = drifted.figures
    assert (figure.name, figure.printed, figure.calculated) == ("maximum_holdout_principal", "$274,001", "$274,000")
    assert (figure.document, figure.cause) == (f"{RELEASE}.txt", "edited by hand: no figure moved")
    line = (copy / f"{RELEASE}.txt").read_text("utf-8").split("\n")[figure.line - 1]
    assert "$274,001" in line
    assert not drifted.words


def test_a_word_of_the_text_form(built, copy):
    edit(copy / f"{RELEASE}.txt", "opened today", "opened yesterday")
    (word,) = found(built, copy).words
    assert (word.document, word.says) == (f"{RELEASE}.txt", "printed “yesterday”, written “today”")


def test_lines_of_the_text_form_broken_elsewhere_are_no_words(built, copy):
    path = copy / f"{RELEASE}.txt"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace(
            "offer to registered holders, as\n           they", "offer to registered holders,\n           as they"
        ),
        "utf-8",
    )
    (page,) = found(built, copy).words
    assert page.says == "differs in its line ends or page breaks"


def test_a_missing_file_and_a_stranger(built, copy):
    (copy / f"{RELEASE}.html").rename(copy / "press-releases" / "old.html")
    assert {each.document for each in found(built, copy).words} == {f"{RELEASE}.html", "press-releases/old.html"}


def test_a_figure_of_the_record_changed(built, copy):
    record = json.loads((copy / "figures.json").read_text("utf-8"))
    record["figures"]["outstanding"]["value"] = "27412001"
    (copy / "figures.json").write_text(json.dumps(record), "utf-8")
    (figure,) = found(built, copy).figures
    assert (figure.name, figure.document) == ("outstanding", "figures.json")


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"figures": 3}'])
def test_a_record_that_cannot_be_read(copy, content):
    path = copy / "figures.json"
    path.unlink()
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(InputError, match=r"nothing was built here|is not the record of a build"):
        read_saved(copy)


def test_ticks_are_read_from_the_page(built):
    page = built[2][f"{RELEASE}.html"]
    texts = [each.text for each in ticks(page) if each.address == "old_rate"]
    titles = [each.text for each in ticks(page) if each.address == "old_notes_title"]
    assert texts == []
    assert titles == ["12¾% Senior Subordinated Notes"] * 2


def test_the_verb_prints_the_cause_and_under_it_the_places_and_exits_1(built, copy):
    edit(copy / f"{RELEASE}.html", ">$274,000<", ">$247,000<")
    result = CliRunner().invoke(app, ["check", "lexington_2001", "--out", str(copy)])
    assert result.exit_code == 1
    head, row = result.output.splitlines()[:2]
    assert head == "edited by hand: no figure moved"
    assert row.startswith("  ")
    for cell in ("maximum_holdout_principal", "$247,000 → $274,000", f"{RELEASE}.html:"):
        assert cell in row


def test_the_committed_output_does_not_drift():
    result = CliRunner().invoke(app, ["check", "lexington_2001"])
    assert result.exit_code == 0, result.output
    assert "0 without a proof" in result.output


def test_the_cause_is_the_term_even_where_its_row_is_gone(built, tmp_path):
    """A payment day taken away: the frequency moved because of it."""
    deal = shutil.copytree(built[0].folder, tmp_path / "lexington_2001")
    edit(deal / "term-sheet.yaml", "    - March 31\n    - June 30\n", "    - June 30\n")
    edit(deal / "term-sheet.yaml", "    - September 30\n", "")
    moved = open_deal(deal)
    told = causes(moved, built[1])
    assert "new_notes.payment_days" in told["payment_frequency"]


def test_a_figure_that_is_pending_now_names_what_it_waits_for(built, tmp_path):
    deal = shutil.copytree(built[0].folder, tmp_path / "lexington_2001")
    edit(deal / "assumptions" / "illustration.yaml", "  offer.consummation_date: September 5, 2001\n", "")
    moved = open_deal(deal)
    told = causes(moved, built[1])
    assert told["accrual_days"] == "offer.consummation_date: September 5, 2001 → pending"


def test_the_head_of_the_record_is_held_too(built, copy):
    edit(copy / "figures.json", '"kind": "commencement"', '"kind": "settlement"')
    expected = json.loads(figures_json([built[0]], ["html", "text"]))
    (word,) = drift(built[0].book, built[2], read_saved(copy), expected).words
    assert (word.document, word.place) == ("figures.json", "event")


def test_a_unit_of_the_record_changed(built, copy):
    edit(copy / "figures.json", '"unit": "rate"', '"unit": "money"')
    (figure,) = found(built, copy).figures
    assert figure.cause == "edited by hand: no figure moved"


def test_line_ends_changed(built, copy):
    path = copy / f"{RELEASE}.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert found(built, copy)


def test_any_stranger_is_found_and_a_pdf_belongs_to_its_page(built, copy):
    (copy / f"{RELEASE}.pdf").write_bytes(b"%PDF")
    (copy / "notes.md").write_text("x", "utf-8")
    (copy / "old.pdf").write_bytes(b"%PDF")
    assert {each.document for each in found(built, copy).words} == {"notes.md", "old.pdf"}


def test_a_row_that_is_gone_is_explained_by_its_own_term(built, tmp_path):
    """A rate step and an installment end on the same date here; the installment's going is not the step's doing."""
    deal = shutil.copytree(built[0].folder, tmp_path / "lexington_2001")
    edit(deal / "term-sheet.yaml", "      date: December 31, 2001", "      date: January 2, 2002")
    edit(deal / "term-sheet.yaml", "      through: December 31, 2001", "      through: March 31, 2002")
    moved = open_deal(deal)
    told = causes(moved, built[1])
    date = "participation_fee.installments[2].date: December 31, 2001 → January 2, 2002"
    assert told["installment_stated_date[2001-12-31]"] == told["installment_share[2001-12-31]"] == date
    # The rate is what it was; its step ends on another date, and is another row.
    assert told["step_rate[2001-12-31]"] == "new_notes.steps[0].through: December 31, 2001 → March 31, 2002"


def test_each_figure_of_the_record_stands_on_its_line_in_each_event(tmp_path):
    life = open_life(Path(__file__).parents[1] / "deals" / "lexington_later")
    (tmp_path / "figures.json").write_text(figures_json(life), "utf-8")
    lines = (tmp_path / "figures.json").read_text("utf-8").split("\n")
    saved = read_saved(tmp_path)
    seen: set[int] = set()
    for deal in life:
        of_event = saved.of(deal.terms.event.name)
        found = of_event.lines()
        for address, entry in of_event.figures.items():
            at = found[address]
            assert lines[at - 1].strip() == f"{json.dumps(address, ensure_ascii=False)}: {{"
            assert json.dumps(entry["unit"]) in lines[at]
        # No two events share a line.
        ours = {found[address] for address in of_event.figures}
        assert not ours & seen
        seen |= ours
