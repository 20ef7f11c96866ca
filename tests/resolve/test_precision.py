import pytest

from onrecord.records import Place
from onrecord.resolve.precision import precision

TOWN = Place("geo:1", "Balkh", "settlement", country="AF")


@pytest.mark.parametrize(
    "before",
    [
        "A mine went off near ", "Shots fell outside the town of ", "on the outskirts of ", "in the suburbs of ",
        "some 12 km north of ", "30 miles from ", "Not far from the city of ", "12 kilometres to the south of ",
    ],
)  # fmt: skip
def test_words_right_before_a_town_put_it_near(before):
    assert precision(TOWN, "Balkh", before) == 2


@pytest.mark.parametrize(
    "before",
    [
        "",
        "A mine went off in ",
        "The nearby town of ",
        "near Mazar, in ",
        "km ",
        "It is far from clear that ",
    ],
)
def test_other_words_before_a_town_leave_it_a_town(before):
    assert precision(TOWN, "Balkh", before) == 1


def test_an_area_is_no_sharper_for_words_before_it():
    assert precision(Place("adm:AF.06", "Helmand", "adm1", country="AF"), "Helmand", "near ") == 4
