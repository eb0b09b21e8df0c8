"""Whole documents: ticks, typed values that stay words, headings, contents and references."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from lexdocs.documents.document import compose
from lexdocs.documents.library import Library, Template
from lexdocs.documents.visible import blocks
from lexdocs.errors import InputError, RenderError, Where
from lexdocs.figures.figure import Figure, Shape
from lexdocs.notation.units import Unit
from lexdocs.terms.leaf import Leaf

HEADER = (
    "---\ntitle: '{{ company_name }}'\naudience: holder\nevents: [commencement]\noffers: [exchange]\nlayout: circular\n"
    "numbered: true\ncontents: true\nrunning_head: 'Offer of {{ company_name }}'\n---\n"
)
BOTH = 'print both or neither, or put the words that refer to it into <span class="if-printed">'
NASTY = "A*B*_c_ [x](javascript:alert(1)) <b>{{ 7*7 }}"


def test_a_tick_names_its_figure_its_value_and_its_style(library_of, book):
    document = compose(library_of("{{ outstanding | cents }} at {{ old_rate }}."), "a.md", book, {}, "notices/a")
    assert document.body == (
        '<p><data class="figure" value="8400000" data-figure="outstanding" data-style="cents">$8,400,000.00</data> at '
        '<data class="figure" value="3/32" data-figure="old_rate">9⅜%</data>.</p>'
    )
    assert [(tick.address, tick.style, tick.paper, tick.plain) for tick in document.ticks] == [
        ("outstanding", "cents", "$8,400,000.00", "$8,400,000.00"), ("old_rate", None, "9⅜%", "9 3/8%"),
    ]  # fmt: skip


def test_lines_of_an_address_stay_lines(library_of, book):
    document = compose(library_of("<address>{{ address }}</address>"), "a.md", book, {}, "a")
    assert ">Quay House<br>Harbor Road</data>" in document.body
    assert 'value="Quay House, Harbor Road"' in document.body


def test_the_name_that_would_be_markup_prints_as_typed(library_of, book_of):
    body = (
        "# {{ company_name }} {#top}\n\n## For {{ company_name }} {#for}\n\n"
        "Dear **{{ company_name }}**, see [](#for).\n\n"
        '<section aria-label="For {{ company_name }}">\n<p>{{ company_name }}</p>\n</section>\n\n'
        "| Name |\n|---|\n| {{ company_name }} |\n"
    )
    document = compose(library_of(body, header=HEADER), "a.md", book_of(company_name=NASTY), {}, "a")
    assert document.title == NASTY
    assert html.fromstring(f"<p>{document.running_head}</p>").text_content() == f"Offer of {NASTY}"
    tree = html.fromstring(f"<div>{document.body}</div>")
    assert [data.text_content() for data in tree.iter("data")] == [NASTY] * 7
    assert next(tree.iter("section")).get("aria-label") == f"For {NASTY}"
    assert not list(tree.iter("b", "em", "script"))
    assert {link.get("href") for link in tree.iter("a")} == {"#for"}


TYPED = st.text(st.characters(exclude_categories=["Cs", "Co", "Cc", "Cn"]), min_size=1, max_size=40)
MARKUP = st.lists(
    st.sampled_from(
        ["*", "_", "**", "`", "[x](y)", "![", "<b>", "</p>", "<script>", "&amp;", "&#49;", "{{", "}}", "{%", "{# x #}",
         "|", "\\", "\n", "#", "- ", "1. ", "> ", "{: .x}", "{#id}", '"', "'", "--", "...", "http://x", "<!--", "-->",
         "\u00a0", "é", "  ", "\n\n", "A"]
    ),
    min_size=1, max_size=12,
).map("".join)  # fmt: skip


@given(value=TYPED | MARKUP)
def test_any_text_prints_exactly_as_typed(value):
    """Whatever a term or a register holds, the visible text is that and nothing else."""
    book, library = _fixed(value)
    document = compose(library, "a.md", book, {}, "a")
    tree = html.fromstring(f"<div>{document.body}</div>")
    for data in tree.iter("data"):
        for line in data.iter("br"):
            line.tail = "\n" + (line.tail or "")
        assert data.text_content() == value
    words = re.sub(r"<data [^>]*>.*?</data>", "X", document.body, flags=re.DOTALL)
    assert words == '<h2 id="one">X</h2>\n<p>Dear X, “X” and <em>X</em></p>\n<ul>\n<li>X</li>\n</ul>'


def _fixed(value):
    shapes = {"company_name": Shape(Unit.TEXT, ())}

    class OneValue:
        def names(self):
            return shapes

        def rows(self, axis):
            raise KeyError(axis)

        def lookup(self, name, context):
            leaf = Leaf(name, name, Unit.TEXT, "", Where("term-sheet.yaml"))
            return Figure(name, (), Unit.TEXT, value, "", leaf)

    words = (
        '## {{ company_name }} {#one}\n\nDear {{ company_name }}, "{{ company_name }}" and *{{ company_name }}*\n\n'
        "- {{ company_name }}\n"
    )
    header = "---\ntitle: '{{ company_name }}'\naudience: holder\nevents: [commencement]\noffers: [exchange]\n"
    return OneValue(), Library({"a.md": Template("a.md", f"{header}layout: notice\n---\n{words}")})


def test_headings_are_numbered_and_listed_and_referred_to(library_of, book):
    body = """# Circular {#top}

