"""Events that come too early or too late for what the terms say of them: refused, each with its exact message."""

import shutil
from pathlib import Path

import pytest

from lexdocs.deal import open_deal, open_life
from lexdocs.errors import InputError

DEALS = Path(__file__).parents[1] / "deals"
OPEN = {"ferry": ("2016-06-06-",), "windrow": ("2012-06-25-",), "tiny": ("2012-06-11-",)}
NYC = "New York City time"


def deal_of(name, folder, files, *, whole=False):
    """A copy of a deal with event files; unless `whole`, of its own events it keeps the commencement alone."""
    to = Path(shutil.copytree(DEALS / name, folder / name))
    for path in (to / "events").iterdir():
        if not whole and not path.name.startswith(OPEN[name]):
            path.unlink()
    for file, text in files.items():
        (to / "events" / f"{file}.yaml").write_text(text, "utf-8")
    return to


def refused(folder):
    with pytest.raises(InputError) as caught:
        open_deal(folder)
    return [str(each) for each in caught.value.problems]


@pytest.mark.parametrize(
    ("name", "at", "deadline"),
    [
        ("ferry", f"4:59 p.m., {NYC}, on June 17, 2016", f"5:00 p.m., {NYC}, on June 17, 2016"),
        ("ferry", "June 16, 2016", f"5:00 p.m., {NYC}, on June 17, 2016"),
        ("windrow", f"8:00 a.m., {NYC}, on July 13, 2012", f"5:00 p.m., {NYC}, on July 13, 2012"),
    ],
)
def test_early_results_before_the_early_deadline(name, at, deadline, tmp_path):
    said = f"events/a.yaml:2:5 the early deadline does not pass before {deadline}; correct the date of the event,"
    found = refused(deal_of(name, tmp_path, {"a": f"kind: early_results\nat: {at}\n"}))
    assert found == [f"{said} or change offer.early_deadline"]


def test_early_results_at_the_early_deadline(tmp_path):
    text = f"kind: early_results\nat: 5:00 p.m., {NYC}, on June 17, 2016\n"
    open_deal(deal_of("ferry", tmp_path, {"a": text}))


TERMINATED = "kind: termination\nat: {at}\nreason: {reason}\n"
OVER = "; correct the date of the event, or write the extension that came before it"


@pytest.mark.parametrize(
    ("name", "at", "expected"),
    [
        ("ferry", "July 7, 2016", "the offer was settled on July 6, 2016, and cannot be terminated after that"),
        ("windrow", "August 2, 2012", "the offer was settled on August 1, 2012, and cannot be terminated after that"),
    ],
)
def test_a_termination_after_the_settlement(name, at, expected, tmp_path):
    files = {"z": TERMINATED.format(at=at, reason="decision of the company")}
    found = refused(deal_of(name, tmp_path, files, whole=True))
    assert found == [f"events/z.yaml:2:5 {expected}; delete the one that is not true"]


@pytest.mark.parametrize("name", ["ferry", "windrow"])
def test_a_termination_after_the_expiration(name, tmp_path):
    """What was not met is told once the offer has expired, until it should settle; the company's decision is not."""
    at, late, ends, due = {
        "ferry": ("July 5, 2016", "July 7, 2016", "July 1, 2016", "July 6, 2016"),
        "windrow": ("July 30, 2012", "August 2, 2012", "July 27, 2012", "August 1, 2012"),
    }[name]
    folder = deal_of(name, tmp_path, {"z": TERMINATED.format(at=at, reason="decision of the company")})
    over = f"events/z.yaml:2:5 the offer expired at 12 midnight, {NYC}, on {ends}, and nothing extended it"
    assert refused(folder) == [
        f"{over}; after that it ends only for a minimum or conditions that were not met{OVER}, or the reason"
    ]
    file = folder / "events" / "z.yaml"
    file.write_text(TERMINATED.format(at=late, reason="conditions not met"), "utf-8")
    assert refused(folder) == [f"{over}; what it accepts was to be paid on {due}{OVER}"]
    file.write_text(TERMINATED.format(at=at, reason="conditions not met"), "utf-8")
    assert open_life(folder)[-1].terms.event.kind == "termination"


def test_a_reason_that_the_terms_do_not_give(tmp_path):
    files = {"z": TERMINATED.format(at="June 30, 2016", reason="minimum not met")}
    (found,) = refused(deal_of("ferry", tmp_path, files))
    assert found == (
        "events/z.yaml:2:5 reason: minimum not met, and the terms ask for no minimum; write the reason that is true, or"
        " offer.minimum_tender in the term sheet"
    )


