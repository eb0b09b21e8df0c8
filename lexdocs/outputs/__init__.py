"""The files: HTML, PDF and plain text of a document, and the folder that each is written to.

Nothing here knows how a figure is calculated.
"""
