"""From marked words to a clean tree: Markdown, then a narrow list of elements. The doors of markdown, nh3 and lxml."""

from __future__ import annotations

import re
from functools import lru_cache

import nh3
from lxml import etree, html
from markdown import Markdown

from lexdocs.documents.allowed import ATTRIBUTES, INLINE, TAGS
from lexdocs.documents.marks import OPEN
from lexdocs.notation.languages import ENGLISH, LANGUAGES, quoted_as_set, typeset

_CITED = re.compile(
    rf"\b((?:Rules?|Forms?|Sections?|Articles?|Regulation|Exhibits?|Schedule|Items?|Part|Annex|Appendix|Nos?\."
    rf"|CUSIP|ISIN|Mr\.|Mrs\.|Ms\.|Dr\.|Formulario|formulaire|Formular|Regla|règle|Regel|Sección|section|Artículo|article|Artikel"
    rf"|n\.º|n°))[ \t\n]+(?=[0-9A-Z({OPEN}])|(§§?)[ \t\n]*(?=[0-9{OPEN}])"
)
_FIRM = "\u00a0"
# Signs that Markdown would take for markup and that documents have no use for: words stay words.
_UNUSED_BLOCKS = ("code", "reference")
_UNUSED_SIGNS = ("backtick", "autolink", "automail", "image_link", "image_reference", "short_image_ref")
_STRAIGHT = re.compile("[\"']")
_ALIGNED = {"right": "number", "center": "center"}


@lru_cache(maxsize=4)
def _markdown(language: str) -> Markdown:
    opened, closed = LANGUAGES[language].quotes
    marks = {"left-double-quote": opened, "right-double-quote": closed} if language != ENGLISH else {}
    made = Markdown(
        extensions=["tables", "attr_list", "md_in_html", "def_list", "sane_lists", "smarty"],
        extension_configs={"tables": {"use_align_attribute": True}, "smarty": {"substitutions": marks}},
    )
    for name in _UNUSED_BLOCKS:
        made.parser.blockprocessors.deregister(name)
    for name in _UNUSED_SIGNS:
        made.inlinePatterns.deregister(name)
    return made


def _converted(words: str, language: str) -> str:
    """Markdown as HTML, by the one converter; after a failure that one is given up, for its state is left half-way."""
    markdown = _markdown(language)
    markdown.reset()
    try:
        return str(markdown.convert(words))
    except BaseException:
        _markdown.cache_clear()
        raise


@lru_cache(maxsize=64)
def _cleaned(words: str, language: str) -> str:
    """Markdown as HTML, with every element and attribute outside the list taken away.

    Words hold marks and no values, so that the statements of many holders are few texts: each is converted once.
    """
    return nh3.clean(
        _converted(words, language),
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=_within_the_document,
        url_schemes=set(),
        link_rel=None,
    )


def tree(words: str, language: str = ENGLISH) -> html.HtmlElement:
    """The tree of marked Markdown, with every element and attribute outside the list taken away.

    Straight quotation marks become those of the language.
    """
    root = html.fragment_fromstring(_cleaned(words, language), create_parent="div")
    _close_up(root)
    _set_quotes(root, language)
    for element in root.iter():
        if element.text:
            element.text = typeset(language, _CITED.sub(rf"\1\2{_FIRM}", element.text))
        if element.tail:
            element.tail = typeset(language, _CITED.sub(rf"\1\2{_FIRM}", element.tail))
        align = element.attrib.pop("align", None)
        if align in _ALIGNED:
            element.classes.add(_ALIGNED[align])
        if element.tag == "th" and not element.get("scope"):
            element.set("scope", "col" if _in_head(element) else "row")
    return root


def _close_up(root: html.HtmlElement) -> None:
    r"""Let an item of a list that is one paragraph be its words, with empty lines around it or not.

    In the structure of a PDF/UA an item may hold its mark and its body alone, and no paragraph beside them.

    >>> [html.tostring(each).decode() for each in tree("- a\n\n- b *c*\n").iter("li")]
    ['<li>a</li>\n', '<li>b <em>c</em></li>\n']
    """
    for item in root.iter("li"):
        if len(item) == 1 and item[0].tag == "p" and not item[0].attrib and not (item.text or "").strip():
            item.text = item[0].tail = None
            item[0].drop_tag()


def _set_quotes(root: html.HtmlElement, language: str) -> None:
    """Set the straight quotation marks within HTML, which Markdown leaves as they are; others are set by now.

    A mark opens what it stands before, and closes what it stands behind, in the same block.
    """
    before = ""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        said = element.text if event == "start" else element.tail
        if element.tag not in INLINE:
            before = ""
        if said and _STRAIGHT.search(said):
            made = quoted_as_set(language, before + said)[len(before) :]
            if event == "start":
                element.text = made
            else:
                element.tail = made
            said = made
        before = said[-1] if said else before


def markup(root: html.HtmlElement) -> str:
    """The tree's content as HTML."""
    inner = html.tostring(root, encoding="unicode")
    return inner[len("<div>") : -len("</div>")].strip()


def _within_the_document(_tag: str, attribute: str, value: str) -> str | None:
    return None if attribute == "href" and not value.startswith("#") else value


def _in_head(element: html.HtmlElement) -> bool:
    return next(element.iterancestors("thead"), None) is not None
