"""`lexdocs calc business-days`, `schedule` and `prorate`: answers, proofs, files of questions, and wrong ones."""

import csv
import io
import json
import sys

import pytest

from lexdocs.cli import main


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


@pytest.fixture
def file(tmp_path):
    """Write a CSV file of the given lines."""

    def written(*lines):
        path = tmp_path / "asked.csv"
        path.write_text("\n".join(lines) + "\n", "utf-8")
        return path

    return written


def rows(out):
    return list(csv.DictReader(io.StringIO(out)))


def test_the_twentieth_business_day(calc):
    code, out, _ = calc("business-days", "2012-06-25", "--count", "20")
    assert code == 0
    assert out.startswith("20 business days from June 25, 2012 to July 23, 2012, both counted\n")
    assert "   20  Monday, July 23, 2012" in out
    assert "not counted: Wednesday, July 4, 2012, Independence Day" in out


def test_a_moment_before_midnight_leaves_its_day_out(calc):
    """Monday to Thursday, without the Wednesday."""
    _, out, _ = calc("business-days", "July 2, 2012", "5:00 p.m., New York City time, on July 6, 2012")
    assert out.startswith("3 business days")
    _, out, _ = calc("business-days", "July 2, 2012", "12 midnight, New York City time, on July 6, 2012")
    assert out.startswith("4 business days")


def test_a_start_on_a_weekend_is_said_to_count_from_the_next_day(calc):
    _, out, _ = calc("business-days", "2012-07-07", "2012-07-10")
    assert "July 7, 2012 is no business day (Saturday): the count begins on the next" in out
    assert "    1  Monday, July 9, 2012" in out


def test_overrides_of_the_call(calc):
    """Three days, less the one that is closed, and the holiday that is open."""
    arguments = ("2012-07-02", "2012-07-04", "--closed", "2012-07-03=order no. 1", "--open", "2012-07-04=a letter")
    code, out, _ = calc("business-days", *arguments)
    assert code == 0
    assert out.startswith("2 business days")
    assert "not counted: Tuesday, July 3, 2012, order no. 1" in out
    assert "override: July 4, 2012 is open, a letter" in out


def test_business_days_of_a_file(calc, file):
    asked = file(
        "from,to,count,calendar,expected", "2001-09-10,2001-09-17,,New York Stock Exchange,2",
        "2001-09-10,,5,,2001-09-14", "2001-09-10,2001-09-01,,,", "2001-09-10,,,Tokyo,", "1998-12-31,,3,TARGET,",
    )  # fmt: skip
    code, out, err = calc("business-days", "--batch", asked)
    assert code == 3
    found = rows(out)
    assert [each["business_days"] for each in found] == ["2", "5", "", "", ""]
    assert [each["match"] for each in found[:2]] == ["yes", "yes"]
    assert found[0]["holidays"].startswith("2001-09-11 Closed following")
    assert "asked.csv:4: to: nothing lies between 2001-09-10 and 2001-09-01; correct one of the two" in err
    assert 'asked.csv:5: calendar: "Tokyo" is not a calendar; the calendars are US federal, SEC business day' in err
    assert "the holidays of 1998 are not known" in err


def test_business_days_as_json(calc):
    _, out, _ = calc("business-days", "2012-07-03", "2012-07-05", "--json")
    (found,) = json.loads(out)
    assert found["business_days"] == 2
    assert found["dates"] == ["2012-07-03", "2012-07-05"]
    assert found["holidays"] == [{"date": "2012-07-04", "name": "Independence Day"}]


def test_a_schedule_with_a_long_first_period(calc):
    """January 10 to September 15 is 245 days under 30/360: $54.44 at 8%; the whole period pays $40."""
    arguments = ("--from", "2012-01-10", "--to", "2013-03-15", "--frequency", "semiannual", "--stub", "long first")
    code, out, _ = calc("schedule", *arguments, "--rate", "8%", "--day-count", "30/360")
    assert code == 0
    assert "every 6 months backward from 2013-03-15, each date counted from there" in out
    assert "1  2012-01-10  2012-09-15  2012-09-15  245   49/72     54.44     odd period" in out
    assert "interest in all $94.44, each coupon rounded half up to the cent" in out


