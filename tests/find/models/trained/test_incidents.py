from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.models.trained.features import alike
from onrecord.find.models.trained.incidents import (
    PARTS,
    SAME,
    Filler,
    _grouped,
    assembled,
    fillers_of,
    incidents_in,
)
from onrecord.find.models.trained.spans import Found

TEXT = "Three men of the Harbour Front kidnapped the banker Ado in Estmouth with rifles. Ado was later freed. The Front denied it."
WORDS = st.lists(
    st.sampled_from(["harbour", "front", "hf", "ado", "river", "of", "--"]), min_size=1, max_size=3
).map(" ".join)


def filler(part, words, *scores, **shares):
    return Filler(part, words, [Found(k, k + 1, part, score) for k, score in enumerate(scores)], **shares)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [((), 0), ((0.6,), 0.6), ((0.6, 0.6), 0.72), ((0.2, 0.6), 0.64), ((1.0, 0.1), 1)],
)
def test_a_filler_is_as_sure_as_its_places_together(scores, expected):
    assert filler("Victim", "ado", *scores).score == pytest.approx(expected)


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), max_size=8), st.floats(0, 1))
def test_another_place_never_makes_a_filler_less_sure(scores, more):
    assert (
        0
        <= filler("Victim", "ado", *scores).score
        <= filler("Victim", "ado", *scores, more).score + 1e-9
        <= 1 + 1e-9
    )


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["Victim", "PerpOrg"]), WORDS), unique=True, max_size=10))
def test_fillers_are_grouped_as_by_comparing_each_with_all(found):
    groups: list[list] = []
    for part, words in found:
        same = next((g for g in groups if g[0][0] == part and alike(g[0][1], words) >= SAME), None)
        groups.append([(part, words)]) if same is None else same.append((part, words))
    grouped = _grouped(filler(part, words, 0.5) for part, words in found)
    assert [[(g.part, words) for words in (g.words, *g.others)] for g in grouped] == groups
    assert sum(len(g.places) for g in grouped) == len(found)


def test_words_that_name_the_same_are_one_filler_with_all_its_places():
    (one,) = _grouped([filler("PerpOrg", "harbour front", 0.6), filler("PerpOrg", "hf", 0.6)])
    assert (one.words, one.others) == ("harbour front", ["hf"])
    assert one.score == pytest.approx(0.72)


def test_an_incident_has_the_fillers_above_the_threshold_of_their_part():
    found = [filler("Victim", "ado", 0.6), filler("Victim", "bado", 0.4), filler("Weapon", "rifles", 0.4)]
    (told,) = assembled({"kidnapping": 0.7, "arson": 0.3}, found, {}, {"Weapon": 0.3})
    assert (told.type, told.score) == ("kidnapping", 0.7)
    assert [(part, entity.mentions) for part, entity in told.parts] == [
        ("victim", ("ado",)),
        ("instrument", ("rifles",)),
    ]


def test_where_two_types_are_told_a_filler_goes_where_its_own_mark_says():
    types = {"attack": 0.9, "bombing": 0.8}
    found = [
        filler("Victim", "ado", 0.9, types={"attack": 0.6, "bombing": 0.7}),
        filler("Target", "port", 0.9, types={"attack": 0.2, "bombing": 0.3}),
        filler("Weapon", "rifle", 0.9, types={"attack": 0.6, "bombing": 0.1}),
    ]
    attack, bombing = assembled(types, found, {}, {})
    assert [entity.mentions[0] for _, entity in attack.parts] == ["ado", "rifle"]
    assert [entity.mentions[0] for _, entity in bombing.parts] == ["ado", "port"]


def test_a_type_goes_by_its_own_threshold_or_that_of_any():
    types = {"attack": 0.3, "bombing": 0.3, "arson": 0.1}
    assert [i.type for i in assembled(types, [], {"any": 0.2, "bombing": 0.4}, {})] == ["attack"]
    assert assembled(types, [], {}, {}) == ()


def test_effect_and_blame_stand_where_the_part_has_them():
    shares = {"effects": {"death": 0.2, "injury": 0.8}, "blames": {"possible": 0.9}}
    found = [filler(part, part.lower(), 0.9, **shares) for part in PARTS]
    (told,) = assembled({"attack": 1.0}, found, {}, {})
    given_by_part = {part: (entity.effect, entity.confidence) for part, entity in told.parts}
    assert given_by_part == {
        "perpetrator_individual": ("", ""),
        "perpetrator_organisation": ("", "possible"),
        "instrument": ("", ""),
        "target": ("injury", ""),
        "victim": ("injury", ""),
    }


def test_fillers_lead_back_to_their_words(reader):
    found = fillers_of(reader, TEXT)
    for one in found:
        assert one.part in PARTS
        assert one.places
        for place in one.places:
            words = " ".join(TEXT[place.start : place.end].lower().split())
            assert any(known in words for known in (one.words, *one.others))
        for kept, head in ((one.types, "incident"), (one.effects, "effect"), (one.blames, "blame")):
            assert tuple(kept) == reader.weights.marks.classes[head]
            assert all(0 <= share <= 1 for share in kept.values())


def test_a_higher_threshold_never_gives_more_fillers(reader):
    types, found = reader.labels(TEXT, "muc"), fillers_of(reader, TEXT)
    told = [assembled(types, found, {"any": 0.0}, dict.fromkeys(PARTS, p / 20)) for p in range(21)]
    counts = [sum(len(incident.parts) for incident in one) for one in told]
    assert all(more >= fewer for more, fewer in pairwise(counts))
    told = [assembled(types, found, {"any": p / 20}, {}) for p in range(21)]
    assert all({i.type for i in more} >= {i.type for i in fewer} for more, fewer in pairwise(told))


def test_incidents_of_a_text_have_types_and_parts_of_the_scheme(reader):
    for incident in incidents_in(reader, TEXT):
        assert incident.type in reader.weights.labels.classes["muc"]
        assert {part for part, _ in incident.parts} <= set(PARTS.values())


def test_a_text_without_words_tells_nothing(reader):
    assert incidents_in(reader, "") == ()
    assert fillers_of(reader, " \n") == []
