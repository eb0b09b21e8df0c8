"""Release: nothing without two names and matching hashes; whole or not at all; and nothing after it."""

import datetime
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from typer.testing import CliRunner

from lexdocs.checks.mailing.verify import verify
from lexdocs.cli.main import app
from lexdocs.errors import InputError, LexdocsError, UsageError
from lexdocs.mailing import cutting
from lexdocs.mailing.mail import KEPT, mail
from lexdocs.mailing.mail import Asked as AskedMail
from lexdocs.mailing.release import Asked, release
from lexdocs.mailing.released import COMMITTED, finish
from lexdocs.outputs.files import digest_of
from lexdocs.resources import bundled_deals
from tests.mailing.folders import change

EXAMPLE = bundled_deals()["lexington_2001"]
DAY = datetime.date(2001, 8, 7)
pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]  # plates are laid out once for all tests


@pytest.fixture(scope="module")
def proofs(tmp_path_factory):
    """A mailing in which every way of making a statement is met, and its deal."""
    folder = tmp_path_factory.mktemp("release")
    shutil.copytree(EXAMPLE, folder / "lexington_2001")
    register = folder / "lexington_2001" / "register.csv"
    change(register, "Harbor Light Income Fund", "Harbor Light Income Fund " + "and its affiliates " * 14)
    change(register, "Tamsin Achterberg", "Tamsin \U00013000")
    patch = pytest.MonkeyPatch()
    patch.setattr(cutting, "MEAN", 4)
    mail(AskedMail(folder / "lexington_2001", folder / "out", pages_per_file=9))
    patch.undo()
    return folder


@pytest.fixture
def here(proofs, tmp_path):
    shutil.copytree(proofs, tmp_path / "here")
    return tmp_path / "here"


def asked(here, **said):
    control = here / "out" / "control.json"
    usual = Asked(here / "out", here / "lexington_2001", "Ann Lee", "Bo Diaz", DAY, digest_of(control), exceptions=True)
    return replace(usual, **said)


def files(out):
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}


def refused(here, **said):
    before = files(here / "out")
    with pytest.raises(LexdocsError) as error:
        release(asked(here, **said))
    assert files(here / "out") == before
    assert not (here / "out" / ".releasing").exists()
    return str(error.value)


def drawn(out):
    """What stands on each page of the streams, below what is stamped and with it."""
    for path in sorted(out.glob("statements*.pdf")):
        with pikepdf.open(path) as pdf:
            for page in pdf.pages:
                several = page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents]
                yield b"\n".join(each.read_bytes() for each in several)


def test_a_release_takes_the_mark_of_a_proof_away_and_nothing_else(here):
    out = here / "out"
    before, proof = files(out), list(drawn(out))
    control = release(asked(here))
    after = files(out)
    assert control.released
    assert set(after) == {*before, "release.json"}
    assert after["manifest.jsonl"] == before["manifest.jsonl"]
    word = b".7071 .7071 -.7071 .7071 0 0 cm"
    assert all(word in page for page in proof)
    assert not any(word in page for page in drawn(out))
    told = json.loads(after["release.json"])
    assert (told["maker"], told["checker"], told["on"]) == ("Ann Lee", "Bo Diaz", "2001-08-07")
    assert told["exceptions_approved"] == 1
    assert {"register.csv", "term-sheet.yaml", "templates/statements/settlement.md"} <= set(told["inputs"])
    assert set(told["files"]) == set(after) - {"release.json"}
    assert verify(out, None).report.results == ()
    assert all(path.stat().st_mode & 0o077 == 0 for path in out.iterdir() if path.is_file())
    assert {path.name for path in out.iterdir() if path.is_dir()} == {KEPT}


def test_the_same_proofs_give_the_same_release(here, proofs, tmp_path):
    release(asked(here))
    shutil.copytree(proofs, tmp_path / "again")
    release(asked(tmp_path / "again"))
    assert files(here / "out") == files(tmp_path / "again" / "out")


def test_the_checker_is_another_person(here):
    assert "is the maker too" in refused(here, checker="  ann   LEE ")
    for name in ("Lee, Ann", "LEE Ann.", "Ann Lée", "ann\u00a0lee"):
        assert f"--checker: {' '.join(name.split())} is the maker too" in refused(here, checker=name)
    assert "names nobody" in refused(here, maker=" ")
    assert "names nobody" in refused(here, maker="-,.")


def test_nothing_is_released_before_it_was_announced(here):
    said = refused(here, on=datetime.date(2001, 8, 5))
    assert "--on: 2001-08-05 is before 2001-08-06, when what is mailed was announced; give the day of the rel" in said


def test_terms_that_cannot_be_read_hide_no_other_reason(here):
    (here / "lexington_2001" / "term-sheet.yaml").write_text("kind: exchange\n", "utf-8")
    said = refused(here, checker="Lee, Ann")
    assert "is the maker too" in said
    assert "term-sheet.yaml" in said


def test_exceptions_are_approved_by_name(here):
    assert "approve them all with --approve-exceptions" in refused(here, exceptions=False)


