"""Whole files or none, and nothing outside the folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lexdocs.errors import InputError
from lexdocs.outputs.files import place, write


def test_writes_into_subfolders_and_replaces(tmp_path: Path) -> None:
    path = write(tmp_path, "notices/commencement.html", "one\n")
    assert write(tmp_path, "notices/commencement.html", "two\n") == path
    assert path.read_bytes() == b"two\n"
    assert [each.name for each in path.parent.iterdir()] == ["commencement.html"]


@pytest.mark.parametrize(
    "name",
    ["../x.html", "/x.html", "a/../../x", "", ".", "a//../b", "~x", "a b.html", "-rf", ".hidden", "a\\b", "x.",
     "con.txt", "a\nb", "ü.html", "x" * 201],
)  # fmt: skip
def test_refuses_names_that_are_not_plain(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="not a safe file name"):
        place(tmp_path, name)


def test_refuses_a_link_that_leads_out(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "out"
    outside.mkdir()
    folder.mkdir()
    (folder / "notices").symlink_to(outside)
    (folder / "a.html").symlink_to(outside / "a.html")
    for name in ("notices/a.html", "a.html"):
        with pytest.raises(InputError, match="leads elsewhere"):
            write(folder, name, "x")
    assert list(outside.iterdir()) == []


def test_a_file_where_a_folder_is_needed(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    write(tmp_path, "notices", "a file too")
    for folder, name, where in (
        (taken, "a.html", taken),
        (taken, "notices/a.html", taken),
        (taken / "below" / "it", "a.html", taken),
        (tmp_path, "notices/a.html", tmp_path / "notices"),
    ):
        with pytest.raises(InputError) as caught:
            write(folder, name, "x")
        assert str(caught.value) == f"{where}: is a file, and a folder is needed here; name another folder"
    assert taken.read_text() == "mine"


def test_a_folder_where_a_file_is_needed(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    with pytest.raises(InputError, match=r"a\.html: cannot be written \("):
        write(tmp_path, "a.html", "x")
    assert [each.name for each in tmp_path.iterdir()] == ["a.html"]


def test_folders_that_no_system_can_make(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(tmp_path / "round")
    for folder in (tmp_path / "round", tmp_path / ("x" * 300), tmp_path / "a\0b"):
        with pytest.raises(InputError):
            write(folder, "a.html", "x")


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.html", "old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match=r"a\.html: cannot be written \(No space left on device\)"):
        write(tmp_path, "a.html", "new")
    assert [each.name for each in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_text() == "old"
