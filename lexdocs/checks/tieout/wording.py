"""Words that carry a term: how often interest is paid, to whom an offer is made, on which side of a date.

Some terms are said in a word out of a short list, and it is held against the deal wherever a text speaks of that term.
And where a text says the words of one of our own documents but for one that is the other of a pair, as *after* for
*before*, the pair has been turned.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lexdocs.checks.tieout.item import Outcome
from lexdocs.checks.tieout.seen import Seen
from lexdocs.checks.tieout.verdict import Verdict
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure

KIND = "word"

_GROUPS = tuple(
    frozenset(words.split())
    for words in (
        "monthly quarterly semiannually semi-annually annually", "before after", "earlier later", "prior subsequent",
        "more less fewer", "most least", "minimum maximum", "above below", "registered beneficial", "senior junior",
        "higher lower", "greater smaller", "with without", "include exclude", "includes excludes", "all none",
        "increase decrease", "increases decreases", "increased decreased",
        "first last", "may must", "secured unsecured",
    )
)  # fmt: skip
_GROUP_OF = {word: number for number, words in enumerate(_GROUPS) for word in words}
_SIDES = ((3, 3), (5, 1), (1, 5))  # words on the left and on the right that must be the same
_BEFORE = 120  # characters of a sentence that say what a word is said of
_OFFICE = (
    r",\s+((?:(?:(?:Senior|Executive|Vice|Assistant|Chief|Financial|Executive|Operating|General)\s+)*"
    r"(?:President|Chairman|Chairwoman|Chair|Secretary|Treasurer|Counsel|Officer|Director|Controller|Manager)\b"
    r"(?:\s+and\s+|\s*&\s*)?)+)"
)

Key = tuple[object, ...]


@dataclass(frozen=True)
class Term:
    """A figure that is said in one word: the words, what must stand before and after them, and what must not."""

    name: str
    words: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    unless: re.Pattern[str]


def _term(name: str, words: str, before: str = "", after: str = "", unless: str = r"(?!)") -> Term:
    return Term(name, *(re.compile(each, re.IGNORECASE) for each in (words, before, after, unless)))


_TERMS = (
    _term(
        "payment_frequency", r"\b(?:monthly|quarterly|semi-?annually|annually)\b(?! report)",
        before=r"\b(?:interest|coupons?)\b.*\b(?:paid|pays?|payable|due|arrears)\b|\b(?:pays?|paying) interest\b",
        unless=r"compound|accret|credit|report",
    ),
    _term(
        "share_class", r"\b(?:common|preferred|ordinary|preference)(?= (?:stock|shares?)\b)", before=r"\bwarrants?\b"
    ),
    _term("new_covenants", r"\b(?:more|less) restrictive\b", before=r"\bcovenants?\b"),
    _term(
        "holder_level", r"\b(?:registered|beneficial)(?= (?:holders|owners)\b)",
        after=r" \w+(?: of .{0,50}?)?,? (?:at the close of business|(?:as of|on) (?:the record date|\w+ [0-9]))",
        unless=r"through|behalf",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Worded:
    """A word that carries a term, where it stands, and the verdict on it."""

    start: int
    end: int
    verdict: Verdict


@dataclass(frozen=True)
class Wording:
    """The words of the deal's own documents around each word of a pair, and the terms that are said in a word."""

    around: Mapping[Key, frozenset[str]] = field(repr=False)
    figures: Mapping[Term, Figure] = field(repr=False)
    old: re.Pattern[str] = field(repr=False)
    office: re.Pattern[str] | None = field(repr=False)
    title: Figure | None = field(repr=False)

    def words(self, seen: Seen) -> list[Worded]:
        """Every word of a passage that says a term, and those that say the opposite of our own documents."""
        found = [*self._terms(seen), *self._offices(seen)]
        taken = {each.start for each in found}
        return [*found, *(each for each in self._turned(seen) if each.start not in taken)]

    def _terms(self, seen: Seen) -> Iterator[Worded]:
        text = seen.passage.text
        for term, figure in self.figures.items():
            for match in term.words.finditer(text):
                first = max((end for end in seen.breaks if end < match.start()), default=0)
                before = text[max(first, match.start() - _BEFORE) : match.start()]
                clear = not term.unless.search(before) and not self.old.search(before)
                if clear and term.before.search(before) and term.after.match(text, match.end()):
                    yield Worded(match.start(), match.end(), _said(match[0], figure))

    def _offices(self, seen: Seen) -> Iterator[Worded]:
        """Another office beside the name of the person to ask. The right one is a name of the deal."""
        match = self.office.search(seen.passage.text) if self.office else None
        if match and self.title is not None:
            offices = {each.strip().lower() for each in re.split(r"\band\b|&", match[1])}
            if str(self.title.value).lower() not in (*offices, match[1].strip().lower()):
                yield Worded(match.start(1), match.start(1) + len(match[1].rstrip()), _said(match[1], self.title))

    def _turned(self, seen: Seen) -> Iterator[Worded]:
        for at, said, keys in _around(seen):
            known = [self.around[key] for key in keys if key in self.around]
            others = frozenset[str]().union(*known)
            if known and said not in others and len(others) == 1:
                piece = seen.pieces[at]
                says = f"stands where our own document says “{min(others)}” between the same words"
                yield Worded(piece.start, piece.end, Verdict(Outcome.CONTRADICTED, (), says, min(others)))


