"""What a text cites rather than states: rules and statutes, forms, files, cases, and the numbers of its parts."""

from __future__ import annotations

from lexdocs.notation.calls import CALLS
from lexdocs.notation.cases import CASES
from lexdocs.notation.citing import BRACKETS, NO_FIGURE, SEPARATOR, YEAR, Reference, of, one, plain, several
from lexdocs.notation.credit import SPREADS
from lexdocs.notation.exhibits import EXHIBITS, NAMED_PART
from lexdocs.notation.filings import FILINGS
from lexdocs.notation.pages import PAGES

_CODE = r"(?:c\.?\s?f\.?\s?r\.?|u\.?\s?s\.?\s?c\.?(?:\s?a\.)?|fed\.\s?reg\.|f\.?r\.)"
_STATUTES = (
    r"(?:acts?(?:\s\([^()\n]{1,40}\))?,?\s(?:of\s)?|(?:code|law|ordinance|statute)s?\sof\s)"
    rf"{YEAR}(?![0-9a-z]|[.,][0-9])"
)
_STANDARDS = "sfas|fas|fasb|fin|eitf|sab|ifrs|ias|asc|apb|sop"
# In small letters these are words of their own: in part, a figure, the bottom line.
_CAPITALS = (
    "a part", "a title", "a volume", "a schedule", "a table", "a figure", "a question", "an instruction", "a line",
    "a step", "an item",
)  # fmt: skip
_ANY_CASE = ("a chapter", "a paragraph", "a clause", "a footnote", "an endnote")
_A_NOTE = r"note\s(?:no\.\s)?[0-9]{1,2}(?:\([a-z0-9]\))?"
_NOTES = r"notes\s[0-9]{1,2}(?:(?:,\s?(?:and\s)?|\sand\s)[0-9]{1,2})+"
_TO_STATEMENTS = r"(?=,?\s(?:to|of|in)\s(?:the|our|its|such|those|notes|consolidated|financial)(?![a-z]))"

