"""What an offer for several series tells: what is issued, where an option's excess goes, how the minimum stands."""

import re

import pytest

from lexdocs.deal import open_deal
from lexdocs.documents.visible import blocks
from lexdocs.writing.words import write_words
from tests.documents.series_variants import moved, one_series, said
from tests.languages.test_built import spoken

RELEASE, NOTICE = "press-releases/series-commencement", "notices/series-commencement"
EARLY, RESULTS = "press-releases/series-early-results", "press-releases/series-results"
ACCEPTANCE = (RESULTS, "notices/series-acceptance", "closing/series-acceptance-notice")
CIRCULAR, ORDER = "offering-circular/series-offering-circular", "closing/series-authentication-order"
REPORT = "current-reports/series-current-report"
COMMENCED, EARLY_ON, EXPIRED, SETTLED = "2012-06-25", "2012-07-16", "2012-07-30", "2012-08-01"
PRIVATE = ("\nsources:\n", "\nlaw:\n  exemption: 4(a)(2)/144A/Reg S\n\nsources:\n")
SECURED = "    maturity: August 1, 2019\n"
LIMITED = "      amount: $10,000,000\n      of: principal\n      excess_to: notes\n"
FEW = ("60%", "10%"), ("  minimum_tender: 50%\n", "  minimum_tender: 20%\n")
FROM_THE_DAY = "They bear interest from the day on which the exchange offer is consummated"
STATED = ("    interest_from: August 1, 2012\n", "")
NO_SENIOR_MINIMUM = ("    minimum_tender: 60%\n", "")


def test_the_announcement_says_what_is_issued_and_when(tmp_path):
    quarterly = (SECURED, f"{SECURED}    payments_a_year: 4\n")
    for text in said(moved("windrow", tmp_path, quarterly), COMMENCED, RELEASE, NOTICE).values():
        assert "Secured Notes due August 1, 2019 will mature on August 1, 2019. They bear" in text
        assert "interest from August 1, 2012 at 10% a year, payable quarterly." in text
        assert f"{FROM_THE_DAY}, at 6% a year to August 1, 2017 and 8¼% a year thereafter." in text
        assert "The shares are shares of common stock." in text
        assert "buy a share of common stock at $3.75, at any time until August 1, 2017." in text
        assert "ompany expects to settle the exchange offer on August 1, 2012." in text
        assert "It is also a condition that at least 60% of the 9% Senior Notes due 2015 be validly tendered." in text
    edits = ("rate: 10%", "rate: 9 3/8%"), ("  exercise_price: $3.75\n", "  exercise_price: $4.25\n")
    later = said(moved("windrow", tmp_path / "moved", *edits), COMMENCED, RELEASE, NOTICE)
    for text in later.values():
        assert "at 9⅜% a year. The Income Notes" in text
        assert "at $4.25, at any time" in text
        assert "payable" not in text.split("9⅜% a year")[1].split("The shares are")[0]
    open_date = one_series(tmp_path, ("  consummation_date: August 1, 2012\n", ""))
    for text in said(open_date, COMMENCED, RELEASE, NOTICE).values():
        assert "expects to settle" not in text
        assert f"{FROM_THE_DAY}, at 10% a year." in text
        assert "condition that" not in text
        assert "shares" not in text.split("10% a year.")[1].split("expire")[0]
    of_one = ("  minimum_tender: 50%\n", ""), ("    minimum_tender: 60%\n", "    minimum_tender: 100%\n")
    for text in said(moved("windrow", tmp_path / "of-one", *of_one), COMMENCED, RELEASE, NOTICE).values():
        assert "It is a condition that all of the 9% Senior Notes due 2015 be validly tendered." in text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "es",
            (
                "al 10% anual, pagaderos semestralmente",
                "desde el día en que se consume la oferta de canje, al 6% anual",
                "el resto de cada una se acepta en la Opción de Notas",
                "Es también condición que se entregue válidamente al menos el 60%",
            ),
        ),
        (
            "fr",
            (
                "de 10 % l’an, payable semestriellement",
                "à compter du jour où l’offre d’échange est réalisée, au taux de 6 %",
                "accepté dans l’option suivante : Option Obligations",
            ),
        ),
        (
            "de",
            (
                "mit 10 % jährlich verzinst; die Zinsen sind halbjährlich zahlbar",
                "ab dem Tag, an dem das Umtauschangebot vollzogen wird, mit 6 %",
                "nämlich: Anleiheoption",
            ),
        ),
    ],
)
def test_it_is_said_in_the_other_languages_too(tmp_path, language, words):
    folder = spoken(tmp_path, "windrow", language)
    sheet = folder / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace(SECURED, f"{SECURED}    payments_a_year: 2\n"), "utf-8")
    deal = open_deal(folder, event=COMMENCED)
    (notice,) = (each for each in write_words(deal, [NOTICE]).documents if each.name.endswith(f".{language}"))
    text = " ".join(re.sub(r"\s", " ", block.text) for block in blocks(notice.body))
    for each in words:
        assert each in text