def _said(word: str, figure: Figure) -> Verdict:
    """The verdict on a word of a term."""
    says = str(figure.value)
    if _plain(word) in (_plain(says), _plain(says.partition(" ")[0])):
        return Verdict(Outcome.TIED, (figure.address,), f"is {figure.address}", says)
    return Verdict(
        Outcome.CONTRADICTED, (figure.address,), f"stands where {figure.address} belongs, which is “{says}”", says
    )


def _plain(word: str) -> str:
    return word.lower().replace("-", "")


def _around(seen: Seen) -> Iterator[tuple[int, str, list[Key]]]:
    """The words of pairs in a passage, each with the words around it as keys."""
    pieces = ["", *(piece.said for piece in seen.pieces), ""]
    for at, said in enumerate(pieces):
        group = _GROUP_OF.get(said)
        if group is None:
            continue
        keys: list[Key] = []
        for left, right in _SIDES:
            if at - left >= 0 and at + right < len(pieces):
                keys.append((group, left, *pieces[at - left : at], "~", *pieces[at + 1 : at + right + 1]))
        yield at - 1, said, keys


def wording(own: Iterable[Sequence[Seen]], book: FigureBook) -> Wording:
    """What the deal's own documents say, passage by passage, and what its terms are."""
    around: dict[Key, set[str]] = defaultdict(set)
    for passages in own:
        for seen in passages:
            for _, said, keys in _around(seen):
                for key in keys:
                    around[key].add(said)
    figures = {
        term: figure for term in _TERMS
        if (figure := _figure(book, term.name)) is not None and _can_be(term, str(figure.value))
    }  # fmt: skip
    old = [_figure(book, name) for name in ("old_notes_name", "old_notes_term")]
    names = "|".join(re.escape(str(each.value)) for each in old if each) or "(?!)"
    contact = _figure(book, "contact_name")
    office = re.compile(re.escape(str(contact.value)) + _OFFICE) if contact else None
    words = {key: frozenset(each) for key, each in around.items()}
    return Wording(words, figures, re.compile(names, re.IGNORECASE), office, _figure(book, "contact_title"))


def _figure(book: FigureBook, name: str) -> Figure | None:
    figure = book.figures.get((name, ()))
    return figure if isinstance(figure, Figure) else None


def _can_be(term: Term, value: str) -> bool:
    """Whether what a deal says of a term is one of the words that are looked for."""
    return term.words.search(f"{value} holders") is not None  # "registered" is said of holders
