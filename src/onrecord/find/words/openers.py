"""Which words open a clause, and of what kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.event_words import event_words
from onrecord.find.words.word_classes import words_of
from onrecord.find.words.wordforms import is_verb_here

if TYPE_CHECKING:
    from onrecord.find.words.frame import Frame

__all__ = ["opening"]

_MARKS = dict.fromkeys((";", ":", "—", "–", "―", "…"), "strong") | {",": "comma"}
_MARKS |= dict.fromkeys(("and", "or", "but", "nor", "yet", "then"), "coordinate")
_RELATIVE = words_of("relative")
_SUBORDINATE = (words_of("subordinator") | {"since"}) - _RELATIVE
_SAYING = event_words("saying")
_BEFORE_ING = frozenset({",", "and", "before", "after", "while", "by"})


def opening(frame: Frame, at: int) -> tuple[str, str] | None:
    """Say what a token opens, if anything."""
    words = frame.tokens[at].words.lower()
    kind = _MARKS.get(words, "")
    if not kind and words in _RELATIVE:
        kind = "relative" if _is_relative(frame, at) else "complement"
    if not kind and words in _SUBORDINATE and not _is_phrase(frame, at):
        kind = "subordinate"
    if not kind and frame.tokens[at - 1].lemma in _SAYING and _starts_clause(frame, at):
        return "complement", ""
    if not kind and _is_participle(frame, at, words):
        kind = "participle"
    return (kind, words if words[0].isalpha() else "") if kind else None


def _is_participle(frame: Frame, at: int, words: str) -> bool:
    return words.endswith("ing") and frame.tokens[at - 1].words in _BEFORE_ING and is_verb_here(frame, at)


def _starts_clause(frame: Frame, at: int) -> bool:
    """Tell "said a missile hit" from "said on Monday": a noun phrase begins right after the verb."""
    return (
        at in frame.starting
        or frame.is_a(at, "article", "subject_pronoun")
        or frame.tokens[at].words[0].isdigit()
    )


def _is_relative(frame: Frame, at: int) -> bool:
    """Tell "the bomb that killed" from "said that they killed"."""
    if frame.tokens[at].words.lower() != "that":
        return True
    following = min(at + 1, len(frame.tokens) - 1)
    lemma = frame.tokens[at - 1].lemma
    return is_verb_here(frame, following) and lemma not in _SAYING | {"deny"}


def _is_phrase(frame: Frame, at: int) -> bool:
    """Tell "as its leader", "after the attack", "as of July" from clauses: no verb soon after."""
    words = frame.tokens[at].words.lower()
    if words == "as" and frame.tokens[min(at + 1, len(frame.tokens) - 1)].words.lower() in {
        "of",
        "well",
        "part",
    }:
        return True
    end = at + 1
    while end < len(frame.tokens) and frame.tokens[end].words not in {",", ";", ":"} and end - at < 12:  # noqa: PLR2004
        if is_verb_here(frame, end):
            return False
        end += 1
    return True
