"""How the new securities escape registration, as flags by which templates choose their words."""

from __future__ import annotations

from lexdocs.figures.rule import rule
from lexdocs.notation.units import Flag, Text
from lexdocs.terms.law_terms import Exemption


@rule()
def exempt_as_exchange(securities_exemption: Text) -> Flag:
    """Whether the securities are exempt as exchanged by their issuer with its existing holders alone.

    >>> exempt_as_exchange("3(a)(9)")
    True
    """
    return Exemption(securities_exemption) is Exemption.EXCHANGE


@rule()
def exempt_as_private(securities_exemption: Text) -> Flag:
    """Whether the securities are offered privately, to institutions and abroad.

    >>> exempt_as_private("3(a)(9)")
    False
    """
    return Exemption(securities_exemption) is Exemption.PRIVATE


@rule()
def exempt_after_hearing(securities_exemption: Text) -> Flag:
    """Whether the securities are exempt after a hearing on fairness.

    >>> exempt_after_hearing("3(a)(10)")
    True
    """
    return Exemption(securities_exemption) is Exemption.FAIRNESS


@rule()
def offer_is_registered(securities_exemption: Text) -> Flag:
    """Whether the securities are registered.

    >>> offer_is_registered("registered")
    True
    """
    return Exemption(securities_exemption) is Exemption.REGISTERED


@rule()
def exempt_under_plan(securities_exemption: Text) -> Flag:
    """Whether the securities are issued under a plan of reorganization.

    >>> exempt_under_plan("1145")
    True
    """
    return Exemption(securities_exemption) is Exemption.PLAN
