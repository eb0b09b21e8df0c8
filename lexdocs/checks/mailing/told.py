"""What a mailing says of itself: `control.json`, and a line of `manifest.jsonl` for each holder."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lexdocs.checks.mailing.beside import Named, Phrase
from lexdocs.errors import InputError, Problem, Where

CONTROL, MANIFEST, REPORT, CORRECTED = "control.json", "manifest.jsonl", "control.pdf", "corrected.jsonl"
STAMPED, RENDERED, NOT_MADE, UNCHANGED, WITHDRAWN = "stamped", "rendered", "not made", "unchanged", "withdrawn"
EARLIER = "withdrawn earlier"  # at the correction that this one corrects, or before
MADE = (STAMPED, RENDERED, NOT_MADE, UNCHANGED, WITHDRAWN, EARLIER)
AMOUNT = re.compile(r"-?[0-9]+(?:\.[0-9]+|/[1-9][0-9]*)?")
"""An amount in plain decimals; one that no decimals end is a quotient, such as -460/497."""
_SINGLE = re.compile(r"[a-z]+/[0-9a-f]{2}/[A-Za-z0-9_][A-Za-z0-9._-]*")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_HTML = re.compile(r"each/[0-9a-f]{2}/[A-Za-z0-9_][A-Za-z0-9._-]*\.html")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Total:
    """A sum as the control has it, in plain decimals or as a quotient: of which figure, and what it is held against."""

    figure: str
    mailed: str
    deal: str
    residue: str


@dataclass(frozen=True)
class Said:
    """What is said of a file: its length in bytes, its SHA-256, and how many pages it has, if any.

    `shared` is the SHA-256 of what the pages of a print stream share, if it is said.
    """

    bytes: int
    sha256: str
    pages: int | None
    shared: str = ""


@dataclass(frozen=True)
class Control:
    """The control of a mailing. `rendered` and `failed` are holders; `printed` the control figures that are printed.

    `beside` are the words that stand beside each of them; a mailing that was made before these were kept has none.

    `corrects` says of a released mailing that this one corrects which it is, and counts what has become of its
    statements; those that are `withdrawn` are listed, each by its holder and its number.
    """

    deal: str
    terms: Mapping[str, str]
    holders: int
    stamped: int
    rendered: tuple[str, ...]
    failed: tuple[str, ...]
    totals: tuple[Total, ...]
    printed: frozenset[str] | None
    files: Mapping[str, Said]
    released: bool
    sha256: str
    singles: Mapping[str, int] = field(default_factory=dict)
    corrects: Mapping[str, Any] = field(default_factory=dict)
    withdrawn: tuple[tuple[str, str], ...] = ()
    html: Mapping[str, int] = field(default_factory=dict)
    beside: Mapping[str, Named] = field(default_factory=dict)

    @property
    def streams(self) -> tuple[str, ...]:
        """The files in which statements are."""
        return tuple(name for name, said in self.files.items() if said.pages is not None and name != REPORT)


@dataclass(frozen=True)
class Page:
    """An HTML file of a holder, and its SHA-256."""

    file: str
    sha256: str


@dataclass(frozen=True)
class Place:
    """Where a statement is: its pages in a print stream from `page` on, or a file of its own, whose first page is 1.

    `piece` is its place among all statements of the streams, from 1.
    """

    file: str
    page: int
    pages: int
    sha256: str
    piece: int = 0


@dataclass(frozen=True)
class Stands:
    """A statement by its number and a digest of its words; one that is `withdrawn` is not valid, whatever it says."""

    number: str = ""
    words: str = ""
    withdrawn: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Line:
    """What the manifest says of a holder: how the statement was made, its control figures, and where it is.

    `stream` is its place in a print stream, `single` its own file; it has one of them, or both. `stands` is the
    statement of the holder that is valid now, and `replaces` a released one that it takes the place of. `language` is
    that of the statement, where it is not English.
    """

    holder: str
    made: str
    figures: Mapping[str, str]
    stream: Place | None = None
    single: Place | None = None
    stands: Stands = Stands()
    replaces: Stands | None = None
    html: Page | None = None
    language: str = ""

    @property
    def has_statement(self) -> bool:
        """Whether the mailing has a statement for the holder."""
        return self.made in (STAMPED, RENDERED)

    @property
    def released(self) -> Stands | None:
        """The statement of an earlier mailing of which the line tells, if it tells of any."""
        return self.replaces if self.has_statement else self.stands if self.stands.number else None


def read_control(folder: Path) -> Control:
    """The control of the mailing in a folder. Raises `InputError` where there is no mailing, or none that is known."""
    try:
        raw = (folder / CONTROL).read_bytes()
    except OSError:
        what = f"is no mailing: there is no {CONTROL} in it that can be read"
        raise InputError(Problem(Where(str(folder)), what, "name the folder that lexdocs mail wrote")) from None
    try:
        return _control(json.loads(raw), hashlib.sha256(raw).hexdigest())
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        what, remedy = "is not the control of a mailing", "copy it anew from where the mailing was made"
        raise InputError(Problem(Where(CONTROL), what, remedy)) from None


def _control(told: Mapping[str, Any], digest: str) -> Control:
    files = {name: _said(said) for name, said in told["files"].items()}
    if MANIFEST not in files or not all(_NAME.fullmatch(name) for name in files):
        raise ValueError
    totals = tuple(Total(*(_text(each[name]) for name in ("figure", "mailed", "deal", "residue")))
                   for each in told["totals"])  # fmt: skip
    if not all(AMOUNT.fullmatch(each) for total in totals for each in (total.mailed, total.deal, total.residue)):
        raise ValueError
    printed = told.get("printed")
    return Control(
        _text(told["deal"]), dict(told["terms_sha256"]), _count(told["holders"]), _count(told["stamped"]),
        tuple(_text(each[0]) for each in told["rendered"]), tuple(_text(each[0]) for each in told["failed"]),
        totals, None if printed is None else frozenset(map(_text, printed)), files, told["released"] is True, digest,
        {name: _count(said) for name, said in told.get("singles", {}).items()}, dict(told.get("corrects", {})),
        tuple((_text(each[0]), _text(each[1])) for each in told.get("corrects", {}).get("withdrawn", ())),
        {name: _count(said) for name, said in told.get("html", {}).items()},
        {name: _named(said) for name, said in told.get("beside", {}).items()},
    )  # fmt: skip


def _said(told: Mapping[str, Any]) -> Said:
    sha256, shared = _text(told["sha256"]), _text(told.get("shared_sha256", ""))
    return Said(_count(told["bytes"]), sha256, _pages(told["pages"]), shared)


def _named(told: Mapping[str, Any]) -> Named:
    return Named(tuple(Phrase.of(_text(each)) for each in told["words"]), told["or_nil"] is True)


def line_of(raw: bytes) -> Line:
    """A line of the manifest. Raises `ValueError` where it is none; nothing of it is told, for it is a holder's."""
    told = json.loads(raw, object_pairs_hook=_once)
    if not isinstance(told, dict) or not isinstance(told.get("figures"), dict):
        raise ValueError
    holder, made = told["holder"], told["made"]
    figures = {name: _amount(said) for name, said in told["figures"].items()}
    stands = stands_of(told)
    if (
        not isinstance(holder, str)
        or made not in MADE
        or (made in (UNCHANGED, WITHDRAWN, EARLIER) and not stands.number)
    ):
        raise ValueError
    if made not in (STAMPED, RENDERED):
        return Line(holder, made, figures, stands=stands)
    replaces = stands_of(told["replaces"]) if "replaces" in told else None
    html = _page(told["html"]) if "html" in told else None
    language = _text(told.get("language", ""))
    if html is not None and "file" not in told:
        return Line(holder, made, figures, None, None, stands, replaces, html, language)
    first = _place(told)
    if _SINGLE.fullmatch(first.file):
        return Line(holder, made, figures, None, first, stands, replaces, html, language)
    single = _place(told["each"]) if "each" in told else None
    if single is not None and not _SINGLE.fullmatch(single.file):
        raise ValueError
    return Line(holder, made, figures, first, single, stands, replaces, html, language)


