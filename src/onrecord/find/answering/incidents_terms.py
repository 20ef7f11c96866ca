"""The terms of MUC-4 for acts, outcomes and places; no engine's own forms are known here."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from onrecord.vocabulary import rows

__all__ = ["ORGANISATION", "PERSON", "country_of", "effect_of", "instruments_in", "places_of", "type_of"]

PERSON, ORGANISATION = "perpetrator_individual", "perpetrator_organisation"


def type_of(act: str, method: str) -> str:
    """Give the incident type of an act with its method, "" where MUC-4 has no such incident."""
    fits = (row["type"] for row in rows("muc_types") if row["act"] == act and row["method"] in ("", method))
    return next(fits, "")


def effect_of(outcome: str) -> str:
    """Give the effect on people for an outcome of casualties, "" where MUC-4 has none."""
    return next((row["effect"] for row in rows("muc_effects") if row["outcome"] == outcome), "")


@cache
def _countries() -> dict[str, str]:
    return {word: row["country"] for row in rows("muc_places") for word in row["words"].split(";")}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_countries(), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})s?\b")


def country_of(words: str) -> str:
    """Give the country that the words point to most often, the first of several; "" for none."""
    found = Counter(_countries()[match[1]] for match in _pattern().finditer(" ".join(words.lower().split())))
    return max(found, key=lambda country: found[country], default="")


def places_of(name: str, country: str) -> tuple[str, ...]:
    """Give country and place in capitals; the country alone where the name says no more or is not known."""
    plain = " ".join(name.upper().split())
    known = _countries().get(plain.lower(), "")
    if not known or known == plain:
        return tuple(filter(None, (known or country,)))
    return known, plain


@cache
def _instruments() -> re.Pattern[str]:
    names = "|".join(re.escape(row["word"]) for row in rows("muc_instruments"))
    return re.compile(rf"\b(?:{names})s?\b", re.IGNORECASE)


def instruments_in(words: str) -> tuple[str, ...]:
    """Give the weapons that the words name, each once, in their order."""
    return tuple(dict.fromkeys(_instruments().findall(words)))
