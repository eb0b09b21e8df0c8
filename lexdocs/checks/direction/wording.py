"""The words around a value that bound it or call it rounded."""

from __future__ import annotations

import re
from enum import StrEnum


class Bound(StrEnum):
    """On which side of a printed value the true one must lie."""

    CEILING = "ceiling"  # at most what is printed
    FLOOR = "floor"  # at least what is printed


_HEDGES = (
    r"(?:approximately|approx\.?|about|roughly|around|some|circa|ca\.|nearly|almost|close to|[~≈]"
    r"|just (?:under|over|above|below|short of|shy of)|an estimated|estimated (?:at|to be)|[io]n the order of"
    # The same in Spanish, French and German: documents in them are read too.
    r"|(?:alrededor|cerca) del?|aproximadamente|environ|rund|etwa|ungefähr)"
)
_FILLING = (
    r"(?:(?:an?|the|of|in|to|aggregate|total|combined|principal|face|amount|sum|number|additional|further|another|cash"
    rf"|all|us|u\.s\.|{_HEDGES})\s*)"
)
_CEILINGS = (
    r"up to", r"(?:not|no) (?:more|greater|higher) than", r"at (?:the )?most", r"cannot exceed",
    r"(?:not|never) (?:to )?exceed(?:ing|s)?", r"(?:not|never) in excess of", r"(?:not|never) above",
    r"limited to", r"capped at", r"(?:a|the) (?:cap|limit|ceiling|maximum) of", r"as (?:much|many) as",
)  # fmt: skip
_FLOORS = (
    r"at (?:the very )?least", r"(?:not|no) (?:less|fewer|lower) than", r"(?:not|never) below",
    r"(?:a|the) (?:floor|minimum) of",
)  # fmt: skip
_BELOW = (r"less than", r"fewer than", r"lower than", r"under", r"below", r"nearly", r"almost", r"just short of")
_ABOVE = (r"more than", r"greater than", r"higher than", r"in excess of", r"exceed(?:s|ing|ed)?", r"over", r"above")

# "The minimum is tendered" names a case, and no value of it is a minimum for that.
_CASES = r"\b(?:tendered|exchanged|met|satisfied|received|reached|if|when|while)\b"
_VERBS = r"(?:of|is|are|be|was|were|been|equals?|equal to|at|to|comes to|amounts to)"
_BETWEEN = rf"\b(?:(?!{_CASES})[^.,;:()0-9]){{0,70}}?\b{_VERBS}\s+{_FILLING}{{0,4}}"


def _ending(*phrases: str, filling: int) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})\s+{_FILLING}{{0,{filling}}}$", re.IGNORECASE)


def _named(word: str) -> re.Pattern[str]:
    """`maximum … is`, and `maximum` right before a value."""
    return re.compile(rf"\b{word}(?:{_BETWEEN}|\s+)$", re.IGNORECASE)


_BOUNDS = (
    (Bound.CEILING, _ending(*_CEILINGS, filling=7)),
    (Bound.FLOOR, _ending(*_FLOORS, filling=7)),
    (Bound.CEILING, _named("maximum")),
    (Bound.FLOOR, _named("minimum")),
    (Bound.CEILING, _ending(*_BELOW, filling=3)),
    (Bound.FLOOR, _ending(*_ABOVE, filling=3)),
)
_OR = r"^[\s,]*(?:[\w%'’-]+\s+){0,3}?or "
_BEHIND = (
    (Bound.FLOOR, re.compile(rf"{_OR}(?:more|greater|higher|above|over)\b", re.IGNORECASE)),
    (Bound.CEILING, re.compile(rf"{_OR}(?:less|fewer|lower|below|under)\b", re.IGNORECASE)),
)
_CEILING_HEAD = r"^(?:the )?maximum \w|\b(?:at most|up to|(?:not|no) more than|not to exceed)\b"
_FLOOR_HEAD = r"^(?:the )?minimum (?!if|is)\w|\b(?:at least|(?:not|no) (?:less|fewer) than)\b"
_HEADING = (
    (Bound.CEILING, re.compile(_CEILING_HEAD, re.IGNORECASE)),
    (Bound.FLOOR, re.compile(_FLOOR_HEAD, re.IGNORECASE)),
)

