"""What is mailed, read by other programs: a search finds names, accents included, and qpdf finds nothing wrong."""

import json
import subprocess
import unicodedata

import pikepdf
import pypdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from lexdocs.mailing.mail import Asked, mail
from tests.mailing.fictional import lay_out_deal

pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]
NAMES = (
    "Łódź & Gößweinstein Fund (fictional)", "Dvořák-Núñez, Víðarsson", "Țepeș Ärzte “Olé” Trust", "D’Arcy St. Žižkov",
    "Châteaŭ Ĳsselmeer £7 — ½",
)  # fmt: skip
TOWN, PARTICIPANT = "90-001 Łódź", "Őrség Überbank (fictional)"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A mailing in both forms of holders of one shape."""
    scratch = tmp_path_factory.mktemp("read")
    held = "$1,020,000"
    rows = [(f"BO-{number}", name, "1 rue de l'Exemple", "", "", TOWN, f"A-{number}", PARTICIPANT, held, held, "$0", "")
            for number, name in enumerate(NAMES)]  # fmt: skip
    out = scratch / "out"
    control = mail(Asked(lay_out_deal(scratch / "lexington_2001", rows), out, each=True)).control
    assert control.stamped == len(NAMES)
    return out


@pytest.fixture(scope="module")
def lines(made):
    return [json.loads(line) for line in (made / "manifest.jsonl").read_text("utf-8").splitlines()]


def pages(lines, made):
    """Each holder's statement, in the stream and as a file, with the name that it bears."""
    for line, name in zip(lines, NAMES, strict=True):
        for place in (line, line["each"]):
            yield made / place["file"], place["page"], place["pages"], name


def by_poppler(path, first, count):
    command = ["pdftotext", "-f", str(first), "-l", str(first + count - 1), str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")


def by_pdfium(path, first, count):
    paper = pypdfium2.PdfDocument(path)
    said = "\n".join(paper[first - 1 + at].get_textpage().get_text_range() for at in range(count))
    paper.close()
    return said


def by_pypdf(path, first, count):
    return "\n".join(pypdf.PdfReader(path).pages[first - 1 + at].extract_text() for at in range(count))


@pytest.mark.parametrize("read", [by_poppler, by_pdfium, by_pypdf])
def test_what_a_program_takes_out_has_the_holder_s_name_and_no_other(made, lines, read):
    for path, first, count, name in pages(lines, made):
        said = " ".join(read(path, first, count).split())
        assert unicodedata.is_normalized("NFC", name)
        assert [each for each in (*NAMES, TOWN, PARTICIPANT) if each in said] == [name, TOWN, PARTICIPANT], path


def test_a_search_finds_a_name_where_it_stands(made, lines):
    for path, first, count, name in pages(lines, made):
        paper = pypdfium2.PdfDocument(path)
        for wanted in (name, name.lower(), PARTICIPANT, "1,020,000.00"):
            found = paper[first - 1].get_textpage().search(wanted).get_next()
            assert found is not None, (path, wanted)
        other = NAMES[NAMES.index(name) - 1]
        assert all(paper[first - 1 + at].get_textpage().search(other).get_next() is None for at in range(count))
        paper.close()


def test_qpdf_finds_nothing_wrong(made, lines):
    for path in (made / "statements.pdf", *{made / line["each"]["file"] for line in lines}):
        with pikepdf.open(path) as pdf:
            assert pdf.check_pdf_syntax() == []
            assert not pdf.get_warnings()
