"""Where things lie: the templates, fonts and worked deals that travel with the package, and the deal that is meant.

In a wheel all of them are inside the package. In a checkout the templates stand at the top of the tree, for counsel to
edit, and the package points there. Nothing else in lexdocs builds a path from `__file__`.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from lexdocs.errors import InputError, Problem, UsageError, Where, did_you_mean

_PACKAGE = Path(__file__).resolve().parent


def templates_folder() -> Path:
    """Return the folder of the house's own templates.

    Raises `FileNotFoundError` when the installation is broken and they are nowhere.

    >>> templates_folder().name
    'templates'
    """
    inside, beside = _PACKAGE / "templates", _PACKAGE.parent / "templates"
    # Beside the package only in a checkout: a stranger's site-packages/templates must never be taken for ours.
    if inside.is_dir():
        return inside
    if beside.is_dir() and (_PACKAGE.parent / "pyproject.toml").is_file():
        return beside
    raise FileNotFoundError(f"lexdocs is installed without its templates (looked for {inside}); install it again")


def fonts_folder() -> Path:
    """Return the folder of the bundled fonts, whose README says which they are and under what licence.

    >>> sorted(font.stem for font in fonts_folder().glob("texgyrepagella-*.otf"))[:2]
    ['texgyrepagella-bold', 'texgyrepagella-bolditalic']
    """
    return _PACKAGE / "fonts"


def code_files() -> list[Path]:
    """Return the files that make the pages what they are besides a deal and its templates: code and fonts.

    >>> {path.suffix for path in code_files()} >= {".py", ".otf"}
    True
    """
    return sorted(path for path in _PACKAGE.rglob("*") if path.suffix in (".py", ".otf"))


def bundled_deals() -> dict[str, Path]:
    """Return the deals that come with the package, each by the name that a verb takes for it.

    A folder is a deal when a term sheet stands in it.

    >>> all((folder / "term-sheet.yaml").is_file() for folder in bundled_deals().values())
    True
    """
    return {sheet.parent.name: sheet.parent for sheet in sorted((_PACKAGE / "deals").glob("*/term-sheet.yaml"))}


def find_deal(name: str | None, here: Path) -> Path:
    """The deal folder that a person means: a path, a bundled deal, where they stand, or the project's own."""
    bundled = bundled_deals()
    if name is not None:
        if Path(name).is_dir():
            return Path(name)
        if name in bundled:
            return bundled[name]
        remedy = did_you_mean(name, bundled) or "bundled deals: " + ", ".join(sorted(bundled))
        raise UsageError(Problem(Where(name), "there is no such deal folder, and no bundled deal of that name", remedy))
    if (here / "term-sheet.yaml").is_file():
        return here
    for folder in (here, *here.parents):
        project = folder / "pyproject.toml"
        if project.is_file():
            configured = _configured(project)
            if configured is not None:
                return folder / configured
    raise UsageError(Problem(Where("DEAL"), "no deal is named and none stands here", "name a deal folder"))


def called(folder: Path) -> str:
    """What a person who stands here calls a deal: the name of a bundled one, or else the way to its folder."""
    bundled = bundled_deals()
    if bundled.get(folder.name) == folder:
        return folder.name
    here = Path.cwd()
    return folder.relative_to(here).as_posix() if folder.is_relative_to(here) else folder.as_posix()


def _configured(project: Path) -> str | None:
    try:
        found = tomllib.loads(project.read_text("utf-8")).get("tool", {}).get("lexdocs", {}).get("deal")
    except tomllib.TOMLDecodeError as error:
        raise InputError(Problem(Where(str(project)), f"is not TOML: {error}", "correct it, or name a deal")) from None
    return str(found) if found else None
