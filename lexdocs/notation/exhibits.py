"""The numbers of exhibits: behind the word, and in a list of them, where each stands before what the exhibit is."""

from __future__ import annotations

from lexdocs.notation.citing import BRACKETS, NO_FIGURE, SEPARATOR, Reference

EXHIBIT = "number of an exhibit"
NAMED_PART = r"(?>(?:[a-z]{1,2}-?)?[0-9]{1,3}(?:\.[0-9]{1,3})*|[a-z](?=\())"
_NAMED = rf"(?:nos?\.\s?)?(?:{NAMED_PART}{BRACKETS}*|{BRACKETS}+){NO_FIGURE}"
EXHIBITS = (
    Reference(EXHIBIT, "e", rf"(?:(?:exhibit\s|ex-){_NAMED}|exhibit(?:s|\(s\))\s{_NAMED}(?:{SEPARATOR}{_NAMED})*)"),
)
"""The exhibits that a text names."""
_PAPERS = (
    r"Form\sof|Forms\sof|(?:(?:First|Second|Third|Fourth|Fifth|Sixth)\s)?(?:Supplemental\s)?Indenture|Letter\s(?:of|to|from)"
    r"|(?:Press|News)\s[Rr]elease|Notice\sof|Specimen|Certificate\sof|(?:Restated\s)?Articles\sof|By-?[Ll]aws|Opinion\sof"
    r"|Consent\sof|Statements?\s(?:re|of\s[Ee]ligibility)|Power\sof\s[Aa]ttorney|Powers\sof\s[Aa]ttorney|Subsidiaries\sof"
    r"|Amended\sand\s[Rr]estated|(?:First\s|Second\s|Third\s)?Amendment\s(?:to|[Nn]o)|List\sof|Computation\sof|Guidelines\sfor"
    r"|Dealer\s[Mm]anager|(?:Exchange|Information|Depositary|Tender)\s[Aa]gen(?:t|cy)\s[Aa]greement|Offering\s[Cc]ircular"
    r"|Offer\sto|(?:Registration\s[Rr]ights|Credit|Loan|Warrant|Exchange|Purchase|Note\s[Pp]urchase|Security|Pledge|Escrow"
    r"|Intercreditor|Lock-?[Uu]p|Support|Restructuring|Employment|Underwriting|Trust|Guaranty?|Guarantee|Confidentiality"
    r"|Forbearance|Subscription|Voting|Shareholders)\s[Aa]greement|Code\sof\s[Ee]thics|Script|Presentation"
)
LISTED = (rf"[1-9][0-9]?[.-][0-9]{{1,3}}[a-z]?[*†+#]{{0,2}}(?=\s{{1,8}}[\"“]?(?:{_PAPERS})(?![A-Za-z]))",)
"""The number of an exhibit in a list, for a text with its capitals."""
