"""Sections: a file that says where it belongs is part of a document, and no other file is touched."""

import pytest

from lexdocs.documents.document import compose
from lexdocs.documents.header import read_header
from lexdocs.documents.library import open_library
from lexdocs.errors import InputError

HEADER = "---\ntitle: T\naudience: public\nevents: [commencement]\noffers: [exchange]\nlayout: circular\n"
CIRCULAR = HEADER + '---\n{% include "c/one.md" %}\n\n\n{% include "c/two.md" %}\n'


def library(tmp_path, **files):
    own = {"main": CIRCULAR, "one": "## One\n", "two": "## Two\n", **files}
    for name, text in own.items():
        path = tmp_path / "c" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return open_library([tmp_path])


def order(made, name="c/main.md"):
    """The files that a document includes, in their order, however deep."""
    import jinja2

    found = []

    def source(file):
        if file != name:
            found.append(file)
        return made.templates[file].body

    environment = jinja2.Environment(loader=jinja2.FunctionLoader(source), autoescape=True)
    words = environment.get_template(name).render()
    return found, words


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("after: c/one", ["c/one.md", "c/own.md", "c/two.md"]),
        ("after: c/one.md", ["c/one.md", "c/own.md", "c/two.md"]),
        ('before: "c/one"', ["c/own.md", "c/one.md", "c/two.md"]),
        ("after: c/two", ["c/one.md", "c/two.md", "c/own.md"]),
    ],
)
def test_a_section_stands_where_it_says(tmp_path, place, expected):
    made = library(tmp_path, own=f"---\n{place}\n---\n## Own\n\nWords.\n")
    found, words = order(made)
    assert found == expected
    blocks = [block.strip() for block in words.split("\n\n") if block.strip()]
    assert sorted(blocks) == ["## One", "## Own", "## Two", "Words."]
    assert made.documents == ("c/main.md",)


def test_the_lines_of_all_files_keep_their_numbers(tmp_path):
    made = library(tmp_path, own="---\nafter: c/one\n---\n## Own\n")
    assert made.templates["c/main.md"].text.count("\n") == CIRCULAR.count("\n")
    assert made.templates["c/own.md"].body.split("\n")[3] == "## Own"


def test_several_in_one_place_stand_by_their_names_and_one_may_stand_beside_another(tmp_path):
    made = library(
        tmp_path,
        a="---\nafter: c/one\n---\n## A\n", b="---\nafter: c/one\n---\n## B\n", z="---\nbefore: c/b\n---\n## Z\n",
    )  # fmt: skip
    assert order(made)[0] == ["c/one.md", "c/a.md", "c/z.md", "c/b.md", "c/two.md"]


