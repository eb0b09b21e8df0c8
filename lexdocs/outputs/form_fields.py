"""What a form to be filled in needs beyond what WeasyPrint gives its fields."""

from __future__ import annotations

import re
from typing import Any

FIELD = 'class="field field-'
"""What the HTML of a page has where a field stands."""

_AMOUNTS = re.compile(r'<input class="field field-amount"[^>]*? name="([^"]+)"')
_RIGHT = 2  # how the format says that what is typed stands to the right


def mend(pdf: Any, html: str) -> None:
    """Have amounts stand to the right, and say for boxes, too, in which font their marks are measured.

    `pdf` is WeasyPrint's document before it is written. Without the font some readers refuse to draw a ticked box.
    """
    amounts = set(_AMOUNTS.findall(html))
    fields = [each for each in pdf.objects if hasattr(each, "get") and each.get("Subtype") == "/Widget"]
    typed = next((each["DA"] for each in fields if each.get("FT") == "/Tx"), None)
    for field in fields:
        if str(field["T"].string) in amounts:
            field["Q"] = _RIGHT
        if field.get("FT") == "/Btn" and typed is not None:
            field["DA"] = typed
