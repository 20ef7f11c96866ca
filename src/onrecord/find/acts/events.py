"""Sentence -> event and toll claims, from the table of acts; the engine adds sources, modality and times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.find.acts.drafts import Draft
from onrecord.find.acts.evidence import extent_of
from onrecord.find.acts.facets import VIOLENT, method_of, scale_of, target_of
from onrecord.find.acts.framing import drafts_of
from onrecord.find.acts.guards import is_possible
from onrecord.find.acts.joining import join_drafts, leans_on
from onrecord.find.acts.sharing import share_parts
from onrecord.find.acts.tolls import is_toll
from onrecord.find.acts.triggers import find_triggers
from onrecord.find.words.clauses import cut_clauses
from onrecord.find.words.frame import frame_of
from onrecord.records import Claim, Kind, Role, claim_id

if TYPE_CHECKING:
    from onrecord.find.sentence import Sentence
    from onrecord.find.words.clauses import Clauses
    from onrecord.find.words.frame import Frame
    from onrecord.records import Casualty, Mention

__all__ = ["BY", "Told", "claims_of", "find_events", "told_events"]

BY = "rules/1"
_SURE = 0.6  # acts of less trust need somebody who does or suffers them
_FAR, _STEPS, _BEHIND = 100, 3, 7
_TOLD_BARE = frozenset({"force", "weapon", "take"})  # "they attacked the village": who is told elsewhere
_SUFFERED = frozenset({"harm", "take_people", "leave", "died"})  # "he was killed in 2009"
_NEW = frozenset({"ceasefire", "agreement"})  # acts that an indefinite noun tells: "talks produced a truce"
_COUNTING = frozenset({"no .. casualty", "death toll", "number of dead"})
_PARTIES = ("agent", "side", "target", "victim", "speaker", "recipient")


@dataclass(frozen=True, slots=True)
class Told:
    """A claim and where the word stands that names its act: what modality is asked for."""

    claim: Claim
    start: int
    end: int


def find_events(
    sentence: Sentence, mentions: tuple[Mention, ...], casualties: tuple[Casualty, ...]
) -> tuple[Claim, ...]:
    """Give the events that a sentence tells, each with roles, casualties and facets, and its tolls."""
    return tuple(told.claim for told in told_events(sentence, mentions, casualties))


def told_events(
    sentence: Sentence, mentions: tuple[Mention, ...], casualties: tuple[Casualty, ...]
) -> tuple[Told, ...]:
    """Give the same claims, each with the place of its trigger."""
    frame = frame_of(sentence, mentions)
    triggers = find_triggers(frame)
    if not triggers:
        return ()
    clauses = cut_clauses(frame)
    drafts = _without_counts(join_drafts(frame, clauses, drafts_of(frame, clauses, triggers)))
    share_parts(frame, clauses, drafts)
    return claims_of(frame, clauses, drafts, casualties)


def claims_of(
    frame: Frame, clauses: Clauses, drafts: list[Draft], casualties: tuple[Casualty, ...]
) -> tuple[Told, ...]:
    """Give the claims of those drafts that are worth keeping, each with the casualties that belong to it."""
    shared = _share(frame, clauses, drafts, casualties)
    return tuple(
        Told(
            _claim(frame, clauses, draft, rows),
            frame.tokens[draft.first].start,
            frame.tokens[draft.last].end,
        )
        for draft, rows in zip(drafts, shared, strict=True)
        if _worth_keeping(frame, draft, rows)
    )


def _without_counts(drafts: list[Draft]) -> list[Draft]:
    """Leave words that only count ("death toll") out where another act has the casualties."""
    telling = [d for d in drafts if d.row["act"] in VIOLENT and d.row["trigger"] not in _COUNTING]
    return [d for d in drafts if not telling or d.row["trigger"] not in _COUNTING]


def _share(
    frame: Frame, clauses: Clauses, drafts: list[Draft], casualties: tuple[Casualty, ...]
) -> list[tuple[Casualty, ...]]:
    """Give each draft the casualties of its clauses; one that fits two goes to the nearest trigger."""
    shared: list[list[Casualty]] = [[] for _ in drafts]
    for casualty in casualties:
        at = min(frame.token_at(casualty.number.span.start), len(frame.tokens) - 1)
        fitting = [
            (_distance(draft, at, casualty.outcome), number)
            for number, draft in enumerate(drafts)
            if draft.row["act"] in VIOLENT | {"displacement", "hostage_release", "arrest"}
            and leans_on(clauses, clauses.of_token[at], draft.clauses)
        ]
        fitting = fitting or _going_on(clauses, drafts, clauses.of_token[at])
        if fitting:
            shared[min(fitting)[1]].append(casualty)
    return [tuple(rows) for rows in shared]


def _distance(draft: Draft, at: int, outcome: str) -> int:
    """Give how far a count stands from an act; an act of no force is farther than one of force.

    The displaced are counted with the act that displaces, where one is told.
    """
    own = draft.row["act"] == "displacement" if outcome == "displaced" else draft.row["act"] in VIOLENT
    return min(abs(at - t.first) for t in draft.triggers) + (0 if own else _FAR)


def _going_on(clauses: Clauses, drafts: list[Draft], clause: int) -> list[tuple[int, int]]:
    """Give the acts of harm that a clause goes on to: "80 dead and 231 hurt", "a man, named X, was shot"."""
    return [
        (0, number)
        for number, draft in enumerate(drafts)
        if any(t.row["frame"] == "harm" for t in draft.triggers)
        and any(_after_comma(clauses, c, clause) for c in draft.clauses)
    ]


def _after_comma(clauses: Clauses, clause: int, start: int) -> bool:
    for _ in range(_STEPS):
        here = clauses.clauses[clause]
        if here.kind not in {"coordinate", "comma", "participle", "relative"} or here.parent < 0:
            return False
        clause = here.parent
        if clause == start:
            return True
    return False


def _told_bare(frame: Frame, draft: Draft) -> bool:
    """Keep "they attacked the village", "he was killed", "a truce began": who it was is told elsewhere."""
    if draft.nominal:
        behind = range(draft.last + 1, min(draft.last + _BEHIND, len(frame.tokens)))
        ended = any(frame.is_a(at, "collapsing") for at in behind)
        return draft.row["act"] in _NEW and frame.is_a(draft.first - 1, "new") and not ended
    if draft.row["frame"] in _TOLD_BARE:
        return draft.has("agent")
    return bool(draft.roles) and float(draft.row["trust"]) >= _SURE and draft.row["frame"] in _SUFFERED


def _worth_keeping(frame: Frame, draft: Draft, casualties: tuple[Casualty, ...]) -> bool:
    if not is_possible(frame, draft):
        return False
    if draft.row["frame"] == "harm" and not draft.has("victim", "target") and not casualties:
        return False
    if draft.row["frame"] == "accuse" and not draft.has("target"):
        return False
    if not casualties and draft.nameless:
        return _told_bare(frame, draft)
    if float(draft.row["trust"]) >= _SURE:
        return bool(draft.roles or casualties)
    return bool(casualties) or draft.has(*_PARTIES)


def _claim(frame: Frame, clauses: Clauses, draft: Draft, casualties: tuple[Casualty, ...]) -> Claim:
    first, last = extent_of(frame, clauses, draft, casualties)
    evidence = frame.span(first, last)
    toll = is_toll(frame, draft, casualties)
    kind = Kind.TOLL if toll else Kind.EVENT
    filled = tuple(Role(name, placed.mention.span) for name, placed in draft.roles)
    return Claim(
        id=claim_id(kind, evidence, filled),
        text_id=frame.sentence.text.id,
        kind=kind,
        type="toll" if toll else draft.row["act"],
        evidence=evidence,
        by=BY,
        roles=filled,
        casualties=casualties,
        method=method_of(frame, draft, range(first, last + 1)),
        target=target_of(frame, draft, casualties),
        scale=scale_of(frame, draft),
        confidence=float(draft.row["trust"]),
    )
