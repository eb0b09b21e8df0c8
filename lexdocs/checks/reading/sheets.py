"""What a page's end cuts in two is one passage again."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

from lexdocs.checks.reading.draft import Draft
from lexdocs.checks.reading.healing import Vocabulary, joined
from lexdocs.checks.reading.passage import Part

_ENDED = re.compile(r"[.?!:;][\"')\]\u201d\u2019]*$")
_ABBREVIATED = re.compile(r"\b(?:Inc|Corp|Co|Ltd|No|Nos|St|Mr|Mrs|Ms|Dr|U\.S|vs|cf|e\.g|i\.e)\.$")
_ASIDE = (Part.FURNITURE, Part.FOOTNOTE)


def over_pages(drafts: Iterable[Draft], known: Vocabulary) -> list[Draft]:
    """The same passages, those joined of which the second half stands on the next page.

    >>> halves = [Draft(Part.PARAGRAPH, "They hold the", page=1), Draft(Part.PARAGRAPH, "Subject Notes.", page=2)]
    >>> [draft.text for draft in over_pages(halves, Vocabulary())]
    ['They hold the Subject Notes.']
    """
    found: list[Draft] = []
    last: int | None = None
    for draft in drafts:
        if last is not None and draft.page > found[last].page and goes_on(found[last], draft):
            found[last] = _whole(found[last], draft, known)
            continue
        if draft.part not in _ASIDE:
            last = len(found)
        found.append(draft)
    return found


def goes_on(first: Draft, second: Draft) -> bool:
    """Whether a passage at a page's head is the rest of the one at the foot of the page before."""
    if not second.text or first.part not in (Part.PARAGRAPH, Part.ITEM):
        return False
    if second.part is Part.ITEM:
        # "(2) reach" can begin a page in the middle of a paragraph that counts its parts.
        counted = second.mark[1:-1].isdigit() and f" ({int(second.mark[1:-1]) - 1}) " in first.text
        return counted and not first.text.endswith((".", ":"))
    if second.part is not Part.PARAGRAPH:
        return False
    if second.text[0].islower():
        return not first.text.endswith(("!", "?"))
    return not _ENDED.search(first.text) or bool(_ABBREVIATED.search(first.text))


def _whole(first: Draft, second: Draft, known: Vocabulary) -> Draft:
    healed = joined([(first.text, 0), (f"{second.mark} {second.text}", 0)], known)
    shift = len(healed.text) - len(second.text)
    lines = first.lines + tuple((at + shift, line) for at, line in second.lines)
    return dataclasses.replace(first, text=healed.text, lines=lines, notes=first.notes + second.notes)
