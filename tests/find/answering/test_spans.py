from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Name, Question, Stretch
from onrecord.find.answering.reading import as_text
from onrecord.find.answering.spans import acts_of, attributions_of, groups_of, names_of, relations_of
from onrecord.find.models.rules import RulesEngine
from onrecord.records import Claim, Kind, Mention, MentionKind, Modality, Reading, Role, Span, mention_id


class NoNames:
    version = "none"

    def kinds(self, name):
        return frozenset({"actor"} if name in {"Red Front", "Blue League"} else ())


def span(text, words):
    start = text.index(words)
    return Span("t", start, start + len(words), words)


def mention(text, kind, words):
    at = span(text, words)
    return Mention(mention_id(kind, at), kind, at, words)


def reading(mentions=(), claims=()):
    return Reading("t", "tests", tuple(mentions), tuple(claims))


def claim(text, kind, told, roles, **more):
    filled = tuple(Role(name, span(text, words)) for name, words in roles)
    return Claim("c", "t", kind, told, Span("t", 0, len(text), text), "tests", roles=filled, **more)


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        (MentionKind.ACTOR, "Red Front", ("the Red Front", "Organisation")),
        (MentionKind.PERSON, "Ana Roe", ("Ana Roe", "Person")),
        (MentionKind.PLACE, "Dorn", ("Dorn", "Location")),
        (MentionKind.TIME, "May", ("May", "Temporal")),
        (MentionKind.NUMBER, "40", ("40", "Quantity")),
        (MentionKind.GROUP, "rebels", ("rebels", "Organisation")),
        (MentionKind.GROUP, "interior minister", ("the interior minister", "Person")),
        (MentionKind.THING, "rockets", ("rockets", "Weapon")),
        (MentionKind.THING, "tank", ("tank", "MilitaryPlatform")),
        (MentionKind.THING, "bridge", ("the bridge", "Location")),
    ],
)
def test_a_mention_gets_the_type_and_the_article_of_re3d(kind, words, expected):
    text = (
        "In May the Red Front of Ana Roe, 40 rebels, a tank, rockets and the interior minister met at the "
        "bridge of Dorn."
    )
    (name,) = names_of(Question("re3d-names", text), reading([mention(text, kind, words)]))
    assert (text[name.at.start : name.at.end], name.type) == expected


def test_a_pronoun_names_nobody():
    assert (
        names_of(Question("re3d-names", "they"), reading([mention("they", MentionKind.GROUP, "they")])) == ()
    )


FIGHT = "Red Front rebels attacked the Blue League in Dorn."
PARTS = [("agent", "Red Front"), ("target", "Blue League"), ("place", "Dorn")]
FIGHTERS = [
    mention(FIGHT, MentionKind.ACTOR, "Red Front"),
    mention(FIGHT, MentionKind.ACTOR, "Blue League"),
    mention(FIGHT, MentionKind.PLACE, "Dorn"),
]


def told(text, found):
    return {
        (r.type, text[r.subject.start : r.subject.end], text[r.object.start : r.object.end]) for r in found
    }


def test_a_violent_act_is_a_fight_of_its_sides_where_it_happens():
    claims = [claim(FIGHT, Kind.EVENT, "raid", PARTS)]
    found = relations_of(Question("re3d-relations", FIGHT), reading(FIGHTERS, claims))
    assert told(FIGHT, found) == {
        ("FightingAgainst", "Red Front", "the Blue League"),
        ("CoLocated", "Red Front", "Dorn"),
        ("CoLocated", "the Blue League", "Dorn"),
    }


def test_given_names_are_the_ends_of_relations():
    names = (Name(Stretch(0, 16), "Organisation"), Name(Stretch(30, 41), "Organisation"))
    claims = [claim(FIGHT, Kind.EVENT, "raid", PARTS)]
    found = relations_of(Question("re3d-relations-gold-names", FIGHT, names), reading((), claims))
    assert told(FIGHT, found) == {("FightingAgainst", "Red Front rebels", "Blue League")}


def test_what_is_not_actual_is_no_relation():
    claims = [claim(FIGHT, Kind.EVENT, "raid", PARTS, modality=Modality.PLANNED)]
    assert relations_of(Question("re3d-relations", FIGHT), reading(FIGHTERS, claims)) == ()


