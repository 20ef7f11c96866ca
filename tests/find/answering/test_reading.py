from __future__ import annotations

from onrecord.answers import Question
from onrecord.find.answering.reading import sentences_of


def test_a_wire_in_capitals_is_read_with_the_capitals_of_running_text_at_the_same_places():
    text = "TWO PRIESTS OF ESTMOUTH WERE KILLED. THE MAYOR LEFT."
    first, second = sentences_of(Question("muc4-slots", text))
    assert [token.words for token in first.tokens][:5] == ["two", "priests", "of", "Estmouth", "were"]
    assert all(text[token.start : token.end].lower() == token.words.lower() for token in second.tokens)


def test_running_text_stays_as_it_is():
    (only,) = sentences_of(Question("muc4-slots", "Two priests of Estmouth were killed."))
    assert [token.words for token in only.tokens][:4] == ["Two", "priests", "of", "Estmouth"]
