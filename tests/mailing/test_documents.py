"""Documents other than the statement are mailed too: written for each holder, or in the same words for all of them."""

import html
import json
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest

from lexdocs.checks.mailing.verify import verify
from lexdocs.deal import library_of, open_deal
from lexdocs.documents.document import compose
from lexdocs.errors import InputError, UsageError
from lexdocs.figures.figure import Figure
from lexdocs.mailing.chosen import addressed, parts_of, template_of
from lexdocs.mailing.mail import Asked, mail
from lexdocs.resources import bundled_deals
from lexdocs.writing.pages import write_pages

EXAMPLE = bundled_deals()["lexington_2001"]
NOTICE = "notices/commencement.md"
OWN = """---
title: "Notice of what is due: {{ old_notes_title }}"
audience: holder
events: [commencement]
offers: [exchange]
layout: notice
per: holding
---
{% include "shared/addressed.md" %}

# What is due to you {#due}

The {{ old_notes_title }} that you tendered are accepted. {% if holding_tenders %}Your fee is set out below.{% else %}You tendered none.{% endif %}

<table class="ledger">
<tbody>
<tr><th scope="row">Participation fee</th><td class="number">{{ holder_fee | cents }}</td></tr>
<tr><th scope="row">Held</th><td class="number">{{ held_principal | cents }}</td></tr>
</tbody>
</table>
"""  # noqa: E501  a paragraph
pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]


@pytest.fixture
def folder(tmp_path):
    """The worked example with a notice of its own."""
    made = tmp_path / "lexington_2001"
    shutil.copytree(EXAMPLE, made)
    (made / "templates" / "notices").mkdir(parents=True)
    (made / "templates" / "notices" / "due.md").write_text(OWN, "utf-8")
    return made


def own(folder, template):
    """The document of each holder, written one by one with the whole register."""
    deal = open_deal(folder)
    library = addressed(library_of(deal), template)
    for label in deal.book.labels("holding"):
        yield label, deal, compose(library, template, deal.book, {"holding": label}, label)


def manifest(out):
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]


