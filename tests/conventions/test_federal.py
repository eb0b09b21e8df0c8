"""The federal holidays by the law's rules, held against the library of the other calendars, every year there is."""

import pytest
from holidays import country_holidays

from lexdocs.conventions.federal import federal_holidays_of


@pytest.mark.parametrize("decade", range(1971, 2100, 10))
def test_every_year_agrees_with_the_library(decade):
    for year in range(decade, min(decade + 10, 2100)):
        theirs = country_holidays("US", years=[year, year + 1])
        assert federal_holidays_of(year) == {day: name for day, name in theirs.items() if day.year == year}
