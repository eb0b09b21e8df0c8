"""A report as workflow commands of GitHub: each result an annotation on its line."""

from __future__ import annotations

from lexdocs.checks.reports.record import Report, Reported
from lexdocs.checks.reports.rules import kind
from lexdocs.errors import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(report: Report) -> str:
    """A line for each result, in order: GitHub shows the first ten of a step, so what moved stands first."""
    first = [each for each in report.results if each.is_cause]
    rest = [each for each in report.results if not each.is_cause]
    return "".join(f"{_command(each)}\n" for each in (*first, *rest))


def _command(each: Reported) -> str:
    command = "notice" if each.accepted else _COMMANDS[each.level]
    given = {
        "file": each.where.file,
        "line": str(each.where.line or ""),
        "col": str(each.where.column or ""),
        "title": kind(each.rule_id).says.rstrip("."),
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in given.items() if value)
    said = [each.message + (f"; {each.remedy}" if each.remedy else "")]
    said += [each.cause] if each.cause and not each.is_cause else []
    said += [f"accepted by {each.accepted.by}: {each.accepted.because}"] if each.accepted else []
    return f"::{command} {properties}::{_message(chr(10).join(said))}"


def _message(text: str) -> str:
    r"""A text as a command's message.

    >>> _message("60%\nof it")
    '60%25%0Aof it'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A text as a command's property, in which a colon and a comma are signs too.

    >>> _property("a: b, c")
    'a%3A b%2C c'
    """
    return _message(text).replace(":", "%3A").replace(",", "%2C")
