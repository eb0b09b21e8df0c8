"""A mailing that corrects a released one: which statement of it each holding replaces, and which have no holder now.

What was released lies in a table on the disk while a run works, so that memory stays flat however many there are.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from lexdocs.errors import InputError, LexdocsError, Problem, UsageError, Where
from lexdocs.mailing.control import CONTROL, CORRECTED
from lexdocs.mailing.cutting import Shard
from lexdocs.mailing.file_names import FOLDER, KEPT, MANIFEST
from lexdocs.mailing.keeping import keep
from lexdocs.mailing.long_way import LongWay
from lexdocs.mailing.released import COMMITTED, RELEASE, is_released
from lexdocs.mailing.telling import EARLIER, GONE, WITHDRAWN, told_of
from lexdocs.mailing.words import REPLACED
from lexdocs.outputs.files import digest_of, replacing

_TOGETHER = 1 << 11  # lines that are taken at a time
_ASKED = 500  # labels that are looked up at a time
_SHOWN = 20  # files that do not match, told one by one
_PLAIN = 2  # the version of marshal whose bytes depend on the values alone
_SAYS = "shared/correction.md"
_LATER = "corrected.json"
_ANEW = "copy the released mailing anew from where it was kept"


class Corrections:
    """What a released mailing leaves to one that corrects it. Raises `LexdocsError` where it is not as it was released.

    `manifest` is its manifest, and `told` what the control of the correction says of it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.manifest = folder, folder / MANIFEST
        self.files = _released(folder)
        self.told = {"release_sha256": digest_of(folder / RELEASE), "manifest_sha256": self.files[MANIFEST]}
        self._table: sqlite3.Connection | None = None

    def open(self, scratch: Path) -> None:
        """Read what was released into a table; every file of it is held against its SHA-256."""
        self._refuse([name for name, digest in self.files.items() if not _is(self.folder / name, digest)])
        wrong: list[str] = []
        self._table = sqlite3.connect(scratch / "released")
        self._table.execute("pragma journal_mode=off")
        self._table.execute("pragma synchronous=off")
        self._table.execute(
            "create table released (label text primary key, number text, words text, gone integer, seen integer)"
        )
        with self.manifest.open("rb") as lines:
            while some := list(islice(lines, _TOGETHER)):
                told = [json.loads(line) for line in some]
                wrong += [name for each in told for name in _unlike(self.folder, each)][:_SHOWN]
                rows = [
                    (each["holder"], each["number"], each.get("words", ""), each["made"] in (WITHDRAWN, EARLIER))
                    for each in told
                    if "number" in each
                ]
                if not rows and not all(each["made"] == "not made" for each in told):
                    what = "its statements have no numbers"
                    raise InputError(Problem(Where(str(self.manifest)), what, "it was made by an older version"))
                self._table.executemany("insert into released values (?, ?, ?, ?, 0)", rows)
        self._table.commit()
        self._refuse(wrong)

    def _refuse(self, wrong: Sequence[str]) -> None:
        """Refuse files that are not those that were released."""
        if wrong:
            what = f"is not as {RELEASE} has it"
            raise InputError([Problem(Where(f"{self.folder}/{name}"), what, _ANEW) for name in wrong[:_SHOWN]])

    @property
    def table(self) -> sqlite3.Connection:
        """What was released, by label."""
        if self._table is None:
            raise ValueError("nothing was read yet")
        return self._table

    def attached(self, shards: Iterable[Shard], place: int, scratch: Path) -> Iterator[Shard]:
        """Shards with the number that each holding replaces in one of their columns, and the words of that.

        `scratch` is the folder for the table of what was released.
        """
        self.open(scratch)
        for shard in shards:
            numbers, labels, columns, exact, posted = marshal.loads(shard.path.read_bytes())  # noqa: S302  our own
            found = self._of(labels)
            own = [found.get(label, ("", "")) for label in labels]
            columns[place] = tuple([number for number, _ in own])
            exact = [
                (index, (*leaves[:place], own[index][0], *leaves[place + 1 :])) for index, leaves in exact
            ]  # fmt: skip
            words = [each for _, each in own]
            shard.path.write_bytes(marshal.dumps((numbers, labels, columns, exact, posted), _PLAIN))
            shard.path.with_suffix(".before").write_bytes(marshal.dumps(words, _PLAIN))
            said = marshal.dumps((labels, columns, exact, posted, words), _PLAIN)
            yield replace(shard, digest=hashlib.sha256(said).hexdigest(), before=shard.path.with_suffix(".before"))

    def _of(self, labels: Sequence[str]) -> Mapping[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}
        for at in range(0, len(labels), _ASKED):
            some = labels[at : at + _ASKED]
            asked = ",".join("?" * len(some))
            rows = self.table.execute(f"select * from released where label in ({asked})", some)  # noqa: S608  marks
            # What is withdrawn does not stand, whatever its words: who holds again has a statement that replaces it.
            found |= {label: (number, f"{GONE}{words}" if gone else words) for label, number, words, gone, _ in rows}
        self.table.executemany("update released set seen = 1 where label = ?", [(label,) for label in found])
        return found

    def withdrawn(self, shards: Path) -> Iterator[Path]:
        """What was released and has no holder any more, as it is put together: kept among what was made of shards."""
        rows = self.table.execute("select label, number, words, gone from released where not seen order by rowid")
        while some := rows.fetchmany(_TOGETHER):
            made = [_row(*each) for each in some]
            data = marshal.dumps({"rows": made, "destinations": []}, _PLAIN)
            path = shards / hashlib.sha256(data).hexdigest()[:32]
            keep(path, data)
            yield path


