"""A trigger and what its frame makes of the words around it: the draft of an event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.find.frame import Placed
from onrecord.find.roles import governor, name_before, objects, phrases, subjects
from onrecord.find.verbs import AUXILIARIES, LIGHT
from onrecord.find.word_classes import words_of
from onrecord.find.wordforms import is_adverb, is_passive, is_verb_here, past
from onrecord.records import Mention, MentionKind, mention_id
from onrecord.vocabulary import Row, rows

if TYPE_CHECKING:
    from onrecord.find.clauses import Clauses
    from onrecord.find.frame import Frame
    from onrecord.find.triggers import Trigger

__all__ = ["PRONOUNS", "Draft", "drafts_of"]

PRONOUNS = frozenset({"it", "they", "them", "he", "she", "him", "we", "us"})

_FRAMES = {row["frame"]: row for row in rows("frames")}
_PLACE_PREPOSITIONS = frozenset(
    [
        "in",
        "at",
        "near",
        "around",
        "across",
        "outside",
        "inside",
        "within",
        "throughout",
        "along",
        "over",
        "on",
        "between",
        "from",
        "to",
        "into",
        "against",
        "toward",
        "towards",
        "onto",
        "off",
    ]
)
_SLOTS = frozenset(next(iter(_FRAMES.values()))) - {"frame", "subject", "object", "before"}
_SIDE = frozenset({MentionKind.ACTOR, MentionKind.PERSON, MentionKind.GROUP, MentionKind.PLACE})
_LIGHT_REACH = 8
_MAX_CONTENT = 8
_AT_A_THING = frozenset({"in", "at", "inside", "outside", "into"})
_HITTING = frozenset({"force", "burst", "harm", "weapon"})
_ON_THE_GROUND = frozenset(
    [
        "force",
        "force_of_agent",
        "harm",
        "burst",
        "weapon",
        "take",
        "take_people",
        "move",
        "leave",
        "beat",
        "people",
        "moved",
        "do_to",
        "fall",
    ]
)
_OCCURRING = frozenset(
    [
        "take",
        "occur",
        "happen",
        "erupt",
        "break",
        "spread",
        "continue",
        "begin",
        "start",
        "rage",
        "resume",
        "ensue",
        "follow",
        "go",
    ]
)
_STANDING = frozenset({"in", "at", "near", "outside", "inside", "across", "around"})
_SHAKEN = frozenset({"shake", "rock", "jolt", "engulf", "hit"})


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
    def head_last(self) -> int:
        """Give the last token of the trigger's unbroken beginning: "take" in "take ... hostage"."""
        at = self.first
        while at + 1 in self.triggers[0].tokens:
            at += 1
        return at

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
            overlaps = any(placed.first <= t <= placed.last for x in self.triggers for t in x.tokens)
            if name != "-" and placed.mention.id not in taken and not overlaps:
                self.roles.append((_role(name, placed, self.row["frame"]), placed))

    def add_instrument(self, frame: Frame) -> None:
        """Take the thing that the trigger itself names ("drop the ... bombs") for the instrument."""
        things = (
            p for group in frame.starting.values() for p in group if p.mention.kind is MentionKind.THING
        )
        covering = [p for p in things if p.first <= self.last <= p.last]
        self.roles.extend(("instrument", placed) for placed in covering[:1])


def _role(name: str, placed: Placed, frame: str) -> str:
    """Take a place for no target of force: what is hit there is not named. A country may be accused."""
    kind = placed.mention.kind
    if (
        kind is MentionKind.PLACE
        and frame in _ON_THE_GROUND
        and name in {"agent", "target", "victim", "side", "object"}
    ):
        return "place"
    if kind is MentionKind.THING and name in {"agent", "side", "victim"}:
        return "instrument" if name == "agent" else "target"
    return name


