"""The plain text of a document: at most 80 columns, in the characters of a typewriter, cut into numbered pages."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from lexdocs.notation.dates import MONTHS
from lexdocs.notation.numbers import SCALES
from lexdocs.notation.typography import NO_BREAK
from lexdocs.outputs.html import DRAFT
from lexdocs.outputs.text_forms import blank
from lexdocs.outputs.text_forms import table_lines as form_lines
from lexdocs.outputs.text_tables import Cell, Row, table_lines

COLUMNS = 80
INDENT = 11
_FOLLOWS = 4  # lines that must have room behind a lead-in
LINES = 54  # on a page, without its mark
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "caption", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li",
        "main", "nav", "ol", "p", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_NOTES = frozenset({"note-call", "note-mark"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
# ¾ and its like in one character, or built of raised and lowered digits as in ¹³⁄₁₆; and the digit before it.
_FRACTION = re.compile(
    "([0-9]?)([\u00bc-\u00be\u2150-\u215e\u2189]|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+\u2044[\u2080-\u2089]+)"
)
# Figures of two words in a text that was not set for paper, such as a legend.
_HELD = re.compile(
    rf"\b(?:{'|'.join(MONTHS)})\s[0-9]{{1,2}}\b|\([0-9]{{3}}\)\s[0-9]{{3}}-[0-9]{{4}}\b|\b[0-9]+\s[0-9]+/[0-9]+"
    rf"|\b[0-9:]+\s(?:midnight|noon|[ap]\.m\.)|\b[0-9.,]*[0-9]\s(?:{'|'.join(SCALES)})\b"
)
_SPACE = re.compile(r"[ \t\n\r\f\v]+")  # where a line may end
_TYPEWRITER = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-", "\u2012": "-",
        "\u2013": "-", "\u2014": "--", "\u2026": "...", "\u2044": "/", "\u2212": "-", "\u2009": " ", "\u202f": NO_BREAK,
        "\u200b": "", "\u00ad": "", "\u2060": "",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """A text in the characters of a typewriter: straight quotes, hyphens, and fractions written out.

    Letters with accents stay as they are: a name is printed as it is spelled.

    >>> plain("\u201c9\u215c%\u201d \u2013 due\u00a0March\u00a015")
    '"9 3/8%" - due March 15'
    """
    return _typed(text).replace(NO_BREAK, " ")


def _typed(text: str) -> str:
    """The same, with the spaces at which no line may end still in it."""
    typed = _FRACTION.sub(_spelled, text).translate(_TYPEWRITER)
    return _HELD.sub(lambda match: NO_BREAK.join(match[0].split()), typed)


def _spelled(match: re.Match[str]) -> str:
    before, fraction = match.groups()
    return f"{before}{NO_BREAK}{unicodedata.normalize('NFKC', fraction)}".lstrip()


def text(
    body: str, *, legend: str = "", illustrative: Sequence[str] = (), draft: str = "", indent: int = INDENT
) -> str:
    """The text form of a document's body; page marks `-1-`, the legend and what it is a draft of stand on every page.

    No line is longer than 80 columns: a longer word is cut. A line may end within a date or a moment only
    before its year, its place or its date; any other figure stands on one line.
    """
    said = [each for each in (legend, draft and f"{DRAFT} {draft}") if each]
    head = [" ".join(said)] if said else []
    if illustrative:
        head.append(f"Illustrative: assumes {'; '.join(illustrative)}.")
    top = [line for each in head for line in [*_filled(_typed(each), 0, COLUMNS), ""]]
    read = _blocks(body)
    blocks = [(lines, bool(block.lines)) for block in read for lines in _rows(block, indent) or [_lines(block, indent)]]
    if len(blocks) > 1 and "end-mark" in read[-1].classes:
        # The mark of the end stands on the page of the last words.
        (words, _), (end, _) = blocks[-2:]
        blocks[-2:] = [([*words, "", *end], True)]
    pages = list(_pages(blocks, LINES - len(top)))
    sheets = []
    for number, lines in enumerate(pages, 1):
        mark = f"-{number}-".center(COLUMNS).rstrip()
        sheets.append("\n".join([*top, *lines, "", mark]))
    return "\n\n".join(sheets) + "\n"


class _Block:
    """One paragraph: its words, the element it came from, its classes, and its mark if it is in a list."""

    def __init__(self, tag: str, classes: Sequence[str] = (), mark: str = "") -> None:
        self.tag, self.classes, self.mark = tag, tuple(classes), mark
        self.words = ""
        self.rows: list[list[_Block]] = []  # of a table: the blocks of its cells
        self.row: tuple[str, ...] = ()  # of a cell: the classes of its row
        self.head = False  # of a cell: whether it heads a column
        self.lines: list[str] = []  # of a table that is laid out in columns
        self.blanks: list[list[str]] = []  # of a table with blanks: the words of its cells
        self.heads = 0  # how many of those rows are its head


class _Reader(HTMLParser):
    """Cuts a body into its visible blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Block] = [_Block("p")]
        self.lists: list[int] = []
        self.hidden = 0
        self.form: _Block | None = None  # the table with blanks that is being read
        self.tables: list[_Block] = []
        self.row: tuple[str, ...] = ()
        self.note = False  # whether the mark of a footnote is being read: in brackets, for nothing is raised here

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        classes = (dict(attributes).get("class") or "").split()
        if self.hidden or "unseen" in classes or tag in ("style", "script"):
            self.hidden += tag not in _VOID
        elif tag == "br":
            self._say("\n")
        elif tag == "a" and _NOTES & {*classes}:
            self._say("[")
            self.note = True
        elif blank(" ".join(classes)):
            self._say(blank(" ".join(classes)))
        elif tag == "table" and "blanks" in classes:
            self.form = _Block(tag, classes)
        elif self.form is not None and tag != "caption":
            self._row(tag)
        elif tag in _BLOCKS:
            if tag in ("ol", "ul"):
                self.lists.append(0)
            mark = ""
            if tag == "li" and self.lists:
                self.lists[-1] += 1
                mark = f"({self.lists[-1]})"
            self.blocks.append(_Block(tag, classes, mark))
            self._in_table(tag, dict(attributes).get("scope") or "")

    def _in_table(self, tag: str, scope: str) -> None:
        """Note of which table, row and cell a block is."""
        block = self.blocks[-1]
        if tag == "table":
            self.tables.append(block)
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append([])
            self.row = block.classes
        elif tag in ("td", "th") and self.tables and self.tables[-1].rows:
            self.tables[-1].rows[-1].append(block)
            block.row = self.row
            block.head = scope == "col"

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            self.hidden -= 1
        elif tag == "a" and self.note:
            self._say("]")
            self.note = False
        elif self.form is not None:
            if tag == "table":
                self.blocks += [self.form, _Block("p")]
                self.form = None
            elif tag == "thead":
                self.form.heads = len(self.form.blanks)
        elif tag in _BLOCKS:
            if tag in ("ol", "ul") and self.lists:
                self.lists.pop()
            if tag == "table" and self.tables:
                self.tables.pop()
            self.blocks.append(_Block("p"))

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self._say(data)

    def _row(self, tag: str) -> None:
        if self.form is not None and tag == "tr":
            self.form.blanks.append([])
        elif self.form is not None and tag in ("th", "td"):
            self.form.blanks[-1].append("")

    def _say(self, words: str) -> None:
        if self.form is None:
            self.blocks[-1].words += words
        elif not self.form.blanks:
            self.form.words += words  # its caption
        elif self.form.blanks[-1]:
            self.form.blanks[-1][-1] += words


