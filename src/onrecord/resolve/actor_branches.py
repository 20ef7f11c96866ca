"""Branches that a whole's name may mean: "Islamic State" in Nangarhar is perhaps its Khorasan Province."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.records import Actor, Alternative, Link, Mention
from onrecord.resolve.actor_context import Words, context_words, hits
from onrecord.resolve.registry import Registry
from onrecord.resolve.spelling import fold

__all__ = ["with_branches"]

_PERHAPS = 0.4
"""The link stays with the whole: where it acted does not say who of it did."""


def with_branches(link: Link, mention: Mention, words: Words, registry: Registry) -> Link:
    """Give a link to a whole with those of its branches as alternatives of whose land the text speaks."""
    known = {one.target_id for one in link.alternatives}
    branches = (one for one in registry.branches(link.target_id) if one.id not in known)
    found = tuple(_likely(mention, branches, words, registry))
    return replace(link, alternatives=(*link.alternatives, *found)) if found else link


def _likely(
    mention: Mention, branches: Iterator[Actor], words: Words, registry: Registry
) -> Iterator[Alternative]:
    for branch in branches:
        whole = {fold(name) for name in registry.entry(branch.parent_id).names}
        own = tuple(word for word in context_words(branch, registry) if word not in whole)
        _, said = hits(own, words, mention.span.start)
        if said and branch.country:
            told = f"the text speaks of {said}, where {branch.name} is its branch"
            yield Alternative(branch.id, branch.name, _PERHAPS, told)
