"""An exchange offer: new notes, a participation fee and warrants for old notes."""

from __future__ import annotations

from pydantic import model_validator

from lexdocs.offers import (
    abbreviated,
    accreted_value,
    accrued_interest,
    amended_exchange,
    amended_terms,
    amendments,
    capitalization,
    closing,
    conditions,
    corrections,
    covenants,
    current_report,
    deadlines,
    delivery,
    delivery_exchange,
    exchange_capitalization,
    exemption,
    fee,
    history,
    holdings,
    holdouts,
    installment_due,
    installments,
    interest,
    interest_periods,
    minimum,
    overdue,
    paid_in_kind,
    participation,
    position_totals,
    positions,
    statements,
    tally,
    timetable,
    titles,
    to_date,
    totals,
    warrants,
)
from lexdocs.offers.exchange_faults import faults
from lexdocs.offers.exchange_terms import ExchangeSheet

RULES = (
    minimum,
    titles,
    timetable,
    abbreviated,
    deadlines,
    delivery,
    delivery_exchange,
    history,
    conditions,
    amended_exchange,
    amended_terms,
    amendments,
    current_report,
    participation,
    accreted_value,
    accrued_interest,
    overdue,
    interest_periods,
    interest,
    covenants,
    paid_in_kind,
    installments,
    fee,
    warrants,
    corrections,
    statements,
    positions,
    holdings,
    position_totals,
    totals,
    tally,
    to_date,
    holdouts,
    closing,
    installment_due,
    capitalization,
    exchange_capitalization,
    exemption,
)
"""The modules whose rules make the figure graph of an exchange offer."""


class ExchangeTerms(ExchangeSheet):
    """The terms of an exchange offer."""

    @model_validator(mode="after")
    def _meaningful(self) -> ExchangeTerms:
        """Refuse what would leave figures without meaning; disagreements are findings, not errors."""
        found = faults(self)
        if found:
            raise ValueError("\n".join(found))
        return self
