"""What speaks for each actor that a mention may mean: the table of features at work."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.records import Actor, Mention
from onrecord.resolve.actor_context import Words, alone_bonus, context_words, hits, shares
from onrecord.resolve.actor_names import Group, Name
from onrecord.resolve.registry import Answer, Registry
from onrecord.resolve.spelling import fold
from onrecord.resolve.tables import weights

__all__ = ["Page", "Weighed", "weigh"]

_NAMED_ELSEWHERE = 4


class Weighed(NamedTuple):
    """An actor, its score and the reason."""

    actor: Actor
    score: float
    why: str


class Page(NamedTuple):
    """What linking one mention needs to know of its document."""

    words: Words
    names: dict[str, Name]
    groups: dict[str, Group]
    registry: Registry
    by: str


def weigh(mention: Mention, name: Name, group: Group, page: Page) -> list[Weighed]:
    """Give the actors that a mention may mean, the likeliest first."""
    if group.target and group.target != name.sure:
        told = _from_group(mention, name, group, page)
        rest = [one for one in _by_context(mention, name, page) if one.actor.id != group.target]
        capped = [
            one._replace(score=min(one.score, told.score - weights("actor_features")["lead"])) for one in rest
        ]
        return [told, *capped]
    return sorted(_by_context(mention, name, page), key=lambda one: (-one.score, one.actor.id))


def _from_group(mention: Mention, name: Name, group: Group, page: Page) -> Weighed:
    actor = page.registry.entry(group.target)
    table = weights("actor_features")
    key = name.key
    for alias in group.aliases:
        if key in {fold(alias.name), fold(alias.alias)}:
            return Weighed(actor, table["defined"], f"the document says so: “{alias.words}”")
    other = group.nearest(name).words
    return Weighed(actor, table["same"], f"“{mention.head}” means the same as “{other}” in this document")


def _by_context(mention: Mention, name: Name, page: Page) -> list[Weighed]:
    answers = list({answer.actor.id: answer for answer in reversed(name.answers)}.values())[::-1]
    spoken = _spoken(answers, mention, page)
    parts = shares([count for count, _ in spoken])
    found = []
    for answer, (count, said), share in zip(answers, spoken, parts, strict=True):
        found.append(_score(mention, answer, (count, said, share), page, alone=len(answers) == 1))
    return found


def _spoken(answers: list[Answer], mention: Mention, page: Page) -> list[tuple[int, str]]:
    """Give what speaks for each: words around, and a name elsewhere that is one actor's alone."""
    start = mention.span.start
    spoken = [hits(context_words(answer.actor, page.registry), page.words, start) for answer in answers]
    sure = [_family(answer.actor, page) for answer in answers]
    if sum(map(bool, sure)) == 1:
        at = next(at for at, name in enumerate(sure) if name)
        count, said = spoken[at]
        spoken[at] = (count + _NAMED_ELSEWHERE, f"“{sure[at]}”" + (f", {said}" if said else ""))
    return spoken


def _family(actor: Actor, page: Page) -> str:
    """Give a name by which the document surely means this actor, its parent or its branch."""
    for name in page.names.values():
        if name.sure and actor.id in {name.sure, name.answers[0].actor.parent_id}:
            return name.words
        if name.sure and name.sure == actor.parent_id:
            return name.words
    return ""


def _score(
    mention: Mention, answer: Answer, spoken: tuple[int, str, float], page: Page, *, alone: bool
) -> Weighed:
    count, said, share = spoken
    table = weights("actor_features")
    if answer.how != "shared":
        spelled = answer.score if answer.how == "near" else table[answer.how]
        score = spelled / (1 if alone or answer.how in {"name", "near"} else 2)
        return Weighed(answer.actor, round(score, 3), _reason(mention, answer))
    added = alone_bonus(count) if alone else table["context"] * share
    shouted = page.words.shouted(mention.span.start)
    score = max(0.0, table["shared"] + added + (table["shouted"] if shouted else 0.0))
    context = f"the text speaks of {said}" if said else "no word around speaks for it"
    capitals = "; the words around are all in capitals" if shouted else ""
    ordinary = "may be an ordinary word or another name" if alone else "is shared by several actors"
    return Weighed(answer.actor, round(score, 3), f"“{mention.head}” {ordinary}; {context}{capitals}")


def _reason(mention: Mention, answer: Answer) -> str:
    name = answer.actor.name
    return {
        "name": f"“{mention.head}” is a name of {name} alone",
        "force": f"“{mention.head}” names a country and its force: {name}",
        "country": f"“{mention.head}” is a country that acts: {name}",
        "near": f"“{mention.head}” is spelled almost as “{answer.words}”",
        "part": f"“{answer.words}”, a name of {name}, stands in “{mention.head}”",
    }[answer.how]
