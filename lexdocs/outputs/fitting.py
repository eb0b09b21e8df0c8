"""Setting a short document closer of which a page would have a few lines only, as a printer's compositor does.

A notice of a page and three lines is a page. The style has two steps at which it is set closer, the classes `closer`
and `closest` of the body; the first that saves the page is taken, and where none does, the document stands as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

STEPS = ("closer", "closest")
# Circulars are divided by their sections, but for supplements; control sheets by hand; what is stamped is laid out
# for all.
_FITTED = re.compile(r'<body class="((?:press-release|notice|report|letter|form|closing-paper)\b[^"]*)">')
_SUPPLEMENT = re.compile(r'<body class="(circular\b[^"]*)">(?=.*?<section class="cover supplement")', re.DOTALL)
_STAMPED = 'class="addressed"'
_MOST_PAGES = 9
_SHORT = 0.36
"""The part of a page's height under which what stands there is little: on the last, or before one that begins anew."""


def fitted(html: str, lay: Callable[[str], Any]) -> Any:
    """The document of a page ready for the printer, laid out by `lay`, with no page of a few lines."""
    document = lay(html)
    if len(document.pages) in range(2, _MOST_PAGES + 1) and min(map(filled, document.pages[1:])) < _SHORT:
        for closer in _closer(html):
            tried = lay(closer)
            if len(tried.pages) < len(document.pages):
                return tried
    return document


def filled(laid: Any) -> float:
    """How much of the height between the margins is taken on a page of a laid-out document."""
    page = laid._page_box  # noqa: SLF001  it has no other way in
    top = page.content_box_y()
    ends = [_end(child) for child in page.children if not getattr(child, "at_keyword", "")]
    return (max(ends, default=top) - top) / page.height if page.height else 1.0


def _end(box: Any) -> float:
    """Where the last line of a box ends; a box of the page's own may be higher than what is in it."""
    if type(box).__name__ == "LineBox":
        return float(box.position_y + box.height)
    children = getattr(box, "children", ())
    return max(map(_end, children), default=float(box.position_y))


def _closer(html: str) -> Iterator[str]:
    found = _FITTED.search(html) or _SUPPLEMENT.search(html)
    if found is not None and _STAMPED not in html:
        for step in STEPS:
            yield f'{html[: found.start()]}<body class="{found[1]} {step}">{html[found.end() :]}'
