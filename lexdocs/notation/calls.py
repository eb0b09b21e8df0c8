"""What a caller needs: a telephone number without its area, an extension, keys of a menu, the hours of a service."""

from __future__ import annotations

from lexdocs.notation.citing import NO_FIGURE, Reference

EXTENSION, HOURS = "telephone extension", "hours of a service"
_NO_YEAR = "(?!(?:19|20)[0-9]{2}(?![0-9]))"
_CALLED = (
    r"(?<![a-z])(?:call(?:s|ed|ing)?|dial(?:s|led|ling|ing)?|desk|services?|help\s?-?line|hot\s?-?line|tele?phones?|phone"
    r"|tel\.|toll[- ]free|[0-9]{3}[-. ][0-9]{4})(?![a-z0-9])(?:[^.!?;]|\.(?=[0-9a-z])){1,80}"
)
_KEYS = rf"[0-9](?:\s(?:and|or|then)\s[0-9])?{NO_FIGURE}(?!\s(?:of|under|consideration|cash)(?![a-z]))"
CALLS = (
    Reference(EXTENSION, "e", rf"ext(?:n?\.\s?|n?:\s?|n?\s)[0-9]{{2,6}}{NO_FIGURE}"),
    Reference(EXTENSION, "e", rf"extension\s(?:nos?\.\s)?{_NO_YEAR}[0-9]{{3,6}}{NO_FIGURE}"),
    Reference(EXTENSION, "x", rf"x\.?[0-9]{{3,6}}{NO_FIGURE}"),
    Reference("key of a telephone menu", "op", rf"(?:option|press(?:ing)?)\s{_KEYS}", behind=_CALLED),
    Reference(HOURS, "", r"(?:24\shours\s(?:a|per)\sday|7\sdays\s(?:a|per)\sweek|24/7(?![0-9/]))"),
    Reference(HOURS, "st", r"(?:twenty-four\shours\s(?:a|per)\sday|seven\sdays\s(?:a|per)\sweek)"),
    Reference("telephone number", "", rf"(?<![-.)])(?<!\)\s)[2-9][0-9]{{2}}-[0-9]{{4}}{NO_FIGURE}"),
)
"""The ways of giving it."""
