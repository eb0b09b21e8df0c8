"""Kinds of offer: for each, what its term sheet says and the rules that follow from it."""
