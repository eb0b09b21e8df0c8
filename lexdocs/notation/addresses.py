"""Addresses of persons and places: streets, floors, boxes, zip codes, e-mail and the web.

A street has a name, in capitals or with capital letters, so the patterns are for a text with its capitals.
"""

from __future__ import annotations

from lexdocs.notation.citing import UNIT

_STATES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
    r"|N\.\s?[CHJMY]\.|D\.C\.|Calif\.|Conn\.|Del\.|Ill\.|Mass\.|Mich\.|Minn\.|Pa\.|Tex\.|Va\."
)
_STATE_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Georgia"
    "|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota"
    "|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina"
    "|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Puerto Rico|Rhode Island|South Carolina|South Dakota|Tennessee"
    "|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming"
)
_ZIP = rf"[0-9]{{5}}(?:-[0-9]{{4}})?(?![0-9A-Za-z%]|[,.][0-9]|\s(?i:{UNIT})(?![A-Za-z]))"
_KINDS = (
    "Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Plaza|Square|Place|Pl|Court|Parkway|Pkwy|Highway|Hwy"
    "|Way|Circle|Terrace|Center|Centre|Building|Bldg|Turnpike|Pike|Row|Wharf|Quay|Expressway|Crescent|Tower"
)
_ANY_CASE_KINDS = f"{_KINDS}|{_KINDS.upper()}"
# "Of the Americas" belongs to a name; a word in small letters otherwise ends it.
_NO_NAME = r"(?!(?i:new\snotes|old\snotes|notes?|shares?|warrants?|bonds?|dollars?|holders?|percent|million|days?)\s)"
_NAME = rf"{_NO_NAME}(?:[A-Z][A-Za-z'&-]*|[A-Z][a-z]?\.|[0-9]{{1,3}}(?:st|nd|rd|th|ST|ND|RD|TH))"
_STREET = rf"(?:{_NAME}\s){{1,4}}?(?:{_ANY_CASE_KINDS})(?![A-Za-z])(?:\sof\s(?:the\s)?[A-Z][a-z]+)?"
_WITHOUT_KIND = (
    r"(?:(?:N|S|E|W|North|South|East|West)\.?\s)?"
    r"(?:Broadway|BROADWAY|(?:Avenue|AVENUE)\s(?:of|OF)\s(?:the|THE)\s[A-Z][A-Za-z]+)"
)
_HOUSE = r"[0-9]{1,5}(?:-[0-9]{1,4})?[A-Z]?"
_HOUSE_IN_WORDS = (
    "(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)"
)
_ORDINAL = (
    r"(?:[0-9]{1,3}(?:st|nd|rd|th)|(?:(?:twenty|thirty|forty|fifty)-)?"
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth"
    "|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth)"
)
_ROOM = r"(?:suite|floor|room|p\.?\s?o\.?\s?box|post\soffice\sbox|drawer|mail\s(?:stop|code)|lockbox)"
_ROAD = r"(?:route|interstate|(?:u\.s\.|state)\s(?:highway|route)|highway)"
_END = r"(?![0-9a-z%]|[,.][0-9])"
_PLACES = "Terminal|Pier|Gate|Hangar|Dock|Berth|Warehouse|Building|Bldg\\.?|Tower"
# A house whose name says nothing of a street is one where a floor or a town stands behind it.
_NO_DAY = r"(?<!ary\s)(?<!arch\s)(?<!pril\s)(?<!May\s)(?<!une\s)(?<!uly\s)(?<!ust\s)(?<!ber\s)"
_NO_COMPANY = (
    r"(?!(?:Corp|Inc|Ltd|LLC|Company|Co|Holdings|Group|Bank|Trust|Notes|Bonds|Holders|Shares|Warrants|Class|Series|Senior"
    r"|New|Old|Business|Calendar)(?![a-z]))"
)
_HOUSE_NAME = rf"{_NO_NAME}{_NO_COMPANY}[A-Z][A-Za-z'&-]+"
_TOWN = r"(?:[A-Z][A-Za-z.]+\s){0,2}[A-Z][A-Za-z]+"
_IN_TOWN = (
    rf"(?=,\s{{1,3}}(?:{_ORDINAL}\s[Ff]l|(?:Floor|Suite|Room|Level)\s[0-9A-Z]|{_TOWN},?\s(?:{_STATES}|{_STATE_NAMES})"
    r"(?![A-Za-z])))"
)

CAPITAL = (
    # A year before a street's name is when something happened there.
    rf"(?=[0-9OTFSEN])(?<!(?:[Ii]n|IN)\s)(?:{_HOUSE}|{_HOUSE_IN_WORDS})\s(?:{_STREET}|{_WITHOUT_KIND})",
    rf"(?:{_STATES}|{_STATE_NAMES}|{_STATE_NAMES.upper()}),?\s{{1,3}}{_ZIP}",
    rf"(?=[0-9])(?<!(?:[Ii]n|IN)\s){_NO_DAY}{_HOUSE}(?:\s{_HOUSE_NAME}){{1,3}}{_IN_TOWN}",
    rf"(?:{_PLACES}|{_PLACES.upper()})\s(?:No\.\s)?[0-9]{{1,3}}[A-Z]?(?![0-9A-Za-z%]|[,.][0-9])",
    # Postal districts of the United Kingdom.
    r"[A-Z]{1,2}[0-9][0-9A-Z]?\s[0-9][A-Z]{2}(?![0-9A-Za-z])",
)
"""The patterns of addresses that are told by their capital letters."""

SMALL = (
    rf"(?=[0-9efnst]){_ORDINAL}\s(?:street|avenue|floor|fl\.)(?![a-z])",
    rf"{_ROOM}\s(?:#\s?)?[a-z]?-?[0-9]{{1,6}}[a-z]?(?:-[0-9]{{1,4}})?{_END}",
    rf"{_ROAD}\s[0-9]{{1,4}}{_END}",
)
"""The patterns of addresses for a text in small letters."""

WEB = (
    r"(?:https?://|www\.)[^\s<>\"”)]*[^\s<>\"”).,;:]",
    r"[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,64}(?:\.[a-z0-9-]{1,64})+",
    r"[a-z0-9-]{1,40}\.(?:com|net|org|gov|edu)(?:/[^\s<>\"”)]*[^\s<>\"”).,;:])?(?![a-z0-9])",
)
"""The patterns of addresses on the web, for a text in small letters."""
