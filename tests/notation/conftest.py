"""Property tests wait for no clock: the first example compiles the expressions that all others use."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("notation", deadline=None)
settings.load_profile("notation")
