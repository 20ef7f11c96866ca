"""The version of the tables that the rules read: a change in a table is a change of the engine."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

__all__ = ["tables_hash"]

_DIGITS = 8


@cache
def _tables() -> bytes:
    digest = hashlib.sha256()
    for path in sorted(files("onrecord.vocabulary").iterdir(), key=lambda p: p.name):
        if path.name.endswith(".csv"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.digest()


def tables_hash(lexicon_version: str) -> str:
    """Give eight hex digits that stand for all tables of vocabulary/ and the lexicon."""
    return hashlib.sha256(_tables() + lexicon_version.encode()).hexdigest()[:_DIGITS]
