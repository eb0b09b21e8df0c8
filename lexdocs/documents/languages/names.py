"""Texts that are said alike in every language: names of persons, companies and securities, numbers, addresses.

Every other text of the terms is words, and a translation that prints it needs it in its catalogue.
"""

from __future__ import annotations

from lexdocs.notation.units import Unit

_ENDINGS = ("_name", "_isin", "_agent", "_short", "_city")
_NAMES = frozenset(
    {
        "ticker", "market", "dealer_manager", "holder_id", "holder_account", "holder_participant", "holder_address",
        "holder_language", "holding_series", "consideration_series", "pool_series", "statement_number",
        "statement_version", "replaced_statement", "step_aside_holding", "last_step_holding", "pool_last_holding",
        "reference_security", "reference_page", "documents_address",
    }
)  # fmt: skip
_WORDS = frozenset({"option_name", "option_excess_name", "main_option_name", "fee_name"})


def is_name(figure: str, unit: Unit) -> bool:
    """Whether a figure's text is said as it stands; the title of a security is its name.

    >>> is_name("company_name", Unit.TEXT), is_name("share_class", Unit.TEXT), is_name("old_notes_title", Unit.TITLE)
    (True, False, True)
    """
    if unit is not Unit.TEXT:
        return True
    return figure in _NAMES or (figure.endswith(_ENDINGS) and figure not in _WORDS)
