"""Where a line of a text may end, as the printer's own rules say."""

from __future__ import annotations

from collections.abc import Sequence

_LANGUAGE = "en-US"  # of every page


def line_ends(text: str) -> Sequence[int]:
    """The places in a text at which a line may end, spaces before them included; its end is none of them.

    >>> line_ends("Smith-Jones & Co.")
    [6, 12, 14]
    """
    from weasyprint.text.line_break import get_log_attrs  # type: ignore[import-untyped]

    signs = get_log_attrs(text, _LANGUAGE)
    return [at for at in range(1, len(text)) if signs[at].is_line_break]
