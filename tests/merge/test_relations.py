from __future__ import annotations

from builders.facts import AFGHANISTAN, KABUL, day, fact, party
from onrecord.merge.relations import build_presences, build_relations
from onrecord.records import Kind, MentionKind, Modality, Polarity

BRANCH, PARENT = party("subject", "act:branch"), party("object", "act:parent")


def relation(name, *parties, **changes):
    return fact(
        name, **{"kind": Kind.RELATION, "type": "branch_of", "place": None, "parties": parties, **changes}
    )


def test_claims_of_one_relation_add_up_and_count_their_origins():
    (found,) = build_relations([relation("a", BRANCH, PARENT), relation("b", BRANCH, PARENT)])
    assert (found.subject_id, found.type, found.object_id, found.origins) == (
        "act:branch",
        "branch_of",
        "act:parent",
        2,
    )
    assert len(found.claim_ids) == 2


def test_a_relation_without_direction_is_one_whichever_way_it_is_said():
    ally = party("object", "act:branch"), party("subject", "act:parent")
    claims = [relation("a", BRANCH, PARENT, type="allied_with"), relation("b", *ally, type="allied_with")]
    assert len(build_relations(claims)) == 1


def test_what_is_denied_alone_does_not_hold_and_marks_what_others_say():
    denied = relation("b", BRANCH, PARENT, polarity=Polarity.NEGATIVE)
    assert build_relations([denied]) == ()
    (found,) = build_relations([relation("a", BRANCH, PARENT), denied])
    assert found.disputed


def test_people_without_a_name_tie_nobody_to_anybody():
    fighters = party("subject", "", MentionKind.GROUP)
    assert build_relations([relation("a", fighters, PARENT, type="member_of")]) == ()


def test_what_may_be_or_is_planned_does_not_hold():
    assert build_relations([relation("a", BRANCH, PARENT, modality=Modality.POSSIBLE)]) == ()


def presence(name, place, when, degree="present"):
    actor = party("actor", "act:branch")
    return fact(name, kind=Kind.PRESENCE, type=degree, place=place, when=when, parties=(actor,))


def test_two_years_of_presence_do_not_become_one_long_presence():
    found = build_presences(
        [
            presence("a", KABUL, day("2015-06-01")),
            presence("b", KABUL, day("2017-06-01")),
            presence("c", KABUL, day("2015-06-01")),
        ]
    )
    assert [(p.when.earliest, p.origins) for p in found] in (
        [("2015-06-01", 2), ("2017-06-01", 1)],
        [("2017-06-01", 1), ("2015-06-01", 2)],
    )


def test_a_claimed_territory_and_a_held_one_stay_apart():
    found = build_presences(
        [
            presence("a", AFGHANISTAN, day("2015-06-01"), "territorial_claim"),
            presence("b", AFGHANISTAN, day("2015-06-01")),
        ]
    )
    assert {p.degree for p in found} == {"territorial_claim", "present"}
