"""What was taken: "captured a town" is ground, "captured two men" are people, "seized two trucks" is loot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.find.acts.drafts import PRONOUNS
from onrecord.find.acts.roles import objects, subjects
from onrecord.find.words.event_words import event_words
from onrecord.find.words.wordforms import is_passive, noun_key
from onrecord.find.words.wordtags import TAGS, tag_plain
from onrecord.records import MentionKind

if TYPE_CHECKING:
    from onrecord.find.acts.triggers import Trigger
    from onrecord.find.words.clauses import Clauses
    from onrecord.find.words.frame import Frame, Placed
    from onrecord.vocabulary import Row

__all__ = ["is_armed", "retold"]

_CARRYING = frozenset({"carry off", "take .. away"})
_FROM = frozenset(
    {"from", "around", "near", "by", "at", "outside"}
)  # "were taken from": but not "to hospital"
_TAKING = frozenset({"capture", "seize", "take"})
_PEOPLE = frozenset(TAGS[tag] for tag in ("fighter", "member", "people", "role"))
_FIGHTING = frozenset(TAGS[tag] for tag in ("fighter", "member", "forceword"))
# What was taken, whether those who took it are an authority, and what act that is, with its frame.
_TAKEN: dict[tuple[str, bool], dict[str, str]] = {
    ("people", True): {"act": "arrest", "frame": "take_people"},
    ("people", False): {"act": "abduction", "frame": "take_people"},
    ("goods", False): {"act": "looting", "frame": "do_to"},
}


def retold(frame: Frame, clauses: Clauses, trigger: Trigger) -> Trigger:
    """Give the trigger as the act that its parts make of it: people who are captured, fighters who flee."""
    if trigger.nominal:
        return trigger
    if trigger.row["trigger"].split()[0] == "flee":
        fleeing = subjects(frame, clauses, trigger.first)
        fighting = bool(fleeing) and is_armed(frame, fleeing[0])
        return _with(trigger, {"act": "retreat", "frame": "leave"}) if fighting else trigger
    if trigger.row["trigger"] in _CARRYING:
        goods = _what(frame, clauses, trigger)[0] == "goods"
        return _with(trigger, {"act": "looting", "frame": "do_to"}) if goods else trigger
    if trigger.row["trigger"] not in _TAKING:
        return trigger
    return _with(trigger, _TAKEN.get(_what(frame, clauses, trigger), {}))


def _with(trigger: Trigger, cells: Row) -> Trigger:
    return replace(trigger, row={**trigger.row, **cells}) if cells else trigger


def _what(frame: Frame, clauses: Clauses, trigger: Trigger) -> tuple[str, bool]:
    before = subjects(frame, clauses, trigger.first)
    passive = is_passive(frame, trigger.first)
    taken = before if passive else objects(frame, clauses, trigger.last)
    takers = [] if passive else before
    if not taken:
        return "", False
    return _sort(frame, taken[0], trigger), any(_is_authority(p) for p in takers)


def _sort(frame: Frame, taken: Placed, trigger: Trigger) -> str:
    """Say whether these are people, goods or neither; to "take" somebody may mean anywhere."""
    kind = taken.mention.kind
    last = frame.tokens[taken.last]
    if kind is MentionKind.THING and trigger.row["trigger"] in {"seize", *_CARRYING}:
        return "" if noun_key(last.words) in event_words("ground") else "goods"
    led = is_passive(frame, trigger.first) and frame.tokens[trigger.last + 1].words.lower() in _FROM
    if (trigger.row["trigger"] == "take" and not led) or kind not in {MentionKind.GROUP, MentionKind.PERSON}:
        return ""
    if kind is MentionKind.PERSON:
        return "people"
    words = {tag_plain(t.words, t.lemma) for t in frame.tokens[taken.first : taken.last + 1]}
    return "people" if words & _PEOPLE and taken.mention.head.lower() not in PRONOUNS else ""


def is_armed(frame: Frame, placed: Placed) -> bool:
    """Tell whether fighters, soldiers, a force or a named actor stand there."""
    if placed.mention.kind is MentionKind.ACTOR:
        return True
    tokens = frame.tokens[placed.first : placed.last + 1]
    return any(tag_plain(t.words, t.lemma) in _FIGHTING for t in tokens)


def _is_authority(placed: Placed) -> bool:
    words = placed.mention.span.words.lower().split()
    return any(noun_key(word) in event_words("authority") for word in words)
