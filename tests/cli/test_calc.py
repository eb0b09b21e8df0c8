"""`lexdocs calc daycount` and `accrued`: answers, proofs, files of questions, and what is said of wrong ones."""

import csv
import io
import json
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from lexdocs.cli import main

DATA = Path(__file__).parents[1] / "conventions"


@pytest.fixture
def calc(monkeypatch, capsys):
    """Run `lexdocs calc …` in this process: the exit code, standard output and standard error."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["lexdocs", "calc", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main.run()
        said = capsys.readouterr()
        return ended.value.code or 0, said.out, said.err

    return run


def test_a_day_count_with_its_proof(calc):
    code, out, _ = calc("daycount", "30/360", "1999-08-01", "2003-03-25")
    assert code == 0
    assert out.startswith("days      1314\nfraction  3.65 = 73/20\n")
    assert "30/360 (Bond Basis) [2006 ISDA Definitions, section 4.16(f)]" in out
    assert "360 × (2003 − 1999) + 30 × (3 − 8) + (25 − 1) = 1314 days" in out


def test_a_stub_shows_its_coupon_periods(calc):
    """153 of the 184 days to January 15, 2003, and all of the 181 days to July 15."""
    reference = ("--ref-start", "2003-01-15", "--ref-end", "July 15, 2003", "--frequency", "2")
    code, out, _ = calc("daycount", "Actual/Actual (ICMA)", "2002-08-15", "2003-07-15", *reference)
    assert code == 0
    assert "0.915760869565217 = 337/368" in out
    assert "153 / (184 × 2) + 181 / (181 × 2)" in out


def test_an_end_before_the_start_counts_the_other_way(calc):
    code, out, _ = calc("daycount", "Act/365.25", "2006-05-15", "2006-03-17")
    assert code == 0
    assert out.startswith("days      -59\nfraction  -0.161533196440794 = ")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "CONVENTION and START and END missing"),
        (("30/361", "2012-01-01", "2012-02-01"), 3, 'did you mean "30/360"?'),
        (("Act/Act", "2012-01-01", "2012-02-01"), 3, "write Act/Act ICMA or Act/Act ISDA"),
        (("30/360 US", "2012-01-01", "2012-02-01"), 3, "write 30/360 or 30/360 US-EOM"),
        (("Act/360", "2012-02-30", "tomorrow"), 3, "February 2012 has 29 days"),
        (("Act/360", "2012-02-30", "tomorrow"), 3, 'end: "tomorrow" is not a date'),
        (("Act/Act ICMA", "2012-01-01", "2012-02-01"), 3, "needs a reference period and the frequency"),
        (("30E/360 ISDA", "2012-01-01", "2012-02-29"), 3, "needs the termination date"),
        (("30E/360 ISDA", "2012-01-01", "2012-02-29", "--termination", "never"), 3, 'termination: "never" is not a'),
        (("Act/360", "2012-01-01", "2012-02-01", "--frequency", "5"), 3, "write 1, 2, 3, 4, 6 or 12"),
        (("Act/360", "9" * 5000, "2012-02-01"), 3, "is too long for a date"),
        (("--batch", "no-such.csv"), 2, "cannot be read"),
        (("Act/360", "--batch", "no-such.csv"), 2, "the file asks the questions"),
    ],
)
def test_what_is_wrong_is_said(calc, arguments, code, said):
    found, out, err = calc("daycount", *arguments)
    assert (found, out) == (code, "")
    assert said in err


ICMA = ("daycount", "Act/Act ICMA", "2012-01-01", "2012-02-01")


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        (("--ref-start", "2012-01-01", "--frequency", "2"), "needs its end"),
        (("--ref-start", "2012-01-01", "--ref-end", "2012-07-01"), "needs the frequency"),
        (("--ref-start", "2012-07-01", "--ref-end", "2012-01-01", "--frequency", "2"), "ends before it has begun"),
        (("--ref-start", "2012-01-01", "--ref-end", "2012-10-01", "--frequency", "2"), "which is not 6 months"),
    ],
)
def test_a_reference_period_that_makes_no_sense(calc, reference, said):
    code, _, err = calc(*ICMA, *reference)
    assert code == 3
    assert said in err


@pytest.mark.parametrize("name", ["daycount.csv", "more-daycount.csv"])
def test_a_file_of_published_cases_in_order(calc, name):
    with (DATA / name).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    code, out, err = calc("daycount", "--batch", DATA / name, "--json")
    assert (code, err) == (0, "")
    answers = json.loads(out, parse_float=Decimal)
    assert len(answers) == len(rows)
    for row, answer in zip(rows, answers, strict=True):
        assert (answer["start"], answer["end"], answer["match"]) == (row["start"], row["end"], "yes")
        if row["expected_unit"] == "days":
            assert answer["days"] == int(row["expected"])
        else:
            assert abs(answer["fraction"] - Decimal(row["expected"])) < Decimal("1e-10")
    code, out, err = calc("daycount", "--batch", DATA / name)
    table = list(csv.DictReader(io.StringIO(out)))
    assert [line["fraction"] for line in table] == [f"{Decimal(answer['fraction']):f}" for answer in answers]


def test_a_bad_row_is_reported_with_its_line_and_the_others_are_answered(calc, tmp_path):
    file = tmp_path / "questions.csv"
    file.write_text(
        "convention,start,end,expected\n30/360,2012-01-15,2012-07-15,180\nAct/Act,2012-01-15,2012-02-30,1\n\n"
        "30/360,2012-01-15,2012-07-15,181\nAct/360,2012-01-15,2012-07-15,182,more\n"
    )
    code, out, err = calc("daycount", "--batch", file, "--json")
    assert code == 3
    answers = json.loads(out)
    assert [answer["days"] for answer in answers] == [180, None, 180, None]
    assert [answer["match"] for answer in answers] == ["yes", None, "no", None]
    assert answers[0]["error"] is None
    assert "a name of several" in answers[1]["error"]
    assert f"{file}:3: convention:" in err
    assert f"{file}:3: end:" in err
    assert f"{file}:6: row:" in err
    assert "2 of 4 rows could not be answered" in err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("convention,start\n", 'there is no column "end"'),
        ("convention,start,end,end\n", 'two columns are called "end"'),
        ("", 'there is no column "convention"'),
        ('convention,start,end\n30/360,"2012', "cannot be read"),
    ],
)
def test_a_file_that_is_none(calc, tmp_path, text, said):
    file = tmp_path / "questions.csv"
    file.write_text(text)
    code, _, err = calc("daycount", "--batch", file)
    assert code == 3
    assert said in err


def test_a_file_that_is_not_text(calc, tmp_path):
    file = tmp_path / "questions.csv"
    file.write_bytes(b"\xff\xfe\x00")
    assert calc("daycount", "--batch", file)[0] == 3


TERMS = ("accrued", "--rate", "12 3/4%", "--from", "August 1, 1999", "--to", "2003-03-25", "--day-count", "30/360")


@pytest.mark.parametrize(("principal", "heard"), [("$27,412,000", False), ("27,412,000", True), ("27412000", True)])
def test_interest_to_the_cent_and_per_thousand(calc, principal, heard):
    """27,412,000 x 12.75% x 1,314 / 360 = 12,756,859.50; the issuer printed $465.3750 for each $1,000."""
    code, out, err = calc(*TERMS, "--principal", principal)
    assert code == 0
    assert "$12,756,859.50" in out
    assert "$465.375\n" in out
    assert "the end date excluded" in out
    assert ("no currency sign" in err) is heard


def test_interest_as_json(calc):
    code, out, _ = calc(*TERMS, "--principal", "$1,001", "--json")
    (answer,) = json.loads(out, parse_float=Decimal)
    assert code == 0
    assert answer["interest"] == Decimal("465.84")  # 465.840375
    assert answer["interest_exact"] == "3726723/8000"
    assert (answer["days"], answer["fraction_exact"]) == (1314, "73/20")


@pytest.mark.parametrize(("how", "cents"), [("half up", ".13"), ("half even", ".12"), ("up", ".13"), ("down", ".12")])
def test_the_rounding_is_chosen(calc, how, cents):
    """$10 at 5% for a quarter is exactly twelve and a half cents."""
    terms = ("--rate", "5%", "--from", "2012-01-15", "--to", "2012-04-15", "--day-count", "30/360")
    _, out, _ = calc("accrued", *terms, "--principal", "$10", "--round", how)
    assert out.startswith(f"interest    $0{cents}  rounded {how} to the cent from $0.125\n")


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ({"--principal": ",412,000"}, 3, "is what a shell leaves of an amount"),
        ({"--principal": "27,41,000"}, 3, "groups its thousands wrongly"),
        ({"--principal": "($5)"}, 3, "is less than nothing"),
        ({"--principal": ""}, 3, "is not an amount of money"),
        ({"--rate": "12 3/4"}, 3, "has no percent sign"),
        ({"--day-count": "Act/365"}, 3, "day_count:"),
        ({"--from": "1999-08-32"}, 3, "from:"),
        ({"--round": "nearest"}, 3, "is not a rounding"),
        ({"--rate": None}, 2, "--rate missing"),
    ],
)
def test_what_is_wrong_with_terms_is_said(calc, change, code, said):
    terms: dict[str, str | None] = {"--rate": "5%", "--from": "2012-01-15", "--to": "2012-04-15", "--principal": "$10"}
    terms |= {"--day-count": "30/360"} | change
    arguments = [part for option, value in terms.items() if value is not None for part in (option, value)]
    found, _, err = calc("accrued", *arguments)
    assert found == code
    assert said in err


def test_a_file_of_terms(calc, tmp_path):
    file = tmp_path / "terms.csv"
    file.write_text(
        "rate,from,to,principal,day_count,expected\n"
        '8%,2012-01-15,2012-07-15,"$5,000",30/360,$200.00\n8%,2012-01-15,2012-07-15,5000,Act/360,\n,,,,,\n'
    )
    code, out, _ = calc("accrued", "--batch", file)
    answers = list(csv.DictReader(io.StringIO(out)))
    assert code == 3
    assert [(answer["interest"], answer["match"]) for answer in answers] == [
        ("200.00", "yes"),
        ("202.22", ""),
        ("", ""),
    ]
    assert answers[2]["error"].count("; ") >= 4


DAYS = "convention,start,end,expected,expected_unit"
TERMS_OF_ROWS = "rate,from,to,principal,day_count,expected,quantum"


def test_a_difference_is_a_finding(calc, tmp_path):
    """January 15 to July 15 is 180 days and half a year; 1,000 at 8% for half a year is 40."""
    file = tmp_path / "questions.csv"
    file.write_text(
        f"{DAYS}\n30/360,2012-01-15,2012-07-15,180,days\n30/360,2012-01-15,2012-07-15,181,\n"
        "30/360,2012-01-15,2012-07-15,0.25,fraction\n30/360,2012-01-15,2012-07-15,0.5,\n"
    )
    code, out, err = calc("daycount", "--batch", file)
    assert (code, err) == (1, "2 rows differ from what they expect: lines 3, 4\n")
    assert [row["match"] for row in csv.DictReader(io.StringIO(out))] == ["yes", "no", "no", "yes"]
    file.write_text(f"{TERMS_OF_ROWS}\n8%,2012-01-15,2012-07-15,1000,30/360,40.01,\n")
    code, _, err = calc("accrued", "--batch", file)
    assert (code, err) == (1, "1 row differs from what it expects: line 2\n")


@pytest.mark.parametrize(
    ("verb", "head", "row", "said"),
    [
        ("daycount", DAYS, "abc,", 'expected: "abc" is not a number; write it as the source prints it'),
        ("daycount", DAYS, "26,weeks", 'expected_unit: "weeks" is not a unit of a day count; write days or fraction'),
        ("daycount", DAYS, "26,day", 'did you mean "days"?'),
        ("accrued", TERMS_OF_ROWS, "$40.00,-1", 'quantum: "-1" is not a step to which a source rounds; write a number'),
        ("accrued", TERMS_OF_ROWS, "$40.00,0", 'quantum: "0" is not a step'),
        ("accrued", TERMS_OF_ROWS, ",x", 'quantum: "x" is not a step'),
        ("accrued", TERMS_OF_ROWS, "40.01,100", "expected: 40.01 is no multiple of the quantum, 100; correct one"),
        ("accrued", TERMS_OF_ROWS, "forty,", 'expected: "forty" is not a number'),
    ],
)
def test_nothing_can_be_held_against_what_is_no_number(calc, tmp_path, verb, head, row, said):
    terms = {"daycount": "30/360,2012-01-15,2012-07-15", "accrued": "8%,2012-01-15,2012-07-15,1000,30/360"}[verb]
    file = tmp_path / "questions.csv"
    file.write_text(f"{head}\n{terms},{row}\n")
    code, out, err = calc(verb, "--batch", file)
    assert code == 3
    assert f"{file}:2: " in err
    assert said in err
    assert "1 of 1 rows could not be answered" in err
    assert said in next(csv.DictReader(io.StringIO(out)))["error"]


def test_what_is_wrong_with_a_row_is_said_with_what_is_wrong_with_its_expected_number(calc, tmp_path):
    file = tmp_path / "questions.csv"
    file.write_text(f"{DAYS}\n30/361,2012-01-15,2012-02-30,abc,weeks\n")
    _, _, err = calc("daycount", "--batch", file)
    assert [line.split(": ")[1] for line in err.splitlines()[:4]] == ["expected", "expected_unit", "convention", "end"]
