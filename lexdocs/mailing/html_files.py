"""HTML statements on the disk: patterns that are kept, filled for each holder, and marked as proofs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_TOP = "<header>\n"
_PROOF = '<p class="legend"><strong>PROOF</strong>: not released</p>\n'


@dataclass
class HtmlFiles:
    """The HTML files of kept patterns; with `proof` each says at its top that it is one."""

    patterns: Path
    proof: bool
    known: dict[str, str] = field(default_factory=dict)

    def of(self, row: tuple[Any, ...]) -> bytes:
        """The file of a holder from what was made of a shard; empty where there is none."""
        *_, page = row
        if not page:
            return b""
        name, texts = page
        text = self._pattern(name).format(*texts) if name else self._marked(texts[0])
        return text.encode("utf-8")

    def _pattern(self, name: str) -> str:
        if name not in self.known:
            self.known[name] = self._marked((self.patterns / name).read_text("utf-8"))
        return self.known[name]

    def _marked(self, page: str) -> str:
        return page.replace(_TOP, _TOP + _PROOF, 1) if self.proof else page
