"""What a mailing takes away and writes over in its folder is its own; nobody else's file is touched."""

import json

import pytest

from lexdocs.errors import InputError, UsageError
from lexdocs.mailing.asked import Asked, refuse
from lexdocs.mailing.claiming import claimed
from lexdocs.mailing.file_names import FOLDER, KEPT, MANIFEST
from lexdocs.mailing.own_files import OwnFiles, known_of
from lexdocs.mailing.released import COMMITTED, RELEASE, finish
from lexdocs.outputs.many_files import ManyFiles

MINE = "each/4c/mine.pdf"


def write(out, *paths, data=b"x"):
    """Write single files as a mailing does; gives what knows them."""
    own = OwnFiles(out)
    own.begin()
    many = ManyFiles(out, own.claim)
    for path in paths:
        folder, _, name = path.rpartition("/")
        many.add(folder, name, [data])
    many.finish()
    return own


def lying(out):
    return sorted(path.relative_to(out).as_posix() for path in (out / FOLDER).rglob("*") if path.is_file())


def test_files_that_are_not_written_again_go_and_no_others(tmp_path):
    write(tmp_path, "each/4c/A.pdf", "each/4c/B.pdf", "each/07/C.html").leave()
    (tmp_path / MINE).write_text("mine")
    (tmp_path / "each/4c/.B.pdf.part").write_text("half")
    write(tmp_path, "each/4c/A.pdf").leave()
    assert lying(tmp_path) == ["each/4c/A.pdf", MINE]
    OwnFiles(tmp_path).take_away()
    assert lying(tmp_path) == [MINE]
    (tmp_path / MINE).unlink()
    OwnFiles(tmp_path).take_away()
    assert not (tmp_path / FOLDER).exists()


def test_what_a_killed_run_left_is_known(tmp_path):
    write(tmp_path, "each/4c/A.pdf", "each/4c/B.pdf").leave()
    write(tmp_path, "each/4c/D.pdf")  # and no more
    with (tmp_path / KEPT / "single-files").open("ab") as file:
        file.write(b"\x4c\x01")
    write(tmp_path, "each/4c/A.pdf", "each/07/C.pdf").leave()
    assert lying(tmp_path) == ["each/07/C.pdf", "each/4c/A.pdf"]
    assert sum(map(len, known_of(tmp_path).values())) == 2


def test_a_file_that_no_mailing_made_is_not_written_over(tmp_path):
    write(tmp_path, "each/4c/A.pdf").leave()
    (tmp_path / MINE).write_text("mine")
    with pytest.raises(InputError, match=r"each/4c/mine\.pdf: lies there, and no mailing made it; move it"):
        write(tmp_path, "each/4c/A.pdf", MINE)
    assert (tmp_path / MINE).read_text() == "mine"


def test_without_its_list_the_manifest_says_what_is_a_mailing_s_own(tmp_path):
    write(tmp_path, "each/4c/A.pdf", "each/4c/B.html", "each/07/C.pdf").leave()
    (tmp_path / MINE).write_text("mine")
    (tmp_path / KEPT / "single-files").unlink()
    told = [
        {"holder": "A", "file": "each/4c/A.pdf", "html": {"file": "each/4c/B.html"}},
        {"each": {"file": "each/07/C.pdf"}},
    ]
    lines = (json.dumps(each, separators=(",", ":")) for each in told)
    (tmp_path / MANIFEST).write_text("\n".join(lines), "utf-8")
    write(tmp_path, "each/4c/A.pdf").leave()
    assert lying(tmp_path) == ["each/4c/A.pdf", MINE]


@pytest.mark.parametrize("name", ["each/4c/mine.pdf", "statements.pdf", "manifest.jsonl", "control.pdf", "job.json"])
def test_a_folder_with_files_of_others_in_a_mailing_s_places_is_refused(tmp_path, name):
    out = tmp_path / "out"
    path = out / name
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    first = name.partition("/")[0]
    with pytest.raises(UsageError, match=f"{first}: lies there, and no mailing made it; name another folder"):
        refuse(Asked(tmp_path, out, each=True), tmp_path)
    assert path.read_text() == "mine"
    path.rename(out / "notes.txt")
    if "/" not in name:
        refuse(Asked(tmp_path, out, each=True), tmp_path)


def test_a_release_leaves_what_lies_beside_its_proofs(tmp_path):
    for path in ("each/4c/A.pdf", MINE, "each/notes/x.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("before")
    (tmp_path / COMMITTED / "each/4c").mkdir(parents=True)
    (tmp_path / COMMITTED / "each/4c/A.pdf").write_text("released")
    (tmp_path / COMMITTED / RELEASE).write_text("{}")
    assert finish(tmp_path)
    assert lying(tmp_path) == ["each/4c/A.pdf", MINE, "each/notes/x.txt"]
    assert [(tmp_path / path).read_text() for path in lying(tmp_path)] == ["released", "before", "before"]
    assert not (tmp_path / COMMITTED).exists()


def test_what_a_killed_run_left_half_done_goes_and_no_others(tmp_path):
    for name in (".manifest.jsonl.0a1b2c3d.part", ".notes.part", ".statements-0002.pdf.00000000.part"):
        (tmp_path / name).write_text("half")
    with claimed(tmp_path, tmp_path / KEPT):
        assert [path.name for path in tmp_path.glob(".*.part")] == [".notes.part"]
