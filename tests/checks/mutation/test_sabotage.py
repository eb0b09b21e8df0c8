"""Sabotage of a copy of the repository: each is caught by `check` or by `mutate`, and the copy without it by neither.

Most of them change nothing that is printed today, or would be built and committed along with the output: so `check`
cannot see them, and `mutate` must. It is asked for the inputs alone on which the sabotage bears, to save time.
"""

import itertools
import os
import shutil
from pathlib import Path

import pytest

from tests.process import forked

pytestmark = pytest.mark.soak

ROOT = Path(__file__).parents[3]
PARTS = ("lexdocs", "templates", "output")
LATER = itertools.count(1)  # seconds that are added to a file's time, so that no old bytes of it are run

HOLDOUTS = (
    "the interest on it is {{ %s | cents }} and the whole payment{%% if old_notes_accrete %%}, with the accreted value,"
    "{%% endif %%} {{ %s | cents }}"
)
OUTSTANDING = '<data class="figure" value="27412000" data-figure="outstanding">$27,412,000</data>'
LEGEND = (
    "Specimen: a reconstruction for demonstration; holders are invented; "
    "not issued by the company or any agent; not an offer."
)
LEAF = "        raw = self.sheet.value(at)\n        path = dotted(at)\n"
STALE = f'{LEAF}        if name == "exercise_price" and value:\n            value = type(value)("2.273")\n'

