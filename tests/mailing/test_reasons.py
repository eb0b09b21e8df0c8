"""What cannot be stamped, or not be made at all, is told once, with its place and the figure."""

import json

import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.errors import InputError
from tests.mailing.beside import text
from tests.mailing.fictional import lay_out_deal
from tests.mailing.test_documents import OWN

pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]


def held(number, name, line="1 Example Street"):
    return (
        f"BO-{number}",
        name,
        line,
        "",
        "",
        "Town 1",
        f"A-{number}",
        "Pine Custody",
        "$1,000,000",
        "$1,000,000",
        "$0",
        "",
    )


SOME = [held(1, "Anna Vela (fictional)"), held(2, "Ben Tull (fictional)"), held(3, "Cy Orr (fictional)")]


@pytest.fixture
def mailed(tmp_path):
    def run(words, rows=SOME, *more, head=""):
        folder = lay_out_deal(tmp_path / "lexington_2001", rows)
        (folder / "templates" / "notices").mkdir(parents=True, exist_ok=True)
        notice = OWN.replace("per: holding\n", f"per: holding\n{head}") + words
        (folder / "templates" / "notices" / "due.md").write_text(notice, "utf-8")
        out = tmp_path / "out"
        command = ["mail", str(folder), "--out", str(out), "--document", "notices/due", "--each", "--jobs", "1", *more]
        return CliRunner().invoke(app, command), out

    return run


def test_a_holder_in_the_running_head_is_no_other_s(mailed):
    ran, out = mailed("", head='running_head: "{{ holder_name }}"\n')
    assert ran.exit_code == 0, ran.output
    assert (
        "3 of 3 rendered page by page: notices/due.md: holder_name is said of each holder in the running" in ran.output
    )
    for line in map(json.loads, (out / "manifest.jsonl").read_text("utf-8").splitlines()):
        said = text(out / line["file"], 1, 9)
        assert [name for _, name, *_ in SOME if name in said] == [
            name for label, name, *_ in SOME if label == line["holder"]
        ]


def test_a_holder_within_a_tag_is_no_other_s(mailed):
    ran, _ = mailed('\n<p aria-label="{{ holder_id }}">Thank you.</p>\n')
    assert "3 of 3 rendered page by page: notices/due.md: holder_id is said of each holder within a tag" in ran.output


def test_letters_of_the_template_that_no_font_has_are_told_once_and_nothing_is_made(mailed):
    ran, out = mailed("\n祝 all the best.\n", SOME, "--sample", "0")
    assert ran.exit_code == 5
    assert "BO-1 and 2 more: notices/due.md: 祝 has no glyph in any font here and would print as a box" in ran.output
    assert not list(out.glob("each/*/*"))


def test_what_is_wrong_with_the_template_is_refused_once_before_anything_is_written(mailed):
    ran, out = mailed("\n{{ no_such_figure }} in 30 days <img>\n")
    assert isinstance(ran.exception, InputError)
    told = str(ran.exception)
    assert told.count('no figure named "no_such_figure"') == 1
    assert 'the number "30" is typed into the words' in told
    assert "<img> is not allowed" in told
    assert not out.exists()


def test_why_a_line_cannot_be_stamped_is_told_with_the_figure(mailed):
    ran, _ = mailed("\n**Account** {{ holder_account }} it is.\n")
    assert "3 of 3 rendered page by page: notices/due.md: “Account {{ holder_account }} it is." in ran.output
    assert "in several styles; set the line in one style" in ran.output


def test_a_name_of_many_lines_has_no_plate_and_a_statement(mailed):
    ran, _ = mailed("", [*SOME, held(4, "\n".join("abcdefghijklmnopqrstuvwxyzabc"))], "--sample", "0")
    assert ran.exit_code == 0, ran.output
    assert "3 stamped, 1 rendered" in ran.output
    assert "holder_name has more than 26 lines, and cannot be stamped" in ran.output


def test_signs_that_are_not_stamped_are_told_by_their_script(mailed):
    ran, _ = mailed("", [*SOME, held(4, "Ἀθῆναι ẞ (fictional)"), held(5, "A" * 300)], "--sample", "0")
    assert "holder_name has signs (GREEK" in ran.output


def test_latin_letters_of_the_world_are_stamped_as_they_are_rendered(mailed):
    names = "Việt Nam Đầu Tư Quỹ (fictional)", "Azərbaycan Fondu (fictional)", "Ḥāfiẓ Ṛta Ǫlúwọlé (fictional)"
    ran, out = mailed("", [held(number, name) for number, name in enumerate(names, 1)], "--sample", "3")
    assert "3 stamped, 0 rendered" in ran.output
    assert "none differ" in ran.output
    files = [json.loads(line)["file"] for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]
    assert all(name in text(out / file, 1, 9) for name, file in zip(names, files, strict=True))
