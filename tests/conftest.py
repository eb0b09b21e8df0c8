"""Mailings of tests compare no sample with the long way, which takes as long as all else; those that ask for one do."""

import pytest

from lexdocs.mailing import sampling


@pytest.fixture(scope="session", autouse=True)
def _no_sample():
    patch = pytest.MonkeyPatch()
    patch.setattr(sampling, "LEAST", 0)
    yield
    patch.undo()
