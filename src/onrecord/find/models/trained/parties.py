"""Two parties that a question marks: what one does to the other mostly stands between them."""

from __future__ import annotations

from onrecord.answers import Stretch

__all__ = ["PARTY", "Parties", "between", "without_names"]

Parties = tuple[Stretch, Stretch]
PARTY = " zz "
"""What stands for a party's name where only the words around it count."""


def between(parties: Parties) -> Stretch:
    """Give the words between two parties; where there are none, all from the first to the end of the last."""
    first, last = sorted(parties, key=lambda at: (at.start, at.end))
    if first.end < last.start:
        return Stretch(first.end, last.start)
    return Stretch(first.start, max(first.end, last.end))


def without_names(text: str, parties: Parties) -> str:
    """Give the text with PARTY in place of each party."""
    found, end = "", 0
    for at in sorted(parties, key=lambda at: (at.start, at.end)):
        found += text[end : at.start] + PARTY
        end = max(end, at.end)
    return found + text[end:]
