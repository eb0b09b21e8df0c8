"""Two texts that differ, cut down to where they do."""

from __future__ import annotations


def between(printed: str, written: str, context: int = 4) -> tuple[str, str]:
    """Two texts cut down to where they differ, with a few words on either side.

    >>> between("The offer opened on the day before", "The offer opened on the day after", context=1)
    ('… day before', '… day after')
    """
    left, right = printed.split(), written.split()
    same = next(
        (n for n, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), min(len(left), len(right))
    )
    ends = zip(reversed(left[same:]), reversed(right[same:]), strict=False)
    tail = next((n for n, pair in enumerate(ends) if pair[0] != pair[1]), min(len(left), len(right)) - same)
    return cut(left, same - context, len(left) - tail + context), cut(
        right, same - context, len(right) - tail + context
    )


def cut(words: list[str], first: int, last: int, most: int = 60) -> str:
    """The words from one to another, at most `most` of them, with dots for those that are left out.

    >>> cut("The offer opened on the day before".split(), 2, 5)
    '… opened on the …'
    """
    first = max(first, 0)
    kept = words[first : min(last, first + most)]
    return ("… " if first else "") + " ".join(kept) + (" …" if first + len(kept) < len(words) else "")
