"""Changes: the one mechanism by which terms move, be it an amendment, an assumption or a what-if."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lexdocs.errors import InputError, Problem, UsageError, Where
from lexdocs.terms.leaf import Assumption
from lexdocs.terms.reader import Path_, Raw, Sheet, dotted

LIKE = "company.name, or like series[0].rate for the first of a list"
"""How the path of a term is written, for messages: in lists by number, from zero."""


@dataclass(frozen=True)
class Change:
    """A new value for a term, as counsel would type it, and where the change is written down."""

    path: str
    value: str
    where: Where
    assumption: Assumption | None = None


def parse_path(text: str) -> Path_:
    """The steps of a path.

    >>> parse_path("new_notes.steps[1].rate")
    ('new_notes', 'steps', 1, 'rate')
    """
    if not re.fullmatch(r"[a-z_]\w*(?:\[\d+\])*(?:\.[a-z_]\w*(?:\[\d+\])*)*", text, re.IGNORECASE):
        raise ValueError(f'"{text}" is not the path of a term; write it like {LIKE}')
    return tuple(
        int(part[1:-1]) if part[0] == "[" else part for part in re.findall(r"\w+|\[\d+\]", text.replace("]", "]"))
    )


def assume(text: str) -> Change:
    """The change of an `--assume PATH=VALUE`. Raises `UsageError` where it has no such form."""
    path, sign, value = text.partition("=")
    try:
        parse_path(path.strip())
    except ValueError as error:
        raise UsageError(Problem(Where("--assume"), str(error))) from None
    if not sign or not value.strip():
        raise UsageError(Problem(Where("--assume"), f'"{text}" gives no value', "write it like old_notes.rate=9 3/8%"))
    by = Assumption("the person who ran this", "given on the command line")
    return Change(path.strip(), value.strip(), Where("--assume"), by)


def apply_changes(sheet: Sheet, changes: Iterable[Change]) -> Sheet:
    """The sheet with its terms changed; a changed term stands where the change does."""
    data: Raw = sheet.data
    places, problems = dict(sheet.places), []
    for change in changes:
        path = parse_path(change.path)
        try:
            data = _put(data, path, change.value)
        except LookupError:
            what = f"{change.path}: there is no such place in the terms"
            problems.append(Problem(change.where, what, f"write the path of a term, like {LIKE}"))
            continue
        places[path] = change.where
    if problems:
        raise InputError(problems)
    assert isinstance(data, dict)  # noqa: S101  a path begins with a name; this tells the type checker
    return Sheet(sheet.file, data, places, sheet.keys, sheet.problems)


def _put(at: Raw, path: Path_, value: str) -> Raw:
    """A tree with a value set, making sections that are not there yet, but never items of lists.

    What stands on the way is made anew, and all else is shared with the tree as it was.

    >>> _put({"old_notes": {"rate": "9%"}, "steps": ["1%", "2%"]}, ("steps", 1), "3%")
    {'old_notes': {'rate': '9%'}, 'steps': ['1%', '3%']}
    """
    if not path:
        return value
    first, *rest = path
    match at, first:
        case dict(), str() if rest:
            inside = {} if at.get(first) is None and isinstance(rest[0], str) else at.get(first)
            return {**at, first: _put(inside, tuple(rest), value)}
        case dict(), str():
            return {**at, first: value}
        case list(), int():
            return [*at[:first], _put(at[first], tuple(rest), value), *at[first + 1 :]]
    raise LookupError(dotted(path))
