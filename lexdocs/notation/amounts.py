"""Amounts of money: $1,250 · $2.345 · $12.5 million · ($1,250)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from lexdocs.notation.currencies import BEFORE, NAME, currency
from lexdocs.notation.decimals import DECIMAL, exact, fixed, places_needed, read_decimal, scaled
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.grammar import GAP, MIXED, NO_MORE, Form, Kind, Said, Start
from lexdocs.notation.numbers import SCALES, read_printed
from lexdocs.notation.typography import FIGURE_SPACE, NIL, USUAL, Manner, Medium, minus, plain
from lexdocs.notation.units import Value

EXAMPLE = "write it like $1,250, $2.345 or $12.5 million"
_FINEST = 6
_MOST_PLACES = 4  # prices of shares and warrants go no finer; beyond it an amount is a result, not a term

_AMOUNT = re.compile(rf"(?:U\.S\. ?|US ?)?\$ ?({DECIMAL})(?: ({'|'.join(SCALES)}))?")


def parse_amount(text: str) -> Fraction:
    """Dollars, from an amount with its currency sign; a negative one stands in parentheses.

    >>> parse_amount("$12.5 million"), parse_amount("($2.345)")
    (Fraction(12500000, 1), Fraction(-469, 200))
    """
    said = plain(text)
    negative = said.startswith("(") and said.endswith(")")
    inner = said[1:-1] if negative else said
    match = _AMOUNT.fullmatch(inner)
    if match is None:
        raise NotationError(*_fault(text, inner))
    amount = read_decimal(match[1]) * SCALES.get(match[2] or "", 1)
    return -amount if negative else amount


def _fault(text: str, said: str) -> tuple[str, str]:
    if re.fullmatch(r"(?:\$ ?)?[-\u2013\u2014](?: ?\$)?", said):
        # So a spreadsheet shows nought in its accounting formats.
        return f"{quoted(text)} is not an amount of money", "write $0 where there is none"
    if re.fullmatch(r"- ?\$.*|\$ ?-.*", said):
        return f"{quoted(text)} is less than nothing", "write the amount without its sign"
    if re.fullmatch(r"\$ ?[0-9.,]+", said) and "," in said:
        digits = re.sub(r"[^0-9.]", "", said)
        remedy = "write it with a comma before every three digits"
        if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", digits):
            whole, point, cents = digits.partition(".")
            remedy += f", like ${int(whole):,}{point}{cents}, if that is meant"
        return f"{quoted(text)} groups its thousands wrongly", remedy
    if re.fullmatch(DECIMAL, said):
        return f"{quoted(text)} has no currency sign", f"write it like ${said}"
    return f"{quoted(text)} is not an amount of money", EXAMPLE


def _default(value: Fraction) -> str:
    places = places_needed(value)
    if places is None or places > _MOST_PLACES:
        raise NotationError("the amount would print rounded", "choose a style, such as cents or whole")
    return fixed(value, max(places, 2) if places else 0)


def _fine(value: Fraction) -> str:
    """As many decimals as the amount needs, two at the least and six at the most."""
    places = places_needed(value)
    return fixed(value, _FINEST if places is None else min(max(places, 2), _FINEST))


def _room(digits: str) -> str:
    """The room that a fine amount leaves on its right for the decimals of others in its column: nil is as cents are."""
    return FIGURE_SPACE * (_FINEST - max(len(digits.partition(".")[2]), 2))


def _thousands(value: Fraction) -> str:
    return f"{abs(scaled(value, -3)) * 1000:,}"


_DIGITS: Mapping[str | None, Callable[[Fraction], str]] = {
    None: _default,
    "cents": lambda value: fixed(value, 2),
    "thousands": _thousands,
    "whole": lambda value: fixed(value, 0),
    "bare": _default,
    "bare_cents": lambda value: fixed(value, 2),
    "accounting": lambda value: fixed(value, 2),
    "accounting_sign": lambda value: fixed(value, 2),
    "accounting_whole": lambda value: fixed(value, 0),
    "accounting_sign_whole": lambda value: fixed(value, 0),
    "accounting_thousands": _thousands,
    "accounting_bare": _default,
    "fine": _fine,
    "accounting_fine": _fine,
    "accounting_price": _fine,
}
_ACCOUNTING = (
    "accounting",
    "accounting_sign",
    "accounting_whole",
    "accounting_sign_whole",
    "accounting_thousands",
    "accounting_bare",
    "accounting_fine",
    "accounting_price",
)
_IN_COLUMN = "accounting_fine"
STYLES = tuple(style for style in _DIGITS if style is not None)


def write_amount(value: Value, manner: Manner = USUAL) -> str:
    r"""An amount of dollars: all of its cents by default, rounded half up in the styles that round.

    An amount that needs more than four decimals has no default form: `NotationError`. The accounting
    styles print nil as a dash, a negative amount in parentheses, and no currency sign; only those with a `sign`, for
    the first row and the total, have one. The fine styles print the decimals that a reader needs to add up amounts of
    parts of a cent: two at the least, six at the most. In a column of a page such amounts stand by the decimal point:
    what one lacks of six decimals is room. A price prints likewise, without that room: the table sets it.

    >>> write_amount(Fraction("1250.5")), write_amount(Fraction(1250)), write_amount(Fraction("2.345"))
    ('$1,250.50', '$1,250', '$2.345')
    >>> write_amount(Fraction("2.345"), Manner("cents")), write_amount(Fraction(-1250), Manner("accounting"))
    ('$2.35', '(1,250.00)')
    >>> write_amount(Fraction("350.625"), Manner("fine")), write_amount(Fraction(1, 3), Manner("accounting_fine"))
    ('$350.625', '0.333333')
    >>> write_amount(Fraction("350.625"), Manner("accounting_fine", medium=Medium.PAPER))
    '350.625\u2007\u2007\u2007'
    """
    amount = exact(value)
    digits = _DIGITS[manner.style](amount)
    # What rounds to nothing prints as nothing: no sign stands before zeros.
    negative = amount < 0 and any(digit in digits for digit in "123456789")
    if manner.style in _ACCOUNTING:
        if amount == 0:
            said = NIL
        else:
            said = f"${digits}" if "sign" in (manner.style or "") else digits
            said = f"({said})" if negative else said
        in_column = manner.style == _IN_COLUMN and manner.medium is Medium.PAPER
        return said + _room(digits) if in_column else said
    sign = "" if manner.style in ("bare", "bare_cents") else "$"
    return f"{minus(manner.medium) if negative else ''}{sign}{digits}"


_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mm": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_WRITTEN = re.compile(r"([^0-9]*?)([0-9.][0-9.,/ -]*?)[ -]?([a-z]*)(?: ([a-z. ]+))?", re.DOTALL)


def _read(said: str, original: str) -> Said | None:
    # "They offered us $5" names no country.
    if said.startswith("us") and original[:2] == "us":
        return None
    match = _WRITTEN.fullmatch(re.sub(r"[()]|^-", "", said))
    if match is None:
        return None
    before, digits, scale, behind = (part or "" for part in match.groups())
    if scale and scale not in SCALES and scale not in _SHORT_SCALES:
        scale, behind = "", f"{scale} {behind}"
    size = read_printed(digits)
    if size is None:
        return None
    amount = size * (SCALES.get(scale) or _SHORT_SCALES.get(scale) or 1)
    return Said(-amount if "(" in said or said[0] == "-" else amount, currency(before or behind))


_SCALE = rf"(?:(?:{GAP}|-)(?:{'|'.join(SCALES)})|(?:{GAP})?(?:mm|mn|mln|bn|tn)|[kmb])"
_SIZE = rf"{MIXED}(?![0-9]|[.,/:][0-9]){_SCALE}?(?![0-9a-z])"
_SIGNED = rf"(?:{BEFORE}{_SIZE}|\({BEFORE}{_SIZE}\)|{BEFORE}\({_SIZE}\)|(?<![^ \n(])-{BEFORE}{_SIZE})"
_DIGITS_FIRST = rf"{MIXED}(?![0-9]|[.,/:][0-9])(?:(?:{GAP}|-)(?:{'|'.join(SCALES)}))?{GAP}{NAME}{NO_MORE}"
FORMS = (
    Form(Kind.MONEY, Start.SIGN, _SIGNED, _read),
    Form(Kind.MONEY, Start.LETTER, rf"{BEFORE}(?:{_SIZE}|\({_SIZE}\))", _read),
    Form(Kind.MONEY, Start.DIGIT, _DIGITS_FIRST, _read),
)
