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
from lexdocs.errors import InputError, RenderError

HEADER = "---\ntitle: Notice\naudience: holder\nevents: [commencement]\noffers: [exchange]\nlayout: notice\n---\n"
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


@pytest.mark.parametrize("char", ["\u00ad", "\u200b", "\u202e", "\u2066", "\ufeff"])
def test_characters_that_are_not_seen(library_of, book, char):
    problems = preflight(library_of(f"Words.\n\nMore {char}words.\n"), "a.md", book)
    what = f"a.md:10: the character U+{ord(char):04X} is not seen, and may set words in another order or part them"
    assert [str(each) for each in problems] == [f"{what}; delete it"]


@pytest.mark.parametrize("char", ["\0", "\x07", "\x1b", "\x7f", "\ufffe"])
def test_characters_that_do_not_print_in_a_header(library_of, book, char):
    library = library_of("Words.\n", header=HEADER.replace("layout: notice", f"layout: no{char}tice"))
    assert said(library, book) == [f"a.md:6: the character U+{ord(char):04X} does not print; delete it"]


def nested(opening, closing, depth):
    return opening * depth + "now" + closing * depth


@pytest.mark.parametrize(
    "body",
    [
        nested("{% if has_support %}", "{% endif %}", 1500),
        nested("{% if has_support %}\n", "{% endif %}\n", 100),
        nested("{% for installment in installments %}", "{% endfor %}", 19),
        "{% if " + nested("(", ")", 1500).replace("now", "has_support") + " %}now{% endif %}",
        "{% if " + "not " * 300 + "has_support %}now{% endif %}",
        "{% if " + "has_support and " * 1500 + "has_support %}now{% endif %}",
    ],
    ids=["conditions", "a hundred", "loops", "brackets", "not", "and"],
)
def test_words_nested_too_deeply(library_of, book, body):
    remedy = "put the inner parts into templates of their own, or leave conditions out"
    assert said(library_of(body), book) == [f"a.md: is nested too deeply; {remedy}"]
    title = HEADER.replace("Notice", f"'{body}'".replace("\n", ""))
    assert said(library_of("Words.", header=title), book) == [f"a.md: is nested too deeply; {remedy}"]


def test_words_nested_as_deeply_as_anyone_needs(library_of, book):
    body = nested("{% if has_support %}", "{% endif %}", 30) + nested(
        "{% for installment in installments %}", "{% endfor %}", 3
    )
    assert "now" in compose(library_of(body), "a.md", book, {}, "a").body


def test_templates_that_include_too_deeply(library_of, book):
    chain = {f"{number}.md": f'{{% include "{number + 1}.md" %}}' for number in range(500)}
    found = said(library_of('{% include "0.md" %}', {**chain, "500.md": "now"}), book)
    assert found == ['19.md:1: "20.md" is nested too deeply; include fewer templates within one another']


def test_a_header_nested_too_deeply(library_of, book):
    header = HEADER.replace("layout: notice", f"layout: {nested('[', ']', 500)}")
    assert said(library_of("Words.", header=header), book) == ["a.md:2: the header is nested too deeply; write it flat"]


def test_lists_nested_too_deeply_for_markdown(library_of, book):
    body = "\n".join("    " * depth + "- now" for depth in range(400))
    with pytest.raises(RenderError, match=r"^a\.md: is nested too deeply; write fewer lists"):
        compose(library_of(body), "a.md", book, {}, "a")


def test_a_key_that_is_a_list(library_of, book):
    library = library_of("Words.", header=HEADER.replace("---\ntitle", "---\n? [a, b]\n: c\ntitle"))
    assert said(library, book) == ["a.md:2: a list or a table stands where a key belongs; write lines like title: …"]


def said(library, book):
    """What preflight says, and a document refuses with."""
    found = [str(each) for each in preflight(library, "a.md", book)]
    with pytest.raises(InputError) as caught:
        compose(library, "a.md", book, {}, "a")
    assert [str(each) for each in caught.value.problems] == found
    return found


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
