"""Datelines: whether a date is that of the document in which it stands."""

from __future__ import annotations

import re

from lexdocs.checks.tieout.phrases_of_dates import ANNOUNCED, SETTLEMENTS

_DATELINE = re.compile(
    r"^\W*(?:(?:for (?:immediate )?release|date[d]?(?: of (?:report|notice))?|sent|published|posted|press release)"
    r"\b[^a-z0-9]*"
    r"(?:at [^,]{3,12}m?\.?,? ?)?|[a-z][a-z .]{2,24}(?:, [a-z.]{2,14})?,? (?:\W )?)?\W*$"
)
_AFTER_A_DATELINE = re.compile(r"^\s*(?:[-\u2010-\u2015/\u00b7(|:]|,? ?[0-9]{1,2}[:.][0-9]{2}\b|$)")
_HEADER = re.compile(r"(?:^|[\s|])(?:sent|date|dated):\s*(?:[a-z]{3,9}day,? )?$")
_SET_OFF = re.compile(r"^\s*(?:[-\u2010-\u2015]|/[a-z])")
ON_DATELINES = (*ANNOUNCED, *SETTLEMENTS, "extension_deadline")


def is_dateline(before: str, after: str) -> bool:
    """Whether a date stands as that of a document: after a city, or alone, with nothing behind it that goes on.

    >>> is_dateline("new york, ", " -- lexington"), is_dateline("", ""), is_dateline("due on ", "")
    (True, True, False)
    """
    if _HEADER.search(before):
        return True
    if not _DATELINE.match(before) or not _AFTER_A_DATELINE.match(after):
        return False
    return "," in before or ":" in before or not before.strip() or bool(_SET_OFF.match(after))
