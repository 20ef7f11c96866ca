from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.answering.days import OPEN
from onrecord.find.answering.trained_days import BESIDE, OLDEST, body_of, days_near

DAY = "1989-05-14"  # a Sunday
UNTIL = ("", DAY)


def near(text, word, day=DAY):
    """Give the days for what stands at a word of the text; a full stop ends a sentence."""
    ends = [k + 1 for k, letter in enumerate(text) if letter == "."]
    sentences = list(zip([0, *ends[:-1]], ends, strict=True))
    return days_near(text, day, [text.index(word)] if word else [], sentences)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ado was seized on 3 May.", "1989-05-03"),
        ("ADO WAS SEIZED\nLAST NIGHT.", "1989-05-13"),
        ("On 12 May Bo came. On 8 May Ado was seized.", "1989-05-08"),
        ("On 8 May, as Ado was seized, a tall and older man of the port fled on 12 May.", "1989-05-08"),
        ("It said today that Ado was seized two days ago.", "1989-05-12"),
        ("The port reported yesterday, Ado. That was on 3 May.", "1989-05-03"),
        ("Bo came on 12 May. Ado was seized.", "1989-05-12"),
        ("Ado was seized today.", DAY),
        ("Ado was seized on Friday [12 May].", "1989-05-12"),
        ("In an interview yesterday, Ado was mourned. Ado was seized on 3 May.", "1989-05-03"),
    ],
)
def test_the_day_is_told_by_the_nearest_time_words_in_a_sentence_with_a_filler(text, expected):
    assert near(text, "ADO" if "ADO" in text else "Ado") == (expected, expected)


@pytest.mark.parametrize(
    "text",
    [
        "Ado was seized.",
        "Bo came on 12 May." + " " * BESIDE + "Ado was seized.",
        "Ado was seized on Friday.",
        "Today it said that Ado was seized.",
        "It was announced today that Ado was seized.",
        "Ado was seized in May.",
        "Ado was seized on 3 May 1975.",
        "Ado will speak on 3 June 1989.",
        "ESTMOUTH, 3 MAY 89 -- Ado was seized.",
    ],
)
def test_where_no_one_day_is_told_nearby_it_lies_until_the_day_of_the_text(text):
    assert near(text, "Ado") == UNTIL


def test_without_a_filler_no_time_words_are_near_and_without_a_day_nothing_is_known():
    assert near("Ado was seized on 3 May.", "") == UNTIL
    assert near("Ado was seized on 3 May 1989.", "Ado", day="") == OPEN


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("ESTMOUTH, 3 MAY 89 -- Ado", 22),
        ("ESTMOUTH [TEXT] Ado", 15),
        ("Ado went", 0),
        ("x" * 400 + " -- Ado", 0),
    ],
)
def test_a_report_begins_behind_its_dateline(text, body):
    assert body_of(text) == body


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 2 * OLDEST))
def test_days_are_read_no_further_back_than_the_oldest(back):
    told = date.fromisoformat(DAY) - timedelta(back)
    text = f"Ado was seized on {told.day} {told:%B} {told.year}."
    assert near(text, "Ado") == ((told.isoformat(),) * 2 if back <= OLDEST else UNTIL)
