"""A long circular: what its build costs beside WeasyPrint alone, at more and more pages, and a second build.

The circular of the worked example is made long by its own sections, over and over, under other anchors. A second build
is that of the whole deal.
"""

from __future__ import annotations

import re
import shutil
import statistics
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdf

from lexdocs.deal import open_deal
from lexdocs.outputs.html import for_paper
from lexdocs.resources import bundled_deals, templates_folder
from lexdocs.writing.house import house_of
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words
from tests.benchmarks.measuring import Result, cpu, interleaved

PAGES = (100, 300)
"""About how long the two circulars are."""
CIRCULAR = "offering-circular/offering-circular"
ROOT = Path(__file__).parents[2]
BINARY = Path(sys.executable).parent / "lexdocs"
PEER = Path(__file__).with_name("peer.py")
NOTICE = "notices/commencement.md"
_INCLUDE = re.compile(r'\{% include "(offering-circular/[^"]+)" %\}')
_ANCHOR = re.compile(r"\{#([a-z][a-z0-9-]*)")
_NAMED = re.compile(r'(\{#|\(#|href="#|id=")([a-z][a-z0-9-]*)')


def long_deal(folder: Path, times: int) -> Path:
    """The worked example with a circular that holds its sections once, and as many times more."""
    shutil.copytree(bundled_deals()["lexington_2001"], folder)
    house = templates_folder()
    text = (house / f"{CIRCULAR}.md").read_text("utf-8")
    parts = {name: (house / name).read_text("utf-8") for name in _INCLUDE.findall(text)}
    again = [name for name, words in parts.items() if "-here" not in words and "cover" not in name]
    anchors = {anchor for words in parts.values() for anchor in _ANCHOR.findall(words)}
    (folder / "templates" / "offering-circular").mkdir(parents=True)
    more = []
    for number in range(times):

        def renamed(found: re.Match[str], mark: str = f"again-{number}-") -> str:
            return f"{found[1]}{mark if found[2] in anchors else ''}{found[2]}"

        for name in again:
            own = f"{name.removesuffix('.md')}-again-{number}.md"
            (folder / "templates" / own).write_text(_NAMED.sub(renamed, parts[name]), "utf-8")
            more.append(f'{{% include "{own}" %}}\n\n\n')
    last = f'{{% include "{again[-1]}" %}}'
    (folder / "templates" / f"{CIRCULAR}.md").write_text(text.replace(last, f"{last}\n\n\n{''.join(more)}"), "utf-8")
    return folder


def circulars(rounds: int, folder: Path, environment: Mapping[str, str], lay: Callable[[Path], None]) -> list[Result]:
    """The lines of the table. `lay` writes the rules that name the fonts for the peer."""
    alone, twice = (_length(folder / f"times-{times}", times, environment) for times in (0, 1))
    results: list[Result] = []
    spent: list[tuple[int, float, float]] = []
    for goal in PAGES:
        deal = long_deal(folder / f"deal-{goal}", round((goal - alone) / (twice - alone)))
        results += _long(rounds, deal, folder / f"of-{goal}", environment, lay, spent)
    (few, ours, theirs), (many, ours_more, theirs_more) = spent
    growth = ((ours_more - theirs_more) / many) / ((ours - theirs) / few)
    return [*results, Result(f"our part of a page at {many} pages against {few}", growth, "x", goal=1.25)]


def _length(folder: Path, times: int, environment: Mapping[str, str]) -> int:
    """The pages of the circular with its sections so many times more."""
    _built(long_deal(folder / "deal", times), folder / "out", environment)
    return len(_pdf(folder / "out").pages)


def _built(deal: Path, out: Path, environment: Mapping[str, str], *options: str) -> float:
    command = [BINARY, "build", deal, "--out", out, "--only", CIRCULAR, "--format", "html", "--format", "pdf", *options]
    return cpu(command, ROOT, environment)[0]


def _pdf(out: Path) -> pypdf.PdfReader:
    (found,) = (out / "offering-circular").glob("*.pdf")
    return pypdf.PdfReader(found)


def _long(
    rounds: int, deal: Path, folder: Path, environment: Mapping[str, str], lay: Callable[[Path], None],
    spent: list[tuple[int, float, float]],
) -> list[Result]:  # fmt: skip
    """One long circular beside the peer, and the build of its whole deal a second time after a change."""
    pages, out = folder / "pages", folder / "out"
    pages.mkdir(parents=True)
    opened = open_deal(deal)
    (document,) = write_words(opened, [CIRCULAR]).documents
    page = str(write_pages(opened, document, ["html"])[f"{document.name}.html"])
    (pages / "0.html").write_text(for_paper(page, house_of(opened).css), "utf-8")
    (pages / "order.txt").write_text("0.pdf\n", "utf-8")
    lay(pages)

    def ours() -> float:
        return _built(deal, out, environment, "--anew")

    def theirs() -> float:
        return cpu([sys.executable, PEER, pages, folder / "peer"], ROOT, environment)[0]

    costs = interleaved(rounds, ours, theirs)
    length, other = len(_pdf(out).pages), len(pypdf.PdfReader(folder / "peer" / "0.pdf").pages)
    if length != other:
        raise AssertionError(f"the peer printed {other} pages and lexdocs {length}: they cannot be compared")
    mine, peers = (statistics.median(each) for each in costs)
    spent.append((length, mine, peers))
    first = cpu([BINARY, "build", deal, "--out", out, "--anew"], ROOT, environment)[0]
    again = [_second(deal, out, environment, number) for number in range(rounds)]
    name = f"a circular of {length} pages"
    return [
        Result(f"{name}: CPU against WeasyPrint alone", mine, "s", peers, mine / peers, goal=1.2),
        Result(f"{name}, and all else of the deal: a second build after a change, against the first",
               statistics.median(again), "s", first, statistics.median(again) / first, goal=0.1),
    ]  # fmt: skip


def _second(deal: Path, out: Path, environment: Mapping[str, str], number: int) -> float:
    """What the whole deal costs again after counsel has changed a word of the notice."""
    own = deal / "templates" / NOTICE
    own.parent.mkdir(exist_ok=True)
    words = (templates_folder() / NOTICE).read_text("utf-8")
    own.write_text(words.replace("## Whom to call", f"## Whom to call {'or to write to ' * (number + 1)}"), "utf-8")
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.pdf")}
    spent = cpu([BINARY, "build", deal, "--out", out], ROOT, environment)[0]
    written = {path.relative_to(out).parts[0] for path, at in before.items() if path.stat().st_mtime_ns != at}
    if written != {"notices"}:
        raise AssertionError(f"the change of the notice wrote {sorted(written)} again")
    return spent
