"""The built press release against the release that it reconstructs: the same figures, in order, and no other.

The source itself is not part of this repository. Its figures and names are facts, listed here as a reader
finds them; where the source lies beside the checkout, the list is held against it too.
"""

import re
from pathlib import Path

import pytest

from lexdocs.deal import open_deal
from lexdocs.notation.find import find
from lexdocs.resources import bundled_deals
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

SOURCE = Path(__file__).parents[2] / "shared" / "source" / "press-release-2001-08-06.txt"

FIGURES = """
12 3/4% | August 6, 2001 | August 2, 2001 | 12 3/4% | February 1, 2000
12 midnight, New York City time, on September 4, 2001 | $27,412,000 | August 1, 1999
December 31, 2004 | March 31 | June 30 | September 30 | December 31 | 14% | December 31, 2001 | 15% | August 1, 1999
$1,000 | $30 | 5.45 | $1,000 | August 1, 1999
three | one-third | one-third | September 30, 2001 | one-third | December 31, 2001
$2.273 | December 31, 2004 | 149,396 | 4,828,036 | 99% | four | 74.7%
1 | 2 | 3 | $274,000 | (212) 319-4657
""".replace("\n", " | ")

# What the source prints otherwise than it means, and why the reconstruction does not follow it.
ERRATA = {"December 31. 2001": ("December 31, 2001", "a period for the comma of the date")}
# Numbers of the source that are not figures of the offer.
FURNITURE = {"99.1": "number of the exhibit", "-1-": "page mark", "-2-": "page mark"}

# Each name, with the words that must stand near it: said of the same subject.
NAMES = [
    "Lexington Precision", "Lexington Precision Corporation", "LEXP", "OTC", "Senior Subordinated Notes", "Old Notes",
    "Increasing Rate Senior Subordinated Notes", "New Notes", "Wilmington Trust Company",
    "tabulating agent, depositary and exchange agent", "The Depository Trust Company",
    "automated tender offer program", "ATOP", "Warren Delano", "President",
]  # fmt: skip


def expected():
    return [each.strip() for each in FIGURES.split("|") if each.strip()]


@pytest.fixture(scope="module")
def release():
    deal = open_deal(bundled_deals()["lexington_2001"])
    words = write_words(deal, ["press-releases/commencement"])
    assert words.problems == ()
    (document,) = words.documents
    (text,) = (page for name, page in write_pages(deal, document, ["text"]).items() if name.endswith(".txt"))
    return body(str(text))


def body(text):
    """The text without page marks, legends and line breaks."""
    lines = [line for line in text.split("\n") if not re.fullmatch(r"\s*-\d+-\s*", line)]
    flat = " ".join(" ".join(lines).split())
    return re.sub(r"Specimen: .*? not an offer\. ?", "", flat)


def figures(text):
    """The figures of a text as a reader finds them, each in its printed form on one line."""
    return [" ".join(each.text.split()).strip("()") if each.text.strip("()").isdigit() else " ".join(each.text.split())
            for each in find(text)]  # fmt: skip


def test_the_same_figures_in_the_same_order_printed_the_same_way(release):
    assert figures(release) == expected()


def test_every_name_is_there(release):
    for name in NAMES:
        assert name in release, name


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("February 1, 2000", r"12 3/4% Senior Subordinated Notes, which (?:\w+ ){1,2}on February 1, 2000"),
        ("$27,412,000", r"Old Notes .{0,60}\$27,412,000"),
        ("August 1, 1999", r"interest .{0,40}since August 1, 1999"),
        ("14%", r"14% per annum .{0,80}consummation of the exchange to December 31, 2001"),
        ("15%", r"15% per annum"),
        ("$30", r"participation fee of \$30"),
        ("5.45", r"5\.45 shares of .{0,30}common stock"),
        ("one-third", r"one-third at consummation"),
        ("$2.273", r"\$2\.273 (?:a|per) share"),
        ("149,396", r"149,396 shares of common stock"),
        ("4,828,036", r"4,828,036 shares of common stock outstanding"),
        ("99%", r"at least 99% of the Old Notes"),
        ("four", r"four largest holders of the Old Notes"),
        ("$274,000", r"At most \$274,000.{0,140}holders who do not tender"),
        ("(212) 319-4657", r"Contact: Warren Delano, President,? \(212\) 319-4657"),
    ],
)
def test_each_figure_is_said_of_its_subject(release, figure, said):
    assert re.search(said, release), figure


def wordsof(text):
    """The words of a text in lower case, with each name and each figure as one mark."""
    text = re.sub(r"FOR IMMEDIATE RELEASE", "", text)
    for found in reversed(find(text)):
        text = f"{text[: found.start]} # {text[found.end :]}"
    for name in sorted(NAMES, key=len, reverse=True):
        text = re.sub(re.escape(name), " # ", text, flags=re.IGNORECASE)
    return re.findall(r"[a-z]+|#", text.lower())


def runs(words, length=9):
    """Every run of words of a length, but those that are chiefly names and figures."""
    found = (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
    return {run for run in found if run.count("#") <= 2}


def test_the_sentences_are_our_own(release):
    """No run of nine words is the source's."""
    if not SOURCE.exists():
        pytest.skip("the source release is not beside this checkout")
    assert runs(wordsof(release)) & runs(wordsof(body(SOURCE.read_text("utf-8")))) == set()


def test_the_list_is_what_the_source_says():
    if not SOURCE.exists():
        pytest.skip("the source release is not beside this checkout")
    text = SOURCE.read_text("utf-8")
    for erratum, (meant, _why) in ERRATA.items():
        assert text.count(erratum) == 1
        text = text.replace(erratum, meant)
    for furniture in FURNITURE:
        assert furniture in text
        text = text.replace(furniture, "")
    flat = body(text)
    assert figures(flat) == expected()
    for name in NAMES:
        assert name.lower() in flat.lower(), name
