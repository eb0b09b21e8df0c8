"""How the tests are shared out, and what spares them time."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lexdocs.mailing import sampling

ROOT = Path(__file__).parents[1]
_GROUP = re.compile(r'\bxdist_group\("(\w+)"\)')
_OBJECTS = 50_000  # so many new ones before the collector looks at them: documents are made of many, and of few circles


@cache
def _group(file: str) -> str | None:
    """The group that a file of tests names, with `xdist_group`."""
    named = _GROUP.search((ROOT / file).read_text("utf-8")) if file.startswith("tests/") else None
    return None if named is None else named[1]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Tests of one group go to one worker: what they share is made there, and once.

    So does `--dist loadgroup`, but by a name that it adds to those of the tests; not every pytest lets it.
    """
    from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

    class ByGroup(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            return _group(nodeid.partition("::")[0]) or nodeid

    return ByGroup(config, log) if config.getoption("dist") == "loadgroup" else None


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the collector need not walk it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 100)


@pytest.fixture(scope="session", autouse=True)
def _no_sample() -> Iterator[None]:
    """Mailings compare no sample with the long way, which takes as long as all else; those that ask for one do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sampling, "LEAST", 0)
        yield
