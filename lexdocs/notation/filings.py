"""Numbers under which papers, accounts and companies are kept: of files, notices, stories, references and issues.

Few of them are told by their digits alone: most need the word in front.
"""

from __future__ import annotations

from lexdocs.notation.citing import NO_FIGURE, YEAR, Reference, numbered

FILE, REFERENCE, ISSUE = "number of a file", "number of a reference", "number of an issue"
_NUMBERED = (
    ("a file", "cf", r"(?:commission\s)?file|case|cik|control"),
    ("a file", "rs", r"registration(?:\sstatement)?|release|run|sic|story"),
    ("a file", "adjpt", "docket|document|accession|job|project|ticket|transmission"),
    (
        "an account",
        "eit",
        r"(?:i\.?\s?r\.?\s?s\.?\s)?(?:(?:employer|tax(?:payer)?)\s)?identification|tax\si\.?d\.?|invoice",
    ),
    ("an account", "acopr", "account|participant|aba|routing|order|reference|certificate"),
    ("a company", "cr", r"company(?:\sregistration)?|registered(?:\s(?:company|charity))?|charity"),
    ("an amendment", "as", "amendment|supplement"),
    ("a notice", "an", "notice|announcement"),
    ("a pronouncement", "biso", "statement|opinion|interpretation|bulletin"),
)
_DATE = r"[0-9]{1,2}/[0-9]{1,2}/[0-9]"
# With a hyphen, with letters in front, or long: not the number of anything.
_SHAPED = (
    rf"(?!{_DATE})(?>[a-z]{{1,4}}[-/]?[0-9]{{2,}}(?:[-/][0-9a-z]+)*|[0-9]+[a-z]?(?:[-/][0-9a-z]+)+|[0-9]{{4,}})"
    rf"{NO_FIGURE}"
)
_LABELS = (
    ("acdef", "file|case|docket|doc(?:ument)?|client|control|cik|account|acct|dossier|ein"),
    ("bijnorst", "job|story|run|slug|id|sic|tape|ticket|order|invoice|batch|notice|release"),
)
_STORY = "(?:story|run|job|notice|slug|take|ticket|bulletin|docket|file)"
_YEARS = rf"(?!{YEAR}-{YEAR}(?![0-9]))"
# 0-99999, 0725-0031, 4471-002, 333-12345: a nought in front of a number's digits, or as many digits as no range has.
_BARE = (
    "(?:0{1,2}-[0-9]{5,6}|0[0-9]{3,6}-[0-9]{2,7}|[0-9]{4,7}-0[0-9]{2,6}|(?:00[0-9]|333)-[0-9]{5,6}(?:-[0-9]{2})?"
    "|[0-9]{10}-[0-9]{2}-[0-9]{6}|[0-9]{2}-[0-9]{7})"
)
_NO_TELEPHONE = r"(?!\s[0-9]{3,4}(?![0-9]))"
_VOLUME = r"vol(?:ume\s|\.\s?|\s)(?:[0-9]{1,4}|[ivxlc]{1,7})"
FILINGS = (
    *(Reference(f"number of {what}", first, numbered(words)) for what, first, words in _NUMBERED),
    *(Reference(FILE, first, rf"(?:{words})\s?[:#]\s{{0,3}}{_SHAPED}") for first, words in _LABELS),
    Reference(REFERENCE, "ory", rf"(?:(?:our|your)\s)?refs?(?:\.|(?![a-z]))\s?(?:nos?\.?\s)?[:#]?\s{{0,3}}{_SHAPED}"),
    Reference(REFERENCE, "ory", rf"(?:(?:our|your)\sreference\s?:?|reference\s?[:#])\s{{0,3}}{_SHAPED}"),
    Reference(FILE, "bdfjnrst", rf"{_STORY}\s{_YEARS}(?:0[0-9]+|[0-9]{{4,7}})-[0-9]{{2,7}}{NO_FIGURE}", capital=True),
    # As a number of things it would have its commas; a CUSIP has nine digits.
    Reference(FILE, "n", rf"(?<!cusip\s)(?:nos?\.|number)\s?[0-9]{{6,8}}(?!\s[0-9a-z*@#]{{2}}\s?[0-9]){NO_FIGURE}"),
    Reference(FILE, "", rf"(?<![-.)+/$£€,]){_BARE}{NO_FIGURE}{_NO_TELEPHONE}"),
    Reference(
        ISSUE, "v", rf"{_VOLUME},?\s(?:nos?\.?|number|issue|iss\.)\s?[0-9]{{1,4}}(?:[-–/][0-9]{{1,4}})?{NO_FIGURE}"
    ),
    Reference(ISSUE, "v", rf"vol\.\s?[0-9]{{1,4}}{NO_FIGURE}"),
)
"""The ways of naming such numbers."""
