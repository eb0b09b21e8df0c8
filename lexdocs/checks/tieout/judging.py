"""The verdict on each number and name of a passage: what it ties to, or what it contradicts."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from lexdocs.checks.tieout.beside import shared
from lexdocs.checks.tieout.bounds import turned_bound
from lexdocs.checks.tieout.citations import sections_of, set_aside
from lexdocs.checks.tieout.coherence import expected
from lexdocs.checks.tieout.facts import Fact
from lexdocs.checks.tieout.item import Item, Outcome
from lexdocs.checks.tieout.known import Known
from lexdocs.checks.tieout.lists import listed
from lexdocs.checks.tieout.looking import Looked, Spot, look_again, look_over, row_of, rows_of
from lexdocs.checks.tieout.loudness import PUBLIC, is_typed, needed
from lexdocs.checks.tieout.matching import Ranked
from lexdocs.checks.tieout.moments import joined
from lexdocs.checks.tieout.names import Called, Name
from lexdocs.checks.tieout.parties import calls
from lexdocs.checks.tieout.rivals import ECHO, MOST_MEANT, counted_by, drowns, is_explained, may_stand, meant_by
from lexdocs.checks.tieout.seen import Seen
from lexdocs.checks.tieout.shares import worked_out
from lexdocs.checks.tieout.stated import Stated, stated
from lexdocs.checks.tieout.table_model import displaced
from lexdocs.checks.tieout.turned import turned
from lexdocs.checks.tieout.values import UNITS, Fit, Held
from lexdocs.checks.tieout.verdict import Verdict, contradicted
from lexdocs.checks.tieout.wording import KIND, Worded
from lexdocs.notation.find import Found
from lexdocs.notation.grammar import Kind

_SILENT = 0.15  # below this the words around say nothing
_AROUND = 24  # numbers on either side to which words may belong
_NEARLY = 0.95  # of what speaks for the likeliest figure: as likely
_TIED = frozenset({Outcome.TIED, Outcome.ROUNDED})
_WRONG_IN_ITSELF = frozenset({Kind.CUSIP, Kind.DATE})
"""Kinds of numbers that say by a check digit or a calendar that they are wrong."""


def judge(passages: Sequence[Seen], known: Known, file: str, seldom: frozenset[str]) -> Iterator[Item]:
    """Every number and name of some passages of a file, in order."""
    looks = look_over(passages, known)
    there: dict[Spot, str] = {}
    for witness in (turned, shared, listed, displaced, expected):  # of two that speak of one place, the last is right
        there |= witness(looks, known)
    looks = look_again(looks, there, known)
    looks = [joined(each) for each in looks]
    of = stated(looked for each in looks for looked in each)
    sections = sections_of(passages)
    rows = rows_of(looks)
    for seen, looked in zip(passages, looks, strict=True):
        called = calls(seen.passage.text, known.parties, seldom)
        for each in _in_order(looked, called, known.wording.words(seen)):
            if isinstance(each, Called):
                yield _item(seen, file, each.start, each.end, "name", _name(seen, each, known))
            elif isinstance(each, Worded):
                yield _item(seen, file, each.start, each.end, KIND, each.verdict)
            else:
                verdict = (
                    set_aside(each, sections)
                    or _number(each, looked, of, called, known)
                    or _by_its_row(each, rows.get(row_of(seen), looked), known)
                )
                yield _item(seen, file, each.item.start, each.item.end, str(each.item.kind), verdict, each.item)


def _in_order(
    looked: Sequence[Looked], called: Sequence[Called], worded: Sequence[Worded]
) -> list[Looked | Called | Worded]:
    """All that stands in a passage; a word inside a name is the name's, and a name inside wrong words is theirs."""

    def place(each: Looked | Called | Worded) -> tuple[int, int]:
        return (each.item.start, each.item.end) if isinstance(each, Looked) else (each.start, each.end)

    called = [each for each in called if not any(one.start < each.start and each.end <= one.end for one in worded)]
    free = [each for each in worded if not any(one.start < each.end and each.start < one.end for one in called)]
    return sorted([*looked, *called, *free], key=place)


