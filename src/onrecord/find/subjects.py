"""Who is the subject of the verb at a token: a walk to the left by closed word classes, no parser.

The walk passes what may stand between a subject and its verb (auxiliaries, adverbs, "is looking to",
an apposition between commas, a bracket) and gives None where it would have to guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.frame import Frame, Placed

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["clause_start", "clause_subject", "mention_at_end", "over_verb_group", "subject_of"]

_REACH = 40
_PLAIN = 3
_APPOSITION = 14


def subject_of(frame: Frame, verb: int, kinds: Collection[str]) -> tuple[int, int, Placed | None] | None:
    """Give first and last token of the subject and its mention, which is None for a pronoun.

    `kinds` are mention kinds, and "pronoun" where a pronoun may stand.
    """
    at = over_verb_group(frame, verb - 1)
    if at < 0:
        return None
    bare = not any(frame.is_a(i, "auxiliary") for i in range(at + 1, verb))
    close = mention_at_end(frame, at, kinds) if bare and frame.tokens[verb].words.endswith("ing") else None
    if close:
        return close.first, close.last, close
    if frame.is_a(at, "relative"):
        return _noun_phrase(frame, _over_comma(frame, at - 1), kinds)
    if frame.is_a(at, "preposition", "article", "determiner") and at not in frame.ending:
        return None
    if frame.is_a(at, "coordinator") or frame.tokens[at].words == "," or frame.is_a(at, "dash"):
        apposed = _over_apposition(frame, at, kinds)
        return apposed or clause_subject(frame, at, kinds)
    return _noun_phrase(frame, at, kinds)


def clause_start(frame: Frame, at: int) -> int:
    """Give the first token of the clause that holds `at`: after a strong mark or the word that opens it."""
    floor = max(at - _REACH, 0)
    for index in range(at - 1, floor - 1, -1):
        if frame.is_a(index, "stop") or (
            frame.is_a(index, "subordinator") and not frame.is_a(index, "preposition")
        ):
            return index + 1
    return floor


def clause_subject(frame: Frame, at: int, kinds: Collection[str]) -> tuple[int, int, Placed | None] | None:
    """Give the first mention of the clause that no preposition rules: "X did this and ... that"."""
    start = clause_start(frame, at)
    for index in range(start, at):
        for placed in frame.starting.get(index, ()):
            if placed.mention.kind in kinds and placed.last < at and not _governed(frame, placed.first):
                return placed.first, placed.last, placed
        if "pronoun" in kinds and frame.is_a(index, "subject_pronoun"):
            return index, index, None
    return None


def mention_at_end(frame: Frame, last: int, kinds: Collection[str]) -> Placed | None:
    """Give the longest mention of these kinds that ends on this token."""
    return next((p for p in frame.ending.get(last, ()) if p.mention.kind in kinds), None)


def over_verb_group(frame: Frame, at: int) -> int:
    """Step left over auxiliaries, adverbs and "tried to", and give the last token of what may be the subject."""
    base = frame.tokens[at + 1].words.lower() == frame.tokens[at + 1].lemma
    for _ in range(_PLAIN if base else 0):
        at = _over_light(frame, at)
        if at < 1 or frame.tokens[at].words.lower() != "to":
            break
        at = _over_light(frame, at - 1)
        if at in frame.ending:
            break
        at -= 1
    at = _over_light(frame, at)
    if frame.is_a(at, "possessive"):
        at -= 1
    return at


def _over_light(frame: Frame, at: int) -> int:
    while at >= 0 and at not in frame.ending and _is_light(frame, at):
        at -= 1
    return at


def _is_light(frame: Frame, at: int) -> bool:
    lower = frame.tokens[at].words.lower()
    possessive = frame.is_a(at, "possessive") and at - 1 in frame.ending
    adverb = frame.is_a(at, "adverb") or (lower.endswith("ly") and len(lower) > len("early"))
    tail = frame.is_a(at, "adverbial_tail") and frame.is_a(at - 1, "preposition")
    opens = frame.is_a(at, "preposition") and frame.is_a(at + 1, "adverbial_tail")
    since = lower == "since" and frame.is_a(at - 1, "auxiliary")
    return not possessive and (since or tail or opens or adverb or frame.is_a(at, "auxiliary", "modal"))


def _over_comma(frame: Frame, at: int) -> int:
    return at - 1 if at >= 0 and frame.tokens[at].words == "," else at


def _over_apposition(
    frame: Frame, comma: int, kinds: Collection[str]
) -> tuple[int, int, Placed | None] | None:
    """Find "NAME, an apposition," before a comma that closes one."""
    if frame.tokens[comma].words != ",":
        return None
    for index in range(comma - 1, max(comma - _APPOSITION, 0), -1):
        if frame.tokens[index].words == ",":
            opens = frame.is_a(index + 1, "article", "relative", "determiner", "leader_noun")
            return _noun_phrase(frame, index - 1, kinds) if opens else None
        if frame.is_a(index, "stop"):
            return None
    return None


def _noun_phrase(frame: Frame, at: int, kinds: Collection[str]) -> tuple[int, int, Placed | None] | None:
    """Find the mention that heads the noun phrase ending at `at`, over its own prepositional parts."""
    plain, floor = 0, max(at - _REACH, -1)
    while at > floor:
        if frame.is_a(at, "close_bracket"):
            at = _over_bracket(frame, at)
            continue
        found = _candidate(frame, at, kinds)
        if found and not _governed(frame, found[0]):
            return found
        if found or at in frame.ending:
            at, plain = (found[0] if found else frame.ending[at][0].first) - 1, 0
        elif frame.is_a(at, "preposition"):
            at, plain = at - 1, 0
        elif plain >= _PLAIN or _bounds(frame, at):
            return None
        else:
            at, plain = at - 1, plain + 1
    return None


def _candidate(frame: Frame, at: int, kinds: Collection[str]) -> tuple[int, int, Placed | None] | None:
    placed = mention_at_end(frame, at, kinds)
    if placed:
        return placed.first, placed.last, placed
    if "pronoun" in kinds and frame.is_a(at, "subject_pronoun"):
        return at, at, None
    return None


def _bounds(frame: Frame, at: int) -> bool:
    return frame.tokens[at].words == "," or frame.is_a(
        at, "stop", "subordinator", "coordinator", "auxiliary", "modal", "quote", "dash", "open_bracket"
    )


def _over_bracket(frame: Frame, at: int) -> int:
    for index in range(at - 1, max(at - _APPOSITION, -1), -1):
        if frame.is_a(index, "open_bracket"):
            return index - 1
    return at - 1


def _governed(frame: Frame, first: int) -> bool:
    """Say whether a preposition rules the mention that starts here ("the head of the group")."""
    at = first - 1
    while at >= 0 and at not in frame.ending and _is_inner(frame, at):
        at -= 1
    return frame.is_a(at, "preposition") and not frame.is_a(at, "subordinator")


def _is_inner(frame: Frame, at: int) -> bool:
    lower = frame.tokens[at].words.lower()
    inner = frame.is_a(at, "determiner") and not frame.is_a(at, "preposition", "relative")
    return inner or lower.endswith(("ern", "ese", "ish", "former", "local"))
