"""Inputs that must agree with one another: a disagreement is a finding, and figures are bent to neither."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from lexdocs.figures.book import FigureBook
from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure, Pending
from lexdocs.law.finding import Finding, Result, place_of
from lexdocs.law.instrument import percent
from lexdocs.law.life import early_is_paid, expired, terminated
from lexdocs.law.looking import each, fixed, labels, value
from lexdocs.notation.day_counts import candidates
from lexdocs.notation.rounding import as_decimal, round_to
from lexdocs.notation.units import Rounding

_SHOWN = 5  # rows that are named at most
_ANNOUNCED = "announced and tallied"


def check(book: FigureBook) -> Iterator[Finding]:
    """The findings of a book, met or not; what is pending is left until it is fixed."""
    yield from _register(book)
    yield from _installments(book)
    yield from _support(book)
    yield from _support_and_minimum(book)
    yield from _minimum(book)
    yield from _day_counts(book)
    yield from _denomination(book)
    yield from _off_denomination(book)
    yield from _announced(book)
    yield from _cap_and_acceptance(book)
    yield from _early_settlement(book)


def _announced(book: FigureBook) -> Iterator[Finding]:
    """What the last announcement says was tendered, against the tally of its moment; an amount may be approximate."""
    events = labels(book, "event")
    said, tallied = (fixed(book, "event_tendered", events[-1]) if events else None), fixed(book, "total_valid")
    if said is None or tallied is None or value(book, "as_of") != value(book, "event_at", events[-1]):
        return
    amount, valid = (Fraction(each.value) for each in (said, tallied))  # type: ignore[arg-type]  # both are money
    most = value(book, "total_held") or 0
    met, rounded = amount == valid, amount <= most and _rounds_to(valid, amount)
    result = Result.MET if met else Result.COUNSEL if rounded else Result.NOT_MET
    says = f"the announcement says that {shown(said)} is tendered, the tally of its moment is {shown(tallied)}"
    yield Finding(_ANNOUNCED, result, says, "consistency", place_of(said), events[-1], moment=events[-1])


def _rounds_to(exact: Fraction, told: Fraction) -> bool:
    """Whether an amount is another one, rounded to the last place that is told of it.

    >>> _rounds_to(Fraction(24_477_000), Fraction(24_500_000)), _rounds_to(Fraction(24_477_000), Fraction(24_600_000))
    (True, False)
    """
    place = Fraction(1)
    while told and told % (place * 10) == 0:
        place *= 10
    return abs(exact - told) < place


def overstated(book: FigureBook) -> Iterator[Finding]:
    """Earlier announcements of more than all holders hold: so much of them can be told without their own tallies."""
    held = fixed(book, "total_held")
    for label in labels(book, "event")[:-1] if held else ():
        announced = fixed(book, "event_tendered", label)
        if announced is not None and held is not None and Fraction(announced.value) > Fraction(held.value):  # type: ignore[arg-type]  # both are money
            says = f"the announcement says that {shown(announced)} is tendered, all holders hold {shown(held)}"
            yield Finding(_ANNOUNCED, Result.NOT_MET, says, "consistency", place_of(announced), label, moment=label)


def _register(book: FigureBook) -> Iterator[Finding]:
    held, outstanding = fixed(book, "total_held"), fixed(book, "outstanding")
    if held and outstanding:
        yield _summed("", held, outstanding)
    for series, stated in each(book, "series_outstanding", "series"):
        held = fixed(book, "series_held", series)
        if held:
            yield _summed(series, held, stated)


def _summed(about: str, held: Figure, stated: Figure) -> Finding:
    same = Fraction(held.value) == Fraction(stated.value)  # type: ignore[arg-type]  # both are money
    of = f" of {about}" if about else ""
    says = f"the register sums to {shown(held)}{of}, the terms say {shown(stated)} outstanding"
    return Finding("register and outstanding", _result(same), says, "consistency", place_of(stated), about)


def _installments(book: FigureBook) -> Iterator[Finding]:
    share, parts = fixed(book, "installments_total_share"), each(book, "installment_share", "installment")
    if not share or not parts:
        return
    whole = Fraction(share.value) == 1  # type: ignore[arg-type]  # a part
    says = "the installments make the whole fee" if whole else f"the installments make {shown(share)} of the fee"
    yield Finding("installments and fee", _result(whole), says, "consistency", place_of(parts[0][1]))
    exact = fixed(book, "installments_are_exact")
    if exact is not None and not exact.value:
        says = "an installment for one denomination is no whole number of cents; each holder's is rounded"
        where = place_of(parts[0][1])
        yield Finding("installments and cents", Result.COUNSEL, says, "consistency", where)


def _support(book: FigureBook) -> Iterator[Finding]:
    """The stated percentage of the largest holders against the register, to the decimals that are stated.

    Only a register of beneficial holders can show it; the finding says so and leaves it to counsel otherwise.
    """
    stated, count, level = (
        fixed(book, name) for name in ("support_percentage", "supporting_holders", "register_level")
    )
    held = [Fraction(figure.value) for _, figure in each(book, "held_principal", "holding")] if stated and count else []  # type: ignore[arg-type]  # money
    total = value(book, "total_held")
    if not stated or not count or not held or not total or labels(book, "series"):
        return
    part = sum(sorted(held, reverse=True)[: int(str(count.value))], Fraction(0)) / Fraction(total)
    step = _last_place(stated)
    same = round_to(part, Rounding.HALF_UP, step) == stated.value
    calculated = round_to(part * 100, Rounding.HALF_UP, step * 100)
    of_register = f"the {count.value} largest holdings of the register make {as_decimal(calculated)}%"
    says = f"{of_register}, the terms say {shown(stated)}"
    if level is None or level.value != "beneficial":
        says += "; only a register of beneficial holders can show it"
        yield Finding("largest holders", Result.COUNSEL, says, "consistency", place_of(stated))
    else:
        yield Finding("largest holders", _result(same), says, "consistency", place_of(stated))


def _last_place(stated: Figure) -> Fraction:
    """The quantum of a percentage as it was typed: a tenth of a percent for `66.5%`."""
    text = (stated.written or "").rstrip("% ")
    decimals = len(text.partition(".")[2])
    return Fraction(1, 100 * 10**decimals)


def _support_and_minimum(book: FigureBook) -> Iterator[Finding]:
    support, minimum = fixed(book, "support_percentage"), fixed(book, "minimum_tender")
    if not support or not minimum or expired(book) or terminated(book) is not None:
        return  # what will be tendered is no question of an offer that is over
    lacks = Fraction(minimum.value) - Fraction(support.value)  # type: ignore[arg-type]  # both are percentages
    says = f"holders of {shown(support)} will tender, the minimum condition asks for {shown(minimum)}"
    reached = bool(value(book, "minimum_is_met"))
    if lacks > 0 and reached:
        says += "; the rest has been tendered by others"
    elif lacks > 0:
        says += f"; {percent(lacks)} more of the notes must come from others"
    result = Result.MET if lacks <= 0 or reached else Result.COUNSEL
    yield Finding("support and minimum", result, says, "consistency", place_of(support))


def _minimum(book: FigureBook) -> Iterator[Finding]:
    """Open while the offer is; once it has expired it is met or it is not."""
    met, total = value(book, "minimum_is_met"), fixed(book, "total_valid") or fixed(book, "total_accepted")
    if met is None or not total or terminated(book) is not None:
        return
    says, result = f"{shown(total)} is validly tendered", Result.MET if met else Result.COUNSEL
    if not met and value(book, "minimum_is_waived"):
        says, result = f"{says}; the minimum was not reached, and is waived", Result.MET
    elif not met and expired(book):
        says = f"{says}; the offer has expired, and its minimum was not reached: write `minimum: waived` in the event"
        says, result = f"{says} that announces it", Result.NOT_MET
    yield Finding("minimum condition", result, says, "conditions of the offer")


_COUNTED = {
    "old_day_count": "the old notes", "series_day_count": "the series", "new_day_count": "the new notes",
    "new_note_day_count": "the new notes",
}  # fmt: skip


def _day_counts(book: FigureBook) -> Iterator[Finding]:
    """Day counts that nobody has named: interest waits for them, and no convention is taken for granted."""
    for name, notes in _COUNTED.items():
        for figure in (found for found in book if found.name == name and isinstance(found, Pending)):
            of = " ".join([notes, *figure.key])
            says = f"no day count is named for {of} ({figure.waits_for[0]}); their interest waits for {candidates()}"
            yield Finding("day count", Result.COUNSEL, says, "consistency", about=of)


def _denomination(book: FigureBook) -> Iterator[Finding]:
    """Holdings that tender all but a part that is no whole note; nothing is said where there is none."""
    below, denomination = value(book, "number_left_below_denomination"), fixed(book, "denomination")
    if below and denomination:
        says = f"{below} holdings would keep less than the denomination of {shown(denomination)}"
        yield Finding("denomination", Result.COUNSEL, says, "consistency", place_of(denomination))


def _off_denomination(book: FigureBook) -> Iterator[Finding]:
    """Holdings whose principal no whole notes make, with their rows: a slip of the register, or left by a proration.

    So it is for counsel: what was prorated before can lawfully be no multiple, and its figures are exact all the same.
    """
    found: dict[str, list[Figure]] = {}
    for name in ("held_principal", "tendered_principal"):
        for holding, figure in each(book, name, "holding"):
            series = value(book, "holding_series", holding)
            least = value(book, "series_denomination", series) if series else value(book, "denomination")
            step = (value(book, "series_multiple", series) if series else least) or least
            principal = Fraction(figure.value)  # type: ignore[arg-type]  # money
            if least and principal and (principal % step or principal < least):
                found.setdefault(holding, []).append(figure)
    if not found:
        return
    shown_rows = [f"{place_of(figures[0])} {holding}" for holding, figures in islice(found.items(), _SHOWN)]
    more = len(found) - len(shown_rows)
    named = ", ".join(shown_rows) + (f" and {more:,} more" if more else "")
    many = "1 holding has" if len(found) == 1 else f"{len(found):,} holdings have"
    says = f"{many} principal that the denomination of the old notes does not make: {named}"
    first = next(iter(found.values()))[0]
    yield Finding("principal and denomination", Result.COUNSEL, says, "consistency", place_of(first))


_MAY_FALL = {
    "residue_rule": ("largest remainder", "residue", (
        "what cutting tenders leaves is given out by largest remainder: with a larger cap a holder, or a series of a "
        "later level, can get a step of principal less, as with every largest remainder; where steps take unequal "
        "amounts of the cap, all together can get less, by less than one step")),
    "small_returns": ("rejected whole", "small returns", (
        "tenders that would leave less than the denomination are rejected whole: with a larger cap a tender that was "
        "accepted in part can be rejected, and then less is accepted in all")),
}  # fmt: skip


def _cap_and_acceptance(book: FigureBook) -> Iterator[Finding]:
    """Rules that the terms elect under which a larger cap can take something from a holder."""
    for name, (elected, about, says) in _MAY_FALL.items():
        rule = fixed(book, name)
        if rule and rule.value == elected:
            yield Finding("cap and acceptance", Result.COUNSEL, says, "consistency", place_of(rule), about)


def _early_settlement(book: FigureBook) -> Iterator[Finding]:
    """Early tenders whose day of payment has come, while no event tells that they were paid."""
    day = fixed(book, "early_settlement_date")
    if day and value(book, "early_tenders_are_paid") and terminated(book) is None and not early_is_paid(book):
        says = (
            f"early tenders were to be paid on {shown(day)}, and no event tells that they were; "
            "add an event of kind settlement on that day, or amend the day"
        )
        yield Finding("early settlement", Result.COUNSEL, says, "consistency", place_of(day))


def _result(met: bool) -> Result:
    return Result.MET if met else Result.NOT_MET
