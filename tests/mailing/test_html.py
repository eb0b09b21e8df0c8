"""HTML statements: each is byte by byte what the long way writes, whatever its shape and whoever the holder."""

import datetime
import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from typer.testing import CliRunner

from lexdocs.checks.mailing.verify import verify
from lexdocs.cli.main import app
from lexdocs.deal import open_deal
from lexdocs.errors import UsageError
from lexdocs.mailing import html_pages, release, shaping
from lexdocs.mailing.html_files import HtmlFiles
from lexdocs.mailing.mail import Asked, mail
from lexdocs.resources import bundled_deals
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words
from tests.mailing.fictional import hostile, lay_out_deal, varied
from tests.mailing.hostile_texts import HOSTILE

pytestmark = pytest.mark.soak

EXAMPLE = bundled_deals()["lexington_2001"]
DEALS = Path(__file__).parents[1] / "deals"
PROOF = '<p class="legend"><strong>PROOF</strong>: not released</p>\n'


def manifest(out):
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]


def own(folder, template):
    """The page of each holder as `lexdocs build` writes it."""
    deal = open_deal(folder)
    for document in write_words(deal, [template]).documents:
        label = document.name.rpartition("/")[2]
        yield label, write_pages(deal, document, ["html"])[f"{document.name}.html"]


def hold(folder, out, template="statements/settlement"):
    """Hold each file of a mailing against the page of `build`; gives how the statements were made."""
    lines = {line["holder"]: line for line in manifest(out)}
    for label, page in own(folder, template):
        line = lines.pop(label)
        data = (out / line["html"]["file"]).read_bytes()
        assert line["html"]["sha256"] == hashlib.sha256(data).hexdigest()
        text = data.decode("utf-8")
        assert text.count(PROOF) == 1
        assert text.replace(PROOF, "") == page, label
    assert not lines
    return {line["made"] for line in manifest(out)}


@pytest.mark.parametrize(
    ("folder", "template"),
    [
        (EXAMPLE, "statements/settlement"),
        pytest.param(DEALS / "windrow", "statements/series-settlement", marks=pytest.mark.soak),
        pytest.param(DEALS / "ferry", "statements/tender-settlement", marks=pytest.mark.soak),
    ],
)
def test_each_page_is_that_of_build(tmp_path, folder, template):
    made = mail(Asked(folder, tmp_path, stream=False, html=True))
    assert hold(folder, tmp_path, template) == {"stamped"}
    assert made.control.ties
    files = [path for path in tmp_path.glob("each/*/*") if path.is_file()]
    assert made.control.html == {"files": len(files), "bytes": sum(path.stat().st_size for path in files)}
    assert not made.control.singles
    assert all(path.stat().st_mode & 0o077 == 0 for path in files)
    assert {path.stem for path in files} == {line["holder"] for line in manifest(tmp_path)}


def test_markup_in_a_name_stays_a_text(tmp_path):
    rows = list(hostile([*HOSTILE, "&{x};", "<!--#exec cmd='x'-->", "a&b;c&amp"]))
    folder = lay_out_deal(tmp_path / "lexington_2001", rows)
    made = mail(Asked(folder, tmp_path / "out", stream=False, html=True))
    assert hold(folder, tmp_path / "out") == {"stamped"}
    assert made.control.holders == len(rows)
    tags = set()
    for path in (tmp_path / "out").glob("each/*/*.html"):
        page = html.fromstring(path.read_text("utf-8"))
        tags |= {element.tag for element in page.iter() if isinstance(element.tag, str)}
        (named,) = page.find_class("address-name")
        assert [each.tag for each in named.iter()] in (["span", "data"], ["span", "data", "br"])
    assert not tags & {"script", "b", "a"}


@pytest.mark.soak
def test_varied_holders_of_every_shape(tmp_path):
    folder = lay_out_deal(tmp_path / "lexington_2001", list(varied(60)))
    mail(Asked(folder, tmp_path / "out", stream=False, html=True))
    assert hold(folder, tmp_path / "out") == {"stamped"}


@pytest.mark.soak
@pytest.mark.parametrize("seen", [True, False])
def test_a_page_in_which_a_holder_stands_elsewhere_is_made_the_long_way(tmp_path, monkeypatch, seen):
    if not seen:  # in its template: then the second holder of a shape shows it
        monkeypatch.setattr(shaping, "astray", lambda *_: "")
    folder = tmp_path / "lexington_2001"
    shutil.copytree(EXAMPLE, folder)
    text = (EXAMPLE.parents[2] / "templates" / "statements" / "settlement.md").read_text("utf-8")
    assert text.count('<section class="upper-panel">') == 1
    labeled = text.replace(
        '<section class="upper-panel">', '<section class="upper-panel" aria-label="{{ holder_name }}">'
    )
    (folder / "templates" / "statements").mkdir(parents=True)
    (folder / "templates" / "statements" / "settlement.md").write_text(labeled, "utf-8")
    made = mail(Asked(folder, tmp_path / "out", stream=False, html=True))
    assert hold(folder, tmp_path / "out") == ({"rendered"} if seen else {"rendered", "stamped"})
    (why,) = {why for _, why in made.control.rendered}
    assert why == (
        "holder_name is said of each holder within a tag: write it between tags" if seen else html_pages._APART
    )


