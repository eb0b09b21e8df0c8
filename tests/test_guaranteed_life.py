"""What documents say of tenders under guarantees of delivery: as long as notes are to come, and once they came or not.

The deal is a copy of a test deal: its offer expires as July 27 ends, and guaranteed notes may come to August 1, 2012.
"""

from lexdocs.deal import findings
from tests.ancillary_deals import variant
from tests.test_life import Life

ROW = '2012-07-27 23:30,W-8,tender,"1,234,000",,notes,112'
SENTENCE = (
    "Of what was validly tendered, $1,234,000 of principal was tendered by notices of guaranteed delivery and has not"
    " been delivered yet. It must be delivered on or before August 1, 2012, and is accepted only if it is."
)
SAYING = ("press-releases/series-results-2012-07-30", "closing/series-acceptance-notice-2012-07-30")


def life(folder, delivered, settled=None):
    deal = variant("windrow", folder, form="", address=False, private=False)
    log = deal / "tenders.csv"
    text = log.read_text("utf-8")
    assert ROW in text
    head, *rows = text.splitlines()
    said = [f"{row},yes,{delivered}" if row == ROW else f"{row},," for row in rows]
    log.write_text("\n".join([f"{head},guaranteed,delivered", *said]) + "\n", "utf-8")
    if settled:
        for name in ("term-sheet.yaml", "events/2012-08-01-settlement.yaml"):
            file = deal / name
            file.write_text(file.read_text("utf-8").replace("August 1, 2012", settled), "utf-8")
    return Life(deal)


def total(lived, event, name="total_guaranteed"):
    return lived.deals[event].book.figure(name).value


def test_what_is_to_come_is_told_at_the_expiration(tmp_path):
    lived = life(tmp_path, "2012-08-01 09:00")
    for name in SAYING:
        assert SENTENCE in lived.says(name)
    assert total(lived, "2012-07-30") == 1_234_000
    assert total(lived, "2012-08-01") == 0


def test_nothing_is_told_once_it_is_delivered(tmp_path):
    lived = life(tmp_path, "2012-07-28 10:00")
    for name in SAYING:
        assert "guaranteed delivery" not in lived.says(name)
    assert total(lived, "2012-07-30") == 0


def test_a_settlement_before_the_notes_came_is_a_finding(tmp_path):
    def told(lived):
        return [str(each.says) for each in findings(lived.deals["2012-08-01"]) if each.rule == "guaranteed delivery"]

    (says,) = told(life(tmp_path / "a", ""))
    assert says == (
        "$1,234,000 of principal was tendered under guarantees and has not come in, and is settled"
        " with the rest: write in the log when it was delivered, or settle after August 1, 2012"
    )
    assert told(life(tmp_path / "b", "2012-08-01 09:00")) == []


def test_what_never_came_is_not_settled(tmp_path):
    lived = life(tmp_path, "", settled="August 3, 2012")
    assert total(lived, "2012-07-30", "total_valid") - total(lived, "2012-08-03", "total_valid") == 1_234_000
    assert total(lived, "2012-08-03") == 0
    statement = lived.says("statements/series-settlement-2012-08-03/W-8.junior")
    assert "Not valid, not accepted" in statement
