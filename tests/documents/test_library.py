"""The template library: which file is which, and which files are refused."""

import pytest

from lexdocs.documents.library import Template, open_library
from lexdocs.errors import InputError


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def test_the_deals_own_files_hide_the_houses(tmp_path):
    house = write(tmp_path / "house", {"a.md": "---\n---\nhouse", "shared/b.md": "house", "style/x.css": "p {}"})
    deal = write(tmp_path / "deal", {"shared/b.md": "deal", "own.md": "---\n---\ndeal"})
    library = open_library([deal, house, tmp_path / "none"])
    assert sorted(library.templates) == ["a.md", "own.md", "shared/b.md"]
    assert library.templates["shared/b.md"].text == "deal"
    assert library.documents == ("a.md", "own.md")
    assert library.get("../deal/own.md") is None
    assert library.get(str(tmp_path / "house" / "a.md")) is None


@pytest.mark.parametrize("own", ["", "\n", "Words without a header.\n", "\n---\ntitle: A\n---\n"])
def test_a_file_that_hides_a_document_and_is_none(tmp_path, own):
    house = write(tmp_path / "house", {"notices/a.md": "---\n---\nhouse", "shared/b.md": "house"})
    deal = write(tmp_path / "deal", {"notices/a.md": own, "shared/b.md": own})
    with pytest.raises(InputError) as caught:
        open_library([deal, house])
    assert [str(each).replace(str(tmp_path), "") for each in caught.value.problems] == [
        "/deal/notices/a.md: hides the house's document, and has no header; write its header, or delete the file"
    ]


def test_a_library_reads_nothing_after_it_was_opened(tmp_path):
    library = open_library([write(tmp_path, {"a.md": "before"})])
    (tmp_path / "a.md").write_text("after")
    assert library.templates["a.md"].text == "before"


def test_links_and_wrong_encodings_are_refused_together(tmp_path):
    outside = write(tmp_path / "outside", {"secret.md": "x"})
    folder = write(tmp_path / "in", {"b.md": b"one\ntwo \xe9\n"})
    (folder / "a.md").symlink_to(outside / "secret.md")
    with pytest.raises(InputError) as caught:
        open_library([folder])
    assert [str(each).replace(str(tmp_path), "") for each in caught.value.problems] == [
        "/in/a.md: a template may not be a link; put the file itself here",
        "/in/b.md:2: not UTF-8 (byte 0xe9); save the file as UTF-8",
    ]


def test_a_linked_folder_is_not_followed(tmp_path):
    outside = write(tmp_path / "outside", {"c.md": "x"})
    folder = write(tmp_path / "in", {"a.md": "x"})
    (folder / "linked").symlink_to(outside, target_is_directory=True)
    assert list(open_library([folder]).templates) == ["a.md"]


def test_line_ends_and_a_byte_order_mark_do_not_matter(tmp_path):
    library = open_library([write(tmp_path, {"a.md": b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\nWords\r\n"})])
    template = library.templates["a.md"]
    assert template.header == "title: A"
    assert template.body == "\n\n\nWords\n"


@pytest.mark.parametrize(
    ("text", "lines"), [("---\na: b\n---\nx", 3), ("---\n---\nx", 2), ("---\na: b\n", 0), ("x\n---\ny\n---\n", 0)]
)
def test_where_a_header_ends(text, lines):
    assert Template("a.md", text).header_lines == lines
