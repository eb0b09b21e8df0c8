"""Figures in languages other than English: the same values, rounded alike, in the signs and words of each language."""
