"""What a page must say after a change, held against pages that say something else."""

from dataclasses import replace
from pathlib import Path

import pytest

from lexdocs.checks.mutation.ancestry import Bits, resting
from lexdocs.checks.mutation.mentions import mentions
from lexdocs.checks.mutation.outcome import Fault
from lexdocs.checks.mutation.printed import compared, figures, moved
from lexdocs.checks.mutation.sources import Sources, sources
from lexdocs.checks.mutation.writing import Writer
from lexdocs.deal import library_of, open_deal
from lexdocs.errors import Where
from lexdocs.terms.changes import Change

TINY = Path(__file__).parents[2] / "deals" / "tiny"
NOTICE = "notices/commencement.md"


@pytest.fixture(scope="module")
def writer():
    deal = open_deal(TINY)
    library = library_of(deal)
    return Writer(library, sources(library, "exchange"))


def written(writer, *changes, before=None):
    deal = open_deal(TINY, [Change(path, value, Where("test")) for path, value in changes])
    return deal, writer.write(deal, resting(deal.book, Bits()), before or {})


def test_a_document_that_asks_for_nothing_that_moved_is_not_written_again(writer):
    _, first = written(writer)
    _, second = written(writer, ("warrants.shares_outstanding", "9,016,501"), before=first)
    same = {key for key in first if second[key] is first[key]}
    assert (NOTICE, ()) in same
    assert ("press-releases/commencement.md", ()) not in same
    assert any(template == "statements/settlement.md" for template, _ in same)


def test_every_page_says_what_it_must_after_a_change(writer):
    _, first = written(writer)
    deal, second = written(writer, ("warrants.exercise_price", "$9.15"))
    for key, page in second.items():
        assert not list(compared(first[key], page, figures(deal.book), decided=False))
    places = [each for key, page in second.items() for each in moved(first[key], page)]
    assert {(each.address, each.was, each.now) for each in places} >= {("exercise_price", "$8.40", "$9.15")}
    assert {each.document for each in places} >= {"notices/commencement", "offering-circular/offering-circular"}


def test_a_page_that_stayed_is_frozen(writer):
    _, first = written(writer)
    deal, _ = written(writer, ("warrants.exercise_price", "$9.15"))
    was = first[NOTICE, ()]
    found = list(compared(was, was, figures(deal.book), decided=False))
    assert {each.fault for each in found} == {Fault.FROZEN}
    assert any("prints “$8.40” where exercise_price is “$9.15”" in each.says for each in found)
    assert any("says “" in each.says and "is meant" in each.says for each in found)


def test_words_that_moved_without_a_flag_are_reported(writer):
    deal, first = written(writer)
    was = first[NOTICE, ()]
    assert was.page is not None
    block = was.page.main[-1]
    other = replace(block, text=block.text + " or so")
    now = replace(was, page=replace(was.page, main=(*was.page.main[:-1], other)))
    found = list(compared(was, now, figures(deal.book), decided=False))
    assert [each.fault for each in found] == [Fault.REWORDED]
    assert not list(compared(was, now, figures(deal.book), decided=True))


def test_a_legend_a_title_and_a_text_form_must_move_too(writer):
    _, first = written(writer)
    deal, second = written(writer, ("legend", "Another fiction."), ("company.short_name", "Vesper"))
    key = ("press-releases/commencement.md", ())
    old, new = first[key], second[key]
    assert old.page is not None
    assert new.page is not None
    book = figures(deal.book)
    assert not list(compared(old, new, book, decided=False))
    stale = replace(new, page=replace(new.page, title=old.page.title, legend=old.page.legend), text=old.text)
    places = {each.place for each in compared(old, stale, book, decided=False)}
    assert {"title", "legend"} <= places
    assert any("its text form" in each.says for each in compared(old, stale, book, decided=False))


def test_a_name_typed_into_a_template_is_found_in_arms_that_are_not_printed_too(writer):
    deal, first = written(writer)
    book = figures(deal.book)
    assert not mentions(first, book, writer.sources).by_address
    typed = Sources({"notices/odd": "{% if has_cap %}\nQuillfeather Barge Lines, Inc. and Chicago\n{% endif %}\n"})
    found = mentions(first, book, typed).by_address
    assert {each.place for each in found["company_name"]} == {"line 2"}
    assert list(mentions(first, book, typed).left({"company_name"}))
    assert not list(mentions(first, book, typed).left({"contact_name"}))
