"""A table that counsel adds to a statement or a notice stands on one page, as the house's own do."""

import io

import pytest

from lexdocs.outputs.pdf import house_style
from lexdocs.writing.house import printer

pytestmark = pytest.mark.soak

ROWS = [f"row {number}" for number in range(12)]


def pages(kind, filling, attributes=""):
    """The words of each page on which so many paragraphs stand before a table."""
    import pypdfium2  # type: ignore[import-untyped]

    table = "".join(f"<tr><th scope='row'>{row}</th><td>words</td></tr>" for row in ROWS)
    body = "<p>Filling.</p>" * filling + f'<div class="scroll"><table{attributes}><tbody>{table}</tbody></table></div>'
    head = "<!DOCTYPE html><html lang='en'><head><title>x</title><style>\n\n</style></head>"
    page = f'{head}<body class="{kind}"><main>{body}</main></body></html>'
    data = printer().print(page, "x", house_style()).data
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(io.BytesIO(data))]


@pytest.mark.parametrize("kind", ["statement", "notice"])
def test_a_table_is_not_parted(kind):
    for filling in range(20, 40, 2):
        assert [page for page in pages(kind, filling) if ROWS[0] in page and ROWS[-1] in page], filling


@pytest.mark.soak
def test_a_schedule_may_be_parted():
    found = [pages("notice", filling, ' class="schedule"') for filling in range(26, 36, 2)]
    assert any(not [page for page in each if ROWS[0] in page and ROWS[-1] in page] for each in found)


def test_a_table_of_many_series_may_be_parted():
    """It would leave most of a page empty before it; with its head again on the next, and no row alone."""
    found = [pages("notice", filling, ' class="ledger names"') for filling in range(26, 36, 2)]
    assert any(not [page for page in each if ROWS[0] in page and ROWS[-1] in page] for each in found)
    for each in found:
        assert all(ROWS[0] not in page or ROWS[1] in page for page in each)
        assert all(ROWS[-1] not in page or ROWS[-2] in page for page in each)
