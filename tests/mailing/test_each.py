"""Single files: each is WeasyPrint's own of that holder in text, tags and picture, and lies where it should."""

import hashlib
import json
import os
import re
import shutil
import stat
import subprocess
from typing import Any

import pikepdf
import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.deal import open_deal
from lexdocs.errors import InputError, UsageError
from lexdocs.mailing import cutting
from lexdocs.mailing.assembling import rows_in
from lexdocs.mailing.file_names import file_of
from lexdocs.mailing.frames import Frames
from lexdocs.mailing.mail import KEPT, Asked, mail
from lexdocs.mailing.singles import single_of, singles
from lexdocs.outputs.many_files import ManyFiles
from lexdocs.resources import bundled_deals
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words
from tests.mailing.beside import tree
from tests.mailing.folders import change

EXAMPLE = bundled_deals()["lexington_2001"]
LABELS = [f"BO-{number}" for number in range(1001, 1013)]
pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak, pytest.mark.usefixtures("plates_once")]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    out = tmp_path_factory.mktemp("each") / "out"
    patch = pytest.MonkeyPatch()
    patch.setattr(cutting, "MEAN", 4)
    yield out, mail(Asked(EXAMPLE, out, stream=False, each=True))
    patch.undo()


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """WeasyPrint's own file of each holder."""
    folder, deal = tmp_path_factory.mktemp("own"), open_deal(EXAMPLE)
    for document in write_words(deal, ["statements/settlement"]).documents:
        data = write_pages(deal, document, ["pdf"])[f"{document.name}.pdf"]
        (folder / f"{document.name.rpartition('/')[2]}.pdf").write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def clean(made, tmp_path_factory):
    """The file of each holder without the mark of a proof across its pages."""
    folder = tmp_path_factory.mktemp("clean")
    for label, data in singles(rows_in((made[0] / KEPT / "shards").glob("*")), frames(made[0], proof=False)):
        (folder / f"{label}.pdf").write_bytes(data)
    return folder


def frames(out, *, proof=True):
    return Frames(out / KEPT / "plates", proof)


def manifest(out):
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]


def run(*command):
    return subprocess.run([str(each) for each in command], check=True, capture_output=True).stdout


def dots(path, resolution):
    return run("pdftoppm", "-r", resolution, path)


def laid(path):
    """What a PDF says of itself beside what is drawn."""
    with pikepdf.open(path) as pdf:
        root, numbers = pdf.Root, {page.objgen: at for at, page in enumerate(pdf.pages)}

        def place(target):
            return numbers[target[0].objgen], [str(each) for each in list(target)[1:]]

        with pdf.open_outline() as outline:
            tops = [(item.title, place(item.destination)) for item in outline.root]
            below = [(kid.title, place(kid.destination)) for item in outline.root for kid in item.children]
        names = root.Names.Dests.Names
        return {
            "lang": str(root.Lang), "marked": bool(root.MarkInfo.Marked),
            "viewer": {key: bool(value) for key, value in root.ViewerPreferences.items()},
            "info": {key: str(value) for key, value in pdf.docinfo.items()},
            "metadata": root.Metadata.read_bytes(), "outline": (tops, below),
            "places": [(str(names[at]), place(names[at + 1])) for at in range(0, len(names), 2)],
            "pages": [(str(page.Tabs), int(page.StructParents), list(page.MediaBox)) for page in pdf.pages],
        }  # fmt: skip


def marks(page):
    """The ids of marked content on a page, in the order in which they are drawn."""
    read = pikepdf.parse_content_stream(page)
    begun = [each.operands for each in read if str(each.operator) == "BDC"]
    return [int(operands[1].MCID) for operands in begun if "/MCID" in operands[1]]


@pytest.mark.parametrize("label", LABELS)
def test_a_file_is_weasyprint_s_own_in_text_tags_and_what_it_says_of_itself(clean, own, label):
    one, other = clean / f"{label}.pdf", own / f"{label}.pdf"
    assert run("pdftotext", "-layout", one, "-") == run("pdftotext", "-layout", other, "-")
    assert tree(one) == tree(other)
    assert laid(one) == laid(other)


