"""An installed wheel builds the worked example in an empty folder: templates, fonts and the deal travel in it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEAL = "lexington_2001"

pytestmark = [
    pytest.mark.skipif(
        importlib.util.find_spec("hatchling") is None, reason="the build backend, hatchling, is missing"
    ),
    pytest.mark.xdist_group("wheel"),  # one worker builds the wheel and keeps it
]


def run(*command: object, where: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a stranger would: nothing of this checkout or its virtual environment in the environment."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    environment["NO_COLOR"] = "1"
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=where, env=environment, check=False, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, f"{' '.join(words)} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    flags = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]
    run(sys.executable, "-m", "pip", "wheel", *flags, "--wheel-dir", folder, ROOT, where=folder)
    [built] = folder.glob("lexdocs-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The `bin` of a virtual environment with the wheel in it, and the tested dependencies beside it."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    flags = ["--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    run(sys.executable, "-m", "pip", "--python", python, "install", *flags, wheel, where=home)
    # A path named in a .pth file is searched last, and .pth files there are not read: the checkout stays out of sight.
    [site] = (home / "lib").glob("python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return home / "bin"


def files_below(folder: Path) -> set[str]:
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and not file.name.startswith(".")
    }


def test_the_wheel_holds_what_the_package_needs_and_nothing_else(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    needed = {f"lexdocs/{name}" for name in files_below(ROOT / "lexdocs")}
    needed |= {f"lexdocs/templates/{name}" for name in files_below(ROOT / "templates")}
    assert needed <= held
    assert {name for name in held - needed if ".dist-info/" not in name} == set()


def test_the_installed_package_finds_its_own(installed, tmp_path):
    script = "import lexdocs.resources as r; print(r.templates_folder(), r.fonts_folder(), *r.bundled_deals().values())"
    found = [Path(line) for line in run(installed / "python", "-c", script, where=tmp_path).stdout.split()]
    assert len(found) >= 3
    for folder in found:
        assert folder.is_relative_to(installed.parent)
        assert folder.is_dir()


def test_the_installed_package_builds_the_worked_example_in_an_empty_folder(installed, tmp_path):
    """Every page of it; on paper its release, which needs the package's own fonts and style as all others do."""
    for what in (("--format", "html", "--format", "text"), ("--only", "press-releases")):
        run(installed / "lexdocs", "build", DEAL, "--out", "built", *what, where=tmp_path)
    assert {entry.name for entry in tmp_path.iterdir()} == {"built"}
    [figures] = (tmp_path / "built").rglob("figures.json")
    built = figures.parent
    assert {Path(name).suffix for name in files_below(built)} >= {".html", ".pdf", ".txt", ".json"}
    for name in files_below(ROOT / "output" / DEAL):
        if not name.endswith((".pdf", ".docx", "kept.json", "dependencies.json")):  # `mutate --save` writes the last
            assert (built / name).read_bytes() == (ROOT / "output" / DEAL / name).read_bytes(), name