<div class="contents-here"></div>

## Fee of {{ outstanding }} {#fee}

### Payment

See [](#fee), [](#payment-2), [here](#fee) and [](#table).

### Payment

## Notes {#notes .unnumbered}

### Rank {#rank}

<table id="table"><caption>Ranks</caption><tr><th>A</th></tr></table>

## Who may tender?
"""
    body = body.replace("### Payment\n\n## Notes", "### Payment {#payment-2}\n\n## Notes")
    document = compose(library_of(body, header=HEADER), "a.md", book, {}, "a")
    tree = html.fromstring(f"<div>{document.body}</div>")
    assert [(each.get("id"), each.text_content()) for each in tree.iter("h2", "h3")] == [
        ("fee", "1. Fee of $8,400,000"), ("payment", "1.1 Payment"), ("payment-2", "1.2 Payment"), ("notes", "Notes"),
        ("rank", "1.3 Rank"), ("who-may-tender", "2. Who may tender?"),
    ]  # fmt: skip
    nav = next(tree.iter("nav"))
    assert [each.text_content() for each in nav.iter("a")] == [
        "1. Fee of $8,400,000", "1.1 Payment", "1.2 Payment", "Notes", "1.3 Rank", "2. Who may tender?",
    ]  # fmt: skip
    assert next(nav.itersiblings(preceding=True)).tag == "h1"
    assert [each.text_content() for each in tree.iter("a") if each.get("class") == "ref"] == [
        "“Fee of $8,400,000”", "“Fee of $8,400,000\u00a0— Payment”", "“Ranks”",
    ]  # fmt: skip
    # A heading's figure is ticked wherever the heading is repeated, and the ticks are in the order of the body.
    assert [data.get("data-figure") for data in tree.iter("data")] == ["outstanding"] * 4
    assert [tick.address for tick in document.ticks] == ["outstanding"] * 4


def test_an_anchor_does_not_move_with_a_figure(library_of, book, book_of):
    library = library_of("## Fee of {{ outstanding }}\n")
    ids = [
        re.findall(r'id="([^"]+)"', compose(library, "a.md", each, {}, "a").body)
        for each in (book, book_of(outstanding=5))
    ]
    assert ids == [["fee-of"], ["fee-of"]]


def test_a_reference_to_words_that_are_not_printed(library_of, book):
    body = (
        "See [](#fee).\n\n{% if paid_in_full %}\n## Fee {#fee}\n{% endif %}\n\nSee [](#all).\n\n"
        '<section id="all">\n<p>Words</p>\n</section>\n'
    )
    with pytest.raises(RenderError) as caught:
        compose(library_of(body), "a.md", book, {}, "a")
    assert str(caught.value).split("\n") == [
        f'a.md:8: a reference leads to "fee", which is not printed here; {BOTH}',
        'a.md:14: a reference leads to "all", which has no title; write the words of the link, or lead to a heading',
    ]


def test_a_reference_in_an_included_file_is_told_with_its_line(library_of, book):
    files = {
        "fee.md": "{% if has_support %}\nWords, then more.\n\nSee [](#fee).\n{% endif %}\n",
        "b.md": "\n{% if paid_in_full %}\n## Fee {#fee}\n{% endif %}\n",
    }
    body = '## One {#one}\n\nOf {{ outstanding }}.\n\n{% include "fee.md" %}\n\n{% include "b.md" %}\n'
    with pytest.raises(RenderError) as caught:
        compose(library_of(body, files), "a.md", book, {}, "a")
    assert str(caught.value) == f'fee.md:4: a reference leads to "fee", which is not printed here; {BOTH}'


def test_a_reference_that_markdown_does_not_read(library_of, book):
    body = "## Fee {#fee}\n\n<ul>\n<li>See [](#fee).</li>\n</ul>\n"
    with pytest.raises(RenderError) as caught:
        compose(library_of(body), "a.md", book, {}, "a")
    assert str(caught.value) == (
        'a.md:11: the reference to "fee" stands within HTML, where [](…) is not read; write <a href="#fee"></a>'
    )


def test_an_anchor_made_of_a_heading_is_nobody_elses(library_of, book):
    body = '## Fee\n\n<p id="fee-2">Words</p>\n\n## Fee\n'
    ids = re.findall(r'id="([^"]+)"', compose(library_of(body), "a.md", book, {}, "a").body)
    assert ids == ["fee", "fee-2", "fee-3"]


IF_PRINTED = """## One {#one}

Words.<span class="if-printed"> See [](#fee).</span> More words.

<span class="if-printed">See [](#fee), of {{ outstanding }}.</span>

<ul>
<li class="if-printed"><a href="#fee"></a></li>
<li><a href="#one"></a></li>
</ul>

See [](#one).
{: .if-printed }

<section id="extra" class="if-printed">
<p>Only with the fee: <a href="#fee"></a>.</p>
</section>

<span class="if-printed">As [the extra](#extra) says.</span>

{% if has_support %}
## Fee {#fee}
{% endif %}
"""


def test_words_that_refer_to_a_part_go_with_it(library_of, book, book_of):
    """And words that refer to such words go with these."""
    with_it = compose(library_of(IF_PRINTED), "a.md", book, {}, "a")
    without = compose(library_of(IF_PRINTED), "a.md", book_of(has_support=False), {}, "a")
    assert with_it.body.count("“Fee”") == 4
    assert "the extra" in with_it.body
    assert [tick.address for tick in with_it.ticks] == ["outstanding"]
    assert [block.text.strip() for block in blocks(without.body)] == [
        "One",
        "Words. More words.",
        "“One”",
        "See “One”.",
    ]
    assert without.ticks == ()


def test_a_part_that_no_template_has_is_no_reason_to_leave_words_out(library_of, book):
    body = '## One\n\n<span class="if-printed">See [](#fees).</span>\n\nSee [](#other).\n'
    files = {"b.md": "## Fee {#fee}\n\n## Other {#other}\n\n## Fees {#fees-of-all}\n"}
    with pytest.raises(InputError) as caught:
        compose(library_of(body, files), "a.md", book, {}, "a")
    assert [str(each) for each in caught.value.problems] == [
        'a.md:10: nothing has the anchor "fees"; give a heading {#anchor}',
        (
            'a.md:12: the anchor "other" stands in b.md, which this document does not include; include that file, '
            'or put the words that refer to it into <span class="if-printed">'
        ),
    ]
    body = body.replace("#fees", "#fee").replace("\n\nSee [](#other).", "")
    assert [block.text for block in blocks(compose(library_of(body, files), "a.md", book, {}, "a").body)] == ["One"]


def test_citations_and_names_hold_together(library_of, book):
    literal = "literals: [{text: Rule 14e-1, count: 2, reason: rule}, {text: Form T-3, count: 1, reason: form}]"
    header = HEADER.replace("numbered: true", literal)
    body = "Under Rule\n14e-1 and *Rule 14e-1*, on Form T-3, by Mr. {{ company_name }}; a rule.\n"
    document = compose(library_of(body, header=header), "a.md", book, {}, "a")
    words = re.sub(r"<[^>]+>", "", document.body)
    assert (
        words
        == "Under Rule\u00a014e-1 and Rule\u00a014e-1, on Form\u00a0T-3, by Mr.\u00a0Amberline Corporation; a rule."
    )
    assert [(literal.text, count) for literal, count in document.literals()] == [("Rule 14e-1", 2), ("Form T-3", 1)]


def test_a_declared_number_that_a_figure_prints(library_of, book_of):
    header = HEADER.replace("numbered: true", "literals: [{text: Form 7, count: 1, reason: form}]")
    library = library_of("On Form 7, {{ company_name }}.\n", header=header)
    with pytest.raises(InputError) as caught:
        compose(library, "a.md", book_of(company_name="Form 7"), {}, "a")
    assert str(caught.value) == 'a.md:7: "Form 7" is what company_name prints; print the figure instead'


def test_signs_that_are_no_markup_here_stay_words(library_of, book):
    body = "    Indented, ~ticked~ words.\n\nQuoted \"words\" -- and 'more' --- it's so...\n"
    document = compose(library_of(body), "a.md", book, {}, "a")
    assert document.body == "<p>Indented, ~ticked~ words.</p>\n<p>Quoted “words” – and ‘more’ — it’s so…</p>"


def test_tables_say_what_their_heads_are_for(library_of, book):
    body = "| Item | Fee |\n|---|--:|\n| Cash | {{ outstanding }} |\n\n"
    body += "<table><tr><th>Cash</th><td>None</td></tr></table>\n"
    tree = html.fromstring(f"<div>{compose(library_of(body), 'a.md', book, {}, 'a').body}</div>")
    assert [(each.text, each.get("scope")) for each in tree.iter("th")] == [
        ("Item", "col"),
        ("Fee", "col"),
        ("Cash", "row"),
    ]
    assert [each.get("class") for each in tree.iter("td")] == [None, "number", None]


def test_blocks_say_where_the_figures_stand(library_of, book):
    body = "## Fee {#fee}\n\nOf {{ outstanding }} at {{ old_rate }}.\n\n"
    body += "| Item | Fee |\n|---|---|\n| Cash | {{ outstanding }} |\n"
    document = compose(
        library_of(body, header=HEADER.replace("contents: true", "contents: false")), "a.md", book, {}, "a"
    )
    found = [
        (
            block.place,
            block.text,
            [(block.text[each.start : each.end], each.address, each.tick) for each in block.spans],
        )
        for block in blocks(document.body)
    ]
    assert found == [
        ("heading 1", "1. Fee", [("1.", None, None)]),
        ("paragraph 1", "Of $8,400,000 at 9⅜%.", [("$8,400,000", "outstanding", 0), ("9⅜%", "old_rate", 1)]),
        ("table 1 row 1", "Item", []),
        ("table 1 row 1", "Fee", []),
        ("table 1 row 2", "Cash", []),
        ("table 1 row 2", "$8,400,000", [("$8,400,000", "outstanding", 2)]),
    ]
    assert list(document.places()) == [
        ("paragraph 1", "outstanding"), ("paragraph 1", "old_rate"), ("table 1 row 2", "outstanding"),
    ]  # fmt: skip


def test_the_same_words_twice_are_the_same_bytes(library_of, book):
    library = library_of("## Fee\n\n{{ outstanding }}\n", header=HEADER)
    assert compose(library, "a.md", book, {}, "a") == compose(library, "a.md", book, {}, "a")
