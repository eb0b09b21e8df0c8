"""How a deal's pages look, and the printer that they are printed with."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lexdocs import resources
from lexdocs.deal import Deal

if TYPE_CHECKING:
    from lexdocs.outputs.house import House
    from lexdocs.outputs.own_fonts import OwnFont
    from lexdocs.outputs.pdf import Printer


def house_of(deal: Deal) -> House:
    """How the deal's pages look: the house's style with the deal's own in it.

    Raises `InputError` for a style sheet that hides or fetches, and for a variable that is none.
    """
    from lexdocs.outputs.house import house_of as house

    return house(deal.folder, resources.templates_folder())


def stylesheet(deal: Deal) -> str:
    """The style sheet of the deal's pages. Raises `InputError` as `house_of` does."""
    return house_of(deal).css


def printer_of(deal: Deal) -> Printer:
    """The printer with the bundled fonts and those of the deal."""
    return printer(house_of(deal).fonts)


@lru_cache(maxsize=4)
def printer(fonts: tuple[OwnFont, ...] = ()) -> Printer:
    """The printer with the bundled fonts and others, loaded once for all documents."""
    from lexdocs.outputs.pdf import Printer, bundled_fonts

    return Printer(bundled_fonts(), fonts)
