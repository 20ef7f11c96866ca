"""The rules by which the text around an unnamed actor tells who it is, in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache

from onrecord.resolve.actor_asked import LIKELY, Asked, Told, follows, of_state
from onrecord.resolve.actor_lookup import plain_noun
from onrecord.resolve.actor_pronouns import antecedent, is_pronoun
from onrecord.resolve.actor_surroundings import NEARLY_ALL, nouns
from onrecord.resolve.force_names import bare_force, force_named
from onrecord.resolve.geonames import countries
from onrecord.resolve.group_words import group_words
from onrecord.resolve.owned_governments import owned_government
from onrecord.resolve.sentence_owner import owner_before, owner_beside
from onrecord.resolve.spelling import fold
from onrecord.resolve.states import PREFIX, StateForce
from onrecord.vocabulary import rows

__all__ = ["BEARERS", "RULES"]

_CAPITAL = 0.55
_MOST = 0.75
"""The share of what speaks for any that must speak for one."""

_Rule = Callable[[Asked], Told | None]


def _of_bearers(asked: Asked) -> Told | None:
    """Choose of several actors that share a name the one of the country that the text speaks of."""
    iso = asked.around.country(asked.mention, NEARLY_ALL)
    entries = [asked.registry.entry(one.target_id) for one in asked.link.alternatives] if iso else []
    there = [actor for actor in entries if iso in actor.country.split(";")]
    if len(there) != 1:
        return None
    name = f"“{asked.mention.head}”"
    why = f"of those that bear the name {name} it alone is of the country that the text speaks of"
    return Told(there[0], LIKELY, why)


def _of_pronoun(asked: Asked) -> Told | None:
    if not is_pronoun(asked.key):
        return None
    before = antecedent(asked.key, asked.mention.span.start, asked.around)
    return follows(asked, before, "the actor that it refers to")


def _of_possessive(asked: Asked) -> Told | None:
    """Tell "its forces" by whom "its" means: a state's force, or the group itself."""
    pronoun, _, rest = asked.key.partition(" ")
    force = force_named(rest) if is_pronoun(pronoun) and rest else None
    before = antecedent(pronoun, asked.mention.span.start, asked.around) if force is not None else None
    if before is None or force is None:
        return None
    told = f"are those of “{before.words}”, the actor that “{pronoun}” refers to"
    if before.id.startswith(PREFIX):
        return of_state(asked, StateForce.of(before.id).iso, force, told)
    return follows(asked, before, f"the actor that “{pronoun}” refers to")


def _of_noun(asked: Asked) -> Told | None:
    noun = plain_noun(asked.key)
    before = asked.around.before(asked.mention, noun) if noun in nouns() else None
    return follows(asked, before, f"the only actor named before it by “{noun}”")


def _of_description(asked: Asked) -> Told | None:
    """Choose of those that reporting describes so the one of whose affairs the text speaks."""
    spoken = {
        actor: sum(asked.words.count(fold(word)) for word in words)
        for actor, words in _described().get(asked.key, ())
    }
    said = [actor for actor, count in spoken.items() if count > _MOST * sum(spoken.values())]
    if len(said) != 1:
        return None
    actor = asked.registry.entry(said[0])
    why = f"“{asked.mention.head}” describes {actor.name}, of whose affairs the text speaks"
    return Told(actor, LIKELY, why)


def _of_force(asked: Asked) -> Told | None:
    force = bare_force(asked.key)
    if force is None:
        return None
    content = asked.around.content
    owner = owner_beside(asked.mention, content) or owner_before(asked.mention, content)
    if owner:
        return of_state(asked, owner, force, "is a force of a state, and the sentence says whose")
    before = asked.around.before(asked.mention, f"force:{force}")
    iso = asked.around.country(asked.mention)
    if asked.around.states(asked.mention) - {iso}:
        iso = asked.around.country(asked.mention, NEARLY_ALL)
    told = "names a force of a state, and the text speaks of one country"
    return follows(asked, before, "the only one of its sort named before it") or of_state(
        asked, iso, force, told
    )


def _of_leader(asked: Asked) -> Told | None:
    """Tell "Hadi’s government" by its leader, else by the country that the text speaks of."""
    owned = owned_government(asked.mention.head)
    if owned is None:
        return None
    if owned.actor and not owned.actor.startswith(PREFIX):
        actor = asked.registry.entry(owned.actor)
        return Told(
            actor, LIKELY, f"“{asked.mention.head}” are those of “{owned.owner}”, who leads {actor.name}"
        )
    iso = StateForce.of(owned.actor).iso if owned.actor else asked.around.country(asked.mention)
    return of_state(asked, iso, owned.force, f"is led by “{owned.owner}”")


def _of_group(asked: Asked) -> Told | None:
    described = group_words(asked.mention.head)
    if described is None:
        return None
    before = asked.around.group(
        asked.mention, described.sorts, lambda ident: described.may_be(ident, asked.registry)
    )
    return follows(asked, before, "the only such group named right before it, or the only one of the text")


def _of_capital(asked: Asked) -> Told | None:
    iso = _capitals().get(asked.key, "") if asked.mention.head[:1].isupper() else ""
    return of_state(asked, iso, "", "acts here, and a capital stands for its government", _CAPITAL)


BEARERS: tuple[_Rule, ...] = (_of_bearers, _of_group)
RULES: tuple[_Rule, ...] = (
    _of_pronoun, _of_possessive, _of_noun, _of_description, _of_force, _of_leader, _of_group, _of_capital,
)  # fmt: skip
"""The first rule that tells is taken."""


@cache
def _described() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    found: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for row in rows("described_actors"):
        for words in row["words"].split(";"):
            found[words] = (*found.get(words, ()), (row["actor"], tuple(row["speaks"].split(";"))))
    return found


@cache
def _capitals() -> dict[str, str]:
    named = Counter(fold(country.capital) for country in countries())
    listed = {
        fold(country.capital): country.iso for country in countries() if named[fold(country.capital)] == 1
    }
    return listed | {fold(row["name"]): row["iso"] for row in rows("capital_names")}