_HEDGED = re.compile(rf"(?<![\w-]){_HEDGES}\s*{_FILLING}{{0,5}}$", re.IGNORECASE)
_HEDGED_BEHIND = re.compile(
    r"^\s*(?:\([^)]{0,40}\b(?:rounded|approximately)\b[^)]*\)|,? rounded\b|or so\b)", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"(?<!\bInc)(?<!\bCorp)(?<!\bCo)(?<!\bNo)(?<!\bp\.m)(?<!\ba\.m)[.;:?!][\"”’)]*\s+(?=[\"“(]?[A-Z0-9(])"
)
_ROUNDED_HEAD = re.compile(
    r"\b(?:round(?:ed|ing)|approximate(?:ly)?|approx|about|estimated?|in (?:thousands|millions|billions))\b|000s",
    re.IGNORECASE,
)
_AMOUNTS = r"\b(?:amounts|figures|percentages|numbers|totals|sums|dollars|values)\b[^.;]{0,80}\b"
_ROUNDED = r"rounded(?=\s*(?:[.,;)]|$)|\s+(?:for|to the nearest|to (?:whole|one|two|three|four|a|the))\b)"
_ADDING = r"\b(?:due to|because of|on account of|by reason of) rounding\b|\bmay not (?:add|sum|total|foot)\b"
_ADDING_NOTE = re.compile(_ADDING, re.IGNORECASE)
_ROUNDED_NOTE = re.compile(rf"{_AMOUNTS}(?:{_ROUNDED}|subject to rounding|approximate\b)|{_ADDING}", re.IGNORECASE)


def level(text: str) -> str:
    r"""A text with its white space as single spaces, those at its ends too.

    >>> level("up\u00a0to\n ")
    'up to '
    """
    return re.sub(r"\s+", " ", text)


def last_sentence(before: str) -> str:
    """The words of the sentence in which a value stands, up to the value.

    >>> last_sentence("It is up to $5. The fee is ")
    'The fee is '
    """
    ends = [match.end() for match in _SENTENCE.finditer(before)]
    return before[ends[-1] :] if ends else before


def bound(before: str, after: str) -> tuple[Bound, str] | None:
    """On which side of a value its own words say that the true one lies, and these words.

    >>> bound("holders of not less than ", " of the notes")
    (<Bound.FLOOR: 'floor'>, 'not less than')
    >>> bound("the maximum principal that can remain is ", ""), bound("the fee is ", " for each note")
    ((<Bound.CEILING: 'ceiling'>, 'maximum principal that can remain is'), None)
    >>> bound("if the minimum is tendered the fee is ", "")
    """
    for side, pattern in _BOUNDS:
        found = pattern.search(before[-200:])
        if found:
            return side, " ".join(found[0].split())
    for side, pattern in _BEHIND:
        found = pattern.search(after[:60])
        if found:
            return side, " ".join(found[0].split())
    return None


def bound_of_head(head: str) -> tuple[Bound, str] | None:
    """The same for what heads a row of a table."""
    return next(((side, head) for side, pattern in _HEADING if pattern.search(head)), None)


def bound_of_name(name: str) -> Bound | None:
    """The same for what a figure is called; what lacks to a minimum is none.

    >>> bound_of_name("maximum_warrants"), bound_of_name("outstanding"), bound_of_name("minimum_lacks")
    (<Bound.CEILING: 'ceiling'>, None, None)
    """
    if "lacks" in name or "shortfall" in name:
        return None
    return Bound.CEILING if name.startswith("maximum_") else Bound.FLOOR if name.startswith("minimum_") else None


def hedged(before: str, after: str = "") -> bool:
    """Whether words say that a value is rough.

    >>> hedged("or about "), hedged("about a total of "), hedged("is about to pay "), hedged("is ", " (rounded)")
    (True, True, False, True)
    """
    return bool(_HEDGED.search(before[-120:]) or _HEDGED_BEHIND.search(after[:60]))


def says_rounded(heads: str) -> bool:
    """Whether the heads or the caption of a table say that its values are rounded."""
    return bool(_ROUNDED_HEAD.search(heads))


def is_adding_note(text: str) -> bool:
    """Whether a block of words says that amounts may not add to their total because of rounding.

    >>> is_adding_note("Amounts may not add to the fee."), is_adding_note("Percentages are rounded.")
    (True, False)
    """
    return bool(_ADDING_NOTE.search(text))


def is_rounding_note(text: str) -> bool:
    """Whether a block of words says that the amounts of its document are printed rounded.

    >>> is_rounding_note("Percentages are rounded."), is_rounding_note("The totals are rounded once, for all holders.")
    (True, False)
    """
    return bool(_ROUNDED_NOTE.search(text))
