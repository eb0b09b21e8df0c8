"""How a text cites: the patterns that ways of citing are made of.

The patterns are for a text as `characters.alike` gives it. A keyword alone is not enough: what stands behind it
must be written as such a number is, and no unit may follow, so that "Section 4.25" is a place and "4.25 shares" is not.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reference:
    """A way of citing: `why` it is no figure, its `pattern`, and whether its first letter must be a capital one.

    `first` are the letters with which it may begin; where it begins with a digit or a sign there are none. `behind` is
    what must stand right before it, where it is told by that alone.
    """

    why: str
    first: str
    pattern: str
    capital: bool = False
    behind: str = ""


UNIT = (
    "shares?|warrants?|notes?|bonds?|debentures?|units?|dollars?|euros?|per ?cent|holders?|days?|business|calendar"
    "|weeks?|months?|quarters?|years?|hours?|minutes|hundred|thousand|million|billion|trillion|basis|points?|times|principal"
    "|midnight|noon|[ap]\\.?m|january|february|march|april|may|june|july|august|september|october|november|december"
)
# A number of a list of references may not be the number of something, nor the beginning of a longer one.
NO_FIGURE = rf"(?![0-9a-z(%]|[.,/:-][0-9]|\s?%|\s[0-9]+/|\s(?:{UNIT})(?![a-z]))"
# A number that is no amount and no end of a longer one.
NO_AMOUNT = r"(?<![.,$£€/-])"
BRACKETS = r"(?:\((?:[a-z]{1,5}|[0-9]{1,2}[a-z]?)\))"
# 14e-1(a), 240.14e-1, 144a, 77aaa, 3(a)(9), 10b-5: a letter or a bracket makes it no figure, whatever follows.
LETTERED = (
    rf"(?>[0-9]{{1,4}}(?:\.[0-9]{{1,4}})*(?:[a-z]{{1,4}}(?![a-z])[0-9]*(?:-[0-9]+[a-z]?)*|(?={BRACKETS})){BRACKETS}*)"
    r"(?![0-9a-z])"
)
SEPARATOR = r"(?:,\s?(?:and\s|or\s)?|\s(?:and|or|to|through)\s|\s?[-–]\s?)(?:§+\s?)?"


def plain(digits: int) -> str:
    """A number that nothing shows to be that of a list: so many digits in front, and no unit behind."""
    return rf"(?>[0-9]{{1,{digits}}}(?:[.-][0-9]{{1,4}})*){NO_FIGURE}"


def one(digits: int = 3) -> str:
    """The number of one thing, and what may be cited with it without being taken for a figure."""
    number = rf"(?:{LETTERED}|{plain(digits)})"
    return rf"(?:nos?\.\s?)?{number}(?:{SEPARATOR}{LETTERED})*"


def several(digits: int = 3) -> str:
    """The numbers of several things."""
    number = rf"(?:{LETTERED}|{plain(digits)})"
    return rf"(?:nos?\.\s?)?{number}(?:{SEPARATOR}(?!(?:19|20)[0-9]{{2}}(?![0-9])){number})*"


def of(singular: str, plural: str, digits: int = 3) -> str:
    """One thing with its number, or several with theirs."""
    return rf"(?:(?:{singular})\s{one(digits)}|(?:{plural})\s{several(digits)})"


def numbered(words: str) -> str:
    """A thing that has a number, said in so many words: File No. 333-12345, (Commission File Number) 1-1234."""
    return (
        rf"(?:{words})\s(?:nos?\.?|numbers?|#|code)\)?(?:\s?[.:]{{1,60}})?\s{{0,3}}"
        rf"{_TOKEN}(?:{SEPARATOR}(?=[0-9]+[-/]){_TOKEN})*{NO_FIGURE}"
    )


_TOKEN = r"(?>(?:[a-z]{1,3}-)?[0-9][0-9a-z]*(?:[-/][0-9a-z]+)*)(?![,.][0-9]|[0-9a-z])"  # noqa: S105  no password
YEAR = "(?:17|18|19|20)[0-9]{2}"