def _blocks(body: str) -> list[_Block]:
    reader = _Reader()
    reader.feed(body)
    reader.close()
    set_ = _tables(reader.blocks)
    return [
        block
        for block in reader.blocks
        if (block.words.strip() and id(block) not in set_) or block.lines or block.blanks
    ]


def _tables(blocks: Sequence[_Block]) -> set[int]:
    """Lay out each table that has a form in columns; the blocks that are written with it."""
    written: set[int] = set()
    for at, block in enumerate(blocks):
        rows = [
            Row(
                tuple(Cell(_one_line(cell.words), "number" in cell.classes, cell.head) for cell in row),
                ruled=bool({"total", "subtotal"} & {*row[0].row}), closed="total" in row[0].row,
            )
            for row in block.rows if row
        ]  # fmt: skip
        lines = table_lines(rows, COLUMNS) if rows else None
        if lines is not None:
            cells = [cell for row in block.rows for cell in row]
            # The caption, which is read before the cells, stands on the same page as they.
            caption = next((each for each in blocks[at + 1 :] if each.tag == "caption" or each is cells[0]), cells[0])
            head = [] if caption is cells[0] else [*_filled(_one_line(caption.words), 0, COLUMNS), ""]
            caption.lines = head + [line.replace(NO_BREAK, " ") for line in lines]
            written |= {id(cell) for cell in cells}
    return written


