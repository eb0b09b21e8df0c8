"""A name that has room by a hair, or by a hair has none, is broken as the printer breaks it."""

import random
import string

import pytest

from lexdocs.mailing import sampling, stamping
from lexdocs.mailing.breaking import SURE, broken
from lexdocs.mailing.mail import Asked, mail
from tests.mailing.fictional import lay_out_deal, varied

pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]
LETTERS = string.ascii_letters + string.digits + "&.,-éüß"
NEAR = 0.02  # pixels: of a letter of about seven


@pytest.mark.parametrize("count", [5, pytest.param(150, marks=pytest.mark.soak)])
def test_names_that_nearly_fit_are_stamped_as_the_printer_breaks_them(tmp_path, monkeypatch, count):
    plain = next(row for row in varied(60) if row[9] == row[8] and not row[11])
    # The room of a name, from the widths by which a mailing knows it.
    widths = _widths(lay_out_deal(tmp_path / "first" / "lexington_2001", [_named(plain, 0, "W" * 40)]), monkeypatch)
    chance = random.Random(20010806)  # noqa: S311  nothing secret: the same names each time
    names = [_near(widths, chance) for _ in range(count)]
    assert any(_over(widths, name) > 0 for name in names)
    assert any(_over(widths, name) < 0 for name in names)
    rows = [_named(plain, number, name) for number, name in enumerate(names)]
    monkeypatch.setattr(sampling, "MOST", count)
    made = mail(Asked(lay_out_deal(tmp_path / "lexington_2001", rows), tmp_path / "out", sample=count)).control
    unsure = [name for name in names if abs(_over(widths, name)) < SURE]
    assert len(made.rendered) == len(unsure) < count / 2
    assert len(made.sample.holders) == made.stamped == count - len(unsure)
    assert not made.sample.apart


def _named(row, number, name):
    return (f"N-{number:04}", name, *row[2:])


def _widths(folder, monkeypatch):
    found = []
    with monkeypatch.context() as patch:

        def seen(text, shape, slot):
            found.append((shape, slot))
            return broken(text, shape, slot)

        patch.setattr(stamping, "broken", seen)
        mail(Asked(folder, folder.parent / "out"))
    return next(shape.widths[shape.lines_of(slot)[0]] for shape, slot in found if slot.figure == "holder_name")


def _over(widths, text):
    """By how much a text is wider than its room, in pixels."""
    return widths.of(text) + widths.fixed - widths.room


def _near(widths, chance):
    """Words of chance that are as wide as their room, nearly."""
    while True:
        text = ""
        while _over(widths, text) < -NEAR:
            text += "".join(chance.choices(LETTERS, k=chance.randint(1, 9))) + " " * (chance.random() < 0.8)
        text = text.rstrip()
        if abs(_over(widths, text)) <= NEAR:
            return text
