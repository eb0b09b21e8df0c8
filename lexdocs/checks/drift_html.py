"""Drift in an HTML page: its ticks held against those of today, then its words with every figure blanked out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence

from lexdocs.checks.causes import EDITED, Cause, CauseKind
from lexdocs.checks.drifted import NOT_PRINTED, Drifted, Reasons, Reworded
from lexdocs.checks.saved import Printed, plain, ticks, words
from lexdocs.checks.wording import between

_MARK = re.compile(r'[\w-]+="[^"]*"')
_STYLE = re.compile(r'\bdata-style="([^"]*)"')


def figures(name: str, old: str, page: str, why: Reasons) -> Iterator[Drifted]:
    """The figures that a committed page prints otherwise than the page of today."""
    was, now = ticks(old), ticks(page)
    for tag, a, b, c, d in _aligned([each.address for each in was], [each.address for each in now]):
        left, right = was[a:b], now[c:d]
        if tag == "equal":
            yield from (each for pair in zip(left, right, strict=True) if (each := _one(name, *pair, why)))
        elif len(left) == len(right) and not any(each.address in why.moved for each in (*left, *right)):
            # No figure moved, and another is printed in its place.
            for one, two in zip(left, right, strict=True):
                printed, calculated = (f"{each.text} ({each.address})" for each in (one, two))
                yield Drifted(two.address, printed, calculated, name, one.line, why.of_words())
        else:
            for one in left:
                causes = why.of_figure(one.address, stands=False)
                yield Drifted(one.address, one.text, why.calculated(one.address), name, one.line, causes)
            for two in right:
                causes = why.of_figure(two.address, stands=False)
                yield Drifted(two.address, NOT_PRINTED, two.text, name, two.line, causes)


def _aligned(was: Sequence[str], now: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """Where two lists of figures are alike and where not, as `difflib` says it.

    Two figures that changed places stand across from one another: in lists of one length, place is held against place
    where that finds no more to differ.

    >>> _aligned(["fee", "rate", "total"], ["total", "rate", "fee"])
    [('replace', 0, 1, 0, 1), ('equal', 1, 2, 1, 2), ('replace', 2, 3, 2, 3)]
    """
    found = difflib.SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    differing = sum(max(b - a, d - c) for tag, a, b, c, d in found if tag != "equal")
    alike = [one == two for one, two in zip(was, now, strict=False)]
    if len(was) != len(now) or alike.count(False) > differing:
        return found
    return [("equal" if each else "replace", at, at + 1, at, at + 1) for at, each in enumerate(alike)]


def _one(name: str, left: Printed, right: Printed, why: Reasons) -> Drifted | None:
    """A figure that both pages print, where they differ in it."""
    causes = why.of_figure(left.address, stands=True)
    if left.text != right.text:
        styles = tuple("".join(_STYLE.findall(each.marks)) for each in (left, right))
        if causes == (EDITED,) and styles[0] != styles[1]:
            said = " → ".join(each or "plain" for each in styles)
            causes = (Cause(CauseKind.WORDS, f"{why.template or 'the template'} prints it in another style, {said}"),)
        return Drifted(left.address, left.text, right.text, name, left.line, causes)
    if left.marks != right.marks:
        printed, calculated = (
            f"{one.text} ({', '.join(_only(one, other)) or 'no such mark'})"
            for one, other in ((left, right), (right, left))
        )
        return Drifted(left.address, printed, calculated, name, left.line, causes)
    return None


def _only(one: Printed, other: Printed) -> list[str]:
    """What a tick says beside its figure and its text that another does not."""
    theirs = set(_MARK.findall(other.marks))
    return [mark for mark in _MARK.findall(one.marks) if mark not in theirs] or one.marks.split()


def reworded(name: str, old: str, page: str, moved: Sequence[Drifted], why: Reasons) -> Iterator[Reworded]:
    """Lines whose words differ once every figure is blanked out; `moved` are the figures found in the page."""
    was, now = words(old), words(page)
    said = {each.printed: each for each in moved if each.printed != NOT_PRINTED}
    for tag, a, b, c, d in difflib.SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        printed, written = (" ".join(plain(line) for line in lines).strip() for lines in (was[a:b], now[c:d]))
        if printed != written:
            here, there = between(printed, written)
            causes = _quoted(printed, written, said) or why.of_words()
            yield Reworded(name, f"line {a + 1}", f"printed “{here}”, written “{there}”", line=a + 1, causes=causes)


def _quoted(printed: str, written: str, said: Mapping[str, Drifted]) -> tuple[Cause, ...]:
    """The causes where the words, such as a page's title, differ only in figures that they quote."""
    used = [each for text, each in said.items() if text in printed]
    told = printed
    for each in used:
        told = told.replace(each.printed, each.calculated)
    return tuple(dict.fromkeys(cause for each in used for cause in each.causes)) if told == written else ()
