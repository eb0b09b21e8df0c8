"""How the new securities escape registration, as flags by which templates choose their words."""

from __future__ import annotations

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import rule
from lexdocs.notation.units import Date, Flag, Text
from lexdocs.terms.law_terms import Exemption

SECURITIES_ACT = "Securities Act of 1933"


@rule(cite=SECURITIES_ACT)
def securities_act(securities_exemption: Text) -> Text:
    """Full name of the act under which the securities are registered, or from whose registration they are exempt.

    It is the same whichever exemption the terms name; where they name none, nothing is said of it.

    >>> securities_act("1145")
    'Securities Act of 1933'
    """
    Exemption(securities_exemption)
    return SECURITIES_ACT


@rule(cite="17 CFR 230.144A")
def institutional_buyers_rule(securities_exemption: Text) -> Text:
    """Rule that defines the institutions to which securities are offered privately.

    >>> institutional_buyers_rule("4(a)(2)/144A/Reg S")
    'Rule 144A'
    """
    Exemption(securities_exemption)
    return "Rule 144A"


@rule(cite="Trust Indenture Act")
def indenture_is_qualified(t3_effective: Date | Pending, latest_announced: Date) -> Flag:
    """Whether the indenture of the new notes was qualified by the day of the last announcement, as far as terms say.

    >>> import datetime
    >>> [indenture_is_qualified(datetime.date(2012, 7, 2), datetime.date(2012, month, 15)) for month in (6, 7)]
    [False, True]
    """
    return not isinstance(t3_effective, Pending) and t3_effective <= latest_announced


@rule()
def only_eligible_holders_take_part(securities_exemption: Text | Pending) -> Flag:
    """Whether documents confine the offer to holders who have certified that a private offer may be made to them.

    They do not where the terms name no exemption:

    >>> only_eligible_holders_take_part(Pending("securities_exemption", (), "", "", ()))
    False
    >>> only_eligible_holders_take_part("4(a)(2)/144A/Reg S")
    True
    """
    return not isinstance(securities_exemption, Pending) and Exemption(securities_exemption) is Exemption.PRIVATE


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
