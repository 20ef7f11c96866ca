"""Drafts of one happening become one: "killed ... during an airstrike", "a bombing that killed ...".

Each way to join is a row of JOINS: a name and a test on two drafts. Nothing is joined across unlike subjects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.acts.drafts import Draft
from onrecord.find.acts.facets import VIOLENT
from onrecord.find.words.event_words import event_words
from onrecord.find.words.wordforms import is_verb_here

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.find.words.clauses import Clauses
    from onrecord.find.words.frame import Frame

__all__ = ["JOINS", "join_drafts", "leans_on"]

_HARM = frozenset({"harm", "died"})
_INTO = event_words("into_act")
_HAPPENS_WHEN = frozenset({"when", "as", "after", "while"})
_APART = frozenset({"destruction", "looting", "abduction", "arrest", "sexual_violence", "torture", "siege"})
_NEAR = 6
_STEPS = 3
_LEANING = frozenset({"participle", "relative", "coordinate", "comma"})


def join_drafts(frame: Frame, clauses: Clauses, drafts: list[Draft]) -> list[Draft]:
    """Give the drafts with those joined that tell one happening; the more telling act leads."""
    kept: list[Draft] = []
    for draft in drafts:
        partner = next(
            (k for k in reversed(kept) if any(t(frame, clauses, k, draft) for _, t in JOINS)), None
        )
        if partner is None:
            kept.append(draft)
        else:
            _absorb(partner, draft)
    return _chained(frame, clauses, kept)


def _chained(frame: Frame, clauses: Clauses, drafts: list[Draft]) -> list[Draft]:
    """Join harm to the act of the harm behind it: "two killed and six hurt in an ambush"."""
    kept: list[Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        tail = [Draft([t], {clauses.of_token[t.last]}) for t in draft.triggers if t.row["frame"] in _HARM]
        open_harm = before is not None and _is_harm(before) and not before.has("agent")
        if (
            before
            and open_harm
            and tail
            and not _is_harm(draft)
            and _harm_follows(frame, clauses, before, tail[0])
        ):
            _absorb(before, draft)
        else:
            kept.append(draft)
    return kept


def _absorb(into: Draft, other: Draft) -> None:
    leads = (_is_harm(into) and not _is_harm(other)) or other.row["act"] == "ceasefire"
    mine, theirs = into.triggers, other.triggers
    into.triggers = theirs + mine if leads else mine + theirs
    into.clauses |= other.clauses
    taken = {(name, placed.mention.id) for name, placed in into.roles}
    has_agent = into.has("agent")
    for name, placed in other.roles:
        held = any(placed.mention.id == p.mention.id for _, p in into.roles)
        if (name, placed.mention.id) not in taken and not held and not (name == "agent" and has_agent):
            into.roles.append((name, placed))
    named = {t for trigger in into.triggers if trigger.nominal for t in trigger.tokens}
    into.roles = [r for r in into.roles if not named & set(range(r[1].first, r[1].last + 1))]


def _is_harm(draft: Draft) -> bool:
    return draft.row["frame"] in _HARM and draft.row["act"] == "attack" and not draft.nominal


def _is_violent(draft: Draft) -> bool:
    return draft.row["act"] in VIOLENT


def _noun_does_it(frame: Frame, clauses: Clauses, noun: Draft, verb: Draft) -> bool:
    """Join "The attack killed five", "a blast that hit a bus": the noun is the verb's subject."""
    if not (_is_violent(noun) and _is_violent(verb) and not verb.nominal and verb.row["act"] == "attack"):
        return False
    tail = noun.triggers[-1] if not noun.triggers[-1].nominal else noun.triggers[0]
    if not noun.nominal or tail.last > verb.first:
        return False
    kind = clauses.clauses[clauses.of_token[verb.first]].kind
    between = range(noun.last + 1, verb.first)
    same = clauses.of_token[verb.first] in noun.clauses
    if verb.has("agent") and kind != "relative":
        return False
    verbs = [i for i in between if is_verb_here(frame, i) and frame.tokens[i].lemma not in {"be", "have"}]
    return (same or kind in {"relative", "participle"}) and len(verbs) <= (0 if same else 2)


def _happens_in(frame: Frame, _: Clauses, verb: Draft, noun: Draft) -> bool:
    """Join "Killed in an attack", "killed him during an airstrike": a preposition brings the act."""
    if not (noun.nominal and _is_violent(noun) and _is_violent(verb) and verb.row["act"] == "attack"):
        return False
    if verb.nominal or not verb.clauses & noun.clauses:
        return False
    for at in range(noun.first - 1, max(noun.first - _NEAR, verb.first), -1):
        if frame.tokens[at].words.lower() in _INTO:
            return True
        if is_verb_here(frame, at):
            return False
    return False


