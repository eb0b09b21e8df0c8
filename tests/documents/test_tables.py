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


@pytest.mark.parametrize(("body", "line", "has", "head"), [(TYPED, 13, 2, 3), (MARKED, 12, 1, 2)])
def test_a_row_that_a_choice_makes_too_short_is_told_where_it_is_printed(library_of, book, body, line, has, head):
    assert preflight(library_of(body), "a.md", book) == ()
    with pytest.raises(InputError) as caught:
        compose(library_of(body), "a.md", book, {}, "a")
    (said,) = map(str, caught.value.problems)
    cells = "1 cell" if has == 1 else f"{has} cells"
    assert said.partition(": ")[2].startswith(f"this row has {cells}, and the head of its table {head} cells; ")
    assert said.startswith(f"a.md:{line}: ")


def test_rows_of_both_arms_stand_each_under_its_own_head(library_of, book_of):
    for has_support in (True, False):
        body = MARKED.replace("<tr><td>{{ record_date }}</td></tr>\n", "")
        book = book_of(has_support=has_support)
        assert "Holder" in compose(library_of(body), "a.md", book, {}, "a").body


def test_a_reference_that_is_not_read_is_told_where_it_stands(library_of, book):
    """The first that leads there stands in a file without fault."""
    body = '## Tax {#tax}\n\nSee [](#tax).\n\n{% include "own.md" %}\n'
    own = "Words; see [](#tax).\n\n<table><tr><td>See [](#tax)</td></tr></table>\n\nAnd [](#tax).\n"
    with pytest.raises(RenderError) as caught:
        compose(library_of(body, {"own.md": own}), "a.md", book, {}, "a")
    what = 'the reference to "tax" stands within HTML, where [](…) is not read; write <a href="#tax"></a>'
    assert [str(each) for each in caught.value.problems] == [f"own.md:3: {what}"]
