from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.readers.tokens import bio_spans, sentences, written

TOKENS = st.lists(st.text("ab.,(\"'’", min_size=1), max_size=12)


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ('He said : " Go ! " ( twice )', 'He said: "Go!" (twice)'),
        ("It does n't cost $ 5 .", "It doesn't cost $5."),
        ("“ No ” , she said", "“No”, she said"),
    ],
)  # fmt: skip
def test_tokens_become_ordinary_writing(tokens, text):
    assert written(tokens.split())[0] == text


@given(TOKENS)
def test_every_token_stands_where_it_is_said_to(tokens):
    text, places = written(tokens)
    assert [text[at.start : at.end] for at in places] == tokens


@given(st.lists(TOKENS, max_size=4))
def test_every_token_of_every_sentence_stands_where_it_is_said_to(parts):
    text, places = sentences(parts)
    assert [[text[at.start : at.end] for at in line] for line in places] == parts


def test_a_change_of_type_begins_a_new_span():
    text, places = written(["Ada", "Byte", "Norland", "x", "Ada"])
    spans = bio_spans(["PER", "PER", "LOC", "O", "B-PER"], places)
    assert [(text[at.start : at.end], kind) for at, kind in spans] == [
        ("Ada Byte", "PER"),
        ("Norland", "LOC"),
        ("Ada", "PER"),
    ]
