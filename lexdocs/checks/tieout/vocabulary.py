"""The words and phrases of this field, by what they mean: as documents of many hands have them."""

from __future__ import annotations

from collections.abc import Mapping

PHRASES: Mapping[str, tuple[str, ...]] = {
    "holdout": (
        r"(?:do|does|did|who have|that have|which have) not (?:validly )?tender(?:ed)?(?: their)?", r"non-?tender\w*",
        r"not (?:validly )?tendered", r"untendered", r"remain(?:s|ing)? outstanding", r"hold-?outs?",
        r"elect(?:s|ed)? not to (?:tender|participate|exchange)", r"do(?:es)? not (?:participate|exchange|take part)",
        r"not (?:exchanged|participating)", r"left behind", r"keep their",
    ),
    "old": (r"old notes?", r"existing (?:notes?|securities)", r"subject notes?", r"original notes?", r"matured notes?"),
    "new": (r"new notes?", r"new securities", r"exchange notes?", r"replacement notes?"),
    "atleast": (
        r"not less than", r"no less than", r"no fewer than", r"not fewer than", r"at least", r"a minimum of",
        r"minimum (?:tender )?condition", r"minimum (?:required )?(?:tenders?|participation|amount)", r"or more of",
    ),
    "atmost": (
        r"not more than", r"no more than", r"at most", r"up to", r"a maximum of", r"maximum amount", r"the most",
    ),
    "recorddate": (r"of record", r"record dates?", r"holders?,? as of", r"as they stood", r"registered holders?"),
    "paidsince": (
        r"(?:not|no interest)[^.;]{0,40}since", r"interest[^.;]{0,40}paid (?:through|to|up to)", r"last paid",
        r"most recent interest payment", r"paid interest on[^.;]{0,30}since", r"without interest since",
    ),
    "dayb4": (
        r"day (?:immediately )?(?:before|preceding|prior to)", r"to,? but (?:excluding|not including)",
        r"but excluding",
    ),
    "consummate": (
        r"consummat\w+", r"expect\w* to close", r"to close on", r"clos(?:ed|ing) of the (?:exchange )?offer",
        r"complet(?:ed?|ion) of the (?:exchange )?offer",
        r"closing dates?", r"issue dates?", r"initial issuance", r"exchange offer (?:is|was) (?:completed|closed)",
    ),
    "settle": (
        r"settlement dates?", r"payment dates?", r"settle\w*", r"paid promptly", r"initial settlement",
        r"final settlement",
    ),
    "earlytime": (
        r"early (?:tender|participation|exchange|acceptance|settlement|withdrawal) (?:deadline|date|time|period)s?",
        r"early deadline", r"early tender(?:ed|s)?", r"early participation",
    ),
    "earlyend": (
        r"early (?:tender|participation|exchange) (?:deadline|date|time)", r"early deadline",
        r"early tender (?:date|time|deadline)",
    ),
    "premium": (r"early (?:tender|participation|exchange) (?:premium|payment|amount)", r"premium"),
    "totalcon": (r"total (?:exchange |tender offer )?consideration", r"full consideration", r"total price"),
    "latecon": (
        r"(?:tender offer|late(?: tender)?|exchange|base) consideration", r"after the early", r"later tender\w*",
        r"tender(?:ed|s)? (?:later|late)",
        r"late tender\w*", r"less the early", r"following the early",
    ),
    "perunit": (
        r"(?:for|per|on|of|in respect of|with respect to) (?:each|every)(?: of)?", r"per", r"each", r"apiece",
    ),
    "aggregate": (
        r"in the aggregate", r"aggregate", r"in total", r"total(?:s|led|ing)?", r"altogether", r"combined",
        r"overall",
    ),
    "ifall": (
        (
            r"(?:if|were|should|assuming|when|where|once) (?:all|every)[^.;]{0,40}"
            r"(?:tender|exchang|participat|outstanding)\w*"
        ),
        r"all (?:of )?the (?:old |existing )?notes (?:are|were)", r"full participation", r"100% participation",
        r"every one of", r"fully subscribed", r"every note",
    ),
    "sharesout": (
        r"shares[^.;]{0,40}outstanding", r"outstanding shares", r"(?:currently|now|presently)[^.;]{0,25}shares",
        r"issued and outstanding",
    ),
    "exercise": (r"exercis\w+", r"strike", r"entitles?[^.;]{0,30}to (?:purchase|buy)", r"price of"),
    "inkind": (r"paid in kind", r"payment in kind", r"in kind"),
    "installment": (
        r"instal?lments?", r"in (?:equal )?parts", r"tranches", r"(?:equal )?payments of the fee", r"slices",
    ),
    "businessdays": (r"business days?", r"trading days?"),
    "priority": (r"acceptance priority(?: levels?)?", r"priority(?: levels?)?", r"levels?"),
    "factor": (r"proration (?:factors?|rates?|percentages?)", r"pro-?rat\w+", r"prorated"),
    "cap": (
        r"(?:tender|maximum|aggregate|purchase|series) caps?", r"sub-?caps?", r"caps?", r"capped",
        r"maximum (?:aggregate )?(?:purchase|principal|tender)[^.;]{0,20}amount",
    ),
    "withdrawal": (r"withdrawal (?:deadline|date|time|rights?)", r"withdraw(?:n|al|als|s)?", r"revok\w+"),
    "withdrawn": (r"withdrawn", r"not (?:validly )?withdrawn"),
    "validly": (r"validly tendered", r"valid tenders?", r"validly"),
    "sofar": (r"so far", r"to date", r"as of", r"had been", r"have been", r"received"),
    "extended": (r"extend(?:s|ed|ing)?", r"extensions?"),
    "formerly": (
        r"previously", r"originally", r"formerly", r"had been scheduled", r"was to (?:have )?expired?",
        r"prior expiration",
    ),
    "thereafter": (
        r"thereafter", r"from then on", r"after that(?: date)?", r"afterwards?", r"following that date",
        r"until maturity", r"to maturity", r"rising to", r"increas(?:es|ing) to", r"stepp?(?:s|ing)? up to",
    ),
    "largest": (
        r"largest", r"major", r"principal holders", r"negotiat\w+", r"agreed (?:to tender|with)",
        r"committed", r"promised", r"settled with",
        r"support(?:ing)?", r"lock-?up",
    ),
    "oddlot": (r"odd[- ]lots?",),
    "instead": (r"cash in lieu", r"in lieu", r"fractions?", r"fractional"),
    "annual": (r"per annum", r"a year", r"annual(?:ly)?", r"each year", r"per year", r"yearly"),
    "accrued": (
        r"accrued (?:and|but) unpaid interest", r"accrued interest", r"unpaid interest", r"interest accrued",
        r"accru\w+",
    ),
    "clearing": (r"depository trust", r"book-?entry", r"dtc", r"depositor\w+"),
    "datedhere": (
        r"announced today", r"said today", r"today announced", r"today", r"for immediate release", r"dated",
        r"commenc\w+", r"began", r"begun", r"opened",
        r"launch\w*", r"started",
    ),
    "maturedue": (r"matur\w+", r"due", r"fell due", r"fall(?:s|ing)? due", r"come due", r"repayable"),
    "perthousand": (r"per thousand", r"per \$1,0{3}", r"each \$1,0{3}"),
    "dilute": (r"dilut\w+", r"fully diluted", r"after exercise", r"as exercised"),
    "shortfall": (r"shortfall", r"lack(?:s|ing)?", r"short of", r"still needed", r"further tenders"),
    "purchased": (
        r"accepted for (?:purchase|payment|exchange)", r"to be accepted", r"accept(?:ed|s|ance)?",
        r"purchase[ds]?", r"will purchase", r"bought", r"taken up", r"took up",
    ),
    "returned": (r"returned", r"not accepted", r"sent back", r"rejected"),
    "remaining": (r"remain(?:s|ing)?", r"left(?: outstanding)?", r"outstanding after", r"still out(?:standing)?"),
    "retained": (r"retain(?:ed|s)?", r"kept", r"not tendered by you"),
    "telephone": (
        r"telephone", r"phone", r"toll[- ]free", r"call(?:ed|ing)?", r"tel\.?", r"collect", r"reached at",
        r"contact",
    ),
}  # fmt: skip
"""For each concept the phrases that mean it, longest first where one begins another."""