@pytest.mark.parametrize("label", LABELS)
def test_a_file_is_the_same_dot_by_dot(clean, own, label):
    resolution = 150 if label in ("BO-1001", "BO-1009", "BO-1011") else 60
    assert dots(clean / f"{label}.pdf", resolution) == dots(own / f"{label}.pdf", resolution)


def test_each_mark_stands_once_and_proof_is_an_artifact(made, clean, own):
    for label in LABELS:
        with (
            pikepdf.open(made[0] / file_of(label)) as proof,
            pikepdf.open(clean / f"{label}.pdf") as plain,
            pikepdf.open(own / f"{label}.pdf") as weasyprint,
        ):
            for one, two, three in zip(proof.pages, plain.pages, weasyprint.pages, strict=True):
                assert len(marks(one)) == len(set(marks(one)))
                assert sorted(marks(one)) == sorted(marks(two)) == sorted(marks(three))
                assert one.Contents[-1].read_bytes().startswith(b"/Artifact BMC\nq 1 0 0 1")
                assert not two.Contents[-1].read_bytes().startswith(b"/Artifact BMC\nq 1 0 0 1")
    assert tree(made[0] / file_of("BO-1001")) == tree(clean / "BO-1001.pdf")
    assert dots(made[0] / file_of("BO-1001"), 40) != dots(clean / "BO-1001.pdf", 40)


def test_a_file_is_well_formed(made):
    for label in LABELS:
        path = made[0] / file_of(label)
        with pikepdf.open(path) as pdf:
            assert pdf.check_pdf_syntax() == []
            assert pdf.trailer.ID[0] == pdf.trailer.ID[1]
        # Read again from its end, no object was lost or is another's.
        assert run("pdftotext", path, "-").decode().count(label) >= 2
        others = [each for each in LABELS if each != label]
        assert not any(each in run("pdftotext", path, "-").decode() for each in others)


def test_the_manifest_has_each_file(made):
    out, mailed = made
    assert [line["holder"] for line in manifest(out)] == LABELS
    for line in manifest(out):
        path = out / line["file"]
        assert line["file"] == file_of(line["holder"])
        assert hashlib.sha256(path.read_bytes()).hexdigest() == line["sha256"]
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        with pikepdf.open(path) as pdf:
            assert (line["page"], len(pdf.pages)) == (1, line["pages"])
    files = [path for path in (out / "each").rglob("*") if path.is_file()]
    pages = sum(line["pages"] for line in manifest(out))
    assert mailed.control.singles == {"files": 12, "pages": pages, "bytes": sum(path.stat().st_size for path in files)}
    assert len(files) == 12
    assert mailed.control.ties
    assert not (out / "statements.pdf").exists()


def test_a_second_run_does_nothing_and_a_lost_file_is_made_again(made, tmp_path, monkeypatch):
    monkeypatch.setattr(cutting, "MEAN", 4)
    out = tmp_path / "again"
    shutil.copytree(made[0], out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    asked = Asked(EXAMPLE, out, stream=False, each=True)
    assert mail(asked).control.unchanged
    (out / file_of("BO-1004")).unlink()
    stray = out / "each" / "00" / ".BO-1.pdf.part"  # of a run that was killed
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"%PDF")
    again = mail(asked)
    assert (again.control.unchanged, again.again) == (False, again.shards)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_both_forms_of_the_same_statements_and_then_one(made, tmp_path, monkeypatch):
    monkeypatch.setattr(cutting, "MEAN", 4)
    out = tmp_path / "both"
    both = mail(Asked(EXAMPLE, out, each=True))
    with pikepdf.open(out / "statements.pdf") as pdf:
        assert len(pdf.pages) == sum(line["pages"] for line in manifest(out)) > 12
        assert b"MCID" not in b"".join(page.Contents[1].read_bytes() for page in pdf.pages)
    for line, alone in zip(manifest(out), manifest(made[0]), strict=True):
        assert line["each"] == {name: alone[name] for name in ("file", "page", "pages", "sha256")}
        assert (out / line["each"]["file"]).read_bytes() == (made[0] / alone["file"]).read_bytes()
        assert line["file"] == "statements.pdf"
        assert line["figures"] == alone["figures"]
    assert both.control.singles == made[1].control.singles
    mail(Asked(EXAMPLE, out, stream=False, each=True))
    assert not (out / "statements.pdf").exists()
    assert not (out / "job.json").exists()
    mail(Asked(EXAMPLE, out))
    assert (out / "statements.pdf").exists()
    assert list((out / "each").rglob("*.pdf")) == []
    assert all("each" not in line for line in manifest(out))


