"""Numbers of pages and sheets, how many pages a paper has, and how long or how old a page of the web is."""

from __future__ import annotations

from lexdocs.notation.citing import NO_AMOUNT, NO_FIGURE, SEPARATOR, YEAR, Reference, of

PAGE, READING = "number of a page", "time of reading"
_PAPER = (
    "memorand(?:um|a)|memo|opinion|brief|treatise|transcript|article|essay|note|report|circular|prospectus|book|study"
    "|handbook|manual|commentary|letter|speech|remarks|minutes"
)
_PAGES = rf"[0-9]{{1,4}}(?:[-–][0-9]{{1,4}})?(?:,\s[0-9]{{1,4}}[-–][0-9]{{1,4}})*{NO_FIGURE}"
_RANGE = rf"[0-9]{{1,4}}[-–][0-9]{{1,4}}{NO_FIGURE}(?!\s(?:cents|of)(?![a-z]))"
# A paper and its date, or a book and its year: what is "at 95-97" behind a security is a price.
_CITED = (
    rf"(?:(?<![a-z])(?:{_PAPER})\s(?:of|dated)\s[a-z0-9.,\s]{{6,20}}{YEAR}"
    rf"|(?<!notes\s)(?<!bonds\s)\((?:[^()$%]{{0,30}}\s)?{YEAR}\)),?\sat\s"
)
_NO_SHEET = r"(?<!balance\s)(?<!term\s)(?<!fact\s)(?<!tip\s)"
_MINUTES = r"[0-9]{1,2}(?:\s|-)min(?:ute)?s?"
PAGES = (
    Reference(PAGE, "pf", rf"(?:page|folio)s?\s[0-9]{{1,4}}\s?(?:of|/)\s?[0-9]{{1,4}}{NO_FIGURE}"),
    Reference(PAGE, "s", rf"(?:sheet|slide)s?\s[0-9]{{1,4}}\s?(?:of|/)\s?[0-9]{{1,4}}{NO_FIGURE}"),
    Reference(PAGE, "p", rf"(?:pages?|pp?\.)\s(?:[fsa-d]-[0-9]{{1,3}}(?:{SEPARATOR}[fsa-d]-[0-9]{{1,3}})*)"),
    Reference(PAGE, "p", of("page|p\\.", "pages|pp\\.")),
    Reference(PAGE, "s", _NO_SHEET + of("sheet|slide", "sheets|slides"), capital=True),
    Reference(PAGE, "is", rf"(?:id|ibid|supra)\.?,?\s(?:note\s[0-9]{{1,3}},?\s)?at\s{_PAGES}"),
    Reference(PAGE, "", _RANGE, behind=_CITED),
    Reference("count of pages", "", rf"{NO_AMOUNT}[0-9]{{1,4}}(?:\s|-)(?:pages?|pp\.)(?![a-z])"),
    Reference(READING, "", rf"{NO_AMOUNT}{_MINUTES}\.?(?:\s|-)(?:read|listen|watch)(?![a-z])"),
    Reference(READING, "rt", rf"(?:read(?:ing)?\stime|time\sto\sread)\s?:?\s?(?:about\s)?{_MINUTES}(?![a-z])"),
    Reference("age of a page", "", rf"{NO_AMOUNT}[0-9]{{1,2}}\s?(?:min(?:ute)?s?|hours?|hrs?)\sago(?![a-z])"),
)
"""The ways of giving them."""