SABOTAGES = {
    # A literal frozen, with a tick around it or under one.
    "an amount typed with a tick around it": (
        "check", "templates/press-releases/commencement.md",
        "in the principal amount of {{ outstanding }}", f"in the principal amount of {OUTSTANDING}",
    ),
    "a name typed where it was printed": (
        "company.name", "templates/notices/commencement.md",
        "{{ company_name }}\n{: .signature }", "Lexington Precision Corporation\n{: .signature }",
    ),
    "a name typed into a title": (
        "company.short_name", "templates/press-releases/commencement.md",
        'title: "{{ company_short_name }} Commences', 'title: "Lexington Precision Commences',
    ),
    "a tick with another text than its figure's": (
        "warrants.exercise_price", "lexdocs/documents/ticks.py",
        'lines = tick.paper.split("\\n")\n',
        'lines = ["$2.273"] if tick.address == "exercise_price" else tick.paper.split("\\n")\n',
    ),
    "a legend that never changes": (
        "legend", "lexdocs/outputs/html.py",
        "{(marked + html.escape(legend, quote=False)).strip()}</p>", f"{LEGEND}</p>",
    ),
    "a text form that says what it said": (
        "warrants.exercise_price", "lexdocs/outputs/text.py",
        "    read = visible_blocks(body, spelled)\n",
        '    read = visible_blocks(re.sub(r">[^<]*</data> a share", ">$2.273</data> a share", body), spelled)\n',
    ),
    "a rule that gives what it gave": (
        "offer.minimum_tender", "lexdocs/offers/participation.py",
        "return outstanding - minimum_tender_principal",
        "return 274_000 + 0 * (outstanding - minimum_tender_principal)",
    ),
    # Two figures swapped.
    "two figures of one value": (
        "new_notes.maturity", "templates/offering-circular/new-notes.md",
        "Their principal falls due on {{ new_maturity }}", "Their principal falls due on {{ warrant_expiration }}",
    ),
    "two figures of other values": (
        "check", "templates/offering-circular/participation-table.md",
        '{{ aggregate_fee["all"] | cents }}', '{{ aggregate_fee["minimum"] | cents }}',
    ),
    "two figures in words that are not printed yet": (
        "holdouts.payment_date", "templates/offering-circular/not-tendering.md",
        HOLDOUTS % ("maximum_holdout_interest", "maximum_holdout_payment"),
        HOLDOUTS % ("maximum_holdout_payment", "maximum_holdout_interest"),
    ),
    "two figures where old notes accrete, which these do not": (
        "legend", "templates/shared/accreted-values.md",
        "{{ accretion.accretion_date }}", "{{ new_maturity }}",
    ),
    # An input skipped.
    "an input that a rule does not read": (
        "new_notes.increments.rest_in_cash", "lexdocs/offers/holdings.py",
        "return new_notes_fraction if cash_in_lieu_applies else Fraction(0)", "return new_notes_fraction",
    ),
    "an input that a rule has lost, and that is nothing today": (
        "legend", "lexdocs/offers/positions.py",
        "holder_cash_gross: Money, holder_withheld: Money) -> Money", "holder_cash_gross: Money) -> Money",
        "return holder_cash_gross - holder_withheld", "return holder_cash_gross",
    ),
    "an input that a rule reads and does not use": (
        "legend", "lexdocs/offers/positions.py",
        "return holder_cash_gross - holder_withheld", "return holder_cash_gross - 0 * holder_withheld",
    ),
    "the first of several rows for the last, where there is but one": (
        "legend", "lexdocs/offers/timetable.py",
        "event_at[list(event_at)[-1]].date", "event_at[list(event_at)[0]].date",
    ),
    "the first of several events for the last, tried with an event more": (
        "events (a later one)", "lexdocs/offers/timetable.py",
        "event_at[list(event_at)[-1]].date", "event_at[min(event_at)].date",
    ),
    "a term that is not taken from the sheet": (
        "warrants.exercise_price", "lexdocs/terms/leaves.py",
        LEAF, STALE,
    ),
    # A rounding turned.
    "a rounding where there is nothing to round": (
        "legend", "lexdocs/offers/fee.py",
        '@rule(per="participation", round=Round(Rounding.HALF_UP, to=CENT))\ndef aggregate_fee',
        '@rule(per="participation", round=Round(Rounding.DOWN, to=CENT))\ndef aggregate_fee',
    ),
    "a rounding inside a rule": (
        "new_notes.increments.amount", "lexdocs/offers/holdings.py",
        "round_to(holder_claim, Rounding.DOWN, new_notes_increment)",
        "round_to(holder_claim, Rounding.HALF_UP, new_notes_increment)",
    ),
    "the rounding of a print style": (
        "warrants.per_denomination", "lexdocs/notation/decimals.py",
        "size = (2 * abs(top) + bottom) // (2 * bottom)", "size = abs(top) // bottom",
    ),
    "a rounding that the terms choose": (
        "check", "lexdocs/notation/rounding.py",
        "Rounding.UP: lambda top, bottom: -(-top // bottom)", "Rounding.UP: lambda top, bottom: top // bottom",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sabotage")
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "*.pdf"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def run(folder, *arguments):
    return forked(*arguments, cwd=folder, package=folder)


def asked(verb):
    return ("check",) if verb == "check" else ("mutate", "--jobs", "1", "--only", verb)


def touched(path, text):
    """Write a file with a time that no earlier one of its name had: bytes that were kept for it are kept no longer."""
    path.write_text(text, "utf-8")
    at = path.stat().st_mtime + next(LATER) * 10
    os.utime(path, (at, at))


@pytest.mark.xdist_group("sabotage")
@pytest.mark.parametrize("name", SABOTAGES)
def test_sabotage_is_caught(copy, name):
    verb, file, *changes = SABOTAGES[name]
    path = copy / file
    text = mended = path.read_text("utf-8")
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    touched(path, text)
    try:
        ran = run(copy, *asked(verb))
    finally:
        touched(path, mended)
    assert ran.returncode in (1, 3, 4), ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.xdist_group("sabotage")
def test_the_copy_without_sabotage_is_sound(copy):
    assert run(copy, "check").returncode == 0
    ran = run(copy, "mutate", "--jobs", "1", "--only", "warrants.exercise_price", "--only", "holdouts.payment_date")
    assert ran.returncode == 0, ran.stdout
    assert "100%" in ran.stderr
