"""A mailing: each holder's pages are those that WeasyPrint would have drawn, every holder is there, every sum ties."""

import datetime
import json
import re
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pikepdf
import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.deal import open_deal
from lexdocs.errors import InputError, UsageError
from lexdocs.figures.explain import explain
from lexdocs.figures.figure import Pending
from lexdocs.mailing import cutting
from lexdocs.mailing.assembling import Assembly
from lexdocs.mailing.control import Control, Total
from lexdocs.mailing.mail import KEPT, Asked, mail
from lexdocs.mailing.report import Signed, report_of
from lexdocs.resources import bundled_deals, templates_folder
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words
from tests.mailing.folders import change

EXAMPLE = bundled_deals()["lexington_2001"]
pytestmark = pytest.mark.xdist_group("mailed")  # plates are laid out once for all tests


@pytest.fixture(scope="module")
def deal():
    return open_deal(EXAMPLE)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    out = tmp_path_factory.mktemp("mailing") / "out"
    patch = pytest.MonkeyPatch()
    patch.setattr(cutting, "MEAN", 4)  # few holdings to a shard, so that there are several
    yield out, mail(Asked(EXAMPLE, out))
    patch.undo()


def manifest(out):
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]


def text(path, first, last):
    command = ["pdftotext", "-layout", "-f", str(first), "-l", str(last), str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def paper_text(data):
    return subprocess.run(
        ["pdftotext", "-layout", "-", "-"], check=True, capture_output=True, input=data
    ).stdout.decode()


def dots(path, page, resolution=60):
    command = ["pdftoppm", "-r", str(resolution), "-f", str(page), "-l", str(page), str(path)]
    return subprocess.run(command, check=True, capture_output=True).stdout


def test_every_holder_has_a_statement_and_every_sum_is_the_deals(made, deal):
    out, mailed = made
    control = mailed.control
    assert mailed.shards > 1
    assert (control.holders, control.statements, control.failed) == (12, 12, [])
    assert control.ties
    assert [line["holder"] for line in manifest(out)] == list(deal.book.labels("holding"))
    assert {total.figure for total in control.totals} >= {"held_principal", "accepted_principal", "holder_cash_net"}
    assert all(total.mailed == total.deal for total in control.totals)
    with pikepdf.open(out / "statements.pdf") as pdf:
        assert len(pdf.pages) == sum(line["pages"] for line in manifest(out))


@pytest.mark.soak
def test_each_page_says_what_weasyprint_would_have_drawn(made, deal, tmp_path):
    out, _ = made
    # Without the mark of a proof across it a page is the same dot by dot.
    segments = sorted((out / KEPT / "shards").glob("*"))
    order = {segment: number for number, segment in enumerate(segments)}
    clean = tmp_path / "clean"
    Assembly(clean, out / KEPT / "plates", "clean", proof=False).stream(list(order))
    places = {line["holder"]: line for line in manifest(out)}
    plain = {line["holder"]: line for line in manifest(clean)}
    for document in write_words(deal, ["statements/settlement"]).documents:
        label = document.name.rpartition("/")[2]
        own = tmp_path / "own.pdf"
        own.write_bytes(write_pages(deal, document, ["pdf"])[f"{document.name}.pdf"])
        with pikepdf.open(own) as pdf:
            count = len(pdf.pages)
        line = places[label]
        assert line["pages"] == count
        assert text(out / "statements.pdf", line["page"], line["page"] + count - 1) == text(own, 1, count), label
        for page in range(count) if label in ("BO-1001", "BO-1009", "BO-1011") else ():
            drawn = dots(clean / "statements.pdf", plain[label]["page"] + page)
            assert drawn == dots(own, page + 1), (label, page)


def test_what_a_holder_s_line_says_is_what_its_statement_says(made, deal):
    out, _ = made
    for line in manifest(out):
        assert line["made"] == "stamped"
        for name in ("held_principal", "holder_cash_net"):
            dollars, cents = divmod(int(deal.book.value(name, line["holder"]) * 100), 100)
            assert line["figures"][name] == f"{dollars}.{cents:02}"
            said = f"{dollars:,}.{cents:02}"
            pages = text(out / "statements.pdf", line["page"], line["page"] + line["pages"] - 1)
            assert said in pages or dollars == 0


@pytest.mark.parametrize("label", ["BO-1001", "BO-1003", "BO-1007", "BO-1009", "BO-1012"])
def test_the_proof_of_each_amount_says_what_the_statement_says(made, deal, label):
    out, mailed = made
    line = next(each for each in manifest(out) if each["holder"] == label)
    pages = text(out / "statements.pdf", line["page"], line["page"] + line["pages"] - 1)
    proved = 0
    for name, said in line["figures"].items():
        figure, _, rest = name.partition("[")
        own = deal.book.figure(figure, (label, *filter(None, [rest.removesuffix("]")])))
        if isinstance(own, Pending):
            assert said == "", name
            continue
        lines = list(explain(own))
        # The first line has the figure itself, those below it what it follows from.
        amounts = {name: lines[0].partition("  ")[0]}
        found = (re.match(r"\s*(\w+)\[([^]]+)]  (\S+)  ", each) for each in lines[1:])
        amounts |= {_without(match[1], match[2], label): match[3] for match in found if match and label in match[2]}
        for each, amount in amounts.items():
            if each in line["figures"] and amount != "pending:":
                assert Decimal(re.sub(r"[$,]", "", amount)) == Decimal(line["figures"][each]), (name, each)
                proved += 1
        if Decimal(said) and name in mailed.control.printed:
            assert amounts[name] in pages or amounts[name].removeprefix("$") in pages, (name, amounts[name])
    assert proved > 2 * len(line["figures"])


def _without(name, key, label):
    rest = ",".join(each for each in key.split(",") if each != label)
    return f"{name}[{rest}]" if rest else name


def test_what_was_mailed_is_for_its_owner_alone_and_names_no_holder(made):
    out, _ = made
    for path in [*out.glob("*"), *(out / KEPT).glob("*/*")]:
        if path.is_file():
            assert path.stat().st_mode & 0o077 == 0, path
            assert "BO-" not in path.name
    with pikepdf.open(out / "statements.pdf") as pdf:
        assert "BO-" not in str(pdf.docinfo.get("/Title"))


def test_a_second_run_does_nothing_and_a_lost_shard_is_made_again(made, tmp_path, monkeypatch):
    monkeypatch.setattr(cutting, "MEAN", 4)
    out = tmp_path / "again"
    shutil.copytree(made[0], out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    again = mail(Asked(EXAMPLE, out))
    assert (again.control.unchanged, again.again) == (True, again.shards)
    next((out / KEPT / "shards").glob("*")).unlink()
    (out / "statements.pdf").unlink()
    repaired = mail(Asked(EXAMPLE, out, jobs=2))
    assert (repaired.control.unchanged, repaired.shards - repaired.again) == (False, 1)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_a_changed_holder_changes_one_shard(made, tmp_path, monkeypatch):
    monkeypatch.setattr(cutting, "MEAN", 4)
    out, folder = tmp_path / "out", tmp_path / "lexington_2001"
    shutil.copytree(made[0], out)
    shutil.copytree(EXAMPLE, folder)
    change(folder / "register.csv", "Harbor Light Income Fund", "Harbor Lamp Income Fund")
    changed = mail(Asked(folder, out))
    assert changed.shards - changed.again == 1
    assert "Harbor Lamp Income Fund" in text(out / "statements.pdf", 1, 1)


def test_the_control_sheet_is_one_page_that_says_how_it_ties(made):
    out, mailed = made
    said = text(out / "control.pdf", 1, 1)
    assert mailed.control.files["control.pdf"]["pages"] == 1
    for part in ("PROOF: NOT RELEASED", "Holders in", mailed.control.terms_sha256["term-sheet.yaml"], "Every sum ties"):
        assert part.lower() in said.lower()
    assert "34,409,045.00" in said
    assert "Specimen" in said
    # What the deal adds up and no statement says is held against the deal's own sums, and looked for on no page.
    # These notes do not accrete, and none of them was guaranteed, so that neither stands on a page.
    said_here = {*re.findall(r"\w+", (templates_folder() / "statements" / "settlement.md").read_text("utf-8"))}
    said_here -= {"retained_claim"}
    summed = [total.figure for total in mailed.control.totals]
    assert mailed.control.printed == [
        *(each for each in summed if each.partition("[")[0] in said_here),
        "statement_number",
    ]
    assert {each.partition("[")[0] for each in summed} - said_here == {
        "retained_claim", "guaranteed_principal", "holder_installment_withheld", "holder_installment_net",
    }  # fmt: skip


def test_the_control_sheet_counts_reasons_and_names_nobody(made):
    _, mailed = made
    rendered = [(f"BO-{number}", f"BO-{number}: <b>no</b> room & no glyph") for number in range(3)]
    totals = [Total("held_principal", "1.00", "total", "3.00", "2.00")] * 36
    made_up = replace(mailed.control, stamped=9, rendered=rendered, failed=[("BO-7", ("why",))], totals=totals)
    paper = report_of(made_up, "", Signed("Ann <Lee>", "Bo", datetime.date(2001, 8, 7)))
    assert paper.pages == 1
    said = paper_text(paper.data)
    assert "…: <b>no</b> room & no glyph" in said
    assert "Not every sum ties" in said
    assert "Ann <Lee>" in said
    assert "August 7, 2001" in said
    assert "BO-" not in said


def test_several_streams_part_no_statement(made, tmp_path):
    out, _ = made
    segments = sorted((out / KEPT / "shards").glob("*"))
    assembly = Assembly(tmp_path, out / KEPT / "plates", "parted", proof=True)
    files = replace(assembly, pages_per_file=5).stream(segments).files
    lines = manifest(tmp_path)
    # Each file has whole statements one after another, and no room for the first of the next.
    filled = {name: [line for line in lines if line["file"] == name] for name in files}
    assert [line for each in filled.values() for line in each] == lines
    for name, each in filled.items():
        assert [line["page"] for line in each] == [
            1 + sum(one["pages"] for one in each[:at]) for at in range(len(each))
        ]
        assert sum(line["pages"] for line in each) == files[name] <= 5
    for before, after in pairwise(filled):
        assert files[before] + filled[after][0]["pages"] > 5
    assert {line["pages"] for line in lines} == {1, 2}


def test_bad_rows_refuse_the_run_or_are_set_aside_and_counted(tmp_path):
    folder, out = tmp_path / "lexington_2001", tmp_path / "out"
    shutil.copytree(EXAMPLE, folder)
    change(folder / "register.csv", "BO-1011,", "BO-1010,")
    with pytest.raises(InputError) as refused:
        mail(Asked(folder, out))
    assert "BO-1010" in str(refused.value)
    assert not (out / "statements.pdf").exists()


def test_a_place_that_will_not_do_is_refused(tmp_path):
    (tmp_path / "file").write_text("here")
    for out in (tmp_path / "file", EXAMPLE):
        with pytest.raises(UsageError):
            mail(Asked(EXAMPLE, out))
    with pytest.raises(UsageError, match="no document"):
        mail(Asked(EXAMPLE, tmp_path / "out", document="nonsense"))


def test_the_command_says_what_came_of_it(made, tmp_path, monkeypatch):
    monkeypatch.setattr(cutting, "MEAN", 4)
    out = tmp_path / "told"
    shutil.copytree(made[0], out)
    ran = CliRunner().invoke(app, ["mail", str(EXAMPLE), "--out", str(out), "--jobs", "1"])
    assert ran.exit_code == 0, ran.output
    assert "12 holders = 12 statements + 0 without one" in ran.stdout
    assert "nothing changed since this was mailed" in ran.stdout
    assert (control := Control.read(out)) is not None
    assert control.ties
