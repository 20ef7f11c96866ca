from __future__ import annotations

import pytest
from training.model.layers.occurrences import MOST_PLACES, places_of, standing
from training.schema import Example, Template


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("in Lima, lima and limano", "lima", {(3, 7), (9, 13)}),
        ("Lima", "lima", {(0, 4)}),
        ("mylima", "lima", set()),
        ("", "lima", set()),
    ],
)
def test_words_stand_where_no_letter_is_beside_them(text, words, places):
    assert standing(text, words) == places


def test_only_the_first_places_of_a_name_are_marked():
    assert max(standing("lima " * 50, "lima")) == (5 * (MOST_PLACES - 1), 5 * MOST_PLACES - 1)


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("peru: lima (city)", {"lima"}),
        ("peru", {"peru"}),
        ("peru: lima (city): ate (district)", {"lima", "ate"}),
        ("peru: xy (town)", set()),
        ("", set()),
    ],
)
def test_the_finer_names_of_a_location_are_its_places(location, words):
    text = "ate, in lima, peru, by xy"
    found = places_of(Example("muc4", "a", text, muc=(Template("attack", location=location),)))
    assert {text[start:end] for start, end in found} == words
