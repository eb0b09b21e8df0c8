"""A print job: the order of the statements, the sheets and their marks, and a ticket that says what is in the files."""

import csv
import datetime
import json
import shutil
import subprocess
from collections import Counter
from dataclasses import replace

import pikepdf
import pytest
import zxingcpp
from PIL import Image
from typer.testing import CliRunner

from lexdocs.checks.mailing.verify import verify
from lexdocs.cli.main import app
from lexdocs.errors import UsageError
from lexdocs.mailing import cutting
from lexdocs.mailing.mail import Asked, mail
from lexdocs.mailing.marks import Sheet, check_digit, digits_of, places_of
from lexdocs.mailing.printing import Marks, Order, Printing
from lexdocs.mailing.release import Asked as Released
from lexdocs.mailing.release import release
from lexdocs.outputs.files import digest_of
from lexdocs.resources import bundled_deals
from tests.mailing.fictional import lay_out_deal, varied
from tests.mailing.folders import change

EXAMPLE = bundled_deals()["lexington_2001"]
POSTED = {
    "BO-1001": ("USA", "94105"), "BO-1002": ("United Kingdom", "SW1A 1AA"), "BO-1003": ("us", "02110-1234"),
    "BO-1004": ("", ""), "BO-1005": ("Germany", "60311"), "BO-1006": ("United States", "02110"),
    "BO-1007": ("US", ""), "BO-1008": ("DE", "10115"), "BO-1009": ("", "10001"), "BO-1010": ("U.S.A.", "02110"),
    "BO-1011": ("Hong Kong", ""), "BO-1012": ("US", "94105"),
}  # fmt: skip
IN_ORDER = "1006 1010 1003 1001 1012 1008 1005 1002 1011 1004 1009 1007".split()
EVERYTHING = Printing(Order.POSTAL, Marks.DATAMATRIX, duplex=True)
DOTS = 150  # an inch, of the pictures in which marks are read
DOT = DOTS / 25.4  # a millimetre
pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A deal whose register says where statements are posted, one holder of it rendered; mailed as it stands."""
    folder = tmp_path_factory.mktemp("job")
    deal, out = folder / "lexington_2001", folder / "out"
    shutil.copytree(EXAMPLE, deal)
    with (deal / "register.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    with (deal / "register.csv").open("w", encoding="utf-8", newline="") as file:
        posted = ([*alike(row, rows[0]), *POSTED[row[0]]] for row in rows)
        csv.writer(file).writerows([[*head, "country", "postal_code"], *posted])
    patch = pytest.MonkeyPatch()
    patch.setattr(cutting, "MEAN", 4)
    mailed = mail(Asked(deal, out))
    assert (mailed.control.stamped, len(mailed.control.rendered)) == (11, 1)
    assert mailed.control.job["order"] == "register"
    yield folder
    patch.undo()


def alike(row, first):
    """A row with the words of the first, so that few plates are laid out; one is rendered, and one tenders nothing."""
    label, held, tendered = row[0], row[7], row[8]
    name = first[1].replace("Fund", "Fund of the \ufb01rst") if label == "BO-1002" else first[1]
    return [label, name, *first[2:7], held, held if tendered != "$0" else "$0", "$0"]


@pytest.fixture(scope="module")
def job(begun, tmp_path_factory):
    """The same put together anew with all that there is, in several files."""
    folder = tmp_path_factory.mktemp("all")
    shutil.copytree(begun, folder, dirs_exist_ok=True)
    made = mail(Asked(folder / "lexington_2001", folder / "out", pages_per_file=7, printing=EVERYTHING))
    assert made.again == made.shards > 1
    return folder


@pytest.fixture
def here(job, tmp_path):
    shutil.copytree(job, tmp_path / "here")
    return tmp_path / "here"


def manifest(out):
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]


def ticket(out):
    return json.loads((out / "job.json").read_text("utf-8"))


def files(out):
    return {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def pictures(path, folder, wide=25.0):
    """The pages of a file in grey, as wide as the margin."""
    prefix, dots = folder / path.stem, str(int(wide * DOT))
    command = ["pdftoppm", "-r", str(DOTS), "-gray", "-W", dots, "-H", "9999", str(path), str(prefix)]
    subprocess.run(command, check=True)
    found = []
    for each in sorted(folder.glob(f"{path.stem}-*.pgm")):
        with Image.open(each) as picture:
            found.append(picture.copy())
        each.unlink()
    return found


def text(path, page):
    command = ["pdftotext", "-f", str(page), "-l", str(page), str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip("\n\f ")


def sheets(out):
    """The sheets of all pieces as the manifest has them."""
    before = 0
    for line in manifest(out):
        of = line["pages"] // 2
        for number in range(1, of + 1):
            yield line, Sheet(line["piece"], number, of, before)
            before += 1


def test_statements_stand_by_country_and_postal_code_and_else_as_in_the_register(job):
    lines = manifest(job / "out")
    assert [line["holder"].removeprefix("BO-") for line in lines] == IN_ORDER
    assert [line["piece"] for line in lines] == list(range(1, 13))
    for line in lines:
        name = job / "out" / line["file"]
        assert line["holder"] in "".join(text(name, line["page"] + page) for page in range(2))


def test_the_same_again_does_nothing_and_what_is_lost_comes_back_the_same(here):
    before = files(here / "out")
    asked = Asked(here / "lexington_2001", here / "out", pages_per_file=7, printing=EVERYTHING)
    assert mail(asked).control.unchanged
    (here / "out" / "statements-0002.pdf").unlink()
    (here / "out" / "job.json").unlink()
    assert not mail(asked).control.unchanged
    assert files(here / "out") == before


def test_in_the_order_of_the_register_it_is_what_it_was(here, begun):
    plain = mail(Asked(here / "lexington_2001", here / "out"))
    assert plain.again == plain.shards
    assert files(here / "out") == files(begun / "out")


def test_a_holder_who_moves_changes_one_shard(here):
    change(here / "lexington_2001" / "register.csv", "Germany,60311", "Germany,01067")
    asked = Asked(here / "lexington_2001", here / "out", pages_per_file=7, printing=EVERYTHING)
    made = mail(asked)
    assert made.shards - made.again == 1
    places = {line["holder"]: line["piece"] for line in manifest(here / "out")}
    assert places["BO-1005"] + 1 == places["BO-1008"]


def test_the_front_of_each_sheet_has_a_symbol_that_tells_of_it_and_is_no_text(job, tmp_path):
    out, read = job / "out", []
    for name in ticket(out)["files"]:
        for page, picture in enumerate(pictures(out / name["file"], tmp_path), 1):
            found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.DataMatrix))
            assert len(found) == page % 2
            read += [each.text for each in found]
            assert all(each.text not in text(out / name["file"], page) for each in found)
            left, top, side = (int(mm * DOT) for mm in (4, 279.4 - 113, 8))
            for each in found:
                corner = each.position.top_left
                assert abs(corner.x - left) < side / 8
                assert abs(corner.y - top) < side / 8
    assert read == [digits_of(ticket(out)["job"], sheet) for _, sheet in sheets(out)]
    assert all(int(each[-1]) == check_digit(each[:-1]) for each in read)
    assert [each[22] for each in read].count("1") == 12


def test_dashes_stand_where_they_should_and_touch_nothing(here, begun, tmp_path):
    out = here / "out"
    mail(Asked(here / "lexington_2001", out, printing=Printing(Order.POSTAL, Marks.OMR, duplex=True)))
    bare = tmp_path / "bare"
    shutil.copytree(begun / "out", bare)
    mail(Asked(here / "lexington_2001", bare, printing=Printing(Order.POSTAL, duplex=True)))
    marked, plain = (pictures(each / "statements.pdf", tmp_path, 215.9) for each in (out, bare))
    ways = list(sheets(out))
    assert len(marked) == len(plain) == 2 * len(ways) == 24
    for (_, sheet), front, back, was, reverse in zip(
        ways, marked[::2], marked[1::2], plain[::2], plain[1::2], strict=True
    ):
        assert back.tobytes() == reverse.tobytes()
        middles = [int((279.4 - 105 - 0.25 - (6 - place) * 25.4 / 6) * DOT) for place in range(7)]
        found = [place for place, y in enumerate(middles) if front.getpixel((int(7.5 * DOT), y)) < 64]
        assert tuple(found) == places_of(sheet)
        # The mark and a millimetre around it have been white; all else is as it was.
        box = tuple(int(mm * DOT) for mm in (3, 279.4 - 132, 12, 279.4 - 104))
        assert was.crop(box).getextrema() == (255, 255)
        front.paste(was.crop(box), box)
        assert front.tobytes() == was.tobytes()


def test_each_piece_begins_on_a_front_and_a_blank_page_has_nothing_on_it(job):
    out, blank = job / "out", 0
    for line in manifest(out):
        assert line["page"] % 2 == 1
        assert line["pages"] % 2 == 0
        blank += not text(out / line["file"], line["page"] + line["pages"] - 1)
    assert blank == ticket(out)["blank_pages"] == 1
    for each in ticket(out)["files"]:
        with pikepdf.open(out / each["file"]) as pdf:
            assert len(pdf.pages) == each["pages"] == 2 * each["sheets"] <= 7


def test_the_ticket_says_what_is_in_the_files(job):
    out = job / "out"
    told, lines = ticket(out), manifest(out)
    assert (told["pieces"], told["sheets"], told["pages"], told["by_hand"]) == (12, 12, 24, 3)
    assert told["pieces_by_country"] == {"": 2, "DE": 2, "GB": 1, "HK": 1, "US": 6}
    assert told["pieces_by_pages"] == {"1": 1, "2": 11}
    assert told["paper"] == [{"width_mm": "215.9", "height_mm": "279.4", "sheets": 12}]
    assert told["marks_at"] == {"left_mm": "4", "bottom_mm": "105", "width_mm": "8.0", "height_mm": "8.0"}
    counts = Counter(line["file"] for line in lines)
    assert [(each["file"], each["last"] - each["first"] + 1) for each in told["files"]] == list(counts.items())
    assert all(each["sha256"] == digest_of(out / each["file"]) for each in told["files"])
    assert "BO-" not in (out / "job.json").read_text("utf-8")
    assert "Fund" not in (out / "job.json").read_text("utf-8")
    assert verify(out, None).report.results == ()
    command = ["pdftotext", "-layout", str(out / "control.pdf"), "-"]
    said = " ".join(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())
    assert "12 pieces on 12 sheets, both sides; by country and postal code, 3 last by hand; Data Matrix" in said


@pytest.mark.parametrize("member", ["pieces", "sheets", "pages", "blank_pages", "by_hand", "marks", "duplex", "job",
                                    "released", "paper", "pieces_by_country", "pieces_by_pages", "files"])  # fmt: skip
def test_a_ticket_that_says_something_else_is_found(here, member):
    out = here / "out"
    told = ticket(out)
    other = {"marks": "omr", "duplex": False, "job": "0" * 8, "released": True, "paper": [], "blank_pages": 5,
             "pieces_by_country": {"US": 11}, "pieces_by_pages": {"3": 12}, "files": told["files"][1:]}  # fmt: skip
    sealed(out, told | {member: other.get(member, 1)})
    results = verify(out, 0).report.results
    assert {each.rule_id for each in results} == {"mailing/ticket"}
    assert {each.where.file for each in results} == {"job.json"}


def test_a_piece_that_is_another_s_is_found(here):
    out = here / "out"
    told = ticket(out)
    told["files"][0]["last"] += 1
    sealed(out, told)
    first, *_ = verify(out, 0).report.results
    assert first.message == "statements-0001.pdf: says pieces 1 to 4, and manifest.jsonl has others in it"
    path = out / "manifest.jsonl"
    path.write_text(path.read_text("utf-8").replace('"piece":5,', '"piece":6,'), "utf-8")
    sealed(out, told)
    assert "is piece 6, and follows piece 4" in {each.message for each in verify(out, 0).report.results}


def sealed(out, told):
    """Write a ticket, and make the control name the files as they are now."""
    (out / "job.json").write_text(json.dumps(told), "utf-8")
    control = json.loads((out / "control.json").read_text("utf-8"))
    for name in ("job.json", "manifest.jsonl"):
        path = out / name
        control["files"][name] |= {"bytes": path.stat().st_size, "sha256": digest_of(path)}
    (out / "control.json").write_text(json.dumps(control), "utf-8")


def test_what_is_released_has_the_order_and_the_marks_of_the_proof(here, tmp_path):
    out = here / "out"
    proof, said = ticket(out), manifest(out)
    day, control = datetime.date(2001, 8, 7), digest_of(out / "control.json")
    release(Released(out, here / "lexington_2001", "Ann Lee", "Bo Diaz", day, control))
    assert manifest(out) == said
    assert verify(out, None).report.results == ()
    now = ticket(out)
    assert now["released"]
    assert now["job"] == proof["job"]
    name = said[0]["file"]
    read = [zxingcpp.read_barcodes(each) for each in pictures(out / name, tmp_path)[::2]]
    assert [[each.text for each in found] for found in read] == [
        [digits_of(now["job"], sheet)] for line, sheet in sheets(out) if line["file"] == name
    ]


def test_options_for_print_streams_are_refused_without_them(tmp_path):
    asked = Asked(EXAMPLE, tmp_path / "out", stream=False, each=True)
    for printing, what in (
        (Printing(Order.POSTAL), "--order: sorts print streams, and none is asked for"),
        (Printing(marks=Marks.OMR), "--marks: marks print streams, and none is asked for"),
        (Printing(duplex=True), "--duplex: fills the sheets of print streams, and none is asked for"),
    ):
        with pytest.raises(UsageError, match=what):
            mail(replace(asked, printing=printing))


def test_marks_beyond_the_paper_are_refused(here):
    out, printing = here / "out", replace(EVERYTHING, left="210")
    before = files(out)
    with pytest.raises(UsageError, match=r"--marks-at: the mark would end 218\.0 mm from the left edge, beyond"):
        mail(Asked(here / "lexington_2001", out, printing=printing))
    assert files(out) == before
    command = ["mail", str(here / "lexington_2001"), "--out", str(out), "--marks", "omr", "--marks-at", "4;105"]
    ran = CliRunner().invoke(app, command)
    assert '"4;105" is not two lengths in millimetres' in str(ran.exception)


def test_a_file_longer_than_asked_for_is_told_with_what_to_ask_for(tmp_path):
    deal, out = lay_out_deal(tmp_path / "lexington_2001", list(varied(2))), tmp_path / "out"
    call = ["mail", str(deal), "--out", str(out), "--jobs", "1", "--sample", "0", "--pages-per-file"]
    ran = CliRunner().invoke(app, [*call, "1"])
    assert ran.exit_code == 0, ran.output
    what = "2 print streams have more than 1 page, 2 at most, for no statement is parted"
    assert f"--pages-per-file: {what}; ask for 2 or more" in ran.stderr
    ran = CliRunner().invoke(app, [*call, "2"])
    assert "--pages-per-file" not in ran.stderr
