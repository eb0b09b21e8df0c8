"""Results from tie-out: what somebody must look at, file by file, then what is said two ways between files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from lexdocs.checks.reading.passage import Reading
from lexdocs.checks.reports.adapters import of_problem
from lexdocs.checks.reports.record import Reported, fingerprint
from lexdocs.checks.reports.rules import kind
from lexdocs.checks.tieout.item import SOUND, Discord, Item, Omitted, Outcome, TieOut
from lexdocs.errors import Problem, Severity, Where

_FIRST = (Outcome.CONTRADICTED, Outcome.UNEXPLAINED, Outcome.AMBIGUOUS)
_WIDEST = 160  # characters of a text that are shown
_NEAR = 24  # characters on either side that tell one place of a text from another


def of_tie_out(
    found: TieOut, readings: Sequence[Reading], directions: Mapping[str, Sequence[Problem]]
) -> Iterator[Reported]:
    """The results of a tie-out; `directions` are what is wrong with the rounding and the sums of each file."""
    between = [each for each in found.discords if len({item.file for item in each.items}) > 1]
    for reading in readings:
        items = [item for item in found.items if item.file == reading.file]
        if not items:
            yield _of_nothing(reading.file)
        yield from (_of_item(item, reading) for item in in_order(items))
        own = (each for each in found.discords if each not in between and each.items[0].file == reading.file)
        yield from (_of_discord(each) for each in own)
        yield from (_of_omitted(each) for each in found.omitted if each.file == reading.file)
        yield from (_of_direction(each) for each in directions.get(reading.file, ()))
    yield from (_of_discord(each) for each in between)


def in_order(items: Sequence[Item]) -> Iterator[Item]:
    """Those that somebody must look at, the worst first, each kind in the order of the text."""
    for outcome in _FIRST:
        yield from (item for item in items if item.outcome is outcome)
    yield from (item for item in items if item.irregular and item.outcome in SOUND)


def said(item: Item) -> str:
    """An item in a line, but for its file: where it stands in the words, what stands there, and how it ends."""
    parts = [f"{item.place}: “{_cut(item.text)}” "]
    sound = item.outcome in SOUND
    outcome = ": ".join(part for part in (str(item.outcome), item.says) if part)
    if item.irregular and sound:
        parts.append(f"irregular: {item.irregular} ({outcome})")
    else:
        parts.append(outcome)
    if item.outcome is Outcome.AMBIGUOUS and not any(each in item.says for each in item.figures):
        parts.append(f": {' or '.join(item.figures)}")
    if item.interval:
        parts.append(f"; the true value lies in {item.interval}")
    if item.irregular and not sound:
        parts.append(f"; irregular: {item.irregular}")
    return "".join(parts)


def _of_item(item: Item, reading: Reading) -> Reported:
    rule_id = f"tieout/{'irregular' if item.outcome in SOUND else item.outcome.value}"
    text = reading.passages[item.passage].text
    near = (text[max(item.start - _NEAR, 0) : item.start], text[item.end : item.end + _NEAR])
    name = fingerprint(rule_id, _name(item.file), _flat(item.text), *item.figures, *map(_flat, near))
    figure = item.figures[0] if item.figures and item.outcome is not Outcome.AMBIGUOUS else ""
    return Reported(
        rule_id, kind(rule_id).level, Where(item.file, item.line), said(item), name, figure=figure,
        printed=_flat(item.text), calculated=_flat(item.expected),
    )  # fmt: skip


def _of_discord(discord: Discord) -> Reported:
    rule_id, last = "tieout/said-two-ways", discord.items[-1]
    parts = [part for item in discord.items for part in (_name(item.file), _flat(item.text), *item.figures)]
    where, name = Where(last.file, last.line), fingerprint(rule_id, *parts)
    return Reported(rule_id, kind(rule_id).level, where, discord.says, name, printed=_flat(last.text))


def _of_omitted(each: Omitted) -> Reported:
    rule_id = "tieout/omitted"
    shown = _flat(each.shown)
    message = f"does not state {each.figure}, {shown}, as {each.template} does"
    name = fingerprint(rule_id, _name(each.file), each.figure, shown)
    return Reported(rule_id, kind(rule_id).level, Where(each.file), message, name, figure=each.figure, calculated=shown)


def _of_nothing(file: str) -> Reported:
    rule_id = "tieout/nothing"
    name = fingerprint(rule_id, _name(file))
    message, remedy = "no number and no name stands in it", "see whether it was saved as a text that can be read"
    return Reported(rule_id, Severity.WARNING, Where(file), message, name, remedy=remedy)


def _of_direction(problem: Problem) -> Reported:
    # The file is told by its name alone, so that the place from which lexdocs runs does not matter.
    name = fingerprint("direction", _name(problem.where.file), problem.what)
    made = of_problem(problem, "direction")
    return Reported(made.rule_id, made.level, made.where, made.message, name, remedy=made.remedy)


def _name(file: str) -> str:
    return PurePath(file).name


def _cut(text: str) -> str:
    flat = _flat(text)
    return flat if len(flat) <= _WIDEST else f"{flat[: _WIDEST - 1]}…"


def _flat(text: str) -> str:
    return " ".join(text.split())
