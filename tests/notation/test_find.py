"""Figures in running text: each form, the tolerance for how a text is set, and that no digit is missed."""

from __future__ import annotations

import datetime
import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.notation.find import Found, Kind, find
from lexdocs.notation.units import Day, Moment, TimeOfDay

MARCH_15 = datetime.date(2012, 3, 15)
RELEASE = """
           NEW YORK, March 15, 2012 - Example Corporation announced today that it has commenced
           an offer to holders of its 9 3/8% Senior Notes, which matured on June
           1, 2011 (the "Old Notes"). The offer will expire at 12 midnight, New York
           City time, on April 12, 2012, unless extended.

           The outstanding principal balance is $12,757,000. The New Notes pay interest on each
           March 31 and June 30, at 10% per annum to December 31. 2012 and 11.5% thereafter.
           For each $2,500 of principal: a fee of $25.50, warrants to purchase 7.25 shares, and
           New Notes. The fee will be paid in two equal installments: one-half at consummation
           and one-half on the first business day after June 30,
           2012.

           It is subject to (1) the tender of not less than 95% of the Old Notes and (2) the
           consent of the five largest holders, who hold 71.2%. Rule 14e-1 and Section 3(a)(9) apply.

           Contact: A. Person (555) 555-0100

                                      -2-
"""


def test_a_press_release():
    assert [(found.kind.value, " ".join(found.text.split())) for found in find(RELEASE)] == [
        ("date", "March 15, 2012"),
        ("percentage", "9 3/8%"),
        ("date", "June 1, 2011"),
        ("moment", "12 midnight, New York City time, on April 12, 2012"),
        ("money", "$12,757,000"),
        ("day", "March 31"),
        ("day", "June 30"),
        ("percentage", "10%"),
        ("date", "December 31. 2012"),
        ("percentage", "11.5%"),
        ("money", "$2,500"),
        ("money", "$25.50"),
        ("number", "7.25"),
        ("count", "two"),
        ("fraction", "one-half"),
        ("fraction", "one-half"),
        ("ordinal", "first"),
        ("date", "June 30, 2012"),
        ("number", "1"),
        ("percentage", "95%"),
        ("number", "2"),
        ("count", "five"),
        ("percentage", "71.2%"),
        ("other", "14e-1"),
        ("other", "3(a)(9)"),
        ("telephone", "(555) 555-0100"),
        ("number", "2"),
    ]


def test_however_the_text_is_set_the_values_are_the_same():
    same = [
        RELEASE.replace("-\n", "- \n").replace("9 3/8", "9⅜"),
        RELEASE.replace("9 3/8", "9\u00a03/8").replace("March 15", "March\u00a015").replace("12 mid", "12\u202fmid"),
        RELEASE.replace("9 3/8%", "9\n           3/8%").replace('"Old Notes"', "“Old Notes”"),
        RELEASE.replace("\n", "\r\n"),
        RELEASE.upper().replace("RULE 14E-1", "RULE 14e-1").replace("3(A)(9)", "3(a)(9)"),
    ]
    for text in same:
        assert [found.value for found in find(text)] == [found.value for found in find(RELEASE)]


