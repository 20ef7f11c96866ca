"""A trigger and what its frame makes of the words around it: the draft of an event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.find.roles import name_before, objects, phrases, subjects
from onrecord.find.verbs import LIGHT
from onrecord.find.wordforms import is_passive, is_verb_here
from onrecord.find.word_classes import words_of
from onrecord.records import MentionKind
from onrecord.vocabulary import Row, rows

if TYPE_CHECKING:
    from onrecord.find.clauses import Clauses
    from onrecord.find.frame import Frame, Placed
    from onrecord.find.triggers import Trigger

__all__ = ["Draft", "draft_of"]

_FRAMES = {row["frame"]: row for row in rows("frames")}
_PLACE_PREPOSITIONS = frozenset(
    "in at near around across outside inside within throughout along over on between from to into around".split()
)
_SLOTS = frozenset(next(iter(_FRAMES.values()))) - {"frame", "subject", "object", "before"}
_SIDE = frozenset({MentionKind.ACTOR, MentionKind.PERSON, MentionKind.GROUP, MentionKind.PLACE})
_LIGHT_REACH = 8


@dataclass(slots=True)
class Draft:
    """An event in the making: its triggers (the first one names the act) and who fills which role."""

    triggers: list[Trigger]
    clauses: set[int]
    roles: list[tuple[str, Placed]] = field(default_factory=list)
    subject_free: bool = False

    @property
    def row(self) -> Row:
        """Give the row of acts.csv that names the act."""
        return self.triggers[0].row

    @property
    def first(self) -> int:
        """Give the first token of the trigger that names the act."""
        return self.triggers[0].first

    @property
    def last(self) -> int:
        """Give the last token of the trigger that names the act."""
        return self.triggers[0].last

    @property
    def nominal(self) -> bool:
        """Tell whether the act is named by a noun."""
        return self.triggers[0].nominal

    def has(self, *names: str) -> bool:
        """Tell whether one of these roles is filled."""
        return any(name in names for name, _ in self.roles)

    def add(self, name: str, group: list[Placed]) -> None:
        """Fill a role, once for each mention, and never with a mention that already has a part."""
        taken = {placed.mention.id for _, placed in self.roles}
        for placed in group:
            overlaps = any(p.first <= t <= p.last for p in (placed,) for x in self.triggers for t in x.tokens)
            if name and name != "-" and placed.mention.id not in taken and not overlaps:
                self.roles.append((_role(name, placed), placed))


def _role(name: str, placed: Placed) -> str:
    """A place is never a side or a target: what is hit there is not named."""
    kind = placed.mention.kind
    if kind is MentionKind.PLACE and name in {"agent", "target", "victim", "side", "object"}:
        return "place"
    if kind is MentionKind.THING and name in {"agent", "side", "victim"}:
        return "instrument" if name == "agent" else "target"
    return name


def draft_of(frame: Frame, clauses: Clauses, trigger: Trigger) -> Draft:
    """Give the draft of one trigger with its own roles, before it is joined with its neighbours."""
    draft = Draft([trigger], {clauses.of_token[trigger.last]})
    table = _FRAMES[trigger.row["frame"]]
    if trigger.nominal:
        _noun_roles(frame, clauses, draft, table)
    else:
        _verb_roles(frame, clauses, draft, table)
    return draft


def _verb_roles(frame: Frame, clauses: Clauses, draft: Draft, table: Row) -> None:
    passive = is_passive(frame, draft.first) or _bare_passive(frame, clauses, draft, table)
    before = subjects(frame, clauses, draft.first)
    draft.subject_free = not before
    suffered = table["object"] if table["object"] != "-" else table["subject"]
    draft.add(suffered if passive else table["subject"], before)
    if not passive:
        draft.add(table["object"], objects(frame, clauses, draft.last))
    _prepositions(frame, clauses, draft, table, past_verbs=False)


def _bare_passive(frame: Frame, clauses: Clauses, draft: Draft, table: Row) -> bool:
    """Take "three soldiers killed in an ambush" for a passive: a participle with no object after it."""
    if table["frame"] not in {"harm", "take_people", "people"}:
        return False
    word = frame.tokens[draft.first].words.lower()
    if word.endswith(("ing", "s")) or word == draft.row["trigger"]:
        return False
    following = frame.tokens[draft.last + 1].words.lower() if draft.last + 1 < len(frame.tokens) else "."
    return not objects(frame, clauses, draft.last) and (
        following in {"in", "at", "when", "during", "by", "near", "on", "after", "and", ".", ",", "as", "from"}
    )


def _noun_roles(frame: Frame, clauses: Clauses, draft: Draft, table: Row) -> None:
    owner = name_before(frame, draft.first)
    if owner is not None:
        draft.add(_before_role(owner, table), [owner])
    _prepositions(frame, clauses, draft, table, past_verbs=False)
    light = _light_verb(frame, clauses, draft)
    if light is None:
        return
    if light < draft.first:
        draft.add(table["before"], [p for p in subjects(frame, clauses, light) if p.mention.kind in _SIDE])
        return
    for preposition, group in phrases(frame, clauses, light, past_verbs=False):
        _fill(draft, table, preposition, group)


def _before_role(owner: Placed, table: Row) -> str:
    kind = owner.mention.kind
    if kind is MentionKind.PLACE:
        return "place"
    if kind is MentionKind.THING:
        return "target" if table["before"] == "agent" else "-"
    return table["before"]


def _light_verb(frame: Frame, clauses: Clauses, draft: Draft) -> int | None:
    """Find the verb that lends its subject ("launched an attack") or brings the doer ("was carried out by")."""
    clause = clauses.of_token[draft.first]
    for at in range(draft.first - 1, max(draft.first - _LIGHT_REACH, -1), -1):
        if clauses.of_token[at] == clause and is_verb_here(frame, at):
            return at if frame.tokens[at].lemma in LIGHT and not is_passive(frame, at) else None
        if frame.is_a(at, "preposition") and frame.tokens[at].words.lower() not in {"of", "out", "on"}:
            break
    for at in range(draft.last + 1, min(draft.last + 2 * _LIGHT_REACH, len(frame.tokens))):
        lemma = frame.tokens[at].lemma
        if clauses.of_token[at] == clause and is_verb_here(frame, at) and lemma != "be":
            return at if lemma in LIGHT or lemma in {"take", "occur", "happen"} else None
    return None


def _prepositions(frame: Frame, clauses: Clauses, draft: Draft, table: Row, *, past_verbs: bool) -> None:
    if draft.last + 1 >= len(frame.tokens):
        return
    # A trigger that ends with its preposition ("advance on", "split from") brings that phrase itself.
    closing = frame.tokens[draft.last].words.lower()
    if closing in words_of("preposition") and draft.last > draft.first and not draft.has("object", "target", "place"):
        draft.add(table.get(closing, "-"), objects(frame, clauses, draft.last))
    for preposition, group in phrases(frame, clauses, draft.last, past_verbs=past_verbs):
        _fill(draft, table, preposition, group)


def _fill(draft: Draft, table: Row, preposition: str, group: list[Placed]) -> None:
    place = group[0].mention.kind is MentionKind.PLACE
    if place and preposition == "of" and not _of_place(draft, table):
        return
    if place and (preposition in _PLACE_PREPOSITIONS or preposition == "of"):
        if preposition != "between" and not (preposition in {"from", "to"} and table[preposition] == "-"):
            draft.add("place" if table.get(preposition) != "source" else "source", group)
    elif preposition in _SLOTS and not place:
        draft.add(table[preposition], group)


def _of_place(draft: Draft, table: Row) -> bool:
    """Let "capture of Kunduz" name a place, and "Kajaki district of Helmand" its parent, nothing else."""
    return table["of"] in {"place", "target", "victim"} or draft.has("place")