_REFERENCES: tuple[Reference, ...] = (
    Reference("citation of a rule", "r", of("rule|regulation", "rules|regulations", 4)),
    Reference("citation of a rule", "", rf"[0-9]{{1,3}}\s{_CODE}\s?(?:(?:§+|sections?|parts?)\s?)?{one(5)}"),
    Reference("citation of a rule", "", rf"[0-9]{{1,2}}[a-z]{{1,2}}[0-9]?-[0-9]{{1,3}}{BRACKETS}*(?![0-9a-z])"),
    Reference(
        "citation of a rule",
        "r",
        r"rev(?:enue|\.)\s?(?:rul(?:ing|\.)|proc(?:edure|\.))\s[0-9]{2,4}-[0-9]{1,3}(?![0-9])",
    ),
    Reference("citation of a statute", "aclos", _STATUTES),
    Reference(
        "citation of a statute",
        "",
        r"(?:19|20)[0-9]{2}\s(?:securities\s|exchange\s|trust\sindenture\s)?act(?![a-z])",
    ),
    Reference(
        "citation of a statute", "p", r"(?:public\slaw|pub\.\sl\.|p\.\s?l\.)\s(?:no\.\s)?[0-9]{2,3}-[0-9]{1,4}(?![0-9])"
    ),
    Reference(
        "citation of a standard",
        "aefis",
        rf"(?:{_STANDARDS})\s(?:(?:statement|opinion|issue|position)\s)?{one()}",
        True,
    ),
    Reference(
        "number of a section",
        "cps",
        rf"(?:clause|condition|(?:sub)?paragraph|(?:sub)?section)s?\s{BRACKETS}+(?:{SEPARATOR}{BRACKETS}+)*",
    ),
    Reference("number of a section", "", rf"§(?:\s?{one(5)}|§\s?{several(5)})"),
    Reference(
        "number of a section", "as", of("(?:sub)?section|sec\\.|article|art\\.", "(?:sub)?sections|secs\\.|articles", 5)
    ),
    *(
        Reference(f"number of {what}", what.split()[1][0], of(what.split()[1], f"{what.split()[1]}s"), True)
        for what in _CAPITALS
    ),
    Reference("number of a box", "b", of("box", "boxes"), True),
    *(
        Reference(f"number of {what}", what.split()[1][0], of(what.split()[1], f"{what.split()[1]}s"))
        for what in _ANY_CASE
    ),
    *PAGES,
    *EXHIBITS,
    Reference(
        "number of an annex",
        "a",
        rf"(?:annex(?:es)?|appendix|appendices|attachments?)\s{NAMED_PART}{BRACKETS}*{NO_FIGURE}",
    ),
    Reference("number of a note", "n", rf"(?:{_A_NOTE}|{_NOTES}){_TO_STATEMENTS}", True),
    Reference(
        "number of a note",
        "n",
        rf"(?:(?<=see\s)|(?<=also\s)|(?<=in\s)|(?<=and\s)|(?<=under\s)){_A_NOTE}{NO_FIGURE}",
        True,
    ),
    Reference("number of a note", "n", rf"(?:(?<=\()|(?<=see\s)|(?<=also\s))(?:{_A_NOTE}|{_NOTES}){NO_FIGURE}", True),
    Reference("number of a form", "s", r"schedules?\s(?:13|14)[a-z](?:-[0-9a-z]+)?(?:/a)?(?![0-9a-z])"),
    Reference(
        "number of a form",
        "f",
        r"forms?\s(?=[a-z-]*[0-9])(?>[0-9]{1,4}-?[a-z]{1,3}[0-9]{0,3}|[a-z]{1,2}-[0-9]{1,2}[a-z]*)(?:/a)?(?![0-9a-z])",
    ),
    Reference("number of a form", "f", rf"forms?\s{plain(4)}", True),
    Reference("number of a form", "", r"(?:10|8|6|11|18|20|40)-[kqf](?:sb|405)?(?:/a)?(?![0-9a-z-])"),
    Reference(
        "number of a form or a page", "fst", r"(?<!class\s)(?<!series\s)[sft]-[0-9]{1,3}(?:/a)?(?![0-9a-z-])", True
    ),
    *FILINGS,
    *CASES,
    *CALLS,
    *SPREADS,
    Reference(
        "scale of a table",
        "i",
        r"in\s(?:hundreds|thousands|millions|billions)(?=[,;:).]|\s(?:of\s[a-z.]{1,4}\s?dollars|except)|\s*\Z)",
    ),
    Reference("year of a copyright", "", rf"(?:©|\(c\))(?:\s?©|\s\(c\))?\s{YEAR}(?:[-–]{YEAR})?"),
    Reference("year of a copyright", "c", rf"copyright(?:\s?©|\s\(c\))?\s{YEAR}(?:[-–]{YEAR})?"),
    Reference("decade", "", r"1[5-9][0-9]0s(?![0-9a-z])"),
    Reference("age of a person", "", r"(?<![.,$£€/-])[0-9]{2}\syears\sold(?![a-z])"),
    Reference("age of a person", "a", rf"aged?\s[0-9]{{2}}{NO_FIGURE}"),
)
FIRST_LETTERS = (
    r"(?:a[bcmnprst]|aged?\s[0-9]|b[ou]|ba[st]|c[ahilo]|certi|do|e[imnx]|f[aios-]|i[abdfnt.]|job|l[ai]|n[ou]|o[pru]"
    r"|p[apu.]|pres|proj|qu|r[eou]|s[acefioptu-]|shee|sl[iu]|t[aiw-]|transm|vo|x[.0-9]|yo|[elst]\s?\+)"
)
"""With what a way of citing may begin that begins with a letter: looked at first, for most words begin otherwise."""
FIRST_SIGNS = r"[0-9§©(\[]"
"""With what any other may begin."""
GROUPS = ("", "abcd", "efghijklmn", "opqr", "stuvwxyz")
"""The letters by which they are parted, so that at one place only those are tried that may begin so."""
# What needs something more than its words must not hide what needs none.
REFERENCES = tuple(sorted(_REFERENCES, key=lambda reference: reference.capital or bool(reference.behind)))
"""The ways of citing; at one place the first that fits counts."""