def only(text: str) -> Found:
    (found,) = find(text)
    assert found.text == text[found.start : found.end]
    return found


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("$27.4 million", Kind.MONEY, Fraction(27_400_000)),
        ("U.S.$1,250", Kind.MONEY, Fraction(1250)),
        ("US$1,250", Kind.MONEY, Fraction(1250)),
        ("USD 1,250", Kind.MONEY, Fraction(1250)),
        ("($1,250)", Kind.MONEY, Fraction(-1250)),
        ("$(1,250)", Kind.MONEY, Fraction(-1250)),
        ("-$5", Kind.MONEY, Fraction(-5)),
        ("\u2212$5", Kind.MONEY, Fraction(-5)),
        ("1,250 dollars", Kind.MONEY, Fraction(1250)),
        ("$2 1/4", Kind.MONEY, Fraction(9, 4)),
        ("9-3/8%", Kind.PERCENTAGE, Fraction("0.09375")),
        ("9 3/8 %", Kind.PERCENTAGE, Fraction("0.09375")),
        ("9.5 percent", Kind.PERCENTAGE, Fraction("0.095")),
        ("nine per cent", Kind.PERCENTAGE, Fraction("0.09")),
        ("one-half percent", Kind.PERCENTAGE, Fraction("0.005")),
        ("-2.5%", Kind.PERCENTAGE, Fraction("-0.025")),
        ("¾%", Kind.PERCENTAGE, Fraction("0.0075")),
        ("(1,234)", Kind.NUMBER, -1234),
        ("(12.50)", Kind.NUMBER, Fraction("-12.5")),
        ("27.4 million", Kind.NUMBER, 27_400_000),
        (".5", Kind.NUMBER, Fraction(1, 2)),
        ("5¼", Kind.NUMBER, Fraction("5.25")),
        ("twenty-seven million", Kind.COUNT, 27_000_000),
        ("One Million, Two Hundred Thousand", Kind.COUNT, 1_200_000),
        ("one hundred and twenty", Kind.COUNT, 120),
        ("a hundred", Kind.COUNT, 100),
        ("twenty-\n   seven", Kind.COUNT, 27),
        ("first", Kind.ORDINAL, 1),
        ("21st", Kind.ORDINAL, 21),
        ("Thirty-second", Kind.ORDINAL, 32),
        ("one-\nthird", Kind.FRACTION, Fraction(1, 3)),
        ("two thirds", Kind.FRACTION, Fraction(2, 3)),
        ("two and one-half", Kind.FRACTION, Fraction(5, 2)),
        ("half", Kind.FRACTION, Fraction(1, 2)),
        ("A half", Kind.FRACTION, Fraction(1, 2)),
        ("one half", Kind.FRACTION, Fraction(1, 2)),
        ("halves", Kind.FRACTION, Fraction(1, 2)),
        ("one and a half", Kind.FRACTION, Fraction(3, 2)),
        ("two-and-a-half", Kind.FRACTION, Fraction(5, 2)),
        ("twenty-one and a\n  quarter", Kind.FRACTION, Fraction(85, 4)),
        ("one quarter", Kind.FRACTION, Fraction(1, 4)),
        ("three quarters", Kind.FRACTION, Fraction(3, 4)),
        ("dozen", Kind.COUNT, 12),
        ("a dozen", Kind.COUNT, 12),
        ("dozens", Kind.COUNT, 12),
        ("two dozen", Kind.COUNT, 24),
        ("half a dozen", Kind.COUNT, 6),
        ("a half-dozen", Kind.COUNT, 6),
        ("twice", Kind.COUNT, 2),
        ("Thrice", Kind.COUNT, 3),
        ("DOUBLE", Kind.COUNT, 2),
        ("triple", Kind.COUNT, 3),
        ("twofold", Kind.COUNT, 2),
        ("tenfold", Kind.COUNT, 10),
        ("hundreds", Kind.COUNT, 100),
        ("thousands", Kind.COUNT, 1000),
        ("millions", Kind.COUNT, 10**6),
        ("zero", Kind.COUNT, 0),
        ("December 31. 2012", Kind.DATE, datetime.date(2012, 12, 31)),
        ("MARCH 15, 2012", Kind.DATE, datetime.date(2012, 3, 15)),
        ("Sept. 30, 2012", Kind.DATE, datetime.date(2012, 9, 30)),
        ("March\n          15, 2012", Kind.DATE, datetime.date(2012, 3, 15)),
        ("March 15th, 2012", Kind.DATE, datetime.date(2012, 3, 15)),
        ("15 March 2012", Kind.DATE, datetime.date(2012, 3, 15)),
        ("3/15/2012", Kind.DATE, datetime.date(2012, 3, 15)),
        ("03/15/12", Kind.DATE, datetime.date(2012, 3, 15)),
        ("May 5", Kind.DAY, Day(5, 5)),
        ("5:00 P.M., NEW YORK CITY TIME", Kind.TIME, TimeOfDay(17, 0, "New York City")),
        ("5:00 p.m., London time, on Thursday, March 15, 2012", Kind.MOMENT, Moment(MARCH_15, 17, 0, "London")),
        ("12:00 midnight", Kind.TIME, TimeOfDay(24, 0)),
        ("noon", Kind.TIME, TimeOfDay(12, 0)),
        ("5 pm", Kind.TIME, TimeOfDay(17, 0)),
        ("17:30", Kind.TIME, TimeOfDay(17, 30)),
        ("123456AB1", Kind.CUSIP, "123456 AB 1"),
        ("123456-AB-1", Kind.CUSIP, "123456 AB 1"),
        ("1-555-555-0100", Kind.TELEPHONE, "(555) 555-0100"),
        ("Act/365F", Kind.DAY_COUNT, "Act/365F"),
        ("14e-1", Kind.OTHER, "14e-1"),
        ("240.14e-1(b)", Kind.OTHER, "240.14e-1(b)"),
        ("T-3", Kind.OTHER, "T-3"),
        ("10-K", Kind.OTHER, "10-K"),
        ("H-0001", Kind.OTHER, "H-0001"),
        ("$27,41,000", Kind.OTHER, "27,41,000"),
        ("1.2.3", Kind.OTHER, "1.2.3"),
        ("②", Kind.OTHER, "②"),
        ("٤", Kind.NUMBER, 4),
    ],
)  # fmt: skip
def test_forms(text: str, kind: Kind, value: object):
    found = only(f"about {text} or so")
    assert (found.kind, found.value) == (kind, value)
    assert found.text == (text if value != "27,41,000" else value)  # a sign is no digit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("holders may 15 days later", [15]),
        ("one of the holders", []),
        ("Article IV, clause (iv)", []),
        ("one third party", [3]),
        ("February 30, 2012", ["February 30, 2012"]),
        ("in February 45 of 2012", [45, 2012]),
        ("2001-2004", [2001, 2004]),
        ("between two hundred and three hundred", [200, 300]),
        ("two thousand three million", [2000, 3_000_000]),
        ("twenty (20) days", [20, 20]),
        ("a 30-day period in mid-2012", [30, 2012]),
        ("$3-$5", [3, 5]),
        ("due March 31,\n\n2012 is another paragraph", [Day(3, 31), 2012]),
        ("the 7 75/8% notes", [7, "75/8"]),
        ("5:00 p.m. at any time", [TimeOfDay(17, 0)]),
        ("March 15 2,500 notes", [Day(3, 15), 2500]),
        ("$5, $6; and 7.", [5, 6, 7]),
        ("4,300(1)", [4300, 1]),
        ("the second-lien notes", [2]),
        ("oneself, tenders, ninetynine, seconds", []),
        ("half of them, and a quarter of the rest", [Fraction(1, 2), Fraction(1, 4)]),
        ("three quarters of it", [Fraction(3, 4)]),
        ("one quarter of it", [Fraction(1, 4)]),
        ("a third of the rest", [Fraction(1, 3)]),
        ("a quarter per cent", [Fraction(1, 4)]),
        ("hundreds of thousands", [100, 1000]),
        ("each quarter, quarterly, a quarter, the quarters, a half-year, half-yearly, half year", []),
        ("rounded half up, half even or half down", []),
        ("behalf, halved, headquarters, doubled, manifold, onefold, zeros, none, a couple, once, both", []),
        ("the second half of a second offer", [2, Fraction(1, 2), 2]),
    ],
)
def test_what_a_text_says(text: str, expected: list[object]):
    assert [found.value for found in find(text)] == expected


