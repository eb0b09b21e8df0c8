"""Deals as small as a register and a log, for tests: an offer open from June 11 to 5:00 p.m. on July 20, 2012."""

import datetime

from lexdocs.notation.units import Moment
from lexdocs.terms.deadlines import Deadline, Deadlines
from lexdocs.terms.frame import Frame
from lexdocs.terms.holdings import read_holdings
from lexdocs.terms.sheet import HoldersTerms
from lexdocs.terms.tender_terms import TendersTerms

REGISTER = """\
id,name,address_1,held
F-7,Fund Seven (fictional),7 Nowhere Row,"$50,000"
F-8,Fund Eight (fictional),8 Nowhere Row,"$20,000"
K-10,Kestrel Trust (fictional),10 Nowhere Row,5000.50
"""


def at(text):
    """A point of local time, of a text like 2012-07-20 17:00."""
    return datetime.datetime.fromisoformat(text)


def ends(text):
    """A deadline at a time of a text like 2012-07-20 17:00."""
    time = at(text)
    return Deadline(Moment(time.date(), time.hour, time.minute, "Chicago"), time)


def deadlines(as_of="2012-08-31 12:00", **others):
    """The deadlines of the offer, or others in their place."""
    usual = {"opens": at("2012-06-11 00:00"), "expiration": ends("2012-07-20 17:00")}
    return Deadlines(at(as_of), **{**usual, **others})


PLAIN = Frame()


def holdings(folder, tenders=None, register=REGISTER, frame=PLAIN, columns=None, until=None):
    """The holdings of a register and a log, written to a folder."""
    for name, text in (("register.csv", register), ("tenders.csv", tenders)):
        if text is not None:
            (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    log = TendersTerms(columns=columns or {})
    return read_holdings(folder, HoldersTerms(), log, frame, until or deadlines(), "Chicago")


def figure(found, name, *key):
    """The value of a leaf."""
    return leaf(found, name, *key).value


def leaf(found, name, *key):
    """A leaf by its figure's name and its row."""
    return next(each for each in found.leaves if (each.name, each.key) == (name, key))
