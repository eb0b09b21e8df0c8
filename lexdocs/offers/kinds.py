"""The kinds of offer there are: for each its terms, its rules, and the schema of its term sheet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

from lexdocs.errors import Problem, UsageError, Where, did_you_mean
from lexdocs.figures.graph import Graph, assemble
from lexdocs.offers import cash_tender, exchange, series_exchange
from lexdocs.terms.sheet import TermSheet
from lexdocs.terms.terms import declared_leaves

KINDS: Mapping[str, type[TermSheet]] = {
    "exchange": exchange.ExchangeTerms,
    "cash_tender": cash_tender.CashTenderTerms,
    "series_exchange": series_exchange.SeriesExchangeTerms,
}
RULES = {
    "exchange": exchange.RULES,
    "cash_tender": cash_tender.RULES,
    "series_exchange": series_exchange.RULES,
}


@lru_cache(maxsize=8)
def graph_of(kind: str) -> Graph:
    """The figure graph of a kind of offer; the same for every deal of the kind."""
    declared, axes = declared_leaves(KINDS[kind])
    return assemble(RULES[kind], declared, axes)


def schema_of(kind: str) -> str:
    """The JSON Schema of a kind's term sheet, as text."""
    if kind not in KINDS:
        *most, last = KINDS
        remedy = did_you_mean(kind, KINDS) or f"write {', '.join(most)} or {last}"
        raise UsageError(Problem(Where("--kind"), f'"{kind}" is not a kind of offer', remedy))
    schema = KINDS[kind].model_json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"Term sheet of {_named(kind)} offer"}
    return json.dumps({**head, **{key: value for key, value in schema.items() if key != "title"}}, indent=1) + "\n"


def _named(kind: str) -> str:
    """A kind of offer in words, with its article."""
    words = kind.replace("_", " ")
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
