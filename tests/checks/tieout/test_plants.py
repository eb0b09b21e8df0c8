"""The planter changes one thing, at the place it names, and what it leaves there is wrong."""

import datetime
import re
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lexdocs.figures.figure import Figure
from lexdocs.notation.dates import parse_date
from lexdocs.notation.find import find
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from tests.checks.tieout import plants_names, plants_numbers, plants_tables, plants_times
from tests.checks.tieout.documents import CHOSEN, document_sources
from tests.checks.tieout.labelled import labelled_sources
from tests.checks.tieout.pieces import pieces
from tests.checks.tieout.planter import KINDS, plant, plants, together
from tests.checks.tieout.source import Mark, Source, kind_of, says

# The house's own documents say no amount in millions, and have no ordinal.
SELDOM = {"scale changed", "ordinal changed"}


@pytest.fixture(scope="module")
def texts():
    return [source for deal in CHOSEN for source in document_sources(deal)]


def figure(name, unit, value, key=()):
    return Figure(name, key, unit, value, "", None)  # type: ignore[arg-type]  # nobody asks these for a proof


def made(text, *figures, suffix=".txt"):
    """A source whose text has `{name}` where a figure is printed, and `{name:as it stands}` for another form."""
    truth = {each.address: each for each in figures}
    marks = []
    out = ""
    at = 0
    for match in re.finditer(r"\{([a-z_]+)(?::([^}]*))?\}", text):
        out += text[at : match.start()]
        said = match[2] or write(truth[match[1]].value, truth[match[1]].unit)
        marks.append(Mark(len(out), len(out) + len(said), kind_of(said, [match[1]]), (match[1],)))
        out += said
        at = match.end()
    return Source(f"made{suffix}", "made", suffix, out + text[at:], tuple(marks), truth)


def one(source, kind):
    """A plant of a kind that must have a place."""
    found = plant(source, kind, 1)
    assert found is not None
    return found


def went(way, said, chance):
    """What a way makes of a text that it must be able to change."""
    after = way(said, chance)
    assert after is not None
    return str(after)


