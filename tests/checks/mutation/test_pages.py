"""A page as the witness of mutations reads it."""

from lexdocs.checks.mutation.pages import read_page

PAGE = (
    "<title>T</title><header></header><main><p>Words</p>"
    '<div class="term-index"><ul><li>{}</li><li>{}</li></ul></div></main>'
)


def test_an_index_is_read_by_its_anchors_and_its_words_are_held_all_the_same():
    """The order of the alphabet moves with each term; what stands in the entries does not."""
    old, new = '<a href="#term-old">Old Notes</a>', '<a href="#term-new">{}</a>'
    page = read_page(PAGE.format(new.format("New Notes"), old))
    moved = read_page(PAGE.format(old, new.format("Quillon")))
    assert [block.text for block in page.main] == ["Words", "New Notes", "Old Notes"]
    assert [block.text for block in moved.main] == ["Words", "Quillon", "Old Notes"]
