"""Building: the same bytes each time, and one document that fails does not take the others with it."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.process import forked

pytestmark = pytest.mark.xdist_group("built")  # one worker builds what several tests look at
ROOT = Path(__file__).parents[1]
TINY = ROOT / "tests" / "deals" / "tiny"


def started(deal, out, cwd=ROOT, **environment):
    """A build by a process that is started anew: its hash seed, time zone and locale are its own."""
    command = [sys.executable, "-m", "lexdocs.cli.main", "build", str(deal), "--out", str(out)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=200)


def build(deal, out, formats=()):
    return forked("build", deal, "--out", out, *(word for each in formats for word in ("--format", each)))


def digests(out):
    """All but the record of how the files were made, which is none of a deal's."""
    files = sorted(path for path in out.rglob("*") if path.is_file() and path.name != "kept.json")
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    """The small deal, built once for all."""
    out = tmp_path_factory.mktemp("tiny") / "out"
    ran = started(TINY, out, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    assert ran.returncode == 0, ran.stderr
    return out


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The worked example, built once for all, and what was said of it."""
    out = tmp_path_factory.mktemp("example") / "out"
    return out, build("lexington_2001", out)


@pytest.fixture(params=[("html", "text"), pytest.param((), marks=pytest.mark.soak)], ids=["pages", "paper too"])
def formats(request):
    return request.param


@pytest.mark.soak
def test_two_builds_are_byte_identical_pdf_included(tiny, tmp_path):
    """Another hash seed, time zone, locale and folder; the same bytes."""
    second = started(TINY, tmp_path / "two", cwd=tmp_path, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C")
    assert second.returncode == 0, second.stderr
    assert digests(tiny) == digests(tmp_path / "two")
    assert sum(name.endswith(".pdf") for name in digests(tiny)) == 11


def test_a_document_that_cannot_be_written_leaves_nothing_and_the_others_are_built(tmp_path):
    deal = Path(shutil.copytree(TINY, tmp_path / "deal"))
    own = deal / "templates" / "notices"
    own.mkdir(parents=True)
    house = (ROOT / "templates" / "notices" / "commencement.md").read_text("utf-8")
    (own / "commencement.md").write_text(house + "\nPaid: {{ maximum_holdout_payment }}.\n", "utf-8")
    ran = build(deal, tmp_path / "out", formats=["html", "text"])
    assert ran.returncode == 4
    assert "maximum_holdout_payment is pending" in ran.stderr
    assert "holdouts.payment_date" in ran.stderr
    built = digests(tmp_path / "out")
    assert not any(name.startswith("notices/") for name in built)
    assert not any(".part" in name for name in built)
    assert sum(name.endswith(".html") for name in built) == 10


def test_a_deal_s_own_words_stand_in_place_of_the_house_s(tmp_path):
    deal = Path(shutil.copytree(TINY, tmp_path / "deal"))
    (deal / "templates" / "shared").mkdir(parents=True)
    (deal / "templates" / "shared" / "holdouts.md").write_text("Own words", "utf-8")
    house = (ROOT / "templates" / "notices" / "commencement.md").read_text("utf-8")
    (deal / "templates" / "notices").mkdir()
    (deal / "templates" / "notices" / "commencement.md").write_text(house + "\nIn our own words.\n", "utf-8")
    assert build(deal, tmp_path / "out", formats=["html"]).returncode == 0
    assert "In our own words." in (tmp_path / "out" / "notices" / "commencement-2012-06-11.html").read_text("utf-8")
    assert "In our own words." not in (ROOT / "templates" / "notices" / "commencement.md").read_text("utf-8")


@pytest.mark.soak
def test_every_format_bears_the_legend(example):
    out, ran = example
    assert ran.returncode == 0
    # Only the bundled fonts are used, whatever this machine has.
    *waiting, last = ran.stderr.splitlines()
    assert last == f"20 documents, 46 files in {out.as_posix()}"
    # What may be called for once the terms say so; the release does not.
    assert [line.partition(":")[0] for line in waiting] == [
        "ancillary/eligibility-letter.md", "ancillary/letter-of-transmittal.md",
    ]  # fmt: skip
    legend = "Specimen: a reconstruction for demonstration"
    for path in out.rglob("*"):
        if path.suffix == ".html":
            assert path.read_text("utf-8").count(legend) == 1, path
        elif path.suffix == ".txt":
            pages = path.read_text("utf-8").count("\n\n" + " " * 38) or 1
            assert path.read_text("utf-8").count(legend) >= pages - 1
        elif path.suffix == ".pdf":
            text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
            pages = text.split("\f")[:-1]
            assert all(legend.split(maxsplit=1)[0] in page and "demonstration" in page for page in pages), path


def test_a_deal_s_own_style_sheet_may_not_hide_fetch_or_print_numbers(tmp_path):
    deal = Path(shutil.copytree(TINY, tmp_path / "deal"))
    (deal / "templates" / "style").mkdir(parents=True)
    sheet = deal / "templates" / "style" / "house.css"
    house = (ROOT / "templates" / "style" / "house.css").read_text("utf-8")
    sheet.write_text(house, "utf-8")
    assert build(deal, tmp_path / "one", formats=["html", "text"]).returncode == 0
    sheet.write_text(house + '\np { display: none }\n@import "x.css";\np::before { content: "5 " }\n', "utf-8")
    ran = build(deal, tmp_path / "two")
    assert ran.returncode == 4
    assert ran.stderr.count("templates/style/house.css:") >= 3
    assert not list((tmp_path / "two").rglob("*.html"))


@pytest.mark.soak
def test_what_an_earlier_build_left_is_named(tiny, tmp_path):
    deal = Path(shutil.copytree(TINY, tmp_path / "deal"))
    shutil.copytree(tiny, tmp_path / "out")
    register = deal / "register.csv"
    register.write_text(register.read_text("utf-8").replace("F-9,", "F-10,"), "utf-8")
    ran = build(deal, tmp_path / "out")
    assert "settlement-2012-06-11/F-9.html: stands here from an earlier build" in ran.stderr
    assert "settlement-2012-06-11/F-9.pdf: stands here from an earlier build" in ran.stderr


def test_an_event_that_the_offer_cannot_have_builds_nothing(tmp_path):
    deal = Path(shutil.copytree(TINY, tmp_path / "deal"))
    (deal / "events" / "2012-07-20-results.yaml").write_text("kind: early_results\nat: July 20, 2012\n", "utf-8")
    ran = build(deal, tmp_path / "out", formats=["text"])
    assert ran.returncode == 3
    assert "events/2012-07-20-results.yaml:2:5 the terms have no early deadline" in ran.stderr
    assert not (tmp_path / "out").exists()


def test_a_later_event_changes_no_byte_of_an_earlier_event_s_documents(formats, tmp_path):
    """Not even when it changes every term that the earlier documents print, or a term that was assumed for them."""
    deal = Path(shutil.copytree(ROOT / "lexdocs" / "deals" / "lexington_2001", tmp_path / "lexington_2001"))
    build(deal, tmp_path / "first", formats)
    first = {name: each for name, each in digests(tmp_path / "first").items() if name != "figures.json"}
    (deal / "events" / "2001-09-05-extension.yaml").write_text(
        "kind: extension\nat: 8:00 a.m., New York City time, on September 5, 2001\ntendered: $21,000,000\nchanges:\n"
        "  offer.expiration: 12 midnight, New York City time, on September 21, 2001\n"
        "  offer.consummation_date: September 24, 2001\n  participation_fee.amount: $33\n  old_notes.rate: 13%\n"
        "  company.name: Lexington Precision Company\n  offer.minimum_tender: 95%\n",
        "utf-8",
    )
    build(deal, tmp_path / "out", formats)
    later = digests(tmp_path / "out")
    assert {name: later.get(name) for name in first} == first
    pages = {"html"} if formats else {"html", "pdf"}
    release = {
        f"{folder}-2001-09-05.{suffix}"
        for folder in ("press-releases/extension", "current-reports/current-report")
        for suffix in {*pages, "txt"}
    }
    notice = {f"notices/extension-2001-09-05.{suffix}" for suffix in pages}
    assert set(later) - set(first) == {*release, *notice, "figures.json"}
