"""The HTML page of a document: complete, valid, readable on a phone, and everything it needs inside it."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Sequence
from typing import Protocol

from lexdocs.outputs.large_print import stacked

PAPER = "/* ==== paper"
_END_OF_STYLE = "</style>"
# One block on a line: a changed figure then shows as one changed line in a diff.
_BLOCKS = (
    "address|article|aside|caption|div|footer|h[1-6]|header|li|main|nav|ol|p|section|table|tbody|tfoot|thead|tr|ul"
)
_BEFORE = re.compile(rf"\s*(<(?:{_BLOCKS})(?=[\s>]))")
_AFTER = re.compile(rf"(</(?:{_BLOCKS})>)\s*")
# WeasyPrint makes an annotation of each element in a link, and veraPDF wants each of them tagged as a link.
_IN_LINK = re.compile(r"(<a\b[^>]*>)(.*?)(</a>)", re.DOTALL)
DRAFT = "Draft, subject to completion and change."
# What stands in the foot of each printed page beside its number.
_IN_THE_FOOT = re.compile(r'(<p class="legend">[^\n]*</p>)\n(<p class="draft">[^\n]*</p>)')
_NOTES = re.compile(r'<section class="notes" [^>]*>(.*?)</section>\n?', re.DOTALL)
_NOTE = re.compile(r'<p class="note" id="([^"]+)">(.*?)</p>', re.DOTALL)
_FIRST_CALL = re.compile(r'<a class="note-call" href="#([^"]+)" id="[^"]+">[^<]*</a>')
_SENDER = re.compile(r'<p class="(?:issuer|sender)">(.*?)</p>', re.DOTALL)  # the name above a letter or an address
_NAMING = re.compile(r'(<div class="letterhead)(?=")')
_TAG = re.compile(r"<[^>]*>")
# WeasyPrint cuts a justified line short where an inline element begins the next one.
_WORDS = re.compile(r'<data class="figure words"[^>]*>(.*?)</data>', re.DOTALL)
_FIGURES = re.compile(r'<data class="figure[^>]*>(.*?)</data>', re.DOTALL)
_CELL = re.compile(r"<(t[dh])\b[^>]*>.*?</\1>", re.DOTALL)
_DATE = re.compile(r'(<data class="figure date"[^>]*>)([^<]*)')
_TICK = re.compile(r"</?data\b[^>]*>")
_TITLE = re.compile(r"<h1\b[^>]*>.*?</h1>", re.DOTALL)
_LAST_SPACE = re.compile(r" (?=(?:[^\s<>]|<[^>]*>)+$)")
# What would stand by itself on the last line of a paragraph: a year, a short word.
_RUNT = re.compile(r" ([^\s<>]{1,4}(?:</\w+>)*[.;:]?(?:</\w+>)*</(?:p|li)>)")
_TABLE = re.compile(r"(<table\b[^>]*>)(\s*<caption>)?")


class Words(Protocol):
    """What a page needs to know of a document."""

    @property
    def title(self) -> str:
        """The title, as plain text."""

    @property
    def body(self) -> str:
        """The words, as HTML."""

    @property
    def layout(self) -> str:
        """The kind of page, which its style knows by this name."""

    @property
    def running_head(self) -> str:
        """What stands in the head of each printed page, as HTML."""


def page(
    document: Words, *, css: str, legend: str = "", illustrative: Sequence[str] = (), draft: str = "",
    letterhead: str = "", language: str = "en-US", unapproved: str = "", assumes: str = "Illustrative: assumes {}.",
) -> str:  # fmt: skip
    """The document as one HTML file that asks for no other.

    `legend` is the deal's legend in plain text; it stands at the top and on each printed page. `illustrative` says in
    HTML, for the figures in it are ticked, what the document assumes, and `assumes` the words around that. `draft` says
    of which version it is a draft, if it is one; it stands at the top and in the foot of each printed page.
    `letterhead` is HTML, for documents that go out in the deal's name. `language` is the tag of its words, and
    `unapproved` marks a translation that nobody has approved, on each page too. The same document gives the same bytes.
    """
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{html.escape(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{html.escape(document.title, quote=False)}</title>",
        "<style>",
        _inside(css.partition(PAPER)[0]),
        _END_OF_STYLE,
        "</head>",
        f'<body class="{html.escape(document.layout)}">',
        "<header>",
    ]
    if document.running_head:
        parts.append(f'<p class="running-head">{document.running_head}</p>')
    if legend or unapproved:
        marked = f'<strong class="unapproved">{html.escape(unapproved, quote=False)}</strong> ' if unapproved else ""
        parts.append(f'<p class="legend">{(marked + html.escape(legend, quote=False)).strip()}</p>')
    if draft:
        parts.append(f'<p class="draft"><strong>{DRAFT}</strong> {html.escape(draft, quote=False)}</p>')
    if letterhead and not {"circular", "control", "report"} & set(document.layout.split()):
        parts.append(_naming(letterhead, document.body))
    if illustrative:
        between = "\u00a0; " if language.startswith("fr") else "; "  # a French semicolon stands apart
        parts.append(f'<p class="illustrative">{assumes.format(between.join(illustrative))}</p>')
    body = _one_block_a_line(_after_contents(_scrolling(document.body)))
    parts += ["</header>", "<main>", body, "</main>", "</body>", "</html>"]
    return "\n".join(parts) + "\n"


def _naming(letterhead: str, body: str) -> str:
    """The letterhead, marked where it has the name that stands at the top of the document too, to be shown once."""
    name = _SENDER.search(body)
    return (
        _NAMING.sub(r"\1 naming", letterhead, count=1) if name and _plain(name[1]) in _plain(letterhead) else letterhead
    )


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def for_paper(page: str, css: str, *, large: bool = False) -> str:
    r"""The page with the part of the style sheet that is for the printer alone, from the line `/* ==== paper` on.

    With `large` it is set in large print: its tables as lines, and the rules of `@media large-print` with the others.

    >>> for_paper("<style>\np {}\n</style>", "p {} /* ==== paper ==== */ @page {}")
    '<style>\np {}\n/* ==== paper ==== */ @page {}\n</style>'
    """
    _, mark, paper = css.partition(PAPER)
    if large:
        page, paper = stacked(_TICK.sub("", page)), paper.replace("@media large-print", "@media print")
    page = _at_the_foot(_IN_LINK.sub(lambda link: link[1] + _TAG.sub("", link[2]) + link[3], page))
    page = _IN_THE_FOOT.sub(r'<div class="foot">\2\1</div>', page)
    # A statement's tables are not justified, and each of its ticks is a slot for the mailing.
    if '<body class="statement"' not in page:
        if '<html lang="en-US">' in page:
            page = _WORDS.sub(r"\1", page)
        else:  # an amount may end in its sign there, and be longer than what is left of a line
            page = _FIGURES.sub(r"\1", _CELL.sub(_with_whole_dates, page))
        # No word of it stands alone, nor a rate at the end of a line without the notes that bear it.
        page = _TITLE.sub(lambda title: _LAST_SPACE.sub("\u00a0", title[0]).replace("% ", "%\u00a0"), page)
        page = _RUNT.sub("\u00a0\\1", page)
        # A line breaks behind the hyphen of the sign of dollars, unless a word joiner stands there.
        page = page.replace("US-$", "US-\u2060$")
    return page.replace(_END_OF_STYLE, f"{_inside(mark + paper)}\n{_END_OF_STYLE}", 1)


def _with_whole_dates(cell: re.Match[str]) -> str:
    """A cell of a table whose dates hold together, as the style has it where they are elements."""
    return _DATE.sub(lambda date: date[1] + date[2].replace(" ", "\u00a0"), cell[0])


def _at_the_foot(page: str) -> str:
    """The page with each footnote behind its first call, from where the style takes it to the foot of the page.

    >>> _at_the_foot(
    ...     '<p>Paid<a class="note-call" href="#n" id="c">1</a>.</p>'
    ...     '<section class="notes" aria-label="Notes"><p class="note" id="n">1 Before tax.</p></section>'
    ... )
    '<p>Paid<a class="note-call" href="#n" id="c">1</a><span class="footnote" id="n">1 Before tax.</span>.</p>'
    """
    found = _NOTES.search(page)
    if found is None:
        return page
    notes = {note[1]: f'<span class="footnote" id="{note[1]}">{note[2]}</span>' for note in _NOTE.finditer(found[1])}
    words = page[: found.start()] + page[found.end() :]
    return _FIRST_CALL.sub(lambda call: call[0] + notes.get(call[1], ""), words)


def _inside(css: str) -> str:
    """A style sheet that cannot end the element in which it stands."""
    return css.strip().replace("</", "<\\/")


def _one_block_a_line(body: str) -> str:
    r"""The body with each block element begun on a line of its own.

    >>> _one_block_a_line("<p>One</p><ul><li>Two</li></ul>")
    '<p>One</p>\n<ul>\n<li>Two</li>\n</ul>'
    """
    return re.sub(r"\n{2,}", "\n", _AFTER.sub(r"\1\n", _BEFORE.sub(r"\n\1", body))).strip()


def _after_contents(body: str) -> str:
    """What follows a table of contents in a box of its own: on paper its pages are numbered from one.

    >>> _after_contents("<p>Cover</p><nav></nav><p>Words</p>")
    '<p>Cover</p><nav></nav><div class="after-contents"><p>Words</p></div>'
    """
    before, end, after = body.partition("</nav>")
    return f'{before}{end}<div class="after-contents">{after}</div>' if end else body


def _scrolling(body: str) -> str:
    """Each table in a box that scrolls by itself, so that a phone never has to scroll the page sideways.

    The box can be reached by keyboard; where the table has a caption, it names the box too.
    """
    numbers = itertools.count(1)

    def opened(match: re.Match[str]) -> str:
        table, caption = match.groups()
        if caption is None:
            return f'<div class="scroll" tabindex="0">{table}'
        name = f"table-{next(numbers)}"
        return f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{name}">{table}<caption id="{name}">'

    return _TABLE.sub(opened, body).replace("</table>", "</table></div>")
