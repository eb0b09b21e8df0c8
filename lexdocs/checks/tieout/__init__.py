"""Tie-out: every number and name of a text that somebody wrote, held against the figures of a deal."""