def test_interest_runs_from_the_settlement_whenever_it_is_unless_the_terms_state_a_day(tmp_path):
    """An extension moves the settlement and gives no notice of commencement anew: what was printed must still hold."""
    paper = (CIRCULAR, NOTICE)
    stated = said(moved("windrow", tmp_path), COMMENCED, *paper)
    assert "Interest. They bear interest from August 1, 2012 at 10% a year" in stated[CIRCULAR]
    assert "Interest. They bear interest from the Settlement Date at 6% a year" in stated[CIRCULAR]
    silent = said(moved("windrow", tmp_path / "silent", STATED), COMMENCED, *paper)
    assert "Interest. They bear interest from the Settlement Date at 10% a year" in silent[CIRCULAR]
    assert f"{FROM_THE_DAY}, at 10% a year" in silent[NOTICE]


def test_amounts_bear_the_sign_on_the_first_row_and_are_still_to_be_paid_before_the_day(tmp_path):
    folder = moved("windrow", tmp_path)
    closing = said(folder, EXPIRED, "closing/series-acceptance-notice")["closing/series-acceptance-notice"]
    assert "Secured Notes due August 1, 2019 $16,364,000 Income Notes due August 1, 2022 4,761,302" in closing
    assert "Cash to be paid on August 1, 2012" in closing
    paid = said(folder, SETTLED, "notices/series-payment")["notices/series-payment"]
    assert "Cash paid on August 1, 2012" in paid
    assert "In all 9% Senior Notes due 2015 $1,780,684.10 $336,974.00 $73,850.40 $2,191,508.50 7½%" in paid
    assert "August 1, 2012 $81,820.00 December 3, 2012 81,820.00" in paid


def test_the_notice_of_acceptance_says_all_where_nothing_is_returned(tmp_path):
    notice = "notices/series-acceptance"
    every = said(moved("windrow", tmp_path / "all"), EXPIRED, notice)[notice]
    assert "the Company accepts all of the $37,068,000 principal amount" in every
    back = LIMITED, LIMITED.replace("      excess_to: notes\n", "")
    part = said(moved("windrow", tmp_path / "part", back), EXPIRED, notice)[notice]
    assert re.search(r"the Company accepts \$33,2\d\d,000 of the \$37,068,000 principal amount", part)


def test_what_a_cap_leaves_out_goes_where_the_terms_say(tmp_path):
    """To the option that is named, or back."""
    named = said(moved("windrow", tmp_path), COMMENCED, RELEASE, NOTICE)
    for text in named.values():
        assert "if the tenders in it come to more, they are prorated, and the rest of each" in text
        assert "the rest of each is accepted in the Notes Option." in text
    low = ("      amount: $10,000,000\n", "      amount: $5,000,000\n")
    for text in said(moved("windrow", tmp_path / "low", low), EXPIRED, *ACCEPTANCE).values():
        assert "in which the series are held; the rest is accepted in the Notes Option." in text
        assert "another option" not in text
    back = (LIMITED, "      amount: $5,000,000\n      of: principal\n")
    folder = moved("windrow", tmp_path / "back", back)
    for text in said(folder, COMMENCED, RELEASE, NOTICE).values():
        assert "the rest of each is returned." in text
    for text in said(folder, EXPIRED, *ACCEPTANCE).values():
        assert "the rest is returned." in text


