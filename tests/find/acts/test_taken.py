import pytest

from builders.ruled import claims_of, one, parts


def test_two_acts_told_with_and_are_two_events():
    words = "Houthis burned down the market in Aden and shot three traders."
    assert {c.type for c in claims_of(words)} == {"destruction", "attack"}


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("M23 captured nine soldiers near Goma.", "abduction"),
        ("The police seized two gunmen in Goma.", "arrest"),
        ("M23 seized two trucks near Goma.", "looting"),
        ("M23 seized Goma.", "capture_of_territory"),
        ("M23 captured it in May.", "capture_of_territory"),
    ],
)
def test_what_is_taken_makes_the_act(words, act):
    assert parts(one(words, act), "agent")


def test_who_is_told_of_by_a_pronoun_alone_is_kept_where_a_verb_says_what_became_of_them():
    assert parts(one("He was killed in 2009.", "attack"), "victim") == ["He"]


def test_a_name_in_capitals_is_no_pronoun():
    assert parts(one("US drone strikes hit Aden.", "attack"), "agent") == ["US"]
