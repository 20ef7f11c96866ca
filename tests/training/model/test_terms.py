from __future__ import annotations

import pytest
from training.model.columns import classes_of
from training.model.heads import MARKS, TAGS
from training.model.terms import ACTS, EFFECTS, NAMES, PARTS, act_of, effect_of, role_of


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        ("Conflict.Attack.DetonateExplode", "attack"),
        ("conflict.demonstrate.n/a", "protest"),
        ("Justice.ArrestJailDetain.Unspecified", "arrest"),
        ("Justice.TrialHearing", "trial"),
        ("contact.threatencoerce.broadcast", "accusation"),
        ("Contact.Contact.Meet", "meeting"),
        ("contact.requestcommand.broadcast", "statement"),
        ("government.agreements.acceptagreementcontractceasefire", "agreement"),
        ("government.vote", "other"),
        ("Hostile_encounter", "attack"),
        ("Cooking_creation", "other"),
        ("", "other"),
    ],
)
def test_the_type_of_an_event_becomes_an_act_by_the_first_row_that_fits(kind, act):
    assert act_of(kind) == act


@pytest.mark.parametrize(
    ("role", "ours"),
    [
        ("Attacker", "agent"),
        ("JudgeCourt", "agent"),
        ("Side_1", "agent"),
        ("victim", "target"),
        ("TerritoryOrFacility", "target"),
        ("Place", "place"),
        ("Source", "place"),
        ("ExplosiveDevice", "instrument"),
        ("Time", "other"),
    ],
)
def test_the_name_of_a_role_becomes_one_of_ours(role, ours):
    assert role_of(role) == ours


@pytest.mark.parametrize(
    ("words", "effect"),
    [
        ("no damage", "no damage"),
        ("no injury", "no injury or death"),
        ("death", "death"),
        ("injury", "injury"),
        ("some damage", "some damage"),
        ("resigned", ""),
        ("", ""),
    ],
)
def test_the_words_of_a_key_become_an_effect_or_none(words, effect):
    assert effect_of(words) == effect


def test_every_term_of_the_tables_is_a_class_of_its_head():
    assert {act for _, act in ACTS} <= set(classes_of(MARKS, "act"))
    assert {effect for _, effect in EFFECTS} | {"no damage"} == set(classes_of(MARKS, "effect"))
    assert set(NAMES.values()) | {"other"} == set(classes_of(TAGS, "names"))
    assert {*PARTS, "Place"} == set(classes_of(TAGS, "muc"))
