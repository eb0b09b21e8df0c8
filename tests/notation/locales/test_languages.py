"""Figures in Spanish, French and German: one value, its signs, and the way back from the page."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.notation.error import NotationError
from lexdocs.notation.find import find
from lexdocs.notation.forms import STYLES, Medium, write
from lexdocs.notation.grammar import KINDS, Kind
from lexdocs.notation.languages import TRANSLATIONS
from lexdocs.notation.locales.days import PLACES
from lexdocs.notation.locales.find import find_in
from lexdocs.notation.units import Day, Moment, Rounding, TimeOfDay, Unit, Value

languages = st.sampled_from(TRANSLATIONS)
media = st.sampled_from(list(Medium))
cents = st.integers(-(10**12), 10**12).map(lambda number: Fraction(number, 100))
eighths = st.integers(0, 400).map(lambda number: Fraction(number, 800))
dates = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
places = st.sampled_from(sorted(PLACES))
moments = st.builds(Moment, dates, st.integers(0, 23), st.integers(0, 59), places)


@pytest.mark.parametrize(
    ("value", "unit", "style", "said"),
    [
        (
            Fraction("27412000"),
            Unit.MONEY,
            None,
            {"es": "US$27,412,000", "fr": "27\u202f412\u202f000\u00a0$US", "de": "US-$\u00a027.412.000"},
        ),
        (
            Fraction("-1250.5"),
            Unit.MONEY,
            "accounting",
            {"es": "(1,250.50)", "fr": "(1\u202f250,50)", "de": "(1.250,50)"},
        ),
        (Fraction(0), Unit.MONEY, "accounting", {"es": "—", "fr": "—", "de": "—"}),
        (Fraction("2.273"), Unit.MONEY, None, {"es": "US$2.273", "fr": "2,273\u00a0$US", "de": "US-$\u00a02,273"}),
        (Fraction("0.1275"), Unit.RATE, None, {"es": "12¾%", "fr": "12¾\u00a0%", "de": "12¾\u00a0%"}),
        (Fraction("0.747"), Unit.PERCENTAGE, None, {"es": "74.7%", "fr": "74,7\u00a0%", "de": "74,7\u00a0%"}),
        (Fraction("5.45"), Unit.NUMBER, None, {"es": "5.45", "fr": "5,45", "de": "5,45"}),
        (149396, Unit.COUNT, None, {"es": "149,396", "fr": "149\u202f396", "de": "149.396"}),
        (3, Unit.COUNT, "words", {"es": "tres", "fr": "trois", "de": "drei"}),
        (1, Unit.COUNT, "words_feminine", {"es": "una", "fr": "une", "de": "eine"}),
        (200, Unit.COUNT, "words_feminine", {"es": "doscientas", "fr": "deux cents", "de": "zweihundert"}),
        (Fraction(1, 3), Unit.FRACTION, None, {"es": "un tercio", "fr": "un tiers", "de": "ein Drittel"}),
        (Fraction(3, 4), Unit.FRACTION, None, {"es": "tres cuartos", "fr": "trois quarts", "de": "drei Viertel"}),
        (
            datetime.date(2001, 8, 1),
            Unit.DATE,
            None,
            {"es": "1\u00a0de\u00a0agosto de 2001", "fr": "1er\u00a0août 2001", "de": "1.\u00a0August 2001"},
        ),
        (
            datetime.date(2001, 8, 6),
            Unit.DATE,
            "weekday",
            {
                "es": "lunes, 6\u00a0de\u00a0agosto de 2001",
                "fr": "lundi 6\u00a0août 2001",
                "de": "Montag, 6.\u00a0August 2001",
            },
        ),
        (Rounding.UP, Unit.ROUNDING, None, {"es": "por exceso", "fr": "à l’unité supérieure", "de": "aufgerundet"}),
        (True, Unit.FLAG, None, {"es": "sí", "fr": "oui", "de": "ja"}),
        ("529529 AA 7", Unit.CUSIP, None, dict.fromkeys(TRANSLATIONS, "529529\u00a0AA\u00a07")),
        ("30/360", Unit.DAY_COUNT, None, dict.fromkeys(TRANSLATIONS, "30/360")),
    ],
)
def test_a_value_is_said_in_each_language(value, unit, style, said):
    assert {each: write(value, unit, style=style, medium=Medium.PAPER, language=each) for each in TRANSLATIONS} == said


def test_midnight_ends_its_day_in_each_language() -> None:
    end = Moment(datetime.date(2001, 9, 4), 24, 0, "New York City")
    assert {each: write(end, Unit.MOMENT, language=each) for each in TRANSLATIONS} == {
        "es": "24:00 horas, hora de la ciudad de Nueva York, del 4 de septiembre de 2001",
        "fr": "24 h 00, heure de New York, le 4 septembre 2001",
        "de": "24:00 Uhr, New Yorker Zeit, am 4. September 2001",
    }
    assert all(find_in(each, write(end, Unit.MOMENT, language=each))[0].value == end for each in TRANSLATIONS)


def test_a_place_without_a_name_is_refused() -> None:
    with pytest.raises(NotationError, match='the time of "Sydney" has no Spanish name'):
        write(Moment(datetime.date(2001, 9, 4), 17, 0, "Sydney"), Unit.MOMENT, language="es")


def test_no_two_places_share_a_name() -> None:
    for each in TRANSLATIONS:
        assert len({said[each] for said in PLACES.values()}) == len(PLACES)


def _found(language: str, said: str, unit: Unit) -> object:
    """What is found of a printed value, which must be the whole of it, amid words of the language."""
    words = {"es": "antes {} después", "fr": "avant {} après", "de": "vor {} nach"}[language]
    found = find_in(language, words.format(said))
    assert [each.text for each in found] == [said]
    assert found[0].kind in KINDS[unit]
    return found[0].value


@given(languages, media, cents, st.sampled_from((None, "cents", "bare_cents", "accounting")))
def test_amounts_are_found_again(language: str, medium: Medium, value: Fraction, style: str | None) -> None:
    if value == 0 and style == "accounting":
        return
    said = write(value, Unit.MONEY, style=style, medium=medium, language=language)
    assert _found(language, said, Unit.MONEY) == value


@given(languages, media, eighths)
def test_rates_are_found_again(language: str, medium: Medium, value: Fraction) -> None:
    for unit in (Unit.RATE, Unit.PERCENTAGE):
        assert _found(language, write(value, unit, medium=medium, language=language), unit) == value


@given(languages, media, st.integers(2, 10**9))
def test_counts_are_found_again(language: str, medium: Medium, value: int) -> None:
    assert _found(language, write(value, Unit.COUNT, medium=medium, language=language), Unit.COUNT) == value


@given(languages, st.integers(2, 199), st.sampled_from(("words", "words_feminine")))
def test_counts_in_words_are_found_again(language: str, value: int, style: str) -> None:
    assert _found(language, write(value, Unit.COUNT, style=style, language=language), Unit.COUNT) == value


@given(languages, st.integers(200, 10**7))
def test_longer_counts_in_words_are_found(language: str, value: int) -> None:
    _found(language, write(value, Unit.COUNT, style="words", language=language), Unit.COUNT)


@given(languages, st.integers(1, 31))
def test_ordinals_are_found_again(language: str, value: int) -> None:
    assert _found(language, write(value, Unit.COUNT, style="ordinal", language=language), Unit.COUNT) == value


@given(languages, st.integers(2, 20), st.integers(1, 19))
def test_parts_are_found_again(language: str, below: int, above: int) -> None:
    part = Fraction(above % below or 1, below)
    assert _found(language, write(part, Unit.FRACTION, language=language), Unit.FRACTION) == part


@given(languages, media, dates, st.sampled_from((None, "weekday", "iso", "month_day")))
def test_dates_are_found_again(language: str, medium: Medium, value: datetime.date, style: str | None) -> None:
    said = write(value, Unit.DATE, style=style, medium=medium, language=language)
    day = Day(value.month, value.day)
    assert _found(language, said, Unit.DATE) == (day if style == "month_day" else value)


@given(languages, media, moments, st.sampled_from((None, "time")))
def test_moments_are_found_again(language: str, medium: Medium, value: Moment, style: str | None) -> None:
    said = write(value, Unit.MOMENT, style=style, medium=medium, language=language)
    wanted = TimeOfDay(value.hour, value.minute, value.place) if style else value
    assert _found(language, said, Unit.MOMENT) == wanted


@given(
    languages, st.sampled_from(["a un tercero", "chaque porteur", "die Bank", "US", "LEXP", "por medio de una orden"])
)
def test_words_are_no_numbers(language: str, said: str) -> None:
    assert [each.text for each in find_in(language, said)] == (
        ["tercero"] if language == "es" and "tercero" in said else []
    )


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "es",
            "En dos cuotas, la segunda el 30 de septiembre de 2001; Formulario 1099",
            ["dos", "segunda", "30 de septiembre de 2001", "1099"],
        ),
        (
            "fr",
            "En deux versements, le premier le 1er août 2001, un tiers",
            ["deux", "premier", "1er août 2001", "un tiers"],
        ),
        (
            "de",
            "In zwei Raten, die erste am 1. August 2001; Einundzwanzig Tage; Dritter",
            ["zwei", "erste", "1. August 2001", "Einundzwanzig", "Dritter"],
        ),
        (
            "es",
            "impuesto (24% del bruto, o sea US$5), (neto: 1,250.50); (5.00) y (3%)",
            ["24%", "US$5", "1,250.50", "(5.00)", "(3%)"],
        ),
        ("de", "(28\u00a0% vom Bruttobetrag, US-$\u00a05)", ["28\u00a0%", "US-$\u00a05"]),
        ("es", "veintiún días, treinta y un mil", ["veintiún", "treinta y un mil"]),
        (
            "fr",
            "MARS, 12,5 pour cent; CUSIP 529529 AA 7; (212) 319-4657",
            ["12,5 pour cent", "529529 AA 7", "(212) 319-4657"],
        ),
    ],
)
def test_what_a_text_holds(language: str, text: str, said: list[str]) -> None:
    assert [each.text for each in find_in(language, text)] == said


def test_english_is_as_it_was() -> None:
    text = "two of 5.45 shares at $1,000"
    assert find_in("en", text) == find(text)


def test_each_style_of_each_unit_has_a_form_in_each_language() -> None:
    samples: dict[Unit, Value] = {
        Unit.MONEY: Fraction(1250),
        Unit.RATE: Fraction(1, 8),
        Unit.COUNT: 3,
        Unit.FRACTION: Fraction(1, 3),
    }
    for unit, value in samples.items():
        for style in (None, *STYLES[unit]):
            for each in TRANSLATIONS:
                assert write(value, unit, style=style, language=each)
    assert Kind.COUNT in KINDS[Unit.COUNT]
