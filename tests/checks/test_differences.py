"""Differences between two books: each moved figure names what moved it, and nothing else."""

import shutil
from pathlib import Path

import pytest

from lexdocs.checks.causes import Ancestry, CauseKind
from lexdocs.checks.differences import differences
from lexdocs.deal import open_deal
from lexdocs.errors import Where
from lexdocs.figures.record import record
from lexdocs.terms.changes import Change

DEALS = Path(__file__).parents[1] / "deals"
TINY = DEALS / "tiny"
HERE = Where("what-if", 1, 1)


def changed(folder, **terms):
    """A deal with some terms changed; `__` stands for the point in a path."""
    return open_deal(folder, [Change(path.replace("__", "."), value, HERE) for path, value in terms.items()])


def between(was, now):
    ancestry = Ancestry.of(now.book, now.graph, now.terms.leaves)
    return {each.address: each for each in differences(record(was.book), record(now.book), ancestry)}


def said(moved, address):
    return [cause.says for cause in moved[address].causes]


@pytest.fixture(scope="module")
def tiny():
    return open_deal(TINY)


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_nothing_differs_from_itself(tiny):
    assert between(tiny, tiny) == {}


@pytest.mark.parametrize(
    ("folder", "path", "value", "least"),
    [
        ("tiny", "old_notes.rate", "9 1/8%", 20),
        ("tiny", "old_notes.outstanding", "$6,500,000", 20),
        ("tiny", "participation_fee.installments[1].date", "October 2, 2012", 20),
        ("tiny", "new_notes.maturity", "May 15, 2020", 5),
        ("tiny", "new_notes.payment_days[0]", "May 16", 5),
        ("tiny", "warrants.rounding.aggregate", "up", 1),
        ("tiny", "company.name", "Quillfeather Barge Line, Inc.", 1),
        ("lexington_later", "new_notes.steps[0].through", "December 31, 2002", 20),
        ("lexington_later", "new_notes.steps[0].rate", "13%", 10),
        ("windrow", "steps[0].through", "August 1, 2018", 4),
        ("ferry", "series[0].outstanding", "$1,000,000,000", 5),
    ],
)
def test_one_term_changed_is_the_only_cause_of_all_that_moves(folder, path, value, least):
    was = open_deal(DEALS / folder)
    now = open_deal(DEALS / folder, [Change(path, value, HERE)])
    moved = between(was, now)
    assert len(moved) >= least
    for each in moved.values():
        assert [(cause.kind, cause.name) for cause in each.causes] == [(CauseKind.TERM, path)], each
        assert each.causes[0].where == HERE


def test_two_terms_are_told_apart_and_joined_where_both_are_above(tiny):
    moved = between(tiny, changed(TINY, old_notes__rate="9%", participation_fee__amount="$50"))
    rate, fee = "old_notes.rate: 9 3/8% → 9%", "participation_fee.amount: $45 → $50"
    assert said(moved, "accrued_interest_per_denomination") == [rate]
    assert said(moved, "holder_fee[F-7]") == [fee]
    assert (moved["holder_fee[F-7]"].before, moved["holder_fee[F-7]"].after) != ("", "")
    both = [each for each in moved.values() if len(each.causes) == 2]
    assert all({cause.says for cause in each.causes} == {rate, fee} for each in both)


def test_a_term_that_a_rounding_absorbs_is_no_cause(tiny):
    """Two thirds of 2,500 notes is rounded up; a little less comes to the same number, and blames nothing."""
    moved = between(tiny, changed(TINY, offer__minimum_tender="66.66%", old_notes__denomination="$2,500.00"))
    assert "minimum_tender" in moved
    assert "minimum_tender_notes" not in moved
    assert all(cause.name != "old_notes.denomination" for cause in moved["minimum_tender"].causes)


