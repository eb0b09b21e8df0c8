"""Which reader reads a file, in which characters, and what is said of files that none reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from lexdocs.checks.reading.files import READERS, read_file, read_files
from lexdocs.errors import InputError, UsageError

AS_ANY = "save it as text or HTML"
AS_TEXT = "save it as text in UTF-8, or as HTML"
PAGE = "<!DOCTYPE html><p>Fee of <b>$5</b> – é"


def written(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a", "a.dat", "a.txt"])
def test_a_page_is_read_as_one_whatever_its_name(tmp_path: Path, name: str) -> None:
    (passage,) = read_file(written(tmp_path, name, PAGE)).passages
    assert passage.text == "Fee of $5 – é"


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a.TXT", "a", "a.md"])
def test_text_is_read_as_text_whatever_its_name(tmp_path: Path, name: str) -> None:
    reading = read_file(written(tmp_path, name, "Fee of 5 < 6\r\nand more\r\rNext."), name="the release")
    assert [passage.text for passage in reading.passages] == ["Fee of 5 < 6 and more", "Next."]
    assert reading.file == "the release"


@pytest.mark.parametrize(
    "data",
    [
        "12¾% – “é”".encode(), b"\xef\xbb\xbf" + "12¾% – “é”".encode(), "12¾% – “é”".encode("cp1252"),
        "\ufeff12¾% – “é”".encode("utf-16-le"), "\ufeff12¾% – “é”".encode("utf-16-be"),
    ],
)  # fmt: skip
def test_the_characters_in_which_files_are_saved(tmp_path: Path, data: bytes) -> None:
    (passage,) = read_file(written(tmp_path, "a.txt", data)).passages
    assert passage.text == "12¾% – “é”"


@pytest.mark.parametrize("charset", ["iso-8859-2", "macintosh", "windows-1250"])
def test_a_page_may_say_its_characters(tmp_path: Path, charset: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}"><p>é: $5'.encode(charset)
    (passage,) = read_file(written(tmp_path, "a.html", page)).passages
    assert passage.text == "é: $5"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.pdf", b"%PDF-1.7\n\0", "a.pdf: is a PDF, which is not read yet; save it as text or HTML"),
        ("a.txt", b"%PDF-1.7\n", "a.txt: is a PDF, which is not read yet; save it as text or HTML"),
        ("a.rtf", b"{\\rtf1", "a.rtf: is an RTF document, which is not read yet; save it as text or HTML"),
        ("a.docx", b"PK\x03\x04", f"a.docx: is a zipped file, as Word documents are, which is not read yet; {AS_ANY}"),
        ("a.txt", b"one\ntwo \0", f"a.txt:2: holds NUL bytes, so it is no text (byte 9); {AS_TEXT}"),
        ("a.txt", b"one\n\x9d\xff", f"a.txt:2: is neither UTF-8 nor Windows-1252 (byte 5); {AS_TEXT}"),
    ],
)  # fmt: skip
def test_files_that_no_reader_reads(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_file(written(tmp_path, name, data), name)
    assert str(caught.value) == message


def test_everything_wrong_with_several_files_is_said_at_once(tmp_path: Path) -> None:
    sound, pdf = written(tmp_path, "a.txt", "Fee"), written(tmp_path, "b.pdf", b"%PDF-1")
    with pytest.raises(UsageError) as caught:
        read_files([tmp_path, sound, tmp_path / "none.txt", pdf])
    assert [problem.what for problem in caught.value.problems] == [
        "is a folder",
        "is not there",
        "is a PDF, which is not read yet",
    ]
    with pytest.raises(InputError):
        read_files([sound, pdf])
    assert [reading.passages[0].text for reading in read_files([sound, sound])] == ["Fee", "Fee"]


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    for suffix in READERS:
        with pytest.raises(InputError, match="is empty; name a file with words in it"):
            read_file(written(tmp_path, f"a{suffix}", ""))


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".doc", ".rtf", ".xlsx", ".odt"])
def test_a_file_of_another_form_is_refused_by_its_name(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(InputError, match="which is not read yet; save it as text or HTML"):
        read_file(written(tmp_path, f"a{suffix}", "words"))