@pytest.mark.parametrize("name", ["register.csv", "term-sheet.yaml"])
def test_what_was_changed_since_is_refused(here, name):
    with (here / "lexington_2001" / name).open("a") as file:
        file.write("\n" if name == "register.csv" else "# a remark\n")
    assert f"{name}: is changed since the mailing was made" in refused(here)


def test_what_is_new_or_was_reworded_is_refused(here):
    own = here / "lexington_2001" / "templates" / "shared"
    own.mkdir(parents=True, exist_ok=True)
    (own / "about-us.md").write_text("About us.\n")
    assert "templates/shared/about-us.md: is new since" in refused(here)


def test_all_reasons_are_told_at_once(here):
    change(here / "lexington_2001" / "register.csv", "Dvořák", "Dvorak")
    said = refused(here, checker="Ann Lee", exceptions=False, verified="0" * 64)
    for part in ("is the maker too", "--approve-exceptions", "register.csv", "was verified"):
        assert part in said


def test_a_sum_that_does_not_tie_is_refused(here):
    path = here / "out" / "control.json"
    told = json.loads(path.read_text("utf-8"))
    told["totals"][0]["residue"] = "0.01"
    path.write_text(json.dumps(told))
    assert "residue 0.01" in refused(here)


def test_what_nobody_has_seen_is_not_released(here):
    for kept in (here / "out" / KEPT / "plates").iterdir():
        data = kept.read_bytes()
        kept.write_bytes(data[: len(data) // 2] + b"x" + data[len(data) // 2 + 1 :])
    assert "kept of the mailing" in refused(here)
    whole = {kept: kept.read_bytes() for kept in (here / "out" / KEPT / "plates").iterdir()}
    for part in (0.01, 0.3, 0.7, 0.97):  # its objects, its words, its fonts, what leads to them
        for kept, data in whole.items():
            at = int(len(data) * part)
            kept.write_bytes(data[:at] + bytes(range(256)) + data[at + 256 :])
        assert "kept of the mailing" in refused(here)
    for kept in (here / "out" / KEPT / "plates").iterdir():
        kept.unlink()
    assert "is damaged" in refused(here)
    (here / "out" / KEPT / "mailed.json").unlink()
    assert "is not kept there" in refused(here)


def test_a_release_that_is_interrupted_is_finished_by_the_next(here, monkeypatch):
    out = here / "out"
    moves, move = [], Path.replace

    def interrupted(path, to):
        if path.parent.name == COMMITTED:
            moves.append(path)
            if len(moves) == 3:
                raise KeyboardInterrupt
        return move(path, to)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        release(asked(here))
    monkeypatch.undo()
    assert [each.message for each in verify(out).report.results if each.rule_id == "mailing/release"] == [
        "a release was interrupted"
    ]
    with pytest.raises(UsageError, match="holds a released mailing"):
        mail(AskedMail(here / "lexington_2001", out))
    assert finish(out)
    assert not finish(out)
    assert verify(out, None).ties


def test_a_released_mailing_is_never_overwritten(here):
    release(asked(here))
    before = files(here / "out")
    with pytest.raises(UsageError, match="holds a released mailing"):
        mail(AskedMail(here / "lexington_2001", here / "out", pages_per_file=9))
    with pytest.raises(UsageError, match="is released already"):
        release(asked(here))
    assert files(here / "out") == before


def test_a_folder_that_is_no_mailing_is_refused(here, tmp_path):
    shutil.copy(here / "out" / "control.json", tmp_path / "control.json")
    (here / "out" / "control.json").write_text("{}")
    with pytest.raises(InputError, match="is no mailing"):
        release(asked(here))


def test_a_release_that_was_touched_is_found(here):
    out = here / "out"
    release(asked(here))
    told = json.loads((out / "release.json").read_text("utf-8"))
    for wrong in (
        told | {"checker": "ANN LEE"}, told | {"files": told["files"] | {"manifest.jsonl": "0" * 64}}, {"maker": "Ann"},
    ):  # fmt: skip
        (out / "release.json").write_text(json.dumps(wrong))
        assert [each.rule_id for each in verify(out, 0).report.results] == ["mailing/release"]
    (out / "release.json").unlink()
    assert [each.rule_id for each in verify(out, 0).report.results] == ["mailing/release"]


def test_the_command_verifies_before_it_releases(here):
    out = here / "out"
    call = ["release", str(out), "--deal", str(here / "lexington_2001"), "--maker", "Ann", "--checker", "Bo"]
    call += ["--approve-exceptions", "--on"]
    assert isinstance(CliRunner().invoke(app, [*call, "soon"]).exception, UsageError)
    line = (out / "manifest.jsonl").read_bytes()
    (out / "manifest.jsonl").write_bytes(line + b"\n")
    ran = CliRunner().invoke(app, [*call, "2001-08-07"])
    assert ran.exit_code == 1
    assert "does not tie with its own files" in ran.output
    (out / "manifest.jsonl").write_bytes(line)
    ran = CliRunner().invoke(app, [*call, "2001-08-07"])
    assert ran.exit_code == 0, ran.output
    assert "11 statements" in ran.output
