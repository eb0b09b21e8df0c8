"""Changing a file of a deal folder in a test."""

from pathlib import Path


def change(path: Path, was: str, now: str) -> None:
    """Replace a text that stands in a file once."""
    text = path.read_text("utf-8")
    assert text.count(was) == 1, (path, was)
    path.write_text(text.replace(was, now), "utf-8")
