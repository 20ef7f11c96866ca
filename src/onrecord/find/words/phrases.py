"""Where a noun phrase ends, by closed word classes and the shape of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.verbs import is_verb

if TYPE_CHECKING:
    from onrecord.find.words.frame import Frame

__all__ = ["ends_phrase", "is_past"]

_BARS = (
    "stop",
    "subordinator",
    "preposition",
    "auxiliary",
    "modal",
    "pronoun",
    "quote",
    "dash",
    "open_bracket",
    "possessive",
)


def ends_phrase(frame: Frame, at: int) -> bool:
    """Say whether the token there cannot belong to a noun phrase with the tokens before it.

    "of" belongs, and so does any token of a mention; "outside" does after an article ("an outside
    force"); a past form does where a noun may follow ("heavily armed groups"), else it is a verb.
    """
    token = frame.tokens[at]
    if token.lemma == "of" or at in frame.starting or at in frame.ending:
        return False
    if _is_scare_quote(frame, at) or (frame.is_a(at, "possessive") and at - 1 in frame.ending):
        return False
    if token.words == "," or frame.is_a(at, *_BARS):
        return not (frame.is_a(at, "preposition") and frame.is_a(at - 1, "article"))
    if frame.is_a(at, "coordinator"):
        return _joins_more_than_nouns(frame, at + 1)
    return is_past(frame, at) and not _noun_may_follow(frame, at)


def _is_scare_quote(frame: Frame, at: int) -> bool:
    """Say whether a quotation mark sets off a few words inside the phrase: a “true” account."""
    opens = frame.is_a(at, "quote") and frame.is_a(at - 1, "article", "determiner")
    closes = frame.is_a(at, "quote") and any(
        frame.is_a(i, "quote") and frame.is_a(i - 1, "article", "determiner") for i in range(at - 4, at)
    )
    return opens or closes


def _joins_more_than_nouns(frame: Frame, after: int) -> bool:
    if after >= len(frame.tokens) or after in frame.starting:
        return False
    verb = is_verb(frame.tokens[after]) and frame.is_a(after + 1, "preposition", "article", "determiner")
    gerund = frame.tokens[after].words.endswith("ing") and not frame.is_a(after + 1, "stop", "preposition")
    return verb or gerund or frame.is_a(after, "article", "determiner", "auxiliary", "modal", "adverb")


def is_past(frame: Frame, at: int) -> bool:
    """Say whether a word has the shape of a past form or participle."""
    token = frame.tokens[at]
    lower = token.words.lower()
    differs = token.lemma != lower and token.words == lower and not lower.endswith(("s", "ing"))
    return differs and not frame.is_a(at, "irregular_plural")


def _noun_may_follow(frame: Frame, at: int) -> bool:
    after = at + 1
    closed = (
        "preposition",
        "article",
        "determiner",
        "pronoun",
        "stop",
        "adverb",
        "subordinator",
        "coordinator",
        "quote",
    )
    return after < len(frame.tokens) and frame.tokens[after].words != "," and not frame.is_a(after, *closed)
