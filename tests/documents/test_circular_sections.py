"""The sections of the offering circular follow the terms: what is given is there, and nothing points to the rest."""

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from lexdocs.checks.coverage import coverage
from lexdocs.deal import open_deal
from lexdocs.resources import bundled_deals, templates_folder
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

TINY = Path(__file__).parents[1] / "deals" / "tiny"
EXAMPLE = bundled_deals()["lexington_2001"]
CIRCULAR = "offering-circular/offering-circular"
ALWAYS = [
    "Important notices", "Forward-looking statements", "Questions and answers", "Summary of the terms", "Risk factors",
    "Use of proceeds", "Interest before and after the exchange", "The exchange offer", "Description of the New Notes",
    "Description of the warrants", "Comparison of the notes", "Holders who do not tender", "Certain tax considerations",
    "Index of defined terms",
]  # fmt: skip


def circular(deal):
    """The page of the circular, covered and without a stray mark of Markdown."""
    words = write_words(deal)
    assert words.problems == ()
    (document,) = [each for each in words.documents if each.header.template.startswith(CIRCULAR)]
    assert coverage(document).problems == ()
    tree = html.document_fromstring(str(next(iter(write_pages(deal, document, ["html"]).values()))))
    assert "{:" not in tree.text_content()
    anchors = {str(each) for each in tree.xpath("//@id")}
    for target in tree.xpath("//main//a/@href"):
        assert target.removeprefix("#") in anchors, target
    return tree


def text(tree):
    return " ".join(tree.text_content().split())


def chapters(tree):
    return [re.sub(r"^[\d.]+\s*", "", " ".join(each.text_content().split())) for each in tree.xpath("//h2")]


def contents(tree, *, deep=True):
    found = tree.xpath("//nav//a" if deep else "//nav/ol/li/a")
    return [re.sub(r"^[\d.]+\s*", "", " ".join(each.text_content().split())) for each in found]


@cache
def example():
    return circular(open_deal(EXAMPLE))


def edited(tmp_path, *pairs, templates=()):
    """The tiny deal with edits of its term sheet, and templates of its own."""
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    sheet = folder / "term-sheet.yaml"
    words = sheet.read_text("utf-8")
    for old, new in pairs:
        assert words.count(old) == 1, old
        words = words.replace(old, new)
    sheet.write_text(words, "utf-8")
    for name, said in templates:
        path = folder / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, "utf-8")
    return circular(open_deal(folder))


def test_every_section_of_the_example_in_order_and_in_the_contents():
    assert chapters(example()) == ALWAYS
    assert contents(example(), deep=False) == ALWAYS
    assert len(example().xpath("//h3")) > 15


def test_each_section_is_a_file_of_its_own():
    """Every chapter's heading stands in one file, and no file has two."""
    folder = templates_folder() / "offering-circular"
    parts = re.findall(r'include "offering-circular/(.+?)"', (folder / "offering-circular.md").read_text("utf-8"))
    headings = {part: re.findall(r"(?m)^## ", (folder / part).read_text("utf-8")) for part in parts}
    assert all(len(found) <= 1 for found in headings.values())
    assert sum(len(found) for found in headings.values()) == len(ALWAYS) + 2


def test_what_the_source_does_not_state_is_not_in_the_example():
    said = text(example())
    for absent in (
        "Transfer restrictions",
        "Guaranteed delivery",
        "guaranteed delivery",
        "subordinated to other debt",
        "3(a)(9)",
    ):
        assert absent not in said, absent
    assert "The date of that payment has not been set." in said


def test_the_safe_harbor_is_disclaimed():
    assert "safe harbor for forward-looking statements does not apply" in text(example())


def test_guaranteed_delivery_appears_with_its_term(tmp_path):
    offered = edited(
        tmp_path,
        ("  holder_level: beneficial\n", "  holder_level: beneficial\n  guaranteed_delivery: three\n"),
        ("agents:\n", "agents:\n  address: 7 Harbor Row, Duluth\n"),
    )
    assert "Guaranteed delivery" in contents(offered)
    assert "within three business days after the Expiration" in text(offered)
    assert len(offered.xpath("//a[@href='#guaranteed-delivery']")) == 3  # contents, question, procedure


EXEMPT = [
    ("3(a)(9)", "take, as a rule, the character of those that were given for them"),
    ("4(a)(2)/144A/Reg S", "qualified institutional buyer"),
    ("3(a)(10)", "after a hearing on the fairness of the exchange"),
    ("registered", "are registered under the Securities Act"),
    ("1145", "under a plan of reorganization in reliance on"),
]


@pytest.mark.parametrize(("exemption", "said"), EXEMPT)
def test_transfer_restrictions_are_those_of_the_exemption(tmp_path, exemption, said):
    found = edited(
        tmp_path, ("holdouts:\n", f'law:\n  exemption: "{exemption}"\n\nholdouts:\n'), ("        - holders\n", "")
    )
    assert chapters(found)[-2:] == ["Transfer restrictions", "Index of defined terms"]
    words = text(found)
    assert said in words
    assert not [
        other for name, other in EXEMPT if name != exemption and other in words.split("Transfer restrictions")[-1]
    ]
    unregistered = "The securities offered have not been registered under the Securities Act of 1933" in words
    assert unregistered == (exemption != "registered")


PROVISIONS = """  provisions:
    - name: redemption
      heading: Optional redemption
      text: The Company may redeem them at any time at their principal
      old: They could not be redeemed
    - name: law
      heading: Governing law
      text: The law of Minnesota
"""


def test_provisions_are_described_summarized_and_compared(tmp_path):
    found = edited(
        tmp_path,
        ("  covenants: broader\n", "  covenants: broader\n  subordinated: yes\n" + PROVISIONS),
        ("  cusip: 74838J AA 9\n", "  cusip: 74838J AA 9\n  subordinated: no\n"),
    )
    (compared,) = found.xpath("//table[contains(@class, 'compare')]")
    rows = {row[0].text_content(): [cell.text_content() for cell in row[1:]] for row in compared.iter("tr")}
    assert rows["Optional redemption"] == [
        "They could not be redeemed",
        "The Company may redeem them at any time at their principal",
    ]
    assert rows["Governing law"] == ["No provision is compared here", "The law of Minnesota"]
    assert rows["Ranking"] == ["Not subordinated", "Subordinated"]
    assert text(found).count("The law of Minnesota") == 3
    assert "They are subordinated to other debt." in text(found)
    assert "are subordinated, and stay so" not in text(found)


def test_a_deal_s_own_risks_of_the_company_stand_in_the_house_s(tmp_path):
    own = "### Risks of the Company {#risks-company}\n\n**Locks freeze.**\n{: .risk }\n\nBarges wait for the thaw.\n"
    found = edited(tmp_path, templates=[("offering-circular/risk-factors-company.md", own)])
    assert "Risks of the Company" in contents(found)
    assert "Barges wait for the thaw." in text(found)


def test_holders_who_are_not_paid_are_promised_nothing(tmp_path):
    promised = "will be paid the whole principal"
    assert promised in text(example())
    plain = circular(open_deal(TINY))
    assert promised not in text(plain)
    assert "has not undertaken to pay Existing Debentures that are not tendered" in text(plain)


def test_expenses_and_solicitation_are_told_where_they_are_given(tmp_path):
    assert "They receive nothing extra for that." in text(example())
    paid = edited(tmp_path, ("holdouts:\n", "law:\n  solicitation_fee: $5\n\nholdouts:\n"), ("        - holders\n", ""))
    assert "The Company pays $5 for each $2,500" in text(paid)
