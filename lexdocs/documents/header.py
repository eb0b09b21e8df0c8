"""The header of a template: what the document is, for whom, and which fixed numbers its words may hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from lexdocs.documents.header_reader import Entry, Tree, read
from lexdocs.documents.library import Template
from lexdocs.documents.sections import literals_of
from lexdocs.errors import InputError, Problem, Where, did_you_mean
from lexdocs.notation.languages import ENGLISH

AUDIENCES = ("public", "holder", "internal")
LAYOUTS = (
    "press-release", "circular", "notice", "statement", "control", "closing-paper", "report", "letter", "form",
)  # fmt: skip
OFFERS = ("exchange", "cash_tender", "series_exchange")
FORMATS = ("html", "pdf", "text")
EVENTS = (
    "commencement", "extension", "amendment", "early_results", "pricing", "expiration", "settlement",
    "installment", "termination",
)  # fmt: skip
KEYS = (
    "title", "audience", "events", "offers", "layout", "per", "formats", "name", "numbered", "contents",
    "running_head", "literals", "when",
)  # fmt: skip
REQUIRED = ("title", "audience", "events", "offers", "layout")
LITERAL_KEYS = ("text", "count", "reason")
WHEN_KEYS = ("flag", "otherwise")
_WORD = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")


NOWHERE = Where("")


@dataclass(frozen=True)
class Literal:
    """A fixed number that the words may contain, such as a rule citation: how often, and why."""

    text: str
    count: int
    reason: str
    where: Where


@dataclass(frozen=True)
class Need:
    """A flag without which a document is not called for, and what its reader is told where it does not hold."""

    flag: str
    otherwise: str
    where: Where


@dataclass(frozen=True)
class Header:
    """What a template says of itself. `title` and `running_head` are template texts and may hold figures."""

    template: str
    title: str
    title_at: Where
    audience: str
    events: tuple[str, ...]
    offers: tuple[str, ...]
    layout: str
    formats: tuple[str, ...] = ("html", "pdf")
    per: str | None = None
    per_at: Where = NOWHERE
    name: str | None = None
    name_at: Where = NOWHERE
    numbered: bool = False
    contents: bool = False
    running_head: str = ""
    running_head_at: Where = NOWHERE
    literals: tuple[Literal, ...] = ()
    when: tuple[Need, ...] = ()
    language: str = ENGLISH


@lru_cache(maxsize=512)
def read_header(template: Template) -> Header:
    """The header of a template. Raises `InputError` with every problem of it at once.

    That of a translation says all that the English one does, in its own words.
    """
    if template.of is not None:
        from lexdocs.documents.languages.heading import translated_header

        return translated_header(read_header(template.of), template)
    return Reader(template).header()


class Reader:
    """Takes the entries of one header apart and collects what is wrong with them."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.problems: list[Problem] = []
        self.tree: Mapping[str, Entry] = {}

    def header(self) -> Header:
        """The header of an English template."""
        name = self.template.name
        tree = self.read(KEYS)
        for key in REQUIRED:
            if key not in tree:
                self.fault(Where(name, 1), f'the header has no "{key}"', f"add a line {key}: …")
        found = Header(
            template=name,
            title=self.text("title"),
            title_at=self._at("title"),
            audience=self._choice("audience", AUDIENCES),
            events=self._choices("events", EVENTS),
            offers=self._choices("offers", OFFERS),
            layout=self._choice("layout", LAYOUTS),
            formats=self._choices("formats", FORMATS) or ("html", "pdf"),
            per=self._word("per"),
            per_at=self._at("per"),
            name=self._word("name"),
            name_at=self._at("name"),
            numbered=self._flag("numbered"),
            contents=self._flag("contents"),
            running_head=self.text("running_head"),
            running_head_at=self._at("running_head"),
            literals=_added(self.literals(tree.get("literals")), self._literals_of_sections()),
            when=self._when(),
        )
        if self.problems:
            raise InputError(sorted(self.problems, key=lambda problem: problem.where))
        return found

    def _at(self, key: str) -> Where:
        """Where an entry stands; the head of the file where there is none."""
        return self.tree[key].where if key in self.tree else Where(self.template.name, 1)

    def read(self, known: tuple[str, ...]) -> Mapping[str, Entry]:
        """The entries of the header, of which only those that are `known` may be there."""
        name = self.template.name
        if not self.template.has_header or not self.template.header_lines:
            what = "the header has no end" if self.template.has_header else "no header"
            raise InputError(Problem(Where(name, 1), what, "put it between two lines that hold only ---"))
        self.tree = read(self.template.header, name, first_line=2)
        self._unknown(self.tree, known)
        return self.tree

    def fault(self, where: Where, what: str, remedy: str = "") -> None:
        """Note what is wrong."""
        self.problems.append(Problem(where, what, remedy))

    def _unknown(self, tree: Mapping[str, Entry], known: tuple[str, ...]) -> None:
        for key, entry in tree.items():
            if key not in known:
                remedy = did_you_mean(key, known) or f"known here: {', '.join(known)}"
                self.fault(entry.where, f'no header entry is named "{key}"', remedy)

    def text(self, key: str) -> str:
        """The text of an entry; nothing where there is none."""
        entry = self.tree.get(key)
        if entry is None:
            return ""
        if not isinstance(entry.value, str) or not entry.value.strip():
            self.fault(entry.where, f"{key} must be a text")
            return ""
        return entry.value.strip()

    def _word(self, key: str) -> str | None:
        entry = self.tree.get(key)
        if entry is None:
            return None
        if not isinstance(entry.value, str) or not _WORD.fullmatch(entry.value):
            self.fault(entry.where, f"{key} must be a name", "use lower-case letters, digits and hyphens")
            return None
        return entry.value

    def _flag(self, key: str) -> bool:
        entry = self.tree.get(key)
        if entry is not None and entry.value not in ("true", "false"):
            self.fault(entry.where, f"{key} must be true or false")
        return entry is not None and entry.value == "true"

    def _known(self, key: str, entry: Entry, known: tuple[str, ...]) -> str:
        value = entry.value
        if not isinstance(value, str) or not _WORD.fullmatch(value):
            self.fault(entry.where, f"{key} must be a name", f"one of: {', '.join(known)}" if known else "")
            return ""
        if known and value not in known:
            self.fault(entry.where, f'{key}: no "{value}"', did_you_mean(value, known) or f"one of: {', '.join(known)}")
        return value

    def _choice(self, key: str, known: tuple[str, ...]) -> str:
        entry = self.tree.get(key)
        return self._known(key, entry, known) if entry else ""

    def _choices(self, key: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
        entry = self.tree.get(key)
        if entry is None:
            return ()
        if not isinstance(entry.value, tuple) or not entry.value:
            self.fault(entry.where, f"{key} must be a list", f"write it like [{', '.join(known[:2]) or 'exchange'}]")
            return ()
        return tuple(self._known(key, each, known) for each in entry.value)

    def _when(self) -> tuple[Need, ...]:
        entry = self.tree.get("when")
        if entry is None:
            return ()
        example = "write each like {flag: has_support, otherwise: nobody supports the offer}"
        if not isinstance(entry.value, tuple) or not entry.value:
            self.fault(entry.where, "when must be a list of flags", example)
            return ()
        found = []
        for each in entry.value:
            need = self._need(each.value, each.where) if isinstance(each.value, dict) else None
            if need is None:
                self.fault(each.where, "a need has a flag, and what is told where it does not hold", example)
            else:
                found.append(need)
        return tuple(found)

    def _need(self, tree: Tree, where: Where) -> Need | None:
        self._unknown(tree, WHEN_KEYS)
        flag, otherwise = (tree[key].value if key in tree else None for key in WHEN_KEYS)
        if not isinstance(flag, str) or not isinstance(otherwise, str) or not flag.strip() or not otherwise.strip():
            return None
        return Need(flag.strip(), " ".join(otherwise.split()), where)

    def _literals_of_sections(self) -> tuple[Literal, ...]:
        """What the sections declare that gave themselves a place in the document."""
        entries = (literals_of(each.header, each.name) for each in self.template.sections)
        return tuple(literal for entry in entries for literal in self.literals(entry))

    def literals(self, entry: Entry | None) -> tuple[Literal, ...]:
        """The numbers that an entry declares."""
        if entry is None:
            return ()
        example = "write each like {text: Rule 99x, count: 1, reason: rule citation}"
        if not isinstance(entry.value, tuple):
            self.fault(entry.where, "literals must be a list", example)
            return ()
        found = []
        for each in entry.value:
            literal = self._literal(each.value, each.where) if isinstance(each.value, dict) else None
            if literal is None:
                self.fault(each.where, "a literal needs a text, a count from one up, and a reason", example)
            else:
                found.append(literal)
        return tuple(found)

    def _literal(self, tree: Tree, where: Where) -> Literal | None:
        self._unknown(tree, LITERAL_KEYS)
        text, count, reason = (tree[key].value if key in tree else None for key in LITERAL_KEYS)
        if not isinstance(text, str) or not isinstance(count, str) or not isinstance(reason, str):
            return None
        if not text.strip() or not reason.strip() or not re.fullmatch(r"[1-9][0-9]*", count):
            return None
        return Literal(" ".join(text.split()), int(count), reason.strip(), where)


def _added(own: tuple[Literal, ...], others: tuple[Literal, ...]) -> tuple[Literal, ...]:
    """A document's literals with those of its sections: where both declare one, their counts are added."""
    found = list(own)
    for each in others:
        at = next((number for number, known in enumerate(found) if known.text == each.text), None)
        if at is None:
            found.append(each)
        else:
            found[at] = replace(found[at], count=found[at].count + each.count)
    return tuple(found)
