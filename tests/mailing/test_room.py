"""Whatever the length of a text of the register, all of it stands on the page, and over no other text."""

import re
import subprocess
from itertools import combinations

import pytest

from tests.mailing.beside import mailed
from tests.mailing.fictional import lay_out_deal, varied

pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]
MARGIN = 72.0 - 0.5  # points at the right, less what a box of letters is wider than they are
NAME, ADDRESS, ACCOUNT, PARTICIPANT = 1, 2, 6, 7


@pytest.mark.parametrize("document", ["settlement", "notices/commencement"])
def test_a_text_without_end_stays_in_its_place(tmp_path, document):
    plain = next(row for row in varied(60) if row[9] == row[8] and not row[11])
    texts = {NAME: "X" * 300, ADDRESS: "seven words " * 40 + "end", ACCOUNT: "7" * 90, PARTICIPANT: "Y" * 150}
    rows = [
        tuple(f"L-{at}" if not each else text if each == at else said for each, said in enumerate(plain))
        for at, text in texts.items()
    ]
    mailed(lay_out_deal(tmp_path / "lexington_2001", rows), tmp_path / "out", template=document)
    pages = _pages(tmp_path / "out" / "statements.pdf")
    # A cell goes on in its next line, beside which another cell may stand: it is read by lines, or by columns.
    by_columns = (sorted(boxes, key=lambda box: (round(box[0]), box[1])) for boxes in pages)
    said = ["".join(word for boxes in order for *_, word in boxes) for order in (pages, by_columns)]
    for at in (NAME, ADDRESS) if document != "settlement" else texts:
        assert any("".join(texts[at].split()) in "".join(each.split()) for each in said), at
    for boxes in pages:
        assert [word for _, _, right, _, word in boxes if right > 612 - MARGIN and word != "PROOF"] == []
        written = [box for box in boxes if box[-1] != "PROOF"]
        assert [(one[-1], other[-1]) for one, other in combinations(written, 2) if _over(one, other)] == []


def _pages(path):
    """The words of each page: left, top, right and bottom, in points, and the word."""
    found = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True, text=True).stdout
    word = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>')
    return [[(*map(float, each[:4]), each[4]) for each in word.findall(page)] for page in found.split("<page ")[1:]]


def _over(one, other):
    """Whether words cover one another by more than the leading of lines."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1 and down > 3