def covers_every_digit(text: str) -> None:
    found = find(text)
    place = 0
    for each in found:
        assert place <= each.start < each.end <= len(text)
        assert each.text == text[each.start : each.end]
        place = each.end
    covered = {place for each in found for place in range(each.start, each.end)}
    for place, char in enumerate(text):
        assert place in covered or unicodedata.category(char) not in ("Nd", "No")


@given(st.text())
def test_no_digit_of_any_text_is_missed(text: str):
    covers_every_digit(text)


@given(st.text("0123456789.,/:-%$()⅜⁵⁄₁₆ \n\u00a0aAbMe", max_size=40))
def test_no_digit_of_any_figures_is_missed(text: str):
    covers_every_digit(text)


PHRASES = (
    "March 15, 2012 may 12 midnight, New York City time, on $5 3/8% 9 one-third twenty - hundred and million second "
    "p.m. of percent (1) 14e-1 123456 AB 1 a half quarter dozen twofold zero thousands € 30 September Tuesday ( 2012 ) "
    "basis points 95-21+ 3/4s 2021s 2020s cents on the dollar a third bucks "
    "dollars EUR + 212 CUSIP US999999AB17 ET 12/31/99 4-Sep-01 fourth day 24:00"
).split()


@given(st.lists(st.sampled_from(PHRASES), max_size=12), st.sampled_from([" ", "\n   ", "\u00a0", ""]))
def test_no_digit_of_any_phrase_is_missed(words: list[str], gap: str):
    covers_every_digit(gap.join(words))


@pytest.mark.parametrize(
    "run",
    [
        "1" * 100_000,
        "1," * 50_000,
        "one hundred " * 10_000,
        "1-" * 50_000,
        "(" * 50_000,
        "a" * 100_000,
        "a half " * 15_000,
        "one and a " * 10_000,
        "+1 212 " * 10_000,
        "CUSIP 123456789 and " * 5_000,
        "123456789 and " * 5_000,
        "ab0000000000" * 10_000,
        "1 of " * 20_000,
        "5 p.m. et " * 10_000,
        "third day of " * 10_000,
        "12 3/4s of " * 10_000,
        "2021s and " * 10_000,
        "41 cents on the " * 5_000,
        "a third " * 10_000,
    ],
)
def test_a_long_run_takes_no_long_time(run: str):
    # Linear in its length: a quadratic scan would take minutes here.
    covers_every_digit(run)