WORDS: Mapping[str, str] = {
    "expire": "expire expires expired expiration expiry close closes closed lapse lapses end ends ended until deadline",
    "rate": "rate rates coupon coupons bear bears bearing percent yield",
    "interest": "interest",
    "principal": "principal face amount balance par",
    "outstanding": "outstanding issued",
    "tender": "tender tenders tendered tendering submit submitted deliver delivered exchange exchanged participating",
    "fee": "fee fees participation",
    "pay": "pay pays paid payable payment payments",
    "warrant": "warrant warrants",
    "share": "share shares stock",
    "price": "price prices priced pricing",
    "holder": (
        "holder holders noteholder noteholders bondholder bondholders beneficial institution institutions investor "
        "investors fund funds owner owners creditor creditors"
    ),
    "minimum": "minimum least threshold",
    "maximum": "maximum most limit",
    "date": "date dated day",
    "days": "days",
    "notes": "note notes securities bonds debentures",
    "company": "company issuer corporation",
    "receive": "receive receives received receivable entitled consideration",
    "condition": "condition conditions conditioned subject conditional",
    "through": "through to until ending including inclusive",
    "from": "from since beginning starting commencing",
    "each": "each every per",
    "cash": "cash dollars",
    "series": "series issue issues",
    "number": "number numbers no nos many count",
    "denomination": "denomination denominations multiple multiples increment increments",
    "percentage": "percentage percent proportion part share portion",
    "gross": "gross",
    "net": "net",
    "withhold": "withholding withheld withhold tax",
    "early": "early",
    "late": "late later",
    "option": "option options election elect elected",
    "pool": "pool pools",
    "proceeds": "proceeds",
    "claim": "claim claims",
    "register": "register registered",
    "holding": "holding holdings position positions account accounts",
    "statement": "statement statements",
    "cusip": "cusip cusips isin",
    "period": "period periods quarter quarterly semiannual semiannually",
    "step": "step steps increasing",
    "total": "total totals",
}
"""For each concept the single words that mean it; a word may mean several."""

IDLE = frozenset(
    "a an the and or but if of in on at by for with as is are was were be been being it its this that these those "
    "which who whom whose their they them there will would shall may can could should has have had do does did not any "
    "all such than then so into under over upon about above below between within without also only other others no "
    "nor up out we our us you your he she his her i s t p m inc co ltd llc corp".split()
)
"""Words that say nothing by themselves."""
