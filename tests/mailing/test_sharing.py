"""Plates that processes share: none is laid out twice, in a run or in the next, and the bytes do not tell by whom."""

import os
from contextlib import contextmanager

import pytest

from lexdocs.mailing import cutting, plates, shaping
from lexdocs.mailing.mail import KEPT, Asked, mail
from lexdocs.mailing.plates import Line, Plate
from lexdocs.mailing.probes import Slot
from lexdocs.mailing.sharing import PLATES, SHAPES, Outline, Shared
from lexdocs.outputs.glyphs import Glyph, Look
from tests.benchmarks.kills import apart, contents
from tests.benchmarks.statement_texts import write_register
from tests.mailing.folders import change

pytestmark = pytest.mark.soak

HOLDERS = 60  # of a few shapes


@pytest.mark.xdist_group("mailed")
def test_no_plate_is_laid_out_twice_and_two_processes_come_to_the_bytes_of_one(tmp_path, monkeypatch):
    make, laid = plates.plate_of, tmp_path / "laid"

    def counted(*given):
        with laid.open("a") as file:
            file.write(f"{os.getpid()}\n")
        return make(*given)

    monkeypatch.setattr(shaping, "plate_of", counted)
    monkeypatch.setattr(cutting, "MEAN", 12)
    folder, one, two = (tmp_path / name for name in ("deal", "one", "two"))
    write_register(HOLDERS, folder)
    made = mail(Asked(folder, two, jobs=2))
    assert (made.control.stamped, made.shards > 2) == (HOLDERS, True)
    kept = {path.name for path in (two / KEPT / SHAPES).iterdir()}
    assert {path.name for path in (two / KEPT / PLATES).iterdir()} <= kept
    assert len(by := laid.read_text().split()) == len(kept) > 2
    assert str(os.getpid()) not in by

    # The process of one run finds each plate under way elsewhere at first, and takes it up when nothing else is left.
    asked = _busy_at_first(monkeypatch)
    mail(Asked(folder, one))
    assert {name for name, _ in asked} == kept
    assert asked[:2] == [(asked[0][0], False), (asked[1][0], False)]
    assert asked[0][0] != asked[1][0]
    assert (asked[0][0], True) in asked[2:]
    assert apart(contents(one), contents(two)) == []
    assert len(laid.read_text().split()) == 2 * len(kept)

    # A later run has what it needs: another account of a holder changes a shard, and no shape.
    change(folder / "register.csv", "A-000007", "B-000007")
    changed = mail(Asked(folder, two, jobs=2))
    assert changed.shards - changed.again == 1
    assert len(laid.read_text().split()) == 2 * len(kept)
    assert {path.name for path in (two / KEPT / SHAPES).iterdir()} == kept


def _busy_at_first(monkeypatch):
    """Let each turn be somebody else's when it is first asked for; gives what was asked for."""
    turn = Shared.turn
    asked: list[tuple[str, bool]] = []

    @contextmanager
    def busy(self, name, *, wait):
        first = name not in {each for each, _ in asked}
        asked.append((name, wait))
        if first and not wait:
            yield False
        else:
            with turn(self, name, wait=wait) as mine:
                yield mine

    monkeypatch.setattr(Shared, "turn", busy)
    return asked


def test_one_at_a_time_has_the_turn_at_a_plate_and_others_at_other_plates(tmp_path):
    shared = Shared(tmp_path / "kept", tmp_path)
    with shared.turn("a", wait=False) as mine, shared.turn("b", wait=False) as another:
        assert mine
        assert another
        with shared.turn("a", wait=False) as second:
            assert not second
    with shared.turn("a", wait=True) as mine:
        assert mine


def test_where_no_turns_are_taken_everybody_has_one(tmp_path):
    shared = Shared(tmp_path)
    with shared.turn("a", wait=False) as one, shared.turn("a", wait=False) as other:
        assert one
        assert other


def test_what_is_kept_of_a_shape_is_what_it_was(tmp_path):
    looks = [Look(f"0 0 0 rg /f{n} 9 Tf", 0.75, 12.0, {"a": Glyph(4, 5.125), "ő": None}) for n in range(2)]
    lines = tuple(
        Line(0, look, True, 72.5, 700.25 - n, 100.0, (None, 3), ("Held: ", n), (0, 0))
        for n, look in enumerate([*looks, looks[0]])
    )
    slots = (Slot("held_principal", "cents"), Slot("holder_name", None), Slot("holder_address", None, 1, 2))
    laid = Outline(Plate(b"%PDF", 1, slots, lines), ("Statement of ", ("holder_name", None)))
    refused = Outline(None, why="the layout moves with what it says of a holder")
    shared = Shared(tmp_path)
    assert shared.outline("laid") is None
    shared.keep("laid", laid)
    shared.keep("refused", refused)
    found = shared.outline("laid")
    assert found == laid
    assert found.plate is not None
    assert [dict(line.look.glyphs) for line in found.plate.lines] == [dict(looks[0].glyphs)] * 3
    assert shared.outline("refused") == refused
    kept = (tmp_path / SHAPES / "laid").read_bytes()
    (tmp_path / SHAPES / "laid").write_bytes(kept.replace(b"holder_name", b"holder_nome"))
    assert shared.outline("laid") is None
