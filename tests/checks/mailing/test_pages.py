"""HTML files of a mailing are held against its manifest: whole, as they were made, their owner's alone, and no more."""

import json
import shutil

import pytest

from lexdocs.checks.mailing.verify import verify
from lexdocs.mailing.mail import Asked, mail
from lexdocs.resources import bundled_deals

EXAMPLE = bundled_deals()["lexington_2001"]
NAME = "each/4c/BO-1001.html"


@pytest.fixture(scope="module")
def mailed(tmp_path_factory):
    out = tmp_path_factory.mktemp("html") / "out"
    mail(Asked(EXAMPLE, out, stream=False, html=True))
    return out


@pytest.fixture
def out(mailed, tmp_path):
    return shutil.copytree(mailed, tmp_path / "out")


def said(out):
    return [f"{each.where}: {each.message}" for each in verify(out, None).report.results]


def test_a_mailing_of_html_files_ties(out):
    found = verify(out, None)
    assert found.ties
    assert found.read == 12


def test_a_changed_amount_is_seen(out):
    page = (out / NAME).read_text("utf-8")
    assert "$2,189,741.67" in page
    (out / NAME).write_text(page.replace("2,189,741.67", "2,189,741.76"), "utf-8")
    assert said(out) == [
        f"manifest.jsonl:1: {NAME}: has another SHA-256 than the line says",
        f"manifest.jsonl:1: {NAME}: its holder_interest is not printed there as its line says it",
    ]


def test_a_file_that_lacks_or_is_too_many_is_seen(out):
    size = (out / NAME).stat().st_size
    (out / NAME).rename(out / NAME.replace("1001", "9999"))
    whole = json.loads((out / "control.json").read_text("utf-8"))["html"]
    assert said(out) == [
        f"manifest.jsonl:1: {NAME}: is missing, or cannot be opened",
        "each/4c: holds 1 HTML files that no line of the manifest names",
        "each/: 11 files of HTML, and control.json says 12",
        f"each/: {whole['bytes'] - size:,} bytes of HTML, and control.json says {whole['bytes']:,}",
    ]


def test_a_file_that_others_may_read_or_that_is_no_proof_is_seen(out):
    (out / NAME).chmod(0o644)
    assert said(out) == [f"manifest.jsonl:1: {NAME}: may be read by others than its owner"]
    (out / NAME).chmod(0o600)
    page = (out / NAME).read_text("utf-8")
    (out / NAME).write_text(page.replace("<strong>PROOF</strong>", "<strong>Final</strong>"), "utf-8")
    assert f"manifest.jsonl:1: {NAME}: does not say that it is a proof" in said(out)


def test_a_folder_that_is_a_link_is_not_followed(out, tmp_path):
    (out / "each" / "4c").rename(tmp_path / "elsewhere")
    (out / "each" / "4c").symlink_to(tmp_path / "elsewhere")
    assert f"manifest.jsonl:1: {NAME}: is missing, or cannot be opened" in said(out)


def test_a_line_of_another_holder_s_file_is_seen(out):
    lines = [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]
    lines[1]["html"] = lines[0]["html"]
    (out / "manifest.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    found = said(out)
    told = "manifest.jsonl:2: its file is not in the folder that goes with the identifier of its holder"
    assert told in found
    assert "each/4c: a file in it is named by two lines" in found
