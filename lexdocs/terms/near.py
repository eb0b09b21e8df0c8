"""Near names among very many: one letter more, less, other or out of turn, whatever the case and the signs.

`difflib` compares a name with every known one, which takes a minute where a listing of a hundred thousand rows
has a thousand mistakes; here each known name is looked at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Near:
    """Known names, asked for the one that another is nearly.

    >>> Near(["H-100", "K-7"]).find("h 10O"), Near(["H-100"]).find("Z-1")
    ('H-100', None)
    """

    def __init__(self, known: Iterable[str]) -> None:
        self.known = known
        self.forms: dict[str, str] | None = None

    def find(self, name: str) -> str | None:
        """The known name that differs by one letter at most, the first if there are several."""
        if self.forms is None:
            self.forms = {}
            for each in self.known:
                for form in _forms(each):
                    self.forms.setdefault(form, each)
        return next((self.forms[form] for form in _forms(name) if form in self.forms), None)


def _forms(name: str) -> Iterator[str]:
    """The name without case and signs, and all that is left of it when one letter is dropped."""
    bare = "".join(char for char in name.casefold() if char.isalnum())[:64]
    if bare:
        yield bare
    if len(bare) > 1:
        yield from (bare[:at] + bare[at + 1 :] for at in range(len(bare)))
