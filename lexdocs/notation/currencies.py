"""The signs, codes and names of currencies that stand before or behind an amount, and the ISO code that each means."""

from __future__ import annotations

from lexdocs.notation.grammar import GAP

SIGNS = "$€£¥"
"""The signs with which an amount may begin."""

_BY_SIGN = {
    "$": "USD", "u.s.$": "USD", "us$": "USD", "c$": "CAD", "can$": "CAD", "cdn$": "CAD", "€": "EUR", "£": "GBP",
    "¥": "JPY",
}  # fmt: skip
_BY_NAME = {
    "dollar": "USD", "buck": "USD", "u.s. dollar": "USD", "canadian dollar": "CAD", "euro": "EUR", "pound": "GBP",
    "yen": "JPY", "swiss franc": "CHF",
}  # fmt: skip
_ISO = ("USD", "EUR", "GBP", "CHF", "JPY", "CAD")

_CODE = rf"(?:{'|'.join(_ISO).lower()})"
BEFORE = rf"(?:(?:(?:u\.s\. ?|us ?|c|can|cdn ?)?\$|[€£¥]|{_CODE}) ?)"
"""The pattern of what stands before an amount."""
# Pounds of something, or at so much per something, are a weight.
NAME = (
    rf"(?:(?:(?:u\.s\.|canadian){GAP})?dollars?|bucks|euros?|pounds?(?:{GAP}sterling)?(?!{GAP}(?:of|per)(?![a-z]))"
    rf"|yen|swiss{GAP}francs?|{_CODE})(?![a-z])"
)
"""The pattern of what stands behind one."""


def currency(said: str) -> str:
    """The ISO code of a currency's sign, code or name; empty where there is none.

    >>> currency("u.s. $"), currency("swiss francs"), currency("")
    ('USD', 'CHF', '')
    """
    word = said.strip()
    if word.upper() in _ISO:
        return word.upper()
    name = word.removesuffix(" sterling").removesuffix("s")
    return _BY_SIGN.get(word.replace(" ", "")) or _BY_NAME.get(name, "")
