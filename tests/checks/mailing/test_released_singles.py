"""Released single files: the same without the mark, all of them or none, whenever the release is interrupted."""

import datetime
import json
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pytest

from lexdocs.checks.mailing.verify import verify
from lexdocs.errors import InputError, LexdocsError, UsageError
from lexdocs.mailing.assembling import Assembly
from lexdocs.mailing.each import same_but_singles
from lexdocs.mailing.mail import Asked as AskedMail
from lexdocs.mailing.mail import mail
from lexdocs.mailing.release import Asked, release
from lexdocs.mailing.released import COMMITTED, finish
from lexdocs.outputs.files import digest_of
from tests.checks.mailing.spoiling import found, lines

pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]
DAY = datetime.date(2001, 8, 7)


def asked(whole):
    control = digest_of(whole / "out" / "control.json")
    return Asked(whole / "out", whole / "lexington_2001", "Ann Lee", "Bo Diaz", DAY, control, exceptions=True)


def contents(out):
    """All files by their places, but for what is kept and for the lock."""
    files = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(".kept/")}


@pytest.fixture(scope="module")
def released(made, tmp_path_factory):
    """What lies in the folder of a release that nothing disturbed."""
    folder = tmp_path_factory.mktemp("released") / "whole"
    shutil.copytree(made.parent, folder)
    control = release(asked(folder))
    assert control.released
    return folder / "out"


def test_released_files_are_the_proofs_without_their_mark(made, released):
    assert verify(released, None).report.results == ()
    assert set(contents(released)) == {*contents(made), "release.json"}
    for one, other in zip(lines(made), lines(released), strict=True):
        proof, free = json.loads(one), json.loads(other)
        if "each" not in proof:
            assert proof == free
            continue
        assert proof["each"].pop("sha256") != free["each"].pop("sha256")
        assert proof == free
        path = proof["each"]["file"]
        with pikepdf.open(made / path) as before, pikepdf.open(released / path) as after:
            for marked, plain in zip(before.pages, after.pages, strict=True):
                *drawn, mark = [each.read_bytes() for each in marked.Contents]
                assert re.fullmatch(rb"/Artifact BMC\nq 1 0 0 1 .*\nQ\nEMC\n", mark, re.DOTALL)
                own = plain.Contents
                several = own if isinstance(own, pikepdf.Array) else [own]
                if len(several) == 1:
                    assert drawn.pop(0) + drawn.pop() == b"q\nQ\n"  # around pages of the long way
                assert [each.read_bytes().split() for each in several] == [each.split() for each in drawn]
        assert (released / path).stat().st_mode & 0o777 == 0o600
    control = json.loads((released / "control.json").read_text("utf-8"))
    assert control["singles"]["bytes"] == sum(path.stat().st_size for path in (released / "each").rglob("*.pdf"))


def interrupting(monkeypatch, at):
    """Let the run end at a move of a file or a folder; `at` says by its path which."""

    def before(plain):
        def moved(path, *args, **said):
            if at(Path(path)):
                raise KeyboardInterrupt
            return plain(path, *args, **said)

        return moved

    monkeypatch.setattr(Path, "replace", before(Path.replace))
    monkeypatch.setattr(Path, "rmdir", before(Path.rmdir))
    monkeypatch.setattr(shutil, "rmtree", before(shutil.rmtree))


def test_a_release_that_is_not_whole_is_none(whole, monkeypatch):
    before = contents(whole / "out")
    interrupting(monkeypatch, lambda path: path.name == ".releasing" and (path / "release.json").exists())
    with pytest.raises(KeyboardInterrupt):
        release(asked(whole))
    monkeypatch.undo()
    left = {name for name in contents(whole / "out") if not name.startswith(".")}
    assert left == set(before)
    assert found(whole / "out", 0) == []
    assert release(asked(whole)).released


