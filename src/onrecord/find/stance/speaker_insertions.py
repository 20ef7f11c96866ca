"""Sources that a comma or a title parts from their verb: "NAME, a monitor, said", "police spokesman NAME"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.stance.speaker_phrases import described_at, phrase_start
from onrecord.find.words.coordination import fits
from onrecord.find.words.phrases import is_past
from onrecord.find.words.verb_groups import over_verb_group

if TYPE_CHECKING:
    from onrecord.find.words.frame import Frame

__all__ = ["capitals_before", "inserted_speaker", "title_start"]

_NAMES = frozenset({"actor", "person", "group", "state"})
_PROPER = _NAMES - {"group"}
_INSERTED = 24  # tokens between two commas: "X, speaking on condition of anonymity, said"


def inserted_speaker(frame: Frame, comma: int) -> tuple[int, int] | None:
    """Give the source that a comma parts from its verb: "NAME, a monitor, said", "the mayor, NAME, said"."""
    if not _is_comma(frame, comma):
        return None
    for at in range(comma - 1, max(comma - _INSERTED, 0), -1):
        if frame.is_a(at, "stop", "quote"):
            return None
        if _is_comma(frame, at):
            if _names(frame, at + 1, comma - 1):
                return at + 1, comma - 1
            return _before_comma(frame, at) if _adds(frame, at + 1) else None
    return None


def _is_comma(frame: Frame, at: int) -> bool:
    return 0 <= at < len(frame.tokens) and frame.tokens[at].words == ","


def _names(frame: Frame, first: int, last: int) -> bool:
    """Say whether one name, and nothing else, stands between two commas."""
    return any(p.last == last and fits(p, _PROPER) for p in frame.starting.get(first, ()))


def _adds(frame: Frame, at: int) -> bool:
    opens = frame.is_a(at, "article", "relative", "determiner", "leader_noun", "preposition", "speaker_noun")
    owned = any(frame.is_a(i, "possessive") for i in range(at + 1, at + 4))  # "X, the Front's ally, said"
    words = frame.tokens[at].words
    return opens or owned or words.isdecimal() or words.endswith("ing") or is_past(frame, at)


def _before_comma(frame: Frame, comma: int) -> tuple[int, int] | None:
    """Give the name or the phrase around a noun of speech that ends right before a comma."""
    described = described_at(frame, comma - 1)
    if described:
        return described
    ending = [p for p in frame.ending.get(comma - 1, ()) if fits(p, _NAMES)]
    return (ending[0].first, ending[0].last) if ending else None


def capitals_before(frame: Frame, verb: int) -> tuple[int, int] | None:
    """Give capitalised words between a comma or quotation mark and a verb of speech: ", Radio Lena said"."""
    last = over_verb_group(frame, verb - 1)
    first = last + 1
    while first > 0 and frame.tokens[first - 1].words[0].isupper():
        first -= 1
    return (first, last) if first <= last and _opens_tail(frame, first) else None


def _opens_tail(frame: Frame, first: int) -> bool:
    at = first - 1 - frame.is_a(first - 1, "article")
    return at < 0 or (_is_comma(frame, at) or frame.is_a(at, "quote"))


def title_start(frame: Frame, first: int) -> int:
    """Give the first token of a name with the title before it: "police spokesman Idris Vale"."""
    return phrase_start(frame, first) if first in frame.starting else first
