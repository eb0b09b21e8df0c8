"""Statements in each holder's language: drafts are refused, stamped ones equal the long way's, verify reads them."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.deal import open_deal
from lexdocs.errors import InputError, LexdocsError
from lexdocs.mailing.mail import Asked, mail
from tests.languages.copies import LANGUAGES, approve, copied

pytestmark = pytest.mark.usefixtures("plates_once")


def run(*arguments: object):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_a_draft_is_not_mailed(tmp_path):
    deal = copied(tmp_path)
    approve(deal, languages=("es", "fr"))
    with pytest.raises(LexdocsError) as raised:
        mail(Asked(deal, tmp_path / "out"))
    assert [str(each) for each in raised.value.problems] == [
        (
            "statements/settlement.de.md:1: nobody has approved this German by name; have it read, "
            f"then lexdocs translations de statements/settlement.md --approve NAME --on DATE --deal {deal}"
        ),
        (
            "templates/languages/de.yaml:1: nobody has approved this German by name; have it read, "
            f"then lexdocs translations de phrases --approve NAME --on DATE --deal {deal}"
        ),
    ]
    assert not (tmp_path / "out" / "statements.pdf").exists()


@pytest.mark.soak
def test_statements_are_stamped_in_the_language_of_each_holder(tmp_path):
    deal, out = copied(tmp_path), tmp_path / "out"
    approve(deal, ("statements/settlement.md",))
    made = run("mail", deal, "--out", out, "--html", "--stream", "--sample", "4")
    assert made.exit_code == 0, made.output
    assert "4 stamped, 0 rendered" in made.output
    assert "4 statements of 4 of 4 shapes rendered the long way and compared: none differ" in made.output
    lines = [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]
    assert [line.get("language", "en") for line in lines] == ["en", *LANGUAGES]
    pages = [(out / line["html"]["file"]).read_text("utf-8") for line in lines]
    assert ['<html lang="es-US">' in page for page in pages] == [False, True, False, False]
    principal = [">US$5,600,000.00<", ">3\u202f900\u202f000,00\u00a0$US<", ">US-$\u00a09.712.000,00<"]
    assert [said in page for said, page in zip(principal, pages[1:], strict=True)] == [True] * 3
    checked = run("verify", out, "--all")
    assert checked.exit_code == 0, checked.output
    # A figure that its line has wrong is seen in a language that writes it otherwise.
    (out / "manifest.jsonl").write_text(
        (out / "manifest.jsonl")
        .read_text("utf-8")
        .replace('"held_principal":"9712000.00"', '"held_principal":"9712.00"'),
        "utf-8",
    )
    seen = run("verify", out, "--all").output
    assert (
        "manifest.jsonl:4: statements.pdf, page 7: its held_principal is not printed there as its line says it" in seen
    )


@pytest.mark.soak
def test_notices_single_files_and_every_holder(tmp_path):
    deal = copied(tmp_path, spoken=("", *LANGUAGES) * 3)
    approve(deal)
    for arguments in (["--each"], ["--html", "--each"], ["--document", "notices/commencement"]):
        out = tmp_path / "-".join(arguments).replace("/", "-")
        made = run("mail", deal, "--out", out, "--sample", "12", *arguments)
        assert "none differ" in made.output, made.output
        assert "0 rendered" in made.output
        checked = run("verify", out, "--all")
        assert checked.exit_code == 0, checked.output


@pytest.mark.parametrize(
    ("spoken", "languages", "says"),
    [
        ("it", "[en, es]", "register.csv:2: language: the cell (2 characters) is no language of these documents"),
        (
            "fr",
            "[en, es]",
            "register.csv:2: language: the deal's documents are not written in French; add fr to languages",
        ),
        ("German", "[en, de]", 'register.csv:2: language: "German" is not the code of a language; write de'),
    ],
)
def test_a_language_that_the_deal_has_not_is_told_with_its_row(tmp_path, spoken, languages, says):
    with pytest.raises(InputError) as raised:
        open_deal(copied(tmp_path, languages, (spoken,)))
    assert [str(each).startswith(says) for each in raised.value.problems] == [True], raised.value


def test_a_mailing_tells_it_too(tmp_path):
    deal = copied(tmp_path, "[en, es]", ("fr",))
    approve(deal, ("statements/settlement.md",), ("es",))
    with pytest.raises(InputError, match="register\\.csv:2: language: the deal's documents are not written in French"):
        mail(Asked(deal, tmp_path / "out"))


@pytest.mark.parametrize(
    ("languages", "says"),
    [
        ("[es]", "leaves out en, in which the terms are written; write it like [en, es]"),
        (
            "[en, pt]",
            '"pt" is no language of these documents; write en (English), es (Spanish), fr (French) or de (German)',
        ),
        ("[en, es, es]", "names a language twice"),
    ],
)
def test_languages_of_the_term_sheet(tmp_path, languages, says):
    with pytest.raises(InputError) as raised:
        open_deal(copied(tmp_path, languages, ("",)))
    assert says in str(raised.value)
