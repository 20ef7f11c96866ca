from __future__ import annotations

import pytest

from onrecord.merge.facts import gather_facts
from onrecord.records import (
    Claim,
    Kind,
    Link,
    Mention,
    MentionKind,
    Passage,
    Reading,
    Role,
    Span,
    Target,
    Text,
    claim_id,
    mention_id,
)

WORDS = "Clash in Herat\nFour hundred ISIS fighters met former Taliban commanders and ISIS and Taliban men."


def span(words: str) -> Span:
    start = WORDS.index(words)
    return Span("txt_1", start, start + len(words), words)


def mention(words: str, kind: MentionKind) -> Mention:
    return Mention(mention_id(kind, span(words)), kind, span(words), words)


def linked(one: Mention, target: str) -> Link:
    return Link(one.id, Target.ACTOR, target, target, 0.9, "test", "test/1")


def parties(words: str) -> list[tuple[str, str]]:
    isis, taliban = mention("ISIS", MentionKind.ACTOR), mention("Taliban", MentionKind.ACTOR)
    second = Span("txt_1", WORDS.rindex("ISIS"), WORDS.rindex("ISIS") + 4, "ISIS")
    third = Span("txt_1", WORDS.rindex("Taliban"), WORDS.rindex("Taliban") + 7, "Taliban")
    more = [Mention(mention_id(MentionKind.ACTOR, s), MentionKind.ACTOR, s, s.words) for s in (second, third)]
    people = mention(words, MentionKind.GROUP)
    role = Role("agent", people.span)
    claim = Claim(
        claim_id(Kind.EVENT, span(words), (role,)), "txt_1", Kind.EVENT, "attack", span(words), "t/1", (role,)
    )
    passages = (Passage(0, 14, "heading", "en", "ltr"), Passage(15, len(WORDS), "body", "en", "ltr"))
    text = Text("txt_1", "doc_1", "plain/1", WORDS, passages)
    reading = Reading("txt_1", "t/1", (isis, taliban, *more, people), (claim,))
    links = (
        linked(isis, "act:is"),
        linked(taliban, "act:taliban"),
        linked(more[0], "act:is"),
        linked(more[1], "act:taliban"),
    )
    (fact,) = gather_facts(reading, links, (), {}, text=text, origin="txt_1")
    return [(party.actor_id, party.name) for party in fact.parties]


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Four hundred ISIS fighters", "act:is"),
        ("former Taliban commanders", ""),
        ("ISIS and Taliban men", ""),
    ],
    ids=["people of one group act for it", "former members do not", "words of two actors are nobody's"],
)
def test_a_phrase_fills_a_role_for_the_one_actor_that_it_names(words, actor):
    ((found, name),) = parties(words)
    assert found == actor
    assert actor or name == words


def test_a_link_of_exactly_these_words_goes_before_names_inside_them():
    words = "Hill Command's coast wing met in May."
    whole, inner = Span("txt_2", 0, 25, words[:25]), Span("txt_2", 0, 12, words[:12])
    mentions = tuple(
        Mention(mention_id(MentionKind.ACTOR, s), MentionKind.ACTOR, s, s.words) for s in (whole, inner)
    )
    role = Role("subject", whole)
    claim = Claim(
        claim_id(Kind.RELATION, whole, (role,)), "txt_2", Kind.RELATION, "branch_of", whole, "t/1", (role,)
    )
    text = Text("txt_2", "doc_2", "plain/1", words, (Passage(0, len(words), "body", "en", "ltr"),))
    links = (linked(mentions[0], "act:wing"), linked(mentions[1], "act:command"))
    (fact,) = gather_facts(
        Reading("txt_2", "t/1", mentions, (claim,)), links, (), {}, text=text, origin="txt_2"
    )
    assert [party.actor_id for party in fact.parties] == ["act:wing"]
