"""Makes the companion fonts of `lexdocs/fonts/`: the fractions that TeX Gyre Pagella does not have.

    python -m tests.packaging.make_fractions

Pagella draws ¼, ½ and ¾ alone, while rates run in eighths and sixteenths. The companion family "Lexdocs Fractions"
takes Pagella's own figures, makes them small, and sets them on either side of the bar of Pagella's own ¾: the thirds,
fifths, sixths and eighths of Unicode, and raised figures, bar and lowered figures for all others (⁵⁄₁₆). It holds no
letter and no full-size figure, so a style sheet names it first, and everything but a fraction is still set in Pagella.
It is a derived work under the GUST Font License and, as that asks, has a name of its own.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttGlyphSet import _TTGlyphSet as _GlyphSet

Box = tuple[float, float, float, float]
FONTS = Path(__file__).resolve().parents[2] / "lexdocs" / "fonts"
STYLES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bolditalic": "Bold Italic"}
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LOWERED = "₀₁₂₃₄₅₆₇₈₉"
COMPOSED = {"⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6)}
COMPOSED |= {"⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}
SPACES = " \u00a0\u2007\u2009\u202f"  # a space is set in the font of what stands before it, which may be a fraction
# As in Pagella's ¾: a little wider than tall, so that thin strokes stay as dark as the text around them.
WIDE, TALL, CELL = 0.64, 0.6, 310
MADE = 3_600_000_000  # seconds since 1904: any fixed time, so that the same font is made every time


def make(style: str) -> TTFont:
    """Draw the companion of one style of Pagella."""
    pagella = TTFont(FONTS / f"texgyrepagella-{style}.otf")
    glyphs = pagella.getGlyphSet()
    top = _bounds(glyphs, "three")[3]
    bar, left, right = _parts_of_three_quarters(glyphs)
    drawings = {".notdef": (500, RecordingPen())}
    for space in SPACES:
        drawings[f"uni{ord(space):04X}"] = (round(glyphs[pagella.getBestCmap()[ord(space)]].width), RecordingPen())
    middle = (_bounds(glyphs, "three")[0] + _bounds(glyphs, "three")[2]) / 2
    inset = CELL / 2 - WIDE * middle
    for name in DIGITS:
        drawings[f"{name}.numr"] = (CELL, _drawn(glyphs, name, Transform(WIDE, 0, 0, TALL, inset, top * (1 - TALL))))
        drawings[f"{name}.dnom"] = (CELL, _drawn(glyphs, name, Transform(WIDE, 0, 0, TALL, inset, 0)))
    start, end = left - CELL / 2, right - CELL / 2  # where the two figures begin
    drawings["fraction"] = (round(end - start - CELL), _moved(bar, -start - CELL))
    for character, (above, below) in COMPOSED.items():
        whole = _moved(bar, 0)
        _moved(drawings[f"{DIGITS[above]}.numr"][1], start, whole)
        _moved(drawings[f"{DIGITS[below]}.dnom"][1], end, whole)
        drawings[f"uni{ord(character):04X}"] = (round(glyphs["threequarters"].width), whole)
    return _assembled(style, pagella, drawings)


def _assembled(style: str, pagella: TTFont, drawings: dict[str, tuple[int, RecordingPen]]) -> TTFont:
    cmap = {ord("⁄"): "fraction"}
    for value, name in enumerate(DIGITS):
        cmap |= {ord(RAISED[value]): f"{name}.numr", ord(LOWERED[value]): f"{name}.dnom"}
    cmap |= {ord(character): f"uni{ord(character):04X}" for character in [*COMPOSED, *SPACES]}
    builder = FontBuilder(pagella["head"].unitsPerEm, isTTF=False)
    builder.setupGlyphOrder(list(drawings))
    builder.setupCharacterMap(cmap)
    strings, metrics = {}, {}
    for name, (width, drawing) in drawings.items():
        pen = T2CharStringPen(width, None)
        drawing.replay(pen)
        strings[name] = pen.getCharString()
        bounds = BoundsPen(None)
        drawing.replay(bounds)
        metrics[name] = (width, round(bounds.bounds[0]) if bounds.bounds else 0)
    shown = STYLES[style]
    postscript = f"LexdocsFractions-{shown.replace(' ', '')}"
    builder.setupCFF(
        postscript, {"FullName": f"Lexdocs Fractions {shown}", "FamilyName": "Lexdocs Fractions"}, strings, {}
    )
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=pagella["hhea"].ascent, descent=pagella["hhea"].descent)
    builder.setupNameTable(
        {
            "copyright": "Derived from TeX Gyre Pagella, copyright 2007-2018 B. Jackowski, J.M. Nowacki et al.",
            "familyName": "Lexdocs Fractions",
            "styleName": shown,
            "uniqueFontIdentifier": f"1.0;{postscript}",
            "fullName": f"Lexdocs Fractions {shown}",
            "psName": postscript,
            "version": "Version 1.0",
            "licenseDescription": "GUST Font License",
        }
    )
    old = pagella["OS/2"]
    builder.setupOS2(
        sTypoAscender=old.sTypoAscender,
        sTypoDescender=old.sTypoDescender,
        sTypoLineGap=old.sTypoLineGap,
        usWinAscent=old.usWinAscent,
        usWinDescent=old.usWinDescent,
        usWeightClass=old.usWeightClass,
        fsSelection=old.fsSelection & 0b1111111,  # italic, bold, regular; the later bits need a later table
        sxHeight=old.sxHeight,
        sCapHeight=old.sCapHeight,
        fsType=0,
    )
    builder.setupPost(italicAngle=pagella["post"].italicAngle)
    builder.updateHead(created=MADE, modified=MADE, macStyle=pagella["head"].macStyle)
    builder.font.recalcTimestamp = False
    return builder.font


def _parts_of_three_quarters(glyphs: _GlyphSet) -> tuple[RecordingPen, float, float]:
    """The bar, which alone runs from foot to head, and the middle of the figure on either side of it."""
    whole = _drawn(glyphs, "threequarters", Transform())
    contours: list[RecordingPen] = []
    for operator, operands in whole.value:
        if operator == "moveTo":
            contours.append(RecordingPen())
        contours[-1].value.append((operator, operands))
    boxes = []
    for contour in contours:
        pen = BoundsPen(None)
        contour.replay(pen)
        boxes.append(pen.bounds)
    tall = max(range(len(boxes)), key=lambda at: boxes[at][3] - boxes[at][1])
    # Inner contours (the eye of the four) lie within the outer ones and move neither edge.
    high = [box for at, box in enumerate(boxes) if at != tall and box[3] > boxes[tall][3] * 0.9]
    low = [box for at, box in enumerate(boxes) if at != tall and box[1] < boxes[tall][3] * 0.1]
    return contours[tall], _middle(high), _middle(low)


def _middle(boxes: list[Box]) -> float:
    return (min(box[0] for box in boxes) + max(box[2] for box in boxes)) / 2


def _bounds(glyphs: _GlyphSet, name: str) -> Box:
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    box: Box = pen.bounds
    return box


def _drawn(glyphs: _GlyphSet, name: str, transform: Transform) -> RecordingPen:
    pen = RecordingPen()
    glyphs[name].draw(TransformPen(pen, transform))
    return pen


def _moved(drawing: RecordingPen, by: float, onto: RecordingPen | None = None) -> RecordingPen:
    onto = onto or RecordingPen()
    drawing.replay(TransformPen(onto, Transform(1, 0, 0, 1, by, 0)))
    return onto


if __name__ == "__main__":
    for one in STYLES:
        make(one).save(FONTS / f"lexdocsfractions-{one}.otf")
