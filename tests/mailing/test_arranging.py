"""Arranging: sorted as by the standard library, those of one key as they came, in memory that does not grow."""

import tracemalloc

from hypothesis import given, settings
from hypothesis import strategies as st

from lexdocs.mailing.arranging import arranged
from lexdocs.mailing.postal import place_of

KEYS = st.tuples(st.integers(0, 2), st.text(max_size=2), st.text("019 -", max_size=4))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(KEYS, st.binary(max_size=40))), st.sampled_from([1, 60, 10_000]))
def test_items_come_in_the_order_of_their_keys_and_else_as_they_came(tmp_path_factory, items, run):
    folder = tmp_path_factory.mktemp("runs")
    numbered = [(key, data + b"%d" % number) for number, (key, data) in enumerate(items)]
    assert list(arranged(numbered, folder, run)) == sorted(numbered, key=lambda item: item[0])


def peak(count, folder):
    """The most memory in bytes that it takes to arrange so many rows of 500 bytes, and how many came out of it."""
    rows = ((place_of(f"US\n{number * 7919 % 99_991:05}"), b"%0500d" % number) for number in range(count))
    tracemalloc.start()
    last, found = None, 0
    for key, _ in arranged(rows, folder, 500_000):
        assert last is None or last <= key
        last, found = key, found + 1
    used = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return used, found


def test_memory_does_not_grow_with_the_holders(tmp_path):
    few, many = peak(4_000, tmp_path), peak(32_000, tmp_path)
    assert (few[1], many[1]) == (4_000, 32_000)
    assert many[0] < 1.5 * few[0]


def test_what_a_register_calls_a_country_does_not_matter():
    called = ["US", "usa", "U.S.A.", "United States", "United  States of America"]
    assert {place_of(f"{name}\n02110") for name in called} == {(0, "US", "02110")}
    order = ["US\n02110", "US\n02110-1234", "USA\n94105", "FR\n75008", "United Kingdom\nSW1A 1AA", "Ireland\n", "\n",
             "\n10001", "US\n"]  # fmt: skip
    order.reverse()
    assert sorted(order, key=place_of) == order[::-1]
