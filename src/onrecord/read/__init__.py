"""source -> Intake: bytes, where they came from, documents and their texts.

source -> bytes (walk, fetch) -> Page of blocks (formats) -> Items (sections, roles) -> Documents, Texts
"""

from __future__ import annotations

from onrecord.read.limits import Limits
from onrecord.read.sources import read_sources

__all__ = ["Limits", "read_sources"]
