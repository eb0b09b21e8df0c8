"""The stamp of a draft, which moves with the terms: told once for a file, and apart from its words."""

from __future__ import annotations

import re

# Of the stamp's form see `version` in lexdocs/documents/drafts.py.
_STAMP = re.compile(r"\b(?P<says>terms )(?P<digest>[0-9a-f]{12})\b")


def restamped(old: str, page: str) -> tuple[str, int, str] | None:
    r"""A committed file with the stamp of today's page, the line where its own stands, and what is told of it.

    None where both bear the same stamp, where one bears none, or where a file's stamps are not all the same: that is
    nothing that a term moves, and stays among the words.

    >>> restamped("A\nDRAFT terms 0123456789ab", "A\nDRAFT terms fedcba987654")
    ('A\nDRAFT terms fedcba987654', 2, 'printed “terms 0123456789ab”, written “terms fedcba987654”')
    """
    was, now = ({found["digest"] for found in _STAMP.finditer(text)} for text in (old, page))
    if len(was) != 1 or len(now) != 1 or was == now:
        return None
    (before,), (after,) = was, now
    line = old.count("\n", 0, old.index(f"terms {before}")) + 1
    return old.replace(f"terms {before}", f"terms {after}"), line, f"printed “terms {before}”, written “terms {after}”"
