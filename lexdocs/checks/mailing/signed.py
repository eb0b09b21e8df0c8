"""The release of a mailing, held against what lies in its folder: two names, and the SHA-256 of every file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lexdocs.checks.mailing.found import Found
from lexdocs.checks.mailing.told import CONTROL, Control

RELEASE = "release.json"
INTERRUPTED = ".released"


def hold_release(folder: Path, control: Control, found: Found) -> None:
    """See that a mailing is released by its release and by nothing else, and is the one that was released."""
    if (folder / INTERRUPTED).exists():
        found.add("release", RELEASE, "a release was interrupted", "run lexdocs release again, which finishes it")
        return
    path = folder / RELEASE
    if not control.released:
        if path.exists():
            found.add("release", CONTROL, f"says that the mailing is a proof, and {RELEASE} is there")
        return
    try:
        told = json.loads(path.read_text("utf-8"))
        _hold(told, control, found)
    except OSError:
        found.add("release", CONTROL, f"says that the mailing is released, and there is no {RELEASE}")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        found.add("release", RELEASE, "is not a release that can be read")


def _hold(told: Any, control: Control, found: Found) -> None:
    names = [" ".join(told[each].split()).casefold() for each in ("maker", "checker")]
    if not all(names) or len(set(names)) == 1:
        found.add("release", RELEASE, "has not the names of two people", "release it by a maker and another checker")
    files = {name: said.sha256 for name, said in control.files.items()} | {CONTROL: control.sha256}
    for name in sorted({*files, *told["files"]}):
        if told["files"].get(name) != files.get(name):
            found.add("release", name, f"is not the file of which {RELEASE} has the SHA-256")
