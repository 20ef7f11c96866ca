"""Who inflicted it, where the clause itself says so: "by X" behind the verb, or X right before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.values.casualty_words import words_for
from onrecord.find.values.victim_subjects import behind_helpers
from onrecord.find.words.verbs import is_verb

if TYPE_CHECKING:
    from onrecord.find.values.harm_words import HarmWord
    from onrecord.find.values.victims import VictimPhrases
    from onrecord.records import Span

__all__ = ["agent_ahead", "agent_behind", "goes_on"]

_REACH_BEHIND, _WORDS_BETWEEN, _REACH_AHEAD = 6, 2, 30


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
    if harm.begin > 1 and _opens_participle(phrases, harm):
        return _subject(phrases, harm.begin)
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


def _opens_participle(phrases: VictimPhrases, harm: HarmWord) -> bool:
    """Tell ", killing eight", whose doer is the subject of the clause before."""
    return phrases.tokens[harm.begin - 1].words == "," and phrases.tokens[harm.begin].words.endswith("ing")


def _subject(phrases: VictimPhrases, before: int) -> Span | None:
    """Give the nearest mention before that opens its clause and is followed by a verb."""
    tokens = phrases.tokens
    for at in range(before - 1, max(0, before - _REACH_AHEAD), -1):
        found = phrases.harming_until(at)
        if found is None or not is_verb(tokens[at], copula=False):
            continue
        mention, begin = found
        if begin == 0 or tokens[begin - 1].lemma in {"the", ",", "and", "when", "after", "that"}:
            return mention.span
    return None


def goes_on(phrases: VictimPhrases, harm: HarmWord) -> bool:
    """Tell "and abducted dozens", whose doer is that of the verb before."""
    ahead = phrases.tokens[harm.begin - 1].lemma if harm.begin else ""
    return harm.form == "verb" and ahead in {"and", ","}
