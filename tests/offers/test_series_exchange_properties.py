"""What holds of every series exchange, whatever the tenders, the caps and the pool."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lexdocs.figures.compiling import compile_per
from lexdocs.figures.figure import Figure
from tests.offers.series_books import book_of, graph

pytestmark = pytest.mark.soak

CENT = Fraction(1, 100)
OPTIONS = ("notes", "mix", "cash")
MULTIPLE = 1_000  # of both series

EVENLY = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def amounts():
    """Principal in whole dollars: often whole notes, often not, often nothing."""
    return st.one_of(st.just(0), st.integers(1, 40).map(lambda n: n * 250_000), st.integers(0, 9_000_000))


@st.composite
def holdings(draw):
    """Some holdings of both series, each with tenders in any of the options."""
    found = []
    for number in range(draw(st.integers(1, 6))):
        chosen = {option: (Fraction(draw(amounts())), Fraction(draw(amounts()))) for option in OPTIONS}
        tendered = sum(early + late for early, late in chosen.values())
        series = draw(st.sampled_from(["senior", "junior"]))
        rate = draw(st.sampled_from([Fraction(0), Fraction("0.28")]))
        found.append((f"H-{number}", series, tendered + draw(st.integers(0, 5_000)), chosen, rate))
    return found


def dollars(cents):
    """An amount as counsel would type it."""
    return f"${Decimal(cents) / 100:,.2f}"


@st.composite
def changes(draw):
    """Some terms moved: the cap, what it bounds, where its excess goes, the pool, the cap on notes, the roundings."""
    bounds = draw(st.sampled_from(["principal", "cash", "new notes"]))
    return {
        "series[0].multiple": draw(st.sampled_from([None, "$1", "$50"])),
        "considerations[1].total.cash": dollars(draw(st.integers(0, 90_000))),
        "considerations[4].total.cash": dollars(draw(st.integers(1, 90_000))),
        "options[1].cap.of": bounds,
        # A cap on new notes stands only where they are rounded down.
        "new_notes[1].rounding": "down" if bounds == "new notes" else "up",
        "options[1].cap.amount": dollars(draw(st.integers(1, 2_000_000_000))),
        "options[1].cap.excess_to": draw(st.sampled_from(["notes", None])),
        "options[2].pool.amount": dollars(draw(st.integers(1, 1_500_000_000))),
        "options[2].pool.leftover": draw(st.sampled_from(["kept", "largest remainder"])),
        "new_notes[0].increment": draw(st.sampled_from(["$1", "$500", "$1,000", "$0.01"])),
        "new_notes[0].cap": draw(st.one_of(st.none(), st.integers(1, 3_000_000_000).map(dollars))),
    }


def rows(book, name):
    """The values of all rows of a figure, as exact fractions."""
    return {
        each.key: Fraction(str(each.value)) for each in book if isinstance(each, Figure) and each.name == name
    }  # fmt: skip


@given(holdings(), changes())
@EVENLY
def test_nothing_is_lost_between_holders_and_aggregates(held, moved):
    book = book_of(held, moved)
    accepted, valid, returned = (
        rows(book, name) for name in ("accepted_principal", "valid_principal", "returned_principal")
    )
    for label, _series, holds, *_rest in held:
        assert valid[label,] == accepted[label,] + returned[label,]
        assert book.value("retained_principal", label) + accepted[label,] == holds
    for name, total, residue, aggregate in (
        ("holder_interest", "total_interest", "residue_interest", "aggregate_interest"),
        ("holder_fee", "total_fee", "residue_fee", "aggregate_fee"),
        ("holder_shares", "total_shares", "residue_shares", "aggregate_shares"),
        ("holder_warrants", "total_warrants", "residue_warrants", "aggregate_warrants"),
    ):
        summed = sum(rows(book, name).values())
        assert summed == book.value(total) == sum(rows(book, aggregate).values()) - Fraction(book.value(residue))
    for notes in book.rows("new_note"):
        issued = {key: value for key, value in rows(book, "new_notes_issued").items() if key[1] == notes}
        rests = {key: value for key, value in rows(book, "new_notes_fraction").items() if key[1] == notes}
        due = rows(book, "new_notes_entitlement")
        assert all(issued[key] + rests[key] == due[key] for key in issued)
        assert sum(issued.values()) + sum(rests.values()) == Fraction(
            book.value("aggregate_new_notes", notes)
        ) - book.value("residue_new_notes", notes)
    # Rests that are paid in cash are paid to the nearest cent.
    rests, paid = rows(book, "new_notes_fraction"), rows(book, "cash_in_lieu")
    assert all(abs(rests[key] - paid[key]) <= CENT / 2 for key in rests if key[1] == "secured")
    # What is paid in installments is the fee, to the cent.
    for label, *_rest in held:
        installments = [value for key, value in rows(book, "holder_installment").items() if key[0] == label]
        assert sum(installments) == book.value("holder_fee", label)
        assert book.value("holder_cash_gross", label) - Fraction(book.value("holder_withheld", label)) == book.value(
            "holder_cash_net", label
        )


@given(holdings(), changes())
@EVENLY
def test_no_cap_and_no_pool_is_passed_and_what_is_left_has_a_reason(held, moved):
    book = book_of(held, moved)
    paid, pool, due = (Fraction(book.value(name, "cash")) for name in ("total_option_cash", "pool_amount", "cash_due"))
    assert paid <= pool
    if moved["options[2].pool.leftover"] == "kept":
        assert paid > min(pool, due) - CENT * len(held)
    else:
        # A cent goes to each holder at most, so a whole amount to each leaves nothing.
        assert paid == min(pool, due) // CENT * CENT
    shares = rows(book, "option_cash")
    exact = {key: value * book.value("pool_factor", "cash") for key, value in rows(book, "option_cash_due").items()}
    assert all(abs(shares[key] - exact[key]) < CENT for key in shares if key[1] == "cash")
    cap, taken, chosen = (
        Fraction(book.value(name, "mix")) for name in ("option_cap", "option_taken", "option_measured")
    )
    measure = moved["options[1].cap.of"]
    assert 0 <= taken <= cap
    assert taken == as_holders_receive(book, measure)
    assert book.value("option_cap_unused", "mix") == cap - taken
    assert (book.value("option_cap_unused_because", "mix") == "the whole cap is used") is (cap == taken)
    if moved["new_notes[0].cap"] is not None:
        assert book.value("total_new_notes", "secured") <= Fraction(book.value("new_note_cap", "secured"))
        assert book.value("new_note_cap_unused_because", "secured")
    elif chosen <= cap:
        assert taken == chosen
    else:
        each_dollar = {"principal": Fraction(1), "cash": dearest(book, "early_cash"), "new notes": Fraction(634, 1_000)}
        cuts = sum((early > 0) + (late > 0) for *_head, each, _rate in held for early, late in [each["mix"]])
        # A step each, and a cent each that rounding gave or took.
        assert cap - taken < cuts * (MULTIPLE * each_dollar[measure] + CENT) or cap == taken
    assert all(value >= 0 for value in rows(book, "new_notes_entitlement").values())
    assert all(value >= 0 for value in rows(book, "new_notes_issued").values())


def dearest(book, name):
    """The most that a dollar of principal takes in the mixed option."""
    return max(value for key, value in rows(book, name).items() if key[1] == "mix") / 1_000


def as_holders_receive(book, measure):
    """What holders receive in the mixed option, added up: principal, cash to the cent, or new notes."""
    name = {"principal": "option_accepted", "cash": "option_cash", "new notes": "option_new_notes"}[measure]
    return sum(value for key, value in rows(book, name).items() if key[1] == "mix")


@given(st.integers(1, 12), st.integers(1, 5_000), st.integers(1, 99_999), st.integers(1, 99), st.sampled_from([1, 50]))
@settings(EVENLY, max_examples=60)
def test_cents_never_pass_a_cap_on_cash(number, principal, price, percent, multiple):
    """Many small tenders at a price that does not come out in cents, and a cap of any part of what they take."""
    amount = Fraction(principal)
    held = [(f"H-{n}", "senior", amount, {"cash": (amount, Fraction(0))}) for n in range(number)]
    cap = max(1, principal * price * number * percent // 100_000)
    book = book_of(held, {
        "options[2].pool": None, "options[2].cap.of": "cash", "options[2].cap.amount": dollars(cap),
        "considerations[2].total.cash": dollars(price), "considerations[2].premium.cash": None,
        "series[0].multiple": dollars(multiple * 100),
    })  # fmt: skip
    assert sum(rows(book, "option_cash").values()) <= Fraction(cap, 100)


@given(holdings(), changes())
@EVENLY
def test_every_tender_is_placed_once(held, moved):
    book = book_of(held, moved)
    placed = rows(book, "placed_early"), rows(book, "placed_late")
    for label, _series, _holds, chosen, _rate in held:
        for at, each in enumerate(placed):
            before = sum(amounts[at] for amounts in chosen.values())
            after = sum(each[label, option] for option in OPTIONS)
            assert after == before if moved["options[1].cap.excess_to"] else after <= before


@given(holdings(), changes(), st.integers(1, 500_000_000))
@EVENLY
def test_more_room_never_takes_from_anybody(held, moved, more):
    def book(cap, pool):
        return book_of(held, {**moved, "options[1].cap.amount": cap, "options[2].pool.amount": pool,
                              "options[2].pool.leftover": "kept", "new_notes[0].cap": None})  # fmt: skip

    cap, pool = moved["options[1].cap.amount"], moved["options[2].pool.amount"]
    wider = [dollars(Decimal(each.strip("$").replace(",", "")) * 100 + more) for each in (cap, pool)]
    before, after = book(cap, pool), book(*wider)
    for name, option in (("kept_early", "mix"), ("kept_late", "mix"), ("option_cash", "cash")):
        small, large = rows(before, name), rows(after, name)
        assert all(small[key] <= large[key] for key in small if key[1] == option)


@given(holdings(), changes(), st.randoms())
@EVENLY
def test_the_order_of_the_register_is_no_matter(held, moved, random):
    other = list(held)
    random.shuffle(other)
    first, second = ({each.address: each for each in book_of(each, moved)} for each in (held, other))
    assert {address: getattr(each, "value", None) for address, each in first.items()} == {
        address: getattr(each, "value", None) for address, each in second.items()
    }


@given(holdings(), changes())
@settings(EVENLY, max_examples=8)
def test_the_compiled_holdings_are_those_of_the_book(held, moved):
    book = book_of(held, moved)
    compiled = compile_per("holding", graph(), book)
    for label, *_rest in held:
        own = [each for each in book if isinstance(each, Figure) and each.key and each.key[0] == label]

        def local(figure):
            return f"{figure.name}[{','.join(figure.key[1:])}]" if figure.key[1:] else figure.name

        found = compiled({local(each): each.value for each in own if not each.inputs}, label)
        assert {local(each): found[local(each)] for each in own} == {local(each): each.value for each in own}
