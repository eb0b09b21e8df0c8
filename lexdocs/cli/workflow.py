"""The CI workflow of a new deal folder: the same check that a person runs."""

from __future__ import annotations

import json

NAME = "lexdocs-check.yml"
FOLDER = (".github", "workflows")

_WORKFLOW = """\
# Runs on GitHub, which reads it at the top of a repository: where the deal is a folder further down, move this file up
# there, and say under DEAL and OUT where the deal and its output are.
name: lexdocs

on: [push, pull_request]

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    env:
      DEAL: "."
      OUT: @OUT@
      PACKAGE: ${{ vars.LEXDOCS }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - name: Install lexdocs
        run: |
          # The repository's variable LEXDOCS says what pip installs: a wheel, or a commit of the repository of lexdocs.
          command -v lexdocs || python -m pip install "${PACKAGE:?the variable LEXDOCS says what pip installs}"
      - name: Validate
        run: lexdocs validate "$DEAL"
      - name: Check
        if: ${{ !cancelled() }}
        run: lexdocs check "$DEAL" --out "$OUT" --report github --today "$(date -u +%F)"
"""


def workflow(deal: str) -> str:
    """The workflow of a deal whose folder has this name.

    >>> 'OUT: "output/my-deal"' in workflow("my-deal")
    True
    """
    return _WORKFLOW.replace("@OUT@", json.dumps(f"output/{deal}"))
