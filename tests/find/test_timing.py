import pytest

from builders.ruled import moments, one


@pytest.mark.parametrize(
    ("words", "type_", "expected"),
    [
        ("In 2013 it became clear that M23 was active in Goma.", "present", [("happened", "2013")]),
        ("In 2013 M23 appeared in what it calls Congo.", "territorial_claim", []),
        (
            "In May 2013 M23 declared a state, with Jean Kalume as its leader.",
            "led_by",
            [("happened", "May 2013")],
        ),
        (
            "M23 expanded in Congo during May 2013 by first remaining peaceful and later burning villages.",
            "restraint",
            [],
        ),
        (
            "In May 2013 the Congolese army said that 900 M23 fighters remained in Goma.",
            "strength",
            [("as_of", "May 2013"), ("said", "May 2013")],
        ),
    ],
)
def test_a_claim_has_the_times_that_its_words_give_it(words, type_, expected):
    assert sorted(moments(one(words, type_))) == expected


def test_the_time_of_a_sentence_is_not_that_of_the_next_one_which_a_comma_joins_to_it():
    words = "In May 2013 M23 left Goma for a number of weeks, The FARC also attacked the ELN."
    assert moments(one(words, "attack")) == []
