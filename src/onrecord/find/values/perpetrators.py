"""Who inflicted it, where the clause itself says so: "by X" behind the verb, or X right before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.values.casualty_words import words_for
from onrecord.find.values.victim_subjects import behind_helpers

if TYPE_CHECKING:
    from onrecord.find.values.harm_words import HarmWord
    from onrecord.find.values.victims import VictimPhrases
    from onrecord.records import Span

__all__ = ["agent_ahead", "agent_behind"]

_REACH_BEHIND, _WORDS_BETWEEN = 6, 2


def agent_behind(phrases: VictimPhrases, harm: HarmWord) -> Span | None:
    """Give the mention in "by X" behind the verb."""
    tokens = phrases.tokens
    for index in range(harm.end, min(len(tokens), harm.end + _REACH_BEHIND)):
        if tokens[index].lemma == "by":
            found = [phrases.harming_from(at) for at in range(index + 1, index + 2 + _WORDS_BETWEEN)]
            return next((mention.span for mention in found if mention is not None), None)
    return None


def agent_ahead(phrases: VictimPhrases, harm: HarmWord, floor: int) -> Span | None:
    """Give the mention that is the verb's subject: right before it, perhaps with "fighters" between.

    A mention behind a preposition other than "by" is no subject: "an attack on the Front killed five".
    """
    end = behind_helpers(phrases, harm.begin, floor)
    if end and phrases.tokens[end - 1].lemma in {"and", "or"}:
        return None
    for at in range(end, max(floor, end - _WORDS_BETWEEN) - 1, -1):
        found = phrases.harming_until(at)
        if found is None:
            continue
        mention, begin = found
        if begin < floor:
            return None
        ahead = {token.lemma for token in phrases.tokens[max(0, begin - 2) : begin]}
        return None if ahead & (words_for("preposition") - {"by"}) else mention.span
    return None
