"""Broken templates and the exact messages that each must give.

A file under `tests/bad/templates/` is a template `a.md`, then any files that it includes (each behind a
line `==== name`), then, behind `==== says`, every message that counsel must see, in order.
"""

import re
from pathlib import Path

import pytest

from lexdocs.documents.document import compose
from lexdocs.documents.library import Library, Template
from lexdocs.documents.preflight import preflight
from lexdocs.errors import InputError

BAD = sorted((Path(__file__).parents[1] / "bad" / "templates").glob("*.md"))


def parts(path):
    body, *others = re.split(r"^==== (.+)\n", path.read_text("utf-8"), flags=re.MULTILINE)
    files = dict(zip(others[::2], others[1::2], strict=True))
    says = files.pop("says").splitlines()
    return Library({name: Template(name, text) for name, text in {"a.md": body, **files}.items()}), says


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_messages(path, book):
    library, says = parts(path)
    assert says
    assert [str(problem) for problem in preflight(library, "a.md", book)] == says


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_no_broken_template_becomes_a_document(path, book):
    library, says = parts(path)
    with pytest.raises(InputError) as caught:
        compose(library, "a.md", book, {}, "a")
    assert [str(problem) for problem in caught.value.problems] == says


def test_there_are_bad_templates():
    assert len(BAD) >= 45


@pytest.mark.parametrize("char", ["\ue000", "\ufffc", "\x07", "\U000f0000", "\ufffe"])
def test_characters_that_do_not_print(library_of, book, char):
    problems = preflight(library_of(f"Words.\n\nMore {char} words.\n"), "a.md", book)
    assert [str(each) for each in problems] == [f"a.md:10: the character U+{ord(char):04X} does not print; delete it"]


def test_what_is_right_is_passed(library_of, book):
    body = """## Conditions {#conditions}

"{{ company_name }}"'s notes (the "Notes"); {{ company_name }}'s fee, {{ maximum_warrants | words }}-fold; one share.

{! 14% was the rate of 2011 !}
{% if has_support and not (paid_in_full or has_legend is pending) %}
See [](#conditions), [above](#conditions) and <a href="#table">the table</a>, under Rule 14e-1.
{% elif accrual_end is pending %}
{{ outstanding | cents }}
{% else %}
{{ outstanding }}
{% endif %}

1. {{ record_date | iso }}
1. {{ aggregate_fee["all"] }}

<table id="table">
{% for participation in participations %}
{% for installment in installments %}
<tr><td colspan="2">{{ installment.aggregate_installment }}{% if not loop.last %};{% endif %}</td></tr>
{% endfor %}
{% endfor %}
</table>
"""
    header = (
        "---\ntitle: '{{ company_name }} under Rule 14e-1'\naudience: holder\nevents: [commencement]\n"
        "offers: [exchange]\nlayout: notice\nliterals: [{text: Rule 14e-1, count: 1, reason: rule citation}]\n---\n"
    )
    assert preflight(library_of(body, header=header), "a.md", book) == ()


def test_the_figures_of_a_holding_need_no_row_in_its_document(library_of, book):
    header = (
        "---\ntitle: '{{ holder_name }}'\naudience: holder\nevents: [commencement]\noffers: [exchange]\n"
        "layout: notice\nper: holding\n---\n"
    )
    body = (
        "{% for installment in installments %}\n{{ installment.holder_installment }} to {{ holder_name }}.\n"
        "{% endfor %}\n"
    )
    library = library_of(body, header=header)
    assert preflight(library, "a.md", book) == ()
    document = compose(library, "a.md", book, {"holding": "H-B"}, "a")
    assert document.title == "Birch & Sons"
    assert [tick.address for tick in document.ticks] == [
        "holder_installment[H-B,2012-07-02]", "holder_name[H-B]",
        "holder_installment[H-B,2013-01-02]", "holder_name[H-B]",
    ]  # fmt: skip
