import shutil
from pathlib import Path

import pytest

from lexdocs.deal import findings, open_deal
from lexdocs.errors import Where
from lexdocs.resources import bundled_deals
from lexdocs.terms.changes import Change

EXAMPLE = bundled_deals()["lexington_2001"]
TINY = Path(__file__).parents[1] / "deals" / "tiny"


class Copy:
    """A deal in a folder of its own, to be edited and held against the rules."""

    def __init__(self, folder):
        self.folder = folder

    def edit(self, old, new, file="term-sheet.yaml"):
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new), "utf-8")
        return self

    def add(self, text, file="term-sheet.yaml"):
        path = self.folder / file
        path.write_text((path.read_text("utf-8") if path.exists() else "") + text, "utf-8")
        return self

    def event(self, name, at, kind="amendment", **more):
        lines = [f"kind: {kind}", f"at: {at}", *(f"{key}: {value}" for key, value in more.items() if key != "changes")]
        lines += ["changes:", *(f"  {path}: {value}" for path, value in more.get("changes", {}).items())]
        (self.folder / "events" / f"{name}.yaml").write_text("\n".join(lines) + "\n", "utf-8")
        return self

    def deal(self, changes=None):
        made = [Change(path, value, Where("test")) for path, value in (changes or {}).items()]
        return open_deal(self.folder, made)

    def found(self, changes=None):
        """The findings by key; no two have the same."""
        listed = findings(self.deal(changes))
        by_key = {each.key: each for each in listed}
        assert len(by_key) == len(listed)
        return by_key


@pytest.fixture
def example(tmp_path):
    """The worked example, announced on Monday, August 6, 2001, open to the midnight of Tuesday, September 4."""
    return Copy(Path(shutil.copytree(EXAMPLE, tmp_path / "example")))


@pytest.fixture
def tiny(tmp_path):
    return Copy(Path(shutil.copytree(TINY, tmp_path / "tiny")))


@pytest.fixture
def windrow(tmp_path):
    """An exchange offer for several series, with options, a cap and a pool."""
    return Copy(Path(shutil.copytree(TINY.parent / "windrow", tmp_path / "windrow")))


@pytest.fixture
def ferry(tmp_path):
    """A cash tender offer with caps."""
    return Copy(Path(shutil.copytree(TINY.parent / "ferry", tmp_path / "ferry")))
