"""How well tie-out finds what is planted, and how often it cries for nothing: recall by kind, precision by text.

    python -m tests.checks.tieout.measure [--plants N] [--source WORD] [--kind WORD] [--misses] [--alarms] [--jobs N]

`--plants` is how many of each kind are planted in each text, `--source` and `--kind` keep those with a word in their
name (`--source documents` keeps ours, `--source corpus` the labelled ones, `tune` and `held` a half of those,
`fresh`, `last` and `new` those that were written later).
`--misses` shows each plant that was not found, with its passage; `--alarms` what was said of the unchanged texts that
ought not to be.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.checks.tieout.corpus import FRESH, HELD, LAST, NEW, TUNE
from tests.checks.tieout.documents import CHOSEN, document_sources
from tests.checks.tieout.held import Alarm, Precision, Verdict, judged_all, precision
from tests.checks.tieout.labelled import labelled_sources
from tests.checks.tieout.planter import KINDS, Planted, plant, plants
from tests.checks.tieout.source import Source

PER = 200  # figures, among which fewer than one false alarm may be


@dataclass(frozen=True)
class Measured:
    """The verdict of every plant and the precision of every text."""

    verdicts: tuple[Verdict, ...]
    precisions: tuple[Precision, ...]

    def counted(self) -> list[Verdict]:
        """The verdicts that count: of kinds that are not told apart, where there was no alarm before."""
        return [each for each in self.verdicts if not KINDS[each.kind].apart and not each.blind]

    @property
    def recall(self) -> float:
        """The share of plants that were found."""
        counted = self.counted()
        return sum(each.found for each in counted) / len(counted) if counted else 1.0

    @property
    def alarms(self) -> float:
        """False alarms among `PER` numbers and names."""
        seen = sum(each.seen for each in self.precisions)
        return PER * sum(len(each.alarms) for each in self.precisions) / seen if seen else 0.0


def sources(word: str = "") -> list[Source]:
    """Our documents and the labelled corpus, or one of the two, or a half of the corpus, or some by their names."""
    if word in ("corpus", "tune", "held", "fresh", "last", "new"):
        names = {"tune": TUNE, "held": HELD, "fresh": FRESH, "last": LAST, "new": NEW}.get(word, TUNE | HELD)
        return [each for each in labelled_sources() if each.name.partition(".")[0] in names]
    ours = [each for deal in CHOSEN for each in document_sources(deal)]
    if word == "documents":
        return ours
    return [each for each in (*ours, *labelled_sources()) if word in f"{each.deal}/{each.name}"]


def sampled(texts: Sequence[Source], each: int) -> Measured:
    """So many plants of each kind, half of them in text and half in pages, one in each of as many files."""
    chosen: dict[Source, list[Planted]] = {source: [] for source in texts}
    for source, planted in _sample(texts, each):
        chosen[source].append(planted)
    verdicts = tuple(verdict for source, of in chosen.items() for verdict in judged_all(source, of))
    return Measured(verdicts, tuple(precision(source) for source in texts))


def _sample(texts: Sequence[Source], each: int) -> Iterator[tuple[Source, Planted]]:
    for kind in KINDS:
        for suffix in (".txt", ".html"):
            some = [source for source in texts if source.suffix == suffix]
            order = Random(kind + suffix).sample(some, len(some))  # noqa: S311  the same each time
            planted = ((source, plant(source, kind, seed)) for seed in range(each) for source in order)
            yield from itertools.islice(_different(planted), each // 2)


def _different(planted: Iterable[tuple[Source, Planted | None]]) -> Iterator[tuple[Source, Planted]]:
    """Each plant once: where few texts have a place for a kind, the same one comes again."""
    seen: set[tuple[str, str, str]] = set()
    for source, found in planted:
        key = (source.deal, source.name, found.text if found else "")
        if found and key not in seen:
            seen.add(key)
            yield source, found


def measure(texts: Sequence[Source], count: int, kinds: Sequence[str] = tuple(KINDS), jobs: int = 1) -> Measured:
    """Plant so many of each kind in each text and tie it out each time."""
    if jobs <= 1:
        made = [_of(source, kinds, count) for source in texts]
    else:
        # The texts are made before the workers part from this process, and are theirs as they stand.
        _TEXTS[:] = texts
        tasks = [(at, tuple(kinds), count) for at in range(len(texts))]
        with multiprocessing.get_context("fork").Pool(jobs) as pool:
            made = pool.starmap(_at, tasks, chunksize=1)
    return Measured(tuple(each for verdicts, _ in made for each in verdicts), tuple(each for _, each in made))


_TEXTS: list[Source] = []


def _at(place: int, kinds: Sequence[str], count: int) -> tuple[list[Verdict], Precision]:
    return _of(_TEXTS[place], kinds, count)


def _of(source: Source, kinds: Sequence[str], count: int) -> tuple[list[Verdict], Precision]:
    verdicts = judged_all(source, (planted for kind in kinds for planted in plants(source, kind, count)))
    return list(verdicts), precision(source)


def report(measured: Measured) -> Iterator[str]:
    """The tables for a reader."""
    yield f"{'kind':28}" + "".join(f"{head:>9}" for head in ("txt", "found", "html", "found", "exact", "blind"))
    for kind in KINDS:
        of = [each for each in measured.verdicts if each.kind == kind]
        if of:
            yield _row(kind, of)
    counted = measured.counted()
    yield _row("all but those told apart (*)", counted)
    yield ""
    yield f"{'text':72}" + "".join(
        f"{head:>11}" for head in ("seen", "alarms", "per 200", "missed", "elsewhere", "unseen")
    )
    for each in measured.precisions:
        yield _counts(f"{each.deal}/{each.source}", [each])
    yield _counts("all", measured.precisions)


def _row(kind: str, of: Sequence[Verdict]) -> str:
    seen = [each for each in of if not each.blind]
    cells: list[str] = []
    for suffix in (".txt", ".html"):
        some = [each for each in seen if each.suffix == suffix]
        cells += [str(len(some)), _share(sum(each.found for each in some), len(some))]
    cells += [_share(sum(each.exact for each in seen), len(seen)), str(len(of) - len(seen))]
    name = f"{kind} *" if kind in KINDS and KINDS[kind].apart else kind
    return f"{name:28}" + "".join(f"{cell:>9}" for cell in cells)


def _share(some: int, all_: int) -> str:
    return f"{100 * some / all_:.1f}%" if all_ else "-"


def _counts(name: str, of: Sequence[Precision]) -> str:
    seen, alarms = sum(each.seen for each in of), sum(len(each.alarms) for each in of)
    rest = [
        sum(len(part) for part in parts) for parts in zip(*((e.missed, e.elsewhere, e.unseen) for e in of), strict=True)
    ]
    cells = (seen, alarms, f"{PER * alarms / seen:.2f}" if seen else "-", *rest)
    return f"{name:72}" + "".join(f"{cell:>11}" for cell in cells)


def misses(measured: Measured) -> Iterator[str]:
    """Each plant that was not found, by kind."""
    by_kind: dict[str, list[Verdict]] = defaultdict(list)
    for each in measured.verdicts:
        if not each.found and not each.blind:
            by_kind[each.kind].append(each)
    for kind, of in by_kind.items():
        yield f"\n== {kind}: {len(of)} not found"
        for each in of:
            yield f"{each.deal}/{each.source}:{each.line}: {each.before} -> {each.after}"
            yield f"    {each.passage}"
            yield f"    {each.said}"


def amiss(measured: Measured) -> Iterator[str]:
    """What was said of the unchanged texts that ought not to be, and what was not said."""
    for name in ("alarms", "missed", "unseen", "elsewhere"):
        yield f"\n== {name}"
        for of in measured.precisions:
            found: tuple[Alarm, ...] = getattr(of, name)
            for each in found:
                yield f"{each.deal}/{each.source}:{each.line}: {each.text}"
                yield f"    true: {each.true}; said: {each.said}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--plants", type=int, default=3)
    parser.add_argument("--source", default="")
    parser.add_argument("--kind", default="")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--alarms", action="store_true")
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    kinds = [kind for kind in KINDS if asked.kind in kind]
    measured = measure(sources(asked.source), asked.plants, kinds, asked.jobs)
    lines = [*(misses(measured) if asked.misses else ()), *(amiss(measured) if asked.alarms else ()), ""]
    sys.stdout.write("\n".join([*lines, *report(measured)]) + "\n")


if __name__ == "__main__":
    main()
