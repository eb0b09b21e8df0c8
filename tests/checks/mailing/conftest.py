"""A mailing in both forms that the tests of its witness copy and spoil."""

import json
import shutil

import pytest

from lexdocs.mailing import cutting
from lexdocs.mailing.assembling import Assembly
from lexdocs.mailing.mail import Asked, mail
from lexdocs.resources import bundled_deals
from tests.mailing.folders import change

EXAMPLE = bundled_deals()["lexington_2001"]


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A mailing in both forms: one holder has letters that no plate will do for, and one letters of no font."""
    folder = tmp_path_factory.mktemp("verify")
    deal = folder / "lexington_2001"
    shutil.copytree(EXAMPLE, deal)
    change(deal / "register.csv", "Harbor Light Income Fund", "Harbor Light Income Fund of the \ufb01rst")
    change(deal / "register.csv", "Tamsin Achterberg", "Tamsin \U00013000")
    patch = pytest.MonkeyPatch()
    patch.setattr(cutting, "MEAN", 4)
    put_together = Assembly.stream
    order: list[str] = []

    def stream(assembly, segments):
        known = list(segments)
        order[:] = [path.name for path in known]
        return put_together(assembly, known)

    patch.setattr(Assembly, "stream", stream)
    mailed = mail(Asked(deal, folder / "out", pages_per_file=9, each=True))
    patch.undo()
    (folder / "order.json").write_text(json.dumps(order))
    assert (mailed.control.stamped, len(mailed.control.rendered), len(mailed.control.failed)) == (10, 1, 1)
    return folder / "out"


@pytest.fixture
def out(made, tmp_path):
    shutil.copytree(made, tmp_path / "out", ignore=shutil.ignore_patterns(".kept"))
    return tmp_path / "out"


@pytest.fixture
def whole(made, tmp_path):
    """The mailing with all that is kept of it, and its deal beside it."""
    shutil.copytree(made.parent, tmp_path / "whole")
    return tmp_path / "whole"
