"""Rows are held to the head of their table where a choice makes them, too: as far as they are printed."""

import pytest

from lexdocs.documents.document import compose
from lexdocs.documents.preflight import preflight
from lexdocs.errors import InputError, RenderError

TYPED = """| Holder | Fee |{% if has_support %} Paid |{% endif %}

|---|---|{% if has_support %}---|{% endif %}

{% for installment in installments %}
| x | y |{% if installment.installment_first %} z |{% endif %}

{% endfor %}
"""
MARKED = """<table>
{% if has_support %}<tr><th colspan="2">Holder</th></tr>{% else %}<tr><th>Holder</th></tr>{% endif %}

<tr><td>x</td>{% if has_support %}<td>y</td>{% endif %}</tr>
<tr><td>{{ record_date }}</td></tr>
</table>
"""


@pytest.mark.parametrize(
    ("body", "line", "has", "head"),
    [(TYPED, 13, 2, "head of its table 3"), (MARKED, 12, 1, "first row of its table 2")],
)
def test_a_row_that_a_choice_makes_too_short_is_told_where_it_is_printed(library_of, book, body, line, has, head):
    assert preflight(library_of(body), "a.md", book) == ()
    with pytest.raises(InputError) as caught:
        compose(library_of(body), "a.md", book, {}, "a")
    (said,) = map(str, caught.value.problems)
    cells = "1 cell" if has == 1 else f"{has} cells"
    assert said.partition(": ")[2].startswith(f"this row has {cells}, and the {head} cells; ")
    assert said.startswith(f"a.md:{line}: ")


def test_rows_of_both_arms_stand_each_under_its_own_head(library_of, book_of):
    for has_support in (True, False):
        body = MARKED.replace("<tr><td>{{ record_date }}</td></tr>\n", "")
        book = book_of(has_support=has_support)
        assert "Holder" in compose(library_of(body), "a.md", book, {}, "a").body


WITHIN = """<table class="facts"><tbody>
<tr><th scope="row">Outer</th><td><table class="ledger"><thead><tr><th>a</th><th>b</th><th>c</th></tr></thead>
<tbody><tr><td>x</td><td>y</td><td>z</td></tr>
<tr><td>x</td><td>y</td></tr></tbody></table></td></tr>
<tr><th scope="row">Next</th><td>words</td></tr>
<tr><th scope="row">Last</th></tr>
</tbody></table>
"""


def test_a_table_within_a_cell_is_held_to_its_own_head(library_of, book):
    """And the rows around it to theirs."""
    found = [str(each) for each in preflight(library_of(WITHIN), "a.md", book)]
    lines = [each.partition(": ") for each in found]
    assert [said.partition(";")[0] for _, _, said in lines] == [
        "this row has 2 cells, and the head of its table 3 cells",
        "this row has 1 cell, and the first row of its table 2 cells",
    ]
    first, last = (int(where.rsplit(":", 1)[1]) for where, _, _ in lines)
    assert last - first == 2


def test_a_reference_that_is_not_read_is_told_where_it_stands(library_of, book):
    """The first that leads there stands in a file without fault."""
    body = '## Tax {#tax}\n\nSee [](#tax).\n\n{% include "own.md" %}\n'
    own = "Words; see [](#tax).\n\n<table><tr><td>See [](#tax)</td></tr></table>\n\nAnd [](#tax).\n"
    with pytest.raises(RenderError) as caught:
        compose(library_of(body, {"own.md": own}), "a.md", book, {}, "a")
    what = 'the reference to "tax" stands within HTML, where [](…) is not read; write <a href="#tax"></a>'
    assert [str(each) for each in caught.value.problems] == [f"own.md:3: {what}"]
