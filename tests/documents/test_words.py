"""Rendering: marks, loops, pending figures, and what the sandbox refuses when preflight is passed over."""

import pytest

from lexdocs.documents.document import compose
from lexdocs.documents.marks import Marker, filled
from lexdocs.documents.words import environment, render
from lexdocs.errors import InputError, RenderError, Where

COMPUTES = '"outstanding" is a figure: templates print, and do not compute or compare'


def said(library, book, row=None):
    """The words of `a.md` with plain values in place of the marks, without preflight."""
    marker = Marker(book, Where("a.md"))
    words = render(environment(library).get_template("a.md"), row or {}, marker)
    marker.refuse_pending()
    return filled(words, lambda number: marker.ticks[number].plain).strip()


def test_values_and_styles(library_of, book):
    body = (
        "{{ company_name }} owes {{ outstanding }}, {{ outstanding | cents }}, at {{ old_rate }} "
        "to {{ supporting_holders | words }}."
    )
    assert said(library_of(body), book) == "Amberline Corporation owes $8,400,000, $8,400,000.00, at 9 3/8% to three."


def test_loops_inside_loops_add_their_rows(library_of, book):
    body = (
        "{% for participation in participations %}{% for installment in installments %}"
        "{{ installment.aggregate_installment }}{% if not loop.last %} and {% endif %}{% endfor %}; {% endfor %}"
    )
    assert said(library_of(body), book) == "$84,000 and $84,001; $80,000 and $80,001;"


def test_a_label_chooses_the_row_that_a_loop_leaves_open(library_of, book):
    body = (
        '{% for installment in installments %}{{ installment.aggregate_installment["minimum"] }} {% endfor %}'
        '{{ aggregate_fee["all"] }}'
    )
    assert said(library_of(body), book) == "$80,000 $80,001 $168,000"


def test_a_row_can_be_used_in_an_included_file(library_of, book):
    body = '{% for installment in installments %}{% include "b.md" %} {% endfor %}'
    assert said(library_of(body, {"b.md": "On {{ installment.installment_date }}.\n"}), book) == (
        "On July 2, 2012. On January 2, 2013."
    )


def test_flags_and_pending(library_of, book):
    body = (
        "{% if has_support %}A{% endif %}{% if paid_in_full %}B{% else %}C{% endif %}"
        "{% if consummation_date is pending %}D{% else %}{{ consummation_date }}{% endif %}"
    )
    assert said(library_of(body), book) == "ACD"


def test_a_pending_figure_is_told_with_its_line_unless_another_file_prints_it(library_of, book):
    body = '{% if accrual_end is pending %}Open.{% endif %}\n\n{% include "b.md" %}\n\nDue {{ accrual_end }}.\n'
    with pytest.raises(RenderError) as caught:
        compose(library_of(body, {"b.md": "On {{ consummation_date }}.\n"}), "a.md", book, {}, "a")
    assert [str(problem).partition(" is")[0] for problem in caught.value.problems] == [
        "a.md: consummation_date", "a.md:12: accrual_end",
    ]  # fmt: skip


def test_all_pending_figures_are_named_at_once(library_of, book):
    body = (
        "{{ consummation_date }}, {{ accrual_end }}, {{ record_date }}, {{ consummation_date }}, "
        "{% if has_legend %}x{% endif %} {% for period in periods %}{{ period.period_start }} {% endfor %}"
    )
    with pytest.raises(RenderError) as caught:
        compose(library_of(body), "a.md", book, {}, "a")
    assert [str(problem) for problem in caught.value.problems] == [
        f"a.md:8: {name} is pending; fix or assume offer.consummation_date"
        for name in ("consummation_date", "accrual_end", "has_legend", "period")
    ]


def test_a_pending_figure_in_a_branch_not_taken_does_not_matter(library_of, book):
    assert (
        compose(library_of("A{% if paid_in_full %} {{ accrual_end }}{% endif %}"), "a.md", book, {}, "a").body
        == "<p>A</p>"
    )


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{% if outstanding %}{% endif %}", '"outstanding" is not a flag: if asks flags and "is pending" only'),
        ("{% if installments %}{% endif %}", '"installments" are rows: if asks flags and "is pending" only'),
        ("{{ outstanding + 1 }}", COMPUTES),
        ("{{ 1 + outstanding }}", COMPUTES),
        ("{% if outstanding == 1 %}{% endif %}", COMPUTES),
        ("{% if outstanding > 1 %}{% endif %}", COMPUTES),
        ("{% for x in outstanding %}{% endfor %}", COMPUTES),
        ('{{ outstanding ~ "x" }}', COMPUTES),
        ("{{ 7 * 7 }}", "templates print figures only"),
        ("{{ installments }}", "templates print figures only"),
        ("{{ 'x' | cents }}", "| cents is a print style, and only figures are printed in one"),
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{{ holder_name }}", "no row is known for 'holding'"),
        ('{{ outstanding["all"] }}', '"outstanding" has no row to choose here: leave out ["all"]'),
    ],
)  # fmt: skip
def test_the_sandbox_refuses_by_itself(library_of, book, body, message):
    with pytest.raises(RenderError) as caught:
        said(library_of(f"Words.\n\n{body}\n"), book)
    assert str(caught.value) == f"a.md:10: {message}"


@pytest.mark.parametrize(
    "body",
    [
        "{{ outstanding.__class__ }}", "{{ outstanding._refuse }}", "{{ outstanding.marker }}",
        "{{ outstanding.name }}", "{{ installments.marker }}", "{{ range(3) }}", "{{ self }}", "{{ lipsum() }}",
        "{{ outstanding.figure() }}",
        "{% for installment in installments %}{{ installment.__init__ }}{% endfor %}", "{{ cycler }}",
        "{{ namespace() }}", "{{ outstanding() }}", '{{ outstanding["marker"] }}',
        "{% for installment in installments %}{{ loop.cycle(outstanding, old_rate) }}{% endfor %}",
        "{% for installment in installments %}{{ installment._marker }}{{ installment._row }}{% endfor %}",
        "{% for installment in installments %}{{ installment.marker.book }}{% endfor %}", "{{ ''.__class__ }}",
    ],
)  # fmt: skip
def test_nothing_but_figures_can_be_reached(library_of, book, body):
    with pytest.raises(RenderError):
        said(library_of(body), book)
    with pytest.raises(InputError):
        compose(library_of(body), "a.md", book, {}, "a")


@pytest.mark.parametrize("char", ["\ue000\ue010\ue001", "\x00", "\x0b", "\ufffe", "\ud800"])
def test_a_value_with_a_mark_in_it_is_refused(library_of, book_of, char):
    with pytest.raises(RenderError) as caught:
        compose(library_of("{{ company_name }}"), "a.md", book_of(company_name=f"A{char}"), {}, "a")
    assert str(caught.value) == (
        f"a.md: company_name holds the character U+{ord(char[0]):04X}, which does not print; "
        "write it in printing characters only"
    )
