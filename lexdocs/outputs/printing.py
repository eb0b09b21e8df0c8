"""WeasyPrint, imported as quickly as it can be."""

from __future__ import annotations

import ctypes.util
import importlib
import sys
from functools import cache
from types import ModuleType

from lexdocs.outputs.hanging_space import let_spaces_hang


@cache
def weasyprint() -> ModuleType:
    """The library.

    It tries its system libraries by the names that they have on any system, and for each that is none here the compiler
    and the linker are asked where it is: some fifty processes. On Linux the name of the file does.
    """
    module = _imported()
    let_spaces_hang(importlib.import_module("weasyprint.layout.inline"))
    return module


def _imported() -> ModuleType:
    if not sys.platform.startswith("linux"):
        return importlib.import_module("weasyprint")
    asked, ctypes.util.find_library = ctypes.util.find_library, _nowhere
    try:
        return importlib.import_module("weasyprint")
    except OSError:  # a library that is not where it should be: its place is asked for after all
        ctypes.util.find_library = asked
        return importlib.import_module("weasyprint")
    finally:
        ctypes.util.find_library = asked


def _nowhere(name: str) -> str | None:  # noqa: ARG001  given by the caller
    return None
