"""Claims to the statutory safe harbor, in templates (tests/bad/templates/safe-harbor.md) and in terms."""

import pytest

from lexdocs.law.safe_harbor import claims

CLAIMS = [
    "Forward-looking statements are protected by the safe harbor.",
    "Forward looking statements\nare within the safe-harbour provisions.",
    "This release holds forward-looking statements. They are made under the safe harbor of the law.",
    "Statements within the meaning of the Private Securities Litigation Reform Act are made here.",
    "Statements within the meaning of Section 21E are made here, including but not limited to plans.",
    "The PSLRA protects us.",
    "The protection of the Reform Act of the statutory safe harbor is claimed.",
    "Safe Harbor Statement",
    "## Safe Harbor Statement\n\nThis release speaks of plans.",
    "## Safe Harbor\n\nThis release holds forward-looking statements.",
    "These statements come under the safe harbor.",
]
NO_CLAIMS = [
    "The safe harbor for forward-looking statements does not apply to statements made in this offer.",
    "The Private Securities Litigation Reform Act excludes tender offers.",
    "The safe harbor is not available for forward-looking statements in connection with a tender offer.",
    "We may not rely on the safe harbor for forward-looking statements.",
    "There is no safe harbor for forward-looking statements here.",
    "Ships find a safe harbor in winter.\n\nThis release holds forward-looking statements.",
    "This release holds forward-looking statements.",
    "The tax safe harbor for statements of account is met.",
    "The statutory safe harbor from withholding tax is met.",
    "Purchases are made within the safe harbor of Rule 10b-18, and statements of them are kept.",
    "This release holds forward-looking statements. Purchases come under the safe harbor of Rule 10b-18.",
    "## Safe harbor\n\nOf tax.\n\nThis release holds forward-looking statements.",
    "## Safe Harbor Statement\n\nThe safe harbor for forward-looking statements does not apply to this offer.",
    "The statutory safe harbor is not claimed.",
    "A safe harbor is used for new notes.",
]


@pytest.mark.parametrize("text", CLAIMS)
def test_a_claim(text):
    assert len(list(claims(text))) == 1


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_no_claim(text):
    assert not list(claims(text))


def test_a_claim_in_a_term(example):
    example.edit("  covenants: more restrictive", "  covenants: more restrictive, says the PSLRA")
    found = example.found()["safe harbor:new_covenants"]
    assert found.result == "not met"
    assert "term-sheet.yaml" in str(found)
