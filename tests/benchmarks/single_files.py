"""What single files cost: in memory against the print stream, on the disk against writing the same bytes in a loop.

Each round mails the same holders in both forms, with all that belongs to it: reading, calculation, stamping, hashing,
manifest and control. Plates are laid out before the clock starts, and holders for whom none will do are left out.

    python -m tests.benchmarks.single_files [HOLDERS [ROUNDS]]
"""

from __future__ import annotations

import gc
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from lexdocs.mailing import mail as mailing
from lexdocs.mailing.assembling import rows_in
from lexdocs.mailing.file_names import FOLDER, file_of
from lexdocs.mailing.frames import Frames
from lexdocs.mailing.mail import KEPT, Asked, Mailed, mail
from lexdocs.mailing.shaping import Shapes
from lexdocs.mailing.singles import singles
from lexdocs.outputs.many_files import ManyFiles
from tests.benchmarks.measuring import Result, against, interleaved, table
from tests.benchmarks.statement_texts import write_register

HOLDERS, ROUNDS = 60_000, 2
NOTES = (
    "Single files in memory and the stream that they are held against have calculation, hashes, manifest and control",
    "in both, and the same plates, made before the clock, and no sample. On the disk the sample is compared as well;",
    "the plain loop writes the same bytes and does nothing else.",
)


@contextmanager
def _warm(kept: dict[tuple[bool, bool], Shapes]) -> Iterator[None]:
    """Shapes that were made are taken again; what is kept of them in a folder is not."""

    def taken(way: Any, stream: bool, each: bool) -> Shapes:
        shapes = kept.setdefault((stream, each), Shapes(way, stream, each))
        shapes.kept = set()
        return shapes

    with patch.object(mailing, "Shapes", taken):
        yield


def _without_long_way(folder: Path, made: Mailed) -> int:
    """Leave out of a register whom no plate will do for; gives how many are left."""
    gone = {label for label, _ in made.control.rendered}
    register = folder / "register.csv"
    lines = register.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if line.partition(",")[0] not in gone]
    register.write_text("".join(kept), "utf-8")
    return len(kept) - 1


def _joined(_files: ManyFiles, _folder: str, _name: str, parts: tuple[bytes, ...]) -> None:
    b"".join(parts)


def measure(holders: int, rounds: int) -> list[Result]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory() as scratch, _warm({}):
        folder, out, plain = (Path(scratch) / name for name in ("deal", "out", "plain"))
        write_register(holders, folder)
        count = _without_long_way(folder, mail(Asked(folder, out)))

        def mailed(*, each: bool, sample: int | None = None) -> float:
            shutil.rmtree(out, ignore_errors=True)
            start = time.process_time()
            made = mail(Asked(folder, out, stream=not each, each=each, sample=sample))
            seconds = time.process_time() - start
            if made.control.stamped != count:
                raise AssertionError("a holder went the long way")
            return seconds / count

        def in_memory() -> float:
            with patch.object(ManyFiles, "add", _joined):  # of which no sample can be compared
                return mailed(each=True, sample=0)

        def timed(write: Callable[[str, bytes], None]) -> float:
            """Write what was mailed again, one after the other; the clock runs while a file is written."""
            shutil.rmtree(plain, ignore_errors=True)
            for parent in (out / FOLDER).iterdir():
                (plain / FOLDER / parent.name).mkdir(parents=True)
            seconds = 0.0
            kept = rows_in((out / KEPT / "shards").glob("*"))
            for label, data in singles(kept, Frames(out / KEPT / "plates", proof=True)):
                path = file_of(label)
                start = time.process_time()
                write(path, data)
                seconds += time.process_time() - start
            return seconds / count

        def loop() -> float:
            def write(path: str, data: bytes) -> None:
                with open(f"{plain}/{path}", "wb") as file:  # noqa: PTH123  a plain loop
                    file.write(data)

            return timed(write)

        def written() -> float:
            many = ManyFiles(plain)

            def write(path: str, data: bytes) -> None:
                folder, _, name = path.rpartition("/")
                many.add(folder, name, (data,))

            seconds, start = timed(write), time.process_time()
            many.finish()
            return seconds + (time.process_time() - start) / count

        forms: list[Callable[[], float]] = [
            in_memory, lambda: mailed(each=False, sample=0), lambda: mailed(each=True), written, loop,
        ]  # fmt: skip
        for form in forms:
            form()  # lays the plates out
        gc.collect()
        gc.freeze()
        memory, stream, disk, writing, bare = interleaved(rounds, *forms)
    return [
        against(
            "single files in memory: CPU a statement, against the print stream",
            [memory, stream],
            "s",
            goal=1.3,
            aim=1.1,
        ),
        against("single files, written and synced alone: against a plain loop", [writing, bare], "s", goal=None),
        against("single files on the disk, calculation and all: against a plain loop", [disk, bare], "s", 3, aim=1.5),
    ]


if __name__ == "__main__":
    said = [int(each) for each in sys.argv[1:]]
    sys.stdout.write(table(measure(*[*said, *(HOLDERS, ROUNDS)[len(said) :]])) + "\n")
