"""A deal allocated row by row gives what its book gives, in the order of the register, and nothing is dropped."""

import csv
import datetime
import shutil
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from lexdocs.deal import open_deal
from lexdocs.errors import InputError, UsageError
from lexdocs.figures.figure import Figure, Pending, address
from lexdocs.figures.record import exact
from lexdocs.mailing.allocation import allocate
from lexdocs.notation.units import Moment
from lexdocs.resources import bundled_deals
from lexdocs.terms import spool
from tests.benchmarks.listings import write_listings

pytestmark = pytest.mark.soak

DEALS = [bundled_deals()["lexington_2001"], *sorted(Path(__file__).parents[1].glob("deals/*/"))]
TINY = Path(__file__).parents[1] / "deals" / "tiny"
AFTER = Moment(datetime.date(2012, 7, 24), 24, 0, "Chicago")


@pytest.fixture(autouse=True)
def small_shards(monkeypatch):
    """Few rows to a shard, so that a small deal has many."""
    monkeypatch.setattr(spool, "_SHARD", 200)


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def said(cell, expected):
    """A cell as the value that it stands for."""
    return Fraction(cell) if isinstance(expected, Fraction) else cell.removeprefix("'")


def plain(figure):
    if isinstance(figure, Pending):
        return ""
    return Fraction(figure.value) if isinstance(figure.value, Fraction | Decimal | int) else exact(figure.value)


@pytest.mark.parametrize("folder", DEALS, ids=lambda folder: folder.name)
def test_every_figure_is_the_book_s(folder, tmp_path):
    book = open_deal(folder).book
    found = allocate(folder, tmp_path / "out.csv")
    shapes = book.names()
    of_deal = {each.address: each for each in book if "holding" not in shapes[each.name].axes}
    streamed = {each.address: each for each in found.streamed.book}
    assert streamed.keys() == of_deal.keys()
    for name, figure in of_deal.items():
        other = streamed[name]
        if isinstance(figure, Figure):
            assert isinstance(other, Figure), name
            assert (other.value, type(other.value)) == (figure.value, type(figure.value)), name
        else:
            assert other == figure
    rows = rows_of(found.files[0])
    assert [row["holding"] for row in rows] == list(book.labels("holding"))
    for row in rows:
        label = row.pop("holding")
        for column, cell in row.items():
            name, _, rest = column.partition("[")
            key = (label, *rest.removesuffix("]").split(",")) if rest else (label,)
            expected = plain(book.figure(name, key))
            assert said(cell, expected) == expected, address(name, key)


def deal(tmp_path, rows=300):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    write_listings(rows, folder)
    return folder


@pytest.mark.parametrize("as_of", [None, AFTER, Moment(datetime.date(2012, 7, 1), 12, 0, "Chicago")], ids=str)
def test_a_log_is_tallied_as_the_book_tallies_it(tmp_path, as_of):
    folder = deal(tmp_path)
    book = open_deal(folder, as_of=as_of).book
    found = allocate(folder, tmp_path / "out.csv", as_of=as_of)
    for row in rows_of(found.files[0]):
        for name in ("tendered_principal", "withdrawn_principal", "accepted_principal", "holder_cash_net"):
            assert Fraction(row[name]) == Fraction(book.value(name, row["holding"]))
    totals = {row["figure"]: row["value"] for row in rows_of(found.files[1])}
    assert Fraction(totals["total_tendered"]) == book.value("total_tendered")
    assert totals["number_of_holdings"] == "300"
    log = open_deal(folder, as_of=as_of).terms.log
    assert log is not None
    assert (found.later, found.not_counted) == (log.later, len(log.not_counted))


def test_a_register_in_any_order_gives_the_same_rows(tmp_path):
    folder = deal(tmp_path)
    allocate(folder, tmp_path / "out.csv", as_of=AFTER)
    head, *rows = (folder / "register.csv").read_text("utf-8").splitlines(keepends=True)
    turned = [*rows[100:], *reversed(rows[:100])]
    (folder / "register.csv").write_text("".join([head, *turned]), "utf-8")
    allocate(folder, tmp_path / "turned.csv", as_of=AFTER)
    first, then = (path.read_text("utf-8").splitlines() for path in (tmp_path / "out.csv", tmp_path / "turned.csv"))
    assert then == [first[0], *first[101:], *reversed(first[1:101])]
    assert (tmp_path / "out.totals.csv").read_text("utf-8") == (tmp_path / "turned.totals.csv").read_text("utf-8")


