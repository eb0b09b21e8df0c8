"""The direction lint over texts of others: wordings, rounded values and sums, changed one at a time."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from lexdocs.checks.direction.others import direction_of
from lexdocs.checks.reading.passage import Part, Passage, Place, Reading
from lexdocs.checks.tieout.item import Item, Outcome, TieOut
from lexdocs.deal import open_deal
from lexdocs.errors import Severity, Where
from lexdocs.figures.book import FigureBook
from lexdocs.notation.find import find
from lexdocs.resources import bundled_deals

FILE = "release.txt"


@cache
def book():
    return open_deal(bundled_deals()["lexington_2001"]).book


PART = ("aggregate_installment", ("all", "consummation"))


def found(passages, ties, known=None):
    """What the lint says of passages; `ties` are printed forms and the figures that they tie to by rounding."""
    items = []
    for index, passage in enumerate(passages):
        for each in find(passage.text):
            if each.text in ties:
                where = (FILE, passage.place, index, each.start, each.end, passage.line(each.start), each.text)
                items.append(Item(*where, str(each.kind), Outcome.ROUNDED, (ties[each.text],)))
    done = TieOut(tuple(items), (), (), "ab")
    return direction_of([Reading(FILE, tuple(passages))], done, known or book())


def prose(text, ties=None):
    passage = Passage(Place(1, Part.PARAGRAPH, 3, line=7), text, ((0, 7), (20, 8)))
    return [(each.severity, each.what) for each in found([passage], ties or {})]


OLD = {"$27.4 million": "outstanding", "$27.5 million": "outstanding", "$27,413,000": "outstanding"}


@pytest.mark.parametrize(
    "words", ["up to", "not more than", "a maximum principal amount of", "limited to", "no more than"]
)
def test_a_ceiling_is_not_rounded_down(words):
    ((severity, what),) = prose(f"It takes {words} $27.4 million of notes.", OLD)
    assert severity is Severity.ERROR
    assert "outstanding, printed as “$27.4 million”, lies below its value $27,412,000" in what
    assert prose(f"It takes {words} $27.5 million of notes.", OLD) == []


@pytest.mark.parametrize("words", ["at least", "not less than", "a minimum of", "more than", "in excess of"])
def test_a_floor_is_not_rounded_up(words):
    ((severity, what),) = prose(f"It asks for {words} $27.5 million of notes.", OLD)
    assert (severity, "lies above its value $27,412,000" in what) == (Severity.ERROR, True)
    assert prose(f"It asks for {words} $27.4 million of notes.", OLD) == []


def test_a_rounded_value_is_called_rough():
    assert [each[0] for each in prose("There are $27.4 million of notes.", OLD)] == [Severity.WARNING]
    for words in ("about", "approximately", "some", "roughly"):
        assert prose(f"There are {words} $27.4 million of notes.", OLD) == []
    assert prose("There are $27.4 million of notes. All amounts are rounded.", OLD) == []


def test_an_exact_value_is_left_alone_in_whatever_form_it_stands():
    exact = {"$27,412,000": "outstanding", "($27,412,000)": "outstanding", "$27.412 million": "outstanding"}
    for form in exact:
        assert prose(f"up to twenty-seven million dollars {form} of notes", exact) == []
        assert prose(f"at least {form} of notes", exact) == []


def test_a_problem_stands_where_its_line_does():
    passages = [Passage(Place(1, Part.PARAGRAPH, 3, line=7), "It may come to up to $27.4 million.", ((0, 7), (15, 8)))]
    (problem,) = found(passages, OLD)
    assert problem.where == Where(FILE, 8)
    assert problem.what.startswith("page 1, paragraph 3: ")


def test_other_files_and_other_outcomes_say_nothing():
    passage = Passage(Place(1, Part.PARAGRAPH, 3), "up to $27.4 million")
    where = (passage.place, 0, 6, 19, 0, "$27.4 million", "money")
    other = Item("other.txt", *where, Outcome.ROUNDED, ("outstanding",))
    wrong = Item(FILE, *where, Outcome.CONTRADICTED, ("outstanding",))
    unknown = Item(FILE, *where, Outcome.ROUNDED, ("no_such_figure",))
    done = TieOut((other, wrong, unknown), (), (), "ab")
    assert direction_of([Reading(FILE, (passage,))], done, book()) == ()


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        ("It pays $10.00 now, $10.00 in May and $9.99 in June, in all $30.00.", "$0.01 less"),
        ("It pays $10.00 now and $10.00 in May (for a total of $20.10).", "$0.1 less"),
        ("The parts are 30%, 30% and 41%, together 100%.", "1% more"),
        ("Holders of $5 million and $7 million, an aggregate of $13 million, agreed.", "$1,000,000 less"),
        ("It pays $10.00 now, $10.00 in May and $10.00 in June, in all $30.00.", None),
        ("It pays 3 notes now and $10.00 in May, in all $30.00.", None),
        ("On August 6, 2001 it pays $10.00. A fee of $30.00 and $5.00 later, in all $45.00, is due.", None),
        ("It pays $10.00 now and $10.00 in May. The total is $30.00.", None),
    ],
)
def test_a_sum_in_so_many_words(text, difference):
    said = prose(text)
    assert [what for _, what in said if difference and difference in what] == [what for _, what in said]
    assert len(said) == (difference is not None)


def table(*rows, heads=("", "Principal")):
    """Passages of a table of two columns or more."""
    made = []
    for line, row in enumerate(rows, 2):
        for column, text in enumerate(row, 1):
            over = (heads[column - 1],) if heads[column - 1] else ()
            place = Place(1, Part.CELL, 1, line, column, line=line)
            made.append(Passage(place, text, row_head=row[0] if column > 1 else "", column_heads=over))
    return made


def test_a_table_adds_up_or_does_not():
    parts = [("Series A", "$5,000,000"), ("Series B", "7,250,500")]
    assert found(table(*parts, ("Total", "$12,250,500")), {}) == ()
    (problem,) = found(table(*parts, ("Total", "$12,205,500")), {})
    assert problem.severity is Severity.ERROR
    assert problem.where == Where(FILE, 4)
    assert "$5,000,000 + 7,250,500 come to $45,000 more than the total $12,205,500" in problem.what
    assert len(found(table(*parts, ("Net", "$12,205,500")), {})) == 0


def test_dashes_notes_and_deductions_are_read():
    rows = [("Tendered", "$5,000 (1)"), ("Late", "—"), ("Less: withdrawn", "500")]
    assert found(table(*rows, ("Total", "$4,500")), {}) == ()
    assert len(found(table(*rows, ("Total", "$5,500")), {})) == 1


def test_columns_that_are_not_added_up_are_left_alone():
    rows = [("Series A", "12%", "$980.00"), ("Series B", "14%", "$990.00"), ("Total", "13%", "$1,985.00")]
    assert found(table(*rows, heads=("", "Rate", "Price for each $1,000")), {}) == ()


def test_a_difference_that_rounding_may_explain_is_a_warning():
    rows = [("First", "33.3%"), ("Second", "33.3%"), ("Third", "33.3%"), ("Total", "100.0%")]
    (problem,) = found(table(*rows), {})
    assert problem.severity is Severity.WARNING
    assert problem.what.endswith("come to 0.1% less than the total 100.0%, which rounding may explain")


def test_a_sum_that_is_off_by_rounding_says_so_where_the_figures_are_known():
    """The parts are $274,120 each and the whole is twice that: in tenths of thousands they seem to differ from it."""
    part, whole = "aggregate_installment[all,consummation]", "two_parts"
    twice = replace(book().figure(*PART), name=whole, key=(), value=2 * book().value(PART[0], *PART[1]))
    known = FigureBook({**book().figures, (whole, ()): twice}, book().axes, book().shapes)
    rows = [("First", "$274.1"), ("Second", "$274.1"), ("Total", "$548.3")]
    heads = ("", "In thousands")
    (problem,) = found(table(*rows, heads=heads), {"$274.1": part, "$548.3": whole}, known)
    assert problem.severity is Severity.WARNING
    assert problem.what.endswith("come to $0.1 less than the total $548.3, by rounding: the exact ones do")


def test_rounded_values_of_one_table_are_told_once():
    rows = [("Old notes", "$27,000,000", "$27,413,000"), ("Again", "$27,000,000", "$27,412,000")]
    ties = {"$27,000,000": "outstanding", "$27,413,000": "outstanding"}
    (problem,) = found(table(*rows, heads=("", "A", "B")), ties)
    assert problem.severity is Severity.WARNING
    assert "(and 2 more of the table)" in problem.what
    assert found(table(*rows, heads=("", "A, rounded", "B, approximate")), ties) == ()


def test_a_row_headed_as_a_maximum():
    (problem,) = found(table(("Not more than", "$27.4 million")), OLD)
    assert problem.severity is Severity.ERROR
    assert found(table(("Not more than", "$27,413,000")), OLD)[0].severity is Severity.WARNING
    assert found(table(("Not more than, about", "$27,413,000")), OLD) == ()
