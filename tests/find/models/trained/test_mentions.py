import pytest

from builders.network import Network, text_of
from onrecord.find.models.trained.mentions import (
    fillers,
    in_order,
    kind_of_words,
    mention_of,
    mentions_in,
    within,
)
from onrecord.find.models.trained.passages import ground_of
from onrecord.find.sentence import span_of
from onrecord.records import Claim, Kind, MentionKind, Role, Source, SpeechAct


def names(network, **more):
    text = text_of(network.content, **more)
    return [
        (m.kind, m.span.words)
        for m in mentions_in(network.reader(), network.signals(), text, ground_of(text))
    ]


def test_a_name_has_the_kind_of_its_class_and_times_and_numbers_are_left_to_the_tables():
    network = Network("In May, Idris Vale led nine men of the Harbour Front out of Estmouth.")
    for words, kind in (
        ("Idris Vale", "person"), ("Harbour Front", "organisation"), ("Estmouth", "place"), ("May", "time"),
        ("nine", "number"),
    ):  # fmt: skip
        network.name(words, kind)
    assert names(network) == [
        (MentionKind.PERSON, "Idris Vale"),
        (MentionKind.ACTOR, "Harbour Front"),
        (MentionKind.PLACE, "Estmouth"),
    ]


def test_a_phrase_may_hold_a_name_but_gives_way_to_one_that_it_equals_or_crosses():
    network = Network("Two Harbour Front fighters met Idris Vale Oram near the mill.")
    network.name("Harbour Front", "organisation").name("Vale Oram", "person")
    network.name("Two Harbour Front fighters", "Organisation", "re3d").name("Idris Vale", "Person", "re3d")
    assert names(network) == [
        (MentionKind.GROUP, "Two Harbour Front fighters"),
        (MentionKind.ACTOR, "Harbour Front"),
        (MentionKind.PERSON, "Vale Oram"),
    ]
    equal = Network("The Harbour Front left.").name("Harbour Front", "organisation")
    assert names(equal.name("Harbour Front", "Organisation", "re3d")) == [
        (MentionKind.ACTOR, "Harbour Front")
    ]


def test_a_phrase_that_is_a_persons_name_is_a_person_so_that_exports_withhold_it():
    network = Network("Idris Vale met a commander.")
    network.name("Idris Vale", "Person", "re3d").name("a commander", "Person", "re3d")
    assert names(network) == [(MentionKind.PERSON, "Idris Vale"), (MentionKind.GROUP, "a commander")]


def test_names_in_furniture_or_across_two_sentences_are_none():
    content = "By Idris Vale\nThe mill burned. Estmouth wept."
    network = Network(content).name("Idris Vale", "person").name("burned. Estmouth", "place")
    assert names(network, boilerplate=((0, 13),)) == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Gunmen", "group"), ("two teachers", "group"), ("Idris Vale", "person"), ("governor Idris Vale", "person"),
        ("his brother", "group"), ("The Soldiers", "group"), ("GUNMEN", "group"),
    ],
)  # fmt: skip
def test_words_for_people_are_a_person_where_they_end_in_a_name(words, kind):
    assert kind_of_words(words) == kind


def test_words_with_a_name_inside_are_what_that_name_says():
    text = text_of("the brother of Idris Vale saw Front men")
    person = mention_of(span_of(text, 15, 25), MentionKind.PERSON)
    actor = mention_of(span_of(text, 30, 35), MentionKind.ACTOR)
    assert kind_of_words("the brother of Idris Vale", (person,)) is MentionKind.PERSON
    assert kind_of_words("Front men Oram", (actor,)) is MentionKind.GROUP


def test_a_head_is_the_name_without_its_article():
    text = text_of("the Harbour Front and Anvil")
    assert mention_of(span_of(text, 0, 17), MentionKind.ACTOR).head == "Harbour Front"
    assert mention_of(span_of(text, 22, 27), MentionKind.ACTOR).head == "Anvil"


def claim_with(text, *roles, sources=()):
    spans = tuple(Role(name, span_of(text, start, end)) for name, start, end in roles)
    return Claim("clm", text.id, Kind.EVENT, "attack", span_of(text, 0, 5), "tests", spans, sources=sources)


def test_words_that_fill_a_part_become_mentions_once_and_known_ones_stay():
    text = text_of("Raiders hit Norland with mortars, an elder said.")
    known = (mention_of(span_of(text, 0, 7), MentionKind.GROUP),)
    elder = Source(span_of(text, 34, 42), SpeechAct.SAY, span_of(text, 43, 47))
    claim = claim_with(text, ("agent", 0, 7), ("instrument", 25, 32), ("place", 12, 19), sources=(elder,))
    found = [(m.kind, m.span.words) for m in fillers((claim, claim), known)]
    assert found == [
        (MentionKind.THING, "mortars"), (MentionKind.PLACE, "Norland"), (MentionKind.GROUP, "an elder"),
    ]  # fmt: skip


def test_a_country_that_is_a_party_is_an_actor_beside_the_place():
    text = text_of("Norland shelled Estmouth")
    known = tuple(mention_of(span_of(text, *at), MentionKind.PLACE) for at in ((0, 7), (16, 24)))
    claim = claim_with(text, ("agent", 0, 7), ("place", 16, 24))
    assert [(m.kind, m.span.words) for m in fillers((claim,), known)] == [(MentionKind.ACTOR, "Norland")]


def test_mentions_are_given_once_in_the_order_of_the_text_and_cut_to_a_stretch():
    text = text_of("Anvil met Borea and Corin")
    made = [mention_of(span_of(text, *at), MentionKind.ACTOR) for at in ((20, 25), (0, 5), (10, 15), (0, 5))]
    ordered = in_order(made)
    assert [m.head for m in ordered] == ["Anvil", "Borea", "Corin"]
    assert [m.head for m in within(ordered, 5, 22)] == ["Borea"]
