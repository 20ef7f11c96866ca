import pytest

from builders.network import text_of
from onrecord.answers import Attributed, Stretch
from onrecord.find.models.trained.speaking import (
    Voices,
    act_of_cue,
    attribution_of,
    speaking_for,
    with_sources,
)
from onrecord.find.sentence import span_of
from onrecord.records import Claim, Kind, Role


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", "say"), ("according to", "say"), ("mumbled", "say"), ("claimed", "claim"), ("denies", "deny"),
        ("rules out", "deny"), ("cast doubt on", "doubt"), ("said and confirmed", "confirm"),
        ("could not confirm", "doubt"), ("didn't confirm", "doubt"), ("did not say", None), ("never denied", None),
    ],
)  # fmt: skip
def test_a_cue_does_what_the_table_says_with_negation_counted(cue, act):
    assert act_of_cue(cue) == act


def stretch(content, words):
    at = content.index(words)
    return Stretch(at, at + len(words))


def told(content, source, cue, *contents):
    who = (stretch(content, source),) if source else ()
    return Attributed(who, (stretch(content, cue),), tuple(stretch(content, words) for words in contents))


def voices(content, *attributed):
    text = text_of(content)
    return Voices.of(one for a in attributed for one in attribution_of(text, a))


def claim(content, evidence, *roles, kind=Kind.EVENT, type_="attack"):
    text = text_of(content)
    at = stretch(content, evidence)
    spans = ((name, stretch(content, words)) for name, words in roles)
    filled = tuple(Role(name, span_of(text, s.start, s.end)) for name, s in spans)
    return Claim("clm", text.id, kind, type_, span_of(text, at.start, at.end), "tests", filled)


def chain(found):
    return [(s.who.words if s.who else None, str(s.act)) for s in found.sources]


def test_each_stretch_of_content_is_spoken_for_by_the_same_source():
    content = "Raiders came, the elder said, and burned the mill."
    found = attribution_of(
        text_of(content), told(content, "the elder", "said", "Raiders came", "burned the mill")
    )
    assert [content[a.start : a.end] for a in found] == ["Raiders came", "burned the mill"]
    assert found[0].sources == found[1].sources


@pytest.mark.parametrize(
    ("content", "cue", "about"),
    [
        (
            "The Front denied any responsibility for the attack.",
            "denied",
            "any responsibility for the attack",
        ),
        ("The Front did not say that it attacked.", "did not say", "it attacked"),
    ],
)
def test_who_denies_a_part_in_a_deed_or_says_nothing_speaks_for_nothing(content, cue, about):
    assert attribution_of(text_of(content), told(content, "The Front", cue, about)) == ()


def test_the_narrowest_content_speaks_first_and_an_unknown_source_is_nobody():
    content = "Police said it was reported that raiders burned the mill."
    heard = voices(
        content,
        told(content, "Police", "said", "it was reported that raiders burned the mill"),
        told(content, "", "reported", "raiders burned the mill"),
    )
    assert chain(with_sources(claim(content, "raiders burned the mill"), heard)) == [
        (None, "say"),
        ("Police", "say"),
    ]


def test_a_content_that_covers_the_smaller_part_of_a_claim_does_not_speak_for_it():
    content = "Raiders burned the mill, which the elder called old."
    heard = voices(content, told(content, "the elder", "called", "old"))
    one = claim(content, "Raiders burned the mill, which the elder called old")
    assert with_sources(one, heard) is one


def test_a_content_without_the_word_that_tells_the_act_is_about_something_else():
    content = "Raiders shot the miller who said that the mill had burned down."
    heard = voices(content, told(content, "the miller", "said", "the mill had burned down"))
    one = claim(content, "mill had burned")
    assert speaking_for(one, heard) != ()
    assert speaking_for(one, heard, (8, 12)) == ()


def test_a_deed_taken_for_a_cue_does_not_make_its_doer_the_source():
    content = "Raiders torched the old mill and the new one."
    heard = voices(content, told(content, "Raiders", "torched", "the old mill and the new one"))
    one = claim(content, "Raiders torched the old mill and the new one", ("agent", "Raiders"))
    assert with_sources(one, heard) is one


def test_who_claims_a_deed_of_their_own_is_its_source():
    content = "Raiders claimed that they burned the mill."
    heard = voices(content, told(content, "Raiders", "claimed", "they burned the mill"))
    one = claim(content, "Raiders claimed that they burned the mill", ("agent", "Raiders"))
    assert chain(with_sources(one, heard)) == [("Raiders", "claim")]
    at = content.index("burned")
    assert speaking_for(one, heard, (at, at + 6)) == speaking_for(one, heard)


def test_the_verb_of_an_accusation_is_no_source_of_it():
    content = "Norland accused raiders of theft."
    heard = voices(content, told(content, "Norland", "accused", "raiders of theft"))
    one = claim(content, "Norland accused raiders of theft", ("speaker", "Norland"), type_="accusation")
    assert with_sources(one, heard) is one


def test_far_into_a_text_a_claim_finds_the_same_voices_as_near_its_beginning():
    sentence = "Police said that raiders burned the mill."
    for before in (0, 1990, 7777):
        content = " " * before + sentence
        heard = voices(content, told(content, "Police", "said", "raiders burned the mill"))
        assert chain(with_sources(claim(content, "raiders burned the mill"), heard)) == [("Police", "say")]
