"""Terms that say by being left out that a deal has no such thing: no minimum, no cap of a series, no ticker.

Documents say so in words, or pass the thing over. It is not open what they will say of it, as it is of a date that has
not been set.
"""

from __future__ import annotations

ABSENT_IF_LEFT_OUT = frozenset({
    "minimum_tender", "series_minimum_tender",
    "cap", "series_cap", "new_note_cap", "odd_lots_below", "early_premium", "par_call_date", "reference_page",
    "withdrawal_deadline",  # whether tenders may be withdrawn is a term of its own
    "ticker", "market", "documents_address",
    "dealer_manager", "dealer_manager_address", "dealer_manager_telephone",
    "information_agent", "information_agent_address", "information_agent_telephone", "tender_agent_telephone",
    "solicitation_fee", "step_through", "early_deadline",
})  # fmt: skip
"""Names of the figures of these terms."""


def is_absent(address: str) -> bool:
    """Whether a pending figure, by its name and row, is one that the deal does not have.

    >>> is_absent("series_cap[n29]"), is_absent("settlement_date")
    (True, False)
    """
    return address.partition("[")[0] in ABSENT_IF_LEFT_OUT