def _item(seen: Seen, file: str, start: int, end: int, kind: str, verdict: Verdict, found: Found | None = None) -> Item:
    passage = seen.passage
    return Item(
        file, passage.place, seen.index, start, end, passage.line(start), passage.text[start:end], kind,
        verdict.outcome, verdict.figures, verdict.says, verdict.expected, verdict.interval, _fault(verdict, found),
    )  # fmt: skip


def _fault(verdict: Verdict, found: Found | None) -> str:
    """What is wrong with the way a number is written: of one that ties, and of what is wrong in itself."""
    if found is None or (verdict.outcome not in _TIED and found.kind not in _WRONG_IN_ITSELF):
        return ""
    return found.fault


def _name(seen: Seen, called: Called, known: Known) -> Verdict:
    name = called.name
    if called.fault:
        return Verdict(Outcome.CONTRADICTED, (name.address,), called.fault, name.written)
    there = known.echoes.name_at(seen, called.start, called.end)
    other = known.parties.by_address.get(there)
    if other is not None and not _same_name(name, other):
        says = f"stands where {other.address} belongs, which is “{other.written}”; it is {name.address}"
        return Verdict(Outcome.CONTRADICTED, (other.address,), says, other.written)
    return Verdict(Outcome.TIED, (name.address,), f"is {name.address}", name.written)


def _same_name(one: Name, other: Name) -> bool:
    """Whether two names are one, or one is a part of the other, as a short name is of the long one."""
    shorter, longer = sorted((one.words, other.words), key=len)
    return " ".join(shorter) in " ".join(longer)


def _number(
    looked: Looked, all_: Sequence[Looked], of: Stated, called: Sequence[Called], known: Known
) -> Verdict | None:
    """The verdict on a number by its place and the words around it; none where it is no figure by these."""
    item = looked.item
    for each in called:
        if each.start <= item.start and item.end <= each.end and (not each.fault or each.order):
            own = (one.fact.address for one in looked.exact if is_typed(one.fact))
            addresses = tuple(dict.fromkeys((each.name.address, *own)))
            return Verdict(Outcome.TIED, addresses, f"is part of {each.name.address}", each.name.written)
    if looked.elsewhere:
        return contradicted(known.matcher.facts.by_address[looked.elsewhere])
    if looked.of_moment:
        return contradicted(known.matcher.facts.by_address[looked.of_moment])
    if item.kind not in UNITS:
        return None
    return _verdict(looked, _neighbors(looked, all_), of, known)


def _by_its_row(looked: Looked, beside: Sequence[Looked], known: Known) -> Verdict:
    """The verdict on a number for which no words speak: it may be the share that two amounts beside it are."""
    share = worked_out(looked, beside, known)
    if share is None or looked.foreign:
        return Verdict(Outcome.UNEXPLAINED, says="is no figure of the deal")
    return _rounded([(Ranked(share[0], 0.0, 0.0), share[1])])


def _neighbors(looked: Looked, all_: Sequence[Looked]) -> list[Looked]:
    """The numbers of the same passage around a number, at most so many on either side."""
    place = bisect.bisect_left(all_, looked.item.start, key=lambda each: each.item.start)
    return [each for each in all_[max(place - _AROUND, 0) : place + _AROUND] if each is not looked]


