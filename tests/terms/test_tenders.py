"""The tender log: what counts as of a moment, worked out by hand, and held against a second way of counting."""

import datetime
import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lexdocs.deal import open_deal
from lexdocs.errors import InputError, Problem, Where
from lexdocs.figures.explain import explain
from lexdocs.notation.error import NotationError
from lexdocs.notation.local_times import parse_local_time, usual_local_time
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms.deadlines import Deadlines, deadlines_of
from lexdocs.terms.event_terms import EventKind
from lexdocs.terms.events import Event
from lexdocs.terms.frame import Frame
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.listing import plain_amount, read_amount
from lexdocs.terms.plain_tally import limits_of, plain_tally
from lexdocs.terms.tallies import tally
from lexdocs.terms.tender_terms import TendersTerms
from lexdocs.terms.tenders import Entry, read_entries
from tests.terms.listings import at, deadlines, ends, figure, holdings, leaf

TINY = Path(__file__).parents[1] / "deals" / "tiny"
HEAD = "time,holder,action,principal"
WAIVED = f"{HEAD},defect,waived_by,waived_at,waived_because"


def log(*rows, head=HEAD):
    return "\n".join([head, *rows]) + "\n"


BUSY = log(
    '2012-06-20 10:00,F-7,tender,"$30,000"',
    "2012-06-29 17:00,F-7,tender,12000.50",
    "2012-07-02 09:30:15,F-7,withdrawal,$5000",
    "",
    " 7/3/2012 2:05 PM ,F-8, TENDER ,\t$20000 ",
    '"5:00 p.m., Chicago time, on July 20, 2012",F-7,Tender,2000',
)


def test_what_is_tendered_and_withdrawn_as_of_the_end(tmp_path):
    found = holdings(tmp_path, BUSY)
    assert figure(found, "tendered_principal", "F-7") == Fraction("44000.50")
    assert figure(found, "withdrawn_principal", "F-7") == 5000
    assert figure(found, "tendered_principal", "F-8") == 20000
    assert figure(found, "tendered_principal", "K-10") == 0
    assert figure(found, "held_principal", "K-10") == Fraction("5000.50")


@pytest.mark.parametrize(
    ("moment", "tendered", "withdrawn", "later"),
    [
        ("2012-06-20 09:59", 0, 0, 5),
        ("2012-06-20 10:00", 30000, 0, 4),
        ("2012-07-02 09:30", Fraction("42000.50"), 0, 3),
        ("2012-07-02 09:31", Fraction("42000.50"), 5000, 2),
        ("2012-07-20 17:00", Fraction("44000.50"), 5000, 0),
    ],
)
def test_rows_after_the_moment_are_left_out(tmp_path, moment, tendered, withdrawn, later):
    found = holdings(tmp_path, BUSY, until=deadlines(moment))
    assert figure(found, "tendered_principal", "F-7") == tendered
    assert figure(found, "withdrawn_principal", "F-7") == withdrawn
    assert found.log.later == later


def test_the_form_of_later_rows_is_checked_and_their_history_is_not(tmp_path):
    early = deadlines("2012-06-15 12:00")
    with pytest.raises(InputError, match=r"tenders.csv:2: principal"):
        holdings(tmp_path, log("2012-06-20 10:00,F-7,tender,lots"), until=early)
    assert holdings(tmp_path, log("2012-06-20 10:00,F-7,withdrawal,1000"), until=early).log.later == 1


def test_a_leaf_names_its_first_row_and_says_its_sum(tmp_path):
    found = holdings(tmp_path, BUSY, frame=Frame(early=True), until=deadlines(early=ends("2012-06-29 17:00")))
    tendered = leaf(found, "tendered_principal", "F-7")
    assert (tendered.path, tendered.where) == ("tenders[F-7].tendered", Where("tenders.csv", 2))
    assert tendered.written == "$30,000 + $12,000.50 + $2,000"
    assert leaf(found, "withdrawn_principal", "F-7").where == Where("tenders.csv", 4)
    early = leaf(found, "early_tendered_principal", "F-7")
    assert early.value == Fraction("37000.50")
    assert early.written == "$30,000 + $12,000.50 − $5,000"
    nothing = leaf(found, "tendered_principal", "K-10")
    assert (nothing.where, nothing.written) == (Where("tenders.csv"), None)