def _one_line(words: str) -> str:
    return " ".join(_SPACE.split(_typed(words).strip()))


def _rows(block: _Block, indent: int) -> list[list[str]]:
    """The rows of a table with blanks as blocks of lines, its caption and head with the row below; or none."""
    if not block.blanks:
        return []
    rows = [[_one_line(cell).replace(NO_BREAK, " ") for cell in row] for row in block.blanks]
    made = [[" " * indent + line for line in lines] for lines in form_lines(rows, COLUMNS - indent, block.heads)]
    caption = _filled(_one_line(block.words), indent, COLUMNS)
    first, *others = made[block.heads :]
    above = [line for lines in (caption, *made[: block.heads]) if lines for line in [*lines, ""]]
    return [[*above, *first], *others]


def _lines(block: _Block, indent: int) -> list[str]:
    if block.lines:
        return block.lines
    words = _one_line(block.words)
    if block.tag == "h1":
        return _filled(words.upper(), indent, COLUMNS)
    if block.tag == "li":
        return _filled(words, indent + 5, COLUMNS, f"{' ' * indent}{block.mark:>4} ")
    if "addressee" in block.classes:
        return [
            line for each in block.words.strip().split("\n") for line in _filled(_typed(each).strip(), indent, COLUMNS)
        ]
    if "end-mark" in block.classes:
        return [words.replace(NO_BREAK, " ").center(COLUMNS).rstrip()]
    return _filled(words, indent, COLUMNS)


def _filled(words: str, indent: int, columns: int, first: str | None = None) -> list[str]:
    margin = " " * indent
    room = columns - indent
    # What is held together and yet longer than a line is no figure: its spaces are spaces again.
    parts = (part if len(part) <= room else part.replace(NO_BREAK, " ") for part in _SPACE.split(words))
    lines = textwrap.wrap(
        " ".join(parts),
        width=columns,
        initial_indent=margin if first is None else first,
        subsequent_indent=margin,
        break_long_words=True,  # only those longer than a line
        break_on_hyphens=False,
    )
    return [line.replace(NO_BREAK, " ") for line in lines]


def _pages(blocks: Sequence[tuple[list[str], bool]], room: int) -> Iterator[list[str]]:
    """Blocks laid on pages of `room` lines; a block is cut only if at least two of its lines stay on each side.

    Of a block it is said whether it is a table: one that has room on a page is not cut.
    """
    sheet: list[str] = []
    for block, whole in blocks:
        rest = ([""] if sheet else []) + block
        if whole and len(block) <= room < len(sheet) + len(rest):
            yield sheet
            sheet, rest = [], block
        if block[-1].endswith(":") and len(sheet) + len(rest) + _FOLLOWS > room and sheet:
            # What leads in to a list stays with the list.
            yield sheet
            sheet, rest = [], block
        while len(sheet) + len(rest) > room:
            free = room - len(sheet)
            kept = min(free, len(rest) - 2)
            if kept >= 3 or (not sheet and kept > 0):
                sheet += rest[:kept]
                rest = rest[kept:]
            elif not sheet:
                break
            yield sheet
            sheet, rest = [], rest[1:] if rest[0] == "" else rest
        sheet += rest
    if sheet:
        yield sheet
