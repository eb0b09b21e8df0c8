"""Words of laid-out pages that are set in fonts that are not the document's: for want of a glyph, or by the style."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lexdocs.outputs.laid.lines import Sheet, families_of
from lexdocs.outputs.laid.told import PageFault, fault, said

_MOST = 24  # characters that are listed
_BY_NAME = "use the document's fonts, or lay the font's file into templates/style/fonts"
_WITHOUT = "the page depends on the fonts of this machine; write it without"


def alien(sheets: Iterable[Sheet], is_ours: Callable[[str], bool], name: str) -> Iterator[PageFault]:
    """The words that were set in fonts that are not the document's.

    A font that the style asks for is told once a page; characters that the document's fonts lack, each once a page.
    """
    for sheet in sheets:
        told: dict[str, set[str]] = {}
        for line in (*sheet.lines, *sheet.margins):
            lacks: dict[str, str] = {}
            for box in line.texts:
                for family, chars in families_of(box).items():
                    if is_ours(family):
                        continue
                    if not _is_asked_for(family, box, is_ours):
                        lacks[family] = lacks.get(family, "") + chars
                    elif family not in told:
                        told[family] = set()
                        what = f"{said(line)} is set in {family}, which is no font of the document"
                        yield fault(sheet, name, "font", what, _BY_NAME)
            for family, chars in lacks.items():
                new = [each for each in dict.fromkeys(chars) if not each.isspace() and each not in told.get(family, ())]
                if new:
                    told.setdefault(family, set()).update(new)
                    how_many = "a character" if len(new) == 1 else "characters"
                    what = f"{said(line)} has {how_many} that the bundled fonts lack, set in {family}: {_listed(new)}"
                    yield fault(sheet, name, "font", what, f"{_WITHOUT} {'it' if len(new) == 1 else 'them'}")


def _is_asked_for(family: str, box: Any, is_ours: Callable[[str], bool]) -> bool:
    """Whether the style names a font before those of the document, or none of the document's."""
    named = [str(each) for each in box.style["font_family"]]
    ours = next((at for at, each in enumerate(named) if is_ours(each)), None)
    return ours is None or family.lower() in (each.lower() for each in named[:ours])


def _listed(chars: list[str]) -> str:
    shown = [each if each.isprintable() else f"U+{ord(each):04X}" for each in chars[:_MOST]]
    return " ".join(shown) + (" …" if len(chars) > _MOST else "")