def drafts_of(frame: Frame, clauses: Clauses, triggers: tuple[Trigger, ...]) -> list[Draft]:
    """Give the draft of each trigger with its own roles, before it is joined with its neighbours."""
    nouns = frozenset(t.first for t in triggers if t.nominal)
    return [_draft(frame, clauses, trigger, nouns) for trigger in triggers]


def _draft(frame: Frame, clauses: Clauses, trigger: Trigger, nouns: frozenset[int]) -> Draft:
    draft = Draft([trigger], {clauses.of_token[trigger.last]})
    table = _FRAMES[trigger.row["frame"]]
    if trigger.nominal:
        _noun_roles(frame, clauses, draft, table, nouns - {trigger.first})
    else:
        _verb_roles(frame, clauses, draft, table)
    if table["frame"] == "sayto" and not draft.has("object"):
        draft.add("content", _content(frame, clauses, draft))
    draft.add("place" if not draft.has("place") else "-", _before(frame, clauses, draft))
    if table["frame"] == "weapon":
        draft.add_instrument(frame)
    return draft


def _before(frame: Frame, clauses: Clauses, draft: Draft) -> list[Placed]:
    """Give the places told before the act in its clause ("In Kabul, gunmen stormed")."""
    own = [i for i in range(draft.first) if clauses.of_token[i] in draft.clauses]
    starting = (p for i in own for p in frame.starting.get(i, ())[:1])
    return [p for p in starting if p.mention.kind is MentionKind.PLACE and governor(frame, p) in _STANDING]


def _verb_roles(frame: Frame, clauses: Clauses, draft: Draft, table: Row) -> None:
    passive = is_passive(frame, draft.first) or _bare_passive(frame, clauses, draft, table)
    before = subjects(frame, clauses, draft.first)
    draft.subject_free = not before
    suffered = table["object"] if table["object"] != "-" else table["subject"]
    draft.add(suffered if passive else table["subject"], before)
    if not passive:
        draft.add(table["object"], objects(frame, clauses, draft.head_last))
    _prepositions(frame, clauses, draft, table)


def _bare_passive(frame: Frame, clauses: Clauses, draft: Draft, table: Row) -> bool:
    """Take "three soldiers killed in an ambush" for a passive: a participle with no object after it."""
    if table["frame"] not in {"harm", "take_people"} or not _follows_name(frame, draft.first):
        return False
    word = frame.tokens[draft.first].words.lower()
    if word.endswith(("ing", "s")) or word == draft.row["trigger"]:
        return False
    following = frame.tokens[draft.last + 1].words.lower() if draft.last + 1 < len(frame.tokens) else "."
    return not objects(frame, clauses, draft.head_last) and (
        following
        in {"in", "at", "when", "during", "by", "near", "on", "after", "and", ".", ",", "as", "from"}
    )


def _follows_name(frame: Frame, at: int) -> bool:
    index = at - 1
    while index >= 0 and is_adverb(frame, index):
        index -= 1
    return index in frame.ending


def _noun_roles(frame: Frame, clauses: Clauses, draft: Draft, table: Row, nouns: frozenset[int]) -> None:
    owner = name_before(frame, draft.first)
    if owner is not None:
        draft.add(_before_role(owner, table), [owner])
    _prepositions(frame, clauses, draft, table, nouns)
    if table["frame"] == "meet":
        draft.add("side", _attending(frame, clauses, draft))
    light = _light_verb(frame, clauses, draft)
    if light is None:
        return
    if light < draft.first:
        draft.add(table["before"], [p for p in subjects(frame, clauses, light) if p.mention.kind in _SIDE])
        return
    if frame.tokens[light].lemma in _SHAKEN:
        draft.add("target", objects(frame, clauses, light))
    for preposition, group in phrases(frame, clauses, light, nouns):
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
        if clauses.of_token[at] == clause and is_verb_here(frame, at) and lemma not in AUXILIARIES:
            return at if lemma in LIGHT or lemma in _SHAKEN | _OCCURRING else None
    return None


