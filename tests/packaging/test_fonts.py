"""The bundled fonts can set what these documents print, in every style, without another font's help."""

from __future__ import annotations

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from lexdocs.resources import fonts_folder
from tests.packaging import make_fields
from tests.packaging.make_fractions import STYLES, make

LETTERS = "ČčŘřŐőÁáŁłŞşÑñÖöŠšžß"
MARKS = "–—‘’“”…•§¶†©®×−≤≥⌈⌉$€£%¼½¾"
SPACES = (
    "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}\N{SOFT HYPHEN}\N{NON-BREAKING HYPHEN}"
)
FRACTIONS = "⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⁄⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"


@pytest.fixture(params=STYLES)
def style(request):
    return request.param


def opened(family, style):
    return TTFont(fonts_folder() / f"{family}-{style}.otf")


def test_the_text_face_has_the_letters_marks_and_spaces(style):
    has = opened("texgyrepagella", style).getBestCmap()
    assert [character for character in LETTERS + MARKS + SPACES if ord(character) not in has] == []


def test_the_text_face_has_the_features_of_tabular_paper(style):
    features = {record.FeatureTag for record in opened("texgyrepagella", style)["GSUB"].table.FeatureList.FeatureRecord}
    assert {"tnum", "lnum", "frac", "smcp", "c2sc"} <= features


def test_figures_of_the_text_face_have_one_width(style):
    font = opened("texgyrepagella", style)
    assert len({font["hmtx"][font.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}) == 1


def test_every_fraction_is_in_the_companion_and_no_letter_or_figure_is(style):
    has = opened("lexdocsfractions", style).getBestCmap()
    assert [character for character in FRACTIONS if ord(character) not in has] == []
    assert [character for character in "0123456789%$Aa" if ord(character) in has] == []


def test_a_space_after_a_fraction_is_as_wide_as_any_other(style):
    """Layout sets a space in the font of what stands before it."""
    text, companion = opened("texgyrepagella", style), opened("lexdocsfractions", style)
    for space in " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}":
        widths = {font["hmtx"][font.getBestCmap()[ord(space)]][0] for font in (text, companion)}
        assert len(widths) == 1, hex(ord(space))


def test_the_companion_is_what_its_maker_makes(style):
    """Compared as drawings: another release of the font library may pack the same ones in other bytes."""
    kept, made = opened("lexdocsfractions", style), make(style)
    assert kept.getBestCmap() == made.getBestCmap()
    assert drawings(kept) == drawings(made)


def drawings(font):
    glyphs = font.getGlyphSet()
    found = {}
    for name in font.getGlyphOrder():
        pen = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(pen)
        found[name] = (font["hmtx"][name], pen.value)
    return found


def test_the_licence_travels_with_the_fonts():
    assert "GUST Font License" in (fonts_folder() / "LICENSE-TeX-Gyre.txt").read_text("utf-8")


@pytest.mark.parametrize("family", ["texgyrepagella", "lexdocsfractions"])
def test_the_fonts_may_be_embedded(family, style):
    assert opened(family, style)["OS/2"].fsType == 0


def test_the_font_of_fields_has_what_is_typed_and_no_substitutions():
    font = TTFont(fonts_folder() / "lexdocsfields-regular.otf")
    has = font.getBestCmap()
    assert [character for character in LETTERS + "AZaz09$€–—‘’“”" if ord(character) not in has] == []
    assert not {"GSUB", "GPOS"} & set(font.keys())
    assert font["OS/2"].fsType == 0


def test_the_font_of_fields_is_what_its_maker_makes():
    kept, made = TTFont(fonts_folder() / "lexdocsfields-regular.otf"), make_fields.make()
    assert kept.getBestCmap() == made.getBestCmap()
    assert drawings(kept) == drawings(made)
