"""Why a value that a model gave is not taken."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Refusal"]


class Refusal(StrEnum):
    """The reasons by which refused values are counted."""

    WRONG_TYPE = "of the wrong JSON type"
    UNKNOWN_TERM = "not a term of the vocabulary"
    EMPTY = "empty"
    TOO_LONG = "too long"
    TOO_MANY = "too many"
    NOT_VERBATIM = "not in the text word for word"
    CUTS_WORD = "cut inside a word or a number"
    NO_NUMBER = "no number that can be read"
    NO_EVIDENCE = "claim without evidence"
    INCOMPLETE = "claim without what its kind needs"
    SOURCE_LOST = "claim whose source is not in the text"
    DOUBLE = "claim given twice"
