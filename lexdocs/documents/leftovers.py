"""Signs that were meant as template language or as markup, and that would be printed as they stand.

Nothing of Markdown is ever wrong: what it does not know it leaves among the words. So the signs that no legal document
has are looked for, first in the words of the templates, then in what Markdown made of those rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from lxml import html

from lexdocs.documents.prose import visible
from lexdocs.documents.script import ARM, OUTPUT, Script
from lexdocs.documents.shapes import shape_problems
from lexdocs.documents.structure import IF_PRINTED
from lexdocs.documents.tags import classes
from lexdocs.errors import Problem, Where, did_you_mean

_BRACES = re.compile(r"\{\s*%[^{}\n]*%\s*\}|\{[^{}\n]*\}|[{}]")
_DEEP = re.compile(r"^ {0,3}(#{4,6})(?=[ \t]*[^\s#])", re.MULTILINE)
_INDENTED = re.compile(r"^[ \t]+(#{1,6}[ \t]+\S[^\n{]*)", re.MULTILINE)
_BELOW = re.compile(r"^#{1,3}[^\n]*\n[ \t]*(\{[:#][^}\n]*\})", re.MULTILINE)
_TWO_LISTS = re.compile(r"^#{1,3}[^\n]*?(\{[:#][^}\n]*\})[ \t]*(\{[:#][^}\n]*\})", re.MULTILINE)
_STYLE = re.compile(r"<style\b.*?</style>", re.DOTALL | re.IGNORECASE)  # of which it is told elsewhere
# They have no look: what reads a document's tree asks for them.
_READ = frozenset({IF_PRINTED, "contents-here", "index-here", "unnumbered"})
_TITLE = re.compile(r"^#(?!#)", re.MULTILINE)

_LEFT = re.compile(
    r"(?P<list>\{[:#][^{}\n]*\})|(?P<bold>\*\*|(?<![\w_])__(?!_)|(?<!_)__(?![\w_]))"
    r"|(?P<italic>(?<![\w*])\*(?=\w)|(?<=\w)\*(?![\w*]))|(?P<struck>~~)|(?P<link>\]\((?!#[^)\s]+\)))"
    r"|(?P<code>`+)|(?P<marked>(?<!=)==(?=\w))|(?P<raised>\^(?=\w+\^))|(?P<slash>\\(?=\n))"
)
_REMEDIES = {
    "list": "write it behind a heading's words, or below a paragraph; leave two empty lines behind {% … %}",
    "bold": "write it on both sides: **bold**",
    "italic": "write it on both sides: *italic*",
    "struck": "leave it out: words are not struck out here",
    "link": "write a reference like [](#anchor)",
    "code": "leave it out: there is no sign for code here",
    "marked": "leave it out, or write **bold**",
    "raised": "write <sup>…</sup>",
    "slash": "leave it out, or write <br> for the end of a line",
}
_NEXT = re.compile(r"[^\s\"'“”‘’«»„\u00a0\u2013\u2014-]{0,16}")


def leftover_problems(words: Script, sections: AbstractSet[str], known: AbstractSet[str]) -> Iterator[Problem]:
    """Braces that are no template language, and headings that are none, in the words of a template.

    `sections` are the files that are sections of a longer document; `known` the classes that have a look, if any.
    """
    text = words.text
    seen = visible(_STYLE.sub(lambda found: " " * len(found[0]), text))
    for found in _BRACES.finditer(seen.text):
        said = text[seen.offsets[found.start()] : seen.offsets[found.end() - 1] + 1]
        said = said.replace(OUTPUT, "…").replace(ARM, " ")
        inner = re.sub(r"^[{%\s]+|[}%\s]+$", "", said)
        code = f"{{% {inner} %}}" if "%" in said else f"{{{{ {inner} }}}}"
        remedy = f"write {code}" if inner else "leave it out, or write it like {{ record_date }}"
        if inner.startswith(".") and "%" not in said:
            remedy = f"write {{: {inner} }} on the line below a paragraph, or {{#anchor {inner}}} behind a heading"
        yield Problem(words.where(seen.offsets[found.start()]), f'"{said}" would be printed as it stands', remedy)
    for found in _DEEP.finditer(text):
        what = f'a heading "{found[1]}" is too deep: there are #, ## and ###'
        yield Problem(words.where(found.start(1)), what, "write ###, or a paragraph that begins in **bold**")
    for found in _INDENTED.finditer(text):
        what = f'"{found[1].strip()}" is indented, and would be printed as words'
        yield Problem(words.where(found.start(1)), what, "begin its line with #")
    for found in (*_BELOW.finditer(text), *_TWO_LISTS.finditer(text)):
        last = found[found.re.groups]
        what = f'"{last}" would be printed as it stands'
        remedy = "write all of a heading's attributes in one pair of braces, behind its words: {#anchor .unnumbered}"
        yield Problem(words.where(found.start(found.re.groups)), what, remedy)
    yield from shape_problems(words, sections)
    for found in _TITLE.finditer(text) if sections else ():
        where = words.where(found.start())
        if where.file in sections:
            yield Problem(where, "a section has no title of the whole document", "begin it with ## instead of #")
    for name, offset in classes(text) if known else ():
        if name not in known | _READ and OUTPUT not in name:
            what = f'no style is named "{name}"'
            yield Problem(words.where(offset), what, did_you_mean(name, known) or "leave it out")


def is_left(said: str) -> bool:
    """Whether a stretch of printed words holds what Markdown did not take.

    >>> is_left("Sub-sections {#own}"), is_left("5% * of it"), is_left("See **bold")
    (True, False, True)
    """
    return _LEFT.search(said) is not None


def printed_leftovers(root: html.HtmlElement, words: Script) -> Iterator[Problem]:
    """What Markdown left among the words of a document, at the first place where it stands in its templates.

    `words` are those from which the tree was made.
    """
    for said in _typed(root):
        for found in _LEFT.finditer(said):
            kind = str(found.lastgroup)
            behind = _NEXT.match(said, found.end())
            shown = found[0] + (behind[0] if behind and kind != "list" else "")
            at = words.text.find(shown)
            where = words.where(at) if at >= 0 else Where(words.pieces[0].file if words.pieces else "")
            yield Problem(where, f'"{shown}" would be printed as it stands', _REMEDIES[kind])


def _typed(root: html.HtmlElement) -> Iterator[str]:
    for element in root.iter():
        if element.text:
            yield element.text
        if element.tail:
            yield element.tail