def outside(text, stretches):
    """What stands between the stretches."""
    ends = [0, *(end for _, end in stretches)]
    starts = [*(start for start, _ in stretches), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


def test_every_mark_of_our_documents_says_its_figure(texts):
    assert sum(len(source.true) for source in texts) > 2000
    wrong = [
        (source.name, source.said(mark), mark.figures)
        for source in texts
        for mark in source.true
        if mark.kind != "term" and not says(source.said(mark), source.truth[mark.figures[0]])
    ]
    assert wrong == []


def test_the_forms_of_a_document_say_the_same_figures(texts):
    forms: dict[str, list[list[tuple[str, ...]]]] = {}
    for source in texts:
        name = re.sub(r"(-typed)?\.(txt|html)$", "", f"{source.deal}/{source.name}")
        forms.setdefault(name, []).append([mark.figures for mark in source.marks])
    assert all(len(each) in (2, 3) for each in forms.values())
    # A page says what it assumes in its head, which the text form repeats on every page and the planter leaves alone.
    for each in forms.values():
        assert each[0] == each[1]
        assert all(Counter(other) <= Counter(each[0]) for other in each[2:])


@pytest.mark.parametrize("suffix", [".txt", ".html"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in SELDOM])
def test_each_kind_changes_only_what_it_says(texts, kind, suffix):
    found = [(source, each) for source in texts if source.suffix == suffix for each in plants(source, kind, 2)]
    assert found
    for source, each in found:
        assert each.text != source.text
        assert outside(each.text, each.stretches) == outside(source.text, each.origins)
        assert each.line == each.text[: each.stretches[0][0]].count("\n") + 1
        assert each.before != each.after
        assert plant(source, kind, 0) == plant(source, kind, 0)
        if suffix == ".html":
            tags = [[piece.text for piece in pieces(text) if piece.sort == "tag"] for text in (source.text, each.text)]
            assert tags[0] == tags[1]


def test_a_plant_is_wrong_in_its_place(texts):
    counted = 0
    for source in texts:
        marks = {(mark.start, mark.end): mark for mark in source.true}
        for kind in ("digit changed", "rate for another", "percentage truncated", "day off by one", "fraction changed"):
            for each in plants(source, kind, 3):
                mark = marks[each.origins[0]]
                said = each.text[slice(*each.stretches[0])]
                assert not any(says(said, source.truth[address]) for address in mark.figures), (mark, said)
                counted += 1
    assert counted > 300


def test_ways_that_our_documents_have_no_place_for():
    amount = figure("amount", Unit.MONEY, Fraction(27_412_000))
    source = made("They hold {amount:$27.4 million} of it.", amount)
    assert one(source, "scale changed").after == "$27.4 billion"
    installment = figure("installment", Unit.COUNT, 3)
    source = made("The {installment:third} installment.", installment)
    assert one(source, "ordinal changed").after in ("first", "second", "fourth", "fifth")


def test_what_would_be_right_is_passed_over():
    tendered = figure("tendered", Unit.PERCENTAGE, Fraction("0.742"))
    # 74% is 74.2% rightly rounded, 74% is not 74.7%.
    assert plant(made("So {tendered} did.", tendered), "percentage truncated", 1) is None
    more = figure("tendered", Unit.PERCENTAGE, Fraction("0.747"))
    assert one(made("So {tendered} did.", more), "percentage truncated").after == "74%"
    # One rate for an equal one is no error.
    rates = [figure(name, Unit.RATE, Fraction("0.12")) for name in ("old", "new")]
    assert plant(made("{old} before, {new} since", *rates), "rate for another", 1) is None
    rates[1] = figure("new", Unit.RATE, Fraction("0.14"))
    assert plant(made("{old} before, {new} since", *rates), "rate for another", 1) is not None
    # A title says the same with a nought more.
    title = figure("series_title", Unit.TITLE, "7.20% Notes due 2024")
    assert says("7.200% NOTES due 2024", title)
    assert not says("7.02% Notes due 2024", title)
    # A rounded number is right with fewer digits, as long as it keeps two.
    noon = figure("amount", Unit.MONEY, Fraction(149_396))
    assert not made("about {amount:150,000}", noon).still_right(Mark(6, 13, "number", ("amount",)), "149,000,000")
    assert made("about {amount:150,000}", noon).still_right(Mark(6, 13, "number", ("amount",)), "149,400")


@pytest.mark.parametrize(
    ("suffix", "row"), [(".txt", "{}  {}  {}"), (".html", "<tr><th>{}</th><td>{}</td><td>{}</td></tr>")]
)
def test_rows_that_say_the_same_cannot_be_shifted(suffix, row):
    fee, old, new = (figure(name, Unit.MONEY, Fraction(size)) for name, size in (("fee", 30), ("old", 40), ("new", 40)))
    table = "<table>\n{}\n{}\n</table>" if suffix == ".html" else "{}\n{}\n"
    same = made(
        table.format(row.format("Alpha", "{old}", "n/a"), row.format("Beta", "{new}", "n/a")), old, new, suffix=suffix
    )
    kinds = ("column shifted", "cells of a row swapped", "heads of rows swapped")
    assert [plant(same, kind, 1) for kind in kinds] == [None, None, None]
    text = table.format(row.format("Alpha", "{old}", "{fee}"), row.format("Beta", "{fee}", "{new}"))
    other = made(text, fee, old, new, suffix=suffix)
    shifted, swapped, heads = (one(other, kind) for kind in kinds)
    assert Counter(shifted.after.split(" | ")) == Counter(shifted.before.split(" | "))
    assert (swapped.before, swapped.after) in [("$40 | $30", "$30 | $40"), ("$30 | $40", "$40 | $30")]
    assert (heads.before, heads.after) == ("Alpha | Beta", "Beta | Alpha")
    assert len(heads.stretches) == 6  # the heads, and the values that are wrong beside them


def test_a_table_of_text_keeps_its_columns(texts):
    source = next(each for each in texts if each.name.endswith("BO-1010-typed.txt"))
    for each in plants(source, "column shifted", 20):
        lines = zip(each.text.split("\n"), source.text.split("\n"), strict=True)
        changed = [(one, other) for one, other in lines if one != other]
        assert changed
        assert all(one.split()[:1] == other.split()[:1] or one != other for one, other in changed)


def test_the_corpus_has_every_label_as_a_mark():
    for source in labelled_sources():
        assert all(source.said(mark).strip() for mark in source.marks)
        assert {mark.sort for mark in source.marks} <= {"true", "aside", "contradicted", "unexplained", "irregular"}


CHANCES = st.randoms(use_true_random=False)
NUMBERS = st.integers(1, 10**10).map(lambda number: f"${number:,}")


@given(NUMBERS, CHANCES)
def test_swapped_digits_are_the_same_digits(said, chance):
    assume(len(set(re.sub(r"\D", "", said))) > 1)
    after = went(plants_numbers.digits_swapped, said, chance)
    assert Counter(after) == Counter(said)
    assert sum(one != other for one, other in zip(said, after, strict=True)) == 2


@given(NUMBERS, CHANCES)
def test_a_digit_more_or_less_is_one_digit(said, chance):
    doubled = went(plants_numbers.digit_doubled, said, chance)
    assert len(re.sub(r"\D", "", doubled)) == len(re.sub(r"\D", "", said)) + 1
    dropped = plants_numbers.digit_dropped(said, chance)
    if dropped is not None:
        # With the commas put in again, noughts that lead fall away too.
        assert len(re.sub(r"\D", "", dropped)) < len(re.sub(r"\D", "", said))


@given(NUMBERS, CHANCES)
def test_a_changed_digit_is_another_number(said, chance):
    after = went(plants_numbers.digit_changed, said, chance)
    assert len(after) == len(said)
    assert [each.value for each in find(after)] != [each.value for each in find(said)]


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 1, 1)), CHANCES)
def test_a_date_is_off_by_one(date, chance):
    said = write(date, Unit.DATE)
    day = parse_date(went(plants_times.day_off, said, chance))
    assert abs((day - date).days) == 1
    assert (day.year, day.month) == (date.year, date.month)
    wrong = went(plants_times.weekday_wrong, said, chance)
    assert wrong.endswith(said)
    assert not wrong.startswith(f"{date:%A}")
    (slip,) = find(went(plants_times.stop_for_comma, said, chance))
    assert slip.value == date