def test_withdrawals_take_the_latest_tender_first(tmp_path):
    rows = log(
        "2012-06-20 10:00,F-7,tender,10000",
        "2012-07-01 10:00,F-7,tender,4000",
        "2012-07-02 10:00,F-7,withdrawal,5000",
        "2012-07-03 10:00,F-7,tender,1000",
    )
    found = holdings(tmp_path, rows, frame=Frame(early=True), until=deadlines(early=ends("2012-06-29 17:00")))
    # 4,000 of the withdrawal take the late tender, 1,000 the early one.
    assert figure(found, "early_tendered_principal", "F-7") == 9000
    assert leaf(found, "early_tendered_principal", "F-7").written == "$10,000 − $1,000"


def test_without_an_early_deadline_every_tender_is_early(tmp_path):
    found = holdings(tmp_path, BUSY, frame=Frame(early=True))
    assert figure(found, "early_tendered_principal", "F-8") == 20000


def test_options_and_early_tenders_of_each(tmp_path):
    rows = log(
        "2012-06-20 10:00,F-7,cash,tender,10000",
        "2012-06-21 10:00,F-7,notes,tender,8000",
        "2012-07-01 10:00,F-7,cash,tender,4000",
        "2012-07-02 10:00,F-7,notes,withdrawal,1000",
        "2012-07-03 10:00,F-7,,withdrawal,5000",
        head="time,holder,option,action,principal",
    )
    frame = Frame(options=("cash", "notes"), early=True)
    found = holdings(tmp_path, rows, frame=frame, until=deadlines(early=ends("2012-06-29 17:00")))
    # The withdrawal for no option takes the late cash of July 1, and 1,000 of the notes of June 21.
    assert figure(found, "option_principal", "F-7", "cash") == 10000
    assert figure(found, "option_principal", "F-7", "notes") == 6000
    assert figure(found, "option_early_principal", "F-7", "cash") == 10000
    assert figure(found, "option_early_principal", "F-7", "notes") == 6000
    assert leaf(found, "option_principal", "F-7", "notes").written == "$8,000 − $2,000"
    assert leaf(found, "option_principal", "F-7", "cash").written == "$10,000 + $4,000 − $4,000"
    assert leaf(found, "option_principal", "F-7", "cash").axes == ("holding", "option")


def test_the_only_option_need_not_be_named(tmp_path):
    found = holdings(tmp_path, BUSY, frame=Frame(options=("cash",)))
    assert figure(found, "option_principal", "F-8", "cash") == 20000


SERIES = """\
id,series,name,address_1,held
F-7,senior,Fund Seven (fictional),7 Nowhere Row,9000
F-7,junior,Fund Seven (fictional),7 Nowhere Row,4000
F-8,junior,Fund Eight (fictional),8 Nowhere Row,4000
"""


def test_holders_of_several_series(tmp_path):
    rows = log(
        "2012-06-20 10:00,F-7,junior,tender,4000",
        "2012-06-20 10:00,F-7,senior,tender,8000",
        "2012-06-20 10:00,F-8,,tender,3000",
        head="time,holder,series,action,principal",
    )
    found = holdings(tmp_path, rows, SERIES, Frame(series=("senior", "junior")))
    assert found.labels == ("F-7.senior", "F-7.junior", "F-8.junior")
    assert figure(found, "holding_series", "F-7.junior") == "junior"
    assert [figure(found, "tendered_principal", label) for label in found.labels] == [8000, 4000, 3000]


def test_holdings_keep_their_ids_where_these_are_unique(tmp_path):
    register = "\n".join(SERIES.splitlines()[:1] + SERIES.splitlines()[2:]) + "\n"
    assert holdings(tmp_path, None, register.replace("held", "held,tendered").replace("000\n", "000,0\n"),
                    Frame(series=("senior", "junior"))).labels == ("F-7", "F-8")  # fmt: skip


def test_the_only_series_need_not_be_named(tmp_path):
    found = holdings(tmp_path, BUSY, frame=Frame(series=("senior",)))
    assert figure(found, "holding_series", "F-8") == "senior"


