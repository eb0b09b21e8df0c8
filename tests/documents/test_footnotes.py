"""Footnotes: numbered in the order of their calls, in tables by letters, ticked within."""

import re

import pytest
from lxml import html

from lexdocs.checks.coverage import coverage
from lexdocs.documents.document import compose
from lexdocs.documents.visible import blocks
from lexdocs.errors import RenderError
from lexdocs.outputs.html import for_paper, page
from lexdocs.outputs.text import text

BODY = """## Offer {#offer}

### Fee {#fee}

Paid {{ outstanding }}[^b] as of {{ record_date }}[^a], and see [](#table).

[^a]: The date {{ record_date | iso }}, *not* another; see [](#fee),
    on "more" lines.
[^b]: Of {{ company_name }}.
[^c]: Rounded.

<table id="table">
<caption>Fees[^c]</caption>
<tr><th>Fee[^b]</th><td>{{ outstanding }}</td></tr>
<tr><th>Other[^c]</th><td>{{ maximum_warrants }}</td></tr>
</table>

Again[^b].
"""


@pytest.fixture
def written(library_of, book):
    return compose(library_of(BODY), "a.md", book, {}, "a")


def tree_of(document):
    return html.fragment_fromstring(document.body, create_parent="div")


def test_marks_follow_the_order_of_the_calls(written):
    tree = tree_of(written)
    calls = [(each.text_content(), each.get("href"), each.get("id")) for each in tree.iter("a") if each.classes]
    assert [each for each in calls if "note" in each[1]] == [
        ("1", "#note-b", "call-b"), ("2", "#note-a", "call-a"),
        ("a", "#note-c", "call-c"), ("b", "#note-b-2", "call-b-2"),
        ("a", "#note-c", None), ("1", "#note-b", None),
    ]  # fmt: skip
    assert [(each.get("id"), each.text_content()) for each in tree.iter("p") if "note" in each.classes] == [
        ("note-c", "a Rounded."), ("note-b-2", "b Of Amberline Corporation."),
        ("note-b", "1 Of Amberline Corporation."),
        ("note-a", "2 The date 2012-05-04, not another; see “Offer\u00a0— Fee”, on “more” lines."),
    ]  # fmt: skip
    assert next(tree.iter("table")).getnext().get("class") == "notes table-notes"
    assert tree[-1].tag == "section"


def test_a_note_leads_back_to_its_call(written):
    tree = tree_of(written)
    ids = {each.get("id") for each in tree.iter() if each.get("id")}
    links = [each.get("href")[1:] for each in tree.iter("a")]
    assert set(links) <= ids
    assert [each.get("href") for each in tree.iter("a") if "note-mark" in each.classes] == [
        "#call-c", "#call-b-2", "#call-b", "#call-a",
    ]  # fmt: skip


def test_a_title_that_is_repeated_leaves_its_note_behind(written):
    (reference,) = [each for each in tree_of(written).iter("a") if each.get("href") == "#table"]
    assert reference.text_content() == "“Fees”"


def test_figures_in_notes_are_ticked_and_covered(written):
    assert [tick.address for tick in written.ticks] == [
        "outstanding", "record_date", "outstanding", "maximum_warrants", "company_name", "company_name", "record_date",
    ]  # fmt: skip
    found = coverage(written)
    assert (found.ticked, found.problems) == (5, ())
    assert "Paid $8,400,000 as of May\u00a04, 2012, and see “Fees”." in [block.text for block in blocks(written.body)]


def test_on_paper_a_note_goes_with_its_first_call(written):
    paper = for_paper(page(written, css=""), "")
    assert '<section class="notes"' not in paper
    assert re.findall(r'(\w*)<span class="footnote" id="([^"]+)">', paper.replace("</a>", "")) == [
        ("1", "note-b"), ("2", "note-a"),
    ]  # fmt: skip
    assert paper.count("Of Amberline Corporation.") == 2  # the other one stands under the table
    without = re.compile(r"<[^>]+>|\s")
    both = (sorted(without.sub("", each.partition("<main>")[2])) for each in (paper, page(written, css="")))
    assert next(both) == next(both)


def test_in_plain_text_marks_stand_in_brackets(written):
    plain = " ".join(text(written.body).split())
    assert "Paid $8,400,000[1] as of May 4, 2012[2], and see" in plain
    assert "[a] Rounded. [b] Of Amberline Corporation. Again[1]. [1] Of Amberline Corporation. [2] The date" in plain


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (
            "Words[^a].\n\n{% if paid_in_full %}\n[^a]: Fee.\n{% endif %}\n",
            'a.md:8: the footnote "a" is called, and its words are not printed here; print both or neither',
        ),
        (
            "{% if paid_in_full %}\nWords[^a].\n{% endif %}\n\n[^a]: Fee.\n",
            'a.md:12: the footnote "a" is printed, and nothing calls it here; print both or neither',
        ),
        (
            'Words[^a].\n\n{% include "b.md" %}\n\n[^b]: More.\n\n[^a]: Fee.\n',
            'b.md:2: the footnote "b" is called in a heading; call it in the words beneath',
        ),
        (
            "Words[^a], words[^b].\n\n[^b]: More.\n\n[^a]: Fee[^b].\n",
            'a.md:12: the footnote "a" calls the footnote "b"; write what it says into the first',
        ),
    ],
)
def test_what_cannot_be_printed_is_told_with_its_line(library_of, book, body, says):
    with pytest.raises(RenderError) as caught:
        compose(library_of(body, {"b.md": "\n## Terms[^b]\n"}), "a.md", book, {}, "a")
    assert str(caught.value) == says


def test_a_note_whose_call_is_left_out_is_left_out(library_of, book):
    body = (
        '## One {#one}\n\nWords.<span class="if-printed"> See [](#fee)[^a].</span>\n\n[^a]: Fee.\n\n'
        "{% if paid_in_full %}\n## Fee {#fee}\n{% endif %}\n"
    )
    written = compose(library_of(body), "a.md", book, {}, "a")
    assert [block.text for block in blocks(written.body)] == ["One", "Words."]
