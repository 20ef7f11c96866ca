"""Who a phrase names: the words themselves, a name that stands in them, a name spelled almost so."""

from __future__ import annotations

import re
from functools import cache

from onrecord.resolve.peoples import countries_named
from onrecord.resolve.registry import Answer, Registry
from onrecord.resolve.spelling import fold, is_capital
from onrecord.resolve.tables import weights
from onrecord.vocabulary import rows

__all__ = ["has_name", "look_up", "named_together", "plain_noun"]

_WORDS = 10
_STATE = frozenset({"state", "state-force"})
_FORMER = re.compile(r"(?:former|retired|ex)[\s-]", re.IGNORECASE)
_TOGETHER = re.compile(r"\s?[-–/&,]\s?|\s(?:and|or)\s")


@cache
def _beside() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("actor_words"))


def look_up(words: str, registry: Registry) -> tuple[Answer, ...]:
    """Give who bears these words, or a name that stands in them, or a name spelled almost so.

    Who is a former soldier acts for no state.
    """
    exact = registry.answers(words) or registry.sounding(words)
    inside = exact or _within(words, registry)
    if inside and _FORMER.match(words) and inside[0].actor.kind in _STATE:
        return ()
    return inside or (registry.near(words, 3) if has_name(words) else ())


def _within(words: str, registry: Registry) -> tuple[Answer, ...]:
    """Give the longest known name inside the words where at most one word beside it has a capital."""
    parts = words.split()[:_WORDS]
    for size in range(len(parts) - 1, 0, -1):
        for start in range(len(parts) - size, -1, -1):
            answers = registry.answers(" ".join(parts[start : start + size]).strip(",;:()"))
            beside = [*parts[:start], *parts[start + size :]]
            if answers and _is_organisation(answers[0]) and _may_stand_beside(beside, answers, registry):
                return tuple(_as_part(answer) for answer in answers)
    return ()


def _is_organisation(answer: Answer) -> bool:
    return answer.how != "country" and answer.actor.kind not in {"community", "supporters"}


def _may_stand_beside(beside: list[str], answers: tuple[Answer, ...], registry: Registry) -> bool:
    ids = {answer.actor.id for answer in answers}
    strange = [word for word in beside if is_capital(word) and fold(word) not in _beside()]
    own = [word for word in strange if _is_own(word, answers, registry)]
    sure = len(ids) == 1 and answers[0].how != "shared"
    return len(strange) - len(own) <= (1 if sure and len(fold(answers[0].words).split()) > 1 else 0)


def _is_own(word: str, answers: tuple[Answer, ...], registry: Registry) -> bool:
    """Say whether a word beside a name is another name of the actor, its country, or speaks for it."""
    if {answer.actor.id for answer in answers} & {answer.actor.id for answer in registry.answers(word)}:
        return True
    codes = set(countries_named(word, demonyms=True))
    return any(
        codes & set(answer.actor.country.split(";"))
        or fold(word) in map(fold, registry.context(answer.actor.id))
        for answer in answers
    )


def has_name(words: str) -> bool:
    """Say whether words hold a name: a capitalised word that is no people's, no country's and no rank."""
    capitals = [word for word in words.split() if is_capital(word)]
    return any(not countries_named(word, demonyms=True) and fold(word) not in _beside() for word in capitals)


def plain_noun(key: str) -> str:
    """Give the one word that folded words consist of beside ranks and the like; else the words themselves."""
    words = key.split()
    rest = [word for word in words if word not in _beside()]
    return rest[0] if len(rest) == 1 else words[-1] if not rest and words else key


def named_together(words: str, registry: Registry) -> tuple[Answer, ...]:
    """Give the actors of words that join several: "Taliban-Islamic State", "Taliban and al-Qaeda"."""
    parts = [part for part in _TOGETHER.split(words) if part]
    answers = [registry.answers(part) for part in parts]
    return tuple(found[0] for found in answers) if len(parts) > 1 and all(answers) else ()


def _as_part(answer: Answer) -> Answer:
    if answer.how == "shared":
        return answer
    return answer._replace(how="part", score=weights("actor_features")["part"])
