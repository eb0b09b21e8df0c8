"""Register and log read in blocks and joined in shards give the leaves, and the problems, that they give read whole."""

import csv
import datetime
import io
import tempfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexdocs.errors import InputError
from lexdocs.notation.units import Moment
from lexdocs.terms import blocks, spool
from lexdocs.terms.deadlines import Deadline, Deadlines
from lexdocs.terms.frame import Frame
from lexdocs.terms.holdings import read_holdings
from lexdocs.terms.joined import Joining
from lexdocs.terms.kept import Kept
from lexdocs.terms.ordered import Unordered, keys_of
from lexdocs.terms.parting import Listings
from lexdocs.terms.sheet import HoldersTerms
from lexdocs.terms.tender_terms import TendersTerms


def at(day, hour=17):
    return datetime.datetime(2012, 7, day, hour)  # noqa: DTZ001  local time of the offer


def deadline(day):
    return Deadline(Moment(at(day).date(), 17, 0, "Chicago"), at(day))


DEADLINES = Deadlines(at(25), at(2, 0), deadline(20), None, deadline(10), delivery=deadline(24))
IDS = ["H-1", "H-2", "h-2", "H-3", "H 4", ""]
AMOUNTS = ["1000", "$2,000", "5,000.50", "$1 million", "0.125", "0", "", "lots", " 3000 ", "-5", "$7,000.00"]
TIMES = [
    "2012-07-03 09:00", "2012-07-03T09:00:30", "2012-07-12 10:00", "7/13/2012 2:05 PM", "2012-07-21 09:00",
    "2012-08-01 09:00", "2012-07-01 09:00", "2012-07-40 09:00", "noon",
]  # fmt: skip
NAMES = ["Ada, Ltd.", " Bruno", "Jos\u00e9", "=1+1", "Edda\nFelix", "Gr\r\neta"]
FRAMES = {
    "plain": Frame(),
    "early": Frame(early=True),
    "series": Frame(series=("senior", "junior"), early=True),
    "options": Frame(options=("cash", "notes"), early=True),
    "closed": Frame(
        series=("senior", "junior"), options=("cash", "notes"), early=True, closed=frozenset({("junior", "cash")})
    ),
    "one of each": Frame(series=("senior",), options=("cash",), early=True),
}  # fmt: skip
REGISTER = st.fixed_dictionaries(
    {
        "id": st.sampled_from(IDS), "name": st.sampled_from(NAMES), "address_1": st.sampled_from(["1 Row", ""]),
        "series": st.sampled_from(["senior", "junior", "", "x"]), "option": st.sampled_from(["cash", "notes", ""]),
        "held": st.sampled_from(AMOUNTS), "tendered": st.sampled_from(AMOUNTS), "withdrawn": st.sampled_from(AMOUNTS),
        "early": st.sampled_from(["0", "1000"]), "withholding": st.sampled_from(["", "24%", "1/3%", "200%"]),
    }
)  # fmt: skip
LOG = st.fixed_dictionaries(
    {
        "time": st.sampled_from(TIMES), "holder": st.sampled_from([*IDS, "H-9"]),
        "action": st.sampled_from(["tender", "tender", "withdrawal", "Tender", "gift"]),
        "principal": st.sampled_from(AMOUNTS), "series": st.sampled_from(["senior", "junior", ""]),
        "option": st.sampled_from(["cash", "notes", ""]), "reference": st.sampled_from(["", "", "", "V1", "V2", " V1"]),
        "defect": st.sampled_from(["", "", "", "no signature"]), "waived_by": st.sampled_from(["", "", "Orla"]),
        "waived_at": st.sampled_from(["2012-07-22 09:00"]), "waived_because": st.sampled_from(["a fair reason"]),
        "guaranteed": st.sampled_from(["", "", "", "yes", "no", "so"]),
        "delivered": st.sampled_from(["", "", "", "2012-07-23", "2012-07-24 09:00", "2012-07-30 09:00"]),
    }
)  # fmt: skip


