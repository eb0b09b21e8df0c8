"""The hooks and workflows that others run: each is read and run here as pre-commit and GitHub would run it."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
DEAL = "deals/lexington_2001"
OUT = "output/lexington_2001"
BIN = Path(sys.executable).parent
INPUT = re.compile(r"\$\{\{\s*(inputs|vars)\.([\w-]+)\s*\}\}")

pytestmark = [
    pytest.mark.skipif(not (BIN / "lexdocs").exists(), reason="lexdocs is not installed beside this Python"),
    pytest.mark.soak,
]


def read(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))


HOOKS = {hook["id"]: hook for hook in read(ROOT / ".pre-commit-hooks.yaml")}
WORKFLOW = read(ROOT / ".github" / "workflows" / "lexdocs-check.yml")


@pytest.fixture
def repository(tmp_path):
    """A repository of somebody else's with the worked example and its output, committed."""
    shutil.copytree(ROOT / "lexdocs" / DEAL, tmp_path / DEAL)
    shutil.copytree(ROOT / OUT, tmp_path / OUT, ignore=shutil.ignore_patterns("*.pdf"))
    if shutil.which("git"):
        for command in ("init -q", "add .", "-c user.name=x -c user.email=x@example.com commit -q -m one"):
            subprocess.run(["git", *command.split()], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "GITHUB_ACTIONS"}}
    return {**kept, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1", **more}


def drift(repository: Path) -> None:
    sheet = repository / DEAL / "term-sheet.yaml"
    text = sheet.read_text("utf-8")
    assert "amount: $30" in text
    sheet.write_text(text.replace("amount: $30", "amount: $31"), "utf-8")


def hook(name: str, where: Path) -> subprocess.CompletedProcess[str]:
    """A hook's entry with the deal as its argument and no file names, from the top of the repository."""
    command = [*shlex.split(HOOKS[name]["entry"]), *HOOKS[name].get("args", []), DEAL]
    return subprocess.run(command, cwd=where, env=environment(), capture_output=True, text=True, check=False)


def test_hooks_are_ones_that_pre_commit_can_install_and_run():
    assert set(HOOKS) == {"lexdocs-check", "lexdocs-validate"}
    for each in HOOKS.values():
        assert each["language"] == "python"
        assert each["pass_filenames"] is False
        assert each["name"]
        assert each["description"]
        assert (BIN / shlex.split(each["entry"])[0]).exists()


@pytest.mark.parametrize("name", HOOKS)
@pytest.mark.parametrize(
    ("file", "runs"),
    [
        ("term-sheet.yaml", True),
        (f"{DEAL}/term-sheet.yaml", True),
        (f"{DEAL}/accepted.yaml", True),
        (f"{DEAL}/register.csv", True),
        (f"{DEAL}/tenders.csv", True),
        (f"{DEAL}/events/2001-08-06-commencement.yaml", True),
        (f"{DEAL}/assumptions/illustration.yaml", True),
        (f"{DEAL}/templates/notices/commencement.md", True),
        (f"{OUT}/figures.json", True),
        (f"{OUT}/press-releases/commencement-2001-08-06.txt", True),
        ("README.md", False),
        ("src/my-term-sheet.yaml", False),
        ("prevents/a.yaml", False),
    ],
)
def test_hooks_run_where_a_file_of_a_deal_or_of_its_output_changes(name, file, runs):
    assert bool(re.search(HOOKS[name]["files"], file)) is runs


@pytest.mark.soak
def test_the_check_hook_passes_a_sound_deal_and_stops_a_drifted_one(repository):
    ran = hook("lexdocs-check", repository)
    assert ran.returncode == 0, ran.stderr
    drift(repository)
    ran = hook("lexdocs-check", repository)
    assert ran.returncode == 1
    assert ran.stdout.startswith("participation_fee.amount: $30 → $31")


def test_the_validate_hook_passes_a_sound_deal_and_stops_a_broken_one(repository):
    assert hook("lexdocs-validate", repository).returncode == 0
    sheet = repository / DEAL / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("amount: $30", "amount: thirty"), "utf-8")
    ran = hook("lexdocs-validate", repository)
    assert ran.returncode == 3
    assert "term-sheet.yaml:" in ran.stderr


