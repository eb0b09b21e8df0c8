"""Mutation: every input is changed in turn, and what moves is held against what the proofs say must move."""
