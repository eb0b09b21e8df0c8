"""How a page's styles let its words look: hidden, bold, centred, raised, by its own sheets and its attributes."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_MEDIA = ("screen", "print")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_LENGTH = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))(px|pt|em|rem|%|in|cm|mm|ex|ch|vw|vh|)$")
_SEE_THROUGH = re.compile(r"transparent$|(?:rgb|hsl)a?\([^)]*[,/]\s*0?(?:\.0+)?%?\s*\)$|#[0-9a-f]{3}0$|#[0-9a-f]{6}00$")
_WHITE = re.compile(r"white$|#fff(?:fff)?$|#fefefe$|rgba?\(\s*255\s*,\s*255\s*,\s*255\s*(?:,\s*1\s*)?\)$")
_CLIPPED = re.compile(r"rect\((?:\s*[01](?:px)?\s*,?){4}\)|inset\(\s*(?:50|100)%")
_FAR = -400  # before the page's edge
_WANTED = frozenset(
    """background background-color break-after break-before clip clip-path color content-visibility display font
    font-size font-weight height left margin-left max-height opacity overflow page-break-after page-break-before
    position text-align text-decoration text-decoration-line text-indent top vertical-align visibility white-space
    width""".split()
)
Said = Mapping[str, str]


@dataclass(frozen=True)
class Look:
    """How the words of an element look; all but `gone` and `block` goes on into the elements within it.

    `bold` are words that are set off, underlined ones too. `gone` are words that nothing within can bring back.
    `raised` is above zero for a superscript, below for a subscript. `before` and `after` say that a page ends there.
    """

    gone: bool = False
    unseen: bool = False
    tiny: bool = False
    faint: bool = False
    white: bool = False
    ground: bool = False
    bold: bool = False
    centred: bool = False
    raised: int = 0
    typed: bool = False
    block: bool | None = None
    before: bool = False
    after: bool = False

    @property
    def hidden(self) -> bool:
        """Whether nobody sees the words."""
        return self.gone or self.unseen or self.tiny or self.faint or (self.white and not self.ground)


class Styles:
    """What the style sheets in a page say of each of its elements."""

    def __init__(self, root: Any) -> None:
        sheets = ["".join(each.itertext()) for each in root.iter("style")]
        self._said: dict[Any, dict[str, Said]] = _matched(root, sheets) if any("{" in sheet for sheet in sheets) else {}

    def look(self, element: Any, around: Look) -> Look:
        """How an element looks that stands in another one; hidden is what neither screen nor paper shows."""
        own = declared(element.get("style") or "") if element.get("style") else {}
        sheet = self._said.get(element)
        tag = str(element.tag)
        if sheet is None:
            return _look(own, around, tag, element)
        screen, paper = (_look({**sheet[medium], **own}, around, tag, element) for medium in _MEDIA)
        return screen if paper.hidden or not screen.hidden else paper


@functools.lru_cache(maxsize=4096)
def declared(style: str) -> Said:
    """The declarations of a style attribute that matter here.

    >>> declared("DISPLAY: None; border: 1px")
    {'display': 'none'}
    """
    found: dict[str, str] = {}
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        if name.strip().lower() in _WANTED:
            found[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return found


def _look(said: Said, around: Look, tag: str, element: Any) -> Look:
    """An element's look by what is declared of it and where it stands."""
    color = said.get("color") or (element.get("color") or "").lower()
    ground = said.get("background-color") or said.get("background") or (element.get("bgcolor") or "").lower()
    align = said.get("text-align") or (element.get("align") or "").lower()
    return Look(
        gone=around.gone or (bool(said) and _gone(said)),
        unseen=said["visibility"] in ("hidden", "collapse") if "visibility" in said else around.unseen,
        tiny=_is_tiny(said["font-size"]) if "font-size" in said else around.tiny,
        faint=bool(_SEE_THROUGH.match(color)) if color else around.faint,
        white=bool(_WHITE.match(color)) if color else around.white,
        ground=around.ground or _coloured(ground),
        bold=_bold(said, tag, around),
        centred=align == "center" if align else around.centred or tag == "center",
        raised=_raised(said, tag, around),
        typed=said["white-space"].startswith("pre") if "white-space" in said else around.typed or tag == "pre",
        block=_is_block(said["display"]) if "display" in said else None,
        before=_page_ends(said, "before"),
        after=_page_ends(said, "after"),
    )


def _gone(said: Said) -> bool:
    if "line-through" in said.get("text-decoration", "") + said.get("text-decoration-line", ""):
        return True  # deleted
    if (
        said.get("display") == "none"
        or said.get("content-visibility") == "hidden"
        or _is_zero(said.get("opacity", "1"))
    ):
        return True
    if _CLIPPED.search(said.get("clip", "")) or _CLIPPED.search(said.get("clip-path", "")):
        return True
    cut = said.get("overflow", "").startswith(("hidden", "clip"))
    if cut and any(_is_zero(said.get(side, "1")) for side in ("height", "max-height", "width")):
        return True
    moved = ("text-indent", "margin-left", *(("left", "top") if said.get("position") in ("absolute", "fixed") else ()))
    return any(_length(said.get(side, "")) < _FAR for side in moved)


