"""Spellings of one figure in other people's texts: currencies, dates with their faults, times, points, telephones."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.notation.dates import MONTHS, WEEKDAYS
from lexdocs.notation.find import Found, Kind, find
from lexdocs.notation.units import Day, Moment, TimeOfDay

SEPTEMBER_4 = datetime.date(2001, 9, 4)  # a Tuesday
dates = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))


def only(text: str) -> Found:
    (found,) = find(f"about {text}, or so")
    assert found.text == text
    return found


def values(text: str) -> list[object]:
    return [found.value for found in find(text)]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$1,250", 1250, "USD"),
        ("$ 1,250", 1250, "USD"),
        ("U.S.$1,250", 1250, "USD"),
        ("U.S. $1,250", 1250, "USD"),
        ("US$1,250.50", "1250.5", "USD"),
        ("USD 1,250", 1250, "USD"),
        ("USD1,250", 1250, "USD"),
        ("C$1,250", 1250, "CAD"),
        ("Cdn$1,250", 1250, "CAD"),
        ("CAD 1,250", 1250, "CAD"),
        ("€1,250", 1250, "EUR"),
        ("EUR 1.5 million", 1_500_000, "EUR"),
        ("£1,250", 1250, "GBP"),
        ("GBP 1,250", 1250, "GBP"),
        ("¥1,000,000", 10**6, "JPY"),
        ("CHF 1,250", 1250, "CHF"),
        ("1,250 dollars", 1250, "USD"),
        ("1,250 U.S. dollars", 1250, "USD"),
        ("2.5 million Canadian dollars", 2_500_000, "CAD"),
        ("1,250 euros", 1250, "EUR"),
        ("1,250 pounds", 1250, "GBP"),
        ("1,250 pounds sterling", 1250, "GBP"),
        ("1,250 Swiss francs", 1250, "CHF"),
        ("1,250 USD", 1250, "USD"),
        ("twelve million dollars", 12 * 10**6, "USD"),
        ("One Thousand Two Hundred Dollars", 1200, "USD"),
        ("$27.4 million", 27_400_000, "USD"),
        ("$27.4mm", 27_400_000, "USD"),
        ("$27.4MM", 27_400_000, "USD"),
        ("$27.4m", 27_400_000, "USD"),
        ("€27.4 mn", 27_400_000, "EUR"),
        ("£2bn", 2 * 10**9, "GBP"),
        ("$5k", 5000, "USD"),
        ("$(1,234)", -1234, "USD"),
        ("($1,234)", -1234, "USD"),
        ("€(1,234)", -1234, "EUR"),
        ("(€1.5 million)", -1_500_000, "EUR"),
        ("US$(1,234)", -1234, "USD"),
        ("-£5", -5, "GBP"),
    ],
)
def test_an_amount_and_its_currency(text: str, value: object, currency: str):
    found = only(text)
    assert (found.kind, found.value, found.currency) == (Kind.MONEY, Fraction(str(value)), currency)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5mm of film", [(Kind.OTHER, "")]),
        ("27.4m", [(Kind.OTHER, "")]),
        ("2,000 pounds of carbon", [(Kind.NUMBER, "")]),
        ("5 pounds per holder", [(Kind.NUMBER, "")]),
        ("Class C $5 par", [(Kind.MONEY, "USD")]),
        ("it paid us 5", [(Kind.NUMBER, "")]),
        ("(1,234)", [(Kind.NUMBER, "")]),
        ("five euroclear holders", [(Kind.COUNT, "")]),
        ("$5 million-$6 million", [(Kind.MONEY, "USD"), (Kind.MONEY, "USD")]),
        ("one dollar", []),
    ],
)
def test_what_is_no_currency(text: str, expected: list[tuple[Kind, str]]):
    assert [(found.kind, found.currency) for found in find(text)] == expected


def test_us_is_a_country_in_capitals_only():
    assert [found.text for found in find("they offered us $5 and US $6")] == ["$5", "US $6"]


@pytest.mark.parametrize(
    "text",
    [
        "September 4, 2001",
        "SEPTEMBER 4, 2001",
        "Sept. 4, 2001",
        "Sep 4 2001",
        "September 4th, 2001",
        "4 September 2001",
        "4th of September, 2001",
        "4th day of September, 2001",
        "fourth day of September, 2001",
        "Fourth of September 2001",
        "4-Sep-2001",
        "04-SEP-01",
        "09/04/2001",
        "9/4/01",
        "2001-09-04",
        "Tuesday, September 4, 2001",
        "TUESDAY, SEPTEMBER 4, 2001",
        "Tues., Sept. 4, 2001",
        "Tuesday 4 September 2001",
        "Tuesday, the 4th of September, 2001",
        "September 4, 2001 (Tuesday)",
        "September 4, 2001 (a Tuesday)",
        "September 4, 2001, a Tuesday",
    ],
)
def test_one_date_in_its_spellings(text: str):
    found = only(text)
    assert (found.kind, found.value, found.fault) == (Kind.DATE, SEPTEMBER_4, "")


@given(date=dates, weekday=st.sampled_from(WEEKDAYS), short=st.booleans(), behind=st.booleans())
def test_a_weekday_is_held_against_its_date(date: datetime.date, weekday: str, short: bool, behind: bool):
    day = f"{MONTHS[date.month - 1]} {date.day}, {date.year}"
    said = f"{weekday[:3]}." if short else weekday
    found = only(f"{day} ({said})" if behind else f"{said}, {day}")
    right = WEEKDAYS[date.weekday()]
    assert (found.kind, found.value) == (Kind.DATE, date)
    assert found.fault == ("" if weekday == right else f"{day} is a {right}")


@given(date=dates, gap=st.sampled_from([" ", "\n    ", ""]))
def test_a_period_for_the_comma_is_the_date_with_a_fault(date: datetime.date, gap: str):
    text = f"{MONTHS[date.month - 1]} {date.day}.{gap}{date.year}"
    found = only(text)
    assert (found.kind, found.value) == (Kind.DATE, date)
    assert found.fault == f'a period stands for the comma: "{" ".join(text.split())}"'


def test_two_faults_of_one_date():
    found = only("Monday, September 4. 2001")
    assert found.fault == 'a period stands for the comma: "September 4. 2001"; September 4, 2001 is a Tuesday'


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("February 30, 2001", "February 2001 has 28 days"),
        ("February 29, 2001", "February 2001 has 28 days"),
        ("Friday, September 31, 2001", "September 2001 has 30 days"),
        ("31 September 2001", "September 2001 has 30 days"),
        ("31st day of June, 2001", "June 2001 has 30 days"),
        ("thirty-first of June, 2001", "June 2001 has 30 days"),
        ("2001-02-30", "February 2001 has 28 days"),
        ("09/31/2001", "September 2001 has 30 days"),
        ("13/12/2001", "there is no month 13"),
        ("June 31", "June has 30 days"),
        ("February 30", "February has 29 days"),
    ],
)
def test_a_date_that_no_calendar_has_is_one_thing(text: str, fault: str):
    found = only(text)
    assert (found.kind, found.value, found.fault) == (Kind.OTHER, text, fault)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("September 2004", [datetime.date(2004, 9, 1)]),
        ("SEPT. 2004", [datetime.date(2004, 9, 1)]),
        ("September, 2004", [datetime.date(2004, 9, 1)]),
        ("September of 2004", [datetime.date(2004, 9, 1)]),
        ("holders may 2004 times", [2004]),
        ("August 6 and August 7, 2001", [Day(8, 6), datetime.date(2001, 8, 7)]),
        ("March 31 and June 30", [Day(3, 31), Day(6, 30)]),
        ("March 31, 2,500 notes", [Day(3, 31), 2500]),
        ("March 2,500", [2500]),
        ("March 20045", [20045]),
        ("Sun Microsystems in 2001", [2001]),
        ("thirty-second of March 2012", [32, datetime.date(2012, 3, 1)]),
        ("March 35 of them", [35]),
    ],
)
def test_months_days_and_what_is_neither(text: str, expected: list[object]):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "hour", "minute", "place"),
    [
        ("12 midnight", 24, 0, None),
        ("12:00 midnight", 24, 0, None),
        ("12 o'clock midnight", 24, 0, None),
        ("24:00", 24, 0, None),
        ("11:59 p.m.", 23, 59, None),
        ("12:00 a.m.", 0, 0, None),
        ("12:01 a.m.", 0, 1, None),
        ("12:00 p.m.", 12, 0, None),
        ("12:00 noon", 12, 0, None),
        ("5:00 p.m.", 17, 0, None),
        ("5 p.m.", 17, 0, None),
        ("5:00 PM", 17, 0, None),
        ("17:00", 17, 0, None),
        ("5:00 p.m., New York City time", 17, 0, "New York City"),
        ("5:00 p.m. (New York City time)", 17, 0, "New York City"),
        ("5:00 P.M., NEW YORK CITY TIME", 17, 0, "New York City"),
        ("5:00 p.m. Eastern time", 17, 0, "Eastern"),
        ("5:00 p.m. Eastern Daylight Time", 17, 0, "Eastern Daylight"),
        ("5:00 PM ET", 17, 0, "Eastern"),
        ("5:00 p.m. EST", 17, 0, "Eastern Standard"),
        ("5:00 p.m. (CDT)", 17, 0, "Central Daylight"),
        ("17:00 GMT", 17, 0, "Greenwich Mean"),
    ],
)
def test_times(text: str, hour: int, minute: int, place: str | None):
    found = only(text)
    assert (found.kind, found.value) == (Kind.TIME, TimeOfDay(hour, minute, place))


@pytest.mark.parametrize(
    "on",
    [
        "September 4, 2001",
        "Tuesday, September 4, 2001",
        "September 4th, 2001",
        "4 September 2001",
        "September 4, 2001 (Tuesday)",
    ],
)
@pytest.mark.parametrize(
    ("at", "hour", "place"),
    [
        ("12 midnight, New York City time", 24, "New York City"),
        ("12:00 noon, London time", 12, "London"),
        ("5:00 p.m. (New York City time)", 17, "New York City"),
        ("5:00 p.m., EDT", 17, "Eastern Daylight"),
    ],
)
@pytest.mark.parametrize("joined", [", on ", " on ", ", "])
def test_moments(at: str, hour: int, place: str, on: str, joined: str):
    found = only(f"{at}{joined}{on}")
    assert (found.kind, found.value, found.fault) == (Kind.MOMENT, Moment(SEPTEMBER_4, hour, 0, place), "")


def test_a_moment_has_the_faults_of_its_date():
    assert only("5:00 p.m., London time, on Monday, September 4, 2001").fault == "September 4, 2001 is a Tuesday"


def test_without_a_year_or_a_place_a_time_and_a_day_stand_apart():
    assert values("5:00 p.m., New York City time, on September 4") == [TimeOfDay(17, 0, "New York City"), Day(9, 4)]
    assert values("5:00 p.m. on September 4, 2001") == [TimeOfDay(17, 0), SEPTEMBER_4]
    assert values("12 midnight, London time, on September 31, 2001") == [
        TimeOfDay(24, 0, "London"),
        "September 31, 2001",
    ]
    assert values("5:00 p.m. et al., 5:00 p.m. at any time") == [TimeOfDay(17, 0), TimeOfDay(17, 0)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("75 basis points", "0.0075"),
        ("75-basis-point", "0.0075"),
        ("12.5 basis points", "0.00125"),
        ("75 bps", "0.0075"),
        ("75bp", "0.0075"),
        ("seventy-five basis points", "0.0075"),
        ("one basis point", "0.0001"),
        ("12 3/4%", "0.1275"),
        ("12¾%", "0.1275"),
        ("12-3/4%", "0.1275"),
        ("12.75 percent", "0.1275"),
        ("12.75 per cent", "0.1275"),
        ("12.75 pct", "0.1275"),
        ("12 3/4 percent", "0.1275"),
        ("twelve and three-quarters percent", "0.1275"),
        ("99 2/3%", "299/300"),
        ("1/4 of 1%", "0.0025"),
        ("¼ of 1%", "0.0025"),
        ("one-half of one percent", "0.005"),
    ],
)
def test_rates(text: str, value: str):
    found = only(text)
    assert (found.kind, found.value) == (Kind.PERCENTAGE, Fraction(value))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("95-21+", [95 + Fraction(43, 64)]),
        ("101-00+", [101 + Fraction(1, 64)]),
        ("95-21", [95, 21]),
        ("95-32+", [95, 32]),
        ("1 of 10", [1, 10]),
        ("75 basis", [75]),
        ("75 bpsx", [75]),
    ],
)
def test_quotes_in_thirty_seconds_and_what_is_none(text: str, expected: list[object]):
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "(212) 555-0123",
        "(212)555-0123",
        "(212) 555 0123",
        "212-555-0123",
        "212.555.0123",
        "1-212-555-0123",
        "1 (212) 555-0123",
        "+1 212 555 0123",
        "+1-212-555-0123",
        "+1 (212) 555-0123",
        "+1.212.555.0123",
    ],
)
def test_one_telephone_number_in_its_spellings(text: str):
    found = only(text)
    assert (found.kind, found.value) == (Kind.TELEPHONE, "(212) 555-0123")


def test_telephone_numbers_abroad_and_what_is_none():
    assert only("+44 20 7946 0000").value == "+44 20 7946 0000"
    assert only("+44 (0)20 7946 0000").kind is Kind.TELEPHONE
    assert values("(800) 555-0100 (toll free)") == ["(800) 555-0100"]
    assert values("212 555 0123") == [212, 555, 123]
    assert values("+5 and +12") == [5, 12]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-seven thousand four hundred twelve", 27_412),
        ("one hundred forty-nine thousand three hundred ninety-six", 149_396),
        ("Twenty-Seven Million Four Hundred Twelve Thousand", 27_412_000),
    ],
)
def test_counts_in_words(text: str, value: int):
    assert only(text).value == value


def test_a_count_in_words_and_in_digits_is_two():
    assert values("four (4) holders have thirty (30) days") == [4, 4, 30, 30]
