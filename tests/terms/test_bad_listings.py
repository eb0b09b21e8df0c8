"""Broken registers and tender logs, and the exact messages that each must give.

A file under `tests/bad/tenders/` or `tests/bad/registers/` may begin with settings (`options: cash notes`), then holds
the files of a deal, each under its name, and then every message that a reader must see, in order.
"""

import re
from pathlib import Path

import pytest

from lexdocs.errors import InputError
from lexdocs.terms.frame import Frame
from tests.terms.listings import deadlines, ends, holdings

BAD = Path(__file__).parents[1] / "bad"
FILES = sorted([*(BAD / "tenders").glob("*.txt"), *(BAD / "registers").glob("*.txt")])
PART = re.compile(r"^--- (.+)\n", re.MULTILINE)


def parts(text):
    """The settings of a file, and its parts by name."""
    head, *rest = PART.split(text)
    settings = dict(line.split(": ", 1) for line in head.strip().splitlines())
    return settings, dict(zip(rest[::2], rest[1::2], strict=True))


def frame_of(settings):
    series, options = (tuple(settings[name].split()) if name in settings else None for name in ("series", "options"))
    return Frame(series, options, "early" in settings)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_message(path, tmp_path):
    settings, files = parts(path.read_text("utf-8"))
    others = {"withdrawable": False} if settings.get("withdrawable") == "no" else {}
    if "early" in settings:
        others["early"] = ends(settings["early"])
    if "latest" in settings:
        others["latest"] = True
    if "delivery" in settings:
        others["delivery"] = ends(settings["delivery"])
    if "withdrawal" in settings:
        others["withdrawal"] = ends(settings["withdrawal"])
    given = {"register": files["register.csv"]} if "register.csv" in files else {}
    columns = dict(pair.split("=") for pair in settings.get("columns", "").split(", ") if pair)
    with pytest.raises(InputError) as caught:
        holdings(
            tmp_path, files.get("tenders.csv"), frame=frame_of(settings), columns=columns,
            until=deadlines(**others), **given,
        )  # fmt: skip
    assert [str(problem) for problem in caught.value.problems] == files["messages"].strip().splitlines()


def test_there_are_bad_registers_and_logs():
    assert len(FILES) >= 20
