"""CUSIP and ISIN numbers in running text, with what their check digits say.

An identifier whose check digit is another one is found all the same, and its fault is named. Nine digits in
a row are a number more often than a CUSIP: they are one only behind the word.
"""

from __future__ import annotations

import re

from lexdocs.notation.grammar import GAP, Form, Kind, Said, Start
from lexdocs.notation.identifiers import check_digit

_PARTS = re.compile(r"([0-9A-Z]{6})([ -]?)([0-9A-Z*@#]{2})([ -]?)([0-9])")
# Between two numbers of a heading in capitals these are words, not the issue of a CUSIP.
_WORDS = frozenset({"AN", "AS", "AT", "BY", "IF", "IN", "IS", "OF", "ON", "OR", "SO", "TO", "UP"})
# The places whose securities are offered so often that a wrong check digit is likelier than another label.
_COUNTRIES = frozenset(
    "AR AT AU BE BM BR CA CH CL CN CO DE DK ES EU FI FR GB GG GR HK HU ID IE IL IM IN IT JE JP KR KY LR LU MH MX MY NL"
    " NO NZ PA PE PH PL PT RU SE SG TH TR TW US VG XS ZA".split()
)
_FEWEST_DIGITS = 3


def isin_check_digit(first_eleven: str) -> int:
    """The check digit of an ISIN (ISO 6166): letters become numbers from 10, and every second digit is doubled.

    >>> isin_check_digit("US037833100")
    5
    """
    digits = "".join(str(int(char, 36)) for char in first_eleven)
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(digits)))
    return -sum(number // 10 + number % 10 for number in doubled) % 10


def cusip_of_isin(isin: str) -> str | None:
    """The CUSIP that an ISIN of the United States or Canada holds, in its printed form; None for another.

    >>> cusip_of_isin("US999999AB17"), cusip_of_isin("XS9999999999")
    ('999999 AB 1', None)
    """
    return f"{isin[2:8]} {isin[8:10]} {isin[10]}" if isin[:2] in ("US", "CA") else None


def _read_cusip(said: str, original: str) -> Said | None:
    """A CUSIP that shows what it is: by its check digit, or by three digits in front and even gaps."""
    match = _PARTS.fullmatch(original)
    if match is None or said.isdigit():
        return None
    issuer, gap, issue, second_gap, check = match.groups()
    shown = issuer[:3].isdigit() and gap == second_gap and issue not in _WORDS
    if not shown and int(check) != check_digit(issuer + issue):
        return None
    return _cusip(issuer, issue, check)


def _read_cusip_behind_its_name(_said: str, original: str) -> Said | None:
    match = _PARTS.fullmatch(original)
    return _cusip(match[1], match[3], match[5]) if match else None


def _cusip(issuer: str, issue: str, check: str) -> Said:
    return Said(f"{issuer} {issue} {check}", fault=_wrong(check, check_digit(issuer + issue)))


def _wrong(check: str, wanted: int) -> str:
    return "" if int(check) == wanted else f"ends in the check digit {check}, where {wanted} belongs"


def _read_isin(_said: str, original: str) -> Said | None:
    if not original.isupper() or sum(char.isdigit() for char in original) < _FEWEST_DIGITS:
        return None
    fault = _wrong(original[-1], isin_check_digit(original[:-1]))
    return None if fault and original[:2] not in _COUNTRIES else Said(original, fault=fault)


_ISSUE = r"[ -]?[0-9a-z*@#]{2}[ -]?[0-9](?![0-9a-z]|[.,/:][0-9]| ?%)"
_DIGIT_FIRST = rf"[0-9][0-9a-z]{{5}}{_ISSUE}"
_LETTER_FIRST = rf"[a-z][0-9][0-9a-z]{{4}}{_ISSUE}"
_NEXT = rf"(?:,?{GAP}(?:and|or|&){GAP}|[,;/]{GAP}?)"
_NAME = (
    rf"cusips?(?:{GAP}(?:nos?\.?|numbers?|codes?|#))?(?:{GAP}(?:is|are))?(?:{GAP}?[:#])?{GAP}?"
    rf"(?:(?:{_DIGIT_FIRST}|{_LETTER_FIRST}){_NEXT})*"
)
FORMS = (
    Form(Kind.ISIN, Start.LETTER, r"[a-z]{2}[0-9a-z]{9}[0-9](?![0-9a-z])", _read_isin),
    Form(Kind.CUSIP, Start.DIGIT, _DIGIT_FIRST, _read_cusip),
    Form(Kind.CUSIP, Start.LETTER, _LETTER_FIRST, _read_cusip),
    Form(Kind.CUSIP, Start.DIGIT, _DIGIT_FIRST, _read_cusip_behind_its_name, _NAME),
    Form(Kind.CUSIP, Start.LETTER, _LETTER_FIRST, _read_cusip_behind_its_name, _NAME),
)
