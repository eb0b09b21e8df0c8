"""What Markdown leaves among the words is refused, at the place where it stands; what words may hold is passed."""

from dataclasses import replace

import pytest

from lexdocs.documents.document import compose
from lexdocs.documents.library import open_library
from lexdocs.documents.preflight import preflight
from lexdocs.errors import InputError
from lexdocs.resources import templates_folder


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Words.\n\nA **bold word.\n", 'a.md:10: "**bold" would be printed as it stands; write it on both sides: **'),
        ("A *word.\n", 'a.md:8: "*word." would be printed as it stands; write it on both sides: *italic*'),
        ("Words.\n\n{: .table-note }\n\nMore.\n", 'a.md:10: "{: .table-note }" would be printed as it stands; '),
        ("Words {: .table-note }\n", 'a.md:8: "{: .table-note }" would be printed as it stands; '),
        ("A ~~word~~.\n", 'a.md:8: "~~word~~." would be printed as it stands; '),
        ("See [the words](#a.\n", 'a.md:8: "](#a." would be printed as it stands; write a reference like [](#anchor)'),
    ],
)  # fmt: skip
def test_what_is_no_markup_after_all(library_of, book, body, said):
    library = library_of(body)
    assert preflight(library, "a.md", book) == ()
    with pytest.raises(InputError) as caught:
        compose(library, "a.md", book, {}, "a")
    assert str(caught.value.problems[0]).startswith(said)


@pytest.mark.parametrize(
    "body",
    [
        "Words * more, and {{ company_name }}* with a star.\n\n\\* A star.\n",
        "**{{ company_name }}**: *words*, **more**.\n{: .table-note }\n",
        "- Words\n{: .x }\n- More\n",
        "## Own {#own .unnumbered}\n\n[a](#own), [[box]], [Reserved].\n",
    ],
)
def test_what_words_may_hold(library_of, book, body):
    header = "---\ntitle: Notice\naudience: holder\nevents: [commencement]\noffers: [exchange]\nlayout: letter\n---\n"
    body = body.replace("[[box]]", "[[box: Own]]")
    assert compose(library_of(body, header=header), "a.md", book, {}, "a").body


def test_a_class_that_no_style_sheet_knows(library_of, book):
    words = library_of('Words.\n{: .questoin .own }\n\n<p class="table-note">Words.</p>\n')
    known = replace(words, classes=frozenset({"question", "table-note"}))
    assert [str(each) for each in preflight(known, "a.md", book)] == [
        'a.md:9: no style is named "questoin"; did you mean "question"?',
        'a.md:9: no style is named "own"; leave it out',
    ]


def test_classes_are_known_by_the_style_sheet_and_by_the_houses_words(tmp_path):
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "house.css").write_text(".own { color: navy }", "utf-8")
    (tmp_path / "n.md").write_text("Words.\n{: .mine }\n", "utf-8")
    classes = open_library([tmp_path, templates_folder()], "own").classes
    assert {"own", "question", "unnumbered", "contents-here"} <= classes
    assert "mine" not in classes


def test_a_title_in_a_section(tmp_path, book):
    header = "---\ntitle: T\naudience: public\nevents: [commencement]\noffers: [exchange]\nlayout: circular\n---\n"
    (tmp_path / "main.md").write_text(header + '# Circular\n\n{% include "part.md" %}\n', "utf-8")
    (tmp_path / "part.md").write_text("## Part\n", "utf-8")
    (tmp_path / "own.md").write_text("---\nafter: part\n---\n# Legal\n", "utf-8")
    assert [str(each) for each in preflight(open_library([tmp_path]), "main.md", book)] == [
        "own.md:4: a section has no title of the whole document; begin it with ## instead of #"
    ]
