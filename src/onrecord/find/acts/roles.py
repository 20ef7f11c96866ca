"""Who stands where around a trigger: subject, object, what a preposition brings, the name before a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.acts.subject_limits import is_finite, is_quoted_gerund, is_told_of, relative_before
from onrecord.find.words.event_words import event_words
from onrecord.find.words.lists import PREPOSITIONS, governor, list_from, list_to, outermost
from onrecord.find.words.verbs import AUXILIARIES
from onrecord.find.words.word_classes import words_of
from onrecord.find.words.wordforms import is_adverb, is_verb_here, nouns_before
from onrecord.records import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.words.clauses import Clauses
    from onrecord.find.words.frame import Frame, Placed

__all__ = ["LEANING", "name_before", "objects", "phrases", "subjects"]

LEANING = frozenset({"coordinate", "participle", "complement", "comma"})
_MODALS = words_of("modal")
_HEDGES = {"at": {"least", "most"}, "up": {"to"}, "more": {"than"}, "fewer": {"than"}, "close": {"to"}}
_OPENERS = words_of("subordinator") | words_of("coordinator") | {"to", "then", "both"}
_FILLERS = words_of("determiner") | words_of("article") | words_of("adverb")
_REACH, _OBJECT_REACH, _APPOSITION = 4, 5, 12
_TIMES = event_words("time_noun") | event_words("month")
_OPENING = frozenset({"since", "after", "before", "until", "till"})
_OPENER_REACH = 3
_NAMES = frozenset({MentionKind.PERSON, MentionKind.ACTOR, MentionKind.PLACE})


def subjects(frame: Frame, clauses: Clauses, verb: int) -> list[Placed]:
    """Give the subjects of a verb: nearest mention to the left in its clause that no preposition rules."""
    clause = clauses.of_token[verb]
    hung = relative_before(frame, clauses.clauses[clause], verb)
    if hung or is_quoted_gerund(frame, verb):
        return _antecedent(frame, hung) if hung else []
    for _ in range(4):
        found = _in_clause(frame, clauses, verb, clause)
        if found:
            return found
        here = clauses.clauses[clause]
        gerund = frame.tokens[verb].words.lower().endswith("ing")
        if (
            clause == clauses.of_token[verb]
            and not gerund
            and here.kind != "relative"
            and _own_subject(frame, clauses, verb)
        ):
            return []
        if here.parent < 0 or (here.kind not in LEANING and here.kind != "relative"):
            return []
        if here.kind == "relative":
            return _antecedent(frame, here.first)
        clause = here.parent
    return []


def _own_subject(frame: Frame, clauses: Clauses, verb: int) -> bool:
    """Tell whether words that are no mention stand before the verb as its subject ("but air defences")."""
    clause = clauses.of_token[verb]
    at = clauses.clauses[clause].first
    while at < verb:
        lower = frame.tokens[at].words.lower()
        placed = outermost(frame, at, ending=False)
        if placed is not None:
            at = placed.last + 1
            continue
        plain = (
            lower in PREPOSITIONS or lower in _FILLERS or is_adverb(frame, at) or lower in _OPENERS | _TIMES
        )
        if (
            clauses.of_token[at] == clause
            and lower[0].isalpha()
            and not plain
            and not is_verb_here(frame, at)
        ):
            return lower not in AUXILIARIES and lower not in _MODALS
        at += 1
    return False


def _in_clause(frame: Frame, clauses: Clauses, verb: int, clause: int) -> list[Placed]:
    own = clauses.of_token[verb] == clause
    order = range(verb - 1, -1, -1) if own else range(len(frame.tokens))
    depth = 0
    for at in order:
        if clauses.of_token[at] != clause:
            if own and at < clauses.clauses[clause].first:
                break
            continue
        words = frame.tokens[at].words
        depth += (words in {")", "]"}) - (words in {"(", "["}) if own else 0
        placed = outermost(frame, at, ending=own)
        if placed is None or depth > 0:
            continue
        if own and is_told_of(frame, placed.last + 1, verb):
            return [placed]
        if governor(frame, placed) and not _is_opened(frame, clauses.clauses[clause].first, placed):
            continue
        if not own and _verb_before(frame, clauses, clause, placed.first):
            return []
        return list_to(frame, _apposed(frame, placed))
    return []


def _is_opened(frame: Frame, first: int, placed: Placed) -> bool:
    """Tell "since the army launched it" from "since the war": the clause's own opener rules no name."""
    near = placed.first - first <= _OPENER_REACH and placed.first > first
    return near and frame.tokens[first].words.lower() in _OPENING and governor(frame, placed) in _OPENING


