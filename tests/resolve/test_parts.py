import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.parts import extent_in_words, part_of_box
from onrecord.vocabulary import rows

BOX = (60.0, 30.0, 76.0, 38.0)
DIRECTIONS = [row["word"] for row in rows("place_parts")]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("eastern", (68.0, 30.0, 76.0, 38.0)),
        ("the far eastern reaches of", (72.0, 30.0, 76.0, 38.0)),
        ("northwestern", (60.0, 34.0, 68.0, 38.0)),
        ("central", (64.0, 32.0, 72.0, 36.0)),
        ("southern and eastern", (68.0, 30.0, 76.0, 34.0)),
        ("parts of", BOX),
        ("rural", BOX),
    ],
)
def test_words_name_a_part_of_the_extent(words, part):
    assert part_of_box(BOX, words) == part


@given(st.lists(st.sampled_from(DIRECTIONS), max_size=4))
def test_a_part_never_leaves_the_whole(words):
    west, south, east, north = part_of_box(BOX, " ".join(words))
    assert BOX[0] <= west < east <= BOX[2]
    assert BOX[1] <= south < north <= BOX[3]


def test_an_extent_says_its_sides():
    assert (
        extent_in_words((-5.0, -2.0, 3.0, 4.0))
        == "between 2.0° south and 4.0° north, 5.0° west and 3.0° east"
    )
