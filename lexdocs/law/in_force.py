"""When each rule was in force, as data: from when, to when, what it asks, who says so and when that was last read.

A rule that changed has a row for each of its forms. `unread` in the last column says that a row rests on the
practice of the field and on summaries, and that the text itself is still to be read.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Force:
    """A rule in one of its forms. `until` is the last day on which it was in force; None for one that still is.

    `days` is what the form asks for in days, where it asks for days; `read` the day on which the source was last
    read, None for a source that was not.
    """

    rule: str
    since: datetime.date
    until: datetime.date | None
    days: int
    asks: str
    cite: str
    source: str
    read: datetime.date | None

    def holds(self, on: datetime.date) -> bool:
        """Whether it was in force on a day."""
        return self.since <= on and (self.until is None or on <= self.until)


def _row(
    rule: str, since: str, until: str, days: int, asks: str, cite: str, source: str, read: str = "unread"
) -> Force:
    last = datetime.date.fromisoformat(until) if until else None
    when = None if read == "unread" else datetime.date.fromisoformat(read)
    return Force(rule, datetime.date.fromisoformat(since), last, days, asks, cite, source, when)


_14E = "Regulation 14E as codified, 17 CFR 240.14e-1"
_CYCLE = "Rule 15c6-1(a) under the Securities Exchange Act, and the releases that changed it"
_CODE = "Internal Revenue Code as codified, and 26 CFR part 1"
_READ = "2026-11-23"

TABLE: tuple[Force, ...] = (
    _row("14e-1(a)", "1980-01-07", "", 20, "open at least twenty business days; for debt since March 1986",
         "17 CFR 240.14e-1(a), 240.14d-1(g)(3)", _14E, _READ),
    _row("14e-1(b)", "1986-03-01", "", 10,
         "open ten business days after a change of consideration, percentage sought or soliciting fee",
         "17 CFR 240.14e-1(b)", _14E, _READ),
    _row("14e-1(b), staff guidance", "1986-03-01", "", 5, "open five business days after any other material change",
         "staff guidance on 17 CFR 240.14e-1(b) and practice", "practice of the field"),
    _row("14e-1(c)", "1980-01-07", "", 0, "pay or return promptly after termination or withdrawal",
         "17 CFR 240.14e-1(c)", _14E, _READ),
    _row("14e-1(d)", "1980-01-07", "", 0,
         "announce an extension by 9:00 a.m. Eastern time on the next business day, with the amount tendered",
         "17 CFR 240.14e-1(d)", _14E, _READ),
    # The cycle is a benchmark for "promptly", not a rule of tender offers.
    _row("settlement cycle", "1968-02-09", "1995-06-06", 5, "five business days after trade", "practice of the market",
         "practice of the market before Rule 15c6-1"),
    _row("settlement cycle", "1995-06-07", "2017-09-04", 3, "three business days after trade",
         "17 CFR 240.15c6-1(a)", _CYCLE),
    _row("settlement cycle", "2017-09-05", "2024-05-27", 2, "two business days after trade",
         "17 CFR 240.15c6-1(a), 82 FR 15564", _CYCLE, _READ),
    _row("settlement cycle", "2024-05-28", "", 1, "one business day after trade", "17 CFR 240.15c6-1(a)", _CYCLE,
         _READ),
    _row("staff letters of 1986 to 1990", "1986-03-12", "2015-01-23", 7,
         "open seven calendar days, for cash, for any and all of an issuer's debt",
         "letters of the Division of Corporation Finance, 1986 to 1990",
         "summaries by law firms; for offers that began after January 23, 2015 they are superseded", _READ),
    _row("no-action letter of January 23, 2015", "2015-01-23", "2026-06-29", 5, "open five business days",
         "letter of the Division of Corporation Finance, January 23, 2015", "summaries by law firms", _READ),
    _row("exemptive order of June 30, 2026", "2026-06-30", "", 5, "open five business days; supersedes the letter",
         "order of the Division of Corporation Finance, June 30, 2026",
         "summaries by law firms; the order itself is to be read", _READ),
    _row("3(a)(9)", "1934-07-01", "", 0, "an issuer's exchange with its own holders, without paid solicitation",
         "Securities Act § 3(a)(9)", "Securities Act as codified, and practice"),
    _row("3(a)(10)", "1934-07-01", "", 0, "an exchange whose fairness a court or an authority has approved",
         "Securities Act § 3(a)(10)", "Securities Act as codified, and practice"),
    _row("4(a)(2)/144A/Reg S", "1990-04-30", "", 0, "an offer to no public: institutions, and persons abroad",
         "Securities Act § 4(a)(2), 17 CFR 230.144A, 230.901–905", "Securities Act rules as codified, and practice"),
    _row("1145", "1979-10-01", "", 0, "securities under a plan of reorganization", "11 U.S.C. § 1145",
         "Bankruptcy Code as codified, and practice"),
    _row("registered", "1933-07-27", "", 0, "an effective registration statement before any sale",
         "Securities Act § 5", "Securities Act as codified, and practice"),
    _row("Trust Indenture Act", "1940-02-04", "", 0,
         "an application on Form T-3 filed before the offer and effective before issuance",
         "Trust Indenture Act §§ 304, 306, 307", "Trust Indenture Act as codified, and its interpretations", _READ),
    _row("13e-4", "1979-09-21", "", 0, "an issuer's tender offer for its equity, debt convertible into it among it",
         "17 CFR 240.13e-4", "Rule 13e-4 as codified, and practice"),
    _row("safe harbor", "1995-12-22", "", 0, "no safe harbor for statements made in connection with a tender offer",
         "Securities Exchange Act § 21E(b)(2)(C)", "Securities Exchange Act as codified, and practice"),
    _row("OID", "1994-04-04", "", 0, "discount below a quarter of a percent for each complete year is none",
         "IRC §§ 1272–1275, 26 CFR 1.1273-1(d)", _CODE, _READ),
    _row("AHYDO", "1989-07-11", "", 0,
         "over five years, yield at least five points over the federal rate, and significant discount",
         "IRC § 163(e)(5), (i)", _CODE, _READ),
)  # fmt: skip


def in_force(rule: str, on: datetime.date) -> Force | None:
    """The form of a rule that was in force on a day; None where the table has none.

    >>> in_force("settlement cycle", datetime.date(2012, 7, 2)).days
    3
    """
    return next((each for each in TABLE if each.rule == rule and each.holds(on)), None)


def form_of(rule: str) -> Force:
    """The latest form of a rule, whether or not it is in force. `LookupError` for a rule that the table lacks.

    >>> form_of("settlement cycle").days
    1
    """
    found = [each for each in TABLE if each.rule == rule]
    if not found:
        raise LookupError(f"no row for {rule}")
    return found[-1]