def table(rows, columns):
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def columns_of(frame, *, logged, stated):
    found = ["id", "name", "address_1", "held", "withholding"]
    found += ["series"] if frame.series is not None else []
    found += [] if logged else ["tendered", "withdrawn"]
    found += ["early"] if stated and frame.early and not logged else []
    found += ["option"] if frame.options and not logged else []
    return found


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(spool, "_SHARD", 60)
    monkeypatch.setattr(blocks, "ROWS", 3)


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
@settings(max_examples=60, deadline=None)
@given(
    register=st.lists(REGISTER, max_size=9), log=st.none() | st.lists(LOG, max_size=9), stated=st.booleans(),
    ordered=st.booleans(),
)  # fmt: skip
def test_shards_give_what_the_whole_gives(frame, register, log, stated, ordered):
    with tempfile.TemporaryDirectory() as name:
        folder, scratch = Path(name), Path(name, "scratch")
        scratch.mkdir()
        if ordered:
            register = sorted({row["id"]: row for row in register}.values(), key=lambda row: keys_of([row["id"]]))
        listed = columns_of(frame, logged=log is not None, stated=stated)
        (folder / "register.csv").write_text(table(register, listed), "utf-8")
        if log is not None:
            without = {"series": frame.series is None, "option": not frame.options}
            head = [each for each in LOG_COLUMNS if not without.get(each)]
            (folder / "tenders.csv").write_text(table(log, head), "utf-8")
        deadlines = None if log is None else replace(DEADLINES, latest=stated)
        sheet = HoldersTerms(), TendersTerms()
        try:
            whole = read_holdings(folder, *sheet, frame, deadlines, "Chicago")
            problems = []
        except InputError as error:
            problems = [str(each) for each in error.problems]
        options = [(figure, each) for each in frame.options or () for figure in OPTIONS]
        texts = ["holder_id", "holder_name", "holder_address", *(["holding_series"] if frame.series else [])]
        wanted = [(figure, "") for figure in (*SUMS, *(["early_tendered_principal"] if frame.early else []), *texts)]
        wanted += options
        listings = Listings(folder, *sheet, frame, deadlines, "Chicago")
        try:
            joining, kept, first = joined(listings, wanted, scratch, ordered=ordered)
        except Unordered:
            assert ordered
            joining, kept, first = joined(listings, wanted, scratch, ordered=False)
        try:
            joining.finish()
            found = []
        except InputError as error:
            found = [str(each) for each in error.problems]
        assert sorted(found) == sorted(problems)
        if problems:
            return
        assert [kept.holdings(shard) for shard in range(joining.shards)] == first
        expected = {(leaf.key[0], leaf.name, *leaf.key[1:]): leaf.value for leaf in whole.leaves}
        rows = {}
        for part in first:
            for index, label in enumerate(part.labels):
                exact = part.exact.get(index)
                for place, (figure, option) in enumerate(wanted):
                    value = part.columns[place][index] if exact is None else exact[place]
                    scale = 10**6 if figure == "withholding_rate" else 100
                    value = Fraction(value, scale) if isinstance(value, int) else value
                    key = (label, figure, option) if option else (label, figure)
                    assert value == expected[key], key
                rows[part.numbers[index]] = label
        assert tuple(rows[number] for number in sorted(rows)) == (whole.labels or ())
        lines = spool.Spool(scratch, "lines", joining.shards, 2)
        with lines:
            for shard, part in enumerate(first):
                lines.put(shard, part.labels)
        in_order = (label for piece in joining.parted.in_order(lines) for label in piece)
        assert tuple(in_order) == (whole.labels or ())
        if whole.log is not None:
            assert joining.parted.later == whole.log.later
            assert joining.not_counted == len(whole.log.not_counted)


def test_a_tender_of_too_much_in_an_option_that_is_closed_is_told_once_by_shards_too():
    holding = {
        "id": "h-2", "name": "Ada, Ltd.", "address_1": "1 Row", "series": "junior", "held": "1000", "withholding": "",
    }  # fmt: skip
    row = {"time": "2012-07-03 09:00", "holder": "h-2", "action": "tender", "series": "junior", "option": "cash"}
    held_to = test_shards_give_what_the_whole_gives.hypothesis.inner_test
    for principal in ("1000", "$2,000"):
        held_to(FRAMES["closed"], [holding], [{**row, "principal": principal}], stated=False, ordered=False)


def joined(listings, wanted, scratch, *, ordered):
    joining = Joining(listings, wanted, scratch, ordered=ordered)
    kept = Kept(joining, scratch)
    return joining, kept, [kept.holdings(shard) for shard in range(joining.shards)]


SUMS = ("held_principal", "tendered_principal", "withdrawn_principal", "withholding_rate")
OPTIONS = ("option_principal", "option_early_principal")
LOG_COLUMNS = (
    "time", "holder", "action", "principal", "series", "option", "reference", "defect", "waived_by", "waived_at",
    "waived_because",
)  # fmt: skip