def test_a_release_that_is_whole_is_finished_whenever_it_is_interrupted(whole, released, monkeypatch):
    """From the moment on at which it is committed: at each of the moves that are left."""
    with monkeypatch.context() as patch:
        interrupting(patch, lambda path: path.parent.name == "out" and (path.parent / COMMITTED).exists())
        with pytest.raises(KeyboardInterrupt):
            release(asked(whole))
    committed, wanted = whole / "out", contents(released)
    assert (committed / COMMITTED / "each").is_dir()
    with pytest.raises(UsageError, match="holds a released mailing"):
        mail(AskedMail(whole / "lexington_2001", committed))
    interrupted = 0
    for last in range(1, 30):
        steps: list[Path] = []
        out = whole / f"again-{last}"
        shutil.copytree(committed, out, ignore=shutil.ignore_patterns(".kept"))
        with monkeypatch.context() as patch:
            interrupting(patch, lambda path, seen=steps, end=last: seen.append(path) or len(seen) == end)
            try:
                assert finish(out)
            except KeyboardInterrupt:
                interrupted += 1
                assert (out / COMMITTED).exists()
            else:
                break
        assert [kind for kind, _ in found(out, 0)].count("release") == 1
        assert finish(out)
        assert contents(out) == wanted
    assert interrupted == len(steps) > 8
    assert contents(out) == wanted
    assert not finish(out)


def test_what_nobody_has_seen_is_not_released(whole, monkeypatch):
    """Another tail in a file, another page in what is kept: neither is that of the proof."""
    out = whole / "out"
    before = contents(out)
    plates = {path: path.read_bytes() for path in (out / ".kept" / "plates").iterdir()}
    for plate, data in plates.items():
        plate.write_bytes(data[: len(data) // 2] + b"x" + data[len(data) // 2 + 1 :])
    with pytest.raises(LexdocsError, match=r"kept of the mailing|is damaged"):
        release(asked(whole))
    for plate, data in plates.items():
        plate.write_bytes(data)
    singles = Assembly.stream

    def other(assembly, segments):
        assembly.title = "Other words"
        return singles(assembly, segments)

    monkeypatch.setattr(Assembly, "stream", other)
    with pytest.raises(LexdocsError, match="gives another file than the proof"):
        release(asked(whole))
    assert contents(out) == before
    (out / "control.json").write_text("{}")
    with pytest.raises(InputError, match="is no mailing"):
        release(Asked(out, whole / "lexington_2001", "Ann", "Bo", DAY, ""))


def test_manifests_are_compared_but_for_what_a_mark_changes(tmp_path):
    line = '{"holder":"A","file":"s.pdf","sha256":"%s","each":{"file":"each/aa/A.pdf","pages":%d,"sha256":"%s"}}\n'
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text(line % ("a" * 64, 2, "b" * 64))
    for same, text in (
        (True, line % ("a" * 64, 2, "c" * 64)), (False, line % ("b" * 64, 2, "b" * 64)),
        (False, line % ("a" * 64, 3, "b" * 64)), (False, line % ("a" * 64, 2, "b" * 64) * 2), (False, ""),
    ):  # fmt: skip
        other.write_text(text)
        assert same_but_singles(one, other) is same


@pytest.mark.soak
def test_a_release_that_is_killed_is_completed_by_running_it_again(whole, released):
    chance = random.Random(3)  # noqa: S311  nothing secret
    call = [sys.executable, "-m", "lexdocs", "release", str(whole / "out"), "--deal", str(whole / "lexington_2001")]
    call += ["--maker", "Ann Lee", "--checker", "Bo Diaz", "--on", DAY.isoformat(), "--approve-exceptions"]
    began = time.monotonic()
    trial = whole / "trial"
    shutil.copytree(whole / "out", trial)
    subprocess.run([*call[:4], str(trial), *call[5:]], check=True, capture_output=True)
    lasted = time.monotonic() - began
    for _ in range(6):
        with subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            time.sleep(chance.uniform(0.3, 1.0) * lasted)
            run.send_signal(signal.SIGKILL)
    if not (whole / "out" / "release.json").exists():
        subprocess.run(call, check=True, capture_output=True)
    assert contents(whole / "out") == contents(trial) == contents(released)
