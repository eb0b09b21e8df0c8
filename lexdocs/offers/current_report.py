"""The current report that goes with an announcement: what was announced, and under which items of the form it stands.

The items were renumbered for reports of events on or after August 23, 2004 (Securities Act Release No. 33-8400): other
events had been Item 5, and exhibits Item 7. Since June 15, 2019, the cover page is tagged, and its data is an exhibit
(Securities Act Release No. 33-10618): the largest filers began then, the last of them two years later.
"""

from __future__ import annotations

import datetime

from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Date, Flag, Text

RENUMBERED = datetime.date(2004, 8, 23)
TAGGED = datetime.date(2019, 6, 15)
RELEASE = "Securities Act Release No. 33-8400, effective August 23, 2004"
TAGGING = "Securities Act Release No. 33-10618, 17 CFR 229.601(b)(104)"
EXHIBITS = "17 CFR 229.601(a) and (b)(4)"


@rule()
def latest_event(event_kind: Each[Text]) -> Text:
    """Kind of the last announcement.

    >>> latest_event({"2012-06-15": "commencement", "2012-07-16": "extension"})
    'extension'
    """
    return event_kind[list(event_kind)[-1]]


@rule()
def latest_is_commencement(latest_event: Text) -> Flag:
    """Whether the last announcement is that of the offer.

    >>> latest_is_commencement("extension")
    False
    """
    return latest_event == "commencement"


@rule()
def latest_is_extension(latest_event: Text) -> Flag:
    """Whether the last announcement extends the offer.

    >>> latest_is_extension("extension")
    True
    """
    return latest_event == "extension"


@rule()
def latest_is_amendment(latest_event: Text) -> Flag:
    """Whether the last announcement amends the offer.

    >>> latest_is_amendment("extension")
    False
    """
    return latest_event == "amendment"


@rule()
def latest_is_early_results(latest_event: Text) -> Flag:
    """Whether the last announcement is that of what was tendered early.

    >>> latest_is_early_results("early_results")
    True
    """
    return latest_event == "early_results"


@rule()
def latest_is_expiration(latest_event: Text) -> Flag:
    """Whether the last announcement is that of the offer's results.

    >>> latest_is_expiration("expiration")
    True
    """
    return latest_event == "expiration"


@rule()
def latest_is_settlement(latest_event: Text) -> Flag:
    """Whether the last announcement is that of the settlement.

    >>> latest_is_settlement("expiration")
    False
    """
    return latest_event == "settlement"


@rule(cite=RELEASE)
def report_item(latest_announced: Date) -> Text:
    """Item of Form 8-K under which other events are reported.

    >>> report_item(datetime.date(2004, 8, 20)), report_item(datetime.date(2012, 6, 15))
    ('Item 5', 'Item 8.01')
    """
    return "Item 5" if latest_announced < RENUMBERED else "Item 8.01"


@rule(cite=RELEASE)
def report_is_by_subject(latest_announced: Date) -> Flag:
    """Whether new obligations and issues of securities have items of their own on Form 8-K.

    >>> report_is_by_subject(datetime.date(2004, 8, 20))
    False
    """
    return latest_announced >= RENUMBERED


@rule(cite=RELEASE)
def report_agreement_item() -> Text:
    """Item of Form 8-K under which the entry into a material agreement, such as an indenture, is reported.

    >>> report_agreement_item()
    'Item 1.01'
    """
    return "Item 1.01"


@rule(cite=RELEASE)
def report_obligation_item() -> Text:
    """Item of Form 8-K under which a direct financial obligation, such as new notes, is reported.

    >>> report_obligation_item()
    'Item 2.03'
    """
    return "Item 2.03"


@rule(cite=RELEASE)
def report_unregistered_item() -> Text:
    """Item of Form 8-K under which unregistered sales of shares, and of warrants for them, are reported.

    >>> report_unregistered_item()
    'Item 3.02'
    """
    return "Item 3.02"


@rule(cite=RELEASE)
def report_exhibits_item(latest_announced: Date) -> Text:
    """Item of Form 8-K under which exhibits are listed.

    >>> report_exhibits_item(datetime.date(2004, 8, 20)), report_exhibits_item(datetime.date(2012, 6, 15))
    ('Item 7', 'Item 9.01')
    """
    return "Item 7" if latest_announced < RENUMBERED else "Item 9.01"


@rule(cite=RELEASE)
def report_exhibits_heading(latest_announced: Date) -> Text:
    """Heading of the item of Form 8-K under which exhibits are listed.

    >>> report_exhibits_heading(datetime.date(2012, 6, 15))
    'Financial Statements and Exhibits'
    """
    if latest_announced < RENUMBERED:
        return "Financial Statements, Pro Forma Financial Information and Exhibits"
    return "Financial Statements and Exhibits"


@rule(cite=f"{RELEASE}; {TAGGING}")
def report_form_changes(latest_announced: Date) -> Count:
    """How many changes of the form were in force: first its items were renumbered, then its cover page was tagged.

    >>> [report_form_changes(datetime.date(year, 6, 15)) for year in (2001, 2012, 2019)]
    [0, 1, 2]
    """
    return sum(latest_announced >= each for each in (RENUMBERED, TAGGED))


@rule(cite=TAGGING)
def report_cover_is_tagged(report_form_changes: Count) -> Flag:
    """Whether the data of the report's cover page is listed as an exhibit.

    >>> report_cover_is_tagged(1), report_cover_is_tagged(2)
    (False, True)
    """
    return report_form_changes > 1


@rule(cite=TAGGING)
def report_cover_exhibit() -> Text:
    """Exhibit of Form 8-K that is the data of its cover page.

    >>> report_cover_exhibit()
    'Exhibit 104'
    """
    return "Exhibit 104"


@rule(cite=EXHIBITS)
def report_indenture_exhibit() -> Text:
    """Exhibit of Form 8-K that is the indenture of the new notes: an instrument that defines the rights of holders.

    >>> report_indenture_exhibit()
    'Exhibit 4.1'
    """
    return "Exhibit 4.1"


@rule(cite=EXHIBITS)
def report_note_exhibit() -> Text:
    """Exhibit of Form 8-K that is the form of the new notes.

    >>> report_note_exhibit()
    'Exhibit 4.2'
    """
    return "Exhibit 4.2"


@rule(cite=EXHIBITS)
def report_warrant_exhibit() -> Text:
    """Exhibit of Form 8-K that is the agreement under which warrants are issued.

    >>> report_warrant_exhibit()
    'Exhibit 4.3'
    """
    return "Exhibit 4.3"
