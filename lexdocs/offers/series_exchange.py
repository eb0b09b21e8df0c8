"""An exchange offer for several series of old notes: options, early and late consideration, pools and caps."""

from __future__ import annotations

from pydantic import model_validator

from lexdocs.offers import (
    abbreviated,
    amended_series,
    amended_terms,
    amendments,
    capitalization,
    conditions,
    corrections,
    current_report,
    deadlines,
    delivery,
    delivery_exchange,
    exemption,
    history,
    installment_due,
    installments,
    minimum,
    position_totals,
    positions,
    series_exchange_baskets,
    series_exchange_burden,
    series_exchange_capitalization,
    series_exchange_caps,
    series_exchange_cash,
    series_exchange_described,
    series_exchange_equity,
    series_exchange_examples,
    series_exchange_holdings,
    series_exchange_notes,
    series_exchange_outlook,
    series_exchange_participation,
    series_exchange_payments,
    series_exchange_pools,
    series_exchange_rates,
    series_exchange_receipts,
    series_exchange_reckoned,
    series_exchange_remaining,
    series_exchange_settlement,
    series_exchange_shares,
    series_exchange_sums,
    series_exchange_totals,
    series_exchange_unused,
    series_exchange_words,
    series_interest,
    series_listed,
    series_positions,
    series_progress,
    series_totals,
    timetable,
)
from lexdocs.offers.series_exchange_faults import faults
from lexdocs.offers.series_exchange_terms import SeriesExchangeSheet

RULES = (
    minimum,
    timetable,
    abbreviated,
    deadlines,
    delivery,
    delivery_exchange,
    history,
    amended_series,
    amended_terms,
    amendments,
    conditions,
    current_report,
    series_interest,
    series_listed,
    series_exchange_rates,
    series_exchange_remaining,
    series_exchange_notes,
    series_exchange_caps,
    installments,
    installment_due,
    positions,
    series_exchange_holdings,
    series_exchange_pools,
    series_exchange_receipts,
    series_exchange_reckoned,
    series_exchange_cash,
    position_totals,
    series_totals,
    series_exchange_totals,
    series_exchange_sums,
    series_exchange_unused,
    series_exchange_equity,
    series_exchange_outlook,
    corrections,
    series_positions,
    series_progress,
    series_exchange_settlement,
    series_exchange_words,
    series_exchange_payments,
    series_exchange_described,
    series_exchange_baskets,
    series_exchange_examples,
    series_exchange_shares,
    series_exchange_participation,
    series_exchange_burden,
    exemption,
    capitalization,
    series_exchange_capitalization,
)
"""The modules whose rules make the figure graph of an exchange offer for several series."""


class SeriesExchangeTerms(SeriesExchangeSheet):
    """The terms of an exchange offer for several series."""

    @model_validator(mode="after")
    def _meaningful(self) -> SeriesExchangeTerms:
        """Refuse what would leave figures without meaning; disagreements are findings, not errors."""
        found = faults(self)
        if found:
            raise ValueError("\n".join(found))
        return self
