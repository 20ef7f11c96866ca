import pytest

from builders.network import Network, text_of
from onrecord.find.models.trained.passages import ground_of
from onrecord.find.models.trained.related import relation_claims
from onrecord.vocabulary import rows

ENDS = {"Front": ("the Harbour Front", "Organisation"), "Command": ("the Hill Command", "Organisation")}


def related(content, kind, one, other, language="en", **more):
    network = Network(content, **more)
    for words, type_ in (one, other):
        network.name(words, type_, "re3d")
    network.related(kind, one[0], other[0])
    text = text_of(content, language)
    found = relation_claims(network.reader(), network.signals(), text, ground_of(text))
    return [
        (c.type, c.roles[0].span.words, c.roles[1].span.words, str(c.polarity), str(c.modality))
        for c in found
    ]


def test_a_relation_has_the_type_of_the_table_and_its_ends_in_order():
    content = "Last year the Harbour Front fought the Hill Command."
    assert related(content, "FightingAgainst", ENDS["Front"], ENDS["Command"]) == [
        ("rival_of", "the Harbour Front", "the Hill Command", "positive", "actual"),
    ]


def test_who_is_in_charge_is_whom_the_organisation_is_led_by():
    content = "Idris Vale leads the Harbour Front."
    assert related(content, "InChargeOf", ("Idris Vale", "Person"), ENDS["Front"]) == [
        ("led_by", "the Harbour Front", "Idris Vale", "positive", "actual"),
    ]


def test_words_that_deny_a_relation_make_a_claim_that_it_is_not_so():
    content = "Idris Vale does not lead the Harbour Front."
    ((*_, polarity, _),) = related(content, "InChargeOf", ("Idris Vale", "Person"), ENDS["Front"])
    assert polarity == "negative"


@pytest.mark.parametrize(
    ("content", "kind", "one", "other"),
    [
        ("Idris Vale joined the Harbour Front.", "BelongsTo", ("Idris Vale", "Person"), ENDS["Front"]),
        ("They fought the Hill Command.", "FightingAgainst", ("They", "Organisation"), ENDS["Command"]),
        (
            "So said the Harbour Front. Then the Hill Command left.",
            "AlliesOf",
            ENDS["Front"],
            ENDS["Command"],
        ),
        (
            f"the Harbour Front, {'very ' * 41}near the Hill Command.",
            "AlliesOf",
            ENDS["Front"],
            ENDS["Command"],
        ),
    ],
    ids=["no person becomes a member", "a pronoun names nobody", "two sentences", "too many words"],
)
def test_what_the_table_or_the_words_do_not_carry_is_no_claim(content, kind, one, other):
    assert related(content, kind, one, other) == []


def test_a_sentence_in_another_language_gives_no_relation():
    content = "the Harbour Front et the Hill Command"
    assert related(content, "AlliesOf", ENDS["Front"], ENDS["Command"], language="fr") == []


def test_the_table_makes_no_person_a_member_of_anything():
    table = rows("trained_relations")
    assert {row["type"] for row in table} <= {row["type"] for row in rows("relation_types")}
    assert {row["type"] for row in table if "Person" in (row["subject"], row["object"])} == {"led_by"}
    assert all(float(r["recall"]) <= float(r["balanced"]) <= float(r["precision"]) for r in table)
