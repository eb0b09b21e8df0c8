"""Turns of phrase after or before which only certain figures can stand, in whatever words the rest is.

"Bears interest at" wants a rate of interest, "of the outstanding notes" a share of them, "holders of record on" the
record date. In a cell of a table, its row's head stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lexdocs.notation.grammar import Kind

DATES = (Kind.DATE, Kind.DAY, Kind.MOMENT, Kind.MONTH)


@dataclass(frozen=True)
class Phrase:
    """The kinds of number, the words right before it, the words right after it, and the figures that can stand there.

    `unless` are words before it with which the phrase means something else.
    """

    kinds: frozenset[Kind]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    names: tuple[str, ...]

    def fits(self, kind: Kind, before: str, after: str) -> bool:
        """Whether a number of a kind stands in it; both texts in small plain letters."""
        if kind not in self.kinds or (self.before is not None and not self.before.search(before)):
            return False
        if self.after is not None and not self.after.match(after):
            return False
        return self.unless is None or not self.unless.search(before)


_EXPIRATIONS = "expiration expiration_date event_expiration_after expiration_before event_expiration_before"
_SETTLEMENTS = "consummation_date settlement_date early_settlement_date"
_INSTALLMENTS = "installment_date installment_stated_date"
_ANNOUNCED = "announced latest_announced as_of event_at circular_sent"
_MATURITIES = "old_maturity new_maturity series_maturity new_note_maturity"
_PAID_TO = "interest_paid_to interest_start series_interest_paid_to holding_interest_paid_to"
_PERIODS = "step_through period_end period_start period_payment_date"
_TO = r"(?:\W+(?:on|at|is|was|are|be|of|about|or about|around|no later than|date|time))*\W+$"

_ROWS: tuple[tuple[tuple[Kind, ...], str, str, str, str], ...] = (
    # Dates by what happens on them.
    (DATES, r"(?:of record|record date|registered holders?|on the register|in the register)\W+(?:\w+\W+){0,5}$", "", "",
     "record_date"),
    (DATES, r"\bholders? (?:determined|entitled|eligible)(?: as)?(?: of| on| at)?\W+$", "", "", "record_date"),
    (DATES, r"(?:interest|coupon)\b[^.;]{0,45}\b(?:since|paid (?:through|to|up to)|unpaid from|accrued from)\W+$", "", "",
     f"{_PAID_TO} period_start"),
    (DATES, r"\b(?:last (?:coupon|interest) (?:was )?paid|(?:coupon|interest) last paid|accrued from)" + _TO, "", "",
     _PAID_TO),
    (DATES, r"\b(?:no|any) interest\b[^.;]{0,60}\b(?:after|since)\W+$", "", "", _PAID_TO),
    (DATES, (r"\boffers?\b[^.;]{0,40}\b(?:expires?|expired|will expire|closes?|terminates?|shall terminate|lapses?)\W+"
             r"(?:(?:at|on)\W+)?(?:[^.;]{0,45}\bon\W+)?$"), "", "",
     _EXPIRATIONS),
    (DATES, (r"\b(?:expir(?:y|ation(?: date| time)?)|(?:offers?|tender period) (?:ends?|ended|closes|is open (?:until|to)"
             r"|(?:runs|will run|remains? open) (?:to|until|through))|^closes|(?:terminat|expir)ed (?:yesterday|today))"
             r"(?:\W+(?:on|at|is|was|until|midnight|noon|of|to|#|tuesday|wednesday|monday|thursday|friday))*\W+$"), "",
     r"warrant|early|withdraw",
     _EXPIRATIONS),
    (DATES, (r"(?<!being )\b(?:due|matur(?:es?|ed|ing)|(?:fell|falls?|come|comes|came|become|becomes) due"
             r"|(?:to be|were|was) repa(?:id|yable)|(?:final )?maturity|to maturity, being|matures? or expires?)" + _TO),
     "", r"\b(?:install?ments?|fees?|payments?|payable|amounts?|coupons?|expir\w+|warrants?)\b[^.]{0,40}$"
     r"|\$[0-9.,]+ (?:is |are |falls |fall |comes |becomes |will be |which is )?due\b",
     _MATURITIES),
    (DATES, r"(?:^|[(,] ?)due" + _TO, "", "", _MATURITIES),
    (DATES, (r"\b(?:announced|launch(?:ed)?|commence(?:d|ment)(?: date)?|offers? (?:begins?|began|starts?|opens?|opened))"
             r"(?:\W+(?:this morning|this afternoon|earlier|today|yesterday|on|date|is|was))*\W+$"), "",
     r"\b(?:before|since|interest|from)\b[^.]{0,30}$",
     f"{_ANNOUNCED} early_settlement_date settlement_date"),
    (DATES, r"(?:^|\. )on\W+$",
     r"^,? (?:the (?:company|registrant|issuer|offeror)|it|we) (?:launched|commenced|announced|began)\b", "", _ANNOUNCED),
    (DATES, (r"\b(?:first|second|third|last|final|another|other|rest|remainder|balance|half|quarter|thirds?|fifths?"
             r"|fourths?|install?ments?)\b(?:[^.;]|\.(?=[0-9])){0,40}\b(?:on|is payable on|falls due on|paid on)\W+$"), "",
     r"\b(?:interest|tender\w*|extension|settle\w*|early)\b[^.]{0,40}$",
     f"{_INSTALLMENTS} payment_day {_SETTLEMENTS} period_payment_date"),
    (DATES, r"\bfees?\b[^;]{0,66}\b[0-9][0-9,.]*[0-9] (?:is payable |falls due |due |payable )?on\W+$", "", "",
     f"{_INSTALLMENTS} {_SETTLEMENTS}"),
    (DATES, (r"\b(?:settle(?:s|d|ment)?(?: date)?|(?:expects?|expected|plans?|hopes?|intends?) to (?:close|settle|complete|pay"
             r"|issue)|closing (?:date|takes place|is expected|expected|occurs)|consummat(?:ed|ion)(?: date)?"
             r"|cash|(?:instructed|expect\w*) [^.]{0,20}to (?:deliver|pay|issue)|(?:will|to|shall|be|were|was) paid)" + _TO),
     "", r"\b(?:interest|coupons?|fees?|install?ments?|offers? (?:to|close)|accru\w+)\b[^.]{0,60}$",
     _SETTLEMENTS),
    (DATES, r"\bclosing,? (?:say|expected|assumed)" + _TO, "", "", _SETTLEMENTS),
    (DATES, (r"\b(?:tender(?:ed|s|ing)?|join|delivered|participat\w*|received|sent in \w+)(?: their \w+| \w+)?"
             r"(?: by| before| on or (?:before|prior to)| at or prior to| prior to)(?: [^.;]{0,45}\bon)?\W+$"), "",
     r"\b(?:not|extension|announced?)\b[^.]{0,20}$",
     f"early_deadline withdrawal_deadline {_EXPIRATIONS}"),
    (DATES, (r"\bearly (?:tender|participation|exchange|bird|period|deadline)?(?: time| date| deadline| period)?"
             r"(?: passed| closed| ended| expired| was| is| of)(?:\W+(?:on|at|was|is|#))*\W+$"), "", "",
     "early_deadline withdrawal_deadline"),
    (DATES, (r"\bwarrants?\b[^.;]{0,60}\b(?:until|through|to|up to(?: and including)?|no later than|prior to|expir\w+"
             r"|before|good (?:through|until|to))(?:\W+(?:on|and))*\W+$"), "", r"\boffers?\b[^.]{0,50}$",
     "warrant_expiration"),
    (DATES, (r"(?:%|\bper ?cent\.?|\bpercent|\brate)(?:\W+(?:per annum|a year|interest|coupon))*\W+(?:until|to|through|up to|till"
             r"|\(?from [^.;%]{3,45} (?:until|to|through))(?:\W+(?:and including|but excluding|midnight on))*\W+$"), "", "",
     f"step_through {_MATURITIES}"),
    (DATES, r"(?:%|per ?cent\.?|percent)(?:\W+(?:per annum|a year))*\W+(?:after|from(?: and after)?|thereafter from)\W+$", "", "",
     f"step_through {_SETTLEMENTS} {_PAID_TO} new_note_interest_from accrual_end interest_start"),
    # Amounts.
    ((Kind.MONEY,), (r"(?:exercis\w+|purchase (?:one|a|each) share|buy (?:one|a) share)\b[^.;$]{0,45}"
                     r"\b(?:at|for|of)\W+$"), "", "",
     "exercise_price"),
    ((Kind.MONEY,), r"\bfee of\W+$", "", "",
     ("participation_fee aggregate_fee installment_amount new_note_fee total_fee consideration_fee fee_per_thousand "
      "early_fee holder_fee aggregate_installment")),
    ((Kind.MONEY,), r"\b(?:(?:for|per|on) (?:each|every)|per)\W+$", "", "",
     "denomination price_basis series_denomination claim_per_denomination series_multiple"),
    ((Kind.MONEY,), r"\bearly (?:tender|participation|exchange) (?:premium|payment|amount) of\W+$", "", "",
     "early_premium premium_cash premium_new_notes"),
    ((Kind.MONEY,), r"\b(?:each|every)(?: (?:bond|note|debenture) of)?\W+$", r"^ (?:(?:in )?(?:principal|face|nominal)|of (?:new|old|existing|principal|its|the|their|them))\b", "",
     "denomination price_basis series_denomination claim_per_denomination series_multiple"),
    ((Kind.MONEY,), "", r"^ (?:a|per|the|for each|each|for one) (?:ordinary |common |new )?share\b", "",
     "exercise_price cash_for_share warrant_fraction_price"),
    ((Kind.MONEY,), r"(?:%|per ?cent\.?|percent)\)? of (?:the |its |all |some |our )?(?:\w+ )?$", "", r"\bfees?\b",
     ("outstanding total_outstanding series_outstanding total_held series_held participation_principal total_valid "
      "total_tendered series_valid cap series_cap pool_amount total_accepted total_early_tendered")),
    # Numbers and shares.
    ((Kind.COUNT, Kind.NUMBER), "", r"^ (?:(?:of (?:the|our)|largest|biggest|major|large) )?(?:\w+ ){0,3}(?:holders|institutions|funds|investors)\b", "",
     "supporting_holders number_tendering number_of_holdings"),
    ((Kind.MONEY,), r"\b(?:in|minimum) (?:amounts|denominations?|multiples|pieces|units|increments) of\W+$", "", "",
     "denomination series_denomination series_multiple new_notes_increment new_note_increment pool_multiple"),
    ((Kind.COUNT, Kind.NUMBER), "", r"^ (?:separate |different )?series\b(?! [a-z]\b)", "", "number_of_series"),
    ((Kind.COUNT, Kind.NUMBER), "", r"^ (?:equal |cash |separate )*(?:instal?lments|payments|parts|slices|tranches)\b(?! a year)",
     "", "number_of_installments"),
    ((Kind.COUNT, Kind.NUMBER), "", r"^ (?:\([0-9]+\) )?business days\b", r"\b(?:within|after|before|prior|next)\b[^.]{0,25}$",
     "business_days_open_from_announcement business_days_open_from_sending"),
    ((Kind.NUMBER, Kind.COUNT), r"\bwarrants?\b (?:to purchase|to buy|for|on|that buy)\W+$", "", "",
     ("warrants_per_denomination maximum_warrants aggregate_warrants total_warrants holder_warrants early_warrants "
      "late_warrants consideration_warrants holder_warrants_exact")),
    ((Kind.NUMBER,), "", r"^\W+(?:\w+\W+){0,2}shares\b[^.;0-9]{0,40}\b(?:outstanding|in issue)\b", "",
     "shares_outstanding shares_after_exercise"),
    ((Kind.PERCENTAGE,), (r"\b(?:not less than|no less than|no fewer than|at least|a minimum of|needs?|requires?|needed"
                          r"|required|(?:had )?asked for|condition (?:that|of|is)|hurdle of|threshold of|unless"
                          r"|minimum (?:condition|tender|participation|acceptance)(?: is| of)?:?)\W+$"), "", "",
     "minimum_tender series_minimum_tender"),
    ((Kind.PERCENTAGE,), "", (r"^\)? (?:hurdle|threshold|minimum|was needed|is needed|were needed|(?:had|has|have) to|must"
                              r"|be (?:delivered|tendered|accepted))\b"), "",
     "minimum_tender series_minimum_tender"),
    ((Kind.PERCENTAGE,), (r"\b(?:proration|prorated|factor)\b[^.;]{0,30}(?:is|of|at|by|was|to)"
                          r"(?: \w+ly| about| some)?\W+$"), "", "",
     "pool_percentage pool_proration option_proration pool_factor series_accepted_percentage"),
)  # fmt: skip


@lru_cache(maxsize=1)
def _phrases() -> tuple[Phrase, ...]:
    return tuple(
        Phrase(frozenset(kinds), *(re.compile(each) if each else None for each in parts), tuple(names.split()))
        for kinds, *parts, names in _ROWS
    )


def wanted(kind: Kind, before: str, after: str) -> Iterator[str]:
    """The names of the figures that can stand between some words, by the first phrase that they make."""
    for phrase in _phrases():
        if phrase.fits(kind, before, after):
            yield from phrase.names
            return


_DATELINE = re.compile(
    r"^\W*(?:(?:for (?:immediate )?release|date[d]?(?: of (?:report|notice))?|sent|published|posted|press release)\b[^a-z0-9]*"
    r"(?:at [^,]{3,12}m?\.?,? ?)?|[a-z][a-z .]{2,24}(?:, [a-z.]{2,14})?,? (?:\W )?)?\W*$"
)
_AFTER_A_DATELINE = re.compile(r"^\s*(?:[-\u2010-\u2015/\u00b7(|:]|,? ?[0-9]{1,2}[:.][0-9]{2}\b|$)")
_HEADER = re.compile(r"(?:^|[\s|])(?:sent|date|dated):\s*(?:[a-z]{3,9}day,? )?$")
_SET_OFF = re.compile(r"^\s*(?:[-\u2010-\u2015]|/[a-z])")
ON_DATELINES = (*_ANNOUNCED.split(), *_SETTLEMENTS.split(), "extension_deadline")


def is_dateline(before: str, after: str) -> bool:
    """Whether a date stands as that of a document: after a city, or alone, with nothing behind it that goes on.

    >>> is_dateline("new york, ", " -- lexington"), is_dateline("", ""), is_dateline("due on ", "")
    (True, True, False)
    """
    if _HEADER.search(before):
        return True
    if not _DATELINE.match(before) or not _AFTER_A_DATELINE.match(after):
        return False
    return "," in before or ":" in before or not before.strip() or bool(_SET_OFF.match(after))