def test_a_late_or_defective_tender_counts_only_when_it_is_waived(tmp_path):
    rows = log(
        "2012-07-21 10:00,F-7,tender,1000,mailed late,,,",
        "2012-07-21 10:00,F-7,tender,2000,,the company,2012-07-23 09:00,it was mailed in time",
        "2012-07-01 10:00,F-7,tender,4000,no signature,,,",
        "2012-07-01 10:00,F-7,tender,8000,no signature,the company,2012-07-25,the guarantee came",
        "2012-07-22 10:00,F-7,withdrawal,500,came too late,,,",
        head=WAIVED,
    )
    by = {moment: holdings(tmp_path, rows, until=deadlines(moment)) for moment in (
        "2012-07-22 12:00", "2012-07-23 08:59", "2012-07-23 09:00", "2012-07-25 23:59", "2012-07-26 00:00",
    )}  # fmt: skip
    assert [figure(found, "tendered_principal", "F-7") for found in by.values()] == [0, 0, 2000, 2000, 10000]
    assert [figure(found, "withdrawn_principal", "F-7") for found in by.values()] == [0] * 5
    first = by["2012-07-22 12:00"].log.not_counted
    assert [(each.entry.line, each.because) for each in first] == [
        (2, "late; mailed late"),
        (3, "late; waived only on 2012-07-23 09:00"),
        (4, "no signature"),
        (5, "no signature; waived only on 2012-07-26 00:00"),
        (6, "late; came too late"),
    ]
    assert [each.entry.line for each in by["2012-07-26 00:00"].log.not_counted] == [2, 4, 6]
    assert by["2012-07-26 00:00"].log.remarks()[1] == "tenders.csv:4 tender of $4,000 by F-7: no signature"


def test_a_row_that_calls_itself_late_is_not_called_late_twice(tmp_path):
    rows = log(
        "2012-07-21 10:00,F-7,tender,1000,late,,,",
        "2012-07-21 10:00,F-7,tender,1000,Late mail,the company,2012-08-30,it was mailed in time",
        "2012-07-21 10:00,F-7,tender,1000,lateral cut,,,",
        "2012-07-01 10:00,F-7,tender,5000,,,,",
        "2012-07-22 10:00,F-7,withdrawal,500,late,the company,2012-07-23,it was mailed in time",
        head=WAIVED,
    )
    found = holdings(tmp_path, rows, until=deadlines("2012-08-15 12:00"))
    assert [each.because for each in found.log.not_counted] == [
        "late", "Late mail; waived only on 2012-08-31 00:00", "late; lateral cut", "late; no waiver cures that",
    ]  # fmt: skip
    assert figure(found, "withdrawn_principal", "F-7") == 0


def test_a_waiver_that_waives_nothing_is_remarked_on(tmp_path):
    rows = log(
        "2012-07-01 10:00,F-7,tender,5000,,the company,2012-07-02,out of kindness",
        "2012-07-01 11:00,F-7,withdrawal,1000,,the company,2012-07-02,out of kindness",
        "2012-07-01 12:00,F-7,tender,1000,no signature,the company,2012-07-02,the guarantee came",
        head=WAIVED,
    )
    found = holdings(tmp_path, rows)
    assert (figure(found, "tendered_principal", "F-7"), figure(found, "withdrawn_principal", "F-7")) == (6000, 1000)
    assert found.log.remarks() == ()
    assert found.log.idle_waivers() == (
        "tenders.csv:2 tender of $5,000 by F-7: in time and without defect, so that its waiver waives nothing",
        "tenders.csv:3 withdrawal of $1,000 by F-7: in time and without defect, so that its waiver waives nothing",
    )
    # Before it was given there is nothing to remark on.
    assert holdings(tmp_path, rows, until=deadlines("2012-07-01 12:00")).log.idle_waivers() == ()


def test_every_row_of_an_impossible_moment_is_named_whatever_their_order(tmp_path):
    small = ["2012-06-21 10:00,F-8,tender,1000"] * 3
    whole = "2012-06-20 10:00,F-8,tender,20000"
    for rows, lines in (
        ([whole, *small], [3, 4, 5]),
        ([*small, whole], [2, 3, 4]),
        ([small[0], whole, *small[1:]], [2, 4, 5]),
    ):
        with pytest.raises(InputError) as caught:
            holdings(tmp_path, log(*rows))
        assert [problem.where.line for problem in caught.value.problems] == lines


