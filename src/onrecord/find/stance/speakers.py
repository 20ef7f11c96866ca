"""Who speaks: the words left or right of a cue that name or describe its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.stance.cues import is_cue
from onrecord.find.words.coordination import fits
from onrecord.find.words.phrases import ends_phrase, is_past
from onrecord.find.words.subjects import subject_of
from onrecord.find.words.verb_groups import over_verb_group

if TYPE_CHECKING:
    from onrecord.find.words.frame import Frame

__all__ = [
    "capitals_before",
    "inserted_speaker",
    "speaker_after",
    "speaker_before",
    "speaker_from",
    "title_start",
]

_KINDS = frozenset({"actor", "person", "group", "pronoun", "state"})
_NAMES = _KINDS - {"pronoun"}
_PROPER = _NAMES - {"group"}
_INSERTED = 24  # tokens between two commas: "X, speaking on condition of anonymity, said"
_FAR = 14
_PHRASE = 8


def speaker_before(frame: Frame, verb: int) -> tuple[int, int] | None:
    """Give the tokens of the source to the left of a verb of speech: a name, a pronoun or a description."""
    end = over_verb_group(frame, verb - 1)
    if end < 0:
        return None
    inserted = inserted_speaker(frame, end)
    if inserted:
        return inserted
    described = _description(frame, end)
    found = subject_of(frame, verb, _KINDS)
    if found is None:
        return _with_coordination(frame, *described) if described else None
    first, last, placed = found
    if frame.tokens[end].words == "," and placed is not None and placed.last != end:
        return None  # "..., said" with nobody right before it: the source follows
    if described and described[0] <= first and last <= described[1]:
        return _with_coordination(frame, *described)
    return (first, last) if placed is None else _with_coordination(frame, first, last)


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


def capitals_before(frame: Frame, verb: int) -> tuple[int, int] | None:
    """Give capitalised words between a comma or quotation mark and a verb of speech: ", Radio Lena said"."""
    last = over_verb_group(frame, verb - 1)
    first = last + 1
    while first > 0 and frame.tokens[first - 1].words[0].isupper():
        first -= 1
    return (first, last) if first <= last and _opens_tail(frame, first) else None


def _opens_tail(frame: Frame, first: int) -> bool:
    at = first - 1 - frame.is_a(first - 1, "article")
    return at > 0 and (_is_comma(frame, at) or frame.is_a(at, "quote"))


def title_start(frame: Frame, first: int) -> int:
    """Give the first token of a name with the title before it: "police spokesman Idris Vale"."""
    return _phrase_start(frame, first) if first in frame.starting else first


def _is_comma(frame: Frame, at: int) -> bool:
    return 0 <= at < len(frame.tokens) and frame.tokens[at].words == ","


def _names(frame: Frame, first: int, last: int) -> bool:
    """Say whether one name, and nothing else, stands between two commas."""
    return any(p.last == last and fits(p, _PROPER) for p in frame.starting.get(first, ()))


def _adds(frame: Frame, at: int) -> bool:
    opens = frame.is_a(at, "article", "relative", "determiner", "leader_noun", "preposition", "speaker_noun")
    return opens or frame.tokens[at].words.endswith("ing") or is_past(frame, at)


def _before_comma(frame: Frame, comma: int) -> tuple[int, int] | None:
    """Give the name or the phrase around a noun of speech that ends right before a comma."""
    described = _description(frame, comma - 1)
    if described:
        return described
    ending = [p for p in frame.ending.get(comma - 1, ()) if fits(p, _NAMES)]
    return (ending[0].first, ending[0].last) if ending else None


def speaker_after(frame: Frame, at: int) -> tuple[int, int] | None:
    """Give the tokens of the source that starts at a token: "said a spokesman for the ministry"."""
    start = at
    while frame.is_a(at, "determiner", "article"):
        at += 1
    for placed in frame.starting.get(start, ()) or frame.starting.get(at, ()):
        if fits(placed, _NAMES):
            end = _phrase_end(frame, placed.last + 1)
            tail = [i for i in range(placed.last + 1, end + 1) if _follows(frame, placed.last, i)]
            return (start, tail[-1]) if tail else (placed.first, placed.last)
    if frame.is_a(at, "subject_pronoun"):
        return at, at
    end = _phrase_end(frame, at)
    nouns = [i for i in range(at, end + 1) if frame.is_a(i, "speaker_noun")]
    return (start, _with_complement(frame, nouns[-1])) if nouns else None


def speaker_from(frame: Frame, at: int) -> tuple[int, int] | None:
    """Give the source after "by" or "from" at a token, or None."""
    by = at < len(frame.tokens) and frame.tokens[at].lemma in {"by", "from"}
    return speaker_after(frame, at + 1) if by else None


def _follows(frame: Frame, last: int, at: int) -> bool:
    """Say whether a noun of speech belongs to the name before it: "a Pentagon spokeswoman"."""
    return frame.is_a(at, "speaker_noun") and not any(
        frame.is_a(i, "preposition") for i in range(last + 1, at)
    )


def _description(frame: Frame, end: int) -> tuple[int, int] | None:
    """Find the phrase around the nearest noun of speech: "sources who did not want to be named"."""
    for at in range(end, max(end - _FAR, -1), -1):
        if frame.is_a(at, "stop", "quote") or (
            frame.is_a(at, "subordinator") and not frame.is_a(at, "relative", "preposition")
        ):
            return None
        if frame.is_a(at, "speaker_noun") and _ends_here(frame, at, end):
            return _phrase_start(frame, at), end
    return None


def _ends_here(frame: Frame, noun: int, end: int) -> bool:
    """Say whether all between the noun and the verb hangs on the noun, and no other noun rules it."""
    if noun != end and not frame.is_a(noun + 1, "preposition", "relative"):
        return False
    before = _phrase_start(frame, noun) - 1
    return not frame.is_a(before, "preposition") or frame.is_a(before, "subordinator")


def _phrase_start(frame: Frame, at: int) -> int:
    start = at
    while start > 0 and at - start < _PHRASE and _modifies(frame, start - 1):
        start -= 1
        if frame.is_a(start, "article", "determiner"):
            break
    return start


def _modifies(frame: Frame, at: int) -> bool:
    if frame.tokens[at].lemma == "of" or frame.is_a(at, "coordinator", "adverb"):
        return False
    if frame.reads(at, "that") and at and is_cue(frame.tokens[at - 1].lemma):
        return False  # "said that officials believe"
    if is_past(frame, at) and is_cue(frame.tokens[at].lemma):
        return False
    possessive = frame.is_a(at, "possessive") and at - 1 in frame.ending
    return possessive or frame.is_a(at, "article", "determiner") or not ends_phrase(frame, at)


def _phrase_end(frame: Frame, at: int) -> int:
    end = at - 1
    while end + 1 < len(frame.tokens) and end - at < _PHRASE and not _closes(frame, end + 1):
        end += 1
    return end


def _closes(frame: Frame, at: int) -> bool:
    return frame.is_a(at, "stop", "coordinator") or (
        ends_phrase(frame, at) and not frame.is_a(at, "possessive")
    )


def _with_complement(frame: Frame, noun: int) -> int:
    if noun + 1 < len(frame.tokens) and frame.tokens[noun + 1].lemma in {
        "for",
        "of",
        "at",
        "from",
        "with",
        "in",
    }:
        start = noun + 2
        return max(_phrase_end(frame, start), noun)
    return noun


def _with_coordination(frame: Frame, first: int, last: int) -> tuple[int, int]:
    """Take "the army and the police" as one source."""
    at = first - 1
    while frame.is_a(at, "article", "determiner"):
        at -= 1
    if not frame.is_a(at, "coordinator"):
        return first, last
    before = next((p for p in frame.ending.get(at - 1, ()) if p.mention.kind in _NAMES), None)
    if before:
        return before.first, last
    return (_phrase_start(frame, at - 1), last) if frame.is_a(at - 1, "speaker_noun") else (first, last)
