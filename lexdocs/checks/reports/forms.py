"""The forms in which a report can be written, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lexdocs.checks.reports.data import data
from lexdocs.checks.reports.github import github
from lexdocs.checks.reports.junit import junit
from lexdocs.checks.reports.record import Report
from lexdocs.checks.reports.sarif import sarif
from lexdocs.checks.reports.text import text

FORMS: Mapping[str, Callable[[Report], str]] = {
    "text": text,
    "json": data,
    "junit": junit,
    "sarif": sarif,
    "github": github,
}
