"""What makes a statement a correction: it replaces one that was released, and has a number of its own."""

from __future__ import annotations

import re

from lexdocs.figures.rule import rule
from lexdocs.notation.units import Flag, Text

_NUMBER = re.compile(r"[0-9]+(?:\.([0-9]+))?-")


@rule(per="holding")
def statement_is_correction(replaced_statement: Text) -> Flag:
    """Whether the holder's statement replaces one that was released.

    >>> statement_is_correction("20120615-H-7"), statement_is_correction("")
    (True, False)
    """
    return bool(replaced_statement)


@rule(per="holding")
def statement_version(replaced_statement: Text) -> Text:
    """What stands behind the date in the number of the holder's statement: its version, where it is not the first.

    The identifier comes last in a number, and whatever it is, no two statements have one number.

    >>> statement_version(""), statement_version("20120615-H.2-7"), statement_version("20120615.2-H-7")
    ('', '.2', '.3')
    """
    found = _NUMBER.match(replaced_statement)
    return f".{int(found[1] or 1) + 1}" if found is not None else ""
