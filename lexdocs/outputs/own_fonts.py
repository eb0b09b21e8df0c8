"""Font files of a deal's own: which family and face each holds, as it says itself. A door of fontTools."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from lexdocs.errors import Problem, Where

FOLDER = "templates/style/fonts"
_SUFFIXES = (".otf", ".ttf")
_MOST = 20 * 1024 * 1024
_SEMIBOLD = 600
_MAY_NOT = 0x0002  # fsType: no embedding without the maker's leave


@dataclass(frozen=True)
class OwnFont:
    """A font file: its name in the folder, the family, `bold` or `normal`, `italic` or `normal`."""

    name: str
    family: str
    weight: str
    style: str
    digest: str
    data: bytes = field(repr=False, compare=False)


def read_fonts(folder: Path) -> tuple[tuple[OwnFont, ...], list[Problem]]:
    """The font files of a folder in the order of their names, and what is wrong with any."""
    found: list[OwnFont] = []
    problems: list[Problem] = []
    if not folder.is_dir():
        return (), []
    for path in sorted(each for each in folder.iterdir() if each.suffix.lower() in _SUFFIXES):
        where = Where(f"{FOLDER}/{path.name}")
        if path.is_symlink() or path.stat().st_size > _MOST:
            problems.append(Problem(where, "a link or a file of more than 20 MB", "put the font itself here"))
            continue
        made = _read(path.name, path.read_bytes(), where)
        if isinstance(made, Problem):
            problems.append(made)
            continue
        both = [each.name for each in found if (each.family, each.weight, each.style) == _face(made)]
        if both:
            problems.append(Problem(where, f"is the same face as {both[0]}", "keep one of them"))
        found.append(made)
    return tuple(found), problems


def _face(font: OwnFont) -> tuple[str, str, str]:
    return font.family, font.weight, font.style


def _read(name: str, data: bytes, where: Where) -> OwnFont | Problem:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        font = TTFont(BytesIO(data), lazy=True)
        names, metrics = font["name"], font["OS/2"]
        family = names.getDebugName(16) or names.getDebugName(1) or ""
        weight = "bold" if metrics.usWeightClass >= _SEMIBOLD else "normal"
        style = "italic" if metrics.fsSelection & 1 or font["post"].italicAngle else "normal"
        may = metrics.fsType
    except (TTLibError, KeyError, AssertionError, ValueError, EOFError, OSError, AttributeError):
        return Problem(where, "is not a font that can be read", "put an OpenType or TrueType file here")
    if not family or '"' in family or "\\" in family:
        return Problem(where, "does not name its family", "take a file that does")
    if may & 0xF == _MAY_NOT:
        return Problem(where, "its maker does not let it be embedded in documents", "ask for a licence that does")
    return OwnFont(name, family, weight, style, hashlib.sha256(data).hexdigest(), data)
