"""A second build: what would come out the same is not made again, and what comes out is what a first one gives."""

import json
import shutil
from pathlib import Path

import pytest

from tests.process import forked

DEALS = Path(__file__).parent / "deals"
HOUSE = Path(__file__).parents[1] / "templates"


def build(deal, out, *options):
    ran = forked("build", deal, "--out", out, *options)
    assert ran.returncode in (0, 1), ran.stderr
    return ran


def files(out):
    """All but the record itself, which tells how files were made and not what they are."""
    found = (path for path in out.rglob("*") if path.is_file() and path.name != "kept.json")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def rewritten(out, before):
    """The files that have been written since the times that were taken before."""
    return {name for name, time in times(out).items() if before.get(name) != time} - {"kept.json", "figures.json"}


def times(out):
    return {path.relative_to(out).as_posix(): path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


@pytest.fixture
def deal(tmp_path):
    return Path(shutil.copytree(DEALS / "tiny", tmp_path / "deal"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of the small deal, built once for all tests."""
    folder = tmp_path_factory.mktemp("pages")
    build(shutil.copytree(DEALS / "tiny", folder / "deal"), folder / "out", "--format", "html")
    return folder / "out"


@pytest.fixture
def out(pages, tmp_path):
    """A copy of them, to build over."""
    return Path(shutil.copytree(pages, tmp_path / "out"))


def edited(deal, old, new, file="term-sheet.yaml"):
    path = deal / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_nothing_changed_and_nothing_is_written_again(deal, tmp_path):
    out = tmp_path / "out"
    first = build(deal, out, "--format", "html")
    before = times(out)
    second = build(deal, out, "--format", "html")
    assert rewritten(out, before) == set()
    assert sorted(first.stdout.splitlines()) == sorted(second.stdout.splitlines())
    assert "as they were" in second.stderr
    assert "as they were" not in first.stderr


CHANGES = (
    # a figure of most documents; a flag that chooses words; what stands on every page
    ("term-sheet.yaml", "rate: 10 1/2%", "rate: 10 3/4%"),
    ("term-sheet.yaml", "paid_in_full: no", "paid_in_full: yes"),
    ("term-sheet.yaml", 'legend: "Fiction:', 'legend: "All fiction:'),
    ("register.csv", "\n", "\n"),
)


def test_after_each_change_the_folder_is_what_a_first_build_gives(deal, out, tmp_path):
    """Changes one after another, each built over the last; no byte differs from a build into a new folder."""
    for number, (file, old, new) in enumerate(CHANGES):
        edited(deal, old, new, file)
        fresh = tmp_path / f"fresh-{number}"
        over, first = build(deal, out, "--format", "html"), build(deal, fresh, "--format", "html")
        assert files(out) == files(fresh), new
        assert sorted(Path(line).name for line in over.stdout.split()) == sorted(
            Path(line).name for line in first.stdout.split()
        )


def test_only_what_asks_for_the_change_is_written_again(deal, out):
    before = times(out)
    edited(deal, "telephone: (218) 555-0177", "telephone: (218) 555-0178")
    build(deal, out, "--format", "html")
    shown = {name for name, data in files(out).items() if b"555-0178" in data} - {"figures.json"}
    assert shown == rewritten(out, before)
    assert shown < set(files(out))


def test_a_clause_of_counsel_s_moves_the_documents_that_include_it(deal, out):
    before = times(out)
    (deal / "templates" / "shared").mkdir(parents=True)
    clause = (HOUSE / "shared" / "validly-tendered.md").read_text("utf-8")
    (deal / "templates" / "shared" / "validly-tendered.md").write_text("duly and " + clause, "utf-8")
    build(deal, out, "--format", "html")
    moved = {name for name, data in files(out).items() if b"duly and" in data}
    # What would include it in another case is written again, too.
    assert set() < moved <= rewritten(out, before) < set(files(out))


def test_a_file_that_somebody_touched_or_took_away_is_made_again(deal, out):
    whole = files(out)
    first, second, *_ = sorted(out.rglob("*.html"))
    first.write_text(first.read_text("utf-8").replace("</main>", "<p>more</p></main>"), "utf-8")
    second.unlink()
    build(deal, out, "--format", "html")
    assert files(out) == whole


@pytest.mark.parametrize("left", ["", "{", "[]", '{"shape": 1}', '{"shape": 1, "documents": {"a": {}}, "pages": 1}'])
def test_a_record_that_cannot_be_read_is_no_record(deal, out, left):
    whole = files(out)
    (out / "kept.json").write_text(left, "utf-8")
    assert "as they were" not in build(deal, out, "--format", "html").stderr
    assert files(out) == whole


def test_a_record_that_names_files_elsewhere_reads_none_of_them(deal, out):
    record = json.loads((out / "kept.json").read_text("utf-8"))
    for made in record["documents"].values():
        made["files"] = {f"../../{name}": digest for name, digest in made["files"].items()}
    (out / "kept.json").write_text(json.dumps(record), "utf-8")
    assert "as they were" not in build(deal, out, "--format", "html").stderr


def test_what_was_said_of_a_document_is_said_again(deal, tmp_path):
    """A document of which something was to be said is no finished one."""
    out = tmp_path / "out"
    own = deal / "templates" / "notices"
    own.mkdir(parents=True)
    house = (HOUSE / "notices" / "commencement.md").read_text("utf-8")
    (own / "commencement.md").write_text(house + "\nPaid: {{ maximum_holdout_payment }}.\n", "utf-8")
    said = []
    for _ in range(2):
        ran = forked("build", deal, "--out", out, "--format", "html")
        assert ran.returncode == 4
        said.append([line for line in ran.stderr.splitlines() if "pending" in line])
    assert said[0] == said[1] != []


def test_a_format_that_lies_there_from_before_is_told_of(deal, tmp_path):
    out = tmp_path / "out"
    build(deal, out, "--format", "html", "--format", "text")
    edited(deal, "rate: 10 1/2%", "rate: 10 3/4%")
    for _ in range(2):
        assert ".txt: stands here from an earlier build" in build(deal, out, "--format", "html").stderr


def test_a_page_that_is_the_same_is_not_printed_again(deal, tmp_path):
    """The words are written again, as the option asks; the PDF of a page that came out the same stays as it is."""
    out = tmp_path / "out"
    only = ("--only", "press-releases/commencement")
    build(deal, out, *only)
    (pdf,) = out.rglob("*.pdf")
    printed, at = pdf.read_bytes(), pdf.stat().st_mtime_ns
    record = json.loads((out / "kept.json").read_text("utf-8"))
    record["documents"] = {}
    (out / "kept.json").write_text(json.dumps(record), "utf-8")
    assert "as they were" not in build(deal, out, *only).stderr
    assert pdf.stat().st_mtime_ns == at
    build(deal, out, *only, "--anew")
    assert pdf.stat().st_mtime_ns != at
    assert pdf.read_bytes() == printed
