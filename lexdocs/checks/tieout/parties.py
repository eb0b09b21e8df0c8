"""Names: the parties, the agents and the titles of a deal in a text, rightly spelled or nearly."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lexdocs.checks.tieout.context import flat
from lexdocs.figures.book import FigureBook
from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure
from lexdocs.notation.dates import MONTHS
from lexdocs.notation.numbers import read_mixed
from lexdocs.notation.units import Unit

_TOKEN = re.compile(r"[^\s\"“”(),;:\[\]]+")
_MONTH = "|".join(MONTHS).lower()
_RATE = re.compile(
    r"(?<![0-9.])([0-9]{1,2}(?:[ -][0-9]{1,2}/[0-9]{1,2}|\.[0-9]+)?) ?(?:%|per ?cent)"
    rf"|(?:{_MONTH}) [0-9]{{1,2}}, [0-9]{{4}}|[0-9]{{1,2}} (?:{_MONTH}),? [0-9]{{4}}"
)
_SAME = {
    "co": "company", "corp": "corporation", "inc": "incorporated", "ltd": "limited", "and": "&", "l.p": "lp",
    "l.l.c": "llc", "n.a": "na", "p.l.c": "plc",
}  # fmt: skip
_SUFFIXES = frozenset(
    {
        "company",
        "corporation",
        "incorporated",
        "limited",
        "llc",
        "lp",
        "plc",
        "na",
        "bank",
        "trust",
        "group",
        "holdings",
        "services",
        "partners",
    }
)
_KINDS_OF_NOTES = frozenset(
    "senior junior subordinated secured unsecured notes note bonds debentures securities convertible exchangeable "
    "guaranteed increasing fixed floating".split()
)
_SEVERAL = 3
_MOST_WORDS = 12
_SHORT, _LONG = 4, 7  # letters below which no near spelling counts, and from which two slips may be one
_NOT_NAMES = frozenset(
    "event_kind event_class register_level holder_level company_business share_class small_returns cap_bounds".split()
)


@dataclass(frozen=True)
class Name:
    """A name of the deal: the address of its figure, how it is written, and its words as they are compared.

    `capitals` says which of the words are written with one.
    """

    address: str
    written: str
    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    title: bool = False


@dataclass(frozen=True)
class Names:
    """The names of a deal by their first word, and by each of their words with its place."""

    by_first: Mapping[str, tuple[Name, ...]] = field(repr=False)
    by_word: Mapping[str, tuple[tuple[Name, int], ...]] = field(repr=False)
    singles: tuple[Name, ...] = field(repr=False)
    by_address: Mapping[str, Name] = field(repr=False)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word of every name."""
        return frozenset(self.by_word)


@dataclass(frozen=True)
class Called:
    """A name as a text has it; `fault` says how it differs from the deal's."""

    start: int
    end: int
    name: Name
    fault: str = ""
    order: bool = False  # the same words in another order


def names_of(book: FigureBook, rows: Mapping[str, frozenset[str]]) -> Names:
    """The names of a deal: texts that begin with a capital, programs, and titles."""
    found: dict[tuple[str, ...], Name] = {}
    for figure in book:
        if isinstance(figure, Figure) and _is_name(figure, book, rows):
            written = " ".join(shown(figure).split())
            placed = list(_words(written))
            placed = placed[1:] if placed and placed[0][0] == "the" else placed
            words = tuple(said for said, _, _ in placed)
            capitals = tuple(_capital(written, start) for _, start, _ in placed)
            if words and words not in found:
                found[words] = Name(figure.address, written, words, capitals, figure.unit is Unit.TITLE)
    by_first: dict[str, list[Name]] = defaultdict(list)
    by_word: dict[str, list[tuple[Name, int]]] = defaultdict(list)
    for name in sorted(found.values(), key=lambda each: -len(each.words)):
        by_first[name.words[0]].append(name)
        for place, word in enumerate(name.words):
            by_word[word].append((name, place))
    singles = tuple(name for name in found.values() if len(name.words) == 1)
    return Names(
        {word: tuple(each) for word, each in by_first.items()}, {word: tuple(each) for word, each in by_word.items()},
        singles, {name.address: name for name in found.values()},
    )  # fmt: skip