def test_thousands_of_rows_too_many_are_as_many_problems(tmp_path):
    """Two thousand tenders over sixty minutes, and none of them a cent that is held."""
    rows = [f"2012-06-21 10:{n % 60:02},F-8,tender,1000" for n in range(2000)]
    with pytest.raises(InputError) as caught:
        holdings(tmp_path, log("2012-06-20 10:00,F-8,tender,20000", *rows))
    assert [problem.where.line for problem in caught.value.problems] == list(range(3, 2003))
    assert max(len(str(problem)) for problem in caught.value.problems) < 300


def test_an_extension_makes_earlier_rows_timely(tmp_path):
    rows = log("2012-07-21 10:00,F-7,tender,1000")
    with pytest.raises(InputError, match=r"tenders.csv:2: F-7 tenders on 2012-07-21 10:00, after the expiration"):
        holdings(tmp_path, rows, until=deadlines("2012-07-21 12:00"))
    later = deadlines("2012-07-23 12:00", expiration=ends("2012-08-03 17:00"))
    assert figure(holdings(tmp_path, rows, until=later), "tendered_principal", "F-7") == 1000


def test_midnight_is_the_end_of_its_date(tmp_path):
    midnight = deadlines(expiration=ends("2012-07-21 00:00"))
    rows = log("2012-07-20 24:00,F-7,tender,1000", "2012-07-21 00:00,F-7,tender,1000")
    assert figure(holdings(tmp_path, rows, until=midnight), "tendered_principal", "F-7") == 2000
    with pytest.raises(InputError, match="2012-07-21 00:00:01"):
        holdings(tmp_path, log("2012-07-21 00:00:01,F-7,tender,1000"), until=midnight)


def test_identical_rows_are_two_tenders(tmp_path):
    rows = log(*["2012-06-20 10:00,F-7,tender,1000"] * 3)
    assert figure(holdings(tmp_path, rows), "tendered_principal", "F-7") == 3000


def test_a_byte_order_mark_and_windows_line_ends(tmp_path):
    rows = b"\xef\xbb\xbf" + BUSY.replace("\n", "\r\n").encode()
    assert figure(holdings(tmp_path, rows), "tendered_principal", "F-8") == 20000


def test_columns_under_other_headings(tmp_path):
    rows = "Received,Account,What,Amount\n2012-06-20 10:00,F-7,tender,1000\n"
    names = {"time": "Received", "holder": "Account", "action": "What", "principal": "Amount"}
    assert figure(holdings(tmp_path, rows, columns=names), "tendered_principal", "F-7") == 1000


def test_a_wrong_encoding_says_where(tmp_path):
    with pytest.raises(InputError, match=r"tenders.csv:2:23 byte 0xe9 is not UTF-8; save the file as UTF-8"):
        holdings(tmp_path, b"time,holder,action,principal\n2012-06-20 10:00,F-7,t\xe9nder,1000\n")
    with pytest.raises(InputError, match=r"tenders.csv:1: the file is in UTF-16"):
        holdings(tmp_path, BUSY.encode("utf-16"))


def test_a_log_without_a_register_and_a_log_that_is_named_and_not_there(tmp_path):
    with pytest.raises(InputError, match=r"register.csv: there is no register for the holders of tenders.csv"):
        holdings(tmp_path, BUSY, register=None)
    (tmp_path / "tenders.csv").unlink()
    with pytest.raises(InputError, match=r"tenders.csv: there is no such file"):
        holdings(tmp_path, None, columns={"time": "Received"})


def test_thousands_of_problems_are_all_reported_and_soon(tmp_path):
    rows = log(*(f"2012-06-20 10:00,X-{n},tender,1000" for n in range(4000)))
    register = "id,name,address_1,held\n" + "".join(f"H-{n},Holder,Row,1000\n" for n in range(4000))
    with pytest.raises(InputError) as caught:
        holdings(tmp_path, rows, register)
    assert len(caught.value.problems) == 4000