def test_a_schedule_rolled_with_adjusted_interest(calc):
    """September 30, 2012 is a Sunday: paid on October 1, from which the next period then runs."""
    arguments = (
        "--from", "2012-03-31", "--to", "2013-03-29", "--frequency", "6M", "--forward", "--eom", "--roll", "following",
        "--calendar", "sec", "--adjusted", "--rate", "3.6%", "--principal", "100,000",
        "--day-count", "Act/360", "--json",
    )  # fmt: skip
    _, out, _ = calc("schedule", *arguments)
    first, second = json.loads(out)
    assert (first["end"], first["payment"], first["days"], first["interest"]) == ("2012-10-01", "2012-10-01", 184, 1840)
    assert (second["start"], second["days"], second["regular"]) == ("2012-10-01", 179, False)


def test_schedules_of_a_file(calc, file):
    asked = file(
        "from,to,frequency,stub,rate,day_count", "2012-01-15,2012-07-15,quarterly,,4%,30/360",
        "2012-01-15,2012-07-15,fortnightly,,,", "2012-01-15,2012-07-15,1,,4%,",
    )  # fmt: skip
    code, out, err = calc("schedule", "--batch", asked)
    found = rows(out)
    assert code == 3
    assert (found[0]["periods"], found[0]["dates"], found[0]["interest"]) == ("2", "2012-04-15 2012-07-15", "20.00")
    assert '"fortnightly" is not a frequency' in err
    assert "day_count: is missing; interest needs one: write 30/360" in err


def test_a_proration(calc):
    """600 of 2,000 thousand is three tenths; 30% of $1,999,000 is $599,700, cut to $599,000."""
    code, out, _ = calc("prorate", "--cap", "$599,700", "--tendered", "$1,999,000")
    assert code == 0
    assert "factor    0.3 = 3/10, which is 30%" in out
    assert "accepted  $599,000 of $1,999,000, returned $1,400,000" in out
    assert "unused    $700: it is less than one denomination" in out


def test_a_cap_on_the_purchase_price(calc):
    """At $960 per $1,000 a cap of $480,000 buys $500,000 of $1,000,000."""
    _, out, _ = calc("prorate", "--cap", "480,000", "--tendered", "$1,000,000", "--price", "$960", "--json")
    (found,) = json.loads(out)
    assert (found["factor_exact"], found["accepted"], found["cost"]) == ("1/2", 500_000, 480_000)


HOLDINGS = ("holder,tendered,series,priority", "A,5000,x,1", "B,7000,y,2", "C,3500,y,2", "D,9000,z,3")


def test_holdings_by_priority(calc, file):
    """5,000 of the cap of 10,500 go to x; 5,500 over 10,500 of y is 11/21: 3,666.67 and 1,833.33, both cut."""
    code, out, err = calc("prorate", "--cap", "10,500", "--batch", file(*HOLDINGS))
    assert code == 0
    assert [(each["holder"], each["accepted"]) for each in rows(out)] == [
        ("A", "5000"), ("B", "3000"), ("C", "1000"), ("D", "0"),
    ]  # fmt: skip
    assert "unused $1,500: each holding is cut to the denomination" in err


def test_holdings_by_largest_remainder(calc, file):
    """1,500 are left of y's 5,500: one unit, to C with the larger remainder."""
    _, out, err = calc("prorate", "--cap", "10,500", "--batch", file(*HOLDINGS), "--largest-remainder", "--json")
    assert [each["accepted"] for each in json.loads(out)] == [5_000, 3_000, 2_000, 0]
    assert "unused $500: the rest is less than one denomination" in err


def test_a_sub_cap_leaves_room_for_the_next(calc, file):
    """y stops at 2,100, a fifth: 1,400 and 700; the rest of the cap, 3,400, goes to z."""
    _, out, _ = calc("prorate", "--cap", "10,500", "--batch", file(*HOLDINGS), "--sub-cap", "y=2,100")
    assert [each["accepted"] for each in rows(out)] == ["5000", "1000", "0", "3000"]


