"""A mailing beside WeasyPrint's own pages of the same holders: what each page says, and how it looks dot by dot."""

from __future__ import annotations

import json
import marshal
import re
import subprocess
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

from lexdocs.deal import Deal, open_deal
from lexdocs.documents.document import Document
from lexdocs.errors import LexdocsError, Problem
from lexdocs.mailing.assembling import Assembly
from lexdocs.mailing.each import SingleFiles
from lexdocs.mailing.frames import Frames
from lexdocs.mailing.mail import KEPT, Asked, Mailed, mail
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

RESOLUTION = 150


@dataclass
class Found:
    """What came of a comparison: statements by how they were made, pages, and where they differ from WeasyPrint's.

    `dots` has for each page that is not the same dot by dot which part of its dots differ; `trees` counts single files.
    """

    made: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    pages: int = 0
    texts: list[str] = field(default_factory=list)
    dots: dict[str, float] = field(default_factory=dict)
    trees: int = 0
    failed: dict[str, str] = field(default_factory=dict)


def mailed(folder: Path, out: Path, jobs: int = 1, template: str = "", *, each: bool = False) -> Mailed:
    """Mail a deal, and put the same statements together without the mark of a proof, in `out`/clean."""
    made = mail(Asked(folder, out, template, jobs=jobs, each=each))
    segments, plates = in_order(out), out / KEPT / "plates"
    files = SingleFiles(out / "clean", Frames(plates, proof=False)) if each else None
    Assembly(out / "clean", plates, "clean", proof=False, each=files).stream(segments)
    return made


def in_order(out: Path) -> list[Path]:
    """The kept shards of a mailing in the order of its manifest."""
    order = {line["holder"]: number for number, line in enumerate(manifest(out))}
    kept = (out / KEPT / "shards").glob("*")
    first = {path: marshal.loads(path.read_bytes())["rows"][0][0] for path in kept}  # noqa: S302  our own
    return sorted(first, key=lambda path: order[first[path]])


def manifest(out: Path) -> list[dict[str, Any]]:
    """The lines of a mailing's manifest."""
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]


def beside(
    folder: Path, out: Path, template: str = "statements/settlement", looked_at: Collection[str] | None = None
) -> Found:
    """Hold every statement of a mailing against WeasyPrint's own; `looked_at` are the holders of whom dots are."""
    found, deal = Found(), open_deal(folder)
    lines = {line["holder"]: line for line in manifest(out / "clean")}
    own, scratch = dict(documents(deal, template)), out / "own.pdf"
    for label, line in lines.items():
        found.made[line["made"]] += 1
        heard: list[Problem] = []
        try:
            data = write_pages(deal, own[label], ["pdf"], heard)[f"{own[label].name}.pdf"]
        except LexdocsError as error:
            found.failed[label] = str(error)
        errors = [each for each in heard if each.severity == "error"]
        if errors or label in found.failed or line["made"] == "not made":
            if not (line["made"] == "not made" and (errors or label in found.failed)):
                found.texts.append(f"{label}: {line['made']}, but WeasyPrint's own: {errors or found.failed}")
            continue
        assert isinstance(data, bytes)
        scratch.write_bytes(data)
        if "each" in line:
            _compare_trees(found, label, out / "clean" / line["each"]["file"], scratch)
        _compare(
            found, label, line, out / "clean" / line["file"], scratch, dots=looked_at is None or label in looked_at
        )
    missing = set(own) ^ set(lines)
    found.texts += [f"{label}: missing" for label in sorted(missing)]
    return found


def documents(deal: Deal, template: str) -> Iterator[tuple[str, Document]]:
    """WeasyPrint's own statement of each holder, as words, by label."""
    words = write_words(deal, [template])
    assert not words.problems, words.problems
    for document in words.documents:
        yield document.name.rpartition("/")[2], document


def _compare(found: Found, label: str, line: dict[str, Any], stream: Path, own: Path, *, dots: bool) -> None:
    with pikepdf.open(own) as pdf:
        count = len(pdf.pages)
    first = line["page"]
    found.statements += 1
    found.pages += count
    if count != line["pages"]:
        found.texts.append(f"{label}: {line['pages']} pages, and WeasyPrint's has {count}")
        return
    ours, theirs = text(stream, first, first + count - 1), text(own, 1, count)
    if ours != theirs:
        apart = [pair for pair in zip(ours.splitlines(), theirs.splitlines(), strict=False) if pair[0] != pair[1]]
        found.texts.append(f"{label} ({line['made']}): {apart[:2]}")
    for page in range(count if dots else 0):
        part = differing(picture(stream, first + page), picture(own, page + 1))
        if part:
            found.dots[f"{label}/{page + 1} ({line['made']})"] = part


def _compare_trees(found: Found, label: str, single: Path, own: Path) -> None:
    found.trees += 1
    if tree(single) != tree(own):
        found.texts.append(f"{label}: the structure tree of its file differs")


def tree(path: Path) -> str:
    """The structure tree with its texts; ids, which are numbers of objects, are told apart by their order alone."""
    known: dict[str, int] = {}
    done = subprocess.run(["pdfinfo", "-struct-text", str(path)], check=True, capture_output=True)
    said = done.stdout.decode("utf-8")
    return re.sub(r"(?<=[<(])\d+(?=-\d+-\d+[>)])", lambda number: str(known.setdefault(number[0], len(known))), said)


def text(path: Path, first: int, last: int) -> str:
    """What some pages say."""
    command = ["pdftotext", "-layout", "-f", str(first), "-l", str(last), str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")


def picture(path: Path, page: int, resolution: int = RESOLUTION) -> bytes:
    """A page as a picture."""
    command = ["pdftoppm", "-r", str(resolution), "-f", str(page), "-l", str(page), str(path)]
    return subprocess.run(command, check=True, capture_output=True).stdout


def differing(one: bytes, other: bytes) -> float:
    """Which part of the dots of two pictures differ."""
    if one == other:
        return 0.0
    if len(one) != len(other):
        return 1.0
    return sum(one[at : at + 3] != other[at : at + 3] for at in range(0, len(one), 3)) * 3 / len(one)
