"""The house style as a deal has it: the style sheet with the deal's variables, its letterhead, its fonts.

A deal may keep beside its templates, in `templates/style/`, the file `variables.css`, a logo, font files under
`fonts/`, and a `house.css` that takes the place of the house's.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

from lexdocs.documents.styles import style_problems
from lexdocs.documents.variables import FILE, GENERIC, Variable, read_variables
from lexdocs.errors import InputError, Problem, Where, did_you_mean
from lexdocs.outputs.html import PAPER
from lexdocs.outputs.logo import logo_of
from lexdocs.outputs.own_fonts import FOLDER, OwnFont, read_fonts

SHEET = "templates/style/house.css"
_MOST = 2 * 1024 * 1024  # bytes of a file of the deal's
# What hangs on the sheet of paper. A DL envelope shows an A4 letter from about 48 mm of its upper edge, and from 20 mm
# of its left one; the letter is folded at 99 mm.
_A4 = {
    "--sheet-size": "A4",
    "--margins": "26mm 27mm 28mm",
    "--statement-margins": "25mm 25mm 23mm",
    "--panel": "70mm",
    "--strut": "25mm",
    "--notice-strut": "24mm",
    "--notice-indent": "-2mm",
    "--address-width": "80mm",
}
# What is no part of the style sheet, but of the page or of what is made of it.
_ASIDE = frozenset({"--sheet", "--font-text", "--font-heading", "--letterhead", "--logo", "--logo-words"})
_BUNDLED = ("Lexdocs Text", "Lexdocs Fractions")
_FONT_TEXT = re.compile(r"--font-text:\s*([^;]+);")


@dataclass(frozen=True)
class House:
    """How the pages of a deal look: the whole style sheet, the letterhead as HTML, and font files of the deal's own."""

    css: str
    letterhead: str = ""
    fonts: tuple[OwnFont, ...] = ()


def house_of(folder: Path, house: Path) -> House:
    """The house style for the deal of a folder; `house` is the folder of the house's templates.

    Raises `InputError` with all that is wrong with the deal's files.
    """
    style = folder / "templates" / "style"
    own = _text(style / "house.css", SHEET)
    css = own if own is not None else (house / "style" / "house.css").read_text("utf-8")
    problems = list(_style_problems(own)) if own is not None else []
    said = _text(style / "variables.css", FILE)
    fonts, faults = read_fonts(style / "fonts")
    problems += faults
    if said is None and not fonts:
        if problems:
            raise InputError(problems)
        return House(css)
    found, wrong = read_variables(said or "", css)
    problems += wrong
    problems += _unknown_families(found, fonts)
    picture = ""
    if "--logo" in found:
        picture, unfit = logo_of(style / found["--logo"].words[0], found["--logo"].where)
        problems += unfit
    if problems:
        raise InputError(problems)
    letterhead = _letterhead(found, picture)
    return House(_composed(css, found, fonts, letterhead), letterhead, fonts)


def _composed(css: str, found: Mapping[str, Variable], fonts: tuple[OwnFont, ...], letterhead: str) -> str:
    """The style sheet with the deal's values behind the house's own, before the part that is for paper."""
    values = {name: each.css for name, each in found.items() if name not in _ASIDE}
    house = _FONT_TEXT.search(css)
    for name in ("--font-text", "--font-heading"):
        if name in found:
            families = ", ".join(f'"{each}"' for each in found[name].words if each not in GENERIC)
            values[name] = f"{families}, {house[1]}" if house else families
    if "--sheet" in found and found["--sheet"].words == ("a4",):
        values |= _A4
    lines = "".join(f"  {name}: {value};\n" for name, value in values.items())
    # Fonts and letterhead are no part of the sheet; what is made of them is known by their digests.
    digests = sorted([*(each.digest for each in fonts), *([_digest(letterhead)] if letterhead else [])])
    made_of = f"/* with {' '.join(digests)} */\n" if digests else ""
    screen, mark, paper = css.partition(PAPER)
    if letterhead:
        paper = paper.replace("@media letterhead", "@media print")
    return f"{screen}/* ---- as this deal has it ---- */\n\n{made_of}:root {{\n{lines}}}\n\n{mark}{paper}"


def _letterhead(found: Mapping[str, Variable], picture: str) -> str:
    lines = found["--letterhead"].words if "--letterhead" in found else ()
    if not lines and not picture:
        return ""
    image = ""
    if picture:
        image = f'<img src="{picture}" alt="{escape(found["--logo-words"].words[0])}">'
    head = f'<p class="letterhead-name">{escape(lines[0], quote=False)}</p>' if lines else ""
    rest = "<br>".join(escape(each, quote=False) for each in lines[1:])
    return f'<div class="letterhead">{image}{head}{f"<p>{rest}</p>" if rest else ""}</div>'


def _unknown_families(found: Mapping[str, Variable], fonts: tuple[OwnFont, ...]) -> list[Problem]:
    """Fonts that are asked for and have no file: what they look like would hang on the machine."""
    there = sorted({each.family for each in fonts} | set(_BUNDLED))
    problems = []
    for variable in (each for name, each in found.items() if name in ("--font-text", "--font-heading")):
        for family in variable.words:
            if family not in there and family not in GENERIC:
                remedy = did_you_mean(family, there) or f"put its files into {FOLDER}; there are: {', '.join(there)}"
                problems.append(Problem(variable.where, f'{variable.name}: no font file is of "{family}"', remedy))
    return problems


@lru_cache(maxsize=4)
def _style_problems(css: str) -> tuple[Problem, ...]:
    return tuple(style_problems(css, SHEET))


def _text(path: Path, name: str) -> str | None:
    """A text file of the deal; None where there is none. Raises `InputError` for one that cannot be read."""
    if path.is_symlink():
        raise InputError(Problem(Where(name), "a style sheet may not be a link", "put the file itself here"))
    if not path.is_file():
        return None
    if path.stat().st_size > _MOST:
        raise InputError(Problem(Where(name), "is larger than any style sheet", "remove what is no style from it"))
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        what = f"not UTF-8 (byte {error.object[error.start]:#04x})"
        raise InputError(Problem(Where(name), what, "save the file as UTF-8")) from None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
