import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.models.llm.quotes import MAX_QUOTE, stretch_of
from onrecord.find.models.llm.refusal import Refusal

TEXT = "Twelve  men\nof the Harbour Front met 120 others in Estmouth. The men left. قالت الحركة إنها ستقاتل."


def located(quote, content=TEXT, near=None, start=0, end=None):
    found = stretch_of(content, start, len(content) if end is None else end).locate(quote, near)
    return content[slice(*found)] if isinstance(found, tuple) else found


def test_a_quote_is_found_as_it_stands():
    assert located("the Harbour Front") == "the Harbour Front"


def test_blanks_may_differ_and_the_words_of_the_text_are_given():
    assert located(" Twelve men of the ") == "Twelve  men\nof the"


@pytest.mark.parametrize(
    "quote",
    [
        "the harbour front",
        "the Harbour  Fronts",
        "Harbour Front met 120 people",
        "\u202eHarbour Front",
        "HarbourFront",
    ],
)
def test_what_is_not_there_letter_by_letter_is_refused(quote):
    assert located(quote) is Refusal.NOT_VERBATIM


@pytest.mark.parametrize("quote", ["welve men", "Harb", "12", "20 others"])
def test_a_part_of_a_word_or_number_is_refused(quote):
    assert located(quote) is Refusal.CUTS_WORD


def test_a_name_behind_a_prefix_of_arabic_script_is_taken():
    assert located("حركة") == "حركة"


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        (None, Refusal.WRONG_TYPE),
        (12, Refusal.WRONG_TYPE),
        (["men"], Refusal.WRONG_TYPE),
        ("", Refusal.EMPTY),
        (" \n", Refusal.EMPTY),
        ("x" * (MAX_QUOTE + 1), Refusal.TOO_LONG),
    ],
)
def test_what_is_no_quote_is_refused_by_reason(quote, reason):
    assert located(quote) is reason


def test_of_several_places_the_nearest_to_the_evidence_is_taken():
    second = TEXT.rindex("men")
    stretch = stretch_of(TEXT, 0, len(TEXT))
    assert stretch.locate("men") == (8, 11)
    assert stretch.locate("men", (second - 4, second + 9)) == (second, second + 3)


def test_words_outside_the_stretch_are_not_found():
    assert located("Harbour Front", end=20) is Refusal.NOT_VERBATIM


WORDS = st.text(st.sampled_from("ab \n\t\u00a0\u0627\u0301é1.\u202e𐎠"), max_size=60)


@given(WORDS, st.data())
def test_whatever_is_found_has_the_letters_of_the_quote_in_their_order(content, data):
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    quote = data.draw(st.one_of(WORDS, st.just(content[start:end])))
    found = stretch_of(content, start, end).locate(quote)
    if isinstance(found, tuple):
        assert start <= found[0] < found[1] <= end
        assert re.sub(r"\s+", " ", content[slice(*found)]) == re.sub(r"\s+", " ", quote).strip()


@given(WORDS, st.data())
def test_every_part_between_blanks_is_found(content, data):
    words = [match.span() for match in re.finditer(r"\S+", content)]
    if words:
        first = data.draw(st.integers(0, len(words) - 1))
        last = data.draw(st.integers(first, len(words) - 1))
        quote = " ".join(content[slice(*place)] for place in words[first : last + 1])
        near = words[first][0], words[last][1]
        assert stretch_of(content, 0, len(content)).locate(quote, near) == near
