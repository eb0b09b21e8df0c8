"""The index of defined terms: in the order of the alphabet, with section and link, its figures ticked."""

from lxml import html

from lexdocs.checks.coverage import coverage
from lexdocs.documents.document import compose

HEADER = "---\ntitle: Notice\naudience: holder\nevents: [commencement]\noffers: [exchange]\nlayout: notice\n---\n"

BODY = """## Offer {#offer}

{{ company_name }} (the "Company") makes an offer (the "Exchange Offer") at (the "{{ address }}").

### Fee

- The "accrual" is none; the "Accrual" is {{ record_date }}.

{% if paid_in_full %}
An end (the "End").
{% endif %}

## Index {#index}

<div class="index-here"></div>
"""


def test_terms_stand_in_order_with_their_sections(library_of, book):
    written = compose(library_of(BODY), "a.md", book, {}, "a")
    tree = html.fragment_fromstring(written.body, create_parent="div")
    (index,) = [each for each in tree.iter("div") if "term-index" in each.classes]
    assert [tuple(each.text_content() for each in item) for item in index.iter("li")] == [
        ("Accrual", "Fee"), ("Company", "Offer"), ("Exchange Offer", "Offer"), ("Quay HouseHarbor Road", "Offer"),
    ]  # fmt: skip
    assert [link.get("href") for link in index.iter("a")] == [
        "#term-accrual", "#term-company", "#term-exchange-offer", "#term-address",
    ]  # fmt: skip
    terms = {each.get("id"): each.text_content() for each in tree.iter("span") if "term" in each.classes}
    assert terms == {
        "term-company": "“Company”", "term-exchange-offer": "“Exchange Offer”",
        "term-address": "“Quay HouseHarbor Road”",
        "term-accrual": "“Accrual”",
    }  # fmt: skip
    assert [tick.address for tick in written.ticks] == ["company_name", "address", "record_date", "address"]


def test_without_an_index_nothing_is_marked(library_of, book):
    body = BODY.partition("## Index")[0]
    assert "term" not in compose(library_of(body), "a.md", book, {}, "a").body


def test_the_number_of_a_section_does_not_stand_against_the_term(library_of, book):
    """Coverage reads the index as a stranger does, and finds no number without a proof."""
    header = HEADER.replace("---\n", "---\nnumbered: true\n", 1)
    written = compose(library_of(BODY, header=header), "a.md", book, {}, "a")
    tree = html.fragment_fromstring(written.body, create_parent="div")
    sections = [each.text_content() for each in tree.iter("span") if "term-section" in each.classes]
    assert sections == ["Fee", "Offer", "Offer", "Offer"]
    assert [each.text_content() for each in tree.iter("h2")] == ["1. Offer", "2. Index"]
    assert coverage(written).problems == ()
