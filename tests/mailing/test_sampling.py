"""The sample of a mailing: who is in it follows from the register, and what differs from the long way is told."""

import datetime
import json
import os
import re
import signal
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.errors import LexdocsError
from lexdocs.mailing import frames, release, rows, sampling
from lexdocs.mailing.control import Control
from lexdocs.mailing.mail import Asked, mail
from lexdocs.outputs.files import digest_of
from tests.mailing.beside import text
from tests.mailing.fictional import lay_out_deal, varied

pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.usefixtures("plates_once"), pytest.mark.soak]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Five holders of two shapes; the third holds the most."""
    some = [row for row in varied(60) if row[9] != "$0" and row[9] == row[8] and not row[11]][:5]
    plain = []
    for number, row in enumerate(some):
        held = f"${9 if number == 2 else 1},0{number * 2}0,000"
        own = "1 Street", "", "", "Town 1", f"A-{number}", "Pine Custody", held, held, "$0", "24%" * (number == 4)
        plain.append((row[0], f"Holder {number}", *own))
    return lay_out_deal(tmp_path_factory.mktemp("sampled") / "lexington_2001", plain)


@pytest.fixture(scope="module")
def made(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("mailing") / "out"
    return out, mail(Asked(folder, out, stream=True, each=True, sample=2)).control


def test_the_sample_is_the_commonest_shape_and_the_largest_holder(made, folder):
    out, control = made
    labels = [line["holder"] for line in map(json.loads, (out / "manifest.jsonl").read_text("utf-8").splitlines())]
    assert control.sample.holders == (labels[0], labels[2])
    assert (control.sample.shapes, control.sample.of_shapes, control.sample.apart) == (1, 2, [])
    assert control.ties
    assert json.loads((out / "control.json").read_text("utf-8"))["sample"]["holders"] == [labels[0], labels[2]]


def test_the_control_sheet_says_what_was_compared_and_names_no_holder(made):
    out, control = made
    said = " ".join(text(out / "control.pdf", 1, 1).split())
    assert "Rendered the long way and compared: 2 of the stamped statements, of 1 of 2 shapes." in said
    assert "all are the same" in said
    assert not any(label in said for label in control.sample.holders)


def test_another_sample_is_taken_without_working_anything_out_again(made, folder):
    out, _ = made
    again = mail(Asked(folder, out, stream=True, each=True, sample=4))
    assert (again.again, again.control.unchanged) == (again.shards, False)
    assert (len(again.control.sample.holders), again.control.sample.shapes) == (4, 2)
    assert mail(Asked(folder, out, stream=True, each=True, sample=4)).control.unchanged
    assert mail(Asked(folder, out, stream=True, each=True, sample=0)).control.sample.holders == ()


def test_how_many_are_compared_where_it_is_not_said(monkeypatch):
    monkeypatch.setattr(sampling, "LEAST", 3)
    labels = [f"H-{number}" for number in range(9)]
    shard: Any = SimpleNamespace(read=lambda: SimpleNamespace(labels=labels, columns=[range(9)], exact={}))

    def chosen(asked):
        candidates = sampling.Candidates(asked)
        candidates.see([(label, "s", (), b"", "", [], f'"held_principal":"{number}.00"')
                        for number, label in enumerate(labels)])  # fmt: skip
        return candidates.chosen([shard], {"held": None})

    few = chosen(None)
    assert len(few.leaves) == 3
    assert few.leaves["H-0"] == {"held": 0}  # the commonest shape, of which it is the first
    assert few.leaves["H-8"] == {"held": 8}  # the largest
    assert chosen(7).leaves.keys() > few.leaves.keys()
    assert chosen(40).leaves.keys() == set(labels)
    assert chosen(0).leaves == {}


def test_one_more_is_compared_for_each_so_many_holders(monkeypatch):
    monkeypatch.setattr(sampling, "LEAST", 3)
    rows: list[Any] = [("H", "s", (), b"", "", [], '"held_principal":"1.00"')]
    monkeypatch.setattr(sampling, "_leaves", lambda some, *_: [(place, {}) for place in some])
    monkeypatch.setattr(sampling, "EACH", 100)
    for count, wanted in ((99, 3), (100, 4), (1_000, 13), (9_000, 40)):
        candidates = sampling.Candidates(None)
        for _ in range(count):
            candidates.see(rows)
        assert len(candidates.chosen([], {}).leaves) == min(wanted, 40)


def test_a_figure_that_is_stamped_wrong_is_told_by_holder_and_page_and_nothing_is_released(
    folder, tmp_path, monkeypatch
):
    right = rows.Rows.texts

    def wrong(self, figure, style):
        found = right(self, figure, style)
        return [each.replace("9,040", "9,050") for each in found] if figure == "held_principal" else found

    monkeypatch.setattr(rows.Rows, "texts", wrong)
    out = tmp_path / "out"
    monkeypatch.setattr(sampling, "LEAST", 3)
    result = CliRunner().invoke(app, ["mail", str(folder), "--out", str(out), "--jobs", "1"])
    assert result.exit_code == 1
    control = Control.read(out)
    assert control is not None
    assert [(label, file, page) for label, file, page, _ in control.sample.apart] == [
        (control.sample.holders[1], "statements.pdf", 5)
    ]
    assert re.search(r"BO-\d+: statements.pdf, page 5: line \d+, character \d+: another character", result.output)
    assert "9,050" not in result.output
    asked = release.Asked(out, folder, "Ann Lee", "Bo Diaz", datetime.date(2001, 8, 7), digest_of(out / "control.json"))
    with pytest.raises(LexdocsError, match=r"page 5: line .* differs from what the long way makes"):
        release.release(asked)
    assert "1 differ, which must be explained" in " ".join(text(out / "control.pdf", 1, 1).split())


def test_letters_that_stand_elsewhere_are_told(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("lexdocs.mailing.stamps._TRACE", 0.1)
    found = mail(Asked(folder, tmp_path / "out", sample=1)).control.sample.apart
    assert [what.split(": ")[1] for *_, what in found] == ["in another place"]


def test_what_a_killed_process_was_to_render_is_rendered_here(folder, tmp_path, monkeypatch):
    here, plain = os.getpid(), frames.proofed

    def killed(data):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(data)

    monkeypatch.setattr(sampling, "proofed", killed)
    control = mail(Asked(folder, tmp_path / "out", jobs=2, sample=2)).control
    assert (len(control.sample.holders), control.sample.apart, control.ties) == (2, [], True)