def test_only_eligible_holders_are_told_to_read_and_to_ask_for_copies(tmp_path):
    (private,) = said(moved("windrow", tmp_path, PRIVATE), COMMENCED, RELEASE).values()
    assert "which eligible holders should read" in private
    assert "Eligible holders may have copies from Tamsin Oakapple" in private
    assert "Copies may be had" not in private
    (public,) = said(moved("windrow", tmp_path / "public"), COMMENCED, RELEASE).values()
    assert "which holders should read before they decide. Copies may be had from Tamsin Oakapple" in public


def test_early_results_say_how_the_offer_stands(tmp_path):
    texts = said(moved("windrow", tmp_path), EARLY_ON, EARLY, REPORT)
    for text in texts.values():
        assert "The time for withdrawal ended at 5:00 p.m., New York City time, on July 13, 2012" in text
        assert "The minimum tender conditions of the exchange offer are not all met yet." in text
    early = texts[EARLY]
    assert "at least 50% of the Existing Notes of all series together be validly tendered; about 42.05% has" in early
    assert "At least 60% of the 9% Senior Notes due 2015 must also be validly tendered; about 52.50% has been." in early
    assert "Mixed Option $11,334,000" in early
    assert "The company expects to settle the exchange offer on August 1, 2012." in early
    open_still = ("  withdrawal_deadline: 5:00 p.m., New York City time, on July 13, 2012\n", "")
    texts = said(moved("windrow", tmp_path / "met", open_still, *FEW), EARLY_ON, EARLY, REPORT)
    for text in texts.values():
        assert "Tenders may be withdrawn until the offer expires." in text
        assert "The minimum tender conditions of the exchange offer would be met if it expired now." in text
    none = (NO_SENIOR_MINIMUM, ("  minimum_tender: 50%\n", ""))
    for text in said(moved("windrow", tmp_path / "none", *none), EARLY_ON, EARLY, REPORT).values():
        assert "minimum" not in text


def test_one_minimum_is_one_condition(tmp_path):
    one = moved("windrow", tmp_path, NO_SENIOR_MINIMUM, FEW[1])
    for text in said(one, EXPIRED, *ACCEPTANCE).values():
        assert re.search(r"minimum tender condition (of the exchange offer )?is met", text)
        assert "conditions are met" not in text
    (early,) = said(one, EARLY_ON, EARLY).values()
    assert "The minimum tender condition of the exchange offer would be met" in early
    missed = moved("windrow", tmp_path / "missed", NO_SENIOR_MINIMUM, ("minimum_tender: 50%", "minimum_tender: 95%"))
    for text in said(missed, EXPIRED, *ACCEPTANCE).values():
        assert re.search(r"minimum tender condition (of the exchange offer )?is not met", text)
        assert not re.search(r"minimum tender conditions|waives? them|conditions are waived", text)


def test_the_order_certifies_what_is_so_before_the_notes_are_issued(tmp_path):
    (order,) = said(moved("windrow", tmp_path, *FEW), SETTLED, ORDER).values()
    assert "has been consummated" not in order
    assert "certifies that the minimum tender conditions of the exchange offer have each been met; that it has" in order
    assert "for which the New Securities ordered here are issued; that no New Securities were authenticated" in order
    assert "CUSIP To be supplied by the Company" in order
    numbers = SECURED, f"{SECURED}    cusip: 973900 AC 7\n    cusip_abroad: U97390 AA 3\n"
    (order,) = said(moved("windrow", tmp_path / "abroad", numbers, PRIVATE), SETTLED, ORDER).values()
    assert "CUSIP, notes issued in the United States 973900 AC 7 CUSIP, notes issued outside it U97390 AA 3" in order