def text(path, first, last):
    command = ["pdftotext", "-layout", "-f", str(first), "-l", str(last), str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("template", ["notices/due.md", NOTICE])
def test_each_holder_has_a_notice_with_its_address(folder, tmp_path, template):
    out = tmp_path / "out"
    made = mail(Asked(folder, out, template, stream=False, html=True))
    assert made.control.document == template
    lines = {line["holder"]: line for line in manifest(out)}
    assert {line["made"] for line in lines.values()} == {"stamped"}
    for label, deal, document in own(folder, template):
        page = write_pages(deal, document, ["html"])[f"{label}.html"]
        said = (out / lines.pop(label)["html"]["file"]).read_text("utf-8")
        assert said.replace('<p class="legend"><strong>PROOF</strong>: not released</p>\n', "") == page
        assert f">{html.escape(deal.book.value('holder_name', label), quote=False)}</data>" in said
    assert not lines


@pytest.mark.soak
@pytest.mark.parametrize("template", ["notices/due.md", NOTICE])
def test_a_printed_notice_is_stamped_and_says_what_weasyprint_would(folder, tmp_path, template):
    out = tmp_path / "out"
    made = mail(Asked(folder, out, template))
    assert (made.control.stamped, made.control.holders, made.control.ties) == (12, 12, True)
    assert verify(out, None).ties
    lines = {line["holder"]: line for line in manifest(out)}
    for label, deal, document in own(folder, template):
        paper = tmp_path / "own.pdf"
        paper.write_bytes(write_pages(deal, document, ["pdf"])[f"{label}.pdf"])
        line = lines[label]
        assert text(out / "statements.pdf", line["page"], line["page"] + line["pages"] - 1) == text(paper, 1, 9)


@pytest.mark.parametrize("template", ["notices/due.md", NOTICE])
@pytest.mark.soak
def test_names_stand_where_the_printer_sets_them(folder, tmp_path, template):
    made = mail(Asked(folder, tmp_path / "out", template, sample=2)).control
    assert (made.stamped, len(made.sample.holders)) == (12, 2)
    assert not made.sample.apart


@pytest.mark.soak
def test_a_name_whose_letters_are_kerned_is_left_to_the_printer(folder, tmp_path):
    path = folder / "templates" / "notices" / "due.md"
    path.write_text(path.read_text("utf-8").replace("# What", "{{ holder_name }}\n\n# What"), "utf-8")
    made = mail(Asked(folder, tmp_path / "out", "notices/due.md", sample=1)).control
    assert (made.stamped, len(made.rendered)) == (0, 12)
    assert all("the letters of" in why for _, why in made.rendered)


def test_the_statement_is_mailed_where_nothing_is_asked_for(folder):
    deal = open_deal(folder)
    assert template_of(deal, "")[0] == "statements/settlement.md"
    for asked in ("commencement", "notices/commencement", NOTICE):
        assert template_of(deal, asked) == (NOTICE, "notices/commencement-2001-08-06")
    with pytest.raises(UsageError, match="did you mean"):
        template_of(deal, "notices/comencement")
    with pytest.raises(UsageError, match=r"“results”.*: notices/commencement, notices/due, statements/settlement$"):
        template_of(deal, "results")  # a press release


def test_one_that_the_event_does_not_call_for_is_refused(folder):
    with pytest.raises(UsageError) as refused:
        template_of(open_deal(folder), "notices/acceptance")
    assert str(refused.value) == (
        "--document: notices/acceptance is for expiration, and the event is commencement of 2001-08-06; choose another "
        "with --as-of, or name one with --document: notices/commencement, notices/due, statements/settlement"
    )


def test_what_an_earlier_event_of_the_day_calls_for_is_mailed_under_its_name():
    """The offer of the later life is settled on the day on which the first installment falls due."""
    deal = open_deal(DEALS / "lexington_later", event="2001-09-28-installment")
    assert template_of(deal, "notices/payment")[1] == "notices/payment-2001-09-28"
    assert template_of(deal, "notices/installment")[1] == "notices/installment-2001-09-28-installment"


DEALS = Path(__file__).parents[1] / "deals"


@pytest.mark.parametrize(
    ("deal", "later", "template", "said"),
    [
        (DEALS / "lexington_later", "2001-09-28*", "notices/acceptance.md", "total_valid"),
        (DEALS / "ferry", "2016-07-06*", "notices/tender-acceptance.md", "total_accepted"),
        pytest.param(
            DEALS / "windrow", "2012-08-01*", "notices/series-acceptance.md", "total_accepted", marks=pytest.mark.soak
        ),
    ],
)
def test_totals_in_a_notice_are_those_of_all_holders(tmp_path, deal, later, template, said):
    """A page is laid out with one holder for all of its shape; what it says of the whole offer is not that holder's."""
    folder, out = tmp_path / deal.name, tmp_path / "out"
    shutil.copytree(deal, folder)
    for each in [*folder.glob(f"events/{later}"), *folder.glob("events/2001-12*")]:
        each.unlink()
    mail(Asked(folder, out, template, stream=False, html=True))
    lines = {line["holder"]: line for line in manifest(out)}
    assert len(lines) > 3
    for label, whole, document in own(folder, template):
        page = (out / lines[label]["html"]["file"]).read_text("utf-8")
        assert (
            page.replace('<p class="legend"><strong>PROOF</strong>: not released</p>\n', "")
            == (write_pages(whole, document, ["html"])[f"{label}.html"])
        )
        assert f'data-figure="{said}"' in page


@pytest.mark.soak
@pytest.mark.parametrize(
    "more", ["    residue: largest remainder\n", pytest.param("", marks=pytest.mark.soak)], ids=["given", "kept"]
)
def test_what_is_counted_over_all_tenders_is_not_counted_again_for_one(tmp_path, more):
    """Steps of a residue go round the tenders of a pool; with one holder alone there are not enough of them."""
    folder, out = Path(shutil.copytree(DEALS / "ferry", tmp_path / "ferry")), tmp_path / "out"
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    assert text.count("    early_before_late: yes\n") == 1
    sheet.write_text(text.replace("    early_before_late: yes\n", f"    early_before_late: yes\n{more}"), "utf-8")
    mail(Asked(folder, out, "statements/tender-settlement.md"))
    deal = open_deal(folder)
    given = [each.value for each in deal.book if isinstance(each, Figure) and each.name == "residue_steps"]
    assert any(given) is bool(more)
    said = {line["holder"]: line["figures"]["accepted_principal"] for line in manifest(out)}
    assert len(said) > 3
    for label, accepted in said.items():
        assert Fraction(accepted) == deal.book.value("accepted_principal", label)


def test_one_that_is_the_same_for_all_has_an_address_in_front_and_one_for_each_stays(folder):
    library = library_of(open_deal(folder))
    assert addressed(library, "notices/due.md") is library
    made = addressed(library, NOTICE)
    assert made.templates[NOTICE].text.startswith(library.templates[NOTICE].text.partition("\n---\n")[0])
    assert {"shared/addressed.md", "shared/warrant-terms.md", NOTICE} <= parts_of(made, NOTICE)
    assert "shared/addressed.md" not in parts_of(library, NOTICE)
    assert made.documents == library.documents


def test_a_title_that_says_of_a_holder_what_the_register_says_is_refused(folder):
    template = folder / "templates" / "notices" / "due.md"
    titled = 'title: "For {{ holder_name }}, {{ held_principal | cents }}, {{ statement_number }}"'
    template.write_text(template.read_text("utf-8").replace(OWN.split("\n")[1], titled), "utf-8")
    with pytest.raises(InputError) as refused:
        template_of(open_deal(folder), "due")
    assert str(refused.value) == (
        "notices/due.md:2: title: prints holder_name, held_principal of a holder, and titles stand in the metadata of "
        "files; leave it to the words; statement_number tells whose it is"
    )
