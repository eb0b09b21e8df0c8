"""The index of a page, whose rows stand in the order of their own words: a term that is renamed takes another place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from lexdocs.checks.mutation.outcome import Fault, Finding
from lexdocs.checks.mutation.pages import Page, Ticked
from lexdocs.documents.visible import Block


def rows(template: str, was: Page, now: Page, meant: Callable[[Block], str | None]) -> Iterator[Finding]:
    """Rows that should not be there, and rows that should: the old ones with their figures written anew, in any order.

    `meant` writes an old row anew; it gives None where one of its figures is gone.
    """
    should = [meant(block) for block in was.main if block.indexed]
    if None in should:
        return
    there = {block.text: block.place for block in now.main if block.indexed}
    wanted = Counter(text for text in should if text is not None)
    found = Counter(block.text for block in now.main if block.indexed)
    lost = ", ".join(f"“{text}”" for text in sorted((wanted - found).elements())) or "no such row"
    for text in sorted((found - wanted).elements()):
        yield Finding(Fault.FROZEN, template, f"index, {there[text]}", f"says “{text}” where {lost} is meant")
    if not found - wanted and wanted - found:
        yield Finding(Fault.REWORDED, template, "index", f"does not hold {lost}")


def order(template: str, page: Page) -> Iterator[Finding]:
    """The first row of an index that stands behind one which it should precede."""
    folded = [entry.casefold() for entry in page.entries]
    for (before, entry), one, two in zip(
        zip(page.entries, page.entries[1:], strict=False), folded, folded[1:], strict=False
    ):
        if two < one:
            yield Finding(Fault.REWORDED, template, "index", f"has “{entry}” behind “{before}”")
            return


def by_address(page: Page, ticks: list[tuple[Ticked, str]]) -> list[tuple[Ticked, str]]:
    """The ticks of a page, those of its index by address: there the order says nothing of what is printed where."""
    count = sum(span.tick is not None for block in page.header for span in block.spans)
    of_index = {
        span.tick + count for block in page.main if block.indexed for span in block.spans if span.tick is not None
    }
    if not of_index:
        return ticks
    moving = iter(sorted((ticks[at] for at in sorted(of_index)), key=lambda each: each[0].address))
    return [next(moving) if at in of_index else each for at, each in enumerate(ticks)]
