"""The order of a mail house: by country and postal code.

Domestic pieces come first and in the order of their ZIP codes, as the presort of the United States Postal Service takes
them (Domestic Mail Manual 235: packages and trays by 5-digit ZIP code, then by its first three digits); the ZIP+4 that
follows puts a carrier's pieces together. Foreign pieces follow, country by country in the order of their ISO codes and
each by its postal codes, since international mail is handed over by country (International Mail Manual 290); a country
may have no postal codes. Pieces that no machine can place come last, to be sorted by hand: those that name no country,
and domestic ones without a ZIP code. Within a place statements stand as the register has them.
"""

from __future__ import annotations

from lexdocs.notation.countries import country_code

HOME = "US"
"""The country in which a mailing is posted."""

DOMESTIC, FOREIGN, BY_HAND = range(3)
"""The ranks of pieces: domestic, foreign, and those that have to be sorted by hand."""
Place = tuple[int, str, str]
"""The rank of a piece, its country by its code and its postal code: to be compared."""


def place_of(destination: str) -> Place:
    r"""Where a piece stands, by what the register says of its destination: country and postal code, a line each.

    >>> place_of("USA\n02110-1234"), place_of("Germany\n60311"), place_of("\n02110")
    ((0, 'US', '02110-1234'), (1, 'DE', '60311'), (2, '', '02110'))
    """
    said, _, code = destination.partition("\n")
    postal = " ".join(code.upper().split())
    country = country_code(said) if said else ""
    if not country or (country == HOME and not postal):
        return BY_HAND, country, postal
    return (DOMESTIC if country == HOME else FOREIGN), country, postal
