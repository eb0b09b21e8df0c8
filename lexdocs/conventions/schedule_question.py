"""Words for a schedule: frequencies, stubs and conventions as they are typed."""

from __future__ import annotations

from lexdocs.conventions.rolling import Roll
from lexdocs.conventions.schedule_dates import FREQUENCIES, MONTHS, Stub
from lexdocs.errors import nearest
from lexdocs.notation.error import NotationError, quoted

_WORDS: dict[str, int | None] = {
    "annual": 12, "annually": 12, "yearly": 12, "semiannual": 6, "semiannually": 6, "semi annual": 6,
    "quarterly": 3, "monthly": 1, "bimonthly": 2, "once": None, "at maturity": None,
}  # fmt: skip
_EXAMPLE = "write annual, semiannual, quarterly, monthly, once, a number of payments a year, or months like 6M"


def parse_frequency(text: str) -> int | None:
    """The months of a period, from a word, payments a year, or a length such as 6M or 1Y; None for one payment.

    >>> [parse_frequency(each) for each in ("semiannual", "4", "6M", "1Y", "once")]
    [6, 3, 6, 12, None]
    """
    said = " ".join(text.replace("-", " ").split()).lower()
    if said in _WORDS:
        return _WORDS[said]
    number, unit = (said[:-1], said[-1]) if said[-1:] in ("m", "y") else (said, "")
    if number.isascii() and number.isdigit() and len(number) <= len(str(MONTHS)):
        size = int(number)
        months = size * MONTHS if unit == "y" else size if unit else MONTHS // size if size in FREQUENCIES else 0
        if months in FREQUENCIES:
            return months
    near = nearest(said, _WORDS)
    raise NotationError(f"{quoted(text)} is not a frequency", f'did you mean "{near}"?' if near else _EXAMPLE)


def parse_roll(text: str) -> Roll:
    """A business-day convention; hyphens may join its words.

    >>> parse_roll("Modified-Following").name
    'MODIFIED_FOLLOWING'
    """
    return Roll(_choose(text, tuple(Roll), "a business-day convention"))


def parse_stub(text: str) -> Stub:
    """Where an odd period goes.

    >>> parse_stub("long-first").name
    'LONG_FIRST'
    """
    return Stub(_choose(text, tuple(Stub), "a stub"))


def _choose(text: str, choices: tuple[str, ...], noun: str) -> str:
    said = " ".join(text.replace("-", " ").split()).lower()
    if said in choices:
        return said
    near = nearest(said, choices)
    remedy = f'did you mean "{near}"?' if near else f"write {', '.join(choices[:-1])} or {choices[-1]}"
    raise NotationError(f"{quoted(text)} is not {noun}", remedy)
