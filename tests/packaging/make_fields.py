"""Makes the font of `lexdocs/fonts/` in which the fields of a form are filled in.

    python -m tests.packaging.make_fields

A form carries the whole of the font in which it may be filled in, and a reader of it finds each character by the font's
own table. So "Lexdocs Fields" is Pagella without the characters that no one types there and without its substitutions,
such as ligatures, of which that table knows nothing. It is a derived work under the GUST Font License and, as that
asks, has a name of its own.
"""

from __future__ import annotations

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from tests.packaging.make_fractions import FONTS, MADE

NAME = "Lexdocs Fields"
TYPED = (*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "–—‘’“”…€"))


def make() -> TTFont:
    """Cut Pagella down to what is typed into fields."""
    font = TTFont(FONTS / "texgyrepagella-regular.otf", recalcTimestamp=False)
    options = Options(layout_features=[], name_IDs=[], notdef_outline=True, desubroutinize=True)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "DSIG", "FFTM"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=TYPED)
    subsetter.subset(font)
    names = {
        1: NAME,
        2: "Regular",
        3: "1.0;LexdocsFields-Regular",
        4: NAME,
        5: "Version 1.0",
        6: "LexdocsFields-Regular",
    }
    names |= {0: "Derived from TeX Gyre Pagella, copyright 2007-2018 B. Jackowski, J.M. Nowacki et al."}
    names |= {13: "GUST Font License"}
    font["name"].names = []
    for number, said in sorted(names.items()):
        font["name"].setName(said, number, 3, 1, 0x409)
    drawn = font["CFF "].cff
    drawn.fontNames = [names[6]]
    top = drawn.topDictIndex[0]
    top.FullName, top.FamilyName = NAME, NAME
    font["head"].created = font["head"].modified = MADE
    return font


if __name__ == "__main__":
    make().save(FONTS / "lexdocsfields-regular.otf")
