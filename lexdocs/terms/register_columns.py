"""The columns of a register: which there are depends on the terms, and on whether there is a tender log."""

from __future__ import annotations

from lexdocs.notation.units import Unit
from lexdocs.terms.files.records import Kind
from lexdocs.terms.frame import Frame
from lexdocs.terms.listing import Column

LINES = 4
KIND = Kind(
    "the register", "holders", "its holders",
    texts=(
        "id", "name", *(f"address_{line}" for line in range(1, LINES + 1)), "account", "participant", "country",
        "postal_code", "language",
    ),
    amounts=("held", "tendered", "withdrawn", "early"), others=("series", "option", "withholding"),
)  # fmt: skip

LANGUAGE = "holder_language"
"""The figure that says in which language a holder is written to; empty for English."""
_IDENTITY = (
    Column("id", "holder_id", Unit.TEXT, "Identifier of the holding"),
    Column("name", "holder_name", Unit.TEXT, "Name of the holder"),
    *(
        Column(f"address_{line}", "", Unit.TEXT, "Line of the address", required=line == 1)
        for line in range(1, LINES + 1)
    ),
    Column("account", "holder_account", Unit.TEXT, "Account of the holder", required=False),
    Column(
        "participant", "holder_participant", Unit.TEXT, "Participant through whom the notes are held", required=False
    ),
    Column("country", "", Unit.TEXT, "Country to which a statement is posted", required=False),
    Column("postal_code", "", Unit.TEXT, "Postal code to which a statement is posted", required=False),
    Column(
        "language", LANGUAGE, Unit.TEXT, "Language in which the holder is written to: en, es, fr or de", required=False
    ),
)
_HELD = Column("held", "held_principal", Unit.MONEY, "Principal amount held")
TENDERED = Column("tendered", "tendered_principal", Unit.MONEY, "Principal amount tendered")
WITHDRAWN = Column(
    "withdrawn", "withdrawn_principal", Unit.MONEY, "Principal amount tendered and withdrawn", required=False
)
EARLY = Column(
    "early", "early_tendered_principal", Unit.MONEY, "Principal amount tendered early and not withdrawn", required=False
)
REFUSED = Column("refused", "refused_principal", Unit.MONEY, "Principal amount of tenders that do not count")
LATE = Column("late", "refused_late_principal", Unit.MONEY, "Principal amount of tenders that came too late")
GUARANTEED = Column(
    "guaranteed", "guaranteed_principal", Unit.MONEY,
    "Principal amount tendered under a guarantee, not withdrawn and not delivered yet",
)  # fmt: skip
LOG_ALONE = (REFUSED, LATE, GUARANTEED)
"""What the tender log alone says, where early tenders are told apart from late ones; nothing without a log."""
WITHHOLDING = Column(
    "withholding", "withholding_rate", Unit.PERCENTAGE, "Rate of tax withheld by the agent", required=False
)
ADDRESS = Column("address", "holder_address", Unit.TEXT, "Address of the holder, line by line")
DESTINATION = Column("destination", "holder_destination", Unit.TEXT, "Country and postal code, a line each")
"""Where a statement is posted: by it a print stream is sorted, and no figure or document has it."""
LOGGED = ("tendered", "withdrawn", "early", "option")
"""Columns whose author is the tender log, where there is one."""


def columns(frame: Frame, *, logged: bool = False) -> tuple[Column, ...]:
    """The columns of a register, in the order of a new one; texts first, then amounts, then rates."""
    series = Column("series", "holding_series", Unit.TEXT, "Series of notes that are held", frame.several_series)
    option = Column("option", "", Unit.TEXT, "Option chosen for what is tendered", frame.several_options)
    found = [*_IDENTITY, *([series] if frame.series is not None else ())]
    found += [option] if frame.options and not logged else []
    found += [_HELD]
    if not logged:
        found += [TENDERED, WITHDRAWN, *([EARLY] if frame.early else ())]
    return (*found, WITHHOLDING)
