"""A page is held against its text form, nils of a table that has no room for its columns among them."""

from lexdocs.checks.mutation.pages import read_page
from lexdocs.checks.mutation.plain_text import differing
from lexdocs.outputs.text import text

LONG = ("A name of new notes that has no room on a line " * 3, "Another name of notes " * 6)
HEADS = "".join(f'<th scope="col" class="number">{head}</th>' for head in LONG)
BODY = (
    f'<p>Words</p><table><thead><tr><th scope="col">Series</th>{HEADS}</tr></thead><tbody><tr><th scope="row">One</th>'
    '<td class="number">—</td><td class="number">5</td></tr></tbody></table><p>End</p>'
)


def found(said):
    page = read_page(f"<title>T</title><header></header><main>{BODY}</main>")
    return [finding.says for finding in differing("a.md", page, said)]


def test_a_nil_on_a_line_of_its_own_is_no_rule():
    said = text(BODY)
    assert "\n\n           --\n\n" in said
    assert found(said) == []
    assert found(said.replace("           --\n\n", "")) == ["its text form does not say “—”"]


def test_the_mark_of_an_item_is_no_word_of_it():
    """Of a list that is counted, and of one that is not, with a list within its item."""
    body = "<p>Whether:</p><ol><li>one</li><li>two</li></ol><ul><li>more<ul><li>within</li></ul></li></ul><p>End</p>"
    page = read_page(f"<title>T</title><header></header><main>{body}</main>")
    assert list(differing("a.md", page, text(body))) == []
