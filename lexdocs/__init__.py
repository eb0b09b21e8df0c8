"""Produce the documents of a debt exchange or tender offer from one term sheet, with every figure proved."""

__version__ = "0.1.0"
