"""The elements and attributes that a document may have, whoever typed them."""

from __future__ import annotations

from collections.abc import Mapping

TAGS = frozenset(
    "h1 h2 h3 h4 p ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td div section header footer "
    "aside nav span strong em b i sup sub br a address figure figcaption blockquote".split()
)
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": frozenset({"id", "class", "lang", "role", "aria-label", "aria-labelledby"}),
    "a": frozenset({"href"}),
    "th": frozenset({"scope", "colspan", "rowspan", "align"}),
    "td": frozenset({"colspan", "rowspan", "align"}),
}
# Attributes that a reader meets as words: figures may stand in them, and numbers may not be typed there.
WORDED = frozenset({"aria-label"})
# Elements inside a line of text: around them a number goes on.
INLINE = frozenset("span strong em b i sup sub a".split())
