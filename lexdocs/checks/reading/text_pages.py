"""The pages of a plain text: where each ends, what numbers it, and the running heads that are no part of the text."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lexdocs.checks.reading.marks import headed_number, is_end, is_exhibit, lone_number, page_number
from lexdocs.checks.reading.text_lines import Kind, Line

_EDGE = 3  # lines from a page's edge within which its mark stands
_REPEATED = 16  # lines at most of a running head or a legend: a specimen that is a draft and rests on much has a dozen
_NEAR = 2  # pages from one to the next with the same head: left ones and right ones may have their own
_APART = 8  # lines at least between two lone numbers that number pages
_MORE = "(more)"
_ENDS = (".", ";", ":", "!", "?", ")", '"', "\u201d")  # of words that do not run on
_FAR = 15  # columns of indent that set a number off from the words beside it
_PAGE_WORDS = re.compile(r"\bpage\s+\d+(?:\s+of\s+\d+)?\b", re.IGNORECASE)


@dataclasses.dataclass
class _Sheet:
    """One page: the places of its lines, the one that numbers it, and its number where it is known."""

    places: list[int]
    marks: list[int]
    number: int | None = None


def paged(found: Sequence[Line]) -> list[Line]:
    r"""The same lines with their pages; page marks, running heads and what only ends a text are furniture.

    >>> from lexdocs.checks.reading.text_lines import lines
    >>> found = paged(lines("They run\n\n - 1 -\n\non and\n\n - 2 -\n"))
    >>> [(line.page, line.kind.value, line.text) for line in found if line.text]
    [(1, 'body', 'They run'), (1, 'furniture', ' - 1 -'), (2, 'body', 'on and'), (2, 'furniture', ' - 2 -')]
    """
    sheets: list[_Sheet] = []
    for group in _groups(found):
        sheets += _sheets(found, group, (sheets[-1].number or 0) + 1 if sheets else 1)
    numbers = _numbers(sheets)
    furniture = {place for sheet in sheets for place in sheet.marks}
    heads, set_off = _repeated(found, sheets, numbers, furniture)
    furniture |= heads
    return list(_marked(found, sheets, numbers, furniture, set_off))


def _marked(
    found: Sequence[Line], sheets: list[_Sheet], numbers: list[int], furniture: set[int], set_off: set[int]
) -> Iterator[Line]:
    for place, (sheet, number) in enumerate(zip(sheets, numbers, strict=True)):
        if place:
            yield Line(found[sheet.places[0]].number, "", Kind.BREAK, number)
        for at in sheet.places:
            line = found[at]
            aside = line.kind is Kind.BODY and (at in furniture or is_end(line.text) or is_exhibit(line.text))
            yield Line(line.number, line.text, Kind.FURNITURE if aside else line.kind, number)
            if at in set_off:
                yield Line(line.number, "", Kind.BLANK, number)


def _groups(found: Sequence[Line]) -> list[list[int]]:
    """The places of the lines between page breaks; what holds no words goes with the next group."""
    groups: list[list[int]] = [[]]
    words = False
    for place, line in enumerate(found):
        if line.kind is not Kind.BREAK:
            groups[-1].append(place)
            words = words or line.kind is Kind.BODY
        elif words:
            groups.append([])
            words = False
    if len(groups) > 1 and not words:
        rest = groups.pop()
        groups[-1] += rest
    return groups if groups[0] else []


def _sheets(found: Sequence[Line], group: list[int], following: int) -> list[_Sheet]:
    """The pages of a group of lines: one, or several where marks within it number them.

    `following` is the number that the page after the last one has.
    """
    body = [place for place in group if found[place].kind is Kind.BODY]
    if not body:
        return [_Sheet(group, [])]
    whole = (group[0] == 0 or found[group[0] - 1].kind is not Kind.BREAK) and group[-1] == len(found) - 1
    marks = [(place, number) for place in body if (number := page_number(found[place].text)) is not None]
    if marks and marks[-1][0] == body[-1] and marks[-1][1] == 30 and (len(marks) == 1 or marks[-2][1] != 29):
        marks.pop()  # "-30-" ends a release
    if whole:
        marks = marks or _headed(found, body) or _sequence(found, body)
        return _split(group, marks, body) if marks else [_Sheet(group, _last(found, body))]
    edges = {*body[:_EDGE], *body[-_EDGE:]}
    at_edge = [mark for mark in marks if mark[0] in edges]
    if len(marks) > len(at_edge):
        return _split(group, marks, body)
    if not at_edge:
        at_edge = [(at, n) for at in (body[-1], body[0]) if (n := _lone(found, at)) is not None and len(body) > 1][:1]
    if not at_edge:
        at_edge = _foot(found, body, following)
    return [_Sheet(group, [at for at, _ in at_edge], (at_edge[0][1] or None) if at_edge else None)]


def _lone(found: Sequence[Line], place: int) -> int | None:
    """The number of a line by itself, with nothing right above and below it or far from the margin."""
    number = lone_number(found[place].text)
    return number if number is not None and (found[place].indent >= _FAR or _alone(found, place)) else None


def _foot(found: Sequence[Line], body: list[int], following: int) -> list[tuple[int, int]]:
    """A number right under the last words of a page: it is the next one, or the words do not run on into it."""
    number = lone_number(found[body[-1]].text)
    if not number or len(body) < 2 or lone_number(found[body[-2]].text) is not None:
        return []
    ended = found[body[-2]].text.rstrip().endswith(_ENDS)
    return [(body[-1], number)] if ended or number == following else []


def _last(found: Sequence[Line], body: list[int]) -> list[int]:
    """The place of a number by itself at the very end of a text, where no other stands right before it."""
    end = body[-1]
    before = body[-_APART:-1]
    if not before or any(lone_number(found[at].text) is not None for at in before):
        return []
    tagged = end + 1 < len(found) and found[end + 1].kind is Kind.FURNITURE  # as by the last tag of a submission
    return [end] if _lone(found, end) or (tagged and _foot(found, body, 0)) else []


def _alone(found: Sequence[Line], place: int) -> bool:
    beside = found[max(place - 1, 0) : place + 2]
    return not any(line.kind is Kind.BODY and line is not found[place] for line in beside)


def _headed(found: Sequence[Line], body: list[int]) -> list[tuple[int, int]]:
    """Lines that number pages beside a running head: the same words, numbers counting up by one, or "(more)" above."""
    marks: dict[str, list[tuple[int, int]]] = {}
    for before, at in pairwise([body[0], *body]):
        words, number = headed_number(found[at].text)
        if number:
            words = _MORE if found[before].text.strip() and is_end(found[before].text) else words
            marks.setdefault(words, []).append((at, number))
    if _MORE in marks:
        return marks[_MORE]
    for each in marks.values():
        if len(each) > 1 and all(after[1] == before[1] + 1 for before, after in pairwise(each)):
            return each
    return []


def _sequence(found: Sequence[Line], body: list[int]) -> list[tuple[int, int]]:
    """Lone numbers that count up by one, far enough from one another to number pages."""
    lone = [(at, n) for at in body if (n := lone_number(found[at].text)) and _alone(found, at)]
    close = any(after[0] - before[0] < _APART or after[1] != before[1] + 1 for before, after in pairwise(lone))
    return [] if close or len(lone) < 2 else lone


def _split(group: list[int], marks: list[tuple[int, int]], body: list[int]) -> list[_Sheet]:
    """The pages that marks divide: each mark stands at the foot of its page, or all stand at the head."""
    ends = marks[-1][0] == body[-1]
    at_head = marks[0][0] == body[0] or (not ends and (marks[0][0] in body[:_EDGE] or marks[0][1] == 2))
    places = {place: at for at, place in enumerate(group)}
    cuts = [places[place] + (0 if at_head else 1) for place, _ in marks]
    bounds = sorted({0, *cuts, len(group)})
    sheets = [_Sheet(group[start:end], []) for start, end in pairwise(bounds)]
    if not at_head and len(sheets) > len(marks) and sheets[-1].places[0] > body[-1]:
        sheets[-2].places += sheets.pop().places
    first = len(sheets) - len(marks) if at_head else 0
    for sheet, (place, number) in zip(sheets[max(first, 0) :], marks, strict=False):
        sheet.marks, sheet.number = [place], number
    return sheets


def _numbers(sheets: list[_Sheet]) -> list[int]:
    """The page of each sheet: its own number, or one more than the page before; zero where there are no pages."""
    if len(sheets) < 2 and not any(sheet.number for sheet in sheets):
        return [0] * len(sheets)
    first = next(((place, sheet.number) for place, sheet in enumerate(sheets) if sheet.number), (0, 1))
    last = max((first[1] or 1) - first[0] - 1, 0)
    numbers = []
    for sheet in sheets:
        last = sheet.number or last + 1
        numbers.append(last)
    return numbers


def _repeated(
    found: Sequence[Line], sheets: list[_Sheet], numbers: list[int], marks: set[int]
) -> tuple[set[int], set[int]]:
    """The lines that repeat those of an earlier page at the same edge, and where one ends that is not a repetition."""
    furniture: set[int] = set()
    set_off: set[int] = set()
    if len(sheets) < 2:
        return furniture, set_off
    bodies = [[at for at in s.places if found[at].kind is Kind.BODY and at not in marks] for s in sheets]
    for step in (1, -1):
        edges = [body[::step][: min(_REPEATED, len(body))] for body in bodies]
        keys = [[_key(found[at].text, n) for at in edge] for edge, n in zip(edges, numbers, strict=True)]
        starts = [[tuple(key[: end + 1]) for end in range(len(key))] for key in keys]
        times = _near(starts)
        seen: set[tuple[str, ...]] = set()
        for edge, each in zip(edges, starts, strict=True):
            again = _run(found, edge, [times[start] for start in each], step)
            new = [at for at, start in zip(again, each, strict=False) if start not in seen]
            furniture.update(set(again) - set(new))
            set_off |= {max(new) if step == 1 else min(new) - 1} if new else set()
            seen.update(each[: len(again)])
    return furniture, set_off


def _near(starts: Sequence[Sequence[tuple[str, ...]]]) -> dict[tuple[str, ...], int]:
    """How many pages have each beginning of an edge; what only two pages far apart have is no head of them."""
    pages: dict[tuple[str, ...], list[int]] = {}
    for page, each in enumerate(starts):
        for start in each:
            pages.setdefault(start, []).append(page)
    return {
        start: 1 if len(found) == 2 and found[1] - found[0] > _NEAR else len(found) for start, found in pages.items()
    }


def _run(found: Sequence[Line], edge: list[int], times: list[int], step: int) -> list[int]:
    """The lines at a page's edge that other pages have too, down to where an empty line sets them off from the rest."""
    length = sum(time > 1 for time in times)
    while length:
        beyond = edge[length - 1] + step
        set_off = not 0 <= beyond < len(found) or found[beyond].kind is not Kind.BODY
        if set_off or times[length - 1] > 2:
            break
        length -= 1
    return edge[:length]


def _key(text: str, number: int) -> str:
    """A line without what numbers its page."""
    words = _PAGE_WORDS.sub("page", text).split()
    if words and words[-1] == str(number):
        words = words[:-1]
    elif words and words[0] == str(number):
        words = words[1:]
    return " ".join(words)
