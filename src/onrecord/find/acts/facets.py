"""The facets of an event beside its act: method, target and scale, each from a table of cue words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.find.words.event_words import event_words
from onrecord.find.words.lists import PREPOSITIONS
from onrecord.find.words.word_classes import is_a, words_of
from onrecord.find.words.wordforms import is_verb_here, noun_key
from onrecord.records import MentionKind
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.find.acts.drafts import Draft
    from onrecord.find.words.frame import Frame, Placed
    from onrecord.records import Casualty

__all__ = ["VIOLENT", "method_of", "scale_of", "target_of"]

VIOLENT = frozenset(row["act"] for row in rows("act_types") if row["violent"] == "yes")
_NO_METHOD = event_words("no_method")
_SERIES = event_words("series")
_AT = event_words("aimed_at")
_AIMED = frozenset({"force", "burst", "harm", "weapon", "dropped", "do_to"})
_CLOSING = frozenset({",", ";", ":", ".", "(", "—", "–"})
_UNSCALED = frozenset({"group_split"})
_JOINING = frozenset({"and", "or"})
_WIDE = 10
_AROUND, _AIM, _TITLE = 3, 7, 4
_HIT = frozenset({"target", "victim"})


def _cues(table: str, column: str) -> dict[str, list[tuple[tuple[str, ...], int, str]]]:
    found: defaultdict[str, list[tuple[tuple[str, ...], int, str]]] = defaultdict(list)
    for rank, row in enumerate(rows(table)):
        for cue in filter(None, row["cues"].split("|")):
            words = tuple(cue.split())
            found[words[0]].append((words, rank, row[column]))
    return dict(found)


_METHODS = _cues("methods", "method")
_TARGETS = _cues("targets", "target")
_RANK = {row["method"]: rank for rank, row in enumerate(rows("methods"))}


def _first(cues: dict[str, list[tuple[tuple[str, ...], int, str]]], frame: Frame, at: Iterable[int]) -> str:
    """Give the highest row of a table that has a cue on these tokens, or ""."""
    best: tuple[int, str] | None = None
    for index in at:
        token = frame.tokens[index]
        for key in {token.lemma, noun_key(token.words)}:
            for words, rank, name in cues.get(key, ()):
                if (best is None or rank < best[0]) and _stands(frame, index, words):
                    best = rank, name
    return best[1] if best else ""


def _stands(frame: Frame, at: int, words: tuple[str, ...]) -> bool:
    for offset, word in enumerate(words[1:], 1):
        if at + offset >= len(frame.tokens):
            return False
        token = frame.tokens[at + offset]
        if word not in {token.lemma, token.words.lower(), noun_key(token.words)}:
            return False
    return True


def method_of(frame: Frame, draft: Draft, tokens: Iterable[int]) -> str:
    """Give how force was used: what the triggers say, made narrower by cue words in the claim's own words."""
    if draft.row["act"] not in VIOLENT:
        return ""
    said = {t.row["method"] for t in draft.triggers if t.row["method"]}
    if draft.row["act"] not in _NO_METHOD:
        said |= {_first(_METHODS, frame, tokens)} - {""}
    if not said and draft.row["act"] not in _NO_METHOD:
        said = {_first(_METHODS, frame, _beside(frame, draft))} - {""}
    return min(said, key=_RANK.__getitem__) if said else "none_stated"


def _beside(frame: Frame, draft: Draft) -> range:
    """Give the words around the act as far as the marks that close its clause."""
    closing = _CLOSING | _JOINING if draft.nominal else _CLOSING  # "air strikes and operations" are two
    first, last = draft.first, draft.last
    while first > 0 and draft.first - first < _WIDE and frame.tokens[first - 1].words not in closing:
        first -= 1
    while (
        last + 1 < len(frame.tokens)
        and last - draft.last < _WIDE
        and frame.tokens[last + 1].words not in closing
    ):
        last += 1
    return range(first, last + 1)