def test_what_a_section_declares_is_declared_for_the_document(tmp_path):
    literal = "literals:\n  - {text: Rule 1a-1, count: COUNT, reason: rule citation}\n"
    main = HEADER + literal.replace("COUNT", "2") + CIRCULAR[len(HEADER) :]
    own = "---\nafter: c/one\n" + literal.replace("COUNT", "3") + "---\n## Own\n"
    for first, expected in ((main, 5), (CIRCULAR, 3)):
        made = library(tmp_path, main=first, own=own)
        (found,) = read_header(made.templates["c/main.md"]).literals
        assert found.count == expected


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"own": "---\nafter: c/ome\n---\n## Own\n"},
            ['c/own.md:2: no document includes "c/ome.md", so this section has no place; did you mean "c/one"?'],
        ),
        (
            {"own": "---\nafter: one\n---\n## Own\n"},
            ['c/own.md:2: no document includes "one.md", so this section has no place; did you mean "c/one"?'],
        ),
        (
            {"own": "---\nafter: c/main\n---\n## Own\n"},
            [
                (
                    'c/own.md:2: no document includes "c/main.md", so this section has no place; it is a document or a '
                    "clause, and no section: name a file that is included, such as a section of the house"
                )
            ],
        ),
        (
            {"own": "---\nafter: c/one\ntitle: Own\n---\n## Own\n"},
            ['c/own.md:3: a section has no "title"; it has after, before, literals'],
        ),
        (
            {"own": "---\nafter: c/one\nwhen: has_support\n---\n## Own\n"},
            ['c/own.md:3: a section has no "when"; put its words between {% if … %} and {% endif %}'],
        ),
        (
            {"own": "---\nafter: c/one\nbefore: c/two\n---\n## Own\n"},
            ["c/own.md:3: a section stands after or before one other; keep one of the two lines"],
        ),
        (
            {"own": "---\nafter: [c/one]\n---\n## Own\n"},
            ["c/own.md:2: after names one file; write it like after: offering-circular/summary"],
        ),
        (
            {"a": "---\nafter: c/b\n---\n## A\n", "b": "---\nafter: c/a\n---\n## B\n"},
            [
                (
                    "c/a.md:2: this section stands beside others, which stand beside it, in a circle: c/b.md; "
                    "place one of them elsewhere"
                ),
                (
                    "c/b.md:2: this section stands beside others, which stand beside it, in a circle: c/a.md; "
                    "place one of them elsewhere"
                ),
            ],
        ),
        (
            {"a": "---\nafter: c/a\n---\n## A\n"},
            ["c/a.md:2: a section stands beside another one, and not beside itself; name that one"],
        ),
        (
            {"two": "---\nafter: c/one\n---\n## A\n"},
            [
                (
                    "c/two.md:2: the document includes this file already, and its after: would again; "
                    "take that line out: a file that takes the place of the house's stands in its place"
                )
            ],
        ),
    ],
)
def test_what_is_wrong_with_a_place_is_told(tmp_path, files, said):
    with pytest.raises(InputError) as caught:
        library(tmp_path, **files)
    assert sorted(map(str, caught.value.problems)) == said


def test_a_section_hides_no_document(tmp_path):
    house, deal = tmp_path / "house", tmp_path / "deal"
    for folder, text in ((house, CIRCULAR), (deal, "---\nafter: c/one\n---\nOwn\n")):
        (folder / "c").mkdir(parents=True)
        (folder / "c" / "main.md").write_text(text, "utf-8")
    with pytest.raises(InputError, match="hides the house's document"):
        open_library([deal, house])


def test_a_sub_section_stands_within_its_section_before_other_sections(tmp_path):
    made = library(
        tmp_path,
        legal="---\nafter: c/one\n---\n## Legal\n", sub="---\nafter: c/one\n---\n### Sub\n",
        words="---\nafter: c/one\n---\nMore of it.\n",
    )  # fmt: skip
    assert order(made)[0] == ["c/one.md", "c/sub.md", "c/words.md", "c/legal.md", "c/two.md"]


OPTIONAL = "{% if paid_in_full %}## Offer{% endif %}"


@pytest.mark.parametrize(
    ("place", "one", "said"),
    [
        ("after: c/one", "## Offer", None),
        (
            "after: c/one",
            OPTIONAL,
            '"Fee" of c/zero.md, and its file is placed by c/one.md',
        ),
        ("before: c/two", "## Offer", '"Offer" of c/one.md, and its file is placed by c/two.md'),
        ("after: c/sub0", "## Offer", None),
    ],
)
def test_a_sub_section_that_would_be_printed_under_another_section(tmp_path, book, place, one, said):
    main = HEADER + '---\n{% include "c/zero.md" %}\n\n\n{% include "c/one.md" %}\n\n\n{% include "c/two.md" %}\n'
    made = library(
        tmp_path, main=main, zero="## Fee\n\nWords.\n", one=f"{one}\n\n\nWords.\n", two="## Tax\n\nWords.\n",
        sub0="---\nafter: c/zero\n---\n### Part\n\nWords.\n", sub=f"---\n{place}\n---\n### Sub\n\nWords.\n",
    )  # fmt: skip
    if said is None:
        assert "Sub" in compose(made, "c/main.md", book, {}, "main").body
        return
    with pytest.raises(InputError) as caught:
        compose(made, "c/main.md", book, {}, "main")
    remedy = "place it after the file of its section, or begin it with ##"
    assert [str(each) for each in caught.value.problems] == [
        f"c/sub.md:4: this sub-section would be printed under {said}; {remedy}"
    ]