def _verb_before(frame: Frame, clauses: Clauses, clause: int, at: int) -> bool:
    start = clauses.clauses[clause].first
    return any(clauses.of_token[i] == clause and is_verb_here(frame, i) for i in range(start, at))


def _apposed(frame: Frame, placed: Placed) -> Placed:
    """Step from "NAME, the head of it," or "NAME (short)" to the name."""
    after = placed.last + 1
    if after >= len(frame.tokens) or frame.tokens[after].words != ",":
        return placed
    for at in range(placed.first - 1, max(0, placed.first - _APPOSITION), -1):
        lower = frame.tokens[at].words.lower()
        if lower == ",":
            name = outermost(frame, at - 1, ending=True)
            named = name is not None and name.mention.kind in _NAMES
            return name if name is not None and named and _apposes(frame, at + 1) else placed
        if lower in {"and", "or", "who", "which"} or is_verb_here(frame, at):
            break
    return placed


def _apposes(frame: Frame, at: int) -> bool:
    """Tell whether "the head of it", "son of X", "a militant" stands behind the comma, and not a list."""
    return (
        frame.tokens[at].words[0].islower() and frame.tokens[at].words.lower() not in _OPENERS | PREPOSITIONS
    )


def _antecedent(frame: Frame, opener: int) -> list[Placed]:
    at = opener - 1
    while at >= 0 and frame.tokens[at].words in {",", ")"}:
        at -= 1
    placed = outermost(frame, at, ending=True) if at >= 0 else None
    if placed is None or (governor(frame, placed) and not _points_at(frame, opener, placed)):
        return []
    return [placed]


def _points_at(frame: Frame, opener: int, placed: Placed) -> bool:
    """Tell "takes orders from Vale, who": a person right before "who" is meant, whatever rules the name."""
    return frame.tokens[opener].words.lower() == "who" and placed.mention.kind is MentionKind.PERSON


def objects(frame: Frame, clauses: Clauses, last: int) -> list[Placed]:
    """Give the objects of a verb: the first mention after it that no preposition brings, and its list."""
    at = last + 1
    clause = clauses.of_token[last]
    while at < len(frame.tokens) and at - last <= _OBJECT_REACH and clauses.of_token[at] == clause:
        placed = outermost(frame, at, ending=False)
        if placed is not None:
            return list_from(frame, placed)
        lower = frame.tokens[at].words.lower()
        if (
            lower in _HEDGES
            and at + 1 < len(frame.tokens)
            and frame.tokens[at + 1].words.lower() in _HEDGES[lower]
        ):
            at += 2
            continue
        if lower in PREPOSITIONS - {"about", "around", "over"} or (lower[0] in ",.;:()" and lower != "."):
            break
        if lower in {"and", "or", "but", "that", "who"} or (
            is_verb_here(frame, at) and not is_adverb(frame, at)
        ):
            break
        at += 1
    return []


def phrases(
    frame: Frame, clauses: Clauses, last: int, stops: frozenset[int] = frozenset()
) -> Iterator[tuple[str, list[Placed]]]:
    """Give what each preposition after a trigger brings, up to the next verb or one of `stops`."""
    clause = clauses.of_token[last]
    at = last + 1
    while at < len(frame.tokens):
        if clauses.of_token[at] != clause:
            at += 1
            continue
        lower = frame.tokens[at].words.lower()
        if (
            at in stops
            or lower == "including"
            or (at - last > 1 and is_verb_here(frame, at))
            or lower in _MODALS
        ):
            return
        placed = _brought(frame, at + 1) if lower in PREPOSITIONS else None
        if placed is not None:
            group = list_from(frame, placed)
            yield lower, group
            at = group[-1].last
        at += 1


def _brought(frame: Frame, at: int) -> Placed | None:
    for index in range(at, min(at + _REACH, len(frame.tokens))):
        placed = outermost(frame, index, ending=False)
        if placed is not None:
            return placed
        lower = frame.tokens[index].words.lower()
        if not lower[0].isalpha() or lower in PREPOSITIONS or lower in {"and", "or", "that"}:
            return None
        if lower not in _FILLERS and is_verb_here(frame, index):
            return None
    return None


def name_before(frame: Frame, first: int) -> Placed | None:
    """Give the name right before a noun, over adjectives and a possessive ("the Taliban's bloody attack")."""
    at = nouns_before(frame, first, 3)
    if any(is_finite(frame, i) for i in range(at + 1, first)):
        return None
    if at >= 0 and frame.tokens[at].words in {"'s", "’s", "'", "’"}:
        at -= 1
    return outermost(frame, at, ending=True) if at >= 0 else None
