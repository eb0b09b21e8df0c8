"""A mailing is refused while a rule is not met and nobody has acknowledged it, with all such findings."""

import shutil
from dataclasses import replace
from fractions import Fraction

import pytest

from lexdocs.deal import findings, open_deal
from lexdocs.errors import LexdocsError
from lexdocs.figures.figure import Figure
from lexdocs.mailing.against import refuse_findings
from lexdocs.mailing.largest import Largest
from lexdocs.mailing.mail import Asked, mail
from lexdocs.resources import bundled_deals
from lexdocs.terms.changes import assume
from tests.mailing.fictional import ACKNOWLEDGED, lay_out_deal, varied
from tests.mailing.folders import change

EXAMPLE = bundled_deals()["lexington_2001"]
pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]
LATE = ("offer.circular_sent", "August 8, 2001")


def test_what_terms_alone_decide_is_refused_before_anything_is_read(tmp_path):
    folder = tmp_path / "lexington_2001"
    shutil.copytree(EXAMPLE, folder)
    (folder / "register.csv").write_text("no register\n", "utf-8")
    changes = (assume("=".join(LATE)), assume("participation_fee.installments[0].share=one-half"))
    with pytest.raises(LexdocsError) as refused:
        mail(Asked(folder, tmp_path / "out", changes=changes))
    assert refused.value.exit_code == 1
    said = [str(each) for each in refused.value.problems]
    assert len(said) == 2
    for key, own in zip(("installments and fee", "14e-1(a):sending"), said, strict=True):
        assert own.startswith(f"--assume: {key}: not met: ")
        assert f"acknowledged: [{{finding: {key}" in own
        assert "by: …, because: …}]" in own
    assert not (tmp_path / "out").exists()


def test_what_the_register_decides_is_refused_and_an_acknowledgment_lets_it_pass(tmp_path):
    folder, out = lay_out_deal(tmp_path / "lexington_2001", list(varied(1))), tmp_path / "out"
    change(folder / "term-sheet.yaml", ACKNOWLEDGED, "\n")
    with pytest.raises(LexdocsError) as refused:
        mail(Asked(folder, out))
    (problem,) = refused.value.problems
    assert str(problem) == (
        "term-sheet.yaml:93:15 largest holders: not met: the 4 largest holdings of the register make 100%, the terms "
        "say 74.7%; mend it, or let counsel acknowledge it in term-sheet.yaml: acknowledged: [{finding: largest "
        "holders, by: …, because: …}]"
    )
    assert [path.name for path in out.iterdir()] == [".kept"]
    with (folder / "term-sheet.yaml").open("a", encoding="utf-8") as sheet:
        sheet.write(ACKNOWLEDGED)
    assert mail(Asked(folder, out)).control.ties
    # What lies there is not written over by a mailing that is refused.
    before = {path: path.read_bytes() for path in out.glob("*") if path.is_file()}
    change(folder / "term-sheet.yaml", ACKNOWLEDGED, "\n")
    with pytest.raises(LexdocsError, match="largest holders: not met"):
        mail(Asked(folder, out))
    assert {path: path.read_bytes() for path in out.glob("*") if path.is_file()} == before


def test_rows_that_were_set_aside_are_accounted_for_elsewhere(tmp_path):
    folder, out = lay_out_deal(tmp_path / "lexington_2001", list(varied(2))), tmp_path / "out"
    change(folder / "term-sheet.yaml", ACKNOWLEDGED, "\n")
    change(folder / "register.csv", "BO-000001,", "BO 000001,")
    made = mail(Asked(folder, out, exceptions=tmp_path / "exceptions.csv", stream=False, html=True))
    assert (made.control.holders, made.control.aside) == (1, 1)


@pytest.mark.parametrize(
    "changes", [(), (LATE,), (("support.percentage", "74.6%"),), (("old_notes.outstanding", "$27,413,000"),)]
)
def test_the_largest_holdings_are_all_that_findings_need_of_holders(changes):
    deal = open_deal(EXAMPLE, [assume("=".join(each)) for each in changes])
    held = [Fraction(deal.book.value("held_principal", label)) for label in deal.book.labels("holding")]
    largest = Largest(Largest.wanted(deal.book))
    assert largest.count == 4
    for at in range(0, len(held), 5):
        largest.add(held[at : at + 5])
    rows = {key: figure for key, figure in deal.book.figures.items() if "holding" not in deal.graph.shapes[key[0]].axes}
    axes = {name: labels for name, labels in deal.book.axes.items() if name != "holding"}
    streamed = largest.within(replace(deal.book, figures=rows, axes=axes))
    bare = replace(deal, book=streamed)
    assert [str(each) for each in findings(bare)] == [str(each) for each in findings(deal)]
    standing = [each.key for each in findings(deal) if each.stands]
    if standing:
        with pytest.raises(LexdocsError) as refused:
            refuse_findings(replace(deal.book, figures=rows, axes=axes), deal.terms, largest)
        assert [each.what.partition(": not met")[0] for each in refused.value.problems] == standing


def test_an_earlier_announcement_of_more_than_there_is_is_told(tmp_path):
    folder = tmp_path / "lexington_later"
    shutil.copytree(EXAMPLE.parents[2] / "tests" / "deals" / "lexington_later", folder)
    deal = open_deal(folder)
    labels = deal.book.labels("event")
    announced = (deal.book.figure("event_tendered", (label,)) for label in labels[:-1])
    more = next(replace(each, value=Fraction(30_000_000)) for each in announced if isinstance(each, Figure))
    key = more.name, more.key
    with pytest.raises(LexdocsError, match=r"announced and tallied:\S+: not met: .* all holders hold \$27,412,000"):
        refuse_findings(replace(deal.book, figures={**deal.book.figures, key: more}), deal.terms)
