"""Identifiers: CUSIP numbers with their check digit, US telephone numbers, and other labels with digits."""

from __future__ import annotations

import re

from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.grammar import GAP, Form, Kind, Start
from lexdocs.notation.typography import USUAL, Manner, hold, plain
from lexdocs.notation.units import Value

CUSIP_EXAMPLE = "write it like 123456 AB 1"
TELEPHONE_EXAMPLE = "write it like (555) 555-0100"
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*@#"


def check_digit(first_eight: str) -> int:
    """The check digit of a CUSIP: "modulus 10 double add double" (ANSI X9.6).

    >>> check_digit("123456AB")
    1
    """
    total = 0
    for place, char in enumerate(first_eight):
        number = _ALPHABET.index(char) * (1 + place % 2)
        total += number // 10 + number % 10
    return -total % 10


def parse_cusip(text: str) -> str:
    """A CUSIP in its printed form; the error for a wrong check digit names the right one.

    >>> parse_cusip("123456AB1")
    '123456 AB 1'
    """
    said = plain(text)
    match = re.fullmatch(r"([0-9][0-9A-Z]{5}|[A-Z][0-9][0-9A-Z]{4})[ -]?([0-9A-Z*@#]{2})[ -]?([0-9])", said)
    if match is None:
        raise NotationError(f"{quoted(text)} is not a CUSIP number", CUSIP_EXAMPLE)
    issuer, issue, check = match.groups()
    wanted = check_digit(issuer + issue)
    if int(check) != wanted:
        what = f"{quoted(text)} ends in the check digit {check}, where {wanted} belongs"
        raise NotationError(what, f"look it up again, or write {issuer} {issue} {wanted} if the rest is right")
    return f"{issuer} {issue} {check}"


def parse_telephone(text: str) -> str:
    """A US telephone number in its printed form.

    >>> parse_telephone("(555) 555-0100")
    '(555) 555-0100'
    """
    match = re.fullmatch(r"\(([0-9]{3})\) ?([0-9]{3})-([0-9]{4})", plain(text))
    if match is None:
        raise NotationError(f"{quoted(text)} is not a telephone number", TELEPHONE_EXAMPLE)
    return _telephone("".join(match.groups()))


def _telephone(digits: str) -> str:
    return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"


def write_identifier(value: Value, manner: Manner = USUAL) -> str:
    """An identifier in its printed form, held together on paper."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not an identifier")
    return hold(value, manner.medium)


def _read_telephone(said: str, _original: str) -> str:
    return _telephone("".join(re.findall(r"[0-9]", said))[-10:])


def _read_international(said: str, original: str) -> str:
    """A number with its country's code; one of the United States is written as those are."""
    groups = re.findall(r"[0-9]+", said)
    digits = "".join(groups)
    return _read_telephone(said, original) if digits[0] == "1" and len(digits) == 11 else f"+{' '.join(groups)}"


def _read_label(_said: str, original: str) -> str:
    return original


def _read_capital_label(_said: str, original: str) -> str | None:
    # T-3 and S-4 are labels; in mid-2012 the year is a number.
    return original if original[: original.index("-")].isupper() else None


_BRACKETS = r"(?:\([a-z0-9]{1,5}\))*"
_NO_SHARE = r"(?![0-9a-z]| ?%)"
_LABELLED = (
    rf"[0-9]+(?:\.[0-9]+)*[a-z][0-9a-z]*(?:-[0-9]+[a-z]*)*{_BRACKETS}",  # 14e-1, 240.14e-1(b), 144A
    r"[0-9]+-[a-z](?:sb|[0-9]+)?(?![0-9a-z])",  # 10-K
    rf"[0-9]{{1,3}}(?:\.[0-9]+)?\([a-z]{{1,5}}\){_BRACKETS}",  # 3(a)(9)
)
_LAST_SEVEN = r"[0-9]{3}[-. ][0-9]{4}(?![0-9])"
TELEPHONES = (
    Form(Kind.TELEPHONE, Start.SIGN, rf"\([0-9]{{3}}\){GAP}?{_LAST_SEVEN}", _read_telephone),
    Form(
        Kind.TELEPHONE,
        Start.DIGIT,
        rf"(?:1[-. ])?(?:\([0-9]{{3}}\){GAP}?{_LAST_SEVEN}|[0-9]{{3}}[-.][0-9]{{3}}[-.][0-9]{{4}}(?![0-9]))",
        _read_telephone,
    ),
    Form(
        Kind.TELEPHONE,
        Start.SIGN,
        r"\+(?:1[-. ]?(?:\([0-9]{3}\)|[0-9]{3})[-. ]?[0-9]{3}[-. ][0-9]{4}"
        r"|[2-9][0-9]{0,2}(?:[-. ]?\([0-9]{1,4}\)[0-9]{0,4})?(?:[-. ][0-9]{2,4}){2,4})(?![0-9]|[-.,/:][0-9])",
        _read_international,
    ),
)
FIRST_WORD = "[a-z]++-?[0-9]"
LABELS = (
    Form(Kind.OTHER, Start.DIGIT, "|".join(_LABELLED), _read_label),
    Form(Kind.OTHER, Start.LETTER, rf"[a-z]+[0-9][0-9a-z]*(?:[-./][0-9]+[a-z]*)*{_BRACKETS}{_NO_SHARE}", _read_label),
    Form(
        Kind.OTHER,
        Start.LETTER,
        rf"[a-z]{{1,5}}-[0-9]+[a-z]*(?:-[0-9]+[a-z]*)*{_BRACKETS}{_NO_SHARE}",
        _read_capital_label,
    ),
)
