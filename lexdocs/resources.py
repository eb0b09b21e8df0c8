"""Where the things that travel with the package lie: templates, fonts and the worked deals.

In a wheel all of them are inside the package. In a checkout the templates stand at the top of the tree, for counsel to
edit, and the package points there. Nothing else in lexdocs builds a path from `__file__`.
"""

from __future__ import annotations

from pathlib import Path

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


def bundled_deals() -> dict[str, Path]:
    """Return the deals that come with the package, each by the name that a verb takes for it.

    A folder is a deal when a term sheet stands in it.

    >>> all((folder / "term-sheet.yaml").is_file() for folder in bundled_deals().values())
    True
    """
    return {sheet.parent.name: sheet.parent for sheet in sorted((_PACKAGE / "deals").glob("*/term-sheet.yaml"))}
