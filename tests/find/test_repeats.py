import pytest

from builders.ruled import claims_of
from onrecord.records import Kind
from onrecord.vocabulary import rows


def told(words):
    return {(claim.kind, claim.type) for claim in claims_of(words)}


@pytest.mark.parametrize(
    ("words", "said", "repeated"),
    [
        ("M23 is capable of launching attacks.", (Kind.ASSESSMENT, "capability"), (Kind.EVENT, "attack")),
        ("M23 and Wagner fight each other.", (Kind.EVENT, "armed_clash"), (Kind.RELATION, "rival_of")),
        ("M23 expanded into Goma.", (Kind.EVENT, "advance"), (Kind.PRESENCE, "present")),
        ("M23 announced a ban on music.", (Kind.EVENT, "ban_or_edict"), (Kind.CONDUCT, "ban")),
    ],
)
def test_a_claim_that_another_says_in_the_same_words_is_left_out(words, said, repeated):
    assert said in told(words)
    assert repeated not in told(words)


def test_an_attack_that_was_made_stands_beside_the_capability():
    words = "M23 is capable of launching attacks, including a bombing in Goma that killed nine people."
    assert {(Kind.ASSESSMENT, "capability"), (Kind.EVENT, "attack")} <= told(words)


def test_the_table_names_kinds_that_there_are():
    assert {row[name] for row in rows("repeats") for name in ("kind", "by_kind")} <= set(Kind)
    assert {row["where"] for row in rows("repeats")} == {"overlap", "inside", "across"}
