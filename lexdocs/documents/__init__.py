"""The words: template library, preflight, Jinja, Markdown, ticks, cross-references, and the document.

Nothing here knows of PDF, of files to write, or of how a figure is calculated.
"""
