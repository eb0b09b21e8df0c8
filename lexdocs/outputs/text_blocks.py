"""The visible blocks of a document's body, read for its plain text: paragraphs, items of lists, cells, blanks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html.parser import HTMLParser

from lexdocs.outputs.text_forms import blank
from lexdocs.outputs.typewriter import BREAK

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "caption", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li",
        "main", "nav", "ol", "p", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_NOTES = frozenset({"note-call", "note-mark"})
_BULLET = "-"
_LISTED = frozenset({"contents", "term-index"})  # what holds lists without marks
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


class Block:
    """One paragraph: its words, the element it came from, its classes, and its mark if it is in a list."""

    def __init__(self, tag: str, classes: Sequence[str] = (), mark: str = "", depth: int = 0) -> None:
        self.tag, self.classes, self.mark = tag, tuple(classes), mark
        self.depth = depth  # how many lists are around that of an item
        self.words = ""
        self.rows: list[list[Block]] = []  # of a table: the blocks of its cells
        self.row: tuple[str, ...] = ()  # of a cell: the classes of its row
        self.head = False  # of a cell: whether it heads a column
        self.parts: list[list[str]] = []  # of a table that is laid out in columns: its lines, cut where a page may end
        self.blanks: list[list[str]] = []  # of a table with blanks: the words of its cells
        self.heads = 0  # how many of those rows are its head


class _Reader(HTMLParser):
    """Cuts a body into its visible blocks."""

    def __init__(self, spelled: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.spelled = spelled
        self.blocks: list[Block] = [Block("p")]
        self.lists: list[tuple[str, int]] = []  # the lists around, each with its tag and how many items it has so far
        self.listed = ""  # the tag of what holds lists without marks, while it is read
        self.hidden = 0
        self.form: Block | None = None  # the table with blanks that is being read
        self.tables: list[Block] = []
        self.row: tuple[str, ...] = ()
        self.note = False  # whether the mark of a footnote is being read: in brackets, for nothing is raised here

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        classes = (dict(attributes).get("class") or "").split()
        if self.hidden or "unseen" in classes or tag in ("style", "script"):
            self.hidden += tag not in _VOID
        elif tag == "br":
            self._say(BREAK)
        elif tag == "a" and _NOTES & {*classes}:
            self._say("[")
            self.note = True
        elif blank(" ".join(classes)):
            self._say(blank(" ".join(classes)))
        elif tag == "table" and "blanks" in classes:
            self.form = Block(tag, classes)
        elif self.form is not None and tag != "caption":
            self._row(tag)
        elif tag in _BLOCKS:
            if _LISTED & {*classes}:
                self.listed = tag
            if tag in ("ol", "ul"):
                self.lists.append((tag, 0))
            self.blocks.append(self._block(tag, classes))
            self._in_table(tag, dict(attributes).get("scope") or "")

    def _block(self, tag: str, classes: Sequence[str]) -> Block:
        """A block that begins: of the paragraphs of a list's item, the first has its mark."""
        if not self.lists or tag not in ("li", "p"):
            return Block(tag, classes)
        kind, count = self.lists[-1]
        depth, last = len(self.lists) - 1, self.blocks[-1]
        if tag == "li":
            self.lists[-1] = kind, count + 1
            mark = f"({count + 1})" if kind == "ol" else _BULLET
            return Block(tag, classes, "" if self.listed else mark, depth)
        first = last.tag == "li" and not last.words.strip()
        return Block("li", classes, last.mark if first else "", depth)

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
                self.blocks += [self.form, Block("p")]
                self.form = None
            elif tag == "thead":
                self.form.heads = len(self.form.blanks)
        elif tag in _BLOCKS:
            if tag in ("ol", "ul") and self.lists:
                self.lists.pop()
            if tag == "table" and self.tables:
                self.tables.pop()
            if tag == self.listed and not self.lists:
                self.listed = ""
            self.blocks.append(Block("p"))

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self._say(self.spelled(data))

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


def visible_blocks(body: str, spelled: Callable[[str], str] = str) -> list[Block]:
    """The blocks of a body in the order in which they are read, empty ones among them; words are `spelled`."""
    reader = _Reader(spelled)
    reader.feed(body)
    reader.close()
    return reader.blocks
