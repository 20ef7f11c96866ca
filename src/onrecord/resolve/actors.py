"""Mentions of actors to entries of the registry, each with the reason in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from onrecord.records import Actor, Alternative, Link, Mention, MentionKind, Reading, Target, Text
from onrecord.resolve.actor_context import Words, alone_bonus, context_words, hits, shares
from onrecord.resolve.actor_names import Group, Name, document_names, group_names, has_name, named_together
from onrecord.resolve.aliases import defined_aliases
from onrecord.resolve.registry import Answer, Registry
from onrecord.resolve.spelling import fold, slug
from onrecord.resolve.tables import weights

__all__ = ["CANDIDATE", "candidates", "link_actors"]

CANDIDATE = "cand:"
_BY = "actors-1"
_UNKNOWN_SCORE = 0.3
_MOST_ALTERNATIVES = 5
_NAMED_ELSEWHERE = 4


class _Weighed(NamedTuple):
    actor: Actor
    score: float
    why: str


class _Page(NamedTuple):
    """What linking one mention needs to know of its document."""

    words: Words
    names: dict[str, Name]
    groups: dict[str, Group]
    registry: Registry
    by: str


def link_actors(text: Text, reading: Reading, registry: Registry) -> tuple[Link, ...]:
    """Give one link for each mention of an actor, in the order of the mentions.

    What the document defines comes first, then names that only one actor bears, then shared names with what
    the words around them say. A capitalised name that nobody bears leads to a candidate ("cand:..."); words
    that name nobody stay open, as does a name that two actors share where nothing tells them apart.
    """
    mentions = tuple(mention for mention in reading.mentions if mention.kind is MentionKind.ACTOR)
    aliases = defined_aliases(text, mentions, registry)
    names = document_names(mentions, aliases, registry)
    by = f"{_BY}+{registry.version}"
    page = _Page(Words(text.content), names, group_names(names, aliases), registry, by)
    return tuple(_link(mention, page) for mention in mentions)


def candidates(links: Iterable[Link]) -> tuple[Actor, ...]:
    """Give an entry of status "candidate" for each actor that links propose and nobody has entered."""
    proposed = {link.target_id: link for link in links if link.target_id.startswith(CANDIDATE)}
    made = (
        Actor(link.target_id, link.name, "unknown", status="candidate", names=(link.name,))
        for link in proposed.values()
    )
    return tuple(sorted(made, key=lambda actor: actor.id))


def _link(mention: Mention, page: _Page) -> Link:
    key = fold(mention.head)
    group = page.groups.get(key)
    if group is None:
        return _open(mention, page, "no letters to look up", ())
    weighed = _weigh(mention, page.names[key], group, page)
    if not weighed:
        return _unknown(mention, group, page)
    table = weights("actor_features")
    best, others = weighed[0], weighed[1:]
    lead = best.score - (others[0].score if others else 0.0)
    if best.score < table["enough"] or lead < table["lead"]:
        reason = (
            "two actors are as likely" if best.score >= table["enough"] else "too little speaks for one actor"
        )
        return _open(mention, page, f"{reason}: {best.why}", weighed)
    alternatives = tuple(_alternative(one) for one in others[:_MOST_ALTERNATIVES])
    actor = best.actor
    return _made(mention, page, actor.id, actor.name, best.score, best.why, alternatives)


def _weigh(mention: Mention, name: Name, group: Group, page: _Page) -> list[_Weighed]:
    """Give the actors that a mention may mean, the likeliest first."""
    if group.target and group.target != name.sure:
        told = _from_group(mention, name, group, page)
        rest = [one for one in _by_context(mention, name, page) if one.actor.id != group.target]
        capped = [
            one._replace(score=min(one.score, told.score - weights("actor_features")["lead"])) for one in rest
        ]
        return [told, *capped]
    return sorted(_by_context(mention, name, page), key=lambda one: (-one.score, one.actor.id))


def _from_group(mention: Mention, name: Name, group: Group, page: _Page) -> _Weighed:
    actor = page.registry.entry(group.target)
    table = weights("actor_features")
    key = name.key
    for alias in group.aliases:
        if key in {fold(alias.name), fold(alias.alias)}:
            return _Weighed(actor, table["defined"], f"the document says so: “{alias.words}”")
    other = group.nearest(name).words
    return _Weighed(actor, table["same"], f"“{mention.head}” means the same as “{other}” in this document")


def _by_context(mention: Mention, name: Name, page: _Page) -> list[_Weighed]:
    answers = list({answer.actor.id: answer for answer in reversed(name.answers)}.values())[::-1]
    spoken = _spoken(answers, mention, page)
    parts = shares([count for count, _ in spoken])
    found = []
    for answer, (count, said), share in zip(answers, spoken, parts, strict=True):
        found.append(_score(mention, answer, (count, said, share), page, alone=len(answers) == 1))
    return found


def _spoken(answers: list[Answer], mention: Mention, page: _Page) -> list[tuple[int, str]]:
    """Give what speaks for each: words around, and an unshared name of one of them alone elsewhere in the text."""
    start = mention.span.start
    spoken = [hits(context_words(answer.actor, page.registry), page.words, start) for answer in answers]
    sure = [_family(answer.actor, page) for answer in answers]
    if sum(map(bool, sure)) == 1:
        at = next(at for at, name in enumerate(sure) if name)
        count, said = spoken[at]
        spoken[at] = (count + _NAMED_ELSEWHERE, f"“{sure[at]}”" + (f", {said}" if said else ""))
    return spoken


def _family(actor: Actor, page: _Page) -> str:
    """Give a name by which the document surely means this actor, its parent or its branch."""
    for name in page.names.values():
        if name.sure and actor.id in {name.sure, name.answers[0].actor.parent_id}:
            return name.words
        if name.sure and name.sure == actor.parent_id:
            return name.words
    return ""


def _score(
    mention: Mention, answer: Answer, spoken: tuple[int, str, float], page: _Page, *, alone: bool
) -> _Weighed:
    count, said, share = spoken
    table = weights("actor_features")
    if answer.how != "shared":
        spelled = answer.score if answer.how == "near" else table[answer.how]
        score = spelled / (1 if alone or answer.how in {"name", "near"} else 2)
        return _Weighed(answer.actor, round(score, 3), _reason(mention, answer))
    added = alone_bonus(count) if alone else table["context"] * share
    shouted = page.words.shouted(mention.span.start)
    score = max(0.0, table["shared"] + added + (table["shouted"] if shouted else 0.0))
    context = f"the text speaks of {said}" if said else "no word around speaks for it"
    capitals = "; the words around are all in capitals" if shouted else ""
    ordinary = "may be an ordinary word or another name" if alone else "is shared by several actors"
    return _Weighed(answer.actor, round(score, 3), f"“{mention.head}” {ordinary}; {context}{capitals}")


def _reason(mention: Mention, answer: Answer) -> str:
    name = answer.actor.name
    return {
        "name": f"“{mention.head}” is a name of {name} alone",
        "force": f"“{mention.head}” names a country and its force: {name}",
        "country": f"“{mention.head}” is a country that acts: {name}",
        "near": f"“{mention.head}” is spelled almost as “{answer.words}”",
        "part": f"“{answer.words}”, a name of {name}, stands in “{mention.head}”",
    }[answer.how]


def _unknown(mention: Mention, group: Group, page: _Page) -> Link:
    together = named_together(mention.head, page.registry)
    if together:
        weighed = [
            _Weighed(answer.actor, answer.score / len(together), "named together") for answer in together
        ]
        return _open(mention, page, f"“{mention.head}” names {len(together)} actors together", weighed)
    named = [name.words for name in group.names if has_name(name.words)]
    if not named:
        return _open(mention, page, f"“{mention.head}” says what sort of actor it is and names nobody", ())
    name = max(named, key=lambda words: (len(words), words))
    why = f"“{mention.head}” is not in the registry: kept as a candidate"
    if name != mention.head:
        why = f"{why} with “{name}”"
    return _made(mention, page, f"{CANDIDATE}{slug(name)}", name, _UNKNOWN_SCORE, why, ())


def _open(mention: Mention, page: _Page, why: str, weighed: Iterable[_Weighed]) -> Link:
    alternatives = tuple(_alternative(one) for one in weighed)[:_MOST_ALTERNATIVES]
    best = alternatives[0].score if alternatives else 0.0
    return _made(mention, page, "", "", best, why, alternatives)


def _alternative(one: _Weighed) -> Alternative:
    return Alternative(one.actor.id, one.actor.name, one.score, one.why)


def _made(  # noqa: PLR0913, PLR0917 - the fields of a link
    mention: Mention,
    page: _Page,
    ident: str,
    name: str,
    score: float,
    why: str,
    others: tuple[Alternative, ...],
) -> Link:
    return Link(mention.id, Target.ACTOR, ident, name, score, why, page.by, others)
