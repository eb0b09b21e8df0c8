"""A cash tender offer: one or more series of notes bought for cash, all that is tendered or up to caps."""

from __future__ import annotations

from pydantic import model_validator

from lexdocs.offers import (
    abbreviated,
    amended_cash,
    amended_terms,
    amendments,
    conditions,
    corrections,
    current_report,
    deadlines,
    delivery,
    delivery_cash,
    history,
    minimum,
    position_totals,
    positions,
    series_interest,
    series_listed,
    series_positions,
    series_progress,
    series_totals,
    tender_acceptance,
    tender_caps,
    tender_costs,
    tender_holdings,
    tender_late,
    tender_outlook,
    tender_payment,
    tender_per_thousand,
    tender_pools,
    tender_positions,
    tender_prices,
    tender_progress,
    tender_proration,
    tender_residue,
    tender_results,
    tender_settlement,
    tender_small_returns,
    tender_spread,
    tender_totals,
    timetable,
)
from lexdocs.offers.cash_tender_faults import faults
from lexdocs.offers.cash_tender_terms import TenderSheet

RULES = (
    timetable, abbreviated, minimum, deadlines, history, amendments, amended_cash, amended_terms, current_report,
    conditions, delivery, delivery_cash, series_interest, series_listed, tender_spread, tender_prices,
    tender_per_thousand,
    tender_pools, positions, tender_holdings, tender_costs, tender_proration, tender_residue, tender_acceptance,
    tender_small_returns, tender_payment, position_totals, series_totals, tender_results, tender_caps, tender_totals,
    tender_settlement, tender_outlook, series_progress, tender_progress, tender_late, corrections, series_positions,
    tender_positions,
)  # fmt: skip
"""The modules whose rules make the figure graph of a cash tender offer."""


class CashTenderTerms(TenderSheet):
    """The terms of a cash tender offer."""

    @model_validator(mode="after")
    def _meaningful(self) -> CashTenderTerms:
        """Refuse what would leave figures without meaning; disagreements are findings, not errors."""
        found = faults(self)
        if found:
            raise ValueError("\n".join(found))
        return self
