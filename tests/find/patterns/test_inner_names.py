from __future__ import annotations

import pytest

from builders.marked import read_marked
from onrecord.find.patterns.inner_names import inner_names


@pytest.mark.parametrize(
    ("sentence", "inside"),
    [
        ("The Norland-backed [actor Harbour Front] left.", ["Norland"]),
        ("[group Norland-backed rebels] left.", ["rebels", "Norland"]),
        ("[actor the Hill Command's Coast Province] left.", ["the Hill Command"]),
        ("It is [actor the coastal branch of the Hill Command].", ["Hill Command"]),
        ("It is a [actor Hill Command affiliate].", ["Hill Command"]),
        ("They hold [place parts of Norland].", ["Norland"]),
        ("Old Front-Column alliances broke.", ["Front", "Column"]),
        ("The well-backed [actor Harbour Front] left Port-Lena.", []),
    ],
)
def test_names_inside_longer_words_are_found(sentence, inside):
    marked = read_marked(sentence)
    found = inner_names(marked.sentence, marked.mentions)
    assert sorted(m.span.words for m in found) == sorted(inside)
    assert all(m.span.words == marked.sentence.text.content[m.span.start : m.span.end] for m in found)


def test_a_name_that_is_a_mention_already_is_not_given_again():
    marked = read_marked("The [actor Norland]-backed [actor Harbour Front] left.")
    assert inner_names(marked.sentence, marked.mentions) == ()
