"""Two parts that no slot of a frame gives: what is banned or declared, and who came to a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.acts.roles import phrases
from onrecord.find.words.frame import Placed
from onrecord.find.words.wordforms import is_verb_here, past
from onrecord.records import Mention, MentionKind, mention_id

if TYPE_CHECKING:
    from onrecord.find.acts.drafts import Draft
    from onrecord.find.words.clauses import Clauses
    from onrecord.find.words.frame import Frame

__all__ = ["attending", "content_of"]

_MAX_CONTENT = 8


def attending(frame: Frame, clauses: Clauses, draft: Draft) -> list[Placed]:
    """Give who came to a meeting when a relative clause says so: "which was attended by A, B and C"."""
    number = max(draft.clauses) + 1
    if number >= len(clauses.clauses) or clauses.clauses[number].kind != "relative":
        return []
    tokens = range(clauses.clauses[number].first, len(frame.tokens))
    verb = next(
        (
            at
            for at in tokens
            if clauses.of_token[at] == number and past(frame, at) and is_verb_here(frame, at)
        ),
        -1,
    )
    return (
        [p for word, group in phrases(frame, clauses, verb) if word == "by" for p in group]
        if verb >= 0
        else []
    )


def content_of(frame: Frame, clauses: Clauses, draft: Draft) -> list[Placed]:
    """Give the words that say what is banned or declared: "on poppy cultivation", as a thing."""
    first = draft.last + 1
    if draft.nominal:
        first += 1
        if first >= len(frame.tokens) or frame.tokens[first - 1].words.lower() not in {"on", "of", "against"}:
            return []
    last = first - 1
    while (
        last + 1 < len(frame.tokens)
        and last + 1 - first < _MAX_CONTENT
        and _goes_on(frame, clauses, draft, last + 1)
    ):
        last += 1
    if last < first:
        return []
    span = frame.span(first, last)
    return [
        Placed(Mention(mention_id(MentionKind.THING, span), MentionKind.THING, span, span.words), first, last)
    ]


def _goes_on(frame: Frame, clauses: Clauses, draft: Draft, at: int) -> bool:
    words = frame.tokens[at].words
    if clauses.of_token[at] not in draft.clauses or not (words[0].isalnum() or words in {"-", "’s", "'s"}):
        return False
    return not frame.is_a(at, "preposition", "coordinator", "subordinator", "modal") or words.lower() == "of"