def as_workbook(source, target):
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Rows")
    for number, row in enumerate(rows_raw(source)):
        sheet.append([plain_number(cell) if number and at in (3, 7) else cell for at, cell in enumerate(row)])
    book.save(target)


def as_parquet(source, target):
    import pyarrow as pa
    import pyarrow.parquet as pq

    heading, *body = rows_raw(source)
    pq.write_table(pa.table(dict(zip(heading, map(list, zip(*body, strict=True)), strict=True))), target)


def as_positions(source, target):
    target.write_text("".join("".join(cell.ljust(60) for cell in row) + "\n" for row in rows_raw(source)[1:]), "utf-8")


def rows_raw(path):
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.reader(handle))


def plain_number(cell):
    """An amount as a spreadsheet keeps it; anything else as it is."""
    bare = cell.replace("$", "").replace(",", "")
    return float(bare) if bare.replace(".", "").isdigit() else cell


FORMS = {"xlsx": as_workbook, "parquet": as_parquet, "txt": as_positions}


@pytest.mark.parametrize("suffix", FORMS)
def test_a_register_and_a_log_in_any_form_give_the_same_bytes(tmp_path, suffix):
    folder = deal(tmp_path)
    allocate(folder, tmp_path / "out.csv", as_of=AFTER)
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    for section, name in (("holders", "register"), ("tenders", "tenders")):
        heading = rows_raw(folder / f"{name}.csv")[0]
        FORMS[suffix](folder / f"{name}.csv", folder / f"{name}.{suffix}")
        (folder / f"{name}.csv").unlink()
        terms = f"\n{section}:\n  file: {name}.{suffix}\n"
        if suffix == "txt":
            places = (f"    {each}: {60 * at + 1}-{60 * at + 60}\n" for at, each in enumerate(heading))
            terms += "  layout:\n" + "".join(places)
        text = text.replace("\nholders:\n", terms) if section == "holders" else text + terms
    sheet.write_text(text, "utf-8")
    allocate(folder, tmp_path / "other.csv", as_of=AFTER)
    for name in (".csv", ".totals.csv"):
        assert (tmp_path / f"other{name}").read_bytes() == (tmp_path / f"out{name}").read_bytes()


@pytest.mark.parametrize("name", ["register.xlsx", "tenders.parquet"])
def test_a_listing_that_the_term_sheet_does_not_name_is_not_passed_over(tmp_path, name):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    (folder / "register.csv").unlink()
    (folder / name).write_bytes(b"")
    section = {"register.xlsx": "holders", "tenders.parquet": "tenders"}[name]
    with pytest.raises(InputError, match=f"{section}: says nothing of {name}, which stands beside it"):
        open_deal(folder)


BROKEN_LOG = """\
H-0000001,tender,1000
h-0000001,tender,1000
H-9999999,tender,1000
H-0000002,withdrawal,"99,000,000"
H-0000003,tender,"99,000,000"
H-0000004,tender,lots
"""


def test_every_problem_of_every_row_at_once_as_without_shards(tmp_path):
    folder = deal(tmp_path, 40)
    register = (folder / "register.csv").read_text("utf-8").splitlines(keepends=True)
    register += [register[3], register[5].replace("H-", "h-"), "H 7,Bad,Row,Town,,,1000,\n", "H-77,Short\n"]
    (folder / "register.csv").write_text("".join(register), "utf-8")
    log = (folder / "tenders.csv").read_text("utf-8")
    log += "".join(f"2012-07-18 09:00,{line},V9\n" for line in BROKEN_LOG.splitlines())
    (folder / "tenders.csv").write_text(log + "2012-08-01 09:00,H-0000005,tender,1000,V00000001\n", "utf-8")
    late = Moment(datetime.date(2012, 8, 24), 24, 0, "Chicago")
    with pytest.raises(InputError) as whole:
        open_deal(folder, as_of=late)
    with pytest.raises(InputError) as parted:
        allocate(folder, tmp_path / "out.csv", as_of=late)
    assert len(whole.value.problems) > 10
    assert sorted(map(str, parted.value.problems)) == sorted(map(str, whole.value.problems))
    assert [each.where for each in parted.value.problems] == [each.where for each in whole.value.problems]
    assert not list(tmp_path.glob("out*"))