def test_a_price_of_each_series(calc, file):
    """x costs 900 of the cap of 1,400; the 500 left buy 1,000 of y at a half."""
    lines = ("holder,tendered,series,priority,price", "A,1000,x,1,$900", "B,3000,y,2,$500")
    _, out, err = calc("prorate", "--cap", "$1,400", "--batch", file(*lines))
    assert [each["accepted"] for each in rows(out)] == ["1000", "1000"]
    assert "unused nothing" in err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("business-days",), 2, "FROM is missing"),
        (("business-days", "2012-07-02"), 2, "name either TO or --count"),
        (("business-days", "2012-07-02", "2012-07-31", "--count", "3"), 2, "name either TO or --count"),
        (("business-days", "tomorrow", "--count", "0"), 3, '"tomorrow" is not a date'),
        (("business-days", "2012-07-02", "--count", "0"), 3, "0 is not a count of days; count from one"),
        (("business-days", "2012-07-02", "--count", "3", "--calendar", "nyze"), 3, 'did you mean "New York Stock'),
        (("business-days", "2012-07-02", "--count", "3", "--open", "2012-07-04"), 3, "gives no reason"),
        (("business-days", "2150-01-03", "--count", "3"), 3, "the holidays of 2150 are not known"),
        (("business-days", "2099-12-01", "--count", "90"), 3, "the holidays of 2100 are not known"),
        (("schedule",), 2, "--from and --to and --frequency missing"),
        (("schedule", "--from", "2012-01-01", "--to", "2011-01-01", "--frequency", "2"), 3, "does not come after"),
        (("schedule", "--from", "2012-01-01", "--to", "9999-12-31", "--frequency", "2", "--roll", "following",
          "--calendar", "sec"), 3, "are not known"),
        (("schedule", "--from", "2012-01-01", "--to", "2013-01-01", "--frequency", "semianual"), 3,
         'did you mean "semiannual"?'),
        (("schedule", "--from", "2012-01-01", "--to", "2013-01-01", "--frequency", "2", "--roll", "following"), 3,
         "name a calendar"),
        (("schedule", "--from", "2012-01-01", "--to", "2013-01-01", "--frequency", "2", "--rate", "8%"), 3,
         "interest needs one: write 30/360"),
        (("schedule", "--from", "2012-01-01", "--to", "2013-01-01", "--frequency", "2", "--forward", "--stub",
          "long first"), 3, "runs the other way"),
        (("prorate",), 2, "--cap is missing"),
        (("prorate", "--cap", "5"), 2, "name either --tendered or --batch"),
        (("prorate", "--cap", "x", "--tendered", "-5"), 3, '"x" is not an amount of money'),
        (("prorate", "--cap", "5", "--tendered", "5", "--denomination", "0"), 3, "denomination: is nothing"),
        (("prorate", "--cap", "5", "--batch", "no-such.csv"), 2, "cannot be read"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(calc, arguments, code, said):
    found, out, err = calc(*arguments)
    assert (found, out) == (code, "")
    assert said in err


def test_everything_wrong_with_holdings_is_said_at_once(calc, file):
    asked = file("holder,tendered,series,price", ",5000,x,$900", "B,much,x,$900", "C,7,x,$900", "D,7,x,$800")
    code, out, err = calc("prorate", "--cap", "10", "--batch", asked, "--sub-cap", "z=5")
    assert (code, out) == (3, "")
    assert "asked.csv:2: holder: is missing; name the holder" in err
    assert 'asked.csv:3: tendered: "much" is not an amount of money' in err
    assert "asked.csv:5: price: $800, and $900 in line 3; give one price to a series at one priority" in err
    assert '--sub-cap: no holding is of a series "z"' in err
    assert "4 problems" in err


def test_a_printed_figure_is_held_to_its_own_digits_and_a_difference_shows_where_the_true_value_lies(calc, file):
    """24.325 prints as 24.33 half up and 24.32 down; $27,412,000 to May 1, 2002 accrues $9,611,332.50."""
    asked = file(
        "rate,from,to,principal,day_count,round,expected,quantum",
        '6.95%,2007-02-01,2007-06-07,1000,30/360,,24.33,', '6.95%,2007-02-01,2007-06-07,1000,30/360,,24.32,',
        '6.95%,2007-02-01,2007-06-07,1000,30/360,down,24.32,', '6.95%,2007-02-01,2007-06-07,1000,30/360,,24.325,',
        '12.75%,1999-08-01,2002-05-01,"27,412,000",30/360,,"$9,611,000",1000',
    )  # fmt: skip
    _, out, _ = calc("accrued", "--batch", asked)
    assert [(each["match"], each["true_value"]) for each in rows(out)] == [
        ("yes", ""), ("no", "[24.315, 24.325)"), ("yes", ""), ("yes", ""), ("yes", ""),
    ]  # fmt: skip


def test_options_of_holdings_without_holdings(calc):
    code, _, err = calc("prorate", "--cap", "5", "--tendered", "5", "--largest-remainder")
    assert code == 2
    assert "are of use for holdings alone" in err


def test_a_difference_in_business_days_is_a_finding(calc, file):
    asked = file("from,to,count,expected", "2012-07-02,2012-07-06,,5", '2012-07-02,,3,"July 5, 2012"')
    code, out, err = calc("business-days", "--batch", asked)
    assert [each["match"] for each in rows(out)] == ["no", "yes"]
    assert (code, err) == (1, "1 row differs from what it expects: line 2\n")


def test_business_days_expect_a_count_or_a_date(calc, file):
    asked = file("from,to,expected", "2012-07-02,2012-07-06,soon", "2012-07-02,tomorrow,4.5")
    code, _, err = calc("business-days", "--batch", asked)
    assert code == 3
    assert 'asked.csv:2: expected: "soon" is neither a count nor a date; write the count, such as 20' in err
    assert 'asked.csv:3: expected: "4.5" is neither' in err
    assert 'asked.csv:3: to: "tomorrow" is not a date' in err


def test_one_business_day_is_said_of_one(calc):
    _, out, _ = calc("business-days", "2012-07-02", "2012-07-02")
    assert out.startswith("1 business day from July 2, 2012")


def test_moments_in_figures(calc):
    """August 6 to September 4, 2001 is 21 business days; before 5:00 p.m. the last of them is not over."""
    code, out, _ = calc("business-days", "2001-08-06T00:00", "2001-09-04T17:00")
    assert code == 0
    assert out.startswith("20 business days from August 6, 2001 to September 3, 2001")
    _, out, _ = calc("business-days", "2001-08-06 09:00", "2001-09-04")
    assert out.startswith("21 business days from August 6, 2001 to September 4, 2001")
    code, _, err = calc("business-days", "2001-08-06T25:00", "2001-09-04")
    assert code == 3
    assert 'from: "2001-08-06T25:00" is not a date' in err


def test_priorities_are_counted_from_one_and_told_with_all_else(calc, file):
    asked = file("holder,tendered,priority", "A,5000,0", "B,5000,one", "C,much,1", ",5000,1", "D,x,-1")
    code, _, err = calc("prorate", "--cap", "5,000", "--batch", asked)
    assert code == 3
    assert 'asked.csv:2: priority: "0" is not a priority; write 1, 2 or another whole number: 1 is filled first' in err
    assert 'asked.csv:3: priority: "one" is not a priority' in err
    assert 'asked.csv:6: priority: "-1" is not a priority' in err
    assert "6 problems" in err


def test_a_holding_stands_in_one_row(calc, file):
    """A second row is told even where its amount cannot be read; another series or priority is another holding."""
    lines = ("holder,tendered,series,priority", "A,5000,x,1", "A,5000,y,1", "A,5000,x,2", "A,much,x,1", "B,1,x,1")
    code, _, err = calc("prorate", "--cap", "5,000", "--batch", file(*lines))
    assert code == 3
    says = 'asked.csv:5: holder: a second holding of series x at priority 1 of "A", after line 2; write one row with'
    assert says in err
    assert "2 problems" in err


def test_a_sub_cap_of_a_series_whose_only_row_is_wrong_is_none_too_many(calc, file):
    asked = file("holder,tendered,series", "A,much,x")
    _, _, err = calc("prorate", "--cap", "5,000", "--batch", asked, "--sub-cap", "x=5")
    assert "no holding is of a series" not in err


def test_a_period_without_days_is_left_out_and_that_is_said(calc):
    arguments = (
        "--from", "2018-04-28", "--to", "2020-02-29", "--frequency", "12", "--forward", "--eom",
        "--roll", "modified preceding", "--termination-roll", "preceding", "--calendar", "New York Stock Exchange",
    )  # fmt: skip
    code, out, _ = calc("schedule", *arguments, "--adjusted")
    assert code == 0
    assert "every month forward from 2018-04-28, each" in out
    assert "a period without days is left out: its two dates are moved to one business day, paid once" in out
    assert out.count("2020-02-28  2020-02-28") == 1


def test_a_schedule_says_its_rate_as_it_was_given_and_groups_thousands(calc):
    arguments = ("--from", "2012-01-15", "--to", "2013-01-15", "--frequency", "2", "--day-count", "30/360")
    _, out, _ = calc("schedule", *arguments, "--rate", "9 3/8%", "--principal", "$12,500.50")
    assert "9 3/8% on $12,500.5, 30/360 (Bond Basis)" in out
