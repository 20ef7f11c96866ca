"""Where no subject may be looked for, and where a nearer one stands than the clause's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.event_words import event_words
from onrecord.find.words.lists import PREPOSITIONS
from onrecord.find.words.verbs import LIGHT, is_verb
from onrecord.find.words.wordforms import is_verb_here, noun_key
from onrecord.find.words.wordtags import TAGS, tag_plain
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from onrecord.find.words.clauses import Clause
    from onrecord.find.words.frame import Frame

__all__ = ["is_finite", "is_quoted_gerund", "is_told_of", "relative_before"]

_NOUN_ACTS = frozenset(row["trigger"] for row in rows("acts") if row["class"] == "n")
_NOUN_TAGS = frozenset({TAGS["forceword"], TAGS["thing"], TAGS["fighter"], TAGS["body"]})
_REACH, _RELATIVE = 5, 12


def is_quoted_gerund(frame: Frame, verb: int) -> bool:
    """Tell words cut from their subject by a quotation: 'the theory, "of laying siege to"'."""
    words = frame.tokens[verb].words.lower()
    opened = verb > 1 and frame.tokens[verb - 1].words.lower() in PREPOSITIONS
    return opened and words.endswith("ing") and frame.is_a(verb - 2, "quote")


def relative_before(frame: Frame, clause: Clause, verb: int) -> int:
    """Give the relative word whose clause a participle goes on with ("a bag that exploded, wounding")."""
    if clause.kind != "participle":
        return 0
    start = min(clause.first, verb)
    for at in range(start - 1, max(0, start - _RELATIVE), -1):
        if frame.tokens[at].words.lower() in {"that", "which", "who"}:
            told = is_verb_here(frame, at + 1) or frame.tokens[at + 1].words.lower().endswith("ed")
            alone = not any(is_verb_here(frame, i) for i in range(at + 2, start))
            return at if told and alone else 0
    return 0


def is_told_of(frame: Frame, at: int, verb: int) -> bool:
    """Tell "ties to two men accused of staging": the participle behind a name says of it what follows."""
    if at + 1 >= verb or verb - at > _REACH or not is_verb_here(frame, at):
        return False
    told = frame.tokens[at].lemma in event_words("told_of")
    return told and frame.tokens[at + 1].words.lower() in {"of", "to", "for", "with"}


def is_finite(frame: Frame, at: int) -> bool:
    """Tell a verb that was passed as an adjective ("Norland condemns recent attacks", "using attack")."""
    token = frame.tokens[at]
    lower = token.words.lower()
    noun = noun_key(lower) in _NOUN_ACTS or tag_plain(lower, token.lemma) in _NOUN_TAGS
    lends = token.lemma in LIGHT and lower.endswith("ing")  # "the Front conducting air strikes"
    return is_verb(token) and lower.endswith(("s", "ing")) and not noun and not lends
