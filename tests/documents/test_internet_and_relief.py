"""Where the documents of an offer can be had, and what tenders may be withdrawn under the letter of 2015."""

import pytest

from tests.documents.series_variants import COMMENCED, moved, said

ADDRESS = "https://www.example.com/offer-2016"
TOLD = f"The documents of the offer can be had at {ADDRESS}."
PAPERS = {
    "ferry": (
        "press-releases/tender-commencement", "notices/tender-commencement", "offer-to-purchase/offer-to-purchase",
        "current-reports/tender-current-report",
    ),
    "windrow": (
        "press-releases/series-commencement", "notices/series-commencement",
        "offering-circular/series-offering-circular", "current-reports/series-current-report",
    ),
    "tiny": (
        "press-releases/commencement", "notices/commencement", "offering-circular/offering-circular",
        "current-reports/current-report",
    ),
}  # fmt: skip
BEGUN = {**COMMENCED, "tiny": "2012-06-11"}
TELEPHONES = {"ferry": "(360) 555-0118", "windrow": "(315) 555-0162", "tiny": "(218) 555-0177"}
LETTER = ("\nholders:\n", "\nlaw:\n  relief: no-action letter of January 23, 2015\n\nholders:\n")
IRREVOCABLE = ("  withdrawal_deadline: 5:00 p.m., New York City time, on June 17, 2016\n", "  withdrawable: no\n")
UNTIL_THE_END = (IRREVOCABLE[0], "  withdrawable: yes\n")
AGAIN = "If the offer has not been completed by August 30, 2016, tenders may be withdrawn again after that day"
LEAST = "If the offer is extended, tenders may be withdrawn until June 20, 2016 at least."


@pytest.mark.parametrize("name", PAPERS)
def test_papers_of_the_commencement_say_where_the_documents_can_be_had(name, tmp_path):
    line = f"  telephone: {TELEPHONES[name]}\n"
    folder = moved(name, tmp_path / "with", (line, f"{line}  internet: {ADDRESS}\n"))
    for paper, text in said(folder, BEGUN[name], *PAPERS[name]).items():
        assert TOLD in text, paper
    for paper, text in said(moved(name, tmp_path / "without"), BEGUN[name], *PAPERS[name]).items():
        assert "can be had at" not in text, paper


@pytest.mark.parametrize(
    ("edits", "least", "again"),
    [
        ((LETTER,), True, True),
        ((LETTER, UNTIL_THE_END), False, True),
        ((LETTER, IRREVOCABLE), False, False),
        ((), False, False),
    ],
)
def test_an_offer_under_the_letter_says_when_tenders_may_be_withdrawn_again(edits, least, again, tmp_path):
    paper = PAPERS["ferry"][2]
    text = said(moved("ferry", tmp_path, *edits), BEGUN["ferry"], paper)[paper]
    assert (LEAST in text) == least
    assert (AGAIN in text) == again
