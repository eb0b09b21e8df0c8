"""No template claims the statutory safe harbor for forward-looking statements, which excludes tender offers."""

from __future__ import annotations

from collections.abc import Iterator

from lexdocs.documents.prose import visible
from lexdocs.documents.script import Script
from lexdocs.errors import Problem
from lexdocs.law.in_force import form_of
from lexdocs.law.safe_harbor import claims


def safe_harbor_problems(words: Script) -> Iterator[Problem]:
    """Every place at which the words claim it; a sentence that says it does not apply may stand."""
    seen = visible(words.text)
    for found in claims(seen.text):
        what = f'"{" ".join(found[0].split())}" claims a safe harbor that excludes tender offers'
        cite = form_of("safe harbor").cite
        where = words.where(seen.offsets[found.start()])
        yield Problem(where, f"{what} ({cite})", "delete the claim, or say that the safe harbor does not apply")
