"""What is wrong with a row of the register whose cells can each be read: its labels, its language, its amounts."""

from __future__ import annotations

from typing import Any

from lexdocs.errors import Problem, Where
from lexdocs.terms.frame import SHOWN, Frame, no_label, no_language
from lexdocs.terms.open_options import not_open

NEGATIVE = "correct it: 0 is the least that can stand here"


def misread_labels(values: dict[str, Any], frame: Frame, where: Where) -> list[Problem]:
    """Series and options that the terms do not have; the only one there is need not be said."""
    found = []
    for name, labels in (("series", frame.series), ("option", frame.options)):
        said = values.get(name)
        if said is None or not labels:
            continue
        if not said and len(labels) == 1:
            values[name] = labels[0]
        elif not said and (name == "series" or values.get("tendered")):
            found.append(Problem(where, f"{name}: is empty", "write " + " or ".join(labels[:SHOWN])))
        elif said and said not in labels:
            error = no_label(name, said, labels)
            found.append(Problem(where, f"{name}: {error.what}", error.example))
    if not found and frame.closed and values.get("tendered"):
        closed = not_open(values.get("series") or "", values.get("option") or "", frame, where)
        found += [closed] if closed is not None else []
    return found


def unwritten(values: dict[str, Any], frame: Frame, where: Where) -> list[Problem]:
    """A language in which the deal has no documents."""
    error = no_language(values.get("language", ""), frame.languages)
    return [] if error is None else [Problem(where, f"language: {error.what}", error.example)]


def impossible(values: dict[str, Any], stated: bool, where: Where) -> list[Problem]:
    """Amounts that cannot be, whatever the terms say. Early tenders that are not stated are all that are valid."""
    named = [(name, values[name]) for name in ("held", "tendered", "withdrawn", "early") if name in values]
    found = [
        Problem(where, f"{name}: a principal amount is less than nothing", NEGATIVE)
        for name, value in named
        if value < 0
    ]
    if found or "tendered" not in values:
        return found
    held, tendered, withdrawn = values["held"], values["tendered"], values["withdrawn"]
    if tendered - withdrawn > held:
        found.append(Problem(where, "tendered: more is tendered than is held", "correct one of the two"))
    if withdrawn > tendered:
        found.append(Problem(where, "withdrawn: more is withdrawn than was tendered", "correct one of the two"))
    if "early" in values and not stated:
        values["early"] = tendered - withdrawn
    elif "early" in values and values["early"] > tendered - withdrawn and not found:
        found.append(Problem(where, "early: more is tendered early than is tendered", "correct one of the two"))
    return found
