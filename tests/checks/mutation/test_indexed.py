"""The index of defined terms under a change: its rows are put in order anew, and faults in them are still found."""

from dataclasses import replace
from pathlib import Path

import pytest

from lexdocs.checks.mutation.ancestry import Bits, resting
from lexdocs.checks.mutation.outcome import Fault
from lexdocs.checks.mutation.printed import compared, figures, moved
from lexdocs.checks.mutation.sources import sources
from lexdocs.checks.mutation.writing import Writer
from lexdocs.deal import library_of, open_deal
from lexdocs.errors import Where
from lexdocs.terms.changes import Change

TINY = Path(__file__).parents[2] / "deals" / "tiny"
CIRCULAR = ("offering-circular/offering-circular.md", ())


class CircularAlone(Writer):
    """The other documents have no index."""

    def called_for(self, deal):
        return (each for each in super().called_for(deal) if each[0].template == CIRCULAR[0])


@pytest.fixture(scope="module")
def renamed():
    """The circular before and after the old notes' term goes from “Existing Debentures” to “Zephyr Notes”."""
    deal = open_deal(TINY)
    library = library_of(deal)
    writer = CircularAlone(library, sources(library, "exchange"))
    was = writer.write(deal, resting(deal.book, Bits()), {})[CIRCULAR]
    deal = open_deal(TINY, [Change("old_notes.term", "Zephyr Notes", Where("test"))])
    return was, writer.write(deal, resting(deal.book, Bits()), {})[CIRCULAR], figures(deal.book)


def with_row(written, said, other):
    """The document with a row of its index saying something else, or left out."""
    main = list(written.page.main)
    (at,) = (place for place, block in enumerate(main) if block.text == said)
    main[at : at + 1] = [replace(main[at], text=other)] if other is not None else []
    return replace(written, page=replace(written.page, main=tuple(main)))


def test_a_term_that_is_renamed_takes_its_place_in_the_alphabet(renamed):
    was, now, book = renamed
    assert was.page.entries.index("Existing Debentures") < len(was.page.entries) - 1
    assert now.page.entries[-1] == "Zephyr Notes"
    assert not list(compared(was, now, book, decided=False))


def test_only_the_term_that_moved_is_said_to_be_printed_otherwise(renamed):
    was, now, _ = renamed
    assert {(each.address, each.was, each.now) for each in moved(was, now)} == {
        ("old_notes_term", "Existing Debentures", "Zephyr Notes")
    }


def test_a_row_that_does_not_move_is_found(renamed):
    was, now, book = renamed
    (found,) = compared(was, with_row(now, "Zephyr NotesCover", "Existing DebenturesCover"), book, decided=False)
    assert found.says == "says “Existing DebenturesCover” where “Zephyr NotesCover” is meant"


def test_another_row_that_moves_is_found(renamed):
    was, now, book = renamed
    (found,) = compared(was, with_row(now, "CompanyCover", "Company and moreCover"), book, decided=False)
    assert found.fault is Fault.REWORDED
    assert found.says == "says “Company and moreCover” where “CompanyCover” is meant"


def test_a_row_that_is_gone_is_found(renamed):
    was, now, book = renamed
    (found,) = compared(was, with_row(now, "CompanyCover", None), book, decided=False)
    assert "paragraphs where it had" in found.says


def test_rows_out_of_order_are_found_even_where_words_were_decided_anew(renamed):
    was, now, book = renamed
    entries = now.page.entries
    stale = replace(now, page=replace(now.page, entries=(entries[-1], *entries[:-1])))
    for decided in (False, True):
        (found,) = compared(was, stale, book, decided=decided)
        assert found.says == f"has “{entries[0]}” behind “Zephyr Notes”"
