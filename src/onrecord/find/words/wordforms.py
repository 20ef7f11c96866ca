"""Is this word a noun or a verb here, active or passive: by its form and its neighbours."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.find.words.verbs import AUXILIARIES, BE, LIGHT, is_verb
from onrecord.find.words.word_classes import words_of
from onrecord.find.words.wordtags import TAGS, tag_plain

if TYPE_CHECKING:
    from onrecord.find.words.frame import Frame

__all__ = ["is_adverb", "is_noun_here", "is_passive", "is_verb_here", "noun_key", "nouns_before", "past"]

_REACH = 5
_DETERMINERS = words_of("determiner") | words_of("article") | words_of("possessive")
_PREPOSITIONS = words_of("preposition")
_CLOSED = _PREPOSITIONS | _DETERMINERS | words_of("coordinator") | words_of("subordinator")
_PASSIVE = BE | {"become"}
_JOINTS = frozenset({"and", "or", ","})


@lru_cache(maxsize=50_000)
def noun_key(words: str) -> str:
    """Give the singular of a noun without undoing -ing: "Bombings" -> "bombing"."""
    lower = words.lower()
    if lower.endswith("ies") and len(lower) > len("dies"):
        return lower[:-3] + "y"
    if lower.endswith(("ches", "shes", "sses")):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower


def is_adverb(frame: Frame, at: int) -> bool:
    """Tell whether a word may stand between parts of a verb."""
    lower = frame.tokens[at].words.lower()
    return lower in words_of("adverb") or (lower.endswith("ly") and len(lower) > len("early"))


def past(frame: Frame, at: int) -> bool:
    """Tell whether a word has the form of a past or a participle."""
    token = frame.tokens[at]
    lower = token.words.lower()
    if lower.endswith(("ing", "s")) or lower == token.lemma:
        return lower in {"hit", "hurt", "set", "put", "shut", "beset", "overrun", "blown up"}
    return True


def is_noun_here(frame: Frame, at: int) -> bool:
    """Tell whether a word that may be noun or verb is a noun, by what stands before and after it."""
    lower = frame.tokens[at].words.lower()
    before = frame.tokens[at - 1].words.lower() if at else ""
    if lower.endswith("ing"):
        return _ing_is_noun(frame, at, before)
    if lower != frame.tokens[at].lemma and not lower.endswith("s"):
        return before in _DETERMINERS
    helped = at > 0 and frame.tokens[at - 1].lemma in AUXILIARIES
    if helped or before in {"to", "n't", "who", "which"} or before in words_of("subject_pronoun"):
        return False
    index = at - 1
    while index >= 0 and is_adverb(frame, index):
        index -= 1
    return not ((index in frame.ending or index < at - 1) and _opens_object(frame, at + 1))


def _ing_is_noun(frame: Frame, at: int, before: str) -> bool:
    following = frame.tokens[at + 1].words.lower() if at + 1 < len(frame.tokens) else ""
    if before in _DETERMINERS or following == "of" or frame.tokens[at].words.lower().endswith("ings"):
        return True
    lemma = frame.tokens[at - 1].lemma if at else ""
    if before in _PREPOSITIONS and frame.tokens[at].lemma in LIGHT:
        return False
    if before in {"", ",", "and", "while", "when", "then"} or lemma in BE or is_adverb(frame, at - 1):
        return before == "" and not _opens_object(frame, at + 1)
    return not _opens_object(frame, at + 1)


def _opens_object(frame: Frame, at: int) -> bool:
    if at >= len(frame.tokens):
        return False
    lower = frame.tokens[at].words.lower()
    if lower in {"each", "one"} or lower in words_of("article") or lower in {"its", "their", "his", "her"}:
        return True
    return at in frame.starting or lower[0].isdigit() or tag_plain(lower, lower) == TAGS["quantity"]


def _is_participle(frame: Frame, at: int) -> bool:
    return is_verb(frame.tokens[at]) and past(frame, at)


def is_passive(frame: Frame, at: int) -> bool:
    """Tell whether a verb is passive: after a form of be, or bare before its doer ("men killed by")."""
    if not past(frame, at):
        return False
    index = at - 1
    floor = at - _REACH
    while index >= max(0, floor + 1) and (is_adverb(frame, index) or frame.tokens[index].lemma == "not"):
        index -= 1
    if index >= 0 and frame.tokens[index].lemma in _PASSIVE:
        return True
    if index > 1 and frame.tokens[index].words in _JOINTS and _is_participle(frame, index - 1):
        return is_passive(frame, index - 1)  # "was abducted and killed"
    following = frame.tokens[at + 1].words.lower() if at + 1 < len(frame.tokens) else ""
    return following == "by" and (index < 0 or frame.tokens[index].lemma not in {"have", "'ve"})


def is_verb_here(frame: Frame, at: int) -> bool:
    """Tell whether a token is the verb of a clause here."""
    token = frame.tokens[at]
    if not is_verb(token) or (token.words.lower() in AUXILIARIES and token.lemma != "be"):
        return False
    if any(p.first <= at <= p.last for p in frame.ending.get(at, ())):
        return False
    return token.lemma in AUXILIARIES or not is_noun_here(frame, at)


def nouns_before(frame: Frame, at: int, limit: int) -> int:
    """Step left over the adjectives of the noun at `at`; give the token before them."""
    index = at - 1
    while index >= 0 and at - index <= limit and index not in frame.ending:
        lower = frame.tokens[index].words.lower()
        if not lower[0].isalpha() or lower in _CLOSED or is_verb_here(frame, index):
            break
        index -= 1
    return index
