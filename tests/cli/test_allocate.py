"""`lexdocs allocate` from the command line: counts to standard output, what is unusual to the other, files whole."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.soak

TINY = Path(__file__).parents[1] / "deals" / "tiny"


def lexdocs(*arguments):
    command = [sys.executable, "-m", "lexdocs.cli.main", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_deal_is_allocated_to_a_file_with_its_totals_beside_it(tmp_path):
    out = tmp_path / "allocation.csv"
    found = lexdocs("allocate", TINY, "--out", out)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith(f"3 holdings in {out}\n")
    lines = out.read_text("utf-8").splitlines()
    assert [line.split(",")[0] for line in lines] == ["holding", "F-7", "F-8", "F-9"]
    assert "total_held,6250000.00," in (tmp_path / "allocation.totals.csv").read_text("utf-8")


def test_a_register_with_faults_is_not_allocated(tmp_path):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    with (folder / "register.csv").open("a", encoding="utf-8") as handle:
        handle.write("F-7,Again,Row,Town,,,1000,2000,,\nF-10,Short\n")
    found = lexdocs("allocate", folder, "--out", tmp_path / "allocation.csv")
    assert found.returncode == 3
    assert [line.split(":")[1] for line in found.stderr.splitlines()[:-1]] == ["5", "6"]
    assert not list(tmp_path.glob("allocation*"))


def test_a_register_that_does_not_sum_is_allocated_and_told(tmp_path):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    register = folder / "register.csv"
    lines = register.read_text("utf-8").splitlines()
    register.write_text("\n".join(lines[:-1]) + "\n", "utf-8")
    out = tmp_path / "allocation.csv"
    found = lexdocs("allocate", folder, "--out", out)
    assert found.returncode == 1
    assert "register and outstanding: not met: the register sums to " in found.stderr
    assert len(out.read_text("utf-8").splitlines()) == len(lines) - 1
    sheet = folder / "term-sheet.yaml"
    noted = "acknowledged:\n  - {finding: register and outstanding, by: A. Counsel, because: a part of it is tried}\n"
    sheet.write_text(sheet.read_text("utf-8") + noted, "utf-8")
    found = lexdocs("allocate", folder, "--out", out)
    assert (found.returncode, found.stderr) == (0, "")


def test_bad_rows_are_set_aside_where_that_is_asked_for(tmp_path):
    folder = Path(shutil.copytree(TINY, tmp_path / "deal"))
    with (folder / "register.csv").open("a", encoding="utf-8") as handle:
        handle.write("F-6,Too much,Row,Town,,,1000,2000,,\nF-10,Short\n")
    aside = tmp_path / "aside.csv"
    found = lexdocs("allocate", folder, "--out", tmp_path / "allocation.csv", "--exceptions", aside)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.splitlines()[2:] == [
        "register.csv: 5 rows = 3 kept + 2 set aside ($1,000 held, 1 without a principal that can be read)",
        f"2 rows set aside are in {aside}",
    ]
    assert [line.split(",")[:2] for line in aside.read_text("utf-8").splitlines()[1:]] == [
        ["register.csv", "5"], ["register.csv", "6"],
    ]  # fmt: skip