def run(workflow: Any, where: Path, **given: str) -> tuple[int, str]:
    """The shell steps of a workflow's job, in order, as GitHub runs them; its outcome and all that it said.

    After a step that failed, only those run that ask to run all the same.
    """
    (job,) = workflow["jobs"].values()
    declared = workflow["on"]["workflow_call"]["inputs"] if isinstance(workflow["on"], dict) else {}
    values = {name: str(each.get("default", "")) for name, each in declared.items()} | given
    env = {
        name: INPUT.sub(lambda match: values.get(match[2], ""), str(value))
        for name, value in job.get("env", {}).items()
    }
    failed, said = 0, ""
    for step in job["steps"]:
        if "run" not in step or (failed and "cancelled" not in step.get("if", "")):
            continue
        assert "${{" not in step["run"], "what is typed elsewhere reaches a shell by its environment alone"
        command = ["bash", "-e", "-c", step["run"]]
        ran = subprocess.run(command, cwd=where, env=environment(**env), capture_output=True, text=True, check=False)
        said += ran.stdout + ran.stderr
        failed = failed or ran.returncode
    return failed, said


def test_the_workflow_asks_for_its_deal_and_uses_pinned_actions():
    inputs = WORKFLOW["on"]["workflow_call"]["inputs"]
    assert [name for name, each in inputs.items() if each.get("required")] == ["deal"]
    assert all(each["description"] for each in inputs.values())
    assert WORKFLOW["permissions"] == {"contents": "read"}
    (job,) = WORKFLOW["jobs"].values()
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", each) for each in used)


@pytest.mark.soak
def test_the_workflow_passes_a_sound_deal(repository):
    code, said = run(WORKFLOW, repository, deal=DEAL)
    assert code == 0, said
    assert "::error" not in said
    assert json.loads((repository / "reports" / "lexdocs.sarif").read_text("utf-8"))["runs"][0]["results"] == []


@pytest.mark.soak
def test_the_workflow_fails_a_drifted_deal_and_annotates_its_lines(repository):
    drift(repository)
    code, said = run(WORKFLOW, repository, deal=DEAL, out=OUT)
    assert code == 1, said
    assert f"::error file={DEAL}/term-sheet.yaml,line=" in said
    assert f"::error file={OUT}/press-releases/commencement-2001-08-06.html,line=" in said
    # The reports are written all the same.
    assert {each.name for each in (repository / "reports").iterdir()} == {
        "lexdocs.json",
        "lexdocs.junit",
        "lexdocs.sarif",
    }
    assert json.loads((repository / "reports" / "lexdocs.json").read_text("utf-8"))["stands"] is True


@pytest.mark.soak
def test_the_workflow_fails_where_lexdocs_cannot_be_had(repository):
    code, said = run(WORKFLOW, repository, deal="deals/none", package="./no-such-wheel.whl")
    assert code != 0
    assert "no-such-wheel.whl" in said
    # What there is to check is not looked at; the reports alone are asked for.
    assert said.count("see the step before") == said.count("deals/none") == 3, said


@pytest.mark.soak
def test_a_new_deal_s_own_workflow_checks_it(tmp_path):
    """`init` writes it; the terms of the worked example are put in, and it passes until one of them moves."""
    subprocess.run([BIN / "lexdocs", "init", "lexington_2001"], cwd=tmp_path, env=environment(), check=True)
    deal = tmp_path / "lexington_2001"
    (written,) = deal.glob(".github/workflows/*.yml")
    shutil.rmtree(deal / "events")
    shutil.copytree(ROOT / "lexdocs" / DEAL, deal, dirs_exist_ok=True)
    shutil.copytree(ROOT / OUT, deal / OUT, ignore=shutil.ignore_patterns("*.pdf"))
    code, said = run(read(written), deal)
    assert code == 0, said
    sheet = deal / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("amount: $30", "amount: $31"), "utf-8")
    code, said = run(read(written), deal)
    assert code == 1, said
    assert "::error file=term-sheet.yaml,line=" in said