@pytest.mark.parametrize("kind", ["amendment", "early_results"])
def test_an_expiration_that_has_passed_when_it_is_announced(kind, tmp_path):
    ends = f"5:00 p.m., {NYC}, on June 24, 2016"
    text = f"kind: {kind}\nat: 9:00 a.m., {NYC}, on June 27, 2016\nchanges:\n  offer.expiration: {ends}\n"
    said = f"events/a.yaml:4:21 offer.expiration: {ends} has passed when the {kind.replace('_', ' ')} is announced,"
    remedy = "write a later time, or correct the date of the event"
    found = refused(deal_of("ferry", tmp_path, {"a": text}))
    assert found[0] == f"{said} 9:00 a.m., {NYC}, on June 27, 2016; {remedy}"


def test_an_expiration_later_on_the_day_of_an_announcement_without_an_hour(tmp_path):
    text = f"kind: amendment\nat: June 27, 2016\nchanges:\n  offer.expiration: 5:00 p.m., {NYC}, on June 27, 2016\n"
    open_deal(deal_of("ferry", tmp_path, {"a": text}))


AMENDED = "kind: amendment\nat: {at}\nclassed: consideration\nchanges:\n  {path}: {value}\n"
EARLY = "early tenders were accepted and paid by it on June 21, 2016; change it before that day"
OWN = "or make what is new an offer of its own"
LATER = "for later tenders alone, a smaller series[].early_premium raises the price, and more for early ones is an"


@pytest.mark.parametrize("settled", [True, False])
@pytest.mark.parametrize(
    ("path", "value", "remedy"),
    [
        ("series[0].total_consideration", "$1,050", f"; {LATER} offer of its own"),
        ("series[1].cap", "$50,000", f", {OWN}"),
        ("offer.cap.amount", "$400,000", f", {OWN}"),
        ("offer.proration.odd_lots_below", "$4,000", f", {OWN}"),
    ],
)
def test_what_early_tenders_were_paid_by_is_not_changed_afterwards(path, value, remedy, settled, tmp_path):
    """Whether an event says so or only the terms do."""
    files = {"b": AMENDED.format(at="June 23, 2016", path=path, value=value)}
    if settled:
        files["a"] = "kind: settlement\nat: June 21, 2016\n"
    folder = deal_of("ferry", tmp_path, files)
    (found,) = refused(folder)
    assert found.startswith("events/b.yaml:5:")
    assert found.endswith(f" {path}: {EARLY}{remedy}")
    (folder / "events" / "b.yaml").write_text(AMENDED.format(at="June 20, 2016", path=path, value=value), "utf-8")
    open_deal(folder)


def test_later_tenders_may_be_paid_more(tmp_path):
    text = AMENDED.format(at="June 23, 2016", path="series[0].early_premium", value="$10")
    open_deal(deal_of("ferry", tmp_path, {"b": text}))


def test_later_tenders_are_not_paid_less(tmp_path):
    text = AMENDED.format(at="June 23, 2016", path="series[0].early_premium", value="$40")
    (found,) = refused(deal_of("ferry", tmp_path, {"b": text}))
    assert found.endswith(
        " series[0].early_premium: early tenders were accepted and paid on June 21, 2016, and a larger premium now"
        " lowers what is left; write a smaller premium, which raises the price of later tenders, or leave it as it was"
    )


@pytest.mark.parametrize(
    ("name", "settled", "at", "path", "value"),
    [
        ("ferry", "July 6, 2016", "July 8, 2016", "series[0].early_premium", "$10"),
        ("windrow", "August 1, 2012", "August 3, 2012", "considerations[0].total.cash", "$30"),
        ("tiny", "July 24, 2012", "July 26, 2012", "participation_fee.amount", "$9"),
    ],
)
def test_what_all_were_paid_by_is_not_changed_after_the_settlement(name, settled, at, path, value, tmp_path):
    files = {"y": f"kind: settlement\nat: {settled}\n", "z": AMENDED.format(at=at, path=path, value=value)}
    (found,) = refused(deal_of(name, tmp_path, files))
    assert found.endswith(
        f" {path}: the offer was settled on {settled}, and what was paid then would be another; delete this line, or"
        " correct the date of the event"
    )


def test_the_number_of_the_new_notes_may_become_known_after_they_are_paid(tmp_path):
    """A number of a security changes nothing that was paid; what the notes provide does."""
    text = "kind: amendment\nat: August 1, 2012\nclassed: immaterial\nchanges:\n  new_notes.{}\n"
    settled = "kind: settlement\nat: 10:00 a.m., Chicago time, on July 25, 2012\n"
    open_deal(deal_of("tiny", tmp_path / "number", {"s": settled, "t": text.format("cusip: 99999Q AA 5")}))
    found = refused(deal_of("tiny", tmp_path / "terms", {"s": settled, "t": text.format("maturity: June 1, 2020")}))
    assert found[0].startswith("events/t.yaml:5:23 new_notes.maturity: the offer was settled on July 25, 2012")