def _is_name(figure: Figure, book: FigureBook, rows: Mapping[str, frozenset[str]]) -> bool:
    axes = book.shapes[figure.name].axes
    if not all(axis not in rows or row in rows[axis] for axis, row in zip(axes, figure.key, strict=False)):
        return False
    if figure.unit is Unit.TITLE:
        return True
    value = str(figure.value)
    if figure.unit is not Unit.TEXT or figure.name in _NOT_NAMES or not value or len(value.split()) > _MOST_WORDS:
        return False
    if figure.name.startswith(("clearing_program",)):
        return True
    if figure.name in IDENTIFIERS:
        return True
    return value[0].isupper() and "\n" not in value and not _is_sentence(value) and not figure.name.startswith(_LABELS)


IDENTIFIERS = ("holder_id", "holder_account", "statement_number")
"""Identifiers of a row, which have digits in them; they are looked for as they stand."""
_LABELS = ("consideration_",)
_FORMS = ("Inc.", "Co.", "Corp.", "Ltd.", "L.P.", "N.A.", "S.A.")


def _is_sentence(value: str) -> bool:
    return value.endswith(".") and " " in value and not value.endswith(_FORMS)


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text as names are compared, each with its place; a rate is one word, however it is written.

    >>> [word for word, _, _ in _words("12-3/4% Notes")] == [word for word, _, _ in _words("12.75 percent Notes")]
    True
    """
    said, places = flat(text)
    at = 0
    for rate in (*_RATE.finditer(said), None):
        yield from _plain_words(said, places, at, rate.start() if rate else len(said))
        if rate:
            word = f"{read_mixed(rate[1].replace('-', ' '))}%" if rate[1] else _one_date(rate[0])
            yield word, *_placed(places, rate.start(), rate.end())
            at = rate.end()


def _one_date(date: str) -> str:
    """A date as one word, which is the same in either order."""
    return " ".join(sorted(date.replace(",", "").split()))


def _plain_words(said: str, places: Sequence[int] | None, low: int, high: int) -> Iterator[tuple[str, int, int]]:
    for match in _TOKEN.finditer(said, low, high):
        word = match[0].rstrip(".!?'’-").lstrip("'‘-")
        word = re.sub(r"['’]s$", "", word)
        if word:
            start = match.start() + match[0].index(word[0])
            yield _SAME.get(word, word), *_placed(places, start, start + len(word))


def _placed(places: Sequence[int] | None, start: int, end: int) -> tuple[int, int]:
    return (start, end) if places is None else (places[start], places[end - 1] + 1)


def calls(text: str, known: Names, seldom: frozenset[str]) -> list[Called]:
    """Every name of the deal in a text, and every near miss; `seldom` are words that the file has only once."""
    words = list(_words(text))
    held = [0] * len(words)  # of how many words the name is that takes a word
    found = [*_exact(text, words, held, known), *_turned(text, words, held, known), *_near(text, words, held, known)]
    found = [each for each in found if not any(_swallows(other, each) for other in found)]
    found += _nearly_single(text, words, held, known, seldom)
    return sorted(found, key=lambda each: each.start)


def _swallows(one: Called, other: Called) -> bool:
    """Whether a name is part of a longer one that stands there."""
    return (
        one is not other
        and one.start <= other.start
        and other.end <= one.end
        and len(one.name.words) > len(other.name.words)
    )


def _exact(text: str, words: Sequence[tuple[str, int, int]], held: list[int], known: Names) -> Iterator[Called]:
    for at, (word, start, _) in enumerate(words):
        if held[at]:
            continue
        for name in known.by_first.get(word, ()):
            count = len(name.words)
            if at + count > len(words) or (name.capitals[0] and not _capital(text, start)):
                continue
            if all(_alike(a[0], b) for a, b in zip(words[at : at + count], name.words, strict=True)):
                held[at : at + count] = [count] * count
                yield Called(start, words[at + count - 1][2], name)
                break


def _alike(said: str, meant: str) -> bool:
    """The same word, or its other number."""
    if said == meant:
        return True
    if len(meant) <= _SHORT:
        return False
    return said == (meant.removesuffix("s") if meant.endswith("s") else meant + "s")


def _capital(text: str, start: int) -> bool:
    return text[start].isupper() or text[start].isdigit()


def _turned(text: str, words: Sequence[tuple[str, int, int]], held: list[int], known: Names) -> Iterator[Called]:
    """Names of three words and more whose words stand in another order."""
    for at, (word, start, _) in enumerate(words):
        for name, _place in known.by_word.get(word, ()):
            count = len(name.words)
            window = words[at : at + count]
            if (
                count < _SEVERAL
                or len(window) < count
                or max(held[at : at + count]) >= count
                or not _capital(text, start)
            ):
                continue
            whole = text[start : window[-1][2]]
            if "(" not in whole and Counter(each[0] for each in window) == Counter(name.words):
                held[at : at + count] = [count] * count
                says = f"“{text[start : window[-1][2]]}” is “{name.written}” in another order"
                yield Called(start, window[-1][2], name, says, order=True)
                break


def _near(text: str, words: Sequence[tuple[str, int, int]], held: list[int], known: Names) -> Iterator[Called]:
    """Names of which one word is spelled otherwise, or is another."""
    for at, (word, _, _) in enumerate(words):
        for name, place in known.by_word.get(word, ()):
            first, count = at - place, len(name.words)
            if count < 2 or first < 0 or first + count > len(words) or max(held[first : first + count]) >= count:
                continue
            window = words[first : first + count]
            odd = [n for n in range(count) if not _alike(window[n][0], name.words[n])]
            if len(odd) != 1 or not _slip(text, window, name, odd[0]):
                continue
            start, end = window[0][1], window[-1][2]
            held[first : first + count] = [count] * count
            yield Called(
                start, end, name, f"“{' '.join(text[start:end].split())}” stands where “{name.written}” belongs"
            )
            break


def _slip(text: str, window: Sequence[tuple[str, int, int]], name: Name, odd: int) -> bool:
    """Whether the one word that differs is a slip of the pen, another form of the company, or another kind of note."""
    said, start, _ = window[odd]
    meant = name.words[odd]
    if any(char.isdigit() for char in said + meant):
        # A title of which another number is right is that title: its rate or its year is a slip.
        others = [word for n, word in enumerate(name.words) if n != odd and any(char.isdigit() for char in word)]
        same = meant in said.split() or said in meant.split()  # the year of a date that is said whole
        return name.title and bool(others) and any(char.isdigit() for char in said) and not same
    if name.capitals[odd] and not _capital(text, start):
        return False
    if said in _SUFFIXES and meant in _SUFFIXES:
        return len(name.words) > 2 or odd == len(name.words) - 1
    if said in _KINDS_OF_NOTES and meant in _KINDS_OF_NOTES and len(name.words) > _SEVERAL:
        return True
    if meant.startswith(said) and text[start + len(said) : start + len(said) + 1] == ".":
        return False  # an abbreviation with its period
    return near(said, meant)


def _nearly_single(
    text: str, words: Sequence[tuple[str, int, int]], held: list[int], known: Names, seldom: frozenset[str]
) -> Iterator[Called]:
    """Names of one word that are spelled otherwise: a word in capitals that the file has only once."""
    shouting = text.isupper()
    for at, (word, start, end) in enumerate(words):
        if held[at] or word not in seldom or word in known.by_word or not _capital(text, start) or word.isdigit():
            continue
        for name in known.singles:
            meant = name.words[0]
            acronym = name.written.isupper()
            if acronym and (shouting or not text[start:end].isupper() or len(meant) < _SHORT):
                continue
            if (len(meant) > _SHORT or acronym) and distance(word, meant, 1) == 1 and word[:1] == meant[:1]:
                yield Called(start, end, name, f"“{text[start:end]}” stands where “{name.written}” belongs")
                break


def near(said: str, meant: str) -> bool:
    """Whether a word is another with a slip or two in it.

    >>> near("compnay", "company"), near("delanno", "delano"), near("junior", "senior")
    (True, True, False)
    """
    if len(meant) < _SHORT:
        return False
    most = 2 if len(meant) >= _LONG else 1
    return 0 < distance(said, meant, most) <= most


def distance(said: str, meant: str, most: int) -> int:
    """How many letters are to be changed, added, dropped or swapped with their neighbors; past `most` no matter how."""
    if abs(len(said) - len(meant)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(meant) + 1))
    for row, char in enumerate(said, 1):
        this = [row]
        for column, other in enumerate(meant, 1):
            cost = min(last[column] + 1, this[column - 1] + 1, last[column - 1] + (char != other))
            if row > 1 and column > 1 and char == meant[column - 2] and said[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            this.append(cost)
        before, last = last, this
    return last[-1]
