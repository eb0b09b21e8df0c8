"""Cases as courts and lawyers cite them: volume, reporter, page, and in brackets the court and the year."""

from __future__ import annotations

from lexdocs.notation.citing import YEAR, Reference

WHY = "citation of a case"
_ORDINAL = "(?:st|d|nd|rd|th)"
_REPORTER = (
    r"(?:(?:a|f|p|so|cal|f\.\s?supp|n\.\s?[ewy]|s\.\s?[ew]|n\.\s?y\.\s?s|a\.\s?d|l\.\s?ed|cal\.\s?rptr)\.?\s?"
    r"(?:2d|3d|4th|5th)|f\.\s?supp\.|s\.\s?ct\.|l\.\s?ed\.|n\.\s?[ewy]\.|s\.\s?[ew]\.|n\.\s?y\.\s?s\.|b\.\s?r\."
    r"|f\.\s?r\.\s?d\.|u\.\s?s\.)"
)
_PAGE = r"[0-9]{1,5}(?![0-9a-z%]|[.,][0-9]|\s?%)"
# What stands behind a comma is a page only where nothing follows that it could be the number of.
_PIN = rf"(?!{YEAR}(?![0-9])){_PAGE}(?=[,.;:)\]]|\s\(|[-–][0-9]|\sn\.|\s*\Z)"
_PAGES = rf"{_PAGE}(?:,\s{_PIN}|[-–]{_PIN}|\sn\.\s?{_PAGE})*"
_CIRCUIT = rf"[^()0-9$%]{{0,40}}[0-9]{{1,2}}{_ORDINAL}\s[^()0-9$%]{{0,20}}"
_COURT_AND_YEAR = rf"(?:\s\((?:{_CIRCUIT}|[^()0-9$%]{{0,40}})\s?{YEAR}\))?"
_COURT = rf"(?:[a-z]\.\s?){{0,2}}d\.\s[a-z.]{{2,8}}|(?:[0-9]{{1,2}}{_ORDINAL}|d\.c\.)\scir\.|del\.(?:\s(?:ch|super)\.)?"
_NEUTRAL = r"(?:ewhc|ewca|uksc|ukhl|ukpc|ac|ch|wlr|all\ser|bcc|bclc|qb|kb|lloyd's\srep)"
_DATABASE = r"(?:[a-z.]{1,8}\s){0,3}(?:wl|lexis)"
CASES = (
    Reference(WHY, "", rf"[0-9]{{1,4}}\s{_REPORTER}(?:,?\sat)?\s{_PAGES}{_COURT_AND_YEAR}"),
    Reference(WHY, "", rf"{YEAR}\s{_DATABASE}\s[0-9]{{1,8}}(?:,?\sat\s\*?{_PAGES})?{_COURT_AND_YEAR}"),
    Reference(WHY, "", rf"\((?:{_COURT})\s(?:[a-z]{{3,5}}\.?\s[0-9]{{1,2}},\s)?{YEAR}\)"),
    Reference(WHY, "", rf"\[{YEAR}\]\s(?:[0-9]\s)?{_NEUTRAL}(?:\s[a-z]{{1,4}})?\s{_PAGE}(?:\s\([a-z]{{1,5}}\))?"),
)
"""The ways of citing cases."""
