from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.score.align import Alignment

PAGE = "Home  About\n\n\nRebels took   Northtown in May.\nThe army  denied it.\n\nComments\n\nRebels of song: a concert"
ARTICLE = "Rebels took Northtown in May.\n\nThe army denied it."


def test_words_of_an_item_are_found_on_its_page():
    there = Alignment(ARTICLE, PAGE)
    start = ARTICLE.index("took Northtown")
    moved = there.move(start, start + len("took Northtown"))
    assert moved is not None
    assert PAGE[slice(*moved)] == "took   Northtown"


def test_words_that_are_not_on_the_page_stand_nowhere():
    assert Alignment("Snow fell", PAGE).move(0, 4) is None


def test_every_offset_of_a_claim_moves():
    start = ARTICLE.index("army")
    span = {"start": start, "end": start + 4, "text": "army"}
    moved = Alignment(ARTICLE, PAGE).claim(
        {"evidence": span, "roles": {"agent": [span]}, "polarity": "positive"}
    )
    assert PAGE[moved["evidence"]["start"] : moved["evidence"]["end"]] == "army"
    assert moved["roles"]["agent"][0] == moved["evidence"]
    assert moved["polarity"] == "positive"


@given(st.text(alphabet="ab \n.", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_text_against_itself_moves_to_its_own_words(text, one, other):
    start, end = sorted((one, other))
    moved = Alignment(text, text).move(start, end)
    if moved is not None:
        assert moved[0] < end
        assert moved[1] > start
        assert text[slice(*moved)].strip() == text[slice(*moved)] != ""