def test_a_deadline_of_another_place_is_taken_by_its_clock():
    def moment(name, *when):
        return Leaf(
            name, f"offer.{name}", Unit.MOMENT, "", Where("t.yaml", 3), Moment(datetime.date(*when[:3]), *when[3:])
        )

    leaves = [
        moment("expiration", 2012, 7, 20, 17, 0, "Chicago"),
        moment("withdrawal_deadline", 2012, 7, 6, 24, 0, "New York City"),
        moment("early_deadline", 2012, 7, 6, 17, 0, "Elbonia"),
    ]
    start = Moment(datetime.date(2012, 6, 11), 24, 0, "Chicago")
    commencement = Event(EventKind.COMMENCEMENT, start, (), Where("e.yaml"))
    found, problems = deadlines_of(leaves, start, [commencement], "Chicago")
    assert found.withdrawal is not None
    assert found.withdrawal.at == at("2012-07-06 23:00")
    assert (found.opens, found.as_of) == (at("2012-06-11 00:00"), at("2012-06-12 00:00"))
    (problem,) = problems
    assert problem.what == "offer.early_deadline: is Elbonia time, and the tender log is kept in Chicago time"
    assert problem.remedy == "write it in Chicago time"


# A whole deal.


def deal(tmp_path, rows, **files):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    lines = [line.split(",") for line in (
        "id,name,address_1,held", "F-7,Fund Seven,Row,3500000", "F-8,Fund Eight,Row,1750000", "F-9,Nora,Row,1000000"
    )]  # fmt: skip
    (folder / "register.csv").write_text("\n".join(",".join(line) for line in lines) + "\n", "utf-8")
    (folder / "tenders.csv").write_text(rows, "utf-8")
    for name, text in files.items():
        (folder / "events" / f"{name.replace('_', '-')}.yaml").write_text(text, "utf-8")
    return folder


ROWS = log(
    "2012-06-20 10:00,F-7,tender,3000000",
    "2012-07-20 17:00,F-8,tender,1000000",
    "2012-07-21 12:00,F-8,tender,250000",
    "2012-07-25 12:00,F-7,withdrawal,100000",
)
EXTENSION = """\
kind: extension
at: 9:00 a.m., Chicago time, on July 23, 2012
changes:
  offer.expiration: 5:00 p.m., Chicago time, on August 3, 2012
"""
EXPIRATION = "kind: expiration\nat: August 3, 2012\n"


def test_an_offer_in_time(tmp_path):
    folder = deal(tmp_path, ROWS, extension=EXTENSION, expiration=EXPIRATION)
    book = open_deal(folder).book
    assert book.value("total_valid") == 4_150_000
    # 66 2/3% of 6,250,000 is 4,166,666.67, which 1,667 notes of 2,500 reach: 4,167,500.
    assert book.value("percentage_tendered") == Fraction(415, 625)
    assert book.value("minimum_tender_principal") == 4_167_500
    assert book.value("minimum_shortfall_principal") == 17_500
    assert book.value("minimum_shortfall_notes") == 7
    assert (book.value("minimum_is_met"), book.value("number_tendering")) == (False, 2)
    before = open_deal(folder, as_of=Moment(datetime.date(2012, 7, 24), 12, 0, "Chicago")).book
    assert before.value("total_valid") == 4_250_000
    assert before.value("minimum_shortfall_principal") == 0
    assert before.value("minimum_shortfall_notes") == 0
    assert before.value("minimum_is_met") is True


def test_a_row_is_late_in_the_view_before_the_extension(tmp_path):
    folder = deal(tmp_path, ROWS, extension=EXTENSION)
    with pytest.raises(InputError, match=r"tenders.csv:4: F-8 tenders on 2012-07-21 12:00, after the expiration"):
        open_deal(folder, as_of=Moment(datetime.date(2012, 7, 22), 12, 0, "Chicago"))
    at_the_end = open_deal(folder, as_of=Moment(datetime.date(2012, 7, 20), 24, 0, "Chicago"))
    assert at_the_end.book.value("total_valid") == 4_000_000


TERMINATION = "kind: termination\nat: 9:00 a.m., Chicago time, on July 13, 2012\n"