def _prepositions(
    frame: Frame, clauses: Clauses, draft: Draft, table: Row, nouns: frozenset[int] = frozenset()
) -> None:
    if draft.last + 1 >= len(frame.tokens):
        return
    # A trigger that ends with its preposition ("advance on", "split from") brings that phrase itself.
    closing = frame.tokens[draft.last].words.lower()
    if (
        closing in words_of("preposition")
        and draft.last > draft.first
        and not draft.has("object", "target", "place")
    ):
        draft.add(table.get(closing, "-"), objects(frame, clauses, draft.last))
    for preposition, group in phrases(frame, clauses, draft.last, nouns):
        _fill(draft, table, preposition, group)


def _fill(draft: Draft, table: Row, preposition: str, group: list[Placed]) -> None:
    place = group[0].mention.kind is MentionKind.PLACE
    if place and preposition == "of" and not _of_place(draft, table):
        return
    if place and table["frame"] not in _ON_THE_GROUND and table.get(preposition, "-") not in {"-", "place"}:
        draft.add(table[preposition], group)
        return
    if place and (preposition in _PLACE_PREPOSITIONS or preposition == "of"):
        if preposition != "between" and not (preposition in {"from", "to"} and table[preposition] == "-"):
            draft.add("place" if table.get(preposition) != "source" else "source", group)
    elif preposition == "of" and not draft.nominal:
        return
    elif (
        group[0].mention.kind is MentionKind.THING
        and preposition in _AT_A_THING
        and table["frame"] in _HITTING
    ):
        draft.add("target", group)
    elif preposition in _SLOTS and not place:
        role = table[preposition]
        draft.add(
            "recipient" if role == "place" and group[0].mention.kind is not MentionKind.THING else role, group
        )


def _of_place(draft: Draft, table: Row) -> bool:
    """Let "capture of Kunduz" name a place, and "Kajaki district of Helmand" its parent, nothing else."""
    return table["of"] in {"place", "target", "victim"} or draft.has("place")


def _attending(frame: Frame, clauses: Clauses, draft: Draft) -> list[Placed]:
    """Give who came to a meeting when a relative clause says so: "which was attended by A, B and C"."""
    number = max(draft.clauses) + 1
    if number >= len(clauses.clauses) or clauses.clauses[number].kind != "relative":
        return []
    tokens = range(clauses.clauses[number].first, len(frame.tokens))
    verb = next(
        (
            at
            for at in tokens
            if clauses.of_token[at] == number and past(frame, at) and is_verb_here(frame, at)
        ),
        -1,
    )
    return (
        [p for word, group in phrases(frame, clauses, verb) if word == "by" for p in group]
        if verb >= 0
        else []
    )


def _content(frame: Frame, clauses: Clauses, draft: Draft) -> list[Placed]:
    """Give the words that say what is banned or declared: "on poppy cultivation", as a thing."""
    first = draft.last + 1
    if draft.nominal:
        first += 1
        if first >= len(frame.tokens) or frame.tokens[first - 1].words.lower() not in {"on", "of", "against"}:
            return []
    last = first - 1
    while (
        last + 1 < len(frame.tokens)
        and last + 1 - first < _MAX_CONTENT
        and _goes_on(frame, clauses, draft, last + 1)
    ):
        last += 1
    if last < first:
        return []
    span = frame.span(first, last)
    return [
        Placed(Mention(mention_id(MentionKind.THING, span), MentionKind.THING, span, span.words), first, last)
    ]


def _goes_on(frame: Frame, clauses: Clauses, draft: Draft, at: int) -> bool:
    words = frame.tokens[at].words
    if clauses.of_token[at] not in draft.clauses or not (words[0].isalnum() or words in {"-", "’s", "'s"}):
        return False
    return not frame.is_a(at, "preposition", "coordinator", "subordinator", "modal") or words.lower() == "of"
