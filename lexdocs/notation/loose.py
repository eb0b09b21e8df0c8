"""Numbers that running text says loosely: half of them · a third of · a quarter of · two dozen · twice · threefold.

No term is typed so and no figure is printed so. They are found because a number typed into the words of
a document is a figure with two authors, whatever the words for it.
"""

from __future__ import annotations

import re
from fractions import Fraction

from lexdocs.notation.grammar import GAP, HYPHEN, Form, Kind, Start
from lexdocs.notation.parts import PARTS
from lexdocs.notation.words import BELOW_100, END, SCALES, SMALL, add_words, any_of

_DOZEN = 12
_FOLDS = {word + "fold": number for word, number in [*SMALL.items(), ("hundred", 100), ("thousand", 1000)]}
_WORDS = (
    {"zero": 0, "twice": 2, "double": 2, "thrice": 3, "triple": 3, "hundreds": 100}
    | {scale + "s": number for scale, number in SCALES.items()}
    | {fold: number for fold, number in _FOLDS.items() if number > 1}
)

_JOIN = rf"(?:{HYPHEN}|{GAP})"
_BELOW = [word for word, number in PARTS.items() if number > 2 and word.endswith(("rd", "th"))]
# A half-year is a period, half up a rule of rounding, half past a time: none is a half of anything printed.
_NO_HALF = (
    rf"(?:years?|yearly|up|down|even|past|hearted(?:ly)?|time|way|hour(?:ly|s)?|days?"
    rf"|an?{GAP}(?:(?:percentage{GAP})?point|hour|day|year|month|minute|mile|century|decade|heart|mind))"
)
_HALF = rf"(?:half{END}(?!{_JOIN}{_NO_HALF}{END})|halves{END})"
# A quarter alone is a period, and a third alone one thing more: "a third, Oak Fund, declined".
_PARTS_OF = rf"a{GAP}(?:quarter(?={GAP}(?:of|per){END})|{any_of(_BELOW)}(?={GAP}of{END}))"
_A_THIRD = (
    rf"a{GAP}third(?={GAP}(?:(?:at|on|in|less|more|above|below){END}(?!{GAP}a{GAP}(?:series|row|line){END})|(?:and|to|or){GAP}(?:a{GAP})?half)"
    rf"|[.;:!?)]|\s*\Z)"
)
_BY = rf"(?:by|than|nearly|almost|about|roughly){GAP}"
_BY_A_PART = rf"a{GAP}(?:quarter|third)(?=[,.;:!?)]|\s*\Z|{GAP}(?:from|since|to|in|on|at|and|or){END})"
_MIXED = rf"{BELOW_100}{_JOIN}and{_JOIN}a{_JOIN}(?:half|quarter){END}(?!{_JOIN}years?{END})"
_DOZENS = rf"(?:(?:a{GAP})?half{_JOIN}(?:a{GAP})?|(?:{BELOW_100}|a){_JOIN})?dozens?{END}"

# What these begin with, where it is no number in words by itself.
_LETTERS = "".join(sorted({word[0] for word in ("a", "half", "dozen", *_WORDS)}))
FIRST_WORD = (
    rf"(?=[{_LETTERS}])(?:{any_of([*_WORDS, 'half', 'halves', 'dozen', 'dozens'])}{END}"
    rf"|a{_JOIN}(?:half|dozen|{any_of(['quarter', *_BELOW])}){END})"
)


def _read_part(said: str, _original: str) -> Fraction:
    """The number of a part, and of the whole number before it.

    >>> _read_part("two and a quarter", ""), _read_part("half", "")
    (Fraction(9, 4), Fraction(1, 2))
    """
    *before, part = re.findall(r"[a-z]+", said)
    return add_words(" ".join(before)) + Fraction(1, PARTS[part])


def _read_dozens(said: str, _original: str) -> int:
    if "half" in said:
        return _DOZEN // 2
    return _DOZEN * (add_words(said) or 1)


FORMS = (
    Form(Kind.COUNT, Start.WORD, _DOZENS, _read_dozens),
    Form(Kind.FRACTION, Start.WORD, rf"{_MIXED}|{_PARTS_OF}|{_A_THIRD}|(?:a{_JOIN})?{_HALF}", _read_part),
    Form(Kind.FRACTION, Start.WORD, _BY_A_PART, _read_part, _BY),
    Form(Kind.COUNT, Start.WORD, any_of(_WORDS) + END, lambda said, _original: _WORDS[said]),
)
