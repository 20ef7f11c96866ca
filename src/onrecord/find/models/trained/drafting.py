"""From what the network found in a sentence to claims: who does what is its word, the rest is grammar.

The tables of the rules give the finer act and the method of a trigger that they know, casualties, the facets,
the evidence, and what is a toll; their guards tell harm that nobody inflicts from violence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.find.acts.drafts import FRAMES, Draft
from onrecord.find.acts.events import Told, claims_of
from onrecord.find.acts.triggers import Trigger as Known
from onrecord.find.acts.triggers import find_triggers
from onrecord.find.models.trained.mentions import kind_of_words, mention_of, within
from onrecord.find.models.trained.told import Happening, Trigger
from onrecord.find.sentence import Sentence, span_of
from onrecord.find.values.casualties import find_casualties
from onrecord.find.words.clauses import Clauses
from onrecord.find.words.frame import Frame, Placed
from onrecord.find.words.wordforms import is_noun_here
from onrecord.records import Mention, MentionKind, Number
from onrecord.vocabulary import Row

__all__ = ["draft_of", "drafted", "filling"]

_TRUST = "0.5"
"""Of acts of so little trust the rules take only those with a party or casualties."""
_KINDS = {"place": MentionKind.PLACE, "instrument": MentionKind.THING}


def drafted(
    frame: Frame, clauses: Clauses, happenings: Iterable[Happening], numbers: tuple[Number, ...]
) -> list[tuple[Told, Happening]]:
    """Give the claims of the happenings in one sentence, whose roles are mentions of the frame."""
    known = find_triggers(frame)
    drafts = {}
    for one in happenings:
        draft = draft_of(frame, clauses, one, known)
        drafts[frame.tokens[draft.first].start] = draft, one
    mentions = tuple(p.mention for group in frame.starting.values() for p in group)
    casualties = find_casualties(frame.sentence, mentions, numbers)
    told = claims_of(frame, clauses, [draft for draft, _ in drafts.values()], casualties)
    return [(one, drafts[one.start][1]) for one in told]


def draft_of(frame: Frame, clauses: Clauses, happening: Happening, known: Iterable[Known]) -> Draft:
    """Give the draft of a happening as the rules make one of theirs."""
    triggers = [_trigger(frame, trigger, known) for trigger in happening.triggers]
    draft = Draft(triggers, {clauses.of_token[trigger.first] for trigger in triggers})
    placed = {(p.mention.span.start, p.mention.span.end): p for g in frame.starting.values() for p in g}
    for trigger, role in happening.roles:
        if (role.start, role.end) in placed:
            draft.add(_name(role.kind, trigger.row), [_acting(role.kind, placed[role.start, role.end])])
    return draft


def filling(sentence: Sentence, names: tuple[Mention, ...], happenings: Iterable[Happening]) -> list[Mention]:
    """Give a mention for each role of a sentence whose words are none of the names in it."""
    spans = {(m.span.start, m.span.end) for m in names}
    found = []
    for at, kind in {(r.start, r.end): r.kind for one in happenings for _, r in one.roles}.items():
        if at not in spans:
            span = span_of(sentence.text, *at)
            found.append(mention_of(span, _KINDS.get(kind) or kind_of_words(span.words, within(names, *at))))
    return found


def _trigger(frame: Frame, trigger: Trigger, known: Iterable[Known]) -> Known:
    """Give the rules' own trigger on these words where its act is the same or finer, else one of our own."""
    last = min(frame.token_at(trigger.end - 1), len(frame.tokens) - 1)
    first = min(frame.token_at(trigger.start), last)
    finer = {trigger.row["act"], *trigger.row["finer"].split("|")}
    for one in known:
        if one.row["act"] in finer and one.first <= last and first <= one.last:
            return replace(one, row={**one.row, "trust": _TRUST})
    row = {"trigger": frame.tokens[last].lemma, "method": "", "scale": "", "trust": _TRUST}
    own = row | {"act": trigger.row["act"], "frame": trigger.row["frame"]}
    return Known(own, first, last, frozenset(range(first, last + 1)), is_noun_here(frame, last))


def _name(role: str, row: Row) -> str:
    """Give the name that the rules give this role in the frame of the act: who is harmed is a victim."""
    return FRAMES[row["frame"]]["object"] if role == "target" else role


def _acting(role: str, placed: Placed) -> Placed:
    """Take a country that acts for an actor; one that is hit stays a place: what was hit is not named."""
    if role == "agent" and placed.mention.kind is MentionKind.PLACE:
        return replace(placed, mention=mention_of(placed.mention.span, MentionKind.ACTOR))
    return placed
