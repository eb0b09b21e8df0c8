"""The names of a mailing's files that lines of its manifest have, by folder: eight bytes are kept of each."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator


class Named:
    """Names of files, folder by folder.

    >>> named = Named()
    >>> for name in "aba":
    ...     named.add("each/00", name)
    >>> list(named.twice()), named.others("each/00", "abc"), named.others("each/01", "a")
    (['each/00'], 1, 1)
    """

    def __init__(self) -> None:
        self.names: dict[str, array[int]] = {}

    def add(self, folder: str, name: str) -> None:
        """Keep the name of a file."""
        self.names.setdefault(folder, array("Q")).append(_short(name))

    def twice(self) -> Iterator[str]:
        """The folders of which a name was kept twice."""
        return (folder for folder, names in self.names.items() if len(set(names)) != len(names))

    def others(self, folder: str, names: Iterable[str]) -> int:
        """How many of some names in a folder were not kept."""
        own = set(self.names.get(folder, ()))
        return sum(_short(name) not in own for name in names)


def _short(name: str) -> int:
    """A name in eight bytes: a million of them are kept."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogateescape"), digest_size=8).digest(), "big")