def target_of(frame: Frame, draft: Draft, casualties: tuple[Casualty, ...]) -> str:
    """Give who or what was hit, from the words of targets and victims, then from their status."""
    if draft.row["act"] not in VIOLENT:
        return ""
    tokens = [
        i for name, p in draft.roles if name in {"target", "victim"} for i in range(p.first, p.last + 1)
    ]
    tokens += [i for c in casualties if c.victims for i in _tokens(frame, c.victims.start, c.victims.end)]
    found = _first(_TARGETS, frame, [*tokens, *_struck(frame, draft)])
    if found:
        return found
    statuses = {c.status for c in casualties}
    if statuses == {"civilian"}:
        return "civilians"
    if draft.row["act"] == "armed_clash":
        sides = _first(
            _TARGETS, frame, (i for n, p in draft.roles if n == "side" for i in range(p.first, p.last + 1))
        )
        if sides in {"combatants", "security_forces"}:
            return "combatants"
    armed = any(name in _HIT and (_is_owned(frame, p) or _leads(frame, p)) for name, p in draft.roles)
    return "combatants" if armed or statuses == {"combatant"} else "none_stated"


def _is_owned(frame: Frame, hit: Placed) -> bool:
    """Tell "a Front facility": a thing with its owner's name."""
    inside = (p for at in range(hit.first, hit.last + 1) for p in frame.starting.get(at, ()))
    thing = hit.mention.kind is MentionKind.THING
    return thing and any(p.mention.kind is MentionKind.ACTOR and p.last <= hit.last for p in inside)


def _leads(frame: Frame, hit: Placed) -> bool:
    """Tell "NAME, the head of the Front": who holds a rank in a named group."""
    if hit.mention.kind is not MentionKind.PERSON or not frame.reads(hit.last + 1, ","):
        return False
    title = range(hit.last + 2, min(hit.last + 2 + _TITLE, len(frame.tokens)))
    rank = next((at for at in title if frame.is_a(at, "leader_noun", "commander_noun", "rank_noun")), None)
    if rank is None or not frame.reads(rank + 1, "of"):
        return False
    named = (*frame.starting.get(rank + 2, ()), *frame.starting.get(rank + 3, ()))
    return any(p.mention.kind is MentionKind.ACTOR for p in named)


def _struck(frame: Frame, draft: Draft) -> Iterator[int]:
    """Give the words that stand behind the act as what it was aimed at, also where they are no mention."""
    for trigger in draft.triggers:
        if trigger.row["frame"] not in _AIMED:
            continue
        brought = not trigger.nominal
        for at in range(trigger.last + 1, min(trigger.last + 1 + _AIM, len(frame.tokens))):
            lower = frame.tokens[at].words.lower()
            if lower in PREPOSITIONS:
                brought = lower in _AT
            elif not lower[0].isalpha() or is_verb_here(frame, at) or lower in words_of("subordinator"):
                break
            elif brought:
                yield at


def _tokens(frame: Frame, start: int, end: int) -> range:
    return range(frame.token_at(start), min(frame.token_at(end - 1) + 1, len(frame.tokens)))


def scale_of(frame: Frame, draft: Draft) -> str:
    """Give incident, series or campaign: by the act's row, a bare plural, adverbs such as "repeatedly"."""
    if draft.row["scale"] or draft.row["act"] in _UNSCALED or _counts_places(frame, draft):
        return draft.row["scale"]
    near = range(max(0, draft.first - _AROUND), min(len(frame.tokens), draft.last + _AROUND))
    if any(frame.tokens[i].words.lower() in _SERIES for i in near):
        return "series"
    if draft.nominal and _plural(frame, draft) and draft.row["act"] not in {"armed_clash", "negotiation"}:
        return "series"
    return "incident"


def _counts_places(frame: Frame, draft: Draft) -> bool:
    """Tell "took seven districts": one act or seven, the words do not say."""
    places = (p for name, p in draft.roles if name == "place" and not draft.nominal)
    return any(is_a(frame.tokens[p.first], "many_of") and is_a(frame.tokens[p.last], "area") for p in places)


def _plural(frame: Frame, draft: Draft) -> bool:
    words = frame.tokens[draft.last].words.lower()
    return words.endswith("s") and noun_key(words) != words
