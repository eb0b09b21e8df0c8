"""PROOF and the inserter's marks stand above all that a page draws: no style sheet hides them."""

import io
import json
import subprocess
from dataclasses import replace

import pikepdf
import pytest

from lexdocs.checks.mailing.proofs import is_marked
from lexdocs.checks.mailing.verify import verify
from lexdocs.mailing.frames import proofed
from lexdocs.mailing.mail import Asked, mail
from lexdocs.mailing.press import Following, Press
from lexdocs.mailing.printing import PLAIN, Marks
from lexdocs.mailing.proof_mark import proof_of
from lexdocs.mailing.ticket import Job
from lexdocs.outputs.print_stream import PrintStream
from lexdocs.outputs.seen import seen
from lexdocs.resources import templates_folder
from tests.mailing.fictional import lay_out_deal, varied

pytestmark = pytest.mark.soak

FULL = "@page { background: #fffdf5 }\nbody, main { background: #fff }\n"
MARKED = 0.03  # of the dots of a page, at least, lie within the letters
SEEN = 10  # steps of 255 by which the mark must stand off from what is under it


def page(color):
    """A page that is one color, and moves and scales what follows it."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(612, 792))
        drawn = b"%s rg 0 0 612 792 re f 0 0 0 rg 3 0 0 3 400 9 cm" % color
        pdf.pages[0].Contents = pdf.make_stream(drawn)
        buffer = io.BytesIO()
        pdf.save(buffer)
        return buffer.getvalue()


def standing_off(one, other):
    """The part of the dots by which a page differs clearly from another."""
    first, second = (next(seen(data)).dots for data in (one, other))
    return sum(abs(a - b) >= SEEN for a, b in zip(first[::3], second[::3], strict=True)) / (len(first) // 3)


@pytest.mark.parametrize("color", [b"1 1 1", b"0 0 0", b".5 .5 .5", b".065 .065 .065", b".8 .8 .8", b"1 0 0"])
def test_there_is_no_color_on_which_the_mark_is_not_seen(color):
    assert standing_off(page(color), proofed(page(color))) > MARKED / 6


@pytest.mark.parametrize("color", [b"1 .99 .96", b"0 0 0"])
def test_in_a_print_stream_too(color, tmp_path):
    made = []
    for proof in (False, True):
        buffer = io.BytesIO()
        stream = PrintStream(buffer, ())
        job = Job("1" * 8, replace(PLAIN, marks=Marks.OMR))
        Press(tmp_path, job, Following(stream), proof=proof).print(stream, "", (), page(color), (1, 1, 0))
        stream.close(b"()")
        made.append(buffer.getvalue())
    assert standing_off(*made) > MARKED / 6
    if color != b"0 0 0":
        picture = next(seen(made[1]))
        row = [picture.dots[at] for at in range(0, len(picture.dots), 3)]
        assert row.count(0) > 100  # the dashes


@pytest.fixture(scope="module")
def covered(tmp_path_factory):
    """A mailing whose style sheet gives pages a background."""
    here = tmp_path_factory.mktemp("covered")
    deal = here / "lexington_2001"
    lay_out_deal(deal, list(varied(1)))
    style = deal / "templates" / "style" / "house.css"
    style.parent.mkdir(parents=True)
    style.write_text((templates_folder() / "style" / "house.css").read_text("utf-8") + FULL, "utf-8")
    printing = replace(PLAIN, marks=Marks.OMR, duplex=True)
    made = mail(Asked(deal, here / "out", each=True, printing=printing, sample=2))
    return here / "out", made


def test_a_background_hides_neither_proof_nor_marks(covered):
    out, made = covered
    assert made.control.sample.holders
    assert not made.control.sample.apart
    assert verify(out, None).report.results == ()
    for path in [out / "statements.pdf", *(out / "each").rglob("*.pdf")]:
        with pikepdf.open(path) as pdf:
            for number, each in enumerate(pdf.pages):
                assert b"LexdocsProof gs" in each.Contents[-1].read_bytes()
                if path.name == "statements.pdf" and number % 2 == 0:
                    assert each.Contents[-2].read_bytes().startswith(b"q 0 g\n11.3386 ")
    data = (out / "statements.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.pages:
            each.Contents = pikepdf.Array(list(each.Contents)[:2])
        buffer = io.BytesIO()
        pdf.save(buffer)
    assert standing_off(data, buffer.getvalue()) > MARKED


def test_what_is_above_a_page_is_no_text_of_it(covered):
    out, _ = covered
    line = json.loads((out / "manifest.jsonl").read_text("utf-8").splitlines()[0])
    said = subprocess.run(
        ["pdftotext", "-layout", str(out / line["each"]["file"]), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "PROOF" not in said
    assert line["holder"] in said


def test_a_mark_with_anything_above_it_is_none():
    mark = proof_of((0, 0, 612, 792))
    assert is_marked(mark)
    assert not is_marked(mark + b"1 g 0 0 612 792 re f")
    assert not is_marked(b"1 g " + mark)
