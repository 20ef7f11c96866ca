"""Why claims were put together, with their words in place of their ids."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Reason", "reasons"]

PAIR = re.compile(r"(clm_[0-9a-f]+) = (clm_[0-9a-f]+): (.*)")


@dataclass(frozen=True, slots=True)
class Reason:
    """One pair of claims and why they are of one event; `why` alone where no pair is named."""

    first_id: str
    first: str
    second_id: str
    second: str
    why: str


def reasons(why: str, words: Mapping[str, str]) -> tuple[Reason, ...]:
    """Give the reasons that merge wrote, one a pair; `words` are the claims' own by their ids."""
    return tuple(_reason(part, words) for part in why.split("; ") if part)


def _reason(part: str, words: Mapping[str, str]) -> Reason:
    pair = PAIR.fullmatch(part)
    if pair is None:
        return Reason("", "", "", "", part)
    first, second, why = pair.groups()
    return Reason(first, words.get(first, first), second, words.get(second, second), why)
