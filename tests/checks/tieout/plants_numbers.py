"""Ways in which a number goes wrong on its way to paper: each takes what stands there and gives something else."""

from __future__ import annotations

import re
from random import Random

from lexdocs.notation.numbers import SCALES
from lexdocs.notation.words import ORDINALS, SMALL

_SIGNS = "¼½¾⅓⅔⅛⅜⅝⅞"
_BUILT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PARTS = ("half", "third", "fourth", "fifth", "quarter")


def _digits(said: str) -> list[int]:
    return [at for at, char in enumerate(said) if char in "0123456789"]


def _with(said: str, at: int, new: str, size: int = 1) -> str:
    return said[:at] + new + said[at + size :]


def digits_swapped(said: str, chance: Random) -> str | None:
    """Two digits beside one another change places, over a comma too.

    >>> digits_swapped("$20", Random(1))
    '$02'
    """
    pairs = [
        (one, other)
        for one, other in zip(_digits(said), _digits(said)[1:], strict=False)
        if said[one] != said[other] and re.fullmatch(r"[,.]?", said[one + 1 : other])
    ]
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    return _with(_with(said, one, said[other]), other, said[one])


def digit_changed(said: str, chance: Random) -> str | None:
    """One digit becomes another.

    >>> digit_changed("9%", Random(1))
    '1%'
    """
    if not _digits(said):
        return None
    at = chance.choice(_digits(said))
    return _with(said, at, chance.choice("0123456789".replace(said[at], "")))


def digit_dropped(said: str, chance: Random) -> str | None:
    """A digit is left out; the commas stay as they were, or follow."""
    places = _digits(said)
    if len(places) < 2:
        return None
    at = chance.choice(places)
    return _grouped(_with(said, at, ""), chance)


def digit_doubled(said: str, chance: Random) -> str | None:
    """A digit is typed twice."""
    if not _digits(said):
        return None
    at = chance.choice(_digits(said))
    return _grouped(_with(said, at, said[at] * 2), chance)


def _grouped(said: str, chance: Random) -> str:
    """The same digits, half of the time with commas where they belong."""
    number = re.search(r"[0-9]+(?:,[0-9]+)+", said)
    if number is None or chance.random() < 0.5:
        return said
    return _with(said, number.start(), f"{int(number[0].replace(',', '')):,}", len(number[0]))


def thousands_dropped(said: str, chance: Random) -> str | None:
    """The last three noughts are left out.

    >>> thousands_dropped("$27,412,000", Random(1)), thousands_dropped("4,828,036", Random(1))
    ('$27,412', None)
    """
    found = re.search(r"(?<=[0-9]),000(?![0-9,])", said)
    return _with(said, found.start(), "", 4) if found else None


def point_moved(said: str, chance: Random) -> str | None:
    """The decimal point stands a place further.

    >>> point_moved("5.4", Random(1))
    '54.'
    """
    found = re.search(r"([0-9])\.([0-9])", said)
    if found is None:
        return None
    left, right = found.groups()
    return _with(said, found.start(), chance.choice((f"{left}{right}.", f".{left}{right}")), 3)


def sign_changed(said: str, chance: Random) -> str | None:
    """Another currency.

    >>> sign_changed("$5", Random(1))
    '€5'
    """
    at = said.find("$")
    return _with(said, at, chance.choice("€€£")) if at >= 0 else None


def scale_changed(said: str, chance: Random) -> str | None:
    """A billion for a million, and the like.

    >>> scale_changed("$27.4 million", Random(1))
    '$27.4 billion'
    """
    found = re.search("|".join(SCALES), said)
    if found is None:
        return None
    others = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion"}
    return _with(said, found.start(), others[found[0]], len(found[0]))


def truncated(said: str, chance: Random) -> str | None:
    """A percentage or a price is cut short.

    >>> truncated("99.98%", Random(2)), truncated("12 3/4%", Random(1)), truncated("12¾%", Random(1))
    ('99%', '12%', '12%')
    """
    fraction = re.search(rf"(?<=[0-9])(?:[\s-]+[0-9]+/[0-9]+|\s?[{_SIGNS}])", said)
    if fraction:
        return _with(said, fraction.start(), "", len(fraction[0]))
    decimals = re.search(r"(?<=[0-9])\.[0-9]+", said)
    if decimals is None:
        return None
    kept = chance.randrange(len(decimals[0]) - 1)
    return _with(said, decimals.start(), decimals[0][: kept + 1] if kept else "", len(decimals[0]))


def fraction_changed(said: str, chance: Random) -> str | None:
    """Another fraction: 1/4 for 3/4, ½ for ¾, one-third for one-half.

    >>> fraction_changed("9 3/4%", Random(1)), fraction_changed("one-half", Random(1))
    ('9 1/2%', 'one-fourth')
    """
    typed = re.search(r"[0-9]+/[0-9]+", said)
    built = re.search("[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?=⁄)", said)
    sign = re.search(f"[{_SIGNS}]", said)
    word = re.search("|".join(_PARTS), said)
    if typed:
        others = [each for each in ("1/4", "1/2", "3/4", "1/8", "3/8", "5/8", "7/8") if each != typed[0]]
        return _with(said, typed.start(), chance.choice(others), len(typed[0]))
    if built:
        other = chance.choice([each for each in ("1", "3", "5", "7") if each.translate(_BUILT) != built[0]])
        return _with(said, built.start(), other.translate(_BUILT), len(built[0]))
    if sign:
        return _with(said, sign.start(), chance.choice(_SIGNS.replace(sign[0], "")))
    if word:
        same = {"fourth", "quarter"}
        others = [each for each in _PARTS if each != word[0] and not {each, word[0]} <= same]
        return _with(said, word.start(), chance.choice(others), len(word[0]))
    return None


def _word_changed(said: str, chance: Random, table: dict[str, int]) -> str | None:
    found = [match for match in re.finditer("[a-z]+", said.lower()) if match[0] in table]
    if not found:
        return None
    match = chance.choice(found)
    value = table[match[0]]
    near = [word for word, number in table.items() if 0 < abs(number - value) <= 2]
    if not near:
        return None
    before = said[match.start() : match.end()]
    new = chance.choice(near)
    new = new.upper() if before.isupper() else new.capitalize() if before[0].isupper() else new
    return _with(said, match.start(), new, len(before))


def count_changed(said: str, chance: Random) -> str | None:
    """Another count in words: five for four.

    >>> count_changed("Four", Random(1))
    'Two'
    """
    return _word_changed(said, chance, {word: number for word, number in SMALL.items() if number > 1})


def ordinal_changed(said: str, chance: Random) -> str | None:
    """Another ordinal, in words or in digits.

    >>> ordinal_changed("third", Random(1)), ordinal_changed("21st", Random(1))
    ('first', '22nd')
    """
    ends = {1: "st", 2: "nd", 3: "rd"}
    digits = re.search(r"([0-9]+)(?:st|nd|rd|th)", said)
    if digits:
        other = int(digits[1]) + 1
        end = "th" if other % 100 in (11, 12, 13) else ends.get(other % 10, "th")
        return _with(said, digits.start(), f"{other}{end}", len(digits[0]))
    return _word_changed(said, chance, ORDINALS)
