"""Deals whose terms call for every ancillary document: copies of the test deals with terms on delivery."""

from __future__ import annotations

import shutil
from pathlib import Path

DEALS = Path(__file__).parent / "deals"
ADDRESS = "  address: |-\n    Reorganization Desk\n    400 Nowhere Street\n    Ely, MN 55731\n"
GUARANTEED = "  guaranteed_delivery: three\n"
PRIVATE = "law:\n  exemption: 4(a)(2)/144A/Reg S\n\n"
FORMS = {
    "tiny": "  form: {}\n",
    "odd": "  form: {}\n",
    "ferry": "form_of_notes: {}\n",
    "windrow": "form_of_notes: {}\n",
}
BEFORE = {"tiny": "  denomination: ", "odd": "  denomination: ", "ferry": "\noffer:\n", "windrow": "\noffer:\n"}
EVERY = {
    "letter-of-transmittal", "notice-of-guaranteed-delivery", "letter-to-brokers", "letter-to-clients",
    "notice-of-withdrawal", "eligibility-letter",
}  # fmt: skip


def variant(
    name: str, into: Path, form: str = "both", *, guaranteed: bool = True, private: bool = True, address: bool = True,
    more: tuple[tuple[str, str], ...] = (),
) -> Path:  # fmt: skip
    """A copy of a test deal with its notes in a form, and what else its terms say of delivery."""
    folder = Path(shutil.copytree(DEALS / name, into / name))
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    edits = [(BEFORE[name], "\n" * (BEFORE[name][0] == "\n") + FORMS[name].format(form) + BEFORE[name])] if form else []
    edits += [("\noffer:\n", "\noffer:\n" + GUARANTEED)] if guaranteed else []
    edits += [("  clearing: ", ADDRESS + "  clearing: ")] if address else []
    edits += [("\nsources:\n", "\n" + PRIVATE + "sources:\n")] if private and name != "ferry" else []
    for old, new in (*edits, *more):
        assert text.count(old) == 1, (name, old)
        text = text.replace(old, new)
    sheet.write_text(text, "utf-8")
    return folder
