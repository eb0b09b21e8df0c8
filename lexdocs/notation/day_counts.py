"""The names of day counts: one name each, other spellings of it, and names that mean more than one.

What the names count is a matter of `conventions`. Here they are told apart: implementations of
"30/360 US" differ at the end of February, and "Act/365" stood for three conventions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lexdocs.errors import nearest
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.grammar import GAP, NO_MORE, Form, Kind, Start
from lexdocs.notation.typography import plain

NAMES: Mapping[str, tuple[str, ...]] = {
    "30/360": ("30/360 bond", "30/360 bond basis", "30/360 ISDA", "30A/360", "360/360", "bond basis"),
    "30/360 US-EOM": ("30U/360 EOM",),
    "30/360 PSA": ("PSA 30/360",),
    "30E/360": ("30/360 Eurobond", "30/360 Eurobond basis", "30/360 ICMA", "30S/360", "Eurobond basis"),
    "30E/360 ISDA": (),
    "Act/360": ("A/360",),
    "Act/365F": ("Act/365 fixed", "A/365F"),
    "Act/365.25": ("A/365.25",),
    "Act/Act ICMA": ("Act/Act ISMA", "Act/Act bond"),
    "Act/Act ISDA": (),
}
"""The names of the ISDA Definitions and of ICMA's rule, each with the others that say the same."""

_AMBIGUOUS: Mapping[str, tuple[str, ...]] = {
    "30/360 US": ("30/360", "30/360 US-EOM"),
    "30U/360": ("30/360", "30/360 US-EOM"),
    "30/360 SIA": ("30/360 US-EOM", "30/360"),
    "Act/Act": ("Act/Act ICMA", "Act/Act ISDA"),
    "Act/365": ("Act/365F", "Act/365.25", "Act/Act ISDA"),
    "A/365": ("Act/365F", "Act/365.25", "Act/Act ISDA"),
}

_ELSEWHERE = (
    "Act/365L", "Act/365 Leap", "ISMA-Year", "NL/365", "Act/365 No Leap", "NL/360", "Act/364", "Act/366", "Act/365A",
    "Act/365 Actual", "Act/Act AFB", "Act/Act Euro", "Act/Act YEAR", "Act/365 Canadian", "Act/365 JGB", "30/365",
    "30E/365", "30E+/360", "30/360 German", "30/360 Italian", "30/360 NASD", "30/360 ISMA", "Bus/252", "BD/252", "1/1",
)  # fmt: skip
"""Names of day counts that are not calculated here: a near name would mislead."""


def _key(text: str) -> str:
    """A name without what its spellings differ in: capitals, brackets, hyphens, Act or Actual."""
    said = re.sub(r"[()\-]", " ", plain(text).lower()).replace("actual", "act")
    return re.sub(r" ?/ ?", "/", " ".join(said.split()))


_KNOWN = {_key(spelled): name for name, others in NAMES.items() for spelled in (name, *others)}
_NOT_HERE = frozenset(map(_key, _ELSEWHERE))
_UNSURE = {_key(name): candidates for name, candidates in _AMBIGUOUS.items()}


def candidates() -> str:
    """Every day count by name, as an error lists them.

    >>> candidates()[:22]
    '30/360, 30/360 US-EOM,'
    """
    *most, last = NAMES
    return f"{', '.join(most)} or {last}"


def parse_day_count(text: str) -> str:
    """The name of a day count, from any of its spellings; a name of several day counts is refused.

    >>> parse_day_count("30/360"), parse_day_count("Actual/Actual (ICMA)")
    ('30/360', 'Act/Act ICMA')
    """
    key = _key(text)
    if key in _KNOWN:
        return _KNOWN[key]
    if key in _UNSURE:
        remedy = f"write {', '.join(_UNSURE[key][:-1])} or {_UNSURE[key][-1]}"
        raise NotationError(f"{quoted(text)} is a name of several day counts", remedy)
    if key in _NOT_HERE:
        raise NotationError(f"{quoted(text)} is a day count that is not calculated here", f"write {candidates()}")
    near = nearest(key, _KNOWN)
    remedy = f'did you mean "{_KNOWN[near]}"?' if near else f"write {candidates()}"
    raise NotationError(f"{quoted(text)} is not a day count", remedy)


def _pattern(key: str) -> str:
    """How a name may stand in a text: words apart or hyphenated, those after the first in brackets or not."""
    first, *rest = (re.escape(word).replace("act", "act(?:ual)?") for word in key.split(" "))
    after = rf"(?:{GAP}|-)".join(rest)
    return first + (rf"(?:{GAP}|-)(?:{after}|\({after}\))" if rest else "")


def _read(said: str, original: str) -> str:
    """The day count that a text names; a name of several is no day count's."""
    return _KNOWN.get(_key(said), original)


def _forms() -> Iterator[Form]:
    # Names in words alone, such as "bond basis" or "Act/Act", hold no figure; nobody need look for them.
    told = sorted((key for key in _KNOWN | _UNSURE if re.search("[0-9]", key)), key=len, reverse=True)
    told += [key for key in _KNOWN if key.startswith("act/act ")]
    for start in (Start.DIGIT, Start.LETTER):
        keys = [key for key in told if key[0].isdigit() == (start is Start.DIGIT)]
        yield Form(Kind.DAY_COUNT, start, rf"(?:{'|'.join(map(_pattern, keys))}){NO_MORE}", _read)


FORMS = tuple(_forms())
FIRST_WORD = "(?:a(?:ct(?:ual)?)?/|psa)"
