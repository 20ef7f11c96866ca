"""Who is the subject of the verb at a token: a walk to the left by closed word classes, no parser.

The walk passes what may stand between a subject and its verb (auxiliaries, adverbs, "is looking to",
an apposition between commas, a bracket) and gives None where it would have to guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.coordination import fits
from onrecord.find.words.head_mentions import Head, head_mention, is_governed, mention_at_end
from onrecord.find.words.verb_groups import over_verb_group
from onrecord.records import MentionKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from onrecord.find.words.frame import Frame

__all__ = ["clause_start", "clause_subject", "subject_of"]

_REACH = 40
_APPOSITION = 14
_STATIVE = frozenset(
    {"belonging", "owing", "numbering", "consisting", "comprising"}
)  # say it of what is beside


def subject_of(frame: Frame, verb: int, kinds: Collection[str]) -> Head | None:
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
        return _antecedent(frame, at, kinds)
    if frame.is_a(at, "preposition", "article", "determiner") and at not in frame.ending:
        return None
    if frame.is_a(at, "coordinator") or frame.tokens[at].words == "," or frame.is_a(at, "dash"):
        stative = frame.tokens[verb].words.lower() in _STATIVE and frame.tokens[at].words == ","
        return _beside(frame, at - 1, kinds) if stative else _before_mark(frame, at, kinds)
    return head_mention(frame, at, kinds)


def _antecedent(frame: Frame, relative: int, kinds: Collection[str]) -> Head | None:
    """Give whom "which" points at: the actor right before its comma, else the head of the phrase."""
    ends = _over_comma(frame, relative - 1)
    named = mention_at_end(frame, ends, kinds) if frame.reads(relative, "which") else None
    if named is not None and ends < relative - 1 and named.mention.kind is MentionKind.ACTOR:
        return named.first, named.last, named
    return head_mention(frame, ends, kinds)


def _beside(frame: Frame, last: int, kinds: Collection[str]) -> Head | None:
    found = mention_at_end(frame, last, kinds)
    return (found.first, found.last, found) if found else None


def _before_mark(frame: Frame, at: int, kinds: Collection[str]) -> Head | None:
    return (
        _over_apposition(frame, at, kinds) or clause_subject(frame, at, kinds) or _chained(frame, at, kinds)
    )


def _chained(frame: Frame, at: int, kinds: Collection[str]) -> Head | None:
    """Give whom the relative clause is about that a verb goes on with: "militias, which rob and tax"."""
    start = clause_start(frame, at)
    return _antecedent(frame, start - 1, kinds) if start and frame.is_a(start - 1, "relative") else None


def clause_start(frame: Frame, at: int) -> int:
    """Give the first token of the clause that holds `at`: after a strong mark or the word that opens it."""
    floor = max(at - _REACH, 0)
    comma = False
    for index in range(at - 1, floor - 1, -1):
        opens = frame.is_a(index, "subordinator") and not frame.is_a(index, "preposition")
        inserted = comma and frame.is_a(index, "relative") and frame.tokens[index - 1].words == ","
        if frame.is_a(index, "stop") or (opens and not inserted) or _begins_anew(frame, index):
            return index + 1
        comma = not inserted and (comma or frame.tokens[index].words == ",")
    return floor


def _begins_anew(frame: Frame, at: int) -> bool:
    """Tell the "and" of ", and the rebels have": a comma before it, and a name with its auxiliary behind."""
    if not frame.is_a(at, "coordinator") or not at or frame.tokens[at - 1].words != ",":
        return False
    first = at + 1 + frame.is_a(at + 1, "article")
    named = (*frame.starting.get(at + 1, ()), *frame.starting.get(first, ()))
    return any(frame.is_a(placed.last + 1, "auxiliary", "modal") for placed in named)


def clause_subject(frame: Frame, at: int, kinds: Collection[str]) -> Head | None:
    """Give the first mention of the clause that no preposition rules: "X did this and ... that"."""
    start = clause_start(frame, at)
    for index in range(start, at):
        for placed in frame.starting.get(index, ()):
            if fits(placed, kinds) and placed.last < at and not is_governed(frame, placed.first):
                return placed.first, placed.last, placed
        if "pronoun" in kinds and frame.is_a(index, "subject_pronoun"):
            return index, index, None
    return None


def _over_comma(frame: Frame, at: int) -> int:
    return at - 1 if at >= 0 and frame.tokens[at].words == "," else at


def _over_apposition(frame: Frame, comma: int, kinds: Collection[str]) -> Head | None:
    """Find "NAME, an apposition," before a comma that closes one."""
    if frame.tokens[comma].words != ",":
        return None
    for index in range(comma - 1, max(comma - _APPOSITION, 0), -1):
        if frame.tokens[index].words == ",":
            opens = frame.is_a(index + 1, "article", "relative", "determiner", "leader_noun")
            return head_mention(frame, index - 1, kinds) if opens else None
        if frame.is_a(index, "stop"):
            return None
    return None
