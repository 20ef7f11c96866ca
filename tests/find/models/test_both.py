from __future__ import annotations

from dataclasses import replace

import pytest

from builders.network import Network, text_of
from onrecord.find.models.both import BothEngine, added, joined
from onrecord.find.models.rules import MAX_TOKENS, RulesEngine
from onrecord.find.models.trained.engine import TrainedEngine
from onrecord.find.models.trained.mentions import mention_of
from onrecord.find.sentence import span_of
from onrecord.records import Claim, Kind, MentionKind, Role
from onrecord.store.words import check_reading


class NoNames:
    """A lexicon that knows nothing."""

    version = "tests"

    def kinds(self, name):
        del name
        return frozenset()


def read(network, **more):
    text = text_of(network.content, **more)
    reading = BothEngine(RulesEngine(NoNames()), TrainedEngine(network.reader())).read(text)
    check_reading(text, reading)
    return reading


def found(reading):
    return [
        (c.type, c.by.partition(":")[2], [s.who.words for s in c.sources if s.who]) for c in reading.claims
    ]


HIT = "Gunmen killed nine soldiers near Estmouth."
ODD = "Gunmen did for nine soldiers near Estmouth."


def trained(content, trigger):
    made = Network(content).event(trigger, "killing").role(trigger, "Gunmen", "agent")
    return made.role(trigger, "nine soldiers", "target")


def test_where_the_rules_read_an_event_the_trained_reader_adds_no_second_one():
    assert found(read(trained(HIT, "killed"))) == [("attack", "rules", [])]


def test_what_the_rules_miss_is_added_and_says_so():
    assert found(read(Network(ODD))) == []
    reading = read(trained(ODD, "did for"))
    assert found(reading) == [("attack", "trained", [])]
    assert {role.span for role in reading.claims[0].roles} <= {m.span for m in reading.mentions}


def test_the_sources_of_a_claim_of_the_rules_are_the_rules_alone():
    content = "To the mind of an elder, gunmen killed nine soldiers."
    network = Network(content).says("an elder", "To the mind of", "gunmen killed nine soldiers")
    assert found(read(network)) == [("attack", "rules", [])]
    known = "Police said that gunmen killed nine soldiers."
    wrong = Network(known).says("nine soldiers", "said", "gunmen killed")
    assert found(read(wrong)) == [("attack", "rules", ["Police"])]


def test_a_sentence_in_which_only_the_trained_reader_found_a_claim_is_not_unread():
    content = ODD[:-1] + " " + "and so on " * MAX_TOKENS + "."
    assert [u.span.start for u in read(Network(content)).unread] == [0]
    reading = read(trained(content, "did for"))
    assert found(reading) == [("attack", "trained", [])]
    assert reading.unread == ()


def test_what_neither_reads_is_unread_once():
    reading = read(Network("Des hommes armés sont venus."), language="fr")
    assert [unread.reason for unread in reading.unread] == ["no rules for claims in fr"]


def test_ties_of_the_rules_survive():
    content = (
        "IS-K launched several attacks in Nangarhar, including a suicide bombing in Kabul that killed ten."
    )
    alone, both = RulesEngine(NoNames()).read(text_of(content)), read(Network(content))
    assert alone.ties
    assert (both.ties, [c.id for c in both.claims]) == (alone.ties, [c.id for c in alone.claims])


def test_the_name_changes_with_either_engine():
    names = {
        BothEngine(RulesEngine(NoNames()), TrainedEngine(Network("x", use=use).reader())).by
        for use in ("balanced", "recall")
    }
    assert len(names) == 2
    assert all(name.startswith("both/1+") for name in names)


TEXT = text_of("Raiders of the Harbour Front burned the mill")


def claim(kind, start, end, *roles):
    filled = tuple(Role("subject", span_of(TEXT, *at)) for at in roles)
    return Claim(f"clm_{kind}{start}", TEXT.id, kind, "any", span_of(TEXT, start, end), "tests", filled)


@pytest.mark.parametrize(
    ("kind", "there", "comes"),
    [
        (Kind.EVENT, (Kind.EVENT, 30, 44), False),
        (Kind.EVENT, (Kind.TOLL, 30, 44), False),
        (Kind.TOLL, (Kind.EVENT, 20, 36), False),
        (Kind.EVENT, (Kind.EVENT, 0, 29), True),
        (Kind.EVENT, (Kind.RELATION, 30, 44), True),
        (Kind.RELATION, (Kind.STATEMENT, 30, 44), True),
        (Kind.ESTIMATE, (Kind.EVENT, 0, 7), False),
    ],
)
def test_a_claim_is_added_where_no_claim_of_its_sort_has_its_words(kind, there, comes):
    more = claim(kind, 29, 35)
    assert list(added([claim(*there)], [more])) == ([more] if comes else [])


def mention(start, end, kind=MentionKind.ACTOR):
    return mention_of(span_of(TEXT, start, end), kind)


def test_a_mention_that_shares_words_with_one_of_the_rules_gives_way_to_it():
    first = (mention(15, 28), mention(0, 28, MentionKind.GROUP))
    crossing, same, free = mention(23, 35), mention(15, 28, MentionKind.PERSON), mention(36, 44)
    assert joined(first, (crossing, same, free)) == (*first, free)


def test_words_that_fill_a_part_come_in_inside_a_longer_mention_unless_they_are_there():
    whole, inner = mention(0, 28, MentionKind.GROUP), mention(15, 28)
    part = claim(Kind.RELATION, 0, 28, (15, 28))
    assert joined((whole,), (inner,)) == (whole,)
    assert joined((whole,), (inner,), (part,)) == (whole, inner)
    other = replace(inner, kind=MentionKind.PERSON, id="men_other")
    assert joined((whole, inner), (other,), (part,)) == (whole, inner)
