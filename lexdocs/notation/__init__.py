"""Counsel's written forms of amounts, rates, dates, times, counts and identifiers.

One grammar parses what the term sheet says, prints what the documents say, and finds what a text
says. Nothing here knows what a number means.
"""
