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


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.html", "old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match=r"a\.html: cannot be written \(No space left on device\)"):
        write(tmp_path, "a.html", "new")
    assert [each.name for each in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_text() == "old"