def test_a_termination_ends_the_offer_before_its_expiration(tmp_path):
    rows = log(
        "2012-07-13 09:00,F-7,tender,5000,,,,",
        "2012-07-13 09:01,F-7,tender,1000,,,,",
        "2012-07-13 09:02,F-7,withdrawal,1000,,,,",
        "2012-07-13 09:03,F-7,tender,1000,,the company,2012-07-13,it was mailed in time",
        "2012-07-13 09:04,F-7,tender,1000,came too late,,,",
        head=WAIVED,
    )
    folder = deal(tmp_path, rows, termination=TERMINATION)
    with pytest.raises(InputError) as caught:
        open_deal(folder, as_of=Moment(datetime.date(2012, 7, 13), 24, 0, "Chicago"))
    end = "after the termination, 9:00 a.m., Chicago time, on July 13, 2012"
    assert [(problem.where.line, problem.what) for problem in caught.value.problems] == [
        (3, f"F-7 tenders on 2012-07-13 09:01, {end}"),
        (4, f"F-7 withdraws on 2012-07-13 09:02, {end}"),
        (5, f"F-7 tenders on 2012-07-13 09:03, {end}, when nothing can be accepted any more"),
    ]
    before = open_deal(folder, as_of=Moment(datetime.date(2012, 7, 13), 9, 0, "Chicago"))
    assert before.book.value("total_valid") == 5000


def test_a_termination_without_a_time_ends_the_offer_with_its_date(tmp_path):
    folder = deal(
        tmp_path, log("2012-07-13 23:59,F-7,tender,5000"), termination="kind: termination\nat: July 13, 2012\n"
    )
    assert open_deal(folder).book.value("total_valid") == 5000
    (folder / "tenders.csv").write_text(log("2012-07-14 00:01,F-7,tender,5000"), "utf-8")
    with pytest.raises(InputError, match="after the termination"):
        open_deal(folder, as_of=Moment(datetime.date(2012, 7, 14), 12, 0, "Chicago"))


def test_nothing_can_be_accepted_after_the_settlement(tmp_path):
    settled = {"settled": ends("2012-08-01 00:00")}  # the end of July 31
    rows = "{},F-7,tender,1000,,the company,2012-08-05,it was mailed in time"
    in_time, after = (log(rows.format(time), head=WAIVED) for time in ("2012-07-31 23:59", "2012-08-01 00:01"))
    assert figure(holdings(tmp_path, in_time, until=deadlines(**settled)), "tendered_principal", "F-7") == 1000
    with pytest.raises(InputError, match=r"2012-08-01 00:01, after the settlement, .* nothing can be accepted"):
        holdings(tmp_path, after, until=deadlines(**settled))
    known = log("2012-08-01 00:01,F-7,tender,1000,late,,,", head=WAIVED)
    assert holdings(tmp_path, known, until=deadlines(**settled)).log.not_counted[0].because == "late"


@pytest.mark.parametrize(
    ("waived", "sound"), [("2012-07-23 08:59", True), ("2012-07-23 09:00", True), ("2012-07-23 09:01", False)]
)
def test_nothing_is_waived_after_the_results(tmp_path, waived, sound):
    """What they say is accepted is all that is; before they are told, nobody knows of them."""
    row = f"2012-07-20 18:00,F-7,tender,1000,late,the company,{waived},a fair reason"
    told = {"results": ends("2012-07-23 09:00")}
    if sound:
        found = holdings(tmp_path, log(row, head=WAIVED), until=deadlines(**told))
        assert figure(found, "tendered_principal", "F-7") == 1000
    else:
        with pytest.raises(InputError, match=r"waived on 2012-07-23 09:01, after the results, 9:00 a.m., Chicago time"):
            holdings(tmp_path, log(row, head=WAIVED), until=deadlines(**told))
    assert figure(holdings(tmp_path, log(row, head=WAIVED)), "tendered_principal", "F-7") == 1000


def test_the_results_are_told_by_the_expiration_unless_the_offer_is_extended_after_it():
    def event(kind, day):
        return Event(kind, Moment(datetime.date(2012, 7, day), 9, 0, "Chicago"), (), Where("e.yaml"))

    start, told = event(EventKind.COMMENCEMENT, 2), event(EventKind.EXPIRATION, 23)
    found, _ = deadlines_of([], told.at, [start, told], "Chicago")
    assert found.results is not None
    assert found.results.at == at("2012-07-23 09:00")
    again = event(EventKind.EXTENSION, 24)
    assert deadlines_of([], again.at, [start, told, again], "Chicago")[0].results is None


