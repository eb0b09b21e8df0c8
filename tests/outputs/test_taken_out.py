"""Pages that are taken out of a print stream are those that were put in."""

import io
from zlib import compress

import pikepdf
import pytest

from lexdocs.outputs import print_stream
from lexdocs.outputs.print_stream import FIRST, PrintStream, Sheet
from lexdocs.outputs.taken_out import BrokenStreamError, taken_out


@pytest.fixture(scope="module")
def stream():
    patch = pytest.MonkeyPatch()
    patch.setattr(print_stream, "_KIDS", 4)  # so that the tree of pages has several floors
    file = io.BytesIO()
    made = PrintStream(file, [b"<</Length 1>>stream\nq\nendstream", b"<</Font<<>>>>"])
    for number in range(1, 301):
        made.add(Sheet(b"[0 0 612 792]", FIRST, FIRST + 1), compress(b"%% page %d" % number))
    made.close(b"(x)")
    patch.undo()
    return file


@pytest.mark.parametrize("pages", [[1], [300], [4, 5, 64, 65, 257], range(1, 301)])
def test_pages_are_those_that_were_put_in(stream, pages):
    with pikepdf.open(io.BytesIO(taken_out(stream, pages))) as pdf:
        assert [page.Contents[1].read_bytes() for page in pdf.pages] == [b"%% page %d" % page for page in pages]
        assert pdf.pages[0].Contents[0].read_bytes() == b"q"
        assert pdf.pages[0].MediaBox[2] == 612
        assert not pdf.get_warnings()


def test_nothing_is_taken_along_that_no_page_asks_for(stream):
    assert len(taken_out(stream, [150])) < 1500


@pytest.mark.parametrize("pages", [[0], [301], [1, 999]])
def test_a_page_that_is_not_there_is_refused(stream, pages):
    with pytest.raises(BrokenStreamError):
        taken_out(stream, pages)


@pytest.mark.parametrize("cut", [0, 10, 200, -3])
def test_what_is_broken_off_is_refused(stream, cut):
    with pytest.raises(BrokenStreamError):
        taken_out(io.BytesIO(stream.getvalue()[:cut]), [1])