def corrections_of(folder: Path, out: Path, way: LongWay) -> Corrections:
    """What a mailing into `out` corrects. Raises `LexdocsError` where that cannot be."""
    if folder.resolve() == out.resolve():
        remedy = "name another folder with --out; what was released is never overwritten"
        raise UsageError(Problem(Where("--corrects"), "is the folder of this mailing too", remedy))
    text = way.library.templates[way.template].text
    if _SAYS not in text and REPLACED not in text:
        what = "does not say which statement it replaces"
        raise UsageError(Problem(Where(way.template), what, f'write {{% include "{_SAYS}" %}} where it should stand'))
    corrections = Corrections(folder)
    _refuse_other(folder, way)
    if problem := corrected_already(folder, out):
        raise UsageError(problem)
    return corrections


def _refuse_other(folder: Path, way: LongWay) -> None:
    """Refuse the mailing of another deal, or of another document."""
    told = json.loads((folder / CONTROL).read_text("utf-8"))
    own = {"deal": way.deal.name, "document": way.template}
    remedies = {"deal": "name a released mailing of this deal; a deal's folder keeps its name",
                "document": f"mail the same document again, with --document {told.get('document')}"}  # fmt: skip
    problems = [
        Problem(Where(str(folder)), f"is a mailing of {told.get(name)}, and this one is of {said}", remedies[name])
        for name, said in own.items()
        if told.get(name) != said
    ]
    if problems:
        raise UsageError(problems)


def corrected_already(folder: Path, out: Path) -> Problem | None:
    """What is wrong with correcting a mailing whose correction in another folder is released: its numbers are given."""
    try:
        later = Path(json.loads((folder / KEPT / _LATER).read_text("utf-8"))["folder"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if later == out.resolve() or (later.exists() and not is_released(later)):
        return None
    return Problem(Where(str(folder)), f"is corrected already, by what is released in {later}", "correct that one")


def note_corrected(folder: Path, release_sha256: str, later: Path) -> bool:
    """Note at a released mailing that its correction is about to be; gives whether it could be noted there."""
    try:
        if digest_of(folder / RELEASE) != release_sha256:
            return False
        keep(folder / KEPT / _LATER, json.dumps({"folder": str(later.resolve())}).encode("utf-8"))
    except (OSError, LexdocsError):
        return False
    return True


def keep_corrected(corrections: Corrections | None, out: Path) -> None:
    """Keep the manifest of the released mailing beside its correction, or take that of an earlier one away."""
    if corrections is None:
        (out / CORRECTED).unlink(missing_ok=True)
        return
    with corrections.manifest.open("rb") as lines, replacing(out / CORRECTED, private=True) as file:
        shutil.copyfileobj(lines, file)


def _row(label: str, number: str, words: str, gone: int) -> tuple[Any, ...]:
    return label, "", (), b"", EARLIER if gone else WITHDRAWN, [number], "", (), "", (), told_of(number, words)


def _released(folder: Path) -> Mapping[str, str]:
    """The files of a released mailing, each with its SHA-256."""
    if (folder / COMMITTED).exists() or not (folder / RELEASE).is_file():
        what = "is no released mailing"
        remedy = f"name the folder of one, with {RELEASE} in it; a proof is mailed again into its own folder"
        raise UsageError(Problem(Where(str(folder)), what, remedy))
    try:
        files = json.loads((folder / RELEASE).read_text("utf-8"))["files"]
        found = {str(name): str(digest) for name, digest in files.items() if Path(name).name == name}
        if MANIFEST in found and CONTROL in found:
            return found
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    raise InputError(Problem(Where(str(folder / RELEASE)), "is not a release that can be read", _ANEW))


def _unlike(folder: Path, told: Mapping[str, Any]) -> Iterator[str]:
    """The single files of a line of the manifest that are not as it says."""
    for place in (told, told.get("each", {})):
        name = str(place.get("file", ""))
        if name.startswith(f"{FOLDER}/") and not _is(folder / name, place["sha256"]):
            yield name


def _is(path: Path, digest: str) -> bool:
    return path.is_file() and digest_of(path) == digest
