"""The top of the tree is what a stranger sees first: nothing stands there but what the README names."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = {
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "lexdocs",
    "templates",
    "tests",
    "output",
}


def tracked() -> list[str]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: what is tracked cannot be told")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [name for name in listed.stdout.split("\0") if name]


def test_nothing_else_stands_at_the_top():
    tops = {name.split("/")[0] for name in tracked()}
    assert {top for top in tops if not top.startswith(".")} <= ALLOWED


def test_what_is_committed_of_the_output_is_text_of_the_worked_example():
    for name in tracked():
        if name.startswith("output/"):
            assert name.startswith("output/lexington_2001/")
            (ROOT / name).read_text("utf-8")


def test_what_is_built_and_not_committed_is_ignored():
    tracked()
    made = ["output/lexington_2001/a.pdf", "output/another/a.html", ".venv/x", ".bench/results.json", "dist/a.whl"]
    asked = subprocess.run(["git", "check-ignore", *made], cwd=ROOT, check=False, capture_output=True, text=True)
    assert asked.stdout.split() == made
