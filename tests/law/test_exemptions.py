"""Exemptions, the Trust Indenture Act, and what is not covered at all."""

import pytest

from lexdocs.errors import InputError


def law(*lines):
    return "law:\n" + "".join(f"  {line}\n" for line in lines)


HOLDS = ("facts:", "  - fact: same issuer", "    holds: yes", "  - fact: existing holders only", "    holds: yes")
UNPAID = ("  - fact: no paid solicitation", "    holds: yes")


def test_nothing_said_is_one_line_for_each_rule(example):
    found = example.found()
    for key in ("exemption", "Trust Indenture Act", "13e-4", "relief", "OID"):
        assert found[key].result == "counsel must decide"
    assert not [key for key in found if key.startswith(("3(a)(9)", "Trust Indenture Act:", "relief:"))]


def test_an_issuers_exchange_with_its_own_holders(example):
    found = example.add(law("exemption: 3(a)(9)", *HOLDS, *UNPAID)).found()
    assert [found[f"3(a)(9):{fact}"].result for fact in (
        "same issuer", "existing holders only", "no paid solicitation", "exercise of warrants",
    )] == ["met", "met", "met", "counsel must decide"]  # fmt: skip


def test_paid_solicitation_spends_the_exemption(example):
    found = example.add(law("exemption: 3(a)(9)", "solicitation_fee: $5", *HOLDS, *UNPAID)).found()
    assert found["3(a)(9):no paid solicitation"].result == "not met"
    assert "the terms pay for solicitation" in found["3(a)(9):no paid solicitation"].says


@pytest.mark.parametrize(
    ("filed", "effective", "results"),
    [
        ("August 3, 2001", "September 4, 2001", ("met", "met")),  # before August 6, before September 5
        ("August 6, 2001", "September 5, 2001", ("counsel must decide", "counsel must decide")),
        ("August 7, 2001", "September 6, 2001", ("not met", "not met")),
    ],
)
def test_form_t_3_is_filed_before_the_offer_and_effective_before_issuance(example, filed, effective, results):
    example.add(law("exemption: 3(a)(9)", f"t3_filed: {filed}", f"t3_effective: {effective}"))
    found = example.found()
    assert (found["Trust Indenture Act:filed"].result, found["Trust Indenture Act:effective"].result) == results


def test_form_t_3_that_nobody_speaks_of(example):
    found = example.add(law("exemption: 3(a)(10)")).found()
    assert found["Trust Indenture Act:filed"].result == "counsel must decide"
    assert "law.t3_filed is not given" in found["Trust Indenture Act:filed"].says
    assert found["3(a)(10):fairness hearing held"].result == "counsel must decide"


@pytest.mark.parametrize("exemption", ["4(a)(2)/144A/Reg S", "registered"])
def test_no_form_t_3_is_asked_for(example, exemption):
    assert example.add(law(f"exemption: {exemption}")).found()["Trust Indenture Act"].result == "met"


def test_convertible_notes_are_refused(example):
    example.add(law("convertible: yes"))
    with pytest.raises(InputError, match=r"term-sheet\.yaml:\d+:16 law\.convertible: an offer for convertible notes"):
        example.deal()
