"""Turns of phrase in which an amount, a number or a share stands, by what it is of."""

from __future__ import annotations

from lexdocs.checks.tieout.phrase import Phrase, phrase
from lexdocs.notation.grammar import Kind

PHRASES: tuple[Phrase, ...] = (
    phrase(
        (Kind.MONEY,),
        ("exercise_price",),
        before=(
            r"(?:exercis\w+|purchase (?:one|a|each) share|buy (?:one|a) share)\b[^.;$]{0,45}\b(?:at|for"
            r"|of)\W+$"
        ),
    ),
    phrase(
        (Kind.MONEY,),
        (
            "participation_fee",
            "aggregate_fee",
            "installment_amount",
            "new_note_fee",
            "total_fee",
            "consideration_fee",
            "fee_per_thousand",
            "early_fee",
            "holder_fee",
            "aggregate_installment",
        ),
        before=r"\bfee of\W+$",
    ),
    phrase(
        (Kind.MONEY,),
        ("denomination", "price_basis", "series_denomination", "claim_per_denomination", "series_multiple"),
        before=r"\b(?:(?:for|per|on) (?:each|every)|per)\W+$",
    ),
    phrase(
        (Kind.MONEY,),
        ("early_premium", "premium_cash", "premium_new_notes"),
        before=r"\bearly (?:tender|participation|exchange) (?:premium|payment|amount) of\W+$",
    ),
    phrase(
        (Kind.MONEY,),
        ("denomination", "price_basis", "series_denomination", "claim_per_denomination", "series_multiple"),
        before=r"\b(?:each|every)(?: (?:bond|note|debenture) of)?\W+$",
        after=(r"^ (?:(?:in )?(?:principal|face|nominal)|of (?:new|old|existing|principal|its|the|their|them))\b"),
    ),
    phrase(
        (Kind.MONEY,),
        ("exercise_price", "cash_for_share", "warrant_fraction_price"),
        after=r"^ (?:a|per|the|for each|each|for one) (?:ordinary |common |new )?share\b",
    ),
    phrase(
        (Kind.MONEY,),
        (
            "outstanding",
            "total_outstanding",
            "series_outstanding",
            "total_held",
            "series_held",
            "participation_principal",
            "total_valid",
            "total_tendered",
            "series_valid",
            "cap",
            "series_cap",
            "pool_amount",
            "total_accepted",
            "total_early_tendered",
        ),
        before=r"(?:%|per ?cent\.?|percent)\)? of (?:the |its |all |some |our )?(?:\w+ )?$",
        unless=r"\bfees?\b",
    ),
    phrase(
        (Kind.COUNT, Kind.NUMBER),
        ("supporting_holders", "number_tendering", "number_of_holdings"),
        after=(
            r"^ (?:(?:of (?:the|our)|largest|biggest|major|large) )?(?:\w+ ){0,3}(?:holders|institutions"
            r"|funds|investors)\b"
        ),
    ),
    phrase(
        (Kind.MONEY,),
        (
            "denomination",
            "series_denomination",
            "series_multiple",
            "new_notes_increment",
            "new_note_increment",
            "pool_multiple",
        ),
        before=r"\b(?:in|minimum) (?:amounts|denominations?|multiples|pieces|units|increments) of\W+$",
    ),
    phrase(
        (Kind.COUNT, Kind.NUMBER),
        ("number_of_series",),
        after=r"^ (?:separate |different )?series\b(?! [a-z]\b)",
    ),
    phrase(
        (Kind.COUNT, Kind.NUMBER),
        ("number_of_installments",),
        after=r"^ (?:equal |cash |separate )*(?:instal?lments|payments|parts|slices|tranches)\b(?! a year)",
    ),
    phrase(
        (Kind.COUNT, Kind.NUMBER),
        ("business_days_open_from_announcement", "business_days_open_from_sending"),
        after=r"^ (?:\([0-9]+\) )?business days\b",
        unless=r"\b(?:within|after|before|prior|next)\b[^.]{0,25}$",
    ),
    phrase(
        (Kind.NUMBER, Kind.COUNT),
        (
            "warrants_per_denomination",
            "maximum_warrants",
            "aggregate_warrants",
            "total_warrants",
            "holder_warrants",
            "early_warrants",
            "late_warrants",
            "consideration_warrants",
            "holder_warrants_exact",
        ),
        before=r"\bwarrants?\b (?:to purchase|to buy|for|on|that buy)\W+$",
    ),
    phrase(
        (Kind.NUMBER,),
        ("shares_outstanding", "shares_after_exercise"),
        after=r"^\W+(?:\w+\W+){0,2}shares\b[^.;0-9]{0,40}\b(?:outstanding|in issue)\b",
    ),
    phrase(
        (Kind.PERCENTAGE,),
        ("minimum_tender", "series_minimum_tender"),
        before=(
            r"\b(?:not less than|no less than|no fewer than|at least|a minimum of|needs?|requires?|needed"
            r"|required|(?:had )?asked for|condition (?:that|of|is)|hurdle of|threshold of|unless|minimum "
            r"(?:condition|tender|participation|acceptance)(?: is| of)?:?)\W+$"
        ),
    ),
    phrase(
        (Kind.PERCENTAGE,),
        ("minimum_tender", "series_minimum_tender"),
        after=(
            r"^\)? (?:hurdle|threshold|minimum|was needed|is needed|were needed|(?:had|has|have) to|must|be "
            r"(?:delivered|tendered|accepted))\b"
        ),
    ),
    phrase(
        (Kind.PERCENTAGE,),
        ("pool_percentage", "pool_proration", "option_proration", "pool_factor", "series_accepted_percentage"),
        before=(r"\b(?:proration|prorated|factor)\b[^.;]{0,30}(?:is|of|at|by|was|to)(?: \w+ly| about| some)?\W+$"),
    ),
)
