"""Balance: each file closes the tags that it opens, and closes none that it did not open, whatever includes it.

A tag that is left open takes all that follows into itself, and then faults are found in files that have none. So each
file is read by itself, before anything is put together: its arms of a choice must leave the same tags open, and a loop
none that were not open before it. What its first row opens, its last may close; and `<li>` is free within a loop,
where one row may end the item of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lexdocs.documents.allowed import TAGS
from lexdocs.documents.library import Template
from lexdocs.errors import Problem, Where

_SIGN = re.compile(
    r"\{!.*?!\}|\{\{.*?\}\}|\{%[-+]?\s*(?P<word>\w+)\s*(?P<test>.*?)\s*[-+]?%\}"
    r"|<(?P<end>/?)(?P<tag>[A-Za-z][\w-]*)(?=[\s/>])(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>",
    re.DOTALL,
)
_VOID = frozenset({"br", "col"})
_FREE = "li"
# Of these exactly one row is the one: what the first row opens, the last may close.
_ONCE = frozenset({"loop.first", "loop.last"})


@dataclass(frozen=True)
class _Tag:
    name: str
    line: int


@dataclass
class _Choice:
    """An `if` or a `for` that is open: the tags that were open before it, and what each arm so far left open."""

    word: str
    before: list[_Tag]
    tests: list[str]
    left: list[list[_Tag]] = field(default_factory=list)


@lru_cache(maxsize=512)
def balance_problems(template: Template) -> tuple[Problem, ...]:
    """Every tag of a file that is opened or closed alone, in the order of its lines."""
    return tuple(sorted(_Reader(template).problems(), key=lambda problem: problem.where))


class _Reader:
    def __init__(self, template: Template) -> None:
        self.template = template
        self.open: list[_Tag] = []
        self.choices: list[_Choice] = []
        self.found: list[Problem] = []

    def problems(self) -> Iterator[Problem]:
        text, line, at = self.template.text, 1, 0
        for sign in _SIGN.finditer(text):
            line += text.count("\n", at, sign.start())
            at = sign.start()
            if sign["word"]:
                self._statement(sign["word"], sign["test"], line)
            elif sign["tag"]:
                self._tag(sign["tag"].lower(), line, closes=bool(sign["end"]))
        yield from self.found
        for each in self.open:
            yield self._unclosed(each)

    def _tag(self, name: str, line: int, *, closes: bool) -> None:
        in_loop = any(each.word == "for" for each in self.choices)
        if name in _VOID or name not in TAGS or (name == _FREE and in_loop):
            return
        if not closes:
            self.open.append(_Tag(name, line))
        elif all(each.name != name for each in self.open):
            what = f"</{name}> closes nothing that this file opens"
            self._fault(line, what, f"delete it, or open <{name}> where it begins")
        else:
            while (last := self.open.pop()).name != name:
                self.found.append(self._unclosed(last))

    def _statement(self, word: str, test: str, line: int) -> None:
        if word in ("if", "for"):
            self.choices.append(_Choice(word, list(self.open), [test]))
        elif not self.choices:
            return  # of which it is told elsewhere
        elif word in ("elif", "else"):
            choice = self.choices[-1]
            choice.left.append(self.open)
            choice.tests.append(test)
            self.open = list(choice.before)
        elif word in ("endif", "endfor"):
            self._joined(self.choices.pop(), line)

    def _joined(self, choice: _Choice, line: int) -> None:
        """What is open behind a choice: what all of its arms leave open."""
        arms = [*choice.left, self.open]
        once = next((number for number, test in enumerate(choice.tests) if test in _ONCE), None)
        kept = arms[once or 0]
        if once is not None:
            arms.pop(once)
        if choice.tests[-1] or not arms:
            arms.append(choice.before)  # no arm at all
        names = [[each.name for each in arm] for arm in arms]
        if all(each == names[0] for each in names):
            self.open = list(kept)
            return
        where = f"this {{% {choice.word} %}}"
        known = {id(each) for each in choice.before}
        for tag in (tag for arm in arms for tag in arm if id(tag) not in known):
            what = f"<{tag.name}> is opened in {where} and not closed in it"
            self._fault(tag.line, what, f"add </{tag.name}> before it ends")
        for tag in choice.before:
            if any(all(tag is not each for each in arm) for arm in arms):
                what = f"the <{tag.name}> of line {tag.line} is closed in {where}, and not in every case"
                self._fault(line, what, f"put </{tag.name}> behind it")
        self.open = list(kept if once is not None else choice.before)

    def _unclosed(self, tag: _Tag) -> Problem:
        return self._problem(tag.line, f"<{tag.name}> is never closed", f"add </{tag.name}> where it ends")

    def _fault(self, line: int, what: str, remedy: str) -> None:
        self.found.append(self._problem(line, what, remedy))

    def _problem(self, line: int, what: str, remedy: str) -> Problem:
        return Problem(Where(self.template.name, line), what, remedy)
