"""Parse a written form and write a value: one grammar for every unit.

The term sheet is parsed with it, the documents are written with it, and `lexdocs.notation.find` finds
the same forms in a text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lexdocs.errors import nearest
from lexdocs.notation import amounts, choices, dates, day_counts, identifiers, numbers, parts, rates, texts, times
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.languages import ENGLISH
from lexdocs.notation.typography import Manner, Medium
from lexdocs.notation.units import Unit, Value

__all__ = ["STYLES", "Medium", "NotationError", "parse", "write"]


@dataclass(frozen=True)
class _Family:
    parse: Callable[[str], Value]
    write: Callable[[Value, Manner], str]
    styles: tuple[str, ...] = ()


_FAMILIES: Mapping[Unit, _Family] = {
    Unit.MONEY: _Family(amounts.parse_amount, amounts.write_amount, amounts.STYLES),
    Unit.RATE: _Family(rates.parse_rate, rates.write_rate, rates.RATE_STYLES),
    Unit.PERCENTAGE: _Family(rates.parse_percentage, rates.write_percentage, rates.PERCENTAGE_STYLES),
    Unit.NUMBER: _Family(numbers.parse_number, numbers.write_number, numbers.NUMBER_STYLES),
    Unit.COUNT: _Family(numbers.parse_count, numbers.write_count, numbers.COUNT_STYLES),
    Unit.FRACTION: _Family(parts.parse_fraction, parts.write_fraction_words, parts.STYLES),
    Unit.DATE: _Family(dates.parse_date, dates.write_date, dates.DATE_STYLES),
    Unit.DAY: _Family(dates.parse_day, dates.write_day),
    Unit.MOMENT: _Family(times.parse_moment, times.write_moment, times.STYLES),
    Unit.TEXT: _Family(texts.parse_text, texts.write_text, texts.STYLES),
    Unit.TITLE: _Family(texts.parse_text, texts.write_title, texts.STYLES),
    Unit.FLAG: _Family(choices.parse_flag, choices.write_choice),
    Unit.CUSIP: _Family(identifiers.parse_cusip, identifiers.write_identifier),
    Unit.TELEPHONE: _Family(identifiers.parse_telephone, identifiers.write_identifier),
    Unit.ROUNDING: _Family(choices.parse_rounding, choices.write_choice),
    Unit.DAY_COUNT: _Family(day_counts.parse_day_count, choices.write_choice),
}

_LONGEST = 200  # characters; no figure comes near, and reading thousands of digits takes time

# The closed list of print styles of each unit; every unit prints without one too.
STYLES: Mapping[Unit, tuple[str, ...]] = {unit: family.styles for unit, family in _FAMILIES.items()}


def parse(unit: Unit, text: str) -> Value:
    """The value that a text says as a quantity of a unit; exact. Raises `NotationError`.

    >>> parse(Unit.MONEY, "$1,250")
    Fraction(1250, 1)
    >>> parse(Unit.RATE, "nine percent")
    Traceback (most recent call last):
        ...
    lexdocs.notation.error.NotationError: "nine percent" is not a rate; write it like 8%, 8.125% or 9 3/8%
    """
    if len(text) > _LONGEST and unit not in (Unit.TEXT, Unit.TITLE):
        raise NotationError(f"{quoted(text)} is too long for {_noun(unit)}", "write the one figure and nothing else")
    return _FAMILIES[unit].parse(text)


def write(
    value: Value, unit: Unit, *, style: str | None = None, written: str | None = None,
    medium: Medium = Medium.PLAIN, language: str = ENGLISH,
) -> str:  # fmt: skip
    """A value as the documents print it.

    `style` is one of `STYLES[unit]`; `written` is how a term was typed, so that 8.10% stays 8.10%.
    Styles that round do so half up, and alike in every `language`. Raises `NotationError` for a style that the unit
    lacks, and for a value that would have to be rounded without a style that says so.

    >>> from fractions import Fraction
    >>> write(Fraction("0.09375"), Unit.RATE), write(Fraction("0.09375"), Unit.RATE, medium=Medium.PAPER)
    ('9 3/8%', '9⅜%')
    """
    family = _FAMILIES[unit]
    if style is not None and style not in family.styles:
        raise NotationError(f'{_noun(unit)} has no print style "{style}"', _styles_of(style, family.styles))
    manner = Manner(style, written, medium)
    said = family.write(value, manner)
    if language == ENGLISH:
        return said
    from lexdocs.notation.locales.write import write_in

    return write_in(language, value, unit, manner, said)


def _noun(unit: Unit) -> str:
    nouns = {Unit.MONEY: "an amount of money", Unit.CUSIP: "a CUSIP number", Unit.TELEPHONE: "a telephone number"}
    return nouns.get(unit, f"a {unit.value.replace('_', ' ')}")


def _styles_of(style: str, styles: tuple[str, ...]) -> str:
    meant = nearest(style, styles)
    if meant:
        return f'did you mean "{meant}"?'
    return f"its styles are {', '.join(styles)}" if styles else "it prints in one way only"