def test_the_settlement_of_the_terms_is_the_end_of_its_date():
    start = Moment(datetime.date(2012, 6, 11), 24, 0, "Chicago")
    commencement = Event(EventKind.COMMENCEMENT, start, (), Where("e.yaml"))
    for name in ("consummation_date", "settlement_date"):
        leaf = Leaf(name, f"offer.{name}", Unit.DATE, "", Where("t.yaml", 3), datetime.date(2012, 7, 31))
        found, _ = deadlines_of([leaf], start, [commencement], "Chicago")
        assert found.settled is not None
        assert found.settled.at == at("2012-08-01 00:00")


def test_the_log_is_explained_digested_and_sourced(tmp_path):
    folder = deal(tmp_path, ROWS, extension=EXTENSION, expiration=EXPIRATION)
    sheet = folder / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("- holders\n", "- holders\n        - tenders\n"), "utf-8")
    found = open_deal(folder)
    assert "tenders.csv" in found.terms.digests
    assert found.terms.log is not None
    assert found.terms.log.not_counted == ()
    lines = list(explain(found.book.figure("tendered_principal", ("F-8",))))
    assert lines[0].startswith("$1,250,000  ")
    assert lines[1].split("   ") == [
        "= $1,000,000 + $250,000", "tenders.csv:3", "source: an invention for tests, throughout",
    ]  # fmt: skip


def test_problems_of_the_log_come_with_those_of_the_term_sheet(tmp_path):
    folder = deal(tmp_path, log("2012-06-20,F-7,tender,1000"))
    sheet = folder / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("9 3/8%", "nine"), "utf-8")
    with pytest.raises(InputError) as caught:
        open_deal(folder)
    assert [problem.where.file for problem in caught.value.problems] == ["term-sheet.yaml", "tenders.csv"]


# Properties.

moments = st.integers(0, 6).map(lambda n: at("2012-06-20 10:00") + datetime.timedelta(days=5 * n))
sizes = st.integers(1, 8).map(lambda n: n * 500)
steps = st.lists(st.tuples(moments, st.booleans(), sizes, st.sampled_from(["", "cash", "notes"])), max_size=9)


def entries(found):
    return [
        Entry(time, "F-7", tenders, size, line, option=(option or "cash") if tenders else option)
        for line, (time, tenders, size, option) in enumerate(found, 2)
    ]


UNTIL = deadlines("2012-07-15 12:00", early=ends("2012-07-01 17:00"))


def counted(rows, until=UNTIL):
    problems: list[Problem] = []
    found = tally("F-7", 10_000, rows, until, "tenders.csv", problems)
    by_option = {option: (found.left(option), found.left(option, early=True)) for option in ("cash", "notes")}
    return bool(problems), found.tendered, found.withdrawn, by_option