def leans_on(clauses: Clauses, clause: int, on: set[int]) -> bool:
    """Tell whether a clause is one of these or hangs on one of them by participles and conjunctions."""
    for _ in range(_STEPS):
        if clause in on:
            return True
        here = clauses.clauses[clause]
        if here.parent < 0 or here.kind not in _LEANING:
            return False
        clause = here.parent
    return clause in on


def _harm_follows(_: Frame, clauses: Clauses, act: Draft, harm: Draft) -> bool:
    """Join "Attacked a base, killing five", "killed five and wounded nine": harm with no doer of its own."""
    if not (_is_violent(act) and _is_harm(harm)) or act.first > harm.first:
        return False
    here = clauses.clauses[clauses.of_token[harm.first]]
    if _is_harm(act) and harm.row is act.row and harm.has("victim") and act.has("victim"):
        return False
    if here.kind == "participle":
        return leans_on(clauses, clauses.of_token[harm.first], act.clauses)
    near = leans_on(clauses, clauses.of_token[harm.first], act.clauses)
    doers = {p.mention.id for name, p in harm.roles if name == "agent"}
    same = doers <= {p.mention.id for name, p in act.roles if name == "agent"}
    if here.kind == "coordinate" and act.row["act"] in _APART:
        return False  # "burned the houses and shot the owners" are two acts
    joined = here.kind in {"coordinate", "comma"} or clauses.of_token[harm.first] in act.clauses
    return near and same and joined


def _harm_when(_: Frame, clauses: Clauses, harm: Draft, act: Draft) -> bool:
    """Join "Five were killed when a bomb went off": the clause after "when" tells how."""
    if not (_is_harm(harm) and _is_violent(act)) or harm.has("agent"):
        return False
    here = clauses.clauses[clauses.of_token[act.first]]
    return here.kind == "subordinate" and here.opener in _HAPPENS_WHEN and here.parent in harm.clauses


def _same_verb_twice(_: Frame, __: Clauses, one: Draft, other: Draft) -> bool:
    """Join "Opened fire on a bus and shot the driver": two verbs of force, one doer, one clause."""
    verbs = not one.nominal and not other.nominal and bool(one.clauses & other.clauses)
    return verbs and _attacks(one, other) and not other.has("agent", "target", "victim")


def _noun_twice(frame: Frame, _: Clauses, one: Draft, other: Draft) -> bool:
    """Join "A suicide bomber blew himself up in an attack": the second noun adds nothing of its own."""
    if not (other.nominal and _attacks(one, other)) or other.roles or not one.clauses & other.clauses:
        return False
    before = {frame.tokens[i].words.lower() for i in range(max(0, other.first - 2), other.first)}
    return bool(before & {"the", "this", "that", "which"})


def _attacks(one: Draft, other: Draft) -> bool:
    return one.row["act"] == other.row["act"] == "attack"


def _foiled(_: Frame, __: Clauses, foil: Draft, act: Draft) -> bool:
    """Join "Repelled a Taliban assault": what was stopped is named by the noun, and has not happened."""
    named = act.nominal and _is_violent(act) and foil.row["act"] == "foiled_attack" and not foil.nominal
    return named and 0 < act.first - foil.last <= _NEAR and bool(act.clauses & foil.clauses)


def _nouns_joined(frame: Frame, _: Clauses, one: Draft, other: Draft) -> bool:
    """Join "shelling and air strikes": one act told with two nouns."""
    nouns = [t.last for t in one.triggers if t.nominal and t.last < other.first]
    if not nouns or not other.nominal or not _attacks(one, other):
        return False
    between = [frame.tokens[i].words.lower() for i in range(max(nouns) + 1, other.first)]
    return between in (["and"], ["or"], [","], [",", "and"]) and not other.has("agent")


def _agreed(_: Frame, __: Clauses, verb: Draft, noun: Draft) -> bool:
    """Join "agreed to a ceasefire": the noun says what was agreed."""
    named = noun.nominal and noun.row["act"] in {"ceasefire", "agreement"} and not noun.has("side")
    return named and verb.row["act"] in {"agreement", "negotiation"} and bool(verb.clauses & noun.clauses)


JOINS: tuple[tuple[str, Callable[[Frame, Clauses, Draft, Draft], bool]], ...] = (
    ("the noun is the verb's subject", _noun_does_it),
    ("a preposition brings the noun", _happens_in),
    ("harm follows from the act", _harm_follows),
    ("the act is told after 'when'", _harm_when),
    ("one doer, one clause, two verbs of force", _same_verb_twice),
    ("the act is named again", _noun_twice),
    ("the act was stopped", _foiled),
    ("two nouns of one act", _nouns_joined),
    ("what was agreed", _agreed),
)