def test_a_holder_who_goes_leaves_no_file(made, tmp_path, monkeypatch):
    monkeypatch.setattr(cutting, "MEAN", 4)
    out, folder = tmp_path / "out", tmp_path / "lexington_2001"
    shutil.copytree(made[0], out)
    shutil.copytree(EXAMPLE, folder)
    change(folder / "register.csv", "BO-1007,", "Nul,")
    mail(Asked(folder, out, stream=False, each=True))
    assert not (out / file_of("BO-1007")).exists()
    assert (out / file_of("Nul")).name == "_4eul.pdf"
    assert (out / file_of("Nul")).exists()


def test_who_goes_the_long_way_has_weasyprint_s_own_file_marked_as_a_proof(made, own, tmp_path):
    data = (own / "BO-1002.pdf").read_bytes()
    row: tuple[Any, ...] = ("BO-1002", "", (), data, "has no room", [], "", (), "")
    plain, single = single_of(row, frames(made[0], proof=False)), single_of(row, frames(made[0]))
    assert plain is not None
    assert single is not None
    assert plain.parts == (data,)
    marked = tmp_path / "marked.pdf"
    marked.write_bytes(b"".join(single.parts))
    assert hashlib.sha256(marked.read_bytes()).hexdigest() == single.digest
    assert tree(marked) == tree(own / "BO-1002.pdf")
    assert laid(marked) == laid(own / "BO-1002.pdf")
    assert dots(marked, 60) == dots(made[0] / file_of("BO-1002"), 60)
    assert single_of((*row[:3], b"", *row[4:]), frames(made[0])) is None


def test_no_two_identifiers_have_one_file():
    labels = ["A/B", "A_2fB", "A_B", "A B", "..", ".", "-A", "_2dA", "CON", "con.x", "_43ON", "é", "e\u0301", "A\nB",
              "x" * 120, "x" * 121, "x" * 300, "x" * 299 + "y", "é" * 60, "", "BO-1001", "a\\b", "~",
              "\U0001f600"]  # fmt: skip
    files = [file_of(label) for label in labels]
    assert len({each.lower() for each in files}) == len(files)
    for each in files:
        assert re.fullmatch(r"each/[0-9a-f]{2}/[A-Za-z0-9_][A-Za-z0-9._-]*\.pdf|each/e3/\.pdf", each), each
        assert len(each.rpartition("/")[2]) < 220


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    many = ManyFiles(tmp_path)
    (tmp_path / "each").symlink_to(os.sep)
    with pytest.raises(InputError, match="is a link"):
        many.add("each/aa", "x.pdf", (b"x",))
    (tmp_path / "each").unlink()
    (tmp_path / "each").write_text("a file")
    with pytest.raises(InputError, match="a folder is needed here"):
        many.add("each/aa", "x.pdf", (b"x",))


def test_the_command_says_what_came_of_it(made, tmp_path, monkeypatch):
    monkeypatch.setattr(cutting, "MEAN", 4)
    out = tmp_path / "told"
    shutil.copytree(made[0], out)
    ran = CliRunner().invoke(app, ["mail", str(EXAMPLE), "--out", str(out), "--each", "--jobs", "1"])
    assert ran.exit_code == 0, ran.output
    pages = sum(line["pages"] for line in manifest(out))
    assert f"12 stamped, 0 rendered, {pages} pages in 12 single files" in ran.stdout
    assert "nothing changed since this was mailed" in ran.stdout
    with pytest.raises(UsageError, match="parts print streams"):
        mail(Asked(EXAMPLE, out, pages_per_file=4, stream=False, each=True))
