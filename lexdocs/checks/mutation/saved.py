"""What every change came to when somebody last looked: saved beside the output, and held against what it comes to now.

A rule that has lost an input, a rounding that was turned, or two figures that have changed places may leave all that is
printed today as it was. They do not leave what would be printed under other terms as it was.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lexdocs.checks.drift import DEPENDENCIES
from lexdocs.checks.mutation.forms import printed
from lexdocs.checks.mutation.liveness import Liveness
from lexdocs.checks.mutation.outcome import Fault, Finding, Outcome, Report
from lexdocs.errors import InputError, Problem, Where
from lexdocs.figures.graph import Graph, needs
from lexdocs.figures.plan import Plan
from lexdocs.figures.rule import Round
from lexdocs.notation.forms import STYLES
from lexdocs.notation.units import Rounding

FILE = DEPENDENCIES
_APART = " · "
_ROW = re.compile(r"(register\.?\w*)\[[^\]]*\]|(\w+\.csv):\d+")
_LISTED = 6  # names that a finding lists at most


def group(outcome: Outcome) -> str:
    """The name under which an input is saved: the rows of a listing are one.

    >>> from lexdocs.errors import Where
    >>> group(Outcome("register.held[BO-7]", Where("register.csv", 2), "$5", "written", ()))
    'register.held[…]'
    """
    path = _ROW.sub(lambda found: f"{found[1]}[…]" if found[1] else f"{found[2]}[…]", outcome.path)
    return path if outcome.counts else f"{path} ({outcome.standing})"


def record(report: Report, rules: Mapping[str, str], templates: Mapping[str, str]) -> dict[str, Any]:
    """A report as it is saved: of each input what it moves, of each rule what it takes, of each name its outcome."""
    return {
        "inputs": {name: _input(outcomes) for name, outcomes in _grouped(report.outcomes).items()},
        "rules": dict(rules),
        "templates": dict(templates),
        "outcomes": outcomes_of(report.outcomes),
    }


def _grouped(outcomes: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    found: dict[str, list[Outcome]] = {}
    for each in outcomes:
        found.setdefault(group(each), []).append(each)
    return found


def _input(outcomes: list[Outcome]) -> dict[str, str]:
    trials = [trial for each in outcomes for trial in each.trials]
    names = {moved.address.split("[")[0] for trial in trials for moved in trial.figures}
    documents = {name for trial in trials for name in trial.documents}
    tried = [f"{each.path} {trial.text}" for each in outcomes for trial in each.trials]
    said = " · ".join(trial.text for trial in trials) if len(outcomes) == 1 else _digest(tried)
    found = {"tried": said, "moves": " ".join(sorted(names)), "prints": " ".join(sorted(documents))}
    lines = [
        f"{each.path} {trial.text} {sorted(trial.digests.items())} {trial.law}"
        for each in outcomes
        for trial in each.trials
    ]
    return {**found, "outcome": _digest(lines)}


def outcomes_of(outcomes: Iterable[Outcome]) -> dict[str, str]:
    """A digest for each figure name and each template, of all that it came to."""
    lines: dict[str, list[str]] = {}
    for each in outcomes:
        for trial in each.trials:
            for name, digest in trial.digests.items():
                lines.setdefault(name, []).append(f"{each.path} {trial.text} {digest}")
    return {name: _digest(lines[name]) for name in sorted(lines)}


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:10]


def rules_of(graph: Graph, liveness: Liveness) -> dict[str, str]:
    """Each figure with the inputs of its rule, its rounding, and a digest of what it gives when they are varied.

    `?` marks an input that was not seen to move it. With them, for each unit, what its values print.
    """
    found: dict[str, list[str]] = {}
    for plan in graph.plans:
        name = f"rows of {plan.rule.rows_of}" if plan.rule.rows_of else plan.rule.name
        found.setdefault(name, []).append(_rule(plan, liveness))
    found |= {f"what {unit.value} prints": [f"{_APART}{_digest(printed(unit))}"] for unit in STYLES}
    return {name: " | ".join(found[name]) for name in sorted(found)}


def _rule(plan: Plan, liveness: Liveness) -> str:
    takes = [each.parameter.name for each in plan.takes]
    listed = liveness.book.axes
    seen = [name if not plan.rows(listed) or liveness.moves(plan, name) else f"{name}?" for name in takes]
    said = ", ".join(seen) + (f"; {_round(plan.rule.round)}" if plan.rule.round else "")
    return f"{said}{_APART}{liveness.behaviour(plan)}"


def _round(by: Round) -> str:
    return f"{by.by.value if isinstance(by.by, Rounding) else by.by} to {by.to}"


def write_saved(folder: Path, event: str, made: Mapping[str, Any]) -> Path:
    """Save the record of one event, beside those of the others."""
    path = folder / FILE
    folder.mkdir(parents=True, exist_ok=True)
    try:
        kept = _read(path) if path.is_file() else {}
    except InputError:
        kept = {}  # what cannot be read is written anew
    kept[event] = made
    path.write_text(json.dumps(dict(sorted(kept.items())), indent=1, ensure_ascii=False) + "\n", "utf-8")
    return path


def read_saved(folder: Path, event: str) -> Mapping[str, Any] | None:
    """What was saved for an event, or None. Raises `InputError` for a file that is no such record."""
    path = folder / FILE
    return _read(path).get(event) if path.is_file() else None


def _read(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text("utf-8"))
        if not all({"inputs", "rules", "templates", "outcomes"} <= each.keys() for each in data.values()):
            raise ValueError("it lacks a part")  # noqa: TRY301  told with what else may be wrong with it
    except (ValueError, AttributeError, UnicodeDecodeError) as error:
        remedy = "run `lexdocs mutate --save`"
        raise InputError(Problem(Where(str(path)), f"is not a record of changes ({error})", remedy)) from None
    return dict(data)


def compared(saved: Mapping[str, Any], made: Mapping[str, Any], graph: Graph, *, whole: bool) -> Iterator[Finding]:
    """What is not as it was saved; `whole` says that every input was tried, so that totals can be compared."""
    yield from _rules(saved["rules"], made["rules"])
    for name in sorted({*saved["templates"], *made["templates"]}):
        if saved["templates"].get(name) != made["templates"].get(name):
            yield Finding(Fault.SAVED, name, "", "its figures, its choices or their order are others than they were")
    known: Mapping[str, Mapping[str, str]] = saved["inputs"]
    tried: Mapping[str, Mapping[str, str]] = made["inputs"]
    for name, now in tried.items():
        was = known.get(name)
        if was is None:
            yield Finding(Fault.SAVED, name, "", "is an input that was not there")
        elif was["tried"] != now["tried"]:
            yield Finding(Fault.SAVED, name, "", "takes other values than it took")
        else:
            yield from _moves(name, was, now)
    if whole:
        yield from (Finding(Fault.SAVED, name, "", "was an input, and is none") for name in known if name not in tried)
        yield from _outcomes(saved["outcomes"], made["outcomes"], graph)


def _rules(was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Finding]:
    for name in sorted({*was, *now}):
        before, after = (_parts(side.get(name, "nothing")) for side in (was, now))
        if before[0] != after[0]:
            says = f"is worked out from {' | '.join(after[0])}; it was from {' | '.join(before[0])}"
            yield Finding(Fault.SAVED, name, "", says)
        elif before != after:
            yield Finding(Fault.SAVED, name, "", "gives other values than it did when its inputs are varied")


def _parts(said: str) -> tuple[list[str], list[str]]:
    """The inputs and roundings of the rules of a name, and their digests."""
    rules = [each.partition(_APART) for each in said.split(" | ")]
    return [each[0] for each in rules], [each[2] for each in rules]


def _moves(name: str, was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Finding]:
    same = True
    for part, verb in (("moves", "moves"), ("prints", "moves what is printed in")):
        before, after = set(was[part].split()), set(now[part].split())
        for said, names in ((f"no longer {verb}", before - after), (f"now {verb}", after - before)):
            if names:
                same = False
                yield Finding(Fault.SAVED, name, "", f"{said} {_some(sorted(names))}")
    if same and was["outcome"] != now["outcome"]:
        yield Finding(Fault.SAVED, name, "", "moves the same figures to other values, or other places")


def _some(names: list[str]) -> str:
    more = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" and {more} more" if more > 0 else "")


def _outcomes(was: Mapping[str, str], now: Mapping[str, str], graph: Graph) -> Iterator[Finding]:
    """The names whose outcomes are others; of those that follow from one another the first."""
    other = {name for name in {*was, *now} if was.get(name) != now.get(name)}
    for plan in graph.plans:
        if plan.rule.name in other and not other.intersection(needs(plan.rule)):
            says = "comes to other values than it did, though its inputs come to the same"
            yield Finding(Fault.SAVED, plan.rule.name, "", says)
    for name in sorted(other):
        if name.endswith(":"):
            yield Finding(Fault.SAVED, name[:-1], "", "prints other figures than it did, or elsewhere")