def test_what_is_read_is_not_written_over(tmp_path):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    with pytest.raises(UsageError, match="is what is read"):
        allocate(folder, folder / "register.csv")
    with pytest.raises(UsageError, match="is a folder"):
        allocate(folder, tmp_path)
    assert (folder / "register.csv").read_bytes() == (TINY / "register.csv").read_bytes()


def test_an_empty_register_allocates_nothing(tmp_path):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    head = (folder / "register.csv").read_text("utf-8").splitlines(keepends=True)[0]
    (folder / "register.csv").write_text(head, "utf-8")
    found = allocate(folder, tmp_path / "out.csv")
    assert rows_of(found.files[0]) == []
    assert found.streamed.book.value("total_held") == open_deal(folder).book.value("total_held") == 0


def test_without_a_register_there_is_nothing_to_allocate(tmp_path):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    (folder / "register.csv").unlink()
    with pytest.raises(InputError, match="there is no register"):
        allocate(folder, tmp_path / "out.csv")


def test_parts_of_a_millionth_go_the_exact_way(tmp_path):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    head, *rows = (folder / "register.csv").read_text("utf-8").splitlines()
    (folder / "register.csv").write_text("\n".join([head, rows[0], "F-9,=Nora,Row,Town,,,0.13,0.01,,1/3%"]), "utf-8")
    book = open_deal(folder).book
    found = allocate(folder, tmp_path / "out.csv")
    assert found.streamed.exact == 1
    row = rows_of(found.files[0])[1]
    assert (row["holder_name"], row["held_principal"], row["tendered_principal"]) == ("'=Nora", "0.13", "0.01")
    assert Fraction(row["retained_principal"]) == book.value("retained_principal", "F-9") == Fraction("0.12")
    assert found.streamed.book.value("total_held") == book.value("total_held")


@pytest.mark.parametrize(
    ("name", "edits"),
    [
        ("windrow", {"  consummation_date: August 1, 2012\n": ""}),
        ("ferry", {"  settlement_date: July 6, 2016\n": ""}),
    ],
)
def test_what_is_pending_in_the_book_is_pending_row_by_row(name, edits, tmp_path):
    """While a date is open, what follows from it is left blank, and everything else is worked out."""
    folder = Path(shutil.copytree(TINY.parent / name, tmp_path / name))
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    for old, new in edits.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    sheet.write_text(text, "utf-8")
    for event in (folder / "events").glob("*settlement*"):
        event.unlink()
    assert any(isinstance(each, Pending) and each.key for each in open_deal(folder).book)
    test_every_figure_is_the_book_s(folder, tmp_path)


def test_a_cap_that_waits_for_a_date_leaves_cells_blank(tmp_path):
    """A cap on consideration waits for the day to which interest runs; what was tendered does not."""
    folder = Path(shutil.copytree(TINY.parent / "ferry", tmp_path / "ferry"))
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8").replace("  settlement_date: July 6, 2016\n", "")
    sheet.write_text(text.replace("bounds: purchase price", "bounds: consideration"), "utf-8")
    for event in (folder / "events").glob("*settlement*"):
        event.unlink()
    book = open_deal(folder).book
    rows = rows_of(allocate(folder, tmp_path / "out.csv").files[0])
    assert any(row["accepted_principal"] == "" for row in rows)
    for row in rows:
        expected = plain(book.figure("accepted_principal", (row["holding"],)))
        assert said(row["accepted_principal"], expected) == expected
        assert Fraction(row["valid_principal"]) == book.value("valid_principal", row["holding"])
