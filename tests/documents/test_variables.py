"""The variables of a deal's style: each is checked, all at once, with its place and its remedy."""

import pytest

from lexdocs.documents.variables import VARIABLES, read_variables
from lexdocs.outputs.pdf import house_style

GOOD = """
/* as a secretary writes it */
:root {
  --sheet: A4;
  --accent: #552200;
  --letterhead: "Marrowstone Ferry Lines, Inc." "Pier 4, 1200 Commercial Avenue" "(360) 555-0118";
  --letterhead-align: center;
  --logo: "logo.svg";
  --logo-words: "A ferry under a star";
  --size: 11.5pt;
}
"""


def wrong(css):
    return [str(each) for each in read_variables(css, house_style(), "variables.css")[1]]


def test_what_is_set_is_known_by_name():
    found, problems = read_variables(GOOD, house_style())
    assert problems == []
    assert found["--sheet"].words == ("a4",)
    assert found["--letterhead"].words[1:] == ("Pier 4, 1200 Commercial Avenue", "(360) 555-0118")
    assert found["--size"].css == "11.5pt"
    assert found["--accent"].where.line == 5


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("--acent: navy", 'there is no variable --acent; did you mean "--accent"?'),
        ("--xyzzy: 3in", f"there is no variable --xyzzy; there are: {', '.join(VARIABLES)}"),
        (
            "--sheet: A4 /* paper */\n--accent: brown",
            "--sheet: no semicolon stands behind its value, before --accent; write --sheet: A4;",
        ),
        ("--sheet: legal", '--sheet: "legal" is none of its values; choose letter or a4'),
        ("--sheet: a5", '--sheet: "a5" is none of its values; choose letter or a4'),
        ("--sheet: 8in", '--sheet: "8in" is none of its values; choose letter or a4'),
        ("--accent: blueish", '--accent: "blueish" is not an opaque color; write it like #1f3a5f or navy'),
        ("--ink: #00000080", '--ink: "#00000080" is not an opaque color; write it like #1f3a5f or navy'),
        (
            "--accent: #8899aa",
            "--accent #8899aa on --paper #ffffff has a contrast of 2.9 to 1; words need 4.5 to 1: choose a darker",
        ),
        ("--size: 4pt", "--size: 4pt is not from 10pt to 13pt; write it like 11pt"),
        ("--size: 2em", '--size: "2em" is not a length on paper; write it like 11pt'),
        ("--leading: 3", "--leading: 3 is not from 1.2 to 1.6; write it like 1.35"),
        ("--font-text: 12", '--font-text: these are not names of fonts; write it like "Book Antiqua", serif'),
        ("--font-text: serif", "--font-text: serif names a kind of font, and none of them; write it like"),
        ("--font-heading: sans-serif, Serif", "--font-heading: sans-serif and Serif names a kind of font, and none"),
        ('--letterhead: "Two million dollars"', '--letterhead: "Two million dollars" is a number that no term stands'),
        ('--letterhead: "Three months notice"', '--letterhead: "Three" is a number that no term stands behind; keep'),
        ('--letterhead: "Up to Twelve"', '--letterhead: "Twelve" is a number that no term stands behind; keep'),
        ("--letterhead: Marrowstone", '--letterhead: this is not text in quotation marks; write it like "Marrowstone'),
        (
            '--letterhead: "Up to $1,250,000"',
            '--letterhead: "$1,250,000" is a number that no term stands behind; keep names, addresses and telephone',
        ),
        ('--letterhead: "a" "b" "c" "d" "e" "f" "g"', "--letterhead: these are 7 lines, and there is room for 6; put"),
        ('--logo: "../logo.svg"', '--logo: "../logo.svg" is not the name of a picture; put it beside this file, and'),
        ('--logo: "logo.svg"', "--logo: the picture has no words; say in --logo-words what a reader who does not see"),
        ("color: red", "there is no variable color; "),
    ],
)
def test_what_is_wrong_has_its_place_and_remedy(line, says):
    found = wrong(f":root {{\n  --rule: gray;\n  {line};\n}}")
    assert any(each.startswith(f"variables.css:3:3 {says}") for each in found), found


def test_nothing_but_variables_stands_there_and_all_is_told_at_once():
    found = wrong("p { color: red }\n:root { --ink: navy; --ink: black; --wash: 3 }\n@import 'x';")
    other = "this file sets variables and nothing else; write :root { --accent: navy; } here; other rules go into a "
    other += "house.css of the deal's own"
    assert found == [
        f"variables.css:1:1 {other}",
        "variables.css:2:22 --ink is set in line 2 already; keep one of them",
        'variables.css:2:36 --wash: "3" is not an opaque color; write it like #1f3a5f or navy',
        f"variables.css:3:1 {other}",
    ]


def test_a_variable_that_is_set_again_is_told_though_the_first_is_refused():
    found = wrong(":root {\n  --size: 4pt;\n  --size: 11pt;\n}")
    assert [each.partition(";")[0] for each in found] == [
        "variables.css:2:3 --size: 4pt is not from 10pt to 13pt",
        "variables.css:3:3 --size is set in line 2 already",
    ]


def test_a_dark_ground_is_blamed_for_the_words_on_it():
    (first, *_) = wrong(":root { --wash: #333333; }")
    assert first.startswith("variables.css:1:9 --ink #1a1a1a on --wash #333333 has a contrast of 1.4 to 1")


@pytest.mark.parametrize("name", ["Four Oaks Bancorp, Inc.", "Half Moon Bay Lines", "Two Penn Center", "Pier Four"])
def test_a_number_may_be_part_of_a_name_in_the_letterhead(name):
    assert wrong(f':root {{ --letterhead: "{name}"; }}') == []


def test_words_stand_out_from_a_white_sheet_whatever_the_ground_of_a_screen():
    """A printed sheet has no ground."""
    dark = ":root {\n  --paper: #000000;\n  --wash: #111111;\n"
    dark += "  --ink: #ffffff;\n  --quiet: #dddddd;\n  --accent: #ffcc00;\n  --alert: #ff9999;\n}"
    found = wrong(dark)
    assert [each.partition(" ")[0] for each in found] == [f"variables.css:{line}:3" for line in range(4, 8)]
    white = "--ink #ffffff on a printed sheet, which is white, has a contrast of 1.0 to 1; words need 4.5 to 1: choose"
    assert found[0].startswith(f"variables.css:4:3 {white}")
    assert wrong(":root { --paper: #fffbe6; --ink: #222222; }") == []