def stands_of(told: Mapping[str, Any]) -> Stands:
    """What a line says of a statement. Raises `ValueError` where it is not in its form."""
    return Stands(_text(told.get("number", "")), _text(told.get("words", "")), told.get("withdrawn") is True)


def _page(told: Mapping[str, Any]) -> Page:
    if not _HTML.fullmatch(_text(told["file"])) or not _DIGEST.fullmatch(_text(told["sha256"])):
        raise ValueError
    return Page(told["file"], told["sha256"])


def _place(told: Mapping[str, Any]) -> Place:
    page, pages = _count(told["page"]), _count(told["pages"])
    if not page or not pages or not _DIGEST.fullmatch(_text(told["sha256"])):
        raise ValueError
    return Place(_text(told["file"]), page, pages, told["sha256"], _count(told.get("piece", 0)))


def named_in(raw: bytes, name: str) -> str:
    """The holder of a line of the manifest, or its number; nothing, where it has none that can be read.

    >>> named_in(b'{"holder":"BO-1"}', "holder"), named_in(b"{", "holder")
    ('BO-1', '')
    """
    try:
        return str(json.loads(raw)[name])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _amount(said: Any) -> str:
    """An amount; one that a holder has not is empty."""
    if not isinstance(said, str) or not (said == "" or AMOUNT.fullmatch(said)):
        raise ValueError
    return said


def _count(said: Any) -> int:
    if type(said) is not int or said < 0:
        raise ValueError
    return said


def _pages(said: Any) -> int | None:
    return None if said is None else _count(said)


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise ValueError
    return said
