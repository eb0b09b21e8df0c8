"""The HTML files of a mailing, held against its manifest: each is there as it was made, and none besides."""

from __future__ import annotations

import hashlib
import html
import os
import re
from collections.abc import Iterator
from pathlib import Path

from lexdocs.checks.mailing.drawn import Written
from lexdocs.checks.mailing.found import Found
from lexdocs.checks.mailing.named import Named
from lexdocs.checks.mailing.own import CLOSE, SEEN, is_own, open_own
from lexdocs.checks.mailing.told import CONTROL, Control, Page
from lexdocs.checks.mailing.tongues import Reader, as_it_stands

_FOLDER = "each"
_MARK = b"<strong>PROOF</strong>"
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_TICK = re.compile(r'<data\b[^>]*\bdata-figure="([^"]*)"[^>]*>(.*?)</data>', re.DOTALL)
_BLOCK = re.compile(r"</(?:p|td|th|li|h[1-6]|caption|div)>|<br>")


class Pages:
    """Holds one HTML file after another; what is wrong with them goes to `found`."""

    def __init__(self, folder: Path, control: Control, found: Found) -> None:
        self.folder, self.control, self.found = folder, control, found
        self.named = Named()
        self.counts = {"files": 0, "bytes": 0}

    def hold(
        self, number: int, holder: str, said: Page, *, read: bool, reader: Reader = as_it_stands
    ) -> Written | None:
        """Hold the file of a holder against a line of the manifest; gives what is written there, if it is wanted."""
        folder, _, name = said.file.rpartition("/")
        if folder != f"{_FOLDER}/{hashlib.sha256(holder.encode('utf-8', 'surrogatepass')).hexdigest()[:2]}":
            self.found.add("html", number, "its file is not in the folder that goes with the identifier of its holder")
        self.named.add(folder, name)
        data = self._bytes(number, said)
        if data is None:
            return None
        self.counts["files"] += 1
        self.counts["bytes"] += len(data)
        if hashlib.sha256(data).hexdigest() != said.sha256:
            self.found.add("html", number, f"{said.file}: has another SHA-256 than the line says")
        if (_MARK in data) == self.control.released:
            what = "says that it is a proof" if self.control.released else "does not say that it is a proof"
            self.found.add("proof", number, f"{said.file}: {what}")
        return _written(data, holder, reader) if read else None

    def _bytes(self, number: int, said: Page) -> bytes | None:
        """What a file holds, if it is one and its owner's alone."""
        above = (self.folder / each for each in (_FOLDER, said.file.rpartition("/")[0]))
        try:
            if any(each.is_symlink() for each in above):
                raise FileNotFoundError
            file = open_own(self.folder / said.file)
        except OSError:
            self.found.add("html", number, f"{said.file}: is missing, or cannot be opened")
            return None
        with os.fdopen(file, "rb") as opened:
            if not is_own(file):
                self.found.add("html", number, f"{said.file}: {SEEN}", CLOSE)
            return opened.read()

    def finish(self) -> None:
        """See that no other HTML files lie there, that none is named twice, and that the control counts them so."""
        for folder in self.named.twice():
            self.found.add("html", folder, "a file in it is named by two lines", "let each holder have its own")
        for path in sorted((self.folder / _FOLDER).glob("*/")):
            folder = f"{_FOLDER}/{path.name}"
            if count := self.named.others(folder, (each.name for each in path.glob("*.html"))):
                what = f"holds {count:,} HTML files that no line of the manifest names"
                self.found.add("html", folder, what, "keep them in another folder")
        for name, count in self.counts.items():
            said = self.control.html.get(name, 0)
            if count != said:
                self.found.add("count", f"{_FOLDER}/", f"{count:,} {name} of HTML, and {CONTROL} says {said:,}")


def _written(data: bytes, holder: str, reader: Reader) -> Written:
    page = data.decode("utf-8", "replace")
    ticks: dict[str, list[str]] = {}
    for address, said in _TICK.findall(page):
        name, bracket, rest = html.unescape(address).partition("[")
        keys = rest.removesuffix("]") if bracket else ""
        # The address of a holder's figure has the holder among its keys; the manifest has it without.
        for inner in _without(keys, holder):
            ticks.setdefault(f"{name}[{inner}]" if inner else name, []).append(
                reader(html.unescape(_TAG.sub("", said)))
            )
    return Written(_text(page), ticks=ticks)


def _without(keys: str, holder: str) -> Iterator[str]:
    """Keys in brackets without a holder; nothing where they are of no holder.

    >>> list(_without("BO-1,2001-09-30", "BO-1")), list(_without("BO-1", "BO-1")), list(_without("notes", "BO-1"))
    (['2001-09-30'], [''], [])
    """
    inside = f",{keys},"
    if keys and f",{holder}," in inside:
        yield inside.replace(f",{holder},", ",", 1).strip(",")


def _text(page: str) -> str:
    r"""What is written on a page.

    >>> _text("<head><style>p { margin: 1.25em }</style></head><p>A &amp; B</p><p>$1,250.00</p>")
    'A & B\n$1,250.00\n'
    """
    said = _BLOCK.sub("\n", _STYLE.sub("", page))
    return html.unescape(_TAG.sub("", said))