def _length(value: str) -> int:
    match = _LENGTH.match(value)
    if not match:
        return 0
    whole = int(match[1].split(".")[0] or 0) if match[1] not in ("-", "") else 0
    return whole * (16 if match[2] in ("em", "rem") else 96 if match[2] == "in" else 1)


def _is_zero(value: str) -> bool:
    match = _NUMBER.match(value)
    return match is not None and not match[0].strip("-0.")


def _is_tiny(value: str) -> bool:
    return _is_zero(value) or value in ("1px", "1pt", "0.5pt", "0.5px")


def _coloured(ground: str) -> bool:
    return bool(ground) and not (_SEE_THROUGH.match(ground) or _WHITE.match(ground) or ground in ("none", "inherit"))


def _bold(said: Said, tag: str, around: Look) -> bool:
    weight = said.get("font-weight") or ("bold" if "bold" in said.get("font", "") else "")
    if weight:
        return weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
    return around.bold or tag in ("b", "strong", "u")


def _raised(said: Said, tag: str, around: Look) -> int:
    aligned = said.get("vertical-align", "")
    if aligned in ("super", "sub"):
        return 1 if aligned == "super" else -1
    return {"sup": 1, "sub": -1}.get(tag, around.raised)


def _is_block(display: str) -> bool:
    return not display.startswith("inline") and display not in ("contents", "none")


def _page_ends(said: Said, side: str) -> bool:
    return said.get(f"page-break-{side}") == "always" or said.get(f"break-{side}") in (
        "page",
        "always",
        "left",
        "right",
    )


def _matched(root: Any, sheets: Iterable[str]) -> dict[Any, dict[str, Said]]:
    """For each element that a rule fits: what is declared of it on screen and on paper."""
    import cssselect2  # type: ignore[import-untyped]

    matcher = cssselect2.Matcher()
    for sheet in sheets:
        for selectors, said, media in _rules(sheet):
            for selector in selectors:
                if selector.pseudo_element is None:
                    matcher.add_selector(selector, (said, media))
    found: dict[Any, dict[str, Said]] = {}
    for element in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
        matches = matcher.match(element)
        if matches:
            found[element.etree_element] = {medium: _cascaded(matches, medium) for medium in _MEDIA}
    return found


def _cascaded(matches: Iterable[Any], medium: str) -> Said:
    """What holds in the end: rules come in the order of their weight, what is important after all others."""
    plain: dict[str, str] = {}
    important: dict[str, str] = {}
    for _, _, _, (said, media) in matches:
        if medium in media:
            for name, (value, weighs) in said.items():
                (important if weighs else plain)[name] = value
    return {**plain, **important}


@functools.lru_cache(maxsize=16)
def _rules(sheet: str) -> tuple[tuple[Any, Mapping[str, tuple[str, bool]], tuple[str, ...]], ...]:
    """The rules of a sheet that matter here; one sheet serves all pages of a deal."""
    return tuple(_read_rules(sheet))


def _read_rules(sheet: str) -> Iterator[tuple[Any, Mapping[str, tuple[str, bool]], tuple[str, ...]]]:
    """Selectors, declarations, and the media for which they hold."""
    import cssselect2
    import tinycss2  # type: ignore[import-untyped]

    within: list[tuple[Iterator[Any], tuple[str, ...]]] = [
        (iter(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)), _MEDIA)
    ]
    while within:
        rules, media = within[-1]
        rule = next(rules, None)
        if rule is None:
            within.pop()
        elif rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in ("media", "layer"):
            asked = tinycss2.serialize(rule.prelude).strip().lower() if rule.lower_at_keyword == "media" else "all"
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            within.append((iter(inner), tuple(each for each in media if _holds(asked, each))))
        elif rule.type == "qualified-rule" and (said := _declarations(rule.content)):
            try:
                yield cssselect2.compile_selector_list(rule.prelude), said, media
            except cssselect2.SelectorError:
                continue


def _holds(asked: str, medium: str) -> bool:
    """Whether a rule for some media always holds for one of them."""
    return any(each.strip().removeprefix("only ") in ("", "all", medium) for each in asked.split(","))


def _declarations(content: Any) -> dict[str, tuple[str, bool]]:
    import tinycss2

    found = {}
    for each in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if each.type == "declaration" and each.lower_name in _WANTED:
            found[each.lower_name] = (tinycss2.serialize(each.value).strip().lower(), each.important)
    return found
