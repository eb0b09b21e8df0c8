"""Mistakes of those who write templates by the guide alone: each is told with its place, none is a traceback."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.errors import LexdocsError

DEALS = Path(__file__).parents[1] / "deals"
HEADER = (
    "title: Notice\naudience: public\nevents: [commencement]\noffers: [exchange]\nlayout: notice\nformats: [html]\n"
)


@pytest.fixture
def deal(tmp_path):
    return Path(shutil.copytree(DEALS / "tiny", tmp_path / "deal"))


def write(deal, name, text):
    path = deal / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def notice(deal, header="", words="Words.\n", name="notices/n.md", base=HEADER):
    write(deal, name, f"---\n{base}{header}---\n{words}")


def run(*arguments):
    """The exit code of a call and all that it says, as `lexdocs` itself would say it."""
    ran = CliRunner().invoke(app, [str(each) for each in arguments])
    if isinstance(ran.exception, LexdocsError):
        return ran.exception.exit_code, "\n".join(map(str, ran.exception.problems))
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return ran.exit_code, ran.stdout + ran.stderr


def build(deal, *more):
    return run("build", deal, "--out", deal.parent / "out", *more)


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("per: holder\n", 'notices/n.md:8: per: there are no rows of "holder"; did you mean "holding"?'),
        (
            'when:\n  - {flag: has_suport, otherwise: "x"}\n',
            'notices/n.md:9: when: no figure named "has_suport"; did you mean "has_support"?',
        ),
    ],
)
def test_a_header_that_asks_for_what_there_is_not(deal, header, said):
    notice(deal, header)
    for verb in (("build", "--only", "notices/n", "--out", deal.parent / "out"), ("validate",), ("status",)):
        code, told = run(verb[0], deal, *verb[1:])
        assert said in told, verb
        assert ("cannot be written" in told) is (verb[0] == "status")
        assert code == {"build": 4, "validate": 3, "status": 0}[verb[0]]


@pytest.mark.soak
def test_two_notices_whose_files_would_have_one_name(deal):
    notice(deal, "name: commencement\n")
    said = "notices/n.md:8: its files would have the names of those of notices/commencement.md; give it another name"
    assert build(deal, "--only", "notices/n")[0] == 4
    assert build(deal, "--only", "notices/commencement", "--format", "html")[0] == 0
    code, told = build(deal, "--only", "notices", "--format", "html")
    assert (code, said in told.splitlines()) == (4, True)
    code, told = run("validate", deal)
    assert (code, said in told.splitlines()) == (3, True)


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (
            ("events: [commencement]", "events: [termination]"),
            (
                "notices/n.md:1: is written at termination, and of the events the deal has only commencement; "
                "add the event to the deal, or one of those to events in its header"
            ),
        ),
        (
            ("offers: [exchange]", "offers: [cash_tender]"),
            (
                "notices/n.md:1: is for cash_tender, and this offer is of the kind exchange; "
                "add exchange to offers in its header"
            ),
        ),
        (
            ("offers: [exchange]", "offers: [exchange_offer]"),
            'notices/n.md:5: offers: no "exchange_offer"; did you mean "exchange"?',
        ),
        (
            (
                "layout: notice",
                "layout: notice\nper: holding\nwhen:\n  - {flag: holder_warrants_rounded, otherwise: none was rounded}",
            ),
            "notices/n.md:9: is written for no holding: is not called for: none was rounded",
        ),
    ],
)
def test_a_notice_of_which_nothing_is_written_says_why(deal, header, said):
    notice(deal, base=HEADER.replace(*header))
    code, told = build(deal, "--only", "notices/n")
    assert code == 4
    assert said in told


def test_files_of_which_no_document_is_made_are_named(deal):
    for name in (
        "Legal.MD",
        "legal.txt",
        "legal.docx",
        "legal.md.txt",
        "nohead.md",
        "Summary.md",
        "series-tax.md",
        "~$legal.docx",
    ):
        write(deal, f"offering-circular/{name}", "")
    write(deal, "style/Variables.css", "")
    write(deal, "notices/notic.es.md", "---\nlanguage: es\ntranslates: not yet\n---\n")
    what = "no document includes this file: templates are text files whose names end in .md"
    text = f"{what}; save it as plain text under the name"
    kind = "no document of an offer of the kind exchange includes this file"
    header = "give it a header with after: or before:, or include it in a file of your own"
    said = [
        'notices/notic.es.md: translates "notices/notic.md", which there is not; take it away',
        f'offering-circular/Legal.MD: {text} "offering-circular/Legal.md"',
        f'offering-circular/Summary.md: {kind}; call it "offering-circular/summary.md"',
        f'offering-circular/legal.docx: {text} "offering-circular/legal.md"',
        f'offering-circular/legal.md.txt: {text} "offering-circular/legal.md"',
        f'offering-circular/legal.txt: {text} "offering-circular/legal.md"',
        f"offering-circular/nohead.md: {kind}; {header}",
        f'offering-circular/series-tax.md: {kind}; did you mean "offering-circular/series-terms.md"? Or else {header}',
        'style/Variables.css: no document includes this file; call it "style/variables.css"',
    ]
    for code, told in (run("validate", deal), build(deal, "--only", "notices", "--format", "html")):
        assert [each for each in told.splitlines() if "includes this file" in each or "translates" in each] == said
        assert code == 0


@pytest.mark.parametrize(
    ("above", "line"),
    [("A note to myself.\n\n", 3), *(pytest.param(*each, marks=pytest.mark.soak) for each in (("\n", 2), (" ", 1)))],
)
def test_a_header_below_the_first_line_is_an_error(deal, above, line):
    write(deal, "notices/late.md", f"{above}---\naudience: public\ntitle: Late\n---\nWords.\n")
    said = (
        f"notices/late.md:{line}: the header begins below the first line, and is none there; delete what stands above"
    )
    for call, wanted in ((["validate", deal], 3), (["build", deal, "--only", "notices/late"], 2)):
        code, told = run(call[0], deal) if call[0] == "validate" else build(deal, *call[2:])
        assert code == wanted
        assert told.count(said) == 1
    code, told = build(deal, "--only", "notices/commencement", "--format", "html")
    assert (code, told.count(said)) == (4, 1)
    write(deal, "notices/late.md", "Words with a rule.\n\n---\n\nMore words, and a title: this.\n")
    assert "header begins" not in run("validate", deal)[1]


def test_brackets_and_titles_that_are_printed_twice_are_remarked(deal):
    notice(deal, words="## Agents\n\nAs described in [the conditions].\n\n### Fees\n\n## Agents\n\n### Fees\n")
    said = [
        (
            'notices/n.md:11: "[the conditions]" is printed in its brackets; '
            "write a reference like [](#anchor), and words for what was to be filled in"
        ),
        (
            'notices/n.md:15: the title "Agents" stands at notices/n.md:9 already; '
            "give one of them another, for the table of contents"
        ),
    ]
    for code, told in (run("validate", deal), build(deal, "--only", "notices/n")):
        assert [each for each in told.splitlines() if each.startswith("notices/n.md")][: len(said)] == said
        assert code == 0


@pytest.mark.soak
def test_what_a_page_lacks_for_those_who_do_not_see_it_is_remarked(deal):
    table = '<table class="facts"><tr><td>Agent</td><td>{{ exchange_agent }}</td></tr></table>'
    notice(deal, words=f"# Title {{#title}}\n\n### Agents\n\n|  |  |\n|---|---|\n| a | b |\n\n{table}\n")
    said = [
        "notices/n.md:11: a heading of level 3 stands right below one of level 1; write ## before it",
        "notices/n.md:17: this table has no heads; say what each column is, or in a table of HTML each row: <th>…</th>",
        "notices/n.md:13: this table has no heads; say what each column is, or in a table of HTML each row: <th>…</th>",
    ]
    for code, told in (run("validate", deal), build(deal, "--only", "notices/n")):
        assert [each for each in told.splitlines() if each.startswith("notices/n.md")] == said
        assert code == 0
    notice(deal, words="Words alone.\n")
    assert "notices/n.md: the document has no title; begin its words with # and a title" in run("validate", deal)[1]
    table = table.replace("td>Agent</td", 'th scope="row">Agent</th')
    notice(deal, words=f"# Title {{#title}}\n\n## A\n\n### B\n\n## C\n\n|  | a |\n|---|---|\n| c | d |\n\n{table}\n")
    assert "notices/n.md" not in run("validate", deal)[1]


def test_rows_that_are_wrong_only_where_they_are_printed_are_told_by_validate_too(deal):
    row = "<tr><td>x</td>{% if has_support %}<td>y</td>{% endif %}</tr>"
    notice(deal, words=f"<table>\n<tr><th>Holder</th><th>Fee</th></tr>\n{row}\n</table>\n")
    said = "notices/n.md:11: this row has 1 cell, and the first row of its table 2 cells"
    assert [each for each in run("validate", deal)[1].splitlines() if said in each] != []
    assert said in build(deal, "--only", "notices/n")[1]


def test_a_name_that_no_file_can_have_is_told_with_the_template(deal):
    notice(deal, name="notices/My Notice.md")
    said = 'notices/My Notice.md:1: "My Notice" cannot be the name of a file that is sent out; call it "my-notice"'
    for expected, (code, told) in ((3, run("validate", deal)), (4, build(deal, "--only", "My Notice"))):
        assert code == expected
        assert said in told.splitlines()


def test_a_reference_that_leads_nowhere_where_it_is_printed_is_told_by_all(deal):
    notice(deal, words="See [](#own).\n\n{% if has_support %}\n## Own {#own}\n{% endif %}\n")
    said = 'notices/n.md:9: a reference leads to "own", which is not printed here; '
    for expected, (code, told) in (
        (3, run("validate", deal)), (0, run("status", deal)), (4, build(deal, "--only", "notices/n"))
    ):  # fmt: skip
        assert code == expected
        assert said in told
