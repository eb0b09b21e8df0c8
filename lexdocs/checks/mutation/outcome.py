"""What came of the changes: what moved and where, what stayed by what reason, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from lexdocs.errors import Problem, Severity, Where


class Fault(StrEnum):
    """What can be wrong, in the words of the report."""

    FROZEN = "frozen"
    WRONG = "prints something else"
    UNCALLED = "moved without a cause"
    REWORDED = "words moved without a cause"
    SKIPPED = "input skipped"
    UNWRITTEN = "cannot be written"
    REFUSED = "could not be changed"
    DEAD = "nothing depends on it"
    SAVED = "not as it was saved"


_REMEDIES = {
    Fault.FROZEN: "print the figure in its place",
    Fault.WRONG: "print the figure that stands there, as its style says",
    Fault.UNCALLED: "a figure follows from its inputs alone: take what moves it as one",
    Fault.REWORDED: "words are chosen by flags and rows alone",
    Fault.SKIPPED: "take the input into account, or leave it out of the rule",
    Fault.UNWRITTEN: "print it in a style that every value has",
    Fault.REFUSED: "see whether the terms refuse what they should allow",
    Fault.DEAD: "remove the term, or print what follows from it",
    Fault.SAVED: "mend the rule or the template; where it is meant, run `lexdocs mutate --save`",
}


@dataclass(frozen=True, order=True)
class Finding:
    """Something wrong that a change brought to light: in which document or figure, where in it, and what."""

    fault: Fault
    subject: str
    place: str
    says: str

    def __str__(self) -> str:
        return f"{self.fault}: {' '.join(part for part in (self.subject, self.place) if part)}: {self.says}"


@dataclass(frozen=True)
class Printed:
    """A figure that a document prints otherwise after a change."""

    document: str
    place: str
    address: str
    was: str
    now: str


@dataclass(frozen=True)
class Moved:
    """A figure that is another after a change."""

    address: str
    was: str
    now: str


@dataclass(frozen=True)
class Stayed:
    """A figure that stayed though something that it is made of moved, and what took up the change."""

    address: str
    reason: str


@dataclass(frozen=True)
class Trial:
    """One change of one input, and what came of it.

    `documents` are the templates of which a page moved; `law` says that a finding of the rules moved. `digests` stand
    for what each figure name and each template came to.
    """

    text: str
    figures: tuple[Moved, ...] = ()
    printed: tuple[Printed, ...] = ()
    stayed: tuple[Stayed, ...] = ()
    documents: tuple[str, ...] = ()
    law: bool = False
    faults: tuple[Finding, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)

    @property
    def idle(self) -> bool:
        """Whether nothing came of it at all."""
        return not (self.documents or self.law or len({each.address.split("[")[0] for each in self.figures}) > 1)


@dataclass(frozen=True)
class Outcome:
    """All changes of one input. `refused` are the values that the terms did not allow, each with the reason.

    `finite` says that there are no other values, or that others are refused where it stands: that is an effect too.
    `elsewhere` says that a template names what follows from it, be it for another event.
    """

    path: str
    where: Where
    was: str
    standing: str
    trials: tuple[Trial, ...]
    refused: tuple[tuple[str, str], ...] = ()
    finite: bool = False
    elsewhere: bool = False

    @property
    def counts(self) -> bool:
        """Whether the input counts towards the score: somebody wrote it."""
        return self.standing == "written"

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the input, each thing once."""
        found = [fault for trial in self.trials for fault in trial.faults]
        if self.counts and not self.trials and not self.finite:
            reason = self.refused[0][1] if self.refused else "no other value of it is known here"
            found.append(Finding(Fault.REFUSED, self.path, "", reason))
        # A time of the log that moves nothing within its deadlines is held by them.
        held = self.finite and bool(self.refused) and self.where.file.endswith(".csv")
        idle = all(trial.idle for trial in self.trials) and not self.elsewhere and not held
        if self.counts and self.trials and idle:
            found.append(
                Finding(Fault.DEAD, self.path, "", f"{self.trials[0].text} instead of {self.was} moves nothing")
            )
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class Report:
    """The outcome for a whole deal as of an event. `general` are findings that belong to no one input."""

    deal: str
    event: str
    digest: str
    outcomes: tuple[Outcome, ...]
    general: tuple[Finding, ...] = ()

    @property
    def counted(self) -> int:
        """Inputs that count."""
        return sum(each.counts for each in self.outcomes)

    @property
    def explained(self) -> int:
        """Inputs that count, of which every change came out as it must."""
        return sum(each.counts and not each.findings for each in self.outcomes)

    @property
    def trials(self) -> int:
        """Changes made."""
        return sum(len(each.trials) for each in self.outcomes)

    @property
    def sound(self) -> bool:
        """Whether nothing at all is wrong."""
        return not self.general and not any(each.findings for each in self.outcomes)

    @property
    def percent(self) -> int:
        """The score, in whole percent, rounded down: 100 is all of them."""
        return self.explained * 100 // self.counted if self.counted else 100

    def findings(self) -> Iterator[tuple[Outcome | None, Finding]]:
        """Everything wrong, with the input that brought it to light."""
        yield from ((None, finding) for finding in self.general)
        yield from ((outcome, finding) for outcome in self.outcomes for finding in outcome.findings)


def together(reports: Sequence[Report]) -> list[Report]:
    """The reports of several events: an input that moves something at one of them is no dead one at the others."""
    alive = {
        each.path for report in reports for each in report.outcomes if not all(trial.idle for trial in each.trials)
    }
    return [
        replace(
            report,
            outcomes=tuple(replace(each, elsewhere=each.elsewhere or each.path in alive) for each in report.outcomes),
        )
        for report in reports
    ]


def problems(reports: Iterable[Report]) -> Iterator[Problem]:
    """The findings as problems, for any kind of report."""
    for report in reports:
        for outcome, finding in report.findings():
            where = outcome.where if outcome else Where(finding.subject)
            says = f"{outcome.path}: {finding}" if outcome else str(finding)
            yield Problem(where, says, _REMEDIES[finding.fault], Severity.ERROR)
