"""The templates' guide, followed to the letter: its examples are put where it says, and nothing else is touched."""

import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from lexdocs.deal import library_of, open_deal
from lexdocs.figures.figure import Figure
from lexdocs.notation.forms import STYLES
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import preflight_all, write_words

GUIDE = Path(__file__).parents[1] / "templates" / "README.md"
DEALS = Path(__file__).parent / "deals"
EXAMPLES = dict(re.findall(r"<!-- file: (\S+) -->\n```markdown\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL))


@pytest.fixture
def deal(tmp_path):
    return Path(shutil.copytree(DEALS / "tiny", tmp_path / "deal"))


def add(deal, name):
    path = deal / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(EXAMPLES[name], "utf-8")


def written(deal):
    opened = open_deal(deal)
    words = write_words(opened)
    assert words.problems == ()
    assert preflight_all(opened) == ()
    return {each.name: each for each in words.documents}


def test_the_guide_has_an_example_of_each():
    assert sorted(EXAMPLES) == [
        "notices/change-of-agent.md",
        "offering-circular/litigation.md",
        "statements/what-you-hold.md",
    ]


def test_a_notice_is_added_by_one_file(deal):
    before = written(deal)
    add(deal, "notices/change-of-agent.md")
    after = written(deal)
    assert set(after) - set(before) == {"notices/change-of-agent-2012-06-11"}
    made = after["notices/change-of-agent-2012-06-11"]
    printed = {tick.address for tick in made.ticks}
    assert printed >= {"exchange_agent", "company_name", "participation_fee", "expiration", "outstanding"}
    assert html.fromstring(made.body).xpath("//h1")[0].text_content() == "Where to send instructions"
    assert {name: each.body for name, each in before.items()} == {name: after[name].body for name in before}


def test_a_section_is_added_by_one_file(deal):
    circular = "offering-circular/offering-circular-2012-06-11"
    before = written(deal)
    add(deal, "offering-circular/litigation.md")
    after = written(deal)
    assert set(after) == set(before)
    assert {name for name in before if before[name].body != after[name].body} == {circular}
    old, new = (html.fromstring(each[circular].body) for each in (before, after))
    titles = [heading.text_content() for heading in new.iter("h2")]
    at = next(number for number, title in enumerate(titles) if "Legal proceedings" in title)
    assert re.match(r"\d+\. Legal proceedings", titles[at])
    assert [each.text_content().partition(" ")[2] for each in old.iter("h2")] == [
        title.partition(" ")[2] for number, title in enumerate(titles) if number != at
    ]
    (listed,) = [link for link in new.iter("a") if link.get("href") == "#legal-proceedings"]
    assert listed.text_content() == titles[at]
    assert 'href="#exchange-offer"' in write_pages(open_deal(deal), after[circular], ["html"])[f"{circular}.html"]


def test_a_statement_is_added_by_one_file_and_tells_nobody_of_another(deal):
    before = written(deal)
    add(deal, "statements/what-you-hold.md")
    after = written(deal)
    made = {name.rpartition("/")[2]: after[name] for name in set(after) - set(before)}
    assert sorted(made) == ["F-7", "F-8", "F-9"]
    for holder, document in made.items():
        rows = {tick.address.partition("[")[2].rstrip("]") for tick in document.ticks}
        assert rows == {"", holder}
        assert "<td>" in document.body


def test_a_statement_that_loops_over_all_holders_is_refused(deal):
    add(deal, "statements/what-you-hold.md")
    path = deal / "templates" / "statements" / "what-you-hold.md"
    text = path.read_text("utf-8")
    line = text.count("\n", 0, text.index("| Held")) + 1
    path.write_text(
        text.replace("| Held | {{ ", "{% for holding in holdings %}| Held | {{ holding.") + "{% endfor %}\n"
    )
    (problem,) = preflight_all(open_deal(deal))
    assert str(problem) == (
        f"statements/what-you-hold.md:{line}: this document is of one holding, and the loop would print all holdings; "
        "take the loop out, and write {{ figure }} for holding.figure"
    )
    path.write_text(text.replace("{{ held_principal", "{{ holding.held_principal"))
    (problem,) = preflight_all(open_deal(deal))
    assert problem.remedy == "write {{ held_principal }}"


def test_every_figure_and_every_style_that_the_guide_prints_is_there():
    text = GUIDE.read_text("utf-8")
    names = open_deal(DEALS / "tiny").book.names()
    printed = re.findall(r"\{\{ (?:[a-z_]+\.)?([a-z_]+)(?:\[[^\]]*\])?(?: \| ([a-z_]+))? \}\}", text)
    assert len(printed) > 10
    assert {name for name, _ in printed} - {"figure_name"} <= set(names)
    styles = {style for each in STYLES.values() for style in each}
    assert {style for _, style in printed if style} <= styles
    asked = re.findall(r"\{% (?:if|elif) ([a-z_]+)(?: is pending)? %\}", text)
    assert set(asked) <= set(names)


def test_every_folder_that_the_guide_names_is_there():
    text = GUIDE.read_text("utf-8")
    folders = {
        name for row in re.findall(r"^\| (`.*?`) \|", text, re.MULTILINE) for name in re.findall(r"`(.*?)/`", row)
    }
    assert folders == {path.name for path in GUIDE.parent.iterdir() if path.is_dir()}


def test_every_look_that_the_guide_names_is_known_and_used():
    known = library_of(open_deal(DEALS / "tiny")).classes
    (table,) = re.findall(r"\| name \| for \|\n\|---\|---\|\n((?:\|.*\n)+)", GUIDE.read_text("utf-8"))
    named = {name for each in re.findall(r"`([^`]+)`", table) for name in each.split() if name != "--:"}
    assert len(named) > 8
    assert {name.removeprefix(".") for name in named} <= known


def test_a_section_is_there_only_sometimes_or_no_more(deal):
    """As the guide says: by a choice around its words, and by a copy of the main file without its include."""
    circular = "offering-circular/offering-circular-2012-06-11"
    main = (GUIDE.parent / "offering-circular" / "offering-circular.md").read_text("utf-8")
    example = EXAMPLES["offering-circular/litigation.md"]
    header, words = example.rsplit("---\n", 1)
    (deal / "templates" / "offering-circular").mkdir(parents=True)
    for flag, there in (("has_support", False), ("has_minimum", True)):
        figure = open_deal(deal).book.figure(flag)
        assert isinstance(figure, Figure)
        assert figure.value is there
        text = f"{header}---\n{{% if {flag} %}}\n{words}{{% endif %}}\n"
        (deal / "templates" / "offering-circular" / "litigation.md").write_text(text, "utf-8")
        assert ("Legal proceedings" in written(deal)[circular].body) is there
    (deal / "templates" / "offering-circular" / "litigation.md").unlink()
    include = re.findall(r'\{% include "offering-circular/use-of-proceeds.md" %\}\n*', main)
    own = deal / "templates" / "offering-circular" / "offering-circular.md"
    own.write_text(main.replace(include[0], ""), "utf-8")
    titles = [each.text_content() for each in html.fromstring(written(deal)[circular].body).iter("h2")]
    assert not any("Use of proceeds" in title for title in titles)
