"""Mentions of actors to entries of the registry, each with the reason in words."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.records import Actor, Alternative, Link, Mention, MentionKind, Reading, Target, Text
from onrecord.resolve.actor_context import words_of
from onrecord.resolve.actor_lookup import has_name, named_together
from onrecord.resolve.actor_names import Group, document_names, group_names
from onrecord.resolve.actor_score import Page, Weighed, weigh
from onrecord.resolve.aliases import defined_aliases
from onrecord.resolve.registry import Registry
from onrecord.resolve.spelling import fold, slug
from onrecord.resolve.tables import weights

__all__ = ["CANDIDATE", "candidates", "link_actors", "unnamed_links"]

CANDIDATE = "cand:"
_BY = "actors-1"
_UNKNOWN_SCORE = 0.3
_MOST_ALTERNATIVES = 5


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
    page = Page(words_of(text.content), names, group_names(names, aliases), registry, by)
    return tuple(_link(mention, page) for mention in mentions)


def unnamed_links(reading: Reading, registry: Registry) -> tuple[Link, ...]:
    """Give an open link for each mention of people without a name, in the order of the mentions."""
    by = f"{_BY}+{registry.version}"
    groups = (mention for mention in reading.mentions if mention.kind is MentionKind.GROUP)
    return tuple(Link(one.id, Target.ACTOR, "", "", 0.0, "names nobody", by, ()) for one in groups)


def candidates(links: Iterable[Link]) -> tuple[Actor, ...]:
    """Give an entry of status "candidate" for each actor that links propose and nobody has entered."""
    proposed = {link.target_id: link for link in links if link.target_id.startswith(CANDIDATE)}
    made = (
        Actor(link.target_id, link.name, "unknown", status="candidate", names=(link.name,))
        for link in proposed.values()
    )
    return tuple(sorted(made, key=lambda actor: actor.id))


def _link(mention: Mention, page: Page) -> Link:
    key = fold(mention.head)
    group = page.groups.get(key)
    if group is None:
        return _open(mention, page, "no letters to look up", ())
    weighed = weigh(mention, page.names[key], group, page)
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


def _unknown(mention: Mention, group: Group, page: Page) -> Link:
    together = named_together(mention.head, page.registry)
    if together:
        weighed = [
            Weighed(answer.actor, answer.score / len(together), "named together") for answer in together
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


def _open(mention: Mention, page: Page, why: str, weighed: Iterable[Weighed]) -> Link:
    alternatives = tuple(_alternative(one) for one in weighed)[:_MOST_ALTERNATIVES]
    best = alternatives[0].score if alternatives else 0.0
    return _made(mention, page, "", "", best, why, alternatives)


def _alternative(one: Weighed) -> Alternative:
    return Alternative(one.actor.id, one.actor.name, one.score, one.why)


def _made(  # noqa: PLR0913, PLR0917 - the fields of a link
    mention: Mention,
    page: Page,
    ident: str,
    name: str,
    score: float,
    why: str,
    others: tuple[Alternative, ...],
) -> Link:
    return Link(mention.id, Target.ACTOR, ident, name, score, why, page.by, others)
