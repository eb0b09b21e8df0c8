"""The figure graph: rules, figures with their proofs, and books of both.

A figure is a named value with a proof. Nothing here knows any particular offer, any file or the clock.
"""
