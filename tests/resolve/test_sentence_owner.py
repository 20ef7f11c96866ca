import pytest

from onrecord.records import Mention, MentionKind, Span
from onrecord.resolve.sentence_owner import owner_before, owner_beside


def mention(content, words):
    start = content.casefold().index(words)
    return Mention("men_1", MentionKind.ACTOR, Span("txt_1", start, start + len(words), words), words)


@pytest.mark.parametrize(
    ("content", "iso"),
    [
        ("Greek police waited.", "GR"),
        ("In the south Ghana’s police waited.", "GH"),
        ("The police of Ghana waited.", "GH"),
        ("The police of the United Arab Emirates waited.", "AE"),
        ("The police waited in Ghana.", ""),
        ("Niger, Mali: police waited.", ""),
        ("It rained in Mali. Police waited.", ""),
    ],
)
def test_the_country_right_beside_a_force_owns_it(content, iso):
    assert owner_beside(mention(content, "police"), content) == iso


@pytest.mark.parametrize(
    ("content", "iso"),
    [
        ("Russia lost men in Syria as that nation’s police said.", "RU"),
        ("U.S. officials said in Kabul that our police are there.", "US"),
        ("Russia lost men. It was late. That nation’s police said so.", ""),
        ("Russia lost men in Syria as police said.", ""),
    ],
)
def test_a_possessive_means_the_first_country_of_its_sentence(content, iso):
    assert owner_before(mention(content, "police"), content) == iso