def test_transfer_restrictions_name_what_is_issued_and_no_numbers_that_are_not_there(tmp_path):
    (circular,) = said(moved("windrow", tmp_path, PRIVATE), COMMENCED, CIRCULAR).values()
    issued = "The New Securities, the shares, the warrants and the shares under them have not been registered"
    assert circular.count(issued) == 2
    assert "are held in separate global notes. An interest" in circular
    numbers = SECURED, f"{SECURED}    cusip: 973900 AC 7\n    cusip_abroad: U97390 AA 3\n"
    (circular,) = said(moved("windrow", tmp_path / "abroad", numbers, PRIVATE), COMMENCED, CIRCULAR).values()
    assert "are held in separate global notes with numbers of their own, as" in circular


def test_the_circular_says_how_many_shares_there_may_be(tmp_path):
    """As many as the cap of the one option that brings shares lets in, of the series that brings most of them."""
    (first,) = said(moved("windrow", tmp_path), COMMENCED, CIRCULAR).values()
    assert "the Company will issue no more than 125,000 shares of common stock" in first
    assert "Effect of the shares" not in first
    edits = (
        ("  share_class: common stock\n  fraction: half up\n",
         "  share_class: common stock\n  fraction: half up\n  outstanding: 875,000\n"),
        ("      amount: $10,000,000\n", "      amount: $41,000,000\n"),
    )  # fmt: skip
    (second,) = said(moved("windrow", tmp_path / "more", *edits), COMMENCED, CIRCULAR).values()
    assert "no more than 510,000 shares" in second  # all $40,000,000 at 12.5, and $1,000,000 at 10
    assert "Shares outstanding after it 1,385,000" in second
    assert "Part of them issued in the Exchange Offer 36.82%" in second


def test_a_statement_lists_the_options_that_its_series_may_choose(tmp_path):
    shut = """\
  - series: junior
    option: cash
    total:
      cash: $360
    premium:
      cash: $24
    accrued_interest: lost
"""
    alone = ("    name: Cash Option\n", "    name: Cash Option\n    series: [senior]\n")
    without = ("    minimum_tender: 60%\n", ""), ("  minimum_tender: 50%\n", "")
    folder = moved("windrow", tmp_path, (shut, ""), alone, *without)
    log = folder / "tenders.csv"
    lines = [each for each in log.read_text("utf-8").splitlines() if not re.search(r"(junior|W-6,).*cash", each)]
    log.write_text("\n".join(lines) + "\n", "utf-8")
    texts = {}
    for each in write_words(open_deal(folder, event=SETTLED), ["statements/series-settlement"]).documents:
        text = " ".join(block.text for block in blocks(each.body))
        if "What was chosen" in text:
            texts[each.name.rpartition("/")[2]] = text.split("What was chosen")[1].split("Accrued interest")[0]
    assert {"senior", "junior"} == {name.rpartition(".")[2] for name in texts}
    for name, text in texts.items():
        assert ("Cash Option" in text) == name.endswith("senior"), name
        assert "Notes Option" in text, name


def test_the_column_of_other_cash_is_headed_by_what_is_in_it(tmp_path):
    flow = "closing/series-funds-flow"

    def heading(folder):
        (text,) = said(folder, SETTLED, flow).values()
        return text.split("Accrued interest ", 1)[1].split(" In all")[0]

    assert heading(moved("windrow", tmp_path)) == "Fee, remainders and fractions"
    dropped = ("    rounding: down\n    rest: cash\n", "    rounding: down\n    rest: dropped\n")
    assert heading(moved("windrow", tmp_path / "dropped", dropped)) == "Fee and fractions"
    whole = ("  fraction: cash\n  price: $0.80\n", "  fraction: down\n")
    assert heading(moved("windrow", tmp_path / "whole", dropped, whole)) == "Fee"


