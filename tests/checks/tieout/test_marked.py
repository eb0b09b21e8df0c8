"""The marked copy: every number and name is marked and proved, whatever the text holds, on a page that prints."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest
from lxml import html

from lexdocs.checks.reading.passage import Part, Passage, Place, Reading
from lexdocs.checks.tieout.item import Discord, Item, Omitted, Outcome, TieOut
from lexdocs.checks.tieout.marked import marked
from lexdocs.deal import open_deal
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure
from lexdocs.resources import bundled_deals
from lexdocs.writing.house import printer

FILE = "release.txt"
VOID = {"meta", "br", "wbr", "hr", "link", "input"}


@cache
def book():
    return open_deal(bundled_deals()["lexington_2001"]).book


def item(passages, index, text, outcome=Outcome.TIED, figures=(), *, again=0, **more):
    """The item whose words stand in a passage, the first time or later."""
    start = -1
    for _ in range(again + 1):
        start = passages[index].text.index(text, start + 1)
    place = passages[index].place
    return Item(
        FILE, place, index, start, start + len(text), place.line, text, more.pop("kind", "money"), outcome,
        figures, **more,
    )  # fmt: skip


def tie_out(items, discords=(), omitted=()):
    return TieOut(tuple(items), tuple(discords), tuple(omitted), "ab12" * 16)


def page(passages, items, **more):
    return marked(Reading(FILE, tuple(passages)), tie_out(items, **more), book())


def row(tree, reference):
    """What the legend says of a reference, cell by cell."""
    (found,) = tree.xpath(f'//tr[@id="{reference}"]')
    return [" ".join(cell.text_content().split()) for cell in found]


PASSAGES = (
    Passage(Place(1, Part.HEADING, 1, line=1), "TERMS OF THE OFFER"),
    Passage(Place(1, Part.PARAGRAPH, 1, line=3), "Old Notes: $27,412,000, or $27.4 million, at 14%."),
    Passage(Place(1, Part.ITEM, 1, line=6), "holders of $27,412,000 agree; and", mark="(1)"),
    Passage(Place(1, Part.ITEM, 2, line=7), "see Section 4 and 77 things.", mark="(2)"),
    Passage(Place(1, Part.FURNITURE, 1, line=9), "-1-"),
    Passage(Place(2, Part.PARAGRAPH, 2, line=11), "At most $274,000 or 12 remains, as of December 31. 2001."),
    Passage(Place(2, Part.FOOTNOTE, 1, line=14), "Rounded.", mark="*"),
)  # fmt: skip
ITEMS = (
    item(PASSAGES, 1, "$27,412,000", figures=("outstanding",), says="is outstanding"),
    item(PASSAGES, 1, "$27.4 million", Outcome.ROUNDED, ("outstanding",), interval="[27350000, 27450000)"),
    item(PASSAGES, 1, "14%", Outcome.CONTRADICTED, ("old_rate",), expected="12 3/4%", says="where old_rate belongs"),
    item(PASSAGES, 2, "$27,412,000", figures=("outstanding",)),
    item(PASSAGES, 3, "4", Outcome.SET_ASIDE, says="a section's number"),
    item(PASSAGES, 3, "77", Outcome.UNEXPLAINED, says="is no figure of the deal"),
    item(PASSAGES, 5, "$274,000", figures=("maximum_holdout_principal",)),
    item(PASSAGES, 5, "12", Outcome.AMBIGUOUS, ("outstanding", "number_of_holdings"), says="is one or the other"),
    item(PASSAGES, 5, "December 31. 2001", figures=("step_through[2001-12-31]",), irregular="a period for a comma"),
)  # fmt: skip


class Nesting(HTMLParser):
    """Refuses a page whose elements do not close in their order, and gathers names and references."""

    def __init__(self, page):
        super().__init__()
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.tags: Counter[str] = Counter()
        self.targets: set[str] = set()
        self.fetched: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags[tag] += 1
        self.ids.update([found["id"]] if "id" in found else [])
        if "href" in found:
            self.targets.add(found["href"].removeprefix("#"))
        self.fetched += [value for name, value in attrs if name == "src" or (name == "href" and value[0] != "#")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_whole_and_asks_for_nothing():
    made = page(PASSAGES, ITEMS)
    assert made.startswith('<!DOCTYPE html>\n<html lang="en">')
    found = Nesting(made)
    assert found.fetched == []
    assert found.tags["script"] == found.tags["link"] == 0
    assert "url(" not in made
    assert "@import" not in made
    assert max(found.ids.values()) == 1
    assert found.targets <= set(found.ids)
    assert found.tags["title"] == found.tags["h1"] == 1
    assert made == page(PASSAGES, ITEMS)


def test_every_number_is_marked_with_a_sign_of_its_own():
    tree = html.document_fromstring(page(PASSAGES, ITEMS))
    (copy,) = tree.xpath('//section[@id="copy"]')
    shown = [(each.text_content(), each.getnext().text_content()) for each in copy.find_class("item")]
    assert shown == [
        ("$27,412,000", "1✓"), ("$27.4 million", "1≈"), ("14%", "2✗"), ("$27,412,000", "1✓"), ("4", "i–"),
        ("77", "A!"), ("$274,000", "3✓"), ("12", "B?"), ("December 31. 2001", "4✓sic"),
    ]  # fmt: skip
    spoken = [each.get("aria-label") for each in copy.find_class("ref")]
    assert spoken[1] == "reference 1, tied by rounding"
    assert spoken[8] == "reference 4, tied, irregular"


def test_the_words_are_all_there_in_their_order():
    tree = html.document_fromstring(page(PASSAGES, ITEMS))
    (copy,) = tree.xpath('//section[@id="copy"]')
    for each in copy.find_class("ref"):
        each.drop_tree()
    said = " ".join(copy.text_content().replace("\u2060", "").split())
    places = [said.index(f"{passage.mark} {passage.text}".strip()) for passage in PASSAGES]
    assert places == sorted(places)
    assert said.index("-1-") < said.index("Page 2 of the document begins") < said.index("At most")
    items = [each.text_content().replace("\u2060", "") for each in copy.xpath(".//li")]
    assert items == ["(1) holders of $27,412,000 agree; and", "(2) see Section 4 and 77 things."]
    assert copy.xpath('.//p[@class="furniture"]')[0].text_content() == "-1-"


def test_a_leaf_is_proved_by_its_place_and_its_source():
    cells = row(html.document_fromstring(page(PASSAGES, ITEMS)), "proof-1")
    assert cells[1] == "outstanding principal amount of the old notes outstanding"
    assert re.fullmatch(r"term-sheet\.yaml:\d+:\d+ ?source: press release of August 6, 2001, paragraph 2", cells[2])
    assert cells[3].startswith("$27,412,000")
    assert "“$27.4 million”" in cells[3]
    assert "the true value 27412000 lies in [27350000, 27450000)" in cells[3]
    assert "p. 1, ¶ 1; item 1" not in cells[3]
    assert "p. 1, ¶ 1; p. 1, item 1" in cells[3]


def test_a_derived_figure_is_proved_by_its_formula_and_what_it_rests_on_is_proved_too():
    tree = html.document_fromstring(page(PASSAGES, ITEMS))
    cells = row(tree, "proof-3")
    assert "= outstanding $27,412,000 − minimum_tender_principal $27,138,000" in cells[2]
    links = tree.xpath('//tr[@id="proof-3"]//span[@class="rests"]/a')
    rests = [row(tree, each.get("href")[1:])[1].split()[0] for each in links]
    assert rests == ["outstanding", "minimum_tender_principal"]


def test_every_figure_that_is_needed_has_a_proof_down_to_the_terms():
    stated = ("maximum_warrants", "aggregate_fee[all]")
    passages = (Passage(Place(0, Part.PARAGRAPH, 1), "It is 149,396 and $822,360."),)
    items = (item(passages, 0, "149,396", figures=stated[:1]), item(passages, 0, "$822,360", figures=stated[1:]))
    tree = html.document_fromstring(page(passages, items))
    legend = {each.get("id"): each for each in tree.xpath('//tr[starts-with(@id, "proof-")]')}
    named = {each[1].xpath(".//code")[0].text_content(): each[2].text_content() for each in legend.values()}
    for address in stated:
        figure = book().figure(*_parted(address))
        assert isinstance(figure, Figure)
        for each in _all_before(figure):
            assert each.address in named
    assert any("rounded up" in proof for proof in named.values())


def _parted(address):
    name, _, key = address.partition("[")
    return name, (key.removesuffix("]"),) if key else ()


def _all_before(figure):
    yield figure
    for given in figure.inputs:
        for each in given.figures:
            if isinstance(each, Figure):
                yield from _all_before(each)


def test_an_assumption_says_whose_it_is():
    passages = (Passage(Place(0, Part.PARAGRAPH, 1), "on September 5, 2001"),)
    (each,) = (item(passages, 0, "September 5, 2001", figures=("consummation_date",), kind="date"),)
    assert "assumed by" in row(html.document_fromstring(page(passages, (each,))), "proof-1")[2]


def test_findings_say_what_stands_there_and_what_belongs():
    more = {
        "discords": (Discord((ITEMS[0],), "expiration is said in 2 ways: “5 p.m.” and “12 midnight”"),),
        "omitted": (Omitted(FILE, "record_date", "August 2, 2001", "press-releases/commencement.md"),
                    Omitted("other.txt", "ticker", "LEXP", "press-releases/commencement.md")),
    }  # fmt: skip
    tree = html.document_fromstring(page(PASSAGES, ITEMS, **more))
    (section,) = tree.xpath('//section[@id="findings"]')
    rows = [[" ".join(cell.text_content().split()) for cell in each] for each in section.xpath(".//tbody/tr")]
    assert ["2 ✗", "page 1, paragraph 1, line 3", "“14%”", "12 3/4%", "where old_rate belongs"] in rows
    assert ["contradicted: 1"] in rows
    assert ["unexplained: 1"] in rows
    assert ["ambiguous: 1"] in rows
    assert rows[-1][2:] == ["“December 31. 2001”", "—", "a period for a comma"]
    said = section.text_content()
    assert "expiration is said in 2 ways" in said
    assert "record_date, August 2, 2001, as press-releases/commencement.md states it" in said
    assert "ticker" not in said


def test_a_text_in_which_all_ties_says_so():
    passages = PASSAGES[1:2]
    made = page(passages, (item(passages, 0, "$27,412,000", figures=("outstanding",)),))
    assert "Nothing: every number and name ties or is set aside" in made
    assert "Nothing: " not in page(PASSAGES, ITEMS)


def test_the_front_counts_each_outcome_and_says_what_it_ties_to():
    tree = html.document_fromstring(page(PASSAGES, ITEMS))
    rows = [[cell.text_content() for cell in each] for each in tree.xpath('//table[@class="counts"]//tr')]
    assert [(each[1], each[2]) for each in rows[1:]] == [
        ("tied", "4"), ("tied by rounding", "1"), ("contradicted", "1"), ("ambiguous", "1"), ("unexplained", "1"),
        ("set aside", "1"), ("together", "9"),
    ]  # fmt: skip
    head = tree.xpath("//header")[0].text_content()
    assert "SHA-256 " + "ab12" * 16 in head
    assert "This ties to the terms and does not say that it is correct" in head
    assert "Prepared by" in head
    assert "Reviewed by" in head


HOSTILE = "<script>alert(1)</script> ]]> \" onmouseover='x' &amp; <!-- --> </style> \u202egnp \x00 {{ x }}"


def test_hostile_words_stay_words():
    passages = (
        Passage(Place(0, Part.HEADING, 1), HOSTILE),
        Passage(Place(0, Part.ITEM, 1), f"{HOSTILE} $5", mark=HOSTILE, notes=(HOSTILE,)),
        Passage(Place(0, Part.CAPTION, 1), HOSTILE),
        Passage(Place(0, Part.CELL, 1, 1, 1), HOSTILE, caption=HOSTILE, row_head=HOSTILE, column_heads=(HOSTILE,)),
    )
    found = Item(
        f"</style>{HOSTILE}", passages[1].place, 1, 0, len(HOSTILE), 0, HOSTILE, HOSTILE, Outcome.CONTRADICTED,
        (f"a[{HOSTILE}]",), HOSTILE, HOSTILE, HOSTILE, HOSTILE,
    )  # fmt: skip
    unknown = replace(found, outcome=Outcome.UNEXPLAINED, figures=(), start=len(HOSTILE) + 1, end=len(HOSTILE) + 3)
    aside = replace(found, outcome=Outcome.SET_ASIDE, start=0, end=2)
    reading = Reading(found.file, passages, HOSTILE)
    done = TieOut(
        (aside, found, unknown),
        (Discord((found,), HOSTILE),),
        (Omitted(found.file, HOSTILE, HOSTILE, HOSTILE),),
        HOSTILE,
    )
    made = marked(reading, done, FigureBook({}, {}, {}))
    seen = Nesting(made)
    assert seen.tags["script"] == 0
    assert seen.tags["style"] == 1
    assert made.count("</style>") == 1
    assert "<!--" not in made.replace("<!DOCTYPE", "")
    assert "\x00" not in made
    assert "\u202e" not in made
    tree = html.document_fromstring(made)
    assert not [name for each in tree.iter() for name in each.attrib if name.startswith("on")]
    assert (
        tree.xpath('//section[@id="copy"]//h3')[0]
        .text_content()
        .startswith("<script>alert(1)</script> ]]> \" onmouseover='x' &amp;")
    )


def _cell(row, column, text, head="", heads=()):
    return Passage(Place(1, Part.CELL, 1, row, column), text, caption="Fees", row_head=head, column_heads=heads)


TABLE = (
    Passage(Place(1, Part.CAPTION, 1), "Fees"),
    _cell(1, 2, "If tendered"),
    _cell(2, 2, "All", heads=("If tendered",)),
    _cell(2, 3, "Minimum", heads=("If tendered",)),
    _cell(3, 1, "First part"),
    _cell(3, 2, "$10.00", "First part", ("If tendered", "All")),
    _cell(3, 3, "$9.00", "First part", ("If tendered", "Minimum")),
    _cell(4, 1, "All of it"),
    _cell(4, 3, "$30.00", "All of it", ("If tendered", "Minimum")),
)


def test_a_table_stands_in_rows_and_columns_under_its_heads():
    each = item(TABLE, 8, "$30.00", figures=("participation_fee",))
    tree = html.document_fromstring(page(TABLE, (each,)))
    (table,) = tree.xpath('//table[starts-with(@class, "set")]')
    assert table.xpath("./caption")[0].text_content() == "Fees"
    heads = [
        (cell.tag, cell.get("scope"), cell.get("colspan"), cell.text_content()) for cell in table.xpath("./thead/tr")[0]
    ]
    assert heads == [("td", None, None, ""), ("th", "colgroup", "2", "If tendered")]
    rows = [
        [(cell.tag, cell.text_content().replace("\u2060", "")) for cell in row] for row in table.xpath("./tbody/tr")
    ]
    assert rows[-2:] == [
        [("th", "First part"), ("td", "$10.00"), ("td", "$9.00")],
        [("th", "All of it"), ("td", ""), ("td", "$30.001✓")],
    ]
    assert {cell.get("scope") for cell in table.xpath("./tbody//th")} == {"row"}


def test_heads_that_only_the_cells_tell_are_set_over_them():
    cells = [each for each in TABLE if each.place.row > 2]
    (table,) = html.document_fromstring(page(cells, ())).xpath('//table[starts-with(@class, "set")]')
    assert [cell.text_content() for cell in table.xpath("./thead/tr")[0]] == [
        "",
        "If tendered\nAll",
        "If tendered\nMinimum",
    ]
    assert table.get("aria-label") == "Fees"


def test_two_tables_that_follow_one_another_stay_two():
    second = [replace(each, place=replace(each.place, number=2)) for each in TABLE]
    assert page((*TABLE, *second), ()).count('<table class="set short"') == 2


def test_a_number_inside_a_name_that_says_the_same_bears_the_names_mark():
    passages = (Passage(Place(0, Part.PARAGRAPH, 1), "its 12 3/4% Senior Subordinated Notes and 14%"),)
    figures = ("old_notes_title",)
    name = item(passages, 0, "12 3/4% Senior Subordinated Notes", figures=figures, kind="name")
    within = item(passages, 0, "12 3/4%", figures=figures, kind="percentage")
    (copy,) = html.document_fromstring(page(passages, (within, name))).xpath('//section[@id="copy"]')
    assert (
        copy.text_content().replace("\u2060", "").split("\n")[-2] == "its 12 3/4% Senior Subordinated Notes1✓ and 14%"
    )
    wrong = replace(within, outcome=Outcome.CONTRADICTED, figures=("old_rate",))
    (copy,) = html.document_fromstring(page(passages, (wrong, name))).xpath('//section[@id="copy"]')
    assert "its 12 3/4%1✗ Senior Subordinated Notes2✓ and" in copy.text_content().replace("\u2060", "")


@pytest.mark.parametrize(("starts", "ends"), [((0, 4), (8, 12)), ((0, 0), (8, 8)), ((4, 0), (6, 99)), ((3, 3), (3, 3))])
def test_items_that_overlap_lose_no_word(starts, ends):
    text = "abcd efgh ijkl"
    passages = (Passage(Place(0, Part.PARAGRAPH, 1), text),)
    items = [
        Item(FILE, passages[0].place, 0, start, end, 0, text[start:end] or "?", "name", Outcome.TIED, (f"f{start}",))
        for start, end in zip(starts, ends, strict=True)
    ]
    made = page(passages, items)
    Nesting(made)
    (copy,) = html.document_fromstring(made).xpath('//section[@id="copy"]')
    for each in copy.find_class("ref"):
        each.drop_tree()
    assert copy.text_content().replace("\u2060", "").split("\n")[-2] == text


def test_an_empty_text_is_a_page_too():
    made = page((), ())
    Nesting(made)
    assert "together" in made


def test_only_the_items_of_the_file_are_counted():
    other = replace(ITEMS[0], file="other.txt")
    made = page(PASSAGES, (*ITEMS, other))
    assert '<th scope="row">together</th><td class="figures">9</td>' in made


def test_it_prints_on_letter_paper_with_its_name_in_the_foot():
    paper = printer().print(page(PASSAGES, ITEMS), "tie-out", " ")
    assert paper.data.startswith(b"%PDF")
    assert 2 < paper.pages < 9


def test_text_and_quiet_words_stand_out_from_their_ground():
    made = page(PASSAGES, ITEMS)
    inks = dict(re.findall(r"--(ink|quiet|tied|rounded|wrong|open): #([0-9a-f]{6})", made))
    assert len(inks) == 6
    for ink in (*inks.values(), "666666"):
        for ground in ("ffffff", "f5f3ee", "fbe9e7", "fdf3e3"):
            assert _contrast(ink, ground) >= 4.5


def _contrast(one, other):
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _light(color):
    parts = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
