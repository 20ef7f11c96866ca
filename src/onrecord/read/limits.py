"""How much one source may cost."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one source, in bytes, code points, paragraphs, items and seconds; beyond lies a Failure."""

    max_bytes: int = 100_000_000
    max_text: int = 20_000_000
    max_blocks: int = 200_000
    max_items: int = 100_000
    max_pages: int = 5_000
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    total_seconds: float = 60.0
    max_redirects: int = 5
