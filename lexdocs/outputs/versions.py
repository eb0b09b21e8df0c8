"""What lays pages out and writes them: the releases of its libraries, on which the bytes of a file rest."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from lexdocs.outputs.deflating import LIBRARY
from lexdocs.outputs.printing import weasyprint

# What has a hand in a page, from the words to the bytes: templates, formats, markup, layout, fonts, PDF.
LIBRARIES = (
    "babel", "cssselect2", "fonttools", LIBRARY, "jinja2", "lxml", "markdown", "nh3", "num2words", "pikepdf", "pillow",
    "pydyf", "pyphen", "tinycss2", "tinyhtml5", "weasyprint",
)  # fmt: skip


def library_versions() -> dict[str, str]:
    """The release of each library that has a hand in a page, those of the system among them; "none" where one is not.

    >>> sorted(set(library_versions()) - set(LIBRARIES))
    ['harfbuzz', 'harfbuzz-subset', 'pango', 'zlib']
    """
    ffi = weasyprint().text.ffi
    found = {name: _version(name) for name in LIBRARIES}
    found["pango"] = _parts(ffi.pango.pango_version())
    found["harfbuzz"] = _asked(ffi.harfbuzz.hb_version_atleast)
    # Without it fonts are cut by another library, and to other bytes.
    found["harfbuzz-subset"] = "none" if ffi.harfbuzz_subset is None else found["harfbuzz"]
    return {**found, "zlib": zlib.ZLIB_RUNTIME_VERSION}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def _parts(number: int) -> str:
    """A release from its number.

    >>> _parts(15012)
    '1.50.12'
    """
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def _asked(is_at_least: Callable[..., object], most: int = 1000) -> str:
    """A release of which only that can be asked whether it is at least another one.

    >>> _asked(lambda *asked: asked <= (6, 0, 11))
    '6.0.11'
    """
    known: tuple[int, ...] = ()
    while len(known) < 3:
        rest = (0,) * (2 - len(known))
        known = (*known, next(n for n in range(most) if not is_at_least(*known, n + 1, *rest)))
    return ".".join(map(str, known))
