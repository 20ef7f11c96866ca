from __future__ import annotations

from onrecord.records import Mention, MentionKind, Passage, Reading, Span, Text, mention_id
from onrecord.resolve import Resolver

WORDS = "IS-K fought the Taliban in Kabul in July 2016, and the Hill League in Kabul."


def reading_of(words: str, *named: tuple[str, MentionKind]) -> tuple[Text, Reading]:
    text = Text("txt_1", "doc_1", "plain/1", words, (Passage(0, len(words), "body", "en", "ltr"),))
    mentions = []
    for name, kind in named:
        span = Span(text.id, words.index(name), words.index(name) + len(name), name)
        mentions.append(Mention(mention_id(kind, span), kind, span, name))
    return text, Reading(text.id, "test/1", tuple(mentions), ())


def resolved():
    text, reading = reading_of(
        WORDS,
        ("IS-K", MentionKind.ACTOR),
        ("Taliban", MentionKind.ACTOR),
        ("Kabul", MentionKind.PLACE),
        ("July 2016", MentionKind.TIME),
        ("Hill League", MentionKind.ACTOR),
    )
    resolver = Resolver()
    return resolver, text, reading, resolver.resolve(text, reading)


def test_every_mention_of_an_actor_place_or_time_gets_its_row():
    _, _, reading, resolution = resolved()
    rows = {link.mention_id for link in resolution.links} | {m.mention_id for m in resolution.moments}
    assert rows == {mention.id for mention in reading.mentions}


def test_entries_are_those_linked_and_their_parents_not_what_was_weighed_and_left():
    _, _, _, resolution = resolved()
    ids = {actor.id for actor in resolution.actors}
    assert {"act:islamic-state-khorasan", "act:islamic-state", "act:taliban"} <= ids
    weighed = {a.target_id for link in resolution.links for a in link.alternatives}
    linked = {link.target_id for link in resolution.links}
    assert weighed - linked
    assert {place.id for place in resolution.places} == {
        i for i in linked if i.startswith(("geo:", "adm:", "iso:", "reg:"))
    }


def test_a_name_outside_the_registry_is_a_candidate_and_no_entry():
    _, _, _, resolution = resolved()
    (candidate,) = [actor for actor in resolution.actors if actor.status == "candidate"]
    assert candidate.name == "Hill League"


def test_a_linked_place_comes_with_its_precision():
    resolver, text, reading, resolution = resolved()
    located = resolver.located(text, reading, resolution.links)
    ((place, precision),) = located.values()
    assert (place.id, precision) == ("geo:1138958", 1)


def test_people_without_a_name_have_a_link_where_the_text_tells_whom_they_are():
    words = "Men of Boko Haram came. The group said that it had won, and 12 people left."
    text, reading = reading_of(
        words,
        ("Boko Haram", MentionKind.ACTOR),
        ("group", MentionKind.GROUP),
        ("it", MentionKind.GROUP),
        ("12 people", MentionKind.GROUP),
    )
    links = Resolver().resolve(text, reading).links
    assert [link.target_id for link in links] == ["act:boko-haram"] * 3
