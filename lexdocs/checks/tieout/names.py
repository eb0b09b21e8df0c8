"""The names of a deal: its parties, its agents and its titles, with their words as they are compared."""

from __future__ import annotations

import re
from collections import defaultdict
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
SHORTENED = {long: short for short, long in _SAME.items()}
_MOST_WORDS = 12  # of a name: a longer text is a sentence
_NOT_NAMES = frozenset(
    "event_kind event_class register_level holder_level company_business share_class small_returns cap_bounds".split()
)
_TITLES = frozenset({"reference_security"})
"""Texts that are titles of securities, with their rates and their maturities."""
IDENTIFIERS = ("holder_id", "holder_account", "statement_number")
"""Identifiers of a row, which have digits in them; they are looked for as they stand."""
_LABELS = ("consideration_",)  # beginnings of figures that hold labels, as of parts of a price
_COMMON = frozenset(
    "notes bonds debentures debs securitys warrants shares holders offers options tenders certificates units".split()
)
"""Words of names that a text says of one thing and of several."""
SUFFIXES = frozenset(
    "company corporation incorporated limited llc lp plc na bank trust group holdings services service partners "
    "associates securities investments capital fiduciary information tabulation depository depositary fund income "
    "growth pension retirement management financial markets advisors advisers proxy".split()
)
"""Last words of the names of companies: what they do, and their legal form. A text may leave them out."""
_TELLING = 7  # letters of a single word that tells a company from others
_FORMS = ("Inc.", "Co.", "Corp.", "Ltd.", "L.P.", "N.A.", "S.A.")


Word = tuple[str, int, int]  # as it is compared, with where it stands


@dataclass(frozen=True)
class Name:
    """A name of the deal: the address of its figure, how it is written, and its words as they are compared.

    `capitals` says which of the words are written with one; `short` whether it is a company's without its last words.
    """

    address: str
    written: str
    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    title: bool = False
    short: bool = False


@dataclass(frozen=True)
class Names:
    """The names of a deal by their first word, and by each of their words with its place."""

    by_first: Mapping[str, tuple[Name, ...]] = field(repr=False)
    by_word: Mapping[str, tuple[tuple[Name, int], ...]] = field(repr=False)
    singles: tuple[Name, ...] = field(repr=False)
    by_address: Mapping[str, Name] = field(repr=False)


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
    written = list(_written(book, rows))
    short = [(figure, each) for figure, name in written if figure.unit is Unit.TEXT for each in short_forms(name)]
    elsewhere = _in_small_letters(book)
    short = [(figure, each) for figure, each in short if " " in each or not _is_place(each, figure, elsewhere)]
    for figure, said, cut in (*((*each, False) for each in written), *((*each, True) for each in short)):
        placed = list(words_of(said))
        placed = placed[1:] if placed and placed[0][0] == "the" else placed
        words = tuple(word for word, _, _ in placed)
        capitals = tuple(is_capital(said, start) for _, start, _ in placed)
        if words and words not in found:
            found[words] = Name(figure.address, said, words, capitals, _is_title(figure), cut)
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


def _written(book: FigureBook, rows: Mapping[str, frozenset[str]]) -> Iterator[tuple[Figure, str]]:
    """The names as they are written, and the lines of addresses that have a number in them."""
    for figure in book:
        if not isinstance(figure, Figure):
            continue
        if _is_name(figure, book, rows):
            written = " ".join(shown(figure).split())
            bare = without_remark(written)
            yield from ((figure, each) for each in dict.fromkeys((written, bare)))
        elif figure.name == "holder_address" and _in_rows(figure, book, rows):
            lines = (line for line in str(figure.value).split("\n") if any(char.isdigit() for char in line))
            yield from ((figure, " ".join(line.split())) for line in lines)


def without_remark(name: str) -> str:
    """A name without a remark in brackets at its end, which a text may leave out.

    >>> without_remark("Heron Pension Trust (fictional)")
    'Heron Pension Trust'
    """
    return re.sub(r"\s*\([^()]*\)$", "", name)


def short_forms(name: str) -> Iterator[str]:
    """The name of a company without the words at its end that a text may leave out, one after the other.

    >>> list(short_forms("Nonesuch Tabulation Company")), list(short_forms("Old Company"))
    (['Nonesuch Tabulation', 'Nonesuch'], [])
    """
    words = [each for each in words_of(name) if each[0] != "the"]
    for count in range(len(words) - 1, 0, -1):
        said, _, end = words[count - 1]
        if words[count][0] not in SUFFIXES or (count == 1 and (len(said) < _TELLING or said in SUFFIXES)):
            return
        yield name[:end].removesuffix(",")


def _in_small_letters(book: FigureBook) -> Sequence[str]:
    """The texts of a deal in small letters."""
    return [str(each.value).lower() for each in book if isinstance(each, Figure) and each.unit is Unit.TEXT]


def _is_place(word: str, figure: Figure, texts: Sequence[str]) -> bool:
    """Whether a word of a company's name stands in an address as well, so that it does not tell the company."""
    own = str(figure.value).lower()
    return any(word.lower() in text and text not in own and own not in text for text in texts)


def _in_rows(figure: Figure, book: FigureBook, rows: Mapping[str, frozenset[str]]) -> bool:
    axes = book.shapes[figure.name].axes
    return all(axis not in rows or row in rows[axis] for axis, row in zip(axes, figure.key, strict=False))


def _is_name(figure: Figure, book: FigureBook, rows: Mapping[str, frozenset[str]]) -> bool:
    if not _in_rows(figure, book, rows):
        return False
    if _is_title(figure):
        return True
    value = str(figure.value)
    if figure.unit is not Unit.TEXT or figure.name in _NOT_NAMES or not value or len(value.split()) > _MOST_WORDS:
        return False
    if figure.name.startswith(("clearing_program",)):
        return True
    if figure.name in IDENTIFIERS:
        return True
    return value[0].isupper() and "\n" not in value and not _is_sentence(value) and not figure.name.startswith(_LABELS)


def _is_title(figure: Figure) -> bool:
    return figure.unit is Unit.TITLE or figure.name in _TITLES


def _is_sentence(value: str) -> bool:
    return value.endswith(".") and " " in value and not value.endswith(_FORMS)


def words_of(text: str) -> Iterator[Word]:
    """The words of a text as names are compared, each with its place; a rate is one word, however it is written.

    >>> [word for word, _, _ in words_of("9-3/8% Notes")] == [word for word, _, _ in words_of("9.375 percent Notes")]
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


def _plain_words(said: str, places: Sequence[int] | None, low: int, high: int) -> Iterator[Word]:
    for match in _TOKEN.finditer(said, low, high):
        word = match[0].rstrip(".!?'’-").lstrip("'‘-")
        word = re.sub(r"['’]s$", "", word)
        if word:
            start = match.start() + match[0].index(word[0])
            yield _SAME.get(word, word), *_placed(places, start, start + len(word))


def _placed(places: Sequence[int] | None, start: int, end: int) -> tuple[int, int]:
    return (start, end) if places is None else (places[start], places[end - 1] + 1)


def is_same(said: str, meant: str) -> bool:
    """The same word, or its other number where it is a common one: a Note for Notes, and no Line for Lines.

    >>> is_same("note", "notes"), is_same("line", "lines")
    (True, False)
    """
    return said == meant or (
        said.removesuffix("s") == meant.removesuffix("s") and f"{said.removesuffix('s')}s" in _COMMON
    )


def is_capital(text: str, start: int) -> bool:
    """Whether a word is written with a capital, or is a number."""
    return text[start].isupper() or text[start].isdigit()