@pytest.mark.parametrize(
    ("kind", "type_", "expected"),
    [
        (Kind.RELATION, "led_by", ("InChargeOf", "Blue League", "Red Front")),
        (Kind.RELATION, "member_of", ("BelongsTo", "Red Front", "Blue League")),
        (Kind.RELATION, "armed_by", ("AlliesOf", "Red Front", "Blue League")),
        (Kind.RELATION, "rival_of", ("FightingAgainst", "Red Front", "Blue League")),
    ],
)
def test_a_relation_has_the_direction_of_re3d(kind, type_, expected):
    names = tuple(Name(Stretch(m.span.start, m.span.end), "Organisation") for m in FIGHTERS)
    claims = [claim(FIGHT, kind, type_, [("subject", "Red Front"), ("object", "Blue League")])]
    found = relations_of(Question("re3d-relations-gold-names", FIGHT, names), reading((), claims))
    assert told(FIGHT, found) == {expected}


def test_each_pair_of_sides_meets_once():
    claims = [claim(FIGHT, Kind.EVENT, "meeting", [("side", "Red Front"), ("side", "Blue League")])]
    found = relations_of(Question("re3d-relations", FIGHT), reading(FIGHTERS, claims))
    assert told(FIGHT, found) == {("CommWith", "Red Front", "the Blue League")}


def test_a_name_in_brackets_behind_one_of_its_type_is_another_name_for_it():
    text = "Blue League (BL) in Dorn (2014)"
    kinds = [("Blue League", MentionKind.ACTOR), ("BL", MentionKind.ACTOR), ("Dorn", MentionKind.PLACE)]
    mentions = [mention(text, kind, words) for words, kind in kinds]
    mentions += [mention(text, MentionKind.TIME, "2014")]
    found = relations_of(Question("re3d-relations", text), reading(mentions))
    assert told(text, found) == {("IsSynonymOf", "Blue League", "BL")}


def read(text, task="polnear", triggers=()):
    question = Question(task, text, triggers=triggers)
    return question, RulesEngine(NoNames()).read(as_text(question))


def test_an_attribution_has_source_cue_and_content_though_no_claim_is_made_of_it():
    text = "The minister said that the weather was mild. Nobody answered."
    (found,) = attributions_of(*read(text))
    parts = [[text[at.start : at.end] for at in part] for part in (found.source, found.cue, found.content)]
    assert parts[:2] == [["The minister"], ["said"]]
    assert parts[2][0].endswith("the weather was mild")


def heads(text):
    """Take [brackets] out of a text and give the stretches that stood in them."""
    plain, found = "", []
    for before, _, rest in (piece.partition("[") for piece in text.split("]")):
        plain += before
        if rest:
            found.append(Stretch(len(plain), len(plain) + len(rest)))
            plain += rest
    return plain, tuple(found)


def test_acts_are_what_the_cues_around_each_trigger_say():
    text, triggers = heads("They will [attack] Dorn. They did not [flee]. They [burned] it.")
    found = acts_of(*read(text, "modality", triggers))
    assert [(act.at, act.polarity, act.modality) for act in found] == [
        (triggers[0], "positive", "predicted"),
        (triggers[1], "negative", "actual"),
        (triggers[2], "positive", "actual"),
    ]


def test_a_trigger_outside_every_sentence_is_positive_and_actual():
    (found,) = acts_of(*read("  \n\n  ", "modality", (Stretch(0, 1),)))
    assert (found.polarity, found.modality) == ("positive", "actual")


def test_triggers_of_one_base_form_are_one_group_and_a_preposition_tells_nothing():
    text, triggers = heads("They [bombed] it. The [bombing] was [carried out] at dawn; they [carry] arms.")
    groups = groups_of(*read(text, "coref", triggers))
    assert groups == ((triggers[0], triggers[1]), (triggers[2], triggers[3]))


@given(st.text(alphabet=st.sampled_from("ab .,“”'\n:not will said the"), max_size=60), st.data())
def test_any_words_and_triggers_are_answered_each_trigger_once(text, data):
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda e: e[0] < e[1])
    pairs = data.draw(st.lists(ends, max_size=4, unique=True)) if text else []
    triggers = tuple(sorted(Stretch(*pair) for pair in pairs))
    question, found = read(text, "coref", triggers)
    assert [act.at for act in acts_of(question, found)] == list(triggers)
    assert sorted(at for group in groups_of(question, found) for at in group) == list(triggers)
    for one in attributions_of(question, found):
        assert all(0 <= at.start < at.end <= len(text) for at in (*one.source, *one.cue, *one.content))
