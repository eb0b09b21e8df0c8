"""What a text cites rather than states: rules and statutes, forms and files, and the numbers of its own parts.

The patterns are for a text as `characters.alike` gives it. A keyword alone is not enough: what stands behind it
must be written as such a number is, and no unit may follow, so that "Section 4.25" is a place and "4.25 shares" is not.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reference:
    """A way of citing: `why` it is no figure, its `pattern`, and whether its first letter must be a capital one."""

    why: str
    pattern: str
    capital: bool = False


UNIT = (
    "shares?|warrants?|notes?|bonds?|debentures?|units?|dollars?|euros?|per ?cent|holders?|days?|business|calendar"
    "|weeks?|months?|quarters?|years?|hours?|minutes|hundred|thousand|million|billion|trillion|basis|points?|times|principal"
    "|midnight|noon|[ap]\\.?m|january|february|march|april|may|june|july|august|september|october|november|december"
)
# A number of a list of references may not be the number of something, nor the beginning of a longer one.
NO_FIGURE = rf"(?![0-9a-z(%]|[.,/:-][0-9]|\s?%|\s[0-9]+/|\s(?:{UNIT})(?![a-z]))"
_BRACKETS = r"(?:\((?:[a-z]{1,5}|[0-9]{1,2}[a-z]?)\))"
# 14e-1(a), 240.14e-1, 144a, 77aaa, 3(a)(9), 10b-5: a letter or a bracket makes it no figure, whatever follows.
LETTERED = (
    rf"(?>[0-9]{{1,4}}(?:\.[0-9]{{1,4}})*(?:[a-z]{{1,4}}(?![a-z])[0-9]*(?:-[0-9]+[a-z]?)*|(?={_BRACKETS})){_BRACKETS}*)"
    r"(?![0-9a-z])"
)
_SEPARATOR = r"(?:,\s?(?:and\s|or\s)?|\s(?:and|or|to|through)\s|\s?[-–]\s?)(?:§+\s?)?"


def _plain(digits: int) -> str:
    return rf"(?>[0-9]{{1,{digits}}}(?:[.-][0-9]{{1,4}})*){NO_FIGURE}"


def _one(digits: int = 3) -> str:
    """The number of one thing, and what may be cited with it without being taken for a figure."""
    number = rf"(?:{LETTERED}|{_plain(digits)})"
    return rf"(?:nos?\.\s?)?{number}(?:{_SEPARATOR}{LETTERED})*"


def _several(digits: int = 3) -> str:
    number = rf"(?:{LETTERED}|{_plain(digits)})"
    return rf"(?:nos?\.\s?)?{number}(?:{_SEPARATOR}(?!(?:19|20)[0-9]{{2}}(?![0-9])){number})*"


def _of(one: str, many: str, digits: int = 3) -> str:
    return rf"(?:(?:{one})\s{_one(digits)}|(?:{many})\s{_several(digits)})"


def _numbered(words: str) -> str:
    return (
        rf"(?:{words})\s(?:nos?\.?|numbers?|#|code)\s?:?\s?{_TOKEN}(?:{_SEPARATOR}(?=[0-9]+[-/]){_TOKEN})*{NO_FIGURE}"
    )


_TOKEN = r"(?>(?:[a-z]{1,3}-)?[0-9][0-9a-z]*(?:[-/][0-9a-z]+)*)(?![,.][0-9]|[0-9a-z])"  # noqa: S105  no password
_YEAR = "(?:17|18|19|20)[0-9]{2}"
_CODE = r"(?:c\.?\s?f\.?\s?r\.?|u\.?\s?s\.?\s?c\.?(?:\s?a\.)?|fed\.\s?reg\.|f\.?r\.)"
_STATUTES = (
    r"(?:acts?(?:\s\([^()\n]{1,40}\))?,?\s(?:of\s)?|(?:code|law|ordinance|statute)s?\sof\s)"
    rf"{_YEAR}(?![0-9a-z]|[.,][0-9])"
)
_STANDARDS = "sfas|fas|fasb|fin|eitf|sab|ifrs|ias|asc|apb|sop"
_NUMBERED = {
    "a file": r"(?:commission\s)?file|registration(?:\sstatement)?|release|case|docket|accession|cik|sic",
    "an account": r"account|(?:employer\s|taxpayer\s)?identification|participant|aba|routing|invoice|order|reference",
    "an amendment": r"amendment|supplement",
    "a pronouncement": r"statement|opinion|interpretation|bulletin",
}
# In small letters these are words of their own: in part, a figure, the bottom line.
_CAPITALS = (
    "a part", "a title", "a volume", "a schedule", "a table", "a figure", "a question", "an instruction", "a line",
    "a step", "an item",
)  # fmt: skip
_ANY_CASE = ("a chapter", "a paragraph", "a clause", "a footnote", "an endnote")
_A_NOTE = r"note\s(?:no\.\s)?[0-9]{1,2}(?:\([a-z0-9]\))?"
_NOTES = r"notes\s[0-9]{1,2}(?:(?:,\s?(?:and\s)?|\sand\s)[0-9]{1,2})+"
_TO_STATEMENTS = r"(?=,?\s(?:to|of|in)\s(?:the|our|its|such|those|notes|consolidated|financial)(?![a-z]))"
_NAMED_PART = r"(?>(?:[a-z]{1,2}-?)?[0-9]{1,3}(?:\.[0-9]{1,3})*|[a-z](?=\())"
_EXHIBIT = rf"(?:nos?\.\s?)?(?:{_NAMED_PART}{_BRACKETS}*|{_BRACKETS}+){NO_FIGURE}"

_REFERENCES: tuple[Reference, ...] = (
    Reference("citation of a rule", _of("rule|regulation", "rules|regulations", 4)),
    Reference("citation of a rule", rf"[0-9]{{1,3}}\s{_CODE}\s?(?:(?:§+|sections?|parts?)\s?)?{_one(5)}"),
    Reference("citation of a rule", rf"[0-9]{{1,2}}[a-z]{{1,2}}[0-9]?-[0-9]{{1,3}}{_BRACKETS}*(?![0-9a-z])"),
    Reference("citation of a statute", _STATUTES),
    Reference(
        "citation of a statute", r"(?:19|20)[0-9]{2}\s(?:securities\s|exchange\s|trust\sindenture\s)?act(?![a-z])"
    ),
    Reference(
        "citation of a statute", r"(?:public\slaw|pub\.\sl\.|p\.\s?l\.)\s(?:no\.\s)?[0-9]{2,3}-[0-9]{1,4}(?![0-9])"
    ),
    Reference(
        "citation of a standard", rf"(?:{_STANDARDS})\s(?:(?:statement|opinion|issue|position)\s)?{_one()}", True
    ),
    Reference(
        "number of a section",
        rf"(?:clause|condition|(?:sub)?paragraph|(?:sub)?section)s?\s{_BRACKETS}+(?:{_SEPARATOR}{_BRACKETS}+)*",
    ),
    Reference("number of a section", rf"§(?:\s?{_one(5)}|§\s?{_several(5)})"),
    Reference(
        "number of a section", _of("(?:sub)?section|sec\\.|article|art\\.", "(?:sub)?sections|secs\\.|articles", 5)
    ),
    *(Reference(f"number of {what}", _of(what.split()[1], f"{what.split()[1]}s"), True) for what in _CAPITALS),
    Reference("number of a box", _of("box", "boxes"), True),
    *(Reference(f"number of {what}", _of(what.split()[1], f"{what.split()[1]}s")) for what in _ANY_CASE),
    Reference("number of a page", rf"pages?\s[0-9]{{1,3}}\sof\s[0-9]{{1,3}}{NO_FIGURE}"),
    Reference(
        "number of a page",
        rf"(?:pages?|pp?\.)\s(?:[fsa-d]-[0-9]{{1,3}}(?:{_SEPARATOR}[fsa-d]-[0-9]{{1,3}})*)",
    ),
    Reference("number of a page", _of("page|p\\.", "pages|pp\\.")),
    Reference(
        "number of an exhibit", rf"(?:(?:exhibit\s|ex-){_EXHIBIT}|exhibits\s{_EXHIBIT}(?:{_SEPARATOR}{_EXHIBIT})*)"
    ),
    Reference(
        "number of an annex",
        rf"(?:annex(?:es)?|appendix|appendices|attachments?)\s{_NAMED_PART}{_BRACKETS}*{NO_FIGURE}",
    ),
    Reference("number of a note", rf"(?:{_A_NOTE}|{_NOTES}){_TO_STATEMENTS}", True),
    Reference(
        "number of a note", rf"(?:(?<=see\s)|(?<=also\s)|(?<=in\s)|(?<=and\s)|(?<=under\s)){_A_NOTE}{NO_FIGURE}", True
    ),
    Reference("number of a note", rf"(?:(?<=\()|(?<=see\s)|(?<=also\s))(?:{_A_NOTE}|{_NOTES}){NO_FIGURE}", True),
    Reference("number of a form", r"schedules?\s(?:13|14)[a-z](?:-[0-9a-z]+)?(?:/a)?(?![0-9a-z])"),
    Reference(
        "number of a form",
        r"forms?\s(?=[a-z-]*[0-9])(?>[0-9]{1,4}-?[a-z]{1,3}[0-9]{0,3}|[a-z]{1,2}-[0-9]{1,2}[a-z]*)(?:/a)?(?![0-9a-z])",
    ),
    Reference("number of a form", rf"forms?\s{_plain(4)}", True),
    Reference("number of a form", r"(?:10|8|6|11|18|20|40)-[kqf](?:sb|405)?(?:/a)?(?![0-9a-z-])"),
    Reference("number of a form or a page", r"(?<!class\s)(?<!series\s)[sft]-[0-9]{1,3}(?:/a)?(?![0-9a-z-])", True),
    *(Reference(f"number of {what}", _numbered(words)) for what, words in _NUMBERED.items()),
    Reference(
        "hours of a service",
        r"(?:24|twenty-four)\shours\s(?:a|per)\sday|(?:7|seven)\sdays\s(?:a|per)\sweek|24/7(?![0-9/])",
    ),
    Reference("telephone number", rf"(?<![-.)])(?<!\)\s)[2-9][0-9]{{2}}-[0-9]{{4}}{NO_FIGURE}"),
    Reference(
        "scale of a table",
        r"in\s(?:hundreds|thousands|millions|billions)(?=[,;:).]|\s(?:of\s[a-z.]{1,4}\s?dollars|except)|\s*\Z)",
    ),
    Reference("year of a copyright", rf"(?:©|\(c\)|copyright)(?:\s?©|\s\(c\))?\s{_YEAR}(?:[-–]{_YEAR})?"),
)
FIRST_LETTERS = (
    "(?:[0-9§©(]|a[bcmnprst]|b[ou]|c[ahilo]|do|e[imnx]|f[aios-]|i[adfnt]|l[ai]|no|o[pr]|p[apu.]|qu|r[eou]"
    "|s[acefioptu-]|t[aiw-]|vo)"
)
"""With what a way of citing may begin: looked at first, for most words begin otherwise."""
# What needs a capital letter and has none must not hide what needs none.
REFERENCES = tuple(sorted(_REFERENCES, key=lambda reference: reference.capital))
"""The ways of citing; at one place the first that fits counts."""
