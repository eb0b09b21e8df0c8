"""Amounts, rates, percentages and numbers: the English form set anew in the signs of another language.

What a style rounds, and how, is decided once, by the English writer: here digits keep their order, and only what
stands between and around them changes.
"""

from __future__ import annotations

import re

from lexdocs.notation.languages import Signs, signs_of, unspaced
from lexdocs.notation.typography import Medium

_FORM = re.compile(
    r"(?P<minus>[-\u2212]?)(?P<open>\(?)(?P<dollar>\$?)(?P<size>[0-9][0-9,]*(?:\.[0-9]+)?)?(?P<part>.*?)"
    r"(?P<percent>%?)(?P<shut>\)?)"
)


def set_size(english: str, language: str, medium: Medium = Medium.PLAIN) -> str:
    r"""A number, amount or percentage in the signs of a language, from its English form.

    >>> set_size("$1,250.50", "de"), set_size("9⅜%", "fr", Medium.PAPER), set_size("(1,250.00)", "fr")
    ('US-$ 1.250,50', '9⅜\xa0%', '(1 250,00)')
    """
    found = _FORM.fullmatch(english)
    if found is None or not (found["size"] or found["part"]):  # pragma: no cover  no writer gives such a form
        raise ValueError(english)
    signs = signs_of(language)
    said = _digits(found["size"] or "", signs) + found["part"]
    if found["dollar"]:
        said = signs.amount.format(said)
    if found["percent"]:
        said = signs.percentage.format(said)
    said = f"{found['minus']}{found['open']}{said}{found['shut']}"
    return said if medium is Medium.PAPER else unspaced(said)


def _digits(size: str, signs: Signs) -> str:
    whole, point, decimals = size.partition(".")
    return whole.replace(",", signs.group) + (signs.point + decimals if point else "")