def test_a_row_that_is_new_blames_its_own_terms_and_not_the_rows_that_it_pushed_down(tiny, copy):
    edit(
        copy / "term-sheet.yaml",
        "    - share: three-fourths\n      date: October 1, 2012\n",
        "    - share: one-fourth\n      date: September 3, 2012\n    - share: one-half\n      date: October 1, 2012\n",
    )
    moved = between(tiny, open_deal(copy))
    assert moved["installment_share[2012-09-03]"].appeared
    assert said(moved, "installment_stated_date[2012-09-03]") == [
        "participation_fee.installments[1].date: not there → September 3, 2012"
    ]
    assert said(moved, "installment_stated_date[2012-10-01]") == [
        "participation_fee.installments[1].date stands at participation_fee.installments[2].date now"
    ]
    share = "participation_fee.installments[2].share: three-quarters → one-half"
    assert said(moved, "installment_share[2012-10-01]") == [share]
    # What an installment pays follows from the one before it too.
    assert set(said(moved, "holder_installment[F-7,2012-10-01]")) <= {
        share,
        "participation_fee.installments[1].share: not there → one-quarter",
        "participation_fee.installments[1].date: not there → September 3, 2012",
    }


def test_a_term_that_is_pending_now_is_the_cause_of_all_that_waits_for_it(tiny, copy):
    edit(copy / "assumptions" / "dates.yaml", "  offer.consummation_date: July 24, 2012\n", "")
    waiting = open_deal(copy)
    figure = "accrued_interest_per_denomination"
    there, back = between(tiny, waiting), between(waiting, tiny)
    assert there[figure].after == back[figure].before == "pending"
    assert said(there, figure) == ["offer.consummation_date: July 24, 2012 → pending"]
    assert said(back, figure) == ["offer.consummation_date: pending → July 24, 2012"]
    # The rows of the interest periods follow from it too.
    gone = [each for each in there.values() if each.vanished]
    assert gone
    for each in gone:
        assert said(there, each.address) == said(there, figure)


def test_a_rule_that_gives_another_result_is_named_and_what_follows_from_it_blames_it(tiny):
    was = {address: dict(entry) for address, entry in record(tiny.book).items()}
    # As another rule would have left it: the rounding of the minimum turned, and what follows from it.
    was["minimum_tender_notes"] |= {"value": "1666", "shown": "1,666"}
    was["maximum_holdout_principal"] |= {"value": "2085000", "shown": "$2,085,000"}
    was["minimum_tender_principal"] |= {"value": "4165000", "shown": "$4,165,000"}
    ancestry = Ancestry.of(tiny.book, tiny.graph, tiny.terms.leaves)
    moved = differences(was, record(tiny.book), ancestry)
    assert {each.address for each in moved} == {
        "minimum_tender_notes",
        "minimum_tender_principal",
        "maximum_holdout_principal",
    }
    for each in moved:
        (cause,) = each.causes
        assert cause.says == "the rule of minimum_tender_notes moved, 1,666 → 1,667: no input of it did"
        assert str(cause.where).startswith("lexdocs/offers/participation.py:")


def test_from_two_records_alone_every_term_that_moved_may_be_the_cause(tiny):
    now = changed(TINY, old_notes__rate="9%", participation_fee__amount="$50")
    moved = {each.address: each for each in differences(record(tiny.book), record(now.book))}
    assert said(moved, "old_rate") == ["old_notes.rate: 9 3/8% → 9%"]
    assert set(said(moved, "holder_fee[F-7]")) == {"old_notes.rate: 9 3/8% → 9%", "participation_fee.amount: $45 → $50"}


def test_from_two_records_alone_in_which_no_term_moved_the_rule_did():
    was = {"fee": {"value": "90", "shown": "$90"}, "rate": {"value": "1", "shown": "1%", "path": "rate"}}
    now = {"fee": {"value": "91", "shown": "$91"}, "rate": {"value": "1", "shown": "1%", "path": "rate"}}
    (moved,) = differences(was, now)
    assert moved.causes[0].says == "the rule of fee moved, $90 → $91: no input of it did"


def test_who_assumes_a_term_is_part_of_it(tiny, copy):
    edit(copy / "assumptions" / "dates.yaml", "assumed_by: ", "assumed_by: a clerk for ")
    moved = between(tiny, open_deal(copy))
    assert moved
    for each in moved.values():
        (cause,) = each.causes
        assert "assumed by a clerk for " in cause.says
