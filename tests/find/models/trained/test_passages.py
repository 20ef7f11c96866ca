from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from builders.network import text_of
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.passages import ground_of, grounds_of, words_of
from onrecord.records import Passage, Text

PAGE = "Share this page\n\nRaiders burned a mill. Police came.\n\nMore stories"


def passages(*cuts):
    return tuple(Passage(start, end, role, "en", "ltr") for start, end, role in cuts)


def test_furniture_is_blanked_and_every_other_character_keeps_its_place():
    ground = ground_of(text_of(PAGE, boilerplate=((0, 15), (len(PAGE) - 12, len(PAGE)))))
    assert len(ground.words) == len(PAGE)
    assert ground.words.split() == ["Raiders", "burned", "a", "mill.", "Police", "came."]
    assert ground.words.index("Raiders") == PAGE.index("Raiders")
    assert ground.words.count("\n") == PAGE.count("\n")


def test_words_in_no_passage_are_not_read():
    text = Text("t", "d", "tests", "Menu. They fled. Foot.", passages((6, 16, "body")))
    ground = ground_of(text)
    assert ground.words.strip() == "They fled."
    assert [(s.start, s.end) for s in ground.sentences] == [(6, 16)]


def test_a_sentence_holds_what_does_not_cross_its_end():
    ground = ground_of(text_of("Raiders came. Police fled."))
    assert ground.sentence(0, 7).start == 0
    assert ground.sentence(14, 20).start == 14
    assert ground.sentence(8, 20) is None


def test_claims_may_be_read_in_english_and_where_nobody_knows_the_language():
    assert ground_of(text_of("Raiders came.")).english(0, 7)
    assert ground_of(text_of("Raiders came.", language="und")).english(0, 7)
    assert ground_of(text_of("Des hommes sont venus.", language="fr")).english(0, 3) is None
    assert ground_of(text_of("Des hommes sont venus.", language="fr")).sentence(0, 3)


@given(st.text("ab. \n\r\u200f\U0001f600", max_size=60), st.lists(st.integers(0, 60), max_size=6))
def test_whatever_is_furniture_the_words_have_the_length_and_lines_of_the_text(content, edges):
    bounds = sorted({0, *(min(edge, len(content)) for edge in edges), len(content)})
    roles = ("body", "boilerplate", "heading")
    cut = [(a, b, roles[k % 3]) for k, (a, b) in enumerate(pairwise(bounds))]
    ground = ground_of(Text("t", "d", "tests", content, passages(*cut)))
    assert len(ground.words) == len(content)
    for start, end, role in cut:
        kept = ground.words[start:end]
        assert not kept.strip() if role == "boilerplate" else kept == content[start:end]


def stretch(words, start, end):
    """Give signals of which one piece goes from start to end, without outputs."""
    return Signals(words, np.array([start]), np.array([end]), *(np.zeros((1, 1), dtype=np.float32),) * 4)


@given(st.text("ab. \n", min_size=1, max_size=60), st.sets(st.integers(1, 59), max_size=6))
def test_stretch_by_stretch_every_word_stands_in_the_sentence_that_it_stands_in_in_the_whole(content, edges):
    text = text_of(content)
    bounds = sorted({0, *(edge for edge in edges if edge < len(content)), len(content)})
    stretches = [stretch(words_of(text), start, end) for start, end in pairwise(bounds)]
    found = list(grounds_of(text, stretches))
    assert [signals for signals, _ in found] == stretches
    whole = ground_of(text)
    for (_, ground), (start, end) in zip(found, pairwise(bounds), strict=True):
        for at in combinations(range(start, end + 1), 2):
            assert ground.sentence(*at) == whole.sentence(*at)


def test_a_stretch_holds_no_sentence_of_the_ones_before():
    text = text_of("They fled. " * 50)
    stretches = [stretch(words_of(text), k, k + 110) for k in range(0, 550, 110)]
    assert [len(ground.sentences) for _, ground in grounds_of(text, stretches)] == [11, 11, 11, 11, 10]
