"""Number patterns of the language that the documents are written in, from the locale data. Babel's door."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lexdocs.notation.languages import ENGLISH, Signs, signs_of
from lexdocs.notation.typography import Medium, minus

_CURRENCY = "\u00a4"  # its place in a pattern


@dataclass(frozen=True)
class Pattern:
    """What stands around the digits of a number on paper, and how they are grouped.

    `before` and `after` are for a number above nothing and for one below; `separator` stands before every three
    digits of the whole part, and is empty where they run on; the number is multiplied by `times` before it is printed.
    """

    before: tuple[str, str]
    after: tuple[str, str]
    separator: str
    point: str
    times: int


@lru_cache(maxsize=8)
def patterns(language: str = ENGLISH) -> tuple[Pattern, ...]:
    """The patterns of amounts, numbers and percentages, each with and without its currency sign and its grouping.

    Tables leave the sign out, and years and numbers of files the grouping.

    >>> [each.before for each in patterns() if each.after == ("", ")")]
    [('$', '($'), ('', '(')]
    """
    if language != ENGLISH:
        return tuple(_patterns_of(signs_of(language)))
    from babel import Locale
    from babel.numbers import get_currency_symbol, parse_pattern

    locale = Locale("en", "US")
    symbols = locale.number_symbols["latn"]
    dollar = get_currency_symbol("USD", locale)
    said = [
        locale.currency_formats["standard"].pattern,
        locale.currency_formats["accounting"].pattern,
        locale.decimal_formats[None].pattern,
        locale.percent_formats[None].pattern,
    ]
    said += [each.replace(_CURRENCY, "") for each in said]
    said.append(locale.decimal_formats[None].pattern.replace(",", ""))
    found: dict[Pattern, None] = {}
    for each in said:
        pattern = parse_pattern(each)
        before, after = (
            tuple(part.replace(_CURRENCY, dollar).replace("-", minus(Medium.PAPER)) for part in parts)
            for parts in (pattern.prefix, pattern.suffix)
        )
        grouped = pattern.grouping == (3, 3)
        found[
            Pattern(
                before=(before[0], before[1]),
                after=(after[0], after[1]),
                separator=symbols["group"] if grouped else "",
                point=symbols["decimal"],
                times=10**pattern.scale,
            )
        ] = None
    return tuple(found)


def _patterns_of(signs: Signs) -> Iterator[Pattern]:
    """The patterns of another language: an amount, an amount in a table, a number, a percentage, a number of a file."""
    below = minus(Medium.PAPER)
    for placed, times in ((signs.amount, 1), ("{}", 1), (signs.percentage, 100)):
        before, _, after = placed.partition("{}")
        yield Pattern((before, f"{below}{before}"), (after, after), signs.group, signs.point, times)
    yield Pattern(("", "("), ("", ")"), signs.group, signs.point, 1)
    yield Pattern(("", below), ("", ""), "", signs.point, 1)
