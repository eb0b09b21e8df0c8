"""Whatever a holder is called, its statement says what WeasyPrint's own page says, or an exception says why not."""

import json
import re
from pathlib import Path

import pikepdf
import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.errors import InputError
from lexdocs.mailing.mail import KEPT, Asked, mail
from tests.benchmarks.fidelity import holds
from tests.mailing.beside import beside, mailed, manifest
from tests.mailing.fictional import hostile, lay_out_deal, varied
from tests.mailing.folders import change

pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]  # plates are laid out once for all tests
DEALS = Path(__file__).parents[1] / "deals"
CHOSEN = [
    "</data></td></table><h1>X</h1>", "{{ 7*7 }} {% raw %} {# x #}", "=1+1", "qxabcnnnn", "a(b\\)c %s %d",
    "Two  spaces   three", "Soft\u00adhyphen in\u00adside", "Combining e\u0301 Z\u030c", "½ and 5⁄16", "日本語株式会社",
    "𐍈", "one/two/three/four/five/six/seven/eight/nine/ten/eleven/twelve-thirteen", "",
]  # fmt: skip


def test_varied_holders_have_the_pages_that_weasyprint_would_have_drawn(tmp_path):
    folder = lay_out_deal(tmp_path / "lexington_2001", list(varied(12)))
    made = mailed(folder, tmp_path / "out")
    found = beside(folder, tmp_path / "out")
    assert holds(found), found
    assert found.made == {"stamped": 12}
    assert made.control.ties


def test_hostile_holders_have_a_right_statement_or_a_reason(tmp_path):
    rows = list(hostile(CHOSEN))
    folder = lay_out_deal(tmp_path / "lexington_2001", rows)
    made = mailed(folder, tmp_path / "out")
    found = beside(folder, tmp_path / "out", looked_at=())
    assert found.texts == []
    assert found.made.total() == len(rows) == made.control.holders
    assert {label for label, _ in made.control.failed} == {row[0] for row in rows if set("日𐍈") & set("".join(row))}
    for _, problems in made.control.failed:
        assert all(re.search(r"^[0-9].* no glyph in any font here", each) for each in problems)
        assert all(each.isascii() for each in problems)  # what is a holder's own is not repeated
    for path in (tmp_path / "out").rglob("*"):
        assert "HO-" not in path.name
    with pikepdf.open(tmp_path / "out" / "statements.pdf") as pdf:
        assert "HO-" not in str(pdf.docinfo)


def test_plates_are_of_no_holder_and_the_same_whichever_holder_comes_first(tmp_path):
    rows = list(varied(6)) + list(hostile(CHOSEN[:3]))
    kept = []
    for name, listed in (("one", rows), ("other", rows[::-1])):
        mail(Asked(lay_out_deal(tmp_path / name / "lexington_2001", listed), tmp_path / name / "out"))
        plates = (tmp_path / name / "out" / KEPT / "plates").glob("*")
        kept.append({path.name: path.read_bytes() for path in plates})
    assert kept[0] == kept[1]
    digests = [
        {line["holder"]: line["sha256"] for line in manifest(tmp_path / each / "out")} for each in ("one", "other")
    ]
    assert digests[0] == digests[1]


def test_a_character_without_a_glyph_is_told_and_the_run_ends_with_five(tmp_path):
    folder = lay_out_deal(tmp_path / "lexington_2001", list(hostile(["𐍈", "Plain"])))
    ran = CliRunner().invoke(app, ["mail", str(folder), "--out", str(tmp_path / "out"), "--jobs", "1"])
    assert ran.exit_code == 5, ran.output
    control = json.loads((tmp_path / "out" / "control.json").read_text("utf-8"))
    assert control["holders"] == 2 == control["stamped"] + len(control["rendered"]) + len(control["failed"])


@pytest.mark.parametrize("odd", ["HO/1", "HO 1", '"HO""1"', "HÖ-1", "../HO", "ho-000", "=HO", "x" * 65])
def test_an_identifier_that_could_not_name_a_holding_is_refused_with_its_row(tmp_path, odd):
    folder = lay_out_deal(tmp_path / "lexington_2001", list(hostile(["One", "Two"])))
    change(folder / "register.csv", "HO-001,", f"{odd},")
    with pytest.raises(InputError, match=r"register\.csv:3"):
        mail(Asked(folder, tmp_path / "out"))


@pytest.mark.parametrize(
    ("deal", "template"), [("windrow", "statements/series-settlement"), ("ferry", "statements/tender-settlement")]
)
def test_deals_with_several_series_are_stamped_too(tmp_path, deal, template):
    made = mailed(DEALS / deal, tmp_path)
    found = beside(DEALS / deal, tmp_path, template, looked_at=())
    assert found.texts == []
    assert set(found.made) == {"stamped"}
    assert made.control.ties


def test_a_register_in_no_order_is_mailed_in_its_own(tmp_path):
    rows = list(varied(9))
    rows = [rows[at] for at in (4, 0, 8, 2, 6, 1, 7, 3, 5)]
    folder = lay_out_deal(tmp_path / "lexington_2001", rows)
    for out in ("one", "other"):
        mail(Asked(folder, tmp_path / out))
    assert [line["holder"] for line in manifest(tmp_path / "one")] == [row[0] for row in rows]
    one, other = ((tmp_path / out / "statements.pdf").read_bytes() for out in ("one", "other"))
    assert one == other