def _verdict(looked: Looked, others: Sequence[Looked], of: Stated, known: Known) -> Verdict | None:
    item, fits, exact = looked.item, looked.fits, looked.exact
    rounded = [] if looked.foreign else [(each, fit) for each, fit in fits if fit.fit is Fit.ROUNDED]
    against = [each for each, fit in fits if looked.foreign or fit.fit in (Fit.OTHER, Fit.CUT)]
    against = [each for each in against if may_stand(each, looked) and not is_explained(each, looked, others)]
    if exact:
        return _fitting(looked, against, of)
    rounded = [(each, fit) for each, fit in rounded if each.score >= needed(looked, each, of)]
    if rounded and not any(drowns(rounded[0][0], each, looked, of) for each in against[:3]):
        return _rounded(rounded)
    if item.kind is Kind.ORDINAL and not any(each.echo >= ECHO for each in against):
        return _ordinal(looked)
    meant = meant_by(looked, against, known)
    if meant is not None:
        cut = next((fit for each, fit in fits if each is meant), Held(Fit.OTHER)).fit is Fit.CUT
        return contradicted(meant.fact, ", cut off rather than rounded" if cut else "")
    return None


def _ordinal(looked: Looked) -> Verdict:
    """The verdict on an ordinal that is no figure: it may stand for a count, or else it numbers something other."""
    counted = counted_by(looked)
    if counted is not None:
        return contradicted(counted.fact)
    return Verdict(Outcome.SET_ASIDE, says="an ordinal that numbers nothing of the deal")


def _rounded(rounded: Sequence[tuple[Ranked, Held]]) -> Verdict:
    """The figure that a rough number is; both, where another of another value is as likely."""
    best, fit = rounded[0]
    others = [
        each for each, _ in rounded[1:]
        if each.score > best.score * _NEARLY and each.fact.figure.value != best.fact.figure.value
        and each.fact.name != best.fact.name and each.fact.known == best.fact.known
    ]  # fmt: skip
    if others:
        addresses = tuple(each.fact.address for each in (best, *others))
        said = " or ".join(f"{each.fact.address}, {each.fact.shown}" for each in (best, *others))
        return Verdict(Outcome.AMBIGUOUS, addresses, f"is {said}, rounded", best.fact.shown, str(fit.interval))
    says = f"is {best.fact.address}, {best.fact.shown}, rounded"
    return Verdict(Outcome.ROUNDED, (best.fact.address,), says, best.fact.shown, str(fit.interval))


def _fitting(looked: Looked, against: Sequence[Ranked], of: Stated) -> Verdict:
    item, best = looked.item, _likeliest(looked, of)
    rival = next((each for each in against[:3] if drowns(best, each, looked, of)), None)
    if rival is not None:
        return contradicted(rival.fact, f"; it is {best.fact.address}" if best.fact.known > 1 else "")
    if best.score < needed(looked, best, of):
        if item.kind is Kind.ORDINAL:
            return _ordinal(looked)
        return Verdict(Outcome.UNEXPLAINED, says=f"is not said to be {best.fact.address}, whose value it has")
    bound = turned_bound(looked, best.fact)
    if bound:
        return Verdict(Outcome.CONTRADICTED, (best.fact.address,), bound, best.fact.shown)
    others = [each for each in looked.exact if _as_likely(each, best)]
    if others and best.score < _SILENT:
        addresses = tuple(each.fact.address for each in (best, *others))
        return Verdict(Outcome.TIED, addresses, f"is {' or '.join(addresses)}, which are alike", best.fact.shown)
    return Verdict(Outcome.TIED, (best.fact.address,), f"is {best.fact.address}", best.fact.shown)


def _likeliest(looked: Looked, of: Stated) -> Ranked:
    """Of the figures that have the value of a number, the one that it is: of those that speak loudly enough, if any."""
    for each in looked.exact[:MOST_MEANT]:
        if each.score >= needed(looked, each, of):
            return each
    return looked.exact[0]


def _as_likely(other: Ranked, best: Ranked) -> bool:
    """Whether another figure of the same value is as likely; not one that follows from it, nor a row of it."""
    if other.fact.name == best.fact.name or other.fact.known < PUBLIC or not is_typed(other.fact):
        return False
    return not _related(other.fact, best.fact)


def _related(one: Fact, other: Fact) -> bool:
    """Whether one figure follows from the other, so that a text that states one states both."""
    return any(
        each.address == second.address
        for first, second in ((one, other), (other, one))
        for given in first.figure.inputs
        for each in given.figures
    )