@given(st.sampled_from(["Nonesuch Trust Company", "Kroll &amp; Kroll", "Fictional<br>Bank"]), CHANCES)
def test_a_name_is_another_name_of_like_letters(said, chance):
    ways = (plants_names.letters_swapped, plants_names.letter_dropped, plants_names.letter_doubled)
    for way, more in zip(ways, (0, -1, 1), strict=True):
        after = went(way, said, chance)
        assert len(after) == len(said) + more
        assert after.count("&amp;") + after.count("<br>") == said.count("&amp;") + said.count("<br>")
        assert after[0] == said[0]


def test_columns_of_text_are_found_by_their_spaces():
    fee, rate = figure("fee", Unit.MONEY, Fraction(30)), figure("rate", Unit.RATE, Fraction("0.14"))
    source = made(
        "  Fee of all   {fee}   {rate}\n  -----------   ----   ---\n  Other  {fee}  {rate}\nIt ends.  {fee}\n",
        fee,
        rate,
    )
    (rows,) = plants_tables.grids(source)
    assert [[source.text[cell.start : cell.end] for cell in row] for row in rows] == [
        ["Fee of all", "$30", "14%"],
        ["Other", "$30", "14%"],
    ]


def test_plants_in_one_text_stay_what_they_are_alone(texts):
    source = next(each for each in texts if each.name.endswith("BO-1010.html"))
    alone = [each for kind in KINDS for each in plants(source, kind, 2)]
    groups = together(source, alone)
    assert sum(len(group) for group in groups) == len(alone)
    assert len(groups) * 3 < len(alone) * 2
    told = {(each.kind, each.origins, each.after) for each in alone}
    for group in groups:
        assert len({each.text for each in group}) == 1
        for each in group:
            assert (each.kind, each.origins, each.after) in told
            said = " | ".join(each.text[start:end] for start, end in each.stretches)
            assert all(part in " ".join(said.split()) for part in each.after.split(" | "))
