"""Mentions in a row ("A, B and C") and the preposition that rules them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.event_words import event_words
from onrecord.find.words.word_classes import words_of
from onrecord.find.words.wordforms import is_verb_here
from onrecord.records import MentionKind

if TYPE_CHECKING:
    from onrecord.find.words.frame import Frame, Placed

__all__ = ["PREPOSITIONS", "governor", "list_from", "list_to", "outermost"]

PREPOSITIONS = words_of("preposition") - {"than", "as"}
_REACH, _MAX_LIST = 4, 8
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_ARTICLE = frozenset(
    {"all", "both", "half", "not", "only", "even", "just", "least", "most", "to", "about"}
)
_OPENING = frozenset({"and", "or", "that", "who", "which", "where", "when", "whom", "what"})
_POSSESSIVES = frozenset({"'s", "’s"})
_BEFORE_LISTED = frozenset({"the", "a", "an", "both", "allied", "other", "local", "some", "its", "their"})
_QUANTIFIERS = event_words("quantifier") - {"number"}
_HEDGES = frozenset(
    {("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("fewer", "than"), ("less", "than")}
)
_ACTING = frozenset(
    {MentionKind.ACTOR, MentionKind.PERSON, MentionKind.GROUP, MentionKind.PLACE, MentionKind.THING}
)


def outermost(frame: Frame, at: int, *, ending: bool) -> Placed | None:
    """Give the longest mention that ends (or starts) on a token; numbers and times never fill a role."""
    side = frame.ending if ending else frame.starting
    return next((p for p in side.get(at, ()) if p.mention.kind in _ACTING), None)


def governor(frame: Frame, placed: Placed) -> str:
    """Give the preposition that rules a mention, looked up at the head of its list; "" if none."""
    at = list_to(frame, placed)[0].first - 1
    title = outermost(frame, at, ending=True) if placed.mention.kind is MentionKind.PERSON else None
    if title is not None and title.mention.kind is MentionKind.GROUP:
        return governor(frame, title)  # "by Norland's prime minister Idris Vale"
    steps, articles = 0, frame.tokens[placed.first].words.lower() in _ARTICLES
    while at >= 0 and steps < _REACH and at not in frame.ending:
        lower = frame.tokens[at].words.lower()
        if articles and lower not in PREPOSITIONS | _BEFORE_ARTICLE:
            return (
                ""  # "in the north the army", "within days the rebels": the article opens a phrase of its own
            )
        articles = articles or lower in _ARTICLES
        if at and (frame.tokens[at - 1].words.lower(), lower) in _HEDGES:
            at -= 2
            continue
        if lower in PREPOSITIONS:
            counted = lower == "of" and at and frame.tokens[at - 1].words.lower() in _QUANTIFIERS
            return "" if counted and not _behind_preposition(frame, at - 2) else lower
        plain = frame.tokens[at].words[0].islower() or lower in _POSSESSIVES
        if not plain or is_verb_here(frame, at) or lower in _OPENING:
            return ""
        at, steps = at - 1, steps + 1
    return ""


def _behind_preposition(frame: Frame, at: int) -> bool:
    return at >= 0 and frame.tokens[at].words.lower() in PREPOSITIONS


def list_to(frame: Frame, placed: Placed) -> list[Placed]:
    """Give the list that ends with a mention: "A, B and C" from A on; the mention alone if it is none."""
    found = [placed]
    joined = False
    while len(found) < _MAX_LIST:
        at = found[0].first - 1
        while at >= 0 and frame.tokens[at].words.lower() in _BEFORE_LISTED:
            at -= 1
        if at < 1 or frame.tokens[at].words.lower() not in (
            {"and", "or", ",", "&"} if joined else {"and", "or", "&"}
        ):
            break
        joined = True
        at -= 1 if frame.tokens[at - 1].words == "," else 0
        before = outermost(frame, at - 1, ending=True)
        if before is None or not _alike(before, placed):
            break
        found.insert(0, before)
    return found


def list_from(frame: Frame, placed: Placed) -> list[Placed]:
    """Give the list that starts with a mention; commas count only where "and" closes the list."""
    found, pending = [placed], [placed]
    while len(pending) < _MAX_LIST:
        at = pending[-1].last + 1
        if at >= len(frame.tokens):
            break
        comma = frame.tokens[at].words == ","
        at += comma
        closing = at < len(frame.tokens) and frame.tokens[at].words.lower() in {"and", "or", "&", "nor"}
        at += closing
        while at < len(frame.tokens) and frame.tokens[at].words.lower() in {"the", "a", "an"}:
            at += 1
        following = outermost(frame, at, ending=False) if comma or closing else None
        if following is None or not _alike(following, placed):
            found = pending if closing and comma + len(pending) > 1 and len(pending) > 1 else found
            break
        pending.append(following)
        if closing:
            found = pending
            if _governs_next(frame, following):
                break
    return list(found)


def _governs_next(frame: Frame, placed: Placed) -> bool:
    return placed.last + 1 < len(frame.tokens) and frame.tokens[placed.last + 1].words == ","


def _alike(one: Placed, other: Placed) -> bool:
    place = MentionKind.PLACE
    return (one.mention.kind is place) == (other.mention.kind is place)
