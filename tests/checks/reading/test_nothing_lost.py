"""Whatever a file holds, reading it ends in passages or in a message, and every word of it is in one of them."""

from __future__ import annotations

import html
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from lexdocs.checks.reading.files import read_file
from lexdocs.checks.reading.html import read_html
from lexdocs.checks.reading.passage import Reading
from lexdocs.checks.reading.text import read_text
from lexdocs.errors import InputError

WORDS = st.sampled_from(
    """the offer Notes $27,412,000 12 3/4% of (1) (a) 1. - -1- 2 Page 3 consum- mated twenty- one $ ) % FEE Total
    ....... . . . ---- ===== --- o * Corp. Inc., 2001 (1,234 ) and; with: "Old Notes" ½ é # # # iii F-2 EXHIBIT 99.1 IV.
    (ii)""".split()
)
GAPS = st.sampled_from(
    [" ", " ", "  ", "   ", "      ", "\t", "\n", "\n", "\n\n", "\n      ", "\n\n\n", "\f", "\r\n", "-\n"]
)
TEXTS = st.lists(st.tuples(WORDS, GAPS), max_size=60).map(lambda pairs: "".join(word + gap for word, gap in pairs))
TAGS = st.sampled_from(
    """p div b i h2 ul ol li table tr td th thead tbody caption span br sup sub pre address aside center font hr
    blockquote <SEC-HEADER> <TEXT> <PAGE> <TABLE> </TABLE> <S> <C> <CAPTION> <FN> <F1> <R> <DOCUMENT>""".split()
)
OPEN = TAGS.map(lambda tag: tag if tag[0] == "<" else f"<{tag}>")
PARTS = st.one_of(WORDS, GAPS, OPEN, TAGS.map(lambda tag: f"</{tag}>"))


def letters(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalnum())


def said(reading: Reading) -> Counter[str]:
    return letters(" ".join(" ".join((each.mark, each.text, *each.notes)) for each in reading.passages))


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_word_of_a_text_is_in_a_passage(text: str) -> None:
    assert said(read_text(text, "a.txt")) == letters(text)


@given(st.lists(st.text("abc ABC 12-$%.()\n", max_size=90), max_size=12).map("\n".join))
@settings(max_examples=150, deadline=None)
def test_every_letter_of_any_lines_is_in_a_passage(text: str) -> None:
    reading = read_text(text, "a.txt")
    assert said(reading) == letters(text)
    for passage in reading.passages:
        assert "\n" not in passage.text
        assert passage.text == " ".join(passage.text.split())
        starts = [at for at, _ in passage.lines]
        assert starts == sorted(starts)
        assert all(0 <= at <= len(passage.text) for at in starts)


@given(
    st.recursive(
        WORDS.map(html.escape),
        lambda inner: st.tuples(
            st.sampled_from("p div b i h2 li ul table td center address blockquote".split()),
            st.lists(inner, max_size=6),
        ).map(lambda made: f"<{made[0]}>{' '.join(made[1])}</{made[0]}>"),
        max_leaves=30,
    )
)
@settings(max_examples=150, deadline=None)
def test_every_word_of_a_page_is_in_a_passage(page: str) -> None:
    seen = html.unescape("".join(part.partition(">")[2] for part in f">{page}".split("<")))
    assert said(read_html(page, "a.html")) == letters(seen)


@given(st.lists(PARTS, max_size=60).map("".join))
@settings(max_examples=200, deadline=None)
def test_any_tags_in_any_order_are_read(text: str) -> None:
    assert letters(read_text(text, "a.txt").title) == Counter()
    for reading in (read_text(text, "a.txt"), read_html(text, "a.html")):
        assert [passage for passage in reading.passages if not (passage.text or passage.mark or passage.notes)] == []


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_characters_are_read(text: str) -> None:
    for reading in (
        read_text(text, "a"),
        read_html(text, "a"),
        read_html(f"<style>{text}</style><p style='{text}'>", "a"),
    ):
        assert all(passage.text == passage.text.strip() for passage in reading.passages)


@given(st.binary(max_size=200), st.sampled_from([".txt", ".html", ".bin"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(tmp_path_factory, data: bytes, suffix: str) -> None:
    path = Path(tmp_path_factory.mktemp("file")) / f"a{suffix}"
    path.write_bytes(data)
    read = refused = None
    try:
        read = read_file(path, "a")
    except InputError as error:
        refused = str(error)
    assert refused.startswith("a:") if refused else read and read.file == "a"
