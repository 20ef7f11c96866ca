"""Triggers -> drafts: the words around a trigger take the parts that its frame (frames.csv) gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.acts.contents import attending, content_of
from onrecord.find.acts.doers import brings_doer, lender_role, owner_role
from onrecord.find.acts.drafts import FRAMES, Draft
from onrecord.find.acts.roles import name_before, objects, phrases, subjects
from onrecord.find.acts.taken import retold
from onrecord.find.words.event_words import event_words
from onrecord.find.words.lists import governor, outermost
from onrecord.find.words.verbs import AUXILIARIES, LIGHT
from onrecord.find.words.word_classes import words_of
from onrecord.find.words.wordforms import is_adverb, is_passive, is_verb_here, past
from onrecord.records import MentionKind

if TYPE_CHECKING:
    from onrecord.find.acts.triggers import Trigger
    from onrecord.find.words.clauses import Clauses
    from onrecord.find.words.frame import Frame, Placed
    from onrecord.vocabulary import Row

__all__ = ["drafts_of"]

_SLOTS = frozenset(next(iter(FRAMES.values()))) - {"frame", "subject", "object", "before", "ground", "hits"}
_PLACE_PREPOSITIONS = event_words("place_preposition")
_SIDE = frozenset({MentionKind.ACTOR, MentionKind.PERSON, MentionKind.GROUP, MentionKind.PLACE})
_SUFFERED = frozenset({"harm", "take_people", "force"})
_OWN = frozenset({"agent", "target"})  # parts that the act's own "of" and "by" bring, no other noun's
_LIGHT_REACH = 8
_BLAMING = frozenset({"blame", "suspect"})
_ANSWERING = frozenset({"answer", "respond", "retaliate", "reply", "react"})
_NOMINATIVE = frozenset(
    {"they", "he", "she", "we"}
)  # "they kidnapped and killed": no participle follows these
_NAMED_WITHIN = {
    "weapon": "instrument",
    "burnt": "target",
    "struck": "instrument",
}  # frames whose triggers hold a part themselves
_AT_A_THING = event_words("at_a_thing")
_OCCURRING = event_words("occurring")
_STANDING = event_words("standing")
_SHAKEN = event_words("shaken")


def drafts_of(frame: Frame, clauses: Clauses, triggers: tuple[Trigger, ...]) -> list[Draft]:
    """Give the draft of each trigger with its own roles, before it is joined with its neighbours."""
    nouns = frozenset(t.first for t in triggers if t.nominal)
    return [_draft(frame, clauses, retold(frame, clauses, trigger), nouns) for trigger in triggers]


def _draft(frame: Frame, clauses: Clauses, trigger: Trigger, nouns: frozenset[int]) -> Draft:
    draft = Draft([trigger], {clauses.of_token[trigger.last]})
    table = FRAMES[trigger.row["frame"]]
    if trigger.nominal:
        _noun_roles(frame, clauses, draft, table, nouns - {trigger.first})
    else:
        _verb_roles(frame, clauses, draft, table)
    if table["frame"] == "sayto" and not draft.has("object"):
        draft.add("content", content_of(frame, clauses, draft))
    draft.add("place" if not draft.has("place") else "-", _before(frame, clauses, draft))
    if table["frame"] in _NAMED_WITHIN:
        draft.add_within(frame, _NAMED_WITHIN[table["frame"]])
    return draft


def _before(frame: Frame, clauses: Clauses, draft: Draft) -> list[Placed]:
    """Give the places told before the act in its clause ("In Kabul, gunmen stormed")."""
    own = [i for i in range(draft.first) if clauses.of_token[i] in draft.clauses]
    starting = (p for i in own for p in frame.starting.get(i, ())[:1])
    return [p for p in starting if p.mention.kind is MentionKind.PLACE and governor(frame, p) in _STANDING]


def _verb_roles(frame: Frame, clauses: Clauses, draft: Draft, table: Row) -> None:
    passive = is_passive(frame, draft.first) or _bare_passive(frame, clauses, draft, table)
    passive = passive or _shares_passive(frame, clauses, draft, table)
    before = subjects(frame, clauses, draft.first)
    if passive and table["frame"] in _SUFFERED and (not before or _is_past_verb(frame, before, draft.first)):
        before = _reduced(frame, draft.first) or before
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
    if frame.tokens[draft.first - 1].words.lower() in _NOMINATIVE:
        return False
    if word.endswith(("ing", "s")) or word == draft.row["trigger"]:
        return False
    following = frame.tokens[draft.last + 1].words.lower() if draft.last + 1 < len(frame.tokens) else "."
    if following == "at" and draft.row["trigger"] == "shoot":
        return False
    return not objects(frame, clauses, draft.head_last) and (
        following
        in {"in", "at", "when", "during", "by", "near", "on", "after", "and", ".", ",", "as", "from"}
    )


def _shares_passive(frame: Frame, clauses: Clauses, draft: Draft, table: Row) -> bool:
    """Take "were taken from buses and shot" for a passive: joined to one, with no object of its own."""
    joined = draft.first > 1 and frame.tokens[draft.first - 1].words.lower() in {"and", "or"}
    if table["frame"] not in {"harm", "take_people"} or not joined or not past(frame, draft.first):
        return False
    verbs = (at for at in range(draft.first - 2, -1, -1) if is_verb_here(frame, at))
    before = next((at for at in verbs if frame.tokens[at].lemma not in AUXILIARIES), None)
    told = before is not None and is_passive(frame, before)
    return told and not objects(frame, clauses, draft.head_last)


def _reduced(frame: Frame, at: int) -> list[Placed]:
    """Give the name right before a bare participle, whatever rules it: "the number of men killed by"."""
    name = outermost(frame, at - 1, ending=True)
    return [name] if name is not None and name.mention.kind in _SIDE else []


def _is_past_verb(frame: Frame, before: list[Placed], at: int) -> bool:
    """Tell whether another verb stands between: "X visited the graves of men killed in the war"."""
    return any(is_verb_here(frame, i) for i in range(before[-1].last + 1, at - 1))


def _follows_name(frame: Frame, at: int) -> bool:
    index = at - 1
    while index >= 0 and is_adverb(frame, index):
        index -= 1
    return index in frame.ending


def _noun_roles(frame: Frame, clauses: Clauses, draft: Draft, table: Row, nouns: frozenset[int]) -> None:
    owner = name_before(frame, draft.first)
    if owner is not None:
        draft.add(owner_role(frame, draft, owner, table), [owner])
    _prepositions(frame, clauses, draft, table, nouns)
    if table["frame"] == "meet":
        draft.add("side", attending(frame, clauses, draft))
    light = _light_verb(frame, clauses, draft)
    if light is not None and frame.tokens[light].lemma in _BLAMING:
        draft.add(table["by"], [p for p in subjects(frame, clauses, light) if p.mention.kind in _SIDE])
        return
    if light is None:
        return
    if light < draft.first:
        lent = [p for p in subjects(frame, clauses, light) if p.mention.kind in _SIDE]
        draft.add(lender_role(frame, light, table), lent)
        return
    if frame.tokens[light].lemma in _SHAKEN:
        draft.add("target", objects(frame, clauses, light))
    for preposition, group in phrases(frame, clauses, light, nouns):
        _fill(draft, table, preposition, group)


def _light_verb(frame: Frame, clauses: Clauses, draft: Draft) -> int | None:
    """Find the verb that lends its subject ("launched an attack") or brings the doer ("carried out by")."""
    clause = clauses.of_token[draft.first]
    for at in range(draft.first - 1, max(draft.first - _LIGHT_REACH, -1), -1):
        if clauses.of_token[at] == clause and is_verb_here(frame, at):
            return at if frame.tokens[at].lemma in LIGHT and not is_passive(frame, at) else None
        answered = frame.reads(at, "with") and frame.tokens[at - 1].lemma in _ANSWERING
        if frame.is_a(at, "preposition") and frame.tokens[at].words.lower() not in {"of", "out", "on"}:
            blamed = frame.is_a(at, "preposition") and frame.tokens[at - 1].lemma in _BLAMING
            if answered or (blamed and is_passive(frame, at - 1)):
                return at - 1
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
    taken = set(range(draft.last + 1))
    for preposition, group in phrases(frame, clauses, draft.last, nouns):
        listed = draft.nominal and preposition == "by" and _past_a_list(frame, taken, group[0].first)
        named = group[0].mention.kind is not MentionKind.PLACE
        doing = named and preposition in {"of", "by"} and table[preposition] in _OWN
        if not listed and not (doing and not brings_doer(frame, draft, preposition, group[0].first)):
            _fill(draft, table, preposition, group)
        taken |= set(range(group[-1].last + 1))


def _past_a_list(frame: Frame, taken: set[int], at: int) -> bool:
    """Say whether a comma or "and" stands before these words: "the attack, and the inquiry by X"."""
    between = (frame.tokens[i].words.lower() for i in range(at) if i not in taken)
    return any(words in {",", ";", "and", "or", "but"} for words in between)


def _fill(draft: Draft, table: Row, preposition: str, group: list[Placed]) -> None:
    place = group[0].mention.kind is MentionKind.PLACE
    if place and preposition == "of" and not _of_place(draft, table):
        return
    if place and not table["ground"] and table.get(preposition, "-") not in {"-", "place"}:
        draft.add(table[preposition], group)
        return
    if place and (preposition in _PLACE_PREPOSITIONS or preposition == "of"):
        if preposition != "between" and not (preposition in {"from", "to"} and table[preposition] == "-"):
            draft.add("place" if table.get(preposition) != "source" else "source", group)
    elif preposition == "of" and not draft.nominal:
        return
    elif group[0].mention.kind is MentionKind.THING and preposition in _AT_A_THING and table["hits"]:
        draft.add("target", group)
    elif preposition in _SLOTS and not place:
        role = table[preposition]
        draft.add(
            "recipient" if role == "place" and group[0].mention.kind is not MentionKind.THING else role, group
        )


def _of_place(draft: Draft, table: Row) -> bool:
    """Let "capture of Kunduz" name a place, and "Kajaki district of Helmand" its parent, nothing else."""
    return table["of"] in {"place", "target", "victim"} or draft.has("place")
