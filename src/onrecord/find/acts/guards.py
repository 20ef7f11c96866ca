"""What cannot be the act that its words name: weapons taken for ground, harm that nobody inflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.acts.doers import is_rebuke
from onrecord.find.acts.drafts import PRONOUNS
from onrecord.find.acts.taken import is_armed
from onrecord.find.words.capital_forms import WEAPON
from onrecord.find.words.event_words import event_words
from onrecord.find.words.wordforms import is_passive, is_verb_here, noun_key
from onrecord.find.words.wordtags import TAGS, tag_plain
from onrecord.records import MentionKind

if TYPE_CHECKING:
    from onrecord.find.acts.drafts import Draft
    from onrecord.find.words.frame import Frame, Placed

__all__ = ["is_possible"]

_BEFORE, _AFTER = 6, 7
_LEAD = 400
_FIGURATIVE = frozenset({"hit", "target", "strike"})
_GROUND_VERBS = frozenset({"recapture", "retake", "overrun", "capture", "liberate"})
_STEPS = frozenset(
    {"enter", "move into", "push toward", "push towards", "move on", "withdraw", "pull out", "pull back"}
)
_FIGHTING = frozenset({TAGS["fighter"], TAGS["member"], TAGS["forceword"]})
_DOERS = frozenset({MentionKind.ACTOR, MentionKind.GROUP, MentionKind.PERSON})
_FORCE = (
    "attack",
    "bomb",
    "gunm",
    "gunfire",
    "militant",
    "shoot",
    "shot",
    "explosi",
    "airstrike",
    "rebel",
    "blast",
    "protest",
    "riot",
    "clash",
    "soldier",
    "troop",
    "army",
    "militar",
)


def is_possible(frame: Frame, draft: Draft) -> bool:
    """Tell whether the draft may be what its trigger says, by what fills its parts and what stands around."""
    if draft.row["frame"] == "take":
        return _takes_ground(frame, draft)
    if draft.row["frame"] == "dropped":
        return any(name == "instrument" and _is_weapon(frame, placed) for name, placed in draft.roles)
    return not any(test(frame, draft) for test in _NOT_IT)


def _is_find(frame: Frame, draft: Draft) -> bool:
    """Tell "posters were found" from "they found a party"."""
    return draft.row["trigger"] == "found" and frame.tokens[draft.first].words.lower() == "found"


def _is_retreat(frame: Frame, draft: Draft) -> bool:
    """Tell fighters who flee from people who are displaced."""
    victims = [p for name, p in draft.roles if name == "victim"]
    return draft.row["act"] == "displacement" and any(_fights(frame, p) for p in victims)


def _is_no_step(frame: Frame, draft: Draft) -> bool:
    """Tell "the minister entered the hall", "withdrew its support" from forces that move."""
    if draft.nominal or draft.row["trigger"] not in _STEPS:
        return False
    moving = [p for name, p in draft.roles if name == "agent"]
    if not moving or not all(is_armed(frame, p) or p.mention.head.lower() in PRONOUNS for p in moving):
        return True
    behind = frame.tokens[draft.last + 1 : draft.last + _AFTER]
    if draft.row["act"] == "advance":
        ground = draft.has("place") or any(noun_key(t.words) in event_words("ground") for t in behind)
        return not ground or any(t.lemma in {"alliance", "talk", "agreement", "pact"} for t in behind)
    return any(noun_key(t.words) in event_words("movable") for t in behind)


def _frees_nobody(frame: Frame, draft: Draft) -> bool:
    """Tell "released a video", "free elections" from people who go free."""
    if draft.row["trigger"] not in {"release", "free"}:
        return False
    freed = [p for name, p in draft.roles if name == "victim"]
    return not freed or frame.tokens[draft.first].words.lower() == "free"


def _is_other_death(frame: Frame, draft: Draft) -> bool:
    return draft.row["trigger"] in {"die", "be dead"} and not _died_of_force(frame, draft)


def _is_figurative(frame: Frame, draft: Draft) -> bool:
    """Tell "hit with sanctions", "targets customers" from force."""
    measures = event_words("measure")
    return draft.row["trigger"] in _FIGURATIVE and any(t.lemma in measures for t in frame.tokens)


def _is_accident(frame: Frame, draft: Draft) -> bool:
    harms = draft.row["frame"] in {"harm", "burst", "people", "died"} or draft.row["trigger"] in {
        "strike",
        "hit",
    }
    return harms and _is_mishap(frame, draft)


def _is_met(frame: Frame, draft: Draft) -> bool:
    """Tell "the deadline can be met" from people who meet."""
    return draft.row["trigger"] == "meet" and not draft.nominal and is_passive(frame, draft.first)


def _falls_to_nobody(frame: Frame, draft: Draft) -> bool:
    """Tell "fell to 1,100", "fell to his knees" from a place that falls to somebody."""
    if draft.row["frame"] != "fall":
        return False
    fallen = any(name == "place" and p.mention.kind is MentionKind.PLACE for name, p in draft.roles)
    before = frame.tokens[max(0, draft.first - _BEFORE) : draft.first]
    ground = any(noun_key(t.words) in event_words("ground") for t in before)
    return not (draft.has("agent") and (fallen or ground))


def _expels_from_nowhere(_: Frame, draft: Draft) -> bool:
    """Tell "oust him from office" from people driven out of a place."""
    places = [p for name, p in draft.roles if name == "place" and p.mention.kind is MentionKind.PLACE]
    return draft.row["frame"] == "expel" and not places


def _is_only_claimed(frame: Frame, draft: Draft) -> bool:
    """Tell "the attack was claimed by X", which tells of the claim and names the attack again."""
    behind = [frame.tokens[at].lemma for at in range(draft.last + 1, min(draft.last + 5, len(frame.tokens)))]
    said = behind[:1] == ["be"] and "claim" in behind and "by" in behind
    return draft.nominal and said and len(draft.triggers) == 1


_NOT_IT = (
    _expels_from_nowhere,
    _is_only_claimed,
    _is_met,
    _falls_to_nobody,
    _is_find,
    _is_retreat,
    _is_no_step,
    _frees_nobody,
    _is_other_death,
    _is_figurative,
    _is_accident,
    is_rebuke,
)


def _takes_ground(frame: Frame, draft: Draft) -> bool:
    """Ask of "seized", "captured", "took" that ground is taken: a place, or a word for one right there."""
    if draft.row["trigger"] == "take" and not (draft.has("agent") and draft.has("place")):
        return False
    pronoun = [p for name, p in draft.roles if name == "place" and p.mention.head.lower() == "it"]
    if pronoun and draft.row["trigger"] in _GROUND_VERBS:
        return True
    taken = [p for name, p in draft.roles if name == "place" and p.mention.kind is MentionKind.PLACE]
    beside = draft.last + 1
    if any(p.first - beside <= 1 and p.last >= draft.first for p in taken):
        return True
    if draft.nominal or any(p.last < draft.first for p in taken):
        return bool(taken)
    near = range(max(0, draft.first - _BEFORE), min(len(frame.tokens), draft.last + _AFTER))
    return any(noun_key(frame.tokens[i].words) in event_words("ground") for i in near)


def _fights(frame: Frame, placed: Placed) -> bool:
    tags = {
        tag_plain(frame.tokens[i].words, frame.tokens[i].lemma) for i in range(placed.first, placed.last + 1)
    }
    return bool(tags & _FIGHTING)


def _is_weapon(frame: Frame, placed: Placed) -> bool:
    words = [frame.tokens[i].words for i in range(placed.first, placed.last + 1)]
    return any(noun_key(word) in event_words("weapon") or WEAPON.fullmatch(word) for word in words)


def _died_of_force(frame: Frame, draft: Draft) -> bool:
    """Ask of "ten people died" that the sentence or the text's beginning tells of force."""
    if any(t.row["trigger"] not in {"die", "be dead"} for t in draft.triggers):
        return True
    sentence = frame.sentence
    near = sentence.text.content[:_LEAD] + sentence.text.content[sentence.start : sentence.end]
    victims = [p for name, p in draft.roles if name == "victim"]
    several = any(
        frame.tokens[i].words[0].isdigit() or tag_plain(frame.tokens[i].words, "") == TAGS["quantity"]
        for p in victims
        for i in range(p.first, p.last + 1)
    )
    return several and any(word in near.lower() for word in _FORCE)


def _is_mishap(frame: Frame, draft: Draft) -> bool:
    """Tell harm by fire, crash or flood: the sentence or the text's beginning says so, and nobody does it."""
    mishap = event_words("mishap")
    acting = [p for name, p in draft.roles if name in {"agent", "side"} and p.mention.kind in _DOERS]
    heads = [
        f"{frame.tokens[p.first - 1].words if p.first else ''} {p.mention.head}".lower().strip()
        for p in acting
    ]
    doers = [
        head for head in heads if head.split()[-1] not in PRONOUNS and not mishap.intersection(head.split())
    ]
    methods = {t.row["method"] for t in draft.triggers} - {""}
    nouns = any(
        t.nominal and t.row["frame"] != "harm" and t.row["trigger"] != "strike" for t in draft.triggers
    )
    if doers or methods or nouns:
        return False
    if any(
        (t.lemma in mishap or noun_key(t.words) in mishap) and not is_verb_here(frame, at)
        for at, t in enumerate(frame.tokens)
    ):
        return True
    lead = frame.sentence.text.content[:_LEAD].lower()
    return any(f" {word}" in lead for word in mishap) and not any(word in lead for word in _FORCE)