@given(steps, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(found, random):
    """Rows of one moment are one step, and the rows of others are put in order."""
    rows = entries(found)
    shuffled = list(rows)
    random.shuffle(shuffled)
    # The lines move with the rows: what stands in which line is of no account either.
    again = [row._replace(line=line) for line, row in enumerate(shuffled, 2)]
    assert counted(rows) == counted(again)


def by_hand(rows, until):
    """One dollar of 500 at a time, each with its birth: a slow second way to count. None for what cannot be."""
    units = []
    rows = [row for row in rows if row.time <= until.as_of]
    for time in sorted({row.time for row in rows}):
        now = [row for row in rows if row.time == time]
        units += sorted((time, row.option) for row in now if row.tenders for _ in range(row.principal // 500))
        for row in sorted((row for row in now if not row.tenders), key=lambda row: row.option, reverse=True):
            for _ in range(row.principal // 500):
                there = [n for n, unit in enumerate(units) if row.option in ("", unit[1])]
                if not there:
                    return None
                del units[there[-1]]
        if len(units) * 500 > 10_000:
            return None
    return {
        option: (
            500 * sum(unit[1] == option for unit in units),
            500 * sum(unit[1] == option and unit[0] <= until.early.at for unit in units),
        )
        for option in ("cash", "notes")
    }


@given(steps)
def test_the_tally_is_what_counting_by_hand_gives(found):
    rows = entries(found)
    impossible, tendered, withdrawn, by_option = counted(rows)
    slow = by_hand(rows, UNTIL)
    assert impossible == (slow is None)
    assert tendered - withdrawn == sum(whole for whole, _early in by_option.values())
    if slow is not None:
        assert by_option == slow


@given(steps, moments, moments)
def test_what_was_tendered_and_withdrawn_only_grows(found, one, other):
    rows = entries(found)
    first, second = sorted((one, other))
    before, after = (counted(rows, Deadlines(when, UNTIL.opens, UNTIL.expiration)) for when in (first, second))
    assert before[1] <= after[1]
    assert before[2] <= after[2]
    assert before[0] <= after[0]


@given(steps, moments, st.booleans(), st.booleans())
def test_the_short_way_to_a_tally_is_the_long_one(found, when, withdrawable, latest):
    rows = [row._replace(option="") for row in entries(found)]
    until = deadlines(when.isoformat(), early=ends("2012-07-01 17:00"), withdrawable=withdrawable, latest=latest)
    quick = plain_tally(10_000, [(row.time, not row.tenders, row.principal) for row in rows], limits_of(until))
    problems: list[Problem] = []
    slow = tally("F-7", 10_000, rows, until, "tenders.csv", problems)
    if quick is not None:
        assert not problems
        assert quick == (slow.tendered, slow.withdrawn, slow.left(early=True))
    elif not problems:
        # Only a moment that tenders too much and withdraws it again is beyond the short way.
        assert len({row.time for row in rows}) < len(rows)


AMOUNTS = st.one_of(
    st.text("$0123456789,.- ()", max_size=14),
    st.integers(0, 10**12).map(lambda n: f"${n:,}"),
    st.integers(0, 10**12).map(str),
)


@given(AMOUNTS)
def test_the_short_way_to_an_amount_is_the_long_one(text):
    quick = plain_amount(text)
    if quick is not None:
        assert quick == read_amount(text)
        assert type(quick) is type(read_amount(text))


@given(st.one_of(st.datetimes().map(lambda each: each.isoformat(" ", "seconds")), st.text("2012-T 0:4Z", max_size=20)))
def test_the_short_way_to_a_time_is_the_long_one(text):
    quick = usual_local_time(text)
    if quick is not None:
        assert quick == parse_local_time(text)


@given(st.datetimes().map(lambda each: each.replace(second=0, microsecond=0)))
def test_every_form_of_a_time_says_the_same(time):
    hour = f"{time.hour % 12 or 12}:{time.minute:02} {'PM' if time.hour >= 12 else 'AM'}"
    american = f"{time.month}/{time.day}/{time.year:04} {hour}"
    assert parse_local_time(american) == parse_local_time(time.isoformat()) == time


@pytest.mark.parametrize("text", ["2012-06-20T10:00Z", "2012-06-20", "", "10:00", "20/6/2012 10:00 AM"])
def test_times_that_would_have_to_be_guessed_at_are_refused(text):
    with pytest.raises(NotationError):
        parse_local_time(text)


CELLS = st.tuples(
    st.sampled_from(["2012-06-20 10:00", "2012-06-20T10:00:30", " 6/20/2012 2:05 PM", "2012-06-20", "24:00"]),
    st.sampled_from(["F-7", " F-7 ", "F 7", "", "Ä-7"]),
    st.sampled_from(["tender", "Tender", "withdrawal", "x", ""]),
    st.sampled_from(["$1,000", "1000", "0", "1000.50", "$1.5 million", "-5", ""]),
    st.sampled_from(["", "cash", "Cash", " notes"]),
    st.sampled_from(["", "R-1", " R-2 "]),
    st.sampled_from(["", "torn"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CELLS, max_size=6))
def test_the_short_way_through_a_row_is_the_long_one(tmp_path, rows):
    """A space before the reference sends a row the long way; nothing else of it changes."""
    head = "time,holder,action,principal,option,reference,defect"
    frame, found = Frame(options=("cash", "notes")), []
    for mark in ("", " "):
        lines = (",".join(f'"{cell}"' for cell in (*row[:5], mark + row[5], row[6])) for row in rows)
        (tmp_path / "tenders.csv").write_text(log(*lines, head=head), "utf-8")
        problems: list[Problem] = []
        read = list(read_entries(tmp_path, TendersTerms(), frame, problems))
        found.append((read, [str(problem) for problem in problems]))
    assert found[0] == found[1]
