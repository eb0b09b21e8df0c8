"""What `lexdocs calc prorate` is asked, read and answered: one amount, or the holdings of a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lexdocs.cli.batch import Answer, Row
    from lexdocs.cli.calc_reading import Reading
    from lexdocs.conventions.allocation import Allocated
    from lexdocs.conventions.proration import Pool, Unused
    from lexdocs.errors import Problem

_PER = 1000  # prices are quoted per $1,000 of principal
_DENOMINATION = Fraction(1000)


class _Cap(NamedTuple):
    amount: Fraction
    denomination: Fraction
    price: Fraction


def _cap(asked: Reading) -> _Cap:
    """The terms that all holdings share."""
    from lexdocs.cli.calc_reading import amount

    cap = asked.need("cap", amount, "write an amount like $600,000")
    denomination = asked.take("denomination", amount)
    price = asked.take("price", amount)
    for column, value in (("denomination", denomination), ("price", price)):
        if value is not None and not value:
            asked.refuse(column, "is nothing", "write an amount of more than nothing")
    return _Cap(cap or Fraction(0), denomination or _DENOMINATION, Fraction(_PER if price is None else price) / _PER)


def in_all(row: Row) -> tuple[Answer, tuple[str, ...]]:
    """The answer for one amount that was tendered, and its proof. Raises `RefusedError`."""
    from lexdocs.cli.calc_reading import Reading, amount
    from lexdocs.conventions.day_count_proof import decimal
    from lexdocs.conventions.proration import prorate
    from lexdocs.notation.rounding import as_decimal

    asked = Reading(row)
    terms, tendered = _cap(asked), asked.need("tendered", amount, "write an amount like $2,000,000") or Fraction(0)
    asked.done()
    found = prorate([tendered], terms.amount, terms.denomination, terms.price)
    accepted, cost = found.accepted[0], tendered * terms.price
    answer = {
        "cap": as_decimal(terms.amount), "tendered": as_decimal(tendered),
        "factor": Decimal(decimal(found.factor)), "factor_exact": str(found.factor),
        "accepted": as_decimal(accepted), "returned": as_decimal(tendered - accepted),
        "cost": Decimal(decimal(accepted * terms.price)), "unused": Decimal(decimal(found.unused.amount)),
        "because": found.unused.because,
    }  # fmt: skip
    of = "principal" if terms.price == 1 else "cost"
    lines = (
        f"factor    {decimal(found.factor)} = {found.factor}, which is {decimal(found.factor * 100, 4)}%",
        f"accepted  {_money(accepted)} of {_money(tendered)}, returned {_money(tendered - accepted)}",
        f"unused    {_unused(found.unused)}",
        "",
        *(
            [f"cost {_money(tendered)} × {_money(terms.price * _PER)} / $1,000 = {_money(cost)}"]
            if of == "cost"
            else []
        ),
        f"factor = cap / {of} tendered = {_money(terms.amount)} / {_money(cost)}, at most one"
        if cost
        else "nothing was tendered: the factor is one",
        f"accepted = {_money(tendered)} × {found.factor}, rounded down to a multiple of {_money(terms.denomination)}"
        if found.factor < 1
        else "with a factor of one the whole is accepted",
    )
    return answer, lines


class _Holding(NamedTuple):
    row: Row
    line: int
    tendered: Fraction
    series: str
    priority: int
    price: Fraction
    is_placed: bool  # its holder, priority and price could be read, so that other rows may be held against them


def holdings(
    file: str, rows: Sequence[tuple[int, Row]], shared: Row, sub_caps: Sequence[str], largest_remainder: bool
) -> tuple[list[Answer], list[str]]:
    """The answers for the holdings of a file, in order, and the proof in all. Raises `LexdocsError` with all faults."""
    from lexdocs.cli.calc_reading import Reading
    from lexdocs.conventions.allocation import allocate
    from lexdocs.errors import InputError, Problem, Where

    asked = Reading(shared)
    terms = _cap(asked)
    problems: list[Problem] = []
    read = [_holding(file, line, row, terms.price, problems) for line, row in rows]
    bounds = _sub_caps(asked, sub_caps, {each.series for each in read})
    problems = [Problem(Where(column), what, remedy) for column, what, remedy in asked.faults] + problems
    placed = [each for each in read if each.is_placed]
    problems += [*_disagreements(file, placed), *_repetitions(file, placed)]
    if problems:
        raise InputError(problems)
    keys = sorted({(each.priority, each.series) for each in read})
    numbers = {key: index for index, key in enumerate(keys)}
    listed = [(numbers[each.priority, each.series], each.tendered) for each in read]
    pools = _pools(keys, read)
    found = allocate(pools, listed, terms.amount, terms.denomination, bounds, by_largest_remainder=largest_remainder)
    return list(_answers(read, listed, found)), list(_proof(keys, pools, found, terms, largest_remainder))


def _pools(keys: Sequence[tuple[int, str]], read: Sequence[_Holding]) -> list[Pool]:
    """One pool for each series at each priority; those of one priority are filled together."""
    from lexdocs.conventions.proration import Pool

    sums = dict.fromkeys(keys, Fraction(0))
    prices: dict[tuple[int, str], Fraction] = {}
    for each in read:
        sums[each.priority, each.series] += each.tendered
        prices[each.priority, each.series] = each.price
    return [Pool(sums[key], prices[key], level=key[0], group=key[1]) for key in keys]


def _holding(file: str, line: int, row: Row, price: Fraction, problems: list[Problem]) -> _Holding:
    """A holding of a file; what is wrong with it goes to the problems, and the rest is read all the same."""
    from lexdocs.cli.calc_reading import Reading, amount, priority_of
    from lexdocs.errors import Problem, Where

    asked = Reading(row)
    asked.need("holder", str, "name the holder")
    tendered = asked.need("tendered", amount, "write an amount like $5,000")
    priority, own = asked.take("priority", priority_of), asked.take("price", amount)
    if own is not None and not own:
        asked.refuse("price", "is nothing", "write an amount of more than nothing")
    problems += [Problem(Where(file, line), f"{column}: {what}", remedy) for column, what, remedy in asked.faults]
    is_placed = all(column == "tendered" for column, _, _ in asked.faults)
    cost = price if own is None else own / _PER
    return _Holding(row, line, tendered or Fraction(0), row.get("series", ""), priority or 1, cost, is_placed)


def _disagreements(file: str, read: Sequence[_Holding]) -> Iterator[Problem]:
    """A series with two prices at one priority."""
    from lexdocs.errors import Problem, Where

    first: dict[tuple[int, str], _Holding] = {}
    for each in read:
        other = first.setdefault((each.priority, each.series), each)
        if other.price != each.price:
            what = f"price: {_money(each.price * _PER)}, and {_money(other.price * _PER)} in line {other.line}"
            yield Problem(Where(file, each.line), what, "give one price to a series at one priority")


def _repetitions(file: str, read: Sequence[_Holding]) -> Iterator[Problem]:
    """A holder with two rows of one series and priority: each would be cut to the denomination by itself."""
    from lexdocs.errors import Problem, Where

    first: dict[tuple[str, str, int], _Holding] = {}
    for each in read:
        holder = each.row["holder"]
        other = first.setdefault((holder, each.series, each.priority), each)
        if other is not each:
            of = f" of series {each.series}" if each.series else ""
            what = f'holder: a second holding{of} at priority {each.priority} of "{holder}", after line {other.line}'
            yield Problem(Where(file, each.line), what, "write one row with the sum, or tell the holders apart")


def _sub_caps(asked: Reading, texts: Sequence[str], series: set[str]) -> dict[str, Fraction]:
    """The sub-caps of the call, each `SERIES=AMOUNT`."""
    from lexdocs.cli.calc_reading import amount
    from lexdocs.errors import did_you_mean
    from lexdocs.notation.error import NotationError

    found = {}
    for text in texts:
        name, _, said = (part.strip() for part in text.partition("="))
        if name not in series:
            remedy = did_you_mean(name, series) or f"the series are {', '.join(sorted(series))}"
            asked.refuse("--sub-cap", f'no holding is of a series "{name}"', remedy)
        try:
            found[name] = amount(said)
        except NotationError as error:
            asked.refuse("--sub-cap", error.what, error.example)
    return found


def _answers(read: Sequence[_Holding], listed: Sequence[tuple[int, Fraction]], found: Allocated) -> Iterator[Answer]:
    from lexdocs.conventions.day_count_proof import decimal
    from lexdocs.notation.rounding import as_decimal

    for each, (number, tendered), accepted in zip(read, listed, found.accepted, strict=True):
        part = found.factors[number]
        yield {
            "holder": each.row["holder"], "series": each.series, "priority": each.priority,
            "tendered": as_decimal(tendered), "factor": Decimal(decimal(part)), "factor_exact": str(part),
            "accepted": as_decimal(accepted), "returned": as_decimal(tendered - accepted),
            "cost": Decimal(decimal(accepted * each.price)),
            "why": _why(tendered, accepted, part),
        }  # fmt: skip


def _why(tendered: Fraction, accepted: Fraction, part: Fraction) -> str:
    if part == 1:
        return "accepted in full"
    if part == 0:
        return "nothing of the cap is left"
    exact = tendered * part
    if accepted == exact:
        return "prorated"
    return f"prorated and cut from {_money(exact)}" if accepted < exact else f"given a unit over {_money(exact)}"


def _proof(
    keys: Sequence[tuple[int, str]], pools: Sequence[Pool], found: Allocated, terms: _Cap, largest_remainder: bool
) -> Iterator[str]:
    from lexdocs.conventions.day_count_proof import decimal

    for (priority, series), pool, target, part in zip(keys, pools, found.targets, found.factors, strict=True):
        name = f"priority {priority}" + (f", {series}" if series else "")
        at = "" if pool.price_per_unit == 1 else f" at {_money(pool.price_per_unit * _PER)} per $1,000"
        yield (
            f"{name}: {_money(pool.tendered)} tendered{at}, {_money(target)} fits, "
            f"factor {decimal(part)} ({decimal(part * 100, 4)}%)"
        )
    yield f"accepted in all {_money(sum(found.accepted, Fraction(0)))} under a cap of {_money(terms.amount)}"
    if largest_remainder:
        yield "what the cut leaves is given out by largest remainder, one denomination each"
    yield f"unused {_unused(found.unused)}"


def _unused(found: Unused) -> str:
    return f"{_money(found.amount)}: {found.because}" if found.because else "nothing"


def _money(value: Fraction) -> str:
    """An amount in as many decimals as it needs, six at most."""
    from lexdocs.conventions.day_count_proof import decimal

    return f"${Decimal(decimal(value, 6)):,f}"