def test_the_days_from_the_sending_are_told_where_they_are_others(tmp_path):
    """The circular was sent on the day of the announcement; a day later it is open for a day less."""
    name = "offering-circular/series-offering-circular"
    later = moved("windrow", tmp_path / "later", ("circular_sent: June 25, 2012", "circular_sent: June 26, 2012"))
    for folder, told in ((moved("windrow", tmp_path / "same"), False), (later, True)):
        (circular,) = said(folder, "2012-06-25", name).values()
        assert ("Counted from June 26, 2012, when this offering circular was sent" in circular) is told
        assert circular.count("open for 24 business days") == 1
        assert ("open for 23 business days" in circular) is told


@pytest.mark.parametrize("told", ["waived", "met", ""])
def test_a_waiver_told_with_the_settlement_is_printed_in_its_papers(told, tmp_path):
    folder = moved("windrow", tmp_path, *([FEW[0], FEW[1]] if told == "waived" else []))
    (written,) = folder.glob("events/*settlement.yaml")
    line = f"conditions: {told}\n" if told else ""
    written.write_text(f"{written.read_text('utf-8')}{line}", "utf-8")
    for name, text in said(
        folder, SETTLED, "press-releases/series-settlement", "notices/series-payment", REPORT
    ).items():
        assert (f"The other conditions of the exchange offer have been {told}." in text) == bool(told), name


def test_an_amendment_after_the_early_deadline_says_that_it_has_passed(tmp_path):
    papers = "press-releases/series-amendment", "notices/series-amendment", "offering-circular/series-supplement"
    for day, past in (("July 10, 2012", False), ("July 20, 2012", True)):
        folder = moved("windrow", tmp_path / str(past))
        (folder / "events" / "zz.yaml").write_text(
            f"kind: amendment\nat: {day}\nsource: an invention for tests\nclassed: immaterial\n"
            "changes:\n  offer.consummation_date: August 2, 2012\n",
            "utf-8",
        )
        (folder / "events" / "2012-08-01-settlement.yaml").unlink()
        for name, text in said(folder, f"2012-07-{day[5:7]}", *papers).items():
            assert (
                "has passed: Existing Notes tendered from now on receive the consideration without" in text
            ) == past, name


def test_the_notice_of_commencement_offers_guaranteed_delivery_where_the_terms_do(tmp_path):
    terms = ("\noffer:\n", "\noffer:\n  guaranteed_delivery: 3\n")
    told = "may also be tendered by guaranteed delivery, if they are delivered on or before August 1, 2012, unless"
    assert told in said(moved("windrow", tmp_path / "with", terms), COMMENCED, NOTICE)[NOTICE]
    assert "guaranteed" not in said(moved("windrow", tmp_path / "without"), COMMENCED, NOTICE)[NOTICE]


def test_results_of_a_minimum_that_is_missed_promise_nothing(tmp_path):
    papers = (RESULTS, "notices/series-acceptance")
    missed = ("  minimum_tender: 50%\n", "  minimum_tender: 90%\n")
    for name, text in said(moved("windrow", tmp_path / "missed", missed), EXPIRED, *papers).items():
        assert "accepts nothing" in text or "none of the Existing Notes are accepted" in text, name
        assert "expects to consummate" not in text, name
    for name, text in said(moved("windrow", tmp_path / "met"), EXPIRED, *papers).items():
        assert "expects to consummate" in text, name


def test_the_report_of_an_amendment_prints_what_was_tendered_only_where_the_expiration_moves(tmp_path):
    for moves in (False, True):
        folder = moved("windrow", tmp_path / str(moves))
        further = "  offer.expiration: 12 midnight, New York City time, on July 31, 2012\n" if moves else ""
        (folder / "events" / "zz.yaml").write_text(
            "kind: amendment\nat: July 10, 2012\nsource: an invention for tests\nclassed: immaterial\n"
            f"tendered: $1,000,000\nchanges:\n  offer.consummation_date: August 3, 2012\n{further}",
            "utf-8",
        )
        for late in ("2012-07-30-expiration", "2012-08-01-settlement"):
            (folder / "events" / f"{late}.yaml").unlink()
        assert ("validly tendered and not withdrawn Series" in said(folder, "2012-07-10", REPORT)[REPORT]) == moves
