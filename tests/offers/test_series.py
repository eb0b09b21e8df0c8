"""Series of notes: identifiers whose check digits hold."""

import pytest

from lexdocs.notation.error import NotationError
from lexdocs.offers.series import check_isin

# Worked examples of ISO 6166 in common use; the last digits follow by the doubling of every other digit.
SOUND = ["US0378331005", "US5949181045", "GB0002634946"]


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_isin_is_read(text):
    assert check_isin(text) == text


@pytest.mark.parametrize("text", SOUND)
def test_another_last_digit_is_refused(text):
    for digit in set("0123456789") - {text[-1]}:
        with pytest.raises(NotationError, match="check digit"):
            check_isin(text[:-1] + digit)


@pytest.mark.parametrize("text", ["0378331005", "US03783310055", "us-0378331005"])
def test_what_has_not_the_form_is_refused(text):
    with pytest.raises(NotationError, match="is not an ISIN"):
        check_isin(text)
