"""The characters that can be stamped: those of the bundled fonts that stand by themselves, one glyph each."""

from __future__ import annotations

from lexdocs.notation.units import Unit

ASCII = "".join(map(chr, range(0x20, 0x7F)))
VIETNAMESE = "ƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỴỵỶỷỸỹ"
_OTHERS = (  # of the languages of Africa, of the Caucasus, and of those that are put into Latin letters
    "ǍǎǏǐǑǒǓǔǗǘǙǚǛǜǝǦǧǪǫǰǴǵǺǻǼǽǾǿȀȁȄȅȈȉȌȍȐȑȔȕəḌḍḎḏḤḥḦḧḪḫḮḯḶḷḸḹṂṃṄṅṆṇṘṙṚṛṜṝṢṣṬṭṮṯẒẓẗ"
)
LATIN = (
    ASCII
    + "".join(map(chr, range(0xA0, 0x180))).replace("\u00ad", "")
    + "ȘșȚțẀẁẂẃẄẅỲỳ–—‘’‚“”„†‡•…‰‹›€™"
    + "\u2009\u202f"
    + VIETNAMESE
    + _OTHERS
)
"""What names and addresses may be written in: Latin letters with their signs, and the usual marks."""
_MONTHS = "äéèêûüíóúñ"  # of the languages in which holders are written to
FIGURES = ASCII + "\u00a0\u2007\u2009\u202f–—−¢£€" + _MONTHS


def repertoire_of(unit: Unit) -> str:
    """The characters that a figure of a unit may be printed in."""
    return LATIN if unit in (Unit.TEXT, Unit.TITLE) else FIGURES
