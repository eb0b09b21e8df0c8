"""What others say of a debtor's credit: ratings, and spreads over what is free of risk."""

from __future__ import annotations

from lexdocs.notation.citing import Reference

RATING = "credit rating"
# Where letters and digits are a rating whatever stands beside them, and where it takes a second one to tell.
_LETTERS = r"(?:\(?P\)?\s?)?(?:AAA|AA|A|BBB|BB|B|CCC|CC|C|NR|WR)(?:\+|-(?![A-Za-z0-9]))?(?![A-Za-z0-9])"
_BEHIND = (
    r"(?:(?<=[ABC+-]/)|(?<=[ABC+-]\s/\s)|(?<=\brated\s)|(?<=\brating\s)|(?<=\bratings\s)|(?<=\brating\sof\s)"
    r"|(?<=Moody's\s))"
)
_SHORT = "(?:A-[1-3]|P-[1-3]|F[1-3])"
RATINGS = (
    rf"(?:(?:Aa|Baa|Ba|Caa)[1-3]|(?:AA|BAA|BA|CAA)[1-3](?=\s?/\s?{_LETTERS}))(?![0-9A-Za-z])",
    rf"[AB][1-3]\s?/\s?{_LETTERS}",
    rf"{_BEHIND}[AB][1-3](?![0-9A-Za-z%])",
    rf"{_SHORT}\+?\s?/\s?{_SHORT}",
)
"""The patterns of ratings, for a text with its capitals."""

_POINTS = r"[0-9]{2,4}(?:\.[0-9]{1,2})?(?:\s?bps?|\sbasis\spoints?)?(?![0-9a-z%]|[.,/:][0-9])"
SPREADS = (Reference("spread", "elst", rf"[elst]\s?\+\s?{_POINTS}", capital=True),)
"""Spreads over a Treasury security or a rate between banks: T+128. In one digit it is a day of settlement."""
