"""Pronouns that stand for an actor: "it", "they", and the antecedent that the words before tell.

Rules of agreement and closeness after Hobbs (1978) and Lappin and Leass (1994), without a parse: who says
something is what a pronoun in the saying means; else the only actor of the sentence so far; else, for "its",
the nearest, and for others who stands in the place of the subject. Where two are as likely none is given.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.resolve.actor_surroundings import Surroundings
from onrecord.resolve.namings import Named
from onrecord.resolve.peoples import countries_named
from onrecord.resolve.sentences import sentence_start, sentence_starts
from onrecord.vocabulary import rows

__all__ = ["antecedent", "is_pronoun"]

_ONE = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "themselves", "theirs"})
_RELATIVE = frozenset({"who", "which", "whose", "whom"})
_OWNING = frozenset({"its", "their", "theirs"})
_TOGETHER = re.compile(r",?\s(?:and|or|with)\s(?:the\s)?|,\s(?:the\s)?")
_OPENING = 20
_LOWER_PLURAL = re.compile(r"(?:^|\s)(?:police|[a-z]{2,}(?<![sui])s|militia|[a-z]+men)$")
_JOINING = re.compile(r"\b(?:when|after|before|because|as|while|since|if|until|although|though|where)\s$")
_ARTICLE = len("The ")
_CLAUSE = re.compile(r"(?:\s[\w’'-]{1,20}){1,3}\s")
"""Words between two of one clause: "Rome condemned them", where "them" is not Rome."""

_LAST_WORD = re.compile(r"\w+\W*$")


def is_pronoun(key: str) -> bool:
    """Say whether a folded word is a pronoun that may stand for an actor."""
    return key in _ONE or key in _MANY or key in _RELATIVE


def antecedent(pronoun: str, at: int, around: Surroundings) -> Named | None:
    """Give the actor that a pronoun at an offset means, as far as two sentences tell; else None."""
    if pronoun in _RELATIVE:
        return _right_before(around, at)
    starts = sentence_starts(around.content, at)
    many = pronoun in _MANY
    here = _agreeing(around.named(starts[-1], at), many=many)
    if pronoun == "them":
        here = [one for one in here if not _CLAUSE.fullmatch(around.content, one.end, at)]
    if not here and len(starts) > 1 and at - starts[-1] <= _OPENING:
        before = _agreeing(around.named(starts[-2], starts[-1]), many=many)
        return _alone(before) or _opener(before, starts[-2], around.content)
    said = _speaker(here, around.content, at) or _alone(here)
    if said or not here:
        return said
    return here[-1] if pronoun in _OWNING else _subject(here, at, around)


def _right_before(around: Surroundings, at: int) -> Named | None:
    """Give who is named right before a relative pronoun, a comma between them at most."""
    named = around.named(at - _OPENING * 3, at)
    between = around.content[named[-1].end : at] if named else "?"
    return named[-1] if between.strip(" ,") == "" else None


def _agreeing(named: list[Named], *, many: bool) -> list[Named]:
    """Give those who may be "it", or "they": a name may be either, a noun's number tells.

    A country's bare name counts only where nobody else is named: most often it says where.
    """
    fitting = [one for one in named if many or not _LOWER_PLURAL.search(one.words)]
    return [one for one in fitting if not countries_named(one.words)] or fitting


def _alone(named: list[Named]) -> Named | None:
    return named[-1] if len({one.id for one in named}) == 1 else None


def _opener(named: list[Named], start: int, content: str) -> Named | None:
    """Give who opens a sentence and so is its subject, unless somebody is named together with it."""
    if not named or named[0].start - start > _ARTICLE:
        return None
    together = len(named) > 1 and _TOGETHER.fullmatch(content, named[0].end, named[1].start)
    return None if together else named[0]


def _speaker(named: list[Named], content: str, at: int) -> Named | None:
    """Give the last who is named before a word of saying that the pronoun follows: "X denied that it"."""
    words = _LAST_WORD.search(content[max(0, at - 40) : at].rstrip().removesuffix("that").rstrip())
    if words is None or words.group().strip(' ,:“"') not in _sayings():
        return None
    return named[-1] if named else None


def _subject(named: list[Named], at: int, around: Surroundings) -> Named | None:
    """Give the first of a sentence's actors where the pronoun opens a clause: "After X met Y, it left".

    After "when" and the like the first must open the sentence, for else it is hardly its subject.
    """
    if around.content[max(0, at - 2) : at].rstrip().endswith(","):
        return named[0]
    opens = named[0].start - sentence_start(around.content, at) <= _ARTICLE
    return named[0] if opens and _JOINING.search(around.content, max(0, at - _OPENING), at) else None


@cache
def _sayings() -> frozenset[str]:
    """Give the forms of verbs of saying: the lemma, with -s, -ed and the irregular "said"."""
    lemmas = [row["cue"] for row in rows("speech") if row["form"] == "verb" and " " not in row["cue"]]
    ends = {"", "s", "d", "ed"}
    forms = {lemma + end for lemma in lemmas for end in ends}
    return frozenset(forms | {"said", "told", "denied", "denies", "thought", "found", "wrote"})
