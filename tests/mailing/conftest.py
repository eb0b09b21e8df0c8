"""What modules of tests ask for that make mailings: `pytest.mark.usefixtures("plates_once")`."""

import pytest

from tests.mailing.plates_once import laid_out_once


@pytest.fixture(scope="module")
def plates_once():
    with laid_out_once():
        yield