@pytest.mark.soak
def test_html_beside_pdf_files_and_alone_and_no_more(tmp_path):
    folder, out = lay_out_deal(tmp_path / "lexington_2001", list(varied(2))[1:]), tmp_path / "out"
    both = mail(Asked(folder, out, stream=False, each=True, html=True))
    (line,) = manifest(out)
    assert line["file"].removesuffix(".pdf") == line["html"]["file"].removesuffix(".html")
    assert hold(folder, out) == {"stamped"}
    assert (both.control.singles["files"], both.control.html["files"]) == (1, 1)
    assert mail(Asked(folder, out, stream=False, each=True, html=True)).control.unchanged
    (out / line["html"]["file"]).unlink()
    assert not mail(Asked(folder, out, stream=False, each=True, html=True)).control.unchanged
    assert hold(folder, out) == {"stamped"}
    mail(Asked(folder, out, stream=False, each=True))
    assert "html" not in manifest(out)[0]
    assert not list(out.glob("each/*/*.html"))
    with pytest.raises(UsageError, match="HTML files would say the same in the clear"):
        mail(Asked(folder, out, stream=False, each=True, html=True, password="secret"))  # noqa: S106


def test_html_files_are_released_as_others_are(tmp_path):
    folder, out = lay_out_deal(tmp_path / "lexington_2001", list(varied(4))), tmp_path / "out"
    mail(Asked(folder, out, stream=False, each=True, html=True))
    before = {line["holder"]: (out / line["html"]["file"]).read_text("utf-8") for line in manifest(out)}
    assert verify(out, None).report.results == ()
    control = hashlib.sha256((out / "control.json").read_bytes()).hexdigest()
    day = datetime.date(2026, 1, 2)
    released = release.release(release.Asked(out, folder, "A. Maker", "B. Checker", day, control))
    assert released.html["files"] == len(before) == 4
    assert released.html["bytes"] == sum(path.stat().st_size for path in out.rglob("*.html"))
    for line in manifest(out):
        data = (out / line["html"]["file"]).read_bytes()
        assert line["html"]["sha256"] == hashlib.sha256(data).hexdigest()
        assert data.decode("utf-8") == before[line["holder"]].replace(PROOF, "")
        assert data.decode("utf-8") != before[line["holder"]]
        assert (out / line["html"]["file"]).stat().st_mode & 0o777 == 0o600
    assert verify(out, None).report.results == ()
    told = json.loads((out / "release.json").read_text("utf-8"))
    assert told["files"]["manifest.jsonl"] == hashlib.sha256((out / "manifest.jsonl").read_bytes()).hexdigest()


def test_html_files_alone_are_released_too(tmp_path):
    folder, out = lay_out_deal(tmp_path / "lexington_2001", list(varied(2))), tmp_path / "out"
    mail(Asked(folder, out, stream=False, html=True))
    control = hashlib.sha256((out / "control.json").read_bytes()).hexdigest()
    said = release.Asked(out, folder, "A. Maker", "B. Checker", datetime.date(2026, 1, 2), control)
    assert release.release(said).released
    assert not any(PROOF in path.read_text("utf-8") for path in out.rglob("*.html"))
    assert verify(out, None).report.results == ()


def test_the_command_says_how_many(tmp_path):
    out = tmp_path / "out"
    ran = CliRunner().invoke(app, ["mail", str(EXAMPLE), "--out", str(out), "--html", "--jobs", "1"])
    assert ran.exit_code == 0, ran.output
    assert "12 stamped, 0 rendered, 12 HTML files" in ran.stdout


def test_a_page_without_the_mark_of_a_proof_is_the_long_way_s(tmp_path):
    row: tuple[Any, ...] = ("BO-1", "", (), b"", "", [], "", (), "", ("", ("<body>\n<header>\n</header>",)), "")
    assert HtmlFiles(tmp_path, proof=False).of(row) == b"<body>\n<header>\n</header>"
    assert re.search(rb"<header>\n<p [^>]*><strong>PROOF</strong>", HtmlFiles(tmp_path, proof=True).of(row))
    assert HtmlFiles(tmp_path, proof=True).of((*row[:-2], (), "")) == b""


def test_a_foreign_address_ends_with_its_country(tmp_path):
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "lexington_2001"))
    register = folder / "register.csv"
    lines = register.read_text("utf-8").splitlines()
    countries = ["country", "USA", "Deutschland", "FR", *[""] * len(lines)]
    told = [f"{line},{country}" for line, country in zip(lines, countries, strict=False)]
    register.write_text("\n".join(told) + "\n", "utf-8")
    out = tmp_path / "out"
    mail(Asked(folder, out, stream=False, html=True))
    assert hold(folder, out) == {"stamped"}
    book = open_deal(folder).book
    ends = [book.value("holder_address", label).splitlines()[-1] for label in book.labels("holding")[:4]]
    assert ends[1:3] == ["GERMANY", "FRANCE"]
    assert all(end.rpartition(" ")[2].isdigit() for end in (ends[0], ends[3]))
