"""Turns of phrase in which a date stands, by what happens on it."""

from __future__ import annotations

from lexdocs.checks.tieout.phrase import Phrase, phrase
from lexdocs.notation.grammar import Kind

DATES = (Kind.DATE, Kind.DAY, Kind.MOMENT, Kind.MONTH)
EXPIRATIONS = (
    "expiration",
    "expiration_date",
    "event_expiration_after",
    "expiration_before",
    "event_expiration_before",
)
SETTLEMENTS = ("consummation_date", "settlement_date", "early_settlement_date")
INSTALLMENTS = ("installment_date", "installment_stated_date")
ANNOUNCED = ("announced", "latest_announced", "as_of", "event_at", "circular_sent")
MATURITIES = ("old_maturity", "new_maturity", "series_maturity", "new_note_maturity")
PAID_TO = ("interest_paid_to", "interest_start", "series_interest_paid_to", "holding_interest_paid_to")
TO = r"(?:\W+(?:on|at|is|was|are|be|of|about|or about|around|no later than|date|time))*\W+$"

PHRASES: tuple[Phrase, ...] = (
    phrase(
        DATES,
        ("record_date",),
        before=(
            r"(?:of record|record date|(?:registered|beneficial) (?:holders?|owners?)|on the register|in the register)"
            r"\W+(?:\w+\W+){0,7}$"
        ),
    ),
    phrase(
        DATES,
        ("record_date",),
        before=r"\bholders? (?:determined|entitled|eligible)(?: as)?(?: of| on| at)?\W+$",
    ),
    phrase(
        DATES,
        (*PAID_TO, "period_start"),
        before=(
            r"(?:interest|coupon)\b[^.;]{0,45}\b(?:since|paid (?:through|to|up to)|unpaid from|accrued "
            r"from)\W+$"
        ),
    ),
    phrase(
        DATES,
        PAID_TO,
        before=(r"\b(?:last (?:coupon|interest) (?:was )?paid|(?:coupon|interest) last paid|accrued from)") + TO,
    ),
    phrase(
        DATES,
        PAID_TO,
        before=r"\b(?:no|any) interest\b[^.;]{0,60}\b(?:after|since)\W+$",
    ),
    phrase(
        DATES,
        EXPIRATIONS,
        before=(
            r"\boffers?\b[^.;]{0,40}\b(?:expires?|expired|will expire|closes?|terminates?|shall terminate"
            r"|lapses?)\W+(?:(?:at|on)\W+)?(?:[^.;]{0,45}\bon\W+)?$"
        ),
    ),
    phrase(
        DATES,
        EXPIRATIONS,
        before=(
            r"\b(?:expir(?:y|ation(?: date| time)?)|(?:offers?|tender period) (?:ends?|ended|closes|is open "
            r"(?:until|to)|(?:runs|will run|remains? open) (?:to|until|through))|^closes|(?:terminat|expir)ed "
            r"(?:yesterday|today))(?:\W+(?:on|at|is|was|until|midnight|noon|of|to|#|tuesday|wednesday|monday"
            r"|thursday|friday))*\W+$"
        ),
        unless=r"warrant|early|withdraw",
    ),
    phrase(
        DATES,
        MATURITIES,
        before=(
            r"(?<!being )\b(?:due|matur(?:es?|ed|ing)|(?:fell|falls?|come|comes|came|become|becomes) due"
            r"|(?:to be|were|was) repa(?:id|yable)|(?:final )?maturity|to maturity, being|matures? or expires?)"
        )
        + TO,
        unless=(
            r"\b(?:install?ments?|fees?|payments?|payable|amounts?|coupons?|expir\w+|warrants?)\b[^.]{0,40}$"
            r"|\$[0-9.,]+ (?:is |are |falls |fall |comes |becomes |will be |which is )?due\b"
        ),
    ),
    phrase(
        DATES,
        MATURITIES,
        before=r"(?:^|[(,] ?)due" + TO,
    ),
    phrase(
        DATES,
        (*ANNOUNCED, "early_settlement_date", "settlement_date"),
        before=(
            r"\b(?:announced|launch(?:ed)?|commence(?:d|ment)(?: date)?|offers? (?:begins?|began|starts?"
            r"|opens?|opened))(?:\W+(?:this morning|this afternoon|earlier|today|yesterday|on|date|is"
            r"|was))*\W+$"
        ),
        unless=r"\b(?:before|since|interest|from)\b[^.]{0,30}$",
    ),
    phrase(
        DATES,
        ANNOUNCED,
        before=r"(?:^|\. )on\W+$",
        after=(r"^,? (?:the (?:company|registrant|issuer|offeror)|it|we) (?:launched|commenced|announced|began)\b"),
    ),
    phrase(
        DATES,
        (*INSTALLMENTS, "payment_day", *SETTLEMENTS, "period_payment_date"),
        before=(
            r"\b(?:first|second|third|last|final|another|other|rest|remainder|balance|half|quarter|thirds?"
            r"|fifths?|fourths?|install?ments?)\b(?:[^.;]|\.(?=[0-9])){0,40}\b(?:on|is payable on|falls due on"
            r"|paid on)\W+$"
        ),
        unless=r"\b(?:interest|tender\w*|extension|settle\w*|early)\b[^.]{0,40}$",
    ),
    phrase(
        DATES,
        (*INSTALLMENTS, *SETTLEMENTS),
        before=r"\bfees?\b[^;]{0,66}\b[0-9][0-9,.]*[0-9] (?:is payable |falls due |due |payable )?on\W+$",
    ),
    phrase(
        DATES,
        SETTLEMENTS,
        before=(
            r"\b(?:settle(?:s|d|ment)?(?: date)?|(?:expects?|expected|plans?|hopes?|intends?) to (?:close"
            r"|settle|complete|pay|issue)|closing (?:date|takes place|is expected|expected|occurs)"
            r"|consummat(?:ed|ion)(?: date)?|cash|(?:instructed|expect\w*) [^.]{0,20}to (?:deliver|pay|issue)"
            r"|(?:will|to|shall|be|were|was) paid)"
        )
        + TO,
        unless=r"\b(?:interest|coupons?|fees?|install?ments?|offers? (?:to|close)|accru\w+)\b[^.]{0,60}$",
    ),
    phrase(
        DATES,
        SETTLEMENTS,
        before=r"\bclosing,? (?:say|expected|assumed)" + TO,
    ),
    phrase(
        DATES,
        ("early_deadline", "withdrawal_deadline", *EXPIRATIONS),
        before=(
            r"\b(?:tender(?:ed|s|ing)?|join|delivered|participat\w*|received|sent in \w+)(?: their \w+| "
            r"\w+)?(?: by| before| on or (?:before|prior to)| at or prior to| prior to)(?: "
            r"[^.;]{0,45}\bon)?\W+$"
        ),
        unless=r"\b(?:not|extension|announced?)\b[^.]{0,20}$",
    ),
    phrase(
        DATES,
        ("early_deadline", "withdrawal_deadline"),
        before=(
            r"\bearly (?:tender|participation|exchange|bird|period|deadline)?(?: time| date| deadline| "
            r"period)?(?: passed| closed| ended| expired| was| is| of)(?:\W+(?:on|at|was|is|#))*\W+$"
        ),
    ),
    phrase(
        DATES,
        ("warrant_expiration",),
        before=(
            r"\bwarrants?\b[^.;]{0,60}\b(?:until|through|to|up to(?: and including)?|no later than|prior to"
            r"|expir\w+|before|good (?:through|until|to))(?:\W+(?:on|and))*\W+$"
        ),
        unless=r"\boffers?\b[^.]{0,50}$",
    ),
    phrase(
        DATES,
        ("step_through", *MATURITIES),
        before=(
            r"(?:%|\bper ?cent\.?|\bpercent|\brate)(?:\W+(?:per annum|a year|interest|coupon))*\W+(?:until|to"
            r"|through|up to|till|\(?from [^.;%]{3,45} (?:until|to|through))(?:\W+(?:and including|but "
            r"excluding|midnight on))*\W+$"
        ),
    ),
    phrase(
        DATES,
        ("step_through", *SETTLEMENTS, *PAID_TO, "new_note_interest_from", "accrual_end", "interest_start"),
        before=(
            r"(?:%|per ?cent\.?|percent)(?:\W+(?:per annum|a year))*\W+(?:after|from(?: and after)?"
            r"|thereafter from)\W+$"
        ),
    ),
)
