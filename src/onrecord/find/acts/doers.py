"""Who is no doer though words stand where a doer may: sufferers, witnesses, venues, who speaks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.event_words import event_words
from onrecord.find.words.lists import PREPOSITIONS
from onrecord.find.words.verbs import LIGHT
from onrecord.find.words.wordforms import is_verb_here, noun_key
from onrecord.find.words.wordtags import TAGS, tag_plain
from onrecord.records import MentionKind

if TYPE_CHECKING:
    from onrecord.find.acts.drafts import Draft
    from onrecord.find.words.frame import Frame, Placed
    from onrecord.vocabulary import Row

__all__ = ["brings_doer", "is_rebuke", "lender_role", "owner_role"]

_OWNERS = frozenset({"'s", "’s", "'", "’"})
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.GROUP})
_FIGHTING = frozenset({TAGS["fighter"], TAGS["member"], TAGS["forceword"]})
_REBUKES = frozenset({"attack", "hit", "target", "strike", "assault"})
_OVER = frozenset({"as", "for", "over", "about"})
_REACH = 6


def owner_role(frame: Frame, draft: Draft, owner: Placed, table: Row) -> str:
    """Give the part of the name before an act's noun: "the Front's raid", "the mall raid", "X's murder"."""
    kind = owner.mention.kind
    if kind is MentionKind.PLACE:
        return "place"
    role = table["before"]
    if role != "agent":
        return "-" if kind is MentionKind.THING else role
    if kind is MentionKind.THING or noun_key(owner.mention.head.split()[-1]) in event_words("venue"):
        return "target"
    if kind in _PEOPLE and table["frame"] == "harm" and not _fights(frame, owner):
        return "agent" if _next(frame, draft.last) == "of" else "victim"
    if kind is MentionKind.PERSON and frame.tokens[owner.last + 1].words not in _OWNERS:
        return "-"  # "the Harrow attack" is named after whom or what it met more often than after who did it
    return role


def lender_role(frame: Frame, verb: int, table: Row) -> str:
    """Give the part of who lends a verb to an act's noun: who suffers or sees a raid did not stage it."""
    lemma = frame.tokens[verb].lemma
    if lemma in event_words("only_seen"):
        return "-"
    return "target" if lemma in event_words("suffered") and table["before"] == "agent" else table["before"]


def brings_doer(frame: Frame, draft: Draft, preposition: str, first: int) -> bool:
    """Tell whether "of" and "by" belong to the act: not in "riots over the death of X", "condemned by X"."""
    at = _opening(frame, preposition, first)
    before = frame.tokens[at - 1]
    if preposition == "by":
        if noun_key(before.words) in event_words("account"):
            return False
        told = draft.nominal and at - 1 > draft.last and before.words.lower().endswith("ed")
        return not told or before.lemma in LIGHT
    return at == draft.last + 1 or not _parted(frame, draft.last + 1, at)


def is_rebuke(frame: Frame, draft: Draft) -> bool:
    """Tell a person who attacks another with words: "attacked X for the speech", "hit X over taxes"."""
    if draft.row["trigger"] not in _REBUKES or draft.nominal or len(draft.triggers) > 1:
        return False
    doers = [p for name, p in draft.roles if name == "agent"]
    if not doers or any(p.mention.kind is not MentionKind.PERSON for p in doers):
        return False
    hit = [p for name, p in draft.roles if name in {"target", "victim"}]
    if any(p.mention.kind is MentionKind.PERSON for p in hit):
        return True
    return not hit and _goes_on_with_words(frame, draft.last + 1)


def _goes_on_with_words(frame: Frame, at: int) -> bool:
    """Tell "attacked the inquiry as", "attacked Reed for the speech" by the word that opens the reproach."""
    for index in range(at, min(at + _REACH, len(frame.tokens) - 1)):
        lower = frame.tokens[index].words.lower()
        if lower in _OVER:
            return index > at and not frame.tokens[index + 1].words[0].isdigit()
        if not lower[0].isalpha() or lower in PREPOSITIONS:
            return False
    return False


def _parted(frame: Frame, start: int, end: int) -> bool:
    """Tell whether a verb, a bare participle or another preposition stands on these tokens."""
    words = {frame.tokens[i].words.lower() for i in range(start, end)}
    told = any(w.endswith("ed") for w in words) or any(is_verb_here(frame, i) for i in range(start, end))
    return told or not words.isdisjoint(PREPOSITIONS)


def _fights(frame: Frame, placed: Placed) -> bool:
    tokens = frame.tokens[placed.first : placed.last + 1]
    return any(tag_plain(t.words, t.lemma) in _FIGHTING for t in tokens)


def _next(frame: Frame, at: int) -> str:
    return frame.tokens[at + 1].words.lower() if at + 1 < len(frame.tokens) else ""


def _opening(frame: Frame, preposition: str, first: int) -> int:
    at = first - 1
    while at > 0 and frame.tokens[at].words.lower() != preposition:
        at -= 1
    return at
