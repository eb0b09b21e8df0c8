"""No word is left alone on a line because the space behind the line's words has no room, of either kind."""

import importlib

import pytest

from lexdocs.outputs.hanging_space import hanging
from lexdocs.outputs.printing import weasyprint

WORDS = 'From time to time the Company is a party to suits in the ordinary course (the <b>"Ordinary Suits"</b>). More.'


TIED = 'From time to time the Company is a party to suits, numbered No.&nbsp;<b>529&nbsp;529</b> (the <b>"Suits"</b>).'


def lines(box):
    """The words of each line of a page, in order."""
    if type(box).__name__ == "LineBox":
        yield "".join(text(box))
    else:
        for child in getattr(box, "children", ()):
            yield from lines(child)


def text(box):
    if isinstance(getattr(box, "text", None), str):
        yield box.text
    for child in getattr(box, "children", ()):
        yield from text(child)


@pytest.fixture(scope="module", params=[WORDS, TIED])
def page(request):
    """Paragraphs of every width about that of the words before the term."""
    widths = range(260, 580, 2)
    body = "".join(f'<p style="width: {width}px">{request.param}</p>' for width in widths)
    return f"<html lang=en><style>@page {{ size: 800px 90000px }} p {{ margin: 0; font-size: 12px }}</style>{body}"


def alone(page):
    document = weasyprint().HTML(string=page).render()
    return [line for sheet in document.pages for line in lines(sheet._page_box) if line.strip() == "From"]


def test_the_first_word_is_not_left_alone(page):
    assert alone(page) == []


def test_without_this_it_is(page, monkeypatch):
    """When this fails, WeasyPrint does so by itself, and the mending can go."""
    weasyprint()
    inline = importlib.import_module("weasyprint.layout.inline")
    (asked,) = [each.cell_contents for each in inline.split_first_line.__closure__]
    monkeypatch.setattr(inline, "split_first_line", asked)
    assert alone(page) != []


def test_a_word_goes_to_the_next_line_with_the_number_that_it_is_tied_to(page):
    document = weasyprint().HTML(string=page).render()
    said = [line for sheet in document.pages for line in lines(sheet._page_box)]
    assert [line for line in said if line.rstrip("\N{NO-BREAK SPACE}").endswith("No.")] == []


@pytest.mark.parametrize(
    ("text", "room", "resume"),
    [
        ("in the Company ", 14, None),  # fits but for its space
        ("in the Company ", 13, 3),  # does not fit, its space aside
        ("in the Company", 13, 3),  # has no space
        ("in the Company ", 20, None),  # fits whole
    ],
)
def test_words_fit_where_all_but_the_space_does(text, room, resume):
    """Of a printer whose letters are a unit wide, and that breaks what does not fit behind its first word."""

    def split(said, _style, _context, room):
        fits = room is None or len(said) <= room
        return None, len(said), None if fits else said.find(" ") + 1, len(said), 1, 1

    assert hanging(split)(text, {"white_space": "normal"}, None, room)[2] == resume


@pytest.mark.parametrize(("room", "resume"), [(17, 8), (18, None), (19, None)])
def test_words_that_fit_are_not_broken_at_a_hyphen_either(room, resume):
    """Of a printer that breaks what does not fit within its second word."""

    def split(said, _style, _context, room):
        fits = room is None or len(said) <= room
        return None, len(said), None if fits else 8, len(said), 1, 1

    assert hanging(split)("the exchange of it ", {"white_space": "normal"}, None, room)[2] == resume
    assert hanging(split)("the exchange of it", {"white_space": "normal"}, None, room)[2] == (8 if room < 18 else None)
