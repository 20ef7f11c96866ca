import pytest

from onrecord.records import Text
from onrecord.resolve.actor_scan import actors_in
from onrecord.resolve.registry import Registry

REGISTRY = Registry()


def names(content):
    return [one.head for one in actors_in(Text("txt_1", "doc_1", "t", content, ()), (), REGISTRY)]


def test_the_longest_known_names_are_found_with_their_offsets():
    content = (
        "Fighters of al-Qaeda in the Arabian Peninsula met Iraqi security forces and the Royal Thai Army."
    )
    found = list(actors_in(Text("txt_1", "doc_1", "t", content, ()), (), REGISTRY))
    assert [one.head for one in found] == [
        "al-Qaeda in the Arabian Peninsula", "Iraqi security forces", "Royal Thai Army",
    ]  # fmt: skip
    assert all(content[one.span.start : one.span.end] == one.head for one in found)


@pytest.mark.parametrize(
    "content", ["", "It is late.", "Syria is a country.", "the un and is", "Nobody Known came."]
)
def test_ordinary_words_countries_and_strangers_are_none(content):
    assert names(content) == []


def test_a_name_that_meets_a_mention_is_left_to_it():
    content = "Boko Haram left."
    text = Text("txt_1", "doc_1", "t", content, ())
    (found,) = actors_in(text, (), REGISTRY)
    assert list(actors_in(text, (found,), REGISTRY)) == []
