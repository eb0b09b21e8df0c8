"""What is left of a text's figures when its asides are taken away."""

from __future__ import annotations

from lexdocs.notation.asides import asides
from lexdocs.notation.find import find


def left(text: str, *, begins_item: bool = False) -> list[str]:
    """The finds that no aside touches."""
    stretches = asides(text, begins_item=begins_item)
    return [
        found.text
        for found in find(text)
        if not any(each.start < found.end and found.start < each.end for each in stretches)
    ]
