from collections import Counter

import pytest

from onrecord.find.models.llm.claims import CONFIDENCE, claims_in, joined
from onrecord.find.models.llm.ground import Ground
from onrecord.find.models.llm.quotes import stretch_of
from onrecord.find.models.llm.refusal import Refusal
from onrecord.find.models.llm.sift import MOST, Sift
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Kind, Modality, Polarity, SpeechAct, Which

WORDS = (
    "On 3 May 2021 the Harbour Front shelled a market in Estmouth and killed more than 40 people, police said. "
    "The River Column denied that it had 300 fighters in Norland."
)


@pytest.fixture
def sift(text):
    written = text(WORDS)
    ground = Ground(written, LEXICON, split_sentences(written))
    return Sift(ground, stretch_of(WORDS, 0, len(WORDS)), Counter())


class Nobody:
    version = "none"

    def kinds(self, name):
        del name
        return frozenset()


LEXICON = Nobody()


def only(sift, *given):
    (claim,) = claims_in(list(given), sift, "llm/test")
    return claim


def refused(sift, *given):
    assert list(claims_in(list(given), sift, "llm/test")) == []
    return sift.refused


SHELLED = "the Harbour Front shelled a market in Estmouth and killed more than 40 people"


def test_a_claim_is_built_from_quotes_and_terms(sift, given):
    claim = only(
        sift,
        given(
            SHELLED,
            roles=[
                {"name": "agent", "quote": "the Harbour Front"},
                {"name": "target", "quote": "a market"},
                {"name": "place", "quote": "Estmouth"},
            ],
            times=[{"which": "happened", "quote": "3 May 2021"}],
            casualties=[{"outcome": "killed", "number": "40", "victims": "people"}],
            number="",
            unit="",
            sources=[{"who": "police", "act": "say", "cue": "said"}],
            method="shelling",
            polarity="positive",
            modality="actual",
        ),
    )
    assert (claim.kind, claim.type, claim.method, claim.evidence.words) == (
        Kind.EVENT,
        "attack",
        "shelling",
        SHELLED,
    )
    assert [(r.name, r.span.words) for r in claim.roles] == [
        ("agent", "the Harbour Front"),
        ("target", "a market"),
        ("place", "Estmouth"),
    ]
    ((which, day),) = [(t.which, t.span.words) for t in claim.times]
    assert which is Which.HAPPENED
    assert "3 May 2021" in day
    (row,) = claim.casualties
    assert (row.outcome, row.number.low, row.number.high, row.victims.words) == ("killed", 41, None, "people")
    (source,) = claim.sources
    assert (source.who.words, source.act, source.cue.words) == ("police", SpeechAct.SAY, "said")
    assert (claim.polarity, claim.modality, claim.confidence) == (
        Polarity.POSITIVE,
        Modality.ACTUAL,
        CONFIDENCE,
    )
    assert sift.refused == Counter()


def test_an_estimate_has_its_number_and_what_it_counts(sift, given):
    claim = only(
        sift,
        given(
            "it had 300 fighters",
            "estimate",
            "strength",
            roles=[{"name": "actor", "quote": "The River Column"}],
            number="300",
            unit="fighters",
            sources=[{"who": "The River Column", "act": "deny", "cue": "denied"}],
        ),
    )
    assert (claim.quantity.low, claim.quantity.high, claim.unit) == (300, 300, "fighters")
    assert (claim.method, claim.scale) == ("", "")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kind": "rumour"}, Refusal.UNKNOWN_TERM),
        ({"kind": None}, Refusal.WRONG_TYPE),
        ({"type": "bombardment"}, Refusal.UNKNOWN_TERM),
        ({"type": "led_by"}, Refusal.UNKNOWN_TERM),
        ({"type": ["attack"]}, Refusal.WRONG_TYPE),
        ({"evidence": "the Harbour Front bombed a market"}, Refusal.NO_EVIDENCE),
        ({"evidence": 7}, Refusal.NO_EVIDENCE),
        ({"polarity": "maybe"}, Refusal.UNKNOWN_TERM),
        ({"modality": 1}, Refusal.WRONG_TYPE),
        ({"kind": "toll", "type": "toll"}, Refusal.INCOMPLETE),
        ({"kind": "relation", "type": "led_by"}, Refusal.INCOMPLETE),
        ({"sources": [{"who": "the mayor", "act": "say", "cue": "told"}]}, Refusal.SOURCE_LOST),
        ({"sources": [{"who": "police", "act": "whisper", "cue": "said"}]}, Refusal.SOURCE_LOST),
        ({"sources": [{"who": "", "act": "say", "cue": ""}]}, Refusal.SOURCE_LOST),
    ],
)
def test_a_claim_that_does_not_stand_up_is_dropped_and_counted(sift, given, changes, reason):
    assert refused(sift, {**given(SHELLED), **changes})[reason] == 1


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"roles": [{"name": "agent", "quote": "the Hill Command"}]}, Refusal.NOT_VERBATIM),
        ({"roles": [{"name": "subject", "quote": "the Harbour Front"}]}, Refusal.UNKNOWN_TERM),
        ({"roles": [{"name": "agent"}]}, Refusal.WRONG_TYPE),
        ({"roles": ["the Harbour Front"]}, Refusal.WRONG_TYPE),
        ({"roles": {"agent": "the Harbour Front"}}, Refusal.WRONG_TYPE),
        ({"times": [{"which": "later", "quote": "3 May 2021"}]}, Refusal.UNKNOWN_TERM),
        ({"times": [{"which": "happened", "quote": "4 May 2021"}]}, Refusal.NOT_VERBATIM),
        ({"casualties": [{"outcome": "scared", "number": "40"}]}, Refusal.UNKNOWN_TERM),
        ({"casualties": [{"outcome": "killed", "number": "people"}]}, Refusal.NO_NUMBER),
        ({"casualties": [{"outcome": "killed", "number": 40}]}, Refusal.WRONG_TYPE),
        ({"method": "magic"}, Refusal.UNKNOWN_TERM),
    ],
)
def test_a_value_that_does_not_stand_up_is_left_out_of_its_claim_and_counted(sift, given, changes, reason):
    claim = only(sift, {**given(SHELLED), **changes})
    assert (claim.roles, claim.times, claim.casualties, claim.method) == ((), (), (), "none_stated")
    assert sift.refused == Counter({reason: 1})


def test_a_source_of_which_only_the_cue_stands_there_is_an_unknown_one(sift, given):
    claim = only(sift, given(SHELLED, sources=[{"who": "the mayor", "act": "say", "cue": "said"}]))
    (source,) = claim.sources
    assert (source.who, source.cue.words) == (None, "said")


def test_what_is_too_much_is_counted_and_left(sift, given):
    many = [given(SHELLED, roles=[{"name": "place", "quote": "Estmouth"}] * (MOST["roles"] + 5))] * (
        MOST["claims"] + 3
    )
    assert len(list(claims_in(many, sift, "llm/test"))) == MOST["claims"]
    assert sift.refused[Refusal.TOO_MANY] == 3 + 5 * MOST["claims"]


def test_the_same_claim_from_two_stretches_is_one_and_the_fuller_twin_stays(sift, given):
    bare = given("shelled a market")
    full = given(SHELLED, roles=[{"name": "place", "quote": "Estmouth"}])
    other = given("it had 300 fighters", "conduct", "brutality", roles=[{"name": "actor", "quote": "it"}])
    claims = joined(claims_in([other, bare, full, bare], sift, "llm/test"))
    assert [c.evidence.words for c in claims] == [SHELLED, "it had 300 fighters"]
