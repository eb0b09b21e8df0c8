"""Translations of a deal's own words: they go into the deal, the house's stay as they are, and every hint says so."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.deal import library_of, open_deal
from lexdocs.documents.languages.standing import standing
from lexdocs.errors import LexdocsError
from lexdocs.resources import templates_folder

TINY = Path(__file__).parents[1] / "deals" / "tiny"
NOTICE = "notices/commencement.md"
SPANISH = "notices/commencement.es.md"

SAID = {
    "term: Existing Debentures": "term: Old Barge Paper", "term: Replacement Debentures": "term: New Barge Paper",
    "Chicago": "New York",
}  # fmt: skip


@pytest.fixture
def deal(tmp_path):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    sheet = folder / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("\nkind: ", "\nlanguages: [en, es]\nkind: ", 1), "utf-8")
    own = folder / "templates" / NOTICE
    own.parent.mkdir(parents=True)
    house = (templates_folder() / NOTICE).read_text("utf-8")
    own.write_text(house + "\nThe agent answers questions.\n", "utf-8")
    return folder


def run(*arguments):
    ran = CliRunner().invoke(app, [str(each) for each in arguments])
    if isinstance(ran.exception, LexdocsError):
        return ran.exception.exit_code, [str(each) for each in ran.exception.problems]
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return ran.exit_code, [*ran.stdout.splitlines(), *ran.stderr.splitlines()]


def test_the_deals_own_words_need_a_translation_of_the_deals_own(deal):
    house = templates_folder() / SPANISH
    before = house.read_bytes()
    copied, done = (f"lexdocs translations es {NOTICE}{more} --deal {deal}" for more in ("", " --current"))
    stands = standing(library_of(open_deal(deal)), NOTICE, "es")
    assert [each.what for each in stands.stale] == [f"the house's, translates other words than the deal's own {NOTICE}"]
    assert [each.remedy for each in stands.stale] == [
        f"{copied} copies it into the deal; translate what has changed, then {done}"
    ]
    code, told = run("translations", "es", NOTICE, "--deal", deal)
    own = deal / "templates" / SPANISH
    assert code == 0
    assert str(own) in told
    assert any(done in each for each in told)
    assert own.read_bytes() == before  # its old digest too: it is not yet said to be of the deal's words
    own.write_text(own.read_text("utf-8") + "\nThe agent answers questions.\n", "utf-8")
    code, told = run("translations", "es", NOTICE, "--current", "--deal", deal)
    assert code == 1
    assert [each.partition(": ")[2] for each in told] == [
        '"The agent answers questions" is still English; translate it'
    ]
    own.write_text(own.read_text("utf-8").replace("The agent answers questions", "El agente responde"), "utf-8")
    code, told = run("translations", "es", NOTICE, "--current", "--deal", deal)
    assert (code, told) == (0, [f"{own}: translates the English words as they are now"])
    assert standing(library_of(open_deal(deal)), NOTICE, "es").stale == ()
    assert house.read_bytes() == before


def test_a_clause_of_the_house_is_brought_up_to_date_in_the_deal(deal):
    """Without a copy, too: what is said for a deal is written into the deal."""
    house = templates_folder() / SPANISH
    before = house.read_bytes()
    code, _told = run("translations", "es", NOTICE, "--current", "--deal", deal)
    assert code == 0
    assert house.read_bytes() == before
    assert (deal / "templates" / SPANISH).is_file()


@pytest.mark.soak
def test_all_phrases_without_words_are_told_at_once(deal):
    sheet = deal / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    for old, new in SAID.items():
        assert old in text
        text = text.replace(old, new)
    sheet.write_text(text, "utf-8")
    code, told = run("translations", "es", "--deal", deal)
    listed = [each for each in told[told.index("texts:") :] if each == "texts:" or each.startswith('  "')]
    phrases = [each.strip().removesuffix(":") for each in listed[1:]]
    assert code == 1
    assert {'"New Barge Paper"', '"Old Barge Paper"'} < set(phrases)
    assert any(phrase.startswith('"Fiction: ') for phrase in phrases)  # the legend, which no template prints
    assert (
        f"{len(phrases)} phrases have no Spanish words: write them into the deal's templates/languages/es.yaml, "
        "behind each colon"
    ) in told
    _code, told = run("validate", deal)
    lacking = [each for each in told if "has no Spanish words for it; write them under texts" in each]
    assert {phrase for phrase in phrases if any(phrase in each for each in lacking)} == set(phrases)
    _code, told = run("build", deal, "--out", deal.parent / "out", "--only", "notices", "--format", "html")
    assert {'"New Barge Paper"', '"Old Barge Paper"'} < {
        phrase for phrase in phrases if any(f"says {phrase}, and has no Spanish words" in each for each in told)
    }
    # What was listed is pasted, and the words written behind the colons: nothing more is lacking.
    catalogue = deal / "templates" / "languages" / "es.yaml"
    catalogue.parent.mkdir()
    catalogue.write_text("\n".join([listed[0], *(f"{each} palabra" for each in listed[1:])]) + "\n", "utf-8")
    assert "texts:" not in run("translations", "es", "--deal", deal)[1]
