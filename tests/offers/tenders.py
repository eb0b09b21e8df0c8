"""Cash tenders for tests: the Ferry deal with terms changed, and deals of a few series written on the spot."""

from pathlib import Path

from lexdocs.deal import open_deal
from lexdocs.errors import Where
from lexdocs.terms.changes import Change

FERRY = Path(__file__).parents[1] / "deals" / "ferry"

HEAD = "id,series,name,address_1,held,tendered,early\n"


def ferry(*changes):
    """The book of the Ferry deal with (path, value) changes."""
    return open_deal(FERRY, [Change(path, value, Where("test")) for path, value in changes]).book


def sheet(series, offer=""):
    """A term sheet of the given series and lines of the offer; nobody in it exists."""
    return f"""kind: cash_tender
company:
  name: Nobody, Inc. (fictional)
  short_name: Nobody
  city: Nowhere
  business: does nothing
contact:
  name: No One
  title: Treasurer
  telephone: (202) 555-0143
notes_term: Notes
series:
{"".join(series)}offer:
  expiration: 12 midnight, New York City time, on July 1, 2016
  settlement_date: July 6, 2016
  holder_level: beneficial
{offer}agents:
  tender_agent: Nobody Tabulation
  clearing: Nowhere Depository
  program: tender program
  program_short: TP
holders:
  level: beneficial
"""


def series(label, outstanding, price="$1,000", **terms):
    """A series as the term sheet lists it; `terms` add to it or take the place of what is usual here."""
    usual = {
        "label": label, "name": "Notes", "rate": "6%", "outstanding": f"${outstanding:,}", "denomination": "$1,000",
        "maturity": "March 15, 2026", "interest_paid_to": "March 15, 2016", "day_count": "30/360",
        "total_consideration": price,
    }  # fmt: skip
    lines = [f"    {name}: {value}\n" for name, value in {**usual, **terms}.items()]
    return "  - " + lines[0].lstrip() + "".join(lines[1:])


def deal(folder, text, holdings):
    """Write and open a deal; `holdings` are (id, series, held, tendered, of which early)."""
    (folder / "events").mkdir(parents=True, exist_ok=True)
    (folder / "term-sheet.yaml").write_text(text, "utf-8")
    (folder / "events" / "commencement.yaml").write_text("kind: commencement\nat: June 6, 2016\n", "utf-8")
    header = HEAD if "early_deadline" in text else HEAD.replace(",early", "")
    rows = [
        ",".join(str(each) for each in (name, label, "Nobody", "Nowhere", *(f'"${each:,}"' for each in amounts)))
        for name, label, *amounts in holdings
    ]
    (folder / "register.csv").write_text(header + "".join(f"{row}\n" for row in rows), "utf-8")
    return open_deal(folder)
