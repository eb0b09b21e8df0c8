"""What the register says of a holder stands neither in what is told, nor in names of files, nor in PDFs' metadata."""

import json
import re
import subprocess

import pikepdf
import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.errors import InputError, Problem, Where
from lexdocs.mailing.mail import Asked, mail
from lexdocs.outputs.heard import NoGlyph
from tests.mailing.fictional import HEADING, hostile, lay_out_deal, varied

pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]
PRIVATE = HEADING[1:8]  # name, address, account, participant
NAMES = [
    "Zebulon Quartermain Trust", "Unbroken" * 37 + "Quartermain", "日本語クォーターメイン株式会社", "𐍈𐍉𐍊 Quartermain",
    "<b>Quartermain</b> & Daughters", "Quartermain Soft\u00adhyphen Fund",
]  # fmt: skip


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    home = tmp_path_factory.mktemp("private")
    rows = [*hostile(NAMES), *list(varied(3))]
    folder = lay_out_deal(home / "lexington_2001", rows)
    forms = ["--stream", "--each", "--html"]
    told = CliRunner().invoke(app, ["mail", str(folder), "--out", str(home / "out"), *forms, "--jobs", "1"])
    said = {text for row in rows for text in row[1:8] if len(text) > 8}
    return home / "out", told, said


def bare(text):
    return re.sub(r"\s+", "", text).casefold()


def test_what_is_told_names_nobody(ran):
    out, told, said = ran
    assert told.exit_code == 5, told.output
    control = (out / "control.json").read_text("utf-8")
    assert json.loads(control)["failed"]
    assert json.loads(control)["rendered"]
    command = ["pdftotext", "-layout", str(out / "control.pdf"), "-"]
    sheet = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for text in (told.output, control, (out / "manifest.jsonl").read_text("utf-8"), sheet):
        assert "Quartermain" not in text
        assert "クォーターメイン" not in text
        assert not [each for each in said if bare(each) in bare(text)]
    assert re.search(r"characters \(CJK, KATAKANA\b.*\) have no glyph in any font here", told.output)


def test_a_text_of_the_register_that_does_not_print_is_told_without_it(tmp_path):
    folder = lay_out_deal(tmp_path / "lexington_2001", list(hostile(["Quartermain\u2066 Trust"])))
    with pytest.raises(InputError) as refused:
        mail(Asked(folder, tmp_path / "out"))
    assert str(refused.value).startswith("register.csv:2: name: holds the character U+2066, which does not print; ")
    assert "Quartermain" not in str(refused.value)


def test_names_of_files_and_what_files_say_of_themselves_name_nobody(ran):
    out, _, said = ran
    files = [path for path in out.rglob("*") if path.is_file()]
    assert not [path for path in files for each in said if bare(each) in bare(path.name)]
    papers = [path for path in files if path.suffix == ".pdf"]
    assert len(papers) > 5
    for path in papers:
        with pikepdf.open(path) as pdf:
            told = " ".join(map(str, pdf.docinfo.values()))
            if "/Metadata" in pdf.Root:
                told += pdf.Root.Metadata.read_bytes().decode("utf-8")
        assert not [each for each in said if bare(each) in bare(told)], path


def test_signs_without_a_glyph_are_told_by_their_script():
    where = Where("BO-7")
    (told,) = NoGlyph(where, "x", "y", signs=("ש", "ל", "😀")).unnamed()
    assert told == Problem(
        where,
        "3 characters (HEBREW, signs that are no letters) have no glyph in any font here and would print as boxes",
        "y",
    )
