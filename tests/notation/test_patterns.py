"""The locale's patterns say what the print styles print around their digits."""

from fractions import Fraction

from lexdocs.notation.forms import Medium, write
from lexdocs.notation.patterns import patterns
from lexdocs.notation.units import Unit


def test_every_pattern_is_what_some_style_prints():
    styles = [
        (Unit.MONEY, "whole"), (Unit.MONEY, "accounting_whole"), (Unit.NUMBER, None), (Unit.PERCENTAGE, None),
        (Unit.COUNT, "plain"),
    ]  # fmt: skip
    printed = {
        tuple(write(sign * Fraction(1234), unit, style=style, medium=Medium.PAPER) for sign in (1, -1))
        for unit, style in styles
    }
    said = set()
    for each in patterns():
        digits = f"{1234 * each.times:,}".replace(",", each.separator)
        said.add(tuple(f"{each.before[below]}{digits}{each.after[below]}" for below in (0, 1)))
    assert printed == said - {("$1,234", "($1,234)")}  # the tables leave the sign out
