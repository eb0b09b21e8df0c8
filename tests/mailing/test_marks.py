"""Marks: what a reader of symbols reads on a sheet, and what dashes stand there."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from lexdocs.mailing.data_matrix import DIGITS, Symbols, symbol
from lexdocs.mailing.marks import Sheet, check_digit, digits_of, marking, places_of
from lexdocs.mailing.printing import Marks, Printing
from lexdocs.outputs.pdf_objects import Objects
from lexdocs.outputs.print_stream import FIRST, PrintStream

SYMBOLS = Symbols()


@settings(max_examples=40, deadline=None)
@given(st.text("0123456789", min_size=DIGITS, max_size=DIGITS))
def test_a_symbol_is_that_of_the_library(digits):
    assert SYMBOLS.bits(digits) == symbol(digits)


def test_what_a_symbol_says_has_its_check_digit():
    said = digits_of("00000042", Sheet(123_456_789, 1, 3, 5))
    assert said == "00000042" + "23456789" + "001" + "003" + "0" + str(check_digit(said[:-1]))
    assert len(said) == DIGITS


def test_dashes_are_even_and_no_two_sheets_that_follow_one_another_are_alike():
    columns = [places_of(Sheet(piece, 1, 1, piece - 1)) for piece in range(1, 10)]
    assert all(len(each) % 2 == 0 for each in columns)
    assert len(set(columns[:8])) == 8
    assert columns[8] == columns[0]
    assert places_of(Sheet(1, 1, 2, 0)) != places_of(Sheet(1, 2, 2, 0))


def test_dashes_are_shared_by_all_sheets_and_symbols_are_small():
    objects, file = Objects(FIRST), io.BytesIO()
    stamp = marking(Printing(marks=Marks.OMR), "0" * 8, objects)
    stream = PrintStream(file, objects.made)
    assert stamp is not None
    assert len(objects.made) == 16
    refs = {stamp(stream, Sheet(piece, 1, 1, piece - 1)) for piece in range(1, 100)}
    assert len(refs) == 8
    drawn = [SYMBOLS.drawn(digits_of("90817263", Sheet(piece, 1, 1, piece))) for piece in range(1, 1_000_000, 9973)]
    assert sum(map(len, drawn)) / len(drawn) < 190
